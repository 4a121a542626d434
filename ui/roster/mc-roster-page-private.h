/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-book.h"
#include "mc-roster-grid.h"
#include "mc-roster-page.h"
#include "mc-roster-panel.h"
#include "mc-roster-view.h"

G_BEGIN_DECLS

struct _McRosterPage
{
  McPage parent_instance;

  McLiveList *rosters;
  McRosterBook *book;
  McRosterBook *compared;
  int compared_version; /* of it */
  McRosterView *view;
  McDay month;       /* its first day */
  gint64 chosen;     /* the roster that is shown; 0: the one that counts */
  gint64 newer_than; /* a roster that is newer is shown as it comes; G_MAXINT64: none is awaited */
  gboolean plans;    /* the roster that comes next is to be planned at once */
  gboolean choosing; /* controls are being set, nobody chose */

  GtkLabel *month_label;
  GtkDropDown *versions;
  GtkLabel *state;
  GtkWidget *plan_button;
  GtkButton *swaps_button;
  GtkSearchEntry *search;
  AdwToggleGroup *sides;
  AdwToggleGroup *widths;
  AdwBanner *returned;
  GtkStack *stack;
  AdwStatusPage *failed;
  AdwOverlaySplitView *split;
  McRosterGrid *grid;
  McRosterPanel *panel;
};

/* mc-roster-page.c */
McPeriod mc_roster_page_get_period (McRosterPage *self);
/* Rosters of the month, the newest first; (transfer full) (element-type McRoster). */
GPtrArray *mc_roster_page_list_versions (McRosterPage *self);
void mc_roster_page_update (McRosterPage *self);

/* mc-roster-page-acts.c */
void mc_roster_page_acts_class_init (GtkWidgetClass *klass);
void mc_roster_page_update_actions (McRosterPage *self);
void mc_roster_page_commit_edits (McRosterPage *self, const char *label, GArray *edits);
void mc_roster_page_edit_cb (McRosterPage *self, McGridEdit *edit);
void mc_roster_page_move_cb (McRosterPage *self, guint row, guint slot, guint to_row, guint to_slot);
gboolean mc_roster_page_drop_cb (McRosterPage *self, const char *payload, guint row, guint slot);
void mc_roster_page_take_cb (McRosterPage *self, gint64 person);
/* @begun: the draft was begun for this: it goes again if nothing is taken over into it. */
void mc_roster_page_open_plan (McRosterPage *self, gboolean begun);
/* (out): id, day and half of the cell under the cursor; FALSE where it is of no person. */
gboolean mc_roster_page_get_cell (McRosterPage *self, gint64 *person, McDay *day, guint *part);
McRoster *mc_roster_page_get_roster (McRosterPage *self); /* (nullable) */
gboolean mc_roster_page_is_ready (McRosterPage *self);

/* mc-roster-page-steps.c */
void mc_roster_page_steps_class_init (GtkWidgetClass *klass);
void mc_roster_page_set_primary (McRosterPage *self, McRoster *roster, gboolean can_write);

/* mc-roster-page-compare.c */
void mc_roster_page_compare_class_init (GtkWidgetClass *klass);
void mc_roster_page_compare_update (McRosterPage *self);
char *mc_roster_page_dup_version_name (McRosterPage *self, McRoster *roster);

/* mc-roster-page-swaps.c */
void mc_roster_page_swaps_class_init (GtkWidgetClass *klass);
void mc_roster_page_swaps_cb (McRosterPage *self);

/* mc-roster-page-templates.c */
void mc_roster_page_templates_class_init (GtkWidgetClass *klass);

/* mc-roster-page-tables.c */
void mc_roster_page_tables_class_init (GtkWidgetClass *klass);

/* mc-roster-page-print.c */
void mc_roster_page_print (McRosterPage *self, gboolean to_file);

/* mc-roster-page-papers.c */
void mc_roster_page_papers_class_init (GtkWidgetClass *klass);

G_END_DECLS
