-- SPDX-License-Identifier: GPL-3.0-or-later
-- For each group: what works, and what it is refused.
SET search_path = tap, public;
BEGIN;
SELECT no_plan();
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA tap TO PUBLIC;
SELECT centre.load_plan(:'plan'::jsonb) \g /dev/null
SELECT centre.load_demo(centre.today(), :'demo'::jsonb) \g /dev/null
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
CREATE ROLE mai_director LOGIN IN ROLE motcua_director;
CREATE ROLE sup_one LOGIN IN ROLE motcua_supervision;
CREATE ROLE sup_two LOGIN IN ROLE motcua_supervision;
CREATE ROLE stranger LOGIN;
GRANT USAGE ON SCHEMA tap TO stranger;

-- What all groups read
SELECT is(tap.ask('motcua_' || g, 'SELECT count(*) FROM centre.' || t), n, g || ' reads ' || t)
  FROM unnest(ARRAY['director', 'deputy', 'roster_office', 'supervision', 'viewer', 'technician']) g,
       (VALUES ('agency', '30'), ('person', '60'), ('seat', '41'), ('day_override', '30')) AS x(t, n);
SELECT is(tap.ask('motcua_' || g, $$SELECT centre.headcount_at(centre.today()) ->> 'present'$$), '27', g || ' counts heads')
  FROM unnest(ARRAY['director', 'deputy', 'roster_office', 'supervision', 'viewer', 'technician']) g;
SELECT is(tap.ask('stranger', 'SELECT count(*) FROM centre.agency'), '42501', 'a stranger reads nothing');
SELECT is(tap.ask('stranger', $$SELECT centre.fold('x')$$), '42501', 'and calls nothing');

-- Who is who
SELECT is(tap.ask('motcua_' || g, 'SELECT centre.group_role()'), g, g || ' is known') FROM unnest(ARRAY['director', 'deputy', 'roster_office', 'supervision', 'viewer', 'technician']) g;
SELECT is(tap.ask('mai_director', $$SELECT login || ' ' || group_role FROM centre.whoami()$$), 'mai_director director', 'a login is known by its group');
SELECT is(tap.ask('stranger', 'SELECT 1'), '1', 'a stranger may ask the time');

-- Sensitive data
SELECT is(tap.ask('motcua_' || g, 'SELECT count(birth_date) FROM centre.person_private'), '42501', g || ' does not read the private table')
  FROM unnest(ARRAY['director', 'deputy', 'roster_office', 'supervision', 'viewer', 'technician']) g;
SELECT is(tap.ask('motcua_' || g, $$SELECT birth_date IS NOT NULL FROM centre.read_private((SELECT min(id) FROM centre.person), 'lập quyết định')$$), 'true', g || ' reads one birth date, with a purpose')
  FROM unnest(ARRAY['director', 'deputy', 'roster_office']) g;
SELECT is(tap.ask('motcua_' || g, $$SELECT birth_date FROM centre.read_private((SELECT min(id) FROM centre.person), 'tò mò')$$), 'MC003 group_required', g || ' does not')
  FROM unnest(ARRAY['supervision', 'viewer', 'technician']) g;
SELECT is(tap.ask('motcua_' || g, 'SELECT count(*) FROM centre.person_condition'), n, g || ' sees conditions: ' || n)
  FROM (VALUES ('director', '2'), ('deputy', '2'), ('roster_office', '2'), ('supervision', '2'), ('viewer', '0'), ('technician', '0')) x(g, n);
SELECT is(tap.ask('motcua_' || g, 'SELECT count(*) > 0 FROM centre.rating'), n, g || ' sees ratings: ' || n)
  FROM (VALUES ('director', 'true'), ('deputy', 'true'), ('roster_office', 'true'), ('supervision', 'true'), ('viewer', 'false'), ('technician', 'false')) x(g, n);
