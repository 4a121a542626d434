-- SPDX-License-Identifier: GPL-3.0-or-later
-- Counters: what each group may do, what the schema refuses, the state of a day, mergers, and the sample.
SET search_path = tap, public;
BEGIN;
SELECT no_plan();
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA tap TO PUBLIC;
SELECT centre.load_plan(:'plan'::jsonb) \g /dev/null
SELECT is((SELECT count(*) FROM centre.counter) + (SELECT count(*) FROM centre.equipment) + (SELECT count(*) FROM centre.procedure), 0::bigint, 'the plan invents no counters');
SELECT is((SELECT count(*) FROM centre.premises_item), 20::bigint, 'but has the list of premises');
SELECT centre.load_demo('2026-11-23', :'demo'::jsonb) \g /dev/null
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;

CREATE FUNCTION pg_temp.try(statement text, outcome text, what text) RETURNS text
  LANGUAGE sql AS $$ SELECT is(tap.attempt('motcua_director', statement), outcome, what) $$;
CREATE FUNCTION pg_temp.n(wanted int) RETURNS bigint LANGUAGE sql AS $$ SELECT min(id) FROM centre.counter WHERE number = wanted $$;
CREATE FUNCTION pg_temp.of(wanted text) RETURNS bigint LANGUAGE sql AS $$ SELECT id FROM centre.person WHERE full_name = wanted $$;

-- The sample
SELECT is((SELECT count(*) FROM centre.counters_at(d)), 18::bigint, '18 counters on ' || d) FROM unnest(ARRAY['2022-12-31', '2025-06-30', '2025-07-01', '2026-11-23']::date[]) d;
SELECT is((SELECT count(*) FROM centre.counters_at('2022-12-30')), 0::bigint, 'none before the centre opens');
SELECT is((SELECT count(DISTINCT x.agency_id) FROM centre.counter_agency x WHERE x.during @> d), n, n || ' agencies on ' || d)
  FROM (VALUES ('2025-06-30'::date, 17::bigint), ('2025-07-01', 13)) v(d, n);
SELECT is((SELECT count(DISTINCT x.agency_id) FROM centre.counter_agency x JOIN centre.counter c ON c.id = x.counter_id WHERE x.during @> '2025-06-30'::date AND c.level = f), n, n || ' on floor ' || f)
  FROM (VALUES (0, 10::bigint), (1, 7)) v(f, n);
SELECT is((SELECT array_to_string(agency_codes, ' ') FROM centre.counters_at(d) WHERE number = c), a, 'counter ' || c || ' on ' || d || ': ' || a)
  FROM (VALUES (16, '2025-06-30'::date, 'KHCN TTTT'), (16, '2025-07-01', 'KHCN'), (17, '2026-11-23', 'NGV VHTTDL'), (3, '2025-06-30', 'GTVT'), (3, '2025-07-01', 'XD'), (5, '2025-07-01', 'TC')) v(c, d, a);
SELECT is((SELECT sum(officer_count) FROM centre.counters_at('2026-11-23')), 27::bigint, 'all 27 sit somewhere');
SELECT is((SELECT sum(seats) FROM centre.counters_at('2026-11-23')), 27::bigint, 'and all seats are taken');
SELECT is_empty($$SELECT full_name FROM centre.staff_at('2026-11-23') s WHERE tour_role = 'standby' AND NOT EXISTS (
                    SELECT FROM centre.counter_assignment a WHERE a.person_id = s.person_id AND a.during @> '2026-11-23'::date)$$, 'each standby stands by for a counter');
