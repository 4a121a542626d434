-- SPDX-License-Identifier: GPL-3.0-or-later
-- The sums of the workload are those of the facts in force after whatever came, went and came back, in transactions of their own; asked for
-- in any split they agree with the facts.
SET search_path = tap, public;
SELECT no_plan();
SELECT centre.load_plan(:'plan'::jsonb) \g /dev/null
SELECT centre.load_demo('2026-11-23', :'demo'::jsonb) \g /dev/null
SELECT setseed(0.2026) \g /dev/null
INSERT INTO centre.workload_source (kind, name) VALUES ('dossier', 'Hồ sơ thử'), ('ticket', 'Máy thử'), ('rating', 'Thiết bị thử');

-- What is kept against what it is made of, counted anew; a row on each side where they differ.
CREATE FUNCTION pg_temp.differences() RETURNS SETOF text
  LANGUAGE plpgsql AS $$
BEGIN
  RETURN QUERY EXECUTE format($sql$
    WITH wanted AS (
      SELECT grain, part, date_trunc(grain, day)::date AS start, 0 AS weekday, -1 AS slot, key_id, count(DISTINCT day)::int AS days, %2$s
        FROM centre.workload_fact f, unnest(ARRAY['day', 'week', 'month']) grain,
             LATERAL (VALUES ('none', 0), ('counter', counter_id), ('agency', agency_id), ('field', field_id), ('procedure', procedure_id), ('person', person_id)) p(part, id),
             LATERAL (SELECT COALESCE(id, 0) AS key_id)
       GROUP BY 1, 2, 3, 6
      UNION ALL
      SELECT 'slot', 'none', date_trunc('month', day)::date, extract(isodow FROM day)::int, slot, 0, count(DISTINCT day)::int, %2$s
        FROM centre.workload_fact f WHERE slot IS NOT NULL GROUP BY 3, 4, 5),
    kept AS (SELECT grain, part, start, weekday, slot, key_id, days, %1$s FROM centre.workload_sum)
    SELECT 'wanted ' || w::text FROM (TABLE wanted EXCEPT ALL TABLE kept) w
    UNION ALL
    SELECT 'kept ' || k::text FROM (TABLE kept EXCEPT ALL TABLE wanted) k$sql$, centre.workload_columns(), centre.workload_sums());
END
$$;

-- A file of a source with some sixty counts on any of its days, of any counter, agency, field and person, or not known.
CREATE FUNCTION pg_temp.file(what text, first date, last date) RETURNS bigint
  LANGUAGE sql AS $$
  INSERT INTO centre.workload_file (source_id, kind, file_name, digest, first_day, last_day, rows_read)
    SELECT id, kind, what || first, encode(sha256(random()::text::bytea), 'hex'), first, last, 60 FROM centre.workload_source WHERE kind = what AND name LIKE '%thử' RETURNING id $$;
CREATE FUNCTION pg_temp.any_of(ids bigint[]) RETURNS bigint
  LANGUAGE sql VOLATILE AS $$ SELECT CASE WHEN random() < 0.8 THEN ids[1 + floor(random() * cardinality(ids))::int] END $$;
CREATE FUNCTION pg_temp.fill(file bigint, n int DEFAULT 60) RETURNS void
  LANGUAGE plpgsql AS $$
DECLARE
  f centre.workload_file := (SELECT w FROM centre.workload_file w WHERE w.id = file);
  counters bigint[] := ARRAY(SELECT id FROM centre.counter ORDER BY id LIMIT 4);
  agencies bigint[] := ARRAY(SELECT id FROM centre.agency WHERE upper_inf(during) ORDER BY id LIMIT 4);
  fields bigint[] := ARRAY(SELECT id FROM centre.field ORDER BY id LIMIT 4);
  procedures bigint[] := ARRAY(SELECT id FROM centre.procedure ORDER BY id LIMIT 3);
  people bigint[] := ARRAY(SELECT id FROM centre.person ORDER BY id LIMIT 4);
  days int := f.last_day - f.first_day + 1;
