-- SPDX-License-Identifier: GPL-3.0-or-later
-- The counters of the sample centre, what stands on them, who sits there, and a small catalogue of procedures.

SET LOCAL ROLE motcua_owner;

-- When somebody listed under the role is here in it, without the time that he is away.
CREATE FUNCTION centre.demo_presence(base_date date, person bigint, wanted_role text, entry jsonb) RETURNS datemultirange
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT COALESCE(range_agg(t.during), '{}'::datemultirange)
           - CASE WHEN entry ? 'away' THEN datemultirange(daterange(centre.demo_day(base_date, (entry -> 'away' ->> 'begin_months')::int),
                                                                    centre.demo_day(base_date, (entry -> 'away' ->> 'until_months')::int)))
                  ELSE '{}'::datemultirange END
      FROM centre.tour t WHERE t.person_id = person AND t.role = wanted_role;
  END;
COMMENT ON FUNCTION centre.demo_presence(date, bigint, text, jsonb) IS 'Part of centre.load_demo(): when somebody can sit at a counter, or stand by.';

CREATE FUNCTION centre.demo_assignments(base_date date, counter bigint, entry jsonb, people jsonb, ids jsonb) RETURNS void
  LANGUAGE plpgsql
  AS $$
DECLARE
  m record;
  covers datemultirange;
BEGIN
  FOR m IN SELECT x.role, (ids ->> x.key)::bigint AS person, p.value AS person_entry
             FROM (SELECT 'primary' AS role, k.value AS key, k.place FROM jsonb_array_elements_text(entry -> 'officers') WITH ORDINALITY k(value, place)
                   UNION ALL SELECT 'standby', k.value, 100 + k.place FROM jsonb_array_elements_text(entry -> 'standbys') WITH ORDINALITY k(value, place)) x
             JOIN jsonb_array_elements(people) p(value) ON p.value ->> 'key' = x.key ORDER BY x.place LOOP
    covers := '{}';
    IF m.role = 'standby' AND m.person_entry ? 'covers' THEN
      covers := datemultirange(daterange(centre.demo_day(base_date, (m.person_entry -> 'covers' ->> 'begin_months')::int),
                                         centre.demo_day(base_date, (m.person_entry -> 'covers' ->> 'until_months')::int)));
    END IF;
    INSERT INTO centre.counter_assignment (counter_id, person_id, role, during, note)
      SELECT counter, m.person, s.role, s.during, s.note
        FROM (SELECT m.role AS role, x AS during, NULL AS note
                FROM unnest(centre.demo_presence(base_date, m.person, m.role, m.person_entry) - covers) x
              UNION ALL
              SELECT 'primary', x, 'Làm thay người nghỉ' FROM unnest(centre.demo_presence(base_date, m.person, m.role, m.person_entry) * covers) x) s
       ORDER BY s.during;
  END LOOP;
END
$$;
COMMENT ON FUNCTION centre.demo_assignments(date, bigint, jsonb, jsonb, jsonb) IS
  'Part of centre.load_demo(): the officers of a counter through all their tours, and its standbys.';

-- A thing for each seat, and those that a counter has once.
CREATE FUNCTION centre.demo_equipment(base_date date, opens date) RETURNS void
  LANGUAGE plpgsql
  AS $$
BEGIN
  INSERT INTO centre.equipment (kind, inventory_no, name, counter_id, state, acquired, is_sample, during)
    SELECT e.kind, format('MẪU-Q%s-%s%s', lpad(c.number::text, 2, '0'), e.mark, n), e.name, c.id,
           CASE WHEN e.kind = 'printer' AND c.number = 5 AND n = 1 THEN 'broken' WHEN e.kind = 'scanner' AND c.number = 9 AND n = 1 THEN 'in_repair' ELSE 'in_use' END,
           opens - 30, true, c.during
      FROM centre.counter c,
           (VALUES (1, 'desk', 'B', 'Bàn làm việc', 1, 0), (2, 'computer', 'M', 'Máy tính', 1, 0), (3, 'printer', 'I', 'Máy in', 0, 1),
                   (4, 'scanner', 'S', 'Máy quét', 0, 1), (5, 'staff_chair', 'G', 'Ghế cán bộ', 1, 0), (6, 'client_chair', 'K', 'Ghế khách giao dịch', 2, 0),
                   (7, 'cabinet', 'T', 'Tủ đựng tài liệu', 0, 1), (8, 'survey_device', 'D', 'Máy lấy ý kiến đánh giá', 0, 1)) AS e(place, kind, mark, name, per_seat, once),
           LATERAL generate_series(1, e.per_seat * c.seats + e.once) n
     WHERE c.is_sample ORDER BY c.number, e.place, n;
  INSERT INTO centre.equipment (kind, inventory_no, name, area, state, acquired, is_sample, during)
    SELECT e.kind, format('MẪU-C-%s%s', e.mark, lpad(n::text, 2, '0')), e.name, e.area,
           CASE WHEN e.kind = 'computer' THEN 'spare' ELSE 'in_use' END, opens - 30, true, daterange(opens, NULL)
      FROM (VALUES (1, 'desk', 'L', 'Bàn lễ tân hướng dẫn', 'Khu vực cung cấp thông tin, thủ tục hành chính', 1),
                   (2, 'kiosk', 'X', 'Máy tra cứu thủ tục hành chính', 'Khu vực cung cấp thông tin, thủ tục hành chính', 2),
                   (3, 'queue_machine', 'H', 'Máy lấy số xếp hàng', 'Khu vực cung cấp thông tin, thủ tục hành chính', 2),
                   (4, 'desk', 'V', 'Bàn kê khai thủ tục hành chính', 'Khu vực dành cho cá nhân, tổ chức đến giao dịch', 4),
                   (5, 'waiting_chair', 'W', 'Ghế băng chờ', 'Khu vực dành cho cá nhân, tổ chức đến giao dịch', 16),
                   (6, 'water', 'N', 'Máy lọc nước', 'Khu vực dành cho cá nhân, tổ chức đến giao dịch', 2),
                   (7, 'camera', 'C', 'Máy quay giám sát', 'Khu vực tiếp nhận và trả kết quả', 8),
                   (8, 'computer', 'P', 'Máy tính dự phòng', 'Nơi làm việc của lãnh đạo, cán bộ', 2)) AS e(place, kind, mark, name, area, many),
           LATERAL generate_series(1, e.many) n
     ORDER BY e.place, n;
