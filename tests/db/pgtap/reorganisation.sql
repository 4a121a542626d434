-- SPDX-License-Identifier: GPL-3.0-or-later
-- Agencies before and after a change; people, tours, quotas and fields carried over.
SET search_path = tap, public;
BEGIN;
SELECT no_plan();
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA tap TO PUBLIC;
SELECT centre.load_plan(:'plan'::jsonb) \g /dev/null
-- A sample before the change: its tours run on over it.
SELECT centre.load_demo('2025-06-01', :'demo'::jsonb) \g /dev/null
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;

-- 01/07/2025
SELECT is((SELECT count(*) FROM centre.agency_at('2025-06-30') WHERE receives), 17::bigint, '17 agencies receive on 30/06/2025');
SELECT is((SELECT count(*) FROM centre.agency_at('2025-07-01') WHERE receives), 13::bigint, '13 on 01/07/2025');
SELECT is((SELECT sum(quota) FROM centre.agency_at(d)), 27::bigint, 'quotas sum to 27 on ' || d) FROM unnest(ARRAY['2023-01-01', '2025-06-30', '2025-07-01', '2026-11-23']::date[]) d;
SELECT is((SELECT sum(quota) FROM centre.agency_at('2022-12-30')), 0::bigint, 'no quota before the centre opens');
SELECT results_eq($$SELECT code COLLATE "C", quota FROM centre.agency_at('2025-07-01') WHERE receives ORDER BY code COLLATE "C"$$,
  $$SELECT c COLLATE "C", q FROM (VALUES ('BHXH', 2), ('BQL', 1), ('CT', 2), ('GDĐT', 2), ('KHCN', 2), ('NGV', 1), ('NNMT', 4), ('NV', 3), ('TC', 2), ('TP', 2), ('VHTTDL', 1), ('XD', 3), ('YT', 2)) x(c, q) ORDER BY c COLLATE "C"$$,
  'each successor has the quotas of its predecessors');
SELECT is((SELECT name FROM centre.agency_at(d) WHERE code = c), n, c || ' on ' || d)
  FROM (VALUES ('2025-06-30'::date, 'NN', 'Sở Nông nghiệp và Phát triển nông thôn'), ('2025-07-01', 'NN', NULL), ('2025-07-01', 'NNMT', 'Sở Nông nghiệp và Môi trường'),
               ('2025-06-30', 'BDT', 'Ban Dân tộc'), ('2025-07-01', 'DTTG', 'Sở Dân tộc và Tôn giáo'), ('2025-07-01', 'NGV', 'Sở Ngoại vụ')) x(d, c, n);
SELECT is((SELECT b.code FROM centre.agency a JOIN centre.agency b ON b.id = centre.successor_of(a.id, '2026-01-01') WHERE a.code = c AND a.during @> '2025-01-01'::date), s, c || ' is succeeded by ' || s)
  FROM (VALUES ('LĐTBXH', 'NV'), ('GTVT', 'XD'), ('TNMT', 'NNMT'), ('KHĐT', 'TC'), ('TTTT', 'KHCN'), ('BDT', 'DTTG'), ('YT', 'YT')) x(c, s);
SELECT is((SELECT centre.successor_of(id, '2025-06-30') FROM centre.agency WHERE code = 'GTVT'), (SELECT id FROM centre.agency WHERE code = 'GTVT'), 'nobody is succeeded before the day');
SELECT is((SELECT count(*) FROM centre.agency_succession WHERE kind = k), n, n || ' successions are a ' || k) FROM (VALUES ('merge', 10::bigint), ('rename', 1::bigint), ('transfer', 6::bigint)) x(k, n);
SELECT is((SELECT receives FROM centre.agency_at('2025-07-01') WHERE code = 'TC'), true, 'Finance receives since it took over Planning and Investment');

