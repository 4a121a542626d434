/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "roster-fixture.h"

#include "mc-error.h"

#define N_DAYS 31
#define N_SLOTS (N_DAYS * 2)
#define N_COUNTERS 20
#define GUIDANCE (N_COUNTERS + 1)
#define LEADER (N_COUNTERS + 2)

struct _TestRoster
{
  GObject parent_instance;

  guint n_people, per_heading, n_feet;
  int *duties;
  McRosterMarks *marks;
  GPtrArray *names; /* by row */
  GPtrArray *codes; /* by duty */
  GPtrArray *labels;
};

static void source_init (McRosterGridSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestRoster,
                               test_roster,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MC_TYPE_ROSTER_GRID_SOURCE, source_init))

static guint
n_rows (TestRoster *self)
{
  return self->n_people + (self->n_people + self->per_heading - 1) / self->per_heading;
}

static gboolean
is_heading (TestRoster *self, guint row)
{
  return row % (self->per_heading + 1) == 0;
}

static guint
get_n_rows (McRosterGridSource *source)
{
  return n_rows (TEST_ROSTER (source));
}

static guint
get_n_feet (McRosterGridSource *source)
{
  return TEST_ROSTER (source)->n_feet;
}

static guint
get_n_days (McRosterGridSource *source)
{
  return N_DAYS;
}

static guint
get_n_parts (McRosterGridSource *source)
{
  return 2;
}

static const char *
get_fact_title (McRosterGridSource *source, guint fact)
{
  return fact == 0 ? "Hours" : "Sat";
}

static void
get_row (McRosterGridSource *source, guint row, McRosterGridRow *out)
{
  TestRoster *self = TEST_ROSTER (source);

  out->key = g_ptr_array_index (self->names, row);
  out->name = out->key;
  if (row >= n_rows (self))
    return;
  out->heading = is_heading (self, row);
  if (out->heading)
    return;
  out->code = "XD";
  out->facts[0] = "176";
  out->facts[1] = "2";
  out->fact_tones[1] = row % 7 == 0 ? MC_TONE_WARNING : MC_TONE_NONE;
  out->drag = "person/1";
}

/* December 2026: the 1st is a Tuesday. */
static void
get_day (McRosterGridSource *source, guint day, McRosterGridDay *out)
{
  out->day = mc_day_new (2026, 12, 1) + (McDay)day;
  out->tone = mc_day_weekday (out->day) >= 6 ? MC_TONE_WEEKEND : MC_TONE_NONE;
  if (day == 24)
    {
      out->tone = MC_TONE_HOLIDAY;
      out->note = "Feast";
    }
}

static void
get_look (McRosterGridSource *source, guint row, guint slot, McRosterGridLook *out)
{
  TestRoster *self = TEST_ROSTER (source);
  int duty;

  out->text = "";
  if (row >= n_rows (self))
    {
      gboolean gap = (row + slot) % 11 == 0;

      out->text = gap ? "✗ 0" : "✓ 1";
      out->tone = gap ? MC_TONE_GAP : MC_TONE_STAFFED;
      return;
    }
  duty = self->duties[row * N_SLOTS + slot];
  out->marks = self->marks[row * N_SLOTS + slot];
  if (duty == MC_ROSTER_GRID_FREE)
    return;
  out->text = g_ptr_array_index (self->codes, duty);
  out->label = g_ptr_array_index (self->labels, duty);
  out->tone = duty == GUIDANCE ? MC_TONE_AREA_INFORMATION : duty == LEADER ? MC_TONE_AREA_OFFICE : MC_TONE_STAFFED;
}

static char *
describe (McRosterGridSource *source, guint row, guint slot)
{
  McRosterGridLook look = mc_roster_grid_source_get_look (source, row, slot);

  return g_strdup (look.label ? look.label : *look.text ? look.text : "free");
}

static gboolean
parse (McRosterGridSource *source, const char *text, int *duty, GError **error)
{
  TestRoster *self = TEST_ROSTER (source);

  *duty = MC_ROSTER_GRID_FREE;
  if (*text == '\0')
    return TRUE;
  for (guint i = 1; i < self->codes->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->codes, i), text) == 0)
      {
        *duty = (int)i;
        return TRUE;
      }
  g_set_error (error, MC_ERROR, MC_ERROR_INVALID, "No counter and no duty has the code “%s”.", text);
  return FALSE;
}

static GPtrArray *
complete (McRosterGridSource *source, guint row, guint slot, const char *text)
{
  TestRoster *self = TEST_ROSTER (source);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_roster_code_free);

  for (guint i = 1; i < self->codes->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (self->codes, i), text))
      g_ptr_array_add (found,
                       mc_roster_code_new (g_ptr_array_index (self->codes, i), g_ptr_array_index (self->labels, i)));
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

