-- SPDX-License-Identifier: GPL-3.0-or-later
-- The sample's evaluations: at each step, the same every time, and gone with the sample.
\ir support/sample.psql
CREATE ROLE gd LOGIN IN ROLE motcua_director;
SELECT is(tap.ask('motcua_supervision', 'SELECT count(*) FROM centre.load_demo_evaluations(''2026-11-23'')'), 'MC003 group_required', 'loaded by the leaders');
SELECT is(tap.ask('gd', 'SELECT count(*) FROM centre.load_demo_evaluations(''2026-11-23'')'), '7', 'seven evaluations to be reckoned');
SELECT is(tap.ask('gd', 'SELECT count(*) FROM centre.load_demo_evaluations(''2026-11-23'')'), '0', 'once');
SELECT is((SELECT string_agg(lower(during)::text || ' ' || is_sample, ', ' ORDER BY during) FROM centre.evaluation_cycle), '2026-09-01 true, 2026-10-01 true', 'of two months, marked');
SELECT is((SELECT string_agg(state || ' ' || n, ', ' ORDER BY state) FROM (SELECT state, count(*) AS n FROM centre.evaluation GROUP BY state) x), 'open 2, section 1, self 1, supervision 3', 'at each step');
SELECT is_empty($$SELECT 1 FROM centre.evaluation_text WHERE body NOT LIKE '%(dữ liệu mẫu)%'$$, 'texts say that they are samples');
SELECT is_empty($$SELECT 1 FROM centre.attendance WHERE note IS DISTINCT FROM 'Dữ liệu mẫu'$$, 'so does the attendance');
SELECT cmp_ok((SELECT count(*) FROM centre.attendance WHERE state = 'late'), '>', 2::bigint, 'somebody is late');
SELECT is(tap.ask('gd', 'SELECT count(centre.gather_evidence(id)) FROM centre.evaluation'), '7', 'evidence gathers itself');
SELECT cmp_ok((SELECT count(*) FROM centre.evaluation_evidence WHERE source_table = 'attendance'), '>=', 6::bigint, 'of each that came');
SELECT is(tap.ask('gd', 'SELECT centre.sign_demo_evaluations()'), '0', 'nothing is signed before it is reckoned');
UPDATE centre.evaluation SET total = 90, band = 'a';
SELECT is(tap.ask('gd', 'SELECT centre.sign_demo_evaluations()'), '2', 'two are signed');
SELECT is((SELECT string_agg(chain || ' ' || place || ' ' || jsonb_array_length(content -> 'texts'), ', ' ORDER BY place) FROM centre.evaluation_seal), 'sample 1 4, sample 2 4', 'by all, in a chain of their own');
SELECT is(tap.attempt('gd', 'SELECT centre.remove_sample()'), 'ok', 'the sample goes');
SELECT is((SELECT count(*) FROM centre.evaluation) + (SELECT count(*) FROM centre.evaluation_cycle) + (SELECT count(*) FROM centre.evaluation_seal) + (SELECT count(*) FROM centre.attendance), 0::bigint, 'with all of this');
SELECT * FROM finish();
ROLLBACK;
