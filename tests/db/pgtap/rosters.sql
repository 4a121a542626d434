-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rosters: what each group may do, the way from draft to paper, what is published stays, and the sample.
\ir support/sample-rosters.psql
SELECT is((SELECT state FROM centre.roster), 'published', 'the sample has a roster');
SELECT cmp_ok((SELECT count(*) FROM centre.roster_cell), '>', 1000::bigint, 'of a month');
SELECT is_empty($$SELECT id FROM centre.roster_cell WHERE num_nonnulls(counter_id, duty_id) <> 1$$, 'in which everybody has a place');
SELECT is((SELECT count(DISTINCT counter_id) FROM centre.roster_at('2026-11-23')), 17::bigint, '17 of 18 counters are manned: the only officer of one is on leave');
SELECT is((SELECT count(*) FROM centre.roster_at('2026-11-22')), 0::bigint, 'nobody on a Sunday');
SELECT is((SELECT count(*) FROM centre.roster_at('2026-12-01')), 0::bigint, 'nobody in a month without a roster');
SELECT cmp_ok((SELECT max(sessions) FROM centre.duty_loads_at('2026-11-23')), '>', 20, 'the ledger counts the sessions before the day');
SELECT is((SELECT sum(saturdays) FROM centre.duty_loads_at('2026-11-23')), 0::bigint, 'no Saturdays in the sample');
SELECT cmp_ok((SELECT count(*) FROM centre.duty_loads_at('2026-11-23') WHERE leader > 0), '=', 3::bigint, 'three leaders in turn');
SELECT is((SELECT count(*) FROM centre.duty_loads_at('2026-01-01')), 0::bigint, 'a new year begins at nothing');

-- How the days before found people: 21 and 22/11 are a weekend; beyond the rosters that are out nothing is known.
SELECT is((SELECT max(run) FROM centre.duty_loads_at('2026-11-21')), 5, 'five days on end, from Monday');
SELECT is((SELECT max(run) FROM centre.duty_loads_at('2026-11-23')), 0, 'which ends with the week');
SELECT is((SELECT min(off_run) FROM centre.duty_loads_at('2026-11-23') WHERE sessions > 0), 2, 'then two days off, or more');
SELECT is((SELECT max(run + off_run) FROM centre.duty_loads_at('2026-12-02')), 0, 'nothing of an eve without a roster');
SELECT is((SELECT max(run) FROM centre.duty_loads_at('2026-11-03')), 1, 'and no more than the roster tells: it began on a Sunday');
CREATE FUNCTION pg_temp.try(who text, statement text, outcome text, what text) RETURNS text
  LANGUAGE sql AS $$ SELECT is(tap.would('motcua_' || who, statement), outcome, what) $$;
CREATE FUNCTION pg_temp.of(wanted text) RETURNS bigint LANGUAGE sql AS $$ SELECT id FROM centre.person WHERE full_name = wanted $$;
CREATE FUNCTION pg_temp.n(wanted int) RETURNS bigint LANGUAGE sql AS $$ SELECT min(id) FROM centre.counter WHERE number = wanted $$;
CREATE TEMP TABLE groups AS SELECT g, CASE WHEN g IN ('director', 'deputy', 'roster_office') THEN 'ok' ELSE '42501' END AS writes
  FROM unnest(ARRAY['director', 'deputy', 'roster_office', 'supervision', 'viewer', 'technician']) g;

-- Before anybody has said in this session that the sample goes: a setting that was never made is null.
SELECT is(centre.removing_sample(), false, 'the sample stays where nobody said that it goes');
SELECT pg_temp.try(g, s, c, g || ' takes nothing of it away: ' || s)
  FROM unnest(ARRAY['director', 'deputy', 'roster_office']) g,
       (VALUES ('DELETE FROM centre.roster WHERE state = ''published''', 'MC003 roster_only_drafts_go'),
               ('DELETE FROM centre.roster_cell', 'MC003 roster_cell_of_draft')) AS v(s, c);

