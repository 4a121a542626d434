-- SPDX-License-Identifier: GPL-3.0-or-later
-- A year of invented figures for the sample centre, marked as such: as many dossiers as the departments' share of the
-- plan's last total (their 94 of 709 people), parted as on the centre's first morning (Tư pháp 188, Xây dựng with Giao
-- thông 184, Tài chính 25, Nông nghiệp và Môi trường 11, 26 for all others), with weekdays and seasons.

SET LOCAL ROLE motcua_owner;

CREATE FUNCTION centre.sample_noise(seed bigint) RETURNS double precision
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (hashint8(seed) & 2147483647) / 2147483648.0::double precision;
COMMENT ON FUNCTION centre.sample_noise(bigint) IS 'A number from 0 to below 1 that looks random and is always the same for the same seed.';

CREATE FUNCTION centre.sample_days(base_date date) RETURNS TABLE (day date, place int, dossiers double precision)
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT g::date, (row_number() OVER (ORDER BY g))::int,
           (SELECT y.received * 94.0 / 709 / 250 FROM centre.dossier_year y ORDER BY y.year DESC LIMIT 1)
           * (ARRAY[1.22, 1.08, 0.99, 0.90, 0.81])[extract(isodow FROM g)::int]
           * (ARRAY[0.95, 0.70, 1.12, 1.06, 0.98, 1.04, 1.08, 1.10, 0.94, 1.03, 1.06, 0.94])[extract(month FROM g)::int]
           * (0.92 + 0.16 * centre.sample_noise((g::date - '2000-01-01'::date)::bigint))
      FROM generate_series(date_trunc('month', base_date - interval '1 year')::date, base_date - 1, interval '1 day') g
     WHERE extract(isodow FROM g) <= 5
       AND NOT EXISTS (SELECT FROM centre.day_override o WHERE o.day = g::date AND o.kind IN ('holiday', 'off'))
       AND to_char(g, 'MM-DD') NOT IN ('01-01', '04-30', '05-01', '09-02', '11-24');
  END;
COMMENT ON FUNCTION centre.sample_days(date) IS 'Part of centre.load_demo_workload(): the working days before the base date, numbered, and about how many dossiers each had.';

CREATE FUNCTION centre.sample_shares(base_date date)
  RETURNS TABLE (procedure_id bigint, agency_id bigint, field_id bigint, counter_id bigint, people bigint[], seats int, share double precision, lag int)
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT p.id, p.agency_id, p.field_id, k.id, o.people, k.seats,
           CASE a.code WHEN 'TP' THEN 188 WHEN 'XD' THEN 184 WHEN 'TC' THEN 25 WHEN 'NNMT' THEN 11
                       ELSE 26.0 / NULLIF(count(*) FILTER (WHERE a.code NOT IN ('TP', 'XD', 'TC', 'NNMT')) OVER (), 0)
                            * count(*) OVER (PARTITION BY p.agency_id) END / 434.0
           * (1.0 / row_number() OVER (PARTITION BY p.agency_id ORDER BY p.code))
           / sum(1) OVER (PARTITION BY p.agency_id)
           * count(*) OVER (PARTITION BY p.agency_id)
           / (SELECT sum(1.0 / i) FROM generate_series(1, (SELECT count(*) FROM centre.procedure q WHERE q.agency_id = p.agency_id AND q.received AND q.is_sample AND q.during @> base_date)) i),
           1 + (centre.sample_noise(hashtext(p.code)::bigint) * 14)::int
      FROM centre.procedure p
      JOIN centre.agency a ON a.id = p.agency_id
      JOIN centre.counter_field f ON f.field_id = p.field_id AND f.during @> base_date
      JOIN centre.counter k ON k.id = f.counter_id AND k.is_sample AND k.during @> base_date
      LEFT JOIN LATERAL (SELECT array_agg(x.person_id ORDER BY x.person_id) AS people FROM centre.counter_assignment x
                          WHERE x.counter_id = k.id AND x.role = 'primary' AND x.during @> base_date) o ON true
     WHERE p.received AND p.is_sample AND p.during @> base_date;
  END;
