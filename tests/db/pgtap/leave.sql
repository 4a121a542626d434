-- SPDX-License-Identifier: GPL-3.0-or-later
-- The life of an absence by role, leave accounts, duty credits and attendance.
SET search_path = tap, public;
BEGIN;
SELECT no_plan();
SELECT centre.load_plan(:'plan'::jsonb) \g /dev/null
SELECT centre.load_demo(centre.today(), :'demo'::jsonb) \g /dev/null
SELECT centre.load_demo_absences(centre.today(), :'demo'::jsonb) \g /dev/null
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA tap TO PUBLIC;
CREATE TEMP TABLE who AS
  SELECT t.person_id AS one, centre.today() + 20 AS day FROM centre.tour t
   WHERE t.during @> centre.today() AND t.during @> (centre.today() - 40)
     AND NOT EXISTS (SELECT FROM centre.absence a WHERE a.person_id = t.person_id) ORDER BY t.id LIMIT 1;
GRANT SELECT ON who TO PUBLIC;
CREATE FUNCTION pg_temp.as_role(who text, statement text, outcome text, what text) RETURNS text
  LANGUAGE sql AS $$ SELECT is(tap.attempt('motcua_' || who, statement), outcome, who || ': ' || what) $$;
CREATE FUNCTION pg_temp.step(who text, becomes text, outcome text) RETURNS text
  LANGUAGE sql AS $$ SELECT is(tap.attempt('motcua_' || who, 'UPDATE centre.absence SET state = ' || quote_literal(becomes) || ' WHERE person_id = (SELECT one FROM who)'),
                               outcome, who || ' makes it ' || becomes || ': ' || outcome) $$;

-- Asked for and answered
SELECT pg_temp.as_role('roster_office', $$INSERT INTO centre.absence (person_id, during, state) SELECT one, daterange(day, day + 3), 'agreed' FROM who$$, 'MC003 absence_leaders_answer', 'the office does not agree');
SELECT pg_temp.as_role('roster_office', $$INSERT INTO centre.absence (person_id, during, state) SELECT one, daterange(day, day + 3), 'cancelled' FROM who$$, 'ok', 'what was taken back before it was written down');
DELETE FROM centre.absence WHERE person_id = (SELECT one FROM who);
SELECT pg_temp.as_role('roster_office', $$INSERT INTO centre.absence (person_id, during, state, home_word) SELECT one, daterange(day, day + 3), 'requested', 'awaited' FROM who$$, 'ok', 'asks');
SELECT pg_temp.as_role('roster_office', $$INSERT INTO centre.absence_reason (absence_id, kind) SELECT id, 'annual' FROM centre.absence WHERE person_id = (SELECT one FROM who)$$, 'ok', 'for annual leave');
SELECT is_empty($$SELECT 1 FROM centre.absences_at((SELECT day FROM who)) WHERE person_id = (SELECT one FROM who)$$, 'who has only asked is not away');
SELECT pg_temp.step(g, s, n) FROM (VALUES
  ('viewer', 'agreed', '42501'), ('technician', 'agreed', '42501'), ('supervision', 'agreed', '42501'),
  ('roster_office', 'agreed', 'MC003 absence_leaders_answer'), ('roster_office', 'refused', 'MC003 absence_leaders_answer'),
  ('deputy', 'refused', 'MC002 absence_refusal_said'), ('director', 'reported', 'MC003 absence_step'), ('deputy', 'agreed', 'ok'),
  ('roster_office', 'requested', 'MC003 absence_leaders_answer'), ('director', 'refused', 'MC003 absence_step')) x(g, s, n);
SELECT results_eq($$SELECT state, answered_by IS NOT NULL, answered_at = now(), home_on FROM centre.absence WHERE person_id = (SELECT one FROM who)$$,
                  $$VALUES ('agreed', true, true, NULL::date)$$, 'who answered, and when, is written down');
