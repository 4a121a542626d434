-- SPDX-License-Identifier: GPL-3.0-or-later
-- One person's own data as one object, who may be the same person, and removal after the term.
\ir support/sample.psql
CREATE TEMP TABLE who AS SELECT max(id) FILTER (WHERE full_name = 'Lâm Thị Ý Nhi') AS nhi, max(id) FILTER (WHERE full_name = 'Đặng Văn Ẩn') AS an,
                                max(id) FILTER (WHERE full_name = 'Nguyễn Văn Hoà') AS hoa FROM centre.person;
GRANT SELECT ON who TO PUBLIC;

-- A copy for the person
CREATE TEMP TABLE copy AS SELECT tap.ask('motcua_roster_office', 'SELECT centre.person_data(nhi) FROM who')::jsonb AS data;
SELECT is((SELECT data -> 'person' ->> 'full_name' FROM copy), 'Lâm Thị Ý Nhi', 'the copy names the person');
SELECT is((SELECT data -> 'person_private' -> 0 ->> 'private_phone' FROM copy), (SELECT private_phone FROM centre.person_private WHERE person_id = (SELECT nhi FROM who)), 'holds what is private');
SELECT is((SELECT data -> 'person_condition' -> 0 ->> 'kind' FROM copy), 'maternity', 'and conditions');
SELECT ok((SELECT bool_and(data ? k) FROM copy, unnest(ARRAY['tour', 'tour_extension', 'appointment', 'home_agency', 'qualification', 'field_competence', 'service', 'rating', 'attachment', 'account', 'access', 'supervision_note']) k), 'and everything else');
SELECT is((SELECT fields FROM audit.access WHERE person_id = (SELECT nhi FROM who) ORDER BY id DESC LIMIT 1), ARRAY['all'], 'and is logged');
SELECT is(tap.ask('motcua_' || g, 'SELECT centre.person_data(nhi) FROM who'), 'MC003 group_required', g || ' gets no copy') FROM unnest(ARRAY['supervision', 'viewer', 'technician']) g;
SELECT is(tap.ask('motcua_director', 'SELECT centre.person_data(999999)'), 'MC002 person_exists', 'nobody has no copy');

-- Duplicates
SELECT is(tap.ask('motcua_roster_office', $$SELECT count(*) FROM centre.same_person('nguyễn văn hòa', NULL, NULL)$$), '2', 'two may be the same by name');
SELECT is(tap.ask('motcua_roster_office', $$SELECT string_agg(s::text, ' ') = min(w.hoa)::text FROM who w, centre.same_person('NGUYEN VAN HOA', NULL, (SELECT id FROM centre.agency WHERE code = 'NV' AND during @> date '2025-01-01')) s$$), 'true', 'one by agency, also by its old row');
SELECT is(tap.ask('motcua_roster_office', $$SELECT count(*) FROM centre.same_person('Nguyễn Văn Hoà', '1900-02-02', NULL)$$), '0', 'none by another birth date');
SELECT is(tap.ask('motcua_viewer', $$SELECT count(*) FROM centre.same_person('Nguyễn Văn Hoà', NULL, NULL)$$), 'MC003 group_required', 'a viewer may not ask');

-- Removal
SELECT is(tap.attempt('motcua_roster_office', $$SELECT centre.anonymise_person(an, 'hết hạn') FROM who$$), 'MC003 group_required', 'the roster office does not anonymise');
SELECT is(tap.attempt('motcua_director', $$SELECT centre.anonymise_person(an, ' ') FROM who$$), 'MC002 anonymise_reason', 'not without a reason');
INSERT INTO centre.person (full_name) VALUES ('Người Thật');
SELECT set_config('centre.correction_reason', 'for the test', false) \g /dev/null
INSERT INTO centre.tour (person_id, agency_id, kind, during) SELECT max(p.id), (SELECT id FROM centre.agency WHERE code = 'CT'), 'own', daterange(centre.today() - 4000, (centre.today() - interval '10 years')::date + 1) FROM centre.person p;
SELECT is(tap.attempt('motcua_director', $$SELECT centre.anonymise_person((SELECT max(id) FROM centre.person), 'hết hạn')$$), 'MC002 anonymise_after_retention', 'not a day before the term is over');
UPDATE centre.setting SET value = '9' WHERE key = 'retention.years';
SELECT is(tap.attempt('motcua_director', $$SELECT centre.anonymise_person((SELECT max(id) FROM centre.person), 'hết hạn')$$), 'ok', 'but after it');
INSERT INTO centre.person (full_name) VALUES ('Người Đang Làm');
INSERT INTO centre.tour (person_id, agency_id, kind, during) SELECT max(p.id), (SELECT id FROM centre.agency WHERE code = 'CT'), 'own', daterange(centre.today() - 9000, NULL) FROM centre.person p;
SELECT is(tap.attempt('motcua_director', $$SELECT centre.anonymise_person((SELECT max(id) FROM centre.person), 'hết hạn')$$), 'MC002 anonymise_after_retention', 'nobody who is still here');