static void
test_roster_finalize (GObject *object)
{
  TestRoster *self = TEST_ROSTER (object);

  g_free (self->duties);
  g_free (self->marks);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->labels);
  G_OBJECT_CLASS (test_roster_parent_class)->finalize (object);
}

static void
test_roster_class_init (TestRosterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_roster_finalize;
}

static void
test_roster_init (TestRoster *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->labels = g_ptr_array_new_with_free_func (g_free);
}

static void
add_codes (TestRoster *self)
{
  g_ptr_array_add (self->codes, NULL);
  g_ptr_array_add (self->labels, NULL);
  for (guint i = 1; i <= N_COUNTERS; i++)
    {
      g_ptr_array_add (self->codes, g_strdup_printf ("%u", i));
      g_ptr_array_add (self->labels, g_strdup_printf ("counter %u", i));
    }
  g_ptr_array_add (self->codes, g_strdup ("HD"));
  g_ptr_array_add (self->labels, g_strdup ("guidance"));
  g_ptr_array_add (self->codes, g_strdup ("LĐ"));
  g_ptr_array_add (self->labels, g_strdup ("leader"));
}

static int
first_duty (guint row, guint slot)
{
  guint weekday = (slot / 2 + 1) % 7; /* 1: Tuesday */

  if (weekday >= 5)
    return MC_ROSTER_GRID_FREE;
  if (row % 9 == 4 && slot % 10 == 3)
    return GUIDANCE;
  return row % 13 == 5 && slot % 4 < 2 ? MC_ROSTER_GRID_FREE : (int)(row % N_COUNTERS) + 1;
}

TestRoster *
test_roster_new (guint n_people, guint per_heading, guint n_feet)
{
  static const char *const given[] = { "Hoà", "Bích", "Đức", "Sơn", "Ánh", "Hân", "Ngọc" };
  TestRoster *self = g_object_new (TEST_TYPE_ROSTER, NULL);
  guint rows;

  self->n_people = n_people;
  self->per_heading = per_heading;
  self->n_feet = n_feet;
  add_codes (self);
  rows = n_rows (self);
  self->duties = g_new (int, rows *N_SLOTS);
  self->marks = g_new0 (McRosterMarks, rows * N_SLOTS);
  for (guint row = 0; row < rows + n_feet; row++)
    g_ptr_array_add (self->names, row >= rows              ? g_strdup_printf ("Counter %u", row - rows + 1)
                                  : is_heading (self, row) ? g_strdup_printf ("Section %u", row / (per_heading + 1) + 1)
                                                           : g_strdup_printf ("Nguyễn Văn %s %u", given[row % 7], row));
  for (guint i = 0; i < rows * N_SLOTS; i++)
    self->duties[i] = first_duty (i / N_SLOTS, i % N_SLOTS);
  return self;
}

int
test_roster_get (TestRoster *self, guint row, guint slot)
{
  return self->duties[row * N_SLOTS + slot];
}

void
test_roster_set (TestRoster *self, guint row, guint slot, int duty)
{
  self->duties[row * N_SLOTS + slot] = duty;
  mc_roster_grid_source_cells_changed (MC_ROSTER_GRID_SOURCE (self), row, slot, 1, 1);
}

void
test_roster_mark (TestRoster *self, guint row, guint slot, McRosterMarks marks)
{
  self->marks[row * N_SLOTS + slot] = marks;
  mc_roster_grid_source_cells_changed (MC_ROSTER_GRID_SOURCE (self), row, slot, 1, 1);
}

void
test_roster_shorten (TestRoster *self, guint n_people)
{
  guint before = n_rows (self);

  self->n_people = n_people;
  g_ptr_array_remove_range (self->names, n_rows (self), before - n_rows (self));
  mc_roster_grid_source_changed (MC_ROSTER_GRID_SOURCE (self));
}

static void
edit_cb (TestRoster *self, McGridEdit *edit)
{
  for (guint i = 0; i < edit->cells->len; i++)
    {
      McGridEditCell *cell = &g_array_index (edit->cells, McGridEditCell, i);
      McRosterMarks marks = self->marks[cell->row * N_SLOTS + cell->slot];

      if (edit->verb == MC_GRID_VERB_PIN)
        test_roster_mark (self, cell->row, cell->slot, marks | MC_ROSTER_MARK_PINNED);
      else if (edit->verb == MC_GRID_VERB_UNPIN)
        test_roster_mark (self, cell->row, cell->slot, marks & ~MC_ROSTER_MARK_PINNED);
      else
        test_roster_set (self, cell->row, cell->slot, cell->duty);
    }
}

void
test_roster_follow (TestRoster *self, McRosterGrid *grid)
{
  g_signal_connect_object (grid, "edit", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
}