-- Each group
SELECT is(tap.ask('motcua_' || g, 'SELECT count(*) > 0 FROM centre.' || t), 'true', g || ' reads ' || t)
  FROM groups, unnest(ARRAY['duty', 'duty_competence', 'demand', 'planner_rule', 'roster', 'roster_cell', 'roster_at(''2026-11-23'')', 'duty_loads_at(''2026-11-23'')']) t;
SELECT is(tap.would('motcua_' || g, s), writes, g || ' ' || writes || ': ' || s)
  FROM groups, unnest(ARRAY['UPDATE centre.duty SET note = note', 'UPDATE centre.demand SET note = note', 'UPDATE centre.planner_rule SET weight = weight',
    'DELETE FROM centre.duty_competence WHERE false', 'DELETE FROM centre.roster_cell WHERE false', 'DELETE FROM centre.roster_amendment WHERE false',
    'DELETE FROM centre.roster_request WHERE false', 'DELETE FROM centre.roster_swap WHERE false',
    'INSERT INTO centre.roster_template (name) VALUES (''Tuần mẫu'')', 'DELETE FROM centre.roster_template_cell WHERE false',
    $$INSERT INTO centre.roster (during) VALUES ('[2026-12-01,2027-01-01)')$$]) s;

-- A draft of the next month
CREATE FUNCTION pg_temp.planned_without(left_out text) RETURNS text LANGUAGE sql AS $$
  SELECT format('INSERT INTO centre.roster (during, quality) SELECT ''[2027-01-01,2027-02-01)'', jsonb_build_object(''left_out'', jsonb_agg(id)) FROM centre.planner_rule WHERE kind = %L', left_out) $$;
SELECT pg_temp.try('director', pg_temp.planned_without('leave'), 'MC002 roster_plan_by_law', 'no plan without a rule of law');
SELECT pg_temp.try('roster_office', pg_temp.planned_without('competence'), 'MC002 roster_plan_by_law', 'nor without the other');
SELECT pg_temp.try('roster_office', pg_temp.planned_without('steady'), 'ok', 'but without one of the office');
INSERT INTO centre.roster (during, title) VALUES ('[2026-12-01,2027-01-01)', 'Tháng 12');
CREATE TEMP TABLE r AS SELECT max(id) AS id FROM centre.roster;
GRANT SELECT ON r TO PUBLIC;
CREATE FUNCTION pg_temp.cell(person text, day date, session text, counter int) RETURNS text LANGUAGE sql AS $$
  SELECT format('INSERT INTO centre.roster_cell (roster_id, person_id, day, session, counter_id) VALUES (%s, %s, %L, %L, %s)',
                (SELECT id FROM r), pg_temp.of(person), day, session, pg_temp.n(counter)) $$;
SELECT pg_temp.try('roster_office', pg_temp.cell('Cao Văn Sơn', '2026-12-01', 'morning', 16), 'ok', 'a cell of the draft');
SELECT pg_temp.try('viewer', pg_temp.cell('Cao Văn Sơn', '2026-12-01', 'morning', 16), '42501', 'not by a viewer');
SELECT pg_temp.try('roster_office', pg_temp.cell('Cao Văn Sơn', '2027-01-01', 'morning', 16), 'MC002 roster_cell_within_roster', 'within the roster');
SELECT pg_temp.try('roster_office', replace(pg_temp.cell('Cao Văn Sơn', '2026-12-01', 'morning', 16), '''morning''', '''evening'''), '23514 roster_cell_session', 'in a session');
SELECT pg_temp.try('roster_office', format('INSERT INTO centre.roster_cell (roster_id, person_id, day, session, counter_id, duty_id) SELECT %s, %s, ''2026-12-01'', ''morning'', %s, min(id) FROM centre.duty',
                   (SELECT id FROM r), pg_temp.of('Cao Văn Sơn'), pg_temp.n(16)), '23514 roster_cell_one_thing', 'at one thing');
