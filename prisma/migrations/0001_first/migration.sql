-- CreateTable
CREATE TABLE "regions" (
    "code" TEXT NOT NULL,

    CONSTRAINT "regions_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "offices" (
    "id" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "municipality" TEXT,
    "name" TEXT NOT NULL,
    "address" TEXT,
    "phone" TEXT,
    "hours" TEXT,
    "time_zone" TEXT NOT NULL,
    "is_demo" BOOLEAN NOT NULL,
    "seq" BIGSERIAL NOT NULL,

    CONSTRAINT "offices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" TEXT NOT NULL,
    "office_id" TEXT NOT NULL,
    "person_id" TEXT,
    "name" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "phone" TEXT,
    "active" BOOLEAN NOT NULL,
    "seq" BIGSERIAL NOT NULL,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "people" (
    "id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "language_chosen" BOOLEAN NOT NULL,
    "reminders_on" BOOLEAN NOT NULL,
    "time_zone" TEXT,

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "addresses" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "addresses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consents" (
    "id" BIGSERIAL NOT NULL,
    "person_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "consents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_requests" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "office_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "verdict" TEXT,
    "track" TEXT,
    "consent_version" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" TEXT,

    CONSTRAINT "contact_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contracts" (
    "id" TEXT NOT NULL,
    "office_id" TEXT NOT NULL,
    "specialist_id" TEXT NOT NULL,
    "person_id" TEXT,
    "number" TEXT NOT NULL,
    "recipient_name" TEXT NOT NULL,
    "search_key" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "municipality" TEXT,
    "track" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "agreed_ends_on" DATE NOT NULL,
    "extended_to" DATE,
    "stopped_on" DATE,
    "stopped_under_point_49" BOOLEAN NOT NULL,
    "per_capita_income_before" DECIMAL(12,2),
    "average_monthly_income_before" DECIMAL(12,2),
    "reminders_paused_until" DATE,
    "next_date" DATE,
    "seq" BIGSERIAL NOT NULL,

    CONSTRAINT "contracts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "household_members" (
    "contract_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "relation" TEXT NOT NULL,
    "birth_date" DATE,
    "age_band" TEXT,
    "full_time_student" BOOLEAN NOT NULL,

    CONSTRAINT "household_members_pkey" PRIMARY KEY ("contract_id","position")
);

-- CreateTable
CREATE TABLE "measures" (
    "id" TEXT NOT NULL,
    "contract_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "due_on" DATE,
    "status" TEXT NOT NULL,

    CONSTRAINT "measures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "date_changes" (
    "id" BIGSERIAL NOT NULL,
    "contract_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "stopped_under_point_49" BOOLEAN NOT NULL,
    "reason" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "by_staff_id" TEXT,

    CONSTRAINT "date_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submissions" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "contract_id" TEXT NOT NULL,
    "office_id" TEXT NOT NULL,
    "month" CHAR(7) NOT NULL,
    "status" TEXT NOT NULL,
    "newest" INTEGER NOT NULL,
    "rank" INTEGER NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "submissions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revisions" (
    "submission_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "submitted_on" DATE NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "asked" TEXT[],
    "fact_state" TEXT,
    "fact_words" TEXT,
    "own_income" TEXT,
    "household_income" TEXT,
    "household_amount" DECIMAL(12,2),
    "score" JSONB NOT NULL,
    "decision" TEXT,
    "decision_reason" TEXT,
    "decision_words" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decided_on" DATE,
    "decided_by_id" TEXT,

    CONSTRAINT "revisions_pkey" PRIMARY KEY ("submission_id","revision")
);

-- CreateTable
CREATE TABLE "income_items" (
    "submission_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" DECIMAL(12,2) NOT NULL,

    CONSTRAINT "income_items_pkey" PRIMARY KEY ("submission_id","revision","position")
);

-- CreateTable
CREATE TABLE "evidence" (
    "submission_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "file_hash" TEXT,
    "file_name" TEXT,
    "file_media_type" TEXT,
    "file_size" INTEGER,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("submission_id","revision","position")
);

-- CreateTable
CREATE TABLE "duties" (
    "id" TEXT NOT NULL,
    "contract_id" TEXT NOT NULL,
    "office_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "opens_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "content" JSONB NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" TEXT,
    "done_words" TEXT,

    CONSTRAINT "duties_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "asks" (
    "id" TEXT NOT NULL,
    "contract_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "asks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder_steps" (
    "contract_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_steps_pkey" PRIMARY KEY ("contract_id","key","step","person_id")
);

-- CreateTable
CREATE TABLE "personal_links" (
    "id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "contract_id" TEXT,
    "staff_id" TEXT,
    "token_hash" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "spent_at" TIMESTAMPTZ(3),
    "spent_by_person_id" TEXT,
    "seq" BIGSERIAL NOT NULL,

    CONSTRAINT "personal_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wrong_codes" (
    "id" BIGSERIAL NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wrong_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "talks" (
    "person_id" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "talks_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "inbox" (
    "id" BIGSERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "event_key" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_by" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "unique_key" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "address_id" TEXT,
    "kind" TEXT NOT NULL,
    "reply" JSONB NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "about" JSONB NOT NULL,
    "put_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_by" TEXT,
    "why" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "sent_to_id" TEXT,
    "external_message_id" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "id" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "web_messages" (
    "seq" BIGSERIAL NOT NULL,
    "external_id" TEXT NOT NULL,
    "once_key" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "buttons" JSONB NOT NULL,
    "files" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "web_messages_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE INDEX "staff_office_id_idx" ON "staff"("office_id");

-- CreateIndex
CREATE INDEX "staff_person_id_idx" ON "staff"("person_id");

-- CreateIndex
CREATE INDEX "addresses_person_id_last_seen_at_idx" ON "addresses"("person_id", "last_seen_at");

-- CreateIndex
CREATE UNIQUE INDEX "addresses_channel_external_id_key" ON "addresses"("channel", "external_id");

-- CreateIndex
CREATE INDEX "consents_person_id_kind_idx" ON "consents"("person_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "contact_requests_number_key" ON "contact_requests"("number");

-- CreateIndex
CREATE INDEX "contact_requests_office_id_closed_at_asked_at_idx" ON "contact_requests"("office_id", "closed_at", "asked_at");

-- CreateIndex
CREATE INDEX "contracts_office_id_seq_idx" ON "contracts"("office_id", "seq");

-- CreateIndex
CREATE INDEX "contracts_specialist_id_idx" ON "contracts"("specialist_id");

-- CreateIndex
CREATE INDEX "contracts_person_id_idx" ON "contracts"("person_id");

-- CreateIndex
CREATE INDEX "contracts_office_id_next_date_seq_idx" ON "contracts"("office_id", "next_date", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "contracts_office_id_number_key" ON "contracts"("office_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "measures_contract_id_position_key" ON "measures"("contract_id", "position");

-- CreateIndex
CREATE INDEX "date_changes_contract_id_idx" ON "date_changes"("contract_id");

-- CreateIndex
CREATE UNIQUE INDEX "submissions_number_key" ON "submissions"("number");

-- CreateIndex
CREATE INDEX "submissions_office_id_status_rank_sent_at_idx" ON "submissions"("office_id", "status", "rank", "sent_at");

-- CreateIndex
CREATE UNIQUE INDEX "submissions_contract_id_month_key" ON "submissions"("contract_id", "month");

-- CreateIndex
CREATE INDEX "evidence_file_hash_idx" ON "evidence"("file_hash");

-- CreateIndex
CREATE INDEX "duties_office_id_done_at_due_on_idx" ON "duties"("office_id", "done_at", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "duties_contract_id_key_key" ON "duties"("contract_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "asks_contract_id_key_key" ON "asks"("contract_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "personal_links_token_hash_key" ON "personal_links"("token_hash");

-- CreateIndex
CREATE INDEX "personal_links_code_hash_idx" ON "personal_links"("code_hash");

-- CreateIndex
CREATE INDEX "personal_links_contract_id_idx" ON "personal_links"("contract_id");

-- CreateIndex
CREATE INDEX "personal_links_staff_id_idx" ON "personal_links"("staff_id");

-- CreateIndex
CREATE INDEX "wrong_codes_person_id_at_idx" ON "wrong_codes"("person_id", "at");

-- CreateIndex
CREATE INDEX "inbox_status_id_idx" ON "inbox"("status", "id");

-- CreateIndex
CREATE INDEX "inbox_channel_external_id_status_id_idx" ON "inbox"("channel", "external_id", "status", "id");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_channel_event_key_key" ON "inbox"("channel", "event_key");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_unique_key_key" ON "outbox"("unique_key");

-- CreateIndex
CREATE INDEX "outbox_status_due_at_idx" ON "outbox"("status", "due_at");

-- CreateIndex
CREATE INDEX "outbox_person_id_status_id_idx" ON "outbox"("person_id", "status", "id");

-- CreateIndex
CREATE INDEX "audit_events_subject_kind_subject_id_idx" ON "audit_events"("subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "web_messages_external_id_seq_idx" ON "web_messages"("external_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "web_messages_external_id_once_key_key" ON "web_messages"("external_id", "once_key");

-- AddForeignKey
ALTER TABLE "offices" ADD CONSTRAINT "offices_region_fkey" FOREIGN KEY ("region") REFERENCES "regions"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_requests" ADD CONSTRAINT "contact_requests_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_requests" ADD CONSTRAINT "contact_requests_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_requests" ADD CONSTRAINT "contact_requests_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_specialist_id_fkey" FOREIGN KEY ("specialist_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_region_fkey" FOREIGN KEY ("region") REFERENCES "regions"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household_members" ADD CONSTRAINT "household_members_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measures" ADD CONSTRAINT "measures_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_changes" ADD CONSTRAINT "date_changes_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_changes" ADD CONSTRAINT "date_changes_by_staff_id_fkey" FOREIGN KEY ("by_staff_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submissions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "income_items" ADD CONSTRAINT "income_items_submission_id_revision_fkey" FOREIGN KEY ("submission_id", "revision") REFERENCES "revisions"("submission_id", "revision") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_submission_id_revision_fkey" FOREIGN KEY ("submission_id", "revision") REFERENCES "revisions"("submission_id", "revision") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duties" ADD CONSTRAINT "duties_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duties" ADD CONSTRAINT "duties_done_by_id_fkey" FOREIGN KEY ("done_by_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asks" ADD CONSTRAINT "asks_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_steps" ADD CONSTRAINT "reminder_steps_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_steps" ADD CONSTRAINT "reminder_steps_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "personal_links" ADD CONSTRAINT "personal_links_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "personal_links" ADD CONSTRAINT "personal_links_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "personal_links" ADD CONSTRAINT "personal_links_spent_by_person_id_fkey" FOREIGN KEY ("spent_by_person_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wrong_codes" ADD CONSTRAINT "wrong_codes_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talks" ADD CONSTRAINT "talks_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_address_id_fkey" FOREIGN KEY ("address_id") REFERENCES "addresses"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_sent_to_id_fkey" FOREIGN KEY ("sent_to_id") REFERENCES "addresses"("id") ON DELETE SET NULL ON UPDATE CASCADE;