SELECT is((SELECT array_to_string(officers, ', ') FROM centre.counters_at('2026-11-23') WHERE number = 10), 'Đỗ Thị Hạnh, Nguyễn Văn Hòa', 'a standby sits in for the officer on maternity leave');
SELECT is((SELECT array_to_string(officers, ', ') FROM centre.counters_at('2027-03-23') WHERE number = 10), 'Nguyễn Văn Hòa, Lâm Thị Ý Nhi', 'who comes back');
SELECT is_empty($$SELECT id FROM centre.equipment WHERE NOT is_sample OR inventory_no NOT LIKE 'MẪU-%'$$, 'inventory numbers are plainly samples');
SELECT is((SELECT count(DISTINCT kind) FROM centre.equipment), 13::bigint, 'equipment of every kind of the plan');
SELECT is((SELECT count(*) FROM centre.procedure WHERE during @> '2026-11-23'::date), 36::bigint, '36 procedures');
SELECT is((SELECT count(*) FROM centre.procedure WHERE during @> '2026-11-23'::date AND reason = r), n, n || ': ' || r) FROM (VALUES ('on_site', 4::bigint), ('mobile', 2)) v(r, n);

-- Each group
CREATE TEMP TABLE groups AS SELECT g, CASE WHEN g IN ('director', 'deputy', 'roster_office') THEN 'ok' ELSE '42501' END AS writes
  FROM unnest(ARRAY['director', 'deputy', 'roster_office', 'supervision', 'viewer', 'technician']) g;
SELECT is(tap.ask('motcua_' || g, 'SELECT count(*) > 10 FROM centre.' || t), 'true', g || ' reads ' || t)
  FROM groups, unnest(ARRAY['counter', 'counter_agency', 'counter_field', 'counter_assignment', 'equipment', 'procedure', 'counters_at(centre.today())']) t;
SELECT is(tap.attempt('motcua_' || g, s), writes, g || ' ' || writes || ': ' || s)
  FROM groups, unnest(ARRAY['UPDATE centre.counter SET note = note', 'UPDATE centre.counter_assignment SET role = role WHERE id = (SELECT max(id) FROM centre.counter_assignment)',
    'UPDATE centre.equipment SET state = state', 'UPDATE centre.procedure SET note = note', 'DELETE FROM centre.counter_agency WHERE false', 'DELETE FROM centre.counter_field WHERE false',
    $$INSERT INTO centre.counter (number, name, during) SELECT 100 + max(number), 'Thử', '[2026-11-23,)' FROM centre.counter$$]) s;

-- Counters
SELECT pg_temp.try($$INSERT INTO centre.counter (number, name, during) VALUES (5, 'Khác', '[2026-01-01,)')$$, '23P01 counter_number_once', 'no number twice at a time');
SELECT pg_temp.try($$INSERT INTO centre.counter (number, name, during) VALUES (5, 'Trước', '[2022-01-01,2022-12-31)')$$, 'ok', 'but one after the other');
SELECT pg_temp.try($$INSERT INTO centre.counter (number, name, during) VALUES (0, 'Không', '[2026-01-01,)')$$, '23514 counter_number_positive', 'numbers from 1');
SELECT pg_temp.try($$INSERT INTO centre.counter (number, name, seats, during) VALUES (70, 'Không ghế', 0, '[2026-01-01,)')$$, '23514 counter_seats_positive', 'a seat at least');
SELECT pg_temp.try($$INSERT INTO centre.counter (number, name, during) VALUES (70, ' ', '[2026-01-01,)')$$, '23514 counter_name_given', 'a name');
SELECT pg_temp.try($$INSERT INTO centre.counter (number, name, level, during) VALUES (70, 'x', 500, '[2026-01-01,)')$$, '23514 counter_level', 'no house is so high');
SELECT pg_temp.try($$UPDATE centre.counter SET during = '[2022-12-31,2026-12-01)' WHERE number = 18 AND is_sample$$, 'MC002 counter_life', 'a counter does not close while it is served');
SELECT pg_temp.try($$DELETE FROM centre.counter WHERE number = 18 AND is_sample$$, '23503 equipment_counter_id_fkey', 'nor goes with its things');
SELECT pg_temp.try($$UPDATE centre.counter SET seats = 1 WHERE number = 9$$, 'MC002 counter_assignment_within_seats', 'no fewer seats than officers');
SELECT pg_temp.try($$INSERT INTO centre.counter_agency (counter_id, agency_id, during) SELECT counter_id, agency_id, '[2026-11-23,2026-12-01)' FROM centre.counter_agency WHERE during @> '2026-11-23'::date LIMIT 1$$,
                   '23P01 counter_agency_no_overlap', 'an agency once at a counter');
