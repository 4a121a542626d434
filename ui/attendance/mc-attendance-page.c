/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-attendance-page.h"

#include <glib/gi18n.h>

#include "mc-attendance-table.h"
#include "mc-attendance-view.h"
#include "mc-commit.h"
#include "mc-official-words.h"
#include "mc-paper-maker.h"
#include "mc-report.h"
#include "mc-roster-grid.h"
#include "mc-roster-paper.h"
#include "mc-sheet-export.h"
#include "mc-table-import-dialog.h"

struct _McAttendancePage
{
  McPage parent_instance;

  McAttendanceView *view;
  McAttendanceTable *source;
  McDay wanted; /* the day to go to once its month is there; MC_DAY_NONE: stay */
  gboolean choosing;

  GtkLabel *month_label;
  GtkLabel *counts;
  GtkSearchEntry *search;
  AdwToggleGroup *widths;
  GtkStack *stack;
  McRosterGrid *grid;
};

G_DEFINE_FINAL_TYPE (McAttendancePage, mc_attendance_page, MC_TYPE_PAGE)

static McSession *
get_session (McAttendancePage *self)
{
  return mc_page_get_session (MC_PAGE (self));
}

static McAttendanceMonth *
get_month (McAttendancePage *self)
{
  return self->view ? mc_attendance_view_get (self->view) : NULL;
}

/* The day under the cursor, else the window's. */
static McDay
get_day (McAttendancePage *self)
{
  McAttendanceMonth *month = get_month (self);
  McDay day = mc_page_get_as_of (MC_PAGE (self));
  guint row, slot;

  if (month && mc_roster_grid_get_cursor (self->grid, &row, &slot))
    day = mc_attendance_month_get_period (month).from + (McDay)(slot / MC_DAY_SESSIONS);
  return day;
}

/* --- What is told of the day --- */

static char *
describe_day (McAttendanceMonth *month, McDay day)
{
  McAttendanceCount count = mc_attendance_month_count_day (month, day);
  g_autofree char *date = mc_day_format (day);

  if (count.expected + count.present == 0)
    return g_strdup_printf (_ ("%s: nobody is expected"), date);
  return g_strdup_printf (_ ("%u/%u sessions came · late, early %u · away %u · without leave %u · open %u"),
                          count.present, count.expected, count.late + count.early, count.excused, count.unexcused,
                          count.open);
}

static void
show_day (McAttendancePage *self)
{
  McAttendanceMonth *month = get_month (self);
  McDay day = get_day (self);
  gboolean there = month && day != MC_DAY_NONE && mc_period_contains (mc_attendance_month_get_period (month), day);
  gboolean writes = get_session (self) && mc_session_get_can_write (get_session (self));
  g_autofree char *text = there ? describe_day (month, day) : NULL;
  g_autofree char *date = there ? mc_day_format (day) : NULL;
  /* Translators: %s: a date, 27/11/2026; everybody who is expected came on that day */
  g_autofree char *label = there ? g_strdup_printf (_ ("Everybody Came %s"), date) : NULL;
  gboolean open =
      there && day <= mc_session_get_today (get_session (self)) && mc_attendance_month_count_day (month, day).open > 0;

  gtk_label_set_label (self->counts, text ? text : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->counts), text);
  g_object_set (self, "primary-label", label, NULL);
  mc_page_set_primary_enabled (MC_PAGE (self), writes && open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attendance.all-came", writes && open);
}

/* On a Sunday, Friday is what is still to be entered. */
static McDay
last_expected (McAttendanceMonth *month, McDay day)
{
  for (McDay back = day; back > day - 7 && mc_period_contains (mc_attendance_month_get_period (month), back); back--)
    if (mc_attendance_month_count_day (month, back).expected > 0)
      return back;
  return day;
}

static void
go_to_wanted (McAttendancePage *self)
{
  McAttendanceMonth *month = get_month (self);
  guint row, slot;

  if (!month || self->wanted == MC_DAY_NONE ||
      !mc_attendance_table_find_day (self->source, last_expected (month, self->wanted), &row, &slot))
    return;
  mc_roster_grid_go_to (self->grid, row, slot);
  mc_roster_grid_reveal_day (self->grid, slot / MC_DAY_SESSIONS);
  self->wanted = MC_DAY_NONE;
}

