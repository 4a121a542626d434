-- SPDX-License-Identifier: GPL-3.0-or-later
-- The sample centre has evaluations of the two months before its day, at each step of their way, marked as samples.

SET LOCAL ROLE motcua_owner;

-- What is signed is refused also where there is nothing to gather.
CREATE OR REPLACE FUNCTION centre.gather_evidence(wanted bigint) RETURNS void
  LANGUAGE plpgsql
  AS $$
DECLARE
  e centre.evaluation;
  span daterange;
BEGIN
  SELECT * INTO e FROM centre.evaluation x WHERE x.id = wanted;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no evaluation %', wanted USING ERRCODE = 'MC002', CONSTRAINT = 'evaluation_exists', TABLE = 'evaluation', SCHEMA = 'centre';
  ELSIF e.state = 'signed' THEN
    RAISE EXCEPTION 'an evaluation that was signed does not change: reopen it with a reason'
      USING ERRCODE = 'MC003', CONSTRAINT = 'evaluation_signed_stays', TABLE = 'evaluation_evidence', SCHEMA = 'centre';
  END IF;
  SELECT c.during INTO span FROM centre.evaluation_cycle c WHERE c.id = e.cycle_id;
  DELETE FROM centre.evaluation_evidence x WHERE x.evaluation_id = e.id AND NOT x.entered;
  PERFORM centre.gather_presence(e, span);
  PERFORM centre.gather_work(e, span);
  PERFORM centre.gather_words(e, span);
END
$$;

CREATE FUNCTION centre.demo_raters(base_date date) RETURNS TABLE (person bigint, place int)
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT x.person_id, x.place::int
      FROM (SELECT a.person_id, row_number() OVER (ORDER BY min(p.sort_key), a.person_id) AS place
              FROM centre.counter_assignment a JOIN centre.person p ON p.id = a.person_id AND p.is_sample
             WHERE a.role = 'primary' AND a.during @> daterange((date_trunc('month', base_date) - interval '2 months')::date, base_date)
               AND EXISTS (SELECT FROM centre.tour t WHERE t.person_id = a.person_id AND t.during @> daterange((date_trunc('month', base_date) - interval '2 months')::date, base_date))
             GROUP BY a.person_id) x
     WHERE x.place <= 6;
  END;
COMMENT ON FUNCTION centre.demo_raters(date) IS 'Part of the sample: the six officers who are evaluated in it.';

CREATE FUNCTION centre.load_demo_evaluations(base_date date) RETURNS SETOF bigint
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  last_month date := (date_trunc('month', base_date) - interval '1 month')::date;
  given text := COALESCE(current_setting('centre.correction_reason', true), '');
  cycle bigint;
  back int;
BEGIN
  PERFORM centre.require('director', 'deputy');
  IF EXISTS (SELECT FROM centre.evaluation) THEN
    RETURN;
  END IF;
  -- Who came last month: a time clock's rows, with a lateness now and then.
  PERFORM set_config('centre.correction_reason', 'sample centre', true);
  INSERT INTO centre.attendance (person_id, day, session, state, source, note)
    SELECT r.person, d::date, h.session,
           CASE WHEN (extract(day FROM d)::int * 7 + r.place * 5) % 23 = 0 AND h.session = 'morning' THEN 'late' ELSE 'present' END, 'import', 'Dữ liệu mẫu'
      FROM centre.demo_raters(base_date) r
      CROSS JOIN generate_series(last_month::timestamp, (last_month + interval '1 month - 1 day')::timestamp, interval '1 day') d
      CROSS JOIN (VALUES ('morning'), ('afternoon')) AS h(session)
     WHERE extract(isodow FROM d) <= 5 AND d::date <= centre.today()
       AND NOT EXISTS (SELECT FROM centre.day_override o WHERE o.day = d::date AND o.kind IN ('holiday', 'off'))
       AND NOT EXISTS (SELECT FROM centre.absence a WHERE a.person_id = r.person AND a.during @> d::date)
    ON CONFLICT DO NOTHING;
  PERFORM set_config('centre.correction_reason', given, true);

  FOR back IN SELECT unnest(ARRAY[1, 0]) LOOP
    INSERT INTO centre.evaluation_cycle (kind, during, is_sample, note)
      SELECT 'month', daterange(m.first, (m.first + interval '1 month')::date), true, 'Dữ liệu mẫu'
        FROM (SELECT (last_month - make_interval(months => back))::date AS first) m RETURNING id INTO cycle;
    INSERT INTO centre.evaluation (cycle_id, person_id, scheme_id)
      SELECT cycle, r.person, s.id
        FROM centre.demo_raters(base_date) r, centre.evaluation_scheme s, centre.evaluation_cycle c
       WHERE s.code = 'monthly_slip' AND c.id = cycle AND s.during @> upper(c.during) - 1 AND (back = 0 OR r.place = 1)
       ORDER BY r.place;
    PERFORM centre.demo_words(e.id, r.place + back) FROM centre.evaluation e JOIN centre.demo_raters(base_date) r ON r.person = e.person_id
      WHERE e.cycle_id = cycle ORDER BY r.place;
  END LOOP;
  RETURN QUERY SELECT e.id FROM centre.evaluation e ORDER BY e.id;
