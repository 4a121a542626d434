-- SPDX-License-Identifier: GPL-3.0-or-later
-- Mergers and renames as one action, in the rights of the caller.

SET LOCAL ROLE motcua_owner;

CREATE FUNCTION centre.rename_agency(agency bigint, new_name text, new_short_name text, effective date,
                                     new_decision_no text DEFAULT NULL, new_decision_date date DEFAULT NULL) RETURNS bigint
  LANGUAGE plpgsql
  AS $$
DECLARE
  current centre.agency_name;
  result bigint;
BEGIN
  SELECT * INTO current FROM centre.agency_name n WHERE n.agency_id = agency AND n.during @> effective;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the agency has no name on %', effective USING ERRCODE = 'MC002', CONSTRAINT = 'rename_has_name';
  END IF;
  IF lower(current.during) = effective THEN
    RAISE EXCEPTION 'the agency already takes a name on %', effective USING ERRCODE = 'MC002', CONSTRAINT = 'rename_once_a_day';
  END IF;
  UPDATE centre.agency_name SET during = daterange(lower(current.during), effective) WHERE id = current.id;
  INSERT INTO centre.agency_name (agency_id, name, short_name, during, decision_no, decision_date)
    VALUES (agency, new_name, COALESCE(new_short_name, new_name), daterange(effective, upper(current.during)), new_decision_no, new_decision_date)
    RETURNING id INTO result;
  RETURN result;
END
$$;
COMMENT ON FUNCTION centre.rename_agency(bigint, text, text, date, text, date) IS
  'From the day on the agency bears the new name; before, the old. Returns the row of the name.';

-- Moves what belongs to one agency over to its successor.
CREATE FUNCTION centre.hand_over(predecessor bigint, successor bigint, effective date) RETURNS void
  LANGUAGE plpgsql
  AS $$
DECLARE
  r record;
BEGIN
  -- Rows that begin later belong to the successor from the start; the others are cut.
  UPDATE centre.home_agency SET agency_id = successor WHERE agency_id = predecessor AND lower(during) >= effective;
  FOR r IN SELECT * FROM centre.home_agency h WHERE h.agency_id = predecessor AND h.during @> effective ORDER BY h.id LOOP
    UPDATE centre.home_agency SET during = daterange(lower(r.during), effective) WHERE id = r.id;
    INSERT INTO centre.home_agency (person_id, agency_id, during, decision_no)
      VALUES (r.person_id, successor, daterange(effective, upper(r.during)), r.decision_no);
  END LOOP;

  UPDATE centre.tour SET agency_id = successor WHERE agency_id = predecessor AND lower(during) >= effective;
  FOR r IN SELECT * FROM centre.tour t WHERE t.agency_id = predecessor AND t.during @> effective ORDER BY t.id LOOP
    UPDATE centre.tour SET during = daterange(lower(r.during), effective), end_reason = 'merged', end_decision_no = NULL, end_note = NULL
     WHERE id = r.id;
    INSERT INTO centre.tour (person_id, agency_id, kind, role, during, planned_until, decision_no, decision_date, signer,
                             end_reason, end_decision_no, end_note, replaces_tour_id)
      VALUES (r.person_id, successor, r.kind, r.role, daterange(effective, upper(r.during)),
              CASE WHEN r.planned_until > effective THEN r.planned_until END, r.decision_no, r.decision_date, r.signer,
              r.end_reason, r.end_decision_no, r.end_note, r.id);
  END LOOP;

  UPDATE centre.field SET agency_id = successor WHERE agency_id = predecessor AND lower(during) >= effective;
  FOR r IN SELECT f.*, f.id AS old_id, NULL::bigint AS new_id FROM centre.field f
            WHERE f.agency_id = predecessor AND f.during @> effective ORDER BY f.id LOOP
    UPDATE centre.field SET during = daterange(lower(r.during), effective) WHERE id = r.old_id;
    INSERT INTO centre.field (code, name, agency_id, during)
      VALUES (r.code, r.name, successor, daterange(effective, upper(r.during))) RETURNING id INTO r.new_id;
    INSERT INTO centre.field_competence (person_id, field_id, level, during, note)
      SELECT c.person_id, r.new_id, c.level, c.during * daterange(effective, NULL), c.note
        FROM centre.field_competence c WHERE c.field_id = r.old_id AND c.during && daterange(effective, NULL);
    DELETE FROM centre.field_competence WHERE field_id = r.old_id AND lower(during) >= effective;
    UPDATE centre.field_competence SET during = daterange(lower(during), effective) WHERE field_id = r.old_id AND during @> effective;
  END LOOP;

  UPDATE centre.agency_contact SET agency_id = successor WHERE agency_id = predecessor AND lower(during) >= effective;
  INSERT INTO centre.agency_contact (agency_id, name, title, phone, email, during)
    SELECT successor, name, title, phone, email, daterange(effective, upper(during))
      FROM centre.agency_contact WHERE agency_id = predecessor AND during @> effective;
  UPDATE centre.agency_contact SET during = daterange(lower(during), effective) WHERE agency_id = predecessor AND during @> effective;
  UPDATE centre.agency_name SET during = daterange(lower(during), effective) WHERE agency_id = predecessor AND during @> effective;