SELECT pg_temp.try('roster_office', pg_temp.cell('Cao Văn Sơn', '2026-12-01', 'morning', 16) || '; ' || pg_temp.cell('Cao Văn Sơn', '2026-12-01', 'morning', 1),
                   '23505 roster_cell_one_place', 'nobody is in two places in one session');
INSERT INTO centre.person (full_name, sex, employment) VALUES ('Người Không Đợt Cử', 'female', 'civil_servant');
SELECT pg_temp.try('roster_office', pg_temp.cell('Người Không Đợt Cử', '2026-12-01', 'morning', 1), 'MC002 roster_cell_within_tour', 'and who is not sent here is in none');
SELECT pg_temp.try('roster_office', format('INSERT INTO centre.duty (code, name, kind, during) VALUES (''ZZ'', ''Thử'', ''extra'', ''[2027-01-01,)''); INSERT INTO centre.roster_cell (roster_id, person_id, day, session, duty_id) SELECT %s, %s, ''2026-12-01'', ''morning'', max(id) FROM centre.duty', (SELECT id FROM r), pg_temp.of('Cao Văn Sơn')),
                   'MC002 roster_cell_within_duty', 'nor at a duty that is not there');

-- The steps: who, and in which order
INSERT INTO centre.roster_cell (roster_id, person_id, day, session, counter_id)
  SELECT (SELECT id FROM r), a.person_id, '2026-12-01', 'morning', a.counter_id FROM centre.counter_assignment a WHERE a.role = 'primary' AND a.during @> '2026-12-01'::date;
CREATE FUNCTION pg_temp.step(state text) RETURNS text LANGUAGE sql AS $$ SELECT format('UPDATE centre.roster SET state = %L WHERE id = %s', state, (SELECT id FROM r)) $$;
SELECT pg_temp.try('roster_office', pg_temp.step(s), 'MC003 roster_step', 'a draft is not ' || s || ' at a stroke') FROM unnest(ARRAY['approved', 'published', 'amended']) s;
SELECT pg_temp.try('roster_office', 'INSERT INTO centre.roster (during, state) VALUES (''[2027-01-01,2027-02-01)'', ''published'')', 'MC003 roster_begins_as_draft', 'nor made so');
SELECT pg_temp.try('roster_office', format('UPDATE centre.roster SET state = ''submitted'', note = ''x'' WHERE id = %s', (SELECT id FROM r)), 'MC003 roster_step_alone', 'a step changes the state alone');
SELECT pg_temp.try('roster_office', pg_temp.step('submitted') || '; ' || pg_temp.step('approved'), 'MC003 roster_leaders_approve', 'the roster office does not approve');
SELECT pg_temp.try(g, pg_temp.step('submitted') || '; ' || pg_temp.step('approved'), 'ok', 'a ' || g || ' does') FROM unnest(ARRAY['director', 'deputy']) g;
SELECT pg_temp.try('roster_office', pg_temp.step('submitted') || '; ' || pg_temp.step('draft'), 'ok', 'who submitted takes back');
UPDATE centre.roster SET state = 'submitted' WHERE id = (SELECT id FROM r);
SELECT is((SELECT submitted_by FROM centre.roster WHERE id = (SELECT id FROM r)), centre.login(), 'who submitted is written down');
SELECT pg_temp.try('roster_office', pg_temp.cell('Cao Văn Sơn', '2026-12-02', 'morning', 16), 'MC003 roster_cell_of_draft', 'a submitted roster stands still');
SELECT pg_temp.try('roster_office', format('DELETE FROM centre.roster_cell WHERE roster_id = %s', (SELECT id FROM r)), 'MC003 roster_cell_of_draft', 'in every cell');
SELECT pg_temp.try('roster_office', format('DELETE FROM centre.roster WHERE id = %s', (SELECT id FROM r)), 'MC003 roster_only_drafts_go', 'and is not deleted');
CREATE ROLE rosters_director LOGIN IN ROLE motcua_director;
SELECT is(tap.ask_as('rosters_director', 'rosters_director', pg_temp.step('draft')), 'MC002 roster_return_reason_given', 'who sends it back says why');
SELECT pg_temp.try('director', replace(pg_temp.step('draft'), ' WHERE', ', return_reason = ''Thiếu người quầy 3'' WHERE'), 'ok', 'and so does');
SELECT pg_temp.try('roster_office', pg_temp.step('published'), 'MC003 roster_step', 'nothing is published unapproved');
SELECT pg_temp.try('director', format('UPDATE centre.roster SET state = ''approved'', approved_by = ''x'' WHERE id = %s', (SELECT id FROM r)), 'MC003 roster_step_alone', 'nobody signs in another''s name');
UPDATE centre.roster SET state = 'approved' WHERE id = (SELECT id FROM r);
SELECT pg_temp.try('roster_office', pg_temp.step('draft'), 'MC003 roster_leaders_approve', 'the office does not take an approval back');
INSERT INTO centre.absence (person_id, during) VALUES (pg_temp.of('Cao Văn Sơn'), '[2026-12-01,2026-12-02)');
SELECT pg_temp.try('roster_office', pg_temp.step('published'), 'MC002 roster_keeps_leave', 'nobody who is away is published');
DELETE FROM centre.absence WHERE during = '[2026-12-01,2026-12-02)';
UPDATE centre.roster SET state = 'published' WHERE id = (SELECT id FROM r);
SELECT is((SELECT approved_as || ' ' || (published_by IS NOT NULL) FROM centre.roster WHERE id = (SELECT id FROM r)), 'director true', 'signed and out');

