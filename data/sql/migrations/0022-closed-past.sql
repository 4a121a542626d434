-- SPDX-License-Identifier: GPL-3.0-or-later
-- The closed past is closed to new rows too, and in every table that says what the centre was. Whom the law protects is
-- not seconded, whatever program asks. A merger keeps the quotas that were set for later.

SET LOCAL ROLE motcua_owner;

-- The closed past --------------------------------------------------------

CREATE FUNCTION centre.correcting() RETURNS boolean
  LANGUAGE sql STABLE
  RETURN COALESCE(current_setting('centre.correction_reason', true), '') <> ''
         AND COALESCE(centre.group_role() IN ('director', 'deputy', 'owner'), false);
COMMENT ON FUNCTION centre.correcting() IS
  'Whether a leader has opened the past for this transaction with centre.begin_correction().';

CREATE FUNCTION centre.end_of_fact(table_name text, fact jsonb) RETURNS date
  LANGUAGE sql STABLE
  RETURN CASE WHEN table_name = 'tour_extension'
              THEN (SELECT upper(t.during) FROM centre.tour t WHERE t.id = (fact ->> 'tour_id')::bigint)
              ELSE upper((fact ->> 'during')::daterange) END;
COMMENT ON FUNCTION centre.end_of_fact(text, jsonb) IS 'First day on which a fact holds no more; of an extension: that of its tour.';

CREATE OR REPLACE FUNCTION centre.guard_closed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  closed date := centre.today() - centre.setting_value('closed.after_days', '31')::int;
  ended date;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    ended := centre.end_of_fact(TG_TABLE_NAME, to_jsonb(OLD));
  END IF;
  -- What is put into the closed past is as bad as what is taken out of it.
  IF TG_OP <> 'DELETE' AND (ended IS NULL OR ended > closed) THEN
    ended := centre.end_of_fact(TG_TABLE_NAME, to_jsonb(NEW));
  END IF;
  IF ended <= closed AND NOT centre.correcting()
     -- Where somebody was and what he could do before his first day here was never published by the centre.
     AND NOT (TG_OP = 'INSERT' AND TG_TABLE_NAME IN ('home_agency', 'field_competence')
              AND NOT EXISTS (SELECT FROM centre.tour t
                               WHERE t.person_id = (to_jsonb(NEW) ->> 'person_id')::bigint AND lower(t.during) < ended)) THEN
    RAISE EXCEPTION 'this fact ended on % and is closed', ended
      USING ERRCODE = 'MC003', CONSTRAINT = 'closed_past', TABLE = TG_TABLE_NAME, SCHEMA = 'centre',
            HINT = 'the director or a deputy may correct it after centre.begin_correction(reason)';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
COMMENT ON FUNCTION centre.guard_closed() IS
  'What ended longer ago than the setting closed.after_days is published history: neither changed nor added to but with a reason, never silently.';

DO $$
DECLARE
  t text;
