/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-attendance-table.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mc-name.h"
#include "mc-needle.h"
#include "mc-number.h"

#define N_FEET 2
#define OPEN "○"

typedef struct
{
  char *key;
  const char *name; /* the month's */
  const char *code;
  char *facts[MC_ROSTER_GRID_N_FACTS];
  McTone late_tone;
  gint person; /* -1: a heading */
} Row;

struct _McAttendanceTable
{
  GObject parent_instance;

  McAttendanceMonth *month;
  McDay today;
  char *needle;
  GPtrArray *rows; /* Row */
};

static void source_init (McRosterGridSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (McAttendanceTable,
                               mc_attendance_table,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MC_TYPE_ROSTER_GRID_SOURCE, source_init))

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->key);
  for (guint i = 0; i < MC_ROSTER_GRID_N_FACTS; i++)
    g_free (row->facts[i]);
  g_free (row);
}

static void
mc_attendance_table_finalize (GObject *object)
{
  McAttendanceTable *self = MC_ATTENDANCE_TABLE (object);

  g_clear_object (&self->month);
  g_free (self->needle);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (mc_attendance_table_parent_class)->finalize (object);
}

static void
mc_attendance_table_class_init (McAttendanceTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_attendance_table_finalize;
}

static void
mc_attendance_table_init (McAttendanceTable *self)
{
  self->today = MC_DAY_NONE;
  self->rows = g_ptr_array_new_with_free_func (row_free);
}

McAttendanceTable *
mc_attendance_table_new (void)
{
  return g_object_new (MC_TYPE_ATTENDANCE_TABLE, NULL);
}

/* --- Rows --- */

static gboolean
is_wanted (McAttendanceTable *self, const McAttendanceWho *who)
{
  const char *const words[] = { who->name, who->code };

  return mc_needle_finds (self->needle, words, G_N_ELEMENTS (words));
}

static void
add_heading (McAttendanceTable *self, const char *name)
{
  Row *row = g_new0 (Row, 1);

  row->key = g_strdup (name);
  row->name = name;
  row->person = -1;
  g_ptr_array_add (self->rows, row);
}

static void
add_row (McAttendanceTable *self, guint person)
{
  const McAttendanceWho *who = mc_attendance_month_get_who (self->month, person);
  McAttendanceCount count = mc_attendance_month_count_person (self->month, person, self->today);
  Row *row = g_new0 (Row, 1);

  row->key = g_strdup_printf ("person/%" G_GINT64_FORMAT, who->id);
  row->name = who->name;
  row->code = who->code;
  row->person = (gint)person;
  row->facts[0] = mc_number_format (count.present / 2.0, count.present % 2 ? 1 : 0);
  if (count.late + count.early > 0)
    row->facts[1] = g_strdup_printf ("%u", count.late + count.early);
  row->late_tone = count.late + count.early > 0 ? MC_TONE_WARNING : MC_TONE_NONE;
  g_ptr_array_add (self->rows, row);
}

static void
fill (McAttendanceTable *self)
{
  const char *group = NULL;

  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; self->month && i < mc_attendance_month_get_n_people (self->month); i++)
    {
      const McAttendanceWho *who = mc_attendance_month_get_who (self->month, i);

      if (!is_wanted (self, who))
        continue;
      if (who->group && g_strcmp0 (group, who->group) != 0)
        add_heading (self, who->group);
      group = who->group;
      add_row (self, i);
    }
  mc_roster_grid_source_changed (MC_ROSTER_GRID_SOURCE (self));
}

void
mc_attendance_table_set_month (McAttendanceTable *self, McAttendanceMonth *month, McDay today)
{
  g_return_if_fail (MC_IS_ATTENDANCE_TABLE (self));
  g_set_object (&self->month, month);
  self->today = today;
  fill (self);
}

void
mc_attendance_table_set_needle (McAttendanceTable *self, const char *text)
{
  g_return_if_fail (MC_IS_ATTENDANCE_TABLE (self));
  mc_needle_set (&self->needle, text);
  fill (self);
}

gint
mc_attendance_table_get_person (McAttendanceTable *self, guint row)
{
  return row < self->rows->len ? ((Row *)g_ptr_array_index (self->rows, row))->person : -1;
}

static McDay
day_of (McAttendanceTable *self, guint slot)
{
  return mc_attendance_month_get_period (self->month).from + (McDay)(slot / MC_DAY_SESSIONS);
}

static McAttendanceCell
cell_at (McAttendanceTable *self, guint person, guint slot)
{
  return mc_attendance_month_get_cell (self->month, person, day_of (self, slot),
                                       (McDaySession)(slot % MC_DAY_SESSIONS));
}

gboolean
mc_attendance_table_find_day (McAttendanceTable *self, McDay day, guint *row, guint *slot)
{
  if (!self->month || !mc_period_contains (mc_attendance_month_get_period (self->month), day))
    return FALSE;
  *slot = (guint)(day - mc_attendance_month_get_period (self->month).from) * MC_DAY_SESSIONS;
  for (*row = 0; *row < self->rows->len; (*row)++)
    if (mc_attendance_table_get_person (self, *row) >= 0)
      return TRUE;
  return FALSE;
}

