-- SPDX-License-Identifier: GPL-3.0-or-later
-- Counters: where they stand, whom and what they serve, what is on them, and who sits there.

SET LOCAL ROLE motcua_owner;

CREATE TABLE centre.counter (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  number int NOT NULL CONSTRAINT counter_number_positive CHECK (number > 0),
  name text NOT NULL CONSTRAINT counter_name_given CHECK (btrim(name) <> ''),
  level int NOT NULL DEFAULT 0 CONSTRAINT counter_level CHECK (level BETWEEN -5 AND 100),
  place text,
  seats int NOT NULL DEFAULT 1 CONSTRAINT counter_seats_positive CHECK (seats >= 1),
  note text,
  is_sample boolean NOT NULL DEFAULT false,
  during daterange NOT NULL CONSTRAINT counter_during_not_empty CHECK (NOT isempty(during)),
  CONSTRAINT counter_number_once EXCLUDE USING gist (number WITH =, during WITH &&)
);
COMMENT ON TABLE centre.counter IS 'A counter of the reception area (quầy); several agencies may share one, an agency may have several.';
COMMENT ON COLUMN centre.counter.number IS 'Number on its plate; one counter at a time bears it.';
COMMENT ON COLUMN centre.counter.level IS 'Floor: 0 is the ground floor, as in centre.floor.';
COMMENT ON COLUMN centre.counter.place IS 'Where on the floor, in words.';
COMMENT ON COLUMN centre.counter.seats IS 'How many officers sit there at a time.';
COMMENT ON COLUMN centre.counter.is_sample IS 'Of the sample centre; goes with it.';
COMMENT ON COLUMN centre.counter.during IS 'When the counter is there.';
CALL centre.watch('centre.counter');

CREATE TABLE centre.counter_agency (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  counter_id bigint NOT NULL REFERENCES centre.counter ON DELETE CASCADE,
  agency_id bigint NOT NULL REFERENCES centre.agency,
  during daterange NOT NULL CONSTRAINT counter_agency_during_not_empty CHECK (NOT isempty(during)),
  CONSTRAINT counter_agency_no_overlap EXCLUDE USING gist (counter_id WITH =, agency_id WITH =, during WITH &&)
);
CREATE INDEX counter_agency_counter ON centre.counter_agency (counter_id);
CREATE INDEX counter_agency_agency ON centre.counter_agency (agency_id);
COMMENT ON TABLE centre.counter_agency IS 'Which agencies receive at a counter.';
COMMENT ON COLUMN centre.counter_agency.counter_id IS 'The counter.';
CALL centre.watch('centre.counter_agency');

CREATE TABLE centre.counter_field (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  counter_id bigint NOT NULL REFERENCES centre.counter ON DELETE CASCADE,
  field_id bigint NOT NULL REFERENCES centre.field,
  during daterange NOT NULL CONSTRAINT counter_field_during_not_empty CHECK (NOT isempty(during)),
  CONSTRAINT counter_field_no_overlap EXCLUDE USING gist (counter_id WITH =, field_id WITH =, during WITH &&)
);
CREATE INDEX counter_field_counter ON centre.counter_field (counter_id);
CREATE INDEX counter_field_field ON centre.counter_field (field_id);
COMMENT ON TABLE centre.counter_field IS 'Which fields of procedures are served at a counter.';
COMMENT ON COLUMN centre.counter_field.counter_id IS 'The counter.';
COMMENT ON COLUMN centre.counter_field.field_id IS 'The field.';
CALL centre.watch('centre.counter_field');

