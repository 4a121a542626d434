-- SPDX-License-Identifier: GPL-3.0-or-later
-- Workload: what each group may do, what the schema refuses, that only files in force count, and that all sums agree.
\ir support/sample.psql
DELETE FROM centre.workload_source WHERE NOT EXISTS (SELECT FROM centre.workload_file f WHERE f.source_id = workload_source.id);

CREATE FUNCTION pg_temp.try(statement text, outcome text, what text) RETURNS text
  LANGUAGE sql AS $$ SELECT is(tap.attempt('motcua_roster_office', statement), outcome, what) $$;
CREATE FUNCTION pg_temp.digest(what text) RETURNS text LANGUAGE sql AS $$ SELECT encode(sha256(convert_to(what, 'UTF8')), 'hex') $$;
CREATE FUNCTION pg_temp.of(wanted text) RETURNS bigint LANGUAGE sql AS $$ SELECT id FROM centre.person WHERE full_name = wanted $$;
CREATE FUNCTION pg_temp.n(wanted int) RETURNS bigint LANGUAGE sql AS $$ SELECT min(id) FROM centre.counter WHERE number = wanted $$;
CREATE FUNCTION pg_temp.agency(wanted text) RETURNS bigint LANGUAGE sql AS $$ SELECT id FROM centre.agency WHERE code = wanted AND during @> '2026-11-23'::date $$;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pg_temp TO PUBLIC;

-- A file of dossiers: two agencies, two months, an officer
SELECT pg_temp.try($$
  INSERT INTO centre.workload_source (kind, name, mapping) VALUES ('dossier', 'Hệ thống thử', '{"columns": {"Ngày nhận": "received"}}');
  WITH f AS (INSERT INTO centre.workload_file (source_id, kind, file_name, digest, first_day, last_day, rows_read)
               SELECT id, kind, 'thang-9-10.csv', pg_temp.digest('a'), '2026-09-01', '2026-10-31', 250 FROM centre.workload_source WHERE name = 'Hệ thống thử' RETURNING id)
  INSERT INTO centre.dossier_count (file_id, day, counter_id, agency_id, person_id, received, on_time, overdue, process_minutes)
    SELECT f.id, v.d::date, pg_temp.n(v.c), pg_temp.agency(v.a), pg_temp.of(v.p), v.r, v.o, v.l, v.o * 60
      FROM f, (VALUES ('2026-09-01', 1, 'TP', 'Cao Văn Sơn', 188, 150, 10), ('2026-09-30', 2, 'NNMT', NULL, 11, 5, 1), ('2026-10-01', 1, 'TP', NULL, 51, 40, 0)) v(d, c, a, p, r, o, l)$$,
  'ok', 'the office brings in a file');
SELECT pg_temp.try($$
  INSERT INTO centre.workload_source (kind, name) VALUES ('ticket', 'Máy thử');
  WITH f AS (INSERT INTO centre.workload_file (source_id, kind, file_name, digest, first_day, last_day, rows_read)
               SELECT id, kind, 've.csv', pg_temp.digest('b'), '2026-09-01', '2026-09-30', 30 FROM centre.workload_source WHERE name = 'Máy thử' RETURNING id)
  INSERT INTO centre.ticket_count (file_id, day, slot, counter_id, arrived, served, no_show, wait_seconds, wait_max, wait_histogram)
    SELECT f.id, v.d::date, v.s, pg_temp.n(1), v.n, v.n - 1, 1, v.n * 100, v.m, ARRAY[v.n,0,0,0,0,0,0,0,0,0,0,0]
      FROM f, (VALUES ('2026-09-01', 15, 10, 500), ('2026-09-01', 16, 12, 900), ('2026-09-08', 15, 8, 300)) v(d, s, n, m)$$,
  'ok', 'and tickets');
