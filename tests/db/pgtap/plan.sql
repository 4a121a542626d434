-- SPDX-License-Identifier: GPL-3.0-or-later
-- The founding plan: each sum and ratio is computed again, and stands in plan_check as it does here.
SET search_path = tap, public;
BEGIN;
SELECT no_plan();
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA tap TO PUBLIC;
GRANT CREATE ON SCHEMA tap TO PUBLIC;
CREATE TEMP TABLE given AS SELECT :'plan'::jsonb AS plan, :'rules'::jsonb AS rules;
GRANT SELECT ON given TO PUBLIC;
SELECT is(tap.attempt('motcua_viewer', 'SELECT centre.load_plan(plan) FROM given'), 'MC003 group_required', 'a viewer does not load the plan');
SELECT is(tap.attempt('motcua_director', 'SELECT centre.load_plan(plan) FROM given'), 'ok', 'the director does');
SELECT is(tap.attempt('motcua_director', 'SELECT centre.load_plan(plan) FROM given'), 'MC002 plan_once', 'once');
SELECT is(tap.attempt('motcua_director', 'SELECT centre.load_rules(rules) FROM given'), 'ok', 'the rules that the program checks go beside those of the plan');

-- Appendix
SELECT results_eq($$SELECT a.code COLLATE "C", n.name COLLATE "C", q.officers FROM centre.agency a JOIN centre.agency_name n ON n.agency_id = a.id JOIN centre.agency_quota q ON q.agency_id = a.id
                     WHERE a.during @> '2023-01-01'::date AND a.receives ORDER BY a.id$$,
$$VALUES ('NV' COLLATE "C", 'Sở Nội vụ' COLLATE "C", 1), ('CT', 'Sở Công Thương', 2), ('NN', 'Sở Nông nghiệp và Phát triển nông thôn', 2), ('XD', 'Sở Xây dựng', 1),
  ('GTVT', 'Sở Giao thông Vận tải', 2), ('GDĐT', 'Sở Giáo dục và Đào tạo', 2), ('TTTT', 'Sở Thông tin và Truyền thông', 1), ('KHĐT', 'Sở Kế hoạch và Đầu tư', 2),
  ('LĐTBXH', 'Sở Lao động, Thương binh và Xã hội', 2), ('YT', 'Sở Y tế', 2), ('VHTTDL', 'Sở Văn hóa, Thể thao và Du lịch', 1), ('KHCN', 'Sở Khoa học và Công nghệ', 1),
  ('NGV', 'Sở Ngoại vụ', 1), ('TNMT', 'Sở Tài nguyên và Môi trường', 2), ('TP', 'Sở Tư pháp', 2), ('BQL', 'Ban Quản lý các Khu chế xuất và Công nghiệp Cần Thơ', 1),
  ('BHXH', 'Bảo hiểm xã hội thành phố', 2)$$, 'the 17 receiving agencies, in the order of the appendix');
SELECT results_eq($$SELECT code COLLATE "C" FROM centre.agency_at('2023-01-01') WHERE NOT receives AND kind IN ('department', 'board', 'vertical') ORDER BY id$$,
                  $$VALUES ('TC' COLLATE "C"), ('BDT'), ('TTR'), ('CA')$$, 'the 4 that do not receive');
SELECT is((SELECT count(*) FILTER (WHERE quota = 1) || ' × 1 + ' || count(*) FILTER (WHERE quota = 2) || ' × 2 = ' || sum(quota) FROM centre.agency_at('2023-01-01') WHERE receives), '7 × 1 + 10 × 2 = 27', 'appendix sum');
SELECT is((SELECT count(*) FROM centre.agency_at('2023-01-01') WHERE standby_duty), 17::bigint, 'who sends officers names standbys');