-- What is published stays
SELECT pg_temp.try(g, format(s, (SELECT id FROM r)), o, g || ': ' || s)
  FROM unnest(ARRAY['director', 'deputy', 'roster_office']) g,
       (VALUES ('UPDATE centre.roster_cell SET counter_id = NULL WHERE roster_id = %s', 'MC003 roster_cell_of_draft'),
               ('DELETE FROM centre.roster_cell WHERE roster_id = %s', 'MC003 roster_cell_of_draft'),
               ('INSERT INTO centre.roster_cell (roster_id, person_id, day, session) SELECT %s, min(id), ''2026-12-03'', ''morning'' FROM centre.person', 'MC003 roster_cell_of_draft'),
               ('UPDATE centre.roster SET note = ''x'' WHERE id = %s', 'MC003 roster_only_drafts_change'),
               ('UPDATE centre.roster SET state = ''draft'', return_reason = ''x'' WHERE id = %s', 'MC003 roster_step'),
               ('UPDATE centre.roster SET state = ''amended'' WHERE id = %s', 'MC003 roster_step'),
               ('DELETE FROM centre.roster WHERE id = %s', 'MC003 roster_only_drafts_go'),
               ('SET LOCAL centre.removing_sample = ''on''; DELETE FROM centre.roster WHERE id = %s', 'MC003 roster_only_drafts_go')) AS v(s, o);
INSERT INTO centre.roster (during) VALUES ('[2026-12-15,2027-01-15)');
SELECT pg_temp.try('director', 'UPDATE centre.roster SET state = s FROM unnest(ARRAY[''submitted'']) s WHERE id = (SELECT max(id) FROM centre.roster);
  UPDATE centre.roster SET state = ''approved'' WHERE id = (SELECT max(id) FROM centre.roster); UPDATE centre.roster SET state = ''published'' WHERE id = (SELECT max(id) FROM centre.roster)',
  '23P01 roster_published_once', 'one roster at a time is published');

-- Amendments
CREATE FUNCTION pg_temp.amend(reason text, person text, counter text) RETURNS text LANGUAGE sql AS $$
  SELECT format('INSERT INTO centre.roster_amendment (roster_id, reason) VALUES (%1$s, %2$L);
    INSERT INTO centre.roster_cell (roster_id, amendment_id, person_id, day, session, counter_id)
      SELECT %1$s, max(a.id), %3$s, ''2026-12-01'', ''morning'', %4$s FROM centre.roster_amendment a WHERE a.roster_id = %1$s',
    (SELECT id FROM r), reason, pg_temp.of(person), counter) $$;
