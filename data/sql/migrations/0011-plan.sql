-- SPDX-License-Identifier: GPL-3.0-or-later
-- Loads the founding plan (data/plan/plan-2022.json) and dated rules, in the rights of the caller.

SET LOCAL ROLE motcua_owner;

CREATE FUNCTION centre.load_rules(rules jsonb) RETURNS int
  LANGUAGE plpgsql
  AS $$
DECLARE
  result int;
BEGIN
  PERFORM centre.require('director', 'deputy');
  INSERT INTO centre.rule_version (topic, during, source, article, value, note)
    SELECT r.value ->> 'topic', (r.value ->> 'during')::daterange, r.value ->> 'source', r.value ->> 'article',
           r.value -> 'value', r.value ->> 'note'
      FROM jsonb_array_elements(rules) WITH ORDINALITY r(value, place) ORDER BY r.place;
  GET DIAGNOSTICS result = ROW_COUNT;
  RETURN result;
END
$$;
COMMENT ON FUNCTION centre.load_rules(jsonb) IS 'Adds dated rules from an array of {topic, during, source, article, value, note}; returns their number.';

CREATE FUNCTION centre.load_plan_posts(plan jsonb, since daterange) RETURNS void
  LANGUAGE plpgsql
  AS $$
BEGIN
  INSERT INTO centre.section (code, name, ceiling, takes_quota, sort_order, during)
    SELECT s.value ->> 'code', s.value ->> 'name', (s.value ->> 'ceiling')::int, COALESCE((s.value ->> 'takes_quota')::boolean, false),
           s.place, since
      FROM jsonb_array_elements(plan -> 'sections') WITH ORDINALITY s(value, place) ORDER BY s.place;
  INSERT INTO centre.post (code, name, section_id, kind, concurrent, part_time, min_rank_id, sort_order, plan_count, max_seats, note, during)
    SELECT p.value ->> 'code', p.value ->> 'name', (SELECT x.id FROM centre.section x WHERE x.code = p.value ->> 'section'),
           p.value ->> 'kind', COALESCE((p.value ->> 'concurrent')::boolean, false), COALESCE((p.value ->> 'part_time')::boolean, false),
           (SELECT r.id FROM centre.rank r WHERE r.code = p.value ->> 'min_rank'), p.place, (p.value ->> 'plan_count')::int,
           (p.value ->> 'max_seats')::int, p.value ->> 'note', since
      FROM jsonb_array_elements(plan -> 'posts') WITH ORDINALITY p(value, place) ORDER BY p.place;
  INSERT INTO centre.seat (post_id, number, origin_agency_id, origin_note, during)
    SELECT (SELECT x.id FROM centre.post x WHERE x.code = p.value ->> 'code'), s.place,
           (SELECT a.id FROM centre.agency a WHERE a.code = s.value ->> 'origin'), s.value ->> 'note', since
      FROM jsonb_array_elements(plan -> 'posts') WITH ORDINALITY p(value, place),
           jsonb_array_elements(p.value -> 'seats') WITH ORDINALITY s(value, place)
     ORDER BY p.place, s.place;
END
$$;
COMMENT ON FUNCTION centre.load_plan_posts(jsonb, daterange) IS 'Part of centre.load_plan(): sections, posts and seats.';

CREATE FUNCTION centre.load_plan_reorganisation(change jsonb) RETURNS void
  LANGUAGE plpgsql
  AS $$
DECLARE
  effective date := (change ->> 'effective')::date;
  m jsonb;
  successor bigint;
BEGIN
  FOR m IN SELECT x.value FROM jsonb_array_elements(change -> 'merges') WITH ORDINALITY x(value, place) ORDER BY x.place LOOP
    successor := centre.merge_agencies(
      ARRAY(SELECT a.id FROM jsonb_array_elements_text(m -> 'from') WITH ORDINALITY f(code, place)
              JOIN centre.agency a ON a.code = f.code AND a.during @> (effective - 1) ORDER BY f.place),
      m ->> 'code', m ->> 'name', m ->> 'short_name', effective, change ->> 'decision_no', (change ->> 'decision_date')::date,
      NULL, m ->> 'kind', (m ->> 'receives')::boolean, change ->> 'note');
    UPDATE centre.agency SET letter_to = m ->> 'letter_to' WHERE id = successor;
  END LOOP;
  INSERT INTO centre.agency_succession (predecessor_id, successor_id, kind, is_main, effective, decision_no, decision_date, note)
    SELECT p.id, s.id, 'transfer', false, effective, change ->> 'decision_no', (change ->> 'decision_date')::date, t.value ->> 'note'
      FROM jsonb_array_elements(change -> 'transfers') WITH ORDINALITY t(value, place)
      JOIN centre.agency p ON p.code = t.value ->> 'from' AND p.during @> (effective - 1)
      JOIN centre.agency s ON s.code = t.value ->> 'to' AND s.during @> effective
     ORDER BY t.place;
END
$$;
COMMENT ON FUNCTION centre.load_plan_reorganisation(jsonb) IS 'Part of centre.load_plan(): mergers, renames and transfers of one day.';

