-- SPDX-License-Identifier: GPL-3.0-or-later
-- Holes found in review: the audit is closed to who takes the owner's role, anonymising leaves no trace,
-- the last two directors cannot shut each other, and a photo is a picture of the person.

SET LOCAL ROLE motcua_owner;

CREATE OR REPLACE FUNCTION audit.refuse() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  -- Only centre.anonymise_person() may blank personal values, and nothing else of a row. The owner's role
  -- is not enough: a technician takes it to migrate, and stays a technician.
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'change' AND current_user = 'motcua_owner'
     AND current_setting('centre.anonymising', true) = 'on'
     AND centre.group_role() IN ('owner', 'director', 'deputy')
     AND (to_jsonb(NEW) - ARRAY['old', 'new']) = (to_jsonb(OLD) - ARRAY['old', 'new']) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the audit is append-only: % on audit.% is refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'MC003', CONSTRAINT = 'audit_append_only';
END
$$;

-- Anonymising ------------------------------------------------------------

CREATE FUNCTION audit.forget_person(wanted bigint, tours bigint[], appointments bigint[]) RETURNS void
  LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  person text := wanted::text;
  -- Also rows that are gone by now, or that have passed to somebody else.
  all_tours text[] := ARRAY(SELECT unnest(tours)::text UNION SELECT c.row_id::text FROM audit.change c
                             WHERE c.table_name = 'tour' AND person IN (c.old ->> 'person_id', c.new ->> 'person_id'));
  all_appointments text[] := ARRAY(SELECT unnest(appointments)::text UNION SELECT c.row_id::text FROM audit.change c
                                    WHERE c.table_name = 'appointment' AND person IN (c.old ->> 'person_id', c.new ->> 'person_id'));
BEGIN
  PERFORM set_config('centre.anonymising', 'on', true);
  -- Of what was about the person alone, that there was a change.
  UPDATE audit.change c
     SET old = CASE WHEN c.old IS NOT NULL THEN jsonb_build_object('id', c.row_id, 'anonymised', true) END,
         new = CASE WHEN c.new IS NOT NULL THEN jsonb_build_object('id', c.row_id, 'anonymised', true) END
   WHERE (c.table_name = 'person' AND c.row_id = wanted)
      OR (c.table_name IN ('person_private', 'person_condition', 'qualification', 'service', 'rating', 'supervision_note')
          AND person IN (c.old ->> 'person_id', c.new ->> 'person_id'))
      OR (c.table_name = 'attachment' AND EXISTS (
            SELECT FROM (VALUES (c.old), (c.new)) AS side(row_data)
             WHERE (row_data ->> 'subject' = 'person' AND row_data ->> 'subject_id' = person)
                OR (row_data ->> 'subject' = 'tour' AND row_data ->> 'subject_id' = ANY (all_tours))
                OR (row_data ->> 'subject' = 'appointment' AND row_data ->> 'subject_id' = ANY (all_appointments))));
  -- Of the bare facts that stay, all but the words about the person.
  UPDATE audit.change c
     SET old = CASE WHEN c.old ? 'end_note' THEN c.old || '{"end_note": null}' ELSE c.old END,
         new = CASE WHEN c.new ? 'end_note' THEN c.new || '{"end_note": null}' ELSE c.new END
   WHERE c.table_name = 'tour' AND c.row_id::text = ANY (all_tours);
  UPDATE audit.change c
     SET old = CASE WHEN c.old ? 'note' THEN c.old || '{"note": null}' ELSE c.old END,
         new = CASE WHEN c.new ? 'note' THEN c.new || '{"note": null}' ELSE c.new END
   WHERE c.table_name = 'field_competence' AND person IN (c.old ->> 'person_id', c.new ->> 'person_id');
  -- Who had which rights stays; whose login it was does not, also before it was joined to the person.
  UPDATE audit.change c
     SET old = c.old || '{"person_id": null, "display_name": "Đã ẩn danh"}',
         new = c.new || '{"person_id": null, "display_name": "Đã ẩn danh"}'
   WHERE c.table_name = 'account'
     AND (person IN (c.old ->> 'person_id', c.new ->> 'person_id')
          OR (COALESCE(c.old ->> 'person_id', c.new ->> 'person_id') IS NULL
              AND c.row_id IN (SELECT a.row_id FROM audit.change a
                                WHERE a.table_name = 'account' AND person IN (a.old ->> 'person_id', a.new ->> 'person_id'))));
  PERFORM set_config('centre.anonymising', '', true);
END
$$;
COMMENT ON FUNCTION audit.forget_person(bigint, bigint[], bigint[]) IS
  'Part of centre.anonymise_person(): the audit keeps who did what and when, and forgets the person.';

