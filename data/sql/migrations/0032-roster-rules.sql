-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rosters: what makes one good, in rows that the office may change; who is where on a day; and what becomes of people who
-- go, and of the sample.

SET LOCAL ROLE motcua_owner;

-- What the planner weighs -------------------------------------------------

CREATE TABLE centre.planner_rule (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  kind text NOT NULL CONSTRAINT planner_rule_kind CHECK (kind IN (
    'cover', 'competence', 'leave', 'whole-day', 'succession', 'rest', 'count', 'run', 'off-run', 'weekends', 'pattern', 'standing',
    'steady', 'wish-on', 'wish-off', 'group', 'together', 'trainee', 'fairness', 'stability')),
  name text NOT NULL CONSTRAINT planner_rule_name_given CHECK (btrim(name) <> ''),
  enabled boolean NOT NULL DEFAULT true,
  hard boolean NOT NULL DEFAULT false,
  weight int NOT NULL DEFAULT 1 CONSTRAINT planner_rule_weight CHECK (weight BETWEEN 1 AND 10000),
  stage int NOT NULL DEFAULT 2 CONSTRAINT planner_rule_stage CHECK (stage BETWEEN 0 AND 9),
  least int CONSTRAINT planner_rule_least CHECK (least >= 0),
  most int CONSTRAINT planner_rule_most CHECK (most >= 0),
  span text CONSTRAINT planner_rule_span CHECK (span IN ('day', 'week', 'month', 'horizon')),
  unit text CONSTRAINT planner_rule_unit CHECK (unit IN ('sessions', 'days', 'minutes')),
  ledger text CONSTRAINT planner_rule_ledger CHECK (ledger IN ('saturdays', 'sundays', 'holidays', 'guidance', 'leader', 'guard', 'late')),
  weekdays text CONSTRAINT planner_rule_weekdays CHECK (weekdays ~ '^1?2?3?4?5?6?7?$'),
  half text CONSTRAINT planner_rule_half CHECK (half IN ('day', 'morning', 'afternoon')),
  scope jsonb NOT NULL DEFAULT '{}' CONSTRAINT planner_rule_scope CHECK (jsonb_typeof(scope) = 'object'),
  sort_order int NOT NULL DEFAULT 100,
  note text,
  CONSTRAINT planner_rule_range CHECK (least IS NULL OR most IS NULL OR least <= most),
  CONSTRAINT planner_rule_fairness_soft CHECK (kind <> 'fairness' OR (NOT hard AND ledger IS NOT NULL)),
  CONSTRAINT planner_rule_count_unit CHECK (kind <> 'count' OR (unit IS NOT NULL AND span IS NOT NULL)),
  CONSTRAINT planner_rule_cover_soft CHECK (kind <> 'cover' OR NOT hard)
);
COMMENT ON TABLE centre.planner_rule IS 'What makes a roster good, in plain words: each on or off, a must or a wish with its weight, for all or for some.';
COMMENT ON COLUMN centre.planner_rule.kind IS 'Family of rules that the planner knows.';
COMMENT ON COLUMN centre.planner_rule.name IS 'The rule in plain words.';
COMMENT ON COLUMN centre.planner_rule.enabled IS 'Whether the planner looks at it.';
COMMENT ON COLUMN centre.planner_rule.hard IS 'A must; else a wish. Cover is always a wish, for with leave it is seldom possible in full.';
COMMENT ON COLUMN centre.planner_rule.weight IS 'What one breach counts against others of the same stage.';
COMMENT ON COLUMN centre.planner_rule.stage IS 'Earlier stages come first: no saving in a later one buys a loss in an earlier one.';
COMMENT ON COLUMN centre.planner_rule.least IS 'Lower bound, where the family has one.';
COMMENT ON COLUMN centre.planner_rule.most IS 'Upper bound.';
COMMENT ON COLUMN centre.planner_rule.span IS 'Of a count: in each day, week, month, or the whole roster.';
COMMENT ON COLUMN centre.planner_rule.unit IS 'Of a count: sessions, days, minutes.';
COMMENT ON COLUMN centre.planner_rule.ledger IS 'Of fairness: the burden that is shared out, the year before included.';
COMMENT ON COLUMN centre.planner_rule.weekdays IS 'Of a pattern: 1 Monday … 7 Sunday; nothing: all.';
COMMENT ON COLUMN centre.planner_rule.half IS 'Of a pattern: day (both), morning, afternoon.';
COMMENT ON COLUMN centre.planner_rule.scope IS 'For whom and what: people, agencies, sections, counters, duties, each a list of ids; nothing: all.';
COMMENT ON COLUMN centre.planner_rule.sort_order IS 'Place in lists, small first.';
COMMENT ON COLUMN centre.planner_rule.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.planner_rule.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.planner_rule.note IS 'Free remark.';
CALL centre.watch('centre.planner_rule');

