-- SPDX-License-Identifier: GPL-3.0-or-later
-- The sample centre: the same for the same day, and whole on any day.
SET search_path = tap, public;
SELECT plan(103);
CREATE TABLE tap.given AS SELECT :'plan'::jsonb AS plan, :'demo'::jsonb AS demo;
GRANT ALL ON tap.given TO PUBLIC;

-- What the sample is, without keys: to compare two loads.
CREATE FUNCTION tap.picture() RETURNS text LANGUAGE sql AS $$
  SELECT md5(string_agg(line, E'\n' ORDER BY line)) FROM (
    SELECT to_jsonb(p)::text AS line FROM centre.person p UNION ALL SELECT to_jsonb(t)::text FROM centre.tour t
    UNION ALL SELECT to_jsonb(a)::text FROM centre.appointment a UNION ALL SELECT to_jsonb(v)::text FROM centre.person_private v
    UNION ALL SELECT to_jsonb(s)::text FROM centre.service s UNION ALL SELECT to_jsonb(f)::text FROM centre.field_competence f
    UNION ALL SELECT to_jsonb(r)::text FROM centre.rating r UNION ALL SELECT to_jsonb(h)::text FROM centre.home_agency h
    UNION ALL SELECT to_jsonb(c)::text FROM centre.counter_assignment c
    UNION ALL SELECT to_jsonb(r)::text FROM centre.roster_cell r UNION ALL SELECT to_jsonb(e)::text FROM centre.equipment e) x
$$;
CREATE FUNCTION tap.load(base date) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  SET CONSTRAINTS ALL DEFERRED;
  SET LOCAL ROLE motcua_director;
  PERFORM centre.load_plan(plan) FROM tap.given;
  PERFORM centre.load_demo(base, demo) FROM tap.given;
  PERFORM centre.load_demo_rosters(base, demo) FROM tap.given;
  PERFORM centre.load_demo_absences(base, demo) FROM tap.given;
  PERFORM centre.load_demo_papers(base, demo) FROM tap.given;
  RESET ROLE;
  SET CONSTRAINTS ALL IMMEDIATE;
END
$$;

-- Any day
CREATE FUNCTION tap.whole(base date) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
  head jsonb;
BEGIN
  PERFORM load(base);
  RETURN NEXT is((SELECT array_agg(state) FROM centre.roster WHERE during @> base), '{published}', base || ': a roster is published');
  head := centre.headcount_at(base);
  RETURN NEXT is(head - 'agencies' - 'sections' - 'as_of',
    '{"posts": 41, "heads": 40, "quota": 27, "present": 27, "standby": 20, "others": 13, "filled": 40}', base || ': heads');
  RETURN NEXT is_empty(format($q$SELECT code FROM centre.agency_at(%L) WHERE quota <> present$q$, base), base || ': every quota is met');
  RETURN NEXT is((SELECT count(*) FROM centre.agency_at(base) WHERE receives), CASE WHEN base < '2025-07-01' THEN 17 ELSE 13 END::bigint, base || ': agencies of the day');
  RETURN NEXT is((SELECT string_agg(code, ' ') FROM centre.agency_at(base) WHERE standby_duty AND standby = 0), 'NGV', base || ': one agency has no standby');
  RETURN NEXT is_empty($q$SELECT full_name FROM centre.person WHERE NOT is_sample$q$, base || ': all are samples');
  RETURN NEXT ok(EXISTS (SELECT FROM centre.staff_at(base) WHERE days_left = 20) AND EXISTS (SELECT FROM centre.staff_at(base) WHERE days_left = 50), base || ': tours run out in 20 and 50 days');
  RETURN NEXT is((SELECT string_agg(n, ' ' ORDER BY n) FROM (SELECT state || ' ' || count(*) AS n FROM centre.paper GROUP BY state) x), 'draft 2 issued 6 withdrawn 1', base || ': papers of every state');
  RETURN NEXT is_empty($q$SELECT year, type_code FROM centre.paper WHERE state <> 'draft' GROUP BY 1, 2 HAVING max(number) <> count(*) OR min(number) <> 1$q$, base || ': their numbers have no gaps');
  RETURN NEXT is_empty($q$SELECT abstract FROM centre.paper WHERE NOT is_sample OR abstract NOT LIKE '%(dữ liệu mẫu)' OR (state <> 'draft' AND content::text LIKE '%{%_}%' AND content::text ~ '\{[a-z_]+\}')$q$, base || ': they are marked as samples, and nothing is open');
  RETURN NEXT is_empty($q$SELECT person_id FROM centre.attendance WHERE day >= $q$ || quote_literal(base), base || ': who came that day is still to be entered');
