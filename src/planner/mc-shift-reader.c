/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-shift-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-error.h"

/* More than any roster has; what a slip of the pen asks for must not take the memory. */
#define MAX_DAYS 732
#define MAX_PEOPLE 10000
#define MAX_MINUTES (60 * 24 * 7)
#define N_STAFF_FIELDS 8

typedef struct
{
  McShiftModel *model;
  GHashTable *types;    /* id → index + 1 */
  GHashTable *people;   /* likewise */
  GHashTable *covers;   /* set of day × types + type, + 1 */
  GPtrArray *followers; /* of each type: the text, since it may name types of later lines */
  GArray *follower_lines;
  guint line;
  guint n_days;
} Reader;

typedef gboolean (*SectionFunc) (Reader *self, char **fields, GError **error);

typedef struct
{
  const char *name;
  SectionFunc read;
  guint min_fields;
  guint max_fields;
} Section;

static gboolean fail (const Reader *self, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail (const Reader *self, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("line %u: %s"), self->line, message);
  return FALSE;
}

static gboolean
read_number (const Reader *self, const char *text, gint least, gint most, gint *value, GError **error)
{
  gint64 number;

  if (!g_ascii_string_to_signed (text, 10, least, most, &number, NULL))
    return fail (self, error, _ ("“%s” is not a whole number from %d to %d"), text, least, most);
  *value = (gint)number;
  return TRUE;
}

static gboolean
read_day (const Reader *self, const char *text, guint *day, GError **error)
{
  gint value;

  if (self->n_days == 0)
    return fail (self, error, _ ("the horizon (SECTION_HORIZON) must come first"));
  if (!read_number (self, text, 0, (gint)self->n_days - 1, &value, error))
    return FALSE;
  *day = (guint)value;
  return TRUE;
}

static gboolean
find_type (const Reader *self, const char *text, guint *type, GError **error)
{
  *type = GPOINTER_TO_UINT (g_hash_table_lookup (self->types, text)) - 1;
  return *type != G_MAXUINT || fail (self, error, _ ("there is no shift “%s” in SECTION_SHIFTS"), text);
}

static gboolean
find_person (const Reader *self, const char *text, guint *person, GError **error)
{
  *person = GPOINTER_TO_UINT (g_hash_table_lookup (self->people, text)) - 1;
  return *person != G_MAXUINT || fail (self, error, _ ("there is nobody “%s” in SECTION_STAFF"), text);
}

static gboolean
read_id (const Reader *self, GHashTable *table, const char *text, GError **error)
{
  if (!*text || g_str_equal (text, "-"))
    return fail (self, error, _ ("an ID is missing"));
  if (g_hash_table_contains (table, text))
    return fail (self, error, _ ("“%s” is there twice"), text);
  return TRUE;
}

static gboolean
read_horizon (Reader *self, char **fields, GError **error)
{
  gint days;

  if (self->n_days > 0)
    return fail (self, error, _ ("the horizon is there twice"));
  if (!read_number (self, fields[0], 1, MAX_DAYS, &days, error))
    return FALSE;
  self->n_days = self->model->n_days = (guint)days;
  return TRUE;
}

static gboolean
read_shift (Reader *self, char **fields, GError **error)
{
  gint minutes;

  if (!read_id (self, self->types, fields[0], error) || !read_number (self, fields[1], 1, MAX_MINUTES, &minutes, error))
    return FALSE;
  if (self->model->people->len > 0)
    return fail (self, error, _ ("the shifts must come before the staff"));
  if (self->model->types->len == MC_SHIFT_MAX_TYPES)
    return fail (self, error, _ ("there are more than %d shifts"), MC_SHIFT_MAX_TYPES);
  mc_shift_model_add_type (self->model, fields[0], minutes);
  g_hash_table_insert (self->types, g_strdup (fields[0]), GUINT_TO_POINTER (self->model->types->len));
  g_ptr_array_add (self->followers, g_strdup (fields[2] ? fields[2] : ""));
  g_array_append_val (self->follower_lines, self->line);
  return TRUE;
}

