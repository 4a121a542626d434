-- SPDX-License-Identifier: GPL-3.0-or-later
-- A restored dump reads like the original: the server names a column of no name by its type when it is read back.

SET LOCAL ROLE motcua_owner;

CREATE OR REPLACE FUNCTION centre.demo_roster_cells(roster centre.roster, demo jsonb) RETURNS void
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
      SELECT 2 AS rank, h.day, h.session, b.person_id, NULL::bigint AS counter_id, b.duty_id
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