CREATE TEMP TABLE file AS SELECT min(id) AS id, max(id) AS tickets FROM centre.workload_file WHERE digest IN (pg_temp.digest('a'), pg_temp.digest('b'));
GRANT SELECT ON file TO PUBLIC;

-- Questions
CREATE FUNCTION pg_temp.rows(bucket text, part text, only_part text DEFAULT NULL, only_id bigint DEFAULT NULL) RETURNS text
  LANGUAGE sql AS $$ SELECT string_agg(format('%s/%s/%s:%s', to_char(start, 'MM-DD'), slot, received, arrived), ' ' ORDER BY start, slot, received)
                       FROM centre.workload_rows('2026-09-01', '2026-10-15', bucket, part, only_part, only_id) $$;
SELECT is(pg_temp.rows('whole', 'none'), '09-01/-1/250:30', 'all together');
SELECT is(pg_temp.rows('year', 'none'), '01-01/-1/250:30', 'by year');
SELECT is(pg_temp.rows('month', 'none'), '09-01/-1/199:30 10-01/-1/51:0', 'by month');
SELECT is(pg_temp.rows('week', 'none'), '08-31/-1/188:22 09-07/-1/0:8 09-28/-1/62:0', 'by week, from Monday');
SELECT is((SELECT string_agg(format('%s:%s', to_char(start, 'MM-DD'), received), ' ' ORDER BY start) FROM centre.workload_rows('2026-08-31', '2026-10-05', 'week', 'none')), '08-31:188 09-07:0 09-28:62', 'whole weeks, also over the end of a month');
SELECT is(pg_temp.rows('day', 'none'), '09-01/-1/188:22 09-08/-1/0:8 09-30/-1/11:0 10-01/-1/51:0', 'by day');
SELECT is(pg_temp.rows('half_hour', 'none'), '09-01/15/0:10 09-01/16/0:12 09-08/15/0:8', 'by half-hour, tickets alone');
SELECT is(pg_temp.rows('whole', 'weekday_slot'), '09-01/15/0:18 09-01/16/0:12', 'by weekday and half-hour');
SELECT is(pg_temp.rows('whole', 'agency'), '09-01/-1/0:30 09-01/-1/11:0 09-01/-1/239:0', 'by agency; whose it is not known has key 0');
SELECT is(pg_temp.rows('month', 'agency', 'agency', pg_temp.agency('TP')), '09-01/-1/188:0 10-01/-1/51:0', 'of one agency');
SELECT is(pg_temp.rows('whole', 'agency', 'counter', pg_temp.n(1)), '09-01/-1/0:30 09-01/-1/239:0', 'by agency, of one counter');
SELECT is(pg_temp.rows('whole', 'none', 'person', pg_temp.of('Cao Văn Sơn')), '09-01/-1/188:0', 'of one officer');
SELECT is((SELECT string_agg(format('%s/%s/%s/%s', days, wait_seconds, wait_max, wait_histogram[1]), ' ') FROM centre.workload_rows('2026-09-01', '2026-10-01', 'whole', 'counter', 'counter', pg_temp.n(1))), '2/3000/900/30',
          'days, sums, the longest and how it is spread');
