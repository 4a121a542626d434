-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who reports to whom: the lines of the organisation chart.

SET LOCAL ROLE motcua_owner;

ALTER TABLE centre.post
  ADD COLUMN reports_to_post_id bigint REFERENCES centre.post,
  ADD COLUMN reports_to_origin boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT post_reports_to_another CHECK (reports_to_post_id <> id);
COMMENT ON COLUMN centre.post.reports_to_post_id IS
  'The post whose holder leads this one; null for whoever leads the centre. Within a section: its head; else the centre''s leaders.';
COMMENT ON COLUMN centre.post.reports_to_origin IS
  'Besides, its holders report to the agency that sent them (the supervisors, Part IV.2): a dotted line on the chart.';

CREATE FUNCTION centre.check_reporting() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  -- One after the other: else two that commit together could close a ring between them.
  PERFORM pg_advisory_xact_lock(hashtext('centre.check_reporting'));
  IF EXISTS (
    WITH RECURSIVE up (id, depth) AS (
      SELECT p.reports_to_post_id, 1 FROM centre.post p WHERE p.id = NEW.id
      UNION ALL
      SELECT p.reports_to_post_id, u.depth + 1
        FROM up u JOIN centre.post p ON p.id = u.id
       WHERE u.id <> NEW.id AND u.depth < 64
    )
    SELECT FROM up WHERE id = NEW.id OR depth >= 64
  ) THEN
    RAISE EXCEPTION 'post % would report to itself in the end', NEW.name
      USING ERRCODE = 'MC002', CONSTRAINT = 'post_reports_upwards', TABLE = 'post', SCHEMA = 'centre', COLUMN = 'reports_to_post_id';
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.check_reporting() IS 'Reporting lines lead upwards and never in a ring.';
CREATE CONSTRAINT TRIGGER reporting AFTER INSERT OR UPDATE OF reports_to_post_id ON centre.post
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION centre.check_reporting();

CREATE OR REPLACE FUNCTION centre.load_plan_posts(plan jsonb, since daterange) RETURNS void
  LANGUAGE plpgsql
  AS $$
DECLARE
  entry record;
BEGIN
  INSERT INTO centre.section (code, name, ceiling, takes_quota, sort_order, during)
    SELECT s.value ->> 'code', s.value ->> 'name', (s.value ->> 'ceiling')::int, COALESCE((s.value ->> 'takes_quota')::boolean, false),
           s.place, since
      FROM jsonb_array_elements(plan -> 'sections') WITH ORDINALITY s(value, place) ORDER BY s.place;
  -- One by one, in the order of the plan: who leads stands before whom he leads.
  FOR entry IN SELECT p.value AS post, p.place FROM jsonb_array_elements(plan -> 'posts') WITH ORDINALITY p(value, place) ORDER BY p.place LOOP
    INSERT INTO centre.post (code, name, section_id, kind, concurrent, part_time, min_rank_id, sort_order, plan_count, max_seats, note,
                             reports_to_post_id, reports_to_origin, during)
      VALUES (entry.post ->> 'code', entry.post ->> 'name',
              (SELECT x.id FROM centre.section x WHERE x.code = entry.post ->> 'section'), entry.post ->> 'kind',
              COALESCE((entry.post ->> 'concurrent')::boolean, false), COALESCE((entry.post ->> 'part_time')::boolean, false),
              (SELECT r.id FROM centre.rank r WHERE r.code = entry.post ->> 'min_rank'), entry.place,
              (entry.post ->> 'plan_count')::int, (entry.post ->> 'max_seats')::int, entry.post ->> 'note',
              (SELECT x.id FROM centre.post x WHERE x.code = entry.post ->> 'reports_to'),
              COALESCE((entry.post ->> 'reports_to_origin')::boolean, false), since);
  END LOOP;
  INSERT INTO centre.seat (post_id, number, origin_agency_id, origin_note, during)
    SELECT (SELECT x.id FROM centre.post x WHERE x.code = p.value ->> 'code'), s.place,
           (SELECT a.id FROM centre.agency a WHERE a.code = s.value ->> 'origin'), s.value ->> 'note', since
      FROM jsonb_array_elements(plan -> 'posts') WITH ORDINALITY p(value, place),
           jsonb_array_elements(p.value -> 'seats') WITH ORDINALITY s(value, place)
     ORDER BY p.place, s.place;
END
$$;

-- A centre that has loaded the plan already gets the lines of the plan.
UPDATE centre.post p
   SET reports_to_post_id = chief.id, reports_to_origin = (line.post = 'supervisor')
  FROM (VALUES ('deputy_director', 'director'), ('head_reception', 'director'), ('head_admin', 'director'), ('supervisor', 'director'),
               ('reception', 'head_reception'), ('it', 'head_admin'), ('clerk', 'head_admin'), ('guide', 'head_admin'),
               ('guard', 'head_admin'), ('staff', 'head_admin')) AS line(post, chief)
  JOIN centre.post chief ON chief.code = line.chief
 WHERE p.code = line.post AND p.during && chief.during;

RESET ROLE;
