-- SPDX-License-Identifier: GPL-3.0-or-later
-- The floors of the centre, and what stands where on them: versions of the plan with layers, objects and backgrounds.

SET LOCAL ROLE motcua_owner;

CREATE TABLE centre.floor (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  code text NOT NULL CONSTRAINT floor_code_given CHECK (btrim(code) <> ''),
  name text NOT NULL CONSTRAINT floor_name_given CHECK (btrim(name) <> ''),
  level int NOT NULL,
  sort_order int NOT NULL DEFAULT 0,
  during daterange NOT NULL DEFAULT '(,)' CONSTRAINT floor_during_not_empty CHECK (NOT isempty(during)),
  CONSTRAINT floor_code_once EXCLUDE USING gist (code WITH =, during WITH &&)
);
COMMENT ON TABLE centre.floor IS 'A floor of the building (tầng).';
COMMENT ON COLUMN centre.floor.level IS '0 is the ground floor, 1 the one above it.';
CALL centre.watch('centre.floor');

CREATE TABLE centre.floor_plan (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  name text NOT NULL CONSTRAINT floor_plan_name_given CHECK (btrim(name) <> ''),
  state text NOT NULL DEFAULT 'draft' CONSTRAINT floor_plan_state CHECK (state IN ('draft', 'adopted')),
  note text,
  is_sample boolean NOT NULL DEFAULT false,
  during daterange NOT NULL CONSTRAINT floor_plan_during_bounded CHECK (NOT isempty(during) AND NOT lower_inf(during)),
  CONSTRAINT floor_plan_one_adopted EXCLUDE USING gist (during WITH &&) WHERE (state = 'adopted') DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON TABLE centre.floor_plan IS 'A version of the plan of all floors (sơ đồ mặt bằng): adopted ones follow each other, drafts of a refit stand beside them.';
COMMENT ON COLUMN centre.floor_plan.state IS 'draft (being drawn) or adopted (in force in its period, and unchangeable).';
COMMENT ON COLUMN centre.floor_plan.is_sample IS 'Invented: goes when the sample is removed.';
COMMENT ON COLUMN centre.floor_plan.during IS 'When it is in force, or is meant to be as long as it is a draft; half-open.';
CALL centre.watch('centre.floor_plan');

CREATE TABLE centre.plan_layer (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  floor_plan_id bigint NOT NULL REFERENCES centre.floor_plan ON DELETE CASCADE,
  name text NOT NULL CONSTRAINT plan_layer_name_given CHECK (btrim(name) <> ''),
  sort_order int NOT NULL DEFAULT 0,
  visible boolean NOT NULL DEFAULT true,
  locked boolean NOT NULL DEFAULT false,
  CONSTRAINT plan_layer_name_once UNIQUE (floor_plan_id, name),
  CONSTRAINT plan_layer_of_plan UNIQUE (id, floor_plan_id)
);
COMMENT ON TABLE centre.plan_layer IS 'A layer of a plan: its objects are shown, hidden and locked together.';
COMMENT ON COLUMN centre.plan_layer.floor_plan_id IS 'The version of the plan.';
COMMENT ON COLUMN centre.plan_layer.sort_order IS 'The lower is painted first.';
COMMENT ON COLUMN centre.plan_layer.visible IS 'Whether it is shown at first; on screen everybody shows and hides for himself.';
COMMENT ON COLUMN centre.plan_layer.locked IS 'Whether its objects are protected from being moved by mistake.';
CALL centre.watch('centre.plan_layer');

CREATE FUNCTION centre.is_points(value jsonb, at_least int) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN jsonb_typeof(value) = 'array' THEN
           jsonb_array_length(value) BETWEEN at_least AND 2000
           AND NOT jsonb_path_exists(value, 'strict $[*] ? (@.type() != "array" || @.size() != 2)')
           AND NOT jsonb_path_exists(value, 'strict $[*][*] ? (@.type() != "number" || @ < -1000 || @ > 1000)', '{}', true)
         ELSE false END;
COMMENT ON FUNCTION centre.is_points(jsonb, int) IS 'Whether a value is a list of at least so many pairs of metres within reach.';

CREATE TABLE centre.plan_object (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  floor_plan_id bigint NOT NULL REFERENCES centre.floor_plan ON DELETE CASCADE,
  floor_id bigint NOT NULL REFERENCES centre.floor,
  layer_id bigint NOT NULL,
  kind text NOT NULL CONSTRAINT plan_object_kind CHECK (kind IN (
    'wall', 'door', 'window', 'column', 'stairs', 'lift', 'area', 'counter', 'desk', 'table', 'chair', 'bench', 'cabinet', 'kiosk',
    'queue_machine', 'survey_device', 'screen', 'computer', 'printer', 'camera', 'water', 'fixture', 'plant', 'vehicle', 'sign', 'text',
    'line', 'other')),
  area_use text CONSTRAINT plan_object_area_use CHECK (area_use IN (
    'information', 'reception', 'feedback', 'waiting', 'office', 'meeting', 'postal', 'service', 'parking', 'sanitary', 'passage',
    'outdoor', 'other')),
  x double precision NOT NULL DEFAULT 0,
  y double precision NOT NULL DEFAULT 0,
  width double precision NOT NULL DEFAULT 0,
  height double precision NOT NULL DEFAULT 0,
  rotation double precision NOT NULL DEFAULT 0 CONSTRAINT plan_object_rotation CHECK (rotation >= 0 AND rotation < 360),
  points jsonb,
  label text,
  number text CONSTRAINT plan_object_number_given CHECK (btrim(number) <> ''),
  premises_item_id bigint REFERENCES centre.premises_item ON DELETE SET NULL,
  props jsonb CONSTRAINT plan_object_props CHECK (jsonb_typeof(props) = 'object'),
  z int NOT NULL DEFAULT 0,
  CONSTRAINT plan_object_layer FOREIGN KEY (layer_id, floor_plan_id) REFERENCES centre.plan_layer (id, floor_plan_id),
  CONSTRAINT plan_object_in_reach CHECK (x BETWEEN -1000 AND 1000 AND y BETWEEN -1000 AND 1000),
  CONSTRAINT plan_object_size CHECK (width BETWEEN 0 AND 1000 AND height BETWEEN 0 AND 1000),
  CONSTRAINT plan_object_points CHECK (CASE
    WHEN kind IN ('wall', 'line') THEN COALESCE(centre.is_points(points, 2), false)
    WHEN kind = 'area' THEN COALESCE(centre.is_points(points, 3), false)
    ELSE points IS NULL END),
  CONSTRAINT plan_object_area CHECK ((kind = 'area') = (area_use IS NOT NULL)),
  CONSTRAINT plan_object_counter_once EXCLUDE USING gist (floor_plan_id WITH =, number WITH =) WHERE (kind = 'counter')
    DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX plan_object_plan ON centre.plan_object (floor_plan_id, floor_id);
CREATE INDEX plan_object_floor ON centre.plan_object (floor_id);
CREATE INDEX plan_object_layer ON centre.plan_object (layer_id);
CREATE INDEX plan_object_premises ON centre.plan_object (premises_item_id);
COMMENT ON TABLE centre.plan_object IS 'One thing on a plan, in metres; x grows to the right, y downwards.';
COMMENT ON COLUMN centre.plan_object.floor_plan_id IS 'The version of the plan.';
COMMENT ON COLUMN centre.plan_object.floor_id IS 'The floor that it stands on.';
COMMENT ON COLUMN centre.plan_object.layer_id IS 'The layer that it is shown and locked with.';
COMMENT ON COLUMN centre.plan_object.kind IS 'What it is.';
COMMENT ON COLUMN centre.plan_object.area_use IS 'For an area: its function in the founding document.';
COMMENT ON COLUMN centre.plan_object.x IS 'Centre of its box; the origin of its points where it has any.';
COMMENT ON COLUMN centre.plan_object.y IS 'Centre of its box; the origin of its points where it has any.';
COMMENT ON COLUMN centre.plan_object.width IS 'Of its box before it is turned; of a wall or line its thickness.';
COMMENT ON COLUMN centre.plan_object.height IS 'Of its box before it is turned: the depth of a desk, the thickness of the wall that a door stands in.';
COMMENT ON COLUMN centre.plan_object.rotation IS 'Degrees, clockwise as seen; 0: its front looks down the plan.';
COMMENT ON COLUMN centre.plan_object.points IS 'Of walls, areas and lines: [[x, y], …] from x, y.';
COMMENT ON COLUMN centre.plan_object.label IS 'Words on or beside it.';
COMMENT ON COLUMN centre.plan_object.number IS 'Number on its plate, such as that of the counter; one plan has each counter once.';
COMMENT ON COLUMN centre.plan_object.premises_item_id IS 'The item of the founding document that asks for it.';
COMMENT ON COLUMN centre.plan_object.props IS 'What only its kind has: hinge and swing of a door, seats of a bench, size of a text.';
COMMENT ON COLUMN centre.plan_object.z IS 'Within its layer the higher is painted later.';
CALL centre.watch('centre.plan_object');

CREATE TABLE centre.plan_background (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  floor_plan_id bigint NOT NULL REFERENCES centre.floor_plan ON DELETE CASCADE,
  floor_id bigint NOT NULL REFERENCES centre.floor,
  kind text NOT NULL CONSTRAINT plan_background_kind CHECK (kind IN ('image', 'dxf')),
  file_name text NOT NULL CONSTRAINT plan_background_file_name CHECK (btrim(file_name) <> '' AND file_name !~ '[/\x01-\x1f]'),
  content bytea NOT NULL CONSTRAINT plan_background_at_most_20_mib CHECK (length(content) BETWEEN 1 AND 20 * 1024 * 1024),
  scale double precision NOT NULL DEFAULT 1 CONSTRAINT plan_background_scale CHECK (scale > 0 AND scale <= 1000),
  x double precision NOT NULL DEFAULT 0,
  y double precision NOT NULL DEFAULT 0,
  rotation double precision NOT NULL DEFAULT 0 CONSTRAINT plan_background_rotation CHECK (rotation >= 0 AND rotation < 360),
  opacity double precision NOT NULL DEFAULT 0.5 CONSTRAINT plan_background_opacity CHECK (opacity BETWEEN 0 AND 1),
  visible boolean NOT NULL DEFAULT true,
  CONSTRAINT plan_background_in_reach CHECK (x BETWEEN -100000 AND 100000 AND y BETWEEN -100000 AND 100000)
);
CREATE INDEX plan_background_plan ON centre.plan_background (floor_plan_id);
CREATE INDEX plan_background_floor ON centre.plan_background (floor_id);
COMMENT ON TABLE centre.plan_background IS 'A picture or drawing under a plan, to draw over.';
COMMENT ON COLUMN centre.plan_background.floor_plan_id IS 'The version of the plan.';
COMMENT ON COLUMN centre.plan_background.floor_id IS 'The floor that it shows.';
COMMENT ON COLUMN centre.plan_background.kind IS 'image (PNG, JPEG) or dxf (lines only).';
COMMENT ON COLUMN centre.plan_background.file_name IS 'Name of the file, without folder.';
COMMENT ON COLUMN centre.plan_background.content IS 'The file as it came, at most 20 MiB.';
COMMENT ON COLUMN centre.plan_background.scale IS 'Metres that one pixel, or one unit of the drawing, stands for.';
COMMENT ON COLUMN centre.plan_background.x IS 'Where its upper left corner, or the origin of the drawing, lies; metres.';
COMMENT ON COLUMN centre.plan_background.y IS 'Where its upper left corner, or the origin of the drawing, lies; metres.';
COMMENT ON COLUMN centre.plan_background.rotation IS 'Degrees about that point, clockwise.';
COMMENT ON COLUMN centre.plan_background.opacity IS '0 is unseen, 1 is full.';
COMMENT ON COLUMN centre.plan_background.visible IS 'Whether it is shown.';
CALL centre.watch('centre.plan_background');

-- What is adopted stays ---------------------------------------------------

CREATE FUNCTION centre.guard_floor_plan() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  past daterange := daterange(NULL, centre.today());
  was daterange := CASE WHEN TG_OP <> 'INSERT' AND OLD.state = 'adopted' THEN OLD.during * past ELSE 'empty' END;
  becomes daterange := CASE WHEN TG_OP <> 'DELETE' AND NEW.state = 'adopted' THEN NEW.during * past ELSE 'empty' END;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state = 'adopted' THEN
      RAISE EXCEPTION 'a plan begins as a draft'
        USING ERRCODE = 'MC002', CONSTRAINT = 'floor_plan_begins_as_draft', TABLE = 'floor_plan', SCHEMA = 'centre';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state = 'adopted' OR (TG_OP = 'UPDATE' AND NEW.state = 'adopted') THEN
    PERFORM centre.require('director', 'deputy');
  END IF;
  IF OLD.state = 'adopted' THEN
    IF TG_OP = 'DELETE' OR NEW.name <> OLD.name OR NEW.is_sample <> OLD.is_sample THEN
      RAISE EXCEPTION 'the plan % is adopted', OLD.name
        USING ERRCODE = 'MC003', CONSTRAINT = 'floor_plan_adopted', TABLE = 'floor_plan', SCHEMA = 'centre';
    END IF;
    IF was <> becomes AND COALESCE(current_setting('centre.correction_reason', true), '') = '' THEN
      RAISE EXCEPTION 'the plan % was in force on days that have passed', OLD.name
        USING ERRCODE = 'MC003', CONSTRAINT = 'floor_plan_past', TABLE = 'floor_plan', SCHEMA = 'centre',
              HINT = 'the director or a deputy may correct it after centre.begin_correction(reason)';
    END IF;
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
COMMENT ON FUNCTION centre.guard_floor_plan() IS
  'Leaders adopt a draft, and take back or end what is adopted; the days that have passed keep the plan that was in force.';
CREATE TRIGGER a_guard_adopted BEFORE INSERT OR UPDATE OR DELETE ON centre.floor_plan
  FOR EACH ROW EXECUTE FUNCTION centre.guard_floor_plan();

CREATE FUNCTION centre.guard_plan_part() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  adopted text;
BEGIN
  -- Locked, so that nobody adopts a plan while somebody else still moves a desk on it.
  PERFORM 1 FROM centre.floor_plan p
    WHERE p.id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.floor_plan_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.floor_plan_id END)
    ORDER BY p.id FOR SHARE;
  SELECT p.name INTO adopted FROM centre.floor_plan p
   WHERE p.state = 'adopted'
     AND p.id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.floor_plan_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.floor_plan_id END);
  IF FOUND THEN
    RAISE EXCEPTION 'the plan % is adopted', adopted
      USING ERRCODE = 'MC003', CONSTRAINT = 'floor_plan_adopted', TABLE = TG_TABLE_NAME, SCHEMA = 'centre',
            HINT = 'copy it by centre.copy_floor_plan() and change the copy';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