SELECT pg_temp.as_role('director', $$UPDATE centre.absence SET answered_by = 'ai do', answered_at = NULL WHERE person_id = (SELECT one FROM who)$$, 'ok', 'names another');
SELECT is((SELECT answered_by IS DISTINCT FROM 'ai do' AND answered_at IS NOT NULL FROM centre.absence WHERE person_id = (SELECT one FROM who)), true, 'in vain');
SELECT pg_temp.as_role('roster_office', $$UPDATE centre.absence SET during = daterange(lower(during), upper(during) + 5) WHERE person_id = (SELECT one FROM who)$$, 'MC003 absence_leaders_answer', 'what was agreed is not made longer');
SELECT is((SELECT count(*) FROM centre.absences_at((SELECT day FROM who)) WHERE person_id = (SELECT one FROM who)), 1::bigint, 'who may go is away');
SELECT pg_temp.as_role('roster_office', $$DELETE FROM centre.absence WHERE person_id = (SELECT one FROM who)$$, 'MC003 absence_answered_stays', 'nor does it vanish');

-- The home agency's word
SELECT pg_temp.as_role('roster_office', $$UPDATE centre.absence SET home_word = 'agreed', paper_no = '12/GNP-STP', paper_date = centre.today() WHERE person_id = (SELECT one FROM who)$$, 'ok', 'the home agency signs');
SELECT is((SELECT home_on FROM centre.absence WHERE person_id = (SELECT one FROM who)), centre.today(), 'today');
SELECT pg_temp.as_role('roster_office', $$UPDATE centre.absence SET home_word = 'refused' WHERE person_id = (SELECT one FROM who)$$, 'ok', 'or it refuses');
SELECT is_empty($$SELECT 1 FROM centre.absences_at((SELECT day FROM who)) WHERE person_id = (SELECT one FROM who)$$, 'then nobody is away');
SELECT pg_temp.as_role('roster_office', $$UPDATE centre.absence SET home_word = 'awaited' WHERE person_id = (SELECT one FROM who)$$, 'ok', 'the answer was a mistake');
SELECT pg_temp.step('roster_office', 'cancelled', 'ok');
SELECT pg_temp.step('roster_office', 'agreed', 'MC003 absence_leaders_answer');
SELECT pg_temp.step('roster_office', 'requested', 'ok');
SELECT pg_temp.as_role('director', $$UPDATE centre.absence SET home_word = 'agreed' WHERE person_id = (SELECT one FROM who)$$, 'MC003 absence_centre_first', 'the centre agrees first');
SELECT pg_temp.as_role('director', $$UPDATE centre.absence SET state = 'refused', answer_note = 'Quầy đóng' WHERE person_id = (SELECT one FROM who)$$, 'ok', 'refuses, and says why');
SELECT pg_temp.as_role('roster_office', $$INSERT INTO centre.absence (person_id, during, state) SELECT one, daterange(day, day + 1), 'requested' FROM who$$, 'ok', 'what was refused can be asked for anew');
SELECT pg_temp.as_role('director', $$UPDATE centre.absence SET state = 'requested' WHERE person_id = (SELECT one FROM who) AND state = 'refused'$$, '23P01 absence_no_overlap', 'but not twice');

-- What is reported
SELECT pg_temp.as_role('roster_office', $$INSERT INTO centre.absence (person_id, during) SELECT one, daterange(day + 9, day + 10) FROM who$$, 'ok', 'a call at a quarter past seven');
INSERT INTO centre.absence_reason (absence_id, kind) SELECT max(id), 'sick' FROM centre.absence;
SELECT lives_ok('SET CONSTRAINTS centre.asked IMMEDIATE', 'sickness is reported');
SELECT throws_ok($$UPDATE centre.absence_reason SET kind = 'annual' WHERE absence_id = (SELECT max(id) FROM centre.absence)$$, 'MC003', NULL, 'annual leave is asked for');
SET CONSTRAINTS centre.asked DEFERRED;

