-- SPDX-License-Identifier: GPL-3.0-or-later
-- Floors and versions of the floor plan: for each group what works and what is refused; what is adopted stays.
SET search_path = tap, public;
BEGIN;
SELECT no_plan();
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA tap TO PUBLIC;
SELECT centre.load_plan(:'plan'::jsonb) \g /dev/null

-- Loading
CREATE TEMP TABLE small AS SELECT $${
  "name": "Mặt bằng thử", "sample": true,
  "floors": [{"code": "G", "name": "Tầng trệt", "level": 0}, {"code": "1", "name": "Tầng 1", "level": 1}],
  "layers": [{"code": "walls", "name": "Kiến trúc", "locked": true}, {"code": "counters", "name": "Quầy"}],
  "objects": [
    {"floor": "G", "layer": "walls", "kind": "wall", "points": [[0, 0], [10, 0], [10, 8]], "width": 0.2},
    {"floor": "G", "layer": "counters", "kind": "counter", "x": 3, "y": 4, "width": 1.6, "height": 0.8, "number": "1", "premises": 6},
    {"floor": "1", "layer": "counters", "kind": "counter", "x": 3, "y": 4, "width": 1.6, "height": 0.8, "number": "2"}]
}$$::jsonb AS plan;
GRANT SELECT ON small TO PUBLIC;
SELECT is(tap.ask('motcua_' || g, 'SELECT centre.load_floor_plan(plan, ''2022-12-31'') FROM small'), 'MC003 group_required', g || ' loads no plan')
  FROM unnest(ARRAY['roster_office', 'supervision', 'viewer', 'technician']) g;
SELECT is(tap.ask('motcua_director', 'SELECT centre.load_floor_plan(plan, ''2022-12-31'') > 0 FROM small'), 'true', 'the director loads one');
SELECT is(tap.ask('motcua_director', 'SELECT centre.load_floor_plan(plan, ''2022-12-31'') > 0 FROM small'), 'MC002 floor_plan_loaded_once', 'but once');
SELECT results_eq($$SELECT p.state, p.is_sample, count(o.id), count(DISTINCT o.floor_id), count(o.premises_item_id)
                      FROM centre.floor_plan p JOIN centre.plan_object o ON o.floor_plan_id = p.id GROUP BY p.id$$,
                  $$VALUES ('adopted', true, 3::bigint, 2::bigint, 1::bigint)$$, 'all of it is there');
CREATE TEMP TABLE ids AS
  SELECT p.id AS plan, (SELECT id FROM centre.floor WHERE code = 'G') AS floor,
         (SELECT id FROM centre.plan_layer WHERE floor_plan_id = p.id AND name = 'Quầy') AS layer, centre.today() AS today
    FROM centre.floor_plan p;
GRANT SELECT ON ids TO PUBLIC;

-- What is adopted stays
SELECT is(tap.attempt('motcua_director', s), 'MC003 floor_plan_adopted', 'refused: ' || s) FROM unnest(ARRAY[
  'UPDATE centre.plan_object SET x = x + 1 WHERE kind = ''counter''',
  'DELETE FROM centre.plan_object',
  'INSERT INTO centre.plan_object (floor_plan_id, floor_id, layer_id, kind) SELECT plan, floor, layer, ''chair'' FROM ids',
  'UPDATE centre.plan_layer SET name = ''x'' WHERE name = ''Quầy''',
  'INSERT INTO centre.plan_layer (floor_plan_id, name) SELECT plan, ''x'' FROM ids',
  'INSERT INTO centre.plan_background (floor_plan_id, floor_id, kind, file_name, content) SELECT plan, floor, ''image'', ''a.png'', ''x'' FROM ids',
  'DELETE FROM centre.floor_plan',
  'UPDATE centre.floor_plan SET name = ''x''',
  'UPDATE centre.floor_plan SET is_sample = false']) s;
SELECT is(tap.attempt('motcua_director', s), 'MC003 floor_plan_past', 'refused: ' || s) FROM unnest(ARRAY[
  'UPDATE centre.floor_plan SET state = ''draft''',
  'UPDATE centre.floor_plan SET during = daterange(''2023-01-31'', NULL)',
  'UPDATE centre.floor_plan SET during = daterange(''2022-12-31'', centre.today() - 1)']) s;