SELECT pg_temp.try('roster_office', pg_temp.amend(' ', 'Cao Văn Sơn', 'NULL'), '23514 roster_amendment_reason_given', 'an amendment says why');
SELECT pg_temp.try('supervision', pg_temp.amend('Ốm', 'Cao Văn Sơn', 'NULL'), '42501', 'not by supervision');
SELECT pg_temp.try('roster_office', pg_temp.amend('Vắng đột xuất', 'Cao Văn Sơn', 'NULL'), 'ok', 'the office amends');
SELECT pg_temp.try('roster_office', format('INSERT INTO centre.roster_amendment (roster_id, reason) SELECT max(id), ''x'' FROM centre.roster', (SELECT id FROM r)), 'MC003 roster_amendment_of_published', 'no draft');
SET LOCAL ROLE motcua_roster_office;
INSERT INTO centre.roster_amendment (roster_id, reason, number, made_by, confirmed_by, confirmed_at, confirmed_as) VALUES ((SELECT id FROM r), 'Vắng đột xuất', 7, 'x', 'x', now(), 'director');
RESET ROLE;
CREATE TEMP TABLE a AS SELECT max(id) AS id FROM centre.roster_amendment;
GRANT SELECT ON a TO PUBLIC;
SELECT is((SELECT number || ' ' || (made_by <> 'x') || ' ' || (confirmed_by IS NULL) FROM centre.roster_amendment WHERE id = (SELECT id FROM a)), '1 true true', 'numbered by the database, and not confirmed by itself');
SELECT is((SELECT state FROM centre.roster WHERE id = (SELECT id FROM r)), 'amended', 'the roster says that it was amended');
INSERT INTO centre.roster_cell (roster_id, amendment_id, person_id, day, session) VALUES ((SELECT id FROM r), (SELECT id FROM a), pg_temp.of('Cao Văn Sơn'), '2026-12-01', 'morning');
SELECT is((SELECT counter_id FROM centre.roster_cells_now((SELECT id FROM r)) WHERE person_id = pg_temp.of('Cao Văn Sơn')), NULL, 'the amendment counts');
SELECT is((SELECT code FROM centre.roster_at('2026-12-01') WHERE person_id = pg_temp.of('Cao Văn Sơn')), NULL, 'on the day, too');
SELECT is((SELECT count(*) FROM centre.roster_cell WHERE roster_id = (SELECT id FROM r) AND person_id = pg_temp.of('Cao Văn Sơn')), 2::bigint, 'and what it changed is kept');
SELECT pg_temp.try('roster_office', format(s, (SELECT id FROM a)), 'MC003 roster_amendment_stays', 'it stays: ' || s)
  FROM unnest(ARRAY['UPDATE centre.roster_amendment SET reason = ''x'' WHERE id = %s', 'DELETE FROM centre.roster_amendment WHERE id = %s',
                    'UPDATE centre.roster_cell SET pinned = true WHERE amendment_id = %s', 'DELETE FROM centre.roster_cell WHERE amendment_id = %s']) s;
SELECT pg_temp.try('roster_office', format('UPDATE centre.roster_amendment SET confirmed_as = ''director'' WHERE id = %s', (SELECT id FROM a)), 'MC003 roster_leaders_approve', 'the office does not confirm');
SELECT pg_temp.try('deputy', format('UPDATE centre.roster_amendment SET confirmed_as = ''director'' WHERE id = %s', (SELECT id FROM a)), 'ok', 'a deputy does');
SET LOCAL ROLE motcua_deputy;
UPDATE centre.roster_amendment SET confirmed_as = 'director' WHERE id = (SELECT id FROM a);
RESET ROLE;
SELECT is((SELECT confirmed_as FROM centre.roster_amendment WHERE id = (SELECT id FROM a)), 'deputy', 'for the director, whatever he says');
SELECT pg_temp.try('director', format('UPDATE centre.roster_amendment SET confirmed_as = ''director'' WHERE id = %s', (SELECT id FROM a)), 'MC003 roster_leaders_approve', 'once');

