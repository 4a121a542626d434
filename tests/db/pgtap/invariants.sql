-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every invariant: what is accepted and what is refused, in the name of the director.
SET search_path = tap, public;
BEGIN;
SELECT no_plan();
SELECT centre.load_plan(:'plan'::jsonb) \g /dev/null
SELECT centre.load_demo(centre.today(), :'demo'::jsonb) \g /dev/null
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;

CREATE FUNCTION pg_temp.try(statement text, outcome text, what text) RETURNS text
  LANGUAGE sql AS $$ SELECT is(tap.attempt('motcua_director', statement), outcome, what) $$;
CREATE FUNCTION pg_temp.of(wanted text) RETURNS bigint
  LANGUAGE sql AS $$ SELECT id FROM centre.agency WHERE code = wanted AND during @> centre.today() $$;
-- A person and an agency to play with.
INSERT INTO centre.person (full_name) VALUES ('Thử Văn Một'), ('Thử Văn Hai');
CREATE TEMP TABLE who AS SELECT max(id) FILTER (WHERE full_name LIKE '%Một') AS one, max(id) FILTER (WHERE full_name LIKE '%Hai') AS two,
                                pg_temp.of('NV') AS nv, pg_temp.of('CT') AS ct, centre.today() AS today FROM centre.person;
GRANT SELECT ON who TO PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA tap TO PUBLIC;

-- Tours
SELECT pg_temp.try($$INSERT INTO centre.tour (person_id, agency_id, kind, during) SELECT one, nv, 'seconded', daterange(today, today + 400) FROM who$$, 'ok', 'a tour');
SELECT pg_temp.try($$INSERT INTO centre.tour (person_id, agency_id, kind, during) SELECT one, ct, 'seconded', daterange(today + 399, today + 500) FROM who$$,
                   '23P01 tour_no_overlap', 'no second tour of one person at the same time, not by a day');
SELECT pg_temp.try($$INSERT INTO centre.tour (person_id, agency_id, kind, during) SELECT one, ct, 'seconded', daterange(today + 400, today + 500) FROM who$$, 'ok', 'but one after the other');
SELECT pg_temp.try($$INSERT INTO centre.tour (person_id, agency_id, kind, during) SELECT two, nv, 'seconded', 'empty' FROM who$$, '23514 tour_during_bounded', 'no empty tour');
SELECT pg_temp.try($$INSERT INTO centre.tour (person_id, agency_id, kind, during) SELECT two, nv, 'seconded', daterange(NULL, today) FROM who$$, '23514 tour_during_bounded', 'no tour without begin');
SELECT pg_temp.try($$INSERT INTO centre.tour (person_id, agency_id, kind, during) SELECT two, nv, 'guest', daterange(today, today + 9) FROM who$$, '23514 tour_kind', 'no other kind of tour');
SELECT pg_temp.try($$INSERT INTO centre.tour (person_id, agency_id, kind, during, end_reason) SELECT two, nv, 'own', daterange(today, NULL), 'recalled' FROM who$$,
                   '23514 tour_ended_has_end', 'no reason of the end without an end');
SELECT pg_temp.try($$INSERT INTO centre.tour (person_id, agency_id, kind, during, planned_until) SELECT two, nv, 'own', daterange(today, NULL), today FROM who$$,
                   '23514 tour_planned_after_start', 'no term that ends before it begins');
SELECT pg_temp.try($$INSERT INTO centre.tour (person_id, agency_id, kind, during) SELECT two, 999999, 'own', daterange(today, NULL) FROM who$$, '23503 tour_agency_id_fkey', 'no tour from nowhere');
SELECT pg_temp.try($$INSERT INTO centre.tour_extension (tour_id, old_until, new_until) SELECT id, upper(during), upper(during) FROM centre.tour WHERE person_id = (SELECT one FROM who) LIMIT 1$$,
                   '23514 tour_extension_longer', 'an extension makes longer');

-- Appointments and seats
SELECT pg_temp.try($$INSERT INTO centre.appointment (person_id, seat_id, during)
                     SELECT two, (SELECT seat_id FROM centre.seats_at(today) WHERE post_code = 'director'), daterange(today, today + 1) FROM who$$,
                   '23P01 appointment_seat_no_overlap', 'nobody on a seat that is taken');
UPDATE centre.appointment SET during = daterange(lower(during), centre.today() + 10)
 WHERE seat_id = (SELECT seat_id FROM centre.seats_at(centre.today()) WHERE post_code = 'guard');
