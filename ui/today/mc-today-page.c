/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-today-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mc-absence-entry.h"
#include "mc-calendar-view.h"
#include "mc-canvas.h"
#include "mc-clock.h"
#include "mc-empty-page.h"
#include "mc-finding-row.h"
#include "mc-finding-target.h"
#include "mc-lunar.h"
#include "mc-node-card.h"
#include "mc-plan-feed.h"
#include "mc-plan-floors.h"
#include "mc-roster-sick-dialog.h"
#include "mc-serving-view.h"
#include "mc-session-records.h"
#include "mc-today-counter.h"

struct _McTodayPage
{
  McPage parent_instance;

  McPlanFeed *feed;
  GListStore *counters;     /* McTodayCounter */
  GListModel *all_findings; /* McFindingList, while signed in */
  McLiveList *away;
  McServingView *serving;
  McCalendarView *calendar; /* while signed in */
  gboolean following;       /* controls are being set, nobody chose */

  GtkLabel *day;
  AdwToggleGroup *floors;
  AdwToggleGroup *halves;
  GtkStack *floor_stack;
  McCanvas *canvas;
  GtkStack *counter_stack;
  GtkNoSelection *counter_selection;
  GtkNoSelection *away_selection;
  GtkNoSelection *finding_selection;
  GtkSliceListModel *findings;
  GtkLabel *nobody_away;
  GtkWidget *away_card;
  GtkWidget *no_findings;
  GtkWidget *findings_card;
};

G_DEFINE_FINAL_TYPE (McTodayPage, mc_today_page, MC_TYPE_PAGE)

/* --- Words of the template --- */

static char *
state_text (gpointer item, const char *sign, const char *word)
{
  return g_strdup_printf ("%s %s", sign ? sign : "", word ? word : "");
}

/* Made when wanted, for names that have no room. */
static gboolean
people_tip_cb (GtkLabel *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (label));
  return pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

static gboolean
is_told (gpointer item, const char *text)
{
  return text && *text;
}

static char *
severity_sign (gpointer item, int severity)
{
  return g_strdup (mc_finding_severity_sign ((McFindingSeverity)severity));
}

static char **
severity_classes (gpointer item, int severity)
{
  const char *classes[] = { "mc-sign", mc_finding_severity_class ((McFindingSeverity)severity), NULL };

  return g_strdupv ((char **)classes);
}

static char *
absence_text (gpointer item, int half, gboolean excused)
{
  const char *part = half > 0 ? mc_half_values[half].label : NULL;
  const char *reason = excused ? N_ ("With leave") : N_ ("Without leave");

  return part ? g_strdup_printf ("%s · %s", _ (reason), _ (part)) : g_strdup (_ (reason));
}

/* --- The head: the day by both calendars, and when the counters are open --- */

static char *
dup_hours (McWorkCalendar *calendar, McDay day)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int session = 0; session < MC_DAY_SESSIONS; session++)
    {
      g_autofree char *starts = NULL;
      g_autofree char *ends = NULL;
      McClockSpan span;

      if (!mc_work_calendar_get_times (calendar, MC_HOURS_RECEPTION, day, (McDaySession)session, &span))
        continue;
      starts = mc_clock_format (span.starts);
      ends = mc_clock_format (span.ends);
      g_string_append_printf (text, "%s%s–%s", text->len ? ", " : "", starts, ends);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_day (McTodayPage *self)
{
  static const char *const weekdays[] = { NC_ ("weekday", "Mon"), NC_ ("weekday", "Tue"), NC_ ("weekday", "Wed"),
                                          NC_ ("weekday", "Thu"), NC_ ("weekday", "Fri"), NC_ ("weekday", "Sat"),
                                          NC_ ("weekday", "Sun") };
  McDay day = mc_page_get_as_of (MC_PAGE (self));
  const McWorkDay *is;
  g_autofree char *date = NULL;
  g_autofree char *lunar = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *text = NULL;
  g_autofree char *open = NULL;

  if (!self->calendar || day == MC_DAY_NONE)
    return;
  date = mc_day_format (day);
  lunar = mc_lunar_format (mc_lunar_from_day (day));
  hours = dup_hours (mc_calendar_view_get (self->calendar), day);
  is = mc_work_calendar_get (mc_calendar_view_get (self->calendar), day);
  /* Translators: weekday, day, lunar day */
  text = g_strdup_printf (_ ("%s %s · lunar %s"), g_dpgettext2 (NULL, "weekday", weekdays[mc_day_weekday (day) - 1]),
                          date, lunar);
  if (*hours)
    open = g_strdup_printf (_ ("%s · open %s"), text, hours);
  else if (mc_work_day_is_off (is))
    open = g_strdup_printf ("%s · %s", text, is->name ? is->name : mc_work_day_kind_get_label (is->kind));
  gtk_label_set_label (self->day, open ? open : text);
}

/* --- Counters --- */

/* The counters that one absence closes are marked while they are open. */
static void
show_risks (McTodayPage *self)
{
  gboolean open = self->serving && !mc_plan_feed_get_why_closed (self->feed);
  McServing *serving = open ? mc_serving_view_get (self->serving) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->counters)); i++)
    {
      g_autoptr (McTodayCounter) line = g_list_model_get_item (G_LIST_MODEL (self->counters), i);
      gboolean single =
          serving && mc_serving_get_risk (serving, mc_today_counter_get_counter_id (line)) == MC_COUNTER_RISK_SINGLE;

      mc_today_counter_set_risk (line, single ? mc_counter_risk_text (MC_COUNTER_RISK_SINGLE) : NULL);
    }
}

