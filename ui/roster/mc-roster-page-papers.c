/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-page-private.h"

#include <glib/gi18n.h>

#include "mc-duty-paper.h"
#include "mc-error.h"
#include "mc-official-words.h"
#include "mc-paper-maker.h"
#include "mc-roster-duties.h"
#include "mc-roster-sheets.h"
#include "mc-sheet-export.h"

/* Drafts in the register of papers, made of the roster as it stands. */

typedef enum
{
  PAPER_MONTH_A3,
  PAPER_MONTH_A4,
  PAPER_WEEK,
  PAPER_DAY,
  PAPER_DUTY,
  N_PAPERS,
} Paper;

static const char *const names[N_PAPERS] = { "month-a3", "month-a4", "week", "day", "duty" };

typedef struct
{
  McRosterBook *book;
  Paper paper;
  McPeriod days;
  gboolean by_counters;
} Filling;

static void
filling_free (gpointer data)
{
  g_object_unref (((Filling *)data)->book);
  g_free (data);
}

static void
add_sheet (Filling *self, McOfficialPaper *paper, McPaperSize size)
{
  g_autoptr (McRosterSheet) sheet = self->by_counters ? mc_roster_book_make_counter_sheet (self->book, self->days)
                                                      : mc_roster_book_make_people_sheet (self->book, self->days);
  g_autofree char *period = mc_roster_book_dup_period (self->book, self->days);
  g_autofree char *title = g_strdup_printf ("Lịch trực %s", period);

  mc_official_paper_begin_appendix (paper, NULL, title, size, TRUE);
  mc_roster_paper_append (paper, sheet, size);
}

static gboolean
fill (McOfficialPaper *paper, gpointer data, GError **error)
{
  Filling *self = data;
  g_autoptr (GStringChunk) texts = g_string_chunk_new (4096);
  g_autoptr (GArray) entries = NULL;
  McDaySheet sheet;

  /* It may have begun to count anew meanwhile. */
  if (!mc_roster_book_get_ready (self->book))
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_BUSY, _ ("The roster is just being counted; try again."));
      return FALSE;
    }
  switch (self->paper)
    {
    case PAPER_DAY:
      entries = mc_roster_book_list_counters (self->book, self->days.from, texts, &sheet);
      mc_day_sheet_paper_append (paper, &sheet);
      return TRUE;
    case PAPER_DUTY:
      entries = mc_roster_book_list_duties (self->book, self->days, texts);
      if (entries->len > 0)
        return mc_duty_paper_append (paper, (const McDutyEntry *)(gpointer)entries->data, entries->len, error);
      g_set_error_literal (error, MC_ERROR, MC_ERROR_NOT_FOUND,
                           _ ("The roster has nobody on a Saturday, a Sunday or a holiday."));
      return FALSE;
    case PAPER_MONTH_A4:
    case PAPER_WEEK:
      add_sheet (self, paper, MC_PAPER_A4);
      return TRUE;
    case PAPER_MONTH_A3:
    case N_PAPERS:
    default:
      add_sheet (self, paper, MC_PAPER_A3);
      return TRUE;
    }
}

/* The day under the cursor, or the first one. */
static McDay
get_day (McRosterPage *self)
{
  McPeriod all = mc_roster_book_get_roster (self->book)->during;
  guint row, slot, parts = mc_roster_grid_source_get_n_parts (MC_ROSTER_GRID_SOURCE (self->view));

  return mc_roster_grid_get_cursor (self->grid, &row, &slot) && parts > 0 ? all.from + (McDay)(slot / parts) : all.from;
}

static McPeriod
get_days (McRosterPage *self, Paper paper)
{
  McPeriod all = mc_roster_book_get_roster (self->book)->during, days = all;
  McDay day = get_day (self), monday = day - (mc_day_weekday (day) - 1);

  if (paper == PAPER_DAY)
    return (McPeriod){ day, day + 1 };
  if (paper == PAPER_WEEK)
    mc_period_intersect ((McPeriod){ monday, monday + 7 }, all, &days);
  return days;
}

static char *
dup_period (McRosterPage *self, Paper paper, McPeriod days)
{
  g_autofree char *period = NULL;

  if (paper == PAPER_DAY)
    return mc_official_format_day (days.from);
  period = mc_roster_book_dup_period (self->book, days);
  if (paper == PAPER_WEEK)
    return g_strdup_printf ("tuần %s", period);
  return paper == PAPER_DUTY ? g_strdup_printf ("các ngày nghỉ, ngày lễ %s", period) : g_steal_pointer (&period);
}

static void
paper_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McRosterPage *self = MC_ROSTER_PAGE (widget);
  McSession *session = mc_page_get_session (MC_PAGE (self));
  const char *wanted = g_variant_get_string (parameter, NULL);
  g_autoptr (McPaperMatter) matter = NULL;
  Filling *filling;
  guint paper = 0;

  while (paper < N_PAPERS && !g_str_equal (names[paper], wanted))
    paper++;
  if (paper == N_PAPERS || !mc_roster_page_is_ready (self))
    return;
  filling = g_new (Filling, 1);
  *filling = (Filling){ g_object_ref (self->book), (Paper)paper, get_days (self, (Paper)paper),
                        mc_roster_view_get_side (self->view) == MC_ROSTER_SIDE_COUNTERS };
  matter = mc_paper_matter_new (paper == PAPER_DUTY ? MC_PAPER_KIND_DUTY : MC_PAPER_KIND_ROSTER,
                                mc_session_get_today (session));
  matter->from = filling->days.from;
  matter->last = filling->days.until - 1;
  matter->period = dup_period (self, (Paper)paper, filling->days);
  matter->subject = MC_PAPER_SUBJECT_ROSTER;
  matter->subject_id = mc_entity_get_id (MC_ENTITY (mc_roster_book_get_roster (self->book)));
  dex_future_disown (mc_paper_maker_make (widget, session, matter, fill, filling, filling_free));
}

static void
workbook_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McRosterPage *self = MC_ROSTER_PAGE (widget);
  g_autofree char *period = NULL, *title = NULL;
  g_autoptr (McRosterSheet) sheet = NULL;

  if (!mc_roster_page_is_ready (self))
    return;
  period = mc_roster_book_dup_period (self->book, MC_PERIOD_ALWAYS);
  title = g_strdup_printf ("Lịch trực %s", period);
  sheet = mc_roster_view_get_side (self->view) == MC_ROSTER_SIDE_COUNTERS
              ? mc_roster_book_make_counter_sheet (self->book, MC_PERIOD_ALWAYS)
              : mc_roster_book_make_people_sheet (self->book, MC_PERIOD_ALWAYS);
  mc_sheet_export (widget, sheet, title);
}

void
mc_roster_page_papers_class_init (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "roster.paper", "s", paper_action);
  gtk_widget_class_install_action (klass, "roster.workbook", NULL, workbook_action);
}