SELECT pg_temp.try($$INSERT INTO centre.appointment (person_id, seat_id, during)
                     SELECT one, (SELECT seat_id FROM centre.seats_at(today) WHERE post_code = 'guard'), daterange(today + 10, today + 20) FROM who$$, 'ok', 'but from the day when it is free');
UPDATE centre.appointment SET during = daterange(lower(during), centre.today() + 10)
 WHERE seat_id = (SELECT seat_id FROM centre.seats_at(centre.today()) WHERE post_code IN ('staff')) OR seat_id = (SELECT seat_id FROM centre.seats_at(centre.today()) WHERE post_code = 'head_reception');
SELECT pg_temp.try($$INSERT INTO centre.appointment (person_id, seat_id, during)
                     SELECT one, (SELECT seat_id FROM centre.seats_at(today) WHERE post_code = 'staff'), daterange(today + 15, today + 20) FROM who$$,
                   '23P01 appointment_one_main_post', 'one main post at a time');
SELECT pg_temp.try($$INSERT INTO centre.appointment (person_id, seat_id, during, concurrent)
                     SELECT one, (SELECT seat_id FROM centre.seats_at(today) WHERE post_code = 'head_reception'), daterange(today + 15, today + 20), true FROM who$$,
                   'ok', 'another one concurrently');
SELECT pg_temp.try($$SELECT centre.begin_correction('ghi bổ sung'); INSERT INTO centre.appointment (person_id, seat_id, during)
                     SELECT two, (SELECT seat_id FROM centre.seats_at(today) WHERE post_code = 'staff'), '[2022-01-01,2022-02-01)' FROM who$$,
                   'MC002 appointment_within_seat', 'nobody on a seat before it exists');
SELECT pg_temp.try($$INSERT INTO centre.seat (post_id, number, during) SELECT id, 1, during FROM centre.post WHERE code = 'guard'$$, '23P01 seat_number_once', 'a seat has one number');
SELECT pg_temp.try($$INSERT INTO centre.seat (post_id, number, during) SELECT id, 9, '(,)' FROM centre.post WHERE code = 'guard'$$, 'MC002 seat_within_post', 'a seat lives within its post');
SELECT pg_temp.try($$UPDATE centre.seat SET during = daterange(lower(during), centre.today()) WHERE id = (SELECT seat_id FROM centre.seats_at(centre.today()) WHERE post_code = 'clerk')$$,
                   'MC002 appointment_within_seat', 'a seat does not go from under who sits on it');
SELECT pg_temp.try($$UPDATE centre.post SET reports_to_post_id = id WHERE code = 'guard'$$, '23514 post_reports_to_another', 'no post reports to itself');
SELECT pg_temp.try($$UPDATE centre.post SET reports_to_post_id = (SELECT id FROM centre.post WHERE code = 'guard') WHERE code = 'director'$$,
                   'MC002 post_reports_upwards', 'nor in a ring');
SELECT pg_temp.try($$UPDATE centre.post SET reports_to_post_id = (SELECT id FROM centre.post WHERE code = 'deputy_director') WHERE code = 'head_admin'$$,
                   'ok', 'a section may be led by a deputy');
SELECT is(tap.attempt('motcua_roster_office', $$UPDATE centre.post SET reports_to_post_id = NULL WHERE code = 'guard'$$), '42501', 'the lines are drawn by the leaders');
UPDATE centre.appointment SET during = daterange(lower(during), centre.today())
 WHERE seat_id IN (SELECT seat_id FROM centre.seats_at(centre.today()) WHERE post_code = 'deputy_director');
SELECT pg_temp.try($$INSERT INTO centre.seat (post_id, number, during) SELECT id, 3, during FROM centre.post WHERE code = 'deputy_director'$$, 'MC002 post_max_seats', 'at most two deputies');
SELECT pg_temp.try($$INSERT INTO centre.seat (post_id, number, during) SELECT id, 2, during FROM centre.post WHERE code = 'director'$$, 'MC002 post_max_seats', 'one director');
SELECT pg_temp.try($$UPDATE centre.seat SET during = daterange(lower(during), centre.today()) WHERE number = 2 AND post_id = (SELECT id FROM centre.post WHERE code = 'deputy_director');
                     INSERT INTO centre.seat (post_id, number, during) SELECT id, 3, daterange(centre.today(), NULL) FROM centre.post WHERE code = 'deputy_director'$$,
                   'ok', 'another deputy when one goes');