INSERT INTO centre.attachment (subject, subject_id, file_name, mime_type, content) SELECT 'person', an, 'cv.pdf', 'application/pdf', 'x' FROM who;
INSERT INTO centre.attachment (subject, subject_id, file_name, mime_type, content) SELECT 'tour', t.id, 'qd.pdf', 'application/pdf', 'x' FROM who, centre.tour t WHERE t.person_id = an;
-- Traces of all kinds, each with a word of its own
INSERT INTO centre.account (login, display_name, group_role) VALUES ('an.dv', 'DAUVET tên', 'viewer');
UPDATE centre.account SET person_id = (SELECT an FROM who) WHERE login = 'an.dv';
INSERT INTO centre.account (login, display_name, group_role, person_id) SELECT 'nhi.lt', 'GIỮLẠI', 'viewer', nhi FROM who;
SELECT set_config('centre.correction_reason', 'thử', true) \g /dev/null
UPDATE centre.tour SET end_note = 'DAUVET lý do' WHERE person_id = (SELECT an FROM who);
UPDATE centre.tour SET end_note = NULL WHERE person_id = (SELECT an FROM who) AND id = (SELECT min(t.id) FROM centre.tour t, who WHERE t.person_id = an);
INSERT INTO centre.field_competence (person_id, field_id, level, during, note) SELECT an, (SELECT max(id) FROM centre.field), 'trained', '[2001-01-01,2001-02-01)', 'DAUVET nghề' FROM who;
INSERT INTO centre.attachment (subject, subject_id, file_name, mime_type, content, note) SELECT 'appointment', a.id, 'DAUVET.pdf', 'application/pdf', 'x', 'DAUVET tệp' FROM who, centre.appointment a WHERE a.person_id = an;
INSERT INTO centre.attachment (subject, subject_id, file_name, mime_type, content) SELECT 'tour', t.id, 'DAUVET cũ.pdf', 'application/pdf', 'x' FROM who, centre.tour t WHERE t.person_id = an;
DELETE FROM centre.attachment WHERE file_name = 'DAUVET cũ.pdf';
INSERT INTO centre.rating (person_id, year, level, rated_by) SELECT an, 1999, 'good', 'DAUVET ai' FROM who;
UPDATE centre.rating SET person_id = (SELECT nhi FROM who), rated_by = 'khác' WHERE year = 1999;
INSERT INTO centre.supervision_note (person_id, body) SELECT an, 'DAUVET thấy' FROM who;
-- Papers: one issued, a draft about the person, a draft that only names it, and one that does not.
CREATE FUNCTION pg_temp.paper(about bigint, said text) RETURNS bigint LANGUAGE sql AS $$
  INSERT INTO centre.paper (kind, type_code, symbol, abstract, signer, capacity, person_id, subject, subject_id, content)
    SELECT 'other', 'TB', 'TB-TTPVHCC', 'Về ' || said, 'Võ Đức Thịnh', 'own', about, CASE WHEN about IS NOT NULL THEN 'tour' END,
           (SELECT max(t.id) FROM centre.tour t WHERE t.person_id = about),
           jsonb_build_object('form', 1, 'body', jsonb_build_array(jsonb_build_object('kind', 'paragraph', 'text', said))) RETURNING id $$;
CREATE TEMP TABLE paper_of AS SELECT pg_temp.paper(an, 'Đặng Văn Ẩn làm việc tại quầy') AS issued, pg_temp.paper(an, 'Đặng Văn Ẩn nghỉ') AS draft,
                                     pg_temp.paper(NULL, 'lịch của Đặng Văn Ẩn và Nguyễn Văn Hoà') AS roster, pg_temp.paper(hoa, 'Nguyễn Văn Hoà') AS other FROM who;
UPDATE centre.paper SET state = 'issued' WHERE id = (SELECT issued FROM paper_of);
CREATE TEMP TABLE sealed AS SELECT content, sha256, abstract, number FROM centre.paper WHERE id = (SELECT issued FROM paper_of);
SELECT is(tap.would('motcua_director', format('UPDATE centre.paper SET person_id = NULL, subject = NULL, subject_id = NULL WHERE id = %s', issued)),
          'MC003 paper_issued_stays', 'nobody cuts a paper from its matter by hand') FROM paper_of;