SELECT is((SELECT string_agg(format('%s/%s/%s', key_id, slot, arrived), ' ' ORDER BY slot) FROM centre.workload_rows('2026-01-01', '2027-01-01', 'year', 'weekday_slot')), '2/15/18 2/16/12', 'from the sums as well');
SELECT is((SELECT days FROM centre.workload_rows('2026-08-01', '2026-11-01', 'whole', 'weekday_slot') WHERE slot = 15), 2, 'on how many days');
SELECT is((SELECT string_agg(format('%s:%s', to_char(start, 'MM-DD'), received), ' ' ORDER BY start) FROM centre.workload_rows('2026-09-01', '2026-11-01', 'month', 'none')), '09-01:199 10-01:51', 'whole months');
SELECT is_empty($$SELECT p, b FROM unnest(ARRAY['none', 'counter', 'agency', 'field', 'procedure', 'person']) p, unnest(ARRAY['day', 'week', 'month', 'year', 'whole']) b
                   WHERE (SELECT row(sum(received), sum(on_time), sum(arrived), sum(wait_seconds), max(wait_max), sum(wait_histogram[1])) FROM centre.workload_rows('2026-09-01', '2026-10-02', b, p))
                      IS DISTINCT FROM (SELECT row(sum(received)::numeric, sum(on_time)::numeric, sum(arrived)::numeric, sum(wait_seconds)::numeric, max(wait_max)::bigint, sum(wait_histogram[1])::numeric)
                                          FROM centre.workload_fact WHERE day >= '2026-09-01' AND day < '2026-10-02')$$, 'however it is parted, the sums are those of the facts');
SELECT is(tap.ask('motcua_director', $$SELECT count(*) FROM centre.workload_rows('2026-09-01', '2026-10-01', 'minute', 'none')$$), 'MC002 workload_question', 'other questions are refused');
SELECT is(tap.ask('motcua_director', $$SELECT count(*) FROM centre.workload_rows('2026-09-01', '2026-10-01', 'day', 'citizen')$$), 'MC002 workload_question', 'by a citizen above all');

-- Each group
CREATE TEMP TABLE groups AS SELECT g, g IN ('director', 'deputy', 'roster_office') AS writes, g IN ('director', 'deputy', 'roster_office', 'supervision') AS sees
  FROM unnest(ARRAY['director', 'deputy', 'roster_office', 'supervision', 'viewer', 'technician']) g;
SELECT is(tap.ask('motcua_' || g, $$SELECT sum(received) FROM centre.workload_rows('2026-09-01', '2026-11-01', 'month', 'agency')$$), '250', g || ' reads sums') FROM groups;
SELECT is(tap.ask('motcua_' || g, $$SELECT sum(received) FROM centre.workload_rows('2026-09-01', '2026-11-01', 'month', 'person')$$), CASE WHEN sees THEN '250' ELSE 'MC003 group_required' END, g || ': single officers') FROM groups;
SELECT is(tap.ask('motcua_' || g, 'SELECT count(*) FROM centre.dossier_count WHERE file_id = (SELECT id FROM file)'), CASE WHEN sees THEN '3' ELSE '0' END, g || ': counts') FROM groups;
SELECT is(tap.ask('motcua_' || g, 'SELECT sum(received) FROM centre.dossier_fact WHERE file_id = (SELECT id FROM file)'), CASE WHEN sees THEN '250' ELSE '42501' END, g || ': facts') FROM groups;
SELECT is(tap.ask('motcua_' || g, 'SELECT count(*) FROM centre.workload_file WHERE id = (SELECT id FROM file)'), '1', g || ' knows which files there are') FROM groups;
SELECT is(tap.attempt('motcua_' || g, s), CASE WHEN writes THEN 'ok' ELSE '42501' END, g || ': ' || s)
  FROM groups, unnest(ARRAY['UPDATE centre.workload_file SET note = note', 'UPDATE centre.workload_source SET note = note',
    $$INSERT INTO centre.workload_source (kind, name) VALUES ('rating', 'Thiết bị ' || current_setting('role'))$$]) s;
SELECT is(tap.attempt('motcua_' || g, s), '42501', g || ' may not: ' || s)
  FROM groups, unnest(ARRAY['UPDATE centre.dossier_count SET received = 1', 'DELETE FROM centre.ticket_count', 'DELETE FROM centre.rating_count WHERE false',
    'INSERT INTO centre.workload_sum SELECT * FROM centre.workload_sum', 'UPDATE centre.workload_sum SET received = 1', 'TRUNCATE centre.dossier_count']) s;