CREATE TABLE centre.equipment (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  kind text NOT NULL CONSTRAINT equipment_kind
    CHECK (kind IN ('desk', 'computer', 'printer', 'scanner', 'cabinet', 'staff_chair', 'client_chair', 'waiting_chair',
                    'queue_machine', 'kiosk', 'camera', 'survey_device', 'water', 'other')),
  inventory_no text CONSTRAINT equipment_inventory_no_given CHECK (btrim(inventory_no) <> ''),
  name text NOT NULL CONSTRAINT equipment_name_given CHECK (btrim(name) <> ''),
  counter_id bigint REFERENCES centre.counter,
  area text,
  state text NOT NULL DEFAULT 'in_use' CONSTRAINT equipment_state
    CHECK (state IN ('in_use', 'spare', 'broken', 'in_repair', 'disposed')),
  acquired date,
  note text,
  is_sample boolean NOT NULL DEFAULT false,
  during daterange NOT NULL CONSTRAINT equipment_during_not_empty CHECK (NOT isempty(during)),
  CONSTRAINT equipment_inventory_no_once EXCLUDE USING gist (inventory_no WITH =, during WITH &&)
);
CREATE INDEX equipment_counter ON centre.equipment (counter_id);
COMMENT ON TABLE centre.equipment IS 'What stands at a counter or in an area of the centre, by the list of premises of the plan.';
COMMENT ON COLUMN centre.equipment.kind IS 'desk, computer, printer, scanner, cabinet, staff_chair, client_chair, waiting_chair, queue_machine, kiosk, camera, survey_device, water, other.';
COMMENT ON COLUMN centre.equipment.inventory_no IS 'Number in the register of assets; one thing at a time bears it.';
COMMENT ON COLUMN centre.equipment.counter_id IS 'The counter where it stands.';
COMMENT ON COLUMN centre.equipment.area IS 'The area of the premises where it stands, if not at a counter.';
COMMENT ON COLUMN centre.equipment.state IS 'in_use, spare, broken, in_repair, disposed.';
COMMENT ON COLUMN centre.equipment.acquired IS 'Day on which it was acquired.';
COMMENT ON COLUMN centre.equipment.is_sample IS 'Of the sample centre; goes with it.';
COMMENT ON COLUMN centre.equipment.during IS 'When it is there.';
CALL centre.watch('centre.equipment');

CREATE TABLE centre.procedure (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  code text NOT NULL CONSTRAINT procedure_code_given CHECK (btrim(code) <> ''),
  name text NOT NULL CONSTRAINT procedure_name_given CHECK (btrim(name) <> ''),
  agency_id bigint NOT NULL REFERENCES centre.agency,
  field_id bigint REFERENCES centre.field,
  received boolean NOT NULL DEFAULT true,
  reason text CONSTRAINT procedure_reason CHECK (reason IN ('mobile', 'on_site', 'other')),
  source text,
  note text,
  is_sample boolean NOT NULL DEFAULT false,
  during daterange NOT NULL CONSTRAINT procedure_during_not_empty CHECK (NOT isempty(during)),
  CONSTRAINT procedure_code_once EXCLUDE USING gist (code WITH =, during WITH &&),
  CONSTRAINT procedure_reason_given CHECK (received OR reason IS NOT NULL),
  CONSTRAINT procedure_received_without_reason CHECK (NOT received OR reason IS NULL),
  CONSTRAINT procedure_other_noted CHECK (reason IS DISTINCT FROM 'other' OR COALESCE(btrim(note), '') <> '')
);
CREATE INDEX procedure_agency ON centre.procedure (agency_id);
CREATE INDEX procedure_field ON centre.procedure (field_id);
CREATE INDEX procedure_search ON centre.procedure USING gin (centre.fold(code || ' ' || name) public.gin_trgm_ops);
COMMENT ON TABLE centre.procedure IS 'The catalogue of administrative procedures: which are received at the centre, which are not and why.';
COMMENT ON COLUMN centre.procedure.code IS 'Code in the national catalogue; one procedure at a time bears it.';
COMMENT ON COLUMN centre.procedure.name IS 'Name as announced.';
COMMENT ON COLUMN centre.procedure.agency_id IS 'The agency that settles it.';
COMMENT ON COLUMN centre.procedure.field_id IS 'Its field, where it is known here.';
COMMENT ON COLUMN centre.procedure.received IS 'Whether dossiers are received at the centre.';
COMMENT ON COLUMN centre.procedure.reason IS 'Why not (Decree 61/2018 Art 14.5): mobile (handled on the move), on_site (examined on the spot), other (said in the note).';
COMMENT ON COLUMN centre.procedure.source IS 'The decision that announced it.';
COMMENT ON COLUMN centre.procedure.is_sample IS 'Of the sample centre; goes with it.';
CALL centre.watch('centre.procedure');

