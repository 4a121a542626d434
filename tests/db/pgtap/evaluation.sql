-- SPDX-License-Identifier: GPL-3.0-or-later
-- Evaluation: schemes, cycles, who sees and gives what, the steps, what is signed, and the chain.
\ir support/sample.psql

-- Who is who: one officer of the reception section, its head, another section's officer, and the rest.
CREATE FUNCTION pg_temp.holder(post text, which int DEFAULT 1) RETURNS bigint LANGUAGE sql AS $$
  SELECT a.person_id FROM centre.appointment a JOIN centre.seat s ON s.id = a.seat_id JOIN centre.post p ON p.id = s.post_id
   WHERE p.code = post AND (post = 'head_reception' OR a.person_id NOT IN (SELECT h.person_id FROM centre.appointment h JOIN centre.seat t ON t.id = h.seat_id JOIN centre.post q ON q.id = t.post_id WHERE q.code = 'head_reception'))
     AND a.during @> '2026-11-23'::date AND a.during @> '2026-09-30'::date ORDER BY a.person_id OFFSET which - 1 LIMIT 1 $$;
SELECT centre.add_account('gd', 'Giám đốc', 'director', pg_temp.holder('director')) \g /dev/null
SELECT centre.add_account('pgd', 'Phó Giám đốc', 'deputy', pg_temp.holder('deputy_director')) \g /dev/null
SELECT centre.add_account('tbp', 'Trưởng bộ phận', 'viewer', pg_temp.holder('head_reception')) \g /dev/null
SELECT centre.add_account('cb', 'Cán bộ', 'viewer', pg_temp.holder('reception')) \g /dev/null
SELECT centre.add_account('cb2', 'Cán bộ khác', 'viewer', pg_temp.holder('reception', 2)) \g /dev/null
SELECT centre.add_account('vp', 'Văn phòng', 'roster_office', pg_temp.holder('clerk')) \g /dev/null
SELECT centre.add_account('gs', 'Giám sát', 'supervision', NULL) \g /dev/null
SELECT centre.add_account('khach', 'Người xem', 'viewer', NULL) \g /dev/null
SELECT centre.add_account('kt', 'Kỹ thuật', 'technician', NULL) \g /dev/null
CREATE TEMP TABLE who AS SELECT pg_temp.holder('reception') AS officer, pg_temp.holder('reception', 2) AS other, pg_temp.holder('head_reception') AS head,
  pg_temp.holder('director') AS director, (SELECT id FROM centre.evaluation_scheme WHERE code = 'monthly_slip') AS slip,
  (SELECT id FROM centre.evaluation_scheme WHERE code = 'counter_score') AS counter;
SELECT ok(officer IS NOT NULL AND other IS NOT NULL AND head IS NOT NULL AND director IS NOT NULL AND head NOT IN (officer, other), 'the people are there') FROM who;
GRANT SELECT ON who TO PUBLIC;
SELECT is(tap.ask('tbp', 'SELECT array_length(centre.headed_sections(), 1)'), '1', 'a head is known by the post that others report to');
SELECT is(tap.ask('cb', 'SELECT array_length(centre.headed_sections(), 1)'), NULL, 'an officer heads nothing');

-- Schemes
SELECT is((SELECT string_agg(code, ' ' ORDER BY code) FROM centre.evaluation_scheme), 'counter_score decree_233 decree_335 monthly_slip', 'four to begin with');
SELECT is((SELECT sum(weight) FROM centre.evaluation_weight), 100::numeric, 'the slip''s weights are whole');
SELECT is(tap.ask(g, 'SELECT count(*) FROM centre.evaluation_scheme'), '4', g || ' reads schemes') FROM unnest(ARRAY['gd', 'pgd', 'vp', 'gs', 'khach', 'kt']) g;
SELECT is(tap.would(g, 'UPDATE centre.evaluation_scheme SET note = note'), o, g || ' writes schemes: ' || o)
  FROM (VALUES ('gd', 'ok'), ('pgd', 'ok'), ('vp', '42501'), ('gs', '42501'), ('khach', '42501'), ('kt', '42501')) v(g, o);
SELECT is(tap.would('gd', 'UPDATE centre.evaluation_weight SET weight = weight + 1 WHERE id = (SELECT min(id) FROM centre.evaluation_weight)'), 'MC002 evaluation_weights_whole', '101 is not whole');
SELECT is(tap.would('gd', 'DELETE FROM centre.evaluation_weight WHERE id = (SELECT min(id) FROM centre.evaluation_weight)'), 'MC002 evaluation_weights_whole', 'nor is 80');
SELECT is(tap.would('gd', 'UPDATE centre.evaluation_weight SET weight = 20'), 'ok', 'five times 20 is');
SELECT is(tap.would('gd', $$INSERT INTO centre.evaluation_weight (criterion_id, post_id, weight) SELECT criterion_id, (SELECT min(id) FROM centre.post), 20 FROM centre.evaluation_weight$$), 'ok', 'a post with weights of its own');
SELECT is(tap.would('gd', $$INSERT INTO centre.evaluation_weight (criterion_id, post_id, weight) SELECT criterion_id, (SELECT min(id) FROM centre.post), 10 FROM centre.evaluation_weight$$), 'MC002 evaluation_weights_whole', 'which are whole, too');
SELECT is(tap.would('gd', format('UPDATE centre.evaluation_scheme SET bands = %L WHERE code = ''monthly_slip''', b)), 'MC002 evaluation_scheme_bands', 'bands: ' || b)
  FROM unnest(ARRAY['[]', '{}', '[{"code": "a", "name": "A", "from": 50}]', '[{"code": "a", "name": "A", "from": 0}, {"code": "b", "name": "B", "from": 0}]',
    '[{"code": "a", "name": "A", "from": 10}, {"code": "a", "name": "B", "from": 0}]', '[{"code": "a", "from": 0}]', '[{"code": "a", "name": "A", "from": "0"}]']) b;