END
$$;
COMMENT ON FUNCTION centre.load_demo_evaluations(date) IS
  'The sample: evaluations of the two months before the day, at each step; returns them to be reckoned. Those that wait for the signature of the sample are signed by centre.sign_demo_evaluations().';

CREATE FUNCTION centre.demo_words(wanted bigint, place int) RETURNS void
  LANGUAGE plpgsql
  AS $$
DECLARE
  said record;
BEGIN
  -- Of the six: the first two have all three words, the third two, the fourth one, the others none yet.
  FOR said IN
    SELECT w.role, w.points, w.body
      FROM (VALUES (1, 'self', 9.0, 'Hoàn thành nhiệm vụ được phân công, chấp hành nội quy (dữ liệu mẫu).'),
                   (2, 'section', 8.5, 'Tiếp nhận hồ sơ đúng quy trình, phối hợp tốt (dữ liệu mẫu).'),
                   (3, 'supervision', 9.0, 'Đeo thẻ, trang phục đúng quy định khi kiểm tra (dữ liệu mẫu).')) AS w(step, role, points, body)
     WHERE w.step <= LEAST(3, GREATEST(0, 5 - place)) ORDER BY w.step
  LOOP
    INSERT INTO centre.evaluation_score (evaluation_id, criterion_id, role, points)
      SELECT wanted, c.id, said.role, said.points
        FROM centre.evaluation e JOIN centre.evaluation_criterion c ON c.scheme_id = e.scheme_id AND c.code = 'order' WHERE e.id = wanted;
    INSERT INTO centre.evaluation_text (evaluation_id, role, body, given) VALUES (wanted, said.role, said.body, true);
  END LOOP;
END
$$;
COMMENT ON FUNCTION centre.demo_words(bigint, int) IS 'Part of the sample: what the raters say, as far as this evaluation has come.';

CREATE FUNCTION centre.sign_demo_evaluations() RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  one record;
  result int := 0;
BEGIN
  PERFORM centre.require('director', 'deputy');
  -- The first officer's, of both months; the second waits for the director.
  FOR one IN
    SELECT e.id FROM centre.evaluation e JOIN centre.person p ON p.id = e.person_id AND p.is_sample JOIN centre.evaluation_cycle c ON c.id = e.cycle_id AND c.is_sample
     WHERE e.state = 'supervision' AND e.total IS NOT NULL
       AND e.person_id = (SELECT x.person_id FROM centre.evaluation x JOIN centre.evaluation_cycle y ON y.id = x.cycle_id ORDER BY y.during, x.id LIMIT 1)
     ORDER BY c.during, e.id
  LOOP
    INSERT INTO centre.evaluation_text (evaluation_id, role, body, given) VALUES (one.id, 'director', 'Đồng ý với kết quả đánh giá (dữ liệu mẫu).', true);
    UPDATE centre.evaluation SET state = 'signed' WHERE id = one.id;
    result := result + 1;
  END LOOP;
  RETURN result;
END
$$;
COMMENT ON FUNCTION centre.sign_demo_evaluations() IS 'The sample: signs what is to be signed of it, once it is reckoned; returns how many.';

RESET ROLE;
