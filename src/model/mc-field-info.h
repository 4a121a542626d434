/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

#include "mc-day.h"
#include "mc-period.h"

G_BEGIN_DECLS

/** MC_INT_NONE: an optional whole number that is not known (SQL NULL). */
#define MC_INT_NONE G_MININT

/** MC_TIME_NONE: a point of time that is not known (SQL NULL). */
#define MC_TIME_NONE G_MININT64

/**
 * McFieldType:
 * How a field is kept in the struct, and what stands for "nothing" (SQL NULL).
 *
 * @MC_FIELD_TYPE_INT: int; MC_INT_NONE is nothing
 * @MC_FIELD_TYPE_INT64: gint64; 0 is nothing unless the field is required
 * @MC_FIELD_TYPE_REF: gint64, id of a row of another table; 0 is nothing
 * @MC_FIELD_TYPE_BOOL: gboolean, always something
 * @MC_FIELD_TYPE_DOUBLE: double; NAN is nothing
 * @MC_FIELD_TYPE_TEXT: char *, UTF-8; %NULL is nothing, and the empty text becomes %NULL
 * @MC_FIELD_TYPE_DAY: McDay; MC_DAY_NONE is nothing
 * @MC_FIELD_TYPE_PERIOD: McPeriod, always something (an unbounded end is MC_DAY_NONE)
 * @MC_FIELD_TYPE_ENUM: an enum that counts from 0; the entry with the text "" is nothing
 * @MC_FIELD_TYPE_JSON: char *, JSON text; %NULL is nothing
 * @MC_FIELD_TYPE_BYTES: GBytes *; %NULL is nothing or not loaded
 * @MC_FIELD_TYPE_TIMESTAMP: gint64, microseconds since 1970-01-01 UTC; MC_TIME_NONE is nothing
 */
typedef enum
{
  MC_FIELD_TYPE_INT,
  MC_FIELD_TYPE_INT64,
  MC_FIELD_TYPE_REF,
  MC_FIELD_TYPE_BOOL,
  MC_FIELD_TYPE_DOUBLE,
  MC_FIELD_TYPE_TEXT,
  MC_FIELD_TYPE_DAY,
  MC_FIELD_TYPE_PERIOD,
  MC_FIELD_TYPE_ENUM,
  MC_FIELD_TYPE_JSON,
  MC_FIELD_TYPE_BYTES,
  MC_FIELD_TYPE_TIMESTAMP,
} McFieldType;

/**
 * McFieldFlags:
 * @MC_FIELD_REQUIRED: the database refuses a row without it
 * @MC_FIELD_SENSITIVE: protected by law; never in logs, drafts or lists
 * @MC_FIELD_KEY: lists are asked for by this field
 * @MC_FIELD_READONLY: the database fills it; never written by us
 * @MC_FIELD_LAZY: not loaded with the row, because it is large
 * @MC_FIELD_BLANK: a text whose "nothing" is the empty text in the database, too
 * @MC_FIELD_LIST: a text that is a list in the database; here with ", " between; never written
 * @MC_FIELD_NAMES: a number that names instead of counting, such as a year; written without separators
 * @MC_FIELD_SCOPE: a JSON object of lists of ids: for whom and what a row is (people, agencies, counters, duties)
 * @MC_FIELD_WEEKDAYS: a text of the digits of days of the week in order, 1 is Monday; people are shown their names
 * @MC_FIELD_UNTIL: a day that is the first one after; people are shown the day before, the last one
 */
typedef enum
{
  MC_FIELD_REQUIRED = 1 << 0,
  MC_FIELD_SENSITIVE = 1 << 1,
  MC_FIELD_KEY = 1 << 2,
  MC_FIELD_READONLY = 1 << 3,
  MC_FIELD_LAZY = 1 << 4,
  MC_FIELD_BLANK = 1 << 5,
  MC_FIELD_UNTIL = 1 << 6,
  MC_FIELD_LIST = 1 << 7,
  MC_FIELD_NAMES = 1 << 8,
  MC_FIELD_WEEKDAYS = 1 << 9,
  MC_FIELD_SCOPE = 1 << 10,
} McFieldFlags;

/**
 * McEnumValue:
 * One value of an enum: its text in the database and its name for people (untranslated).
 * Tables of these end with a %NULL text, and their order is that of the C enum.
 */
typedef struct
{
  const char *text;
  const char *label;
} McEnumValue;

/**
 * McFieldInfo:
 * One field of a noun, stated once: the name of its column, its type, its place
 * in the struct, and its name for people (untranslated). Use the macros below,
 * which check the type of the member when they are compiled.
 */
typedef struct
{
  const char *name;
  McFieldType type;
  gsize offset;
  McFieldFlags flags;
  const char *label;
  const McEnumValue *values; /* ENUM */
  const char *table;         /* REF: the table that is referred to */
} McFieldInfo;

/* An offset, or a compile error where the member is of another type than the table says. */
#define MC_FIELD_OFFSET(Type, member, ctype) _Generic (((Type *)NULL)->member, ctype: G_STRUCT_OFFSET (Type, member))