SELECT is(tap.would('gd', 'UPDATE centre.evaluation_scheme SET monthly = false WHERE code = ''monthly_slip'''), '23514 evaluation_scheme_some_cycle', 'a scheme is for something');
SELECT is(tap.would('gd', 'UPDATE centre.evaluation_criterion SET veto = ''{"figure": "late"}'' WHERE code = ''punctual'''), '23514 evaluation_criterion_veto', 'a veto is whole');

-- Schemes are edited by the leaders, those of the house alone, and are whole
CREATE FUNCTION pg_temp.criterion(scheme text, code text, rest text DEFAULT '') RETURNS text LANGUAGE sql AS $$
  SELECT format('INSERT INTO centre.evaluation_criterion (scheme_id, code, name, max_points%s) SELECT id, %L, %L, 10%s FROM centre.evaluation_scheme WHERE code = %L',
    CASE WHEN rest = '' THEN '' ELSE ', ' || split_part(rest, '=', 1) END, code, 'Tiêu chí mới', CASE WHEN rest = '' THEN '' ELSE ', ' || split_part(rest, '=', 2) END, scheme) $$;
CREATE FUNCTION pg_temp.slip(code text) RETURNS text LANGUAGE sql AS $$
  SELECT format('INSERT INTO centre.evaluation_scheme (code, name, kind, monthly, source, bands, during) SELECT %L, ''Phiếu mới'', kind, true, source, bands, ''[2026-01-01,)'' FROM centre.evaluation_scheme WHERE code = ''monthly_slip''', code) $$;
CREATE FUNCTION pg_temp.weigh(code text, points numeric) RETURNS text LANGUAGE sql AS $$
  SELECT format('INSERT INTO centre.evaluation_weight (criterion_id, weight) SELECT c.id, %s FROM centre.evaluation_criterion c JOIN centre.evaluation_scheme s ON s.id = c.scheme_id WHERE s.code = %L', points, code) $$;
SELECT is(tap.would(g, concat_ws('; ', pg_temp.slip('slip_2'), pg_temp.criterion('slip_2', 'x'), pg_temp.weigh('slip_2', 100))), o, g || ' makes a scheme of the house: ' || o)
  FROM (VALUES ('gd', 'ok'), ('pgd', 'ok'), ('vp', '42501'), ('gs', '42501'), ('tbp', '42501'), ('cb', '42501'), ('khach', '42501'), ('kt', '42501')) v(g, o);