END
$$;
BEGIN; SELECT whole('2022-12-31'); ROLLBACK;
BEGIN; SELECT whole('2024-02-29'); ROLLBACK;
BEGIN; SELECT whole('2025-06-30'); ROLLBACK;
BEGIN; SELECT whole('2025-07-01'); ROLLBACK;
BEGIN; SELECT whole('2030-12-31'); ROLLBACK;
BEGIN; SELECT whole(centre.today()); ROLLBACK;

-- Twice the same. Sequences do not roll back, so start them again.
CREATE FUNCTION tap.rewind() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  t name;
  last bigint;
BEGIN
  FOR t IN SELECT c.relname FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'centre'::regnamespace AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'id' AND a.attidentity <> '') LOOP
    EXECUTE format('SELECT max(id) FROM centre.%I', t) INTO last;
    PERFORM setval(pg_get_serial_sequence('centre.' || t, 'id'), COALESCE(last, 1), last IS NOT NULL);
  END LOOP;
END
$$;
SELECT rewind() \g /dev/null
BEGIN;
SELECT load('2026-11-23') \g /dev/null
SELECT picture() AS one \gset
ROLLBACK;
SELECT rewind() \g /dev/null
BEGIN;
SELECT load('2026-11-23') \g /dev/null
SELECT is(picture(), :'one', 'the same day gives the same centre');

-- Who stands in it
CREATE TEMP VIEW staff AS SELECT * FROM centre.staff_at('2026-11-23');
SELECT is((SELECT count(*) FROM staff WHERE state = s), n, n || ' are ' || s) FROM (VALUES ('present', 40::bigint), ('standby', 20::bigint)) x(s, n);
SELECT is((SELECT count(*) FROM staff WHERE section_code = c AND tour_role = 'primary'), n, c || ': ' || n) FROM (VALUES ('TNTKQ', 26::bigint), ('HCTH', 7::bigint), ('GS', 3::bigint)) x(c, n);
SELECT is((SELECT array_agg(full_name ORDER BY full_name COLLATE "C") FROM staff WHERE search_key = 'nguyen van hoa'), ARRAY['Nguyễn Văn Hoà', 'Nguyễn Văn Hòa'], 'both placements of the tone are found');
SELECT is((SELECT count(*) FROM centre.person_condition WHERE kind = k AND during @> '2026-11-23'::date), 1::bigint, 'one: ' || k) FROM unnest(ARRAY['maternity', 'child_under_36_months']) k;
SELECT results_eq($$SELECT o.full_name COLLATE "C", s.full_name COLLATE "C", s.tour_role COLLATE "C" FROM centre.appointment a JOIN staff o ON o.person_id = a.person_id
                      JOIN centre.appointment b ON b.seat_id = a.seat_id AND b.during @> '2026-11-23'::date JOIN staff s ON s.person_id = b.person_id
                     WHERE o.person_id = (SELECT person_id FROM centre.person_condition WHERE kind = 'maternity') AND upper(a.during) = lower(b.during)$$,
                  $$VALUES ('Lâm Thị Ý Nhi' COLLATE "C", 'Đỗ Thị Hạnh' COLLATE "C", 'standby' COLLATE "C")$$, 'a standby sits in for the officer on maternity leave');
SELECT is((SELECT count(*) FROM (SELECT c.person_id FROM centre.field_competence c JOIN centre.field f ON f.id = c.field_id WHERE c.during @> '2026-11-23'::date GROUP BY 1 HAVING count(DISTINCT f.agency_id) = 2) x),
          2::bigint, 'two are competent for a second agency');
SELECT results_eq($$SELECT p.full_name COLLATE "C", r.specialist_equivalent, (date '2026-11-23' - lower(s.during)) / 365 FROM staff p JOIN centre.rank r ON r.id = p.rank_id JOIN centre.service s ON s.person_id = p.person_id
                     WHERE p.tour_kind = 'seconded' AND NOT r.specialist_equivalent$$, $$VALUES ('Lê Thị Út' COLLATE "C", false, 1)$$, 'one is below the standard in rank and years');
