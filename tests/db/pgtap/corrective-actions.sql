-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was done about peaks of waiting: what each group may do, and what the schema refuses.
SET search_path = tap, public;
BEGIN;
SELECT no_plan();
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA tap TO PUBLIC;

CREATE TEMP TABLE groups AS SELECT g, g IN ('director', 'deputy', 'roster_office') AS writes, g NOT IN ('viewer', 'technician') AS reads
  FROM unnest(ARRAY['director', 'deputy', 'roster_office', 'supervision', 'viewer', 'technician']) g;
SELECT is(tap.attempt('motcua_' || g, format($$INSERT INTO centre.corrective_action (day, action) VALUES ('2026-03-02', 'Của %s')$$, g)),
          CASE WHEN writes THEN 'ok' ELSE '42501' END, g || ': records an action') FROM groups;
INSERT INTO centre.corrective_action (day, slot, action) VALUES ('2026-03-02', 16, 'Mở thêm một quầy từ 08:00');
SELECT is(tap.ask('motcua_' || g, $$SELECT count(*) FROM centre.corrective_action WHERE slot = 16$$), CASE WHEN reads THEN '1' ELSE '0' END,
          g || CASE WHEN reads THEN ' reads it' ELSE ' does not see it' END) FROM groups;
SELECT is(tap.attempt('motcua_' || g, s), CASE WHEN writes THEN 'ok' ELSE '42501' END, g || ': ' || s)
  FROM groups, unnest(ARRAY[$$UPDATE centre.corrective_action SET cause = 'Ít người' WHERE slot = 16$$, $$DELETE FROM centre.corrective_action WHERE slot = 16$$]) s;

CREATE FUNCTION pg_temp.try(statement text, outcome text, what text) RETURNS text
  LANGUAGE sql AS $$ SELECT is(tap.attempt('motcua_roster_office', statement), outcome, what) $$;
SELECT pg_temp.try($$INSERT INTO centre.corrective_action (day, action) VALUES ('2026-03-02', ' ')$$, '23514 corrective_action_given', 'something is done');
SELECT pg_temp.try($$INSERT INTO centre.corrective_action (day, slot, action) VALUES ('2026-03-02', 48, 'A')$$, '23514 corrective_action_slot', 'a half-hour of the day');
SELECT pg_temp.try($$INSERT INTO centre.corrective_action (day, wait_minutes, action) VALUES ('2026-03-02', -1, 'A')$$, '23514 corrective_action_wait_not_negative', 'nobody waits less than not at all');
SELECT pg_temp.try($$INSERT INTO centre.corrective_action (day, action) VALUES ('2026-03-02', 'Gọi lại hồ sơ 000123456')$$, '23514 corrective_action_public', 'no code of a dossier in the action');
SELECT pg_temp.try($$INSERT INTO centre.corrective_action (day, cause, action) VALUES ('2026-03-02', 'Ông A, 0903 123 456', 'A')$$, '23514 corrective_action_cause_public', 'no telephone in the cause');
SELECT pg_temp.try($$INSERT INTO centre.corrective_action (day, done_on, outcome, action) VALUES ('2026-03-02', '2026-03-03', 'a@b.vn', 'A')$$, '23514 corrective_action_outcome_public', 'no e-mail in the outcome');
SELECT pg_temp.try($$INSERT INTO centre.corrective_action (day, done_on, action) VALUES ('2026-03-02', '2026-03-01', 'A')$$, '23514 corrective_action_done_later', 'done after people waited');
SELECT pg_temp.try($$INSERT INTO centre.corrective_action (day, outcome, action) VALUES ('2026-03-02', 'Đỡ chờ', 'A')$$, '23514 corrective_action_outcome_of_done', 'an outcome of what was done');
SELECT pg_temp.try($$INSERT INTO centre.corrective_action (day, action) VALUES (centre.today() + 1, 'A')$$, 'MC002 corrective_action_not_ahead', 'nobody has waited tomorrow');
SELECT pg_temp.try($$INSERT INTO centre.corrective_action (day, done_on, action) VALUES (centre.today(), centre.today() + 1, 'A')$$, 'MC002 corrective_action_not_ahead', 'nothing was done tomorrow');
SELECT isnt_empty($$SELECT FROM audit.change WHERE table_name = 'corrective_action'$$, 'each change is written down');

SELECT * FROM finish();
ROLLBACK;
