-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is away, and when. Why is told only to those who need it.

SET LOCAL ROLE motcua_owner;

CREATE FUNCTION centre.halves(half text) RETURNS int4range
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE half WHEN 'morning' THEN int4range(0, 1) WHEN 'afternoon' THEN int4range(1, 2) ELSE int4range(0, 2) END;
COMMENT ON FUNCTION centre.halves(text) IS 'The half-days (0 morning, 1 afternoon) that day, morning or afternoon stands for.';

CREATE TABLE centre.absence (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  person_id bigint NOT NULL REFERENCES centre.person ON DELETE CASCADE,
  during daterange NOT NULL CONSTRAINT absence_during_bounded
    CHECK (NOT isempty(during) AND NOT lower_inf(during) AND NOT upper_inf(during)),
  half text NOT NULL DEFAULT 'day' CONSTRAINT absence_half CHECK (half IN ('day', 'morning', 'afternoon')),
  excused boolean NOT NULL DEFAULT true,
  CONSTRAINT absence_no_overlap EXCLUDE USING gist (person_id WITH =, during WITH &&, centre.halves(half) WITH &&)
);
CREATE INDEX absence_during ON centre.absence USING gist (during);
COMMENT ON TABLE centre.absence IS 'Days on which a person does not come (vắng); everybody in the house sees the empty chair.';
COMMENT ON COLUMN centre.absence.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.absence.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.absence.person_id IS 'Who is away.';
COMMENT ON COLUMN centre.absence.during IS 'From the first day to the day of return; half-open, never without end.';
COMMENT ON COLUMN centre.absence.half IS 'The whole day, or the same half of each of these days.';
COMMENT ON COLUMN centre.absence.excused IS 'Whether there is a reason that counts (vắng có phép).';
CALL centre.watch('centre.absence');

CREATE TABLE centre.absence_reason (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  absence_id bigint NOT NULL CONSTRAINT absence_reason_once UNIQUE REFERENCES centre.absence ON DELETE CASCADE,
  kind text NOT NULL CONSTRAINT absence_reason_kind CHECK (kind IN (
    'annual', 'sick', 'child_sick', 'maternity', 'personal_paid', 'personal_unpaid', 'compensatory', 'mission', 'training', 'meeting')),
  note text
);
COMMENT ON TABLE centre.absence_reason IS 'Why somebody is away: sickness is among the reasons, so it is kept apart and from viewers and technicians. Sensitive.';
COMMENT ON COLUMN centre.absence_reason.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.absence_reason.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.absence_reason.absence_id IS 'The absence.';
COMMENT ON COLUMN centre.absence_reason.kind IS 'The kinds of leave of the Labour Code and of insurance, and work elsewhere.';
COMMENT ON COLUMN centre.absence_reason.note IS 'What was said.';
CALL centre.watch('centre.absence_reason', 'kind', 'note');

CREATE FUNCTION centre.absences_at(as_of date)
  RETURNS TABLE (id bigint, person_id bigint, full_name text, half text, excused boolean, reason_id bigint, kind text, during daterange)
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT a.id, a.person_id, p.full_name, a.half, a.excused, r.id, r.kind, a.during
      FROM centre.absence a
      JOIN centre.person p ON p.id = a.person_id
      LEFT JOIN centre.absence_reason r ON r.absence_id = a.id
     WHERE a.during @> as_of
     ORDER BY p.sort_key, a.half;
  END;
COMMENT ON FUNCTION centre.absences_at(date) IS 'Who is away on the day; why, for those who may read it.';

-- One list of what is held of a person, from the catalogue, so that no later table is forgotten in it.
CREATE OR REPLACE FUNCTION centre.person_data(wanted bigint, purpose text DEFAULT 'copy for the person concerned') RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  result jsonb;
  part jsonb;
  t text;