SELECT is(tap.attempt('motcua_director', 'UPDATE centre.floor_plan SET during = daterange(''2022-12-31'', centre.today()), note = ''hết''; UPDATE centre.floor_plan SET during = daterange(''2022-12-31'', NULL), note = NULL'),
          'ok', 'it may end today, and go on');
SELECT is(tap.attempt('motcua_roster_office', 'UPDATE centre.floor_plan SET during = daterange(''2022-12-31'', centre.today())'), 'MC003 group_required', 'not by the office');
SELECT is(tap.attempt('motcua_deputy', $$SELECT centre.begin_correction('vẽ sai'); UPDATE centre.floor_plan SET during = daterange('2023-01-31', NULL); SELECT set_config('centre.correction_reason', '', true)$$), 'ok',
          'with a reason the past is corrected');

-- Drafts beside it
SELECT is(tap.ask('motcua_' || g, 'SELECT centre.copy_floor_plan(plan, ''Bản sửa của ' || g || ''', today + 30) > 0 FROM ids'), w, g || ' copies a plan: ' || w)
  FROM (VALUES ('director', 'true'), ('deputy', 'true'), ('roster_office', 'true'), ('supervision', '42501'), ('viewer', '42501'), ('technician', '42501')) x(g, w);
SELECT is(tap.ask('motcua_director', 'SELECT centre.copy_floor_plan(0, ''x'', today) FROM ids'), 'MC002 floor_plan_exists', 'of nothing there is no copy');
CREATE TEMP TABLE draft AS
  SELECT p.id, l.id AS layer, i.floor FROM centre.floor_plan p, centre.plan_layer l, ids i
   WHERE p.name LIKE '%roster_office' AND l.floor_plan_id = p.id AND l.name = 'Quầy';
GRANT SELECT ON draft TO PUBLIC;
SELECT results_eq('SELECT kind, x, y, points, number, premises_item_id FROM centre.plan_object WHERE floor_plan_id = (SELECT id FROM draft) ORDER BY id',
                  'SELECT kind, x, y, points, number, premises_item_id FROM centre.plan_object WHERE floor_plan_id = (SELECT plan FROM ids) ORDER BY id', 'a copy is equal');
SELECT is((SELECT count(*) FROM centre.plan_object o JOIN draft d ON o.floor_plan_id = d.id JOIN centre.plan_layer l ON l.id = o.layer_id WHERE l.floor_plan_id <> d.id),
          0::bigint, 'and stands on layers of its own');
SELECT is(tap.attempt('motcua_' || g, 'UPDATE centre.plan_object SET x = x + 1 WHERE floor_plan_id = (SELECT id FROM draft)'), 'ok', g || ' moves things on a draft')
  FROM unnest(ARRAY['director', 'deputy', 'roster_office']) g;
SELECT is(tap.attempt('motcua_' || g, s), '42501', g || ' does not: ' || s)
  FROM unnest(ARRAY['supervision', 'viewer', 'technician']) g, unnest(ARRAY[
    'UPDATE centre.plan_object SET x = x + 1', 'DELETE FROM centre.floor_plan', 'INSERT INTO centre.plan_layer (floor_plan_id, name) SELECT id, ''x'' FROM draft',
    'UPDATE centre.plan_background SET opacity = 1', 'UPDATE centre.floor SET level = 2']) s;
SELECT is(tap.ask('motcua_' || g, 'SELECT count(*) FROM centre.plan_object'), '12', g || ' sees all plans')
  FROM unnest(ARRAY['director', 'deputy', 'roster_office', 'supervision', 'viewer', 'technician']) g;

-- What never may be
SELECT is(tap.attempt('motcua_director', 'INSERT INTO centre.plan_object (floor_plan_id, floor_id, layer_id, ' || c || ') SELECT id, floor, layer, ' || v || ' FROM draft'), r, c || ' ' || v || ': ' || r)
  FROM (VALUES
    ('kind', '''chair''', 'ok'),
    ('kind', '''elephant''', '23514 plan_object_kind'),
    ('kind, rotation', '''chair'', 360', '23514 plan_object_rotation'),
    ('kind, x', '''chair'', ''NaN''', '23514 plan_object_in_reach'),
    ('kind, y', '''chair'', 1001', '23514 plan_object_in_reach'),
    ('kind, width', '''chair'', -1', '23514 plan_object_size'),
    ('kind, points', '''chair'', ''[[0, 0], [1, 1]]''', '23514 plan_object_points'),
    ('kind', '''wall''', '23514 plan_object_points'),
    ('kind, points', '''wall'', ''[[0, 0]]''', '23514 plan_object_points'),
    ('kind, points', '''wall'', ''[[0, 0], [1, "a"]]''', '23514 plan_object_points'),
    ('kind, points', '''wall'', ''[[0, 0], [1, 2000]]''', '23514 plan_object_points'),
    ('kind, points', '''wall'', ''[[0, 0], [1]]''', '23514 plan_object_points'),
    ('kind, points', '''wall'', ''{}''', '23514 plan_object_points'),
    ('kind, points', '''wall'', ''[[0, 0], [1, 2.5]]''', 'ok'),
    ('kind, points, area_use', '''area'', ''[[0, 0], [1, 0]]'', ''waiting''', '23514 plan_object_points'),
    ('kind, points', '''area'', ''[[0, 0], [1, 0], [1, 1]]''', '23514 plan_object_area'),
    ('kind, points, area_use', '''area'', ''[[0, 0], [1, 0], [1, 1]]'', ''sauna''', '23514 plan_object_area_use'),
    ('kind, points, area_use', '''area'', ''[[0, 0], [1, 0], [1, 1]]'', ''waiting''', 'ok'),
    ('kind, area_use', '''chair'', ''waiting''', '23514 plan_object_area'),
    ('kind, number', '''counter'', '' ''', '23514 plan_object_number_given'),
    ('kind, number', '''counter'', ''1''', '23P01 plan_object_counter_once'),
    ('kind, number', '''chair'', ''1''', 'ok'),
    ('kind, props', '''chair'', ''[]''', '23514 plan_object_props')) x(c, v, r);
SELECT is(tap.attempt('motcua_director', 'INSERT INTO centre.plan_object (floor_plan_id, floor_id, layer_id, kind) SELECT d.id, d.floor, i.layer, ''chair'' FROM draft d, ids i'),
          '23503 plan_object_layer', 'not on the layer of another plan');
SELECT is(tap.attempt('motcua_director', s), 'ok', 'numbers change places in one go')
  FROM (SELECT 'UPDATE centre.plan_object SET number = CASE number WHEN ''1'' THEN ''2'' ELSE ''1'' END WHERE kind = ''counter'' AND floor_plan_id = (SELECT id FROM draft)') x(s);
SELECT is(tap.attempt('motcua_director', 'INSERT INTO centre.floor_plan (name, state, during) SELECT ''x'', ''adopted'', daterange(today + 90, NULL) FROM ids'), 'MC002 floor_plan_begins_as_draft', 'a plan begins as a draft');
SELECT is(tap.attempt('motcua_director', 'INSERT INTO centre.floor_plan (name, during) VALUES (''x'', ''empty'')'), '23514 floor_plan_during_bounded', 'with a period');
SELECT is(tap.attempt('motcua_director', 'UPDATE centre.floor_plan SET state = ''adopted'' WHERE id = (SELECT id FROM draft)'), '23P01 floor_plan_one_adopted', 'two are not in force at a time');
SELECT is(tap.attempt('motcua_director', 'INSERT INTO centre.plan_background (floor_plan_id, floor_id, kind, file_name, content' || c || ') SELECT id, floor, ''image'', ' || v || ' FROM draft'), r, 'background ' || v || ': ' || r)
  FROM (VALUES ('', '''a.png'', ''x''', 'ok'), ('', '''a/b.png'', ''x''', '23514 plan_background_file_name'), ('', '''a.png'', ''''', '23514 plan_background_at_most_20_mib'),
               (', scale', '''a.png'', ''x'', 0', '23514 plan_background_scale'), (', opacity', '''a.png'', ''x'', 1.5', '23514 plan_background_opacity'),
               (', rotation', '''a.png'', ''x'', -1', '23514 plan_background_rotation'), (', x', '''a.png'', ''x'', 1e6', '23514 plan_background_in_reach')) x(c, v, r);

-- Adopting
SELECT is(tap.ask('motcua_' || g, 'SELECT centre.adopt_floor_plan(id, centre.today() + 30)::text FROM draft'), 'MC003 group_required', g || ' adopts nothing')
  FROM unnest(ARRAY['roster_office', 'supervision', 'viewer', 'technician']) g;
SELECT is(tap.attempt('motcua_roster_office', 'UPDATE centre.floor_plan SET state = ''adopted'' WHERE id = (SELECT id FROM draft)'), 'MC003 group_required', 'not by hand either');
SELECT is(tap.attempt('motcua_director', 'SELECT centre.adopt_floor_plan(id, centre.today() + 30) FROM draft'), 'ok', 'the director adopts');
SELECT results_eq('SELECT during FROM centre.floor_plan WHERE state = ''adopted'' ORDER BY during',
                  'SELECT daterange(''2023-01-31'', today + 30) FROM ids UNION ALL SELECT daterange(today + 30, NULL) FROM ids', 'one follows the other');
SELECT is(tap.attempt('motcua_deputy', 'UPDATE centre.floor_plan SET state = ''draft'' WHERE id = (SELECT id FROM draft);
                                        UPDATE centre.floor_plan SET during = daterange(lower(during), NULL) WHERE id = (SELECT plan FROM ids)'), 'ok', 'before its day it is taken back');
SELECT is(tap.attempt('motcua_roster_office', 'DELETE FROM centre.floor_plan WHERE id = (SELECT id FROM draft)'), 'ok', 'a draft is thrown away');
SELECT is((SELECT count(*) FROM centre.plan_object WHERE floor_plan_id = (SELECT id FROM draft)), 0::bigint, 'with all that is on it');

-- The sample's own
\set floor_plan `cat :tree/data/demo/floor-plan.json`
SELECT set_config('centre.correction_reason', 'test', true) \g /dev/null
UPDATE centre.floor_plan SET state = 'draft' WHERE state = 'adopted';
DELETE FROM centre.floor_plan;
DELETE FROM centre.floor;
SELECT set_config('centre.correction_reason', '', true) \g /dev/null
SELECT centre.load_demo(centre.today(), :'demo'::jsonb) \g /dev/null
SELECT centre.load_floor_plan(:'floor_plan'::jsonb, min(lower(s.during))) FROM centre.section s \g /dev/null
SELECT is_empty('SELECT i.area, i.item FROM centre.premises_item i WHERE NOT EXISTS (SELECT FROM centre.plan_object o WHERE o.premises_item_id = i.id)',
                'all that the founding document asks for stands on the plan');
SELECT results_eq('SELECT c.number::text, c.level, c.seats FROM centre.counter c WHERE c.during @> centre.today() ORDER BY c.number',
                  $$SELECT o.number, f.level, COALESCE((o.props ->> 'seats')::int, 1) FROM centre.plan_object o JOIN centre.floor f ON f.id = o.floor_id
                     WHERE o.kind = 'counter' ORDER BY o.number::int$$, 'every counter stands on its floor, with its seats');
SELECT is(tap.ask('motcua_director', 'SELECT centre.copy_floor_plan(max(id), ''Sửa'', centre.today() + 9) > 0 FROM centre.floor_plan'), 'true', 'somebody draws on from it');
SELECT is(tap.ask('motcua_deputy', 'SELECT centre.remove_sample()'), 'MC003 group_required', 'only the director takes the sample away');
SELECT is(tap.ask('motcua_director', 'SELECT centre.remove_sample() > 0'), 'true', 'the sample goes');
SELECT results_eq('SELECT name FROM centre.floor_plan', ARRAY['Sửa'], 'with its plan; what was drawn after it stays');

SELECT * FROM finish();
ROLLBACK;
