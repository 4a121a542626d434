-- SPDX-License-Identifier: GPL-3.0-or-later
-- Feedback of citizens and the log of supervision: who may read, write and settle, and what is never written.
SET search_path = tap, public;
BEGIN;
SELECT no_plan();
SELECT centre.load_plan(:'plan'::jsonb) \g /dev/null
SELECT centre.load_demo(centre.today(), :'demo'::jsonb) \g /dev/null
SELECT centre.load_demo_feedback(centre.today(), :'demo'::jsonb) \g /dev/null
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA tap TO PUBLIC;
CREATE ROLE sup_one LOGIN IN ROLE motcua_supervision;
CREATE FUNCTION pg_temp.as_role(who text, statement text, outcome text, what text) RETURNS text
  LANGUAGE sql AS $$ SELECT is(tap.attempt('motcua_' || who, statement), outcome, who || ': ' || what) $$;

-- The sample
SELECT is((SELECT count(*) FROM centre.feedback), 8::bigint, 'eight samples of feedback');
SELECT is((SELECT count(*) FROM centre.supervision_note), 7::bigint, 'seven samples of supervision');
SELECT is_empty($$SELECT 1 FROM centre.feedback WHERE matter NOT LIKE '% (dữ liệu mẫu)'$$, 'all feedback is marked as a sample');
SELECT is_empty($$SELECT 1 FROM centre.supervision_note WHERE body NOT LIKE '% (dữ liệu mẫu)'$$, 'all notes are');
SELECT is_empty($$SELECT 1 FROM centre.feedback WHERE person_id IS NOT NULL AND (counter_id IS NULL OR agency_id IS NULL)$$, 'who is named has a counter and an agency');

-- Who reads
SELECT is(tap.ask('motcua_' || g, 'SELECT count(*) FROM centre.feedback'), n, g || ' sees feedback: ' || n)
  FROM (VALUES ('director', '8'), ('deputy', '8'), ('roster_office', '8'), ('supervision', '8'), ('viewer', '0'), ('technician', '0')) x(g, n);
SELECT is(tap.ask('motcua_' || g, 'SELECT count(*) FROM centre.supervision_kind'), '6', g || ' reads what is looked at')
  FROM unnest(ARRAY['director', 'deputy', 'roster_office', 'supervision', 'viewer', 'technician']) g;

-- Who writes
SELECT pg_temp.as_role(g, $$INSERT INTO centre.feedback (kind, channel, received_on, matter) VALUES ('feedback', 'box', centre.today(), 'ghế hỏng')$$, n, 'writes down feedback: ' || n)
  FROM (VALUES ('director', 'ok'), ('deputy', 'ok'), ('roster_office', 'ok'), ('supervision', 'ok'), ('viewer', '42501'), ('technician', '42501')) x(g, n);
SELECT pg_temp.as_role(g, $$INSERT INTO centre.supervision_kind (code, name) VALUES ('phone_use', 'Dùng điện thoại')$$, n, 'adds a kind of check: ' || n)
  FROM (VALUES ('roster_office', '42501'), ('viewer', '42501'), ('technician', '42501'), ('supervision', 'ok')) x(g, n);
SELECT pg_temp.as_role(g, $$INSERT INTO centre.supervision_note (body) VALUES ('x')$$, '42501', 'does not write the log')
  FROM unnest(ARRAY['director', 'deputy', 'roster_office', 'viewer', 'technician']) g;

-- One step at a time, and who says whether it was right
CREATE TEMP TABLE one AS SELECT max(id) AS id FROM centre.feedback;
GRANT SELECT ON one TO PUBLIC;
SELECT pg_temp.as_role(g, 'UPDATE centre.feedback SET ' || s || ' WHERE id = (SELECT id FROM one)', n, s || ': ' || n)
  FROM (VALUES
    ('supervision', $$state = 'settled', outcome = 'upheld', finding = 'đúng'$$, 'MC003 feedback_step'),
    ('supervision', $$state = 'examined'$$, 'ok'),
    ('supervision', $$state = 'settled', outcome = 'upheld', finding = 'đúng'$$, 'MC003 feedback_leaders_settle'),
    ('roster_office', $$state = 'settled', outcome = 'rejected', finding = 'sai'$$, 'MC003 feedback_leaders_settle'),
    ('deputy', $$state = 'settled'$$, '23514 feedback_settled_said'),
    ('deputy', $$state = 'settled', outcome = 'upheld'$$, '23514 feedback_finding_said'),
    ('deputy', $$state = 'settled', outcome = 'upheld', finding = 'đúng'$$, 'ok'),
    ('roster_office', $$finding = 'khác'$$, 'MC003 feedback_leaders_settle'),
    ('supervision', $$matter = 'khác'$$, 'MC003 feedback_leaders_settle'),
    ('roster_office', $$state = 'examined', outcome = NULL$$, 'MC003 feedback_leaders_settle'),
    ('roster_office', $$state = 'answered'$$, '23514 feedback_answered_dated'),
    ('roster_office', $$state = 'answered', answered_on = centre.today() + 1$$, 'MC002 feedback_not_ahead'),
    ('roster_office', $$state = 'answered', answered_on = received_on - 1$$, '23514 feedback_answered_later'),
    ('roster_office', $$state = 'answered', answered_on = centre.today()$$, 'ok'),
    ('roster_office', $$state = 'settled', answered_on = NULL$$, 'ok'),
    ('director', $$state = 'examined', outcome = NULL$$, 'ok'),
    ('director', $$state = 'settled', outcome = 'rejected', finding = 'không đúng'$$, 'ok')) x(g, s, n);