INSERT INTO centre.planner_rule (kind, name, hard, weight, stage, least, most, span, unit, ledger, sort_order, enabled) VALUES
  ('competence', 'Chỉ bố trí người có thẩm quyền với lĩnh vực hoặc nhiệm vụ', true, 1, 0, NULL, NULL, NULL, NULL, NULL, 10, true),
  ('leave', 'Không bố trí người đang nghỉ hoặc vắng', true, 1, 0, NULL, NULL, NULL, NULL, NULL, 20, true),
  ('whole-day', 'Nhiệm vụ cả ngày do một người trực cả hai buổi', true, 1, 0, NULL, NULL, NULL, NULL, NULL, 30, true),
  ('cover', 'Mỗi quầy và nhiệm vụ có đủ người', false, 1, 0, NULL, NULL, NULL, NULL, NULL, 40, true),
  ('fairness', 'Chia đều các ngày thứ bảy', false, 1, 1, NULL, NULL, NULL, NULL, 'saturdays', 50, true),
  ('fairness', 'Chia đều trực ngày lễ', false, 1, 1, NULL, NULL, NULL, NULL, 'holidays', 60, true),
  ('fairness', 'Chia đều quầy hướng dẫn', false, 1, 1, NULL, NULL, NULL, NULL, 'guidance', 70, true),
  ('fairness', 'Chia đều lãnh đạo trực', false, 1, 1, NULL, NULL, NULL, NULL, 'leader', 80, true),
  ('fairness', 'Chia đều bảo vệ', false, 1, 1, NULL, NULL, NULL, NULL, 'guard', 85, true),
  ('standing', 'Ưu tiên quầy thường ngồi', false, 2, 2, NULL, NULL, NULL, NULL, NULL, 90, true),
  ('steady', 'Không đổi quầy giữa sáng và chiều', false, 1, 2, NULL, NULL, NULL, NULL, NULL, 100, true),
  ('wish-off', 'Đáp ứng nguyện vọng nghỉ', false, 3, 2, NULL, NULL, NULL, NULL, NULL, 110, true),
  ('wish-on', 'Đáp ứng nguyện vọng trực', false, 3, 2, NULL, NULL, NULL, NULL, NULL, 120, true),
  ('count', 'Mỗi người trực không quá 6 ngày một tuần', true, 1, 0, NULL, 6, 'week', 'days', NULL, 130, true),
  ('stability', 'Giữ lịch đã ban hành', false, 1, 1, NULL, NULL, NULL, NULL, NULL, 140, false);

-- Who is where --------------------------------------------------------------

CREATE FUNCTION centre.roster_at(as_of date)
  RETURNS TABLE (id bigint, roster_id bigint, person_id bigint, full_name text, session text, counter_id bigint, duty_id bigint,
                 code text, label text, amendment int)
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT DISTINCT ON (c.person_id, c.session) c.id, c.roster_id, c.person_id, p.full_name, c.session, c.counter_id, c.duty_id,
           COALESCE(k.number::text, d.code), COALESCE(k.name, d.name), a.number
      FROM centre.roster_cell c
      JOIN centre.roster r ON r.id = c.roster_id AND r.state IN ('published', 'amended')
      JOIN centre.person p ON p.id = c.person_id
      LEFT JOIN centre.roster_amendment a ON a.id = c.amendment_id
      LEFT JOIN centre.counter k ON k.id = c.counter_id
      LEFT JOIN centre.duty d ON d.id = c.duty_id
     WHERE c.day = as_of
     ORDER BY c.person_id, c.session, a.number DESC NULLS LAST;
  END;
COMMENT ON FUNCTION centre.roster_at(date) IS 'Who is where on the day by the published roster and its amendments; no row: no roster is published for the day.';

