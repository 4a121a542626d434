-- SPDX-License-Identifier: GPL-3.0-or-later
-- Login roles: made, changed and shut by these functions, each change in the audit.

SET LOCAL ROLE motcua_owner;

CREATE FUNCTION centre.may_manage_account(group_wanted text) RETURNS void
  LANGUAGE plpgsql STABLE
  AS $$
BEGIN
  IF group_wanted IS NULL OR group_wanted NOT IN ('director', 'deputy', 'roster_office', 'supervision', 'viewer', 'technician') THEN
    RAISE EXCEPTION 'there is no group %', group_wanted USING ERRCODE = 'MC002', CONSTRAINT = 'account_group_role';
  END IF;
  PERFORM centre.require('director', 'technician');
  -- Else a technician could make himself an account that reads what he may not.
  IF group_wanted IN ('director', 'deputy', 'roster_office') THEN
    PERFORM centre.require('director');
  END IF;
END
$$;
COMMENT ON FUNCTION centre.may_manage_account(text) IS
  'A technician manages accounts that read nothing sensitive; the director all.';

CREATE FUNCTION centre.add_account(new_login text, new_display_name text, new_group_role text,
                                   new_person_id bigint DEFAULT NULL, new_password text DEFAULT NULL) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  result bigint;
BEGIN
  PERFORM centre.may_manage_account(new_group_role);
  INSERT INTO centre.account (login, display_name, group_role, person_id)
    VALUES (new_login, new_display_name, new_group_role, new_person_id) RETURNING id INTO result;
  IF EXISTS (SELECT FROM pg_catalog.pg_roles r WHERE r.rolname = new_login) THEN
    -- The role of another database of this cluster is taken over only by whoever runs the server.
    IF centre.group_role() IS DISTINCT FROM 'owner'
       OR EXISTS (SELECT FROM pg_catalog.pg_roles r WHERE r.rolname = new_login AND (r.rolsuper OR r.rolname LIKE 'motcua\_%')) THEN
      RAISE EXCEPTION 'the server already has a role %', new_login USING ERRCODE = 'MC002', CONSTRAINT = 'account_once';
    END IF;
  ELSE
    EXECUTE format('CREATE ROLE %I LOGIN', new_login);
  END IF;
  IF new_password IS NOT NULL THEN
    EXECUTE format('ALTER ROLE %I PASSWORD %L', new_login, new_password);
  END IF;
  EXECUTE format('GRANT %I TO %I', 'motcua_' || new_group_role, new_login);
  RETURN result;
END
$$;
COMMENT ON FUNCTION centre.add_account(text, text, text, bigint, text) IS
  'Makes a login role in one group. The password should come as a SCRAM verifier (PQencryptPasswordConn), so that it stands in no log. Director; technician for groups that read nothing sensitive.';