END
$$;
COMMENT ON FUNCTION centre.demo_equipment(date, date) IS 'Part of centre.load_demo(): what the list of premises asks for, with inventory numbers that are plainly samples.';

CREATE FUNCTION centre.demo_counters(base_date date, demo jsonb, ids jsonb, opens date) RETURNS void
  LANGUAGE plpgsql
  AS $$
DECLARE
  entry jsonb;
  counter bigint;
BEGIN
  FOR entry IN SELECT c.value FROM jsonb_array_elements(demo -> 'counters') WITH ORDINALITY c(value, place) ORDER BY c.place LOOP
    INSERT INTO centre.counter (number, name, level, place, seats, is_sample, during)
      VALUES ((entry ->> 'number')::int, entry ->> 'name', (entry ->> 'level')::int, entry ->> 'place', (entry ->> 'seats')::int, true,
              daterange(opens, NULL))
      RETURNING id INTO counter;
    INSERT INTO centre.counter_agency (counter_id, agency_id, during)
      SELECT DISTINCT counter, p.agency_id, p.during
        FROM jsonb_array_elements_text(entry -> 'agencies') c(code)
        JOIN centre.agency a ON a.code = c.code AND a.during @> opens, LATERAL centre.agency_pieces(a.id, daterange(opens, NULL)) p
       ORDER BY p.during, p.agency_id;
    INSERT INTO centre.counter_field (counter_id, field_id, during)
      SELECT counter, f.id, f.during
        FROM jsonb_array_elements_text(entry -> 'fields') WITH ORDINALITY c(code, place) JOIN centre.field f ON f.code = c.code
       ORDER BY c.place, f.during;
    PERFORM centre.demo_assignments(base_date, counter, entry, demo -> 'people', ids);
  END LOOP;
  PERFORM centre.demo_equipment(base_date, opens);
  INSERT INTO centre.procedure (code, name, agency_id, field_id, received, reason, source, is_sample, during)
    SELECT p.value ->> 'code', p.value ->> 'name', f.agency_id, f.id, NOT p.value ? 'reason', p.value ->> 'reason', 'Dữ liệu mẫu', true, f.during
      FROM jsonb_array_elements(demo -> 'procedures') WITH ORDINALITY p(value, place)
      JOIN centre.field f ON f.code = p.value ->> 'field' ORDER BY p.place, f.during;
END
$$;
COMMENT ON FUNCTION centre.demo_counters(date, jsonb, jsonb, date) IS 'Part of centre.load_demo(): counters, equipment and procedures.';

CREATE OR REPLACE FUNCTION centre.load_demo(base_date date, demo jsonb) RETURNS int
  LANGUAGE plpgsql
  AS $$
DECLARE
  opens date := (SELECT min(lower(s.during)) FROM centre.section s);
  entry record;
  ids jsonb := '{}';
  old_tour bigint;
  covered centre.appointment;