-- Organisation and positions
CREATE TEMP VIEW seats AS SELECT * FROM centre.seats_at('2023-01-01');
SELECT results_eq($$SELECT po.name COLLATE "C", po.kind COLLATE "C", po.plan_count, count(s.id)::int FROM centre.post po JOIN centre.seat s ON s.post_id = po.id GROUP BY po.id ORDER BY po.sort_order$$,
$$VALUES ('Giám đốc Trung tâm Phục vụ hành chính công' COLLATE "C", 'leadership' COLLATE "C", 1, 1), ('Phó Giám đốc Trung tâm Phục vụ hành chính công', 'leadership', 2, 2),
  ('Trưởng Bộ phận tiếp nhận và trả kết quả', 'leadership', 1, 1), ('Trưởng Bộ phận Hành chính - Tổng hợp', 'leadership', 1, 1), ('Giám sát viên', 'leadership', 3, 3),
  ('Tiếp nhận và trả kết quả', 'professional', 27, 27), ('Công nghệ thông tin', 'support', 2, 2), ('Văn thư, lưu trữ', 'support', 1, 1), ('Hướng dẫn', 'support', 1, 1),
  ('Bảo vệ', 'support', 1, 1), ('Nhân viên', 'support', 1, 1)$$, 'the 11 positions, each with its seats');
SELECT is((SELECT string_agg(n::text, ' + ' ORDER BY k) || ' = ' || sum(n) FROM (SELECT CASE kind WHEN 'leadership' THEN 1 WHEN 'professional' THEN 2 ELSE 3 END AS k, sum(plan_count) AS n FROM centre.post GROUP BY kind) x),
          (SELECT computed FROM centre.plan_check WHERE code = 'positions_sum'), 'positions: 8 + 27 + 6 = 41');
SELECT is((SELECT count(*) FILTER (WHERE post_code = 'director') || ' + ' || count(*) FILTER (WHERE post_code = 'deputy_director') || ' + ' || count(*) FILTER (WHERE section_code = 'TNTKQ') || ' + '
               || count(*) FILTER (WHERE section_code = 'HCTH') || ' + ' || count(*) FILTER (WHERE section_code = 'GS') || ' = ' || count(*) FROM seats WHERE NOT concurrent),
          (SELECT computed FROM centre.plan_check WHERE code = 'organisation_sum'), 'organisation: 1 + 2 + 27 + 7 + 3 = 40');
SELECT is((SELECT h - 'agencies' - 'sections' FROM centre.headcount_at('2023-01-01') h),
          '{"as_of": "2023-01-01", "posts": 41, "heads": 40, "quota": 27, "present": 0, "standby": 0, "others": 0, "filled": 0}', 'head count of the plan');
SELECT results_eq($$SELECT origin_agency_code COLLATE "C", count(*)::int FROM seats WHERE post_code = 'reception' GROUP BY 1 ORDER BY 1$$,
                  $$SELECT code COLLATE "C", quota FROM centre.agency_at('2023-01-01') WHERE receives ORDER BY 1$$, 'the seats of reception are those of the quotas');
SELECT results_eq($$SELECT post_code COLLATE "C", origin_agency_code COLLATE "C", origin_note COLLATE "C" FROM seats WHERE post_code NOT IN ('reception', 'head_reception') ORDER BY seat_id$$,
$$VALUES ('director' COLLATE "C", 'VPUB' COLLATE "C", 'Lãnh đạo Văn phòng Ủy ban nhân dân thành phố' COLLATE "C"),
  ('deputy_director', 'VPUB', 'Lãnh đạo Phòng chuyên môn thuộc Văn phòng Ủy ban nhân dân thành phố'), ('deputy_director', 'VPUB', 'Lãnh đạo Phòng chuyên môn thuộc Văn phòng Ủy ban nhân dân thành phố'),
  ('head_admin', 'VPUB', 'Hành chính - Tổng hợp: Văn phòng Ủy ban nhân dân thành phố bố trí'),
  ('supervisor', 'VPUB', 'Phòng Kiểm soát thủ tục hành chính, Văn phòng Ủy ban nhân dân thành phố'),
  ('supervisor', 'NV', 'Phòng Cải cách hành chính - Văn thư, lưu trữ - Sở Nội vụ'),
  ('supervisor', 'MTTQ', 'Văn phòng Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Cần Thơ'),
  ('it', 'TTTT', '01 từ Sở Thông tin và Truyền thông'), ('it', 'IOC', '01 từ Trung tâm Điều hành đô thị thông minh Cần Thơ'),
  ('clerk', 'VPUB', 'Văn phòng Ủy ban nhân dân thành phố bố trí'), ('guide', 'VPUB', 'Văn phòng Ủy ban nhân dân thành phố bố trí'),
  ('guard', 'VPUB', 'Văn phòng Ủy ban nhân dân thành phố bố trí'), ('staff', 'VPUB', 'Văn phòng Ủy ban nhân dân thành phố bố trí')$$, 'the others by task and origin');
