-- SPDX-License-Identifier: GPL-3.0-or-later
-- Settings, accounts, the calendar, dated rules, and the figures of the founding plan.

SET LOCAL ROLE motcua_owner;

CREATE TABLE centre.setting (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  key text NOT NULL CONSTRAINT setting_once UNIQUE CONSTRAINT setting_key CHECK (key ~ '^[a-z][a-z0-9_.]*$'),
  value jsonb NOT NULL,
  note text
);
COMMENT ON TABLE centre.setting IS 'What the office may set without the law.';
COMMENT ON COLUMN centre.setting.key IS 'Name with dots, such as closed.after_days.';
COMMENT ON COLUMN centre.setting.value IS 'The value.';
CALL centre.watch('centre.setting');

CREATE FUNCTION centre.setting_value(wanted text, fallback jsonb) RETURNS jsonb
  LANGUAGE sql STABLE
  RETURN COALESCE((SELECT s.value FROM centre.setting s WHERE s.key = wanted), fallback);
COMMENT ON FUNCTION centre.setting_value(text, jsonb) IS 'A setting, or the fallback where it is not set.';

INSERT INTO centre.setting (key, value, note) VALUES
  ('closed.after_days', '31', 'A period that ended longer ago than these days is closed: it is corrected only with a reason, by the director or a deputy.'),
  ('quota.hard', 'false', 'Whether the database refuses more officers of an agency than its quota; otherwise it is a finding.'),
  ('retention.years', '10', 'Personal data are anonymised no earlier than so many years after the last day at the centre. To be confirmed by the office.');

CREATE TABLE centre.account (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  login text NOT NULL CONSTRAINT account_once UNIQUE CONSTRAINT account_login CHECK (login ~ '^[a-z][a-z0-9_.-]{0,62}$'),
  person_id bigint REFERENCES centre.person ON DELETE SET NULL,
  display_name text NOT NULL CONSTRAINT account_display_name_given CHECK (btrim(display_name) <> ''),
  group_role text NOT NULL CONSTRAINT account_group_role
    CHECK (group_role IN ('director', 'deputy', 'roster_office', 'supervision', 'viewer', 'technician')),
  active boolean NOT NULL DEFAULT true
);
COMMENT ON TABLE centre.account IS 'Login roles of this database; written by centre.add_account() and its sisters only.';
COMMENT ON COLUMN centre.account.login IS 'Name of the login role.';
COMMENT ON COLUMN centre.account.group_role IS 'The one group that it belongs to.';
COMMENT ON COLUMN centre.account.active IS 'False: may not log in any more.';
CALL centre.watch('centre.account');

CREATE TABLE centre.supervision_note (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  person_id bigint REFERENCES centre.person ON DELETE CASCADE,
  agency_id bigint REFERENCES centre.agency,
  noted_on date NOT NULL DEFAULT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date,
  body text NOT NULL CONSTRAINT supervision_note_body_given CHECK (btrim(body) <> ''),
  login text NOT NULL DEFAULT centre.login()
);
CREATE INDEX supervision_note_person ON centre.supervision_note (person_id);
COMMENT ON TABLE centre.supervision_note IS 'What the Supervision section has seen; each supervisor writes under his own login.';
CALL centre.watch('centre.supervision_note');

CREATE TABLE centre.day_override (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  day date NOT NULL,
  kind text NOT NULL CONSTRAINT day_override_kind CHECK (kind IN ('holiday', 'off', 'worked', 'half_day')),
  name text NOT NULL CONSTRAINT day_override_name_given CHECK (btrim(name) <> ''),
  session text CONSTRAINT day_override_session CHECK (session IN ('morning', 'afternoon')),
  document_no text NOT NULL CONSTRAINT day_override_document_given CHECK (btrim(document_no) <> ''),
  document_date date,
  CONSTRAINT day_override_once UNIQUE NULLS NOT DISTINCT (day, session),
  CONSTRAINT day_override_half_day_session CHECK ((kind = 'half_day') = (session IS NOT NULL))
);
COMMENT ON TABLE centre.day_override IS 'Days that are not as the week says: holidays, days off, Saturdays worked in exchange. Each names its document.';
COMMENT ON COLUMN centre.day_override.kind IS 'holiday (by law), off (day off in exchange or in compensation), worked (a rest day worked), half_day (only the session named is worked).';
COMMENT ON COLUMN centre.day_override.session IS 'For a half day: the session that is worked.';
COMMENT ON COLUMN centre.day_override.document_no IS 'The notice or law that says so.';
CALL centre.watch('centre.day_override');

CREATE TABLE centre.rule_version (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  topic text NOT NULL CONSTRAINT rule_version_topic CHECK (topic ~ '^[a-z][a-z0-9_.]*$'),
  during daterange NOT NULL CONSTRAINT rule_version_during_not_empty CHECK (NOT isempty(during)),
  source text NOT NULL CONSTRAINT rule_version_source_given CHECK (btrim(source) <> ''),
  article text,
  value jsonb NOT NULL,
  note text,
  CONSTRAINT rule_version_no_overlap EXCLUDE USING gist (topic WITH =, during WITH &&)
);
COMMENT ON TABLE centre.rule_version IS 'What the law says on a topic, by date of force.';
COMMENT ON COLUMN centre.rule_version.topic IS 'Such as tour.term_months.';
COMMENT ON COLUMN centre.rule_version.source IS 'The act, such as Nghị định 118/2025/NĐ-CP.';
COMMENT ON COLUMN centre.rule_version.article IS 'Article and clause.';
COMMENT ON COLUMN centre.rule_version.value IS 'The figures of the rule.';
COMMENT ON COLUMN centre.rule_version.note IS 'How sure this reading is, and what to ask.';
CALL centre.watch('centre.rule_version');

CREATE TABLE centre.dossier_year (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  year int NOT NULL CONSTRAINT dossier_year_once UNIQUE,
  received int NOT NULL CONSTRAINT dossier_year_received CHECK (received >= 0),
  resolved int NOT NULL CONSTRAINT dossier_year_resolved CHECK (resolved BETWEEN 0 AND received),
  printed_resolved_pct numeric(5, 2) NOT NULL,
  on_time_pct numeric(5, 2) NOT NULL,
  source text NOT NULL
);
COMMENT ON TABLE centre.dossier_year IS 'Dossiers received and resolved in the whole city, as printed in the plan.';
COMMENT ON COLUMN centre.dossier_year.printed_resolved_pct IS 'Rate printed in the plan; compare resolved / received.';
COMMENT ON COLUMN centre.dossier_year.on_time_pct IS 'Rate on time, as printed.';
CALL centre.watch('centre.dossier_year');

CREATE TABLE centre.premises_item (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  area text NOT NULL,
  item text NOT NULL,
  quantity_text text,
  sort_order int NOT NULL,
  source text NOT NULL,
  CONSTRAINT premises_item_once UNIQUE (area, item)
);
COMMENT ON TABLE centre.premises_item IS 'What the premises must have by the plan.';
COMMENT ON COLUMN centre.premises_item.quantity_text IS 'The number as printed; null where the plan gives none.';
CALL centre.watch('centre.premises_item');

CREATE TABLE centre.plan_check (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  code text NOT NULL CONSTRAINT plan_check_once UNIQUE,
  statement text NOT NULL,
  printed text NOT NULL,
  computed text NOT NULL,
  agrees boolean NOT NULL,
  explanation text NOT NULL
);
COMMENT ON TABLE centre.plan_check IS 'Every sum and ratio of the plan, as printed and as computed, and why they differ where they do.';
CALL centre.watch('centre.plan_check');

RESET ROLE;
