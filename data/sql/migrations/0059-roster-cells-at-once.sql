-- SPDX-License-Identifier: GPL-3.0-or-later
-- A plan is a thousand cells: what new ones are held to is asked once a statement and not once a cell, and they stand in
-- no more indexes than are read.

SET LOCAL ROLE motcua_owner;

CREATE FUNCTION centre.guard_new_roster_cells() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  stands text;
  outside date;
BEGIN
  -- Who takes the roster a step on meanwhile waits for us, or we for them; then we see what came of it.
  PERFORM FROM centre.roster r WHERE r.id IN (SELECT n.roster_id FROM new_rows n) ORDER BY r.id FOR SHARE;
  SELECT r.state INTO stands FROM new_rows n JOIN centre.roster r ON r.id = n.roster_id
   WHERE n.amendment_id IS NULL AND r.state <> 'draft' LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the roster is %: its cells do not change', stands
      USING ERRCODE = 'MC003', CONSTRAINT = 'roster_cell_of_draft', TABLE = 'roster_cell', SCHEMA = 'centre',
            HINT = 'a published roster is changed by an amendment';
  END IF;
  IF EXISTS (SELECT FROM new_rows n WHERE n.amendment_id IS NOT NULL AND NOT EXISTS (
       SELECT FROM centre.roster_amendment a
        WHERE a.id = n.amendment_id AND a.roster_id = n.roster_id AND a.made_at = now() AND a.made_by = centre.login())) THEN
    RAISE EXCEPTION 'an amendment is written in one act and stays'
      USING ERRCODE = 'MC003', CONSTRAINT = 'roster_amendment_stays', TABLE = 'roster_cell', SCHEMA = 'centre';
  END IF;
  SELECT min(n.day) INTO outside FROM new_rows n JOIN centre.roster r ON r.id = n.roster_id WHERE NOT r.during @> n.day;
  IF outside IS NOT NULL THEN
    RAISE EXCEPTION 'the day % lies outside the roster', outside
      USING ERRCODE = 'MC002', CONSTRAINT = 'roster_cell_within_roster', TABLE = 'roster_cell', SCHEMA = 'centre';
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.guard_new_roster_cells() IS 'New cells come into a draft alone, or with the amendment that they are of, within the days of the roster.';

CREATE OR REPLACE FUNCTION centre.guard_roster_cell() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  stands text;
BEGIN
  IF TG_OP = 'DELETE' AND (pg_trigger_depth() > 1 OR centre.removing_sample()) THEN
    RETURN OLD; -- with its roster, which is asked itself
  END IF;
  SELECT r.state INTO stands FROM centre.roster r WHERE r.id = OLD.roster_id FOR SHARE;
  IF TG_OP = 'UPDATE' AND (NEW.roster_id, NEW.amendment_id, NEW.person_id, NEW.day, NEW.session)
                          IS DISTINCT FROM (OLD.roster_id, OLD.amendment_id, OLD.person_id, OLD.day, OLD.session) THEN
    RAISE EXCEPTION 'a cell of a roster keeps its person and session'
      USING ERRCODE = 'MC003', CONSTRAINT = 'roster_cell_in_place', TABLE = 'roster_cell', SCHEMA = 'centre';
  END IF;
  IF OLD.amendment_id IS NOT NULL THEN
    RAISE EXCEPTION 'an amendment is written in one act and stays'
      USING ERRCODE = 'MC003', CONSTRAINT = 'roster_amendment_stays', TABLE = 'roster_cell', SCHEMA = 'centre';
  END IF;
  IF stands <> 'draft' THEN
    RAISE EXCEPTION 'the roster is %: its cells do not change', stands
      USING ERRCODE = 'MC003', CONSTRAINT = 'roster_cell_of_draft', TABLE = 'roster_cell', SCHEMA = 'centre',
            HINT = 'a published roster is changed by an amendment';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
COMMENT ON FUNCTION centre.guard_roster_cell() IS 'Cells change in a draft alone; those of an amendment stay.';

DROP TRIGGER a_guard_cell ON centre.roster_cell;
CREATE TRIGGER a_guard_cell BEFORE UPDATE OR DELETE ON centre.roster_cell FOR EACH ROW EXECUTE FUNCTION centre.guard_roster_cell();
CREATE TRIGGER a_guard_new AFTER INSERT ON centre.roster_cell REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION centre.guard_new_roster_cells();

-- roster_cell_one_place begins with the roster; the others are of the few cells that have what they are by.
DROP INDEX centre.roster_cell_roster, centre.roster_cell_amendment, centre.roster_cell_counter, centre.roster_cell_duty;
CREATE INDEX roster_cell_amendment ON centre.roster_cell (amendment_id) WHERE amendment_id IS NOT NULL;
CREATE INDEX roster_cell_counter ON centre.roster_cell (counter_id) WHERE counter_id IS NOT NULL;
CREATE INDEX roster_cell_duty ON centre.roster_cell (duty_id) WHERE duty_id IS NOT NULL;

RESET ROLE;