CREATE FUNCTION centre.duty_loads_at(as_of date)
  RETURNS TABLE (id bigint, person_id bigint, sessions int, saturdays int, sundays int, guidance int, leader int, guard int, late int, holidays int)
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    WITH year_cells AS (
      SELECT DISTINCT ON (c.person_id, c.day, c.session) c.person_id, c.day, c.session, c.counter_id, d.kind
        FROM centre.roster_cell c
        JOIN centre.roster r ON r.id = c.roster_id AND r.state IN ('published', 'amended')
        LEFT JOIN centre.roster_amendment a ON a.id = c.amendment_id
        LEFT JOIN centre.duty d ON d.id = c.duty_id
       WHERE c.day >= date_trunc('year', as_of)::date AND c.day < as_of
       ORDER BY c.person_id, c.day, c.session, a.number DESC NULLS LAST
    )
    SELECT y.person_id, y.person_id, count(*)::int,
           (count(*) FILTER (WHERE extract(isodow FROM y.day) = 6))::int, (count(*) FILTER (WHERE extract(isodow FROM y.day) = 7))::int,
           (count(*) FILTER (WHERE y.kind = 'guidance'))::int, (count(*) FILTER (WHERE y.kind = 'leader'))::int,
           (count(*) FILTER (WHERE y.kind = 'guard'))::int, (count(*) FILTER (WHERE y.kind = 'late'))::int,
           (count(*) FILTER (WHERE y.kind = 'holiday' OR EXISTS (SELECT FROM centre.day_override o WHERE o.day = y.day AND o.kind = 'holiday')))::int
      FROM year_cells y WHERE y.counter_id IS NOT NULL OR y.kind IS NOT NULL
     GROUP BY y.person_id;
  END;
COMMENT ON FUNCTION centre.duty_loads_at(date) IS
  'The ledger of the calendar year before the day, from published rosters: sessions worked, and those of the kinds that are shared out fairly.';

-- What Saturdays and holidays earn ---------------------------------------------

CREATE FUNCTION centre.roster_earnings(wanted bigint) RETURNS TABLE (person_id bigint, day date, session text, kind text)
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT c.person_id, c.day, c.session,
           CASE WHEN d.kind = 'holiday' OR o.day IS NOT NULL THEN 'holiday'
                WHEN extract(isodow FROM c.day) = 6 THEN 'saturday' ELSE 'sunday' END
      FROM centre.roster_cells_now(wanted) c
      LEFT JOIN centre.duty d ON d.id = c.duty_id
      LEFT JOIN centre.day_override o ON o.day = c.day AND o.kind = 'holiday'
     WHERE num_nonnulls(c.counter_id, c.duty_id) > 0
       AND (extract(isodow FROM c.day) >= 6 OR d.kind = 'holiday' OR o.day IS NOT NULL)
       AND NOT EXISTS (SELECT FROM centre.day_override w WHERE w.day = c.day AND w.kind = 'worked');
  END;
COMMENT ON FUNCTION centre.roster_earnings(bigint) IS
  'Duty on Saturdays, Sundays and holidays in a roster with its amendments; a Saturday that is worked in exchange earns nothing.';

CREATE FUNCTION centre.feed_duty_credits(wanted bigint) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  DELETE FROM centre.duty_credit x
   USING centre.roster r
   WHERE r.id = wanted AND x.source = 'roster' AND x.day <@ r.during
     AND NOT EXISTS (SELECT FROM centre.roster_earnings(wanted) e WHERE (e.person_id, e.day, e.session) = (x.person_id, x.day, x.session));
  PERFORM centre.earn_duty_credit(e.person_id, e.day, e.session, e.kind)
    FROM centre.roster_earnings(wanted) e ORDER BY e.day, e.session, e.person_id;
END
$$;
COMMENT ON FUNCTION centre.feed_duty_credits(bigint) IS 'Compensatory leave is earned by what a published roster says now; what an amendment takes away is not earned.';

CREATE FUNCTION centre.earn_by_roster() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  PERFORM centre.feed_duty_credits(NEW.id);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.earn_by_roster() IS 'Duty is earned from the publication on.';
CREATE TRIGGER w_earn AFTER UPDATE OF state ON centre.roster
  FOR EACH ROW WHEN (OLD.state = 'approved' AND NEW.state = 'published') EXECUTE FUNCTION centre.earn_by_roster();