SELECT is(tap.would('gd', pg_temp.slip('slip_2')), 'MC002 evaluation_weights_whole', 'a slip without criteria is not whole');
SELECT is(tap.would('gd', concat_ws('; ', pg_temp.slip('slip_2'), pg_temp.criterion('slip_2', 'x'))), 'MC002 evaluation_weights_whole', 'nor is one without weights');
SELECT is(tap.would('gd', concat_ws('; ', pg_temp.slip('slip_2'), pg_temp.criterion('slip_2', 'x'), pg_temp.weigh('slip_2', 95))), 'MC002 evaluation_weights_whole', '95 is not 100');
SELECT is(tap.would('gd', 'DELETE FROM centre.evaluation_criterion WHERE code = ''digital'''), 'MC002 evaluation_weights_whole', 'with a criterion its weight goes');
SELECT is(tap.would('gd', replace(pg_temp.slip('law_2'), 'kind, true', '''decree_335'', true')), 'MC003 evaluation_scheme_statutory', 'the office makes no law');
SELECT is(tap.would(g, format('UPDATE centre.evaluation_scheme SET bands = bands || ''[]'', name = name || ''!'' WHERE code = %L', c)), o, g || ' edits ' || c || ': ' || o)
  FROM (VALUES ('gd', 'counter_score', 'MC003 evaluation_scheme_statutory'), ('pgd', 'decree_335', 'MC003 evaluation_scheme_statutory'),
    ('gd', 'decree_233', 'MC003 evaluation_scheme_statutory'), ('gd', 'monthly_slip', 'ok'), ('kt', 'decree_335', '42501'), ('vp', 'monthly_slip', '42501')) v(g, c, o);
SELECT is(tap.would('gd', s), 'MC003 evaluation_scheme_statutory', 'refused: ' || s)
  FROM unnest(ARRAY['UPDATE centre.evaluation_criterion SET max_points = 12 WHERE code = ''1''', 'DELETE FROM centre.evaluation_criterion WHERE code = ''7''', pg_temp.criterion('decree_335', 'd'),
    'UPDATE centre.evaluation_scheme SET kind = ''decree_335'' WHERE code = ''monthly_slip''', 'UPDATE centre.evaluation_scheme SET kind = ''monthly_slip'' WHERE code = ''decree_335''',
    'DELETE FROM centre.evaluation_scheme WHERE code = ''decree_335''']) s;
SELECT is(tap.would('gd', 'UPDATE centre.evaluation_scheme SET quarterly = false, yearly = false, monthly = true WHERE code = ''decree_335'''), 'ok', 'when it is used the office says');
SELECT is(tap.would('gd', 'UPDATE centre.evaluation_criterion SET scheme_id = (SELECT id FROM centre.evaluation_scheme WHERE code = ''decree_335'') WHERE code = ''order'''), 'MC003 evaluation_criterion_of_scheme', 'a criterion stays where it is');
SELECT is(tap.would('gd', format('UPDATE centre.evaluation_criterion SET %s WHERE code = ''punctual''', s)), o, s || ': ' || o)
  FROM (VALUES ('scale = ''[0, 5, 10]''', 'ok'), ('scale = ''[0, 11]''', 'MC002 evaluation_criterion_scale_within'), ('scale = ''[-1]''', 'MC002 evaluation_criterion_scale_within'),
    ('scale = ''["5"]''', 'MC002 evaluation_criterion_scale_within'), ('rule = ''{"how": "gain", "each": {"late": 2}}''', 'ok'), ('rule = ''{"how": "guess"}''', 'MC002 evaluation_criterion_rule_whole'),
    ('rule = ''{"how": "deduct", "each": {}}''', 'MC002 evaluation_criterion_rule_whole'), ('rule = ''{"how": "deduct", "each": {"late": -1}}''', 'MC002 evaluation_criterion_rule_whole'),
    ('rule = ''{"how": "share", "part": ["late"], "whole": []}''', 'MC002 evaluation_criterion_rule_whole'), ('rule = ''{"how": "share", "part": ["late"], "whole": ["sessions"]}''', 'ok'),
    ('rule = NULL, rated = false', 'MC002 evaluation_criterion_some_points'), ('veto = ''{"figure": "late", "at_least": 3, "band": "z"}''', 'MC002 evaluation_criterion_veto_band'),
    ('veto = ''{"figure": "late", "at_least": 3, "band": "d"}''', 'ok')) v(s, o);
SELECT is(tap.would('gd', 'UPDATE centre.evaluation_scheme SET bands = ''[{"code": "a", "name": "A", "from": 50}, {"code": "b", "name": "B", "from": 0}]'' WHERE code = ''monthly_slip'''), 'MC002 evaluation_criterion_veto_band', 'a band that a veto names stays');

-- Cycles
SELECT is(tap.would('gd', format('INSERT INTO centre.evaluation_cycle (kind, during) VALUES (%L, %L)', k, d)), o, k || ' ' || d || ': ' || o)
  FROM (VALUES ('month', '[2026-09-01,2026-10-01)', 'ok'), ('month', '[2026-02-01,2026-03-01)', 'ok'), ('quarter', '[2026-07-01,2026-10-01)', 'ok'), ('year', '[2026-01-01,2027-01-01)', 'ok'),
    ('month', '[2026-09-01,2026-09-30)', '23514 evaluation_cycle_whole'), ('month', '[2026-09-02,2026-10-02)', '23514 evaluation_cycle_whole'),
    ('quarter', '[2026-08-01,2026-11-01)', '23514 evaluation_cycle_whole'), ('year', '[2026-07-01,2027-07-01)', '23514 evaluation_cycle_whole'),
    ('month', '[2026-09-01,)', '23514 evaluation_cycle_whole')) v(k, d, o);
SELECT is(tap.would(g, $$INSERT INTO centre.evaluation_cycle (kind, during) VALUES ('month', '[2026-09-01,2026-10-01)')$$), o, g || ' opens a cycle: ' || o)
  FROM (VALUES ('pgd', 'ok'), ('vp', '42501'), ('gs', '42501'), ('cb', '42501'), ('kt', '42501')) v(g, o);
INSERT INTO centre.evaluation_cycle (kind, during) VALUES ('month', '[2026-09-01,2026-10-01)'), ('quarter', '[2026-07-01,2026-10-01)');
SELECT is(tap.would('gd', $$INSERT INTO centre.evaluation_cycle (kind, during) VALUES ('month', '[2026-09-01,2026-10-01)')$$), '23505 evaluation_cycle_once', 'once');
CREATE FUNCTION pg_temp.new(person text, scheme text, kind text DEFAULT 'month', rest text DEFAULT 'NULL, NULL') RETURNS text LANGUAGE sql AS $$
  SELECT format('INSERT INTO centre.evaluation (cycle_id, person_id, scheme_id, previous_id, reopen_reason) SELECT c.id, %s, %s, %s FROM centre.evaluation_cycle c, who WHERE c.kind = %L', person, scheme, rest, kind) $$;
SELECT is(tap.would(g, pg_temp.new('officer', 'slip')), o, g || ' opens an evaluation: ' || o)
  FROM (VALUES ('gd', 'ok'), ('pgd', 'ok'), ('vp', '42501'), ('gs', '42501'), ('tbp', '42501'), ('cb', '42501'), ('kt', '42501')) v(g, o);
SELECT is(tap.would('gd', pg_temp.new('officer', 'slip', 'quarter')), 'MC002 evaluation_scheme_of_cycle', 'a slip is not for a quarter');
SELECT is(tap.would('gd', pg_temp.new('officer', 'slip', 'month', 'NULL, ''x''')), '23514 evaluation_reopened_why', 'a reason without what it reopens');
SELECT is(tap.would('gd', replace(pg_temp.new('(SELECT max(id) FROM centre.person) + 0 * officer', 'slip'), 'officer', '1')), 'MC002 evaluation_within_tour', 'nobody who was not here')
 WHERE NOT EXISTS (SELECT FROM centre.tour t WHERE t.person_id = (SELECT max(id) FROM centre.person) AND t.during && '[2026-09-01,2026-10-01)');
SELECT is(tap.attempt('gd', pg_temp.new(p, s, k)), 'ok', 'an evaluation of ' || p) FROM (VALUES ('officer', 'slip', 'month'), ('other', 'slip', 'month'), ('officer', 'counter', 'quarter'), ('director', 'slip', 'month'), ('head', 'slip', 'month')) v(p, s, k);
SELECT is(tap.would('gd', pg_temp.new('officer', 'slip')), '23505 evaluation_once', 'once');
CREATE TEMP TABLE e AS SELECT (SELECT x.id FROM centre.evaluation x WHERE x.person_id = officer AND x.scheme_id = slip) AS a,
  (SELECT x.id FROM centre.evaluation x WHERE x.person_id = other) AS b, (SELECT x.id FROM centre.evaluation x WHERE x.person_id = officer AND x.scheme_id = counter) AS c,
  (SELECT x.id FROM centre.evaluation x WHERE x.person_id = director) AS d, (SELECT x.id FROM centre.evaluation x WHERE x.person_id = head) AS h FROM who;
GRANT SELECT ON e TO PUBLIC;
SELECT is((SELECT p.code || ' ' || s.code || ' ' || (x.agency_id IS NOT NULL) FROM e, centre.evaluation x JOIN centre.post p ON p.id = x.post_id JOIN centre.section s ON s.id = x.section_id WHERE x.id = e.a),
  'reception ' || (SELECT s.code FROM centre.post p JOIN centre.section s ON s.id = p.section_id WHERE p.code = 'reception') || ' true', 'post, section and agency are those of the cycle');

-- Who sees whose
SELECT is(tap.ask(g, 'SELECT count(*) FROM centre.evaluation'), n, g || ' sees ' || n)
  FROM (VALUES ('gd', '5'), ('pgd', '5'), ('gs', '5'), ('tbp', '4'), ('cb', '2'), ('cb2', '1'), ('vp', '0'), ('khach', '0'), ('kt', '0')) v(g, n);
SELECT is(tap.rows(g, 'UPDATE centre.evaluation SET total = 50, band = ''c'' WHERE state = ''open'' AND id = (SELECT b FROM e)'), n, g || ' reckons: ' || n)
  FROM (VALUES ('gd', '1'), ('pgd', '1'), ('gs', '42501'), ('tbp', '42501'), ('cb2', '42501'), ('kt', '42501')) v(g, n);

-- Points
CREATE FUNCTION pg_temp.score(ev text, crit text, as_role text, points numeric) RETURNS text LANGUAGE sql AS $$
  SELECT format('INSERT INTO centre.evaluation_score (evaluation_id, criterion_id, role, points) SELECT e.%s, k.id, %L, %s FROM e, centre.evaluation_criterion k JOIN centre.evaluation x ON x.scheme_id = k.scheme_id WHERE x.id = e.%s AND k.code = %L', ev, as_role, points, ev, crit) $$;
SELECT is(tap.would(g, pg_temp.score('a', 'order', r, 8)), o, g || ' gives points as ' || r || ': ' || o)
  FROM (VALUES ('cb', 'self', 'ok'), ('cb', 'section', '42501'), ('cb', 'director', '42501'), ('tbp', 'section', 'ok'), ('tbp', 'self', '42501'), ('gs', 'supervision', 'ok'), ('gs', 'director', '42501'),
    ('gd', 'director', 'ok'), ('pgd', 'director', 'ok'), ('gd', 'computed', 'ok'), ('gd', 'supervision', '42501'), ('gs', 'computed', '42501')) v(g, r, o);
SELECT is(tap.ask(g, pg_temp.score('a', 'order', 'self', 8) || ' RETURNING 1'), CASE g WHEN 'kt' THEN '42501' END, g || ' cannot even reach it') FROM unnest(ARRAY['cb2', 'khach', 'vp', 'kt']) g;
SELECT is(tap.would('gd', pg_temp.score('d', 'order', 'director', 8)), '42501', 'nobody rates himself as director');
SELECT is(tap.would('tbp', pg_temp.score('h', 'order', 'section', 8)), '42501', 'nor as head of section');
SELECT is(tap.would('tbp', pg_temp.score('h', 'order', 'self', 8)), 'ok', 'but himself');
SELECT is(tap.would('gd', pg_temp.score('a', 'order', 'director', 10.5)), 'MC002 evaluation_score_within', 'more than there are');
SELECT is(tap.would('gd', pg_temp.score('a', 'order', 'director', -1)), '23514 evaluation_score_points', 'less than nothing');
SELECT is(tap.would('gd', pg_temp.score('c', '1', 'director', 1)), 'MC002 evaluation_score_computed', 'an index of the law is not given');
SELECT is(tap.would('gd', pg_temp.score('c', '1', 'computed', 1.4)), 'ok', 'but computed');
SELECT is(tap.would('gd', 'UPDATE centre.evaluation_criterion SET scale = ''[0, 5, 10]'' WHERE code = ''order''; ' || pg_temp.score('a', 'order', 'director', 7)), 'MC002 evaluation_score_on_scale', 'off the scale');
SELECT is(tap.would('gd', 'UPDATE centre.evaluation_criterion SET scale = ''[0, 5, 10]'' WHERE code = ''order''; ' || pg_temp.score('a', 'order', 'director', 5)), 'ok', 'on the scale');
SELECT is(tap.would('gd', format('INSERT INTO centre.evaluation_score (evaluation_id, criterion_id, role, points) SELECT a, k.id, ''director'', 1 FROM e, centre.evaluation_criterion k JOIN centre.evaluation_scheme s ON s.id = k.scheme_id WHERE s.code = ''decree_335'' AND k.code = ''a''')),
  'MC002 evaluation_criterion_of_scheme', 'a criterion of another scheme');

-- Evidence
CREATE FUNCTION pg_temp.evidence(ev text, crit text) RETURNS text LANGUAGE sql AS $$
  SELECT format('INSERT INTO centre.evaluation_evidence (evaluation_id, criterion_id, figures, source_table, source_rows) SELECT e.%s, k.id, ''{"sessions": 44, "late": 1}'', ''attendance'', ''[7]'' FROM e, centre.evaluation_criterion k JOIN centre.evaluation x ON x.scheme_id = k.scheme_id WHERE x.id = e.%s AND k.code = %L', ev, ev, crit) $$;
SELECT is(tap.would(g, pg_temp.evidence('a', 'punctual')), o, g || ' gathers: ' || o) FROM (VALUES ('gd', 'ok'), ('pgd', 'ok'), ('gs', 'ok'), ('tbp', 'ok'), ('cb', '42501')) v(g, o);
SELECT is(tap.attempt('gd', pg_temp.evidence('a', 'punctual')), 'ok', 'evidence');
SELECT is(tap.ask(g, 'SELECT count(*) FROM centre.evaluation_evidence'), n, g || ' sees evidence: ' || n)
  FROM (VALUES ('gd', '1'), ('gs', '1'), ('tbp', '1'), ('cb', '1'), ('cb2', '0'), ('vp', '0'), ('khach', '0'), ('kt', '0')) v(g, n);

-- It gathers itself
INSERT INTO centre.attendance (person_id, day, session, state) SELECT officer, d::date, h, CASE WHEN d::date = '2026-09-07' AND h = 'morning' THEN 'late' WHEN d::date = '2026-09-08' THEN 'unexcused' ELSE 'present' END
  FROM who, generate_series(date '2026-09-07', date '2026-09-09', interval '1 day') d, unnest(ARRAY['morning', 'afternoon']) h WHERE set_config('centre.correction_reason', 'thử', true) = 'thử';
INSERT INTO centre.feedback (kind, channel, received_on, person_id, matter, state, outcome, finding) SELECT 'complaint', 'box', '2026-09-15', officer, 'Chờ lâu', 'settled', o, 'Đã xem' FROM who, unnest(ARRAY['upheld', 'rejected']) o;
INSERT INTO centre.supervision_note (person_id, noted_on, body, result) SELECT officer, '2026-09-16', 'Không đeo thẻ', 'reminded' FROM who;
INSERT INTO centre.evaluation_evidence (evaluation_id, criterion_id, figures, entered) SELECT e.a, k.id, '{"good": 3}', true FROM e, centre.evaluation_criterion k, who WHERE k.scheme_id = slip AND k.code = 'order';
SELECT is(tap.attempt('gd', 'SELECT centre.gather_evidence(a) FROM e'), 'ok', 'gathered');
SELECT is((SELECT x.figures::text || ' ' || jsonb_array_length(x.source_rows) FROM centre.evaluation_evidence x, e JOIN who ON true, centre.evaluation_criterion k WHERE x.evaluation_id = e.a AND k.id = x.criterion_id AND k.code = 'punctual'),
  '{"late": 1, "excused": 0, "sessions": 6, "unexcused": 2, "early_leave": 0} 3', 'attendance, with the rows that weigh');
SELECT is((SELECT x.figures::text || ' ' || jsonb_array_length(x.source_rows) FROM centre.evaluation_evidence x, e, centre.evaluation_criterion k WHERE x.evaluation_id = e.a AND k.id = x.criterion_id AND k.code = 'satisfaction' AND x.source_table = 'feedback'),
  '{"upheld": 1, "rejected": 1} 1', 'upheld complaints; rejected ones do not weigh');
SELECT is((SELECT x.figures ->> 'reminded' FROM centre.evaluation_evidence x, e, centre.evaluation_criterion k WHERE x.evaluation_id = e.a AND k.id = x.criterion_id AND k.code = 'order' AND NOT x.entered), '1', 'what supervision noted');
SELECT is((SELECT x.figures ->> 'good' FROM centre.evaluation_evidence x, e, centre.evaluation_criterion k WHERE x.evaluation_id = e.a AND k.id = x.criterion_id AND k.code = 'order' AND x.entered), '3', 'what was entered stays');
SELECT is(tap.attempt('gd', 'SELECT centre.gather_evidence(a) FROM e'), 'ok', 'again gives the same');
SELECT is((SELECT count(*) FROM centre.evaluation_evidence x, e WHERE x.evaluation_id = e.a), 4::bigint, 'no more rows');
SELECT is(tap.would('gd', 'SELECT centre.gather_evidence(0)'), 'MC002 evaluation_exists', 'of one that there is');
SELECT is(tap.would(g, 'SELECT centre.open_evaluations((SELECT min(id) FROM centre.evaluation_cycle))'), o, g || ' opens all of a cycle: ' || o) FROM (VALUES ('gd', 'ok'), ('vp', '42501'), ('cb', '42501')) v(g, o);
SELECT cmp_ok(tap.ask('gd', 'SELECT centre.open_evaluations((SELECT min(id) FROM centre.evaluation_cycle), ''decree_335'')')::int, '>', 20, 'all of a month');
SELECT is(tap.ask('gd', 'SELECT centre.open_evaluations((SELECT min(id) FROM centre.evaluation_cycle), ''decree_335'')'), '0', 'once');
SELECT is_empty($$SELECT 1 FROM centre.evaluation v JOIN centre.evaluation_scheme s ON s.id = v.scheme_id JOIN centre.person p ON p.id = v.person_id WHERE s.code = 'decree_335' AND (p.employment <> 'civil_servant' OR v.section_id IS NULL)$$, 'civil servants of a section');
DELETE FROM centre.evaluation v USING centre.evaluation_scheme s WHERE s.id = v.scheme_id AND s.code = 'decree_335';

-- Texts: one after the other, hidden until all have given theirs
CREATE FUNCTION pg_temp.say(ev text, as_role text, given boolean DEFAULT true, waived boolean DEFAULT false) RETURNS text LANGUAGE sql AS $$
  SELECT format('INSERT INTO centre.evaluation_text (evaluation_id, role, body, given, waived) SELECT e.%s, %L, %L, %L, %L FROM e', ev, as_role, 'Lời của ' || as_role, given, waived) $$;
SELECT is(tap.would('tbp', pg_temp.say('a', 'section')), 'MC003 evaluation_in_turn', 'not before self');
SELECT is(tap.would('tbp', pg_temp.say('a', 'section', false)), 'ok', 'but begun');
SELECT is(tap.would('gd', 'UPDATE centre.evaluation SET state = ''self'' WHERE id = (SELECT a FROM e)'), 'MC003 evaluation_text_first', 'the state follows the text');
SELECT is(tap.would('gd', 'UPDATE centre.evaluation SET state = ''signed'', total = 90, band = ''a'' WHERE id = (SELECT a FROM e)'), 'MC003 evaluation_step', 'nothing is signed at once');
SELECT is(tap.attempt('cb', pg_temp.score('a', 'order', 'self', 9)), 'ok', 'self gives points');
SELECT is(tap.attempt('cb', pg_temp.say('a', 'self', false)), 'ok', 'and begins');
SELECT is(tap.ask(g, 'SELECT (SELECT count(*) FROM centre.evaluation_text) || '' '' || (SELECT count(*) FROM centre.evaluation_score)'), n, g || ' sees of it: ' || n)
  FROM (VALUES ('cb', '1 1'), ('gd', '0 0'), ('pgd', '0 0'), ('tbp', '0 0'), ('gs', '0 0'), ('khach', '0 0')) v(g, n);
SELECT is(tap.rows('gd', 'UPDATE centre.evaluation_text SET body = ''x'''), '0', 'nor can it be written by another');
SELECT is(tap.rows('cb', 'UPDATE centre.evaluation_text SET body = ''Tôi làm tốt'', given = true'), '1', 'given');
SELECT is((SELECT state FROM centre.evaluation, e WHERE id = a), 'self', 'the next one''s turn');
SELECT is(tap.would('cb', 'UPDATE centre.evaluation_text SET body = ''khác'''), 'MC003 evaluation_given_stays', 'what was given stays');
SELECT is(tap.would('cb', 'UPDATE centre.evaluation_score SET points = 10'), 'MC003 evaluation_given_stays', 'the points with it');
SELECT is(tap.would('cb', 'DELETE FROM centre.evaluation_score'), 'MC003 evaluation_given_stays', 'all of them');
SELECT is(tap.ask('tbp', 'SELECT count(*) FROM centre.evaluation_text'), '0', 'still hidden from the head');
SELECT is(tap.attempt('tbp', pg_temp.score('a', 'order', 'section', 7)), 'ok', 'the head''s points');
SELECT is(tap.attempt('tbp', pg_temp.say('a', 'section')), 'ok', 'and text');
SELECT is(tap.ask(g, 'SELECT count(*) FROM centre.evaluation_text'), n, g || ' sees after the head: ' || n) FROM (VALUES ('cb', '1'), ('tbp', '1'), ('gs', '0'), ('gd', '0')) v(g, n);
SELECT is(tap.would('gd', pg_temp.say('a', 'director')), 'MC003 evaluation_in_turn', 'the director is last');
SELECT is(tap.attempt('gs', pg_temp.say('a', 'supervision')), 'ok', 'supervision');
SELECT is(tap.ask(g, 'SELECT (SELECT count(*) FROM centre.evaluation_text) || '' '' || (SELECT count(*) FROM centre.evaluation_score)'), n, g || ' sees now: ' || n)
  FROM (VALUES ('cb', '3 2'), ('tbp', '3 2'), ('gs', '3 2'), ('gd', '3 2'), ('cb2', '0 0'), ('khach', '0 0'), ('vp', '0 0'), ('kt', '0 0')) v(g, n);
SELECT is(tap.would('gd', pg_temp.say('b', 'self', true, true)), 'ok', 'a leader goes on without somebody');
SELECT is(tap.would('gs', pg_temp.say('b', 'self', true, true)), '42501', 'a supervisor does not');
SELECT is(tap.would('gd', pg_temp.say('b', 'self', false, true)), '23514 evaluation_text_waived_given', 'at once');

-- Signing
SELECT is(tap.would('gd', 'UPDATE centre.evaluation SET state = ''signed'' WHERE id = (SELECT a FROM e)'), 'MC002 evaluation_reckoned', 'not without a total');
SELECT is(tap.would('gd', 'UPDATE centre.evaluation SET state = ''signed'', total = 90, band = ''zz'' WHERE id = (SELECT a FROM e)'), 'MC002 evaluation_reckoned', 'nor with a band that there is not');
UPDATE centre.evaluation SET total = 87.5, band = 'b' WHERE id = (SELECT a FROM e);
SELECT is(tap.would(g, 'UPDATE centre.evaluation SET state = ''signed'' WHERE id = (SELECT a FROM e)'), o, g || ' signs: ' || o)
  FROM (VALUES ('gd', 'ok'), ('pgd', 'ok'), ('vp', '42501'), ('gs', '42501'), ('tbp', '42501'), ('cb', '42501'), ('kt', '42501')) v(g, o);
SELECT is(tap.attempt('gd', pg_temp.say('a', 'director', false)), 'ok', 'the director writes');
SELECT is(tap.ask('cb', 'SELECT count(*) FROM centre.evaluation_text'), '3', 'which nobody sees yet');
SELECT is(tap.attempt('gd', 'UPDATE centre.evaluation_text SET given = true WHERE role = ''director''; UPDATE centre.evaluation SET state = ''signed'', signed_by = ''ai'' WHERE id = (SELECT a FROM e)'), 'ok', 'signed');
SELECT is((SELECT signed_by || ' ' || (signed_at IS NOT NULL) FROM centre.evaluation, e WHERE id = a), 'gd true', 'by whom, says the database');
SELECT is(tap.ask('cb', 'SELECT count(*) FROM centre.evaluation_text'), '4', 'now all see what the director wrote');
SELECT is(tap.ask('vp', 'SELECT count(*) || '' '' || min(band) FROM centre.evaluation'), '1 b', 'the roster office sees how it ended');
SELECT is(tap.ask('vp', 'SELECT (SELECT count(*) FROM centre.evaluation_text) + (SELECT count(*) FROM centre.evaluation_score) + (SELECT count(*) FROM centre.evaluation_seal)'), '0', 'and no more');

-- What is signed stays
SELECT is(tap.would('gd', 'UPDATE centre.evaluation SET ' || w || ' WHERE id = (SELECT a FROM e)'), 'MC003 evaluation_signed_stays', 'nothing changes: ' || w)
  FROM unnest(ARRAY['total = 95', 'band = ''a''', 'veto = ''x''', 'flags = ''["x"]''', 'state = ''supervision''']) w;
SELECT is(tap.would('gd', 'SELECT centre.gather_evidence(a) FROM e'), 'MC003 evaluation_signed_stays', 'evidence is not gathered again');
SELECT throws_ok('UPDATE centre.evaluation SET total = 95 WHERE id = (SELECT a FROM e)', 'MC003', NULL, 'not even for the superuser');
SELECT is(tap.would('gd', 'UPDATE centre.evaluation SET person_id = (SELECT other FROM who) WHERE id = (SELECT a FROM e)'), 'MC003 evaluation_of_one', 'nor whose it is');
SELECT is(tap.would('gd', 'DELETE FROM centre.evaluation WHERE id = (SELECT a FROM e)'), 'MC003 evaluation_stays', 'it does not go');
SELECT is(tap.would('gd', 'DELETE FROM centre.evaluation WHERE id = (SELECT b FROM e)'), 'ok', 'one that nobody has begun does');
SELECT is(tap.would('gd', s), 'MC003 evaluation_signed_stays', s)
  FROM unnest(ARRAY['UPDATE centre.evaluation_evidence SET figures = ''{}''', 'DELETE FROM centre.evaluation_evidence', pg_temp.score('a', 'punctual', 'director', 1), pg_temp.evidence('a', 'on_time')]) s;
SELECT throws_ok('UPDATE centre.evaluation_score SET points = 10', 'MC003', NULL, 'points stay');
SELECT throws_ok('UPDATE centre.evaluation_text SET body = ''x''', 'MC003', NULL, 'texts stay');
SELECT throws_ok(s, 'MC003', 'a seal stays as it is', s) FROM unnest(ARRAY['UPDATE centre.evaluation_seal SET sha256 = repeat(''a'', 64)', 'UPDATE centre.evaluation_seal SET content = NULL', 'DELETE FROM centre.evaluation_seal']) s;
SELECT is(tap.would('gd', 'INSERT INTO centre.evaluation_seal (evaluation_id, chain, place, previous_sha256, content_sha256, sha256) SELECT b, ''office'', 9, ''x'', ''x'', ''x'' FROM e'), '42501', 'nobody makes seals');
SELECT is(tap.would('gd', 'UPDATE centre.evaluation_criterion SET max_points = 20 WHERE code = ''order'''), 'MC003 evaluation_scheme_used', 'nor does the scheme change');
SELECT is(tap.would('gd', 'UPDATE centre.evaluation_weight SET weight = 20'), 'MC003 evaluation_scheme_used', 'nor its weights');
SELECT is(tap.would('gd', 'UPDATE centre.evaluation_scheme SET during = ''[2018-06-21,2036-01-01)'' WHERE code = ''monthly_slip'''), 'ok', 'it may end');
SELECT is(tap.would('gd', 'UPDATE centre.evaluation_scheme SET during = ''[2018-06-21,2026-09-30)'' WHERE code = ''monthly_slip'''), 'MC003 evaluation_scheme_covers', 'but not before a cycle in which it was used');
SELECT is(tap.would('gd', 'UPDATE centre.evaluation_scheme SET during = ''[2018-06-21,2026-10-01)'' WHERE code = ''monthly_slip''; '
  || replace(pg_temp.slip('monthly_slip'), '2026-01-01', '2026-10-01') || '; INSERT INTO centre.evaluation_criterion (scheme_id, code, name, max_points) SELECT id, ''x'', ''X'', 10 FROM centre.evaluation_scheme WHERE code = ''monthly_slip'' AND lower(during) = ''2026-10-01''; '
  || 'INSERT INTO centre.evaluation_weight (criterion_id, weight) SELECT id, 100 FROM centre.evaluation_criterion WHERE code = ''x'''), 'ok', 'its next version begins after that');
SELECT is(tap.would('gd', 'UPDATE centre.evaluation_cycle SET state = ''closed'' WHERE kind = ''month'''), 'MC002 evaluation_cycle_all_signed', 'a cycle is closed when all is signed');
SELECT is(tap.would('gd', 'UPDATE centre.evaluation_cycle SET during = ''[2026-08-01,2026-09-01)'' WHERE kind = ''month'''), 'MC003 evaluation_cycle_stays', 'and keeps its days');

-- The chain
CREATE FUNCTION pg_temp.whole() RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(place || ' ' || (content_sha256 = encode(sha256(convert_to(content::text, 'UTF8')), 'hex'))
           || ' ' || (sha256 = encode(sha256(convert_to(previous_sha256 || ' ' || content_sha256, 'UTF8')), 'hex'))
           || ' ' || (content - 'names' = centre.evaluation_rows(evaluation_id)), ', ' ORDER BY chain, place) FROM centre.evaluation_seal $$;
SELECT is((SELECT chain || ' ' || place || ' ' || previous_sha256 FROM centre.evaluation_seal), 'sample 1 ' || repeat('0', 64), 'the first of its chain');
SELECT is(pg_temp.whole(), '1 true true true', 'the seal is over what stands there');
SELECT is((SELECT content -> 'names' ->> 'person' FROM centre.evaluation_seal), (SELECT full_name FROM centre.person, who WHERE id = officer), 'and keeps the names');
SELECT is((SELECT jsonb_array_length(content -> 'texts') || ' ' || jsonb_array_length(content -> 'scores') || ' ' || (jsonb_array_length(content -> 'evidence') > 0) || ' ' || (content ->> 'total') FROM centre.evaluation_seal), '4 2 true 87.50', 'all of it');

-- Reopening
SELECT is(tap.would('gd', pg_temp.new('officer', 'slip', 'month', '(SELECT a FROM e), NULL')), '23514 evaluation_reopened_why', 'not without a reason');
SELECT is(tap.would('gd', pg_temp.new('other', 'slip', 'month', '(SELECT a FROM e), ''Sai số liệu''')), 'MC002 evaluation_reopens_signed', 'not for another');
SELECT is(tap.would('gd', pg_temp.new('other', 'slip', 'month', '(SELECT b FROM e), ''Sai số liệu''')), 'MC002 evaluation_reopens_signed', 'not what is open');
SELECT is(tap.attempt('gd', pg_temp.new('officer', 'slip', 'month', '(SELECT a FROM e), ''Sai số liệu''')), 'ok', 'with a reason');
SELECT is(tap.would('pgd', pg_temp.new('officer', 'slip', 'month', '(SELECT a FROM e), ''Nữa''')), '23505 evaluation_reopened_once', 'once');
SELECT is((SELECT x.state || ' ' || y.state || ' ' || y.reopen_reason FROM e, centre.evaluation x JOIN centre.evaluation y ON y.previous_id = x.id WHERE x.id = e.a), 'signed open Sai số liệu', 'the old one stays, the new one says why');
CREATE TEMP TABLE f AS SELECT y.id AS a FROM e, centre.evaluation y WHERE y.previous_id = e.a;
GRANT SELECT ON f TO PUBLIC;
SELECT is(tap.attempt('pgd', replace(pg_temp.say('a', r, true, true), 'FROM e', 'FROM f e')), 'ok', 'a leader goes on without ' || r) FROM unnest(ARRAY['self', 'section', 'supervision']) r;
SELECT is(tap.attempt('pgd', 'UPDATE centre.evaluation SET total = 70, band = ''b'', state = ''signed'' WHERE id = (SELECT a FROM f)'), 'ok', 'signed again');
SELECT is(pg_temp.whole(), '1 true true true, 2 true true true', 'the chain goes on');
SELECT is((SELECT y.previous_sha256 = x.sha256 FROM centre.evaluation_seal x, centre.evaluation_seal y WHERE x.place = 1 AND y.place = 2), true, 'each seal over the one before');

-- The home agency's word
SELECT is(tap.would(g, 'UPDATE centre.evaluation SET home_level = ''good'', home_no = ''12/QĐ-SNV'', home_on = ''2026-12-01'' WHERE id = (SELECT a FROM f)'), o, g || ' records the home agency''s rating: ' || o)
  FROM (VALUES ('gd', 'ok'), ('pgd', 'ok'), ('gs', '42501'), ('vp', '42501'), ('cb', '42501')) v(g, o);
SELECT is(tap.would('gd', 'UPDATE centre.evaluation SET home_level = ''good'' WHERE id = (SELECT b FROM e)'), '23514 evaluation_home_after', 'not before it is signed');

-- The own copy
SELECT is(tap.ask('gd', 'SELECT string_agg((x ->> ''evaluation'' IS NOT NULL) || '' '' || (x ? ''texts''), '', '' ORDER BY x ? ''texts'' DESC) FROM who, jsonb_array_elements(centre.person_data(officer) -> ''evaluation'') x'),
  'true true, true true, true false', 'a person gets a copy of what was signed');
SELECT is(tap.ask('vp', 'SELECT count(*) FROM who, jsonb_array_elements(centre.person_data(officer) -> ''evaluation'') x WHERE x ? ''texts'''), '0', 'which the roster office does not read in passing');

-- Tampering shows
ALTER TABLE centre.evaluation_score DISABLE TRIGGER USER;
UPDATE centre.evaluation_score SET points = 10 WHERE role = 'section';
ALTER TABLE centre.evaluation_score ENABLE TRIGGER USER;
SELECT is(pg_temp.whole(), '1 true true false, 2 true true true', 'points that were altered past the triggers show');

-- The audit does not tell what is hidden, and who works here does not read it
SELECT is((SELECT count(*) FROM audit.change WHERE table_name = 'evaluation_text' AND new ->> 'body' NOT LIKE '***%'), 0::bigint, 'texts are hidden from the audit');
SELECT is((SELECT count(*) FROM audit.change WHERE table_name = 'evaluation_score' AND new ->> 'points' NOT LIKE '***%'), 0::bigint, 'points, too');
SELECT is(tap.ask(g, 'SELECT count(*) FROM audit.change WHERE table_name LIKE ''evaluation%'''), '0', g || ' reads none of it') FROM unnest(ARRAY['vp', 'gs', 'kt', 'khach']) g;

-- Who goes
UPDATE centre.tour SET during = daterange(lower(during), '2026-11-20') WHERE person_id = (SELECT officer FROM who) AND upper_inf(during);
SELECT is(tap.attempt('gd', 'SELECT centre.anonymise_person((SELECT officer FROM who), ''thử'')'), 'ok', 'the person is made anonymous');
SELECT is((SELECT count(*) FROM centre.evaluation_text x JOIN centre.evaluation v ON v.id = x.evaluation_id, who WHERE v.person_id = officer), 0::bigint, 'texts are forgotten');
SELECT is((SELECT count(*) || ' ' || count(content) || ' ' || bool_and(sha256 = encode(sha256(convert_to(previous_sha256 || ' ' || content_sha256, 'UTF8')), 'hex')) FROM centre.evaluation_seal), '2 0 true', 'the chain holds without the content');
SELECT is((SELECT count(*) FROM audit.change WHERE table_name LIKE 'evaluation%' AND COALESCE(new, old)::text LIKE '%Lời của%'), 0::bigint, 'nor does the audit know');
SELECT is(tap.attempt('gd', 'SELECT centre.remove_sample()'), 'ok', 'the sample goes');
SELECT is((SELECT count(*) FROM centre.evaluation) + (SELECT count(*) FROM centre.evaluation_seal), 0::bigint, 'with its evaluations and its chain');
SELECT * FROM finish();
ROLLBACK;
