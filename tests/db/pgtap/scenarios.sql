-- SPDX-License-Identifier: GPL-3.0-or-later
-- Kept scenarios: what each group may do, and what the schema refuses.
SET search_path = tap, public;
BEGIN;
SELECT no_plan();
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA tap TO PUBLIC;

CREATE TEMP TABLE groups AS SELECT g, g IN ('director', 'deputy', 'roster_office') AS writes
  FROM unnest(ARRAY['director', 'deputy', 'roster_office', 'supervision', 'viewer', 'technician']) g;
SELECT is(tap.attempt('motcua_' || g, format($$INSERT INTO centre.scenario (name, definition) VALUES ('Của %1$s', '{"name": "Của %1$s", "counters": 15}')$$, g)),
          CASE WHEN writes THEN 'ok' ELSE '42501' END, g || ': keeps a scenario') FROM groups;
INSERT INTO centre.scenario (name, definition) VALUES ('Mười lăm quầy', '{"name": "Mười lăm quầy", "counters": 15}');
SELECT is(tap.ask('motcua_' || g, $$SELECT count(*) FROM centre.scenario WHERE name = 'Mười lăm quầy'$$), '1', g || ' reads it') FROM groups;
SELECT is(tap.attempt('motcua_' || g, s), CASE WHEN writes THEN 'ok' ELSE '42501' END, g || ': ' || s)
  FROM groups, unnest(ARRAY[$$UPDATE centre.scenario SET note = 'x' WHERE name = 'Mười lăm quầy'$$, $$DELETE FROM centre.scenario WHERE name = 'Mười lăm quầy'$$]) s;

CREATE FUNCTION pg_temp.try(statement text, outcome text, what text) RETURNS text
  LANGUAGE sql AS $$ SELECT is(tap.attempt('motcua_roster_office', statement), outcome, what) $$;
SELECT pg_temp.try($$INSERT INTO centre.scenario (name, definition) VALUES ('', '{"name": ""}')$$, '23514 scenario_name_given', 'a name');
SELECT pg_temp.try($$INSERT INTO centre.scenario (name, definition) VALUES ('A', '{"name": "B"}')$$, '23514 scenario_definition', 'one name');
SELECT pg_temp.try($$INSERT INTO centre.scenario (name, definition) VALUES ('A', '{}')$$, '23514 scenario_definition', 'also in the definition');
SELECT pg_temp.try($$INSERT INTO centre.scenario (name, definition) VALUES ('A', '[]')$$, '23514 scenario_definition', 'an object');
INSERT INTO centre.scenario (name, definition) VALUES ('Hai mươi quầy', '{"name": "Hai mươi quầy", "counters": 20}');
SELECT pg_temp.try($$INSERT INTO centre.scenario (name, definition) VALUES ('Hai mươi quầy', '{"name": "Hai mươi quầy"}')$$, '23505 scenario_name_once', 'each once');
SELECT isnt_empty($$SELECT FROM audit.change WHERE table_name = 'scenario'$$, 'each change is written down');

SELECT * FROM finish();
ROLLBACK;