COMMENT ON FUNCTION centre.sample_shares(date) IS 'Part of centre.load_demo_workload(): each procedure with its counter and officers, its share of all dossiers, and the working days that it takes.';

CREATE FUNCTION centre.sample_dossiers(base_date date, files jsonb) RETURNS void
  LANGUAGE sql
  BEGIN ATOMIC
    WITH days AS MATERIALIZED (SELECT * FROM centre.sample_days(base_date)),
    shares AS MATERIALIZED (SELECT * FROM centre.sample_shares(base_date)),
    come AS MATERIALIZED (
      SELECT d.day, d.place, s.lag, s.agency_id, s.field_id, s.procedure_id, s.counter_id,
             s.people[1 + (centre.sample_noise(d.place * 1000000::bigint + s.procedure_id * 1000 + 1) * cardinality(s.people))::int % cardinality(s.people)] AS person_id,
             floor(d.dossiers * s.share + centre.sample_noise(d.place * 1000000::bigint + s.procedure_id * 1000 + 2))::int AS n,
             centre.sample_noise(d.place * 1000000::bigint + s.procedure_id * 1000 + 3) AS a, centre.sample_noise(d.place * 1000000::bigint + s.procedure_id * 1000 + 4) AS b
        FROM days d, shares s
    ), split AS (
      SELECT *, floor(n * 0.02 + a)::int AS back, floor(n * 0.0158 + b)::int AS late FROM come WHERE n > 0
    ), both_ends AS (
      SELECT day, agency_id, field_id, procedure_id, counter_id, person_id, n AS received, back AS returned, floor(n * 0.6 + b)::int AS digital,
             0 AS early, 0 AS on_time, 0 AS overdue, 0::bigint AS minutes,
             CASE WHEN s.place + s.lag > (SELECT max(e.place) FROM days e) THEN LEAST(late, n - back) ELSE 0 END AS open_late
        FROM split s
      UNION ALL
      SELECT e.day, s.agency_id, s.field_id, s.procedure_id, s.counter_id, s.person_id, 0, 0, 0,
             floor(GREATEST(n - back - late, 0) * 0.35)::int, GREATEST(n - back - late, 0) - floor(GREATEST(n - back - late, 0) * 0.35)::int,
             LEAST(late, n - back), GREATEST(n - back, 0) * ((e.day - s.day) * 1440 + (a * 240)::bigint), 0
        FROM split s JOIN days e ON e.place = s.place + s.lag
    )
    INSERT INTO centre.dossier_count (file_id, day, counter_id, agency_id, field_id, procedure_id, person_id, received, returned, digital, early, on_time,
                                      overdue, process_minutes, open_late)
      SELECT (files ->> to_char(day, 'YYYY-MM'))::bigint, day, counter_id, agency_id, field_id, procedure_id, person_id, sum(received), sum(returned), sum(digital),
             sum(early), sum(on_time), sum(overdue), sum(minutes), sum(open_late)
        FROM both_ends GROUP BY day, counter_id, agency_id, field_id, procedure_id, person_id ORDER BY day, procedure_id;
  END;
COMMENT ON FUNCTION centre.sample_dossiers(date, jsonb) IS 'Part of centre.load_demo_workload(): on time as in July 2025, when 1,58 % were overdue.';

