/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One entity of a DXF: its group codes, as Autodesk's DXF reference numbers them. */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mc-dxf-private.h"

void
mc_dxf_entity_free (gpointer data)
{
  McDxfEntity *entity = data;

  g_free (entity->layer);
  g_free (entity->text);
  g_array_unref (entity->points);
  g_free (entity);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McDxfEntity, mc_dxf_entity_free)

/* What an entity says, before it is known what to make of it. */
typedef struct
{
  char *layer;
  GArray *places;    /* McDxfVertex: the groups 10, 20 in turn, with 42 after them */
  double x[4], y[4]; /* groups 10 to 13 and 20 to 23, the last of each */
  gboolean has_second;
  double n[60]; /* groups 40 to 59 at [40 … 59] */
  gboolean seen[60];
  int flags[80]; /* groups 60 to 79 */
  gboolean down; /* group 230 below 0 */
  GString *text; /* groups 3 and 1 */
  char *name;    /* group 2 */
} Groups;

static void
groups_clear (Groups *self)
{
  g_clear_pointer (&self->layer, g_free);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->name, g_free);
  if (self->text)
    g_string_free (self->text, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Groups, groups_clear)

static gboolean
take_place (McDxfLexer *lexer, Groups *groups, GError **error)
{
  int code = lexer->pair.code;
  double number;

  if (!mc_dxf_lexer_number (lexer, &number, error))
    return FALSE;
  if (code < 20)
    groups->x[code - 10] = number;
  else
    groups->y[code - 20] = number;
  if (code == 11)
    groups->has_second = TRUE;
  if (code == 10)
    {
      McDxfVertex place = { number, 0, 0 };

      g_array_append_val (groups->places, place);
      if (groups->places->len > MC_DXF_MAX_POINTS)
        return mc_dxf_lexer_fail (lexer, error, _ ("there are more points than can be drawn"));
    }
  else if (code == 20 && groups->places->len > 0)
    g_array_index (groups->places, McDxfVertex, groups->places->len - 1).y = number;
  return TRUE;
}

static gboolean
take_number (McDxfLexer *lexer, Groups *groups, GError **error)
{
  int code = lexer->pair.code;

  if (!mc_dxf_lexer_number (lexer, &groups->n[code], error))
    return FALSE;
  groups->seen[code] = TRUE;
  if (code == 42 && groups->places->len > 0)
    g_array_index (groups->places, McDxfVertex, groups->places->len - 1).bulge = groups->n[code];
  return TRUE;
}

static gboolean
take (McDxfLexer *lexer, const McDxfDrawing *drawing, Groups *groups, GError **error)
{
  const McDxfPair *pair = &lexer->pair;
  double number;

  if ((pair->code >= 10 && pair->code <= 13) || (pair->code >= 20 && pair->code <= 23))
    return take_place (lexer, groups, error);
  if (pair->code >= 40 && pair->code < 60)
    return take_number (lexer, groups, error);
  if (pair->code >= 60 && pair->code < 80)
    return mc_dxf_lexer_integer (lexer, &groups->flags[pair->code], error);
  if (pair->code == 8)
    {
      g_free (groups->layer);
      groups->layer = mc_dxf_text_decode (&drawing->charset, pair->value, pair->length);
    }
  else if (pair->code == 2)
    {
      g_free (groups->name);
      groups->name = mc_dxf_lexer_dup (lexer);
    }
  else if (pair->code == 1 || pair->code == 3)
    g_string_append_len (groups->text, pair->value, (gssize)pair->length);
  else if (pair->code == 230)
    {
      if (!mc_dxf_lexer_number (lexer, &number, error))
        return FALSE;
      groups->down = number < 0;
    }
  return TRUE;
}

/* All groups up to the next entity. */
static gboolean
read_groups (McDxfLexer *lexer, const McDxfDrawing *drawing, Groups *groups, GError **error)
{
  GError *local = NULL;

  groups->places = g_array_new (FALSE, FALSE, sizeof (McDxfVertex));
  groups->text = g_string_new (NULL);
  while (mc_dxf_lexer_next (lexer, &local))
    {
      if (lexer->pair.code == 0)
        {
          mc_dxf_lexer_back (lexer);
          return TRUE;
        }
      if (!take (lexer, drawing, groups, error))
        return FALSE;
    }
  if (!local)
    return mc_dxf_lexer_fail (lexer, error, _ ("the file ends in the middle of a drawing"));
  g_propagate_error (error, local);
  return FALSE;
}

static McDxfEntity *
entity_new (McDxfKind kind, const Groups *groups)
{
  McDxfEntity *entity = g_new0 (McDxfEntity, 1);

  entity->kind = kind;
  entity->layer = g_strdup (groups->layer ? groups->layer : "0");
  entity->points = g_array_new (FALSE, FALSE, sizeof (McDxfVertex));
  entity->mirrored = groups->down;
  entity->scale_x = entity->scale_y = 1;
  entity->columns = entity->rows = 1;
  return entity;
}