/* “E=14|L=0”: a type that is not named has no limit. */
static gboolean
read_most (Reader *self, const char *text, gint *most, GError **error)
{
  g_auto (GStrv) pairs = g_strsplit (text, "|", -1);
  guint32 seen = 0;

  for (char **pair = pairs; *pair; pair++)
    {
      g_auto (GStrv) sides = g_strsplit (*pair, "=", 2);
      guint type;

      if (g_strv_length (sides) != 2)
        return fail (self, error, _ ("“%s” is not a shift, “=” and its greatest number"), *pair);
      if (!find_type (self, g_strstrip (sides[0]), &type, error))
        return FALSE;
      if (seen & MC_SHIFT_BIT (type))
        return fail (self, error, _ ("“%s” is there twice"), sides[0]);
      seen |= MC_SHIFT_BIT (type);
      if (!read_number (self, g_strstrip (sides[1]), 0, G_MAXINT, &most[type], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_person (Reader *self, char **fields, GError **error)
{
  g_autofree gint *most = g_new (gint, MC_SHIFT_MAX_TYPES);
  gint limits[N_STAFF_FIELDS - 2];
  McShiftPerson *person;

  if (self->n_days == 0 || self->model->types->len == 0)
    return fail (self, error, _ ("the horizon and the shifts must come before the staff"));
  for (guint t = 0; t < MC_SHIFT_MAX_TYPES; t++)
    most[t] = G_MAXINT;
  if (!read_id (self, self->people, fields[0], error) || !read_most (self, fields[1], most, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    if (!read_number (self, fields[i + 2], 0, G_MAXINT, &limits[i], error))
      return FALSE;
  if (limits[1] > limits[0] || limits[3] > limits[2])
    return fail (self, error, _ ("the least is more than the most"));
  if (self->model->people->len == MAX_PEOPLE)
    return fail (self, error, _ ("there are more than %d people"), MAX_PEOPLE);
  person = mc_shift_model_add_person (self->model, fields[0]);
  memcpy (person->most, most, self->model->types->len * sizeof (gint));
  person->max_minutes = limits[0];
  person->min_minutes = limits[1];
  person->max_run = limits[2];
  person->min_run = limits[3];
  person->min_off = limits[4];
  person->max_weekends = limits[5];
  g_hash_table_insert (self->people, g_strdup (fields[0]), GUINT_TO_POINTER (self->model->people->len));
  return TRUE;
}

static gboolean
read_days_off (Reader *self, char **fields, GError **error)
{
  guint person, day;

  if (!find_person (self, fields[0], &person, error))
    return FALSE;
  for (char **field = fields + 1; *field; field++)
    {
      if (!read_day (self, *field, &day, error))
        return FALSE;
      mc_shift_person (self->model, person)->allowed[day] = MC_SHIFT_BIT (MC_SHIFT_OFF);
    }
  return TRUE;
}

static gboolean
read_request (Reader *self, char **fields, gboolean on, GError **error)
{
  guint person, day, type;
  gint weight;

  if (!find_person (self, fields[0], &person, error) || !read_day (self, fields[1], &day, error) ||
      !find_type (self, fields[2], &type, error) ||
      !read_number (self, fields[3], 0, MC_SHIFT_MAX_WEIGHT, &weight, error))
    return FALSE;
  mc_shift_model_add_request (self->model, person, day, (gint)type, on, weight);
  return TRUE;
}

static gboolean
read_request_on (Reader *self, char **fields, GError **error)
{
  return read_request (self, fields, TRUE, error);
}

static gboolean
read_request_off (Reader *self, char **fields, GError **error)
{
  return read_request (self, fields, FALSE, error);
}

static gboolean
read_cover (Reader *self, char **fields, GError **error)
{
  guint day, type;
  gint wanted, under, over;

  if (!read_day (self, fields[0], &day, error) || !find_type (self, fields[1], &type, error) ||
      !read_number (self, fields[2], 0, MAX_PEOPLE, &wanted, error) ||
      !read_number (self, fields[3], 0, MC_SHIFT_MAX_WEIGHT, &under, error) ||
      !read_number (self, fields[4], 0, MC_SHIFT_MAX_WEIGHT, &over, error))
    return FALSE;
  if (!g_hash_table_add (self->covers, GUINT_TO_POINTER (day * MC_SHIFT_MAX_TYPES + type + 1)))
    return fail (self, error, _ ("the cover of shift “%s” on day %u is there twice"), fields[1], day);
  mc_shift_model_add_cover (self->model, day, type, wanted, under, over);
  return TRUE;
}

static const Section sections[] = {
  { "SECTION_HORIZON", read_horizon, 1, 1 },
  { "SECTION_SHIFTS", read_shift, 2, 3 },
  { "SECTION_STAFF", read_person, N_STAFF_FIELDS, N_STAFF_FIELDS },
  { "SECTION_DAYS_OFF", read_days_off, 1, MAX_DAYS },
  { "SECTION_SHIFT_ON_REQUESTS", read_request_on, 4, 4 },
  { "SECTION_SHIFT_OFF_REQUESTS", read_request_off, 4, 4 },
  { "SECTION_COVER", read_cover, 5, 5 },
};

static gboolean
read_row (Reader *self, const Section *section, const char *line, GError **error)
{
  g_auto (GStrv) fields = g_strsplit (line, ",", -1);
  guint n = g_strv_length (fields);

  for (guint i = 0; i < n; i++)
    g_strstrip (fields[i]);
  if (!section)
    return fail (self, error, _ ("“%s” stands before the first section"), line);
  if (n < section->min_fields || n > section->max_fields)
    return fail (self, error, _ ("%s wants %u fields in a line, not %u"), section->name, section->min_fields, n);
  return section->read (self, fields, error);
}

static gboolean
read_lines (Reader *self, char **lines, GError **error)
{
  const Section *section = NULL;

  for (; *lines; lines++)
    {
      char *line = g_strstrip (*lines);

      self->line++;
      if (!*line || *line == '#')
        continue;
      if (!g_str_has_prefix (line, "SECTION_"))
        {
          if (!read_row (self, section, line, error))
            return FALSE;
          continue;
        }
      section = NULL;
      for (guint i = 0; i < G_N_ELEMENTS (sections) && !section; i++)
        if (g_str_equal (sections[i].name, line))
          section = &sections[i];
      if (!section)
        return fail (self, error, _ ("there is no section “%s”"), line);
    }
  return TRUE;
}

static gboolean
read_followers (Reader *self, GError **error)
{
  for (guint t = 0; t < self->followers->len; t++)
    {
      g_auto (GStrv) names = g_strsplit (g_ptr_array_index (self->followers, t), "|", -1);

      self->line = g_array_index (self->follower_lines, guint, t);
      for (char **name = names; *name; name++)
        {
          guint other;

          if (!*g_strstrip (*name))
            continue;
          if (!find_type (self, *name, &other, error))
            return FALSE;
          mc_shift_type (self->model, t)->next &= ~MC_SHIFT_BIT (other + 1);
        }
    }
  return TRUE;
}

McShiftModel *
mc_shift_read (const char *text, GError **error)
{
  g_autoptr (McShiftModel) model = mc_shift_model_new (0);
  g_auto (GStrv) lines = g_strsplit (g_str_has_prefix (text, "\uFEFF") ? text + strlen ("\uFEFF") : text, "\n", -1);
  g_autoptr (GHashTable) types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) covers = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) followers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) follower_lines = g_array_new (FALSE, FALSE, sizeof (guint));
  Reader self = { .model = model,
                  .types = types,
                  .people = people,
                  .covers = covers,
                  .followers = followers,
                  .follower_lines = follower_lines };

  if (!read_lines (&self, lines, error) || !read_followers (&self, error))
    return NULL;
  if (model->people->len == 0)
    {
      fail (&self, error, _ ("the text ends without staff (SECTION_STAFF)"));
      return NULL;
    }
  return g_steal_pointer (&model);
}

McShiftModel *
mc_shift_read_file (GFile *file, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *name = g_file_get_basename (file);
  McShiftModel *model;
  gsize length;

  if (!g_file_load_contents (file, NULL, &text, &length, NULL, error))
    return NULL;
  if (!g_utf8_validate_len (text, length, NULL))
    {
      g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("%s: this is not a text"), name);
      return NULL;
    }
  model = mc_shift_read (text, error);
  if (!model)
    g_prefix_error (error, "%s: ", name);
  return model;
}
