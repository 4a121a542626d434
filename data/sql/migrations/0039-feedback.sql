-- SPDX-License-Identifier: GPL-3.0-or-later
-- What citizens say of the service, and what the Supervision section sees. Who said it is kept elsewhere.

SET LOCAL ROLE motcua_owner;

CREATE FUNCTION centre.names_the_public(words text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN words ~ '[0-9]{6}' OR words ~ '(^|[^0-9])(0|[+]84 ?)[0-9]{2,3}[ .-][0-9]{3}[ .-][0-9]{3,4}' OR words ~ '[^ ]@[^ ]';
COMMENT ON FUNCTION centre.names_the_public(text) IS
  'Whether words hold what tells of a citizen: six digits in a row (the code of a dossier, an identity card, a telephone), a telephone in groups, an e-mail.';

-- What citizens say ------------------------------------------------------

CREATE TABLE centre.feedback (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  kind text NOT NULL CONSTRAINT feedback_kind CHECK (kind IN ('feedback', 'complaint', 'compliment')),
  channel text NOT NULL CONSTRAINT feedback_channel
    CHECK (channel IN ('counter', 'device', 'slip', 'box', 'online', 'phone', 'letter', 'survey', 'camera', 'other')),
  received_on date NOT NULL,
  person_id bigint REFERENCES centre.person ON DELETE CASCADE,
  counter_id bigint REFERENCES centre.counter,
  agency_id bigint REFERENCES centre.agency,
  matter text NOT NULL CONSTRAINT feedback_matter_given CHECK (btrim(matter) <> '')
    CONSTRAINT feedback_matter_public CHECK (NOT centre.names_the_public(matter)),
  kept_at text CONSTRAINT feedback_kept_at_public CHECK (NOT centre.names_the_public(kept_at)),
  state text NOT NULL DEFAULT 'received' CONSTRAINT feedback_state CHECK (state IN ('received', 'examined', 'settled', 'answered')),
  outcome text CONSTRAINT feedback_outcome CHECK (outcome IN ('upheld', 'rejected')),
  finding text CONSTRAINT feedback_finding_public CHECK (NOT centre.names_the_public(finding)),
  answered_on date CONSTRAINT feedback_answered_later CHECK (answered_on >= received_on),
  paper_id bigint REFERENCES centre.paper,
  is_sample boolean NOT NULL DEFAULT false,
  CONSTRAINT feedback_settled_said CHECK ((state IN ('settled', 'answered')) = (outcome IS NOT NULL)),
  CONSTRAINT feedback_finding_said CHECK (outcome IS NULL OR kind = 'compliment' OR COALESCE(btrim(finding), '') <> ''),
  CONSTRAINT feedback_answered_dated CHECK ((state = 'answered') = (answered_on IS NOT NULL)),
  CONSTRAINT feedback_paper_of_answer CHECK (paper_id IS NULL OR state = 'answered')
);
CREATE INDEX feedback_person ON centre.feedback (person_id);
CREATE INDEX feedback_counter ON centre.feedback (counter_id);
CREATE INDEX feedback_agency ON centre.feedback (agency_id);
CREATE INDEX feedback_paper ON centre.feedback (paper_id);
CREATE INDEX feedback_received ON centre.feedback (received_on);
COMMENT ON TABLE centre.feedback IS 'Complaints, feedback and compliments (Decree 61/2018, Articles 29, 31): about whom, and what came of it. Never who said it.';
COMMENT ON COLUMN centre.feedback.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.feedback.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.feedback.kind IS 'feedback (phản ánh, kiến nghị), complaint (khiếu nại), compliment (khen ngợi).';
COMMENT ON COLUMN centre.feedback.channel IS 'How it came: at the counter, by the device at the counter, on a slip, in the suggestion box, online, by telephone, by letter, in a survey, seen by camera.';
COMMENT ON COLUMN centre.feedback.received_on IS 'The day on which it came; not in the future.';
COMMENT ON COLUMN centre.feedback.person_id IS 'The officer whom it is about, where it is about one.';
COMMENT ON COLUMN centre.feedback.counter_id IS 'The counter that it is about.';
COMMENT ON COLUMN centre.feedback.agency_id IS 'The agency whose service it is about.';
COMMENT ON COLUMN centre.feedback.matter IS 'What is said, in words of the office: no name, telephone or dossier code of a citizen.';
COMMENT ON COLUMN centre.feedback.kept_at IS 'The other system or book in which the sender can be found; its name alone, without a number.';
COMMENT ON COLUMN centre.feedback.state IS 'received, examined, settled (upheld or rejected), answered.';
COMMENT ON COLUMN centre.feedback.outcome IS 'Once settled: upheld or rejected.';
COMMENT ON COLUMN centre.feedback.finding IS 'What was found; a compliment needs none.';
COMMENT ON COLUMN centre.feedback.answered_on IS 'The day of the answer.';
COMMENT ON COLUMN centre.feedback.paper_id IS 'The paper of the answer in the register, if it was one.';
COMMENT ON COLUMN centre.feedback.is_sample IS 'Of the sample centre; goes with it.';
-- The words are not kept a second time in the audit, which nobody could clear of them.
CALL centre.watch('centre.feedback', 'matter', 'finding', 'kept_at');

CREATE FUNCTION centre.guard_feedback() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  steps text[] := ARRAY['received', 'examined', 'settled', 'answered'];
  settles boolean := (SELECT centre.group_role()) IN ('owner', 'director', 'deputy');
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.outcome IS NOT NULL AND NOT settles AND pg_trigger_depth() = 1 THEN
      RAISE EXCEPTION 'what was settled stays' USING ERRCODE = 'MC003', CONSTRAINT = 'feedback_leaders_settle', TABLE = 'feedback', SCHEMA = 'centre';
    END IF;
    RETURN OLD;
  END IF;
  IF NEW.received_on > centre.today() OR NEW.answered_on > centre.today() THEN
    RAISE EXCEPTION 'that day is still to come' USING ERRCODE = 'MC002', CONSTRAINT = 'feedback_not_ahead', TABLE = 'feedback', SCHEMA = 'centre';
  END IF;
  IF TG_OP = 'UPDATE' AND abs(array_position(steps, NEW.state) - array_position(steps, OLD.state)) > 1 THEN
    RAISE EXCEPTION 'from % it does not become % at once', OLD.state, NEW.state
      USING ERRCODE = 'MC003', CONSTRAINT = 'feedback_step', TABLE = 'feedback', SCHEMA = 'centre';
  END IF;
  IF settles THEN
    RETURN NEW;
  END IF;
  -- To others it is closed once it is settled, but for its answer.
  IF (TG_OP = 'INSERT' AND NEW.outcome IS NOT NULL)
     OR (TG_OP = 'UPDATE' AND NEW.outcome IS DISTINCT FROM OLD.outcome)
     OR (TG_OP = 'UPDATE' AND OLD.outcome IS NOT NULL
         AND (NEW.kind, NEW.channel, NEW.received_on, NEW.person_id, NEW.counter_id, NEW.agency_id, NEW.matter, NEW.finding)
             IS DISTINCT FROM (OLD.kind, OLD.channel, OLD.received_on, OLD.person_id, OLD.counter_id, OLD.agency_id, OLD.matter, OLD.finding)) THEN
    RAISE EXCEPTION 'the director or a deputy settles it'
      USING ERRCODE = 'MC003', CONSTRAINT = 'feedback_leaders_settle', TABLE = 'feedback', SCHEMA = 'centre';
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION centre.guard_feedback() IS 'One step at a time, and whether it was right is said by the director or a deputy.';
CREATE TRIGGER a_guard_feedback BEFORE INSERT OR UPDATE OR DELETE ON centre.feedback FOR EACH ROW EXECUTE FUNCTION centre.guard_feedback();

CREATE FUNCTION centre.forget_feedback() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  UPDATE centre.feedback SET matter = 'Đã ẩn danh', finding = CASE WHEN finding IS NOT NULL THEN 'Đã ẩn danh' END, kept_at = NULL
   WHERE person_id = NEW.id;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.forget_feedback() IS 'Part of centre.anonymise_person(): that there was feedback stays, its words do not.';
CREATE TRIGGER forget_feedback AFTER UPDATE OF anonymised_on ON centre.person
  FOR EACH ROW WHEN (OLD.anonymised_on IS NULL AND NEW.anonymised_on IS NOT NULL) EXECUTE FUNCTION centre.forget_feedback();

-- What the Supervision section sees --------------------------------------

CREATE TABLE centre.supervision_kind (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  code text NOT NULL CONSTRAINT supervision_kind_once UNIQUE CONSTRAINT supervision_kind_code CHECK (code ~ '^[a-z][a-z0-9_]*$'),
  name text NOT NULL CONSTRAINT supervision_kind_name_given CHECK (btrim(name) <> ''),
  in_use boolean NOT NULL DEFAULT true,
  sort_order int NOT NULL DEFAULT 100
);
COMMENT ON TABLE centre.supervision_kind IS 'What the Supervision section looks at; to be set by the office, for no list was found in any act.';
COMMENT ON COLUMN centre.supervision_kind.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.supervision_kind.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.supervision_kind.code IS 'Short name for schemes of evaluation.';
COMMENT ON COLUMN centre.supervision_kind.name IS 'What it is called.';
COMMENT ON COLUMN centre.supervision_kind.in_use IS 'False: kept for old notes.';
COMMENT ON COLUMN centre.supervision_kind.sort_order IS 'Place in lists.';
CALL centre.watch('centre.supervision_kind');
INSERT INTO centre.supervision_kind (code, name, sort_order) VALUES
  ('card', 'Đeo thẻ', 10), ('dress', 'Trang phục', 20), ('hours', 'Giờ giấc làm việc', 30), ('attitude', 'Thái độ phục vụ', 40),
  ('counter_order', 'Trật tự, ngăn nắp tại quầy', 50), ('other', 'Việc khác', 90);

ALTER TABLE centre.supervision_note
  ADD COLUMN kind_id bigint REFERENCES centre.supervision_kind,
  ADD COLUMN counter_id bigint REFERENCES centre.counter,
  ADD COLUMN result text NOT NULL DEFAULT 'noted' CONSTRAINT supervision_note_result
    CHECK (result IN ('noted', 'in_order', 'reminded', 'breach')),
  ADD COLUMN follow_up text,
  ADD COLUMN is_sample boolean NOT NULL DEFAULT false,
  ADD COLUMN followed_up_on date CONSTRAINT supervision_note_followed_up_later CHECK (followed_up_on >= noted_on),
  ADD CONSTRAINT supervision_note_public CHECK (NOT centre.names_the_public(body) AND NOT COALESCE(centre.names_the_public(follow_up), false)) NOT VALID,
  ADD CONSTRAINT supervision_note_follow_up_said CHECK (followed_up_on IS NULL OR COALESCE(btrim(follow_up), '') <> '');
CREATE INDEX supervision_note_noted ON centre.supervision_note (noted_on);
COMMENT ON COLUMN centre.supervision_note.kind_id IS 'What was looked at.';
COMMENT ON COLUMN centre.supervision_note.counter_id IS 'The counter at which it was.';
COMMENT ON COLUMN centre.supervision_note.result IS 'noted, in_order (đạt), reminded (đã nhắc nhở), breach (vi phạm).';
COMMENT ON COLUMN centre.supervision_note.is_sample IS 'Of the sample centre; goes with it.';
COMMENT ON COLUMN centre.supervision_note.follow_up IS 'What is to be done.';
COMMENT ON COLUMN centre.supervision_note.followed_up_on IS 'The day on which that was done or looked at again.';

-- The sample -------------------------------------------------------------

CREATE FUNCTION centre.load_demo_feedback(base_date date, demo jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  today date := LEAST(base_date, centre.today()); -- nothing is said ahead
BEGIN
  PERFORM centre.require('director');
  IF NOT EXISTS (SELECT FROM centre.person p WHERE p.is_sample) OR EXISTS (SELECT FROM centre.feedback f WHERE f.is_sample) THEN
    RETURN;
  END IF;
  INSERT INTO centre.feedback (kind, channel, received_on, person_id, counter_id, agency_id, matter, kept_at, state, outcome, finding, answered_on, is_sample)
    SELECT f.value ->> 'kind', f.value ->> 'channel', today - (f.value ->> 'days_ago')::int, p.id,
           (SELECT c.id FROM centre.counter c WHERE c.number = (f.value ->> 'counter')::int AND c.during @> base_date),
           (SELECT t.agency_id FROM centre.tour t WHERE t.person_id = p.id AND t.during @> (base_date - (f.value ->> 'days_ago')::int) LIMIT 1),
           (f.value ->> 'matter') || ' (dữ liệu mẫu)', f.value ->> 'kept_at', f.value ->> 'state', f.value ->> 'outcome', f.value ->> 'finding',
           today - (f.value ->> 'answered_days_ago')::int, true
      FROM jsonb_array_elements(demo -> 'feedback') WITH ORDINALITY f(value, place)
      LEFT JOIN LATERAL (SELECT s.id FROM jsonb_array_elements(demo -> 'people') e(value) JOIN centre.person s ON s.is_sample AND s.full_name = e.value ->> 'name'
                          WHERE e.value ->> 'key' = f.value ->> 'about') p ON true
     ORDER BY f.place;
  INSERT INTO centre.supervision_note (kind_id, noted_on, person_id, agency_id, counter_id, body, result, follow_up, followed_up_on, is_sample)
    SELECT k.id, today - (n.value ->> 'days_ago')::int, p.id,
           (SELECT t.agency_id FROM centre.tour t WHERE t.person_id = p.id AND t.during @> (base_date - (n.value ->> 'days_ago')::int) LIMIT 1),
           (SELECT c.id FROM centre.counter c WHERE c.number = (n.value ->> 'counter')::int AND c.during @> base_date),
           (n.value ->> 'body') || ' (dữ liệu mẫu)', n.value ->> 'result', n.value ->> 'follow_up', today - (n.value ->> 'followed_up_days_ago')::int, true
      FROM jsonb_array_elements(demo -> 'supervision') WITH ORDINALITY n(value, place)
      JOIN centre.supervision_kind k ON k.code = n.value ->> 'kind'
      LEFT JOIN LATERAL (SELECT s.id FROM jsonb_array_elements(demo -> 'people') e(value) JOIN centre.person s ON s.is_sample AND s.full_name = e.value ->> 'name'
                          WHERE e.value ->> 'key' = n.value ->> 'about') p ON true
     ORDER BY n.place;
END
$$;
COMMENT ON FUNCTION centre.load_demo_feedback(date, jsonb) IS 'The sample: what was said of its people, and what supervisors saw, marked as samples. Director only.';

CREATE FUNCTION centre.remove_sample_feedback() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  IF current_setting('centre.correction_reason', true) IS DISTINCT FROM 'sample removed' THEN
    RETURN OLD;
  END IF;
  DELETE FROM centre.feedback f WHERE f.is_sample;
  DELETE FROM centre.supervision_note n WHERE n.is_sample;
  IF TG_TABLE_NAME = 'counter' THEN
    UPDATE centre.feedback f SET counter_id = NULL WHERE f.counter_id = OLD.id;
    UPDATE centre.supervision_note n SET counter_id = NULL WHERE n.counter_id = OLD.id;
  END IF;
  RETURN OLD;
END
$$;
COMMENT ON FUNCTION centre.remove_sample_feedback() IS 'Part of centre.remove_sample(): what was said and seen of the invented people goes before they and their counters do.';
CREATE TRIGGER b_remove_sample_feedback BEFORE DELETE ON centre.counter
  FOR EACH ROW WHEN (OLD.is_sample) EXECUTE FUNCTION centre.remove_sample_feedback();
CREATE TRIGGER b_remove_sample_feedback BEFORE DELETE ON centre.person
  FOR EACH ROW WHEN (OLD.is_sample) EXECUTE FUNCTION centre.remove_sample_feedback();

RESET ROLE;
