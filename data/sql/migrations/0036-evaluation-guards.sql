-- SPDX-License-Identifier: GPL-3.0-or-later
-- Evaluation: who may see and give what, the steps from open to signed, the seal, and that nothing signed changes.

SET LOCAL ROLE motcua_owner;

-- Who is who -------------------------------------------------------------

CREATE FUNCTION centre.own_person() RETURNS bigint
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  RETURN (SELECT a.person_id FROM centre.account a WHERE a.login = centre.login() AND a.active);
COMMENT ON FUNCTION centre.own_person() IS 'The person whose account acts; null for an account of no person.';

CREATE FUNCTION centre.headed_sections() RETURNS bigint[]
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  RETURN ARRAY(
    SELECT DISTINCT p.section_id
      FROM centre.appointment a
      JOIN centre.seat s ON s.id = a.seat_id
      JOIN centre.post p ON p.id = s.post_id
     WHERE a.person_id = centre.own_person() AND a.during @> centre.today() AND p.section_id IS NOT NULL
       AND EXISTS (SELECT FROM centre.post q WHERE q.reports_to_post_id = p.id AND q.section_id = p.section_id));
COMMENT ON FUNCTION centre.headed_sections() IS
  'The sections that whoever acts is the head of today: holds the post there that others of the section report to.';

CREATE FUNCTION centre.sees_evaluation(person bigint, section bigint) RETURNS boolean
  LANGUAGE sql STABLE
  RETURN CASE (SELECT centre.group_role())
    WHEN 'owner' THEN true WHEN 'director' THEN true WHEN 'deputy' THEN true WHEN 'supervision' THEN true
    WHEN 'technician' THEN false
    ELSE COALESCE(person = (SELECT centre.own_person()), false) OR COALESCE(section = ANY ((SELECT centre.headed_sections())::bigint[]), false) END;
COMMENT ON FUNCTION centre.sees_evaluation(bigint, bigint) IS
  'Whether who acts sees the evaluations of a person: the leaders and the Supervision section all, a head those of the section, everybody their own.';

CREATE FUNCTION centre.may_rate(wanted bigint, as_role text, waives boolean DEFAULT false) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  BEGIN ATOMIC
    SELECT COALESCE(bool_or(CASE
        WHEN centre.group_role() = 'owner' THEN true
        WHEN waives THEN centre.group_role() IN ('director', 'deputy') AND as_role IN ('self', 'section', 'supervision')
        WHEN as_role = 'self' THEN e.person_id = centre.own_person()
        -- Nobody is rated by himself in another's place.
        WHEN e.person_id = centre.own_person() THEN as_role = 'computed' AND centre.group_role() IN ('director', 'deputy')
        WHEN as_role = 'section' THEN e.section_id = ANY (centre.headed_sections())
        WHEN as_role = 'supervision' THEN centre.group_role() = 'supervision'
        WHEN as_role IN ('director', 'computed') THEN centre.group_role() IN ('director', 'deputy')
      END), false)
      FROM centre.evaluation e WHERE e.id = wanted;
  END;
COMMENT ON FUNCTION centre.may_rate(bigint, text, boolean) IS 'Whether who acts may give points and a text in this evaluation in that role, or go on without that role.';

CREATE FUNCTION centre.may_gather(wanted bigint) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  RETURN centre.may_rate(wanted, 'computed') OR centre.may_rate(wanted, 'section') OR centre.may_rate(wanted, 'supervision');
COMMENT ON FUNCTION centre.may_gather(bigint) IS 'Whether who acts may gather and enter evidence for this evaluation: the leaders, the head of the section, the supervisors.';

