/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-import-error.h"

#include <glib/gi18n-lib.h>

struct _McImportError
{
  GObject parent_instance;

  guint row;
  char *column;
  char *header;
  char *value;
  char *reason;
};

G_DEFINE_FINAL_TYPE (McImportError, mc_import_error, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ROW,
  PROP_COLUMN,
  PROP_HEADER,
  PROP_VALUE,
  PROP_REASON,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static char **
member (McImportError *self, guint id)
{
  char **members[N_PROPS] = { NULL, NULL, &self->column, &self->header, &self->value, &self->reason };

  return members[id];
}

static void
mc_import_error_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McImportError *self = MC_IMPORT_ERROR (object);

  if (id == PROP_ROW)
    g_value_set_uint (value, self->row);
  else if (id < N_PROPS)
    g_value_set_string (value, *member (self, id));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mc_import_error_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McImportError *self = MC_IMPORT_ERROR (object);

  if (id == PROP_ROW)
    self->row = g_value_get_uint (value);
  else if (id < N_PROPS)
    *member (self, id) = g_value_get_string (value) ? g_value_dup_string (value) : g_strdup ("");
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mc_import_error_finalize (GObject *object)
{
  McImportError *self = MC_IMPORT_ERROR (object);

  for (guint id = PROP_COLUMN; id < N_PROPS; id++)
    g_free (*member (self, id));
  G_OBJECT_CLASS (mc_import_error_parent_class)->finalize (object);
}

static void
mc_import_error_class_init (McImportErrorClass *klass)
{
  static const char *const names[N_PROPS] = { NULL, "row", "column", "header", "value", "reason" };
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mc_import_error_get_property;
  object_class->set_property = mc_import_error_set_property;
  object_class->finalize = mc_import_error_finalize;
  properties[PROP_ROW] = g_param_spec_uint (names[PROP_ROW], NULL, NULL, 0, G_MAXUINT, 0, flags);
  for (guint id = PROP_COLUMN; id < N_PROPS; id++)
    properties[id] = g_param_spec_string (names[id], NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_import_error_init (McImportError *self)
{
}

McImportError *
mc_import_error_new (guint row, const char *column, const char *header, const char *value, const char *reason)
{
  return g_object_new (MC_TYPE_IMPORT_ERROR, "row", row, "column", column, "header", header, "value", value, "reason",
                       reason, NULL);
}

guint
mc_import_error_get_row (McImportError *self)
{
  g_return_val_if_fail (MC_IS_IMPORT_ERROR (self), 0);
  return self->row;
}

const char *
mc_import_error_get_column (McImportError *self)
{
  g_return_val_if_fail (MC_IS_IMPORT_ERROR (self), "");
  return self->column;
}

const char *
mc_import_error_get_header (McImportError *self)
{
  g_return_val_if_fail (MC_IS_IMPORT_ERROR (self), "");
  return self->header;
}

const char *
mc_import_error_get_value (McImportError *self)
{
  g_return_val_if_fail (MC_IS_IMPORT_ERROR (self), "");
  return self->value;
}

const char *
mc_import_error_get_reason (McImportError *self)
{
  g_return_val_if_fail (MC_IS_IMPORT_ERROR (self), "");
  return self->reason;
}

char *
mc_import_error_format (McImportError *self)
{
  g_return_val_if_fail (MC_IS_IMPORT_ERROR (self), NULL);
  if (self->row == 0)
    return g_strdup (self->reason);
  if (!*self->column)
    return g_strdup_printf (_ ("row %u: %s"), self->row, self->reason);
  return g_strdup_printf ("%s%u (%s) \"%s\": %s", self->column, self->row, self->header, self->value, self->reason);
}
