/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-form.h"

#include "mc-error.h"

typedef enum
{
  INPUT_TEXT,
  INPUT_HIDDEN,
  INPUT_SWITCH,
  INPUT_DAY,
  INPUT_ENUM,
  INPUT_REFERENCE,
  INPUT_SPIN,
} InputKind;

typedef struct
{
  InputKind kind;
  char *name;
  GtkWidget *widget; /* weak; the dialog owns it */
  const McEnumValue *values;
  gulong handler;
  char *marked;
  gint64 wanted; /* a reference whose row is not in the model yet */
} Input;

struct _McForm
{
  GObject parent_instance;

  GPtrArray *inputs;
  GHashTable *by_name;
  McDraftStore *drafts;
  char *key;
  gboolean dirty;
  gboolean restored;
  guint silent;
};

G_DEFINE_FINAL_TYPE (McForm, mc_form, G_TYPE_OBJECT)

enum
{
  PROP_DIRTY = 1,
  PROP_RESTORED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

static void
input_free (gpointer data)
{
  Input *input = data;

  if (input->widget)
    {
      g_clear_signal_handler (&input->handler, input->widget);
      g_object_remove_weak_pointer (G_OBJECT (input->widget), (gpointer *)&input->widget);
    }
  g_free (input->name);
  g_free (input->marked);
  g_free (input);
}

static char *
input_get (Input *input)
{
  gpointer item;

  if (!input->widget)
    return NULL;
  switch (input->kind)
    {
    case INPUT_SWITCH:
      return g_strdup (adw_switch_row_get_active (ADW_SWITCH_ROW (input->widget)) ? "t" : "f");
    case INPUT_DAY:
      {
        McDay day = mc_date_row_get_day (MC_DATE_ROW (input->widget));
        return day == MC_DAY_NONE ? NULL : mc_day_format_iso (day);
      }
    case INPUT_ENUM:
      {
        guint at = adw_combo_row_get_selected (ADW_COMBO_ROW (input->widget));
        const char *text = at < mc_enum_count (input->values) ? input->values[at].text : NULL;
        return text && *text ? g_strdup (text) : NULL;
      }
    case INPUT_REFERENCE:
      if (input->wanted != 0)
        return g_strdup_printf ("%" G_GINT64_FORMAT, input->wanted);
      item = adw_combo_row_get_selected_item (ADW_COMBO_ROW (input->widget));
      if (!MC_IS_ENTITY (item) || mc_entity_get_id (item) == 0)
        return NULL;
      return g_strdup_printf ("%" G_GINT64_FORMAT, mc_entity_get_id (item));
    case INPUT_SPIN:
      return g_strdup_printf ("%d", (int)adw_spin_row_get_value (ADW_SPIN_ROW (input->widget)));
    case INPUT_TEXT:
    case INPUT_HIDDEN:
    default:
      {
        g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (input->widget))));
        return *text ? g_steal_pointer (&text) : NULL;
      }
    }
}

/* As input_get(), but of a day that is none yet what has been typed so far: a draft keeps that too. */
static char *
input_get_typed (Input *input)
{
  g_autofree char *value = input_get (input);
  const char *typed =
      input->widget && input->kind == INPUT_DAY ? gtk_editable_get_text (GTK_EDITABLE (input->widget)) : "";

  return value || !*typed ? g_steal_pointer (&value) : g_strdup (typed);
}

static gboolean
select_reference (Input *input, gint64 id)
{
  GListModel *model = adw_combo_row_get_model (ADW_COMBO_ROW (input->widget));
  guint n = model ? g_list_model_get_n_items (model) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (MC_IS_ENTITY (item) && mc_entity_get_id (MC_ENTITY (item)) == id)
        {
          adw_combo_row_set_selected (ADW_COMBO_ROW (input->widget), i);
          return TRUE;
        }
    }
  return FALSE;
}

static void
input_set_reference (Input *input, const char *text)
{
  gint64 id = text ? g_ascii_strtoll (text, NULL, 10) : 0;

  input->wanted = select_reference (input, id) ? 0 : id;
}

