/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-dxf-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-dxf-private.h"
#include "mc-error.h"
#include "mc-thread.h"

static void
block_free (gpointer data)
{
  McDxfBlock *block = data;

  g_ptr_array_unref (block->entities);
  g_free (block);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McDxfBlock, block_free)

static void
drawing_init (McDxfDrawing *self)
{
  *self = (McDxfDrawing){ 0 };
  self->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->blocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, block_free);
  self->entities = g_ptr_array_new_with_free_func (mc_dxf_entity_free);
}

static void
drawing_clear (McDxfDrawing *self)
{
  g_free (self->charset.code_page);
  g_hash_table_unref (self->hidden);
  g_hash_table_unref (self->blocks);
  g_ptr_array_unref (self->entities);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (McDxfDrawing, drawing_clear)

/* The next pair, which must be there. */
static gboolean
next (McDxfLexer *lexer, GError **error)
{
  GError *local = NULL;

  if (mc_dxf_lexer_next (lexer, &local))
    return TRUE;
  if (!local)
    return mc_dxf_lexer_fail (lexer, error, _ ("the file ends in the middle of a drawing"));
  g_propagate_error (error, local);
  return FALSE;
}

/* $INSUNITS, as Autodesk numbers them. */
static double
unit_of (int number)
{
  static const double metres[] = { 0,       0.0254, 0.3048, 1609.344, 0.001, 0.01, 1,  1000, 25.4e-9,
                                   25.4e-6, 0.9144, 1e-10,  1e-9,     1e-6,  0.1,  10, 100,  1e9 };

  return number >= 0 && number < (int)G_N_ELEMENTS (metres) ? metres[number] : 0;
}

static gboolean
take_variable (McDxfLexer *lexer, McDxfDrawing *drawing, const char *name, GError **error)
{
  g_autofree char *value = mc_dxf_lexer_dup (lexer);
  int number;

  if (g_str_equal (name, "$ACADVER") && lexer->pair.code == 1)
    drawing->charset.utf8 = strcmp (value, "AC1021") >= 0;
  else if (g_str_equal (name, "$DWGCODEPAGE") && lexer->pair.code == 3)
    {
      g_free (drawing->charset.code_page);
      drawing->charset.code_page = mc_dxf_text_code_page (value);
    }
  else if (g_str_equal (name, "$INSUNITS") && lexer->pair.code == 70)
    {
      if (!mc_dxf_lexer_integer (lexer, &number, error))
        return FALSE;
      drawing->metres_per_unit = unit_of (number);
    }
  return TRUE;
}

static gboolean
read_header (McDxfLexer *lexer, McDxfDrawing *drawing, GError **error)
{
  g_autofree char *name = g_strdup ("");

  for (;;)
    {
      if (!next (lexer, error))
        return FALSE;
      if (lexer->pair.code == 0)
        return mc_dxf_lexer_is (lexer, 0, "ENDSEC") ||
               mc_dxf_lexer_fail (lexer, error, _ ("the end of a section was expected here"));
      if (lexer->pair.code == 9)
        {
          g_free (name);
          name = mc_dxf_lexer_dup (lexer);
        }
      else if (!take_variable (lexer, drawing, name, error))
        return FALSE;
    }
}

/* Which layers are off (a colour below 0) or frozen. */
static gboolean
read_tables (McDxfLexer *lexer, McDxfDrawing *drawing, GError **error)
{
  g_autofree char *name = NULL;
  gboolean layer = FALSE;

  for (;;)
    {
      int number = 0;

      if (!next (lexer, error))
        return FALSE;
      if (lexer->pair.code == 0)
        {
          if (mc_dxf_lexer_is (lexer, 0, "ENDSEC"))
            return TRUE;
          layer = mc_dxf_lexer_is (lexer, 0, "LAYER");
          g_clear_pointer (&name, g_free);
        }
      else if (layer && lexer->pair.code == 2)
        {
          g_free (name);
          name = mc_dxf_text_decode (&drawing->charset, lexer->pair.value, lexer->pair.length);
        }
      else if (layer && (lexer->pair.code == 62 || lexer->pair.code == 70))
        {
          gboolean colour = lexer->pair.code == 62;

          if (!mc_dxf_lexer_integer (lexer, &number, error))
            return FALSE;
          if (name && (colour ? number < 0 : number & 1))
            g_hash_table_add (drawing->hidden, g_strdup (name));
        }
    }
}

static gboolean
read_entities (McDxfLexer *lexer, McDxfDrawing *drawing, GPtrArray *entities, const char *until, GError **error)
{
  for (;;)
    {
      if (!next (lexer, error))
        return FALSE;
      if (mc_dxf_lexer_is (lexer, 0, until))
        return TRUE;
      if (lexer->pair.code != 0 || mc_dxf_lexer_is (lexer, 0, "EOF") || mc_dxf_lexer_is (lexer, 0, "ENDSEC") ||
          mc_dxf_lexer_is (lexer, 0, "SECTION"))
        return mc_dxf_lexer_fail (lexer, error, _ ("something to draw was expected here"));
      if (!mc_dxf_read_entity (lexer, drawing, entities, error))
        return FALSE;
    }
}

static gboolean
read_block_head (McDxfLexer *lexer, McDxfBlock *block, char **name, GError **error)
{
  for (;;)
    {
      if (!next (lexer, error))
        return FALSE;
      switch (lexer->pair.code)
        {
        case 0:
          mc_dxf_lexer_back (lexer);
          return TRUE;
        case 2:
          g_free (*name);
          *name = mc_dxf_lexer_dup (lexer);
          break;
        case 10:
          if (!mc_dxf_lexer_number (lexer, &block->x, error))
            return FALSE;
          break;
        case 20:
          if (!mc_dxf_lexer_number (lexer, &block->y, error))
            return FALSE;
          break;
        default:
          break;
        }
    }
}

static gboolean
read_block (McDxfLexer *lexer, McDxfDrawing *drawing, GError **error)
{
  g_autoptr (McDxfBlock) block = g_new0 (McDxfBlock, 1);
  g_autofree char *name = NULL;

  block->entities = g_ptr_array_new_with_free_func (mc_dxf_entity_free);
  if (!read_block_head (lexer, block, &name, error) ||
      !read_entities (lexer, drawing, block->entities, "ENDBLK", error))
    return FALSE;
  if (name)
    g_hash_table_insert (drawing->blocks, g_ascii_strup (name, -1), g_steal_pointer (&block));
  return TRUE;
}

static gboolean
read_blocks (McDxfLexer *lexer, McDxfDrawing *drawing, GError **error)
{
  for (;;)
    {
      if (!next (lexer, error))
        return FALSE;
      if (mc_dxf_lexer_is (lexer, 0, "ENDSEC"))
        return TRUE;
      if (mc_dxf_lexer_is (lexer, 0, "BLOCK"))
        {
          if (!read_block (lexer, drawing, error))
            return FALSE;
        }
      else if (lexer->pair.code == 0)
        return mc_dxf_lexer_fail (lexer, error, _ ("a block was expected here"));
      /* Other groups are the rest of ENDBLK. */
    }
}

static gboolean
skip_section (McDxfLexer *lexer, GError **error)
{
  do
    if (!next (lexer, error))
      return FALSE;
  while (!mc_dxf_lexer_is (lexer, 0, "ENDSEC"));
  return TRUE;
}

static gboolean
read_section (McDxfLexer *lexer, McDxfDrawing *drawing, gboolean *any, GError **error)
{
  if (!next (lexer, error))
    return FALSE;
  if (mc_dxf_lexer_is (lexer, 2, "HEADER"))
    return read_header (lexer, drawing, error);
  if (mc_dxf_lexer_is (lexer, 2, "TABLES"))
    return read_tables (lexer, drawing, error);
  if (mc_dxf_lexer_is (lexer, 2, "BLOCKS"))
    return read_blocks (lexer, drawing, error);
  if (mc_dxf_lexer_is (lexer, 2, "ENTITIES"))
    {
      *any = TRUE;
      return read_entities (lexer, drawing, drawing->entities, "ENDSEC", error);
    }
  return skip_section (lexer, error);
}

static gboolean
read_drawing (McDxfLexer *lexer, McDxfDrawing *drawing, GError **error)
{
  gboolean any = FALSE;
  GError *local = NULL;

  while (mc_dxf_lexer_next (lexer, &local))
    {
      if (mc_dxf_lexer_is (lexer, 0, "EOF"))
        break;
      if (lexer->pair.code == 999) /* a comment */
        continue;
      if (!mc_dxf_lexer_is (lexer, 0, "SECTION"))
        return mc_dxf_lexer_fail (lexer, error, _ ("a section was expected here; this may be no DXF file"));
      if (!read_section (lexer, drawing, &any, error))
        return FALSE;
    }
  if (local)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (!any)
    g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ ("The DXF file has no drawing in it."));
  return any;
}

