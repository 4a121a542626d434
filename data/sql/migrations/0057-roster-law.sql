-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rules of rosters that are law: nobody switches them off, makes wishes of them, bends them for some or takes them away;
-- and no plan is taken over that was made without one.

SET LOCAL ROLE motcua_owner;

ALTER TABLE centre.planner_rule ADD COLUMN basis text CONSTRAINT planner_rule_basis_given CHECK (btrim(basis) <> '');
COMMENT ON COLUMN centre.planner_rule.basis IS 'The law that makes it a must, with its article; such a rule always holds, and for all. Nothing: a rule of the office.';

-- Who had done away with one, or switched it off, has it again.
INSERT INTO centre.planner_rule (kind, name, hard, stage, sort_order)
  SELECT v.kind, v.name, true, 0, v.place
    FROM (VALUES ('competence', 'Chỉ bố trí người có thẩm quyền với lĩnh vực hoặc nhiệm vụ', 10),
                 ('leave', 'Không bố trí người đang nghỉ hoặc vắng', 20)) v(kind, name, place)
   WHERE NOT EXISTS (SELECT FROM centre.planner_rule r WHERE r.kind = v.kind);
UPDATE centre.planner_rule r
   SET enabled = true, hard = true, stage = 0, scope = '{}', basis = v.basis
  FROM (VALUES ('competence', 'Nghị định 118/2025/NĐ-CP, Điều 11: người được cử có chuyên môn phù hợp với lĩnh vực'),
               ('leave', 'Bộ luật Lao động 2019, các Điều 113, 114, 115: nghỉ hằng năm, nghỉ việc riêng')) v(kind, basis)
 WHERE r.id = (SELECT min(x.id) FROM centre.planner_rule x WHERE x.kind = v.kind);

ALTER TABLE centre.planner_rule ADD CONSTRAINT planner_rule_law_holds CHECK (basis IS NULL OR (enabled AND hard AND scope = '{}'));

CREATE FUNCTION centre.guard_planner_rule() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  IF centre.group_role() IS DISTINCT FROM 'owner'
     AND ((TG_OP = 'INSERT' AND NEW.basis IS NOT NULL) OR (TG_OP = 'DELETE' AND OLD.basis IS NOT NULL)
          OR (TG_OP = 'UPDATE' AND ((NEW.basis IS NULL) <> (OLD.basis IS NULL) OR (OLD.basis IS NOT NULL AND NEW.kind <> OLD.kind)))) THEN
    RAISE EXCEPTION 'what is law and what is not comes with the program'
      USING ERRCODE = 'MC003', CONSTRAINT = 'planner_rule_law_stays', TABLE = 'planner_rule', SCHEMA = 'centre';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
COMMENT ON FUNCTION centre.guard_planner_rule() IS 'A rule that is law is neither taken away nor made of another; how its article is cited may be put right.';
CREATE TRIGGER a_guard_rule BEFORE INSERT OR UPDATE OR DELETE ON centre.planner_rule
  FOR EACH ROW EXECUTE FUNCTION centre.guard_planner_rule();

CREATE FUNCTION centre.guard_roster_plan() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  missed text := (SELECT r.name FROM centre.planner_rule r
                   WHERE r.basis IS NOT NULL AND NEW.quality -> 'left_out' @> to_jsonb(r.id) ORDER BY r.id LIMIT 1);
BEGIN
  IF missed IS NOT NULL THEN
    RAISE EXCEPTION 'the plan was made without the rule “%”, which is law', missed
      USING ERRCODE = 'MC002', CONSTRAINT = 'roster_plan_by_law', TABLE = 'roster', SCHEMA = 'centre';
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION centre.guard_roster_plan() IS 'No plan is kept that says of itself that it was made without a rule of law.';
CREATE TRIGGER b_guard_plan BEFORE INSERT OR UPDATE OF quality ON centre.roster
  FOR EACH ROW WHEN (NEW.quality IS NOT NULL) EXECUTE FUNCTION centre.guard_roster_plan();

RESET ROLE;