-- People carried over
CREATE TEMP VIEW before AS SELECT * FROM centre.staff_at('2025-06-30');
CREATE TEMP VIEW after AS SELECT * FROM centre.staff_at('2025-07-01');
SELECT is((SELECT count(*) FROM before WHERE state = 'present'), (SELECT count(*) FROM after WHERE state = 'present'), 'as many people after as before');
SELECT is_empty($$SELECT b.full_name FROM before b JOIN after a USING (person_id) WHERE b.tour_id IS NOT NULL AND a.tour_agency_id IS DISTINCT FROM centre.successor_of(b.tour_agency_id, '2025-07-01')$$,
                'each is sent by the successor');
SELECT is_empty($$SELECT full_name FROM after WHERE home_agency_id IS DISTINCT FROM tour_agency_id AND tour_id IS NOT NULL$$, 'and belongs to it');
SELECT is_empty($$SELECT b.full_name FROM before b JOIN after a USING (person_id) WHERE (b.seat_id, b.planned_until, b.decision_no, b.chain_from) IS DISTINCT FROM (a.seat_id, a.planned_until, a.decision_no, a.chain_from)$$,
                'seat, term, decision and begin of the term stay');
SELECT is((SELECT count(*) FROM centre.tour t JOIN centre.tour o ON o.id = t.replaces_tour_id AND o.person_id = t.person_id WHERE o.end_reason = 'merged' AND upper(o.during) = lower(t.during)),
          (SELECT count(*) FROM centre.tour WHERE end_reason = 'merged'), 'a tour that is cut goes on in the one that replaces it');
SELECT ok((SELECT count(*) FROM centre.tour WHERE end_reason = 'merged') > 20, 'there are such tours');
SELECT is((SELECT field_codes FROM before WHERE full_name = 'Vương Gia Bảo'), (SELECT field_codes FROM after WHERE full_name = 'Vương Gia Bảo'), 'competences go on');

-- A rename
CREATE TEMP TABLE ids AS SELECT code, id FROM centre.agency WHERE during @> '2030-01-01'::date;
GRANT SELECT ON ids TO PUBLIC;
SELECT is(tap.attempt('motcua_director', $$SELECT centre.rename_agency((SELECT id FROM ids WHERE code = 'NGV'), 'Sở Đối ngoại', NULL, '2030-01-01', '1/QĐ', '2029-12-01')$$), 'ok', 'an agency is renamed');
SELECT is((SELECT name FROM centre.agency_at('2029-12-31') WHERE code = 'NGV') || ' → ' || (SELECT name FROM centre.agency_at('2030-01-01') WHERE code = 'NGV'), 'Sở Ngoại vụ → Sở Đối ngoại', 'from the day on; an old print has the old name');
SELECT is((SELECT letter_to FROM centre.agency_at('2029-12-31') WHERE code = 'NGV') || ' → ' || (SELECT letter_to FROM centre.agency_at('2030-01-01') WHERE code = 'NGV'), 'Giám đốc Sở Ngoại vụ → Giám đốc Sở Đối ngoại', 'and its letters go to the head of what it is called that day');
SELECT is((SELECT letter_to FROM centre.agency WHERE id = (SELECT id FROM ids WHERE code = 'NGV')), 'Giám đốc Sở Đối ngoại', 'whoever edits the agency sees the last name');
SELECT is(tap.attempt('motcua_director', $$SELECT centre.rename_agency((SELECT id FROM ids WHERE code = 'NGV'), 'X', NULL, '2030-01-01')$$), 'MC002 rename_once_a_day', 'once a day');
SELECT is(tap.attempt('motcua_director', $$SELECT centre.rename_agency((SELECT id FROM ids WHERE code = 'NGV'), 'Sở Đối ngoại và Hội nhập', NULL, '2031-06-01')$$), 'ok', 'a later name begins as an earlier one');
SELECT is((SELECT string_agg((SELECT letter_to FROM centre.agency_at(d::date) WHERE code = 'NGV'), ' → ' ORDER BY d) FROM unnest(ARRAY['2029-12-31', '2030-01-01', '2031-06-01']) d),
          'Giám đốc Sở Ngoại vụ → Giám đốc Sở Đối ngoại → Giám đốc Sở Đối ngoại và Hội nhập', 'letters know both apart');
