-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who may read and write what: grants, and row level security enabled and forced on every table. Re-appliable.

SET LOCAL ROLE motcua_owner;

ALTER DEFAULT PRIVILEGES FOR ROLE motcua_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
REVOKE ALL ON SCHEMA centre, audit FROM PUBLIC;
GRANT USAGE ON SCHEMA centre, audit
  TO motcua_director, motcua_deputy, motcua_roster_office, motcua_supervision, motcua_viewer, motcua_technician, motcua_accounts;

DO $$
DECLARE
  groups text := 'motcua_director, motcua_deputy, motcua_roster_office, motcua_supervision, motcua_viewer, motcua_technician';
  leaders text := 'motcua_director, motcua_deputy';
  staff text := 'motcua_director, motcua_deputy, motcua_roster_office';
  seers text := 'motcua_director, motcua_deputy, motcua_roster_office, motcua_supervision';
  t record;
  p record;
BEGIN
  -- From a clean slate, so that what a later version drops is dropped here too.
  FOR p IN SELECT policyname, schemaname, tablename FROM pg_catalog.pg_policies WHERE schemaname IN ('centre', 'audit') LOOP
    EXECUTE format('DROP POLICY %I ON %I.%I', p.policyname, p.schemaname, p.tablename);
  END LOOP;
  EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA centre, audit FROM PUBLIC, motcua_accounts, %s', groups);
  -- The functions of motcua_accounts got their grants where they were made.
  FOR p IN SELECT f.oid::regprocedure AS name, f.prokind FROM pg_catalog.pg_proc f
            WHERE f.pronamespace IN ('centre'::regnamespace, 'audit'::regnamespace) AND f.proowner = 'motcua_owner'::regrole LOOP
    EXECUTE format('REVOKE ALL ON ROUTINE %s FROM PUBLIC, %s, motcua_accounts', p.name, groups);
    IF p.prokind = 'f' THEN
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %s, motcua_accounts', p.name, groups);
    END IF;
  END LOOP;

  FOR t IN
    SELECT n.nspname, c.relname, w.readers, w.writers
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN (VALUES
        ('setting', groups, leaders), ('agency', groups, staff), ('agency_name', groups, leaders),
        ('agency_succession', groups, leaders), ('agency_contact', groups, staff), ('agency_quota', groups, leaders),
        ('field', groups, staff), ('section', groups, leaders), ('post', groups, leaders), ('seat', groups, leaders),
        ('rank', groups, leaders), ('rule_version', groups, leaders), ('day_override', groups, staff),
        ('session_time', groups, leaders), ('saturday_field', groups, leaders),
        ('dossier_year', groups, leaders), ('premises_item', groups, leaders), ('plan_check', groups, leaders),
        ('person', groups, staff), ('home_agency', groups, staff), ('tour', groups, staff), ('tour_extension', groups, staff),
        ('appointment', groups, staff), ('qualification', groups, staff), ('field_competence', groups, staff),
        ('service', groups, staff), ('schema_migration', groups, NULL),
        ('floor', groups, staff), ('floor_plan', groups, staff), ('plan_layer', groups, staff), ('plan_object', groups, staff),
        ('plan_background', groups, staff),
        ('counter', groups, staff), ('counter_agency', groups, staff), ('counter_field', groups, staff),
        ('counter_assignment', groups, staff), ('equipment', groups, staff), ('procedure', groups, staff),
        ('absence', groups, staff),
        ('duty', groups, staff), ('duty_competence', groups, staff), ('demand', groups, staff), ('planner_rule', groups, staff),
        ('roster', groups, staff), ('roster_amendment', groups, staff), ('roster_cell', groups, staff),
        ('roster_template', groups, staff), ('roster_template_cell', groups, staff),
        ('paper_template', groups, staff), ('paper', seers, staff),
        ('roster_request', seers, staff), ('roster_swap', seers, staff),
        ('workload_source', groups, staff), ('workload_file', groups, staff), ('scenario', groups, staff), ('corrective_action', seers, staff),
        -- Single officers' figures are not for everybody: others read centre.workload_rows(). Counts come with their file.
        ('dossier_count', seers, NULL), ('ticket_count', seers, NULL), ('rating_count', seers, NULL), ('workload_sum', seers, NULL), ('workload_due', NULL, NULL),
        -- Read by those who need to know; the others see no row.
        ('person_condition', seers, staff), ('absence_reason', seers, staff),
        ('leave_account', seers, staff), ('duty_credit', seers, staff), ('attendance', seers, staff), ('rating', seers, staff), ('attachment', seers, staff),
        ('supervision_note', leaders || ', motcua_supervision', NULL),
        ('evaluation_scheme', groups, leaders), ('evaluation_criterion', groups, leaders), ('evaluation_weight', groups, leaders),
        ('evaluation_cycle', groups, leaders),
        -- By whose they are and by whom they are led: below.
        ('evaluation', NULL, leaders), ('evaluation_score', NULL, NULL), ('evaluation_evidence', NULL, NULL),
        ('evaluation_text', NULL, NULL), ('evaluation_seal', NULL, NULL),
        ('supervision_kind', groups, leaders || ', motcua_supervision'), ('feedback', seers, seers),
        ('account', staff || ', motcua_technician, motcua_accounts', NULL),
        -- Read and written by functions only.
        ('person_private', NULL, NULL), ('change', leaders, NULL), ('access', leaders, NULL)
      ) AS w(name, readers, writers) ON w.name = c.relname
     WHERE n.nspname IN ('centre', 'audit') AND c.relkind IN ('r', 'p')
  LOOP
    EXECUTE format('ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY', t.nspname, t.relname);
    EXECUTE format('ALTER TABLE %I.%I FORCE ROW LEVEL SECURITY', t.nspname, t.relname);
    IF t.relname <> 'person_private' THEN
      EXECUTE format('CREATE POLICY owner ON %I.%I TO motcua_owner USING (true) WITH CHECK (true)', t.nspname, t.relname);
      EXECUTE format('GRANT SELECT ON %I.%I TO %s', t.nspname, t.relname, CASE WHEN t.relname = 'access' THEN leaders ELSE groups END);
    END IF;
    IF t.readers IS NOT NULL THEN
      EXECUTE format('CREATE POLICY read ON %I.%I FOR SELECT TO %s USING (true)', t.nspname, t.relname, t.readers);
    END IF;
    IF t.writers IS NOT NULL THEN
      EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I.%I TO %s', t.nspname, t.relname, t.writers);
      EXECUTE format('CREATE POLICY write_new ON %I.%I FOR INSERT TO %s WITH CHECK (true)', t.nspname, t.relname, t.writers);
      EXECUTE format('CREATE POLICY write ON %I.%I FOR UPDATE TO %s USING (true) WITH CHECK (true)', t.nspname, t.relname, t.writers);
      EXECUTE format('CREATE POLICY remove ON %I.%I FOR DELETE TO %s USING (true)', t.nspname, t.relname, t.writers);
    END IF;
  END LOOP;
