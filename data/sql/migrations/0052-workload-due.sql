-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is to be summed is written down, and summed when constraints are looked at: at commit, or at once where somebody has said
-- SET CONSTRAINTS ALL IMMEDIATE. Before, sums then were made when a file came, before its counts did, and never again.

SET LOCAL ROLE motcua_owner;

CREATE TABLE centre.workload_due (
  file_id bigint PRIMARY KEY REFERENCES centre.workload_file ON DELETE CASCADE
);
COMMENT ON TABLE centre.workload_due IS 'Files of which counts came, or which came into force or went, in the transaction under way; empty outside of it. Nobody writes here.';
COMMENT ON COLUMN centre.workload_due.file_id IS 'The file of whose months the sums are to be made anew.';

CREATE FUNCTION centre.sum_what_is_due() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  due record;
  days daterange;
  whole daterange := 'empty';
BEGIN
  -- The first one finds all that came together; the others nothing.
  FOR due IN
    WITH gone AS (DELETE FROM centre.workload_due RETURNING file_id)
    SELECT f.id, f.kind FROM gone JOIN centre.workload_file f ON f.id = gone.file_id
  LOOP
    EXECUTE format('SELECT daterange(min(day), max(day), ''[]'') FROM centre.%I WHERE file_id = $1 HAVING count(*) > 0', due.kind || '_count')
      INTO days USING due.id;
    IF days IS NOT NULL THEN
      whole := range_merge(whole, days);
    END IF;
  END LOOP;
  IF NOT isempty(whole) THEN
    PERFORM centre.refresh_workload(lower(whole), upper(whole) - 1);
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.sum_what_is_due() IS 'The sums of the months of all files that are due, once for all that came together.';
CREATE CONSTRAINT TRIGGER sums AFTER INSERT ON centre.workload_due DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION centre.sum_what_is_due();

DROP TRIGGER sums ON centre.workload_file;
CREATE OR REPLACE FUNCTION centre.file_changed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM centre.refresh_workload(NULL, NULL);
  ELSE
    INSERT INTO centre.workload_due VALUES (NEW.id) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.file_changed() IS 'When a file comes into force or goes, its months are due to be summed; when files are taken away, all is summed at once.';
CREATE TRIGGER sums AFTER UPDATE OF state ON centre.workload_file FOR EACH ROW EXECUTE FUNCTION centre.file_changed();

CREATE OR REPLACE FUNCTION centre.after_counts() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT FROM (SELECT DISTINCT n.file_id FROM new_rows n) n JOIN centre.workload_file f ON f.id = n.file_id
                WHERE f.txid <> pg_current_xact_id()::text::bigint OR f.kind || '_count' <> TG_TABLE_NAME) THEN
      RAISE EXCEPTION 'counts come with their file'
        USING ERRCODE = 'MC003', CONSTRAINT = 'counts_with_file', TABLE = TG_TABLE_NAME, SCHEMA = 'centre';
    END IF;
    INSERT INTO centre.workload_due SELECT DISTINCT n.file_id FROM new_rows n ON CONFLICT DO NOTHING;
  ELSIF centre.removing_sample() IS NOT TRUE THEN
    RAISE EXCEPTION 'counts stay as they came'
      USING ERRCODE = 'MC003', CONSTRAINT = 'counts_unchanged', TABLE = TG_TABLE_NAME, SCHEMA = 'centre';
  END IF;
  PERFORM pg_notify('centre_change', jsonb_build_object('table', TG_TABLE_NAME, 'op', lower(TG_OP), 'ids', NULL)::text);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.after_counts() IS
  'Counts come with their file, whose row is in the audit, and never change: they need no audit of their own. Notifies once per statement; their months are due to be summed.';

-- Real figures lose the invented officers before all is summed, not after.
CREATE OR REPLACE FUNCTION centre.remove_sample_workload() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  PERFORM centre.require('director');
  PERFORM set_config('centre.removing_sample', 'on', true);
  UPDATE centre.dossier_count c SET person_id = NULL FROM centre.person p, centre.workload_file f WHERE p.id = c.person_id AND p.is_sample AND f.id = c.file_id AND NOT f.is_sample;
  UPDATE centre.ticket_count c SET person_id = NULL FROM centre.person p, centre.workload_file f WHERE p.id = c.person_id AND p.is_sample AND f.id = c.file_id AND NOT f.is_sample;
  UPDATE centre.rating_count c SET person_id = NULL FROM centre.person p, centre.workload_file f WHERE p.id = c.person_id AND p.is_sample AND f.id = c.file_id AND NOT f.is_sample;
  DELETE FROM centre.workload_file WHERE is_sample;
  DELETE FROM centre.workload_source s WHERE s.is_sample AND NOT EXISTS (SELECT FROM centre.workload_file f WHERE f.source_id = s.id);
  -- What real figures are of is real: the counter and the procedure.
  UPDATE centre.counter k SET is_sample = false
   WHERE k.is_sample AND (EXISTS (SELECT FROM centre.dossier_count c WHERE c.counter_id = k.id)
                          OR EXISTS (SELECT FROM centre.ticket_count c WHERE c.counter_id = k.id)
                          OR EXISTS (SELECT FROM centre.rating_count c WHERE c.counter_id = k.id));
  UPDATE centre.procedure k SET is_sample = false
   WHERE k.is_sample AND EXISTS (SELECT FROM centre.dossier_count c WHERE c.procedure_id = k.id);
  PERFORM set_config('centre.removing_sample', '', true);
END
$$;

-- What has been summed too early, or after an officer had gone, is made good.
SELECT centre.refresh_workload(NULL, NULL);

RESET ROLE;
