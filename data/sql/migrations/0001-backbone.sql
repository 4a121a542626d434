-- SPDX-License-Identifier: GPL-3.0-or-later
-- The ground: roles, schemas, extensions, and the functions that every table uses.
-- Run by a superuser, or by the owner of the database with CREATEROLE.

DO $roles$
DECLARE
  r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['motcua_owner', 'motcua_accounts', 'motcua_director', 'motcua_deputy', 'motcua_roster_office',
                           'motcua_supervision', 'motcua_viewer', 'motcua_technician'] LOOP
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', r);
    END IF;
  END LOOP;
  IF NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user) THEN
    EXECUTE format('GRANT motcua_owner, motcua_accounts TO %I', current_user);
  END IF;
  EXECUTE format('GRANT CREATE ON DATABASE %I TO motcua_owner', current_database());
END
$roles$;

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

CREATE SCHEMA IF NOT EXISTS centre;
CREATE SCHEMA IF NOT EXISTS audit;
ALTER SCHEMA centre OWNER TO motcua_owner;
ALTER SCHEMA audit OWNER TO motcua_owner;
CREATE TABLE IF NOT EXISTS centre.schema_migration (
  name text PRIMARY KEY,
  sha256 text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now(),
  applied_by text NOT NULL DEFAULT session_user
);
ALTER TABLE centre.schema_migration OWNER TO motcua_owner;

SET LOCAL ROLE motcua_owner;

COMMENT ON SCHEMA centre IS 'The Public Administration Service Centre: all data and the functions over it.';
COMMENT ON SCHEMA audit IS 'Append-only: every change, and every reading of sensitive data.';
COMMENT ON TABLE centre.schema_migration IS 'Migrations that this database has gone through; written by the migrator.';

-- Who acts ---------------------------------------------------------------

CREATE FUNCTION centre.acting_role() RETURNS text
  LANGUAGE sql STABLE
  RETURN CASE WHEN current_setting('role') IN ('none', 'motcua_owner', 'motcua_accounts') THEN session_user::text
              ELSE current_setting('role') END;
COMMENT ON FUNCTION centre.acting_role() IS
  'The role in whose name the statement was sent: the one taken by SET ROLE, else the one that logged in; the same inside security-definer functions. Who takes the owner''s role to migrate stays who he is.';

CREATE FUNCTION centre.group_role(who text DEFAULT NULL) RETURNS text
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT CASE
      WHEN r.rolsuper OR r.rolname = 'motcua_owner' THEN 'owner'
      WHEN pg_has_role(r.oid, 'motcua_director', 'USAGE') THEN 'director'
      WHEN pg_has_role(r.oid, 'motcua_deputy', 'USAGE') THEN 'deputy'
      WHEN pg_has_role(r.oid, 'motcua_roster_office', 'USAGE') THEN 'roster_office'
      WHEN pg_has_role(r.oid, 'motcua_supervision', 'USAGE') THEN 'supervision'
      WHEN pg_has_role(r.oid, 'motcua_technician', 'USAGE') THEN 'technician'
      WHEN pg_has_role(r.oid, 'motcua_viewer', 'USAGE') THEN 'viewer'
      WHEN pg_has_role(r.oid, 'motcua_owner', 'MEMBER') THEN 'owner'
    END
    FROM pg_catalog.pg_roles r
    WHERE r.rolname = COALESCE(who, centre.acting_role());
  END;
COMMENT ON FUNCTION centre.group_role(text) IS
  'director, deputy, roster_office, supervision, technician, viewer; owner for the superuser and the owner of the schema; null for a stranger.';

CREATE FUNCTION centre.login() RETURNS text
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    -- On a private server one operating-system user connects and takes the
    -- person's role; on a shared one, everybody logs in as himself.
    SELECT COALESCE((SELECT r.rolname::text FROM pg_catalog.pg_roles r
                      WHERE r.rolname = current_setting('role') AND r.rolcanlogin), session_user::text);
  END;
