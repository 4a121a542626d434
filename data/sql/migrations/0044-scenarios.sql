-- SPDX-License-Identifier: GPL-3.0-or-later
-- Other ways to run the centre, kept to be compared again when more has been measured.

SET LOCAL ROLE motcua_owner;

CREATE TABLE centre.scenario (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  name text NOT NULL CONSTRAINT scenario_name_given CHECK (btrim(name) <> '') CONSTRAINT scenario_name_once UNIQUE,
  definition jsonb NOT NULL CONSTRAINT scenario_definition CHECK (jsonb_typeof(definition) = 'object' AND definition ->> 'name' IS NOT DISTINCT FROM name),
  note text
);
COMMENT ON TABLE centre.scenario IS 'What if the centre worked otherwise: kept to be compared with the centre as it is.';
COMMENT ON COLUMN centre.scenario.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.scenario.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.scenario.name IS 'Name as people read it; the same as in the definition.';
COMMENT ON COLUMN centre.scenario.definition IS 'What differs from today, as a scenario file has it: counters, shared, saturday, shift_minutes, officers and others.';
COMMENT ON COLUMN centre.scenario.note IS 'Free remark.';
CALL centre.watch('centre.scenario');