GArray *
mc_attendance_table_make_edits (McAttendanceTable *self, McGridEdit *edit)
{
  GArray *edits = g_array_new (FALSE, TRUE, sizeof (McAttendanceEdit));

  for (guint i = 0; self->month && i < edit->cells->len; i++)
    {
      McGridEditCell *cell = &g_array_index (edit->cells, McGridEditCell, i);
      gint person = mc_attendance_table_get_person (self, cell->row);
      gboolean clear =
          edit->verb == MC_GRID_VERB_FREE || edit->verb == MC_GRID_VERB_CUT || cell->duty == MC_ROSTER_GRID_FREE;
      McAttendanceEdit one = { .day = day_of (self, cell->slot),
                               .session = (McDaySession)(cell->slot % MC_DAY_SESSIONS),
                               .clear = clear };

      if (person < 0)
        continue;
      one.person = (guint)person;
      if (!clear)
        one.mark = mc_attendance_mark_unpack (cell->duty);
      g_array_append_val (edits, one);
    }
  return edits;
}

/* --- Looks --- */

static McTone
tone_of (McAttendanceState state)
{
  switch (state)
    {
    case MC_ATTENDANCE_LATE:
    case MC_ATTENDANCE_EARLY_LEAVE:
      return MC_TONE_WARNING;
    case MC_ATTENDANCE_ABSENT_EXCUSED:
      return MC_TONE_ABSENT;
    case MC_ATTENDANCE_UNEXCUSED:
      return MC_TONE_ERROR;
    case MC_ATTENDANCE_PRESENT:
    default:
      return MC_TONE_STAFFED;
    }
}

/* "Came late 07:18" */
static char *
describe_row (const McAttendance *row)
{
  const char *state = _ (mc_attendance_state_values[row->state].label);

  if (row->came_at && row->left_at)
    return g_strdup_printf ("%s %s–%s", state, row->came_at, row->left_at);
  if (row->came_at || row->left_at)
    return g_strdup_printf ("%s %s", state, row->came_at ? row->came_at : row->left_at);
  return g_strdup (state);
}

static const char *
describe_away (const McAttendanceCell *cell)
{
  return !cell->excused ? _ ("Away without leave")
         : cell->kind   ? mc_enum_label (mc_absence_kind_values, cell->kind)
                        : _ ("Away with leave");
}

static const char *
intern (char *text)
{
  const char *kept = g_intern_string (text);

  g_free (text);
  return kept;
}

static void
look_at (McAttendanceTable *self, guint person, guint slot, McRosterGridLook *out)
{
  McAttendanceCell cell = cell_at (self, person, slot);
  const char *code = mc_attendance_cell_get_code (&cell);

  out->text = code ? code : "";
  out->code = cell.row ? mc_attendance_code (cell.row->state) : "";
  if (cell.row)
    {
      out->label = intern (describe_row (cell.row));
      out->tone = tone_of (cell.row->state);
    }
  else if (code)
    {
      out->label = describe_away (&cell);
      out->tone = cell.excused ? MC_TONE_ABSENT : MC_TONE_ERROR;
    }
  else if (cell.expected)
    {
      out->text = day_of (self, slot) <= self->today ? OPEN : "";
      /* Translators: %s: the code of a counter or duty where somebody is to be */
      out->label = cell.place ? intern (g_strdup_printf (_ ("%s planned: %s"), OPEN, cell.place)) : OPEN;
    }
  if (mc_attendance_cell_differs (&cell))
    out->marks |= MC_ROSTER_MARK_DIFFERS;
}

static void
look_at_foot (McAttendanceTable *self, guint foot, guint slot, McRosterGridLook *out)
{
  guint expected = 0, present = 0, open = 0;

  for (guint i = 0; i < mc_attendance_month_get_n_people (self->month); i++)
    {
      McAttendanceCell cell = cell_at (self, i, slot);

      expected += cell.expected;
      present += mc_attendance_cell_is_present (&cell);
      open += cell.expected && !mc_attendance_cell_get_code (&cell);
    }
  if (expected + present == 0 || day_of (self, slot) > self->today)
    return;
  if (foot == 0)
    {
      out->text = intern (g_strdup_printf ("%u", present));
      out->label = intern (g_strdup_printf ("%u/%u", present, expected));
      out->tone = open == 0 ? MC_TONE_STAFFED : MC_TONE_NONE;
    }
  else if (open > 0)
    {
      out->text = out->label = intern (g_strdup_printf ("%u", open));
      out->tone = MC_TONE_WARNING;
    }
}

static void
get_look (McRosterGridSource *source, guint row, guint slot, McRosterGridLook *out)
{
  McAttendanceTable *self = MC_ATTENDANCE_TABLE (source);
  gint person = mc_attendance_table_get_person (self, row);

  out->text = "";
  out->code = "";
  if (person >= 0)
    look_at (self, (guint)person, slot, out);
  else if (row >= self->rows->len)
    look_at_foot (self, row - self->rows->len, slot, out);
}

/* --- The rest of the interface --- */

static guint
get_n_rows (McRosterGridSource *source)
{
  return MC_ATTENDANCE_TABLE (source)->rows->len;
}