COMMENT ON FUNCTION centre.login() IS 'Who acts, as written into the audit.';

CREATE FUNCTION centre.require(VARIADIC groups text[]) RETURNS void
  LANGUAGE plpgsql STABLE
  AS $$
DECLARE
  mine text := centre.group_role();
BEGIN
  IF mine IS DISTINCT FROM 'owner' AND (mine IS NULL OR mine <> ALL (groups)) THEN
    RAISE EXCEPTION 'this needs one of the groups %; % is %', array_to_string(groups, ', '), centre.login(), COALESCE(mine, 'a stranger')
      USING ERRCODE = 'MC003', CONSTRAINT = 'group_required';
  END IF;
END
$$;
COMMENT ON FUNCTION centre.require(text[]) IS 'Refuses (MC003) whoever is in none of the groups named.';

-- Names ------------------------------------------------------------------

CREATE FUNCTION centre.fold(value text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN btrim(lower(regexp_replace(
           regexp_replace(translate(normalize(COALESCE(value, ''), NFKD), U&'\0110\0111\00D0\00F0\0189\0256', 'dddddd'),
                          '[\u0300-\u036f''\u2019\u02bc]', '', 'g') COLLATE "und-x-icu",
           '[^[:alnum:]]+', ' ', 'g') COLLATE "und-x-icu"));
COMMENT ON FUNCTION centre.fold(text) IS
  'Search key: lower case, without accents and tones, đ as d, words with one space between; the same as mc_fold() of the program.';

CREATE FUNCTION centre.name_sort_part(part text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  BEGIN ATOMIC
    -- A syllable is its letters (A + place in the alphabet), then its tone
    -- ($ + ngang, huyền, hỏi, ngã, sắc, nặng): on which vowel the tone mark
    -- is written does not matter.
    SELECT COALESCE(string_agg(
             translate(normalize(regexp_replace(w.word, '[\u0300\u0301\u0303\u0309\u0323]', '', 'g'), NFC),
                       U&'a\0103\00E2bcd\0111e\00EAfghijklmno\00F4\01A1pqrstu\01B0vwxyz',
                       U&'ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`a')
             || COALESCE(NULLIF(translate(regexp_replace(w.word, '[^\u0300\u0301\u0303\u0309\u0323]', '', 'g'),
                                          U&'\0300\0309\0303\0301\0323', '%&''()'), ''), '$'),
             '' ORDER BY w.place), '') || '!'
      FROM unnest(string_to_array(regexp_replace(regexp_replace(lower(
               translate(normalize(COALESCE(part, ''), NFKD), U&'\0110\0111\00D0\00F0\0189\0256',
                         U&'\0111\0111\0111\0111\0111\0111') COLLATE "und-x-icu"),
               '[\u0304\u0305\u0307\u0308\u030a-\u031a\u031c-\u0322\u0324-\u036f''\u2019\u02bc]', '', 'g'),
               '[^[:alnum:]\u0300-\u036f]+', ' ', 'g'), ' ')) WITH ORDINALITY AS w(word, place)
     WHERE w.word <> '';
  END;
COMMENT ON FUNCTION centre.name_sort_part(text) IS 'One part of a name as bytes whose plain order is the Vietnamese order.';

CREATE FUNCTION centre.name_sort_key(given text, middle text, family text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN centre.name_sort_part(given) || centre.name_sort_part(middle) || centre.name_sort_part(family);
COMMENT ON FUNCTION centre.name_sort_key(text, text, text) IS
  'Sorts people by given, middle, family name in Vietnamese order under COLLATE "C"; the same as mc_name_sort_key() of the program.';

-- What every table does --------------------------------------------------

CREATE TABLE audit.change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  login text NOT NULL DEFAULT centre.login(),
  group_role text DEFAULT centre.group_role(),
  action text NOT NULL CONSTRAINT change_action CHECK (action IN ('insert', 'update', 'delete', 'anonymise')),
  table_name text NOT NULL,
  row_id bigint NOT NULL,
  row_version int NOT NULL,
  old jsonb,
  new jsonb,
  reason text,
  txid bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint
);
CREATE INDEX change_row ON audit.change (table_name, row_id, id);
CREATE INDEX change_at ON audit.change (at);
CREATE INDEX change_txid ON audit.change (txid);
COMMENT ON TABLE audit.change IS 'Every change to every table, append-only. Sensitive values appear as "***".';
COMMENT ON COLUMN audit.change.login IS 'Who did it (see centre.login()).';
COMMENT ON COLUMN audit.change.group_role IS 'The group in whose right it was done.';
COMMENT ON COLUMN audit.change.row_version IS 'The version of the row after the change; of the deleted row for a deletion.';
COMMENT ON COLUMN audit.change.reason IS 'Why a closed fact was corrected, as given to centre.begin_correction().';
COMMENT ON COLUMN audit.change.txid IS 'One user action is one transaction: rows of one action share this number.';

CREATE TABLE audit.access (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  login text NOT NULL DEFAULT centre.login(),
  group_role text DEFAULT centre.group_role(),
  person_id bigint NOT NULL,
  purpose text NOT NULL CONSTRAINT access_purpose_given CHECK (btrim(purpose) <> ''),
  fields text[] NOT NULL
);
CREATE INDEX access_person ON audit.access (person_id, id);
COMMENT ON TABLE audit.access IS 'Every reading of sensitive personal data, append-only (Law 91/2025/QH15).';
COMMENT ON COLUMN audit.access.purpose IS 'What the data were read for, in the words of the reader.';
COMMENT ON COLUMN audit.access.fields IS 'Which fields were shown.';

CREATE FUNCTION audit.refuse() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
BEGIN
  -- Only centre.anonymise_person() may blank personal values, and nothing else of a row.
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'change' AND current_user = 'motcua_owner'
     AND current_setting('centre.anonymising', true) = 'on'
     AND (to_jsonb(NEW) - ARRAY['old', 'new']) = (to_jsonb(OLD) - ARRAY['old', 'new']) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the audit is append-only: % on audit.% is refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'MC003', CONSTRAINT = 'audit_append_only';
END
$$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit.change FOR EACH ROW EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit.access FOR EACH ROW EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit.change FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit.access FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
ALTER TABLE audit.change ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE audit.change ENABLE ALWAYS TRIGGER never_emptied;
ALTER TABLE audit.access ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE audit.access ENABLE ALWAYS TRIGGER never_emptied;

CREATE FUNCTION centre.bump_version() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
BEGIN
  NEW.version := OLD.version + 1;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION centre.bump_version() IS 'The version of a row counts its changes; nobody sets it.';

CREATE FUNCTION centre.hide(row_data jsonb, hidden text[], before jsonb DEFAULT NULL) RETURNS jsonb
  LANGUAGE sql IMMUTABLE
  RETURN CASE WHEN cardinality(hidden) = 0 THEN row_data ELSE (
    SELECT jsonb_object_agg(e.key, CASE
             WHEN e.key <> ALL (hidden) OR e.value = 'null' THEN e.value
             WHEN before IS NOT NULL AND before -> e.key IS DISTINCT FROM e.value THEN '"*** (changed)"'
             ELSE '"***"' END)
      FROM jsonb_each(row_data) e) END;
COMMENT ON FUNCTION centre.hide(jsonb, text[], jsonb) IS 'A row as the audit keeps it: that a sensitive value changed, but not to what.';

CREATE FUNCTION centre.after_change() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  hidden text[] := COALESCE(TG_ARGV[0]::text[], '{}');
  why text := NULLIF(current_setting('centre.correction_reason', true), '');
  who text := centre.login();
  right_of text := centre.group_role();
  count bigint;
  ids jsonb;
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO audit.change (login, group_role, action, table_name, row_id, row_version, new, reason)
      SELECT who, right_of, 'insert', TG_TABLE_NAME, n.id, n.version, centre.hide(to_jsonb(n), hidden), why FROM new_rows n ORDER BY n.id;
    SELECT count(*), jsonb_agg(n.id ORDER BY n.id) INTO count, ids FROM new_rows n;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO audit.change (login, group_role, action, table_name, row_id, row_version, old, new, reason)
      SELECT who, right_of, 'update', TG_TABLE_NAME, n.id, n.version, centre.hide(to_jsonb(o), hidden),
             centre.hide(to_jsonb(n), hidden, to_jsonb(o)), why
        FROM new_rows n JOIN old_rows o USING (id) ORDER BY n.id;
    SELECT count(*), jsonb_agg(n.id ORDER BY n.id) INTO count, ids FROM new_rows n;
  ELSE
    INSERT INTO audit.change (login, group_role, action, table_name, row_id, row_version, old, reason)
      SELECT who, right_of, 'delete', TG_TABLE_NAME, o.id, o.version, centre.hide(to_jsonb(o), hidden), why FROM old_rows o ORDER BY o.id;
    SELECT count(*), jsonb_agg(o.id ORDER BY o.id) INTO count, ids FROM old_rows o;
  END IF;
  IF count > 0 THEN
    PERFORM pg_notify('centre_change', jsonb_build_object('table', TG_TABLE_NAME, 'op', lower(TG_OP),
                                                          'ids', CASE WHEN count <= 200 THEN ids END)::text);
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.after_change() IS
  'Once per statement: writes the audit, and notifies centre_change with {"table", "op", "ids" (null when more than 200)}.';

CREATE PROCEDURE centre.watch(watched regclass, VARIADIC hidden text[] DEFAULT '{}')
  LANGUAGE plpgsql
  AS $$
DECLARE
  name text := (SELECT quote_ident(relname) FROM pg_catalog.pg_class WHERE oid = watched);
BEGIN
  EXECUTE format('CREATE TRIGGER a_bump_version BEFORE UPDATE ON centre.%s FOR EACH ROW EXECUTE FUNCTION centre.bump_version()', name);
  EXECUTE format('CREATE TRIGGER z_inserted AFTER INSERT ON centre.%s REFERENCING NEW TABLE AS new_rows
                  FOR EACH STATEMENT EXECUTE FUNCTION centre.after_change(%L)', name, hidden::text);
  EXECUTE format('CREATE TRIGGER z_updated AFTER UPDATE ON centre.%s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
                  FOR EACH STATEMENT EXECUTE FUNCTION centre.after_change(%L)', name, hidden::text);
  EXECUTE format('CREATE TRIGGER z_deleted AFTER DELETE ON centre.%s REFERENCING OLD TABLE AS old_rows
                  FOR EACH STATEMENT EXECUTE FUNCTION centre.after_change(%L)', name, hidden::text);
  EXECUTE format('CREATE TRIGGER z_never_emptied BEFORE TRUNCATE ON centre.%s FOR EACH STATEMENT EXECUTE FUNCTION centre.refuse_truncate()', name);
END
$$;
COMMENT ON PROCEDURE centre.watch(regclass, text[]) IS
  'Gives a table its version, audit and notification; the columns named are hidden from the audit.';

CREATE FUNCTION centre.refuse_truncate() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
BEGIN
  RAISE EXCEPTION 'centre.% cannot be emptied at a stroke: its rows would leave no trace', TG_TABLE_NAME
    USING ERRCODE = 'MC003', CONSTRAINT = 'no_truncate';
END
$$;
COMMENT ON FUNCTION centre.refuse_truncate() IS 'TRUNCATE would pass by the audit.';

RESET ROLE;
