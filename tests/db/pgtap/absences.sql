-- SPDX-License-Identifier: GPL-3.0-or-later
-- Absences: what is accepted, who may write them, and who learns the reason.
SET search_path = tap, public;
BEGIN;
SELECT no_plan();
SELECT centre.load_plan(:'plan'::jsonb) \g /dev/null
SELECT centre.load_demo(centre.today(), :'demo'::jsonb) \g /dev/null
SELECT centre.load_demo_absences(centre.today(), :'demo'::jsonb) \g /dev/null
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA tap TO PUBLIC;
INSERT INTO centre.person (full_name) VALUES ('Thử Văn Ốm');
CREATE TEMP TABLE who AS SELECT max(id) AS one, centre.today() + 30 AS day FROM centre.person WHERE full_name = 'Thử Văn Ốm';
GRANT SELECT ON who TO PUBLIC;
CREATE FUNCTION pg_temp.try(statement text, outcome text, what text) RETURNS text
  LANGUAGE sql AS $$ SELECT is(tap.attempt('motcua_roster_office', statement), outcome, what) $$;

SELECT pg_temp.try($$INSERT INTO centre.absence (person_id, during, half) SELECT one, daterange(day, day + 2), 'morning' FROM who$$, 'ok', 'two mornings');
SELECT pg_temp.try($$INSERT INTO centre.absence_reason (absence_id, kind, note) SELECT max(id), 'sick', 'sốt' FROM centre.absence$$, 'ok', 'with a reason');
SELECT pg_temp.try($$INSERT INTO centre.absence_reason (absence_id, kind) SELECT max(id), 'annual' FROM centre.absence$$, '23505 absence_reason_once', 'one');
SELECT pg_temp.try($$INSERT INTO centre.absence_reason (absence_id, kind) SELECT min(id), 'tired' FROM centre.absence$$, '23514 absence_reason_kind', 'that is known');
SELECT pg_temp.try($$INSERT INTO centre.absence (person_id, during, half) SELECT one, daterange(day + 1, day + 2), 'afternoon' FROM who$$, 'ok', 'and an afternoon of the same day');
SELECT pg_temp.try($$INSERT INTO centre.absence (person_id, during) SELECT one, daterange(day + 1, day + 2) FROM who$$, '23P01 absence_no_overlap', 'nobody is away twice at a time');
SELECT pg_temp.try($$INSERT INTO centre.absence (person_id, during, half) SELECT one, daterange(day, day + 1), 'morning' FROM who$$, '23P01 absence_no_overlap', 'nor by halves');
SELECT pg_temp.try($$INSERT INTO centre.absence (person_id, during) SELECT one, daterange(day + 9, NULL) FROM who$$, '23514 absence_during_bounded', 'an absence ends');
SELECT pg_temp.try($$INSERT INTO centre.absence (person_id, during) SELECT one, 'empty' FROM who$$, '23514 absence_during_bounded', 'and is at least half a day');
SELECT pg_temp.try($$INSERT INTO centre.absence (person_id, during, half) SELECT one, daterange(day + 9, day + 10), 'hour' FROM who$$, '23514 absence_half', 'by half or whole days');

SELECT is(tap.attempt('motcua_' || g, $$UPDATE centre.absence SET excused = false WHERE person_id = (SELECT one FROM who) AND half = 'afternoon'$$), n, g || ' changes absences: ' || n)
  FROM (VALUES ('director', 'ok'), ('deputy', 'ok'), ('roster_office', 'ok'), ('supervision', '42501'), ('viewer', '42501'), ('technician', '42501')) x(g, n);
SELECT is(tap.attempt('motcua_' || g, $$UPDATE centre.absence_reason SET note = 'x' WHERE person_id = (SELECT one FROM who)$$), n, g || ' changes reasons: ' || n)
  FROM (VALUES ('director', 'ok'), ('supervision', '42501'), ('viewer', '42501'), ('technician', '42501')) x(g, n);
SELECT is(tap.ask('motcua_' || g, $$SELECT string_agg(half || ' ' || excused, ', ' ORDER BY half) FROM centre.absences_at((SELECT day + 1 FROM who)) WHERE person_id = (SELECT one FROM who)$$),
          'afternoon false, morning true', g || ' sees the empty chair')
  FROM unnest(ARRAY['director', 'supervision', 'viewer', 'technician']) g;
CREATE ROLE tech_away LOGIN IN ROLE motcua_technician;
INSERT INTO centre.account (login, display_name, group_role) VALUES ('tech_away', 'Kỹ thuật', 'technician');
SELECT is(tap.ask_as('tech_away', 'motcua_owner', 'SELECT count(*) FROM centre.absence_reason'), '0', 'the technician as owner learns no reason');
SELECT is_empty($$SELECT 1 FROM audit.change WHERE table_name = 'absence_reason' AND (new ->> 'kind' IN ('sick', 'annual', 'meeting') OR new ->> 'note' IN ('sốt', 'x', 'Dữ liệu mẫu'))$$, 'reasons stay out of the audit');

-- A person's own copy holds them, and who is forgotten leaves none behind.
SELECT is(tap.ask('motcua_director', $$SELECT jsonb_array_length(centre.person_data((SELECT one FROM who)) -> 'absence')$$), '2', 'a person gets the own absences');
SELECT ok(centre.person_data((SELECT one FROM who)) ?& ARRAY['person_private', 'person_condition', 'home_agency', 'tour', 'appointment', 'qualification',
          'field_competence', 'service', 'rating', 'supervision_note', 'account', 'tour_extension', 'absence_reason', 'attachment', 'access'], 'and all else that is held');
SELECT is(tap.attempt('motcua_director', $$SELECT centre.anonymise_person((SELECT one FROM who), 'theo yêu cầu')$$), 'ok', 'forgotten');
SELECT is_empty($$SELECT 1 FROM centre.absence WHERE person_id = (SELECT one FROM who)$$, 'no absence is left');
SELECT is_empty($$SELECT 1 FROM audit.change c WHERE table_name = 'absence' AND (SELECT one FROM who)::text IN (c.old ->> 'person_id', c.new ->> 'person_id')$$, 'nor in the audit');

SELECT is((SELECT count(*) FROM centre.absences_at(centre.today())), 3::bigint, 'of the sample three are away today');
SELECT * FROM finish();
ROLLBACK;
