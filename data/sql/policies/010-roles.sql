-- SPDX-License-Identifier: GPL-3.0-or-later
-- Group roles and what they are to each other. Re-appliable; changes nothing that already is so.

DO $$
DECLARE
  r text;
  owner oid;
BEGIN
  FOREACH r IN ARRAY ARRAY['motcua_owner', 'motcua_accounts', 'motcua_director', 'motcua_deputy', 'motcua_roster_office',
                           'motcua_supervision', 'motcua_viewer', 'motcua_technician'] LOOP
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', r);
    END IF;
  END LOOP;

  -- The technician takes the owner's role by SET ROLE to migrate, and has none of its rights otherwise.
  IF (SELECT rolinherit FROM pg_catalog.pg_roles WHERE rolname = 'motcua_technician') THEN
    ALTER ROLE motcua_technician NOINHERIT;
  END IF;
  SELECT oid INTO owner FROM pg_catalog.pg_roles WHERE rolname = 'motcua_owner';
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_auth_members m JOIN pg_catalog.pg_roles t ON t.oid = m.member
                  WHERE m.roleid = owner AND t.rolname = 'motcua_technician') THEN
    GRANT motcua_owner TO motcua_technician;
  END IF;

  -- The role that makes accounts hands the groups on and has none of their rights; this is
  -- set before the grants, which keep what holds when they are made.
  IF (SELECT rolinherit FROM pg_catalog.pg_roles WHERE rolname = 'motcua_accounts') THEN
    ALTER ROLE motcua_accounts NOINHERIT;
  END IF;
  IF NOT (SELECT rolcreaterole FROM pg_catalog.pg_roles WHERE rolname = 'motcua_accounts') THEN
    ALTER ROLE motcua_accounts CREATEROLE;
  END IF;
  FOREACH r IN ARRAY ARRAY['motcua_director', 'motcua_deputy', 'motcua_roster_office', 'motcua_supervision',
                           'motcua_viewer', 'motcua_technician'] LOOP
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_auth_members m
                     JOIN pg_catalog.pg_roles g ON g.oid = m.roleid JOIN pg_catalog.pg_roles a ON a.oid = m.member
                    WHERE g.rolname = r AND a.rolname = 'motcua_accounts' AND m.admin_option) THEN
      EXECUTE format('GRANT %I TO motcua_accounts WITH ADMIN OPTION', r);
    END IF;
  END LOOP;
EXCEPTION WHEN insufficient_privilege THEN
  -- A technician who migrates may not change roles; they are as the installation left them.
  RAISE NOTICE 'roles are left as they are: %', SQLERRM;
END
$$;
