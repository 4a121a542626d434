/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-paper.h"

#include "mc-paper-private.h"
#include "mc-painter.h"

struct _McPaper
{
  GObject parent_instance;

  McPaperFacts facts; /* owns its strings and scene */
};

enum
{
  PROP_SCENE = 1,
  PROP_SIZE,
  PROP_CUSTOM_WIDTH,
  PROP_CUSTOM_HEIGHT,
  PROP_LANDSCAPE,
  PROP_MARGIN,
  PROP_MODE,
  PROP_SCALE,
  PROP_PALETTE,
  PROP_WITH_TITLE,
  PROP_ORGANISATION,
  PROP_PARENT_ORGANISATION,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_AS_OF,
  PROP_WITH_SIGNATURE,
  PROP_PLACE_AND_DATE,
  PROP_SIGNER_TITLE,
  PROP_SIGNER_NAME,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void sheets_init (McSheetsInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (McPaper, mc_paper, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (MC_TYPE_SHEETS, sheets_init))

static char **
string_of (McPaper *self, guint prop)
{
  switch (prop)
    {
    case PROP_ORGANISATION:
      return &self->facts.organisation;
    case PROP_PARENT_ORGANISATION:
      return &self->facts.parent_organisation;
    case PROP_TITLE:
      return &self->facts.title;
    case PROP_SUBTITLE:
      return &self->facts.subtitle;
    case PROP_PLACE_AND_DATE:
      return &self->facts.place_and_date;
    case PROP_SIGNER_TITLE:
      return &self->facts.signer_title;
    case PROP_SIGNER_NAME:
      return &self->facts.signer_name;
    default:
      return NULL;
    }
}

static double *
double_of (McPaper *self, guint prop)
{
  switch (prop)
    {
    case PROP_CUSTOM_WIDTH:
      return &self->facts.custom_width;
    case PROP_CUSTOM_HEIGHT:
      return &self->facts.custom_height;
    case PROP_MARGIN:
      return &self->facts.margin;
    case PROP_SCALE:
      return &self->facts.scale;
    default:
      return NULL;
    }
}

static guint *
uint_of (McPaper *self, guint prop)
{
  switch (prop)
    {
    case PROP_SIZE:
      return &self->facts.size;
    case PROP_MODE:
      return &self->facts.mode;
    case PROP_PALETTE:
      return &self->facts.palette;
    default:
      return NULL;
    }
}

static gboolean *
boolean_of (McPaper *self, guint prop)
{
  switch (prop)
    {
    case PROP_LANDSCAPE:
      return &self->facts.landscape;
    case PROP_WITH_TITLE:
      return &self->facts.with_title;
    case PROP_WITH_SIGNATURE:
      return &self->facts.with_signature;
    default:
      return NULL;
    }
}

static void
mc_paper_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  McPaper *self = MC_PAPER (object);

  if (string_of (self, prop))
    g_value_set_string (value, *string_of (self, prop));
  else if (double_of (self, prop))
    g_value_set_double (value, *double_of (self, prop));
  else if (uint_of (self, prop))
    g_value_set_uint (value, *uint_of (self, prop));
  else if (boolean_of (self, prop))
    g_value_set_boolean (value, *boolean_of (self, prop));
  else if (prop == PROP_AS_OF)
    g_value_set_int (value, self->facts.as_of);
  else if (prop == PROP_SCENE)
    g_value_set_object (value, self->facts.scene);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

/* Whether it is another value than before. */
static gboolean
take_value (McPaper *self, guint prop, const GValue *value)
{
  gboolean changed;

  if (string_of (self, prop))
    return g_set_str (string_of (self, prop), g_value_get_string (value));
  if (prop == PROP_SCENE)
    return g_set_object (&self->facts.scene, g_value_get_object (value));
  if (double_of (self, prop))
    {
      changed =
          *double_of (self, prop) < g_value_get_double (value) || *double_of (self, prop) > g_value_get_double (value);
      *double_of (self, prop) = g_value_get_double (value);
      return changed;
    }
  if (uint_of (self, prop))
    {
      changed = *uint_of (self, prop) != g_value_get_uint (value);
      *uint_of (self, prop) = g_value_get_uint (value);
      return changed;
    }
  if (boolean_of (self, prop))
    {
      changed = *boolean_of (self, prop) != g_value_get_boolean (value);
      *boolean_of (self, prop) = g_value_get_boolean (value);
      return changed;
    }
  changed = self->facts.as_of != g_value_get_int (value);
  self->facts.as_of = g_value_get_int (value);
  return changed;
}

static void
mc_paper_set_property (GObject *object, guint prop, const GValue *value, GParamSpec *pspec)
{
  if (!take_value (MC_PAPER (object), prop, value))
    return;
  g_object_notify_by_pspec (object, pspec);
  mc_sheets_emit_changed (MC_SHEETS (object));
}

static void
mc_paper_finalize (GObject *object)
{
  McPaper *self = MC_PAPER (object);

  for (guint prop = PROP_SCENE; prop < N_PROPS; prop++)
    if (string_of (self, prop))
      g_clear_pointer (string_of (self, prop), g_free);
  g_clear_object (&self->facts.scene);
  G_OBJECT_CLASS (mc_paper_parent_class)->finalize (object);
}

#define FLAGS (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

static GParamSpec *
new_double (const char *name, double least, double most, double value)
{
  return g_param_spec_double (name, NULL, NULL, least, most, value, FLAGS);
}

static GParamSpec *
new_uint (const char *name, guint most, guint value)
{
  return g_param_spec_uint (name, NULL, NULL, 0, most, value, FLAGS);
}

static void
mc_paper_class_init (McPaperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mc_paper_get_property;
  object_class->set_property = mc_paper_set_property;
  object_class->finalize = mc_paper_finalize;

  properties[PROP_SCENE] = g_param_spec_object ("scene", NULL, NULL, MC_TYPE_SCENE, FLAGS);
  properties[PROP_SIZE] = new_uint ("size", MC_PAPER_CUSTOM, MC_PAPER_A4);
  /* Up to 200 inches, the most that PDF readers take. */
  properties[PROP_CUSTOM_WIDTH] = new_double ("custom-width", 72, 14400, MC_A4_WIDTH);
  properties[PROP_CUSTOM_HEIGHT] = new_double ("custom-height", 72, 14400, MC_A4_HEIGHT);
  properties[PROP_LANDSCAPE] = g_param_spec_boolean ("landscape", NULL, NULL, FALSE, FLAGS);
  properties[PROP_MARGIN] = new_double ("margin", 0, 200, 15 * MC_MM);
  properties[PROP_MODE] = new_uint ("mode", MC_PAPER_TILES, MC_PAPER_FIT);
  properties[PROP_SCALE] = new_double ("scale", 0.001, 1000, 1);
  properties[PROP_PALETTE] = new_uint ("palette", MC_PALETTE_PRINT, MC_PALETTE_PRINT);
  properties[PROP_WITH_TITLE] = g_param_spec_boolean ("with-title", NULL, NULL, TRUE, FLAGS);
  properties[PROP_ORGANISATION] = g_param_spec_string ("organisation", NULL, NULL, NULL, FLAGS);
  properties[PROP_PARENT_ORGANISATION] = g_param_spec_string ("parent-organisation", NULL, NULL, NULL, FLAGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, FLAGS);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, FLAGS);
  properties[PROP_AS_OF] = g_param_spec_int ("as-of", NULL, NULL, G_MININT, G_MAXINT, MC_DAY_NONE, FLAGS);
  properties[PROP_WITH_SIGNATURE] = g_param_spec_boolean ("with-signature", NULL, NULL, FALSE, FLAGS);
  properties[PROP_PLACE_AND_DATE] = g_param_spec_string ("place-and-date", NULL, NULL, NULL, FLAGS);
  properties[PROP_SIGNER_TITLE] = g_param_spec_string ("signer-title", NULL, NULL, NULL, FLAGS);
  properties[PROP_SIGNER_NAME] = g_param_spec_string ("signer-name", NULL, NULL, NULL, FLAGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_paper_init (McPaper *self)
{
  self->facts = (McPaperFacts){
    .custom_width = MC_A4_WIDTH,
    .custom_height = MC_A4_HEIGHT,
    .margin = 15 * MC_MM,
    .scale = 1,
    .palette = MC_PALETTE_PRINT,
    .with_title = TRUE,
    .as_of = MC_DAY_NONE,
  };
}

McPaper *
mc_paper_new (McScene *scene)
{
  return g_object_new (MC_TYPE_PAPER, "scene", scene, NULL);
}

McScene *
mc_paper_get_scene (McPaper *self)
{
  return self->facts.scene;
}

const char *
mc_paper_get_title (McPaper *self)
{
  return mc_paper_facts_get_title (&self->facts);
}

const char *
mc_paper_get_subtitle (McPaper *self)
{
  return mc_paper_facts_get_subtitle (&self->facts);
}

void
mc_paper_get_size (McPaper *self, double *width, double *height)
{
  mc_paper_facts_get_size (&self->facts, width, height);
}

guint
mc_paper_get_n_pages (McPaper *self)
{
  McPaperLayout layout;

  mc_paper_layout_init (&layout, &self->facts);
  return layout.n_pages;
}

double
mc_paper_get_scale (McPaper *self)
{
  McPaperLayout layout;

  mc_paper_layout_init (&layout, &self->facts);
  return layout.scale;
}

double
mc_paper_get_ratio (McPaper *self)
{
  return mc_paper_facts_get_ratio (&self->facts, mc_paper_get_scale (self));
}

void
mc_paper_set_ratio (McPaper *self, double ratio)
{
  double at_one = mc_paper_facts_get_ratio (&self->facts, 1);

  if (at_one > 0 && ratio > 0)
    g_object_set (self, "scale", CLAMP (at_one / ratio, 0.001, 1000), NULL);
}

char *
mc_paper_get_problem (McPaper *self)
{
  McPaperLayout layout;

  mc_paper_layout_init (&layout, &self->facts);
  return mc_paper_layout_get_problem (&layout, &self->facts);
}

double
mc_paper_get_least_text (McPaper *self)
{
  g_return_val_if_fail (MC_IS_PAPER (self), 0);
  if (!self->facts.scene || mc_paper_get_ratio (self) > 0)
    return 0;
  return mc_scene_get_least_text (self->facts.scene) * mc_paper_get_scale (self);
}

void
mc_paper_make_readable (McPaper *self)
{
  double least = mc_paper_get_least_text (self);

  if (least <= 0 || least >= MC_PAPER_READABLE)
    return;
  if (self->facts.size == MC_PAPER_A4)
    g_object_set (self, "size", MC_PAPER_A3, NULL);
  if (mc_paper_get_least_text (self) < MC_PAPER_READABLE)
    g_object_set (self, "scale", MC_PAPER_READABLE / mc_scene_get_least_text (self->facts.scene), "mode",
                  MC_PAPER_TILES, NULL);
}

void
mc_paper_paint (McPaper *self, cairo_t *cr, guint page)
{
  McPaperLayout layout;
  McColor ground = mc_palette_get_fill (self->facts.palette, MC_TONE_PAPER);
  g_autoptr (McScene) frame = NULL;

  mc_paper_layout_init (&layout, &self->facts);
  g_return_if_fail (page < layout.n_pages);
  /* White paper is left bare: a printer needs no white rectangle. */
  if (self->facts.palette != MC_PALETTE_PRINT)
    {
      mc_painter_set_source (cr, &ground);
      cairo_paint (cr);
    }
  frame = mc_paper_frame_new (&self->facts, &layout, page);
  if (self->facts.scene)
    mc_paper_layout_paint_drawing (&layout, &self->facts, cr, page);
  mc_painter_paint (cr, frame, self->facts.palette, NULL, MC_ZOOM_PAPER);
}

static guint
sheets_get_n_pages (McSheets *sheets)
{
  return mc_paper_get_n_pages (MC_PAPER (sheets));
}

static void
sheets_get_size (McSheets *sheets, guint page, double *width, double *height)
{
  mc_paper_get_size (MC_PAPER (sheets), width, height);
}

static void
sheets_paint (McSheets *sheets, cairo_t *cr, guint page)
{
  mc_paper_paint (MC_PAPER (sheets), cr, page);
}

static const char *
sheets_get_title (McSheets *sheets)
{
  return mc_paper_get_title (MC_PAPER (sheets));
}

static const char *
sheets_get_subject (McSheets *sheets)
{
  return mc_paper_get_subtitle (MC_PAPER (sheets));
}

static const char *
sheets_get_author (McSheets *sheets)
{
  return MC_PAPER (sheets)->facts.organisation;
}

static char *
sheets_dup_page_name (McSheets *sheets, guint page)
{
  McPaper *self = MC_PAPER (sheets);
  McPaperLayout layout;

  mc_paper_layout_init (&layout, &self->facts);
  return mc_paper_layout_get_page_name (&layout, &self->facts, page);
}

/* The named groups of the drawing, where they stand on the first sheet. */
static GPtrArray *
sheets_list_marks (McSheets *sheets)
{
  McPaper *self = MC_PAPER (sheets);
  McScene *scene = self->facts.scene;
  GPtrArray *marks = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_sheet_mark_free);
  McPaperLayout layout;
  McRect drawing, bounds;
  double scale;

  if (!scene)
    return marks;
  bounds = mc_scene_get_bounds (scene);
  mc_paper_layout_init (&layout, &self->facts);
  scale = mc_paper_layout_get_drawing (&layout, &self->facts, &drawing);
  for (guint i = 0; i < mc_scene_get_n_nodes (scene); i++)
    {
      McSceneNode *node = mc_scene_get_node (scene, i);
      McRect box = mc_scene_node_get_bounds (node);

      if (mc_scene_node_get_role (node) == MC_SCENE_GROUP && mc_scene_node_get_name (node))
        g_ptr_array_add (marks,
                         mc_sheet_mark_new (mc_scene_node_get_name (node), 0, drawing.x + (box.x - bounds.x) * scale,
                                            drawing.y + (box.y - bounds.y) * scale));
    }
  return marks;
}

static char *
sheets_dup_problem (McSheets *sheets)
{
  return mc_paper_get_problem (MC_PAPER (sheets));
}

static void
sheets_init (McSheetsInterface *iface)
{
  iface->get_n_pages = sheets_get_n_pages;
  iface->get_size = sheets_get_size;
  iface->paint = sheets_paint;
  iface->get_title = sheets_get_title;
  iface->get_subject = sheets_get_subject;
  iface->get_author = sheets_get_author;
  iface->dup_page_name = sheets_dup_page_name;
  iface->list_marks = sheets_list_marks;
  iface->dup_problem = sheets_dup_problem;
}
