-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rosters that could be brought into a wrong state from a prompt: a draft cut under its cells, an amendment that seats
-- whom no roster may seat, a swap that points elsewhere; and a decided swap that kept its people from being forgotten.

SET LOCAL ROLE motcua_owner;

-- Seats and leave ----------------------------------------------------------

CREATE FUNCTION centre.most_seats(wanted centre.counter, on_day date, half text) RETURNS int
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT greatest((wanted).seats, COALESCE(max(d.seats) FILTER (WHERE d.kind = 'weekly'), 0))
           + COALESCE(sum(d.seats) FILTER (WHERE d.kind = 'extra'), 0)::int
      FROM centre.demand d
     WHERE d.counter_id = (wanted).id AND d.during @> on_day AND d.half IN ('day', most_seats.half)
       AND position(extract(isodow FROM on_day)::int::text IN CASE WHEN d.kind = 'extra' THEN d.weekdays ELSE '1234567' END) > 0;
  END;
COMMENT ON FUNCTION centre.most_seats(centre.counter, date, text) IS
  'How many people may be rostered at a counter in a session: its seats or what it needs by the week, whichever is more, and the extra needs of that day.';

CREATE FUNCTION centre.check_roster_seats(wanted bigint, of_amendment bigint DEFAULT NULL) RETURNS void
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  v record;
BEGIN
  SELECT c.day, c.session, k.number, centre.most_seats(k, c.day, c.session) AS seats, count(*) AS found INTO v
    FROM centre.roster_cells_now(wanted) c JOIN centre.counter k ON k.id = c.counter_id
   WHERE of_amendment IS NULL
      OR (c.day, c.session, c.counter_id) IN (SELECT n.day, n.session, n.counter_id FROM centre.roster_cell n WHERE n.amendment_id = of_amendment)
   GROUP BY c.day, c.session, k.id
  HAVING count(*) > centre.most_seats(k, c.day, c.session)
   ORDER BY c.day, c.session DESC LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'counter % has % seats; % people are rostered on %', v.number, v.seats, v.found, v.day
      USING ERRCODE = 'MC002', CONSTRAINT = 'roster_within_seats', TABLE = 'roster', SCHEMA = 'centre';
  END IF;
  SELECT c.day, p.full_name INTO v
    FROM centre.roster_cells_now(wanted) c
    LEFT JOIN centre.roster_cell n ON n.id = c.id
    JOIN centre.person p ON p.id = c.person_id
    JOIN centre.absence a ON a.person_id = c.person_id AND a.during @> c.day AND (a.half = 'day' OR a.half = c.session)
     AND centre.absence_counts(a.state, a.home_word)
   WHERE num_nonnulls(c.counter_id, c.duty_id) > 0 AND (of_amendment IS NULL OR n.amendment_id = of_amendment)
   ORDER BY c.day, p.id LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '% is away on % and is rostered', v.full_name, v.day
      USING ERRCODE = 'MC002', CONSTRAINT = 'roster_keeps_leave', TABLE = 'roster', SCHEMA = 'centre';
  END IF;
END
$$;
COMMENT ON FUNCTION centre.check_roster_seats(bigint, bigint) IS
  'That nobody is rostered beside the seats or while away: in a whole roster, or where one amendment of it changes something.';

CREATE OR REPLACE FUNCTION centre.check_roster(wanted bigint) RETURNS void
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  v record;
BEGIN
  PERFORM centre.check_roster_seats(wanted);
  SELECT c.day, p.full_name INTO v
    FROM centre.roster_cells_now(wanted) c
    JOIN centre.person p ON p.id = c.person_id
   WHERE num_nonnulls(c.counter_id, c.duty_id) > 0
     AND NOT EXISTS (SELECT FROM centre.tour t WHERE t.person_id = c.person_id AND t.during @> c.day) ORDER BY c.day, p.id LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '% is not at the centre on %', v.full_name, v.day
      USING ERRCODE = 'MC002', CONSTRAINT = 'roster_cell_within_tour', TABLE = 'roster', SCHEMA = 'centre';
  END IF;
  SELECT c.day, k.number INTO v
    FROM centre.roster_cells_now(wanted) c JOIN centre.counter k ON k.id = c.counter_id
   WHERE NOT k.during @> c.day ORDER BY c.day, k.id LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'counter % is not there on %', v.number, v.day
      USING ERRCODE = 'MC002', CONSTRAINT = 'roster_cell_within_counter', TABLE = 'roster', SCHEMA = 'centre';
  END IF;
END
$$;

CREATE FUNCTION centre.check_amendment() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  PERFORM centre.check_roster_seats(NEW.roster_id, NEW.id);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.check_amendment() IS 'At commit, when its cells are there: an amendment is held to what a roster is held to, where it changes something.';
CREATE CONSTRAINT TRIGGER z_within_seats AFTER INSERT ON centre.roster_amendment DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION centre.check_amendment();

-- Drafts -------------------------------------------------------------------

