/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-record-group.h"

#include <glib/gi18n.h>

#include "mc-entity.h"
#include "mc-paper-template.h"

struct _McRecordGroup
{
  AdwPreferencesGroup parent_instance;

  char *table;
  char *add_label;
  char **papers;
  gboolean can_write;
  gboolean opens;
  GListModel *model;
  McFactDescribe describe;
  gpointer user_data;
  gboolean (*stays) (gpointer entity);

  GtkListBox *box;
  GtkLabel *empty;
  GtkButton *add;
};

G_DEFINE_FINAL_TYPE (McRecordGroup, mc_record_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROP_TABLE = 1,
  PROP_EMPTY_TEXT,
  PROP_ADD_LABEL,
  PROP_CAN_WRITE,
  PROP_OPENS,
  PROP_PAPERS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
describe_row (McRecordGroup *self, AdwActionRow *row, gpointer entity)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *target = NULL;

  self->describe (entity, self->user_data, &title, &subtitle, &target);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title ? title : "");
  adw_action_row_set_subtitle (row, subtitle ? subtitle : "");
}

static void
entity_changed_cb (McEntity *entity, GParamSpec *pspec, AdwActionRow *row)
{
  GtkWidget *group = gtk_widget_get_ancestor (GTK_WIDGET (row), MC_TYPE_RECORD_GROUP);

  if (group && MC_RECORD_GROUP (group)->model)
    describe_row (MC_RECORD_GROUP (group), row, entity);
}

static GtkWidget *
add_button (
    McRecordGroup *self, AdwActionRow *row, McEntity *entity, const char *icon, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  GVariant *target = g_variant_new ("(sx)", self->table, mc_entity_get_id (entity));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_action_row_add_suffix (row, button);
  return button;
}

static const char *
paper_label (const char *kind)
{
  guint i = 0;

  while (mc_paper_kind_values[i].text && !g_str_equal (mc_paper_kind_values[i].text, kind))
    i++;
  return mc_paper_kind_values[i].text ? mc_enum_label (mc_paper_kind_values, i) : kind;
}

/* A button with a line for each paper that a row may become. */
static void
add_papers (McRecordGroup *self, AdwActionRow *row, McEntity *entity)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; self->papers[i]; i++)
    {
      g_autofree char *target =
          g_strdup_printf ("paper/%s/%" G_GINT64_FORMAT, self->papers[i], mc_entity_get_id (entity));
      g_autoptr (GMenuItem) item = g_menu_item_new (paper_label (self->papers[i]), NULL);

      g_menu_item_set_action_and_target (item, "win.open-target", "s", target);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "mc-documents-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Make a Paper"));
  gtk_widget_add_css_class (button, "flat");
  g_object_bind_property (self, "can-write", button, "visible", G_BINDING_SYNC_CREATE);
  adw_action_row_add_suffix (row, button);
}

static GtkWidget *
create_row (gpointer entity, gpointer user_data)
{
  McRecordGroup *self = user_data;
  AdwActionRow *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "subtitle-lines", 3, NULL);

  GtkWidget *button;

  describe_row (self, row, entity);
  if (self->papers)
    add_papers (self, row, entity);
  if (self->opens)
    add_button (self, row, entity, "document-open-symbolic", _ ("Open"), "record.open");
  else
    {
      button = add_button (self, row, entity, "document-edit-symbolic", _ ("Change"), "record.edit");
      g_object_bind_property (self, "can-write", button, "visible", G_BINDING_SYNC_CREATE);
    }
  if (!self->stays || !self->stays (entity))
    {
      button = add_button (self, row, entity, "user-trash-symbolic", _ ("Remove"), "record.remove");
      g_object_bind_property (self, "can-write", button, "visible", G_BINDING_SYNC_CREATE);
    }
  g_signal_connect_object (entity, "notify", G_CALLBACK (entity_changed_cb), row, G_CONNECT_DEFAULT);
  return GTK_WIDGET (row);
}

static void
update_empty (McRecordGroup *self)
{
  gboolean empty = !self->model || g_list_model_get_n_items (self->model) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->box), !empty);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), empty);
}

void
mc_record_group_show (McRecordGroup *self, GListModel *model, McFactDescribe describe, gpointer user_data)
{
  g_return_if_fail (MC_IS_RECORD_GROUP (self));

  if (self->model)
    g_signal_handlers_disconnect_by_func (self->model, update_empty, self);
  gtk_list_box_bind_model (self->box, NULL, NULL, NULL, NULL);
  gtk_list_box_remove_all (self->box);
  g_set_object (&self->model, model);
  self->describe = describe;
  self->user_data = user_data;
  if (model)
    {
      gtk_list_box_bind_model (self->box, model, create_row, self, NULL);
      g_signal_connect_object (model, "items-changed", G_CALLBACK (update_empty), self, G_CONNECT_SWAPPED);
    }
  update_empty (self);
}