BEGIN
  FOR t IN SELECT c.relname FROM pg_catalog.pg_trigger g JOIN pg_catalog.pg_class c ON c.oid = g.tgrelid
            WHERE g.tgname = 'a_guard_closed' AND c.relnamespace = 'centre'::regnamespace LOOP
    EXECUTE format('DROP TRIGGER a_guard_closed ON centre.%I', t);
    EXECUTE format('CREATE TRIGGER a_guard_closed BEFORE INSERT OR UPDATE OR DELETE ON centre.%I
                    FOR EACH ROW EXECUTE FUNCTION centre.guard_closed()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['agency', 'section', 'post', 'seat', 'field', 'field_competence', 'rule_version'] LOOP
    EXECUTE format('CREATE TRIGGER a_guard_closed BEFORE INSERT OR UPDATE OR DELETE ON centre.%I
                    FOR EACH ROW EXECUTE FUNCTION centre.guard_closed()', t);
  END LOOP;
END
$$;

-- What brings the past with it says so in the audit.
CREATE OR REPLACE FUNCTION centre.load_rules(rules jsonb) RETURNS int
  LANGUAGE plpgsql
  AS $$
DECLARE
  given text := COALESCE(current_setting('centre.correction_reason', true), '');
  result int;
BEGIN
  PERFORM centre.require('director', 'deputy');
  PERFORM set_config('centre.correction_reason', COALESCE(NULLIF(given, ''), 'rules with their dates of force'), true);
  INSERT INTO centre.rule_version (topic, during, source, article, value, note)
    SELECT r.value ->> 'topic', (r.value ->> 'during')::daterange, r.value ->> 'source', r.value ->> 'article',
           r.value -> 'value', r.value ->> 'note'
      FROM jsonb_array_elements(rules) WITH ORDINALITY r(value, place) ORDER BY r.place;
  GET DIAGNOSTICS result = ROW_COUNT;
  PERFORM set_config('centre.correction_reason', given, true);
  RETURN result;
END
$$;

ALTER FUNCTION centre.load_demo(date, jsonb) RENAME TO load_demo_people;
COMMENT ON FUNCTION centre.load_demo_people(date, jsonb) IS 'Part of centre.load_demo(): all that it loads.';

CREATE FUNCTION centre.load_demo(base_date date, demo jsonb) RETURNS int
  LANGUAGE plpgsql
  AS $$
DECLARE
  given text := COALESCE(current_setting('centre.correction_reason', true), '');
  result int;
BEGIN
  PERFORM set_config('centre.correction_reason', 'sample centre', true);
  result := centre.load_demo_people(base_date, demo);
  -- While the reason stands.
  PERFORM set_config('centre.correction_reason', 'sample centre', true);
  SET CONSTRAINTS centre.protected IMMEDIATE;
  SET CONSTRAINTS centre.protected DEFERRED;
  PERFORM set_config('centre.correction_reason', given, true);
  RETURN result;
END
$$;
COMMENT ON FUNCTION centre.load_demo(date, jsonb) IS
  'Loads the sample centre around the day into a centre with the plan and no people; returns the number of people. The same day gives the same centre.';

CREATE OR REPLACE FUNCTION centre.rename_agency(agency bigint, new_name text, new_short_name text, effective date,
                                                new_decision_no text DEFAULT NULL, new_decision_date date DEFAULT NULL) RETURNS bigint
  LANGUAGE plpgsql
  AS $$
DECLARE
  current centre.agency_name;
  given text := COALESCE(current_setting('centre.correction_reason', true), '');
  result bigint;
BEGIN
  SELECT * INTO current FROM centre.agency_name n WHERE n.agency_id = agency AND n.during @> effective;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the agency has no name on %', effective USING ERRCODE = 'MC002', CONSTRAINT = 'rename_has_name';
  END IF;
  IF lower(current.during) = effective THEN
    RAISE EXCEPTION 'the agency already takes a name on %', effective USING ERRCODE = 'MC002', CONSTRAINT = 'rename_once_a_day';
  END IF;
  IF given = '' THEN
    -- A name learnt of late also ends the old one in the closed past.
    PERFORM set_config('centre.correction_reason', 'renamed from ' || effective || COALESCE(', ' || new_decision_no, ''), true);
  END IF;
  UPDATE centre.agency_name SET during = daterange(lower(current.during), effective) WHERE id = current.id;
  INSERT INTO centre.agency_name (agency_id, name, short_name, during, decision_no, decision_date)
    VALUES (agency, new_name, COALESCE(new_short_name, new_name), daterange(effective, upper(current.during)), new_decision_no, new_decision_date)
    RETURNING id INTO result;
  PERFORM set_config('centre.correction_reason', given, true);
  RETURN result;
END
$$;

-- Whom the law protects --------------------------------------------------

CREATE FUNCTION centre.check_protected() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  mine centre.tour;
  rule record;
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.person_id, NEW.kind, NEW.role, lower(NEW.during))
                          IS NOT DISTINCT FROM (OLD.person_id, OLD.kind, OLD.role, lower(OLD.during)) THEN
    RETURN NULL;
  END IF;
  -- Deferred: look at what the row has become since.
  SELECT * INTO mine FROM centre.tour t WHERE t.id = NEW.id;
  IF NOT FOUND OR mine.kind <> 'seconded' OR mine.role <> 'primary'
     -- A decision of long ago that was taken all the same is put on record by a leader with a reason; and one of the
     -- sample was seconded in a condition that forbids it, to show the finding.
     OR centre.correcting() AND (lower(mine.during) <= centre.today() - centre.setting_value('closed.after_days', '31')::int
                                 OR current_setting('centre.correction_reason', true) = 'sample centre'
                                    AND EXISTS (SELECT FROM centre.person p WHERE p.id = mine.person_id AND p.is_sample))
     -- A merger seconds nobody: the term runs on.
     OR EXISTS (SELECT FROM centre.tour b WHERE b.id = mine.replaces_tour_id AND b.person_id = mine.person_id
                   AND b.end_reason = 'merged' AND upper(b.during) = lower(mine.during)) THEN
    RETURN NULL;
  END IF;
  SELECT r.source, r.article INTO rule
    FROM centre.person_condition c
    JOIN centre.rule_version r ON r.topic = 'secondment.forbidden' AND r.during @> lower(mine.during) AND r.value -> 'kinds' ? c.kind
   WHERE c.person_id = mine.person_id AND c.during @> lower(mine.during) LIMIT 1;
  IF FOUND THEN
    -- Which condition it is, the message leaves to those who may read it.
    RAISE EXCEPTION 'the law forbids to second this person from %', lower(mine.during)
      USING ERRCODE = 'MC002', CONSTRAINT = 'tour_person_protected', TABLE = 'tour', SCHEMA = 'centre',
            DETAIL = concat_ws(', ', rule.article, rule.source);
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.check_protected() IS
  'Nobody is seconded in a condition that the law of the first day names (Decree 170/2025 Art 26.7); the rule is that of the program''s findings. A condition that is learnt of later can always be recorded: it is a fact, and becomes a finding.';
CREATE CONSTRAINT TRIGGER protected AFTER INSERT OR UPDATE OF person_id, kind, role, during ON centre.tour
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION centre.check_protected();

-- Mergers ----------------------------------------------------------------

-- From the day on, the successor has what all of them together would have had, step by step.
CREATE FUNCTION centre.merge_quotas(predecessors bigint[], successor bigint, effective date, new_decision_no text, receives boolean) RETURNS void
  LANGUAGE plpgsql
  AS $$
DECLARE
  members bigint[] := predecessors || successor;
  life daterange := (SELECT a.during * daterange(effective, NULL) FROM centre.agency a WHERE a.id = successor);
  steps jsonb;
BEGIN
  WITH quota AS (
    SELECT q.agency_id, q.officers, q.decision_no, q.during * life AS during
      FROM centre.agency_quota q WHERE q.agency_id = ANY (members) AND q.during && life
  ), day AS (
    SELECT lower(during) AS day FROM quota UNION SELECT upper(during) FROM quota WHERE NOT upper_inf(during)
  ), step AS (
    SELECT day AS begins, lead(day) OVER (ORDER BY day) AS ends FROM day
  ), sums AS (
    SELECT s.begins, s.ends, sum(q.officers) AS officers,
           string_agg(DISTINCT q.decision_no, ', ') FILTER (WHERE lower(q.during) = s.begins AND s.begins > effective) AS decision_no
      FROM step s JOIN quota q ON q.during @> s.begins GROUP BY s.begins, s.ends
  )
  SELECT jsonb_agg(jsonb_build_object('during', daterange(s.begins, s.ends), 'officers', s.officers,
                                      'decision_no', COALESCE(s.decision_no, new_decision_no)) ORDER BY s.begins)
    INTO steps FROM sums s;

  IF NOT EXISTS (SELECT FROM centre.agency_quota q WHERE q.agency_id = ANY (predecessors) AND q.during && life AND q.officers > 0) THEN
    -- Nothing is added to what the successor has.
    members := predecessors;
    IF NOT receives OR EXISTS (SELECT FROM centre.agency_quota q WHERE q.agency_id = successor AND q.during && life) THEN
      steps := NULL;
    ELSE
      steps := jsonb_build_array(jsonb_build_object('during', life, 'officers', 0, 'decision_no', new_decision_no));
    END IF;
  END IF;
  DELETE FROM centre.agency_quota q WHERE q.agency_id = ANY (members) AND lower(q.during) >= effective;
  UPDATE centre.agency_quota q SET during = daterange(lower(q.during), effective) WHERE q.agency_id = ANY (members) AND q.during @> effective;
  INSERT INTO centre.agency_quota (agency_id, officers, during, decision_no)
    SELECT successor, (s.value ->> 'officers')::int, (s.value ->> 'during')::daterange, s.value ->> 'decision_no'
      FROM jsonb_array_elements(steps) WITH ORDINALITY s(value, place) ORDER BY s.place;
END
$$;
COMMENT ON FUNCTION centre.merge_quotas(bigint[], bigint, date, text, boolean) IS
  'Part of centre.merge_agencies(): the quotas of all, also those set for later, added up day by day.';

CREATE OR REPLACE FUNCTION centre.merge_agencies(predecessors bigint[], successor_code text, successor_name text, successor_short_name text,
                                                 effective date, new_decision_no text DEFAULT NULL, new_decision_date date DEFAULT NULL,
                                                 into_agency bigint DEFAULT NULL, successor_kind text DEFAULT NULL,
                                                 successor_receives boolean DEFAULT NULL, new_note text DEFAULT NULL) RETURNS bigint
  LANGUAGE plpgsql
  AS $$
DECLARE
  p bigint;
  successor bigint := into_agency;
  first centre.agency;
  any_receives boolean;
  any_standby boolean;
  reason text := COALESCE(current_setting('centre.correction_reason', true), '');
BEGIN
  PERFORM centre.require('director', 'deputy');
  IF COALESCE(cardinality(predecessors), 0) = 0 OR into_agency = ANY (predecessors) THEN
    RAISE EXCEPTION 'name the agencies that end, and not the one that goes on' USING ERRCODE = 'MC002', CONSTRAINT = 'merge_predecessors';
  END IF;
  FOREACH p IN ARRAY predecessors || into_agency LOOP
    IF p IS NOT NULL AND NOT EXISTS (SELECT FROM centre.agency a WHERE a.id = p AND a.during @> effective AND a.during @> (effective - 1)) THEN
      RAISE EXCEPTION 'agency number % does not stand on the day before %', p, effective USING ERRCODE = 'MC002', CONSTRAINT = 'merge_predecessors';
    END IF;
  END LOOP;
  IF reason = '' THEN
    -- A merger learnt of late also cuts what has ended in the meantime.
    PERFORM set_config('centre.correction_reason', 'merger from ' || effective || COALESCE(', ' || new_decision_no, ''), true);
  END IF;

  SELECT * INTO first FROM centre.agency a WHERE a.id = predecessors[1];
  SELECT bool_or(a.receives), bool_or(a.standby_duty) INTO any_receives, any_standby FROM centre.agency a WHERE a.id = ANY (predecessors);
  UPDATE centre.agency a SET during = daterange(lower(a.during), effective) WHERE a.id = ANY (predecessors);
  IF successor IS NULL THEN
    INSERT INTO centre.agency (code, kind, receives, standby_duty, is_office, address, email, phone, letter_to, decision_no, decision_date, note, during)
      VALUES (successor_code, COALESCE(successor_kind, first.kind), COALESCE(successor_receives, any_receives), any_standby, first.is_office,
              first.address, first.email, first.phone, NULL, new_decision_no, new_decision_date, new_note, daterange(effective, upper(first.during)))
      RETURNING id INTO successor;
    INSERT INTO centre.agency_name (agency_id, name, short_name, during, decision_no, decision_date)
      VALUES (successor, successor_name, COALESCE(successor_short_name, successor_name), daterange(effective, upper(first.during)),
              new_decision_no, new_decision_date);
  END IF;
  PERFORM centre.merge_quotas(predecessors, successor, effective, new_decision_no,
                              into_agency IS NULL AND COALESCE(successor_receives, any_receives));

  FOREACH p IN ARRAY predecessors LOOP
    PERFORM centre.hand_over(p, successor, effective);
    INSERT INTO centre.agency_succession (predecessor_id, successor_id, kind, is_main, effective, decision_no, decision_date, note)
      VALUES (p, successor, CASE WHEN cardinality(predecessors) = 1 AND into_agency IS NULL THEN 'rename' ELSE 'merge' END, true,
              effective, new_decision_no, new_decision_date, new_note);
  END LOOP;
  PERFORM set_config('centre.correction_reason', reason, true);
  RETURN successor;
END
$$;

RESET ROLE;