-- By hours
SELECT pg_temp.as_role('roster_office', $$INSERT INTO centre.absence (person_id, during, half, starts, ends) SELECT one, daterange(day + 11, day + 12), $$
         || quote_literal(h) || ', ' || quote_literal(s) || ', ' || quote_literal(e) || ' FROM who', n, h || ' ' || s || '-' || e)
  FROM (VALUES ('morning', '08:00', '09:30', 'ok'), ('morning', '09:00', '10:00', '23P01 absence_no_overlap'), ('morning', '09:30', '10:00', 'ok'),
               ('day', '09:30', '10:00', '23514 absence_hours'), ('afternoon', '09:30', '10:00', '23514 absence_hours'), ('morning', '13:00', '14:00', '23514 absence_hours'),
               ('afternoon', '14:00', '14:00', '23514 absence_hours'), ('afternoon', '14h', '15:00', '23514 absence_hours'), ('afternoon', '14:00', '15:00', 'ok')) x(h, s, e, n);
SELECT pg_temp.as_role('roster_office', $$INSERT INTO centre.absence (person_id, during) SELECT one, daterange(day + 11, day + 12) FROM who$$, '23P01 absence_no_overlap', 'not the whole day besides');
SELECT pg_temp.as_role('roster_office', $$INSERT INTO centre.absence (person_id, during, half, starts) SELECT one, daterange(day + 13, day + 14), 'morning', '08:00' FROM who$$, '23514 absence_hours', 'hours have two ends');

-- The past
SELECT pg_temp.as_role(g, $$INSERT INTO centre.absence (person_id, during) SELECT one, daterange(day - 60, day - 59) FROM who$$, 'MC003 closed_past', 'the past is closed') FROM (VALUES ('director'), ('roster_office')) x(g);
SELECT pg_temp.as_role('director', $$SELECT centre.begin_correction('quên ghi'); INSERT INTO centre.absence (person_id, during) SELECT one, daterange(day - 60, day - 59) FROM who$$, 'ok', 'but with a reason');
SELECT set_config('centre.correction_reason', '', true) \g /dev/null

-- Leave accounts
SELECT pg_temp.as_role(g, $$INSERT INTO centre.leave_account (person_id, year, carried) SELECT one, 2026, 3.5 FROM who$$, n, 'a leave account: ' || n)
  FROM (VALUES ('viewer', '42501'), ('supervision', '42501'), ('technician', '42501'), ('roster_office', 'ok'), ('deputy', '23505 leave_account_once')) x(g, n);
SELECT pg_temp.as_role('roster_office', $$UPDATE centre.leave_account SET carried = -1$$, '23514 leave_account_carried', 'nobody owes days');
SELECT is(tap.ask('motcua_' || g, 'SELECT count(*) FROM centre.leave_account'), n, g || ' reads leave accounts: ' || n) FROM (VALUES ('viewer', '0'), ('technician', '0'), ('supervision', '1'), ('director', '1')) x(g, n);

-- Duty credits
SELECT pg_temp.as_role('roster_office', $$SELECT centre.earn_duty_credit((SELECT one FROM who), '2026-11-27', 'morning', 'saturday')$$, '23514 duty_credit_of_its_day', 'a Friday is no Saturday');
SELECT pg_temp.as_role('roster_office', $$SELECT centre.earn_duty_credit((SELECT one FROM who), '2026-11-28', 'morning', 'sunday')$$, '23514 duty_credit_of_its_day', 'nor a Saturday a Sunday');
SELECT pg_temp.as_role('roster_office', $$INSERT INTO centre.absence (person_id, during, half, starts, ends) SELECT one, daterange(day + 20, day + 21), 'morning', '08:00', '15:00' FROM who$$, '23514 absence_hours_within_half', 'a morning is over at noon');
SELECT pg_temp.as_role('roster_office', $$SELECT centre.earn_duty_credit((SELECT one FROM who), '2026-11-28', 'morning', 'saturday')$$, 'ok', 'a Saturday earns');
SELECT pg_temp.as_role('roster_office', $$SELECT centre.earn_duty_credit((SELECT one FROM who), '2026-11-28', 'morning', 'saturday', 'lịch tháng 11')$$, 'ok', 'once');
SELECT results_eq($$SELECT halves, source, note, expires_on, version FROM centre.duty_credit WHERE person_id = (SELECT one FROM who)$$, $$VALUES (1, 'roster', 'lịch tháng 11', NULL::date, 2)$$, 'half a day that does not lapse');
SELECT centre.earn_duty_credit((SELECT one FROM who), '2026-11-28', 'morning', 'saturday') \g /dev/null
SELECT is((SELECT version FROM centre.duty_credit WHERE person_id = (SELECT one FROM who)), 2, 'the same again changes nothing');
UPDATE centre.setting SET value = '6' WHERE key = 'duty_credit.expires_months';
SELECT centre.earn_duty_credit((SELECT one FROM who), '2026-11-24', 'afternoon', 'holiday') \g /dev/null
SELECT is((SELECT expires_on FROM centre.duty_credit WHERE day = '2026-11-24'), '2027-05-24'::date, 'or lapses by the setting');
SELECT pg_temp.as_role(g, $$SELECT centre.earn_duty_credit((SELECT one FROM who), '2026-11-21', 'morning', 'saturday')$$, '42501', 'gives no credits') FROM (VALUES ('viewer'), ('supervision'), ('technician')) x(g);

