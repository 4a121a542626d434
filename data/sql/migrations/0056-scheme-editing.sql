-- SPDX-License-Identifier: GPL-3.0-or-later
-- The centre edits its own schemes; what the law says stays as it came. A scheme is whole or refused.

SET LOCAL ROLE motcua_owner;

INSERT INTO centre.setting (key, value, note) VALUES
  ('evaluation.interval', '"wilson"', 'Cách tính khoảng ước lượng tỷ lệ hài lòng: wilson, hoặc bayes (tiên nghiệm Jeffreys). Trung tâm tự đặt.')
  ON CONFLICT (key) DO NOTHING;

CREATE OR REPLACE FUNCTION centre.guard_scheme() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  now_row jsonb := CASE WHEN TG_OP = 'DELETE' THEN '{}' ELSE to_jsonb(NEW) END;
  old_row jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{}' ELSE to_jsonb(OLD) END;
  -- Of where it is, and of where it goes.
  schemes bigint[];
  free text[] := ARRAY['version', 'note'];
BEGIN
  schemes := CASE TG_TABLE_NAME
    WHEN 'evaluation_scheme' THEN ARRAY[(old_row ->> 'id')::bigint]
    WHEN 'evaluation_criterion' THEN ARRAY[(now_row ->> 'scheme_id')::bigint, (old_row ->> 'scheme_id')::bigint]
    ELSE ARRAY(SELECT c.scheme_id FROM centre.evaluation_criterion c WHERE c.id IN ((now_row ->> 'criterion_id')::bigint, (old_row ->> 'criterion_id')::bigint)) END;
  IF TG_TABLE_NAME = 'evaluation_scheme' THEN
    free := free || ARRAY['during', 'monthly', 'quarterly', 'yearly'];
  END IF;
  IF TG_OP = 'UPDATE' AND (SELECT count(DISTINCT x) FROM unnest(schemes) x) > 1 THEN
    RAISE EXCEPTION 'a criterion and its weights stay with their scheme'
      USING ERRCODE = 'MC003', CONSTRAINT = 'evaluation_criterion_of_scheme', TABLE = TG_TABLE_NAME, SCHEMA = 'centre';
  END IF;
  IF TG_OP <> 'UPDATE' OR (now_row - free) IS DISTINCT FROM (old_row - free) THEN
    IF centre.group_role() IS DISTINCT FROM 'owner'
       AND ((TG_TABLE_NAME = 'evaluation_scheme' AND COALESCE(now_row ->> 'kind', 'monthly_slip') <> 'monthly_slip')
            OR EXISTS (SELECT FROM centre.evaluation_scheme s WHERE s.id = ANY (schemes) AND s.kind <> 'monthly_slip')) THEN
      RAISE EXCEPTION 'what the law says is not edited here'
        USING ERRCODE = 'MC003', CONSTRAINT = 'evaluation_scheme_statutory', TABLE = TG_TABLE_NAME, SCHEMA = 'centre';
    END IF;
    IF EXISTS (SELECT FROM centre.evaluation e WHERE e.scheme_id = ANY (schemes) AND e.state = 'signed') THEN
      RAISE EXCEPTION 'somebody was evaluated by this scheme: make the next version of it'
        USING ERRCODE = 'MC003', CONSTRAINT = 'evaluation_scheme_used', TABLE = TG_TABLE_NAME, SCHEMA = 'centre';
    END IF;
  END IF;
  -- Of a row that has days.
  IF TG_OP = 'UPDATE' AND now_row -> 'during' IS DISTINCT FROM old_row -> 'during'
     AND EXISTS (SELECT FROM centre.evaluation e JOIN centre.evaluation_cycle c ON c.id = e.cycle_id
                  WHERE e.scheme_id = (old_row ->> 'id')::bigint AND (old_row ->> 'during')::daterange @> upper(c.during) - 1
                    AND NOT (now_row ->> 'during')::daterange @> upper(c.during) - 1) THEN
    RAISE EXCEPTION 'somebody is evaluated by this version in a cycle that would lie outside of it'
      USING ERRCODE = 'MC003', CONSTRAINT = 'evaluation_scheme_covers', TABLE = 'evaluation_scheme', SCHEMA = 'centre';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;
COMMENT ON FUNCTION centre.guard_scheme() IS
  'By what somebody was evaluated and signed stays as it was, and covers the cycles that it was used in; it may end. Schemes of the law come with the program: the office says from when to when they are used, and no more.';
CREATE TRIGGER a_guard_scheme BEFORE INSERT ON centre.evaluation_scheme FOR EACH ROW EXECUTE FUNCTION centre.guard_scheme();