static guint
get_n_feet (McRosterGridSource *source)
{
  return MC_ATTENDANCE_TABLE (source)->month ? N_FEET : 0;
}

static guint
get_n_days (McRosterGridSource *source)
{
  McAttendanceTable *self = MC_ATTENDANCE_TABLE (source);
  McPeriod days = self->month ? mc_attendance_month_get_period (self->month) : (McPeriod){ 0, 0 };

  return (guint)(days.until - days.from);
}

static guint
get_n_parts (McRosterGridSource *source)
{
  return MC_DAY_SESSIONS;
}

static const char *
get_fact_title (McRosterGridSource *source, guint fact)
{
  return fact == 0 ? C_ ("column", "Worked") : C_ ("column", "Late");
}

static void
get_row (McRosterGridSource *source, guint row, McRosterGridRow *out)
{
  McAttendanceTable *self = MC_ATTENDANCE_TABLE (source);
  Row *shown;

  if (row >= self->rows->len)
    {
      out->key = row == self->rows->len ? "foot/present" : "foot/open";
      out->name = row == self->rows->len ? _ ("Came, of those expected") : _ ("Not entered yet");
      out->code = "";
      return;
    }
  shown = g_ptr_array_index (self->rows, row);
  out->heading = shown->person < 0;
  out->key = shown->key;
  out->name = shown->name;
  out->code = shown->code ? shown->code : "";
  for (guint i = 0; i < MC_ROSTER_GRID_N_FACTS; i++)
    out->facts[i] = shown->facts[i];
  out->fact_tones[1] = shown->late_tone;
}

static void
get_day (McRosterGridSource *source, guint day, McRosterGridDay *out)
{
  McAttendanceTable *self = MC_ATTENDANCE_TABLE (source);
  const McWorkDay *work;

  out->day = mc_attendance_month_get_period (self->month).from + (McDay)day;
  work = mc_work_calendar_get (mc_attendance_month_get_calendar (self->month), out->day);
  out->note = work->name;
  if (mc_work_day_is_off (work))
    out->tone = work->kind == MC_WORK_DAY_WEEKEND ? MC_TONE_WEEKEND : MC_TONE_HOLIDAY;
}

static char *
describe (McRosterGridSource *source, guint row, guint slot)
{
  McAttendanceTable *self = MC_ATTENDANCE_TABLE (source);
  gint person = mc_attendance_table_get_person (self, row);
  g_autoptr (GString) text = g_string_new (NULL);
  McAttendanceCell cell;

  if (person < 0)
    {
      McRosterGridLook look = { 0 };

      get_look (source, row, slot, &look);
      return g_strdup (look.label ? look.label : "");
    }
  cell = cell_at (self, (guint)person, slot);
  if (cell.row)
    {
      g_autofree char *came = describe_row (cell.row);

      g_string_append (text, came);
    }
  else
    g_string_append (text, cell.away       ? describe_away (&cell)
                           : cell.expected ? _ ("not entered yet")
                                           : _ ("not expected"));
  if (cell.row && cell.away)
    g_string_append_printf (text, ", %s", describe_away (&cell));
  if (cell.place)
    g_string_append_printf (text, _ (", planned: %s"), cell.place);
  if (cell.row && cell.row->note)
    g_string_append_printf (text, ", %s", cell.row->note);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gboolean
parse (McRosterGridSource *source, const char *text, int *duty, GError **error)
{
  McAttendanceMark mark;

  *duty = MC_ROSTER_GRID_FREE;
  if (!text || !*text)
    return TRUE;
  if (!mc_attendance_mark_parse (text, &mark, error))
    return FALSE;
  *duty = mc_attendance_mark_pack (&mark);
  return TRUE;
}

static GPtrArray *
complete (McRosterGridSource *source, guint row, guint slot, const char *text)
{
  static const struct
  {
    const char *code, *name;
  } codes[] = {
    { "X", N_ ("Came") },
    { "M", N_ ("Came late") },
    { "M 15", N_ ("Came 15 minutes late") },
    { "M 7:30", N_ ("Came late, at 7:30") },
    { "S", N_ ("Left early") },
    { "S 15", N_ ("Left 15 minutes early") },
    { "V", N_ ("Away with leave") },
    { "P", N_ ("Away with leave") },
    { "K", N_ ("Away without leave") },
  };
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_roster_code_free);
  g_autofree char *needle = mc_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *folded = mc_fold (codes[i].code);

      /* P is for those who are used to it. */
      if (g_str_has_prefix (folded, needle) && (*needle || codes[i].code[0] != 'P'))
        g_ptr_array_add (found, mc_roster_code_new (codes[i].code, _ (codes[i].name)));
    }
  return found;
}

static void
source_init (McRosterGridSourceInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_feet = get_n_feet;
  iface->get_n_days = get_n_days;
  iface->get_n_parts = get_n_parts;
  iface->get_fact_title = get_fact_title;
  iface->get_row = get_row;
  iface->get_day = get_day;
  iface->get_look = get_look;
  iface->describe = describe;
  iface->parse = parse;
  iface->complete = complete;
}