COMMENT ON FUNCTION centre.guard_plan_part() IS 'What is drawn on an adopted plan stays as it is.';
CREATE TRIGGER a_guard_adopted BEFORE INSERT OR UPDATE OR DELETE ON centre.plan_layer
  FOR EACH ROW EXECUTE FUNCTION centre.guard_plan_part();
CREATE TRIGGER a_guard_adopted BEFORE INSERT OR UPDATE OR DELETE ON centre.plan_object
  FOR EACH ROW EXECUTE FUNCTION centre.guard_plan_part();
CREATE TRIGGER a_guard_adopted BEFORE INSERT OR UPDATE OR DELETE ON centre.plan_background
  FOR EACH ROW EXECUTE FUNCTION centre.guard_plan_part();

CREATE FUNCTION centre.copy_floor_plan(source bigint, name text, since date) RETURNS bigint
  LANGUAGE plpgsql
  AS $$
DECLARE
  result bigint;
BEGIN
  IF NOT EXISTS (SELECT FROM centre.floor_plan p WHERE p.id = source) THEN
    RAISE EXCEPTION 'there is no floor plan with number %', source USING ERRCODE = 'MC002', CONSTRAINT = 'floor_plan_exists';
  END IF;
  INSERT INTO centre.floor_plan AS p (name, during) VALUES (copy_floor_plan.name, daterange(since, NULL)) RETURNING p.id INTO result;
  INSERT INTO centre.plan_layer (floor_plan_id, name, sort_order, visible, locked)
    SELECT result, l.name, l.sort_order, l.visible, l.locked FROM centre.plan_layer l WHERE l.floor_plan_id = source ORDER BY l.id;
  INSERT INTO centre.plan_object (floor_plan_id, floor_id, layer_id, kind, area_use, x, y, width, height, rotation, points, label, number,
                                  premises_item_id, props, z)
    SELECT result, o.floor_id, n.id, o.kind, o.area_use, o.x, o.y, o.width, o.height, o.rotation, o.points, o.label, o.number,
           o.premises_item_id, o.props, o.z
      FROM centre.plan_object o
      JOIN centre.plan_layer l ON l.id = o.layer_id
      JOIN centre.plan_layer n ON n.floor_plan_id = result AND n.name = l.name
     WHERE o.floor_plan_id = source ORDER BY o.id;
  INSERT INTO centre.plan_background (floor_plan_id, floor_id, kind, file_name, content, scale, x, y, rotation, opacity, visible)
    SELECT result, b.floor_id, b.kind, b.file_name, b.content, b.scale, b.x, b.y, b.rotation, b.opacity, b.visible
      FROM centre.plan_background b WHERE b.floor_plan_id = source ORDER BY b.id;
  RETURN result;