CREATE FUNCTION centre.sample_tickets(base_date date, files jsonb) RETURNS void
  LANGUAGE sql
  BEGIN ATOMIC
    WITH days AS MATERIALIZED (SELECT * FROM centre.sample_days(base_date)),
    counters AS MATERIALIZED (
      SELECT counter_id, max(seats) AS seats, min(agency_id) AS agency_id, sum(share) AS share FROM centre.sample_shares(base_date) GROUP BY counter_id
    ), hours(slot, weight) AS (
      -- Received 07:00 to 10:30 and 13:00 to 16:30, most soon after opening.
      VALUES (14, 0.085), (15, 0.110), (16, 0.108), (17, 0.092), (18, 0.080), (19, 0.066), (20, 0.050),
             (26, 0.074), (27, 0.084), (28, 0.076), (29, 0.064), (30, 0.050), (31, 0.038), (32, 0.023)
    ), come AS (
      SELECT d.day, h.slot, k.counter_id, k.agency_id, k.seats, floor(d.dossiers * k.share * 1.2 * h.weight + centre.sample_noise(d.place * 1000000::bigint + h.slot * 10 + k.counter_id * 1000 + 9))::int AS n,
             -- Where many come, each takes two minutes; else nine.
             CASE WHEN k.share > 0.1 THEN 110 + 40 * centre.sample_noise(d.place * 1000000::bigint + k.counter_id * 1000 + 5)
                  ELSE 420 + 240 * centre.sample_noise(d.place * 1000000::bigint + k.counter_id * 1000 + 5) END AS service,
             centre.sample_noise(d.place * 1000000::bigint + h.slot * 10 + k.counter_id * 1000 + 9) AS a
        FROM days d, counters k, hours h
    ), busy AS (
      SELECT *, n * service / (seats * 1800.0) AS load, floor(n * 0.03 + a)::int AS gone FROM come WHERE n > 0
    ), waited AS (
      SELECT *, LEAST(n, gone) AS no_show,
             (60 * a + service / seats * LEAST(load, 0.97) / (1.02 - LEAST(load, 0.97)) * 0.25 + GREATEST(load - 1, 0) * 900)::int AS wait
        FROM busy
    ), spread AS (
      SELECT *, n / 2 AS quick, n - n / 2 AS slow,
             width_bucket(wait * 0.6, '{0,60,120,300,600,900,1200,1800,2700,3600,5400,7200}'::numeric[]) AS quick_step,
             width_bucket(wait * 1.4, '{0,60,120,300,600,900,1200,1800,2700,3600,5400,7200}'::numeric[]) AS slow_step
        FROM waited
    )
    INSERT INTO centre.ticket_count (file_id, day, slot, counter_id, agency_id, arrived, served, no_show, incomplete, above_level, wait_seconds, wait_max,
                                     service_seconds, service_max, wait_histogram)
      SELECT (files ->> to_char(day, 'YYYY-MM'))::bigint, day, slot, counter_id, agency_id, n, n - no_show, no_show, LEAST(n - no_show, floor(n * 0.01 + 1 - a)::int),
             CASE WHEN quick_step > 5 THEN quick ELSE 0 END + CASE WHEN slow_step > 5 THEN slow ELSE 0 END,
             quick * (wait * 0.6)::int + slow * (wait * 1.4)::int, (wait * 1.4)::int,
             GREATEST(n - no_show - LEAST(n - no_show, floor(n * 0.01 + 1 - a)::int), 0) * service::int, (service * 2.5)::int,
             ARRAY(SELECT CASE WHEN i = quick_step THEN quick ELSE 0 END + CASE WHEN i = slow_step THEN slow ELSE 0 END FROM generate_series(1, 12) i)
        FROM spread ORDER BY day, slot, counter_id;
  END;
COMMENT ON FUNCTION centre.sample_tickets(date, jsonb) IS 'Part of centre.load_demo_workload(): who came when, and how long it took.';