SELECT pg_temp.as_role('roster_office', 'DELETE FROM centre.feedback WHERE id = (SELECT id FROM one)', 'MC003 feedback_leaders_settle', 'what was settled does not vanish');
SELECT pg_temp.as_role('director', 'DELETE FROM centre.feedback WHERE id = (SELECT id FROM one)', 'ok', 'but for a leader');
SELECT pg_temp.as_role('roster_office', $$INSERT INTO centre.feedback (kind, channel, received_on, matter) VALUES ('feedback', 'box', centre.today() + 1, 'x')$$, 'MC002 feedback_not_ahead', 'none from tomorrow');

-- Nobody is named by a code, a telephone or an address
SELECT is(centre.names_the_public(w), n, w || ': ' || n)
  FROM (VALUES ('000.00.19.H13-261205-0001', true), ('H13.08-261205-0001', true), ('điện thoại 0912345678', true), ('gọi 0912 345 678 giúp', true),
               ('gọi 0912.345.678', true), ('gọi +84 912 345 678', true), ('CCCD 092090001234', true), ('an@example.org', true),
               ('chờ từ 07:30 ngày 05/12/2026', false), ('phí 12.500.000 đồng', false), ('Nghị định 61/2018/NĐ-CP, Điều 29', false), ('quầy 12, tầng 2', false)) x(w, n);
SELECT pg_temp.as_role('roster_office', format('INSERT INTO centre.feedback (kind, channel, received_on, matter, kept_at) VALUES (''feedback'', ''box'', centre.today(), %L, %L)', m, k), n, 'refused: ' || n)
  FROM (VALUES ('hồ sơ H13.08-261205-0001 trễ', NULL, '23514 feedback_matter_public'), ('chờ lâu', 'Sổ 0912345678', '23514 feedback_kept_at_public')) x(m, k, n);
SELECT is(tap.attempt('sup_one', $$INSERT INTO centre.supervision_note (body) VALUES ('hồ sơ H13.08-261205-0001')$$), '23514 supervision_note_public', 'nor in the log');
SELECT is(tap.attempt('sup_one', $$INSERT INTO centre.supervision_note (body, followed_up_on) VALUES ('x', centre.today())$$), '23514 supervision_note_follow_up_said', 'what was done says what was to be done');
SELECT is(tap.attempt('sup_one', $$INSERT INTO centre.supervision_note (body, result, kind_id, counter_id) SELECT 'đạt', 'in_order', min(k.id), min(c.id) FROM centre.supervision_kind k, centre.counter c$$), 'ok', 'a spot check');

-- The audit has the fact, not the words; nor have those who are forgotten
SELECT is_empty($$SELECT 1 FROM audit.change WHERE table_name = 'feedback' AND (old::text || new::text) LIKE '%dữ liệu mẫu%'$$, 'the audit keeps no words');
SELECT isnt_empty($$SELECT 1 FROM audit.change WHERE table_name = 'feedback' AND new ->> 'state' = 'settled'$$, 'but the steps');
CREATE TEMP TABLE gone AS SELECT person_id AS id FROM centre.feedback WHERE person_id IS NOT NULL AND finding IS NOT NULL ORDER BY id LIMIT 1;
GRANT SELECT ON gone TO PUBLIC;
SELECT is(tap.attempt('motcua_director', $$SELECT centre.anonymise_person(id, 'hết hạn') FROM gone$$), 'ok', 'somebody is forgotten');
SELECT results_eq($$SELECT DISTINCT matter, finding FROM centre.feedback WHERE person_id = (SELECT id FROM gone)$$, $$VALUES ('Đã ẩn danh', 'Đã ẩn danh')$$, 'that there was feedback stays, its words do not');
SELECT is_empty($$SELECT 1 FROM centre.supervision_note WHERE person_id = (SELECT id FROM gone)$$, 'and no note');

-- The sample goes, what is real stays
SELECT is(tap.attempt('motcua_' || g, format('SELECT centre.load_demo_feedback(centre.today(), %L)', '{}')), 'MC003 group_required', g || ' loads no sample')
  FROM unnest(ARRAY['deputy', 'roster_office', 'supervision', 'viewer', 'technician']) g;
INSERT INTO centre.feedback (kind, channel, received_on, matter, counter_id) SELECT 'compliment', 'box', centre.today(), 'thật', min(c.id) FROM centre.counter c;
SELECT is(tap.attempt('motcua_director', 'SELECT centre.remove_sample()'), 'ok', 'the sample is removed');
SELECT is_empty($$SELECT 1 FROM centre.feedback WHERE is_sample UNION ALL SELECT 1 FROM centre.supervision_note WHERE is_sample$$, 'nothing of it is left');
SELECT isnt_empty($$SELECT 1 FROM centre.feedback WHERE matter = 'thật'$$, 'real feedback stays');

SELECT * FROM finish();
ROLLBACK;