CREATE FUNCTION centre.earn_by_amendment() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  PERFORM centre.feed_duty_credits(x.roster_id) FROM (SELECT DISTINCT n.roster_id FROM new_rows n WHERE n.amendment_id IS NOT NULL) x;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.earn_by_amendment() IS 'Who comes instead earns it instead.';
CREATE TRIGGER w_earn AFTER INSERT ON centre.roster_cell REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION centre.earn_by_amendment();

-- People who go, and the sample ------------------------------------------------

CREATE FUNCTION centre.forget_roster_words() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  DELETE FROM centre.roster_request WHERE person_id = NEW.id;
  UPDATE centre.roster_swap SET reason = NULL WHERE NEW.id IN (person_id, other_person_id) AND reason IS NOT NULL;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.forget_roster_words() IS
  'Part of centre.anonymise_person(): who was where stays as a bare fact; what was asked for and why does not.';
CREATE TRIGGER y_forget_roster_words AFTER UPDATE OF anonymised_on ON centre.person
  FOR EACH ROW WHEN (OLD.anonymised_on IS NULL AND NEW.anonymised_on IS NOT NULL) EXECUTE FUNCTION centre.forget_roster_words();

CREATE FUNCTION centre.demo_duties(opens date) RETURNS void
  LANGUAGE sql
  BEGIN ATOMIC
    INSERT INTO centre.duty_competence (duty_id, person_id, during)
      SELECT d.id, a.person_id, range_merge(range_agg(a.during))
        FROM (VALUES ('leader', 'director'), ('leader', 'deputy_director'), ('guidance', 'guide'), ('guidance', 'staff'), ('guidance', 'head_admin'),
                     ('guard', 'guard'), ('guard', 'staff'), ('clerk', 'clerk'), ('clerk', 'head_admin'), ('it', 'it'),
                     ('supervision', 'supervisor'), ('holiday', 'director'), ('holiday', 'deputy_director')) AS v(kind, post)
        JOIN centre.duty d ON d.kind = v.kind
        JOIN centre.post p ON p.code = v.post
        JOIN centre.seat s ON s.post_id = p.id
        JOIN centre.appointment a ON a.seat_id = s.id
        JOIN centre.person h ON h.id = a.person_id AND h.is_sample
       GROUP BY d.id, a.person_id;
    INSERT INTO centre.demand (duty_id, weekdays, half, seats, is_sample, during)
      SELECT d.id, v.weekdays, v.half, 1, true, daterange(opens, NULL)
        FROM (VALUES ('leader', '12345', 'day'), ('guidance', '12345', 'day'), ('guard', '12345', 'day'), ('clerk', '12345', 'day'),
                     ('it', '12345', 'day'), ('supervision', '3', 'morning')) AS v(kind, weekdays, half)
        JOIN centre.duty d ON d.kind = v.kind;
  END;
COMMENT ON FUNCTION centre.demo_duties(date) IS 'Part of centre.load_demo_rosters(): who of the sample may have which duty, and when each is needed.';

CREATE FUNCTION centre.demo_roster_cells(roster centre.roster, demo jsonb) RETURNS void
  LANGUAGE sql
  BEGIN ATOMIC
    WITH working AS (
      SELECT g::date AS day, (row_number() OVER (ORDER BY g))::int AS place
        FROM generate_series(lower((roster).during), upper((roster).during) - 1, interval '1 day') g
       WHERE extract(isodow FROM g) <= 5
         AND NOT EXISTS (SELECT FROM centre.day_override o WHERE o.day = g::date AND o.kind IN ('holiday', 'off'))
    ), halves AS (
      SELECT w.day, w.place, h.session FROM working w, unnest(ARRAY['morning', 'afternoon']) AS h(session)
    ), able AS (
      SELECT c.duty_id, c.person_id, c.during, d.whole_day,
             row_number() OVER (PARTITION BY c.duty_id ORDER BY p.sort_key, p.id)::int AS turn, count(*) OVER (PARTITION BY c.duty_id)::int AS n
        FROM centre.duty_competence c JOIN centre.duty d ON d.id = c.duty_id JOIN centre.person p ON p.id = c.person_id AND p.is_sample
    ), wanted AS (
      SELECT 1 AS rank, h.day, h.session, a.person_id, a.counter_id, NULL::bigint AS duty_id
        FROM halves h JOIN centre.counter_assignment a ON a.role = 'primary' AND a.during @> h.day
      UNION ALL
      SELECT 2, h.day, h.session, b.person_id, NULL, b.duty_id
        FROM halves h
        JOIN centre.demand m ON m.duty_id IS NOT NULL AND m.during @> h.day AND m.half IN ('day', h.session)
                            AND position(extract(isodow FROM h.day)::int::text IN m.weekdays) > 0
        JOIN able b ON b.duty_id = m.duty_id AND b.turn = 1 + h.place % b.n
    )
    INSERT INTO centre.roster_cell (roster_id, person_id, day, session, counter_id, duty_id)
      SELECT DISTINCT ON (w.person_id, w.day, w.session) (roster).id, w.person_id, w.day, w.session, w.counter_id, w.duty_id
        FROM wanted w JOIN centre.person p ON p.id = w.person_id
       WHERE EXISTS (SELECT FROM centre.tour t WHERE t.person_id = w.person_id AND t.during @> w.day)
       ORDER BY w.person_id, w.day, w.session, w.rank, w.duty_id;
  END;