SELECT is(tap.attempt('motcua_director', $$SELECT centre.rename_agency((SELECT id FROM ids WHERE code = 'BHXH'), 'Bảo hiểm xã hội Cần Thơ', NULL, '2030-01-01')$$), 'ok', 'one that is no department');
SELECT is((SELECT letter_to FROM centre.agency_at('2030-01-01') WHERE code = 'BHXH'), 'Giám đốc Bảo hiểm xã hội Cần Thơ', 'its letters follow too');
SELECT is(tap.attempt('motcua_director', $$SELECT centre.rename_agency(id, 'X', NULL, '2030-01-01') FROM centre.agency WHERE code = 'GTVT'$$), 'MC002 rename_has_name', 'an agency that has ended is not renamed');
SELECT is(tap.attempt('motcua_viewer', $$SELECT centre.rename_agency((SELECT id FROM ids WHERE code = 'YT'), 'X', NULL, '2030-01-01')$$), '42501', 'a viewer renames nothing');

-- A merger into one that stays
SELECT is(tap.attempt('motcua_director', $$SELECT centre.merge_agencies(ARRAY[(SELECT id FROM ids WHERE code = 'VHTTDL')], NULL, NULL, NULL, '2025-09-01', '2/NQ', '2025-08-15', (SELECT id FROM ids WHERE code = 'GDĐT'))$$), 'ok',
          'an agency is merged into another');
SELECT is((SELECT quota FROM centre.agency_at('2025-08-31') WHERE code = 'GDĐT') || ' → ' || (SELECT quota FROM centre.agency_at('2025-09-01') WHERE code = 'GDĐT'), '2 → 3', 'with its quota');
SELECT is((SELECT count(*) FROM centre.agency_at('2025-09-01') WHERE code = 'VHTTDL'), 0::bigint, 'it is no more');
SELECT is((SELECT code FROM centre.agency WHERE id = centre.successor_of((SELECT id FROM ids WHERE code = 'VHTTDL'), '2026-01-01')), 'GDĐT', 'and is succeeded');
SELECT is((SELECT string_agg(tour_agency_code, ' ') FROM centre.staff_at('2025-09-01') WHERE full_name IN ('Mai Thị Hồng Đào', 'Phan Anh Tuấn') AND tour_id IS NOT NULL), 'GDĐT GDĐT', 'its people too');
SELECT is((SELECT a.code FROM centre.agency a JOIN centre.field f ON f.agency_id = a.id WHERE f.code = 'VHTTDL-01' AND f.during @> '2025-09-01'::date), 'GDĐT', 'and its fields');
SELECT is((SELECT reason FROM audit.change WHERE table_name = 'tour' AND action = 'update' ORDER BY id DESC LIMIT 1), 'merger from 2025-09-01, 2/NQ', 'a merger learnt of late says so where it cuts the closed past');

-- A chain of mergers, and what is refused
SELECT is(tap.attempt('motcua_director', $$SELECT centre.merge_agencies(ARRAY[(SELECT id FROM ids WHERE code = 'GDĐT'), (SELECT id FROM ids WHERE code = 'YT')], 'GYT', 'Sở Giáo dục và Y tế', NULL, '2031-01-01')$$), 'ok', 'two become a new one');
SELECT is((SELECT quota FROM centre.agency_at('2031-01-01') WHERE code = 'GYT'), 5, 'with the quotas of both');
SELECT is((SELECT code FROM centre.agency WHERE id = centre.successor_of((SELECT id FROM ids WHERE code = 'VHTTDL'), '2031-01-01')), 'GYT', 'the successor of the successor');
SELECT is(tap.attempt('motcua_director', $$SELECT centre.merge_agencies(ARRAY[(SELECT id FROM ids WHERE code = 'VHTTDL')], 'X', 'X', 'X', '2032-01-01')$$), 'MC002 merge_predecessors', 'what has ended does not merge');
SELECT is(tap.attempt('motcua_director', $$SELECT centre.merge_agencies(ARRAY[]::bigint[], 'X', 'X', 'X', '2032-01-01')$$), 'MC002 merge_predecessors', 'nothing does not merge');
SELECT is(tap.attempt('motcua_director', $$SELECT centre.merge_agencies(ARRAY[(SELECT id FROM ids WHERE code = 'CT')], NULL, NULL, NULL, '2032-01-01', NULL, NULL, (SELECT id FROM ids WHERE code = 'CT'))$$), 'MC002 merge_predecessors', 'nor one with itself');
SELECT is((SELECT sum(quota) FROM centre.agency_at('2031-01-01')), 27::bigint, 'through all of it the quotas sum to 27');

