-- SPDX-License-Identifier: GPL-3.0-or-later
-- Runs of duty and of days off do not begin anew with the month: what a roster begins with is known from those before.

SET LOCAL ROLE motcua_owner;

DROP FUNCTION centre.duty_loads_at(date);
CREATE FUNCTION centre.duty_loads_at(as_of date)
  RETURNS TABLE (id bigint, person_id bigint, sessions int, saturdays int, sundays int, guidance int, leader int, guard int, late int, holidays int,
                 supervision int, it int, days int, missed int, run int, off_run int)
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
    ), lately AS (
      -- The days up to the eve that rosters were out for without a break, two months of them at the most.
      SELECT as_of - n AS day
        FROM generate_series(1, 62) n
       WHERE n < COALESCE((SELECT min(x) FROM generate_series(1, 62) x
                            WHERE NOT EXISTS (SELECT FROM centre.roster r WHERE r.state IN ('published', 'amended') AND r.during @> as_of - x)), 63)
    ), last_cells AS (
      SELECT DISTINCT ON (c.person_id, c.day, c.session) c.person_id AS who, c.day, num_nonnulls(c.counter_id, c.duty_id) > 0 AS on_duty
        FROM lately y
        JOIN centre.roster_cell c ON c.day = y.day
        JOIN centre.roster r ON r.id = c.roster_id AND r.state IN ('published', 'amended')
        LEFT JOIN centre.roster_amendment a ON a.id = c.amendment_id
       ORDER BY c.person_id, c.day, c.session, a.number DESC NULLS LAST
    ), last_on AS (
      SELECT l.who, l.day FROM last_cells l WHERE l.on_duty GROUP BY l.who, l.day
    ), last_off AS (
      SELECT t.person_id AS who, max(y.day) AS day
        FROM lately y JOIN centre.tour t ON t.during @> y.day
        LEFT JOIN last_on o ON o.who = t.person_id AND o.day = y.day
       WHERE o.day IS NULL
       GROUP BY t.person_id
    ), eve AS (
      SELECT who, COALESCE(o.day, (SELECT min(y.day) FROM lately y) - 1) AS on_day, COALESCE(f.day, (SELECT min(y.day) FROM lately y) - 1) AS off_day
        FROM (SELECT x.who, max(x.day) AS day FROM last_on x GROUP BY x.who) o FULL JOIN last_off f USING (who)
    )
    SELECT who, who, COALESCE(l.sessions, 0), COALESCE(l.saturdays, 0), COALESCE(l.sundays, 0), COALESCE(l.guidance, 0), COALESCE(l.leader, 0),
           COALESCE(l.guard, 0), COALESCE(l.late, 0), COALESCE(l.holidays, 0), COALESCE(l.supervision, 0), COALESCE(l.it, 0),
           COALESCE(h.days, 0), (SELECT count(*) FROM worked)::int - COALESCE(h.days, 0),
           CASE WHEN e.on_day = as_of - 1 THEN e.on_day - e.off_day ELSE 0 END,
           CASE WHEN e.off_day = as_of - 1 THEN e.off_day - e.on_day ELSE 0 END
      FROM loads l FULL JOIN here h USING (who) FULL JOIN eve e USING (who);
  END;
COMMENT ON FUNCTION centre.duty_loads_at(date) IS
  'The ledger of the calendar year before the day, from published rosters: sessions worked, those of the kinds that are shared out fairly, and on how many of the days that rosters were worked by the person was here (by a tour, not on leave all day), and was not; and for how many days on end up to the eve the person was on duty, or off.';

RESET ROLE;