static void
fill_counters (McTodayPage *self)
{
  GPtrArray *states = mc_plan_feed_get_states (self->feed);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->counters));
  guint wanted = states ? states->len : 0;

  for (guint i = 0; i < wanted; i++)
    {
      const McCounterState *state = g_ptr_array_index (states, i);
      g_autoptr (McTodayCounter) line = NULL;

      if (i < n)
        {
          line = g_list_model_get_item (G_LIST_MODEL (self->counters), i);
          mc_today_counter_update (line, state);
          continue;
        }
      line = mc_today_counter_new (state);
      g_list_store_append (self->counters, line);
    }
  if (n > wanted)
    g_list_store_splice (self->counters, wanted, n - wanted, NULL, 0);
  show_risks (self);
}

static void
show_numbers (McTodayPage *self)
{
  GPtrArray *states = mc_plan_feed_get_states (self->feed);
  guint served = 0, n = states ? states->len : 0;
  guint away = self->away ? g_list_model_get_n_items (G_LIST_MODEL (self->away)) : 0;
  const char *closed = mc_plan_feed_get_why_closed (self->feed);
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    served += mc_counter_state_get_present (g_ptr_array_index (states, i)) > 0;
  /* Translators: why the counters are closed ("Weekend"), how many people are reported away */
  text = closed ? g_strdup_printf (_ ("Closed: %s · %u away"), closed, away)
                : g_strdup_printf (_ ("%u of %u counters served · %u away"), served, n, away);
  mc_page_set_subtitle (MC_PAGE (self), text);
  gtk_widget_set_visible (GTK_WIDGET (self->nobody_away), away == 0);
  gtk_widget_set_visible (self->away_card, away > 0);
}

/* What there is none of says so, and where it comes from. */
static void
show_what_there_is (McTodayPage *self)
{
  gtk_stack_set_visible_child_name (self->floor_stack, mc_plan_feed_get_scene (self->feed) ? "content" : "empty");
  gtk_stack_set_visible_child_name (self->counter_stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->counters)) > 0 ? "content" : "empty");
}

/* While another page is shown the picture is put away: it would be drawn, and told to screen readers, for nobody. */
static void
show_picture (McTodayPage *self)
{
  gboolean shown = gtk_widget_get_mapped (GTK_WIDGET (self));

  mc_canvas_set_scene (self->canvas, shown ? mc_plan_feed_get_scene (self->feed) : NULL);
}

static void
mc_today_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mc_today_page_parent_class)->map (widget);
  show_picture (MC_TODAY_PAGE (widget));
}

static void
mc_today_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mc_today_page_parent_class)->unmap (widget);
  show_picture (MC_TODAY_PAGE (widget));
}

static void
feed_changed_cb (McTodayPage *self)
{
  show_picture (self);
  if (!mc_page_get_session (MC_PAGE (self)) || !mc_plan_feed_get_ready (self->feed))
    return;
  self->following = TRUE;
  mc_plan_floors_list (self->floors, self->feed);
  adw_toggle_group_set_active_name (self->halves,
                                    mc_plan_feed_get_half (self->feed) == MC_HALF_MORNING ? "morning" : "afternoon");
  self->following = FALSE;
  fill_counters (self);
  show_what_there_is (self);
  show_numbers (self);
  show_day (self);
  mc_page_set_complete (MC_PAGE (self), TRUE);
}

static void
floor_chosen_cb (McTodayPage *self)
{
  if (!self->following && self->feed)
    mc_plan_floors_choose (self->floors, self->feed);
}

static void
half_chosen_cb (McTodayPage *self)
{
  gboolean afternoon = g_strcmp0 (adw_toggle_group_get_active_name (self->halves), "afternoon") == 0;

  if (!self->following && self->feed && mc_page_get_session (MC_PAGE (self)))
    mc_plan_feed_look_at (self->feed, mc_page_get_session (MC_PAGE (self)), mc_page_get_as_of (MC_PAGE (self)),
                          afternoon ? MC_HALF_AFTERNOON : MC_HALF_MORNING);
}

