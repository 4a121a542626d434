-- SPDX-License-Identifier: GPL-3.0-or-later
-- The bodies that send people or take part in the centre, through all their names and mergers.

SET LOCAL ROLE motcua_owner;

CREATE TABLE centre.agency (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  code text NOT NULL CONSTRAINT agency_code_given CHECK (code = btrim(code) AND code <> ''),
  kind text NOT NULL CONSTRAINT agency_kind CHECK (kind IN ('department', 'board', 'vertical', 'office', 'front', 'other')),
  receives boolean NOT NULL DEFAULT false,
  standby_duty boolean NOT NULL DEFAULT false,
  is_office boolean NOT NULL DEFAULT false,
  address text,
  email text,
  phone text,
  letter_to text,
  decision_no text,
  decision_date date,
  note text,
  during daterange NOT NULL CONSTRAINT agency_during_not_empty CHECK (NOT isempty(during)),
  CONSTRAINT agency_code_once EXCLUDE USING gist (code WITH =, during WITH &&),
  CONSTRAINT agency_one_office EXCLUDE USING gist ((is_office::int) WITH =, during WITH &&) WHERE (is_office)
);
COMMENT ON TABLE centre.agency IS 'A body that sends officers to the centre, supervises it, or does not receive there; a merged body is a new row.';
COMMENT ON COLUMN centre.agency.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.agency.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.agency.code IS 'Short code; one body at a time bears it.';
COMMENT ON COLUMN centre.agency.kind IS 'department (sở), board (ban, thanh tra), vertical (central body in the city), office (People''s Committee Office), front (Fatherland Front), other.';
COMMENT ON COLUMN centre.agency.receives IS 'Whether its procedures are received at the centre.';
COMMENT ON COLUMN centre.agency.standby_duty IS 'Whether it must name at least one standby (Decree 61/2018 Art 12.8; Decree 118/2025 as amended by 309/2026).';
COMMENT ON COLUMN centre.agency.is_office IS 'The Office to which the centre belongs.';
COMMENT ON COLUMN centre.agency.address IS 'Address for papers.';
COMMENT ON COLUMN centre.agency.email IS 'Official mailbox.';
COMMENT ON COLUMN centre.agency.phone IS 'Official telephone.';
COMMENT ON COLUMN centre.agency.letter_to IS 'Title of its head as written on papers, such as Giám đốc Sở Nội vụ.';
COMMENT ON COLUMN centre.agency.decision_no IS 'Act that set it up or admitted it.';
COMMENT ON COLUMN centre.agency.decision_date IS 'Date of that act.';
COMMENT ON COLUMN centre.agency.note IS 'Free remark.';
COMMENT ON COLUMN centre.agency.during IS 'When the body exists; open below where the founding date is not recorded.';
CALL centre.watch('centre.agency');

CREATE TABLE centre.agency_name (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  agency_id bigint NOT NULL REFERENCES centre.agency ON DELETE CASCADE,
  name text NOT NULL CONSTRAINT agency_name_given CHECK (btrim(name) <> ''),
  short_name text NOT NULL CONSTRAINT agency_short_name_given CHECK (btrim(short_name) <> ''),
  during daterange NOT NULL CONSTRAINT agency_name_during_not_empty CHECK (NOT isempty(during)),
  decision_no text,
  decision_date date,
  CONSTRAINT agency_name_no_overlap EXCLUDE USING gist (agency_id WITH =, during WITH &&)
);
CREATE INDEX agency_name_search ON centre.agency_name USING gin (centre.fold(name || ' ' || short_name) public.gin_trgm_ops);
COMMENT ON TABLE centre.agency_name IS 'The names of an agency, each with its time: an old print shows the old name.';
COMMENT ON COLUMN centre.agency_name.agency_id IS 'The agency.';
COMMENT ON COLUMN centre.agency_name.name IS 'Full name, as in law.';
COMMENT ON COLUMN centre.agency_name.short_name IS 'Name for narrow columns.';
COMMENT ON COLUMN centre.agency_name.during IS 'When it bears this name.';
COMMENT ON COLUMN centre.agency_name.decision_no IS 'Act that gave the name.';
COMMENT ON COLUMN centre.agency_name.decision_date IS 'Date of that act.';
CALL centre.watch('centre.agency_name');