BEGIN
  PERFORM centre.require('director', 'deputy');
  IF opens IS NULL THEN
    RAISE EXCEPTION 'load the plan first' USING ERRCODE = 'MC002', CONSTRAINT = 'demo_needs_plan';
  END IF;
  IF EXISTS (SELECT FROM centre.person) THEN
    RAISE EXCEPTION 'the sample is loaded where there are no people yet' USING ERRCODE = 'MC002', CONSTRAINT = 'demo_once';
  END IF;
  IF base_date < opens THEN
    RAISE EXCEPTION 'the centre opens on %: a sample before that day cannot be made', opens
      USING ERRCODE = 'MC002', CONSTRAINT = 'demo_after_opening';
  END IF;

  INSERT INTO centre.field (code, name, agency_id, during)
    SELECT f.value ->> 'code', f.value ->> 'name', p.agency_id, p.during
      FROM jsonb_array_elements(demo -> 'fields') WITH ORDINALITY f(value, place)
      JOIN centre.agency a ON a.code = f.value ->> 'agency' AND a.during @> opens,
      LATERAL centre.agency_pieces(a.id, daterange(opens, NULL)) p
     ORDER BY f.place, p.during;

  FOR entry IN SELECT p.value, p.place::int AS number FROM jsonb_array_elements(demo -> 'people') WITH ORDINALITY p(value, place) ORDER BY p.place LOOP
    ids := ids || jsonb_build_object(entry.value ->> 'key', centre.demo_person(base_date, entry.number, entry.value, opens));
  END LOOP;

  -- Who came instead of whom, and who sits in whose seat: when all are there, even around a day long past.
  PERFORM set_config('centre.correction_reason', 'sample centre', true);
  FOR entry IN SELECT p.value, (ids ->> (p.value ->> 'key'))::bigint AS id FROM jsonb_array_elements(demo -> 'people') p(value)
                WHERE p.value ?| ARRAY['replaces', 'covers'] LOOP
    IF entry.value ? 'replaces' THEN
      SELECT t.id INTO old_tour FROM centre.tour t
       WHERE t.person_id = (ids ->> (entry.value ->> 'replaces'))::bigint AND t.end_reason = 'recalled' ORDER BY t.during DESC LIMIT 1;
      UPDATE centre.tour SET replaces_tour_id = old_tour
       WHERE id = (SELECT t.id FROM centre.tour t WHERE t.person_id = entry.id ORDER BY t.during LIMIT 1) AND old_tour IS NOT NULL;
    END IF;
    IF entry.value ? 'covers' THEN
      SELECT * INTO covered FROM centre.appointment a WHERE a.person_id = (ids ->> (entry.value -> 'covers' ->> 'person'))::bigint ORDER BY a.during DESC LIMIT 1;
      INSERT INTO centre.appointment (person_id, seat_id, during, decision_no)
        VALUES (entry.id, covered.seat_id,
                daterange(greatest(centre.demo_day(base_date, (entry.value -> 'covers' ->> 'begin_months')::int), opens), lower(covered.during)),
                'MẪU-T' || lpad(entry.id::text, 3, '0') || '/TB');
    END IF;
  END LOOP;
  PERFORM centre.demo_counters(base_date, demo, ids, opens);
  PERFORM set_config('centre.correction_reason', '', true);
  RETURN jsonb_array_length(demo -> 'people');
END
$$;

CREATE OR REPLACE FUNCTION centre.remove_sample() RETURNS int
  LANGUAGE plpgsql
  AS $$
DECLARE
  given text := COALESCE(current_setting('centre.correction_reason', true), '');
  result int;
BEGIN
  PERFORM centre.require('director');
  PERFORM set_config('centre.correction_reason', 'sample removed', true);
  DELETE FROM centre.counter_assignment a USING centre.person p WHERE p.id = a.person_id AND p.is_sample;
  DELETE FROM centre.equipment WHERE is_sample;
  DELETE FROM centre.procedure WHERE is_sample;
  -- What real people or things have come to since is no sample any more.
  UPDATE centre.counter c SET is_sample = false
   WHERE c.is_sample AND (EXISTS (SELECT FROM centre.counter_assignment a WHERE a.counter_id = c.id)
                          OR EXISTS (SELECT FROM centre.equipment e WHERE e.counter_id = c.id));
  DELETE FROM centre.counter WHERE is_sample;
  DELETE FROM centre.appointment a USING centre.person p WHERE p.id = a.person_id AND p.is_sample;
  DELETE FROM centre.rating r USING centre.person p WHERE p.id = r.person_id AND p.is_sample;
  UPDATE centre.tour t SET replaces_tour_id = NULL FROM centre.tour o, centre.person p
   WHERE o.id = t.replaces_tour_id AND p.id = o.person_id AND p.is_sample;
  DELETE FROM centre.tour t USING centre.person p WHERE p.id = t.person_id AND p.is_sample;
  DELETE FROM centre.person WHERE is_sample;
  GET DIAGNOSTICS result = ROW_COUNT;
  PERFORM set_config('centre.correction_reason', given, true);
  RETURN result;
END
$$;
COMMENT ON FUNCTION centre.remove_sample() IS
  'Removes all people, counters, things and procedures marked as samples with whatever hangs on them; the plan and what is real stay. Returns the number of people. Director only.';

RESET ROLE;
