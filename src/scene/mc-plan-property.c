/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-property.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mc-error.h"
#include "mc-field-text.h"
#include "mc-plan-geometry.h"
#include "mc-plan-props.h"

#define BIT(kind) (1u << MC_PLAN_KIND_##kind)
#define BY_POINTS (BIT (WALL) | BIT (LINE) | BIT (AREA))
#define ALL ((1u << (MC_PLAN_KIND_OTHER + 1)) - 1)
#define BOXES (ALL & ~BY_POINTS)
/* Words beside them, which can be put elsewhere; texts and signs are their words. */
#define LABELLED (ALL & ~(BIT (WALL) | BIT (LINE) | BIT (TEXT) | BIT (SIGN)))
#define MEMBER(name) G_STRUCT_OFFSET (McPlanObject, name)

static const McEnumValue hinges[] = { { "left", N_ ("At the left") },
                                      { "right", N_ ("At the right") },
                                      { NULL, NULL } };
static const McEnumValue swings[] = { { "in", N_ ("To the front") }, { "out", N_ ("To the back") }, { NULL, NULL } };
static const McEnumValue leaves[] = { { "1", N_ ("One leaf") }, { "2", N_ ("Two leaves") }, { NULL, NULL } };
static const McEnumValue styles[] = {
  { "swing", N_ ("Swings") }, { "sliding", N_ ("Slides") }, { "opening", N_ ("Open passage") }, { NULL, NULL }
};
static const McEnumValue shapes[] = { { "square", N_ ("Square") }, { "round", N_ ("Round") }, { NULL, NULL } };
static const McEnumValue ways_up[] = { { "back", N_ ("To the back") },
                                       { "front", N_ ("To the front") },
                                       { NULL, NULL } };
static const McEnumValue fixtures[] = {
  { "toilet", N_ ("Toilet") }, { "basin", N_ ("Basin") }, { "urinal", N_ ("Urinal") }, { NULL, NULL }
};
static const McEnumValue vehicles[] = { { "car", N_ ("Car") }, { "motorbike", N_ ("Motorbike") }, { NULL, NULL } };
static const McEnumValue aligns[] = {
  { "start", N_ ("At the left") }, { "center", N_ ("In the middle") }, { "end", N_ ("At the right") }, { NULL, NULL }
};
static const McEnumValue arrows[] = {
  { "none", N_ ("None") },         { "left", N_ ("To the left") }, { "right", N_ ("To the right") },
  { "up", N_ ("Straight ahead") }, { "down", N_ ("Behind") },      { NULL, NULL },
};