SELECT is(tap.attempt('motcua_owner', 'UPDATE centre.dossier_count SET received = 1'), 'MC003 counts_unchanged', 'nor does the owner change what was read');
SELECT is(tap.attempt('motcua_owner', 'DELETE FROM centre.dossier_count'), 'MC003 counts_unchanged', 'or take it away');
SELECT is((SELECT count(*) FROM audit.change WHERE table_name LIKE '%_count'), 0::bigint, 'the audit keeps the file, not each count');
SELECT is((SELECT count(*) FROM audit.change WHERE table_name = 'workload_file' AND action = 'insert' AND row_id = (SELECT id FROM file)), 1::bigint, 'and it keeps that');

-- A file comes as a whole, once
SELECT pg_temp.try('INSERT INTO centre.dossier_count (file_id, day, received) SELECT id, ''2026-09-02'', 1 FROM file', 'ok', 'in the same transaction a file may go on');
SELECT pg_temp.try('INSERT INTO centre.ticket_count (file_id, day, slot, arrived) SELECT id, ''2026-09-02'', 15, 1 FROM file', 'MC003 counts_with_file', 'with what is of its kind');
ALTER TABLE centre.workload_file DISABLE TRIGGER guard;
UPDATE centre.workload_file SET txid = 1 WHERE id = (SELECT tickets FROM file);
ALTER TABLE centre.workload_file ENABLE TRIGGER guard;
SELECT pg_temp.try('INSERT INTO centre.ticket_count (file_id, day, slot, arrived) SELECT tickets, ''2026-09-02'', 15, 1 FROM file', 'MC003 counts_with_file', 'but not later');
ALTER TABLE centre.workload_file DISABLE TRIGGER guard;
UPDATE centre.workload_file SET txid = pg_current_xact_id()::text::bigint WHERE id = (SELECT tickets FROM file);
ALTER TABLE centre.workload_file ENABLE TRIGGER guard;
SELECT pg_temp.try($$INSERT INTO centre.workload_file (source_id, kind, file_name, digest, first_day, last_day, rows_read) SELECT source_id, kind, 'x', digest, '2026-11-01', '2026-11-02', 1 FROM centre.workload_file WHERE id = (SELECT id FROM file)$$,
                   '23505 workload_file_once', 'the same file counts once');
SELECT pg_temp.try($$INSERT INTO centre.workload_file (source_id, kind, file_name, digest, first_day, last_day, rows_read) SELECT source_id, kind, 'x', pg_temp.digest('c'), '2026-10-31', '2026-11-02', 1 FROM centre.workload_file WHERE id = (SELECT id FROM file)$$,
                   '23P01 workload_file_no_overlap', 'no day of a source twice');
SELECT pg_temp.try($$INSERT INTO centre.workload_file (source_id, kind, file_name, digest, first_day, last_day, rows_read) SELECT source_id, 'rating', 'x', pg_temp.digest('c'), '2026-11-01', '2026-11-02', 1 FROM centre.workload_file WHERE id = (SELECT id FROM file)$$,
                   'MC002 workload_file_begins', 'of the kind of its source');
SELECT pg_temp.try($$INSERT INTO centre.workload_file (source_id, kind, file_name, digest, first_day, last_day, rows_read, state) SELECT source_id, kind, 'x', pg_temp.digest('c'), '2026-11-01', '2026-11-02', 1, 'withdrawn' FROM centre.workload_file WHERE id = (SELECT id FROM file)$$,
                   'MC002 workload_file_begins', 'it begins in force');
SELECT pg_temp.try($$INSERT INTO centre.workload_file (kind, file_name, digest, first_day, last_day, rows_read) VALUES ('dossier', 'x', pg_temp.digest('c'), '2026-11-01', '2026-11-02', 1)$$,
                   '23514 workload_file_manual_or_source', 'from a source, or by hand');