SELECT pg_temp.try($$INSERT INTO centre.counter_agency (counter_id, agency_id, during) SELECT pg_temp.n(1), id, '[2026-11-23,)' FROM centre.agency WHERE code = 'GTVT'$$,
                   'MC002 counter_agency_within_agency', 'and none that has ended');
SELECT pg_temp.try($$INSERT INTO centre.counter_agency (counter_id, agency_id, during) SELECT pg_temp.n(1), id, '[2022-01-01,)' FROM centre.agency WHERE code = 'CT'$$,
                   'MC002 counter_agency_within_counter', 'nor before the counter is there');
SELECT pg_temp.try($$INSERT INTO centre.counter_field (counter_id, field_id, during) SELECT counter_id, field_id, '[2026-11-23,2026-12-01)' FROM centre.counter_field WHERE during @> '2026-11-23'::date LIMIT 1$$,
                   '23P01 counter_field_no_overlap', 'a field once');
SELECT pg_temp.try($$INSERT INTO centre.counter_field (counter_id, field_id, during) SELECT pg_temp.n(1), max(id), '[2022-01-01,)' FROM centre.field$$, 'MC002 counter_field_within_counter', 'within its life');

-- Assignments
SELECT pg_temp.try($$INSERT INTO centre.counter_assignment (counter_id, person_id, during) VALUES (pg_temp.n(1), pg_temp.of('Cao Văn Sơn'), '[2026-11-23,2026-12-01)')$$,
                   '23P01 counter_assignment_one_counter', 'nobody at two counters');
SELECT pg_temp.try($$INSERT INTO centre.counter_assignment (counter_id, person_id, role, during) VALUES (pg_temp.n(1), pg_temp.of('Cao Văn Sơn'), 'standby', '[2026-11-23,2026-12-01)')$$,
                   'ok', 'but stands by for another');
SELECT pg_temp.try($$INSERT INTO centre.counter_assignment (counter_id, person_id, role, during) VALUES (pg_temp.n(1), pg_temp.of('Cao Văn Sơn'), 'standby', '[2026-11-30,2026-12-09)')$$,
                   '23P01 counter_assignment_no_overlap', 'once at a time');
SELECT pg_temp.try($$INSERT INTO centre.counter_assignment (counter_id, person_id, during) VALUES (pg_temp.n(1), pg_temp.of('Hà Thị Bé Ba'), '[2026-11-23,2026-12-01)')$$,
                   'MC002 counter_assignment_within_seats', 'not more than there are seats');
SELECT pg_temp.try($$INSERT INTO centre.counter_assignment (counter_id, person_id, role, during) VALUES (pg_temp.n(1), pg_temp.of('Cao Văn Sơn'), 'standby', '[2027-11-23,2030-12-01)')$$,
                   'MC002 counter_assignment_within_tour', 'not longer than the person is here');
SELECT pg_temp.try($$INSERT INTO centre.counter_assignment (counter_id, person_id, role, during) VALUES (pg_temp.n(1), pg_temp.of('Hà Thị Bé Ba'), 'guest', '[2026-11-23,2026-12-01)')$$,
                   '23514 counter_assignment_role', 'primary or standby');
SELECT pg_temp.try($$INSERT INTO centre.counter_assignment (counter_id, person_id, role, during) VALUES (pg_temp.n(1), pg_temp.of('Hà Thị Bé Ba'), 'standby', '(,2026-12-01)')$$,
                   '23514 counter_assignment_during_bounded', 'from a day on');
SELECT pg_temp.try($$UPDATE centre.tour SET during = daterange(lower(during), '2026-12-01'), end_reason = 'recalled' WHERE person_id = pg_temp.of('Cao Văn Sơn') AND during @> '2026-11-23'::date$$,
                   'MC002 counter_assignment_within_tour', 'a tour does not end under an assignment');