CREATE FUNCTION centre.sees_part(wanted bigint, as_role text, by_login text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  BEGIN ATOMIC
    SELECT COALESCE(bool_or(by_login = centre.login()
             OR (centre.sees_evaluation(e.person_id, e.section_id)
                 AND CASE as_role WHEN 'computed' THEN true
                                  WHEN 'director' THEN e.state = 'signed' OR centre.group_role() IN ('director', 'deputy', 'owner')
                                  ELSE e.state IN ('supervision', 'signed') END)), false)
      FROM centre.evaluation e WHERE e.id = wanted;
  END;
COMMENT ON FUNCTION centre.sees_part(bigint, text, text) IS
  'Whether who acts sees points and texts of this role: their own; those of the others when self, section and supervision have all given theirs; the director''s when it is signed.';

-- Schemes ----------------------------------------------------------------

CREATE FUNCTION centre.check_weights() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  scheme bigint := (SELECT c.scheme_id FROM centre.evaluation_criterion c WHERE c.id = CASE TG_OP WHEN 'DELETE' THEN OLD.criterion_id ELSE NEW.criterion_id END);
  wrong record;
BEGIN
  SELECT w.post_id, sum(w.weight) AS whole INTO wrong
    FROM centre.evaluation_weight w JOIN centre.evaluation_criterion c ON c.id = w.criterion_id
   WHERE c.scheme_id = scheme GROUP BY w.post_id HAVING sum(w.weight) <> 100 LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the weights of post % are % together, not 100', COALESCE((SELECT p.name FROM centre.post p WHERE p.id = wrong.post_id), '(all others)'), wrong.whole
      USING ERRCODE = 'MC002', CONSTRAINT = 'evaluation_weights_whole', TABLE = 'evaluation_weight', SCHEMA = 'centre';
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.check_weights() IS 'At commit: for each post the weights of a scheme are 100 together.';
CREATE CONSTRAINT TRIGGER weights AFTER INSERT OR UPDATE OR DELETE ON centre.evaluation_weight
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION centre.check_weights();

CREATE FUNCTION centre.check_bands() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  ok boolean;
BEGIN
  SELECT count(*) > 0 AND bool_and(COALESCE(b.value ->> 'code', '') ~ '^[a-z][a-z0-9_]*$' AND COALESCE(btrim(b.value ->> 'name'), '') <> ''
                                   AND jsonb_typeof(b.value -> 'from') = 'number')
         AND count(DISTINCT b.value ->> 'code') = count(*) INTO ok
    FROM jsonb_array_elements(CASE jsonb_typeof(NEW.bands) WHEN 'array' THEN NEW.bands ELSE '[]' END) b;
  IF ok THEN
    SELECT bool_and(x.points < COALESCE(x.better, 'infinity')) AND min(x.points) = 0 INTO ok
      FROM (SELECT (b.value ->> 'from')::numeric AS points, lag((b.value ->> 'from')::numeric) OVER (ORDER BY b.place) AS better
              FROM jsonb_array_elements(NEW.bands) WITH ORDINALITY b(value, place)) x;
  END IF;
  IF NOT COALESCE(ok, false) THEN
    RAISE EXCEPTION 'bands have a code, a name and points each, fall from the best to the last, and the last begins at 0'
      USING ERRCODE = 'MC002', CONSTRAINT = 'evaluation_scheme_bands', TABLE = 'evaluation_scheme', SCHEMA = 'centre', COLUMN = 'bands';
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION centre.check_bands() IS 'Every total falls into exactly one band.';
CREATE TRIGGER a_check_bands BEFORE INSERT OR UPDATE OF bands ON centre.evaluation_scheme FOR EACH ROW EXECUTE FUNCTION centre.check_bands();

CREATE FUNCTION centre.guard_scheme() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  scheme bigint;
  row_now jsonb := CASE TG_OP WHEN 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
  row_before jsonb := CASE TG_OP WHEN 'INSERT' THEN '{}' ELSE to_jsonb(OLD) END;
  free text[] := ARRAY['version', 'note'];
BEGIN
  scheme := CASE TG_TABLE_NAME WHEN 'evaluation_scheme' THEN row_now ->> 'id' WHEN 'evaluation_criterion' THEN row_now ->> 'scheme_id'
            ELSE (SELECT c.scheme_id::text FROM centre.evaluation_criterion c WHERE c.id = (row_now ->> 'criterion_id')::bigint) END;
  IF TG_TABLE_NAME = 'evaluation_scheme' THEN
    free := free || ARRAY['during', 'monthly', 'quarterly', 'yearly'];
  END IF;
  IF EXISTS (SELECT FROM centre.evaluation e WHERE e.scheme_id = scheme AND e.state = 'signed')
     AND (TG_OP <> 'UPDATE' OR (row_now - free) IS DISTINCT FROM (row_before - free)) THEN
    RAISE EXCEPTION 'somebody was evaluated by this scheme: make the next version of it'
      USING ERRCODE = 'MC003', CONSTRAINT = 'evaluation_scheme_used', TABLE = TG_TABLE_NAME, SCHEMA = 'centre';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;
COMMENT ON FUNCTION centre.guard_scheme() IS 'By what somebody was evaluated and signed stays as it was; it may end.';
CREATE TRIGGER b_guard_scheme BEFORE UPDATE OR DELETE ON centre.evaluation_scheme FOR EACH ROW EXECUTE FUNCTION centre.guard_scheme();
CREATE TRIGGER b_guard_scheme BEFORE INSERT OR UPDATE OR DELETE ON centre.evaluation_criterion FOR EACH ROW EXECUTE FUNCTION centre.guard_scheme();
CREATE TRIGGER b_guard_scheme BEFORE INSERT OR UPDATE OR DELETE ON centre.evaluation_weight FOR EACH ROW EXECUTE FUNCTION centre.guard_scheme();

-- The seal ---------------------------------------------------------------

CREATE FUNCTION centre.evaluation_rows(wanted bigint) RETURNS jsonb
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT jsonb_build_object(
        'evaluation', e.id, 'person', e.person_id, 'post', e.post_id, 'section', e.section_id, 'agency', e.agency_id,
        'cycle', (SELECT jsonb_build_object('id', c.id, 'kind', c.kind, 'from', lower(c.during)::text, 'until', upper(c.during)::text)
                    FROM centre.evaluation_cycle c WHERE c.id = e.cycle_id),
        'scheme', (SELECT jsonb_build_object('id', s.id, 'code', s.code, 'kind', s.kind, 'source', s.source, 'article', s.article, 'bands', s.bands, 'params', s.params)
                     FROM centre.evaluation_scheme s WHERE s.id = e.scheme_id),
        'total', e.total, 'band', e.band, 'veto', e.veto, 'flags', e.flags, 'signed_by', e.signed_by,
        'signed_at', to_char(e.signed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'reopens', e.previous_id, 'reopen_reason', e.reopen_reason,
        'criteria', (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', c.id, 'code', c.code, 'part', c.part, 'max', c.max_points, 'source', c.source,
                              'rule', c.rule, 'veto', c.veto, 'weight',
                              (SELECT w.weight FROM centre.evaluation_weight w WHERE w.criterion_id = c.id AND w.post_id IS NOT DISTINCT FROM (
                                 SELECT o.post_id FROM centre.evaluation_weight o JOIN centre.evaluation_criterion x ON x.id = o.criterion_id
                                  WHERE x.scheme_id = e.scheme_id AND o.post_id = e.post_id LIMIT 1))) ORDER BY c.id), '[]')
                       FROM centre.evaluation_criterion c WHERE c.scheme_id = e.scheme_id),
        'scores', (SELECT COALESCE(jsonb_agg(jsonb_build_object('criterion', x.criterion_id, 'role', x.role, 'points', x.points, 'reason', x.reason, 'login', x.login)
                              ORDER BY x.criterion_id, x.role COLLATE "C"), '[]') FROM centre.evaluation_score x WHERE x.evaluation_id = e.id),
        'evidence', (SELECT COALESCE(jsonb_agg(jsonb_build_object('criterion', x.criterion_id, 'figures', x.figures, 'table', x.source_table, 'rows', x.source_rows,
                              'entered', x.entered, 'note', x.note, 'login', x.login) ORDER BY x.id), '[]') FROM centre.evaluation_evidence x WHERE x.evaluation_id = e.id),
        'texts', (SELECT COALESCE(jsonb_agg(jsonb_build_object('role', x.role, 'body', x.body, 'waived', x.waived, 'login', x.login,
                              'given_at', to_char(x.given_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) ORDER BY x.role COLLATE "C"), '[]')
                    FROM centre.evaluation_text x WHERE x.evaluation_id = e.id AND x.given))
      FROM centre.evaluation e WHERE e.id = wanted;
  END;