/* --- Everything leads to its source --- */

static void
open_target (McTodayPage *self, const char *target)
{
  if (target)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-target", "s", target);
}

static void
counter_activate_cb (McTodayPage *self, guint position)
{
  g_autoptr (McTodayCounter) line = g_list_model_get_item (G_LIST_MODEL (self->counter_selection), position);
  g_autofree char *target =
      line ? g_strdup_printf ("counter/%" G_GINT64_FORMAT, mc_today_counter_get_counter_id (line)) : NULL;

  open_target (self, target);
}

static void
away_activate_cb (McTodayPage *self, guint position)
{
  g_autoptr (McAbsenceEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->away_selection), position);
  g_autofree char *target = entry ? g_strdup_printf ("person/%" G_GINT64_FORMAT, entry->person_id) : NULL;

  open_target (self, target);
}

static void
finding_activate_cb (McTodayPage *self, guint position)
{
  g_autoptr (McFinding) finding = g_list_model_get_item (G_LIST_MODEL (self->finding_selection), position);
  g_autofree char *target = finding ? mc_finding_dup_subject_target (finding) : NULL;

  open_target (self, target);
}

static gboolean
canvas_activate_cb (McTodayPage *self, const char *key)
{
  g_autofree char *target = mc_plan_feed_dup_target (self->feed, key);

  open_target (self, target);
  return target != NULL;
}

static void
report_absence_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McSession *session = mc_page_get_session (MC_PAGE (widget));

  if (session)
    adw_dialog_present (mc_roster_sick_dialog_new (session, 0, mc_page_get_as_of (MC_PAGE (widget)), FALSE), widget);
}

static void
open_source_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_target (MC_TODAY_PAGE (widget), name + strlen ("today.open-"));
}

/* --- The page --- */

static void
take_serving (McTodayPage *self, McServingView *serving)
{
  if (self->serving)
    g_signal_handlers_disconnect_by_data (self->serving, self);
  g_set_object (&self->serving, serving);
  if (serving)
    g_signal_connect_swapped (serving, "changed", G_CALLBACK (show_risks), self);
}

static void
take_away (McTodayPage *self, McLiveList *away)
{
  if (self->away)
    g_signal_handlers_disconnect_by_data (self->away, self);
  g_set_object (&self->away, away);
  if (away)
    g_signal_connect_swapped (away, "items-changed", G_CALLBACK (show_numbers), self);
  gtk_no_selection_set_model (self->away_selection, G_LIST_MODEL (away));
}

/* That there is nothing is said once it is known. */
static void
show_findings (McTodayPage *self)
{
  gboolean ready = FALSE, none;

  if (self->all_findings)
    g_object_get (self->all_findings, "ready", &ready, NULL);
  none = ready && g_list_model_get_n_items (self->all_findings) == 0;
  gtk_widget_set_visible (self->no_findings, none);
  gtk_widget_set_visible (self->findings_card, !none);
}

static void
take_findings (McTodayPage *self, GListModel *findings)
{
  if (self->all_findings)
    g_signal_handlers_disconnect_by_data (self->all_findings, self);
  g_set_object (&self->all_findings, findings);
  gtk_slice_list_model_set_model (self->findings, findings);
  if (findings)
    {
      g_signal_connect_swapped (findings, "items-changed", G_CALLBACK (show_findings), self);
      g_signal_connect_swapped (findings, "notify::ready", G_CALLBACK (show_findings), self);
    }
  show_findings (self);
}

static void
look (McTodayPage *self)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));
  McDay day = mc_page_get_as_of (MC_PAGE (self));
  gboolean now = session && day == mc_session_get_today (session);
  g_autoptr (GListModel) findings = session ? mc_session_get_findings (session, day) : NULL;
  g_autoptr (McLiveList) away = session ? mc_session_list (session, MC_TYPE_ABSENCE_ENTRY, day) : NULL;
  g_autoptr (McServingView) serving = session ? mc_serving_view_new (session, day) : NULL;

  take_serving (self, serving);
  take_away (self, away);
  take_findings (self, findings);
  mc_plan_feed_look_at (self->feed, session, session ? day : MC_DAY_NONE,
                        now ? mc_plan_feed_half_now () : MC_HALF_MORNING);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.report-absence",
                                 session && mc_session_get_can_write (session));
  show_day (self);
}

static void
drop_calendar (McTodayPage *self)
{
  if (self->calendar)
    g_signal_handlers_disconnect_by_data (self->calendar, self);
  g_clear_object (&self->calendar);
}