static void
input_set (Input *input, const char *text)
{
  McDay day = MC_DAY_NONE;
  guint value = 0;

  if (!input->widget)
    return;
  switch (input->kind)
    {
    case INPUT_SWITCH:
      adw_switch_row_set_active (ADW_SWITCH_ROW (input->widget), g_strcmp0 (text, "t") == 0);
      break;
    case INPUT_DAY:
      if (!text || mc_day_parse (text, &day, NULL))
        mc_date_row_set_day (MC_DATE_ROW (input->widget), day);
      else
        gtk_editable_set_text (GTK_EDITABLE (input->widget), text);
      break;
    case INPUT_ENUM:
      if (mc_enum_parse (input->values, text, &value))
        adw_combo_row_set_selected (ADW_COMBO_ROW (input->widget), value);
      break;
    case INPUT_REFERENCE:
      input_set_reference (input, text);
      break;
    case INPUT_SPIN:
      adw_spin_row_set_value (ADW_SPIN_ROW (input->widget), text ? g_ascii_strtod (text, NULL) : 0);
      break;
    case INPUT_TEXT:
    case INPUT_HIDDEN:
    default:
      gtk_editable_set_text (GTK_EDITABLE (input->widget), text ? text : "");
    }
}

static void
set_dirty (McForm *self, gboolean dirty)
{
  if (self->dirty == dirty)
    return;
  self->dirty = dirty;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRTY]);
}

/* Only what the person changed, emptied fields too: the rest may be changed by others before the draft is taken up. */
static void
keep (McForm *self)
{
  g_autoptr (JsonObject) values = NULL;

  if (!self->drafts)
    return;
  values = json_object_new ();
  for (guint i = 0; i < self->inputs->len; i++)
    {
      Input *input = g_ptr_array_index (self->inputs, i);
      g_autofree char *text = input->kind == INPUT_HIDDEN ? NULL : input_get_typed (input);

      if (input->kind == INPUT_HIDDEN || g_strcmp0 (text, input->marked) == 0)
        continue;
      if (text)
        json_object_set_string_member (values, input->name, text);
      else
        json_object_set_null_member (values, input->name);
    }
  if (json_object_get_size (values) > 0)
    mc_draft_store_set (self->drafts, self->key, values);
  else
    mc_draft_store_remove (self->drafts, self->key);
}

static void
input_changed_cb (McForm *self)
{
  if (self->silent > 0)
    return;
  set_dirty (self, TRUE);
  keep (self);
  g_signal_emit (self, changed_signal, 0);
}

/* A combo row's rows may arrive after its value was set; until then the value is kept as an id. */
static void
rows_arrived_cb (McForm *self)
{
  self->silent++;
  for (guint i = 0; i < self->inputs->len; i++)
    {
      Input *input = g_ptr_array_index (self->inputs, i);

      if (input->widget && input->wanted != 0 && select_reference (input, input->wanted))
        input->wanted = 0;
    }
  self->silent--;
}

static void
model_changed_cb (AdwComboRow *row, GParamSpec *pspec, McForm *self)
{
  GListModel *model = adw_combo_row_get_model (row);

  if (model)
    g_signal_connect_object (model, "items-changed", G_CALLBACK (rows_arrived_cb), self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  rows_arrived_cb (self);
}

/* A person who chooses overrules what was to be chosen once its row arrives. */
static void
reference_changed_cb (AdwComboRow *row, GParamSpec *pspec, McForm *self)
{
  for (guint i = 0; self->silent == 0 && i < self->inputs->len; i++)
    {
      Input *input = g_ptr_array_index (self->inputs, i);
      gpointer item = adw_combo_row_get_selected_item (row);

      if (input->widget == GTK_WIDGET (row) && MC_IS_ENTITY (item) && mc_entity_get_id (item) != 0)
        input->wanted = 0;
    }
}

static Input *
add_input (McForm *self, const char *name, InputKind kind, gpointer widget, const char *signal)
{
  Input *input = g_new0 (Input, 1);

  input->kind = kind;
  input->name = g_strdup (name);
  g_set_weak_pointer (&input->widget, GTK_WIDGET (widget));
  input->handler = g_signal_connect_object (widget, signal, G_CALLBACK (input_changed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->inputs, input);
  g_hash_table_insert (self->by_name, input->name, input);
  return input;
}

void
mc_form_add_text (McForm *self, const char *name, GtkEditable *widget)
{
  add_input (self, name, INPUT_TEXT, widget, "changed");
}

void
mc_form_add_hidden (McForm *self, const char *name, GtkEditable *widget)
{
  add_input (self, name, INPUT_HIDDEN, widget, "changed");
}

void
mc_form_add_switch (McForm *self, const char *name, AdwSwitchRow *widget)
{
  add_input (self, name, INPUT_SWITCH, widget, "notify::active");
}

void
mc_form_add_day (McForm *self, const char *name, McDateRow *widget)
{
  add_input (self, name, INPUT_DAY, widget, "changed");
}

void
mc_form_add_enum (McForm *self, const char *name, AdwComboRow *widget, const McEnumValue *values)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < mc_enum_count (values); i++)
    gtk_string_list_append (labels, *values[i].text ? mc_enum_label (values, i) : "–");
  adw_combo_row_set_model (widget, G_LIST_MODEL (labels));
  add_input (self, name, INPUT_ENUM, widget, "notify::selected")->values = values;
}