SELECT pg_temp.try($$INSERT INTO centre.seat (post_id, number, during) SELECT id, n, during FROM centre.post, generate_series(28, 30) n WHERE code = 'reception'$$, 'ok', 'reception up to its ceiling of 30');
SELECT pg_temp.try($$INSERT INTO centre.seat (post_id, number, during) SELECT id, 31, during FROM centre.post WHERE code = 'reception'$$, 'MC002 section_ceiling', 'and not one more');
SELECT pg_temp.try($$UPDATE centre.section SET ceiling = 29 WHERE code = 'TNTKQ'$$, 'MC002 section_ceiling', 'nor a lower ceiling over more seats');

-- Agencies
SELECT pg_temp.try($$INSERT INTO centre.agency (code, kind, during) VALUES ('NV', 'department', '[2030-01-01,)')$$, '23P01 agency_code_once', 'one agency at a time bears a code');
SELECT pg_temp.try($$INSERT INTO centre.agency (code, kind, is_office, during) VALUES ('VP2', 'office', true, '[2030-01-01,)')$$, '23P01 agency_one_office', 'one Office at a time');
SELECT pg_temp.try($$INSERT INTO centre.agency_name (agency_id, name, short_name, during) SELECT nv, 'Sở khác', 'Sở khác', '[2030-01-01,)' FROM who$$, '23P01 agency_name_no_overlap', 'one name at a time');
SELECT pg_temp.try($$INSERT INTO centre.agency_quota (agency_id, officers, during) SELECT nv, 2, '[2030-01-01,)' FROM who$$, '23P01 agency_quota_no_overlap', 'one quota at a time');
SELECT pg_temp.try($$UPDATE centre.agency_quota SET officers = -1 WHERE agency_id = (SELECT nv FROM who)$$, '23514 agency_quota_not_negative', 'no quota below nothing');
SELECT pg_temp.try($$UPDATE centre.agency_quota SET officers = officers + 3 WHERE agency_id = (SELECT nv FROM who)$$, 'ok', 'quotas together up to the ceiling');
SELECT pg_temp.try($$UPDATE centre.agency_quota SET officers = officers + 1 WHERE agency_id = (SELECT ct FROM who) AND during @> centre.today()$$, 'MC002 agency_quota_within_ceiling', 'and not above');
SELECT pg_temp.try($$UPDATE centre.agency SET during = daterange(lower(during), centre.today()) WHERE id = (SELECT ct FROM who)$$, 'MC002 agency_life', 'an agency does not end while its people go on');
SELECT pg_temp.try($$INSERT INTO centre.tour (person_id, agency_id, kind, during) SELECT two, id, 'seconded', daterange(today - 10, today + 10) FROM centre.agency, who WHERE code = 'GTVT'$$,
                   'MC002 tour_within_agency', 'nobody is sent by an agency that has ended');
SELECT pg_temp.try($$INSERT INTO centre.home_agency (person_id, agency_id, during) SELECT two, id, '[2025-01-01,)' FROM centre.agency, who WHERE code = 'GTVT'$$,
                   'MC002 home_agency_within_agency', 'nor belongs to it');
SELECT pg_temp.try($$INSERT INTO centre.home_agency (person_id, agency_id, during) SELECT two, nv, daterange(today, NULL) FROM who$$, 'ok', 'a home agency');
SELECT pg_temp.try($$INSERT INTO centre.home_agency (person_id, agency_id, during) SELECT two, ct, daterange(today + 5, NULL) FROM who$$, '23P01 home_agency_no_overlap', 'one at a time');
SELECT pg_temp.try($$INSERT INTO centre.agency_succession (predecessor_id, successor_id, kind, effective) SELECT nv, nv, 'rename', today FROM who$$, '23514 agency_succession_other', 'nobody succeeds himself');

-- Quota of officers, where the office wants it hard
SELECT pg_temp.try($$INSERT INTO centre.tour (person_id, agency_id, kind, during) SELECT two, ct, 'seconded', daterange(today, today + 30) FROM who$$, 'ok', 'more than the quota is a finding');
SELECT pg_temp.try($$DELETE FROM centre.tour WHERE person_id = (SELECT two FROM who)$$, 'ok', 'taken back');
SELECT pg_temp.try($$UPDATE centre.setting SET value = 'true' WHERE key = 'quota.hard'$$, 'ok', 'the office makes quotas hard');
SELECT pg_temp.try($$INSERT INTO centre.tour (person_id, agency_id, kind, during) SELECT two, ct, 'seconded', daterange(today, today + 30) FROM who$$, 'MC002 tour_within_quota', 'then it is refused');
SELECT pg_temp.try($$INSERT INTO centre.tour (person_id, agency_id, kind, role, during) SELECT two, ct, 'seconded', 'standby', daterange(today, today + 30) FROM who$$, 'ok', 'a standby does not count');

