-- SPDX-License-Identifier: GPL-3.0-or-later
-- Letters follow a renaming: whom papers are addressed to names the agency, and must name it as it is called on the day.

SET LOCAL ROLE motcua_owner;

CREATE FUNCTION centre.letter_to_on(agency bigint, letter_to text, day date) RETURNS text
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    -- The longest name that stands in it: a short one may be the beginning of a later one.
    SELECT COALESCE(
      (SELECT replace(letter_to, held.name, today.name)
         FROM centre.agency_name held
         JOIN centre.agency_name today ON today.agency_id = held.agency_id AND today.during @> day
        WHERE held.agency_id = agency AND strpos(letter_to, held.name) > 0
        ORDER BY length(held.name) DESC LIMIT 1),
      letter_to);
  END;
COMMENT ON FUNCTION centre.letter_to_on(bigint, text, date) IS
  'Whom papers are addressed to, with the name that the agency bears on the day in place of any name it ever bore.';

CREATE OR REPLACE FUNCTION centre.agency_at(as_of date)
  RETURNS TABLE (id bigint, version int, code text, name text, short_name text, kind text, receives boolean,
                 standby_duty boolean, is_office boolean, address text, email text, phone text, letter_to text,
                 note text, during daterange, quota int, present int, standby int, others int)
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT a.id, a.version, a.code, COALESCE(n.name, a.code), COALESCE(n.short_name, a.code), a.kind, a.receives,
           a.standby_duty, a.is_office, a.address, a.email, a.phone, centre.letter_to_on(a.id, a.letter_to, as_of), a.note,
           a.during, COALESCE(q.officers, 0), COALESCE(t.present, 0), COALESCE(t.standby, 0), COALESCE(t.others, 0)
      FROM centre.agency a
      LEFT JOIN centre.agency_name n ON n.agency_id = a.id AND n.during @> as_of
      LEFT JOIN centre.agency_quota q ON q.agency_id = a.id AND q.during @> as_of
      LEFT JOIN (
        SELECT agency_id,
               (count(*) FILTER (WHERE role = 'primary' AND kind = 'seconded'))::int AS present,
               (count(*) FILTER (WHERE role = 'standby'))::int AS standby,
               (count(*) FILTER (WHERE role = 'primary' AND kind <> 'seconded'))::int AS others
          FROM centre.tour WHERE tour.during @> as_of GROUP BY agency_id
      ) t ON t.agency_id = a.id
     WHERE a.during @> as_of
     ORDER BY a.receives DESC, COALESCE(n.name, a.code) COLLATE "vi-x-icu", a.id;
  END;

-- What stands in the register itself is carried over too, so that whoever edits the agency sees its last name.
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
  UPDATE centre.agency a SET letter_to = centre.letter_to_on(a.id, a.letter_to, effective)
   WHERE a.id = agency AND upper(current.during) IS NULL
     AND a.letter_to IS DISTINCT FROM centre.letter_to_on(a.id, a.letter_to, effective);
  PERFORM set_config('centre.correction_reason', given, true);
  RETURN result;
END
$$;
