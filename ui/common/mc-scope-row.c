/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-scope-row.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "mc-entity.h"
#include "mc-reference.h"

/* More names than these would not be read. */
#define MOST_NAMES 4

struct _McScopeRow
{
  AdwExpanderRow parent_instance;

  char *member;
  GListModel *things;
  GtkEditable *scope;
  GPtrArray *lines; /* (element-type AdwActionRow): of the things, in their order; made when they are first seen */
  gboolean syncing;
};

G_DEFINE_FINAL_TYPE (McScopeRow, mc_scope_row, ADW_TYPE_EXPANDER_ROW)

static JsonObject *
read_scope (const char *scope)
{
  g_autoptr (JsonNode) root = json_from_string (scope, NULL);

  return root && JSON_NODE_HOLDS_OBJECT (root) ? json_node_dup_object (root) : json_object_new ();
}

static JsonArray *
get_ids (JsonObject *scope, const char *member)
{
  return json_object_has_member (scope, member) ? json_object_get_array_member (scope, member) : NULL;
}

static gboolean
has_id (JsonArray *ids, gint64 id)
{
  for (guint i = 0; ids && i < json_array_get_length (ids); i++)
    if (json_array_get_int_element (ids, i) == id)
      return TRUE;
  return FALSE;
}

gboolean
mc_scope_is_all (const char *scope)
{
  g_autoptr (JsonObject) read = read_scope (scope);

  return json_object_get_size (read) == 0;
}

gboolean
mc_scope_names (const char *scope, const char *member, gint64 id)
{
  g_autoptr (JsonObject) read = read_scope (scope);

  return has_id (get_ids (read, member), id);
}

static char *
name_chosen (McScopeRow *self, JsonArray *ids)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (self->things); i++)
    {
      g_autoptr (McEntity) thing = g_list_model_get_item (self->things, i);
      g_autofree char *name = has_id (ids, mc_entity_get_id (thing)) ? mc_reference_text (thing) : NULL;

      if (name && n++ < MOST_NAMES)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", name);
    }
  if (n > MOST_NAMES)
    g_string_append_printf (text, ngettext (" and %u more", " and %u more", n - MOST_NAMES), n - MOST_NAMES);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : g_strdup (C_ ("scope", "All"));
}

static GtkCheckButton *
get_tick (AdwActionRow *line)
{
  return GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (line));
}

static void
refresh (McScopeRow *self)
{
  g_autoptr (JsonObject) scope = read_scope (gtk_editable_get_text (self->scope));
  JsonArray *ids = get_ids (scope, self->member);
  g_autofree char *names = name_chosen (self, ids);

  if (self->syncing)
    return;
  self->syncing = TRUE;
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), names);
  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autoptr (McEntity) thing = g_list_model_get_item (self->things, i);

      gtk_check_button_set_active (get_tick (self->lines->pdata[i]), has_id (ids, mc_entity_get_id (thing)));
    }
  self->syncing = FALSE;
}

/* What is chosen but not in the list (who has left) stays chosen. */
static JsonArray *
collect_ids (McScopeRow *self, JsonArray *before)
{
  JsonArray *ids = json_array_new ();
  g_autoptr (GHashTable) listed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autoptr (McEntity) thing = g_list_model_get_item (self->things, i);
      gint64 id = mc_entity_get_id (thing);

      g_hash_table_add (listed, g_memdup2 (&id, sizeof id));
      if (gtk_check_button_get_active (get_tick (self->lines->pdata[i])))
        json_array_add_int_element (ids, id);
    }
  for (guint i = 0; before && i < json_array_get_length (before); i++)
    {
      gint64 id = json_array_get_int_element (before, i);

      if (!g_hash_table_contains (listed, &id))
        json_array_add_int_element (ids, id);
    }
  return ids;
}

static void
toggled_cb (McScopeRow *self)
{
  g_autoptr (JsonObject) scope = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  JsonArray *ids;

  if (self->syncing)
    return;
  scope = read_scope (gtk_editable_get_text (self->scope));
  ids = collect_ids (self, get_ids (scope, self->member));
  if (json_array_get_length (ids) > 0)
    json_object_set_array_member (scope, self->member, ids);
  else
    {
      json_object_remove_member (scope, self->member);
      json_array_unref (ids);
    }
  root = json_node_init_object (json_node_alloc (), scope);
  text = json_to_string (root, FALSE);
  gtk_editable_set_text (self->scope, text);
}

static void
make_lines (McScopeRow *self)
{
  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)) || self->lines->len > 0)
    return;
  self->syncing = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (self->things); i++)
    {
      g_autoptr (McEntity) thing = g_list_model_get_item (self->things, i);
      g_autofree char *name = mc_reference_text (thing);
      GtkWidget *line = g_object_new (ADW_TYPE_ACTION_ROW, "title", name, "use-markup", FALSE, NULL);
      GtkWidget *tick = gtk_check_button_new ();

      gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
      adw_action_row_add_prefix (ADW_ACTION_ROW (line), tick);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (line), tick);
      g_signal_connect_object (tick, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), line);
      g_ptr_array_add (self->lines, line);
    }
  self->syncing = FALSE;
  refresh (self);
}

static void
things_changed_cb (McScopeRow *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->lines->pdata[i]);
  g_ptr_array_set_size (self->lines, 0);
  make_lines (self);
  refresh (self);
}

static void
mc_scope_row_dispose (GObject *object)
{
  McScopeRow *self = MC_SCOPE_ROW (object);

  g_ptr_array_set_size (self->lines, 0);
  if (self->things)
    g_signal_handlers_disconnect_by_func (self->things, things_changed_cb, self);
  g_clear_object (&self->things);
  g_clear_object (&self->scope);
  G_OBJECT_CLASS (mc_scope_row_parent_class)->dispose (object);
}

static void
mc_scope_row_finalize (GObject *object)
{
  McScopeRow *self = MC_SCOPE_ROW (object);

  g_free (self->member);
  g_ptr_array_unref (self->lines);
  G_OBJECT_CLASS (mc_scope_row_parent_class)->finalize (object);
}

static void
mc_scope_row_class_init (McScopeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_scope_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = mc_scope_row_finalize;
}

static void
mc_scope_row_init (McScopeRow *self)
{
  self->lines = g_ptr_array_new ();
}

GtkWidget *
mc_scope_row_new (
    const char *title, const char *member, McSession *session, const char *table, McDay day, GtkEditable *scope)
{
  McScopeRow *self = g_object_new (MC_TYPE_SCOPE_ROW, "title", title, "use-markup", FALSE, NULL);

  self->member = g_strdup (member);
  self->scope = g_object_ref (scope);
  self->things = mc_reference_list (session, table, day);
  g_signal_connect_object (self->things, "items-changed", G_CALLBACK (things_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scope, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::expanded", G_CALLBACK (make_lines), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