CREATE TABLE centre.counter_assignment (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  counter_id bigint NOT NULL REFERENCES centre.counter,
  person_id bigint NOT NULL REFERENCES centre.person,
  role text NOT NULL DEFAULT 'primary' CONSTRAINT counter_assignment_role CHECK (role IN ('primary', 'standby')),
  during daterange NOT NULL CONSTRAINT counter_assignment_during_bounded CHECK (NOT isempty(during) AND NOT lower_inf(during)),
  note text,
  CONSTRAINT counter_assignment_one_counter EXCLUDE USING gist (person_id WITH =, during WITH &&) WHERE (role = 'primary'),
  CONSTRAINT counter_assignment_no_overlap EXCLUDE USING gist (counter_id WITH =, person_id WITH =, during WITH &&)
);
CREATE INDEX counter_assignment_counter ON centre.counter_assignment (counter_id);
CREATE INDEX counter_assignment_person ON centre.counter_assignment (person_id);
COMMENT ON TABLE centre.counter_assignment IS 'Who sits at which counter, until rosters say otherwise; and who stands by for it.';
COMMENT ON COLUMN centre.counter_assignment.counter_id IS 'The counter.';
COMMENT ON COLUMN centre.counter_assignment.role IS 'primary (sits there; one counter at a time) or standby (comes in when needed; for several counters if so).';
COMMENT ON COLUMN centre.counter_assignment.during IS 'When; within the person''s tours and the life of the counter.';
COMMENT ON COLUMN centre.counter_assignment.note IS 'Free remark; hidden from the audit, for it may be about the person.';
CALL centre.watch('centre.counter_assignment', 'note');

DO $$
DECLARE
  c record;
BEGIN
  FOR c IN
    SELECT k.relname, a.attname, g.text
      FROM pg_catalog.pg_class k
      JOIN pg_catalog.pg_attribute a ON a.attrelid = k.oid AND a.attnum > 0 AND NOT a.attisdropped
      JOIN (VALUES ('id', 'Key, given by the database.'), ('version', 'Counts the changes of the row; an update names the version that it saw.'),
                   ('person_id', 'The person.'), ('agency_id', 'The agency.'), ('during', 'When it holds; half-open.'),
                   ('name', 'Name as people read it.'), ('note', 'Free remark.')) AS g(name, text) ON g.name = a.attname
     WHERE k.relnamespace = 'centre'::regnamespace AND k.relkind = 'r' AND pg_catalog.col_description(k.oid, a.attnum) IS NULL
  LOOP
    EXECUTE format('COMMENT ON COLUMN centre.%I.%I IS %L', c.relname, c.attname, c.text);
  END LOOP;
END
$$;

-- What must never be ----------------------------------------------------

CREATE FUNCTION centre.check_within_counter() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  life daterange;
  mine record;
BEGIN
  -- Deferred: look at what the row has become since.
  EXECUTE format('SELECT during, counter_id FROM centre.%I WHERE id = $1', TG_TABLE_NAME) INTO mine USING NEW.id;
  -- Waits for whoever is closing the counter just now.
  SELECT c.during INTO life FROM centre.counter c WHERE c.id = mine.counter_id FOR SHARE;
  IF NOT mine.during <@ life THEN
    RAISE EXCEPTION 'the period % lies outside the life % of the counter', mine.during, life
      USING ERRCODE = 'MC002', CONSTRAINT = TG_TABLE_NAME || '_within_counter', TABLE = TG_TABLE_NAME, SCHEMA = 'centre';
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.check_within_counter() IS 'What belongs to a counter lies within its life.';

CREATE FUNCTION centre.check_counter_life() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  outside text;
BEGIN
  SELECT string_agg(DISTINCT x.what, ', ') INTO outside
    FROM centre.counter c
    JOIN (SELECT 'counter_assignment' AS what, counter_id, during FROM centre.counter_assignment
          UNION ALL SELECT 'counter_agency', counter_id, during FROM centre.counter_agency
          UNION ALL SELECT 'counter_field', counter_id, during FROM centre.counter_field
          UNION ALL SELECT 'equipment', counter_id, during FROM centre.equipment) x ON x.counter_id = c.id
   WHERE c.id = NEW.id AND NOT x.during <@ c.during;
  IF outside IS NOT NULL THEN
    RAISE EXCEPTION 'counter % still has facts outside its life: %', NEW.number, outside
      USING ERRCODE = 'MC002', CONSTRAINT = 'counter_life', TABLE = 'counter', SCHEMA = 'centre';
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.check_counter_life() IS 'A counter closes only when nothing of it goes on.';
CREATE CONSTRAINT TRIGGER life AFTER UPDATE OF during ON centre.counter DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION centre.check_counter_life();

CREATE FUNCTION centre.check_counter_seats() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  wanted bigint := CASE TG_TABLE_NAME WHEN 'counter' THEN NEW.id ELSE (to_jsonb(NEW) ->> 'counter_id')::bigint END;
  v record;