SELECT is((SELECT count(*) FROM centre.tour_extension e JOIN centre.tour t ON t.id = e.tour_id WHERE e.new_until = upper(t.during) AND t.during @> '2026-11-23'::date), 1::bigint, 'one tour was extended');
SELECT is((SELECT count(*) FROM centre.tour t JOIN centre.tour n ON n.replaces_tour_id = t.id AND n.person_id <> t.person_id WHERE t.end_reason = 'recalled' AND upper(t.during) < t.planned_until), 1::bigint, 'one ended early and was replaced');
SELECT ok((SELECT count(*) FROM centre.tour WHERE end_reason = 'expired') > 20, 'many had run their term before');
SELECT is(centre.headcount_at(d) -> 'present', '26'::jsonb, 'on ' || d || ' the centre was staffed but for one') FROM unnest(ARRAY['2025-06-30', '2025-07-01']::date[]) d;
SELECT is_empty($$SELECT b.full_name FROM centre.staff_at('2025-06-30') b LEFT JOIN centre.staff_at('2025-07-01') a ON a.person_id = b.person_id AND a.tour_agency_id = centre.successor_of(b.tour_agency_id, '2025-07-01')
                   WHERE b.tour_id IS NOT NULL AND a.person_id IS NULL$$, 'and all went on under the successors');
SELECT is((SELECT concurrent_posts FROM staff WHERE concurrent_posts IS NOT NULL), ARRAY['head_reception'], 'one of the 27 heads Reception');
SELECT is_empty($$SELECT full_name FROM staff WHERE tour_kind = 'seconded' AND (tour_until > (chain_from + interval '24 months')::date)$$, 'no tour is longer than the law allows');
SELECT is((SELECT count(*) FROM centre.person_private WHERE identity_no LIKE '000%' AND private_phone LIKE '0900 000 %'), 60::bigint, 'private data are plainly invented');
SELECT is((SELECT count(*) FROM staff WHERE public_phone LIKE '0292 000 %' AND email LIKE '%@motcua.example'), 60::bigint, 'so are telephones and mailboxes');
SELECT is((SELECT count(DISTINCT full_name) FROM staff), 60::bigint, 'sixty names');
SELECT is_empty($$SELECT full_name FROM centre.person WHERE full_name IS NOT NFC NORMALIZED$$, 'in NFC');

-- Refusals
SELECT throws_ok($$SELECT centre.load_demo('2026-11-23', demo) FROM tap.given$$, 'MC002', NULL, 'no second sample');

-- Away with it
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA tap TO PUBLIC;
INSERT INTO centre.person (full_name) VALUES ('Người Thật');
INSERT INTO centre.tour (person_id, agency_id, kind, during, replaces_tour_id)
  SELECT p.id, (SELECT id FROM centre.agency WHERE code = 'CT'), 'seconded', '[2026-11-23,)', (SELECT max(id) FROM centre.tour) FROM centre.person p WHERE NOT is_sample;
SELECT is(ask('motcua_deputy', 'SELECT centre.remove_sample()'), 'MC003 group_required', 'only the director takes the sample away');
SELECT is(ask('motcua_director', 'SELECT centre.remove_sample()'), '60', 'all of it');
SELECT is_empty('SELECT id FROM centre.paper', 'its papers too');
SELECT is_empty('SELECT id FROM centre.attendance', 'and who came');
SELECT is((SELECT string_agg(full_name, ' ') FROM centre.person), 'Người Thật', 'real people stay');
SELECT is((SELECT count(*) FROM centre.tour) + (SELECT count(*) FROM centre.person_private), 1::bigint, 'with their tours');
SELECT is(centre.headcount_at('2026-11-23') -> 'heads', '40'::jsonb, 'and the plan');
ROLLBACK;
BEGIN;
SELECT centre.load_plan(plan) FROM tap.given \g /dev/null
SELECT throws_ok($$SELECT centre.load_demo('2022-12-30', demo) FROM tap.given$$, 'MC002', NULL, 'no sample before the centre opens');
ROLLBACK;
-- A register has no gaps: samples before a paper of the office stay.
BEGIN;
SELECT load(centre.today()) \g /dev/null
INSERT INTO centre.paper (kind, type_code, symbol, abstract, signer, content) VALUES ('other', 'TB', 'TB-TTPVHCC', 'Thật', 'Võ Đức Thịnh', '{"form": 1}');
UPDATE centre.paper SET state = 'issued' WHERE NOT is_sample;
SELECT is(ask('motcua_director', 'DELETE FROM centre.paper WHERE is_sample AND state = ''issued'' AND type_code = ''TB'' RETURNING 1'), 'MC003 paper_only_drafts_go', 'a sample before it does not go');
SELECT is(ask('motcua_director', 'SELECT centre.remove_sample()'), '60', 'the sample goes');
SELECT is((SELECT string_agg(DISTINCT COALESCE(type_code, '-'), ' ') FROM centre.paper), 'TB', 'but for the papers of that register');
ROLLBACK;
-- Last, and not rolled back: pgTAP counts by it.
SELECT throws_ok($$SELECT centre.load_demo('2026-11-23', demo) FROM tap.given$$, 'MC002', 'load the plan first', 'the plan comes first');
SELECT * FROM finish();