static void
add_point (McDxfEntity *entity, double x, double y)
{
  McDxfVertex vertex = { x, y, 0 };

  g_array_append_val (entity->points, vertex);
}

static McDxfEntity *
make_line (const Groups *groups)
{
  McDxfEntity *entity = entity_new (MC_DXF_PATH, groups);

  add_point (entity, groups->x[0], groups->y[0]);
  add_point (entity, groups->x[1], groups->y[1]);
  return entity;
}

static McDxfEntity *
make_path (const Groups *groups)
{
  McDxfEntity *entity = entity_new (MC_DXF_PATH, groups);

  g_array_append_vals (entity->points, groups->places->data, groups->places->len);
  entity->closed = groups->flags[70] & 1;
  return entity;
}

/* A curve by its control points: near enough for a background. */
static McDxfEntity *
make_spline (const Groups *groups)
{
  McDxfEntity *entity = make_path (groups);

  for (guint i = 0; i < entity->points->len; i++)
    g_array_index (entity->points, McDxfVertex, i).bulge = 0;
  return entity;
}

/* The corners of a filled face come in the order of a bow tie; those of a 3DFACE go round. */
static McDxfEntity *
make_face (const Groups *groups, gboolean bow)
{
  static const guint order[2][4] = { { 0, 1, 2, 3 }, { 0, 1, 3, 2 } };
  McDxfEntity *entity = entity_new (MC_DXF_PATH, groups);

  for (guint i = 0; i < 4; i++)
    add_point (entity, groups->x[order[bow][i]], groups->y[order[bow][i]]);
  entity->closed = TRUE;
  return entity;
}

static McDxfEntity *
make_arc (const Groups *groups, gboolean whole)
{
  McDxfEntity *entity = entity_new (MC_DXF_ARC, groups);

  add_point (entity, groups->x[0], groups->y[0]);
  entity->size = fabs (groups->n[40]);
  entity->from = whole ? 0 : groups->n[50];
  entity->to = whole ? 360 : groups->n[51];
  return entity;
}

static McDxfEntity *
make_ellipse (const Groups *groups)
{
  McDxfEntity *entity = entity_new (MC_DXF_ELLIPSE, groups);

  add_point (entity, groups->x[0], groups->y[0]);
  entity->dx = groups->x[1];
  entity->dy = groups->y[1];
  entity->ratio = groups->n[40];
  entity->from = groups->n[41];
  entity->to = groups->seen[42] ? groups->n[42] : 2 * G_PI;
  /* It is in the axes of the world, not in its own. */
  entity->mirrored = FALSE;
  return entity;
}

static McDxfEntity *
make_text (const Groups *groups, const McDxfDrawing *drawing)
{
  McDxfEntity *entity = entity_new (MC_DXF_TEXT, groups);
  gboolean aligned = (groups->flags[72] || groups->flags[73]) && groups->has_second;

  /* Fitted between two points (3, 5), it begins at the first. */
  if (groups->flags[72] == 3 || groups->flags[72] == 5)
    aligned = FALSE;
  add_point (entity, aligned ? groups->x[1] : groups->x[0], aligned ? groups->y[1] : groups->y[0]);
  /* 4 is the middle of the text both ways. */
  entity->across = aligned && (groups->flags[72] == 1 || groups->flags[72] == 4) ? 0.5
                   : aligned && groups->flags[72] == 2                           ? 1
                                                                                 : 0;
  entity->up = aligned && (groups->flags[72] == 4 || groups->flags[73] == 2) ? 0.5
               : aligned && groups->flags[73] == 3                           ? 1
                                                                             : 0;
  entity->size = groups->n[40];
  entity->rotation = groups->n[50];
  entity->text = mc_dxf_text_decode (&drawing->charset, groups->text->str, groups->text->len);
  return entity;
}

static McDxfEntity *
make_mtext (const Groups *groups, const McDxfDrawing *drawing)
{
  McDxfEntity *entity = entity_new (MC_DXF_TEXT, groups);
  g_autofree char *text = mc_dxf_text_decode (&drawing->charset, groups->text->str, groups->text->len);
  int attachment = CLAMP (groups->flags[71], 1, 9) - 1;

  add_point (entity, groups->x[0], groups->y[0]);
  entity->size = groups->n[40];
  entity->rotation = groups->has_second ? atan2 (groups->y[1], groups->x[1]) * 180 / G_PI : groups->n[50];
  entity->across = 0.5 * (attachment % 3);
  entity->up = attachment < 3 ? 1 : attachment < 6 ? 0.5 : 0;
  entity->text = mc_dxf_text_plain (text);
  return entity;
}