-- The rest
SELECT pg_temp.try($$INSERT INTO centre.rating (person_id, year, level) SELECT one, 2025, 'good' FROM who$$, 'ok', 'a rating');
SELECT pg_temp.try($$INSERT INTO centre.rating (person_id, year, level) SELECT one, 2025, 'completed' FROM who$$, '23505 rating_once_a_year', 'one a year');
SELECT pg_temp.try($$INSERT INTO centre.rating (person_id, year, level) SELECT one, 2024, 'A' FROM who$$, '23514 rating_level', 'on the four levels of the law');
SELECT pg_temp.try($$INSERT INTO centre.person_condition (person_id, kind, during) SELECT one, 'maternity', daterange(today, today + 180) FROM who$$, 'ok', 'a condition');
SELECT pg_temp.try($$INSERT INTO centre.person_condition (person_id, kind, during) SELECT one, 'maternity', daterange(today + 9, today + 99) FROM who$$, '23P01 person_condition_no_overlap', 'once at a time');
SELECT pg_temp.try($$INSERT INTO centre.field_competence (person_id, field_id, level, during) SELECT one, (SELECT min(id) FROM centre.field), 'certified', daterange(today, NULL) FROM who$$, 'ok', 'a competence');
SELECT pg_temp.try($$INSERT INTO centre.field_competence (person_id, field_id, level, during) SELECT one, (SELECT min(id) FROM centre.field), 'trained', daterange(today, today + 9) FROM who$$,
                   '23P01 field_competence_no_overlap', 'once at a time for a field');
SELECT pg_temp.try($$INSERT INTO centre.rule_version (topic, during, source, value) VALUES ('leave.annual', '[2026-01-01,)', 'Luật mới', '{}')$$, '23P01 rule_version_no_overlap', 'one rule on a topic at a time');
SELECT pg_temp.try($$INSERT INTO centre.day_override (day, kind, name, document_no) VALUES ('2027-02-08', 'holiday', 'Tết', '')$$, '23514 day_override_document_given', 'no day off without a document');
SELECT pg_temp.try($$INSERT INTO centre.day_override (day, kind, name, document_no) VALUES ('2026-09-02', 'worked', 'x', 'TB 1')$$, '23505 day_override_once', 'a day is one thing');
SELECT pg_temp.try($$INSERT INTO centre.day_override (day, kind, name, document_no) VALUES ('2027-02-08', 'half_day', 'x', 'TB 1')$$, '23514 day_override_half_day_session', 'a half day says which half');
SELECT pg_temp.try($$INSERT INTO centre.attachment (subject, subject_id, file_name, mime_type, content) SELECT 'person', one, 'qd.pdf', 'application/pdf', 'abc' FROM who$$, 'ok', 'a scan');
SELECT results_eq($$SELECT byte_count, sha256 FROM centre.attachment$$, $$VALUES (3::bigint, encode(sha256('abc'), 'hex'))$$, 'measured by the database');
SELECT pg_temp.try($$INSERT INTO centre.attachment (subject, subject_id, file_name, mime_type, content)
                     SELECT 'person', one, 'max.pdf', 'application/pdf', convert_to(repeat('x', 20 * 1024 * 1024), 'UTF8') FROM who$$, 'ok', 'of 20 MiB');
SELECT pg_temp.try($$INSERT INTO centre.attachment (subject, subject_id, file_name, mime_type, content)
                     SELECT 'person', one, 'big.pdf', 'application/pdf', convert_to(repeat('x', 20 * 1024 * 1024 + 1), 'UTF8') FROM who$$, '23514 attachment_at_most_20_mib', 'and no byte more');