BEGIN
  PERFORM centre.require('director', 'deputy', 'roster_office');
  SELECT to_jsonb(p) - ARRAY['sort_key', 'search_key'] INTO result FROM centre.person p WHERE p.id = wanted;
  IF result IS NULL THEN
    RAISE EXCEPTION 'there is no person with number %', wanted USING ERRCODE = 'MC002', CONSTRAINT = 'person_exists';
  END IF;
  result := jsonb_build_object('person', result, 'made_at', now());
  FOR t IN SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
            WHERE c.relnamespace = 'centre'::regnamespace AND c.relkind = 'r' AND a.attname = 'person_id' AND NOT a.attisdropped
            ORDER BY c.relname LOOP
    EXECUTE format('SELECT COALESCE(jsonb_agg(to_jsonb(x) ORDER BY x.id), ''[]'') FROM centre.%I x WHERE x.person_id = $1', t)
      INTO part USING wanted;
    result := result || jsonb_build_object(t, part);
  END LOOP;
  result := result || jsonb_build_object(
    'absence_reason', (SELECT COALESCE(jsonb_agg(to_jsonb(r) ORDER BY r.id), '[]')
                         FROM centre.absence_reason r JOIN centre.absence a ON a.id = r.absence_id WHERE a.person_id = wanted),
    'tour_extension', (SELECT COALESCE(jsonb_agg(to_jsonb(e) ORDER BY e.id), '[]')
                         FROM centre.tour_extension e JOIN centre.tour o ON o.id = e.tour_id WHERE o.person_id = wanted),
    'attachment', (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', a.id, 'file_name', a.file_name, 'mime_type', a.mime_type,
                                   'byte_count', a.byte_count, 'sha256', a.sha256, 'note', a.note) ORDER BY a.id), '[]')
                     FROM centre.attachment a
                    WHERE (a.subject = 'person' AND a.subject_id = wanted)
                       OR (a.subject = 'tour' AND a.subject_id IN (SELECT o.id FROM centre.tour o WHERE o.person_id = wanted))
                       OR (a.subject = 'appointment' AND a.subject_id IN (SELECT o.id FROM centre.appointment o WHERE o.person_id = wanted))),
    'access', (SELECT COALESCE(jsonb_agg(jsonb_build_object('at', s.at, 'login', s.login, 'purpose', s.purpose, 'fields', s.fields) ORDER BY s.id), '[]')
                 FROM audit.access s WHERE s.person_id = wanted));
  INSERT INTO audit.access (person_id, purpose, fields)
    VALUES (wanted, COALESCE(NULLIF(btrim(purpose), ''), 'copy for the person concerned'), ARRAY['all']);
  RETURN result;
END
$$;

-- As before, absences among what is about the person alone.
CREATE OR REPLACE FUNCTION audit.forget_person(wanted bigint, tours bigint[], appointments bigint[]) RETURNS void
  LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  person text := wanted::text;
  -- Also rows that are gone by now, or that have passed to somebody else.
  all_tours text[] := ARRAY(SELECT unnest(tours)::text UNION SELECT c.row_id::text FROM audit.change c
                             WHERE c.table_name = 'tour' AND person IN (c.old ->> 'person_id', c.new ->> 'person_id'));
  all_appointments text[] := ARRAY(SELECT unnest(appointments)::text UNION SELECT c.row_id::text FROM audit.change c
                                    WHERE c.table_name = 'appointment' AND person IN (c.old ->> 'person_id', c.new ->> 'person_id'));
