-- SPDX-License-Identifier: GPL-3.0-or-later
-- What holds for every table and function of the schema.
SET search_path = tap, public;
BEGIN;
SELECT no_plan();

CREATE TEMP VIEW tables AS
  SELECT c.oid, n.nspname, c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relowner
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname IN ('centre', 'audit') AND c.relkind = 'r';

SELECT ok(EXISTS (SELECT FROM pg_extension WHERE extname = e), 'extension ' || e)
  FROM unnest(ARRAY['btree_gist', 'unaccent', 'pg_trgm']) e;
SELECT is((SELECT extnamespace::regnamespace::text FROM pg_extension WHERE extname = 'btree_gist'), 'public', 'extensions lie in public');

SELECT has_table('centre'::name, t::name) FROM unnest(ARRAY['setting', 'agency', 'agency_name', 'agency_succession', 'agency_contact',
  'agency_quota', 'section', 'post', 'seat', 'rank', 'person', 'person_private', 'person_condition', 'home_agency', 'tour',
  'tour_extension', 'appointment', 'qualification', 'field', 'field_competence', 'service', 'rating', 'attachment', 'account',
  'day_override', 'rule_version', 'dossier_year', 'premises_item', 'plan_check', 'supervision_note', 'schema_migration',
  'floor', 'floor_plan', 'plan_layer', 'plan_object', 'plan_background',
  'counter', 'counter_agency', 'counter_field', 'counter_assignment', 'equipment', 'procedure']) t;
SELECT has_table('centre'::name, t::name) FROM unnest(ARRAY['workload_source', 'workload_file', 'dossier_count', 'ticket_count', 'rating_count', 'workload_sum', 'workload_due', 'scenario', 'corrective_action']) t;
SELECT has_table('centre'::name, t::name) FROM unnest(ARRAY['absence', 'absence_reason', 'session_time', 'saturday_field', 'leave_account', 'duty_credit', 'attendance', 'paper', 'paper_template', 'feedback', 'supervision_kind']) t;
SELECT has_table('audit'::name, t::name) FROM unnest(ARRAY['change', 'access']) t;

SELECT is_empty($$SELECT relname FROM tables WHERE NOT (relrowsecurity AND relforcerowsecurity)$$, 'row security is enabled and forced on every table');
SELECT is_empty($$SELECT relname FROM tables t WHERE NOT EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = t.nspname AND p.tablename = t.relname)$$,
                'every table has a policy');
SELECT is_empty($$SELECT relname FROM tables WHERE relowner <> 'motcua_owner'::regrole$$, 'every table is the owner''s');
SELECT is_empty($$SELECT relname FROM tables WHERE obj_description(oid, 'pg_class') IS NULL$$, 'every table is explained');
SELECT is_empty($$SELECT t.relname, a.attname FROM tables t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
                   WHERE col_description(t.oid, a.attnum) IS NULL$$, 'every column is explained');
SELECT is_empty($$SELECT t.relname FROM tables t WHERE t.nspname = 'centre' AND t.relname NOT IN ('schema_migration', 'workload_sum', 'workload_due') AND NOT (
                    EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'id' AND a.attidentity = 'a')
                    AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'version' AND a.attnotnull AND a.atthasdef))$$,
                'every table has an identity and a version');
SELECT is_empty($$SELECT t.relname, w FROM tables t, unnest(ARRAY['a_bump_version', 'z_inserted', 'z_updated', 'z_deleted', 'z_never_emptied']) w
                   WHERE t.nspname = 'centre' AND t.relname NOT IN ('schema_migration', 'workload_sum', 'workload_due')
                     AND NOT EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = t.oid AND g.tgname = w)$$,
                'every table counts versions, writes the audit and notifies');
SELECT is_empty($$SELECT t.relname FROM tables t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'during'
                   WHERE a.atttypid <> 'daterange'::regtype OR NOT a.attnotnull
                      OR NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = t.oid AND pg_get_constraintdef(k.oid) LIKE '%isempty(during)%')$$,
                'every period is a date range, given and not empty');
SELECT is_empty($$SELECT k.conrelid::regclass, k.conname FROM pg_constraint k JOIN tables t ON t.oid = k.conrelid
                   WHERE k.contype = 'f' AND NOT EXISTS (
                     SELECT FROM pg_index i WHERE i.indrelid = k.conrelid AND i.indkey[0] = k.conkey[1])
                     AND k.conrelid::regclass::text NOT IN ('centre.post', 'centre.seat', 'centre.account', 'centre.supervision_note', 'centre.person', 'centre.service', 'centre.dossier_count', 'centre.ticket_count', 'centre.rating_count')$$,
                'what is looked up has an index');

CREATE TEMP VIEW functions AS
  SELECT p.oid, p.oid::regprocedure::text AS name, p.prosecdef, p.proconfig, p.proowner, p.proacl, p.provolatile
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN ('centre', 'audit');
SELECT is_empty($$SELECT name FROM functions WHERE obj_description(oid, 'pg_proc') IS NULL$$, 'every function is explained');
SELECT is_empty($$SELECT name FROM functions WHERE prosecdef AND NOT COALESCE('search_path=pg_catalog, pg_temp' = ANY (proconfig), false)$$,
                'security-definer functions have a fixed search path');
SELECT is_empty($$SELECT name FROM functions WHERE proowner NOT IN ('motcua_owner'::regrole, 'motcua_accounts'::regrole)$$, 'functions belong to roles that cannot log in');
SELECT is_empty($$SELECT name FROM functions f WHERE proacl IS NULL OR EXISTS (SELECT FROM aclexplode(proacl) x WHERE x.grantee = 0)$$,
                'no function is open to everybody');
SELECT is_empty($$SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                   WHERE n.nspname IN ('centre', 'audit') AND c.relkind IN ('v', 'm')
                     AND NOT COALESCE('security_invoker=true' = ANY (c.reloptions), false)$$, 'views, if any, use the rights of the caller');
SELECT is_empty($$SELECT rolname FROM pg_roles WHERE rolname LIKE 'motcua\_%' AND rolcanlogin$$, 'group roles cannot log in');
SELECT is_empty($$SELECT rolname FROM pg_roles WHERE rolname LIKE 'motcua\_%' AND (rolsuper OR rolbypassrls OR rolcreatedb)$$, 'and have no special power');
SELECT is((SELECT string_agg(rolname, ' ') FROM pg_roles WHERE rolname LIKE 'motcua\_%' AND rolcreaterole), 'motcua_accounts', 'one role makes accounts');

SELECT * FROM finish();
ROLLBACK;