CREATE FUNCTION centre.load_plan(plan jsonb) RETURNS void
  LANGUAGE plpgsql
  AS $$
DECLARE
  since daterange := daterange((plan ->> 'opens')::date, NULL);
BEGIN
  PERFORM centre.require('director', 'deputy');
  IF EXISTS (SELECT FROM centre.agency) OR EXISTS (SELECT FROM centre.section) THEN
    RAISE EXCEPTION 'the plan is loaded into an empty centre only' USING ERRCODE = 'MC002', CONSTRAINT = 'plan_once';
  END IF;

  INSERT INTO centre.setting AS s (key, value, note)
    SELECT x.value ->> 'key', x.value -> 'value', x.value ->> 'note'
      FROM jsonb_array_elements(plan -> 'settings') WITH ORDINALITY x(value, place) ORDER BY x.place
    ON CONFLICT (key) DO NOTHING;
  INSERT INTO centre.rank (code, name, grade, specialist_equivalent)
    SELECT x.value ->> 'code', x.value ->> 'name', (x.value ->> 'grade')::int, (x.value ->> 'specialist_equivalent')::boolean
      FROM jsonb_array_elements(plan -> 'ranks') WITH ORDINALITY x(value, place) ORDER BY x.place
    ON CONFLICT (code) DO NOTHING;
  INSERT INTO centre.agency (code, kind, receives, standby_duty, is_office, letter_to, note, decision_no, decision_date, during)
    SELECT x.value ->> 'code', x.value ->> 'kind', (x.value ->> 'receives')::boolean, (x.value ->> 'receives')::boolean,
           COALESCE((x.value ->> 'is_office')::boolean, false), x.value ->> 'letter_to', x.value ->> 'note',
           plan ->> 'decision_no', (plan ->> 'decision_date')::date, daterange(NULL, NULL)
      FROM jsonb_array_elements(plan -> 'agencies') WITH ORDINALITY x(value, place) ORDER BY x.place;
  INSERT INTO centre.agency_name (agency_id, name, short_name, during)
    SELECT a.id, x.value ->> 'name', x.value ->> 'short_name', daterange(NULL, NULL)
      FROM jsonb_array_elements(plan -> 'agencies') WITH ORDINALITY x(value, place)
      JOIN centre.agency a ON a.code = x.value ->> 'code' ORDER BY x.place;
  INSERT INTO centre.agency_quota (agency_id, officers, during, decision_no)
    SELECT a.id, (x.value ->> 'quota')::int, since, plan ->> 'decision_no'
      FROM jsonb_array_elements(plan -> 'agencies') WITH ORDINALITY x(value, place)
      JOIN centre.agency a ON a.code = x.value ->> 'code' WHERE x.value ? 'quota' ORDER BY x.place;
  PERFORM centre.load_plan_posts(plan, since);

  INSERT INTO centre.dossier_year (year, received, resolved, printed_resolved_pct, on_time_pct, source)
    SELECT (x.value ->> 'year')::int, (x.value ->> 'received')::int, (x.value ->> 'resolved')::int,
           (x.value ->> 'printed_resolved_pct')::numeric, (x.value ->> 'on_time_pct')::numeric, x.value ->> 'source'
      FROM jsonb_array_elements(plan -> 'dossier_years') WITH ORDINALITY x(value, place) ORDER BY x.place;
  INSERT INTO centre.premises_item (area, item, quantity_text, sort_order, source)
    SELECT x.value ->> 'area', x.value ->> 'item', x.value ->> 'quantity_text', x.place, plan ->> 'source'
      FROM jsonb_array_elements(plan -> 'premises') WITH ORDINALITY x(value, place) ORDER BY x.place;
  INSERT INTO centre.plan_check (code, statement, printed, computed, agrees, explanation)
    SELECT x.value ->> 'code', x.value ->> 'statement', x.value ->> 'printed', x.value ->> 'computed',
           (x.value ->> 'agrees')::boolean, x.value ->> 'explanation'
      FROM jsonb_array_elements(plan -> 'checks') WITH ORDINALITY x(value, place) ORDER BY x.place;
  INSERT INTO centre.day_override (day, kind, name, session, document_no, document_date)
    SELECT (x.value ->> 'day')::date, x.value ->> 'kind', x.value ->> 'name', x.value ->> 'session', x.value ->> 'document_no',
           (x.value ->> 'document_date')::date
      FROM jsonb_array_elements(plan -> 'days') WITH ORDINALITY x(value, place) ORDER BY x.place
    ON CONFLICT (day, session) DO NOTHING;
  PERFORM centre.load_rules(plan -> 'rules');
  PERFORM centre.load_plan_reorganisation(plan -> 'reorganisation');
END
$$;
COMMENT ON FUNCTION centre.load_plan(jsonb) IS
  'Loads the founding plan into an empty centre, with the reorganisation since. The rules that the program checks (data/plan/rules.json) go in by centre.load_rules().';

RESET ROLE;
