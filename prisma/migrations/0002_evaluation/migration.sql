-- AlterTable
ALTER TABLE "contracts" ADD COLUMN     "extension_asked_on" DATE;

-- AlterTable
ALTER TABLE "measures" ADD COLUMN     "note" TEXT;

-- CreateTable
CREATE TABLE "papers" (
    "id" TEXT NOT NULL,
    "contract_id" TEXT NOT NULL,
    "office_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "answers" TEXT[],
    "revision" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "number" INTEGER,
    "month" CHAR(7),
    "bears_day" DATE NOT NULL,
    "value" TEXT NOT NULL,
    "inputs" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "proposed" TEXT,
    "why_against" TEXT,
    "revision_reason" TEXT,
    "prepared_at" TIMESTAMPTZ(3) NOT NULL,
    "prepared_on" DATE NOT NULL,
    "prepared_by_id" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "submitted_on" DATE,
    "submitted_by_id" TEXT,
    "approved_at" TIMESTAMPTZ(3),
    "approved_on" DATE,
    "approved_by_id" TEXT,
    "remark" TEXT,
    "content_hash" TEXT,
    "file_hash" TEXT,
    "file_name" TEXT,
    "file_media_type" TEXT,
    "file_size" INTEGER,

    CONSTRAINT "papers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "monitoring_records" (
    "contract_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "month" CHAR(7),
    "fact" TEXT,
    "conditions" TEXT,
    "hardship" TEXT,
    "checked_on" DATE NOT NULL,
    "confirmed_by" TEXT,
    "paper_words" TEXT,
    "registered_as" TEXT,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,
    "by_staff_id" TEXT NOT NULL,

    CONSTRAINT "monitoring_records_pkey" PRIMARY KEY ("contract_id","key")
);

-- CreateTable
CREATE TABLE "inquiries" (
    "id" TEXT NOT NULL,
    "contract_id" TEXT NOT NULL,
    "office_id" TEXT NOT NULL,
    "month" CHAR(7) NOT NULL,
    "to" TEXT NOT NULL,
    "addressee" TEXT NOT NULL,
    "sent_on" DATE NOT NULL,
    "answer_by" DATE NOT NULL,
    "by_staff_id" TEXT NOT NULL,
    "answered_on" DATE,
    "answer" TEXT,
    "answer_words" TEXT,
    "answered_by_id" TEXT,
    "seq" BIGSERIAL NOT NULL,

    CONSTRAINT "inquiries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "figures" (
    "id" TEXT NOT NULL,
    "contract_id" TEXT NOT NULL,
    "month" CHAR(7) NOT NULL,
    "item" TEXT NOT NULL,
    "income_kind" TEXT,
    "amount" DECIMAL(12,2) NOT NULL,
    "source" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,
    "kept_on" DATE NOT NULL,
    "by_staff_id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,

    CONSTRAINT "figures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "households_after" (
    "id" TEXT NOT NULL,
    "contract_id" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "members" JSONB NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,
    "by_staff_id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,

    CONSTRAINT "households_after_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "home_surveys" (
    "id" TEXT NOT NULL,
    "contract_id" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "findings" TEXT NOT NULL,
    "files" JSONB NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,
    "by_staff_id" TEXT NOT NULL,

    CONSTRAINT "home_surveys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sittings" (
    "id" TEXT NOT NULL,
    "contract_id" TEXT NOT NULL,
    "asked_on" DATE NOT NULL,
    "asked_by_staff_id" TEXT NOT NULL,
    "sat_on" DATE,
    "result" TEXT,
    "extended_to" DATE,
    "words" TEXT,
    "by_staff_id" TEXT,
    "seq" BIGSERIAL NOT NULL,

    CONSTRAINT "sittings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paper_templates" (
    "office_id" TEXT NOT NULL,
    "paper_kind" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_media_type" TEXT NOT NULL,
    "file_size" INTEGER NOT NULL,
    "put_on" DATE NOT NULL,
    "by_staff_id" TEXT NOT NULL,

    CONSTRAINT "paper_templates_pkey" PRIMARY KEY ("office_id","paper_kind")
);

-- CreateTable
CREATE TABLE "jobs" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "office_id" TEXT NOT NULL,
    "contract_id" TEXT,
    "month" CHAR(7),
    "person_id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "total" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_by" TEXT,
    "file_hash" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "error" TEXT,
    "seq" BIGSERIAL NOT NULL,

    CONSTRAINT "jobs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "papers_office_id_status_bears_day_id_idx" ON "papers"("office_id", "status", "bears_day", "id");

-- CreateIndex
CREATE INDEX "papers_office_id_month_status_idx" ON "papers"("office_id", "month", "status");

-- CreateIndex
CREATE UNIQUE INDEX "papers_contract_id_key_revision_key" ON "papers"("contract_id", "key", "revision");

-- CreateIndex
CREATE INDEX "inquiries_contract_id_idx" ON "inquiries"("contract_id");

-- CreateIndex
CREATE INDEX "inquiries_office_id_answered_on_answer_by_idx" ON "inquiries"("office_id", "answered_on", "answer_by");

-- CreateIndex
CREATE INDEX "figures_contract_id_idx" ON "figures"("contract_id");

-- CreateIndex
CREATE INDEX "households_after_contract_id_idx" ON "households_after"("contract_id");

-- CreateIndex
CREATE INDEX "home_surveys_contract_id_idx" ON "home_surveys"("contract_id");

-- CreateIndex
CREATE INDEX "sittings_contract_id_idx" ON "sittings"("contract_id");

-- CreateIndex
CREATE INDEX "jobs_status_seq_idx" ON "jobs"("status", "seq");

-- AddForeignKey
ALTER TABLE "papers" ADD CONSTRAINT "papers_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "papers" ADD CONSTRAINT "papers_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "papers" ADD CONSTRAINT "papers_prepared_by_id_fkey" FOREIGN KEY ("prepared_by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "papers" ADD CONSTRAINT "papers_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "papers" ADD CONSTRAINT "papers_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitoring_records" ADD CONSTRAINT "monitoring_records_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitoring_records" ADD CONSTRAINT "monitoring_records_by_staff_id_fkey" FOREIGN KEY ("by_staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_by_staff_id_fkey" FOREIGN KEY ("by_staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figures" ADD CONSTRAINT "figures_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figures" ADD CONSTRAINT "figures_by_staff_id_fkey" FOREIGN KEY ("by_staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "households_after" ADD CONSTRAINT "households_after_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "households_after" ADD CONSTRAINT "households_after_by_staff_id_fkey" FOREIGN KEY ("by_staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home_surveys" ADD CONSTRAINT "home_surveys_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home_surveys" ADD CONSTRAINT "home_surveys_by_staff_id_fkey" FOREIGN KEY ("by_staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sittings" ADD CONSTRAINT "sittings_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sittings" ADD CONSTRAINT "sittings_asked_by_staff_id_fkey" FOREIGN KEY ("asked_by_staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sittings" ADD CONSTRAINT "sittings_by_staff_id_fkey" FOREIGN KEY ("by_staff_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_templates" ADD CONSTRAINT "paper_templates_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_templates" ADD CONSTRAINT "paper_templates_by_staff_id_fkey" FOREIGN KEY ("by_staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
