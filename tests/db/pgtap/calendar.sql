-- SPDX-License-Identifier: GPL-3.0-or-later
-- The calendar: exchanged days, hours by period, Saturdays of chosen fields, and who may write them.
SET search_path = tap, public;
BEGIN;
SELECT no_plan();
SELECT centre.load_plan(:'plan'::jsonb) \g /dev/null
SELECT centre.load_rules(:'rules'::jsonb) \g /dev/null
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA tap TO PUBLIC;
CREATE FUNCTION pg_temp.try(statement text, outcome text, what text) RETURNS text
  LANGUAGE sql AS $$ SELECT is(tap.attempt('motcua_director', statement), outcome, what) $$;

-- Days
SELECT is_empty($$SELECT d.day FROM centre.day_override d WHERE d.exchanged_with IS NOT NULL AND NOT EXISTS (
                    SELECT FROM centre.day_override o WHERE o.day = d.exchanged_with AND o.exchanged_with = d.day AND o.kind <> d.kind)$$,
                'of each exchange both days are known');
SELECT is((SELECT count(*) FROM centre.day_override WHERE exchanged_with IS NOT NULL), 6::bigint, 'three exchanges are known');
SELECT pg_temp.try($$INSERT INTO centre.day_override (day, kind, name, document_no, exchanged_with) VALUES ('2027-03-06', 'holiday', 'x', 'TB 1', '2027-03-08')$$, '23514 day_override_exchange', 'a holiday is not exchanged');
SELECT pg_temp.try($$INSERT INTO centre.day_override (day, kind, name, document_no, exchanged_with) VALUES ('2027-03-06', 'worked', 'x', 'TB 1', '2027-03-06')$$, '23514 day_override_exchange', 'nor a day with itself');
SELECT pg_temp.try($$INSERT INTO centre.day_override (day, kind, name, document_no, exchanged_with) VALUES ('2027-03-06', 'worked', 'x', 'TB 1', '2027-03-08')$$, 'ok', 'a Saturday with a Monday');
SELECT is(tap.attempt('motcua_' || g, $$INSERT INTO centre.day_override (day, kind, name, document_no) VALUES ('2027-12-31', 'off', 'x', 'TB 2')$$), n, g || ' writes days: ' || n)
  FROM (VALUES ('viewer', '42501'), ('supervision', '42501'), ('technician', '42501'), ('roster_office', 'ok')) x(g, n);

-- Rules
SELECT is((SELECT count(*) FROM centre.rule_version WHERE topic LIKE 'calendar.holiday.%' AND during @> d), n, n || ' holidays by law on ' || d)
  FROM (VALUES ('2020-12-31'::date, 0::bigint), ('2021-01-01', 6), ('2026-06-30', 6), ('2026-07-01', 7)) x(d, n);
SELECT is((SELECT sum(COALESCE((value ->> 'days')::int, 1)) FROM centre.rule_version WHERE topic LIKE 'calendar.holiday.%' AND during @> d),
          (SELECT (value ->> 'days')::bigint FROM centre.rule_version WHERE topic = 'holiday.statutory_days' AND during @> d), 'as many days as the law counts on ' || d)
  FROM unnest(ARRAY['2026-06-30', '2026-07-01']::date[]) d;

-- Hours
SELECT is((SELECT string_agg(purpose || ' ' || session || ' ' || starts || '-' || ends, ', ' ORDER BY purpose, session DESC) FROM centre.session_time WHERE during @> '2026-11-23'::date),
          'office morning 07:00-11:00, office afternoon 13:00-17:00, reception morning 07:00-10:30, reception afternoon 13:00-16:30', 'the known hours');
SELECT is_empty($$SELECT 1 FROM centre.session_time WHERE during @> '2024-02-25'::date$$, 'from the day of opening');
SELECT is_empty($$SELECT 1 FROM centre.setting WHERE key IN ('office_hours', 'reception_hours')$$, 'hours are no settings any more');
SELECT pg_temp.try($$INSERT INTO centre.session_time (purpose, session, starts, ends, during, source) VALUES ('office', 'morning', '07:30', '11:30', '[2027-01-01,)', 'x')$$, '23P01 session_time_no_overlap', 'one time at a time');
SELECT pg_temp.try($$INSERT INTO centre.session_time (purpose, session, first_weekday, last_weekday, starts, ends, during, source) VALUES ('office', 'morning', 6, 6, $$ || quote_literal(s) || ', ' || quote_literal(e) || $$, '[2027-01-01,)', 'x')$$, n, 'a Saturday from ' || s || ' to ' || e)
  FROM (VALUES ('07.30', '11:00', '23514 session_time_starts'), ('07:30', '24:00', '23514 session_time_ends'), ('11:00', '07:30', '23514 session_time_order'),
               ('07:30', '07:30', '23514 session_time_order'), ('07:30', '11:00', 'ok')) x(s, e, n);
SELECT pg_temp.try($$INSERT INTO centre.session_time (purpose, session, first_weekday, last_weekday, starts, ends, during, source) VALUES ('reception', 'morning', 7, 6, '07:00', '08:00', '[2027-01-01,)', 'x')$$, '23514 session_time_weekdays', 'weekdays go forward');
SELECT pg_temp.try($$INSERT INTO centre.session_time (purpose, session, starts, ends, during, source) VALUES ('office', 'morning', '08:00', '09:00', '[2023-01-01,2024-01-01)', 'x')$$, 'MC003 closed_past', 'the past is closed');
SELECT is(tap.attempt('motcua_' || g, $$UPDATE centre.session_time SET note = 'x'$$), n, g || ' changes hours: ' || n)
  FROM (VALUES ('director', 'ok'), ('deputy', 'ok'), ('roster_office', '42501'), ('supervision', '42501'), ('viewer', '42501'), ('technician', '42501')) x(g, n);

-- Saturdays
SELECT is_empty($$SELECT 1 FROM centre.saturday_field$$, 'the centre is closed on Saturdays, as far as is known');
INSERT INTO centre.field (code, name, agency_id, during) SELECT 'THU', 'Thử', id, during FROM centre.agency WHERE receives AND during @> centre.today() ORDER BY id LIMIT 1;
SELECT pg_temp.try($$INSERT INTO centre.saturday_field (field_id, during, source) SELECT max(id), '[2027-01-01,)', 'QĐ 1' FROM centre.field$$, 'ok', 'a field on Saturdays');
SELECT pg_temp.try($$INSERT INTO centre.saturday_field (field_id, during, source) SELECT max(id), '[2027-06-01,)', 'QĐ 2' FROM centre.field$$, '23P01 saturday_field_no_overlap', 'once at a time');
SELECT is(tap.attempt('motcua_' || g, $$DELETE FROM centre.saturday_field$$), n, g || ' closes Saturdays: ' || n)
  FROM (VALUES ('roster_office', '42501'), ('viewer', '42501'), ('supervision', '42501'), ('technician', '42501'), ('deputy', 'ok')) x(g, n);
SELECT * FROM finish();
ROLLBACK;