static void
mc_today_page_set_session (McPage *page, McSession *session)
{
  McTodayPage *self = MC_TODAY_PAGE (page);

  drop_calendar (self);
  if (session)
    {
      self->calendar = mc_calendar_view_new (session);
      g_signal_connect_swapped (self->calendar, "changed", G_CALLBACK (show_day), self);
    }
  look (MC_TODAY_PAGE (page));
}

static void
mc_today_page_set_as_of (McPage *page, McDay day)
{
  look (MC_TODAY_PAGE (page));
}

static gboolean
mc_today_page_open (McPage *page, const char *target)
{
  if (g_str_equal (target, "absence/new"))
    gtk_widget_activate_action (GTK_WIDGET (page), "today.report-absence", NULL);
  return TRUE;
}

static void
mc_today_page_dispose (GObject *object)
{
  McTodayPage *self = MC_TODAY_PAGE (object);

  if (self->feed)
    g_signal_handlers_disconnect_by_data (self->feed, self);
  take_serving (self, NULL);
  if (self->away)
    g_signal_handlers_disconnect_by_data (self->away, self);
  drop_calendar (self);
  if (self->all_findings)
    g_signal_handlers_disconnect_by_data (self->all_findings, self);
  g_clear_object (&self->all_findings);
  self->following = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_TODAY_PAGE);
  g_clear_object (&self->feed);
  g_clear_object (&self->away);
  g_clear_object (&self->counters);
  G_OBJECT_CLASS (mc_today_page_parent_class)->dispose (object);
}

static void
mc_today_page_class_init (McTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  McPageClass *page_class = MC_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_today_page_dispose;
  widget_class->map = mc_today_page_map;
  widget_class->unmap = mc_today_page_unmap;
  page_class->set_session = mc_today_page_set_session;
  page_class->set_as_of = mc_today_page_set_as_of;
  page_class->open = mc_today_page_open;
  g_type_ensure (MC_TYPE_CANVAS);
  g_type_ensure (MC_TYPE_EMPTY_PAGE);
  g_type_ensure (MC_TYPE_TODAY_COUNTER);
  g_type_ensure (MC_TYPE_ABSENCE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/today/mc-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, McTodayPage, day);
  gtk_widget_class_bind_template_child (widget_class, McTodayPage, floors);
  gtk_widget_class_bind_template_child (widget_class, McTodayPage, halves);
  gtk_widget_class_bind_template_child (widget_class, McTodayPage, floor_stack);
  gtk_widget_class_bind_template_child (widget_class, McTodayPage, canvas);
  gtk_widget_class_bind_template_child (widget_class, McTodayPage, counter_stack);
  gtk_widget_class_bind_template_child (widget_class, McTodayPage, counter_selection);
  gtk_widget_class_bind_template_child (widget_class, McTodayPage, away_selection);
  gtk_widget_class_bind_template_child (widget_class, McTodayPage, finding_selection);
  gtk_widget_class_bind_template_child (widget_class, McTodayPage, findings);
  gtk_widget_class_bind_template_child (widget_class, McTodayPage, nobody_away);
  gtk_widget_class_bind_template_child (widget_class, McTodayPage, away_card);
  gtk_widget_class_bind_template_child (widget_class, McTodayPage, no_findings);
  gtk_widget_class_bind_template_child (widget_class, McTodayPage, findings_card);
  gtk_widget_class_bind_template_callback (widget_class, floor_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, half_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, canvas_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, counter_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, away_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, state_text);
  gtk_widget_class_bind_template_callback (widget_class, is_told);
  gtk_widget_class_bind_template_callback (widget_class, severity_sign);
  gtk_widget_class_bind_template_callback (widget_class, severity_classes);
  gtk_widget_class_bind_template_callback (widget_class, absence_text);
  gtk_widget_class_bind_template_callback (widget_class, people_tip_cb);
  gtk_widget_class_install_action (widget_class, "today.report-absence", NULL, report_absence_action);
  gtk_widget_class_install_action (widget_class, "today.open-floor-plan", NULL, open_source_action);
  gtk_widget_class_install_action (widget_class, "today.open-counters", NULL, open_source_action);
}

static void
mc_today_page_init (McTodayPage *self)
{
  McFloorPlanOptions options = MC_FLOOR_PLAN_OPTIONS;

  options.legend = FALSE;
  options.equipment = FALSE;
  self->following = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->following = FALSE;
  self->counters = g_list_store_new (MC_TYPE_TODAY_COUNTER);
  gtk_no_selection_set_model (self->counter_selection, G_LIST_MODEL (self->counters));
  self->feed = mc_plan_feed_new ();
  mc_plan_feed_set_options (self->feed, &options);
  g_signal_connect_swapped (self->feed, "changed", G_CALLBACK (feed_changed_cb), self);
  mc_canvas_set_hover_func (self->canvas, mc_node_card_new, NULL, NULL);
}
