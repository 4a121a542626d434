-- SPDX-License-Identifier: GPL-3.0-or-later
-- People: what the law makes public, what stays hidden, and what they can do.

SET LOCAL ROLE motcua_owner;

CREATE TABLE centre.rank (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  code text NOT NULL CONSTRAINT rank_code_once UNIQUE,
  name text NOT NULL CONSTRAINT rank_name_given CHECK (btrim(name) <> ''),
  grade int NOT NULL,
  specialist_equivalent boolean NOT NULL
);
COMMENT ON TABLE centre.rank IS 'Civil-service rank (ngạch) or professional title.';
COMMENT ON COLUMN centre.rank.code IS 'Code of the rank.';
COMMENT ON COLUMN centre.rank.grade IS 'Higher number, higher rank; for comparison only.';
COMMENT ON COLUMN centre.rank.specialist_equivalent IS 'Chuyên viên or equivalent, or higher: the standard of Decree 61/2018 Art 11.1.';
CALL centre.watch('centre.rank');

CREATE TABLE centre.attachment (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  subject text NOT NULL CONSTRAINT attachment_subject CHECK (subject IN ('person', 'tour', 'agency', 'appointment')),
  subject_id bigint NOT NULL,
  file_name text NOT NULL CONSTRAINT attachment_file_name CHECK (btrim(file_name) <> '' AND file_name !~ '[/\\]'),
  mime_type text NOT NULL CONSTRAINT attachment_mime_type CHECK (mime_type ~ '^[a-z]+/[a-z0-9.+-]+$'),
  content bytea NOT NULL CONSTRAINT attachment_at_most_20_mib CHECK (octet_length(content) BETWEEN 1 AND 20 * 1024 * 1024),
  byte_count bigint NOT NULL DEFAULT 0,
  sha256 text NOT NULL DEFAULT '',
  note text,
  added_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE centre.attachment ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX attachment_subject_row ON centre.attachment (subject, subject_id);
COMMENT ON TABLE centre.attachment IS 'A scan of a decision or another file, at most 20 MiB.';
COMMENT ON COLUMN centre.attachment.subject IS 'Kind of the thing that it belongs to.';
COMMENT ON COLUMN centre.attachment.subject_id IS 'The row of that kind.';
COMMENT ON COLUMN centre.attachment.content IS 'The file itself.';
COMMENT ON COLUMN centre.attachment.byte_count IS 'Size in bytes, counted by the database.';
COMMENT ON COLUMN centre.attachment.sha256 IS 'Checksum in hexadecimal, computed by the database.';

CREATE FUNCTION centre.measure_attachment() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
BEGIN
  NEW.byte_count := octet_length(NEW.content);
  NEW.sha256 := encode(sha256(NEW.content), 'hex');
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION centre.measure_attachment() IS 'Size and checksum are computed here and believed from nobody.';
CREATE TRIGGER b_measure BEFORE INSERT OR UPDATE OF content, byte_count, sha256 ON centre.attachment
  FOR EACH ROW EXECUTE FUNCTION centre.measure_attachment();
CALL centre.watch('centre.attachment', 'content');

CREATE TABLE centre.person (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  full_name text NOT NULL CONSTRAINT person_full_name_given CHECK (btrim(full_name) <> ''),
  family_name text NOT NULL DEFAULT '',
  middle_name text NOT NULL DEFAULT '',
  given_name text NOT NULL DEFAULT '' CONSTRAINT person_given_name_given CHECK (given_name <> ''),
  sex text NOT NULL DEFAULT 'unknown' CONSTRAINT person_sex CHECK (sex IN ('male', 'female', 'unknown')),
  title_prefix text,
  public_phone text,
  email text,
  photo_id bigint REFERENCES centre.attachment ON DELETE SET NULL,
  rank_id bigint REFERENCES centre.rank,
  employment text NOT NULL DEFAULT 'civil_servant'
    CONSTRAINT person_employment CHECK (employment IN ('civil_servant', 'public_employee', 'contract', 'postal')),
  is_sample boolean NOT NULL DEFAULT false,
  joined_state_service date,
  note text,
  anonymised_on date,
  sort_key text COLLATE "C" NOT NULL DEFAULT '',
  search_key text NOT NULL DEFAULT ''
);
CREATE INDEX person_sort ON centre.person (sort_key, id);
CREATE INDEX person_search ON centre.person USING gin (search_key public.gin_trgm_ops);
CREATE INDEX person_photo ON centre.person (photo_id) WHERE photo_id IS NOT NULL;
COMMENT ON TABLE centre.person IS 'A person who works or worked at the centre. Name, title, field and telephone are public by law (Decree 61/2018 Art 9.7).';
COMMENT ON COLUMN centre.person.full_name IS 'The name as the person writes it (NFC); never rewritten.';
COMMENT ON COLUMN centre.person.family_name IS 'Họ; suggested from the full name when empty.';
COMMENT ON COLUMN centre.person.middle_name IS 'Tên đệm.';
COMMENT ON COLUMN centre.person.given_name IS 'Tên; lists are sorted by it.';
COMMENT ON COLUMN centre.person.title_prefix IS 'Form of address in papers (Ông, Bà) where it is not told by the sex.';
COMMENT ON COLUMN centre.person.public_phone IS 'Telephone at work, published.';
COMMENT ON COLUMN centre.person.employment IS 'civil_servant (công chức), public_employee (viên chức), contract (người lao động), postal (bưu chính).';
COMMENT ON COLUMN centre.person.is_sample IS 'Invented, for the sample centre; may be removed at a stroke.';
COMMENT ON COLUMN centre.person.joined_state_service IS 'First day in State service, for annual leave.';
COMMENT ON COLUMN centre.person.anonymised_on IS 'Day on which the personal data were removed after the retention term.';
COMMENT ON COLUMN centre.person.sort_key IS 'From the three names, by trigger; order by it under COLLATE "C".';
COMMENT ON COLUMN centre.person.search_key IS 'From the full name, by trigger (centre.fold).';

CREATE FUNCTION centre.complete_names() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
DECLARE
  words text[];
BEGIN
  NEW.full_name := btrim(regexp_replace(normalize(NEW.full_name, NFC), '\s+', ' ', 'g'));
  IF COALESCE(NEW.given_name, '') = '' THEN
    words := string_to_array(NEW.full_name, ' ');
    NEW.given_name := COALESCE(words[cardinality(words)], '');
    NEW.family_name := CASE WHEN cardinality(words) > 1 THEN words[1] ELSE '' END;
    NEW.middle_name := COALESCE(array_to_string(words[2:cardinality(words) - 1], ' '), '');
  END IF;
  NEW.given_name := btrim(normalize(NEW.given_name, NFC));
  NEW.middle_name := btrim(normalize(COALESCE(NEW.middle_name, ''), NFC));
  NEW.family_name := btrim(normalize(COALESCE(NEW.family_name, ''), NFC));
  NEW.sort_key := centre.name_sort_key(NEW.given_name, NEW.middle_name, NEW.family_name);
  NEW.search_key := centre.fold(NEW.full_name);
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION centre.complete_names() IS 'Parts of the name where not given, and the keys for sorting and searching.';
CREATE TRIGGER b_complete_names BEFORE INSERT OR UPDATE ON centre.person
  FOR EACH ROW EXECUTE FUNCTION centre.complete_names();
CALL centre.watch('centre.person');

CREATE TABLE centre.person_private (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  person_id bigint NOT NULL CONSTRAINT person_private_once UNIQUE REFERENCES centre.person ON DELETE CASCADE,
  birth_date date CONSTRAINT person_private_birth_date CHECK (birth_date > '1900-01-01'),
  identity_no text CONSTRAINT person_private_identity_no CHECK (identity_no ~ '^([0-9]{9}|[0-9]{12})$'),
  home_address text,
  private_phone text
);
COMMENT ON TABLE centre.person_private IS 'Sensitive personal data: nobody reads this table; centre.read_private() shows one person and logs it.';
COMMENT ON COLUMN centre.person_private.birth_date IS 'Purpose: identity in decisions, retirement age. Basis: Law 91/2025/QH15 Art 25.';
COMMENT ON COLUMN centre.person_private.identity_no IS 'Number of the identity card, 12 digits (old: 9). Purpose: identity in decisions.';
COMMENT ON COLUMN centre.person_private.home_address IS 'Purpose: to reach the person. Withheld from lists and prints.';
COMMENT ON COLUMN centre.person_private.private_phone IS 'Purpose: to reach the person off duty.';
CALL centre.watch('centre.person_private', 'birth_date', 'identity_no', 'home_address', 'private_phone');

CREATE TABLE centre.person_condition (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  person_id bigint NOT NULL REFERENCES centre.person ON DELETE CASCADE,
  kind text NOT NULL CONSTRAINT person_condition_kind
    CHECK (kind IN ('pregnancy', 'maternity', 'child_under_36_months', 'discipline', 'serious_illness')),
  during daterange NOT NULL CONSTRAINT person_condition_during_not_empty CHECK (NOT isempty(during)),
  note text,
  decision_no text,
  CONSTRAINT person_condition_no_overlap EXCLUDE USING gist (person_id WITH =, kind WITH =, during WITH &&)
);
COMMENT ON TABLE centre.person_condition IS 'Conditions in which nobody may be seconded (Decree 170/2025 Arts 25.5, 26.7). Sensitive.';
COMMENT ON COLUMN centre.person_condition.kind IS 'pregnancy, maternity, child_under_36_months, discipline, serious_illness.';
COMMENT ON COLUMN centre.person_condition.during IS 'When it holds.';
CALL centre.watch('centre.person_condition', 'note');

CREATE TABLE centre.home_agency (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  person_id bigint NOT NULL REFERENCES centre.person ON DELETE CASCADE,
  agency_id bigint NOT NULL REFERENCES centre.agency,
  during daterange NOT NULL CONSTRAINT home_agency_during_not_empty CHECK (NOT isempty(during)),
  decision_no text,
  CONSTRAINT home_agency_no_overlap EXCLUDE USING gist (person_id WITH =, during WITH &&)
);
CREATE INDEX home_agency_agency ON centre.home_agency (agency_id);
COMMENT ON TABLE centre.home_agency IS 'To which agency a person belongs (cơ quan chủ quản), with its time.';
COMMENT ON COLUMN centre.home_agency.during IS 'When the person belongs there.';
COMMENT ON COLUMN centre.home_agency.decision_no IS 'Act of the move, where there is one.';
CALL centre.watch('centre.home_agency');

CREATE TABLE centre.qualification (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  person_id bigint NOT NULL REFERENCES centre.person ON DELETE CASCADE,
  level text NOT NULL CONSTRAINT qualification_level_given CHECK (btrim(level) <> ''),
  major text,
  institution text,
  year int CONSTRAINT qualification_year CHECK (year BETWEEN 1950 AND 2100)
);
CREATE INDEX qualification_person ON centre.qualification (person_id);
COMMENT ON TABLE centre.qualification IS 'Degrees and certificates.';
COMMENT ON COLUMN centre.qualification.level IS 'Such as Đại học, Thạc sĩ, Trung cấp.';
COMMENT ON COLUMN centre.qualification.major IS 'Subject studied.';
CALL centre.watch('centre.qualification');

CREATE TABLE centre.field_competence (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  person_id bigint NOT NULL REFERENCES centre.person ON DELETE CASCADE,
  field_id bigint NOT NULL REFERENCES centre.field,
  level text NOT NULL CONSTRAINT field_competence_level CHECK (level IN ('trained', 'certified')),
  during daterange NOT NULL CONSTRAINT field_competence_during_not_empty CHECK (NOT isempty(during)),
  note text,
  CONSTRAINT field_competence_no_overlap EXCLUDE USING gist (person_id WITH =, field_id WITH =, during WITH &&)
);
CREATE INDEX field_competence_field ON centre.field_competence (field_id);
COMMENT ON TABLE centre.field_competence IS 'For which fields a person may receive dossiers; also those of a second agency.';
COMMENT ON COLUMN centre.field_competence.level IS 'trained (was shown the work) or certified (may do it alone).';
CALL centre.watch('centre.field_competence');

CREATE TABLE centre.service (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  person_id bigint NOT NULL REFERENCES centre.person ON DELETE CASCADE,
  agency_id bigint REFERENCES centre.agency,
  employer text NOT NULL DEFAULT '',
  field_name text NOT NULL DEFAULT '',
  role text NOT NULL DEFAULT '',
  during daterange NOT NULL CONSTRAINT service_during_not_empty CHECK (NOT isempty(during)),
  CONSTRAINT service_somewhere CHECK (agency_id IS NOT NULL OR employer <> '')
);
CREATE INDEX service_person ON centre.service (person_id);
COMMENT ON TABLE centre.service IS 'Where a person has worked: years in the field are counted from here.';
COMMENT ON COLUMN centre.service.agency_id IS 'The agency, where it is one of ours.';
COMMENT ON COLUMN centre.service.employer IS 'Its name otherwise.';
COMMENT ON COLUMN centre.service.field_name IS 'Field of work.';
COMMENT ON COLUMN centre.service.role IS 'Position held.';
CALL centre.watch('centre.service');

CREATE TABLE centre.rating (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  person_id bigint NOT NULL REFERENCES centre.person,
  year int NOT NULL CONSTRAINT rating_year CHECK (year BETWEEN 1990 AND 2100),
  level text NOT NULL CONSTRAINT rating_level CHECK (level IN ('excellent', 'good', 'completed', 'not_completed')),
  rated_by text,
  decision_no text,
  CONSTRAINT rating_once_a_year UNIQUE (person_id, year)
);
COMMENT ON TABLE centre.rating IS 'Yearly quality rating as received from the home agency (Law 80/2025/QH15 Art 26). Sensitive.';
COMMENT ON COLUMN centre.rating.level IS 'excellent, good, completed, not_completed: the four levels of the law.';
COMMENT ON COLUMN centre.rating.rated_by IS 'Who rated.';
CALL centre.watch('centre.rating');

RESET ROLE;