void
mc_form_add_reference (McForm *self, const char *name, AdwComboRow *widget)
{
  g_signal_connect_object (widget, "notify::selected-item", G_CALLBACK (reference_changed_cb), self, G_CONNECT_DEFAULT);
  add_input (self, name, INPUT_REFERENCE, widget, "notify::selected-item");
  g_signal_connect_object (widget, "notify::model", G_CALLBACK (model_changed_cb), self, G_CONNECT_DEFAULT);
  model_changed_cb (widget, NULL, self);
}

void
mc_form_add_spin (McForm *self, const char *name, AdwSpinRow *widget)
{
  add_input (self, name, INPUT_SPIN, widget, "notify::value");
}

void
mc_form_load (McForm *self, McEntity *entity)
{
  self->silent++;
  for (guint i = 0; i < self->inputs->len; i++)
    {
      Input *input = g_ptr_array_index (self->inputs, i);

      if (mc_entity_class_find_field (MC_ENTITY_GET_CLASS (entity), input->name))
        {
          g_autofree char *text = mc_entity_get_text (entity, input->name);

          input_set (input, text);
        }
    }
  self->silent--;
  set_dirty (self, FALSE);
}

void
mc_form_set (McForm *self, const char *name, const char *text)
{
  Input *input = g_hash_table_lookup (self->by_name, name);

  if (input)
    input_set (input, text);
}

char *
mc_form_get (McForm *self, const char *name)
{
  Input *input = g_hash_table_lookup (self->by_name, name);

  return input ? input_get (input) : NULL;
}

McDay
mc_form_get_day (McForm *self, const char *name)
{
  Input *input = g_hash_table_lookup (self->by_name, name);

  g_return_val_if_fail (input && input->kind == INPUT_DAY, MC_DAY_NONE);
  return input->widget ? mc_date_row_get_day (MC_DATE_ROW (input->widget)) : MC_DAY_NONE;
}

gint64
mc_form_get_reference (McForm *self, const char *name)
{
  g_autofree char *text = mc_form_get (self, name);

  return text ? g_ascii_strtoll (text, NULL, 10) : 0;
}

