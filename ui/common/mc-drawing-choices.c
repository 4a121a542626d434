/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-drawing-choices.h"

/* Titles and dates are of one drawing and are not kept. */
static const char *const kept[] = { "size",    "custom-width", "custom-height",  "landscape",    "mode",       "scale",
                                    "palette", "with-title",   "with-signature", "signer-title", "signer-name" };

static GVariant *
lookup_all (GSettings *settings)
{
  return g_settings_get_value (settings, "drawings");
}

static GVariant *
to_variant (const GValue *value)
{
  if (G_VALUE_HOLDS_UINT (value))
    return g_variant_new_uint32 (g_value_get_uint (value));
  if (G_VALUE_HOLDS_DOUBLE (value))
    return g_variant_new_double (g_value_get_double (value));
  if (G_VALUE_HOLDS_BOOLEAN (value))
    return g_variant_new_boolean (g_value_get_boolean (value));
  return g_variant_new_string (g_value_get_string (value) ? g_value_get_string (value) : "");
}

/* What an older or newer version wrote otherwise, or nobody could have chosen, is passed over. */
static void
apply (McPaper *paper, const char *property, GVariant *variant)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (paper), property);
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *own = NULL;

  g_value_init (&value, pspec->value_type);
  if (G_VALUE_HOLDS_UINT (&value) && g_variant_is_of_type (variant, G_VARIANT_TYPE_UINT32))
    g_value_set_uint (&value, g_variant_get_uint32 (variant));
  else if (G_VALUE_HOLDS_DOUBLE (&value) && g_variant_is_of_type (variant, G_VARIANT_TYPE_DOUBLE))
    g_value_set_double (&value, g_variant_get_double (variant));
  else if (G_VALUE_HOLDS_BOOLEAN (&value) && g_variant_is_of_type (variant, G_VARIANT_TYPE_BOOLEAN))
    g_value_set_boolean (&value, g_variant_get_boolean (variant));
  else if (G_VALUE_HOLDS_STRING (&value) && g_variant_is_of_type (variant, G_VARIANT_TYPE_STRING))
    {
      g_object_get (paper, property, &own, NULL);
      if ((own && *own) || !*g_variant_get_string (variant, NULL))
        return;
      g_value_set_string (&value, g_variant_get_string (variant, NULL));
    }
  else
    return;
  if (!g_param_value_validate (pspec, &value))
    g_object_set_property (G_OBJECT (paper), property, &value);
}

void
mc_drawing_choices_load (const char *name, McPaper *paper, McDrawingFormat *format, double *dpi)
{
  g_autoptr (GSettings) settings = g_settings_new (MC_APP_ID);
  g_autoptr (GVariant) all = lookup_all (settings);
  g_autoptr (GVariant) mine = NULL;
  guint number;
  double fraction;

  g_return_if_fail (name && MC_IS_PAPER (paper));
  mine = g_variant_lookup_value (all, name, G_VARIANT_TYPE_VARDICT);
  if (!mine)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autoptr (GVariant) variant = g_variant_lookup_value (mine, kept[i], NULL);

      if (variant)
        apply (paper, kept[i], variant);
    }
  if (g_variant_lookup (mine, "format", "u", &number) && number <= MC_DRAWING_PNG)
    *format = number;
  if (g_variant_lookup (mine, "dpi", "d", &fraction))
    *dpi = fraction;
}

static GVariant *
collect (McPaper *paper, McDrawingFormat format, double dpi)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (paper), kept[i]);
      g_auto (GValue) value = G_VALUE_INIT;

      g_value_init (&value, pspec->value_type);
      g_object_get_property (G_OBJECT (paper), kept[i], &value);
      g_variant_dict_insert_value (&dict, kept[i], to_variant (&value));
    }
  g_variant_dict_insert (&dict, "format", "u", (guint)format);
  g_variant_dict_insert (&dict, "dpi", "d", dpi);
  return g_variant_dict_end (&dict);
}

void
mc_drawing_choices_save (const char *name, McPaper *paper, McDrawingFormat format, double dpi)
{
  g_autoptr (GSettings) settings = g_settings_new (MC_APP_ID);
  g_autoptr (GVariant) all = lookup_all (settings);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other;
  GVariant *choices;

  g_return_if_fail (name && MC_IS_PAPER (paper));
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sa{sv}}"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_loop (&iter, "{&s@a{sv}}", &other, &choices))
    if (!g_str_equal (other, name))
      g_variant_builder_add (&builder, "{s@a{sv}}", other, choices);
  g_variant_builder_add (&builder, "{s@a{sv}}", name, collect (paper, format, dpi));
  g_settings_set_value (settings, "drawings", g_variant_builder_end (&builder));
}
