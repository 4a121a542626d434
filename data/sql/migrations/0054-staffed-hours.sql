-- SPDX-License-Identifier: GPL-3.0-or-later
-- For how long somebody sat at the counters, by the rosters that were out, beside for how long people were served there: idle time
-- and utilisation.

SET LOCAL ROLE motcua_owner;

CREATE FUNCTION centre.staffed_rows(first date, after date, bucket text, part text, only_part text DEFAULT NULL, only_id bigint DEFAULT NULL)
  RETURNS TABLE (start date, key_id bigint, staffed_minutes bigint, busy_seconds bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  PERFORM centre.require('director', 'deputy', 'roster_office', 'supervision', 'viewer', 'technician');
  -- A roster knows days, sessions and counters, and nothing else by which the workload is parted.
  IF bucket NOT IN ('day', 'week', 'month', 'year', 'whole') OR part NOT IN ('none', 'counter') OR COALESCE(only_part, 'counter') <> 'counter' THEN
    RETURN;
  END IF;
  RETURN QUERY
    WITH cells AS (
      SELECT DISTINCT ON (c.person_id, c.day, c.session) c.person_id, c.day, c.session, c.counter_id
        FROM centre.roster_cell c
        JOIN centre.roster r ON r.id = c.roster_id AND r.state IN ('published', 'amended')
        LEFT JOIN centre.roster_amendment a ON a.id = c.amendment_id
       WHERE c.day >= first AND c.day < after
       ORDER BY c.person_id, c.day, c.session, a.number DESC NULLS LAST
    ), staffed AS (
      SELECT c.day, c.counter_id, sum(extract(epoch FROM t.ends::time - t.starts::time) / 60)::bigint AS minutes
        FROM cells c
        -- Of a day that has no hours of its own, such as a Saturday on which some fields are received: those of the last day that has.
        CROSS JOIN LATERAL (SELECT s.starts, s.ends FROM centre.session_time s
                             WHERE s.purpose = 'reception' AND s.session = c.session AND s.during @> c.day
                             ORDER BY extract(isodow FROM c.day) BETWEEN s.first_weekday AND s.last_weekday DESC, s.last_weekday DESC LIMIT 1) t
       WHERE c.counter_id IS NOT NULL AND (only_part IS NULL OR c.counter_id = only_id)
         AND NOT EXISTS (SELECT FROM centre.absence b WHERE b.person_id = c.person_id AND b.during @> c.day AND b.half IN ('day', c.session)
                                                        AND centre.absence_counts(b.state, b.home_word))
       GROUP BY c.day, c.counter_id
    )
    SELECT CASE WHEN bucket = 'whole' THEN first WHEN bucket = 'day' THEN s.day ELSE date_trunc(bucket, s.day)::date END,
           CASE staffed_rows.part WHEN 'counter' THEN s.counter_id ELSE 0 END, sum(s.minutes)::bigint, sum(w.service_seconds)::bigint
      FROM staffed s
      JOIN centre.workload_sum w ON w.grain = 'day' AND w.part = 'counter' AND w.start = s.day AND w.key_id = s.counter_id AND w.arrived > 0
     GROUP BY 1, 2 ORDER BY 1, 2;
END
$$;
COMMENT ON FUNCTION centre.staffed_rows(date, date, text, text, text, bigint) IS
  'Beside centre.workload_rows(): the minutes of reception for which people were rostered at counters and not away, and the seconds for which people were served there, both on those days of a counter of which roster and tickets are known. No row where nothing is, or by what no roster knows.';

RESET ROLE;
