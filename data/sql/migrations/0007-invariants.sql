-- SPDX-License-Identifier: GPL-3.0-or-later
-- What cannot be said by a constraint of one table: checked when the action is complete (deferred to commit).

SET LOCAL ROLE motcua_owner;

ALTER TABLE centre.section ADD COLUMN takes_quota boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN centre.section.takes_quota IS 'The officers of the agencies'' quotas work here; their sum stays within the ceiling.';

-- Places -----------------------------------------------------------------

CREATE FUNCTION centre.check_places() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  v record;
BEGIN
  -- One after the other: else two that commit together would not see each other.
  PERFORM pg_advisory_xact_lock(hashtext('centre.check_places'));
  SELECT p.name, p.max_seats AS most, d.day, count(*) AS found INTO v
    FROM centre.post p
    JOIN LATERAL (SELECT DISTINCT COALESCE(lower(during), '-infinity') AS day FROM centre.seat WHERE post_id = p.id) d ON true
    JOIN centre.seat s ON s.post_id = p.id AND s.during @> d.day
   WHERE p.max_seats IS NOT NULL
   GROUP BY p.id, d.day HAVING count(*) > p.max_seats ORDER BY d.day LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'post % may have at most % seats; from % it would have %', v.name, v.most, v.day, v.found
      USING ERRCODE = 'MC002', CONSTRAINT = 'post_max_seats', TABLE = 'seat', SCHEMA = 'centre';
  END IF;

  SELECT x.name, x.ceiling AS most, d.day, count(*) AS found INTO v
    FROM centre.section x
    JOIN LATERAL (SELECT DISTINCT COALESCE(lower(s.during), '-infinity') AS day
                    FROM centre.seat s JOIN centre.post p ON p.id = s.post_id WHERE p.section_id = x.id) d ON true
    JOIN centre.post p ON p.section_id = x.id AND NOT p.concurrent
    JOIN centre.seat s ON s.post_id = p.id AND s.during @> d.day
   WHERE x.ceiling IS NOT NULL
   GROUP BY x.id, d.day HAVING count(*) > x.ceiling ORDER BY d.day LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'section % may have at most % people; from % it would have % seats', v.name, v.most, v.day, v.found
      USING ERRCODE = 'MC002', CONSTRAINT = 'section_ceiling', TABLE = 'seat', SCHEMA = 'centre';
  END IF;

  SELECT p.name, s.number INTO v
    FROM centre.seat s JOIN centre.post p ON p.id = s.post_id WHERE NOT s.during <@ p.during LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'seat % of post % lies outside the life of the post', v.number, v.name
      USING ERRCODE = 'MC002', CONSTRAINT = 'seat_within_post', TABLE = 'seat', SCHEMA = 'centre';
  END IF;

  SELECT a.during, s.during AS life INTO v
    FROM centre.appointment a JOIN centre.seat s ON s.id = a.seat_id WHERE NOT a.during <@ s.during LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'an appointment % would lie outside the life % of its seat', v.during, v.life
      USING ERRCODE = 'MC002', CONSTRAINT = 'appointment_within_seat', TABLE = 'seat', SCHEMA = 'centre';
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.check_places() IS 'At most so many seats in a post and people in a section at any time; a seat lives within its post, and nobody sits on it longer.';
CREATE CONSTRAINT TRIGGER places AFTER INSERT OR UPDATE ON centre.seat DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION centre.check_places();
CREATE CONSTRAINT TRIGGER places AFTER UPDATE ON centre.post DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION centre.check_places();
CREATE CONSTRAINT TRIGGER places AFTER UPDATE ON centre.section DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION centre.check_places();

CREATE FUNCTION centre.check_quota_sum() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  v record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('centre.check_quota_sum'));
  SELECT x.name, x.ceiling AS most, d.day, sum(q.officers) AS found INTO v
    FROM (SELECT DISTINCT COALESCE(lower(during), '-infinity') AS day FROM centre.agency_quota) d
    JOIN centre.section x ON x.takes_quota AND x.ceiling IS NOT NULL AND x.during @> d.day
    JOIN centre.agency_quota q ON q.during @> d.day
   GROUP BY x.id, d.day HAVING sum(q.officers) > x.ceiling ORDER BY d.day LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the quotas of all agencies from % are % officers; section % may have at most %', v.day, v.found, v.name, v.most
      USING ERRCODE = 'MC002', CONSTRAINT = 'agency_quota_within_ceiling', TABLE = 'agency_quota', SCHEMA = 'centre';
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.check_quota_sum() IS 'The quotas together stay within the ceiling of the section that takes them.';
CREATE CONSTRAINT TRIGGER quota_sum AFTER INSERT OR UPDATE ON centre.agency_quota DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION centre.check_quota_sum();
CREATE CONSTRAINT TRIGGER quota_sum AFTER INSERT OR UPDATE ON centre.section DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION centre.check_quota_sum();