CREATE TABLE centre.agency_succession (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  predecessor_id bigint NOT NULL REFERENCES centre.agency,
  successor_id bigint NOT NULL REFERENCES centre.agency,
  kind text NOT NULL CONSTRAINT agency_succession_kind CHECK (kind IN ('merge', 'split', 'rename', 'transfer')),
  is_main boolean NOT NULL DEFAULT true,
  effective date NOT NULL,
  decision_no text,
  decision_date date,
  note text,
  CONSTRAINT agency_succession_other CHECK (predecessor_id <> successor_id),
  CONSTRAINT agency_succession_once UNIQUE (predecessor_id, successor_id, effective)
);
CREATE UNIQUE INDEX agency_succession_one_main ON centre.agency_succession (predecessor_id) WHERE is_main;
CREATE INDEX agency_succession_successor ON centre.agency_succession (successor_id);
COMMENT ON TABLE centre.agency_succession IS 'Who takes over from whom when agencies merge, split, are renamed or hand over a field.';
COMMENT ON COLUMN centre.agency_succession.predecessor_id IS 'Who gives.';
COMMENT ON COLUMN centre.agency_succession.successor_id IS 'Who takes over.';
COMMENT ON COLUMN centre.agency_succession.kind IS 'merge (one of several), split (one into several), rename (alone), transfer (some fields only).';
COMMENT ON COLUMN centre.agency_succession.is_main IS 'The successor that takes over people and quota; one at most.';
COMMENT ON COLUMN centre.agency_succession.effective IS 'First day of the successor.';
COMMENT ON COLUMN centre.agency_succession.decision_no IS 'Act that ordered it.';
COMMENT ON COLUMN centre.agency_succession.decision_date IS 'Date of that act.';
COMMENT ON COLUMN centre.agency_succession.note IS 'What passes over, and where this is known from.';
CALL centre.watch('centre.agency_succession');

CREATE TABLE centre.agency_contact (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  agency_id bigint NOT NULL REFERENCES centre.agency ON DELETE CASCADE,
  name text NOT NULL CONSTRAINT agency_contact_name_given CHECK (btrim(name) <> ''),
  title text,
  phone text,
  email text,
  during daterange NOT NULL CONSTRAINT agency_contact_during_not_empty CHECK (NOT isempty(during))
);
CREATE INDEX agency_contact_agency ON centre.agency_contact (agency_id);
COMMENT ON TABLE centre.agency_contact IS 'Whom to call at an agency.';
COMMENT ON COLUMN centre.agency_contact.name IS 'Name of the contact person.';
COMMENT ON COLUMN centre.agency_contact.title IS 'His or her office there.';
COMMENT ON COLUMN centre.agency_contact.during IS 'When he or she is the contact.';
CALL centre.watch('centre.agency_contact');

CREATE TABLE centre.agency_quota (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  agency_id bigint NOT NULL REFERENCES centre.agency ON DELETE CASCADE,
  officers int NOT NULL CONSTRAINT agency_quota_not_negative CHECK (officers >= 0),
  during daterange NOT NULL CONSTRAINT agency_quota_during_not_empty CHECK (NOT isempty(during)),
  decision_no text,
  CONSTRAINT agency_quota_no_overlap EXCLUDE USING gist (agency_id WITH =, during WITH &&)
);
COMMENT ON TABLE centre.agency_quota IS 'How many officers an agency sends to the Reception and Results section.';
COMMENT ON COLUMN centre.agency_quota.agency_id IS 'The agency.';
COMMENT ON COLUMN centre.agency_quota.officers IS 'Officers on duty at a time, standbys not counted.';
COMMENT ON COLUMN centre.agency_quota.during IS 'When this number holds.';
COMMENT ON COLUMN centre.agency_quota.decision_no IS 'Act that set the number.';
CALL centre.watch('centre.agency_quota');

CREATE TABLE centre.field (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  code text NOT NULL CONSTRAINT field_code_given CHECK (btrim(code) <> ''),
  name text NOT NULL CONSTRAINT field_name_given CHECK (btrim(name) <> ''),
  agency_id bigint NOT NULL REFERENCES centre.agency,
  during daterange NOT NULL CONSTRAINT field_during_not_empty CHECK (NOT isempty(during)),
  CONSTRAINT field_code_once EXCLUDE USING gist (code WITH =, during WITH &&)
);
CREATE INDEX field_agency ON centre.field (agency_id);
COMMENT ON TABLE centre.field IS 'A field of procedures (lĩnh vực) for which an agency receives dossiers.';
COMMENT ON COLUMN centre.field.code IS 'Short code; one field at a time bears it.';
COMMENT ON COLUMN centre.field.agency_id IS 'The agency in charge.';
COMMENT ON COLUMN centre.field.during IS 'When the field is with this agency; a transfer is a new row.';
CALL centre.watch('centre.field');

RESET ROLE;