COMMENT ON FUNCTION centre.demo_roster_cells(centre.roster, jsonb) IS
  'Part of centre.load_demo_rosters(): everybody at his standing counter, the duties in turn.';

CREATE FUNCTION centre.load_demo_rosters(base_date date, demo jsonb) RETURNS void
  LANGUAGE plpgsql
  AS $$
DECLARE
  one centre.roster;
  opens date := (SELECT min(lower(s.during)) FROM centre.section s);
  first date := greatest(date_trunc('month', base_date)::date, opens);
BEGIN
  PERFORM centre.require('director', 'deputy');
  PERFORM centre.demo_duties(opens);
  INSERT INTO centre.roster (during, is_sample, note)
    VALUES (daterange(first, (date_trunc('month', base_date) + interval '1 month')::date), true, 'Dữ liệu mẫu') RETURNING * INTO one;
  PERFORM centre.demo_roster_cells(one, demo);
  -- Leave that was known when the roster was made.
  DELETE FROM centre.roster_cell c
   USING centre.person p, jsonb_array_elements(demo -> 'people') e(value), jsonb_array_elements(e.value -> 'absences') a(said)
   WHERE c.roster_id = one.id AND p.id = c.person_id AND p.is_sample AND p.full_name = e.value ->> 'name' AND a.said ->> 'kind' = 'annual'
     AND c.day >= base_date + (a.said ->> 'begin_days')::int AND c.day < base_date + (a.said ->> 'until_days')::int;
  UPDATE centre.roster SET state = 'submitted' WHERE id = one.id;
  UPDATE centre.roster SET state = 'approved' WHERE id = one.id;
  UPDATE centre.roster SET state = 'published' WHERE id = one.id;
END
$$;
COMMENT ON FUNCTION centre.load_demo_rosters(date, jsonb) IS
  'Part of the sample: duties, what must be manned, and the published roster of the base date''s month. Before the absences are loaded.';

CREATE FUNCTION centre.remove_sample_rosters() RETURNS void
  LANGUAGE plpgsql
  AS $$
BEGIN
  PERFORM centre.require('director');
  PERFORM set_config('centre.removing_sample', 'on', true);
  DELETE FROM centre.roster_swap s USING centre.person p WHERE p.is_sample AND p.id IN (s.person_id, s.other_person_id);
  DELETE FROM centre.roster WHERE is_sample;
  DELETE FROM centre.roster_cell c USING centre.person p WHERE p.id = c.person_id AND p.is_sample;
  DELETE FROM centre.demand WHERE is_sample;
  DELETE FROM centre.duty WHERE is_sample;
  PERFORM set_config('centre.removing_sample', '', true);
END
$$;
COMMENT ON FUNCTION centre.remove_sample_rosters() IS 'Part of centre.remove_sample(): the invented roster, and invented people out of real ones.';

CREATE OR REPLACE FUNCTION centre.remove_sample() RETURNS int
  LANGUAGE plpgsql
  AS $$
BEGIN
  PERFORM centre.remove_sample_rosters();
  PERFORM centre.remove_sample_plan();
  RETURN centre.remove_sample_people();
END
$$;
COMMENT ON FUNCTION centre.remove_sample() IS
  'Removes all that is marked as a sample: people with whatever hangs on them, rosters, counters, things and the floor plan; returns the number of people. Director only.';

RESET ROLE;