INSERT INTO centre.attachment (subject, subject_id, file_name, mime_type, content) SELECT 'person', min(id), 'qd.pdf', 'application/pdf', 'x' FROM centre.person;
INSERT INTO centre.attachment (subject, subject_id, file_name, mime_type, content) SELECT 'person', min(id), 'anh.png', 'image/png', 'y' FROM centre.person;
UPDATE centre.person SET photo_id = (SELECT id FROM centre.attachment WHERE mime_type = 'image/png') WHERE id = (SELECT min(id) FROM centre.person);
SELECT is(tap.ask('motcua_' || g, 'SELECT count(*) FROM centre.attachment'), n, g || ' sees files: ' || n)
  FROM (VALUES ('director', '2'), ('roster_office', '2'), ('supervision', '2'), ('viewer', '1'), ('technician', '1')) x(g, n);

-- Writing staff
SELECT is(tap.attempt('motcua_' || g, $$INSERT INTO centre.person (full_name) VALUES ('Người Mới')$$), n, g || ' adds a person: ' || n)
  FROM (VALUES ('director', 'ok'), ('deputy', 'ok'), ('roster_office', 'ok'), ('supervision', '42501'), ('viewer', '42501'), ('technician', '42501')) x(g, n);
SELECT is(tap.rows('motcua_' || g, $$UPDATE centre.tour SET signer = signer WHERE id = (SELECT max(id) FROM centre.tour)$$), n, g || ' edits a tour: ' || n)
  FROM (VALUES ('director', '1'), ('deputy', '1'), ('roster_office', '1'), ('supervision', '42501'), ('viewer', '42501'), ('technician', '42501')) x(g, n);
SELECT is(tap.attempt('motcua_' || g, $$SELECT centre.write_private((SELECT min(id) FROM centre.person), '1980-01-01', NULL, NULL, NULL)$$), n, g || ' writes a birth date: ' || n)
  FROM (VALUES ('director', 'ok'), ('roster_office', 'ok'), ('supervision', 'MC003 group_required'), ('viewer', 'MC003 group_required'), ('technician', 'MC003 group_required')) x(g, n);
SELECT is(tap.attempt('motcua_' || g, $$DELETE FROM centre.person WHERE full_name = 'Người Mới' AND id = (SELECT max(id) FROM centre.person)$$), n, g || ' deletes a person: ' || n)
  FROM (VALUES ('roster_office', 'ok'), ('supervision', '42501'), ('viewer', '42501'), ('technician', '42501')) x(g, n);

-- Writing the frame: agencies, posts, rules, settings
SELECT is(tap.attempt('motcua_' || g, $$UPDATE centre.agency_quota SET officers = officers WHERE id = (SELECT max(id) FROM centre.agency_quota)$$), n, g || ' sets quotas: ' || n)
  FROM (VALUES ('director', 'ok'), ('deputy', 'ok'), ('roster_office', '42501'), ('supervision', '42501'), ('viewer', '42501'), ('technician', '42501')) x(g, n);
SELECT is(tap.attempt('motcua_' || g, $$UPDATE centre.agency SET phone = '0292 000 0000' WHERE code = 'CT'$$), n, g || ' edits an agency''s address: ' || n)
  FROM (VALUES ('director', 'ok'), ('roster_office', 'ok'), ('supervision', '42501'), ('viewer', '42501'), ('technician', '42501')) x(g, n);
SELECT is(tap.attempt('motcua_' || g, $$UPDATE centre.rule_version SET note = 'x' WHERE topic = 'leave.annual'$$), n, g || ' edits rules: ' || n)
  FROM (VALUES ('director', 'ok'), ('roster_office', '42501'), ('technician', '42501')) x(g, n);
SELECT is(tap.attempt('motcua_' || g, $$SELECT centre.merge_agencies(ARRAY[(SELECT id FROM centre.agency WHERE code = 'NGV')], 'NG', 'Sở Đối ngoại', NULL, centre.today() + 40)$$), n, g || ' merges agencies: ' || n)
  FROM (VALUES ('roster_office', 'MC003 group_required'), ('supervision', 'MC003 group_required'), ('viewer', 'MC003 group_required'), ('technician', 'MC003 group_required'), ('director', 'ok')) x(g, n);