SELECT pg_temp.try($$INSERT INTO centre.workload_file (kind, file_name, digest, first_day, last_day, rows_read, manual) VALUES ('dossier', 'x', 'abc', '2026-11-01', '2026-11-02', 1, true)$$, '23514 workload_file_digest', 'with its digest');
SELECT pg_temp.try($$INSERT INTO centre.workload_file (kind, file_name, digest, first_day, last_day, rows_read, manual) VALUES ('dossier', 'x', pg_temp.digest('c'), '2026-11-02', '2026-11-01', 1, true)$$, '23514 workload_file_days', 'from a day to a later one');
SELECT pg_temp.try('UPDATE centre.workload_file SET rows_read = 7 WHERE id = (SELECT id FROM file)', 'MC003 workload_file_unchanged', 'it stays as it was read');
SELECT pg_temp.try('DELETE FROM centre.workload_file WHERE id = (SELECT id FROM file)', 'MC003 workload_file_stays', 'and is not deleted');
SELECT pg_temp.try($$INSERT INTO centre.ticket_count (file_id, day, slot, arrived, served) SELECT tickets, '2026-09-02', 15, 1, 2 FROM file$$, '23514 ticket_count_adds_up', 'not more served than came');
SELECT pg_temp.try($$INSERT INTO centre.ticket_count (file_id, day, slot, arrived) SELECT tickets, '2026-09-02', 48, 1 FROM file$$, '23514 ticket_count_slot', 'a day has 48 half-hours');
SELECT pg_temp.try($$INSERT INTO centre.ticket_count (file_id, day, slot, wait_histogram) SELECT tickets, '2026-09-02', 4, '{1}' FROM file$$, '23514 ticket_count_histogram', 'twelve steps of waiting');
SELECT pg_temp.try($$INSERT INTO centre.dossier_count (file_id, day, received) SELECT id, '2026-09-02', -1 FROM file$$, '23514 dossier_count_not_negative', 'no fewer than none');

-- Withdrawn, taken back, replaced
SELECT pg_temp.try($$UPDATE centre.workload_file SET state = 'withdrawn' WHERE id = (SELECT id FROM file)$$, 'ok', 'a file is withdrawn');
SELECT is(pg_temp.rows('whole', 'none'), '09-01/-1/0:30', 'and does not count any more');
SELECT pg_temp.try($$UPDATE centre.workload_file SET state = 'replaced' WHERE id = (SELECT id FROM file)$$, 'MC003 workload_file_step', 'what does not count is not replaced');
SELECT pg_temp.try($$UPDATE centre.workload_file SET state = 'imported' WHERE id = (SELECT id FROM file)$$, 'ok', 'it is taken back into force');
SELECT is(pg_temp.rows('whole', 'none'), '09-01/-1/251:30', 'and counts');
SELECT pg_temp.try($$UPDATE centre.workload_file SET state = 'replaced' WHERE id = (SELECT id FROM file);
  WITH f AS (INSERT INTO centre.workload_file (source_id, kind, file_name, digest, first_day, last_day, rows_read, replaces_id)
               SELECT source_id, kind, 'sua.csv', pg_temp.digest('d'), first_day, last_day, 2, id FROM centre.workload_file WHERE id = (SELECT id FROM file) RETURNING id)
  INSERT INTO centre.dossier_count (file_id, day, agency_id, received) SELECT id, '2026-09-01', pg_temp.agency('TP'), 2 FROM f$$, 'ok', 'a later file corrects it');
SELECT is(pg_temp.rows('whole', 'none'), '09-01/-1/2:30', 'and counts instead');
SELECT pg_temp.try($$UPDATE centre.workload_file SET state = 'imported' WHERE id = (SELECT id FROM file)$$, '23P01 workload_file_no_overlap', 'both do not count');