END
$$;
COMMENT ON FUNCTION centre.hand_over(bigint, bigint, date) IS 'Part of centre.merge_agencies(): people, tours, fields and contacts go on under the successor.';

CREATE FUNCTION centre.merge_agencies(predecessors bigint[], successor_code text, successor_name text, successor_short_name text,
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
  officers int;
  own centre.agency_quota;
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
  SELECT COALESCE(sum(q.officers), 0) INTO officers FROM centre.agency_quota q
   WHERE q.agency_id = ANY (predecessors) AND q.during @> effective;
  DELETE FROM centre.agency_quota q WHERE q.agency_id = ANY (predecessors) AND lower(q.during) >= effective;
  UPDATE centre.agency_quota q SET during = daterange(lower(q.during), effective) WHERE q.agency_id = ANY (predecessors) AND q.during @> effective;
  UPDATE centre.agency a SET during = daterange(lower(a.during), effective) WHERE a.id = ANY (predecessors);

  IF successor IS NULL THEN
    INSERT INTO centre.agency (code, kind, receives, standby_duty, is_office, address, email, phone, letter_to, decision_no, decision_date, note, during)
      VALUES (successor_code, COALESCE(successor_kind, first.kind), COALESCE(successor_receives, any_receives), any_standby, first.is_office,
              first.address, first.email, first.phone, NULL, new_decision_no, new_decision_date, new_note, daterange(effective, upper(first.during)))
      RETURNING id INTO successor;
    INSERT INTO centre.agency_name (agency_id, name, short_name, during, decision_no, decision_date)
      VALUES (successor, successor_name, COALESCE(successor_short_name, successor_name), daterange(effective, upper(first.during)),
              new_decision_no, new_decision_date);
    IF officers > 0 OR COALESCE(successor_receives, any_receives) THEN
      INSERT INTO centre.agency_quota (agency_id, officers, during, decision_no)
        VALUES (successor, officers, daterange(effective, upper(first.during)), new_decision_no);
    END IF;
  ELSE
    SELECT * INTO own FROM centre.agency_quota q WHERE q.agency_id = successor AND q.during @> effective;
    IF officers > 0 THEN
      IF FOUND AND lower(own.during) = effective THEN
        UPDATE centre.agency_quota q SET officers = own.officers + merge_agencies.officers WHERE q.id = own.id;
      ELSE
        UPDATE centre.agency_quota SET during = daterange(lower(own.during), effective) WHERE id = own.id;
        INSERT INTO centre.agency_quota (agency_id, officers, during, decision_no)
          VALUES (successor, COALESCE(own.officers, 0) + officers, daterange(effective, upper(own.during)), new_decision_no);
      END IF;
    END IF;
  END IF;

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
COMMENT ON FUNCTION centre.merge_agencies(bigint[], text, text, text, date, text, date, bigint, text, boolean, text) IS
  'Ends the predecessors on the day and lets a new agency (or into_agency) go on: quota summed, people, tours, fields and contacts carried over. Returns the successor. Director and deputies only.';

RESET ROLE;