static void
update (McAttendancePage *self)
{
  McAttendanceMonth *month = get_month (self);
  McSession *session = get_session (self);
  gboolean writes = session && mc_session_get_can_write (session);
  gboolean any = month && mc_attendance_month_get_n_people (month) > 0;

  mc_attendance_table_set_month (self->source, month, session ? mc_session_get_today (session) : MC_DAY_NONE);
  gtk_stack_set_visible_child_name (self->stack, !month ? "loading" : any ? "month" : "none");
  g_object_set (self->grid, "editable", writes && any, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attendance.import", writes);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attendance.paper", writes && any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attendance.workbook", any);
  go_to_wanted (self);
  show_day (self);
  if (month)
    mc_page_set_complete (MC_PAGE (self), TRUE);
}

static void
look_at (McAttendancePage *self, McDay day)
{
  McSession *session = get_session (self);
  g_autofree char *label = NULL;
  int year, month;

  if (self->view)
    g_signal_handlers_disconnect_by_func (self->view, update, self);
  g_clear_object (&self->view);
  self->wanted = day;
  if (session && day != MC_DAY_NONE)
    {
      mc_day_split (day, &year, &month, NULL);
      /* Translators: month and year in figures */
      label = g_strdup_printf (_ ("Month %d/%d"), month, year);
      gtk_label_set_label (self->month_label, label);
      self->view = mc_attendance_view_new (session, day);
      g_signal_connect_object (self->view, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  update (self);
}

/* --- What hands do --- */

static void
commit (McAttendancePage *self, McChange *change)
{
  if (mc_change_is_empty (change))
    return;
  dex_future_disown (mc_commit (GTK_WIDGET (self), get_session (self), change));
}

static char *
dup_label (McAttendanceMonth *month, GArray *edits)
{
  McAttendanceEdit *first = &g_array_index (edits, McAttendanceEdit, 0);

  if (edits->len > 1)
    return g_strdup_printf (g_dngettext (NULL, "Attendance of %u session", "Attendance of %u sessions", edits->len),
                            edits->len);
  /* Translators: name of a person */
  return g_strdup_printf (_ ("Attendance of %s"), mc_attendance_month_get_who (month, first->person)->name);
}

static void
edit_cb (McAttendancePage *self, McGridEdit *edit)
{
  McAttendanceMonth *month = get_month (self);
  g_autoptr (GArray) edits = month ? mc_attendance_table_make_edits (self->source, edit) : NULL;
  g_autoptr (McChange) change = NULL;
  g_autofree char *label = NULL;

  if (!edits || edits->len == 0)
    return;
  label = dup_label (month, edits);
  change = mc_attendance_month_make_change (month, (const McAttendanceEdit *)(gpointer)edits->data, edits->len, label);
  commit (self, change);
}

/* Of today only what has begun: an afternoon is not over in the morning. */
static McDaySession
last_session (McAttendancePage *self, McAttendanceMonth *month, McDay day)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7 * 60 * 60);
  g_autoptr (GDateTime) now = g_date_time_new_now (zone);
  McClockSpan span = { 12 * 60, 0 };

  if (day < mc_session_get_today (get_session (self)))
    return MC_DAY_SESSION_AFTERNOON;
  mc_work_calendar_get_times (mc_attendance_month_get_calendar (month), MC_HOURS_OFFICE, day, MC_DAY_SESSION_AFTERNOON,
                              &span);
  return g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now) >= span.starts ? MC_DAY_SESSION_AFTERNOON
                                                                                       : MC_DAY_SESSION_MORNING;
}

static void
all_came_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McAttendancePage *self = MC_ATTENDANCE_PAGE (widget);
  McAttendanceMonth *month = get_month (self);
  McDay day = get_day (self);
  g_autoptr (McChange) change = NULL;

  if (!month || !mc_period_contains (mc_attendance_month_get_period (month), day))
    return;
  change = mc_attendance_month_make_all_came (month, day, last_session (self, month, day));
  if (mc_change_is_empty (change))
    mc_report_toast (widget, _ ("All of this day that has begun is entered already."));
  else
    commit (self, change);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwDialog *dialog = mc_table_import_dialog_new (get_session (MC_ATTENDANCE_PAGE (widget)), "attendance");

  adw_dialog_present (dialog, widget);
  if (parameter)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (g_variant_get_string (parameter, NULL));

      mc_table_import_dialog_read (MC_TABLE_IMPORT_DIALOG (dialog), file);
    }
}