CREATE FUNCTION centre.check_quota() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  v record;
BEGIN
  IF NEW.role <> 'primary' OR NEW.kind <> 'seconded'
     OR NOT centre.setting_value('quota.hard', 'false')::boolean THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('centre.check_quota'), NEW.agency_id::int);
  SELECT q.officers AS most, d.day, count(*) AS found INTO v
    FROM (SELECT DISTINCT lower(during) AS day FROM centre.tour WHERE agency_id = NEW.agency_id) d
    JOIN centre.agency_quota q ON q.agency_id = NEW.agency_id AND q.during @> d.day
    JOIN centre.tour t ON t.agency_id = NEW.agency_id AND t.during @> d.day AND t.role = 'primary' AND t.kind = 'seconded'
   WHERE NEW.during @> d.day
   GROUP BY q.officers, d.day HAVING count(*) > q.officers ORDER BY d.day LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the quota of the agency is % officers; from % it would have %', v.most, v.day, v.found
      USING ERRCODE = 'MC002', CONSTRAINT = 'tour_within_quota', TABLE = 'tour', SCHEMA = 'centre';
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.check_quota() IS 'With the setting quota.hard: no more officers of an agency at a time than its quota.';
CREATE CONSTRAINT TRIGGER quota AFTER INSERT OR UPDATE ON centre.tour DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION centre.check_quota();

-- Lives ------------------------------------------------------------------

CREATE FUNCTION centre.check_within_agency() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  life daterange;
  mine record;
BEGIN
  -- Deferred: look at what the row has become since.
  EXECUTE format('SELECT during, agency_id FROM centre.%I WHERE id = $1', TG_TABLE_NAME) INTO mine USING NEW.id;
  -- Waits for whoever is ending the agency just now.
  SELECT a.during INTO life FROM centre.agency a WHERE a.id = mine.agency_id FOR SHARE;
  IF NOT mine.during <@ life THEN
    RAISE EXCEPTION 'the period % lies outside the life % of the agency', mine.during, life
      USING ERRCODE = 'MC002', CONSTRAINT = TG_TABLE_NAME || '_within_agency', TABLE = TG_TABLE_NAME, SCHEMA = 'centre';
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.check_within_agency() IS 'What belongs to an agency lies within its life: after a merger it belongs to the successor.';

