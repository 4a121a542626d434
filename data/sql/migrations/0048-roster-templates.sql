-- SPDX-License-Identifier: GPL-3.0-or-later
-- The pattern of a week that rosters begin with: who is where on which weekday.

SET LOCAL ROLE motcua_owner;

CREATE TABLE centre.roster_template (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  name text NOT NULL CONSTRAINT roster_template_name_given CHECK (btrim(name) <> ''),
  note text,
  CONSTRAINT roster_template_named_once UNIQUE (name)
);
COMMENT ON TABLE centre.roster_template IS 'The pattern of a week, saved from a roster, that drafts are filled from.';
COMMENT ON COLUMN centre.roster_template.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.roster_template.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.roster_template.name IS 'Name as people read it.';
COMMENT ON COLUMN centre.roster_template.note IS 'Free remark.';
CALL centre.watch('centre.roster_template');

CREATE TABLE centre.roster_template_cell (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  template_id bigint NOT NULL REFERENCES centre.roster_template ON DELETE CASCADE,
  person_id bigint NOT NULL REFERENCES centre.person ON DELETE CASCADE,
  weekday int NOT NULL CONSTRAINT roster_template_cell_weekday CHECK (weekday BETWEEN 1 AND 7),
  session text NOT NULL CONSTRAINT roster_template_cell_session CHECK (session IN ('morning', 'afternoon')),
  counter_id bigint REFERENCES centre.counter ON DELETE CASCADE,
  duty_id bigint REFERENCES centre.duty ON DELETE CASCADE,
  CONSTRAINT roster_template_cell_one_place UNIQUE (template_id, person_id, weekday, session),
  CONSTRAINT roster_template_cell_one_thing CHECK (num_nonnulls(counter_id, duty_id) = 1)
);
CREATE INDEX roster_template_cell_template ON centre.roster_template_cell (template_id);
CREATE INDEX roster_template_cell_person ON centre.roster_template_cell (person_id);
CREATE INDEX roster_template_cell_counter ON centre.roster_template_cell (counter_id);
CREATE INDEX roster_template_cell_duty ON centre.roster_template_cell (duty_id);
COMMENT ON TABLE centre.roster_template_cell IS 'Where one person is in one session of the week; who has no cell is free in it.';
COMMENT ON COLUMN centre.roster_template_cell.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.roster_template_cell.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.roster_template_cell.template_id IS 'The pattern.';
COMMENT ON COLUMN centre.roster_template_cell.person_id IS 'The person.';
COMMENT ON COLUMN centre.roster_template_cell.weekday IS '1 Monday … 7 Sunday.';
COMMENT ON COLUMN centre.roster_template_cell.session IS 'morning or afternoon.';
COMMENT ON COLUMN centre.roster_template_cell.counter_id IS 'The counter, or';
COMMENT ON COLUMN centre.roster_template_cell.duty_id IS 'the duty.';
CALL centre.watch('centre.roster_template_cell');

RESET ROLE;