-- Saturdays and holidays earn compensatory leave
INSERT INTO centre.roster (during) VALUES ('[2027-03-01,2027-04-01)');
CREATE TEMP TABLE s AS SELECT max(id) AS id FROM centre.roster;
GRANT SELECT ON s TO PUBLIC;
INSERT INTO centre.roster_cell (roster_id, person_id, day, session, counter_id)
  SELECT (SELECT id FROM s), pg_temp.of('Lê Thị Út'), d, 'morning', pg_temp.n(2) FROM unnest(ARRAY['2027-03-05', '2027-03-06']::date[]) d;
SELECT is((SELECT count(*) FROM centre.duty_credit WHERE source = 'roster' AND day >= '2027-03-01'), 0::bigint, 'a draft earns nothing');
UPDATE centre.roster SET state = x FROM unnest(ARRAY['submitted']) x WHERE id = (SELECT id FROM s);
UPDATE centre.roster SET state = 'approved' WHERE id = (SELECT id FROM s);
UPDATE centre.roster SET state = 'published' WHERE id = (SELECT id FROM s);
SELECT results_eq($$SELECT day, session, kind FROM centre.duty_credit WHERE source = 'roster' AND day >= '2027-03-01'$$,
                  $$VALUES ('2027-03-06'::date, 'morning', 'saturday')$$, 'a published Saturday does, a Friday does not');
SET LOCAL ROLE motcua_roster_office;
INSERT INTO centre.roster_amendment (roster_id, reason) VALUES ((SELECT id FROM s), 'Đổi người');
INSERT INTO centre.roster_cell (roster_id, amendment_id, person_id, day, session, counter_id)
  SELECT (SELECT id FROM s), (SELECT max(id) FROM centre.roster_amendment), p, '2027-03-06', 'morning', c
    FROM (VALUES (pg_temp.of('Lê Thị Út'), NULL), (pg_temp.of('Cao Văn Sơn'), pg_temp.n(16))) v(p, c);
RESET ROLE;
SELECT results_eq($$SELECT h.full_name FROM centre.duty_credit x JOIN centre.person h ON h.id = x.person_id WHERE x.source = 'roster' AND x.day >= '2027-03-01'$$,
                  $$VALUES ('Cao Văn Sơn')$$, 'who comes instead earns it instead');

-- Requests and swaps
INSERT INTO centre.roster_request (person_id, during, wish, note) VALUES (pg_temp.of('Cao Văn Sơn'), '[2026-12-24,2026-12-25)', 'off', 'việc nhà');
SELECT is(tap.ask('motcua_' || g, 'SELECT count(*) FROM centre.roster_request'), n, g || ' sees ' || n || ' requests') FROM (VALUES ('roster_office', '1'), ('supervision', '1'), ('viewer', '0'), ('technician', '0')) v(g, n);
SELECT is((SELECT new ->> 'note' FROM audit.change WHERE table_name = 'roster_request' ORDER BY id DESC LIMIT 1), '***', 'what was said stays out of the journal');
CREATE FUNCTION pg_temp.swap(day date) RETURNS text LANGUAGE sql AS $$
  SELECT format('INSERT INTO centre.roster_swap (roster_id, person_id, day, session, other_person_id, other_day, other_session) VALUES (%s, %s, %L, ''morning'', %s, ''2026-12-01'', ''morning'')',
                (SELECT id FROM r), pg_temp.of('Cao Văn Sơn'), day, pg_temp.of('Phạm Thị Ngọc Ánh')) $$;