SELECT is((SELECT string_agg(n::text, ' + ' ORDER BY o) || ' = ' || sum(n) FROM (SELECT post_id AS o, count(*) AS n FROM seats WHERE section_code = 'HCTH' GROUP BY 1) x),
          (SELECT computed FROM centre.plan_check WHERE code = 'admin_general_sum'), 'Administration-General by task');
SELECT is((SELECT count(*) FROM seats WHERE section_code = 'HCTH' AND origin_agency_code = 'VPUB') || ' người thuộc Văn phòng',
          (SELECT computed FROM centre.plan_check WHERE code = 'admin_general_origin'), 'Administration-General by origin');
SELECT is((SELECT count(DISTINCT origin_agency_code) FROM seats WHERE section_code = 'GS'), 3::bigint, 'Supervision from three places');
SELECT results_eq($$SELECT p.code COLLATE "C", chief.code COLLATE "C" FROM centre.post p LEFT JOIN centre.post chief ON chief.id = p.reports_to_post_id ORDER BY p.sort_order$$,
$$VALUES ('director' COLLATE "C", NULL COLLATE "C"), ('deputy_director', 'director'), ('head_reception', 'director'), ('head_admin', 'director'), ('supervisor', 'director'),
  ('reception', 'head_reception'), ('it', 'head_admin'), ('clerk', 'head_admin'), ('guide', 'head_admin'), ('guard', 'head_admin'), ('staff', 'head_admin')$$, 'who reports to whom');
SELECT is((SELECT string_agg(code, ' ') FROM centre.post WHERE reports_to_origin), 'supervisor', 'the supervisors report to who sent them, too');
SELECT is((SELECT string_agg(code, ' ') FROM centre.post WHERE concurrent), 'head_reception', 'one post is concurrent');
SELECT is((SELECT count(*) FROM seats WHERE NOT concurrent) - (SELECT count(*) FROM seats WHERE part_time), 34::bigint, 'full-time heads');
SELECT is((SELECT ceiling FROM centre.section WHERE code = 'TNTKQ'), 30, 'at most 30 in reception');

-- Figures
SELECT is((SELECT replace(round(100.0 * resolved / received, 2)::text, '.', ',') || '%' FROM centre.dossier_year WHERE year = y),
          (SELECT regexp_replace(computed, '^.* = ', '') FROM centre.plan_check WHERE code = 'resolved_' || y), y || ': rate resolved')
  FROM generate_series(2018, 2021) y;
SELECT is((SELECT agrees FROM centre.plan_check WHERE code = 'resolved_' || year), round(100.0 * resolved / received, 2) = printed_resolved_pct, year || ': agrees or not')
  FROM centre.dossier_year;
SELECT is(trunc(100.0 * resolved / received, 2), printed_resolved_pct, year || ': the plan cuts off') FROM centre.dossier_year;
SELECT ok((SELECT position(replace(to_char(received - resolved, 'FM999,999'), ',', '.') IN explanation) > 0 FROM centre.plan_check WHERE code = 'resolved_' || year), year || ': unresolved') FROM centre.dossier_year;
SELECT results_eq('SELECT year, received, resolved, on_time_pct FROM centre.dossier_year ORDER BY year',
  'VALUES (2018, 728458, 716203, 99.9::numeric), (2019, 801699, 748538, 98.2), (2020, 749715, 729732, 98.9), (2021, 678472, 662406, 99.8)', 'dossiers 2018-2021');

-- The sums of the text: what is computed says the same as its own figures
CREATE FUNCTION pg_temp.evaluate(expression text) RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE
  result numeric;
BEGIN
  EXECUTE 'SELECT (' || translate(replace(replace(expression, '.', ''), ',', '.'), '×÷−', '*/-') || ')::numeric' INTO result;
  RETURN result;
END
$$;
SELECT is(round(pg_temp.evaluate(regexp_replace(split_part(computed, ' = ', 1), '([0-9]+) ÷', '\1,0 ÷'))
                * CASE WHEN computed LIKE '%\%' THEN 100 ELSE 1 END, CASE WHEN computed LIKE '%\%' AND code LIKE 'resolved%' THEN 2 WHEN computed LIKE '%\%' THEN 1 ELSE 0 END),
          replace(replace(replace(split_part(computed, ' = ', 2), '%', ''), '.', ''), ',', '.')::numeric, code || ': ' || computed)
  FROM centre.plan_check WHERE computed ~ '^[(]?[0-9][0-9.,() +×÷−]* = [0-9.,]+%?$' AND code <> 'reduction_percent' ORDER BY id;
