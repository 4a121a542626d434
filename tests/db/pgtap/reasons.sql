-- SPDX-License-Identifier: GPL-3.0-or-later
-- Why somebody is away and what condition somebody is in: read by a function alone, which writes down who read whose.
SET search_path = tap, public;
BEGIN;
SELECT no_plan();
SELECT centre.load_plan(:'plan'::jsonb) \g /dev/null
SELECT centre.load_demo(centre.today(), :'demo'::jsonb) \g /dev/null
SELECT centre.load_demo_absences(centre.today(), :'demo'::jsonb) \g /dev/null
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA tap TO PUBLIC;
CREATE TEMP TABLE said AS SELECT r.id, r.absence_id, r.person_id, r.kind FROM centre.absence_reason r JOIN centre.absence a ON a.id = r.absence_id
  WHERE r.kind = 'sick' AND upper(a.during) > centre.today() LIMIT 1;
CREATE TEMP TABLE held AS SELECT c.id, c.person_id FROM centre.person_condition c WHERE c.kind = 'maternity';
GRANT SELECT ON said, held TO PUBLIC;
CREATE FUNCTION pg_temp.each() RETURNS SETOF text LANGUAGE sql AS $$ SELECT unnest(ARRAY['director', 'deputy', 'roster_office', 'supervision', 'viewer', 'technician']) $$;
CREATE FUNCTION pg_temp.lines(who text, whose bigint, what text) RETURNS bigint LANGUAGE sql
  AS $$ SELECT count(*) FROM audit.access a WHERE a.login = who AND a.person_id = whose AND a.fields = ARRAY[what] $$;

SELECT format('CREATE ROLE %I LOGIN IN ROLE %I', 'one_' || g, 'motcua_' || g) FROM pg_temp.each() g \gexec

-- The columns are closed, the rest is not.
SELECT is(tap.ask('motcua_' || g, format('SELECT max(%s) FROM centre.%s', c, t)), '42501', g || ' does not read ' || t || '.' || c)
  FROM pg_temp.each() g, (VALUES ('absence_reason', 'kind'), ('absence_reason', 'note'), ('person_condition', 'kind'), ('person_condition', 'note')) x(t, c);
SELECT is(tap.ask('motcua_' || g, 'SELECT * FROM centre.absence_reason LIMIT 1'), '42501', g || ' does not read the whole row') FROM pg_temp.each() g;
SELECT is(tap.ask('motcua_' || g, $$SELECT count(absence_id) = (SELECT count(*) FROM centre.absence) AND count(*) > 0 FROM centre.absence_reason$$), n, g || ' sees that there are reasons: ' || n)
  FROM (VALUES ('director', 'true'), ('deputy', 'true'), ('roster_office', 'true'), ('supervision', 'true'), ('viewer', 'false'), ('technician', 'false')) x(g, n);
SELECT is(tap.ask('motcua_' || g, $$SELECT count(*) FROM audit.access$$), n, g || ': nothing was written down of that')
  FROM (VALUES ('director', '0'), ('deputy', '0')) x(g, n);

-- The function tells those who may know, and writes it down; the others it refuses.
SELECT is(tap.ask('one_' || g, $$SELECT kind FROM centre.read_absence_reasons(ARRAY[(SELECT id FROM said)], 'bảng chấm công')$$), n, g || ' learns why: ' || n)
  FROM (VALUES ('director', 'sick'), ('deputy', 'sick'), ('roster_office', 'sick'), ('supervision', 'sick'),
               ('viewer', 'MC003 group_required'), ('technician', 'MC003 group_required')) x(g, n);
SELECT is(tap.ask('one_' || g, $$SELECT kind FROM centre.read_conditions(ARRAY[(SELECT id FROM held)], 'kiểm tra điều kiện')$$), n, g || ' learns the condition: ' || n)
  FROM (VALUES ('director', 'maternity'), ('deputy', 'maternity'), ('roster_office', 'maternity'), ('supervision', 'maternity'),
               ('viewer', 'MC003 group_required'), ('technician', 'MC003 group_required')) x(g, n);
SELECT is(pg_temp.lines('one_' || g, (SELECT person_id FROM said), 'absence_reason') || ' ' || pg_temp.lines('one_' || g, (SELECT person_id FROM held), 'person_condition'), n,
          g || ' is in the log: ' || n)
  FROM (VALUES ('director', '1 1'), ('deputy', '1 1'), ('roster_office', '1 1'), ('supervision', '1 1'), ('viewer', '0 0'), ('technician', '0 0')) x(g, n);
