-- SPDX-License-Identifier: GPL-3.0-or-later
-- Loads the sample centre (data/demo/demo.json) around a day, in the rights of the caller. Every row is a sample.

SET LOCAL ROLE motcua_owner;

CREATE FUNCTION centre.agency_pieces(agency bigint, span daterange) RETURNS TABLE (agency_id bigint, during daterange)
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    WITH RECURSIVE chain (id, depth) AS (
      SELECT agency, 0
      UNION ALL
      SELECT s.successor_id, c.depth + 1
        FROM chain c JOIN centre.agency_succession s ON s.predecessor_id = c.id WHERE s.is_main AND c.depth < 32
    )
    SELECT a.id, a.during * span FROM chain c JOIN centre.agency a ON a.id = c.id
     WHERE NOT isempty(a.during * span) ORDER BY c.depth;
  END;
COMMENT ON FUNCTION centre.agency_pieces(bigint, daterange) IS 'A span cut along the lives of an agency and its main successors.';

CREATE FUNCTION centre.demo_day(base_date date, months int) RETURNS date
  LANGUAGE sql IMMUTABLE
  RETURN (base_date + make_interval(months => months))::date;
COMMENT ON FUNCTION centre.demo_day(date, int) IS 'Part of centre.load_demo(): so many months from the base date.';

-- One tour, cut where the agency merges; returns its last piece.
CREATE FUNCTION centre.demo_tour(base_date date, person bigint, agency bigint, entry jsonb, opens date) RETURNS centre.tour
  LANGUAGE plpgsql
  AS $$
DECLARE
  begins date := COALESCE(centre.demo_day(base_date, (entry ->> 'begin_months')::int),
                          centre.demo_day(base_date + (entry ->> 'until_days')::int, -24));
  planned date := COALESCE(base_date + (entry ->> 'until_days')::int, centre.demo_day(begins, (entry ->> 'term_months')::int));
  extended date := centre.demo_day(planned, (entry ->> 'extended_months')::int);
  ended date := centre.demo_day(base_date, (entry ->> 'ended_months')::int);
  span daterange;
  piece record;
  result centre.tour;
  by_chairman boolean;
BEGIN
  begins := greatest(begins, opens);
  IF COALESCE(ended, extended, planned) <= begins THEN
    RETURN NULL;
  END IF;
  span := daterange(begins, COALESCE(ended, extended, planned));
  -- Until 30/06/2025 the chairman decided (Decree 61/2018 Art 11.4), since then the head of the agency.
  by_chairman := begins < '2025-07-01';
  FOR piece IN SELECT p.*, lead(p.agency_id) OVER () AS next, a.code, a.letter_to
                 FROM centre.agency_pieces(agency, span) p JOIN centre.agency a ON a.id = p.agency_id LOOP
    INSERT INTO centre.tour (person_id, agency_id, kind, role, during, planned_until, decision_no, decision_date, signer,
                             end_reason, end_decision_no, end_note, replaces_tour_id)
      VALUES (person, piece.agency_id, COALESCE(entry ->> 'kind', 'seconded'), COALESCE(entry ->> 'role', 'primary'), piece.during,
              CASE WHEN COALESCE(extended, planned) > lower(piece.during) THEN COALESCE(extended, planned) END,
              COALESCE(result.decision_no, format('MẪU-%s/QĐ-%s', lpad(person::text, 3, '0'), CASE WHEN by_chairman THEN 'UBND' ELSE piece.code END)),
              begins - 10, COALESCE(result.signer, CASE WHEN by_chairman THEN 'Chủ tịch Ủy ban nhân dân thành phố' ELSE piece.letter_to END),
              CASE WHEN piece.next IS NOT NULL THEN 'merged' ELSE entry ->> 'end_reason' END,
              CASE WHEN piece.next IS NULL AND ended IS NOT NULL THEN format('MẪU-R%s/QĐ', lpad(person::text, 3, '0')) END,
              CASE WHEN piece.next IS NULL THEN entry ->> 'end_note' END, result.id)
      RETURNING * INTO result;
  END LOOP;
  IF extended > planned AND planned > begins THEN
    INSERT INTO centre.tour_extension (tour_id, old_until, new_until, decision_no, decision_date, signer)
      VALUES (result.id, planned, extended, format('MẪU-G%s/QĐ', lpad(person::text, 3, '0')), planned - 15, result.signer);
  END IF;
  RETURN result;