static McDxfEntity *
make_insert (const Groups *groups)
{
  McDxfEntity *entity = entity_new (MC_DXF_INSERT, groups);

  add_point (entity, groups->x[0], groups->y[0]);
  entity->text = g_strdup (groups->name ? groups->name : "");
  entity->scale_x = groups->seen[41] ? groups->n[41] : 1;
  entity->scale_y = groups->seen[42] ? groups->n[42] : 1;
  entity->rotation = groups->n[50];
  entity->columns = MAX (groups->flags[70], 1);
  entity->rows = MAX (groups->flags[71], 1);
  entity->dx = groups->n[44];
  entity->dy = groups->n[45];
  return entity;
}

/* A dimension is drawn by a block of its own, which lies where it should. */
static McDxfEntity *
make_dimension (const Groups *groups)
{
  McDxfEntity *entity = entity_new (MC_DXF_INSERT, groups);

  add_point (entity, 0, 0);
  entity->mirrored = FALSE;
  entity->text = g_strdup (groups->name ? groups->name : "");
  return entity;
}

/* The VERTEX entities of a POLYLINE, up to its SEQEND. */
static gboolean
read_vertices (McDxfLexer *lexer, const McDxfDrawing *drawing, McDxfEntity *polyline, GError **error)
{
  GError *local = NULL;

  while (mc_dxf_lexer_next (lexer, &local))
    {
      g_auto (Groups) groups = { 0 };
      gboolean vertex = mc_dxf_lexer_is (lexer, 0, "VERTEX");
      gboolean end = mc_dxf_lexer_is (lexer, 0, "SEQEND");

      if (!vertex && !end)
        return mc_dxf_lexer_fail (lexer, error, _ ("a polyline has no end"));
      if (!read_groups (lexer, drawing, &groups, error))
        return FALSE;
      if (end)
        return TRUE;
      /* Points of the frame of a curve (16) and of faces (128) are not on it. */
      if (groups.places->len > 0 && !(groups.flags[70] & (16 | 128)))
        g_array_append_val (polyline->points, g_array_index (groups.places, McDxfVertex, 0));
      if (polyline->points->len > MC_DXF_MAX_POINTS)
        return mc_dxf_lexer_fail (lexer, error, _ ("there are more points than can be drawn"));
    }
  if (!local)
    return mc_dxf_lexer_fail (lexer, error, _ ("a polyline has no end"));
  g_propagate_error (error, local);
  return FALSE;
}

static McDxfEntity *
make (const char *type, const Groups *groups, const McDxfDrawing *drawing)
{
  if (g_str_equal (type, "LINE"))
    return make_line (groups);
  if (g_str_equal (type, "LWPOLYLINE"))
    return make_path (groups);
  if (g_str_equal (type, "ARC") || g_str_equal (type, "CIRCLE"))
    return make_arc (groups, *type == 'C');
  if (g_str_equal (type, "ELLIPSE"))
    return make_ellipse (groups);
  if (g_str_equal (type, "SPLINE"))
    return make_spline (groups);
  if (g_str_equal (type, "SOLID") || g_str_equal (type, "TRACE") || g_str_equal (type, "3DFACE"))
    return make_face (groups, *type != '3');
  if (g_str_equal (type, "TEXT") || g_str_equal (type, "ATTRIB"))
    return make_text (groups, drawing);
  if (g_str_equal (type, "MTEXT"))
    return make_mtext (groups, drawing);
  if (g_str_equal (type, "INSERT"))
    return make_insert (groups);
  if (g_str_equal (type, "DIMENSION"))
    return make_dimension (groups);
  return NULL;
}

gboolean
mc_dxf_read_entity (McDxfLexer *lexer, McDxfDrawing *drawing, GPtrArray *entities, GError **error)
{
  g_autofree char *type = mc_dxf_lexer_dup (lexer);
  g_auto (Groups) groups = { 0 };
  g_autoptr (McDxfEntity) entity = NULL;

  if (!read_groups (lexer, drawing, &groups, error))
    return FALSE;
  if (g_str_equal (type, "POLYLINE"))
    {
      entity = entity_new (MC_DXF_PATH, &groups);
      entity->closed = groups.flags[70] & 1;
      if (!read_vertices (lexer, drawing, entity, error))
        return FALSE;
      /* Nets of surfaces (16, 64) are not lines. */
      if (groups.flags[70] & (16 | 64))
        g_clear_pointer (&entity, mc_dxf_entity_free);
    }
  else
    entity = make (type, &groups, drawing);
  if (!entity)
    {
      /* SEQEND ends the attributes of an insert. */
      drawing->n_ignored += !g_str_equal (type, "SEQEND") && !g_str_equal (type, "ATTDEF");
      return TRUE;
    }
  /* What lies in paper space (67) is the sheet, not the building; what is invisible (60) stays so. */
  if (groups.flags[67] == 1 || groups.flags[60] == 1 || (entity->kind == MC_DXF_TEXT && !*entity->text))
    return TRUE;
  drawing->n_points += entity->points->len;
  if (drawing->n_points > MC_DXF_MAX_POINTS)
    return mc_dxf_lexer_fail (lexer, error, _ ("there are more points than can be drawn"));
  g_ptr_array_add (entities, g_steal_pointer (&entity));
  return TRUE;
}