COMMENT ON FUNCTION centre.evaluation_rows(bigint) IS 'All rows of an evaluation as one object: what is sealed, and later compared with the seal.';

CREATE FUNCTION centre.evaluation_names(wanted bigint) RETURNS jsonb
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT jsonb_build_object(
        'person', (SELECT p.full_name FROM centre.person p WHERE p.id = e.person_id),
        'post', (SELECT p.name FROM centre.post p WHERE p.id = e.post_id),
        'section', (SELECT s.name FROM centre.section s WHERE s.id = e.section_id),
        'agency', (SELECT n.name FROM centre.agency_name n JOIN centre.evaluation_cycle c ON c.id = e.cycle_id
                    WHERE n.agency_id = e.agency_id ORDER BY n.during @> upper(c.during) - 1 DESC, n.id LIMIT 1),
        'scheme', (SELECT s.name FROM centre.evaluation_scheme s WHERE s.id = e.scheme_id),
        'signer', (SELECT a.display_name FROM centre.account a WHERE a.login = e.signed_by),
        'criteria', (SELECT COALESCE(jsonb_object_agg(c.id, c.name), '{}') FROM centre.evaluation_criterion c WHERE c.scheme_id = e.scheme_id))
      FROM centre.evaluation e WHERE e.id = wanted;
  END;
