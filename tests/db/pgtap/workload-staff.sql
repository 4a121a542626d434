-- SPDX-License-Identifier: GPL-3.0-or-later
-- For how long counters were staffed, beside for how long people were served: by the roster that is out, without who is away, on
-- the days of a counter of which both are known.
\ir support/sample-rosters.psql

CREATE FUNCTION pg_temp.n(wanted int) RETURNS bigint LANGUAGE sql AS $$ SELECT min(id) FROM centre.counter WHERE number = wanted $$;
CREATE FUNCTION pg_temp.told(bucket text, part text, only_part text DEFAULT NULL, only_id bigint DEFAULT NULL) RETURNS text
  LANGUAGE sql AS $$ SELECT COALESCE(string_agg(format('%s/%s:%s/%s', to_char(s.start, 'MM-DD'), COALESCE(k.number, 0), s.staffed_minutes, s.busy_seconds), ' ' ORDER BY s.start, k.number), '')
                       FROM centre.staffed_rows('2026-10-01', '2026-12-01', bucket, part, only_part, only_id) s LEFT JOIN centre.counter k ON k.id = s.key_id $$;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pg_temp TO PUBLIC;
SELECT is(pg_temp.told('whole', 'none'), '', 'where no tickets are known nothing is said of idle time');

-- Monday 02/11 and Tuesday 03/11, at counters 1 and 2 and at one that nobody knows; a Friday of which there is no roster.
WITH f AS (INSERT INTO centre.workload_file (kind, file_name, digest, first_day, last_day, rows_read, manual) VALUES ('ticket', 've', repeat('a', 64), '2026-10-30', '2026-11-03', 5, true) RETURNING id)
INSERT INTO centre.ticket_count (file_id, day, slot, counter_id, arrived, served, service_seconds, wait_histogram)
  SELECT f.id, v.d::date, 16, pg_temp.n(v.c), 10, 10, v.s, ARRAY[10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    FROM f, (VALUES ('2026-10-30', 1, 5000), ('2026-11-02', 1, 3600), ('2026-11-02', 2, 600), ('2026-11-02', NULL, 999), ('2026-11-03', 1, 1800)) v(d, c, s) \g /dev/null
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;

-- Received 07:00 to 10:30 and 13:00 to 16:30: 210 minutes a session.
CREATE TEMP TABLE seated AS SELECT day, k.number, count(*)::int AS people
  FROM unnest(ARRAY['2026-11-02', '2026-11-03']::date[]) day, centre.roster_at(day) c JOIN centre.counter k ON k.id = c.counter_id GROUP BY day, k.number;
CREATE FUNCTION pg_temp.minutes(d date, n int) RETURNS int LANGUAGE sql AS $$ SELECT 210 * people FROM seated WHERE day = d AND number = n $$;
SELECT ok(pg_temp.minutes('2026-11-02', 1) >= 420 AND pg_temp.minutes('2026-11-02', 2) >= 420, 'both counters are staffed all day');
SELECT is(pg_temp.told('day', 'counter'),
          format('11-02/1:%s/3600 11-02/2:%s/600 11-03/1:%s/1800', pg_temp.minutes('2026-11-02', 1), pg_temp.minutes('2026-11-02', 2), pg_temp.minutes('2026-11-03', 1)),
          'by day and counter: no day without a roster, no counter without tickets, no tickets without a counter');
SELECT is(pg_temp.told('whole', 'counter'),
          format('10-01/1:%s/5400 10-01/2:%s/600', pg_temp.minutes('2026-11-02', 1) + pg_temp.minutes('2026-11-03', 1), pg_temp.minutes('2026-11-02', 2)), 'by counter');
SELECT is(pg_temp.told('day', 'none'),
          format('11-02/0:%s/4200 11-03/0:%s/1800', pg_temp.minutes('2026-11-02', 1) + pg_temp.minutes('2026-11-02', 2), pg_temp.minutes('2026-11-03', 1)), 'by day');
SELECT is(pg_temp.told('day', 'none', 'counter', pg_temp.n(2)), format('11-02/0:%s/600', pg_temp.minutes('2026-11-02', 2)), 'of one counter');
SELECT is(pg_temp.told('week', 'none'), format('11-02/0:%s/6000', (SELECT sum(staffed_minutes) FROM centre.staffed_rows('2026-10-01', '2026-12-01', 'day', 'none'))), 'by week, from Monday');
SELECT is(pg_temp.told('month', 'none'), replace(pg_temp.told('week', 'none'), '11-02', '11-01'), 'by month');
SELECT is(pg_temp.told('year', 'none'), replace(pg_temp.told('week', 'none'), '11-02', '01-01'), 'by year');
SELECT is(pg_temp.told(b, p, o), '', format('of no roster: %s %s %s', b, p, o))
  FROM (VALUES ('half_hour', 'none', NULL), ('whole', 'weekday_slot', NULL), ('whole', 'agency', NULL), ('day', 'person', NULL), ('day', 'none', 'field')) v(b, p, o);

-- Who is away leaves the chair empty; who only asked does not.
CREATE TEMP TABLE away AS SELECT min(c.person_id) AS id FROM centre.roster_at('2026-11-02') c WHERE c.counter_id = pg_temp.n(1) AND c.session = 'afternoon';
GRANT SELECT ON away TO PUBLIC;
INSERT INTO centre.absence (person_id, during, half, state) SELECT id, '[2026-11-02,2026-11-03)', 'afternoon', 'requested' FROM away;
SELECT is(pg_temp.told('day', 'none', 'counter', pg_temp.n(1)), format('11-02/0:%s/3600 11-03/0:%s/1800', pg_temp.minutes('2026-11-02', 1), pg_temp.minutes('2026-11-03', 1)), 'leave that is asked for');
DELETE FROM centre.absence a USING away w WHERE a.person_id = w.id AND a.during = '[2026-11-02,2026-11-03)';
INSERT INTO centre.absence (person_id, during, half, state) SELECT id, '[2026-11-02,2026-11-03)', 'afternoon', 'reported' FROM away;
SELECT is(pg_temp.told('day', 'none', 'counter', pg_temp.n(1)), format('11-02/0:%s/3600 11-03/0:%s/1800', pg_temp.minutes('2026-11-02', 1) - 210, pg_temp.minutes('2026-11-03', 1)), 'one who was away for an afternoon');
DELETE FROM centre.absence a USING away w WHERE a.person_id = w.id AND a.during = '[2026-11-02,2026-11-03)';

-- What an amendment says counts, and not what it changed.
WITH a AS (INSERT INTO centre.roster_amendment (roster_id, reason) SELECT id, 'Thử' FROM centre.roster WHERE during @> '2026-11-02'::date RETURNING id, roster_id)
INSERT INTO centre.roster_cell (roster_id, amendment_id, person_id, day, session) SELECT a.roster_id, a.id, w.id, '2026-11-02', 'morning' FROM a, away w;
SELECT is(pg_temp.told('day', 'none', 'counter', pg_temp.n(1)), format('11-02/0:%s/3600 11-03/0:%s/1800', pg_temp.minutes('2026-11-02', 1) - 210, pg_temp.minutes('2026-11-03', 1)), 'one who was freed for a morning');

SELECT is(tap.ask('motcua_' || g, $$SELECT count(*) FROM centre.staffed_rows('2026-10-01', '2026-12-01', 'day', 'counter')$$), '3', g || ' reads it')
  FROM unnest(ARRAY['director', 'deputy', 'roster_office', 'supervision', 'viewer', 'technician']) g;

SELECT * FROM finish();
ROLLBACK;
