/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-editor-private.h"

#include <glib/gi18n.h>

#include "mc-ask.h"
#include "mc-report.h"

/* The layers of the version, the uppermost first: which one takes what is new, which are seen, which are locked. */

static int
compare_layers (gconstpointer a, gconstpointer b)
{
  McPlanLayer *one = *(McPlanLayer *const *)a, *two = *(McPlanLayer *const *)b;
  gint64 ids = mc_entity_get_id (MC_ENTITY (one)) - mc_entity_get_id (MC_ENTITY (two));

  return one->sort_order != two->sort_order ? one->sort_order - two->sort_order : ids < 0 ? -1 : ids > 0;
}

GPtrArray *
mc_plan_editor_dup_layers (McPlanEditor *self)
{
  GPtrArray *layers = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *list = G_LIST_MODEL (mc_plan_feed_get_layers (self->feed));

  for (guint i = 0; list && i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (layers, g_list_model_get_item (list, i));
  g_ptr_array_sort (layers, compare_layers);
  return layers;
}

static McPlanLayer *
find_layer (McPlanEditor *self, gint64 id)
{
  McLiveList *list = mc_plan_feed_get_layers (self->feed);

  return list ? mc_live_list_get_by_id (list, id) : NULL;
}

/* --- Writing --- */

static void
commit_layer (McPlanEditor *self, const char *label, McPlanLayer *after)
{
  McPlanLayer *before = find_layer (self, mc_entity_get_id (MC_ENTITY (after)));
  g_autoptr (McChange) change = mc_change_new (label);

  if (!before)
    return;
  mc_change_update (change, MC_ENTITY (before), MC_ENTITY (after));
  mc_plan_editor_commit (self, change, NULL);
}

static gint64
id_of (GtkWidget *widget)
{
  return *(gint64 *)g_object_get_data (G_OBJECT (widget), "layer");
}

static void
toggled_cb (McPlanEditor *self, GtkWidget *button)
{
  gboolean locks = g_object_get_data (G_OBJECT (button), "locks") != NULL;
  gboolean active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button));
  McPlanLayer *layer = find_layer (self, id_of (button));
  g_autoptr (McPlanLayer) after = layer ? mc_entity_clone (layer) : NULL;

  if (self->filling || !after)
    return;
  if (locks)
    after->locked = active;
  else
    after->visible = active;
  commit_layer (self,
                locks    ? active ? _ ("Lock a layer") : _ ("Unlock a layer")
                   : active ? _ ("Show a layer")
                         : _ ("Hide a layer"),
                after);
}