SELECT pg_temp.try($$INSERT INTO centre.attachment (subject, subject_id, file_name, mime_type, content) VALUES ('tour', 999999, 'a.pdf', 'application/pdf', 'a')$$, 'MC002 attachment_has_subject', 'of something that exists');
SELECT pg_temp.try($$INSERT INTO centre.attachment (subject, subject_id, file_name, mime_type, content) SELECT 'person', one, '../a.pdf', 'application/pdf', 'a' FROM who$$, '23514 attachment_file_name', 'with a plain name');
SELECT pg_temp.try($$DELETE FROM centre.person WHERE id = (SELECT id FROM centre.person WHERE full_name = 'Lê Hoàng Minh')$$, '23503 rating_person_id_fkey', 'a person with a history stays');
SELECT pg_temp.try($$TRUNCATE centre.rating$$, '42501', 'nobody empties a table');
SELECT throws_ok('TRUNCATE centre.rating', 'MC003', NULL, 'not even the superuser, by mistake');

-- The closed past
CREATE TEMP TABLE past AS SELECT id FROM centre.tour WHERE person_id = (SELECT two FROM who);
GRANT SELECT ON past TO PUBLIC;
SELECT pg_temp.try($$UPDATE centre.tour SET during = daterange(today - 400, today - 30), kind = 'own' FROM who WHERE tour.id IN (SELECT id FROM past)$$, 'ok', 'a tour that ended lately may be put right');
SELECT pg_temp.try($$UPDATE centre.tour SET during = daterange(today - 400, today - 31) FROM who WHERE tour.id IN (SELECT id FROM past)$$, 'MC003 closed_past', 'but is not put into the closed past');
SELECT pg_temp.try($$SELECT centre.begin_correction('kết thúc sớm, báo muộn'); UPDATE centre.tour SET during = daterange(today - 400, today - 31) FROM who WHERE tour.id IN (SELECT id FROM past)$$, 'ok', 'without a reason');
SELECT set_config('centre.correction_reason', '', true) \g /dev/null
SELECT pg_temp.try($$UPDATE centre.tour SET decision_no = '1/QĐ' WHERE id IN (SELECT id FROM past)$$, 'MC003 closed_past', 'what ended 31 days ago is closed, to the director too');
SELECT pg_temp.try($$DELETE FROM centre.tour WHERE id IN (SELECT id FROM past)$$, 'MC003 closed_past', 'and is not deleted');
SELECT pg_temp.try($$SELECT set_config('centre.correction_reason', 'x', true); UPDATE centre.setting SET value = '40' WHERE key = 'closed.after_days'$$, 'ok', 'the office sets how long');
SELECT pg_temp.try($$SELECT set_config('centre.correction_reason', '', true); UPDATE centre.tour SET decision_no = '2/QĐ' WHERE id IN (SELECT id FROM past)$$, 'ok', 'then it is open again');
UPDATE centre.setting SET value = '31' WHERE key = 'closed.after_days';
SELECT pg_temp.try($$SELECT centre.begin_correction(' ')$$, 'MC002 correction_reason', 'a correction needs a reason');
SELECT is(tap.attempt('motcua_roster_office', $$SELECT centre.begin_correction('nhầm số')$$), 'MC003 group_required', 'and a leader');
SELECT is(tap.attempt('motcua_roster_office', $$SELECT set_config('centre.correction_reason', 'nhầm', true); UPDATE centre.tour SET decision_no = '3/QĐ' WHERE id IN (SELECT id FROM past)$$),
          'MC003 closed_past', 'which cannot be got round by setting the reason oneself');
SELECT pg_temp.try($$SELECT centre.begin_correction('ghi nhầm số quyết định'); UPDATE centre.tour SET decision_no = '3/QĐ' WHERE id IN (SELECT id FROM past)$$, 'ok', 'with a reason the director corrects');
SELECT is((SELECT reason FROM audit.change WHERE table_name = 'tour' ORDER BY id DESC LIMIT 1), 'ghi nhầm số quyết định', 'and the reason stays in the audit');
SELECT set_config('centre.correction_reason', '', true) \g /dev/null

-- and to new rows
CREATE TEMP TABLE entry (what text, statement text);
INSERT INTO entry VALUES
  ('tour', $$INSERT INTO centre.tour (person_id, agency_id, kind, during) SELECT two, ct, 'own', daterange(today - 900, today - 800) FROM who$$),
  ('extension of an old tour', $$INSERT INTO centre.tour_extension (tour_id, old_until, new_until) SELECT id, today - 60, today - 50 FROM past, who$$),
  ('appointment', $$INSERT INTO centre.appointment (person_id, seat_id, concurrent, during) SELECT two, (SELECT id FROM centre.seat s WHERE s.during @> '[2023-01-01,2023-02-01)'::daterange AND NOT EXISTS (SELECT FROM centre.appointment a WHERE a.seat_id = s.id AND a.during && '[2023-01-01,2023-02-01)') LIMIT 1), true, '[2023-01-01,2023-02-01)' FROM who$$),
  ('home agency, once here', $$INSERT INTO centre.home_agency (person_id, agency_id, during) SELECT two, ct, daterange(today - 399, today - 380) FROM who$$),
  ('competence, once here', $$INSERT INTO centre.field_competence (person_id, field_id, level, during) SELECT two, (SELECT min(id) FROM centre.field), 'trained', daterange(today - 399, today - 380) FROM who$$);