#define MC_FIELD_INT(Type, member, flags, label)                                                                       \
  { #member, MC_FIELD_TYPE_INT, MC_FIELD_OFFSET (Type, member, int), flags, label, NULL, NULL }
#define MC_FIELD_INT64(Type, member, flags, label)                                                                     \
  { #member, MC_FIELD_TYPE_INT64, MC_FIELD_OFFSET (Type, member, gint64), flags, label, NULL, NULL }
#define MC_FIELD_REF(Type, member, flags, label, table)                                                                \
  { #member, MC_FIELD_TYPE_REF, MC_FIELD_OFFSET (Type, member, gint64), flags, label, NULL, table }
#define MC_FIELD_BOOL(Type, member, flags, label)                                                                      \
  { #member, MC_FIELD_TYPE_BOOL, MC_FIELD_OFFSET (Type, member, gboolean), flags, label, NULL, NULL }
#define MC_FIELD_DOUBLE(Type, member, flags, label)                                                                    \
  { #member, MC_FIELD_TYPE_DOUBLE, MC_FIELD_OFFSET (Type, member, double), flags, label, NULL, NULL }
#define MC_FIELD_TEXT(Type, member, flags, label)                                                                      \
  { #member, MC_FIELD_TYPE_TEXT, MC_FIELD_OFFSET (Type, member, char *), flags, label, NULL, NULL }
#define MC_FIELD_DAY(Type, member, flags, label)                                                                       \
  { #member, MC_FIELD_TYPE_DAY, MC_FIELD_OFFSET (Type, member, McDay), flags, label, NULL, NULL }
#define MC_FIELD_PERIOD(Type, member, flags, label)                                                                    \
  { #member, MC_FIELD_TYPE_PERIOD, MC_FIELD_OFFSET (Type, member, McPeriod), flags, label, NULL, NULL }
#define MC_FIELD_ENUM(Type, member, flags, label, values)                                                              \
  { #member, MC_FIELD_TYPE_ENUM, MC_FIELD_OFFSET (Type, member, unsigned int), flags, label, values, NULL }
#define MC_FIELD_JSON(Type, member, flags, label)                                                                      \
  { #member, MC_FIELD_TYPE_JSON, MC_FIELD_OFFSET (Type, member, char *), flags, label, NULL, NULL }
#define MC_FIELD_BYTES(Type, member, flags, label)                                                                     \
  { #member, MC_FIELD_TYPE_BYTES, MC_FIELD_OFFSET (Type, member, GBytes *), flags, label, NULL, NULL }
#define MC_FIELD_TIMESTAMP(Type, member, flags, label)                                                                 \
  { #member, MC_FIELD_TYPE_TIMESTAMP, MC_FIELD_OFFSET (Type, member, gint64), flags, label, NULL, NULL }

/** mc_enum_label: the translated name of @value in @values; "" for a value that is not there. */
const char *mc_enum_label (const McEnumValue *values, guint value);

/** mc_enum_parse: finds the value of database text @text (%NULL reads as ""); %FALSE if there is none. */
gboolean mc_enum_parse (const McEnumValue *values, const char *text, guint *value);

/** mc_enum_count: how many values there are. */
guint mc_enum_count (const McEnumValue *values);

/* The functions below work on one member of a noun; @object points at the noun itself. */

/** mc_field_info_get_label: (transfer none): the translated name of the field. */
const char *mc_field_info_get_label (const McFieldInfo *info);

/** mc_field_info_create_pspec: (transfer floating): the GObject property made from @info; underscores become dashes. */
GParamSpec *mc_field_info_create_pspec (const McFieldInfo *info);

/** mc_field_info_init: puts "nothing" (or zero, where required) into the member, without freeing what is there. */
void mc_field_info_init (const McFieldInfo *info, gpointer object);

/** mc_field_info_clear: frees what the member holds and makes it "nothing". */
void mc_field_info_clear (const McFieldInfo *info, gpointer object);

/** mc_field_info_copy: makes the member of @to equal to that of @from. */
void mc_field_info_copy (const McFieldInfo *info, gconstpointer from, gpointer to);

/** mc_field_info_equal: whether both members hold the same. JSON is compared by meaning, not by its blanks. */
gboolean mc_field_info_equal (const McFieldInfo *info, gconstpointer a, gconstpointer b);

/** mc_field_info_is_null: whether the member is "nothing". */
gboolean mc_field_info_is_null (const McFieldInfo *info, gconstpointer object);

/**
 * mc_field_info_get_text:
 * Returns: (transfer full) (nullable): the member as PostgreSQL writes it
 *   (ISO dates, t/f, [a,b), \x…); %NULL for "nothing"
 */
char *mc_field_info_get_text (const McFieldInfo *info, gconstpointer object);

/**
 * mc_field_info_set_text:
 * @text: (nullable): as PostgreSQL writes it; %NULL for "nothing"
 *
 * Returns: %FALSE with MC_ERROR_INVALID if @text cannot be read; the member is then unchanged
 */
gboolean mc_field_info_set_text (const McFieldInfo *info, gpointer object, const char *text, GError **error);

/** mc_field_info_format: (transfer full): the member as people read it (dd/mm/yyyy, translated names); "" for nothing.
 */
char *mc_field_info_format (const McFieldInfo *info, gconstpointer object);

/** mc_field_info_get_value: fills @value, which is initialised to the property's type. */
void mc_field_info_get_value (const McFieldInfo *info, gconstpointer object, GValue *value);

/** mc_field_info_set_value: Returns: whether the member changed. */
gboolean mc_field_info_set_value (const McFieldInfo *info, gpointer object, const GValue *value);

/** mc_field_info_get_json: (transfer full): numbers and truths as such, JSON as it is, all else as text; null for
 * nothing. */
JsonNode *mc_field_info_get_json (const McFieldInfo *info, gconstpointer object);

/** mc_field_info_set_json: the reverse of mc_field_info_get_json(). Errors: MC_ERROR_INVALID. */
gboolean mc_field_info_set_json (const McFieldInfo *info, gpointer object, JsonNode *node, GError **error);

G_END_DECLS