BEGIN
  -- One after the other: else two that commit together would not see each other.
  PERFORM pg_advisory_xact_lock(hashtext('centre.check_counter_seats'), wanted::int);
  SELECT c.number, c.seats AS most, d.day, count(*) AS found INTO v
    FROM centre.counter c
    JOIN LATERAL (SELECT DISTINCT lower(during) AS day FROM centre.counter_assignment WHERE counter_id = c.id AND role = 'primary') d ON true
    JOIN centre.counter_assignment a ON a.counter_id = c.id AND a.role = 'primary' AND a.during @> d.day
   WHERE c.id = wanted
   GROUP BY c.id, d.day HAVING count(*) > c.seats ORDER BY d.day LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'counter % has % seats; from % it would have % officers', v.number, v.most, v.day, v.found
      USING ERRCODE = 'MC002', CONSTRAINT = 'counter_assignment_within_seats', TABLE = 'counter_assignment', SCHEMA = 'centre';
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.check_counter_seats() IS 'Not more officers at a counter than it has seats, standbys not counted.';
CREATE CONSTRAINT TRIGGER seats AFTER INSERT OR UPDATE ON centre.counter_assignment DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION centre.check_counter_seats();
CREATE CONSTRAINT TRIGGER seats AFTER UPDATE OF seats ON centre.counter DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION centre.check_counter_seats();

CREATE FUNCTION centre.check_counter_tour() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  people bigint[] := ARRAY[CASE WHEN TG_OP <> 'DELETE' THEN NEW.person_id END, CASE WHEN TG_OP <> 'INSERT' THEN OLD.person_id END];
  p bigint;
  v record;
