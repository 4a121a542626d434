/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-field-diff.h"
#include "mc-field-info.h"

G_BEGIN_DECLS

/**
 * McNounKind:
 * @MC_NOUN_TABLE: a table with id and version that is read and written
 * @MC_NOUN_GUARDED: a table that is reached only through functions (private data)
 * @MC_NOUN_LOG: a table of the schema audit: id, no version, read only
 * @MC_NOUN_STATE: rows of a function of an as-of day: id, no version, read only
 */
typedef enum
{
  MC_NOUN_TABLE,
  MC_NOUN_GUARDED,
  MC_NOUN_LOG,
  MC_NOUN_STATE,
} McNounKind;

#define MC_TYPE_ENTITY (mc_entity_get_type ())
G_DECLARE_DERIVABLE_TYPE (McEntity, mc_entity, MC, ENTITY, GObject)

/**
 * McEntityClass:
 * What a noun says about itself; filled by MC_DEFINE_ENTITY().
 *
 * @kind: where its rows live
 * @table: the table or function, without its schema (audit for logs, centre for the rest)
 * @label: what people call one of it (untranslated)
 * @fields: its fields, without id and version
 * @n_fields: how many
 */
struct _McEntityClass
{
  GObjectClass parent_class;

  McNounKind kind;
  const char *table;
  const char *label;
  const McFieldInfo *fields;
  guint n_fields;

  /*< private >*/
  GParamSpec **pspecs;
  GHashTable *by_name;
};

/**
 * MC_DEFINE_ENTITY:
 * Defines a noun from its table of fields: `static const McFieldInfo fields[]`.
 * The type is declared with G_DECLARE_FINAL_TYPE (…, McEntity), and its struct
 * stands in the header, so that code reads `tour->during`. Members are written
 * directly only as long as nobody else holds the object; later by property.
 */
#define MC_DEFINE_ENTITY(TypeName, type_name, noun_kind, noun_table, noun_label, noun_fields)                          \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, MC_TYPE_ENTITY)                                                            \
  static void type_name##_class_init (TypeName##Class *klass)                                                          \
  {                                                                                                                    \
    mc_entity_class_set_fields (MC_ENTITY_CLASS (klass), noun_kind, noun_table, noun_label, noun_fields,               \
                                G_N_ELEMENTS (noun_fields));                                                           \
  }                                                                                                                    \
  static void type_name##_init (TypeName *self) { mc_entity_init_fields (MC_ENTITY (self)); }

/* For MC_DEFINE_ENTITY() only. */
void mc_entity_class_set_fields (McEntityClass *klass,
                                 McNounKind kind,
                                 const char *table,
                                 const char *label,
                                 const McFieldInfo *fields,
                                 guint n_fields);
void mc_entity_init_fields (McEntity *self);

/** mc_entity_class_find_field: (nullable): the field of column @name; id and version are none. */
const McFieldInfo *mc_entity_class_find_field (McEntityClass *klass, const char *name);

/** mc_entity_class_get_pspec: the property of @field, for g_object_notify_by_pspec(). */
GParamSpec *mc_entity_class_get_pspec (McEntityClass *klass, const McFieldInfo *field);

/** mc_entity_get_id: the row's id; 0 as long as it is not in the database. */
gint64 mc_entity_get_id (McEntity *self);
void mc_entity_set_id (McEntity *self, gint64 id);

/** mc_entity_get_version: the version that was read; a write names it, and meets a conflict if it is old. */
int mc_entity_get_version (McEntity *self);
void mc_entity_set_version (McEntity *self, int version);

/** mc_entity_get_table: the table's name without its schema. */
const char *mc_entity_get_table (McEntity *self);

/** mc_entity_get_label: what people call such a thing (translated). */
const char *mc_entity_get_label (McEntity *self);

/** mc_entity_get_text: (transfer full) (nullable): the value of column @name as PostgreSQL writes it. */
char *mc_entity_get_text (McEntity *self, const char *name);

/**
 * mc_entity_set_text:
 * Sets column @name from PostgreSQL's text and notifies if it changed.
 *
 * Errors: MC_ERROR_INVALID for a text that cannot be read, MC_ERROR_NOT_FOUND for an unknown column.
 */
gboolean mc_entity_set_text (McEntity *self, const char *name, const char *text, GError **error);

/** mc_entity_format: (transfer full): the value of column @name as people read it. */
char *mc_entity_format (McEntity *self, const char *name);

/** mc_entity_equal: whether both are the same noun with the same fields; id and version are not compared. */
gboolean mc_entity_equal (McEntity *a, McEntity *b);

/** mc_entity_same_row: whether both are the same saved row. */
gboolean mc_entity_same_row (McEntity *a, McEntity *b);

/** mc_entity_diff: (transfer full) (element-type McFieldDiff): the fields in which two of a noun differ, in table
 * order. */
GPtrArray *mc_entity_diff (McEntity *before, McEntity *after);

/** mc_entity_clone: (transfer full): a copy with the same id and version. */
gpointer mc_entity_clone (gpointer self);

/**
 * mc_entity_update_from:
 * Makes @self equal to @other in place, with a notify for each property that
 * changed and for no other. A lazy field that @other did not load is kept.
 *
 * Returns: whether anything changed
 */
gboolean mc_entity_update_from (McEntity *self, McEntity *other);

/**
 * mc_entity_to_json:
 * @with_sensitive: whether fields that are protected by law are written too
 *
 * Returns: (transfer full): an object with id, version and one member per column; lazy fields only if loaded
 */
JsonNode *mc_entity_to_json (McEntity *self, gboolean with_sensitive);

/**
 * mc_entity_from_json:
 * Sets the columns that @node (an object) has; others are kept, unknown members are passed over.
 *
 * Errors: MC_ERROR_INVALID; fields before the bad one are then set already
 */
gboolean mc_entity_from_json (McEntity *self, JsonNode *node, GError **error);

G_END_DECLS