/* Of several with one name, the kinds are apart. */
static const McPlanProperty properties[] = {
  { "label", N_ ("Label"), MC_PLAN_PROPERTY_TEXT, ALL & ~(BIT (WALL) | BIT (LINE)), .member = MEMBER (label) },
  { "number", N_ ("Number"), MC_PLAN_PROPERTY_TEXT, BOXES | BIT (AREA), .single = TRUE, .member = MEMBER (number) },
  { "area_use", N_ ("Use"), MC_PLAN_PROPERTY_CHOICE, BIT (AREA), mc_area_use_values + 1, .member = MEMBER (area_use) },
  { "style", N_ ("Opens"), MC_PLAN_PROPERTY_CHOICE, BIT (DOOR), styles, .usual = "swing" },
  { "leaves", N_ ("Leaves"), MC_PLAN_PROPERTY_CHOICE, BIT (DOOR), leaves, .usual = "1" },
  { "hinge", N_ ("Hinges"), MC_PLAN_PROPERTY_CHOICE, BIT (DOOR), hinges, .usual = "left" },
  { "swing", N_ ("Swings to"), MC_PLAN_PROPERTY_CHOICE, BIT (DOOR), swings, .usual = "in" },
  { "panes", N_ ("Panes"), MC_PLAN_PROPERTY_NUMBER, BIT (WINDOW), NULL, 1, 40, .usual = "1" },
  { "shape", N_ ("Shape"), MC_PLAN_PROPERTY_CHOICE, BIT (COLUMN) | BIT (TABLE), shapes, .usual = "square" },
  { "seats", N_ ("Seats"), MC_PLAN_PROPERTY_NUMBER, BIT (BENCH) | BIT (COUNTER), NULL, 1, 40, TRUE },
  { "steps", N_ ("Steps"), MC_PLAN_PROPERTY_NUMBER, BIT (STAIRS), NULL, 1, 100, TRUE },
  { "up", N_ ("Climbs"), MC_PLAN_PROPERTY_CHOICE, BIT (STAIRS), ways_up, .usual = "back" },
  { "angle", N_ ("Field of view (°)"), MC_PLAN_PROPERTY_NUMBER, BIT (CAMERA), NULL, 0, 350, .usual = "70" },
  { "what", N_ ("Kind"), MC_PLAN_PROPERTY_CHOICE, BIT (FIXTURE), fixtures, .usual = "toilet" },
  { "what", N_ ("Kind"), MC_PLAN_PROPERTY_CHOICE, BIT (VEHICLE), vehicles, .usual = "car" },
  { "size", N_ ("Letters (m)"), MC_PLAN_PROPERTY_NUMBER, BIT (TEXT), NULL, 0.05, 10, .usual = "0,35" },
  { "bold", N_ ("Bold"), MC_PLAN_PROPERTY_SWITCH, BIT (TEXT), .usual = "false" },
  { "align", N_ ("Text stands"), MC_PLAN_PROPERTY_CHOICE, BIT (TEXT), aligns, .usual = "center" },
  { "arrow", N_ ("Arrow"), MC_PLAN_PROPERTY_CHOICE, BIT (SIGN), arrows, .usual = "none" },
  { "closed", N_ ("Back to the beginning"), MC_PLAN_PROPERTY_SWITCH, BIT (WALL) | BIT (LINE), .usual = "false" },
  { "dashed", N_ ("Dashed"), MC_PLAN_PROPERTY_SWITCH, BIT (LINE), .usual = "false" },
  { "border", N_ ("Marked edge"), MC_PLAN_PROPERTY_SWITCH, BIT (AREA), .usual = "false" },
  { "size", N_ ("Tell the square metres"), MC_PLAN_PROPERTY_SWITCH, BIT (AREA), .usual = "true" },
  { "x", N_ ("Across (m)"), MC_PLAN_PROPERTY_NUMBER, ALL, NULL, -1000, 1000, .member = MEMBER (x) },
  { "y", N_ ("Down (m)"), MC_PLAN_PROPERTY_NUMBER, ALL, NULL, -1000, 1000, .member = MEMBER (y) },
  { "width", N_ ("Width (m)"), MC_PLAN_PROPERTY_NUMBER, BOXES, NULL, 0.02, 1000, .member = MEMBER (width) },
  { "width", N_ ("Thickness (m)"), MC_PLAN_PROPERTY_NUMBER, BIT (WALL) | BIT (LINE), NULL, 0.01, 10,
    .member = MEMBER (width) },
  { "height", N_ ("Depth (m)"), MC_PLAN_PROPERTY_NUMBER, BOXES, NULL, 0.02, 1000, .member = MEMBER (height) },
  { "rotation", N_ ("Turned by (°)"), MC_PLAN_PROPERTY_NUMBER, BOXES, NULL, -3600, 3600, .member = MEMBER (rotation) },
  { "label_x", N_ ("Label across (m)"), MC_PLAN_PROPERTY_NUMBER, LABELLED & ~BIT (COUNTER), NULL, -100, 100, TRUE },
  { "label_y", N_ ("Label down (m)"), MC_PLAN_PROPERTY_NUMBER, LABELLED & ~BIT (COUNTER), NULL, -100, 100, TRUE },
  { "label_width", N_ ("Label width (m)"), MC_PLAN_PROPERTY_NUMBER, LABELLED & ~BIT (COUNTER), NULL, 0.1, 100, TRUE },
  { "label_size", N_ ("Label letters (pt)"), MC_PLAN_PROPERTY_NUMBER, BIT (AREA), NULL, 3, 72, TRUE },
};

const McPlanProperty *
mc_plan_properties (gsize *n)
{
  *n = G_N_ELEMENTS (properties);
  return properties;
}

const McPlanProperty *
mc_plan_property_find (const char *name, McPlanKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    if (g_str_equal (properties[i].name, name) && (properties[i].kinds & (1u << kind)))
      return &properties[i];
  return NULL;
}

gboolean
mc_plan_property_applies (const McPlanProperty *self, GPtrArray *objects)
{
  for (guint i = 0; i < objects->len; i++)
    if (!(self->kinds & (1u << MC_PLAN_OBJECT (g_ptr_array_index (objects, i))->kind)))
      return FALSE;
  return objects->len == 1 || (objects->len > 1 && !self->single);
}

double
mc_plan_read_number (const char *text)
{
  g_autoptr (GString) plain = g_string_new (text);
  char *end;
  double value;

  /* No plan has a thousand metres: a point alone is one before decimals. */
  if (strchr (text, ','))
    g_string_replace (plain, ".", "", 0);
  g_string_replace (plain, ",", ".", 0);
  g_strstrip (plain->str);
  value = g_ascii_strtod (plain->str, &end);
  return *plain->str && !*end && isfinite (value) ? value : NAN;
}

/* --- Reading --- */

/* To the millimetre, which is as exact as a plan is kept. */
static char *
format (double value)
{
  return isnan (value) ? g_strdup ("") : mc_field_text_format_number (mc_plan_round (value));
}