static void
marked_cb (McPlanEditor *self, GtkWidget *button)
{
  if (!self->filling && gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
    self->layer = id_of (button);
}

typedef struct
{
  McPlanEditor *editor;
  gint64 layer; /* 0: a new one */
} Naming;

static void
naming_free (gpointer data)
{
  Naming *naming = data;

  g_object_unref (naming->editor);
  g_free (naming);
}

static void
add_layer (McPlanEditor *self, const char *name)
{
  g_autoptr (GPtrArray) layers = mc_plan_editor_dup_layers (self);
  g_autoptr (McPlanLayer) layer = mc_plan_layer_new ();
  g_autoptr (McChange) change = mc_change_new (_ ("Add a layer"));
  McPlanLayer *top = layers->len > 0 ? g_ptr_array_index (layers, layers->len - 1) : NULL;

  layer->floor_plan_id = mc_entity_get_id (MC_ENTITY (mc_plan_feed_get_plan (self->feed)));
  layer->name = g_strdup (name);
  layer->sort_order = top ? top->sort_order + 1 : 1;
  layer->visible = TRUE;
  mc_change_insert (change, MC_ENTITY (layer));
  mc_plan_editor_commit (self, change, NULL);
}

static DexFuture *
naming_fiber (gpointer data)
{
  Naming *naming = data;
  McPlanEditor *self = naming->editor;
  g_autofree char *name = dex_await_string (mc_ask_text (GTK_WIDGET (self->canvas),
                                                         naming->layer ? _ ("Rename the Layer") : _ ("Add a Layer"),
                                                         _ ("Things of a layer are shown, hidden and locked together."),
                                                         _ ("Name"), naming->layer ? _ ("_Rename") : _ ("_Add"), FALSE),
                                            NULL);
  McPlanLayer *layer = name && self->page ? find_layer (self, naming->layer) : NULL;
  g_autoptr (McPlanLayer) after = layer ? mc_entity_clone (layer) : NULL;

  if (!name || !self->page)
    return dex_future_new_for_boolean (FALSE);
  if (naming->layer == 0)
    add_layer (self, name);
  else if (after)
    {
      g_set_str (&after->name, name);
      commit_layer (self, _ ("Rename a layer"), after);
    }
  return dex_future_new_for_boolean (TRUE);
}

static void
ask_name (McPlanEditor *self, gint64 layer)
{
  Naming *naming = g_new0 (Naming, 1);

  naming->editor = g_object_ref (self);
  naming->layer = layer;
  dex_future_disown (dex_scheduler_spawn (NULL, 0, naming_fiber, naming, naming_free));
}

/* Trades places with the one above or below. */
static void
shift_layer (McPlanEditor *self, gint64 id, int by)
{
  g_autoptr (GPtrArray) layers = mc_plan_editor_dup_layers (self);
  g_autoptr (McChange) change = mc_change_new (_ ("Order the layers"));
  int at = -1;

  for (guint i = 0; i < layers->len; i++)
    if (mc_entity_get_id (g_ptr_array_index (layers, i)) == id)
      at = (int)i;
  if (self->busy || at < 0 || at + by < 0 || at + by >= (int)layers->len)
    return;
  for (int i = 0; i < (int)layers->len; i++)
    {
      McPlanLayer *layer = g_ptr_array_index (layers, i);
      g_autoptr (McPlanLayer) after = mc_entity_clone (layer);

      after->sort_order = (i == at ? i + by : i == at + by ? at : i) + 1;
      if (after->sort_order != layer->sort_order)
        mc_change_update (change, MC_ENTITY (layer), MC_ENTITY (after));
    }
  mc_plan_editor_commit (self, change, NULL);
}

static guint
count_things (McPlanEditor *self, gint64 layer)
{
  GListModel *objects = G_LIST_MODEL (mc_plan_feed_get_objects (self->feed));
  guint n = 0;

  for (guint i = 0; objects && i < g_list_model_get_n_items (objects); i++)
    {
      g_autoptr (McPlanObject) object = g_list_model_get_item (objects, i);

      n += object->layer_id == layer;
    }
  return n;
}

static void
remove_layer (McPlanEditor *self, gint64 id)
{
  McPlanLayer *layer = find_layer (self, id);
  g_autoptr (McChange) change = mc_change_new (_ ("Remove a layer"));

  if (!layer)
    return;
  if (count_things (self, id) > 0)
    {
      mc_report_toast (GTK_WIDGET (self->canvas),
                       _ ("Things are on this layer, on this floor or another. Move them to another layer first."));
      return;
    }
  if (self->layer == id)
    self->layer = 0;
  mc_change_delete (change, MC_ENTITY (layer));
  mc_plan_editor_commit (self, change, NULL);
}

void
mc_plan_editor_layer_verb (McPlanEditor *self, const char *verb, gint64 layer)
{
  if (g_str_equal (verb, "add-layer"))
    ask_name (self, 0);
  else if (g_str_equal (verb, "rename-layer"))
    ask_name (self, layer);
  else if (g_str_equal (verb, "remove-layer"))
    remove_layer (self, layer);
  else
    shift_layer (self, layer, g_str_equal (verb, "raise-layer") ? 1 : -1);
}

/* --- The rows --- */

static GtkWidget *
new_toggle (McPlanEditor *self, gint64 layer, const char *icon, const char *what, gboolean locks)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  g_object_set_data_full (G_OBJECT (button), "layer", g_memdup2 (&layer, sizeof layer), g_free);
  g_object_set_data (G_OBJECT (button), "locks", locks ? button : NULL);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_menu (gint64 layer, const char *name)
{
  static const struct
  {
    const char *label, *action;
  } items[] = {
    { N_ ("Rename…"), "plan.rename-layer" },
    { N_ ("Move Up"), "plan.raise-layer" },
    { N_ ("Move Down"), "plan.lower-layer" },
    { N_ ("Remove"), "plan.remove-layer" },
  };
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *what = g_strdup_printf (_ ("More about the layer %s"), name);
  GtkWidget *button = gtk_menu_button_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (g_dgettext (NULL, items[i].label), NULL);

      g_menu_item_set_action_and_target (item, items[i].action, "x", layer);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  return button;
}

static GtkWidget *
new_mark (McPlanEditor *self, gint64 layer, const char *name, GtkCheckButton *group)
{
  GtkWidget *mark = gtk_check_button_new_with_label (name), *label = gtk_widget_get_last_child (mark);

  if (GTK_IS_LABEL (label))
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
    }
  gtk_widget_set_hexpand (mark, TRUE);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (mark), group);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (mark), self->layer == layer);
  g_object_set_data_full (G_OBJECT (mark), "layer", g_memdup2 (&layer, sizeof layer), g_free);
  g_signal_connect_object (mark, "toggled", G_CALLBACK (marked_cb), self, G_CONNECT_SWAPPED);
  return mark;
}