COMMENT ON FUNCTION centre.evaluation_names(bigint) IS 'The names of an evaluation as they are now; the seal keeps those of the day it was signed.';

CREATE FUNCTION centre.seal_evaluation() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  which text := CASE WHEN (SELECT p.is_sample FROM centre.person p WHERE p.id = NEW.person_id) THEN 'sample' ELSE 'office' END;
  last record;
  whole jsonb := centre.evaluation_rows(NEW.id) || jsonb_build_object('names', centre.evaluation_names(NEW.id));
  digest text := encode(sha256(convert_to(whole::text, 'UTF8')), 'hex');
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('centre.evaluation_seal ' || which, 0));
  SELECT s.place, s.sha256 INTO last FROM centre.evaluation_seal s WHERE s.chain = which ORDER BY s.place DESC LIMIT 1;
  INSERT INTO centre.evaluation_seal (evaluation_id, chain, place, previous_sha256, content, content_sha256, sha256)
    VALUES (NEW.id, which, COALESCE(last.place, 0) + 1, COALESCE(last.sha256, repeat('0', 64)), whole, digest,
            encode(sha256(convert_to(COALESCE(last.sha256, repeat('0', 64)) || ' ' || digest, 'UTF8')), 'hex'));
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.seal_evaluation() IS 'Freezes what was signed and chains it to what was signed before; one after the other.';
CREATE TRIGGER y_seal AFTER UPDATE OF state ON centre.evaluation
  FOR EACH ROW WHEN (NEW.state = 'signed' AND OLD.state <> 'signed') EXECUTE FUNCTION centre.seal_evaluation();

CREATE FUNCTION centre.leaving(person bigint) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  RETURN COALESCE((SELECT p.anonymised_on IS NOT NULL OR (p.is_sample AND COALESCE(current_setting('centre.removing_sample', true), '') = 'on')
                     FROM centre.person p WHERE p.id = person), true);
COMMENT ON FUNCTION centre.leaving(bigint) IS 'Whether what is kept of somebody may go: made anonymous, or of the sample that is being removed.';