static char *
get_member (const McPlanProperty *self, McPlanObject *object)
{
  gconstpointer at = G_STRUCT_MEMBER_P (object, self->member);

  switch (self->type)
    {
    case MC_PLAN_PROPERTY_NUMBER:
      return format (*(const double *)at);
    case MC_PLAN_PROPERTY_CHOICE:
      return g_strdup (mc_area_use_values[*(const McAreaUse *)at].text);
    case MC_PLAN_PROPERTY_TEXT:
    case MC_PLAN_PROPERTY_SWITCH:
    default:
      return g_strdup (*(char *const *)at ? *(char *const *)at : "");
    }
}

static char *
get_prop (const McPlanProperty *self, McPlanObject *object)
{
  double usual = self->usual ? mc_plan_read_number (self->usual) : NAN;

  switch (self->type)
    {
    case MC_PLAN_PROPERTY_SWITCH:
      return g_strdup (mc_plan_props_get_boolean (object, self->name, g_str_equal (self->usual, "true")) ? "true"
                                                                                                         : "false");
    case MC_PLAN_PROPERTY_NUMBER:
      return format (mc_plan_props_get_double (object, self->name, usual));
    case MC_PLAN_PROPERTY_CHOICE:
      /* A choice of numbers is kept as one. */
      if (isfinite (usual))
        return g_strdup_printf ("%.0f", mc_plan_props_get_double (object, self->name, usual));
      return mc_plan_props_get_text (object, self->name, self->usual);
    case MC_PLAN_PROPERTY_TEXT:
    default:
      return mc_plan_props_get_text (object, self->name, "");
    }
}

char *
mc_plan_property_get (const McPlanProperty *self, McPlanObject *object)
{
  g_return_val_if_fail (MC_IS_PLAN_OBJECT (object), NULL);
  return self->member ? get_member (self, object) : get_prop (self, object);
}

char *
mc_plan_property_get_common (const McPlanProperty *self, GPtrArray *objects)
{
  g_autofree char *common = objects->len > 0 ? mc_plan_property_get (self, g_ptr_array_index (objects, 0)) : NULL;

  for (guint i = 1; i < objects->len; i++)
    {
      g_autofree char *text = mc_plan_property_get (self, g_ptr_array_index (objects, i));

      if (!g_str_equal (text, common))
        return NULL;
    }
  return g_steal_pointer (&common);
}

/* --- Writing --- */

static gboolean
refuse (const McPlanProperty *self, const char *text, GError **error)
{
  g_autofree char *low = format (self->low);
  g_autofree char *high = format (self->high);

  if (self->type == MC_PLAN_PROPERTY_NUMBER)
    /* Translators: what was written, the property, and the least and the largest that it may be */
    g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("“%s” is no value of “%s”: a number from %s to %s."), text,
                 _ (self->title), low, high);
  else
    g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("“%s” is no value of “%s”."), text, _ (self->title));
  return FALSE;
}

static gboolean
set_number (const McPlanProperty *self, McPlanObject *object, const char *text, GError **error)
{
  double value = mc_plan_read_number (text);
  gboolean turns = g_str_equal (self->name, "rotation");

  if (*text == '\0' && self->optional)
    value = NAN;
  else if (!(value >= self->low && value <= self->high))
    return refuse (self, text, error);
  if (!self->member)
    mc_plan_props_set_double (object, self->name, value);
  else
    G_STRUCT_MEMBER (double, object, self->member) = turns ? mc_plan_turn (value) : mc_plan_round (value);
  return TRUE;
}

static gboolean
set_choice (const McPlanProperty *self, McPlanObject *object, const char *text, GError **error)
{
  guint value;

  if (!mc_enum_parse (self->choices, text, &value))
    return refuse (self, text, error);
  if (self->member)
    object->area_use = (McAreaUse)(value + 1);
  else if (g_str_equal (text, self->usual))
    mc_plan_props_set_text (object, self->name, NULL);
  else if (isfinite (mc_plan_read_number (text)))
    mc_plan_props_set_double (object, self->name, mc_plan_read_number (text));
  else
    mc_plan_props_set_text (object, self->name, text);
  return TRUE;
}

gboolean
mc_plan_property_set (const McPlanProperty *self, McPlanObject *object, const char *text, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *shown = NULL;

  g_return_val_if_fail (MC_IS_PLAN_OBJECT (object), FALSE);
  shown = mc_plan_property_get (self, object);
  if (g_str_equal (shown, stripped))
    return TRUE;
  switch (self->type)
    {
    case MC_PLAN_PROPERTY_NUMBER:
      return set_number (self, object, stripped, error);
    case MC_PLAN_PROPERTY_CHOICE:
      return set_choice (self, object, stripped, error);
    case MC_PLAN_PROPERTY_SWITCH:
      mc_plan_props_set_boolean (object, self->name, g_str_equal (stripped, "true"));
      return TRUE;
    case MC_PLAN_PROPERTY_TEXT:
    default:
      g_set_str (&G_STRUCT_MEMBER (char *, object, self->member), *stripped ? stripped : NULL);
      return TRUE;
    }
}