CREATE FUNCTION centre.disable_account(old_login text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  a centre.account;
BEGIN
  SELECT * INTO a FROM centre.account x WHERE x.login = old_login FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no account %', old_login USING ERRCODE = 'MC002', CONSTRAINT = 'account_exists';
  END IF;
  PERFORM centre.may_manage_account(a.group_role);
  IF a.group_role = 'director' AND NOT EXISTS (SELECT FROM centre.account x WHERE x.group_role = 'director' AND x.active AND x.id <> a.id) THEN
    RAISE EXCEPTION 'the last director''s account stays open' USING ERRCODE = 'MC002', CONSTRAINT = 'account_last_director';
  END IF;
  UPDATE centre.account SET active = false WHERE id = a.id AND active;
  -- Without its group a session that is open can do nothing more either.
  EXECUTE format('ALTER ROLE %I NOLOGIN', old_login);
  EXECUTE format('REVOKE %I FROM %I', 'motcua_' || a.group_role, old_login);
END
$$;
COMMENT ON FUNCTION centre.disable_account(text) IS 'Shuts an account at once; its traces stay. The last director''s account cannot be shut.';

CREATE FUNCTION centre.enable_account(old_login text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  a centre.account;
BEGIN
  SELECT * INTO a FROM centre.account x WHERE x.login = old_login FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no account %', old_login USING ERRCODE = 'MC002', CONSTRAINT = 'account_exists';
  END IF;
  PERFORM centre.may_manage_account(a.group_role);
  UPDATE centre.account SET active = true WHERE id = a.id AND NOT active;
  EXECUTE format('ALTER ROLE %I LOGIN', old_login);
  EXECUTE format('GRANT %I TO %I', 'motcua_' || a.group_role, old_login);
END
$$;
COMMENT ON FUNCTION centre.enable_account(text) IS 'Opens a shut account again.';

CREATE FUNCTION centre.set_account_group(old_login text, new_group_role text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  a centre.account;
BEGIN
  SELECT * INTO a FROM centre.account x WHERE x.login = old_login FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no account %', old_login USING ERRCODE = 'MC002', CONSTRAINT = 'account_exists';
  END IF;
  PERFORM centre.may_manage_account(a.group_role);
  PERFORM centre.may_manage_account(new_group_role);
  IF a.group_role = 'director' AND new_group_role <> 'director'
     AND NOT EXISTS (SELECT FROM centre.account x WHERE x.group_role = 'director' AND x.active AND x.id <> a.id) THEN
    RAISE EXCEPTION 'the last director''s account stays as it is' USING ERRCODE = 'MC002', CONSTRAINT = 'account_last_director';
  END IF;
  UPDATE centre.account SET group_role = new_group_role WHERE id = a.id;
  EXECUTE format('REVOKE %I FROM %I', 'motcua_' || a.group_role, old_login);
  IF a.active THEN
    EXECUTE format('GRANT %I TO %I', 'motcua_' || new_group_role, old_login);
  END IF;
END
$$;
COMMENT ON FUNCTION centre.set_account_group(text, text) IS 'Moves an account into another group; it is in exactly one.';

CREATE FUNCTION centre.set_password(old_login text, new_password text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  a centre.account;
BEGIN
  SELECT * INTO a FROM centre.account x WHERE x.login = old_login;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no account %', old_login USING ERRCODE = 'MC002', CONSTRAINT = 'account_exists';
  END IF;
  IF old_login <> centre.login() THEN
    PERFORM centre.may_manage_account(a.group_role);
  END IF;
  IF length(COALESCE(new_password, '')) < 8 THEN
    RAISE EXCEPTION 'a password has at least 8 characters' USING ERRCODE = 'MC002', CONSTRAINT = 'account_password';
  END IF;
  EXECUTE format('ALTER ROLE %I PASSWORD %L', old_login, new_password);
END
$$;
COMMENT ON FUNCTION centre.set_password(text, text) IS 'Own password, or that of an account that one manages; best as a SCRAM verifier.';

DO $$
DECLARE
  f regprocedure;
BEGIN
  FOREACH f IN ARRAY ARRAY['centre.add_account(text, text, text, bigint, text)', 'centre.disable_account(text)', 'centre.enable_account(text)',
                           'centre.set_account_group(text, text)', 'centre.set_password(text, text)']::regprocedure[] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO motcua_director, motcua_deputy, motcua_roster_office, motcua_supervision, motcua_viewer, motcua_technician', f);
  END LOOP;
END
$$;
GRANT CREATE ON SCHEMA centre TO motcua_accounts;
RESET ROLE;

-- Not the owner's: who may migrate has no way to make himself a director.
ALTER FUNCTION centre.add_account(text, text, text, bigint, text) OWNER TO motcua_accounts;
ALTER FUNCTION centre.disable_account(text) OWNER TO motcua_accounts;
ALTER FUNCTION centre.enable_account(text) OWNER TO motcua_accounts;
ALTER FUNCTION centre.set_account_group(text, text) OWNER TO motcua_accounts;
ALTER FUNCTION centre.set_password(text, text) OWNER TO motcua_accounts;
SET LOCAL ROLE motcua_owner;
REVOKE CREATE ON SCHEMA centre FROM motcua_accounts;
RESET ROLE;