GRANT SELECT ON entry TO PUBLIC;
SELECT is(tap.attempt('motcua_' || r, e.statement), 'MC003 closed_past', r || ' adds nothing to the closed past: ' || e.what) FROM entry e, unnest(ARRAY['director', 'deputy', 'roster_office']) r;
SELECT is(tap.attempt('motcua_roster_office', $$SELECT set_config('centre.correction_reason', 'x', true); $$ || e.statement), 'MC003 closed_past', 'the roster office not with a reason either: ' || e.what) FROM entry e;
SELECT is(tap.attempt('motcua_' || r, e.statement), '42501', r || ' adds nothing at all: ' || e.what) FROM entry e, unnest(ARRAY['supervision', 'viewer', 'technician']) r;
SELECT pg_temp.try($$SELECT centre.begin_correction('ghi bổ sung'); $$ || e.statement, 'ok', 'with a reason the director does: ' || e.what) FROM entry e;
SELECT set_config('centre.correction_reason', '', true) \g /dev/null
INSERT INTO centre.person (full_name) VALUES ('Thử Văn Ba');
SELECT is(tap.attempt('motcua_roster_office', $$INSERT INTO centre.home_agency (person_id, agency_id, during) SELECT max(p.id), ct, daterange(today - 900, today - 400) FROM centre.person p, who GROUP BY ct, today;
            INSERT INTO centre.field_competence (person_id, field_id, level, during) SELECT max(p.id), (SELECT min(id) FROM centre.field), 'trained', daterange(today - 900, today - 400) FROM centre.person p, who GROUP BY today;
            INSERT INTO centre.service (person_id, agency_id, during) SELECT max(p.id), ct, daterange(today - 900, today - 400) FROM centre.person p, who GROUP BY ct, today;
            INSERT INTO centre.tour (person_id, agency_id, kind, during) SELECT max(p.id), ct, 'own', daterange(today, NULL) FROM centre.person p, who GROUP BY ct, today$$),
          'ok', 'what somebody did before he came is recorded with him');

-- What the centre was
SELECT set_config('centre.correction_reason', 'for the test', true) \g /dev/null
INSERT INTO centre.section (code, name, during) VALUES ('old', 'Cũ', '[2023-01-01,2024-01-01)');
INSERT INTO centre.post (code, name, kind, section_id, during) SELECT 'old', 'Cũ', 'support', id, '[2023-01-01,2024-01-01)' FROM centre.section WHERE code = 'old';
INSERT INTO centre.seat (post_id, number, during) SELECT id, 1, during FROM centre.post WHERE code = 'old';
INSERT INTO centre.agency (code, kind, during) VALUES ('OLD', 'other', '[2023-01-01,2024-01-01)');
INSERT INTO centre.field (code, name, agency_id, during) SELECT 'OLD-01', 'Cũ', id, during FROM centre.agency WHERE code = 'OLD';
INSERT INTO centre.rule_version (topic, during, source, value) VALUES ('test.old', '[2020-01-01,2021-01-01)', 'Cũ', '{}');
SELECT set_config('centre.correction_reason', '', true) \g /dev/null
CREATE TEMP TABLE old_fact (what text, statement text);
INSERT INTO old_fact VALUES
  ('section', $$UPDATE centre.section SET name = 'x' WHERE code = 'old'$$), ('section', $$DELETE FROM centre.section WHERE code = 'old'$$),
  ('section', $$INSERT INTO centre.section (code, name, during) VALUES ('older', 'x', '[2023-01-01,2024-01-01)')$$),
  ('post', $$UPDATE centre.post SET name = 'x' WHERE code = 'old'$$), ('post', $$DELETE FROM centre.post WHERE code = 'old'$$),
  ('post', $$INSERT INTO centre.post (code, name, kind, during) VALUES ('older', 'x', 'support', '[2023-01-01,2024-01-01)')$$),
  ('seat', $$UPDATE centre.seat SET origin_note = 'x' WHERE post_id = (SELECT id FROM centre.post WHERE code = 'old')$$),
  ('seat', $$DELETE FROM centre.seat WHERE post_id = (SELECT id FROM centre.post WHERE code = 'old')$$),
  ('seat', $$INSERT INTO centre.seat (post_id, number, during) SELECT id, 2, during FROM centre.post WHERE code = 'old'$$),
  ('agency', $$UPDATE centre.agency SET note = 'x' WHERE code = 'OLD'$$), ('agency', $$INSERT INTO centre.agency (code, kind, during) VALUES ('OLDER', 'other', '[2023-01-01,2024-01-01)')$$),
  ('field', $$UPDATE centre.field SET name = 'x' WHERE code = 'OLD-01'$$), ('field', $$DELETE FROM centre.field WHERE code = 'OLD-01'$$),
  ('quota', $$INSERT INTO centre.agency_quota (agency_id, officers, during) SELECT id, 1, during FROM centre.agency WHERE code = 'OLD'$$),
  ('name', $$INSERT INTO centre.agency_name (agency_id, name, short_name, during) SELECT id, 'x', 'x', during FROM centre.agency WHERE code = 'OLD'$$),
  ('rule', $$UPDATE centre.rule_version SET value = '{"x": 1}' WHERE topic = 'test.old'$$), ('rule', $$DELETE FROM centre.rule_version WHERE topic = 'test.old'$$),
  ('rule', $$INSERT INTO centre.rule_version (topic, during, source, value) VALUES ('test.older', '[2020-01-01,2021-01-01)', 'Cũ', '{}')$$);
