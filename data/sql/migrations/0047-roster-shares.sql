-- SPDX-License-Identifier: GPL-3.0-or-later
-- Supervision visits and information technology on call are shared out like the other burdens; and of each person is
-- known on how many of the days that rosters were worked by they were here, so that who came late, or was away for
-- long, has nothing to make up for.

SET LOCAL ROLE motcua_owner;

ALTER TABLE centre.planner_rule DROP CONSTRAINT planner_rule_ledger;
ALTER TABLE centre.planner_rule ADD CONSTRAINT planner_rule_ledger
  CHECK (ledger IN ('saturdays', 'sundays', 'holidays', 'guidance', 'leader', 'guard', 'late', 'supervision', 'it'));

INSERT INTO centre.planner_rule (kind, name, hard, weight, stage, ledger, sort_order, enabled) VALUES
  ('fairness', 'Chia đều các buổi giám sát', false, 1, 1, 'supervision', 86, true),
  ('fairness', 'Chia đều trực công nghệ thông tin', false, 1, 1, 'it', 87, true);

DROP FUNCTION centre.duty_loads_at(date);
CREATE FUNCTION centre.duty_loads_at(as_of date)
  RETURNS TABLE (id bigint, person_id bigint, sessions int, saturdays int, sundays int, guidance int, leader int, guard int, late int, holidays int,
                 supervision int, it int, days int, missed int)
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
    ), loads AS (
      SELECT y.person_id AS who, count(*)::int AS sessions,
             (count(*) FILTER (WHERE extract(isodow FROM y.day) = 6))::int AS saturdays,
             (count(*) FILTER (WHERE extract(isodow FROM y.day) = 7))::int AS sundays,
             (count(*) FILTER (WHERE y.kind = 'guidance'))::int AS guidance, (count(*) FILTER (WHERE y.kind = 'leader'))::int AS leader,
             (count(*) FILTER (WHERE y.kind = 'guard'))::int AS guard, (count(*) FILTER (WHERE y.kind = 'late'))::int AS late,
             (count(*) FILTER (WHERE y.kind = 'holiday' OR EXISTS (SELECT FROM centre.day_override o WHERE o.day = y.day AND o.kind = 'holiday')))::int AS holidays,
             (count(*) FILTER (WHERE y.kind = 'supervision'))::int AS supervision, (count(*) FILTER (WHERE y.kind = 'it'))::int AS it
        FROM year_cells y WHERE y.counter_id IS NOT NULL OR y.kind IS NOT NULL
       GROUP BY y.person_id
    ), worked AS (
      SELECT DISTINCT y.day FROM year_cells y WHERE y.counter_id IS NOT NULL OR y.kind IS NOT NULL
    ), here AS (
      SELECT t.person_id AS who, count(*)::int AS days
        FROM worked w JOIN centre.tour t ON t.during @> w.day AND t.role = 'primary'
       WHERE NOT EXISTS (SELECT FROM centre.absence b WHERE b.person_id = t.person_id AND b.during @> w.day AND b.half = 'day'
                            AND centre.absence_counts(b.state, b.home_word))
       GROUP BY t.person_id
    )
    SELECT who, who, COALESCE(l.sessions, 0), COALESCE(l.saturdays, 0), COALESCE(l.sundays, 0), COALESCE(l.guidance, 0), COALESCE(l.leader, 0),
           COALESCE(l.guard, 0), COALESCE(l.late, 0), COALESCE(l.holidays, 0), COALESCE(l.supervision, 0), COALESCE(l.it, 0),
           COALESCE(h.days, 0), (SELECT count(*) FROM worked)::int - COALESCE(h.days, 0)
      FROM loads l FULL JOIN here h USING (who);
  END;
COMMENT ON FUNCTION centre.duty_loads_at(date) IS
  'The ledger of the calendar year before the day, from published rosters: sessions worked, those of the kinds that are shared out fairly, and on how many of the days that rosters were worked by the person was here (by a tour, not on leave all day), and was not.';

RESET ROLE;
