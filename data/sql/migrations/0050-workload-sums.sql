-- SPDX-License-Identifier: GPL-3.0-or-later
-- Files that come in one transaction are summed once: a year of the sample took as many passes as it has files.

SET LOCAL ROLE motcua_owner;

CREATE OR REPLACE FUNCTION centre.file_changed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  came record;
  days daterange;
  whole daterange := 'empty';
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM centre.refresh_workload(NULL, NULL);
    RETURN NULL;
  END IF;
  -- The last one that came sums for all that came with it.
  IF TG_OP = 'INSERT' AND EXISTS (SELECT FROM centre.workload_file f WHERE f.txid = NEW.txid AND f.id > NEW.id) THEN
    RETURN NULL;
  END IF;
  FOR came IN SELECT f.id, f.kind FROM centre.workload_file f WHERE f.id = NEW.id OR (TG_OP = 'INSERT' AND f.txid = NEW.txid) LOOP
    EXECUTE format('SELECT daterange(min(day), max(day), ''[]'') FROM centre.%I WHERE file_id = $1 HAVING count(*) > 0', came.kind || '_count')
      INTO days USING came.id;
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
COMMENT ON FUNCTION centre.file_changed() IS 'When files have come or one has gone, at the end of the transaction: the sums of their months, once for all that came together.';

RESET ROLE;