GRANT SELECT ON old_fact TO PUBLIC;
SELECT is(tap.attempt('motcua_' || r, statement), 'MC003 closed_past', r || ' leaves the past ' || what || ': ' || left(statement, 6)) FROM old_fact, unnest(ARRAY['director', 'deputy']) r;
SELECT ok(tap.attempt('motcua_roster_office', statement) IN ('MC003 closed_past', '42501'), 'the roster office, too: ' || what || ': ' || left(statement, 6)) FROM old_fact;
SELECT pg_temp.try($$SELECT centre.begin_correction('đối chiếu lại'); UPDATE centre.seat SET origin_note = 'y' WHERE post_id = (SELECT id FROM centre.post WHERE code = 'old')$$, 'ok', 'with a reason the director corrects');
SELECT set_config('centre.correction_reason', '', true) \g /dev/null
SELECT is((SELECT count(*) FROM centre.rule_version WHERE upper(during) < centre.today()) > 0, true, 'rules of the past are loaded with their dates');

-- Whom the law protects
UPDATE centre.setting SET value = 'false' WHERE key = 'quota.hard';
SELECT centre.load_rules((SELECT jsonb_agg(r) FROM jsonb_array_elements(:'rules'::jsonb) r WHERE r ->> 'topic' = 'secondment.forbidden' AND NOT EXISTS (SELECT FROM centre.rule_version v WHERE v.topic = 'secondment.forbidden'))) WHERE NOT EXISTS (SELECT FROM centre.rule_version WHERE topic = 'secondment.forbidden') \g /dev/null
INSERT INTO centre.person (full_name) SELECT 'Chị ' || k FROM unnest(ARRAY['pregnancy', 'maternity', 'child_under_36_months', 'discipline', 'serious_illness']) k;
INSERT INTO centre.person_condition (person_id, kind, during) SELECT id, substr(full_name, 5), daterange(centre.today(), centre.today() + 100) FROM centre.person WHERE full_name LIKE 'Chị %\_%' OR full_name IN ('Chị pregnancy', 'Chị maternity', 'Chị discipline');
CREATE TEMP TABLE protected AS SELECT p.id, c.kind FROM centre.person p JOIN centre.person_condition c ON c.person_id = p.id WHERE p.full_name = 'Chị ' || c.kind;
GRANT SELECT ON protected TO PUBLIC;
SELECT is((SELECT count(*) FROM protected), 5::bigint, 'five conditions');
CREATE FUNCTION pg_temp.send(who text, person bigint, kind text, role text, starts int, first text DEFAULT '') RETURNS text LANGUAGE sql AS $$
  SELECT tap.attempt('motcua_' || who, first || format('INSERT INTO centre.tour (person_id, agency_id, kind, role, during) SELECT %s, nv, %L, %L, daterange(today + %s, today + 500) FROM who', person, kind, role, starts)) $$;