BEGIN
  CASE f.kind
    WHEN 'dossier' THEN
      INSERT INTO centre.dossier_count (file_id, day, counter_id, agency_id, field_id, procedure_id, person_id, received, early, on_time, overdue, returned, digital, process_minutes, open_late)
        SELECT file, f.first_day + floor(random() * days)::int, pg_temp.any_of(counters), pg_temp.any_of(agencies), pg_temp.any_of(fields), pg_temp.any_of(procedures), pg_temp.any_of(people),
               random() * 90, random() * 9, random() * 60, random() * 5, random() * 3, random() * 50, random() * 9000, random() * 2 FROM generate_series(1, n);
    WHEN 'ticket' THEN
      INSERT INTO centre.ticket_count (file_id, day, slot, counter_id, agency_id, field_id, person_id, arrived, served, no_show, wait_seconds, wait_max, service_seconds, service_max, wait_histogram)
        SELECT file, f.first_day + floor(random() * days)::int, 15 + floor(random() * 18)::int, pg_temp.any_of(counters), pg_temp.any_of(agencies), pg_temp.any_of(fields), pg_temp.any_of(people),
               10 + i % 7, i % 9, 1, random() * 9000, random() * 3000, random() * 9000, random() * 3000, ARRAY[i % 7, 0, i % 3, 0, 0, 1, 0, 0, 0, 0, 0, i % 2] FROM generate_series(1, n) i;
    ELSE
      INSERT INTO centre.rating_count (file_id, day, slot, counter_id, agency_id, person_id, terminal, very_satisfied, satisfied, neutral, dissatisfied, very_dissatisfied, burst)
        SELECT file, f.first_day + floor(random() * days)::int, 15 + floor(random() * 18)::int, pg_temp.any_of(counters), pg_temp.any_of(agencies), pg_temp.any_of(people),
               'T' || i % 3, random() * 9, random() * 5, random() * 3, random() * 2, random() * 2, random() FROM generate_series(1, n) i;
  END CASE;
END
$$;
CREATE FUNCTION pg_temp.bring(what text, first date, last date) RETURNS void
  LANGUAGE sql AS $$ SELECT pg_temp.fill(pg_temp.file(what, first, last)) $$;
CREATE FUNCTION pg_temp.agree(what text) RETURNS text
  LANGUAGE sql AS $$ SELECT is_empty('SELECT * FROM pg_temp.differences() LIMIT 4', what) $$;
CREATE FUNCTION pg_temp.turn(name text, wanted text) RETURNS void
  LANGUAGE sql AS $$ UPDATE centre.workload_file SET state = wanted WHERE file_name = name $$;

SELECT pg_temp.agree('before anything came');
SELECT pg_temp.bring('ticket', '2026-08-28', '2026-09-03') \g /dev/null
SELECT ok(count(*) > 100, 'there are sums') FROM centre.workload_sum;
SELECT pg_temp.agree('a file over the end of a month, in the middle of a week');

-- Several in one transaction, months and a year apart
BEGIN;
SELECT pg_temp.bring('dossier', '2026-08-01', '2026-10-31') \g /dev/null
SELECT pg_temp.bring('rating', '2025-12-29', '2026-01-04') \g /dev/null
SELECT pg_temp.bring('ticket', '2026-10-01', '2026-10-31') \g /dev/null
COMMIT;
SELECT pg_temp.agree('three files of one transaction, summed once');

-- Whoever has constraints looked at at once has the sums at once, too
BEGIN;
SET CONSTRAINTS ALL IMMEDIATE;
SELECT pg_temp.bring('ticket', '2026-06-01', '2026-06-30') \g /dev/null
SELECT pg_temp.agree('constraints immediate: after the first file');
WITH f AS MATERIALIZED (SELECT pg_temp.file('rating', '2026-06-01', '2026-06-30') AS id) SELECT set_config('test.file', id::text, true) FROM f \g /dev/null
SELECT pg_temp.fill(current_setting('test.file')::bigint) \g /dev/null
SELECT pg_temp.fill(current_setting('test.file')::bigint, 20) \g /dev/null
SELECT pg_temp.agree('constraints immediate: a file whose counts come in pieces');
COMMIT;
SELECT pg_temp.agree('and after the transaction');
BEGIN;
SELECT pg_temp.bring('dossier', '2026-03-01', '2026-03-31') \g /dev/null
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
SELECT pg_temp.bring('dossier', '2026-05-01', '2026-05-31') \g /dev/null
COMMIT;
SELECT pg_temp.agree('looked at in between');
BEGIN;
SELECT pg_temp.bring('ticket', '2026-03-01', '2026-03-31') \g /dev/null
SAVEPOINT second;
SELECT pg_temp.bring('ticket', '2026-04-01', '2026-04-30') \g /dev/null
ROLLBACK TO second;
COMMIT;
SELECT pg_temp.agree('the last one thought better of');
BEGIN;
SELECT pg_temp.bring('rating', '2026-04-01', '2026-04-30') \g /dev/null
SELECT pg_temp.bring('ticket', '2026-04-01', '2026-04-30') \g /dev/null
SELECT pg_temp.turn('ticket2026-04-01', 'withdrawn') \g /dev/null
COMMIT;
SELECT pg_temp.agree('one withdrawn at once');