END
$$;
COMMENT ON FUNCTION centre.demo_tour(date, bigint, bigint, jsonb, date) IS 'Part of centre.load_demo(): one tour with its extension.';

CREATE FUNCTION centre.demo_seat(post_code text, agency bigint, wanted daterange) RETURNS bigint
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT s.id FROM centre.seat s JOIN centre.post p ON p.id = s.post_id
     WHERE p.code = post_code AND (s.origin_agency_id = agency OR s.origin_agency_id IS NULL)
       AND NOT EXISTS (SELECT FROM centre.appointment a WHERE a.seat_id = s.id AND a.during && wanted)
     ORDER BY s.number LIMIT 1;
  END;
COMMENT ON FUNCTION centre.demo_seat(text, bigint, daterange) IS 'Part of centre.load_demo(): the first seat that is free.';

CREATE FUNCTION centre.demo_record(base_date date, person bigint, number int, agency bigint, entry jsonb) RETURNS void
  LANGUAGE plpgsql
  AS $$
DECLARE
  served date := centre.demo_day(base_date, -12 * (entry ->> 'years')::int - number % 12);
  born date := centre.demo_day(base_date, -12 * (entry ->> 'age')::int) - (number * 13) % 360;
BEGIN
  PERFORM centre.write_private(person, born, '000' || lpad((number * 7919)::text, 9, '0'),
                               format('Số %s, đường Mẫu, thành phố Cần Thơ', number), '0900 000 ' || lpad(number::text, 3, '0'));
  INSERT INTO centre.home_agency (person_id, agency_id, during)
    SELECT person, p.agency_id, p.during FROM centre.agency_pieces(agency, daterange(served, NULL)) p;
  INSERT INTO centre.service (person_id, agency_id, employer, field_name, role, during)
    VALUES (person, agency, COALESCE((SELECT n.name FROM centre.agency_name n WHERE n.agency_id = agency ORDER BY n.id LIMIT 1), ''),
            COALESCE((SELECT f.name FROM centre.field f WHERE f.code = entry -> 'fields' ->> 0 ORDER BY f.id LIMIT 1), ''),
            COALESCE(entry ->> 'service_role', 'Chuyên viên'), daterange(served, NULL));
  INSERT INTO centre.qualification (person_id, level, major, institution, year)
    VALUES (person, entry ->> 'level', entry ->> 'major', entry ->> 'institution', least(extract(year FROM born) + 22, extract(year FROM served))::int);
  INSERT INTO centre.rating (person_id, year, level, rated_by)
    SELECT person, extract(year FROM base_date)::int - r.place::int, r.level, n.name
      FROM jsonb_array_elements_text(entry -> 'ratings') WITH ORDINALITY r(level, place)
      LEFT JOIN centre.agency_name n ON n.agency_id = centre.successor_of(agency, make_date(extract(year FROM base_date)::int - r.place::int, 12, 31))
                                    AND n.during @> make_date(extract(year FROM base_date)::int - r.place::int, 12, 31)
     WHERE make_date(extract(year FROM base_date)::int - r.place::int, 6, 30) > served;
  INSERT INTO centre.field_competence (person_id, field_id, level, during)
    SELECT person, f.id, 'certified', f.during * daterange(served, NULL)
      FROM jsonb_array_elements_text(entry -> 'fields') c(code) JOIN centre.field f ON f.code = c.code
     WHERE f.during && daterange(served, NULL) ORDER BY f.id;
  INSERT INTO centre.person_condition (person_id, kind, during, note)
    SELECT person, c.value ->> 'kind', daterange(centre.demo_day(base_date, (c.value ->> 'begin_months')::int),
                                                 centre.demo_day(base_date, (c.value ->> 'until_months')::int)), 'Dữ liệu mẫu'
      FROM jsonb_array_elements(entry -> 'conditions') c(value);