-- Supervisors write notes, their own
SELECT is(tap.attempt('sup_one', $$INSERT INTO centre.supervision_note (person_id, body) SELECT min(id), 'Đeo thẻ đầy đủ' FROM centre.person$$), 'ok', 'a supervisor writes a note');
SELECT is(tap.attempt('sup_one', $$INSERT INTO centre.supervision_note (body, login) VALUES ('x', 'sup_two')$$), '42501', 'not in another''s name');
SELECT is(tap.rows('sup_two', $$UPDATE centre.supervision_note SET body = 'x'$$), '0', 'nor over another''s note');
SELECT is(tap.rows('sup_one', $$UPDATE centre.supervision_note SET body = 'Đeo thẻ, đúng giờ'$$), '1', 'but over his own');
SELECT is(tap.ask('motcua_' || g, 'SELECT count(*) FROM centre.supervision_note'), n, g || ' sees the notes: ' || n)
  FROM (VALUES ('director', '1'), ('deputy', '1'), ('supervision', '1'), ('roster_office', '0'), ('viewer', '0'), ('technician', '0')) x(g, n);
SELECT is(tap.attempt('motcua_director', $$DELETE FROM centre.supervision_note$$), '42501', 'the director does not delete them');

-- The technician migrates and stays a technician
SELECT is(tap.attempt('motcua_technician', $$SET LOCAL ROLE motcua_owner; CREATE TABLE centre.later (id int); DROP TABLE centre.later$$), 'ok', 'the technician changes the schema');
SELECT is(tap.attempt('motcua_technician', $$INSERT INTO centre.schema_migration (name, sha256) VALUES ('9999-x.sql', 'x')$$), 'ok', 'and records it');
SELECT is(tap.attempt('motcua_technician', $$CREATE TABLE centre.later (id int)$$), '42501', 'but not without taking the role');
SELECT is(pg_has_role('motcua_' || g, 'motcua_owner', 'MEMBER'), g = 'technician', g || ' may take the owner''s role: ' || (g = 'technician'))
  FROM unnest(ARRAY['director', 'deputy', 'roster_office', 'supervision', 'viewer', 'technician']) g;

-- Audit and access log
SELECT is(tap.ask('motcua_' || g, $$SELECT count(*) > 0 FROM audit.change WHERE table_name = 'person'$$), n, g || ' sees the history of people: ' || n)
  FROM (VALUES ('director', 'true'), ('deputy', 'true'), ('roster_office', 'true'), ('supervision', 'true'), ('viewer', 'false'), ('technician', 'false')) x(g, n);
SELECT is(tap.ask('motcua_' || g, $$SELECT count(*) > 0 FROM audit.change WHERE table_name = 'setting'$$), n, g || ' sees the history of settings: ' || n)
  FROM (VALUES ('director', 'true'), ('roster_office', 'false'), ('technician', 'true')) x(g, n);
SELECT is(tap.ask('motcua_' || g, $$SELECT count(*) > 0 FROM audit.access$$), n, g || ' sees who read private data: ' || n)
  FROM (VALUES ('director', 'true'), ('deputy', 'true'), ('roster_office', '42501'), ('supervision', '42501'), ('viewer', '42501'), ('technician', '42501')) x(g, n);
SELECT is(tap.attempt('motcua_' || g, s), '42501', g || ' does not: ' || s)
  FROM unnest(ARRAY['director', 'deputy', 'roster_office', 'supervision', 'viewer', 'technician']) g,
       unnest(ARRAY['UPDATE audit.change SET login = ''x''', 'DELETE FROM audit.change', 'TRUNCATE audit.change',
                    'INSERT INTO audit.change (action, table_name, row_id, row_version) VALUES (''insert'', ''x'', 1, 1)',
                    'UPDATE audit.access SET purpose = ''x''', 'DELETE FROM audit.access', 'TRUNCATE audit.access',
                    'INSERT INTO audit.access (person_id, purpose, fields) VALUES (1, ''x'', ''{}'')']) s;
SELECT is(tap.attempt(w, s), 'MC003 audit_append_only', w || ' is stopped: ' || s)
  FROM unnest(ARRAY['motcua_owner', 'postgres']) w,
       unnest(ARRAY['UPDATE audit.change SET login = ''x''', 'DELETE FROM audit.change', 'TRUNCATE audit.change', 'UPDATE audit.access SET purpose = ''x''',
                    'DELETE FROM audit.access', 'TRUNCATE audit.access']) s;