SELECT pg_temp.try($$UPDATE centre.counter_assignment SET during = daterange(lower(during), '2026-12-01') WHERE person_id = pg_temp.of('Cao Văn Sơn') AND during @> '2026-12-01'::date;
                     UPDATE centre.tour SET during = daterange(lower(during), '2026-12-01'), end_reason = 'recalled' WHERE person_id = pg_temp.of('Cao Văn Sơn') AND during @> '2026-11-23'::date$$,
                   'ok', 'unless both end');
SELECT pg_temp.try($$DELETE FROM centre.tour WHERE person_id = pg_temp.of('Ngô Bảo Long') AND during @> '2026-11-23'::date$$, 'MC002 counter_assignment_within_tour', 'nor vanishes');
SELECT is(tap.attempt('motcua_roster_office', $$UPDATE centre.counter_assignment SET role = role WHERE upper(during) < '2026-09-01'$$), 'MC003 closed_past', 'who sat where long ago is closed');

-- Equipment
SELECT pg_temp.try($$INSERT INTO centre.equipment (kind, inventory_no, name, during) VALUES ('desk', 'MẪU-Q01-B1', 'Bàn', '[2026-11-23,)')$$, '23P01 equipment_inventory_no_once', 'an inventory number once');
SELECT pg_temp.try($$INSERT INTO centre.equipment (kind, name, during) VALUES ('desk', 'Bàn', '[2026-11-23,)'), ('desk', 'Bàn', '[2026-11-23,)')$$, 'ok', 'or none');
SELECT pg_temp.try($$INSERT INTO centre.equipment (kind, name, during) VALUES ('sofa', 'Ghế', '[2026-11-23,)')$$, '23514 equipment_kind', 'of a known kind');
SELECT pg_temp.try($$INSERT INTO centre.equipment (kind, name, state, during) VALUES ('desk', 'Bàn', 'lost', '[2026-11-23,)')$$, '23514 equipment_state', 'in a known state');
SELECT pg_temp.try($$INSERT INTO centre.equipment (kind, name, counter_id, during) VALUES ('desk', 'Bàn', pg_temp.n(1), '(,)')$$, 'MC002 equipment_within_counter', 'at a counter that is there');

-- Procedures
SELECT pg_temp.try($$INSERT INTO centre.procedure (code, name, agency_id, received, during) SELECT 'X.1', 'Thử', id, false, '[2026-11-23,)' FROM centre.agency WHERE code = 'CT'$$, '23514 procedure_reason_given', 'not received, and no reason');
SELECT pg_temp.try($$INSERT INTO centre.procedure (code, name, agency_id, received, reason, during) SELECT 'X.1', 'Thử', id, true, 'mobile', '[2026-11-23,)' FROM centre.agency WHERE code = 'CT'$$,
                   '23514 procedure_received_without_reason', 'received, and a reason why not');
SELECT pg_temp.try($$INSERT INTO centre.procedure (code, name, agency_id, received, reason, during) SELECT 'X.1', 'Thử', id, false, 'other', '[2026-11-23,)' FROM centre.agency WHERE code = 'CT'$$,
                   '23514 procedure_other_noted', 'another reason is said');
SELECT pg_temp.try($$INSERT INTO centre.procedure (code, name, agency_id, received, reason, during) SELECT 'X.1', 'Thử', id, false, 'on_site', '[2026-11-23,)' FROM centre.agency WHERE code = 'CT'$$, 'ok', 'with a reason');
SELECT pg_temp.try($$INSERT INTO centre.procedure (code, name, agency_id, during) SELECT 'X.1', 'Thử lại', id, '[2027-11-23,)' FROM centre.agency WHERE code = 'CT'$$, '23P01 procedure_code_once', 'a code once');
SELECT pg_temp.try($$INSERT INTO centre.procedure (code, name, agency_id, during) SELECT 'X.2', 'Thử', id, '[2026-11-23,)' FROM centre.agency WHERE code = 'GTVT'$$, 'MC002 procedure_within_agency', 'of an agency that is there');

