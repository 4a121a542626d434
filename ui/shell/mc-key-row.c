/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-key-row.h"

struct _McKeyRow
{
  AdwActionRow parent_instance;

  char *accelerator;
  GtkWidget *keys;
};

G_DEFINE_FINAL_TYPE (McKeyRow, mc_key_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_ACCELERATOR,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

/* GTK calls some keys by what programs call them. These are the words on the keys of an office. */
static const struct
{
  const char *name;
  const char *printed;
} printed_keys[] = {
  { "Page_Up", "Page Up" }, { "Page_Down", "Page Down" }, { "Escape", "Esc" }, { "Return", "Enter" }, { "Left", "←" },
  { "Right", "→" },
};

static char *
describe_key (guint key, GdkModifierType modifiers)
{
  char *name = gtk_accelerator_get_label (key, modifiers);

  for (gsize i = 0; i < G_N_ELEMENTS (printed_keys); i++)
    if (g_str_has_suffix (name, printed_keys[i].name))
      {
        g_autofree char *before = g_strndup (name, strlen (name) - strlen (printed_keys[i].name));

        g_free (name);
        return g_strconcat (before, printed_keys[i].printed, NULL);
      }
  return name;
}

static void
add_key (McKeyRow *self, const char *accelerator, GString *spoken)
{
  GdkModifierType modifiers;
  guint key;
  g_autofree char *name = NULL;
  GtkWidget *label;

  if (!gtk_accelerator_parse (accelerator, &key, &modifiers))
    return;
  name = describe_key (key, modifiers);
  label = gtk_label_new (name);
  gtk_widget_add_css_class (label, "mc-key");
  gtk_box_append (GTK_BOX (self->keys), label);
  g_string_append_printf (spoken, "%s%s", spoken->len > 0 ? ", " : "", name);
}

static void
set_accelerator (McKeyRow *self, const char *accelerator)
{
  g_auto (GStrv) accelerators = NULL;
  g_autoptr (GString) spoken = g_string_new (NULL);
  GtkWidget *child;

  if (!g_set_str (&self->accelerator, accelerator))
    return;
  while ((child = gtk_widget_get_first_child (self->keys)) != NULL)
    gtk_box_remove (GTK_BOX (self->keys), child);
  accelerators = g_strsplit (accelerator != NULL ? accelerator : "", " ", -1);
  for (guint i = 0; accelerators[i] != NULL; i++)
    add_key (self, accelerators[i], spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken->str, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCELERATOR]);
}

static void
mc_key_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ACCELERATOR:
      g_value_set_string (value, MC_KEY_ROW (object)->accelerator);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_key_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ACCELERATOR:
      set_accelerator (MC_KEY_ROW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_key_row_finalize (GObject *object)
{
  g_free (MC_KEY_ROW (object)->accelerator);
  G_OBJECT_CLASS (mc_key_row_parent_class)->finalize (object);
}

static void
mc_key_row_class_init (McKeyRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mc_key_row_get_property;
  object_class->set_property = mc_key_row_set_property;
  object_class->finalize = mc_key_row_finalize;

  properties[PROP_ACCELERATOR] = g_param_spec_string (
      "accelerator", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_key_row_init (McKeyRow *self)
{
  self->keys = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_valign (self->keys, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->keys);
}