gboolean
mc_form_store (McForm *self, McEntity *entity, GError **error)
{
  for (guint i = 0; i < self->inputs->len; i++)
    {
      Input *input = g_ptr_array_index (self->inputs, i);
      g_autofree char *text = NULL;

      if (!mc_entity_class_find_field (MC_ENTITY_GET_CLASS (entity), input->name))
        continue;
      text = input_get (input);
      if (!mc_entity_set_text (entity, input->name, text, error))
        {
          gtk_widget_grab_focus (input->widget);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
mc_form_is_valid (McForm *self, const char *const *required)
{
  for (guint i = 0; i < self->inputs->len; i++)
    {
      Input *input = g_ptr_array_index (self->inputs, i);

      if (input->kind == INPUT_DAY && input->widget && !mc_date_row_get_valid (MC_DATE_ROW (input->widget)))
        return FALSE;
    }
  for (; required && *required; required++)
    {
      g_autofree char *text = mc_form_get (self, *required);

      if (!text)
        return FALSE;
    }
  return TRUE;
}

char *
mc_form_dup_missing (McForm *self, const char *const *required)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (; required && *required; required++)
    {
      g_autofree char *text = mc_form_get (self, *required);
      Input *input = g_hash_table_lookup (self->by_name, *required);

      if (!text && input && ADW_IS_PREFERENCES_ROW (input->widget))
        g_string_append_printf (titles, "%s%s", titles->len ? ", " : "",
                                adw_preferences_row_get_title (ADW_PREFERENCES_ROW (input->widget)));
    }
  return titles->len ? g_string_free (g_steal_pointer (&titles), FALSE) : NULL;
}

gboolean
mc_form_get_dirty (McForm *self)
{
  return self->dirty;
}

gboolean
mc_form_keep_draft (McForm *self, McDraftStore *drafts, const char *key)
{
  McDraft *draft = mc_draft_store_get (drafts, key);

  g_set_object (&self->drafts, drafts);
  g_set_str (&self->key, key);
  if (!draft)
    return FALSE;

  self->silent++;
  for (guint i = 0; i < self->inputs->len; i++)
    {
      Input *input = g_ptr_array_index (self->inputs, i);
      JsonObject *values = mc_draft_get_values (draft);

      if (json_object_has_member (values, input->name))
        input_set (input, json_object_get_null_member (values, input->name)
                              ? NULL
                              : json_object_get_string_member (values, input->name));
    }
  self->silent--;
  self->restored = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESTORED]);
  set_dirty (self, TRUE);
  g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

void
mc_form_mark (McForm *self)
{
  for (guint i = 0; i < self->inputs->len; i++)
    {
      Input *input = g_ptr_array_index (self->inputs, i);

      g_free (input->marked);
      input->marked = input_get (input);
    }
}

void
mc_form_start_over (McForm *self)
{
  self->silent++;
  for (guint i = 0; i < self->inputs->len; i++)
    {
      Input *input = g_ptr_array_index (self->inputs, i);

      input_set (input, input->marked);
    }
  self->silent--;
  if (self->drafts)
    mc_draft_store_remove (self->drafts, self->key);
  set_dirty (self, FALSE);
  g_signal_emit (self, changed_signal, 0);
}

void
mc_form_drop_draft (McForm *self)
{
  if (self->drafts)
    mc_draft_store_remove (self->drafts, self->key);
  g_clear_object (&self->drafts);
  g_clear_pointer (&self->key, g_free);
}

static void
mc_form_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McForm *self = MC_FORM (object);

  switch (id)
    {
    case PROP_DIRTY:
      g_value_set_boolean (value, self->dirty);
      break;
    case PROP_RESTORED:
      g_value_set_boolean (value, self->restored);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_form_dispose (GObject *object)
{
  McForm *self = MC_FORM (object);

  g_hash_table_remove_all (self->by_name);
  g_ptr_array_set_size (self->inputs, 0);
  g_clear_object (&self->drafts);
  g_clear_pointer (&self->key, g_free);
  G_OBJECT_CLASS (mc_form_parent_class)->dispose (object);
}

static void
mc_form_finalize (GObject *object)
{
  McForm *self = MC_FORM (object);

  g_ptr_array_unref (self->inputs);
  g_hash_table_unref (self->by_name);
  G_OBJECT_CLASS (mc_form_parent_class)->finalize (object);
}

static void
mc_form_class_init (McFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mc_form_dispose;
  object_class->finalize = mc_form_finalize;
  object_class->get_property = mc_form_get_property;
  properties[PROP_DIRTY] = g_param_spec_boolean ("dirty", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_RESTORED] =
      g_param_spec_boolean ("restored", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  changed_signal = g_signal_new ("changed", MC_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_form_init (McForm *self)
{
  self->inputs = g_ptr_array_new_with_free_func (input_free);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
}

McForm *
mc_form_new (void)
{
  return g_object_new (MC_TYPE_FORM, NULL);
}