SELECT is((SELECT string_agg(DISTINCT purpose, ', ' ORDER BY purpose) FROM audit.access), 'bảng chấm công, kiểm tra điều kiện', 'with what it was for');
SELECT is(tap.ask('motcua_director', $$SELECT count(*) FROM centre.read_absence_reasons(ARRAY[(SELECT id FROM said)], ' ')$$), '23514 access_purpose_given', 'not without a purpose');
SELECT is(tap.ask('motcua_viewer', $$SELECT count(*) FROM centre.read_absence_reasons('{}', 'x')$$), '0', 'nothing asked, nothing told');
SELECT is(tap.ask('motcua_director', $$SELECT count(*) FROM centre.read_absence_reasons(ARRAY(SELECT id FROM centre.absence_reason), 'bảng tháng') r$$),
          (SELECT count(*)::text FROM centre.absence_reason), 'all at once');
SELECT is((SELECT count(*) FROM audit.access WHERE purpose = 'bảng tháng'), (SELECT count(DISTINCT person_id) FROM centre.absence_reason), 'one line for each person');

-- The day's list of who is away, which everybody looks at, knows no reasons and leaves no line.
CREATE TEMP TABLE before AS SELECT count(*) AS n FROM audit.access;
SELECT is(tap.ask('motcua_' || g, $$SELECT count(*) > 0 FROM centre.absences_at(centre.today())$$), 'true', g || ' sees who is away') FROM pg_temp.each() g;
SELECT is((SELECT count(*) FROM audit.access), (SELECT n FROM before), 'without a line in the log');
SELECT is((SELECT count(*) FROM pg_proc p, unnest(p.proargnames) n WHERE p.oid = 'centre.absences_at(date)'::regprocedure AND n IN ('kind', 'note', 'reason_id')), 0::bigint, 'and without the reason');

-- Writing goes on: found, changed and removed by number and version, answered by what may be read.
SELECT is(tap.rows('motcua_' || g, $$UPDATE centre.absence_reason SET kind = 'child_sick' WHERE id = (SELECT id FROM said) RETURNING id, version$$), n, g || ' corrects a reason: ' || n)
  FROM (VALUES ('director', '1'), ('deputy', '1'), ('roster_office', '1'), ('supervision', '42501'), ('viewer', '42501'), ('technician', '42501')) x(g, n);
SELECT is(tap.rows('motcua_roster_office', $$UPDATE centre.person_condition SET note = 'x' WHERE id = (SELECT id FROM held) RETURNING id, during$$), '1', 'and a condition');
SELECT is(tap.attempt('motcua_roster_office', $$UPDATE centre.absence_reason SET note = kind WHERE id = (SELECT id FROM said)$$), '42501', 'but not by copying what is hidden into what is seen');
SELECT is((SELECT person_id FROM centre.absence_reason r WHERE r.id = (SELECT id FROM said)), (SELECT a.person_id FROM centre.absence a WHERE a.id = (SELECT absence_id FROM said)), 'a reason is of its person');
SELECT is(tap.attempt('motcua_director', $$UPDATE centre.absence_reason SET person_id = (SELECT max(id) FROM centre.person) WHERE id = (SELECT id FROM said)$$), '23503 absence_reason_of_person', 'and of nobody else');

-- The journal keeps that it changed, not to what.
SELECT is_empty($$SELECT 1 FROM audit.change c WHERE c.table_name IN ('absence_reason', 'person_condition') AND (c.new ->> 'kind' NOT LIKE '***%' OR c.old ->> 'kind' NOT LIKE '***%')$$, 'kinds stay out of the journal');
SELECT is_empty($$SELECT 1 FROM audit.change c WHERE c.table_name = 'absence_reason' AND c.new ->> 'person_id' NOT LIKE '***%'$$, 'and whose reason it is');
INSERT INTO audit.change (action, table_name, row_id, row_version, new) VALUES ('insert', 'person_condition', 999, 1, '{"id": 999, "kind": "pregnancy"}');
SELECT is(tap.ask('motcua_' || g, $$SELECT count(*) FROM audit.change WHERE row_id = 999 AND table_name = 'person_condition'$$), '0', g || ' does not read an older entry that tells it')
  FROM pg_temp.each() g;
SELECT is(tap.ask('motcua_' || g, $$SELECT count(*) > 0 FROM audit.change WHERE table_name = 'person_condition'$$), n, g || ' reads the others: ' || n)
  FROM (VALUES ('director', 'true'), ('roster_office', 'true'), ('viewer', 'false')) x(g, n);

SELECT * FROM finish();
ROLLBACK;