CREATE FUNCTION centre.guard_seal() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  who bigint := (SELECT e.person_id FROM centre.evaluation e WHERE e.id = OLD.evaluation_id);
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.content IS NULL AND centre.leaving(who)
     AND (to_jsonb(NEW) - ARRAY['version', 'content']) = (to_jsonb(OLD) - ARRAY['version', 'content']) THEN
    RETURN NEW;
  ELSIF TG_OP = 'DELETE' AND OLD.chain = 'sample' AND current_setting('centre.removing_sample', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'a seal stays as it is'
    USING ERRCODE = 'MC003', CONSTRAINT = 'evaluation_seal_stays', TABLE = 'evaluation_seal', SCHEMA = 'centre';
END
$$;
COMMENT ON FUNCTION centre.guard_seal() IS 'Seals are added and never changed; only what a person was is forgotten after the retention term, and the digest stays.';
CREATE TRIGGER a_guard_seal BEFORE UPDATE OR DELETE ON centre.evaluation_seal FOR EACH ROW EXECUTE FUNCTION centre.guard_seal();
ALTER TABLE centre.evaluation_seal ENABLE ALWAYS TRIGGER a_guard_seal;

-- The steps --------------------------------------------------------------

CREATE FUNCTION centre.place_evaluation(INOUT e centre.evaluation)
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  span centre.evaluation_cycle;
  scheme centre.evaluation_scheme;
  former centre.evaluation;
  held record;
BEGIN
  SELECT * INTO span FROM centre.evaluation_cycle c WHERE c.id = e.cycle_id;
  SELECT * INTO scheme FROM centre.evaluation_scheme s WHERE s.id = e.scheme_id;
  IF span.state = 'closed' THEN
    RAISE EXCEPTION 'this cycle is closed' USING ERRCODE = 'MC003', CONSTRAINT = 'evaluation_cycle_closed', TABLE = 'evaluation', SCHEMA = 'centre';
  END IF;
  IF NOT (scheme.during @> upper(span.during) - 1) OR NOT (CASE span.kind WHEN 'month' THEN scheme.monthly WHEN 'quarter' THEN scheme.quarterly ELSE scheme.yearly END) THEN
    RAISE EXCEPTION 'the scheme % is not for this cycle', scheme.code
      USING ERRCODE = 'MC002', CONSTRAINT = 'evaluation_scheme_of_cycle', TABLE = 'evaluation', SCHEMA = 'centre';
  END IF;
  SELECT p.id AS post_id, p.section_id INTO held
    FROM centre.appointment a JOIN centre.seat s ON s.id = a.seat_id JOIN centre.post p ON p.id = s.post_id
   WHERE a.person_id = e.person_id AND a.during && span.during ORDER BY a.concurrent, upper(a.during) DESC NULLS FIRST, a.id DESC LIMIT 1;
  e.post_id := held.post_id;
  e.section_id := held.section_id;
  e.agency_id := (SELECT t.agency_id FROM centre.tour t WHERE t.person_id = e.person_id AND t.during && span.during ORDER BY t.during DESC LIMIT 1);
  IF e.agency_id IS NULL THEN
    RAISE EXCEPTION 'this person was not at the centre then' USING ERRCODE = 'MC002', CONSTRAINT = 'evaluation_within_tour', TABLE = 'evaluation', SCHEMA = 'centre';
  END IF;
  IF e.previous_id IS NOT NULL THEN
    SELECT * INTO former FROM centre.evaluation x WHERE x.id = e.previous_id;
    IF former.state <> 'signed' OR (former.cycle_id, former.person_id, former.scheme_id) IS DISTINCT FROM (e.cycle_id, e.person_id, e.scheme_id) THEN
      RAISE EXCEPTION 'what is reopened is signed, and of the same person, cycle and scheme'
        USING ERRCODE = 'MC002', CONSTRAINT = 'evaluation_reopens_signed', TABLE = 'evaluation', SCHEMA = 'centre';
    END IF;
  END IF;
END
$$;
COMMENT ON FUNCTION centre.place_evaluation(centre.evaluation) IS 'Part of centre.guard_evaluation(): post, section and sending agency of the cycle, and that all of it fits.';

CREATE FUNCTION centre.step_evaluation(old_row centre.evaluation, new_row centre.evaluation) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  IF old_row.state || ' ' || new_row.state NOT IN ('open self', 'self section', 'section supervision', 'supervision signed') THEN
    RAISE EXCEPTION 'an evaluation does not go from % to %', old_row.state, new_row.state
      USING ERRCODE = 'MC003', CONSTRAINT = 'evaluation_step', TABLE = 'evaluation', SCHEMA = 'centre';
  END IF;
  IF new_row.state <> 'signed' THEN
    IF NOT EXISTS (SELECT FROM centre.evaluation_text x WHERE x.evaluation_id = new_row.id AND x.role = new_row.state AND x.given) THEN
      RAISE EXCEPTION 'the text of % has not been given', new_row.state
        USING ERRCODE = 'MC003', CONSTRAINT = 'evaluation_text_first', TABLE = 'evaluation', SCHEMA = 'centre';
    END IF;
    RETURN;
  END IF;
  IF NOT centre.may_rate(new_row.id, 'director') THEN
    RAISE EXCEPTION 'an evaluation is signed by the director or a deputy, and not by whom it is about'
      USING ERRCODE = 'MC003', CONSTRAINT = 'evaluation_leaders_sign', TABLE = 'evaluation', SCHEMA = 'centre';
  END IF;
  IF new_row.band IS NULL OR NOT EXISTS (SELECT FROM centre.evaluation_scheme s, jsonb_array_elements(s.bands) b
                                          WHERE s.id = new_row.scheme_id AND b.value ->> 'code' = new_row.band) THEN
    RAISE EXCEPTION 'the total has not been reckoned' USING ERRCODE = 'MC002', CONSTRAINT = 'evaluation_reckoned', TABLE = 'evaluation', SCHEMA = 'centre';
  END IF;
END
$$;
COMMENT ON FUNCTION centre.step_evaluation(centre.evaluation, centre.evaluation) IS 'Part of centre.guard_evaluation(): which steps there are, whose they are, and what each needs.';

CREATE FUNCTION centre.guard_evaluation() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  fixed text[] := ARRAY['id', 'cycle_id', 'person_id', 'scheme_id', 'post_id', 'section_id', 'agency_id', 'previous_id', 'reopen_reason'];
  later text[] := ARRAY['version', 'home_level', 'home_no', 'home_on', 'home_note'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF NOT centre.leaving(OLD.person_id) AND (OLD.state = 'signed' OR EXISTS (SELECT FROM centre.evaluation_text x WHERE x.evaluation_id = OLD.id AND x.given AND NOT x.waived)) THEN
      RAISE EXCEPTION 'what somebody has given a word in stays'
        USING ERRCODE = 'MC003', CONSTRAINT = 'evaluation_stays', TABLE = 'evaluation', SCHEMA = 'centre';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'INSERT' THEN
    NEW.state := 'open'; NEW.signed_by := NULL; NEW.signed_at := NULL;
    NEW := centre.place_evaluation(NEW);
    RETURN NEW;
  END IF;

  IF (SELECT jsonb_object_agg(f, to_jsonb(NEW) -> f) FROM unnest(fixed) f) IS DISTINCT FROM (SELECT jsonb_object_agg(f, to_jsonb(OLD) -> f) FROM unnest(fixed) f) THEN
    RAISE EXCEPTION 'of whom, when and by what an evaluation is does not change'
      USING ERRCODE = 'MC003', CONSTRAINT = 'evaluation_of_one', TABLE = 'evaluation', SCHEMA = 'centre';
  END IF;
  NEW.signed_by := OLD.signed_by; NEW.signed_at := OLD.signed_at;
  IF OLD.state = 'signed' THEN
    IF (to_jsonb(NEW) - later) IS DISTINCT FROM (to_jsonb(OLD) - later) THEN
      RAISE EXCEPTION 'an evaluation that was signed does not change: reopen it with a reason'
        USING ERRCODE = 'MC003', CONSTRAINT = 'evaluation_signed_stays', TABLE = 'evaluation', SCHEMA = 'centre';
    END IF;
  ELSIF NEW.state <> OLD.state THEN
    PERFORM centre.step_evaluation(OLD, NEW);
    IF NEW.state = 'signed' THEN
      NEW.signed_by := centre.login(); NEW.signed_at := now();
    END IF;
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION centre.guard_evaluation() IS 'The way of an evaluation: open, self, section, supervision, signed; what is signed takes only the home agency''s answer.';
CREATE TRIGGER a_guard_evaluation BEFORE INSERT OR UPDATE OR DELETE ON centre.evaluation FOR EACH ROW EXECUTE FUNCTION centre.guard_evaluation();

CREATE FUNCTION centre.guard_cycle() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  IF (NEW.kind, NEW.during) IS DISTINCT FROM (OLD.kind, OLD.during) AND EXISTS (SELECT FROM centre.evaluation e WHERE e.cycle_id = OLD.id) THEN
    RAISE EXCEPTION 'somebody is evaluated in this cycle: its days stay' USING ERRCODE = 'MC003', CONSTRAINT = 'evaluation_cycle_stays', TABLE = 'evaluation_cycle', SCHEMA = 'centre';
  END IF;
  IF NEW.state = 'closed' AND EXISTS (SELECT FROM centre.evaluation e WHERE e.cycle_id = OLD.id AND e.state <> 'signed') THEN
    RAISE EXCEPTION 'some evaluations of this cycle are not signed' USING ERRCODE = 'MC002', CONSTRAINT = 'evaluation_cycle_all_signed', TABLE = 'evaluation_cycle', SCHEMA = 'centre';
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION centre.guard_cycle() IS 'A cycle is closed when all of it is signed, and keeps its days while somebody is in it.';
CREATE TRIGGER b_guard_cycle BEFORE UPDATE ON centre.evaluation_cycle FOR EACH ROW EXECUTE FUNCTION centre.guard_cycle();

-- Points, evidence, texts ------------------------------------------------

CREATE FUNCTION centre.guard_part() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  e centre.evaluation;
  c centre.evaluation_criterion;
BEGIN
  SELECT * INTO e FROM centre.evaluation x WHERE x.id = CASE TG_OP WHEN 'DELETE' THEN OLD.evaluation_id ELSE NEW.evaluation_id END FOR SHARE;
  IF NOT FOUND OR (TG_OP = 'DELETE' AND centre.leaving(e.person_id)) THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END; -- with its evaluation, or refused by its reference
  END IF;
  IF e.state = 'signed' THEN
    RAISE EXCEPTION 'an evaluation that was signed does not change: reopen it with a reason'
      USING ERRCODE = 'MC003', CONSTRAINT = 'evaluation_signed_stays', TABLE = TG_TABLE_NAME, SCHEMA = 'centre';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.evaluation_id <> OLD.evaluation_id THEN
    RAISE EXCEPTION 'of whom, when and by what an evaluation is does not change'
      USING ERRCODE = 'MC003', CONSTRAINT = 'evaluation_of_one', TABLE = TG_TABLE_NAME, SCHEMA = 'centre';
  END IF;
  NEW.login := centre.login();
  IF TG_TABLE_NAME = 'evaluation_text' THEN
    RETURN NEW;
  END IF;
  SELECT * INTO c FROM centre.evaluation_criterion x WHERE x.id = NEW.criterion_id;
  IF c.scheme_id <> e.scheme_id THEN
    RAISE EXCEPTION 'this criterion is of another scheme'
      USING ERRCODE = 'MC002', CONSTRAINT = 'evaluation_criterion_of_scheme', TABLE = TG_TABLE_NAME, SCHEMA = 'centre';
  END IF;
  IF TG_TABLE_NAME = 'evaluation_score' THEN
    PERFORM centre.check_points(c, NEW.role, NEW.points);
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION centre.guard_part() IS 'Points, evidence and texts: of this scheme, in the name of who enters them, and not after the signature.';

CREATE FUNCTION centre.check_points(c centre.evaluation_criterion, as_role text, points numeric) RETURNS void
  LANGUAGE plpgsql
  AS $$
BEGIN
  IF points > c.max_points THEN
    RAISE EXCEPTION '% has % points at most', c.name, c.max_points
      USING ERRCODE = 'MC002', CONSTRAINT = 'evaluation_score_within', TABLE = 'evaluation_score', SCHEMA = 'centre';
  END IF;
  IF as_role <> 'computed' AND NOT c.rated THEN
    RAISE EXCEPTION '% is computed, not given', c.name
      USING ERRCODE = 'MC002', CONSTRAINT = 'evaluation_score_computed', TABLE = 'evaluation_score', SCHEMA = 'centre';
  END IF;
  IF as_role <> 'computed' AND c.scale IS NOT NULL AND NOT c.scale @> to_jsonb(points) THEN
    RAISE EXCEPTION '% is given one of the points of its scale', c.name
      USING ERRCODE = 'MC002', CONSTRAINT = 'evaluation_score_on_scale', TABLE = 'evaluation_score', SCHEMA = 'centre';
  END IF;
END
$$;
COMMENT ON FUNCTION centre.check_points(centre.evaluation_criterion, text, numeric) IS 'Part of centre.guard_part(): points on the scale of their criterion.';
CREATE TRIGGER a_guard_part BEFORE INSERT OR UPDATE OR DELETE ON centre.evaluation_score FOR EACH ROW EXECUTE FUNCTION centre.guard_part();
CREATE TRIGGER a_guard_part BEFORE INSERT OR UPDATE OR DELETE ON centre.evaluation_evidence FOR EACH ROW EXECUTE FUNCTION centre.guard_part();
CREATE TRIGGER a_guard_part BEFORE INSERT OR UPDATE OR DELETE ON centre.evaluation_text FOR EACH ROW EXECUTE FUNCTION centre.guard_part();

CREATE FUNCTION centre.guard_given() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  e centre.evaluation;
  steps text[] := ARRAY['open', 'self', 'section', 'supervision'];
BEGIN
  SELECT * INTO e FROM centre.evaluation x WHERE x.id = CASE TG_OP WHEN 'INSERT' THEN NEW.evaluation_id ELSE OLD.evaluation_id END;
  IF NOT FOUND OR (TG_OP = 'DELETE' AND centre.leaving(e.person_id)) THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_TABLE_NAME = 'evaluation_score' THEN
    -- Points are given with the text.
    IF EXISTS (SELECT FROM centre.evaluation_text t WHERE t.evaluation_id = e.id AND t.given AND NOT t.waived
                  AND t.role = CASE TG_OP WHEN 'INSERT' THEN NEW.role ELSE OLD.role END) THEN
      RAISE EXCEPTION 'these points have been given' USING ERRCODE = 'MC003', CONSTRAINT = 'evaluation_given_stays', TABLE = TG_TABLE_NAME, SCHEMA = 'centre';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP <> 'INSERT' AND OLD.given THEN
    RAISE EXCEPTION 'a text that was given stays' USING ERRCODE = 'MC003', CONSTRAINT = 'evaluation_given_stays', TABLE = TG_TABLE_NAME, SCHEMA = 'centre';
  ELSIF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  NEW.given_at := NULL;
  IF NEW.given THEN
    IF e.state <> (CASE NEW.role WHEN 'director' THEN 'supervision' ELSE steps[array_position(steps, NEW.role) - 1] END) THEN
      RAISE EXCEPTION 'it is not the turn of % yet', NEW.role
        USING ERRCODE = 'MC003', CONSTRAINT = 'evaluation_in_turn', TABLE = 'evaluation_text', SCHEMA = 'centre';
    END IF;
    NEW.given_at := now();
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION centre.guard_given() IS 'Texts are given one after the other; what was given stays, the points with it.';
CREATE TRIGGER b_guard_given BEFORE INSERT OR UPDATE OR DELETE ON centre.evaluation_text FOR EACH ROW EXECUTE FUNCTION centre.guard_given();
CREATE TRIGGER b_guard_given BEFORE INSERT OR UPDATE OR DELETE ON centre.evaluation_score FOR EACH ROW EXECUTE FUNCTION centre.guard_given();

CREATE FUNCTION centre.pass_on() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  UPDATE centre.evaluation e SET state = NEW.role WHERE e.id = NEW.evaluation_id AND e.state <> NEW.role;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.pass_on() IS 'With the text that was given it is the next one''s turn.';
CREATE TRIGGER y_pass_on AFTER INSERT OR UPDATE OF given ON centre.evaluation_text
  FOR EACH ROW WHEN (NEW.given AND NEW.role <> 'director') EXECUTE FUNCTION centre.pass_on();

-- Who goes ---------------------------------------------------------------

CREATE FUNCTION centre.forget_evaluations() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  UPDATE centre.evaluation_seal s SET content = NULL FROM centre.evaluation e WHERE e.id = s.evaluation_id AND e.person_id = NEW.id;
  DELETE FROM centre.evaluation_text x USING centre.evaluation e WHERE e.id = x.evaluation_id AND e.person_id = NEW.id;
  DELETE FROM centre.evaluation_score x USING centre.evaluation e WHERE e.id = x.evaluation_id AND e.person_id = NEW.id;
  DELETE FROM centre.evaluation_evidence x USING centre.evaluation e WHERE e.id = x.evaluation_id AND e.person_id = NEW.id;
  DELETE FROM centre.evaluation e WHERE e.person_id = NEW.id AND e.state <> 'signed';
  PERFORM set_config('centre.anonymising', 'on', true);
  UPDATE audit.change c
     SET old = CASE WHEN c.old IS NOT NULL THEN jsonb_build_object('id', c.row_id, 'anonymised', true) END,
         new = CASE WHEN c.new IS NOT NULL THEN jsonb_build_object('id', c.row_id, 'anonymised', true) END
   WHERE (c.table_name = 'evaluation' AND NEW.id::text IN (c.old ->> 'person_id', c.new ->> 'person_id'))
      OR (c.table_name IN ('evaluation_score', 'evaluation_evidence', 'evaluation_text', 'evaluation_seal')
          AND COALESCE(c.new, c.old) ->> 'evaluation_id' IN (SELECT e.id::text FROM centre.evaluation e WHERE e.person_id = NEW.id));
  PERFORM set_config('centre.anonymising', '', true);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.forget_evaluations() IS
  'Part of centre.anonymise_person(): that somebody was evaluated, and with which total, stays as a bare fact under the seal; points, texts and evidence do not.';
CREATE TRIGGER y_forget_evaluations AFTER UPDATE OF anonymised_on ON centre.person
  FOR EACH ROW WHEN (OLD.anonymised_on IS NULL AND NEW.anonymised_on IS NOT NULL) EXECUTE FUNCTION centre.forget_evaluations();

CREATE FUNCTION centre.remove_sample_evaluations() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  IF current_setting('centre.correction_reason', true) IS DISTINCT FROM 'sample removed' THEN
    RETURN OLD;
  END IF;
  PERFORM set_config('centre.removing_sample', 'on', true);
  DELETE FROM centre.evaluation_seal s USING centre.evaluation e WHERE e.id = s.evaluation_id AND e.person_id = OLD.id;
  DELETE FROM centre.evaluation e WHERE e.person_id = OLD.id;
  DELETE FROM centre.evaluation_cycle c WHERE c.is_sample AND NOT EXISTS (SELECT FROM centre.evaluation e WHERE e.cycle_id = c.id);
  PERFORM set_config('centre.removing_sample', '', true);
  RETURN OLD;
END
$$;
COMMENT ON FUNCTION centre.remove_sample_evaluations() IS 'Part of centre.remove_sample(): with the invented people go their evaluations and the chain of these.';
CREATE TRIGGER b_remove_sample_evaluations BEFORE DELETE ON centre.person
  FOR EACH ROW WHEN (OLD.is_sample) EXECUTE FUNCTION centre.remove_sample_evaluations();

RESET ROLE;