CREATE OR REPLACE FUNCTION centre.anonymise_person(wanted bigint, reason text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  who centre.person;
  last_day date;
  years int := centre.setting_value('retention.years', '10')::int;
  given text := COALESCE(current_setting('centre.correction_reason', true), '');
  tours bigint[];
  appointments bigint[];
BEGIN
  PERFORM centre.require('director', 'deputy');
  IF COALESCE(btrim(reason), '') = '' THEN
    RAISE EXCEPTION 'anonymising needs a reason' USING ERRCODE = 'MC002', CONSTRAINT = 'anonymise_reason';
  END IF;
  SELECT * INTO who FROM centre.person p WHERE p.id = wanted FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no person with number %', wanted USING ERRCODE = 'MC002', CONSTRAINT = 'person_exists';
  END IF;
  SELECT max(COALESCE(upper(t.during), 'infinity')) INTO last_day FROM centre.tour t WHERE t.person_id = wanted;
  IF NOT who.is_sample AND last_day + make_interval(years => years) > centre.today() THEN
    RAISE EXCEPTION 'the data are kept until % years after %', years, last_day
      USING ERRCODE = 'MC002', CONSTRAINT = 'anonymise_after_retention';
  END IF;

  tours := ARRAY(SELECT t.id FROM centre.tour t WHERE t.person_id = wanted);
  appointments := ARRAY(SELECT a.id FROM centre.appointment a WHERE a.person_id = wanted);
  PERFORM set_config('centre.correction_reason', btrim(reason), true);
  DELETE FROM centre.person_private WHERE person_id = wanted;
  DELETE FROM centre.person_condition WHERE person_id = wanted;
  DELETE FROM centre.qualification WHERE person_id = wanted;
  DELETE FROM centre.service WHERE person_id = wanted;
  DELETE FROM centre.rating WHERE person_id = wanted;
  DELETE FROM centre.supervision_note WHERE person_id = wanted;
  DELETE FROM centre.attachment a
   WHERE (a.subject = 'person' AND a.subject_id = wanted)
      OR (a.subject = 'tour' AND a.subject_id = ANY (tours))
      OR (a.subject = 'appointment' AND a.subject_id = ANY (appointments));
  UPDATE centre.tour SET end_note = NULL WHERE person_id = wanted AND end_note IS NOT NULL;
  UPDATE centre.field_competence SET note = NULL WHERE person_id = wanted AND note IS NOT NULL;
  UPDATE centre.account SET person_id = NULL, display_name = 'Đã ẩn danh' WHERE person_id = wanted;
  UPDATE centre.person SET full_name = 'Đã ẩn danh ' || wanted, family_name = '', middle_name = '', given_name = 'Đã ẩn danh ' || wanted,
         sex = 'unknown', title_prefix = NULL, public_phone = NULL, email = NULL, photo_id = NULL, joined_state_service = NULL,
         note = NULL, anonymised_on = centre.today()
   WHERE id = wanted;

  -- Last, so that what the lines above have left in the audit goes too.
  PERFORM audit.forget_person(wanted, tours, appointments);
  INSERT INTO audit.change (action, table_name, row_id, row_version, reason)
    SELECT 'anonymise', 'person', p.id, p.version, btrim(anonymise_person.reason) FROM centre.person p WHERE p.id = wanted;
  PERFORM set_config('centre.correction_reason', given, true);
END
$$;

-- Accounts ---------------------------------------------------------------

CREATE OR REPLACE FUNCTION centre.may_manage_account(group_wanted text) RETURNS void
  LANGUAGE plpgsql VOLATILE
  AS $$
BEGIN
  IF group_wanted IS NULL OR group_wanted NOT IN ('director', 'deputy', 'roster_office', 'supervision', 'viewer', 'technician') THEN
    RAISE EXCEPTION 'there is no group %', group_wanted USING ERRCODE = 'MC002', CONSTRAINT = 'account_group_role';
  END IF;
  PERFORM centre.require('director', 'technician');
  -- Else a technician could make himself an account that reads what he may not.
  IF group_wanted IN ('director', 'deputy', 'roster_office') THEN
    PERFORM centre.require('director');
    -- One after the other: else two directors who shut each other would both count the other as left.
    -- The lock is here because who migrates may not replace the functions of motcua_accounts.
    PERFORM pg_advisory_xact_lock(hashtext('centre.may_manage_account'));
  END IF;
END
$$;

-- Photos -----------------------------------------------------------------

CREATE FUNCTION centre.check_photo() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  IF EXISTS (SELECT FROM centre.person p
              WHERE (CASE TG_TABLE_NAME WHEN 'person' THEN p.id ELSE p.photo_id END) = NEW.id AND p.photo_id IS NOT NULL
                AND NOT EXISTS (SELECT FROM centre.attachment a
                                 WHERE a.id = p.photo_id AND a.subject = 'person' AND a.subject_id = p.id AND a.mime_type LIKE 'image/%')) THEN
    RAISE EXCEPTION 'a photo is a picture among the files of the person'
      USING ERRCODE = 'MC002', CONSTRAINT = 'person_photo_own', TABLE = 'person', SCHEMA = 'centre', COLUMN = 'photo_id';
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.check_photo() IS
  'Everybody sees a photo: so it is a picture and the person''s own, and no scan of a decision is shown by naming it the photo.';
CREATE CONSTRAINT TRIGGER photo AFTER INSERT OR UPDATE OF photo_id ON centre.person
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION centre.check_photo();
CREATE CONSTRAINT TRIGGER photo AFTER UPDATE OF subject, subject_id, mime_type ON centre.attachment
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION centre.check_photo();

RESET ROLE;