CREATE FUNCTION centre.check_criterion() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  ok boolean;
BEGIN
  IF NEW.scale IS NOT NULL THEN
    SELECT bool_and(CASE jsonb_typeof(v.value) WHEN 'number' THEN v.value::numeric BETWEEN 0 AND NEW.max_points ELSE false END) INTO ok
      FROM jsonb_array_elements(NEW.scale) v;
    IF NOT ok THEN
      RAISE EXCEPTION 'the points of a scale lie between 0 and the most points'
        USING ERRCODE = 'MC002', CONSTRAINT = 'evaluation_criterion_scale_within', TABLE = 'evaluation_criterion', SCHEMA = 'centre', COLUMN = 'scale';
    END IF;
  END IF;
  IF NEW.rule IS NOT NULL THEN
    ok := CASE NEW.rule ->> 'how'
      WHEN 'share' THEN centre.names_figures(NEW.rule -> 'part') AND centre.names_figures(NEW.rule -> 'whole')
      WHEN 'index' THEN centre.names_figures(NEW.rule -> 'best') AND centre.names_figures(NEW.rule -> 'worst')
      WHEN 'deduct' THEN centre.prices_figures(NEW.rule -> 'each')
      WHEN 'gain' THEN centre.prices_figures(NEW.rule -> 'each')
      WHEN 'products' THEN NEW.rule ->> 'part' IN ('quantity', 'quality', 'progress')
      ELSE false END;
    IF NOT COALESCE(ok, false) THEN
      RAISE EXCEPTION 'how figures become points is not whole'
        USING ERRCODE = 'MC002', CONSTRAINT = 'evaluation_criterion_rule_whole', TABLE = 'evaluation_criterion', SCHEMA = 'centre', COLUMN = 'rule';
    END IF;
  ELSIF NOT NEW.rated THEN
    RAISE EXCEPTION 'nobody gives the points of this criterion, and nothing computes them'
      USING ERRCODE = 'MC002', CONSTRAINT = 'evaluation_criterion_some_points', TABLE = 'evaluation_criterion', SCHEMA = 'centre', COLUMN = 'rule';
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION centre.check_criterion() IS 'A scale lies within the points, and a rule says what it counts.';

CREATE FUNCTION centre.names_figures(value jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE
  RETURN jsonb_typeof(value) = 'array' AND jsonb_array_length(CASE jsonb_typeof(value) WHEN 'array' THEN value ELSE '[]' END) > 0
     AND NOT jsonb_path_exists(value, '$[*] ? (@.type() != "string")');
COMMENT ON FUNCTION centre.names_figures(jsonb) IS 'Part of centre.check_criterion(): whether it is a list of figures, not an empty one.';

CREATE FUNCTION centre.prices_figures(value jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE
  RETURN jsonb_typeof(value) = 'object' AND value <> '{}' AND NOT jsonb_path_exists(value, '$.* ? (@.type() != "number" || @ <= 0)');
COMMENT ON FUNCTION centre.prices_figures(jsonb) IS 'Part of centre.check_criterion(): whether it says how many points each of some figures is worth.';
CREATE TRIGGER a_check_criterion BEFORE INSERT OR UPDATE OF scale, rule, max_points, rated ON centre.evaluation_criterion
  FOR EACH ROW EXECUTE FUNCTION centre.check_criterion();

CREATE OR REPLACE FUNCTION centre.check_weights() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  this jsonb := CASE TG_OP WHEN 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
  scheme bigint := CASE TG_TABLE_NAME WHEN 'evaluation_scheme' THEN (this ->> 'id')::bigint
                                      WHEN 'evaluation_criterion' THEN (this ->> 'scheme_id')::bigint
                                      ELSE (SELECT c.scheme_id FROM centre.evaluation_criterion c WHERE c.id = (this ->> 'criterion_id')::bigint) END;
  wrong record;
BEGIN
  -- A slip has weights for all posts; any others that are there are whole, too. Of a scheme that is gone nothing is asked.
  SELECT w.post_id, COALESCE(sum(w.weight), 0) AS whole INTO wrong
    FROM (SELECT x.post_id, x.weight FROM centre.evaluation_weight x JOIN centre.evaluation_criterion c ON c.id = x.criterion_id WHERE c.scheme_id = scheme
          UNION ALL SELECT NULL, 0 FROM centre.evaluation_scheme s WHERE s.id = scheme AND s.kind = 'monthly_slip') w
   GROUP BY w.post_id HAVING COALESCE(sum(w.weight), 0) <> 100 LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the weights of post % are % together, not 100', COALESCE((SELECT p.name FROM centre.post p WHERE p.id = wrong.post_id), '(all others)'), wrong.whole
      USING ERRCODE = 'MC002', CONSTRAINT = 'evaluation_weights_whole', TABLE = 'evaluation_weight', SCHEMA = 'centre';
  END IF;
  IF EXISTS (SELECT FROM centre.evaluation_criterion c JOIN centre.evaluation_scheme s ON s.id = c.scheme_id
              WHERE s.id = scheme AND c.veto IS NOT NULL
                AND NOT s.bands @> jsonb_build_array(jsonb_build_object('code', c.veto -> 'band'))) THEN
    RAISE EXCEPTION 'a veto names a band that the scheme does not have'
      USING ERRCODE = 'MC002', CONSTRAINT = 'evaluation_criterion_veto_band', TABLE = 'evaluation_criterion', SCHEMA = 'centre', COLUMN = 'veto';
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.check_weights() IS 'At commit: for each post the weights of a scheme are 100 together, and vetoes name its bands.';
CREATE CONSTRAINT TRIGGER weights AFTER INSERT OR UPDATE OF veto, scheme_id OR DELETE ON centre.evaluation_criterion
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION centre.check_weights();
CREATE CONSTRAINT TRIGGER weights AFTER INSERT OR UPDATE OF bands, kind ON centre.evaluation_scheme
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION centre.check_weights();

RESET ROLE;