BEGIN
  FOR p IN SELECT DISTINCT x FROM unnest(people) x WHERE x IS NOT NULL ORDER BY x LOOP
    -- One after the other: else a tour that is cut and an assignment that is made would not see each other.
    PERFORM pg_advisory_xact_lock(hashtext('centre.check_counter_tour'), p::int);
    SELECT a.during, c.number INTO v
      FROM centre.counter_assignment a JOIN centre.counter c ON c.id = a.counter_id
     WHERE a.person_id = p
       AND NOT a.during <@ COALESCE((SELECT range_agg(t.during) FROM centre.tour t WHERE t.person_id = p), '{}'::datemultirange)
     LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION 'the assignment % to counter % lies outside the tours of the person', v.during, v.number
        USING ERRCODE = 'MC002', CONSTRAINT = 'counter_assignment_within_tour', TABLE = 'counter_assignment', SCHEMA = 'centre';
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.check_counter_tour() IS 'Nobody serves a counter while he is not at the centre; a tour that ends takes the assignments with it.';
CREATE CONSTRAINT TRIGGER within_tour AFTER INSERT OR UPDATE OF person_id, during ON centre.counter_assignment
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION centre.check_counter_tour();
CREATE CONSTRAINT TRIGGER covers_assignments AFTER UPDATE OF person_id, during OR DELETE ON centre.tour
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION centre.check_counter_tour();

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['counter_agency', 'counter_field', 'counter_assignment', 'equipment'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER within_counter AFTER INSERT OR UPDATE OF counter_id, during ON centre.%I
                    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW %s EXECUTE FUNCTION centre.check_within_counter()',
                   t, CASE t WHEN 'equipment' THEN 'WHEN (NEW.counter_id IS NOT NULL)' ELSE '' END);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['counter_agency', 'procedure'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER within_agency AFTER INSERT OR UPDATE OF agency_id, during ON centre.%I
                    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION centre.check_within_agency()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['counter_agency', 'counter_field', 'counter_assignment'] LOOP
    EXECUTE format('CREATE TRIGGER a_guard_closed BEFORE UPDATE OR DELETE ON centre.%I
                    FOR EACH ROW EXECUTE FUNCTION centre.guard_closed()', t);
  END LOOP;
END
$$;

CREATE OR REPLACE FUNCTION centre.check_agency_life() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  outside text;
BEGIN
  SELECT string_agg(DISTINCT x.what, ', ') INTO outside
    FROM centre.agency a
    JOIN (SELECT 'tour' AS what, agency_id, during FROM centre.tour
          UNION ALL SELECT 'home_agency', agency_id, during FROM centre.home_agency
          UNION ALL SELECT 'agency_quota', agency_id, during FROM centre.agency_quota
          UNION ALL SELECT 'agency_name', agency_id, during FROM centre.agency_name
          UNION ALL SELECT 'field', agency_id, during FROM centre.field
          UNION ALL SELECT 'counter_agency', agency_id, during FROM centre.counter_agency
          UNION ALL SELECT 'procedure', agency_id, during FROM centre.procedure) x ON x.agency_id = a.id
   WHERE a.id = NEW.id AND NOT x.during <@ a.during;
  IF outside IS NOT NULL THEN
    RAISE EXCEPTION 'agency % still has facts outside its life: %', NEW.code, outside
      USING ERRCODE = 'MC002', CONSTRAINT = 'agency_life', TABLE = 'agency', SCHEMA = 'centre',
            HINT = 'merge it with centre.merge_agencies(), which moves them to the successor';
  END IF;
  RETURN NULL;
END
$$;

-- Agencies that merge ---------------------------------------------------

ALTER FUNCTION centre.hand_over(bigint, bigint, date) RENAME TO hand_over_people;
COMMENT ON FUNCTION centre.hand_over_people(bigint, bigint, date) IS
  'Part of centre.merge_agencies(): people, tours, fields and contacts go on under the successor.';

CREATE FUNCTION centre.hand_over_counters(predecessor bigint, successor bigint, effective date) RETURNS void
  LANGUAGE plpgsql
  AS $$
DECLARE
  onward daterange := daterange(effective, NULL);
  r record;
BEGIN
  FOR r IN SELECT * FROM centre.counter_agency c WHERE c.agency_id = predecessor AND c.during && onward ORDER BY c.id LOOP
    IF lower(r.during) >= effective THEN
      DELETE FROM centre.counter_agency WHERE id = r.id;
    ELSE
      UPDATE centre.counter_agency SET during = daterange(lower(r.during), effective) WHERE id = r.id;
    END IF;
    -- Two that shared a counter and merge are one there.
    INSERT INTO centre.counter_agency (counter_id, agency_id, during)
      SELECT r.counter_id, successor, x
        FROM unnest(datemultirange(r.during * onward)
                    - COALESCE((SELECT range_agg(s.during) FROM centre.counter_agency s
                                 WHERE s.counter_id = r.counter_id AND s.agency_id = successor), '{}'::datemultirange)) x;
  END LOOP;

  -- The fields have been handed over before: each goes on in the row of the same code.
  FOR r IN SELECT c.*, n.id AS next FROM centre.counter_field c
             JOIN centre.field f ON f.id = c.field_id AND f.agency_id = predecessor
             JOIN centre.field n ON n.code = f.code AND n.agency_id = successor AND n.during @> effective
            WHERE c.during && onward ORDER BY c.id LOOP
    IF lower(r.during) >= effective THEN
      UPDATE centre.counter_field SET field_id = r.next WHERE id = r.id;
    ELSE
      UPDATE centre.counter_field SET during = daterange(lower(r.during), effective) WHERE id = r.id;
      INSERT INTO centre.counter_field (counter_id, field_id, during) VALUES (r.counter_id, r.next, r.during * onward);
    END IF;
  END LOOP;

  FOR r IN SELECT p.*, COALESCE(n.id, p.field_id) AS next FROM centre.procedure p
             LEFT JOIN centre.field f ON f.id = p.field_id AND f.agency_id = predecessor
             LEFT JOIN centre.field n ON n.code = f.code AND n.agency_id = successor AND n.during @> effective
            WHERE p.agency_id = predecessor AND p.during && onward ORDER BY p.id LOOP
    IF lower(r.during) >= effective THEN
      UPDATE centre.procedure SET agency_id = successor, field_id = r.next WHERE id = r.id;
    ELSE
      UPDATE centre.procedure SET during = daterange(lower(r.during), effective) WHERE id = r.id;
      INSERT INTO centre.procedure (code, name, agency_id, field_id, received, reason, source, note, is_sample, during)
        VALUES (r.code, r.name, successor, r.next, r.received, r.reason, r.source, r.note, r.is_sample, r.during * onward);
    END IF;
  END LOOP;
END
$$;
COMMENT ON FUNCTION centre.hand_over_counters(bigint, bigint, date) IS
  'Part of centre.merge_agencies(): counters serve the successor, procedures are its own.';

-- Called by centre.merge_agencies() for each agency that ends.
CREATE FUNCTION centre.hand_over(predecessor bigint, successor bigint, effective date) RETURNS void
  LANGUAGE plpgsql
  AS $$
BEGIN
  PERFORM centre.hand_over_people(predecessor, successor, effective);
  PERFORM centre.hand_over_counters(predecessor, successor, effective);
END
$$;
COMMENT ON FUNCTION centre.hand_over(bigint, bigint, date) IS 'Part of centre.merge_agencies(): moves what belongs to one agency over to its successor.';

-- People ----------------------------------------------------------------

CREATE FUNCTION centre.forget_assignments() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  UPDATE centre.counter_assignment SET note = NULL WHERE person_id = NEW.id AND note IS NOT NULL;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.forget_assignments() IS 'Part of centre.anonymise_person(): who sat where stays as a bare fact, what was remarked does not.';
CREATE TRIGGER y_forget_assignments AFTER UPDATE OF anonymised_on ON centre.person
  FOR EACH ROW WHEN (NEW.anonymised_on IS NOT NULL) EXECUTE FUNCTION centre.forget_assignments();

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
  -- Whatever table names a person, also one that a later version adds.
  FOR t IN SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
            WHERE c.relnamespace = 'centre'::regnamespace AND c.relkind = 'r' AND a.attname = 'person_id' AND NOT a.attisdropped
            ORDER BY c.relname LOOP
    EXECUTE format('SELECT COALESCE(jsonb_agg(to_jsonb(x) ORDER BY x.id), ''[]'') FROM centre.%I x WHERE x.person_id = $1', t)
      INTO part USING wanted;
    result := result || jsonb_build_object(t, part);
  END LOOP;
  result := result || jsonb_build_object(
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

-- The state on a day ----------------------------------------------------

CREATE FUNCTION centre.counters_at(as_of date)
  RETURNS TABLE (id bigint, version int, number int, name text, level int, place text, seats int, note text, is_sample boolean,
                 during daterange, agency_codes text[], agency_names text[], field_codes text[], field_names text[],
                 officers text[], standbys text[], officer_count int, standby_count int)
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT c.id, c.version, c.number, c.name, c.level, c.place, c.seats, c.note, c.is_sample, c.during, a.codes, a.names,
           f.codes, f.names, p.officers, p.standbys, COALESCE(p.officer_count, 0), COALESCE(p.standby_count, 0)
      FROM centre.counter c
      LEFT JOIN (
        SELECT x.counter_id, array_agg(g.code ORDER BY COALESCE(n.short_name, g.code) COLLATE "vi-x-icu", g.id) AS codes,
               array_agg(COALESCE(n.short_name, g.code) ORDER BY COALESCE(n.short_name, g.code) COLLATE "vi-x-icu", g.id) AS names
          FROM centre.counter_agency x
          JOIN centre.agency g ON g.id = x.agency_id
          LEFT JOIN centre.agency_name n ON n.agency_id = g.id AND n.during @> as_of
         WHERE x.during @> as_of GROUP BY x.counter_id
      ) a ON a.counter_id = c.id
      LEFT JOIN (
        SELECT x.counter_id, array_agg(e.code ORDER BY e.code, e.id) AS codes, array_agg(e.name ORDER BY e.code, e.id) AS names
          FROM centre.counter_field x JOIN centre.field e ON e.id = x.field_id
         WHERE x.during @> as_of GROUP BY x.counter_id
      ) f ON f.counter_id = c.id
      LEFT JOIN (
        SELECT x.counter_id,
               array_agg(s.full_name ORDER BY s.sort_key, s.id) FILTER (WHERE x.role = 'primary') AS officers,
               array_agg(s.full_name ORDER BY s.sort_key, s.id) FILTER (WHERE x.role = 'standby') AS standbys,
               (count(*) FILTER (WHERE x.role = 'primary'))::int AS officer_count,
               (count(*) FILTER (WHERE x.role = 'standby'))::int AS standby_count
          FROM centre.counter_assignment x JOIN centre.person s ON s.id = x.person_id
         WHERE x.during @> as_of GROUP BY x.counter_id
      ) p ON p.counter_id = c.id
     WHERE c.during @> as_of
     ORDER BY c.number;
  END;
COMMENT ON FUNCTION centre.counters_at(date) IS
  'The counters of the day by number: agencies (codes, short names), fields, names of officers and standbys assigned, and how many.';

RESET ROLE;
