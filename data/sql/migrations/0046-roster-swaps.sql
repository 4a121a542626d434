-- SPDX-License-Identifier: GPL-3.0-or-later
-- Two who ask to change places: also in a draft, where the cells themselves are changed; who refuses says why; and what
-- has been decided stays in the list.

SET LOCAL ROLE motcua_owner;

ALTER TABLE centre.roster_swap ADD COLUMN answer text;
COMMENT ON COLUMN centre.roster_swap.answer IS 'Why it was refused; hidden from the audit.';
COMMENT ON COLUMN centre.roster_swap.roster_id IS 'The roster: a draft, or one that is out.';
COMMENT ON COLUMN centre.roster_swap.amendment_id IS 'The amendment that carried it out; none in a draft, whose cells are changed themselves.';
COMMENT ON TABLE centre.roster_swap IS
  'Two officers who ask to change places; the centre decides, and an amendment carries it out, or the cells of a draft are changed.';

-- Watched anew, for one more column is hidden.
DROP TRIGGER a_bump_version ON centre.roster_swap;
DROP TRIGGER z_inserted ON centre.roster_swap;
DROP TRIGGER z_updated ON centre.roster_swap;
DROP TRIGGER z_deleted ON centre.roster_swap;
DROP TRIGGER z_never_emptied ON centre.roster_swap;
CALL centre.watch('centre.roster_swap', 'reason', 'answer');

CREATE OR REPLACE FUNCTION centre.guard_roster_swap() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  words constant text[] := ARRAY['version', 'amendment_id', 'reason', 'answer'];
  stands text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'requested' AND pg_trigger_depth() = 1 AND NOT centre.removing_sample() THEN
      RAISE EXCEPTION 'this swap has been decided' USING ERRCODE = 'MC003', CONSTRAINT = 'roster_swap_decided', TABLE = 'roster_swap', SCHEMA = 'centre';
    END IF;
    RETURN OLD;
  ELSIF TG_OP = 'INSERT' THEN
    NEW.state := 'requested'; NEW.decided_by := NULL; NEW.decided_at := NULL; NEW.amendment_id := NULL; NEW.answer := NULL;
  ELSIF OLD.state <> 'requested' THEN
    -- What was said is forgotten with its people (centre.forget_roster_words()), and an amendment may go with the sample.
    IF (to_jsonb(NEW) - words) IS DISTINCT FROM (to_jsonb(OLD) - words)
       OR (NEW.reason IS DISTINCT FROM OLD.reason AND NEW.reason IS NOT NULL)
       OR (NEW.answer IS DISTINCT FROM OLD.answer AND NEW.answer IS NOT NULL)
       OR (NEW.amendment_id IS DISTINCT FROM OLD.amendment_id AND NEW.amendment_id IS NOT NULL) THEN
      RAISE EXCEPTION 'this swap has been decided' USING ERRCODE = 'MC003', CONSTRAINT = 'roster_swap_decided', TABLE = 'roster_swap', SCHEMA = 'centre';
    END IF;
    RETURN NEW;
  END IF;
  SELECT r.state INTO stands FROM centre.roster r WHERE r.id = NEW.roster_id AND r.during @> NEW.day AND r.during @> NEW.other_day;
  IF stands IS NULL OR (NEW.state IN ('requested', 'approved') AND stands NOT IN ('draft', 'published', 'amended')) THEN
    RAISE EXCEPTION 'places are swapped in a draft or a published roster, within its days'
      USING ERRCODE = 'MC002', CONSTRAINT = 'roster_swap_of_published', TABLE = 'roster_swap', SCHEMA = 'centre';
  END IF;
  IF (NEW.state = 'approved' AND stands <> 'draft') <> (NEW.amendment_id IS NOT NULL)
     OR (NEW.state = 'approved' AND NOT COALESCE(centre.group_role() IN ('director', 'deputy', 'roster_office', 'owner'), false))
     OR (NEW.amendment_id IS NOT NULL
         AND NOT EXISTS (SELECT FROM centre.roster_amendment a WHERE a.id = NEW.amendment_id AND a.roster_id = NEW.roster_id)) THEN
    RAISE EXCEPTION 'a swap is approved with the amendment that carries it out'
      USING ERRCODE = 'MC002', CONSTRAINT = 'roster_swap_amended', TABLE = 'roster_swap', SCHEMA = 'centre';
  END IF;
  IF (NEW.state = 'refused') <> (COALESCE(btrim(NEW.answer), '') <> '') THEN
    RAISE EXCEPTION 'who refuses a swap says why'
      USING ERRCODE = 'MC002', CONSTRAINT = 'roster_swap_answer_given', TABLE = 'roster_swap', SCHEMA = 'centre';
  END IF;
  NEW.decided_by := CASE WHEN NEW.state <> 'requested' THEN centre.login() END;
  NEW.decided_at := CASE WHEN NEW.state <> 'requested' THEN now() END;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION centre.guard_roster_swap() IS
  'A swap is asked for within a draft or a published roster, then decided once: approved with an amendment of what is published, refused with a reason.';
DROP TRIGGER a_guard_swap ON centre.roster_swap;
CREATE TRIGGER a_guard_swap BEFORE INSERT OR UPDATE OR DELETE ON centre.roster_swap
  FOR EACH ROW EXECUTE FUNCTION centre.guard_roster_swap();

CREATE OR REPLACE FUNCTION centre.forget_roster_words() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  DELETE FROM centre.roster_request WHERE person_id = NEW.id;
  UPDATE centre.roster_swap SET reason = NULL, answer = NULL
   WHERE NEW.id IN (person_id, other_person_id) AND num_nonnulls(reason, answer) > 0;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.forget_roster_words() IS
  'Part of centre.anonymise_person(): who was where stays as a bare fact; what was asked for and why does not.';

RESET ROLE;
