-- SPDX-License-Identifier: GPL-3.0-or-later
-- Versions, audit, notifications; committed for good, and read by other sessions with logins of their own.
SET search_path = tap, public;
SELECT no_plan();
SELECT centre.load_plan(:'plan'::jsonb) \g /dev/null
SELECT centre.add_account('lan.director', 'Lan', 'director') \g /dev/null
SELECT centre.add_account('tech', 'Kỹ thuật', 'technician') \g /dev/null
SELECT centre.add_account('xem', 'Người xem', 'viewer') \g /dev/null
SELECT dblink_connect(n, format('host=%s dbname=%s user=%s', current_setting('unix_socket_directories'), current_database(), u)) FROM (VALUES ('listener', 'xem'), ('lan', 'lan.director'), ('tech', 'tech')) x(n, u) \g /dev/null
SELECT dblink_exec('listener', 'LISTEN centre_change') \g /dev/null
-- What the listener heard since it was asked last. A notification reaches it some moments after the commit; a mark of our
-- own, sent afterwards, says that all before it has come.
CREATE FUNCTION tap.heard() RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    got jsonb;
    piece jsonb;
BEGIN
    PERFORM dblink_exec('lan', $n$NOTIFY centre_change, '{"mark": true}'$n$);
    FOR attempt IN 1 .. 3000 LOOP
        FOR piece IN SELECT extra::jsonb FROM dblink_get_notify('listener') LOOP
            IF piece ? 'mark' THEN
                RETURN got;
            END IF;
            got := coalesce(got, '[]') || jsonb_build_array(piece);
        END LOOP;
        PERFORM pg_sleep(0.01);
    END LOOP;
    RAISE EXCEPTION 'the mark did not come within 30 s';
END
$$;

-- Notifications: one per statement, with the rows
SELECT dblink_exec('lan', $$INSERT INTO centre.person (full_name) VALUES ('Trần Văn Một'), ('Trần Văn Hai')$$) \g /dev/null
SELECT is(heard(), '[{"table": "person", "op": "insert", "ids": [1, 2]}]', 'an insert of two rows is one notification with both');
SELECT dblink_exec('lan', $$UPDATE centre.person SET note = 'x' WHERE id = 2$$) \g /dev/null
SELECT is(heard(), '[{"table": "person", "op": "update", "ids": [2]}]', 'an update');
SELECT dblink_exec('lan', $$UPDATE centre.person SET note = 'x' WHERE id = 99$$) \g /dev/null
SELECT is(heard(), NULL, 'an update of nothing tells nothing');
SELECT dblink_exec('lan', $$BEGIN; UPDATE centre.person SET note = 'y' WHERE id = 2; ROLLBACK$$) \g /dev/null
SELECT is(heard(), NULL, 'nor does what was taken back');
SELECT dblink_exec('lan', $$DELETE FROM centre.person WHERE id = 2$$) \g /dev/null
SELECT is(heard(), '[{"table": "person", "op": "delete", "ids": [2]}]', 'a deletion');
SELECT dblink_exec('lan', $$INSERT INTO centre.person (full_name) SELECT 'Hàng loạt ' || n FROM generate_series(1, 200) n$$) \g /dev/null
SELECT is(jsonb_array_length(heard() -> 0 -> 'ids'), 200, 'up to 200 rows are named');
SELECT dblink_exec('lan', $$INSERT INTO centre.person (full_name) SELECT 'Hàng loạt ' || n FROM generate_series(1, 201) n$$) \g /dev/null
SELECT is(heard(), '[{"table": "person", "op": "insert", "ids": null}]', 'more are not');
SELECT dblink_exec('lan', $$BEGIN; UPDATE centre.person SET note = 'z' WHERE id = 1; INSERT INTO centre.tour (person_id, agency_id, kind, during) VALUES (1, 2, 'seconded', '[2026-01-01,2027-01-01)'); COMMIT$$) \g /dev/null
SELECT is(heard(), '[{"op": "update", "ids": [1], "table": "person"}, {"op": "insert", "ids": [1], "table": "tour"}]', 'one per statement and table, when the action is complete');

-- Versions and audit
SELECT is((SELECT version FROM centre.person WHERE id = 1), 2, 'the version counts changes');
SELECT is(dblink_exec('lan', $$UPDATE centre.person SET note = 'rival', version = 77 WHERE id = 1 AND version = 1$$), 'UPDATE 0', 'who saw an older version changes nothing');
SELECT is(dblink_exec('lan', $$UPDATE centre.person SET note = 'mine', version = 77 WHERE id = 1 AND version = 2$$), 'UPDATE 1', 'who saw the present one does');
SELECT is((SELECT version FROM centre.person WHERE id = 1), 3, 'and nobody sets it');
SELECT throws_ok('UPDATE centre.person SET id = 7 WHERE id = 1', '428C9', NULL, 'a key never changes');
SELECT results_eq($$SELECT action COLLATE "C", login COLLATE "C", group_role COLLATE "C", row_version, old ->> 'note', new ->> 'note' FROM audit.change WHERE table_name = 'person' AND row_id = 1 ORDER BY id$$,
  $$VALUES ('insert' COLLATE "C", 'lan.director' COLLATE "C", 'director' COLLATE "C", 1, NULL, NULL), ('update', 'lan.director', 'director', 2, NULL, 'z'), ('update', 'lan.director', 'director', 3, 'z', 'mine')$$,
  'the audit tells who, what, before and after');