-- A year of sample figures
SELECT is(tap.ask('motcua_' || g, $$SELECT centre.load_demo_workload('2026-11-23')$$), 'MC003 group_required', g || ' makes no sample') FROM unnest(ARRAY['roster_office', 'supervision', 'viewer', 'technician']) g;
SELECT is(tap.ask('motcua_director', $$SELECT centre.load_demo_workload('2026-11-23')$$), '39', 'thirteen months of three kinds');
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
SELECT is(centre.load_demo_workload('2026-11-23'), 0, 'once');
SELECT is_empty($$SELECT f.id FROM centre.workload_file f LEFT JOIN centre.workload_source s ON s.id = f.source_id WHERE f.file_name LIKE 'mau-%' AND NOT (f.is_sample AND s.is_sample AND s.name LIKE '%(mẫu)')$$, 'all of it marked');
SELECT is_empty($$SELECT day FROM centre.workload_fact WHERE day >= '2025-11-01' AND day < '2026-09-01' AND (extract(isodow FROM day) > 5 OR day IN ('2026-01-01', '2026-02-17', '2026-04-30'))$$, 'no figures on days off');
SELECT is((SELECT array_agg(a.code ORDER BY w.received DESC) FILTER (WHERE a.code IN ('TP', 'XD', 'TC', 'NNMT')) FROM centre.workload_rows('2025-12-01', '2026-09-01', 'whole', 'agency') w JOIN centre.agency a ON a.id = w.key_id),
          ARRAY['TP', 'XD', 'TC', 'NNMT'], 'as uneven as the first morning');
SELECT ok((SELECT sum(w.received) / (SELECT received * 94.0 / 709 FROM centre.dossier_year WHERE year = 2021) BETWEEN 0.9 AND 1.1 FROM centre.workload_rows('2025-11-23', '2026-11-23', 'whole', 'none') w), 'as many as the departments'' share of the plan''s last total');
SELECT is_empty($$SELECT c.id FROM centre.ticket_count c JOIN centre.workload_file f ON f.id = c.file_id AND f.is_sample WHERE c.served + c.no_show + c.unserved <> c.arrived OR (SELECT sum(x) FROM unnest(c.wait_histogram) x) <> c.arrived$$, 'tickets add up');
SELECT ok((SELECT count(DISTINCT person_id) > 20 FROM centre.rating_count), 'officers are rated');
SELECT ok((SELECT count(DISTINCT procedure_id) = 30 FROM centre.dossier_fact f WHERE f.procedure_id IS NOT NULL), 'all procedures that are received');

-- The sample goes, what is real stays
INSERT INTO centre.workload_source (kind, name, is_sample) VALUES ('dossier', 'Mẫu', true);
WITH f AS (INSERT INTO centre.workload_file (source_id, kind, file_name, digest, first_day, last_day, rows_read, is_sample)
             SELECT id, kind, 'mau', pg_temp.digest('e'), '2026-09-01', '2026-09-01', 5, true FROM centre.workload_source WHERE name = 'Mẫu' RETURNING id)
INSERT INTO centre.dossier_count (file_id, day, person_id, received) SELECT id, '2026-09-01', pg_temp.of('Cao Văn Sơn'), 5 FROM f;
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
SELECT ok((SELECT received > 10000 FROM centre.workload_rows('2026-09-01', '2026-10-15', 'whole', 'none')), 'the sample counts as long as it is there');
SELECT is(tap.attempt('motcua_deputy', 'SELECT centre.remove_sample_workload()'), 'MC003 group_required', 'the director takes it away');
SELECT is(tap.attempt('motcua_director', 'SELECT centre.remove_sample()'), 'ok', 'with the people');
SELECT is(pg_temp.rows('whole', 'none'), '09-01/-1/2:30', 'and what is real stays');
SELECT is((SELECT count(*) FROM centre.workload_source WHERE is_sample), 0::bigint, 'no invented source stays');
SELECT is((SELECT count(*) FROM centre.counter WHERE number = 1 AND NOT is_sample), 1::bigint, 'a counter of real figures is real');

SELECT * FROM finish();
ROLLBACK;
