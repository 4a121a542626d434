-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sensitive data: read one person at a time with a purpose, handed out, and removed after the term (Law 91/2025/QH15).

SET LOCAL ROLE motcua_owner;

CREATE FUNCTION centre.read_private(wanted bigint, purpose text) RETURNS SETOF centre.person_private
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  PERFORM centre.require('director', 'deputy', 'roster_office');
  IF COALESCE(btrim(purpose), '') = '' THEN
    RAISE EXCEPTION 'say what the data are read for' USING ERRCODE = 'MC002', CONSTRAINT = 'access_purpose_given';
  END IF;
  INSERT INTO audit.access (person_id, purpose, fields)
    VALUES (wanted, btrim(purpose), ARRAY['birth_date', 'identity_no', 'home_address', 'private_phone']);
  RETURN QUERY SELECT * FROM centre.person_private v WHERE v.person_id = wanted;
END
$$;
COMMENT ON FUNCTION centre.read_private(bigint, text) IS
  'The sensitive data of one person (no row if none are recorded); the reading is logged in the same call. Director, deputies and the roster office.';

CREATE FUNCTION centre.write_private(wanted bigint, new_birth_date date, new_identity_no text, new_home_address text,
                                     new_private_phone text, seen_version int DEFAULT NULL) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  result int;
BEGIN
  PERFORM centre.require('director', 'deputy', 'roster_office');
  IF seen_version IS NOT NULL AND seen_version IS DISTINCT FROM
     (SELECT v.version FROM centre.person_private v WHERE v.person_id = wanted FOR UPDATE) THEN
    RAISE EXCEPTION 'the private data were changed by somebody else' USING ERRCODE = 'MC001', CONSTRAINT = 'person_private_version';
  END IF;
  INSERT INTO centre.person_private AS v (person_id, birth_date, identity_no, home_address, private_phone)
    VALUES (wanted, new_birth_date, NULLIF(btrim(new_identity_no), ''), NULLIF(btrim(new_home_address), ''), NULLIF(btrim(new_private_phone), ''))
    ON CONFLICT (person_id) DO UPDATE SET birth_date = excluded.birth_date, identity_no = excluded.identity_no,
                                          home_address = excluded.home_address, private_phone = excluded.private_phone
    RETURNING v.version INTO result;
  RETURN result;
END
$$;
COMMENT ON FUNCTION centre.write_private(bigint, date, text, text, text, int) IS
  'Sets the sensitive data of one person; MC001 if the version seen is not the present one. Returns the new version.';

CREATE FUNCTION centre.same_person(name text, born date, agency bigint, as_of date DEFAULT NULL) RETURNS SETOF bigint
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  PERFORM centre.require('director', 'deputy', 'roster_office');
  RETURN QUERY
    SELECT p.id FROM centre.person p
      LEFT JOIN centre.person_private v ON v.person_id = p.id
     WHERE p.search_key = centre.fold(name)
       AND (born IS NULL OR v.birth_date IS NULL OR v.birth_date = born)
       AND (agency IS NULL OR NOT EXISTS (SELECT FROM centre.home_agency h WHERE h.person_id = p.id)
            OR EXISTS (SELECT FROM centre.home_agency h WHERE h.person_id = p.id
                        AND centre.successor_of(h.agency_id, COALESCE(as_of, centre.today()))
                            = centre.successor_of(agency, COALESCE(as_of, centre.today()))))
     ORDER BY p.id;
END
$$;
COMMENT ON FUNCTION centre.same_person(text, date, bigint, date) IS
  'Who may be the same person: name alike without accents, and neither birth date nor home agency against it. Shows no sensitive data.';

CREATE FUNCTION centre.person_data(wanted bigint, purpose text DEFAULT 'copy for the person concerned') RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  result jsonb;
  part jsonb;
  t text;