-- Mergers
CREATE TEMP TABLE ids AS SELECT code, id FROM centre.agency WHERE during @> '2027-03-01'::date;
GRANT SELECT ON ids TO PUBLIC;
SELECT pg_temp.try($$SELECT centre.merge_agencies(ARRAY[(SELECT id FROM ids WHERE code = 'VHTTDL'), (SELECT id FROM ids WHERE code = 'NGV')], 'VHNG', 'Sở Văn hóa và Đối ngoại', NULL, '2027-03-01')$$, 'ok', 'two that share a counter merge');
SELECT is((SELECT array_to_string(agency_codes, ' ') || ': ' || array_to_string(field_codes, ' ') FROM centre.counters_at('2027-03-01') WHERE number = 17), 'VHNG: NGV-01 VHTTDL-01', 'and are one there');
SELECT is((SELECT array_to_string(agency_codes, ' ') FROM centre.counters_at('2027-02-28') WHERE number = 17), 'NGV VHTTDL', 'from the day on');
SELECT is((SELECT count(*) FROM centre.procedure p JOIN centre.agency a ON a.id = p.agency_id WHERE a.code = 'VHNG' AND p.during @> '2027-03-01'::date), 2::bigint, 'with their procedures');
SELECT pg_temp.try($$SELECT centre.merge_agencies(ARRAY[(SELECT id FROM ids WHERE code = 'BQL')], NULL, NULL, NULL, '2027-04-01', NULL, NULL, (SELECT id FROM ids WHERE code = 'CT'))$$, 'ok', 'one goes into another');
SELECT is((SELECT array_to_string(agency_codes, ' ') || ': ' || array_to_string(officers, ' ') FROM centre.counters_at('2027-04-01') WHERE number = 18), 'CT: Vương Gia Bảo', 'whose counter it is, and whose officer stays there');

-- A person's own copy, and forgetting
UPDATE centre.counter_assignment SET note = 'DAUVET' WHERE person_id = pg_temp.of('Vương Gia Bảo') AND during @> '2026-11-23'::date;
SELECT is(tap.ask('motcua_director', format($$SELECT jsonb_array_length(centre.person_data(%s) -> 'counter_assignment') > 0$$, pg_temp.of('Vương Gia Bảo'))), 'true', 'the own copy has the counters');
SELECT is_empty($$SELECT 1 FROM audit.change WHERE table_name = 'counter_assignment' AND (new::text LIKE '%DAUVET%' OR old::text LIKE '%DAUVET%')$$, 'remarks on people are not in the audit');
SELECT pg_temp.try(format($$SELECT centre.anonymise_person(%s, 'thử')$$, pg_temp.of('Vương Gia Bảo')), 'ok', 'a sample is forgotten');
SELECT is_empty($$SELECT 1 FROM centre.counter_assignment WHERE note = 'DAUVET'$$, 'with the remarks');

-- Away with the sample
INSERT INTO centre.person (full_name) VALUES ('Người Thật');
INSERT INTO centre.tour (person_id, agency_id, kind, during) SELECT pg_temp.of('Người Thật'), id, 'seconded', '[2026-11-23,)' FROM ids WHERE code = 'CT';
INSERT INTO centre.counter_assignment (counter_id, person_id, role, during) VALUES (pg_temp.n(15), pg_temp.of('Người Thật'), 'standby', '[2026-11-23,)');
SELECT is(tap.ask('motcua_director', 'SELECT centre.remove_sample() > 0'), 'true', 'the sample goes');
SELECT is((SELECT string_agg(number || ' ' || is_sample, ', ' ORDER BY number) FROM centre.counter WHERE during @> '2026-11-23'::date AND number < 100), '15 false', 'what a real person serves stays and is real');
SELECT is((SELECT count(*) FROM centre.equipment WHERE is_sample) + (SELECT count(*) FROM centre.procedure WHERE is_sample), 0::bigint, 'no sample is left');

SELECT * FROM finish();
ROLLBACK;