END
$$;
COMMENT ON FUNCTION centre.copy_floor_plan(bigint, text, date) IS
  'A draft with all that a plan has, meant to be in force from a day on; returns its number.';

CREATE FUNCTION centre.adopt_floor_plan(draft bigint, since date) RETURNS void
  LANGUAGE plpgsql
  AS $$
BEGIN
  PERFORM centre.require('director', 'deputy');
  PERFORM 1 FROM centre.floor_plan p WHERE p.id = draft AND p.state = 'draft' FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no draft with number %', draft USING ERRCODE = 'MC002', CONSTRAINT = 'floor_plan_exists';
  END IF;
  UPDATE centre.floor_plan p SET during = daterange(lower(p.during), since)
   WHERE p.state = 'adopted' AND p.during @> since AND lower(p.during) < since;
  UPDATE centre.floor_plan p
     SET state = 'adopted',
         during = daterange(since, (SELECT min(lower(q.during)) FROM centre.floor_plan q WHERE q.state = 'adopted' AND lower(q.during) >= since))
   WHERE p.id = draft;
END
$$;
COMMENT ON FUNCTION centre.adopt_floor_plan(bigint, date) IS
  'Puts a draft in force from a day on, until the next adopted plan; the one in force ends then. Director and deputies only.';

-- Loading -------------------------------------------------------------------

