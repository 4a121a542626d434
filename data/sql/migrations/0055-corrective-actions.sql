-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was done about a peak of waiting: recorded with the day, the half-hour and the counter at which people waited.

SET LOCAL ROLE motcua_owner;

CREATE TABLE centre.corrective_action (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  day date NOT NULL,
  slot int CONSTRAINT corrective_action_slot CHECK (slot BETWEEN 0 AND 47),
  counter_id bigint REFERENCES centre.counter ON DELETE SET NULL,
  wait_minutes numeric(6,1) CONSTRAINT corrective_action_wait_not_negative CHECK (wait_minutes >= 0),
  cause text CONSTRAINT corrective_action_cause_public CHECK (NOT centre.names_the_public(cause)),
  action text NOT NULL CONSTRAINT corrective_action_given CHECK (btrim(action) <> '')
    CONSTRAINT corrective_action_public CHECK (NOT centre.names_the_public(action)),
  person_id bigint REFERENCES centre.person ON DELETE SET NULL,
  due_on date,
  done_on date CONSTRAINT corrective_action_done_later CHECK (done_on >= day),
  outcome text CONSTRAINT corrective_action_outcome_public CHECK (NOT centre.names_the_public(outcome)),
  CONSTRAINT corrective_action_outcome_of_done CHECK (outcome IS NULL OR done_on IS NOT NULL)
);
CREATE INDEX corrective_action_day ON centre.corrective_action (day);
CREATE INDEX corrective_action_counter ON centre.corrective_action (counter_id);
CREATE INDEX corrective_action_person ON centre.corrective_action (person_id);
COMMENT ON TABLE centre.corrective_action IS
  'What was done about a time at which people waited long, kept with that time: proof of corrective action taken, which the SIGMA portal on public administration asks for.';
COMMENT ON COLUMN centre.corrective_action.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.corrective_action.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.corrective_action.day IS 'The day on which people waited; not in the future.';
COMMENT ON COLUMN centre.corrective_action.slot IS 'Half-hour of that day, 0 to 47: 15 begins at 07:30. Null: the whole day.';
COMMENT ON COLUMN centre.corrective_action.counter_id IS 'The counter at which they waited. Null: all of them.';
COMMENT ON COLUMN centre.corrective_action.wait_minutes IS 'The mean waiting then, in minutes, as it was known when this was written.';
COMMENT ON COLUMN centre.corrective_action.cause IS 'What was found to be the cause, in words of the office, without citizens and without why somebody was ill.';
COMMENT ON COLUMN centre.corrective_action.action IS 'What is to be done, or was.';
COMMENT ON COLUMN centre.corrective_action.person_id IS 'Who sees to it.';
COMMENT ON COLUMN centre.corrective_action.due_on IS 'By when.';
COMMENT ON COLUMN centre.corrective_action.done_on IS 'When it was done; not in the future.';
COMMENT ON COLUMN centre.corrective_action.outcome IS 'What came of it; known once it is done.';
CALL centre.watch('centre.corrective_action');

CREATE FUNCTION centre.guard_corrective_action() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  IF NEW.day > centre.today() OR NEW.done_on > centre.today() THEN
    RAISE EXCEPTION 'that day is still to come'
      USING ERRCODE = 'MC002', CONSTRAINT = 'corrective_action_not_ahead', TABLE = 'corrective_action', SCHEMA = 'centre';
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION centre.guard_corrective_action() IS 'Nobody has waited yet on a day to come, and nothing has been done then.';
CREATE TRIGGER a_guard_corrective_action BEFORE INSERT OR UPDATE ON centre.corrective_action
  FOR EACH ROW EXECUTE FUNCTION centre.guard_corrective_action();

RESET ROLE;