static void
open_person_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McAttendancePage *self = MC_ATTENDANCE_PAGE (widget);
  guint row, slot;
  gint person =
      mc_roster_grid_get_cursor (self->grid, &row, &slot) ? mc_attendance_table_get_person (self->source, row) : -1;
  g_autofree char *target = NULL;

  if (person < 0 || !get_month (self))
    return;
  target =
      g_strdup_printf ("person/%" G_GINT64_FORMAT, mc_attendance_month_get_who (get_month (self), (guint)person)->id);
  gtk_widget_activate_action (widget, "win.open-target", "s", target);
}

static void
month_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McAttendancePage *self = MC_ATTENDANCE_PAGE (widget);

  if (!self->view)
    return;
  if (g_str_equal (name, "attendance.today"))
    look_at (self, mc_page_get_as_of (MC_PAGE (self)));
  else
    look_at (self, mc_day_add_months (mc_attendance_view_get_first (self->view),
                                      g_str_equal (name, "attendance.next") ? 1 : -1));
}

/* --- The sheet --- */

typedef struct
{
  McRosterSheet *sheet;
  McPaperSize size;
  char *title;
} Filling;

static void
filling_free (gpointer data)
{
  Filling *filling = data;

  mc_roster_sheet_unref (filling->sheet);
  g_free (filling->title);
  g_free (filling);
}

static gboolean
fill (McOfficialPaper *paper, gpointer data, GError **error)
{
  Filling *filling = data;

  mc_official_paper_begin_appendix (paper, NULL, filling->title, filling->size, TRUE);
  mc_roster_paper_append (paper, filling->sheet, filling->size);
  return TRUE;
}

static char *
dup_title (McAttendanceMonth *month)
{
  g_autofree char *words = mc_official_format_month (mc_attendance_month_get_period (month).from);

  return g_strdup_printf ("Bảng chấm công %s", words);
}

static void
paper_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McAttendancePage *self = MC_ATTENDANCE_PAGE (widget);
  McAttendanceMonth *month = get_month (self);
  g_autoptr (McPaperMatter) matter = NULL;
  Filling *filling;
  McPeriod days;

  if (!month)
    return;
  days = mc_attendance_month_get_period (month);
  matter = mc_paper_matter_new (MC_PAPER_KIND_ATTENDANCE, mc_session_get_today (get_session (self)));
  matter->from = days.from;
  matter->last = days.until - 1;
  matter->period = mc_official_format_month (days.from);
  filling = g_new (Filling, 1);
  *filling = (Filling){ mc_attendance_month_make_sheet (month),
                        g_str_equal (g_variant_get_string (parameter, NULL), "a4") ? MC_PAPER_A4 : MC_PAPER_A3,
                        dup_title (month) };
  dex_future_disown (mc_paper_maker_make (widget, get_session (self), matter, fill, filling, filling_free));
}

static void
workbook_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McAttendanceMonth *month = get_month (MC_ATTENDANCE_PAGE (widget));
  g_autofree char *title = month ? dup_title (month) : NULL;
  g_autoptr (McRosterSheet) sheet = month ? mc_attendance_month_make_sheet (month) : NULL;

  if (sheet)
    mc_sheet_export (widget, sheet, title);
}

/* --- How it is shown --- */