CREATE FUNCTION centre.guard_roster_days() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  outside date;
BEGIN
  SELECT min(c.day) INTO outside FROM centre.roster_cell c WHERE c.roster_id = NEW.id AND NOT NEW.during @> c.day;
  IF outside IS NOT NULL THEN
    RAISE EXCEPTION 'somebody is rostered on %, which would lie outside the roster', outside
      USING ERRCODE = 'MC002', CONSTRAINT = 'roster_cell_within_roster', TABLE = 'roster', SCHEMA = 'centre';
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION centre.guard_roster_days() IS 'A draft is not cut under its cells; else two rosters could say where somebody is on one day.';
CREATE TRIGGER b_guard_days BEFORE UPDATE OF during ON centre.roster
  FOR EACH ROW WHEN (NEW.during IS DISTINCT FROM OLD.during) EXECUTE FUNCTION centre.guard_roster_days();

-- The sample, and no more --------------------------------------------------

CREATE FUNCTION centre.guard_real_amendment() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  IF EXISTS (SELECT FROM centre.roster r WHERE r.id = OLD.roster_id AND NOT r.is_sample) THEN
    RAISE EXCEPTION 'an amendment stays; amend again'
      USING ERRCODE = 'MC003', CONSTRAINT = 'roster_amendment_stays', TABLE = 'roster_amendment', SCHEMA = 'centre';
  END IF;
  RETURN OLD;
END
$$;
COMMENT ON FUNCTION centre.guard_real_amendment() IS 'Also who takes the sample away takes no amendment out of a real roster.';
CREATE TRIGGER b_guard_real BEFORE DELETE ON centre.roster_amendment FOR EACH ROW EXECUTE FUNCTION centre.guard_real_amendment();

CREATE FUNCTION centre.guard_real_cell() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  IF EXISTS (SELECT FROM centre.roster r WHERE r.id = OLD.roster_id AND NOT r.is_sample AND r.state <> 'draft')
     AND NOT EXISTS (SELECT FROM centre.person p WHERE p.id = OLD.person_id AND p.is_sample) THEN
    RAISE EXCEPTION 'the roster is out: its cells do not change'
      USING ERRCODE = 'MC003', CONSTRAINT = 'roster_cell_of_draft', TABLE = 'roster_cell', SCHEMA = 'centre';
  END IF;
  RETURN OLD;
END
$$;
COMMENT ON FUNCTION centre.guard_real_cell() IS 'Nor a real person; the invented ones go out of real rosters, too.';
CREATE TRIGGER b_guard_real BEFORE DELETE ON centre.roster_cell FOR EACH ROW EXECUTE FUNCTION centre.guard_real_cell();

-- Swaps --------------------------------------------------------------------

CREATE OR REPLACE FUNCTION centre.guard_roster_swap() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.state := 'requested'; NEW.decided_by := NULL; NEW.decided_at := NULL; NEW.amendment_id := NULL;
  ELSIF OLD.state <> 'requested' THEN
    -- What was said is forgotten with its people (centre.forget_roster_words()), and an amendment may go with the sample.
    IF (to_jsonb(NEW) - ARRAY['version', 'amendment_id', 'reason']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['version', 'amendment_id', 'reason'])
       OR (NEW.reason IS DISTINCT FROM OLD.reason AND NEW.reason IS NOT NULL)
       OR (NEW.amendment_id IS DISTINCT FROM OLD.amendment_id AND NEW.amendment_id IS NOT NULL) THEN
      RAISE EXCEPTION 'this swap has been decided' USING ERRCODE = 'MC003', CONSTRAINT = 'roster_swap_decided', TABLE = 'roster_swap', SCHEMA = 'centre';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT FROM centre.roster r WHERE r.id = NEW.roster_id AND r.state IN ('published', 'amended')
                    AND r.during @> NEW.day AND r.during @> NEW.other_day) THEN
    RAISE EXCEPTION 'places are swapped in a published roster, within its days'
      USING ERRCODE = 'MC002', CONSTRAINT = 'roster_swap_of_published', TABLE = 'roster_swap', SCHEMA = 'centre';
  END IF;
  IF (NEW.state = 'approved') <> (NEW.amendment_id IS NOT NULL)
     OR (NEW.state = 'approved'
         AND (NOT COALESCE(centre.group_role() IN ('director', 'deputy', 'roster_office', 'owner'), false)
              OR NOT EXISTS (SELECT FROM centre.roster_amendment a WHERE a.id = NEW.amendment_id AND a.roster_id = NEW.roster_id))) THEN
    RAISE EXCEPTION 'a swap is approved with the amendment that carries it out'
      USING ERRCODE = 'MC002', CONSTRAINT = 'roster_swap_amended', TABLE = 'roster_swap', SCHEMA = 'centre';
  END IF;
  NEW.decided_by := CASE WHEN NEW.state <> 'requested' THEN centre.login() END;
  NEW.decided_at := CASE WHEN NEW.state <> 'requested' THEN now() END;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION centre.guard_roster_swap() IS 'A swap is asked for within a published roster, then decided once; approved with an amendment of that roster.';

RESET ROLE;