CREATE FUNCTION centre.sample_ratings(base_date date, files jsonb) RETURNS void
  LANGUAGE sql
  BEGIN ATOMIC
    WITH days AS MATERIALIZED (SELECT * FROM centre.sample_days(base_date)),
    counters AS MATERIALIZED (
      SELECT counter_id, min(agency_id) AS agency_id, min(people) AS people, sum(share) AS share FROM centre.sample_shares(base_date) GROUP BY counter_id
    ), given AS (
      SELECT d.day, k.counter_id, k.agency_id, k.people[1 + d.place % cardinality(k.people)] AS person_id,
             floor(d.dossiers * k.share * 0.2 + centre.sample_noise(d.place * 1000000::bigint + k.counter_id * 1000 + 6))::int AS n,
             centre.sample_noise(d.place * 1000000::bigint + k.counter_id * 1000 + 7) AS a, centre.sample_noise(d.place * 1000000::bigint + k.counter_id * 1000 + 8) AS b
        FROM days d, counters k
    ), parted AS (
      SELECT *, LEAST(n, floor(n * 0.012 + a)::int) AS bad, floor(n * 0.24 + b)::int AS good FROM given WHERE n > 0
    )
    INSERT INTO centre.rating_count (file_id, day, slot, counter_id, agency_id, person_id, terminal, very_satisfied, satisfied, dissatisfied)
      SELECT (files ->> to_char(day, 'YYYY-MM'))::bigint, day, 15 + (a * 5)::int, counter_id, agency_id, person_id,
             'TB-' || lpad(counter_id::text, 2, '0'), n - bad - LEAST(good, n - bad), LEAST(good, n - bad), bad
        FROM parted ORDER BY day, counter_id;
  END;
COMMENT ON FUNCTION centre.sample_ratings(date, jsonb) IS 'Part of centre.load_demo_workload(): ratings at the counters.';

CREATE FUNCTION centre.load_demo_workload(base_date date) RETURNS int
  LANGUAGE plpgsql
  AS $$
DECLARE
  kinds text[] := ARRAY['dossier', 'ticket', 'rating'];
  names text[] := ARRAY['Hệ thống một cửa (mẫu)', 'Máy xếp hàng (mẫu)', 'Thiết bị đánh giá (mẫu)'];
  files jsonb;
BEGIN
  PERFORM centre.require('director', 'deputy');
  IF EXISTS (SELECT FROM centre.workload_file WHERE is_sample) OR NOT EXISTS (SELECT FROM centre.person WHERE is_sample) THEN
    RETURN 0;
  END IF;
  FOR i IN 1..3 LOOP
    INSERT INTO centre.workload_source (kind, name, is_sample, note) VALUES (kinds[i], names[i], true, 'Dữ liệu mẫu');
    WITH months AS (
      SELECT date_trunc('month', d.day)::date AS month, min(d.day) AS first, max(d.day) AS last, count(*) AS n FROM centre.sample_days(base_date) d GROUP BY 1
    ), added AS (
      INSERT INTO centre.workload_file (source_id, kind, file_name, digest, first_day, last_day, rows_read, is_sample, note)
        SELECT s.id, s.kind, 'mau-' || s.kind || to_char(m.month, '-YYYY-MM') || '.csv',
               encode(sha256(convert_to('sample ' || s.kind || m.month, 'UTF8')), 'hex'), m.first, m.last, 0, true, 'Dữ liệu mẫu'
          FROM months m, centre.workload_source s WHERE s.kind = kinds[i] AND s.name = names[i]
        RETURNING id, first_day
    )
    SELECT jsonb_object_agg(to_char(first_day, 'YYYY-MM'), id) INTO files FROM added;
    CASE i WHEN 1 THEN PERFORM centre.sample_dossiers(base_date, files);
           WHEN 2 THEN PERFORM centre.sample_tickets(base_date, files);
           ELSE PERFORM centre.sample_ratings(base_date, files); END CASE;
  END LOOP;
  RETURN (SELECT count(*) FROM centre.workload_file WHERE is_sample);
END
$$;
COMMENT ON FUNCTION centre.load_demo_workload(date) IS
  'Part of the sample: a year of invented figures before the base date, in files by month that are marked; 0 if they are there already, or the sample is gone.';

RESET ROLE;
