-- SPDX-License-Identifier: GPL-3.0-or-later
-- A picture under the plan that lies as it should is locked, like a layer.

SET LOCAL ROLE motcua_owner;

ALTER TABLE centre.plan_background ADD COLUMN locked boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN centre.plan_background.locked IS 'Whether it is protected from being moved by mistake.';

CREATE OR REPLACE FUNCTION centre.copy_floor_plan(source bigint, name text, since date) RETURNS bigint
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
  INSERT INTO centre.plan_background (floor_plan_id, floor_id, kind, file_name, content, scale, x, y, rotation, opacity, visible, locked)
    SELECT result, b.floor_id, b.kind, b.file_name, b.content, b.scale, b.x, b.y, b.rotation, b.opacity, b.visible, b.locked
      FROM centre.plan_background b WHERE b.floor_plan_id = source ORDER BY b.id;
  RETURN result;
END
$$;

RESET ROLE;
