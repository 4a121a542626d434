-- SPDX-License-Identifier: GPL-3.0-or-later
-- The same day gives the same sample, whatever the planner of the database thinks of its tables by then: rows are made
-- in an order that is said.

SET LOCAL ROLE motcua_owner;

CREATE OR REPLACE FUNCTION centre.demo_record(base_date date, person bigint, number int, agency bigint, entry jsonb) RETURNS void
  LANGUAGE plpgsql
  AS $$
DECLARE
  served date := centre.demo_day(base_date, -12 * (entry ->> 'years')::int - number % 12);
  born date := centre.demo_day(base_date, -12 * (entry ->> 'age')::int) - (number * 13) % 360;
BEGIN
  PERFORM centre.write_private(person, born, '000' || lpad((number * 7919)::text, 9, '0'),
                               format('Số %s, đường Mẫu, thành phố Cần Thơ', number), '0900 000 ' || lpad(number::text, 3, '0'));
  INSERT INTO centre.home_agency (person_id, agency_id, during)
    SELECT person, p.agency_id, p.during FROM centre.agency_pieces(agency, daterange(served, NULL)) p ORDER BY p.during;
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
     WHERE make_date(extract(year FROM base_date)::int - r.place::int, 6, 30) > served ORDER BY r.place;
  INSERT INTO centre.field_competence (person_id, field_id, level, during)
    SELECT person, f.id, 'certified', f.during * daterange(served, NULL)
      FROM jsonb_array_elements_text(entry -> 'fields') c(code) JOIN centre.field f ON f.code = c.code
     WHERE f.during && daterange(served, NULL) ORDER BY f.id;
  INSERT INTO centre.person_condition (person_id, kind, during, note)
    SELECT person, c.value ->> 'kind', daterange(centre.demo_day(base_date, (c.value ->> 'begin_months')::int),
                                                 centre.demo_day(base_date, (c.value ->> 'until_months')::int)), 'Dữ liệu mẫu'
      FROM jsonb_array_elements(entry -> 'conditions') WITH ORDINALITY c(value, place) ORDER BY c.place;
END
$$;

RESET ROLE;
