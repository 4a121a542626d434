-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where nobody has ever said that the sample goes, it stays: the setting is null then, and no guard held.

SET LOCAL ROLE motcua_owner;

CREATE OR REPLACE FUNCTION centre.removing_sample() RETURNS boolean
  LANGUAGE sql STABLE
  RETURN COALESCE(current_setting('centre.removing_sample', true) = 'on' AND centre.group_role() IN ('director', 'owner'), false);

CREATE OR REPLACE FUNCTION centre.leaving(person bigint) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  RETURN COALESCE((SELECT p.anonymised_on IS NOT NULL OR (p.is_sample AND centre.removing_sample()) FROM centre.person p WHERE p.id = person), true);

CREATE OR REPLACE FUNCTION centre.guard_seal() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.content IS NULL
     AND centre.leaving((SELECT e.person_id FROM centre.evaluation e WHERE e.id = OLD.evaluation_id))
     AND (to_jsonb(NEW) - ARRAY['version', 'content']) = (to_jsonb(OLD) - ARRAY['version', 'content']) THEN
    RETURN NEW;
  ELSIF TG_OP = 'DELETE' AND OLD.chain = 'sample' AND centre.removing_sample() THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'a seal stays as it is'
    USING ERRCODE = 'MC003', CONSTRAINT = 'evaluation_seal_stays', TABLE = 'evaluation_seal', SCHEMA = 'centre';
END
$$;

RESET ROLE;
