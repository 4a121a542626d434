-- SPDX-License-Identifier: GPL-3.0-or-later
-- Takes the invented people out again when the office begins in earnest.

SET LOCAL ROLE motcua_owner;

CREATE FUNCTION centre.remove_sample() RETURNS int
  LANGUAGE plpgsql
  AS $$
DECLARE
  given text := COALESCE(current_setting('centre.correction_reason', true), '');
  result int;
BEGIN
  PERFORM centre.require('director');
  PERFORM set_config('centre.correction_reason', 'sample removed', true);
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
  'Removes all people marked as samples with whatever hangs on them; the plan and real people stay. Returns their number. Director only.';

RESET ROLE;