SELECT pg_temp.try('roster_office', pg_temp.swap('2026-12-01'), 'ok', 'two ask to swap');
SELECT pg_temp.try('roster_office', pg_temp.swap('2027-02-01'), 'MC002 roster_swap_of_published', 'within the roster');
SELECT pg_temp.try('roster_office', pg_temp.swap('2026-12-01') || '; UPDATE centre.roster_swap SET state = ''approved''', 'MC002 roster_swap_amended', 'approved with its amendment');
SELECT pg_temp.try('roster_office', pg_temp.swap('2026-12-01') || '; UPDATE centre.roster_swap SET state = ''refused'', answer = ''Thiếu người''; UPDATE centre.roster_swap SET state = ''requested'', answer = NULL', 'MC003 roster_swap_decided', 'decided once');
SELECT pg_temp.try('roster_office', pg_temp.swap('2026-12-01') || '; UPDATE centre.roster_swap SET state = ''refused'', answer = '' ''', 'MC002 roster_swap_answer_given', 'refused with a reason');
SELECT pg_temp.try('roster_office', pg_temp.swap('2026-12-01') || '; UPDATE centre.roster_swap SET state = ''withdrawn''; DELETE FROM centre.roster_swap', 'MC003 roster_swap_decided', 'what was decided stays in the list');
SELECT pg_temp.try('roster_office', pg_temp.swap('2026-12-01') || '; DELETE FROM centre.roster_swap', 'ok', 'a request may be taken away');
SELECT pg_temp.try(g, pg_temp.swap('2026-12-01'), '42501', g || ' asks for no swap') FROM unnest(ARRAY['supervision', 'viewer', 'technician']) g;

-- Patterns of a week
INSERT INTO centre.roster_template (name) VALUES ('Tuần mẫu');
CREATE FUNCTION pg_temp.pattern(weekday int, counter int, duty int) RETURNS text LANGUAGE sql AS $$
  SELECT format('INSERT INTO centre.roster_template_cell (template_id, person_id, weekday, session, counter_id, duty_id) SELECT max(id), %s, %s, ''morning'', %s, %s FROM centre.roster_template',
                pg_temp.of('Cao Văn Sơn'), weekday, COALESCE(pg_temp.n(counter)::text, 'NULL'), COALESCE((SELECT min(d.id) FROM centre.duty d WHERE $3 IS NOT NULL)::text, 'NULL')) $$;
SELECT pg_temp.try('roster_office', pg_temp.pattern(1, 16, NULL), 'ok', 'where somebody is on Mondays');
SELECT pg_temp.try('viewer', pg_temp.pattern(1, 16, NULL), '42501', 'not by a viewer');
SELECT pg_temp.try('roster_office', pg_temp.pattern(8, 16, NULL), '23514 roster_template_cell_weekday', 'a week has seven days');
SELECT pg_temp.try('roster_office', pg_temp.pattern(1, NULL, NULL), '23514 roster_template_cell_one_thing', 'a cell is of one place');
SELECT pg_temp.try('roster_office', pg_temp.pattern(1, 16, 1), '23514 roster_template_cell_one_thing', 'and no more');
SELECT pg_temp.try('roster_office', pg_temp.pattern(1, 16, NULL) || '; ' || pg_temp.pattern(1, 1, NULL), '23505 roster_template_cell_one_place', 'nobody is in two places');
SELECT pg_temp.try('roster_office', 'INSERT INTO centre.roster_template (name) VALUES (''Tuần mẫu'')', '23505 roster_template_named_once', 'each has its name');
SELECT is(tap.ask('motcua_' || g, 'SELECT count(*) FROM centre.roster_template'), '1', g || ' sees patterns') FROM groups;