/* What can be told by the first bytes. */
static gboolean
check_kind (const char *data, gsize size, GError **error)
{
  static const char binary[] = "AutoCAD Binary DXF";

  if (size > MC_DXF_MAX_BYTES)
    g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("The file is larger than %d MiB."), MC_DXF_MAX_BYTES >> 20);
  else if (size >= sizeof binary - 1 && memcmp (data, binary, sizeof binary - 1) == 0)
    g_set_error_literal (error, MC_ERROR, MC_ERROR_UNSUPPORTED,
                         _ ("This is a binary DXF file. Please save it as an ASCII DXF, best of release 12 (R12)."));
  else if (size >= 6 && memcmp (data, "AC10", 4) == 0 && g_ascii_isdigit (data[4]) && g_ascii_isdigit (data[5]))
    g_set_error_literal (error, MC_ERROR, MC_ERROR_UNSUPPORTED,
                         _ ("This is a DWG file. Please save it as an ASCII DXF, best of release 12 (R12)."));
  else if (size == 0 || memchr (data, 0, MIN (size, 4096)))
    g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ ("This is no DXF file."));
  else
    return TRUE;
  return FALSE;
}

McSketch *
mc_dxf_read (GBytes *bytes, guint *n_ignored, GError **error)
{
  gsize size;
  const char *data;
  McDxfLexer lexer;
  g_auto (McDxfDrawing) drawing = { 0 };
  g_autoptr (McSketch) sketch = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  drawing_init (&drawing);
  data = g_bytes_get_data (bytes, &size);
  if (!check_kind (data, size, error))
    return NULL;
  mc_dxf_lexer_init (&lexer, data, size);
  if (!read_drawing (&lexer, &drawing, error))
    return NULL;
  sketch = mc_sketch_new (drawing.metres_per_unit);
  if (!mc_dxf_expand (&drawing, sketch, error))
    return NULL;
  if (n_ignored)
    *n_ignored = drawing.n_ignored;
  return g_steal_pointer (&sketch);
}

static DexFuture *
read_on_thread (gpointer data)
{
  GError *error = NULL;
  McSketch *sketch = mc_dxf_read (data, NULL, &error);

  return sketch ? dex_future_new_take_boxed (MC_TYPE_SKETCH, sketch) : dex_future_new_for_error (error);
}

DexFuture *
mc_dxf_read_on_thread (GBytes *bytes)
{
  g_return_val_if_fail (bytes != NULL, NULL);
  return mc_thread_spawn ("dxf", read_on_thread, g_bytes_ref (bytes), (GDestroyNotify)g_bytes_unref);
}