static void
search_changed_cb (McAttendancePage *self)
{
  mc_attendance_table_set_needle (self->source, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
width_chosen_cb (McAttendancePage *self)
{
  const char *name = adw_toggle_group_get_active_name (self->widths);
  McDay day;
  guint row, slot;

  if (self->choosing || !name || !self->source)
    return;
  day = get_day (self);
  mc_roster_grid_set_width (self->grid, g_str_equal (name, "week")  ? MC_ROSTER_WIDTH_WEEK
                                        : g_str_equal (name, "day") ? MC_ROSTER_WIDTH_DAY
                                                                    : MC_ROSTER_WIDTH_MONTH);
  if (mc_attendance_table_find_day (self->source, day, &row, &slot))
    mc_roster_grid_reveal_day (self->grid, slot / MC_DAY_SESSIONS);
}

/* Zooming leaves none of the three chosen. */
static void
width_changed_cb (McAttendancePage *self)
{
  static const char *const names[] = { "month", "week", "day", NULL };

  self->choosing = TRUE;
  adw_toggle_group_set_active_name (self->widths, names[mc_roster_grid_get_width (self->grid)]);
  self->choosing = FALSE;
}

static void
cursor_moved_cb (McAttendancePage *self)
{
  show_day (self);
}

static void
message_cb (McAttendancePage *self, const char *text)
{
  mc_report_toast (GTK_WIDGET (self), text);
}

/* --- The page --- */

static void
mc_attendance_page_set_session (McPage *page, McSession *session)
{
  McAttendancePage *self = MC_ATTENDANCE_PAGE (page);

  if (session)
    {
      g_object_set (self->grid, "today", mc_session_get_today (session), NULL);
      g_signal_connect_object (session, "notify::can-write", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  look_at (self, session ? mc_page_get_as_of (page) : MC_DAY_NONE);
}

static void
mc_attendance_page_set_as_of (McPage *page, McDay day)
{
  if (day != MC_DAY_NONE)
    look_at (MC_ATTENDANCE_PAGE (page), day);
}

static gboolean
mc_attendance_page_open (McPage *page, const char *target)
{
  g_auto (GStrv) words = g_strsplit (target, "/", 2);
  McDay day;

  if (!words[0] || !words[1])
    return TRUE;
  if (!mc_day_parse (words[1], &day, NULL))
    return FALSE;
  look_at (MC_ATTENDANCE_PAGE (page), day);
  return TRUE;
}

static gboolean
mc_attendance_page_grab_search (McPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MC_ATTENDANCE_PAGE (page)->search));
}

static void
mc_attendance_page_dispose (GObject *object)
{
  McAttendancePage *self = MC_ATTENDANCE_PAGE (object);

  if (self->view)
    g_signal_handlers_disconnect_by_func (self->view, update, self);
  self->choosing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_ATTENDANCE_PAGE);
  g_clear_object (&self->view);
  g_clear_object (&self->source);
  G_OBJECT_CLASS (mc_attendance_page_parent_class)->dispose (object);
}

static void
mc_attendance_page_class_init (McAttendancePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  McPageClass *page_class = MC_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_attendance_page_dispose;
  page_class->set_session = mc_attendance_page_set_session;
  page_class->set_as_of = mc_attendance_page_set_as_of;
  page_class->open = mc_attendance_page_open;
  page_class->grab_search = mc_attendance_page_grab_search;
  g_type_ensure (MC_TYPE_ROSTER_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/attendance/mc-attendance-page.ui");
  gtk_widget_class_bind_template_child (widget_class, McAttendancePage, month_label);
  gtk_widget_class_bind_template_child (widget_class, McAttendancePage, counts);
  gtk_widget_class_bind_template_child (widget_class, McAttendancePage, search);
  gtk_widget_class_bind_template_child (widget_class, McAttendancePage, widths);
  gtk_widget_class_bind_template_child (widget_class, McAttendancePage, stack);
  gtk_widget_class_bind_template_child (widget_class, McAttendancePage, grid);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, width_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, width_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, message_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_install_action (widget_class, "attendance.all-came", NULL, all_came_action);
  gtk_widget_class_install_action (widget_class, "attendance.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "attendance.import-file", "s", import_action);
  gtk_widget_class_install_action (widget_class, "attendance.paper", "s", paper_action);
  gtk_widget_class_install_action (widget_class, "attendance.workbook", NULL, workbook_action);
  gtk_widget_class_install_action (widget_class, "attendance.open-person", NULL, open_person_action);
  gtk_widget_class_install_action (widget_class, "attendance.previous", NULL, month_action);
  gtk_widget_class_install_action (widget_class, "attendance.next", NULL, month_action);
  gtk_widget_class_install_action (widget_class, "attendance.today", NULL, month_action);
}

static void
mc_attendance_page_init (McAttendancePage *self)
{
  self->wanted = MC_DAY_NONE;
  self->choosing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->source = mc_attendance_table_new ();
  mc_roster_grid_set_source (self->grid, MC_ROSTER_GRID_SOURCE (self->source));
  mc_roster_grid_set_width (self->grid, MC_ROSTER_WIDTH_DAY);
  self->choosing = FALSE;
  update (self);
}