SELECT is((SELECT old ->> 'full_name' FROM audit.change WHERE table_name = 'person' AND action = 'delete'), 'Trần Văn Hai', 'also of what was deleted');
SELECT is((SELECT count(DISTINCT txid) FROM audit.change WHERE (table_name = 'tour' AND row_id = 1) OR (table_name = 'person' AND row_id = 1 AND row_version = 2)), 1::bigint, 'one action is one transaction');
SELECT is((SELECT count(*) FROM audit.change WHERE table_name = 'person' AND action = 'insert'), 403::bigint, 'every row of a statement is in it');

-- Private data: logged, and hidden in the audit
SELECT is((SELECT v FROM dblink('lan', $$SELECT centre.write_private(1, '1988-02-29', '012345678901', 'Số 1', '0900 000 001')$$) x(v int)), 1, 'private data are written');
SELECT is((SELECT v FROM dblink('lan', $$SELECT centre.write_private(1, '1988-02-28', '012345678901', 'Số 1', '0900 000 001', 1)$$) x(v int)), 2, 'and changed by who saw the present version');
SELECT throws_ok($$SELECT centre.write_private(1, '1988-02-27', NULL, NULL, NULL, 1)$$, 'MC001', NULL, 'a conflict otherwise');
SELECT throws_ok($$SELECT centre.write_private(1, '1988-02-27', '12', NULL, NULL)$$, '23514', NULL, 'an identity number has 9 or 12 digits');
SELECT is((SELECT new - 'id' FROM audit.change WHERE table_name = 'person_private' ORDER BY id DESC LIMIT 1),
  '{"version": 2, "person_id": 1, "birth_date": "*** (changed)", "identity_no": "***", "home_address": "***", "private_phone": "***"}', 'the audit says that it changed, not to what');
SELECT is((SELECT d FROM dblink('lan', $$SELECT birth_date FROM centre.read_private(1, ' lập quyết định ')$$) x(d date)), '1988-02-28'::date, 'private data are read');
SELECT results_eq($$SELECT login COLLATE "C", person_id, purpose COLLATE "C", fields FROM audit.access$$,
  $$VALUES ('lan.director' COLLATE "C", 1::bigint, 'lập quyết định' COLLATE "C", ARRAY['birth_date', 'identity_no', 'home_address', 'private_phone'])$$, 'and the reading is logged in the same call');
SELECT throws_ok($$SELECT * FROM centre.read_private(1, '  ')$$, 'MC002', NULL, 'no reading without a purpose');
SELECT is((SELECT d FROM dblink('lan', $$SELECT count(*)::int FROM centre.read_private(999, 'thử')$$) x(d int)), 0, 'nothing of nobody');