static GtkWidget *
new_row (McPlanEditor *self, McPlanLayer *layer, GtkCheckButton *group)
{
  gint64 id = mc_entity_get_id (MC_ENTITY (layer));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *mark = new_mark (self, id, layer->name, group);
  g_autofree char *shows = g_strdup_printf (_ ("Show the layer %s"), layer->name);
  g_autofree char *locks = g_strdup_printf (_ ("Lock the layer %s"), layer->name);
  GtkWidget *number = gtk_label_new (NULL);
  GtkWidget *eye = new_toggle (self, id, "view-reveal-symbolic", shows, FALSE);
  GtkWidget *lock = new_toggle (self, id, "changes-prevent-symbolic", locks, TRUE);

  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_set_margin_end (number, 3);
  gtk_widget_set_tooltip_text (number, _ ("Things on this layer"));
  gtk_widget_set_margin_start (box, 6);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), eye);
  gtk_box_append (GTK_BOX (box), lock);
  gtk_box_append (GTK_BOX (box), new_menu (id, layer->name));
  g_object_set_data (G_OBJECT (box), "number", number);
  g_object_set_data (G_OBJECT (box), "eye", eye);
  g_object_set_data (G_OBJECT (box), "lock", lock);
  return box;
}

/* Which rows there are; they are made anew when it is another. */
static char *
dup_state (GPtrArray *layers)
{
  GString *state = g_string_new (NULL);

  for (guint i = 0; i < layers->len; i++)
    {
      McPlanLayer *layer = g_ptr_array_index (layers, i);

      g_string_append_printf (state, "%" G_GINT64_FORMAT " %s\n", mc_entity_get_id (MC_ENTITY (layer)), layer->name);
    }
  return g_string_free_and_steal (state);
}

static void
make_rows (McPlanEditor *self, GPtrArray *layers)
{
  GtkWidget *automatic = new_mark (self, 0, _ ("Automatic: beside others of its kind"), NULL);

  gtk_list_box_remove_all (self->layer_list);
  gtk_widget_set_margin_start (automatic, 6);
  gtk_list_box_append (self->layer_list, automatic);
  for (guint i = layers->len; i > 0; i--)
    gtk_list_box_append (self->layer_list,
                         new_row (self, g_ptr_array_index (layers, i - 1), GTK_CHECK_BUTTON (automatic)));
  /* The keyboard goes to what is in a row at once. */
  for (int i = 0; i <= (int)layers->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->layer_list, i);

      gtk_list_box_row_set_activatable (row, FALSE);
      gtk_widget_set_focusable (GTK_WIDGET (row), FALSE);
    }
}

void
mc_plan_editor_fill_layers (McPlanEditor *self)
{
  g_autoptr (GPtrArray) layers = mc_plan_editor_dup_layers (self);
  g_autofree char *state = dup_state (layers);

  if (self->layer && !find_layer (self, self->layer))
    self->layer = 0;
  /* A switch that was turned meanwhile is not in the list yet, but shall not snap back either. */
  if (self->busy > 0 && g_strcmp0 (self->layers_state, state) == 0)
    return;
  self->filling = TRUE;
  if (g_strcmp0 (self->layers_state, state) != 0)
    make_rows (self, layers);
  g_set_str (&self->layers_state, state);
  for (guint i = 0; i < layers->len; i++)
    {
      McPlanLayer *layer = g_ptr_array_index (layers, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->layer_list, (int)(layers->len - i));
      GObject *box = G_OBJECT (gtk_list_box_row_get_child (row));
      g_autofree char *count = g_strdup_printf ("%u", count_things (self, mc_entity_get_id (MC_ENTITY (layer))));

      gtk_label_set_label (g_object_get_data (box, "number"), count);
      gtk_toggle_button_set_active (g_object_get_data (box, "eye"), layer->visible);
      gtk_toggle_button_set_active (g_object_get_data (box, "lock"), layer->locked);
      gtk_button_set_icon_name (g_object_get_data (box, "eye"),
                                layer->visible ? "view-reveal-symbolic" : "view-conceal-symbolic");
      gtk_button_set_icon_name (g_object_get_data (box, "lock"),
                                layer->locked ? "changes-prevent-symbolic" : "changes-allow-symbolic");
    }
  self->filling = FALSE;
}