CREATE FUNCTION centre.check_agency_life() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  outside text;
BEGIN
  SELECT string_agg(DISTINCT x.what, ', ') INTO outside
    FROM centre.agency a
    JOIN (SELECT 'tour' AS what, agency_id, during FROM centre.tour
          UNION ALL SELECT 'home_agency', agency_id, during FROM centre.home_agency
          UNION ALL SELECT 'agency_quota', agency_id, during FROM centre.agency_quota
          UNION ALL SELECT 'agency_name', agency_id, during FROM centre.agency_name
          UNION ALL SELECT 'field', agency_id, during FROM centre.field) x ON x.agency_id = a.id
   WHERE a.id = NEW.id AND NOT x.during <@ a.during;
  IF outside IS NOT NULL THEN
    RAISE EXCEPTION 'agency % still has facts outside its life: %', NEW.code, outside
      USING ERRCODE = 'MC002', CONSTRAINT = 'agency_life', TABLE = 'agency', SCHEMA = 'centre',
            HINT = 'merge it with centre.merge_agencies(), which moves them to the successor';
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.check_agency_life() IS 'An agency ends only when nothing of it goes on.';

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['tour', 'home_agency', 'agency_quota', 'agency_name', 'field'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER within_agency AFTER INSERT OR UPDATE OF agency_id, during ON centre.%I
                    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION centre.check_within_agency()', t);
  END LOOP;
END
$$;
CREATE CONSTRAINT TRIGGER life AFTER UPDATE OF during ON centre.agency DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION centre.check_agency_life();

CREATE FUNCTION centre.check_appointment() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  life daterange;
  mine centre.appointment;
BEGIN
  SELECT * INTO mine FROM centre.appointment WHERE id = NEW.id;
  SELECT during INTO life FROM centre.seat WHERE id = mine.seat_id FOR SHARE;
  IF NOT mine.during <@ life THEN
    RAISE EXCEPTION 'the appointment % lies outside the life % of the seat', mine.during, life
      USING ERRCODE = 'MC002', CONSTRAINT = 'appointment_within_seat', TABLE = 'appointment', SCHEMA = 'centre';
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.check_appointment() IS 'Nobody holds a seat that does not exist at the time.';
CREATE CONSTRAINT TRIGGER within_seat AFTER INSERT OR UPDATE OF seat_id, during ON centre.appointment
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION centre.check_appointment();

-- The closed past --------------------------------------------------------

CREATE FUNCTION centre.begin_correction(reason text) RETURNS void
  LANGUAGE plpgsql
  AS $$
BEGIN
  PERFORM centre.require('director', 'deputy');
  IF COALESCE(btrim(reason), '') = '' THEN
    RAISE EXCEPTION 'a correction of the past needs a reason' USING ERRCODE = 'MC002', CONSTRAINT = 'correction_reason';
  END IF;
  PERFORM set_config('centre.correction_reason', btrim(reason), true);
END
$$;
COMMENT ON FUNCTION centre.begin_correction(text) IS
  'Opens the closed past for the rest of the transaction; the reason goes into the audit of each row changed. Director and deputies only.';

CREATE FUNCTION centre.guard_closed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  ended date;
BEGIN
  IF TG_TABLE_NAME = 'tour_extension' THEN
    ended := (SELECT upper(during) FROM centre.tour WHERE id = OLD.tour_id);
  ELSE
    ended := upper(OLD.during);
  END IF;
  IF ended <= centre.today() - centre.setting_value('closed.after_days', '31')::int
     AND (COALESCE(current_setting('centre.correction_reason', true), '') = ''
          OR centre.group_role() NOT IN ('director', 'deputy', 'owner')) THEN
    RAISE EXCEPTION 'this fact ended on % and is closed', ended
      USING ERRCODE = 'MC003', CONSTRAINT = 'closed_past', TABLE = TG_TABLE_NAME, SCHEMA = 'centre',
            HINT = 'the director or a deputy may correct it after centre.begin_correction(reason)';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
COMMENT ON FUNCTION centre.guard_closed() IS
  'What ended longer ago than the setting closed.after_days is published history: changed only with a reason, never silently.';

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['tour', 'tour_extension', 'appointment', 'home_agency', 'agency_quota', 'agency_name'] LOOP
    EXECUTE format('CREATE TRIGGER a_guard_closed BEFORE UPDATE OR DELETE ON centre.%I
                    FOR EACH ROW EXECUTE FUNCTION centre.guard_closed()', t);
  END LOOP;
END
$$;

-- Attachments ------------------------------------------------------------

CREATE FUNCTION centre.check_attachment() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  there boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT FROM centre.%I WHERE id = $1)', NEW.subject) INTO there USING NEW.subject_id;
  IF NOT there THEN
    RAISE EXCEPTION 'there is no % with number %', NEW.subject, NEW.subject_id
      USING ERRCODE = 'MC002', CONSTRAINT = 'attachment_has_subject', TABLE = 'attachment', SCHEMA = 'centre';
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.check_attachment() IS 'A file belongs to something that exists.';
CREATE CONSTRAINT TRIGGER has_subject AFTER INSERT OR UPDATE OF subject, subject_id ON centre.attachment
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION centre.check_attachment();

CREATE FUNCTION centre.drop_attachments() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  DELETE FROM centre.attachment WHERE subject = TG_TABLE_NAME AND subject_id = OLD.id;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.drop_attachments() IS 'Files go with the thing that they belong to.';
CREATE TRIGGER y_drop_attachments AFTER DELETE ON centre.person FOR EACH ROW EXECUTE FUNCTION centre.drop_attachments();
CREATE TRIGGER y_drop_attachments AFTER DELETE ON centre.tour FOR EACH ROW EXECUTE FUNCTION centre.drop_attachments();
CREATE TRIGGER y_drop_attachments AFTER DELETE ON centre.agency FOR EACH ROW EXECUTE FUNCTION centre.drop_attachments();
CREATE TRIGGER y_drop_attachments AFTER DELETE ON centre.appointment FOR EACH ROW EXECUTE FUNCTION centre.drop_attachments();

RESET ROLE;