BEGIN
  PERFORM centre.require('director', 'deputy', 'roster_office');
  SELECT to_jsonb(p) - ARRAY['sort_key', 'search_key'] INTO result FROM centre.person p WHERE p.id = wanted;
  IF result IS NULL THEN
    RAISE EXCEPTION 'there is no person with number %', wanted USING ERRCODE = 'MC002', CONSTRAINT = 'person_exists';
  END IF;
  result := jsonb_build_object('person', result, 'made_at', now());
  FOREACH t IN ARRAY ARRAY['person_private', 'person_condition', 'home_agency', 'tour', 'appointment', 'qualification',
                           'field_competence', 'service', 'rating', 'supervision_note', 'account'] LOOP
    EXECUTE format('SELECT COALESCE(jsonb_agg(to_jsonb(x) ORDER BY x.id), ''[]'') FROM centre.%I x WHERE x.person_id = $1', t)
      INTO part USING wanted;
    result := result || jsonb_build_object(t, part);
  END LOOP;
  result := result || jsonb_build_object(
    'tour_extension', (SELECT COALESCE(jsonb_agg(to_jsonb(e) ORDER BY e.id), '[]')
                         FROM centre.tour_extension e JOIN centre.tour o ON o.id = e.tour_id WHERE o.person_id = wanted),
    'attachment', (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', a.id, 'file_name', a.file_name, 'mime_type', a.mime_type,
                                   'byte_count', a.byte_count, 'sha256', a.sha256, 'note', a.note) ORDER BY a.id), '[]')
                     FROM centre.attachment a
                    WHERE (a.subject = 'person' AND a.subject_id = wanted)
                       OR (a.subject = 'tour' AND a.subject_id IN (SELECT o.id FROM centre.tour o WHERE o.person_id = wanted))
                       OR (a.subject = 'appointment' AND a.subject_id IN (SELECT o.id FROM centre.appointment o WHERE o.person_id = wanted))),
    'access', (SELECT COALESCE(jsonb_agg(jsonb_build_object('at', s.at, 'login', s.login, 'purpose', s.purpose, 'fields', s.fields) ORDER BY s.id), '[]')
                 FROM audit.access s WHERE s.person_id = wanted));
  INSERT INTO audit.access (person_id, purpose, fields)
    VALUES (wanted, COALESCE(NULLIF(btrim(purpose), ''), 'copy for the person concerned'), ARRAY['all']);
  RETURN result;
END
$$;
COMMENT ON FUNCTION centre.person_data(bigint, text) IS
  'Everything recorded of one person, as one object; logged (Law 91/2025/QH15: the person''s own copy). Files are listed, not contained.';

CREATE FUNCTION centre.anonymise_person(wanted bigint, reason text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  who centre.person;
  last_day date;
  years int := centre.setting_value('retention.years', '10')::int;
  given text := COALESCE(current_setting('centre.correction_reason', true), '');
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

  PERFORM set_config('centre.correction_reason', btrim(reason), true);
  DELETE FROM centre.person_private WHERE person_id = wanted;
  DELETE FROM centre.person_condition WHERE person_id = wanted;
  DELETE FROM centre.qualification WHERE person_id = wanted;
  DELETE FROM centre.service WHERE person_id = wanted;
  DELETE FROM centre.rating WHERE person_id = wanted;
  DELETE FROM centre.supervision_note WHERE person_id = wanted;
  DELETE FROM centre.attachment a
   WHERE (a.subject = 'person' AND a.subject_id = wanted)
      OR (a.subject = 'tour' AND a.subject_id IN (SELECT t.id FROM centre.tour t WHERE t.person_id = wanted))
      OR (a.subject = 'appointment' AND a.subject_id IN (SELECT t.id FROM centre.appointment t WHERE t.person_id = wanted));
  UPDATE centre.tour SET end_note = NULL WHERE person_id = wanted AND end_note IS NOT NULL;
  UPDATE centre.account SET person_id = NULL, display_name = 'Đã ẩn danh' WHERE person_id = wanted;
  UPDATE centre.person SET full_name = 'Đã ẩn danh ' || wanted, family_name = '', middle_name = '', given_name = 'Đã ẩn danh ' || wanted,
         sex = 'unknown', title_prefix = NULL, public_phone = NULL, email = NULL, photo_id = NULL, joined_state_service = NULL,
         note = NULL, anonymised_on = centre.today()
   WHERE id = wanted;

  -- The audit keeps who did what and when, and forgets the person.
  PERFORM set_config('centre.anonymising', 'on', true);
  UPDATE audit.change c
     SET old = CASE WHEN c.old IS NOT NULL THEN jsonb_build_object('id', c.row_id, 'anonymised', true) END,
         new = CASE WHEN c.new IS NOT NULL THEN jsonb_build_object('id', c.row_id, 'anonymised', true) END
   WHERE (c.table_name = 'person' AND c.row_id = wanted)
      OR (c.table_name IN ('person_private', 'person_condition', 'qualification', 'service', 'rating', 'supervision_note', 'account')
          AND COALESCE(c.new, c.old) ->> 'person_id' = wanted::text)
      OR (c.table_name = 'attachment' AND COALESCE(c.new, c.old) ->> 'subject' = 'person'
          AND COALESCE(c.new, c.old) ->> 'subject_id' = wanted::text);
  PERFORM set_config('centre.anonymising', '', true);
  INSERT INTO audit.change (action, table_name, row_id, row_version, reason)
    SELECT 'anonymise', 'person', p.id, p.version, btrim(anonymise_person.reason) FROM centre.person p WHERE p.id = wanted;
  PERFORM set_config('centre.correction_reason', given, true);
END
$$;
COMMENT ON FUNCTION centre.anonymise_person(bigint, text) IS
  'Removes the personal data of somebody whose retention term has passed, in the audit too; tours and appointments stay as bare facts. Director and deputies only.';

RESET ROLE;