-- What is law holds, whoever asks
SELECT is((SELECT string_agg(kind, ' ' ORDER BY kind) FROM centre.planner_rule WHERE basis IS NOT NULL), 'competence leave', 'two rules are law');
SELECT pg_temp.try(g, s, o, g || ': ' || s)
  FROM unnest(ARRAY['director', 'deputy', 'roster_office']) g, (VALUES
  ('UPDATE centre.planner_rule SET enabled = false WHERE kind = ''leave''', '23514 planner_rule_law_holds'),
  ('UPDATE centre.planner_rule SET hard = false WHERE kind = ''competence''', '23514 planner_rule_law_holds'),
  ('UPDATE centre.planner_rule SET scope = ''{"people": [1]}'' WHERE kind = ''leave''', '23514 planner_rule_law_holds'),
  ('UPDATE centre.planner_rule SET kind = ''steady'' WHERE kind = ''leave''', 'MC003 planner_rule_law_stays'),
  ('UPDATE centre.planner_rule SET basis = NULL WHERE kind = ''leave''', 'MC003 planner_rule_law_stays'),
  ('UPDATE centre.planner_rule SET basis = '' '' WHERE kind = ''leave''', '23514 planner_rule_basis_given'),
  ('UPDATE centre.planner_rule SET basis = ''Điều 113'' WHERE kind = ''leave''', 'ok'),
  ('UPDATE centre.planner_rule SET basis = ''Điều 1'' WHERE kind = ''steady''', 'MC003 planner_rule_law_stays'),
  ('INSERT INTO centre.planner_rule (kind, name, hard, basis) VALUES (''run'', ''x'', true, ''Điều 1'')', 'MC003 planner_rule_law_stays'),
  ('DELETE FROM centre.planner_rule WHERE kind = ''competence''', 'MC003 planner_rule_law_stays'),
  ('DELETE FROM centre.planner_rule WHERE kind = ''steady''', 'ok')) v(s, o);

-- Rules and needs
SELECT pg_temp.try('roster_office', s, o, s) FROM (VALUES
  ('INSERT INTO centre.planner_rule (kind, name) VALUES (''wisdom'', ''x'')', '23514 planner_rule_kind'),
  ('UPDATE centre.planner_rule SET hard = true WHERE kind = ''cover''', '23514 planner_rule_cover_soft'),
  ('UPDATE centre.planner_rule SET hard = true WHERE kind = ''fairness''', '23514 planner_rule_fairness_soft'),
  ('UPDATE centre.planner_rule SET weight = 0', '23514 planner_rule_weight'),
  ('INSERT INTO centre.planner_rule (kind, name, least, most) VALUES (''run'', ''x'', 5, 2)', '23514 planner_rule_range'),
  ('INSERT INTO centre.demand (seats, during) VALUES (1, ''[2026-01-01,)'')', '23514 demand_of_one'),
  ('INSERT INTO centre.demand (duty_id, seats, weekdays, during) SELECT min(id), 1, ''21'', ''[2026-01-01,)'' FROM centre.duty', '23514 demand_weekdays'),
  ('INSERT INTO centre.demand (duty_id, seats, kind, during) SELECT min(id), 1, ''extra'', ''[2026-12-01,2026-12-02)'' FROM centre.duty', '23514 demand_extra_reason'),
  ('INSERT INTO centre.duty (code, name, kind, during) VALUES (''3'', ''x'', ''extra'', ''[2026-01-01,)'')', '23514 duty_code_form'),
  ('INSERT INTO centre.duty (code, name, kind, during) VALUES (''hd'', ''x'', ''extra'', ''[2026-01-01,)'')', '23P01 duty_code_once')) v(s, o);

-- People who go, and the sample
SELECT pg_temp.try('director', 'SELECT centre.remove_sample()', 'ok', 'the sample goes, rosters and all');
SELECT centre.remove_sample() \g /dev/null
SELECT is((SELECT count(*) FROM centre.roster WHERE is_sample) + (SELECT count(*) FROM centre.roster_cell) + (SELECT count(*) FROM centre.demand), 0::bigint, 'nothing invented is left');
SELECT is((SELECT count(*) FROM centre.duty), 7::bigint, 'the duties stay');
SELECT finish();
ROLLBACK;