CREATE FUNCTION centre.load_floor_plan(plan jsonb, since date) RETURNS bigint
  LANGUAGE plpgsql
  AS $$
DECLARE
  result bigint;
BEGIN
  PERFORM centre.require('director', 'deputy');
  IF EXISTS (SELECT FROM centre.floor_plan) THEN
    RAISE EXCEPTION 'there is a floor plan already' USING ERRCODE = 'MC002', CONSTRAINT = 'floor_plan_loaded_once';
  END IF;
  INSERT INTO centre.floor (code, name, level, sort_order)
    SELECT f.value ->> 'code', f.value ->> 'name', (f.value ->> 'level')::int, f.place
      FROM jsonb_array_elements(plan -> 'floors') WITH ORDINALITY f(value, place)
     WHERE NOT EXISTS (SELECT FROM centre.floor x WHERE x.code = f.value ->> 'code') ORDER BY f.place;
  INSERT INTO centre.floor_plan (name, note, is_sample, during)
    VALUES (plan ->> 'name', plan ->> 'note', COALESCE((plan ->> 'sample')::boolean, false), daterange(since, NULL)) RETURNING id INTO result;
  INSERT INTO centre.plan_layer (floor_plan_id, name, sort_order, locked)
    SELECT result, l.value ->> 'name', l.place, COALESCE((l.value ->> 'locked')::boolean, false)
      FROM jsonb_array_elements(plan -> 'layers') WITH ORDINALITY l(value, place) ORDER BY l.place;
  INSERT INTO centre.plan_object (floor_plan_id, floor_id, layer_id, kind, area_use, x, y, width, height, rotation, points, label, number,
                                  premises_item_id, props, z)
    SELECT result, f.id, l.id, o.value ->> 'kind', o.value ->> 'area_use', COALESCE((o.value ->> 'x')::float, 0),
           COALESCE((o.value ->> 'y')::float, 0), COALESCE((o.value ->> 'width')::float, 0), COALESCE((o.value ->> 'height')::float, 0),
           COALESCE((o.value ->> 'rotation')::float, 0), o.value -> 'points', o.value ->> 'label', o.value ->> 'number', i.id,
           o.value -> 'props', COALESCE((o.value ->> 'z')::int, 0)
      FROM jsonb_array_elements(plan -> 'objects') WITH ORDINALITY o(value, place)
      JOIN centre.floor f ON f.code = o.value ->> 'floor'
      JOIN jsonb_array_elements(plan -> 'layers') k(value) ON k.value ->> 'code' = o.value ->> 'layer'
      JOIN centre.plan_layer l ON l.floor_plan_id = result AND l.name = k.value ->> 'name'
      LEFT JOIN centre.premises_item i ON i.sort_order = (o.value ->> 'premises')::int
     ORDER BY o.place;
  UPDATE centre.floor_plan SET state = 'adopted' WHERE id = result;
  RETURN result;
END
$$;
COMMENT ON FUNCTION centre.load_floor_plan(jsonb, date) IS
  'Loads floors and an adopted plan from {floors, name, note, sample, layers, objects} into a centre that has no plan; returns its number.';

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['floor', 'floor_plan', 'plan_layer', 'plan_object', 'plan_background'] LOOP
    EXECUTE format('COMMENT ON COLUMN centre.%I.id IS %L', t, 'Key, given by the database.');
    EXECUTE format('COMMENT ON COLUMN centre.%I.version IS %L', t, 'Counts the changes of the row; an update names the version that it saw.');
  END LOOP;
END
$$;
COMMENT ON COLUMN centre.floor.code IS 'Short code; one at a time bears it.';
COMMENT ON COLUMN centre.floor.name IS 'Name as people read it.';
COMMENT ON COLUMN centre.floor.sort_order IS 'Order on screen and on paper.';
COMMENT ON COLUMN centre.floor.during IS 'When it is used; half-open.';
COMMENT ON COLUMN centre.floor_plan.name IS 'Name as people read it.';
COMMENT ON COLUMN centre.floor_plan.note IS 'Free remark.';
COMMENT ON COLUMN centre.plan_layer.name IS 'Name as people read it.';

RESET ROLE;
