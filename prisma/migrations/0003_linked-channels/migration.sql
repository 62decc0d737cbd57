-- AlterTable
ALTER TABLE "people" ADD COLUMN     "main_address_id" TEXT;

-- AlterTable
ALTER TABLE "personal_links" ADD COLUMN     "person_id" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "people_main_address_id_key" ON "people"("main_address_id");

-- CreateIndex
CREATE INDEX "personal_links_person_id_idx" ON "personal_links"("person_id");

-- AddForeignKey
ALTER TABLE "people" ADD CONSTRAINT "people_main_address_id_fkey" FOREIGN KEY ("main_address_id") REFERENCES "addresses"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "personal_links" ADD CONSTRAINT "personal_links_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;