BEGIN
  PERFORM set_config('centre.anonymising', 'on', true);
  -- Of what was about the person alone, that there was a change.
  UPDATE audit.change c
     SET old = CASE WHEN c.old IS NOT NULL THEN jsonb_build_object('id', c.row_id, 'anonymised', true) END,
         new = CASE WHEN c.new IS NOT NULL THEN jsonb_build_object('id', c.row_id, 'anonymised', true) END
   WHERE (c.table_name = 'person' AND c.row_id = wanted)
      OR (c.table_name IN ('person_private', 'person_condition', 'absence', 'qualification', 'service', 'rating', 'supervision_note')
          AND person IN (c.old ->> 'person_id', c.new ->> 'person_id'))
      OR (c.table_name = 'attachment' AND EXISTS (
            SELECT FROM (VALUES (c.old), (c.new)) AS side(row_data)
             WHERE (row_data ->> 'subject' = 'person' AND row_data ->> 'subject_id' = person)
                OR (row_data ->> 'subject' = 'tour' AND row_data ->> 'subject_id' = ANY (all_tours))
                OR (row_data ->> 'subject' = 'appointment' AND row_data ->> 'subject_id' = ANY (all_appointments))));
  -- Of the bare facts that stay, all but the words about the person.
  UPDATE audit.change c
     SET old = CASE WHEN c.old ? 'end_note' THEN c.old || '{"end_note": null}' ELSE c.old END,
         new = CASE WHEN c.new ? 'end_note' THEN c.new || '{"end_note": null}' ELSE c.new END
   WHERE c.table_name = 'tour' AND c.row_id::text = ANY (all_tours);
  UPDATE audit.change c
     SET old = CASE WHEN c.old ? 'note' THEN c.old || '{"note": null}' ELSE c.old END,
         new = CASE WHEN c.new ? 'note' THEN c.new || '{"note": null}' ELSE c.new END
   WHERE c.table_name = 'field_competence' AND person IN (c.old ->> 'person_id', c.new ->> 'person_id');
  -- Who had which rights stays; whose login it was does not, also before it was joined to the person.
  UPDATE audit.change c
     SET old = c.old || '{"person_id": null, "display_name": "Đã ẩn danh"}',
         new = c.new || '{"person_id": null, "display_name": "Đã ẩn danh"}'
   WHERE c.table_name = 'account'
     AND (person IN (c.old ->> 'person_id', c.new ->> 'person_id')
          OR (COALESCE(c.old ->> 'person_id', c.new ->> 'person_id') IS NULL
              AND c.row_id IN (SELECT a.row_id FROM audit.change a
                                WHERE a.table_name = 'account' AND person IN (a.old ->> 'person_id', a.new ->> 'person_id'))));
  PERFORM set_config('centre.anonymising', '', true);
END
$$;

CREATE FUNCTION centre.forget_absences() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  DELETE FROM centre.absence WHERE person_id = NEW.id;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.forget_absences() IS 'Who is made anonymous leaves no absences behind: they tell of health.';
CREATE TRIGGER forget_absences AFTER UPDATE OF anonymised_on ON centre.person
  FOR EACH ROW WHEN (OLD.anonymised_on IS NULL AND NEW.anonymised_on IS NOT NULL) EXECUTE FUNCTION centre.forget_absences();

-- The sample: the absences that its people name, counted in days from its base day.
CREATE FUNCTION centre.load_demo_absences(base_date date, demo jsonb) RETURNS void
  LANGUAGE plpgsql
  AS $$
DECLARE
  one record;
  new_id bigint;
BEGIN
  FOR one IN
    SELECT p.id AS person, a.value AS said
      FROM jsonb_array_elements(demo -> 'people') WITH ORDINALITY e(value, place)
      JOIN centre.person p ON p.is_sample AND p.full_name = e.value ->> 'name',
           jsonb_array_elements(e.value -> 'absences') a(value)
     ORDER BY e.place
  LOOP
    INSERT INTO centre.absence (person_id, during, half)
      VALUES (one.person, daterange(base_date + (one.said ->> 'begin_days')::int, base_date + (one.said ->> 'until_days')::int),
              COALESCE(one.said ->> 'half', 'day')) RETURNING id INTO new_id;
    INSERT INTO centre.absence_reason (absence_id, kind, note) VALUES (new_id, one.said ->> 'kind', 'Dữ liệu mẫu');
  END LOOP;
END
$$;
COMMENT ON FUNCTION centre.load_demo_absences(date, jsonb) IS 'Part of centre.load_demo(): who is away around the base day.';

RESET ROLE;