SELECT set_config('centre.correction_reason', '', true) \g /dev/null
SELECT cmp_ok((SELECT count(*) FROM audit.change c WHERE concat(c.old, c.new) LIKE '%DAUVET%'), '>=', 12::bigint, 'traces are there before');
CREATE TEMP TABLE audit_before AS SELECT count(*) AS n FROM audit.change;
SELECT is(tap.attempt('motcua_director', $$SELECT centre.anonymise_person(an, 'dữ liệu mẫu') FROM who$$), 'ok', 'a sample goes at any time');
SELECT results_eq($$SELECT p.full_name LIKE 'Đã ẩn danh %', p.public_phone, p.email, p.anonymised_on = centre.today() FROM centre.person p, who WHERE p.id = an$$, $$VALUES (true, NULL::text, NULL::text, true)$$, 'the person has no name any more');
SELECT is((SELECT count(*) FROM centre.person_private v, who WHERE v.person_id = an) + (SELECT count(*) FROM centre.rating v, who WHERE v.person_id = an) + (SELECT count(*) FROM centre.qualification v, who WHERE v.person_id = an)
          + (SELECT count(*) FROM centre.service v, who WHERE v.person_id = an) + (SELECT count(*) FROM centre.attachment), 0::bigint, 'no private data, ratings, degrees, service or files');
SELECT ok((SELECT count(*) > 0 FROM centre.tour t, who WHERE t.person_id = an) AND (SELECT count(*) > 0 FROM centre.appointment t, who WHERE t.person_id = an), 'tours and appointments stay as bare facts');
SELECT is_empty($$SELECT c.id FROM audit.change c WHERE c.old::text LIKE '%Đặng Văn Ẩn%' OR c.new::text LIKE '%Đặng Văn Ẩn%' OR c.new::text LIKE '%dang.van.an%'$$, 'the audit has forgotten the name');
SELECT is_empty($$SELECT c.table_name, c.old, c.new FROM audit.change c WHERE concat(c.old, c.new) LIKE '%DAUVET%'$$, 'nor are there notes, file names or accounts in it');
SELECT is_empty($$SELECT c.id FROM audit.change c, who WHERE c.table_name = 'account' AND an::text IN (c.old ->> 'person_id', c.new ->> 'person_id')$$, 'nor which account was the person''s');
SELECT is_empty($$SELECT 1 FROM centre.field_competence, who WHERE person_id = an AND note IS NOT NULL UNION ALL SELECT 1 FROM centre.tour, who WHERE person_id = an AND end_note IS NOT NULL UNION ALL SELECT 1 FROM centre.account WHERE display_name LIKE 'DAUVET%'$$, 'nor in the tables');
SELECT isnt_empty($$SELECT 1 FROM audit.change c, who WHERE c.table_name = 'tour' AND c.new ->> 'person_id' = an::text AND c.new ? 'during'$$, 'of tours the audit keeps the bare facts');
SELECT isnt_empty($$SELECT 1 FROM audit.change c WHERE c.table_name = 'account' AND c.new ->> 'display_name' = 'GIỮLẠI'$$, 'others are left as they are');
SELECT ok((SELECT count(*) FROM audit.change) > (SELECT n FROM audit_before), 'and no row of it is gone');
SELECT results_eq($$SELECT action COLLATE "C", login COLLATE "C", group_role COLLATE "C", reason COLLATE "C" FROM audit.change, who WHERE table_name = 'person' AND row_id = an ORDER BY id DESC LIMIT 1$$,
                  $$VALUES ('anonymise' COLLATE "C", 'postgres' COLLATE "C", 'director' COLLATE "C", 'dữ liệu mẫu' COLLATE "C")$$, 'it says who removed, and why');
SELECT results_eq('SELECT content, sha256, abstract, number FROM centre.paper WHERE id = (SELECT issued FROM paper_of)', 'SELECT content, sha256, abstract, number FROM sealed', 'what was issued stays as it was sealed');
SELECT is((SELECT sha256 FROM sealed), (SELECT encode(sha256(convert_to(content::text, 'UTF8')), 'hex') FROM centre.paper WHERE id = (SELECT issued FROM paper_of)), 'and its seal holds');
SELECT results_eq('SELECT person_id, subject COLLATE "C", subject_id FROM centre.paper WHERE id = (SELECT issued FROM paper_of)', 'VALUES (NULL::bigint, NULL::text, NULL::bigint)', 'but leads to the person no more');
SELECT is_empty('SELECT id FROM centre.paper WHERE id = (SELECT draft FROM paper_of)', 'a draft about the person is gone');
SELECT is((SELECT content::text || abstract FROM centre.paper WHERE id = (SELECT roster FROM paper_of)) LIKE '%Đặng Văn Ẩn%', false, 'a draft that names the person has lost the name');
SELECT is((SELECT count(*) FROM centre.paper, paper_of WHERE id IN (roster, other) AND content::text LIKE '%Nguyễn Văn Hoà%'), 2::bigint, 'and keeps those of others');
SELECT is(tap.attempt('postgres', $$UPDATE audit.change SET old = NULL$$), 'MC003 audit_append_only', 'afterwards the audit is as closed as before');

SELECT * FROM finish();
ROLLBACK;