-- Nor does the technician get round this with the owner's role
CREATE ROLE tech_one LOGIN IN ROLE motcua_technician;
INSERT INTO centre.account (login, display_name, group_role) VALUES ('tech_one', 'Kỹ thuật', 'technician');
SELECT is(tap.ask_as('tech_one', 'motcua_owner', 'SELECT centre.group_role()'), 'technician', 'who takes the owner''s role stays a technician');
SELECT is(tap.ask_as('tech_one', 'motcua_owner', format($$SELECT count(*) FROM (SELECT set_config('centre.anonymising', 'on', true)) s, %s$$, t)), n, 'the technician as owner sees of ' || t || ': ' || n)
  FROM (VALUES ('audit.change WHERE table_name NOT IN (''account'', ''setting'')', '0'), ('audit.access', '0'), ('centre.supervision_note', '0'),
               ('centre.person_private', '0'), ('centre.person_condition', '0'), ('centre.rating', '0'), ('centre.attachment', '1')) x(t, n);
SELECT is(tap.ask_as('tech_one', 'motcua_owner', $$SELECT count(*) > 0 FROM audit.change WHERE table_name = 'account'$$), 'true', 'and the history of accounts');
SELECT is(tap.ask_as('tech_one', 'motcua_owner', $$WITH s AS MATERIALIZED (SELECT set_config('centre.anonymising', 'on', true) AS x) UPDATE audit.change SET old = '{}' FROM s WHERE x = 'on' RETURNING 1$$),
          'MC003 audit_append_only', 'the technician does not rewrite the audit by saying that he anonymises');
SELECT set_config('centre.anonymising', '', true) \g /dev/null
SELECT is(tap.ask_as('tech_one', 'motcua_owner', $$SELECT audit.forget_person(1, '{}', '{}') FROM set_config('centre.anonymising', 'on', true)$$), '', 'nor by calling a part of it:');
SELECT set_config('centre.anonymising', '', true) \g /dev/null
SELECT isnt_empty($$SELECT 1 FROM audit.change WHERE table_name = 'person' AND row_id = (SELECT min(id) FROM centre.person) AND new ? 'full_name'$$, 'everything is there still');
SELECT is(tap.ask_as('tech_one', 'motcua_owner', $$UPDATE centre.person SET photo_id = (SELECT max(id) - 1 FROM centre.attachment) WHERE id = (SELECT min(id) FROM centre.person) RETURNING 1$$),
          'MC002 person_photo_own', 'nor does he make a scan a photo');
SELECT is(tap.ask_as('tech_one', 'motcua_technician', $$SELECT centre.add_account('moi.xem', 'Xem', 'viewer') > 0$$), 'true', 'his own work is still audited');

-- A photo is a picture of the person himself
INSERT INTO centre.attachment (subject, subject_id, file_name, mime_type, content) SELECT 'person', max(id), 'khac.png', 'image/png', 'z' FROM centre.person;
INSERT INTO centre.attachment (subject, subject_id, file_name, mime_type, content) SELECT 'tour', min(id), 'anh.png', 'image/png', 'z' FROM centre.tour;
SELECT is(tap.attempt('motcua_roster_office', format($$UPDATE centre.person SET photo_id = (SELECT id FROM centre.attachment WHERE %s LIMIT 1) WHERE id = (SELECT min(id) FROM centre.person)$$, a)), n, 'as photo ' || a || ': ' || n)
  FROM (VALUES ('file_name = ''qd.pdf''', 'MC002 person_photo_own'), ('file_name = ''khac.png''', 'MC002 person_photo_own'),
               ('subject = ''tour''', 'MC002 person_photo_own'), ('file_name = ''anh.png'' AND subject = ''person''', 'ok'), ('false', 'ok'), ('file_name = ''anh.png'' AND subject = ''person'' ', 'ok')) x(a, n);
SELECT is(tap.attempt('motcua_roster_office', $$UPDATE centre.attachment SET mime_type = 'text/plain' WHERE file_name = 'anh.png'$$), 'MC002 person_photo_own', 'a photo stays a picture');
SELECT is(tap.attempt('motcua_roster_office', $$DELETE FROM centre.attachment WHERE file_name = 'anh.png'$$), 'ok', 'and may go');
SELECT is((SELECT photo_id FROM centre.person WHERE id = (SELECT min(id) FROM centre.person)), NULL, 'the person has none then');

SELECT * FROM finish();
ROLLBACK;
