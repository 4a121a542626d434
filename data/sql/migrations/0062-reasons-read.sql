-- SPDX-License-Identifier: GPL-3.0-or-later
-- Why somebody is away, and what condition somebody is in, is read like the other sensitive data: by a function that writes
-- down who read whose. What is not sensitive of these rows stays readable, so that they are found, changed and followed.

SET LOCAL ROLE motcua_owner;

-- A reason bears the person of its absence: the reasons of one person are read without those of all.
-- Filled past the triggers, for nothing is changed; and not under row security, for who migrates may see no reasons.
ALTER TABLE centre.absence_reason ADD COLUMN person_id bigint;
ALTER TABLE centre.absence_reason DISABLE TRIGGER USER;
ALTER TABLE centre.absence_reason NO FORCE ROW LEVEL SECURITY;
UPDATE centre.absence_reason r SET person_id = a.person_id FROM centre.absence a WHERE a.id = r.absence_id;
ALTER TABLE centre.absence_reason FORCE ROW LEVEL SECURITY;
ALTER TABLE centre.absence_reason ENABLE TRIGGER USER;
ALTER TABLE centre.absence_reason ALTER COLUMN person_id SET NOT NULL;
ALTER TABLE centre.absence ADD CONSTRAINT absence_of_person UNIQUE (id, person_id);
ALTER TABLE centre.absence_reason ADD CONSTRAINT absence_reason_of_person
  FOREIGN KEY (absence_id, person_id) REFERENCES centre.absence (id, person_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE centre.absence_reason ADD FOREIGN KEY (person_id) REFERENCES centre.person ON DELETE CASCADE;
CREATE INDEX absence_reason_person ON centre.absence_reason (person_id);
COMMENT ON COLUMN centre.absence_reason.person_id IS 'Who is away; taken from the absence by the database.';

CREATE FUNCTION centre.take_person_of_absence() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  NEW.person_id := (SELECT a.person_id FROM centre.absence a WHERE a.id = NEW.absence_id);
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION centre.take_person_of_absence() IS 'A reason is of the person whose absence it explains.';
CREATE TRIGGER b_take_person BEFORE INSERT OR UPDATE OF absence_id ON centre.absence_reason
  FOR EACH ROW EXECUTE FUNCTION centre.take_person_of_absence();

CREATE FUNCTION centre.read_absence_reasons(wanted bigint[], purpose text) RETURNS SETOF centre.absence_reason
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  IF COALESCE(cardinality(wanted), 0) = 0 THEN
    RETURN;
  END IF;
  PERFORM centre.require('director', 'deputy', 'roster_office', 'supervision');
  INSERT INTO audit.access (person_id, purpose, fields)
    SELECT DISTINCT r.person_id, btrim(COALESCE(purpose, '')), ARRAY['absence_reason'] FROM centre.absence_reason r WHERE r.id = ANY (wanted);
  RETURN QUERY SELECT r.* FROM centre.absence_reason r WHERE r.id = ANY (wanted);
END
$$;
COMMENT ON FUNCTION centre.read_absence_reasons(bigint[], text) IS
  'The reasons of these numbers; the reading is logged in the same call, for each person. Director, deputies, the roster office and the supervision.';

CREATE FUNCTION centre.read_conditions(wanted bigint[], purpose text) RETURNS SETOF centre.person_condition
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  IF COALESCE(cardinality(wanted), 0) = 0 THEN
    RETURN;
  END IF;
  PERFORM centre.require('director', 'deputy', 'roster_office', 'supervision');
  INSERT INTO audit.access (person_id, purpose, fields)
    SELECT DISTINCT c.person_id, btrim(COALESCE(purpose, '')), ARRAY['person_condition'] FROM centre.person_condition c WHERE c.id = ANY (wanted);
  RETURN QUERY SELECT c.* FROM centre.person_condition c WHERE c.id = ANY (wanted);
END
$$;
COMMENT ON FUNCTION centre.read_conditions(bigint[], text) IS
  'The conditions of these numbers; the reading is logged in the same call, for each person. Director, deputies, the roster office and the supervision.';

-- The list of who is away tells no reasons: it is looked at all day long.
DROP FUNCTION centre.absences_at(date);
CREATE FUNCTION centre.absences_at(as_of date)
  RETURNS TABLE (id bigint, person_id bigint, full_name text, half text, starts text, ends text, state text, home_word text, excused boolean,
                 during daterange)
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT a.id, a.person_id, p.full_name, a.half, a.starts, a.ends, a.state, a.home_word, a.excused, a.during
      FROM centre.absence a
      JOIN centre.person p ON p.id = a.person_id
     WHERE a.during @> as_of AND centre.absence_counts(a.state, a.home_word)
     ORDER BY p.sort_key, a.half, a.starts;
  END;
COMMENT ON FUNCTION centre.absences_at(date) IS 'Who is away on the day, without the reason.';

-- Whose reason it is stays out of the journal as the reason does.
DROP TRIGGER a_bump_version ON centre.absence_reason;
DROP TRIGGER z_inserted ON centre.absence_reason;
DROP TRIGGER z_updated ON centre.absence_reason;
DROP TRIGGER z_deleted ON centre.absence_reason;
DROP TRIGGER z_never_emptied ON centre.absence_reason;
CALL centre.watch('centre.absence_reason', 'person_id', 'kind', 'note');

-- The kind of a condition stays out of the journal as its note does. Older entries that tell it are shown to nobody (policies).
DROP TRIGGER a_bump_version ON centre.person_condition;
DROP TRIGGER z_inserted ON centre.person_condition;
DROP TRIGGER z_updated ON centre.person_condition;
DROP TRIGGER z_deleted ON centre.person_condition;
DROP TRIGGER z_never_emptied ON centre.person_condition;
CALL centre.watch('centre.person_condition', 'kind', 'note');

-- Evaluations count courses; that somebody was on one is no secret of health.
CREATE FUNCTION centre.training_absences(person bigint, span daterange) RETURNS SETOF centre.absence
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  BEGIN ATOMIC
    SELECT a.* FROM centre.absence a JOIN centre.absence_reason q ON q.absence_id = a.id AND q.kind = 'training'
     WHERE a.person_id = person AND a.during && span AND centre.absence_counts(a.state, a.home_word)
       AND centre.group_role() IN ('owner', 'director', 'deputy', 'roster_office', 'supervision');
  END;
COMMENT ON FUNCTION centre.training_absences(bigint, daterange) IS 'Absences of a person for training within a time; nothing for viewers and technicians.';

CREATE OR REPLACE FUNCTION centre.gather_presence(e centre.evaluation, span daterange) RETURNS void
  LANGUAGE plpgsql
  AS $$
DECLARE
  v record;
BEGIN
  SELECT jsonb_build_object('sessions', count(*), 'late', count(*) FILTER (WHERE a.state = 'late'), 'early_leave', count(*) FILTER (WHERE a.state = 'early_leave'),
                            'unexcused', count(*) FILTER (WHERE a.state = 'unexcused'), 'excused', count(*) FILTER (WHERE a.state = 'absent_excused')) AS found,
         jsonb_agg(a.id ORDER BY a.day, a.id) FILTER (WHERE a.state IN ('late', 'early_leave', 'unexcused')) AS weighing INTO v
    FROM centre.attendance a WHERE a.person_id = e.person_id AND span @> a.day HAVING count(*) > 0;
  PERFORM centre.add_evidence(e, ARRAY['attendance'], 'attendance', v.found, v.weighing);

  -- Where the roster said to be, and whether the person came.
  SELECT jsonb_build_object('rostered', count(*), 'kept', count(*) FILTER (WHERE a.state IS DISTINCT FROM 'unexcused'),
                            'missed', count(*) FILTER (WHERE a.state = 'unexcused')) AS found,
         jsonb_agg(c.id ORDER BY c.day, c.id) FILTER (WHERE a.state = 'unexcused') AS weighing INTO v
    FROM centre.roster r
    CROSS JOIN LATERAL centre.roster_cells_now(r.id) c
    LEFT JOIN centre.attendance a ON a.person_id = c.person_id AND a.day = c.day AND a.session = c.session
   WHERE r.state IN ('published', 'amended') AND r.during && span AND c.person_id = e.person_id AND span @> c.day AND c.day <= centre.today()
     AND num_nonnulls(c.counter_id, c.duty_id) > 0 HAVING count(*) > 0;
  PERFORM centre.add_evidence(e, ARRAY['roster'], 'roster_cell', v.found, v.weighing);

  SELECT jsonb_build_object('days', sum(upper(a.during * span) - lower(a.during * span)), 'courses', count(*)) AS found,
         jsonb_agg(a.id ORDER BY a.id) AS weighing INTO v
    FROM centre.training_absences(e.person_id, span) a HAVING count(*) > 0;
  PERFORM centre.add_evidence(e, ARRAY['training'], 'absence', v.found, v.weighing);
END
$$;

-- The sample's attendance knows who of its invented people is on maternity leave.
CREATE FUNCTION centre.sample_on_maternity(person bigint, on_day date) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  RETURN EXISTS (SELECT FROM centre.person_condition k JOIN centre.person p ON p.id = k.person_id AND p.is_sample
                  WHERE k.person_id = person AND k.kind = 'maternity' AND k.during @> on_day);
COMMENT ON FUNCTION centre.sample_on_maternity(bigint, date) IS 'Part of centre.load_demo_papers(): of the sample''s people alone.';

CREATE OR REPLACE FUNCTION centre.load_demo_papers(base_date date, demo jsonb) RETURNS void
  LANGUAGE plpgsql
  AS $$
DECLARE
  given text := COALESCE(current_setting('centre.correction_reason', true), '');
BEGIN
  PERFORM centre.require('director', 'deputy');
  -- In the order of their numbers.
  PERFORM centre.demo_paper(base_date, p.id, e.value)
     FROM jsonb_array_elements(demo -> 'papers') WITH ORDINALITY e(value, place)
     JOIN jsonb_array_elements(demo -> 'people') o(value) ON o.value ->> 'key' = e.value ->> 'about'
     JOIN centre.person p ON p.is_sample AND p.full_name = o.value ->> 'name'
    ORDER BY e.place;
  -- Who came: all who were planned and not away, some of them late; the base day itself is still to be entered.
  PERFORM set_config('centre.correction_reason', 'sample centre', true);
  INSERT INTO centre.attendance (person_id, day, session, state, came_at)
    WITH cells AS (
      SELECT c.person_id, c.day, c.session
        FROM centre.roster_cell c JOIN centre.roster r ON r.id = c.roster_id
       WHERE r.is_sample AND r.state IN ('published', 'amended') AND c.day < least(base_date, centre.today())
    ), sessions AS (
      SELECT c.day, c.session FROM cells c GROUP BY c.day, c.session HAVING count(*) > 9
    ), expected AS (
      SELECT c.person_id, c.day, c.session FROM cells c
      UNION
      -- Who has no counter works in office hours, whatever the roster says.
      SELECT t.person_id, s.day, s.session
        FROM sessions s
        JOIN centre.tour t ON t.during @> s.day AND t.role IS DISTINCT FROM 'standby'
        JOIN centre.person p ON p.id = t.person_id AND p.is_sample
       WHERE NOT EXISTS (SELECT FROM centre.counter_assignment a WHERE a.person_id = t.person_id AND a.role = 'primary' AND a.during @> s.day)
    ), judged AS (
      SELECT e.person_id, e.day, e.session,
             (e.person_id * 13 + (e.day - DATE '2026-01-01') * 7 + CASE e.session WHEN 'morning' THEN 0 ELSE 3 END) % 59 AS turn,
             EXISTS (SELECT FROM centre.absence a WHERE a.person_id = e.person_id AND a.during @> e.day AND a.starts IS NULL
                        AND a.half IN ('day', e.session) AND a.state IN ('reported', 'agreed'))
             OR centre.sample_on_maternity(e.person_id, e.day) AS away
        FROM expected e
       WHERE EXISTS (SELECT FROM centre.tour t WHERE t.person_id = e.person_id AND t.during @> e.day)
    )
    SELECT j.person_id, j.day, j.session,
           CASE WHEN j.away THEN 'absent_excused' WHEN j.turn = 0 THEN 'late' WHEN j.turn = 1 THEN 'early_leave' ELSE 'present' END,
           CASE WHEN NOT j.away AND j.turn = 0 THEN CASE j.session WHEN 'morning' THEN '07:18' ELSE '13:12' END END
      FROM judged j;
  UPDATE centre.absence a SET requested_on = lower(a.during) - 5 FROM centre.person p WHERE p.id = a.person_id AND p.is_sample AND a.state = 'agreed';
  PERFORM set_config('centre.correction_reason', given, true);
END
$$;

RESET ROLE;