-- Gone, come back, replaced
SELECT pg_temp.turn('dossier2026-08-01', 'withdrawn') \g /dev/null
SELECT pg_temp.agree('withdrawn');
SELECT pg_temp.turn('dossier2026-08-01', 'imported') \g /dev/null
SELECT pg_temp.agree('counts again');
BEGIN;
SELECT pg_temp.turn('rating2025-12-29', 'withdrawn'), pg_temp.turn('ticket2026-06-01', 'withdrawn') \g /dev/null
COMMIT;
SELECT pg_temp.agree('two withdrawn together');
BEGIN;
SELECT pg_temp.turn('ticket2026-10-01', 'replaced') \g /dev/null
SELECT pg_temp.bring('ticket', '2026-10-02', '2026-10-20') \g /dev/null
COMMIT;
SELECT pg_temp.agree('replaced by one of fewer days');
BEGIN;
SET CONSTRAINTS ALL IMMEDIATE;
SELECT pg_temp.turn('ticket2026-10-02', 'withdrawn') \g /dev/null
SELECT pg_temp.turn('ticket2026-10-01', 'imported') \g /dev/null
COMMIT;
SELECT pg_temp.agree('the earlier one counts instead again, constraints immediate');
BEGIN;
SELECT pg_temp.bring('rating', '2026-10-01', '2026-10-31') \g /dev/null
ROLLBACK;
SELECT pg_temp.agree('a transaction that came to nothing');

-- Any split of any time
SELECT is_empty($$
  WITH asked AS (
    SELECT i, first, first + 1 + floor(random() * 130)::int AS after, (ARRAY['day', 'week', 'month', 'year', 'whole', 'half_hour'])[1 + i % 6] AS bucket,
           (ARRAY['none', 'counter', 'agency', 'field', 'procedure', 'person', 'weekday_slot'])[1 + i % 7] AS part
      FROM generate_series(1, 84) i, LATERAL (SELECT '2025-12-20'::date + floor(random() * 300)::int + 0 * i AS first) x)
  SELECT a.* FROM asked a,
    LATERAL (SELECT row(COALESCE(sum(received), 0), COALESCE(sum(process_minutes), 0), COALESCE(sum(arrived), 0), COALESCE(sum(wait_seconds), 0), COALESCE(max(wait_max), 0), COALESCE(sum(wait_histogram[1]), 0), COALESCE(sum(satisfied), 0))::text AS r
               FROM centre.workload_rows(a.first, a.after, a.bucket, a.part)) told,
    LATERAL (SELECT row(COALESCE(sum(received), 0), COALESCE(sum(process_minutes), 0), COALESCE(sum(arrived), 0), COALESCE(sum(wait_seconds), 0), COALESCE(max(wait_max), 0), COALESCE(sum(wait_histogram[1]), 0), COALESCE(sum(satisfied), 0))::text AS r
               FROM centre.workload_fact WHERE day >= a.first AND day < a.after AND (slot IS NOT NULL OR a.bucket <> 'half_hour' AND a.part <> 'weekday_slot')) facts
   WHERE told.r <> facts.r$$, 'asked for in any split, of any time');

-- The invented officers go out of real figures
SELECT isnt_empty($$SELECT FROM centre.workload_fact f JOIN centre.person p ON p.id = f.person_id AND p.is_sample$$, 'figures of invented officers');
SELECT centre.remove_sample() \g /dev/null
SELECT pg_temp.agree('without the sample');
SELECT isnt_empty('SELECT FROM centre.workload_sum', 'what is real stays');

SELECT * FROM finish();