END
$$;
COMMENT ON FUNCTION centre.demo_record(date, bigint, int, bigint, jsonb) IS 'Part of centre.load_demo(): what is recorded of one person besides the tours.';

CREATE FUNCTION centre.demo_person(base_date date, number int, entry jsonb, opens date) RETURNS bigint
  LANGUAGE plpgsql
  AS $$
DECLARE
  agency bigint := (SELECT a.id FROM centre.agency a WHERE a.code = entry ->> 'agency' AND a.during @> opens);
  person bigint;
  tour centre.tour;
  held daterange;
  away daterange;
BEGIN
  INSERT INTO centre.person (full_name, sex, public_phone, email, rank_id, employment, is_sample, joined_state_service, note)
    VALUES (entry ->> 'name', entry ->> 'sex', '0292 000 0' || lpad(number::text, 3, '0'),
            replace(centre.fold(entry ->> 'name'), ' ', '.') || number || '@motcua.example',
            (SELECT r.id FROM centre.rank r WHERE r.code = entry ->> 'rank'), entry ->> 'employment', true,
            centre.demo_day(base_date, -12 * (entry ->> 'years')::int - number % 12), entry ->> 'note')
    RETURNING id INTO person;
  PERFORM centre.demo_record(base_date, person, number, agency, entry);

  IF entry ? 'earlier' THEN
    tour := centre.demo_tour(base_date, person, agency, entry -> 'earlier', opens);
    IF tour.id IS NOT NULL AND COALESCE(entry -> 'earlier' ->> 'post', entry ->> 'post') IS NOT NULL THEN
      held := daterange(greatest(centre.demo_day(base_date, (entry -> 'earlier' ->> 'begin_months')::int), opens), upper(tour.during));
      INSERT INTO centre.appointment (person_id, seat_id, during, decision_no, decision_date)
        VALUES (person, centre.demo_seat(COALESCE(entry -> 'earlier' ->> 'post', entry ->> 'post'), agency, held), held, tour.decision_no, tour.decision_date);
    END IF;
  END IF;

  tour := centre.demo_tour(base_date, person, agency, entry - 'earlier', opens);
  IF entry ? 'post' THEN
    held := daterange(tour.decision_date + 10, upper(tour.during));
    away := daterange(centre.demo_day(base_date, (entry -> 'away' ->> 'begin_months')::int),
                      centre.demo_day(base_date, (entry -> 'away' ->> 'until_months')::int));
    INSERT INTO centre.appointment (person_id, seat_id, during, decision_no, decision_date)
      SELECT person, s.id, p.during, tour.decision_no, tour.decision_date
        FROM (SELECT centre.demo_seat(entry ->> 'post', agency, held) AS id) s,
             unnest(datemultirange(held) - CASE WHEN entry ? 'away' THEN datemultirange(away) ELSE '{}' END) p(during);
  END IF;
  IF entry ? 'also_post' THEN
    INSERT INTO centre.appointment (person_id, seat_id, concurrent, during, decision_no, decision_date)
      VALUES (person, centre.demo_seat(entry ->> 'also_post', NULL, held), true, held, tour.decision_no, tour.decision_date);
  END IF;
  RETURN person;
END
$$;
COMMENT ON FUNCTION centre.demo_person(date, int, jsonb, date) IS 'Part of centre.load_demo(): one person.';

CREATE FUNCTION centre.load_demo(base_date date, demo jsonb) RETURNS int
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
  PERFORM set_config('centre.correction_reason', '', true);
  RETURN jsonb_array_length(demo -> 'people');
END
$$;
COMMENT ON FUNCTION centre.load_demo(date, jsonb) IS
  'Loads the sample centre around the day into a centre with the plan and no people; returns the number of people. The same day gives the same centre.';

RESET ROLE;