-- The technician, logged in for real, also through the owner's role
CREATE FUNCTION tap.tech(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  answer text;
  state text;
BEGIN
  SELECT a INTO answer FROM dblink('tech', statement) x(a text);
  RETURN answer;
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE;
  PERFORM dblink_exec('tech', 'ROLLBACK');
  RETURN state;
END
$$;
SELECT is(tech('SELECT birth_date::text FROM centre.person_private'), '42501', 'the technician cannot read a birth date');
SELECT is(tech($$SELECT birth_date::text FROM centre.read_private(1, 'xem')$$), 'MC003', 'nor by the function');
SELECT dblink_exec('tech', 'SET ROLE motcua_owner') \g /dev/null
SELECT is(tech('SELECT centre.group_role()'), 'technician', 'who takes the owner''s role stays a technician');
SELECT is(tech('SELECT count(*)::text FROM centre.person_private'), '0', 'and sees no private row');
SELECT is(tech('SELECT count(*)::text FROM centre.rating'), '0', 'no rating');
SELECT is(tech($$SELECT birth_date::text FROM centre.read_private(1, 'xem')$$), 'MC003', 'and is refused by the function');
SELECT is(tech($$SELECT centre.add_account('hacker', 'H', 'director')::text$$), '42501', 'makes no director');
SELECT is(tech('GRANT motcua_director TO tech'), '42501', 'nor himself one');
SELECT is(tech('DELETE FROM audit.change'), 'MC003', 'and leaves the audit');
SELECT is(tech('SET ROLE motcua_accounts'), '42501', 'the role that makes accounts is nobody''s');
SELECT dblink_exec('tech', 'RESET ROLE') \g /dev/null

-- Accounts
SELECT ok(tech($$SELECT centre.add_account('giam.sat', 'Giám sát', 'supervision', NULL, 'mat-khau-dai')::text$$) IS NOT NULL, 'the technician makes an account');
SELECT ok(pg_has_role('giam.sat', 'motcua_supervision', 'MEMBER') AND (SELECT rolcanlogin FROM pg_roles WHERE rolname = 'giam.sat'), 'which can log in, in its group');
SELECT ok((SELECT rolpassword LIKE 'SCRAM-SHA-256$%' FROM pg_authid WHERE rolname = 'giam.sat'), 'with SCRAM');
SELECT is(tech($$SELECT centre.add_account('giam.sat', 'Hai', 'viewer')::text$$), '23505', 'once');
SELECT is(tech($$SELECT centre.add_account('postgres', 'Hai', 'viewer')::text$$), 'MC002', 'not over a role of the server');
SELECT is(tech($$SELECT centre.add_account('Bad Name', 'Hai', 'viewer')::text$$), '23514', 'with a plain name');
SELECT is(tech($$SELECT centre.add_account('x', 'X', 'king')::text$$), 'MC002', 'in a group that exists');
SELECT is(tech($$SELECT centre.add_account('x', 'X', 'roster_office')::text$$), 'MC003', 'a technician makes no account that reads private data');
SELECT is(tech($$INSERT INTO centre.account (login, display_name, group_role) VALUES ('y', 'Y', 'viewer') RETURNING 'y'$$), '42501', 'and no account by hand');
SELECT ok((SELECT a FROM dblink('lan', $$SELECT centre.add_account('hctk', 'Tổng hợp', 'roster_office')$$) x(a bigint)) IS NOT NULL, 'the director does');
SELECT is((SELECT a FROM dblink('listener', 'SELECT string_agg(login, '','') FROM centre.account') x(a text)), 'xem', 'a viewer sees his own account only');
SELECT is(tech($$SELECT centre.disable_account('giam.sat')::text$$), '', 'the technician shuts an account');
SELECT ok(NOT pg_has_role('giam.sat', 'motcua_supervision', 'MEMBER') AND NOT (SELECT rolcanlogin FROM pg_roles WHERE rolname = 'giam.sat'), 'at once');
SELECT is((SELECT active FROM centre.account WHERE login = 'giam.sat'), false, 'the row stays');
SELECT is(tech($$SELECT centre.enable_account('giam.sat')::text$$), '', 'and opens it again');
SELECT ok(pg_has_role('giam.sat', 'motcua_supervision', 'MEMBER'), 'in its group');
SELECT is(tech($$SELECT centre.set_account_group('giam.sat', 'viewer')::text$$), '', 'and moves it');
SELECT ok(pg_has_role('giam.sat', 'motcua_viewer', 'MEMBER') AND NOT pg_has_role('giam.sat', 'motcua_supervision', 'MEMBER'), 'to exactly one group');
SELECT is(tech($$SELECT centre.disable_account('hctk')::text$$), 'MC003', 'not that of the roster office');
SELECT is(tech($$SELECT centre.set_password('hctk', 'mat-khau-moi')::text$$), 'MC003', 'nor its password');
SELECT is(tech($$SELECT centre.set_password('tech', 'mat-khau-moi')::text$$), '', 'but his own');
SELECT throws_ok($$SELECT centre.set_password('tech', 'x')$$, 'MC002', NULL, 'not too short');
SELECT throws_ok($$SELECT centre.disable_account('lan.director')$$, 'MC002', NULL, 'the last director''s account stays open');
SELECT ok((SELECT count(*) >= 6 FROM audit.change WHERE table_name = 'account'), 'all of it is in the audit');

-- Two at once: the second waits, sees the first, and is refused
SELECT dblink_connect('rival', format('host=%s dbname=%s user=lan.director', current_setting('unix_socket_directories'), current_database())) \g /dev/null
CREATE FUNCTION tap.race(first text, second text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  state text := 'ok';
BEGIN
  PERFORM dblink_exec('lan', 'BEGIN; ' || first || '; SET CONSTRAINTS ALL IMMEDIATE');
  PERFORM dblink_exec('rival', 'BEGIN; ' || second);
  PERFORM dblink_send_query('rival', 'SET CONSTRAINTS ALL IMMEDIATE');
  PERFORM pg_sleep(0.2);
  IF dblink_is_busy('rival') <> 1 THEN
    state := 'did not wait';
  END IF;
  PERFORM dblink_exec('lan', 'COMMIT');
  BEGIN
    PERFORM * FROM dblink_get_result('rival') x(a text);
  EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE;
  END;
  PERFORM * FROM dblink_get_result('rival') x(a text);
  PERFORM dblink_exec('rival', 'ROLLBACK');
  RETURN state;
END
$$;
SELECT is(race($$INSERT INTO centre.seat (post_id, number, during) SELECT id, n, during FROM centre.post, generate_series(28, 30) n WHERE code = 'reception'$$,
               $$INSERT INTO centre.seat (post_id, number, during) SELECT id, 31, during FROM centre.post WHERE code = 'reception'$$), 'MC002', 'two that together pass the ceiling');
SELECT is(race($$UPDATE centre.agency_quota SET officers = officers + 3 WHERE agency_id = (SELECT id FROM centre.agency WHERE code = 'YT') AND during @> centre.today()$$,
               $$UPDATE centre.agency_quota SET officers = officers + 1 WHERE agency_id = (SELECT id FROM centre.agency WHERE code = 'TP') AND during @> centre.today()$$), 'MC002', 'two quotas that together pass it');
SELECT is(race($$SELECT centre.merge_agencies(ARRAY[(SELECT id FROM centre.agency WHERE code = 'CA')], 'CA2', 'Công an', NULL, centre.today())$$,
               $$INSERT INTO centre.home_agency (person_id, agency_id, during) SELECT 1, id, '[2025-01-01,)' FROM centre.agency WHERE code = 'CA'$$), 'MC002', 'an agency that ends while somebody comes to it');

-- Two directors shut each other
SELECT centre.add_account('mai.director', 'Mai', 'director') \g /dev/null
SELECT dblink_connect('mai', format('host=%s dbname=%s user=mai.director', current_setting('unix_socket_directories'), current_database())) \g /dev/null
SELECT dblink_exec('lan', $$BEGIN; SELECT centre.disable_account('mai.director'); SET CONSTRAINTS ALL IMMEDIATE$$) \g /dev/null
SELECT dblink_send_query('mai', $$SELECT centre.disable_account('lan.director')$$) \g /dev/null
SELECT pg_sleep(0.2) \g /dev/null
SELECT is(dblink_is_busy('mai'), 1, 'the second director waits');
SELECT dblink_exec('lan', 'COMMIT') \g /dev/null
SELECT throws_ok($$SELECT * FROM dblink_get_result('mai') x(a text)$$, 'MC002', NULL, 'and is refused');
SELECT is((SELECT string_agg(login, ',') FROM centre.account WHERE group_role = 'director' AND active), 'lan.director', 'one director is left');
SELECT dblink_disconnect('mai') \g /dev/null

-- What came of a transaction whose COMMIT was not answered
BEGIN;
SET LOCAL ROLE motcua_roster_office;
INSERT INTO centre.person (full_name) VALUES ('Đã Ghi');
SELECT centre.mark_transaction() AS entered \gset
RESET ROLE;
COMMIT;
SELECT is(tap.ask('motcua_roster_office', format('SELECT centre.find_outcome(%L)', :'entered')), 'committed', 'what was entered is known by its mark');
BEGIN;
INSERT INTO centre.person (full_name) VALUES ('Không Ghi');
SELECT centre.mark_transaction() AS given_up \gset
ROLLBACK;
SELECT is(tap.ask('motcua_roster_office', format('SELECT centre.find_outcome(%L)', :'given_up')), 'aborted', 'what was rolled back, too');
SELECT dblink_exec('lan', 'BEGIN') \g /dev/null
SELECT dblink_exec('lan', $$INSERT INTO centre.person (full_name) VALUES ('Đang Ghi')$$) \g /dev/null
SELECT mark AS running FROM dblink('lan', 'SELECT centre.mark_transaction()') x(mark text) \gset
SELECT is(tap.ask('motcua_roster_office', format('SELECT centre.find_outcome(%L)', :'running')), 'in progress', 'what is under way is no answer yet');
SELECT dblink_exec('lan', 'COMMIT') \g /dev/null
SELECT is(tap.ask('motcua_roster_office', format('SELECT centre.find_outcome(%L)', :'running')), 'committed', 'afterwards it is');
SELECT is(tap.ask('motcua_roster_office', format('SELECT centre.find_outcome(%L)', concat_ws('|', split_part(:'entered', '|', 1), '2020-01-01 00:00:00+00', '2020-01-01 00:00:01+00'))),
          'aborted', 'another transaction that got the number after a crash is not taken for it');
SELECT is(tap.ask('motcua_roster_office', $$SELECT centre.find_outcome('4000000000000|2026-01-01 00:00:00+00|2026-01-01 00:00:01+00')$$), 'aborted', 'nor a number that is not given out yet');

SELECT * FROM finish();
SELECT dblink_disconnect('rival') \g /dev/null
SELECT dblink_disconnect(n) FROM unnest(ARRAY['listener', 'lan', 'tech']) n \g /dev/null