-- Quotas that were set for later
UPDATE centre.agency_quota SET during = daterange(lower(during), '2033-01-01') WHERE agency_id = (SELECT id FROM ids WHERE code = 'TP') AND during @> '2032-01-01'::date;
INSERT INTO centre.agency_quota (agency_id, officers, during, decision_no) SELECT id, 1, '[2033-01-01,2035-01-01)', 'TP-33' FROM ids WHERE code = 'TP';
UPDATE centre.agency_quota SET during = daterange(lower(during), '2034-01-01') WHERE agency_id = (SELECT id FROM ids WHERE code = 'NV') AND during @> '2032-01-01'::date;
INSERT INTO centre.agency_quota (agency_id, officers, during, decision_no) SELECT id, 2, '[2034-01-01,)', 'NV-34' FROM ids WHERE code = 'NV';
SELECT is(tap.attempt('motcua_director', $$SELECT centre.merge_agencies(ARRAY[(SELECT id FROM ids WHERE code = 'TP')], NULL, NULL, NULL, '2032-06-01', '9/NQ', NULL, (SELECT id FROM ids WHERE code = 'NV'))$$), 'ok', 'into one with a quota set for later');
SELECT results_eq($$SELECT q.during, q.officers, q.decision_no FROM centre.agency_quota q JOIN ids ON ids.id = q.agency_id WHERE ids.code = 'NV' AND upper(q.during) IS DISTINCT FROM '2032-06-01' AND NOT upper(q.during) < '2032-01-01' IS TRUE ORDER BY q.during$$,
  $$VALUES ('[2032-06-01,2033-01-01)'::daterange, 5, '9/NQ'), ('[2033-01-01,2034-01-01)', 4, 'TP-33'), ('[2034-01-01,2035-01-01)', 3, 'NV-34'), ('[2035-01-01,)', 2, '9/NQ')$$,
  'both count, each from its day');
SELECT is((SELECT count(*) FROM centre.agency_quota q JOIN ids ON ids.id = q.agency_id WHERE ids.code = 'TP' AND (upper_inf(q.during) OR upper(q.during) > '2032-06-01')), 0::bigint, 'nothing of it stays with the one that ended');
UPDATE centre.agency_quota SET during = daterange(lower(during), '2036-01-01') WHERE agency_id = (SELECT id FROM ids WHERE code = 'TC') AND during @> '2032-01-01'::date;
INSERT INTO centre.agency_quota (agency_id, officers, during) SELECT id, 1, '[2037-01-01,)' FROM ids WHERE code = 'TC';
SELECT is(tap.attempt('motcua_director', $$SELECT centre.merge_agencies(ARRAY[(SELECT id FROM ids WHERE code = 'TC'), (SELECT id FROM ids WHERE code = 'XD')], 'TCXD', 'Sở Tài chính và Xây dựng', NULL, '2035-06-01')$$), 'ok', 'into a new one');
SELECT results_eq($$SELECT q.during, q.officers FROM centre.agency_quota q JOIN centre.agency a ON a.id = q.agency_id WHERE a.code = 'TCXD' ORDER BY q.during$$,
  $$VALUES ('[2035-06-01,2036-01-01)'::daterange, 5), ('[2036-01-01,2037-01-01)', 3), ('[2037-01-01,)', 4)$$, 'a later quota is not lost');

SELECT * FROM finish();
ROLLBACK;