SELECT is(round(100.0 * (94 - 40) / 94, 1), 57.4, 'reduction in per cent');
SELECT is((SELECT computed FROM centre.plan_check WHERE code = 'reduction_percent'), '(94 − 40) ÷ 94 = 57,4%', 'as it stands');
SELECT ok((SELECT explanation LIKE '%63,8%%105%67%' FROM centre.plan_check WHERE code = 'reduction_people'), 'and why 60 people do not go with it');
SELECT is(ARRAY[round(100.0 * 60 / 94, 1), round(60 / 0.57), 94 - 27], ARRAY[63.8, 105, 67], 'those figures too');
SELECT is(ARRAY[round(27 / 20.0, 2), round(27 / 15.0, 2)], ARRAY[1.35, 1.80], 'officers a counter');
SELECT is(extract(isodow FROM '2022-12-31'::date)::int, 6, 'the day of opening is a Saturday');
SELECT is((SELECT count(*) FROM centre.plan_check WHERE btrim(explanation) = ''), 0::bigint, 'every check is explained');
SELECT set_has('SELECT code FROM centre.plan_check WHERE NOT agrees', $$VALUES ('positions_sum'), ('organisation_rows'), ('admin_general_origin'), ('reduction_people'), ('resolved_2018'), ('resolved_2019'), ('cost_cut'),
  ('full_time'), ('supervisors_group'), ('letters'), ('decree_158'), ('letter_2478'), ('opening_day'), ('address'), ('facilities')$$, 'the known contradictions are there');
SELECT set_has('SELECT code FROM centre.plan_check WHERE agrees', $$VALUES ('units'), ('unit_staff'), ('city_units'), ('appendix_sum'), ('organisation_sum'), ('admin_general_sum'), ('supervision_sum'), ('reduction_percent'),
  ('reduction_units'), ('resolved_2020'), ('resolved_2021'), ('counters'), ('reception_ceiling'), ('articles')$$, 'and what agrees');
SELECT is((SELECT count(DISTINCT area) FROM centre.premises_item), 9::bigint, 'areas of the premises');
SELECT is((SELECT quantity_text FROM centre.premises_item WHERE item LIKE 'Quầy%'), '15 - 20 quầy', 'counters as printed');

-- Text and days
SELECT is_empty($$SELECT statement FROM centre.plan_check WHERE code <> 'scan_errors' AND (statement || explanation || computed) ~ 'cùi đến|Hoành chính|Cảng TTĐT|địa bản|cài cách|bàn ngành'$$, 'no misreadings of the scan');
SELECT is((SELECT plan::text IS NFC NORMALIZED FROM given), true, 'all text is in NFC');
SELECT is_empty($$SELECT day FROM centre.day_override WHERE kind = 'worked' AND extract(isodow FROM day) < 6$$, 'days worked in exchange are rest days');
SELECT is_empty($$SELECT day FROM centre.day_override WHERE kind = 'off' AND extract(isodow FROM day) > 5$$, 'days off in exchange are weekdays');
SELECT is((SELECT count(*) FROM centre.day_override WHERE extract(year FROM day) = 2026 AND kind = 'holiday'), 12::bigint, '12 holidays in 2026, with the new Culture Day');
SELECT is((SELECT count(*) FROM centre.rule_version WHERE during @> d AND topic = 'tour.term_months'), 1::bigint, 'one rule on the term of tours on ' || d)
  FROM unnest(ARRAY['2024-01-01', '2025-06-30', '2025-07-01', '2026-11-23']::date[]) d WHERE jsonb_array_length((SELECT rules FROM given)) > 0;
SELECT results_eq($$SELECT m.key, m.value::int FROM centre.rule_version r, jsonb_each_text(r.value) m WHERE r.topic = 'service.quality' AND r.during @> '2026-11-23'::date ORDER BY m.key$$,
  $$VALUES ('digitised', 22), ('online', 22), ('progress', 20), ('satisfaction', 18), ('transparency', 18)$$, 'most points of the groups of service quality: 100 in all')
  WHERE jsonb_array_length((SELECT rules FROM given)) > 0;

SELECT * FROM finish();
ROLLBACK;
