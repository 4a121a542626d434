/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-grid-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Cells as a table of text, one column a session, so that they go to spreadsheets and come from there. A table that has
 * one wrong code is not taken at all: the message says where it is. */

#define MOST_BYTES (4 * 1024 * 1024)

void
mc_roster_grid_copy (McRosterGrid *self)
{
  Range box = mc_roster_grid_selection_get_box (self);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->ranges->len == 0)
    return;
  for (guint row = box.row; row <= box.to_row; row++)
    {
      if (!mc_roster_grid_selection_is_cell (self, row))
        continue;
      for (guint slot = box.slot; slot <= box.to_slot; slot++)
        {
          McRosterGridLook look = mc_roster_grid_source_get_look (self->source, row, slot);
          const char *code = look.code ? look.code : look.text;

          g_string_append_printf (text, "%s%s", slot > box.slot ? "\t" : "", code ? code : "");
        }
      g_string_append_c (text, '\n');
    }
  gdk_clipboard_set_text (clipboard, text->str);
  if (self->ranges->len > 1)
    mc_roster_grid_emit_message (self, _ ("Only the last of the selected ranges was copied."));
}

/* The lines of a table, each as its cells; the line end after the last is no line. */
static GPtrArray *
split (const char *text)
{
  g_autoptr (GString) plain = g_string_new (text);
  g_auto (GStrv) lines = NULL;
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  g_string_replace (plain, "\r\n", "\n", 0);
  if (g_str_has_suffix (plain->str, "\n"))
    g_string_truncate (plain, plain->len - 1);
  lines = g_strsplit (plain->str, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    g_ptr_array_add (table, g_strsplit (lines[i], "\t", -1));
  return table;
}

static int *
read_table (McRosterGrid *self, GPtrArray *table, guint *n_columns, GError **error)
{
  guint most = 1;
  g_autofree int *duties = NULL;

  for (guint i = 0; i < table->len; i++)
    most = MAX (most, g_strv_length (g_ptr_array_index (table, i)));
  duties = g_new (int, table->len *most);
  for (guint i = 0; i < table->len * most; i++)
    duties[i] = MC_ROSTER_GRID_FREE;
  for (guint i = 0; i < table->len; i++)
    {
      GStrv cells = g_ptr_array_index (table, i);

      for (guint j = 0; cells[j]; j++)
        if (!mc_roster_grid_source_parse (self->source, g_strstrip (cells[j]), &duties[i * most + j], error))
          {
            g_prefix_error (error, _ ("Line %u, column %u: "), i + 1, j + 1);
            return NULL;
          }
    }
  *n_columns = most;
  return g_steal_pointer (&duties);
}

/* One cell fills all that is selected; a table is laid down from the upper left corner, as often as it fits into what
 * is selected. Headings are stepped over. */
static void
lay_down (McRosterGrid *self, const int *duties, guint n_lines, guint n_columns)
{
  g_autoptr (McGridEdit) edit = mc_grid_edit_new (MC_GRID_VERB_PASTE);
  Range box = mc_roster_grid_selection_get_box (self);
  guint n_slots = self->n_days * self->n_parts, lines = 0, tall, wide;
  gboolean cut;

  for (guint row = box.row; row <= box.to_row; row++)
    lines += mc_roster_grid_selection_is_cell (self, row) ? 1 : 0;
  wide = MAX (n_columns, (box.to_slot - box.slot + 1) / n_columns * n_columns);
  tall = MAX (n_lines, lines / n_lines * n_lines);
  cut = box.slot + wide > n_slots;
  lines = 0;
  for (guint row = box.row; row < self->n_rows && lines < tall; row++)
    {
      if (!mc_roster_grid_selection_is_cell (self, row))
        continue;
      for (guint i = 0; i < wide && box.slot + i < n_slots; i++)
        mc_grid_edit_add (edit, row, box.slot + i, duties[lines % n_lines * n_columns + i % n_columns]);
      lines++;
    }
  cut = cut || lines < tall;
  mc_roster_grid_emit_edit (self, edit);
  if (cut)
    mc_roster_grid_emit_message (self, _ ("What did not fit into the roster was left out."));
}

static void
take (McRosterGrid *self, const char *text)
{
  g_autoptr (GPtrArray) table = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree int *duties = NULL;
  guint n_columns = 0;

  if (strlen (text) > MOST_BYTES)
    {
      mc_roster_grid_emit_message (self, _ ("The clipboard holds too much for a roster."));
      return;
    }
  table = split (text);
  duties = read_table (self, table, &n_columns, &error);
  if (duties)
    lay_down (self, duties, table->len, n_columns);
  else
    mc_roster_grid_emit_message (self, error->message);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (McRosterGrid) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->source || !self->editable)
    return;
  if (text && *text && self->ranges->len > 0)
    take (self, text);
  else
    mc_roster_grid_emit_message (self, _ ("There is no text on the clipboard."));
}

void
mc_roster_grid_paste (McRosterGrid *self)
{
  if (self->ranges->len == 0)
    return;
  if (self->pasting)
    g_cancellable_cancel (self->pasting);
  g_clear_object (&self->pasting);
  self->pasting = g_cancellable_new ();
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->pasting, read_cb,
                                 g_object_ref (self));
}