SELECT is(pg_temp.send(r, id, 'seconded', 'primary', 0), 'MC002 tour_person_protected', r || ' seconds nobody in ' || kind) FROM protected, unnest(ARRAY['director', 'deputy', 'roster_office']) r;
SELECT is(pg_temp.send('viewer', id, 'seconded', 'primary', 0), '42501', 'a viewer is refused as for anybody else') FROM protected WHERE kind = 'pregnancy';
SELECT is(pg_temp.send('director', id, 'seconded', 'primary', 99), 'MC002 tour_person_protected', 'to the last day of it') FROM protected WHERE kind = 'pregnancy';
SELECT is(pg_temp.send('director', id, 'seconded', 'primary', 100), 'ok', 'but from the day after') FROM protected WHERE kind = 'pregnancy';
SELECT is(pg_temp.send('roster_office', id, 'seconded', 'standby', 0), 'ok', 'a standby stays at home and is not seconded') FROM protected WHERE kind = 'maternity';
SELECT is(tap.attempt('motcua_roster_office', format('UPDATE centre.tour SET role = ''primary'' WHERE person_id = %s', id)), 'MC002 tour_person_protected', 'and is not made to by an update') FROM protected WHERE kind = 'maternity';
SELECT is(pg_temp.send('roster_office', id, 'own', 'primary', 0), 'ok', 'the centre''s own staff is not seconded') FROM protected WHERE kind = 'discipline';
SELECT is(pg_temp.send('director', id, 'seconded', 'primary', 0, 'SELECT centre.begin_correction(''cần người''); '), 'MC002 tour_person_protected', 'not with a reason either') FROM protected WHERE kind = 'serious_illness';
UPDATE centre.person_condition SET during = daterange(centre.today() - 90, NULL) WHERE person_id = (SELECT id FROM protected WHERE kind = 'serious_illness');
SELECT is(pg_temp.send('director', id, 'seconded', 'primary', -31, 'SELECT centre.begin_correction(''ghi theo quyết định đã có''); '), 'ok', 'but a decision of long ago is put on record with one') FROM protected WHERE kind = 'serious_illness';
SELECT set_config('centre.correction_reason', '', true) \g /dev/null
SELECT is(tap.attempt('motcua_roster_office', $$INSERT INTO centre.person_condition (person_id, kind, during) SELECT one, 'pregnancy', daterange(today - 30, today + 200) FROM who$$), 'ok', 'a condition that is learnt of during the tour is recorded');
SELECT is(tap.attempt('motcua_roster_office', $$UPDATE centre.tour SET during = daterange(lower(during), upper(during) - 1), decision_no = '9/QĐ' FROM who WHERE person_id = one AND during @> today$$), 'ok', 'and the tour can still be changed');
SELECT is(tap.attempt('motcua_director', $$INSERT INTO centre.person (full_name) VALUES ('Chị Gộp'); INSERT INTO centre.tour (person_id, agency_id, kind, during) SELECT max(p.id), ct, 'seconded', daterange(today, today + 400) FROM centre.person p, who GROUP BY ct, today;
            SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED;
            INSERT INTO centre.person_condition (person_id, kind, during) SELECT max(p.id), 'pregnancy', daterange(today, today + 200) FROM centre.person p, who GROUP BY today;
            SELECT centre.merge_agencies(ARRAY[ct], 'CTM', 'Sở Công Thương mới', NULL, today + 30) FROM who$$), 'ok', 'and the agency merges: the term runs on');
CREATE FUNCTION pg_temp.words(person bigint) RETURNS text LANGUAGE plpgsql AS $$
DECLARE m text; d text; h text;
BEGIN
  INSERT INTO centre.tour (person_id, agency_id, kind, during) SELECT person, nv, 'seconded', daterange(today, today + 9) FROM who;
  SET CONSTRAINTS ALL IMMEDIATE;
  RETURN 'sent';
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS m = MESSAGE_TEXT, d = PG_EXCEPTION_DETAIL, h = PG_EXCEPTION_HINT;
  RETURN m || d || h;
END $$;
SELECT unalike(pg_temp.words(id), '%' || kind || '%', 'which condition it is, the refusal does not tell') FROM protected WHERE kind = 'child_under_36_months';
SELECT alike(pg_temp.words(id), '%170/2025%', 'but the law') FROM protected WHERE kind = 'child_under_36_months';

SELECT * FROM finish();
ROLLBACK;