-- Attendance
SELECT pg_temp.as_role(g, $$INSERT INTO centre.attendance (person_id, day, session, state, came_at) SELECT one, centre.today(), 'morning', 'late', '07:20' FROM who$$, n, 'who came: ' || n)
  FROM (VALUES ('viewer', '42501'), ('supervision', '42501'), ('technician', '42501'), ('roster_office', 'ok'), ('deputy', '23505 attendance_once')) x(g, n);
SELECT pg_temp.as_role('roster_office', $$INSERT INTO centre.attendance (person_id, day, session, state, came_at, left_at) SELECT one, $$ || d || $$, 'afternoon', $$ || quote_literal(s) || ', ' || c || ', ' || l || ' FROM who', n, what)
  FROM (VALUES ('centre.today() + 1', 'present', 'NULL', 'NULL', 'MC002 attendance_not_ahead', 'not ahead of time'),
               ('centre.today() - 40', 'present', 'NULL', 'NULL', 'MC003 closed_past', 'nor long after'),
               ('centre.today()', 'unexcused', quote_literal('07:00'), 'NULL', '23514 attendance_state_times', 'who did not come has no times'),
               ('centre.today()', 'present', quote_literal('13:00'), quote_literal('12:00'), '23514 attendance_times', 'one comes before one leaves'),
               ('centre.today()', 'present', quote_literal('1 giờ'), 'NULL', '23514 attendance_times', 'by the clock'),
               ('centre.today()', 'early_leave', quote_literal('13:00'), quote_literal('15:10'), 'ok', 'early leave')) x(d, s, c, l, n, what);
INSERT INTO centre.person (full_name) VALUES ('Người Lạ');
SELECT pg_temp.as_role('roster_office', $$INSERT INTO centre.attendance (person_id, day, session, state) SELECT max(id), centre.today(), 'morning', 'present' FROM centre.person WHERE full_name = 'Người Lạ'$$, 'MC002 attendance_within_tour', 'of people who are here');
SELECT is(tap.ask('motcua_' || g, 'SELECT count(*) FROM centre.attendance'), n, g || ' reads attendance: ' || n) FROM (VALUES ('viewer', '0'), ('technician', '0'), ('supervision', '2'), ('director', '2')) x(g, n);

-- Who is forgotten
UPDATE centre.person SET is_sample = true WHERE id = (SELECT one FROM who);
SELECT ok(centre.person_data((SELECT one FROM who)) ?& ARRAY['leave_account', 'duty_credit', 'attendance', 'absence'], 'a person gets a copy of all of it');
SELECT pg_temp.as_role('director', $$SELECT centre.anonymise_person((SELECT one FROM who), 'theo yêu cầu')$$, 'ok', 'forgets');
SELECT is((SELECT count(*) FROM centre.attendance) + (SELECT count(*) FROM centre.duty_credit) + (SELECT count(*) FROM centre.leave_account), 0::bigint, 'nothing is left');
SELECT is_empty($$SELECT 1 FROM audit.change c WHERE table_name IN ('attendance', 'duty_credit', 'leave_account', 'absence') AND (SELECT one FROM who)::text IN (c.old ->> 'person_id', c.new ->> 'person_id')$$, 'nor in the audit');
SELECT * FROM finish();
ROLLBACK;