END
$$;

-- Counts are added with their file, and nothing else is done to them.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['dossier', 'ticket', 'rating'] LOOP
    EXECUTE format('GRANT INSERT ON centre.%I TO motcua_director, motcua_deputy, motcua_roster_office', t || '_count');
    EXECUTE format('CREATE POLICY write_new ON centre.%I FOR INSERT TO motcua_director, motcua_deputy, motcua_roster_office WITH CHECK (true)', t || '_count');
    EXECUTE format('GRANT SELECT ON centre.%I TO motcua_director, motcua_deputy, motcua_roster_office, motcua_supervision', t || '_fact');
  END LOOP;
END
$$;
GRANT SELECT ON centre.workload_fact TO motcua_director, motcua_deputy, motcua_roster_office, motcua_supervision;

-- Of absences and conditions everybody who works with them sees that there is one; why, centre.read_absence_reasons() and
-- centre.read_conditions() tell, which write down who asked.
DO $$
DECLARE
  groups text := 'motcua_director, motcua_deputy, motcua_roster_office, motcua_supervision, motcua_viewer, motcua_technician';
BEGIN
  EXECUTE format('REVOKE SELECT ON centre.absence_reason, centre.person_condition FROM %s', groups);
  EXECUTE format('GRANT SELECT (id, version, absence_id, person_id) ON centre.absence_reason TO %s', groups);
  EXECUTE format('GRANT SELECT (id, version, person_id, during, decision_no) ON centre.person_condition TO %s', groups);
  EXECUTE format('CREATE POLICY no_conditions ON audit.change AS RESTRICTIVE FOR SELECT TO %s
                  USING (table_name <> ''person_condition'' OR COALESCE(new, old) ->> ''kind'' LIKE ''***%%'')', groups);
END
$$;

-- Sensitive data: even through the owner's role only in the name of those who may read them.
CREATE POLICY owner ON centre.person_private TO motcua_owner
  USING ((SELECT centre.group_role()) IN ('owner', 'director', 'deputy', 'roster_office'))
  WITH CHECK ((SELECT centre.group_role()) IN ('owner', 'director', 'deputy', 'roster_office'));
DROP POLICY owner ON centre.person_condition;
CREATE POLICY owner ON centre.person_condition TO motcua_owner
  USING ((SELECT centre.group_role()) NOT IN ('viewer', 'technician')) WITH CHECK ((SELECT centre.group_role()) NOT IN ('viewer', 'technician'));
DROP POLICY owner ON centre.absence_reason;
CREATE POLICY owner ON centre.absence_reason TO motcua_owner
  USING ((SELECT centre.group_role()) NOT IN ('viewer', 'technician')) WITH CHECK ((SELECT centre.group_role()) NOT IN ('viewer', 'technician'));
DROP POLICY owner ON centre.paper;
CREATE POLICY owner ON centre.paper TO motcua_owner
  USING ((SELECT centre.group_role()) NOT IN ('viewer', 'technician')) WITH CHECK ((SELECT centre.group_role()) NOT IN ('viewer', 'technician'));
DROP POLICY owner ON centre.rating;
CREATE POLICY owner ON centre.rating TO motcua_owner
  USING ((SELECT centre.group_role()) NOT IN ('viewer', 'technician')) WITH CHECK ((SELECT centre.group_role()) NOT IN ('viewer', 'technician'));
DROP POLICY owner ON centre.supervision_note;
CREATE POLICY owner ON centre.supervision_note TO motcua_owner
  USING ((SELECT centre.group_role()) NOT IN ('viewer', 'technician')) WITH CHECK ((SELECT centre.group_role()) NOT IN ('viewer', 'technician'));
DROP POLICY owner ON centre.feedback;
CREATE POLICY owner ON centre.feedback TO motcua_owner
  USING ((SELECT centre.group_role()) NOT IN ('viewer', 'technician')) WITH CHECK ((SELECT centre.group_role()) NOT IN ('viewer', 'technician'));
DROP POLICY owner ON centre.attachment;
CREATE POLICY owner ON centre.attachment TO motcua_owner
  USING ((SELECT centre.group_role()) NOT IN ('viewer', 'technician')
         OR EXISTS (SELECT FROM centre.person p WHERE p.photo_id = attachment.id AND attachment.subject = 'person'
                   AND attachment.subject_id = p.id AND attachment.mime_type LIKE 'image/%'))
  WITH CHECK ((SELECT centre.group_role()) NOT IN ('viewer', 'technician'));
-- The triggers write the audit in everybody's name.
DROP POLICY owner ON audit.change;
CREATE POLICY owner ON audit.change TO motcua_owner
  USING ((SELECT centre.group_role()) NOT IN ('viewer', 'technician') OR table_name IN ('account', 'setting')) WITH CHECK (true);
DROP POLICY owner ON audit.access;
CREATE POLICY owner ON audit.access TO motcua_owner
  USING ((SELECT centre.group_role()) IN ('owner', 'director', 'deputy', 'roster_office')) WITH CHECK (true);

-- A photo is on the badge for all to see; scans of decisions are not, whatever a person is said to have as photo.
CREATE POLICY read_photo ON centre.attachment FOR SELECT TO motcua_viewer, motcua_technician
  USING (EXISTS (SELECT FROM centre.person p WHERE p.photo_id = attachment.id AND attachment.subject = 'person'
                   AND attachment.subject_id = p.id AND attachment.mime_type LIKE 'image/%'));

-- Everybody finds his own account.
CREATE POLICY read_own ON centre.account FOR SELECT TO motcua_supervision, motcua_viewer
  USING (login = (SELECT centre.login()));
CREATE POLICY write_accounts ON centre.account TO motcua_accounts USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON centre.account TO motcua_accounts;
GRANT SELECT ON centre.person TO motcua_accounts;
CREATE POLICY read_accounts ON centre.person FOR SELECT TO motcua_accounts USING (true);

-- Supervisors write notes, each his own.
GRANT INSERT, UPDATE, DELETE ON centre.supervision_note TO motcua_supervision;
CREATE POLICY write_new ON centre.supervision_note FOR INSERT TO motcua_supervision WITH CHECK (login = (SELECT centre.login()));
CREATE POLICY write ON centre.supervision_note FOR UPDATE TO motcua_supervision
  USING (login = (SELECT centre.login())) WITH CHECK (login = (SELECT centre.login()));
CREATE POLICY remove ON centre.supervision_note FOR DELETE TO motcua_supervision USING (login = (SELECT centre.login()));

-- Evaluations: the leaders and the supervisors see all, a head those of the section, everybody their own; what raters give
-- is hidden until each has given theirs. The roster office, which writes the notices, sees how the signed ones ended.
DO $$
DECLARE
  raters text := 'motcua_director, motcua_deputy, motcua_roster_office, motcua_supervision, motcua_viewer';
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['evaluation', 'evaluation_score', 'evaluation_evidence', 'evaluation_text', 'evaluation_seal'] LOOP
    EXECUTE format('DROP POLICY owner ON centre.%I', t);
    EXECUTE format('CREATE POLICY owner ON centre.%I TO motcua_owner USING ((SELECT centre.group_role()) IS DISTINCT FROM ''technician'')
                    WITH CHECK ((SELECT centre.group_role()) IS DISTINCT FROM ''technician'')', t);
  END LOOP;
  EXECUTE format('CREATE POLICY read ON centre.evaluation FOR SELECT TO %s
                  USING (centre.sees_evaluation(person_id, section_id) OR (state = ''signed'' AND (SELECT centre.group_role()) = ''roster_office''))', raters);
  EXECUTE format('CREATE POLICY read ON centre.evaluation_score FOR SELECT TO %s USING (centre.sees_part(evaluation_id, role, login))', raters);
  EXECUTE format('CREATE POLICY read ON centre.evaluation_text FOR SELECT TO %s USING (centre.sees_part(evaluation_id, role, login))', raters);
  EXECUTE format('CREATE POLICY read ON centre.evaluation_evidence FOR SELECT TO %s USING (centre.sees_part(evaluation_id, ''computed'', ''''))', raters);
  EXECUTE format('CREATE POLICY read ON centre.evaluation_seal FOR SELECT TO %s USING (centre.sees_part(evaluation_id, ''computed'', ''''))', raters);
  EXECUTE format('GRANT INSERT, UPDATE, DELETE ON centre.evaluation_score, centre.evaluation_text, centre.evaluation_evidence TO %s', raters);
  EXECUTE format('CREATE POLICY write_new ON centre.evaluation_score FOR INSERT TO %s WITH CHECK (centre.may_rate(evaluation_id, role))', raters);
  EXECUTE format('CREATE POLICY write ON centre.evaluation_score FOR UPDATE TO %s
                  USING (centre.may_rate(evaluation_id, role) AND (role = ''computed'' OR login = (SELECT centre.login()))) WITH CHECK (centre.may_rate(evaluation_id, role))', raters);
  EXECUTE format('CREATE POLICY remove ON centre.evaluation_score FOR DELETE TO %s
                  USING (centre.may_rate(evaluation_id, role) AND (role = ''computed'' OR login = (SELECT centre.login())))', raters);
  EXECUTE format('CREATE POLICY write_new ON centre.evaluation_text FOR INSERT TO %s WITH CHECK (centre.may_rate(evaluation_id, role, waived))', raters);
  EXECUTE format('CREATE POLICY write ON centre.evaluation_text FOR UPDATE TO %s
                  USING (login = (SELECT centre.login())) WITH CHECK (centre.may_rate(evaluation_id, role, waived))', raters);
  EXECUTE format('CREATE POLICY remove ON centre.evaluation_text FOR DELETE TO %s USING (login = (SELECT centre.login()))', raters);
  EXECUTE format('CREATE POLICY write_new ON centre.evaluation_evidence FOR INSERT TO %s WITH CHECK (centre.may_gather(evaluation_id))', raters);
  EXECUTE format('CREATE POLICY write ON centre.evaluation_evidence FOR UPDATE TO %s
                  USING (centre.may_gather(evaluation_id)) WITH CHECK (centre.may_gather(evaluation_id))', raters);
  EXECUTE format('CREATE POLICY remove ON centre.evaluation_evidence FOR DELETE TO %s USING (centre.may_gather(evaluation_id))', raters);
END
$$;

-- The history of a row is seen by who works with it; nobody writes it but the triggers.
CREATE POLICY read_work ON audit.change FOR SELECT TO motcua_roster_office, motcua_supervision
  USING (table_name NOT IN ('account', 'setting', 'person_private', 'supervision_note') AND table_name NOT LIKE 'evaluation%');
CREATE POLICY read_technical ON audit.change FOR SELECT TO motcua_technician USING (table_name IN ('account', 'setting'));

-- A technician records what he has migrated.
GRANT INSERT ON centre.schema_migration TO motcua_technician;
CREATE POLICY write_new ON centre.schema_migration FOR INSERT TO motcua_technician WITH CHECK (true);

RESET ROLE;
