-- SPDX-License-Identifier: GPL-3.0-or-later
-- The sample's floor plan goes with the sample.

SET LOCAL ROLE motcua_owner;

CREATE FUNCTION centre.remove_sample_plan() RETURNS void
  LANGUAGE plpgsql
  AS $$
DECLARE
  given text := COALESCE(current_setting('centre.correction_reason', true), '');
BEGIN
  PERFORM centre.require('director');
  PERFORM set_config('centre.correction_reason', 'sample removed', true);
  UPDATE centre.floor_plan SET state = 'draft' WHERE is_sample AND state = 'adopted';
  DELETE FROM centre.floor_plan WHERE is_sample;
  PERFORM set_config('centre.correction_reason', given, true);
END
$$;
COMMENT ON FUNCTION centre.remove_sample_plan() IS 'Part of centre.remove_sample(): the invented plan; the floors stay, and so do plans that were drawn after it.';

ALTER FUNCTION centre.remove_sample() RENAME TO remove_sample_people;
COMMENT ON FUNCTION centre.remove_sample_people() IS 'Part of centre.remove_sample(): people, counters and things.';

CREATE FUNCTION centre.remove_sample() RETURNS int
  LANGUAGE plpgsql
  AS $$
BEGIN
  PERFORM centre.remove_sample_plan();
  RETURN centre.remove_sample_people();
END
$$;
COMMENT ON FUNCTION centre.remove_sample() IS
  'Removes all that is marked as a sample: people with whatever hangs on them, counters, things and the floor plan; returns the number of people. Director only.';

-- The same as before, in words that a dump gives back as they are.

CREATE OR REPLACE FUNCTION centre.is_points(value jsonb, at_least int) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN jsonb_typeof(value) = 'array' THEN
           jsonb_array_length(value) >= at_least AND jsonb_array_length(value) <= 2000
           AND NOT jsonb_path_exists(value, 'strict $[*] ? (@.type() != "array" || @.size() != 2)')
           AND NOT jsonb_path_exists(value, 'strict $[*][*] ? (@.type() != "number" || @ < -1000 || @ > 1000)', '{}', true)
         ELSE false END;

ALTER TABLE centre.plan_object
  DROP CONSTRAINT plan_object_in_reach, DROP CONSTRAINT plan_object_size,
  ADD CONSTRAINT plan_object_in_reach CHECK (x >= -1000 AND x <= 1000 AND y >= -1000 AND y <= 1000),
  ADD CONSTRAINT plan_object_size CHECK (width >= 0 AND width <= 1000 AND height >= 0 AND height <= 1000);
ALTER TABLE centre.plan_background
  DROP CONSTRAINT plan_background_in_reach,
  ADD CONSTRAINT plan_background_in_reach CHECK (x >= -100000 AND x <= 100000 AND y >= -100000 AND y <= 100000);

RESET ROLE;