void
mc_record_group_set_stays (McRecordGroup *self, gboolean (*stays) (gpointer entity))
{
  g_return_if_fail (MC_IS_RECORD_GROUP (self));
  self->stays = stays;
}

void
mc_record_group_refresh (McRecordGroup *self)
{
  guint n;

  g_return_if_fail (MC_IS_RECORD_GROUP (self));

  n = self->model ? g_list_model_get_n_items (self->model) : 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) entity = g_list_model_get_item (self->model, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->box, (int)i);

      if (row)
        describe_row (self, ADW_ACTION_ROW (row), entity);
    }
}

static void
update_add (McRecordGroup *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->add), self->can_write && self->add_label);
}

static void
mc_record_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McRecordGroup *self = MC_RECORD_GROUP (object);

  switch (id)
    {
    case PROP_TABLE:
      g_value_set_string (value, self->table);
      break;
    case PROP_EMPTY_TEXT:
      g_value_set_string (value, gtk_label_get_label (self->empty));
      break;
    case PROP_ADD_LABEL:
      g_value_set_string (value, self->add_label);
      break;
    case PROP_CAN_WRITE:
      g_value_set_boolean (value, self->can_write);
      break;
    case PROP_OPENS:
      g_value_set_boolean (value, self->opens);
      break;
    case PROP_PAPERS:
      g_value_set_boxed (value, self->papers);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_record_group_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McRecordGroup *self = MC_RECORD_GROUP (object);

  switch (id)
    {
    case PROP_TABLE:
      g_set_str (&self->table, g_value_get_string (value));
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add), "s", self->table ? self->table : "");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "record.add");
      break;
    case PROP_EMPTY_TEXT:
      gtk_label_set_label (self->empty, g_value_get_string (value));
      break;
    case PROP_ADD_LABEL:
      g_set_str (&self->add_label, g_value_get_string (value));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->add), self->add_label);
      update_add (self);
      break;
    case PROP_CAN_WRITE:
      self->can_write = g_value_get_boolean (value);
      update_add (self);
      break;
    case PROP_OPENS:
      self->opens = g_value_get_boolean (value);
      break;
    case PROP_PAPERS:
      g_strfreev (self->papers);
      self->papers = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_record_group_dispose (GObject *object)
{
  McRecordGroup *self = MC_RECORD_GROUP (object);

  if (self->model)
    mc_record_group_show (self, NULL, NULL, NULL);
  G_OBJECT_CLASS (mc_record_group_parent_class)->dispose (object);
}

static void
mc_record_group_finalize (GObject *object)
{
  McRecordGroup *self = MC_RECORD_GROUP (object);

  g_free (self->table);
  g_free (self->add_label);
  g_strfreev (self->papers);
  G_OBJECT_CLASS (mc_record_group_parent_class)->finalize (object);
}

static void
mc_record_group_class_init (McRecordGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = mc_record_group_dispose;
  object_class->finalize = mc_record_group_finalize;
  object_class->get_property = mc_record_group_get_property;
  object_class->set_property = mc_record_group_set_property;
  properties[PROP_TABLE] = g_param_spec_string ("table", NULL, NULL, NULL, flags);
  properties[PROP_EMPTY_TEXT] = g_param_spec_string ("empty-text", NULL, NULL, NULL, flags);
  properties[PROP_ADD_LABEL] = g_param_spec_string ("add-label", NULL, NULL, NULL, flags);
  properties[PROP_CAN_WRITE] = g_param_spec_boolean ("can-write", NULL, NULL, FALSE, flags);
  properties[PROP_OPENS] = g_param_spec_boolean ("opens", NULL, NULL, FALSE, flags);
  properties[PROP_PAPERS] = g_param_spec_boxed ("papers", NULL, NULL, G_TYPE_STRV, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_record_group_init (McRecordGroup *self)
{
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  GtkWidget *box = gtk_list_box_new ();
  GtkWidget *empty = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);

  self->add = GTK_BUTTON (add);
  self->box = GTK_LIST_BOX (box);
  self->empty = GTK_LABEL (empty);
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_add_css_class (box, "boxed-list");
  gtk_widget_add_css_class (empty, "dimmed");
  gtk_widget_set_visible (add, FALSE);
  gtk_widget_set_visible (box, FALSE);
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self, NULL, -1);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), add);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), box);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), empty);
}
