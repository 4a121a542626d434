/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-page-private.h"

#include <glib/gi18n.h>

#include "mc-number.h"
#include "mc-report.h"
#include "mc-roster.h"

enum
{
  PROP_GROUPING = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (McRosterPage, mc_roster_page, MC_TYPE_PAGE)

/* --- The month and its versions --- */

static McDay
first_of_month (McDay day)
{
  int year, month;

  mc_day_split (day, &year, &month, NULL);
  return mc_day_new (year, month, 1);
}

McPeriod
mc_roster_page_get_period (McRosterPage *self)
{
  return (McPeriod){ self->month, mc_day_add_months (self->month, 1) };
}

/* What people work by first, then the newest. */
static int
compare_rosters (gconstpointer a, gconstpointer b)
{
  McRoster *x = *(gpointer const *)a, *y = *(gpointer const *)b;
  gboolean x_out = mc_roster_state_is_out (x->state), y_out = mc_roster_state_is_out (y->state);
  gint64 newer = mc_entity_get_id (MC_ENTITY (y)) - mc_entity_get_id (MC_ENTITY (x));

  if (x_out != y_out)
    return x_out ? -1 : 1;
  return newer < 0 ? -1 : newer > 0;
}

GPtrArray *
mc_roster_page_list_versions (McRosterPage *self)
{
  GPtrArray *versions = g_ptr_array_new_with_free_func (g_object_unref);
  McPeriod month = mc_roster_page_get_period (self);

  for (guint i = 0; self->rosters && i < g_list_model_get_n_items (G_LIST_MODEL (self->rosters)); i++)
    {
      g_autoptr (McRoster) roster = g_list_model_get_item (G_LIST_MODEL (self->rosters), i);

      if (mc_period_overlaps (roster->during, month))
        g_ptr_array_add (versions, g_steal_pointer (&roster));
    }
  g_ptr_array_sort (versions, compare_rosters);
  return versions;
}

static char *
dup_month (McDay month)
{
  int year, number;

  mc_day_split (month, &year, &number, NULL);
  /* Translators: month and year in figures */
  return g_strdup_printf (_ ("Month %d/%d"), number, year);
}

static void
fill_versions (McRosterPage *self, GPtrArray *versions)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < versions->len; i++)
    {
      McRoster *roster = g_ptr_array_index (versions, i);
      g_autofree char *name = mc_roster_page_dup_version_name (self, roster);

      gtk_string_list_append (names, name);
      if (mc_entity_get_id (MC_ENTITY (roster)) == self->chosen)
        selected = i;
    }
  self->choosing = TRUE;
  gtk_drop_down_set_model (self->versions, G_LIST_MODEL (names));
  if (versions->len > 0)
    gtk_drop_down_set_selected (self->versions, selected);
  self->choosing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->versions), versions->len > 1);
}

/* --- What is shown --- */

static void
show_state (McRosterPage *self, McRoster *roster)
{
  static const char *const classes[] = { "note", "warning", "good", "good", "good" };
  static const McTone tones[] = { MC_TONE_DRAFT, MC_TONE_ARRIVING, MC_TONE_PUBLISHED, MC_TONE_PUBLISHED,
                                  MC_TONE_PUBLISHED };
  guint missing = mc_roster_view_get_n_missing (self->view);
  g_autofree char *month = dup_month (self->month), *text = NULL, *subtitle = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->state), roster != NULL);
  gtk_label_set_label (self->month_label, month);
  if (!roster)
    {
      mc_page_set_subtitle (MC_PAGE (self), month);
      return;
    }
  text = g_strdup_printf ("%s %s", mc_palette_get_sign (tones[roster->state]),
                          _ (mc_roster_state_values[roster->state].label));
  gtk_label_set_label (self->state, text);
  gtk_widget_set_css_classes (GTK_WIDGET (self->state), (const char *[]){ "mc-finding", classes[roster->state], NULL });
  if (missing == 0)
    subtitle = g_strdup_printf (_ ("%s · all seats have people"), month);
  else
    subtitle = g_strdup_printf (
        g_dngettext (NULL, "%s · %u seat of a session is empty", "%s · %u seats of sessions are empty", missing), month,
        missing);
  mc_page_set_subtitle (MC_PAGE (self), subtitle);
}

/* Whoever made it reads why it came back. */
static void
show_returned (McRosterPage *self, McRoster *roster)
{
  gboolean returned =
      roster && roster->state == MC_ROSTER_STATE_DRAFT && roster->return_reason && *roster->return_reason;
  g_autofree char *text = returned ? g_strdup_printf (_ ("Sent back: %s"), roster->return_reason) : NULL;

  adw_banner_set_revealed (self->returned, returned);
  /* Screen readers find a banner's title when it is folded away too. */
  adw_banner_set_title (self->returned, returned ? text : "");
}

static void
show_stack (McRosterPage *self, gboolean any)
{
  const GError *error = self->book ? mc_roster_book_get_error (self->book) : NULL;
  const GError *list_error = self->rosters ? mc_live_list_get_error (self->rosters) : NULL;

  if (!any && self->rosters && mc_live_list_get_ready (self->rosters))
    gtk_stack_set_visible_child_name (self->stack, "none");
  else if (error || (!any && list_error))
    {
      adw_status_page_set_description (self->failed, mc_report_reason (error ? error : list_error));
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
  else
    gtk_stack_set_visible_child_name (self->stack,
                                      self->book && mc_roster_book_get_ready (self->book) ? "roster" : "loading");
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "loading") != 0)
    mc_page_set_complete (MC_PAGE (self), TRUE);
}

static void
book_changed_cb (McRosterPage *self)
{
  McRoster *roster = self->book ? mc_roster_book_get_roster (self->book) : NULL;

  /* The view has forgotten the frames with the cells that they were around. */
  if (self->compared && mc_roster_book_get_ready (self->compared))
    mc_roster_view_compare (self->view, self->compared, self->compared_version);
  show_state (self, roster);
  show_returned (self, roster);
  show_stack (self, roster != NULL);
  mc_roster_page_update_actions (self);
  mc_roster_panel_refresh (self->panel);
  if (roster && self->book && mc_roster_book_get_ready (self->book) && self->plans)
    {
      self->plans = FALSE;
      mc_roster_page_open_plan (self, TRUE);
    }
}

static void
set_book (McRosterPage *self, gint64 id)
{
  McRoster *now = self->book ? mc_roster_book_get_roster (self->book) : NULL;
  McSession *session = mc_page_get_session (MC_PAGE (self));

  if (now && mc_entity_get_id (MC_ENTITY (now)) == id)
    return;
  if (self->book)
    g_signal_handlers_disconnect_by_func (self->book, book_changed_cb, self);
  g_clear_object (&self->book);
  g_clear_object (&self->compared);
  if (id)
    {
      self->book = mc_roster_book_new (session, id);
      g_signal_connect_object (self->book, "changed", G_CALLBACK (book_changed_cb), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      g_signal_connect_object (self->book, "notify::error", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
    }
  mc_roster_view_set_book (self->view, self->book);
  mc_roster_panel_set_view (self->panel, self->view);
}

/* The rosters, the month or the choice is another. */
void
mc_roster_page_update (McRosterPage *self)
{
  g_autoptr (GPtrArray) versions = mc_roster_page_list_versions (self);
  McRoster *found = NULL;

  for (guint i = 0; i < versions->len; i++)
    if (mc_entity_get_id (g_ptr_array_index (versions, i)) > self->newer_than)
      {
        self->chosen = mc_entity_get_id (g_ptr_array_index (versions, i));
        self->newer_than = G_MAXINT64;
      }
  for (guint i = 0; i < versions->len && !found; i++)
    if (mc_entity_get_id (g_ptr_array_index (versions, i)) == self->chosen)
      found = g_ptr_array_index (versions, i);
  if (!found && versions->len > 0)
    found = g_ptr_array_index (versions, 0);
  self->chosen = found ? mc_entity_get_id (MC_ENTITY (found)) : 0;
  fill_versions (self, versions);
  set_book (self, self->chosen);
  book_changed_cb (self);
}

static void
version_chosen_cb (McRosterPage *self)
{
  g_autoptr (GPtrArray) versions = NULL;
  guint selected = gtk_drop_down_get_selected (self->versions);

  if (self->choosing)
    return;
  versions = mc_roster_page_list_versions (self);
  if (selected >= versions->len)
    return;
  self->chosen = mc_entity_get_id (g_ptr_array_index (versions, selected));
  mc_roster_page_update (self);
}

static void
go_to_month (McRosterPage *self, McDay month)
{
  if (month == self->month)
    return;
  self->month = month;
  self->chosen = 0;
  mc_roster_page_update (self);
}

static void
month_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McRosterPage *self = MC_ROSTER_PAGE (widget);

  if (self->month == MC_DAY_NONE)
    return;
  if (g_str_equal (name, "roster.today"))
    go_to_month (self, first_of_month (mc_page_get_as_of (MC_PAGE (self))));
  else
    go_to_month (self, mc_day_add_months (self->month, g_str_equal (name, "roster.next") ? 1 : -1));
}

/* --- How it is shown --- */

static void
search_changed_cb (McRosterPage *self)
{
  mc_roster_view_set_needle (self->view, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
side_chosen_cb (McRosterPage *self)
{
  if (self->view)
    mc_roster_view_set_side (self->view, g_strcmp0 (adw_toggle_group_get_active_name (self->sides), "counters") == 0
                                             ? MC_ROSTER_SIDE_COUNTERS
                                             : MC_ROSTER_SIDE_PEOPLE);
}

static void
reveal_today (McRosterPage *self)
{
  McDay day = mc_page_get_as_of (MC_PAGE (self));
  McRoster *roster = self->book ? mc_roster_book_get_roster (self->book) : NULL;
  guint slot;

  if (mc_roster_grid_get_cursor (self->grid, NULL, &slot))
    mc_roster_grid_reveal_day (self->grid, slot / 2);
  else if (roster && mc_period_contains (roster->during, day))
    mc_roster_grid_reveal_day (self->grid, (guint)(day - roster->during.from));
}

static void
width_chosen_cb (McRosterPage *self)
{
  const char *name = adw_toggle_group_get_active_name (self->widths);

  if (!self->view || self->choosing || !name)
    return;
  mc_roster_grid_set_width (self->grid, g_str_equal (name, "week")  ? MC_ROSTER_WIDTH_WEEK
                                        : g_str_equal (name, "day") ? MC_ROSTER_WIDTH_DAY
                                                                    : MC_ROSTER_WIDTH_MONTH);
  reveal_today (self);
}

/* Zooming leaves none of the three chosen. */
static void
width_changed_cb (McRosterPage *self)
{
  static const char *const names[] = { "month", "week", "day", NULL };

  self->choosing = TRUE;
  adw_toggle_group_set_active_name (self->widths, names[mc_roster_grid_get_width (self->grid)]);
  self->choosing = FALSE;
}

static void
activate_cb (McRosterPage *self)
{
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
}

static void
cursor_moved_cb (McRosterPage *self)
{
  guint row, slot;

  if (mc_roster_grid_get_cursor (self->grid, &row, &slot))
    mc_roster_panel_look_at (self->panel, row, slot);
  else
    mc_roster_panel_look_away (self->panel);
  mc_roster_page_update_actions (self);
}

static void
go_to_cb (McRosterPage *self, guint row, guint slot)
{
  mc_roster_grid_go_to (self->grid, row, slot);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
message_cb (McRosterPage *self, const char *text)
{
  mc_report_toast (GTK_WIDGET (self), text);
}

/* --- The page --- */

static void
mc_roster_page_set_session (McPage *page, McSession *session)
{
  McRosterPage *self = MC_ROSTER_PAGE (page);

  if (self->rosters)
    g_signal_handlers_disconnect_by_func (self->rosters, mc_roster_page_update, self);
  set_book (self, 0);
  g_clear_object (&self->rosters);
  if (session)
    {
      self->rosters = mc_session_list (session, MC_TYPE_ROSTER, MC_DAY_NONE);
      g_signal_connect_object (self->rosters, "changed", G_CALLBACK (mc_roster_page_update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->rosters, "notify::ready", G_CALLBACK (mc_roster_page_update), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->rosters, "notify::error", G_CALLBACK (mc_roster_page_update), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::can-write", G_CALLBACK (mc_roster_page_update_actions), self,
                               G_CONNECT_SWAPPED);
      g_object_set (self->grid, "today", mc_session_get_today (session), NULL);
    }
  if (session && mc_page_get_as_of (page) != MC_DAY_NONE)
    self->month = first_of_month (mc_page_get_as_of (page));
  if (self->month != MC_DAY_NONE)
    mc_roster_page_update (self);
}

static void
mc_roster_page_set_as_of (McPage *page, McDay day)
{
  McRosterPage *self = MC_ROSTER_PAGE (page);

  if (day == MC_DAY_NONE)
    return;
  self->month = first_of_month (day);
  mc_roster_page_update (self);
}

static gboolean
mc_roster_page_open (McPage *page, const char *target)
{
  McRosterPage *self = MC_ROSTER_PAGE (page);
  g_auto (GStrv) words = g_strsplit (target, "/", 3);
  McRoster *roster = words[0] && words[1] && g_str_equal (words[0], "roster") && self->rosters
                         ? mc_live_list_get_by_id (self->rosters, g_ascii_strtoll (words[1], NULL, 10))
                         : NULL;

  if (!words[1])
    return TRUE;
  if (!roster)
    return FALSE;
  self->month = first_of_month (roster->during.from);
  self->chosen = mc_entity_get_id (MC_ENTITY (roster));
  mc_roster_page_update (self);
  return TRUE;
}

static gboolean
mc_roster_page_grab_search (McPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MC_ROSTER_PAGE (page)->search));
}

static gboolean
mc_roster_page_go_back (McPage *page)
{
  McRosterPage *self = MC_ROSTER_PAGE (page);

  if (!adw_overlay_split_view_get_show_sidebar (self->split))
    return FALSE;
  adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  return TRUE;
}

static void
mc_roster_page_dispose (GObject *object)
{
  McRosterPage *self = MC_ROSTER_PAGE (object);

  if (self->rosters)
    g_signal_handlers_disconnect_by_func (self->rosters, mc_roster_page_update, self);
  if (self->book)
    g_signal_handlers_disconnect_by_func (self->book, book_changed_cb, self);
  self->choosing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_ROSTER_PAGE);
  g_clear_object (&self->view);
  g_clear_object (&self->book);
  g_clear_object (&self->compared);
  g_clear_object (&self->rosters);
  G_OBJECT_CLASS (mc_roster_page_parent_class)->dispose (object);
}

static void
mc_roster_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_GROUPING)
    g_value_set_enum (value, (gint)mc_roster_view_get_grouping (MC_ROSTER_PAGE (object)->view));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mc_roster_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_GROUPING)
    mc_roster_view_set_grouping (MC_ROSTER_PAGE (object)->view, (McRosterGrouping)g_value_get_enum (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, McRosterPage, month_label);
  gtk_widget_class_bind_template_child (widget_class, McRosterPage, versions);
  gtk_widget_class_bind_template_child (widget_class, McRosterPage, state);
  gtk_widget_class_bind_template_child (widget_class, McRosterPage, plan_button);
  gtk_widget_class_bind_template_child (widget_class, McRosterPage, swaps_button);
  gtk_widget_class_bind_template_child (widget_class, McRosterPage, search);
  gtk_widget_class_bind_template_child (widget_class, McRosterPage, sides);
  gtk_widget_class_bind_template_child (widget_class, McRosterPage, widths);
  gtk_widget_class_bind_template_child (widget_class, McRosterPage, stack);
  gtk_widget_class_bind_template_child (widget_class, McRosterPage, returned);
  gtk_widget_class_bind_template_child (widget_class, McRosterPage, failed);
  gtk_widget_class_bind_template_child (widget_class, McRosterPage, split);
  gtk_widget_class_bind_template_child (widget_class, McRosterPage, grid);
  gtk_widget_class_bind_template_child (widget_class, McRosterPage, panel);
  gtk_widget_class_bind_template_callback (widget_class, version_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, side_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, width_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, width_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_to_cb);
  gtk_widget_class_bind_template_callback (widget_class, message_cb);
  gtk_widget_class_bind_template_callback (widget_class, mc_roster_page_edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, mc_roster_page_move_cb);
  gtk_widget_class_bind_template_callback (widget_class, mc_roster_page_drop_cb);
  gtk_widget_class_bind_template_callback (widget_class, mc_roster_page_take_cb);
  gtk_widget_class_bind_template_callback (widget_class, mc_roster_page_swaps_cb);
}

static void
mc_roster_page_class_init (McRosterPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  McPageClass *page_class = MC_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_roster_page_dispose;
  G_OBJECT_CLASS (klass)->get_property = mc_roster_page_get_property;
  G_OBJECT_CLASS (klass)->set_property = mc_roster_page_set_property;
  properties[PROP_GROUPING] = g_param_spec_enum ("grouping", NULL, NULL, MC_TYPE_ROSTER_GROUPING,
                                                 MC_ROSTER_GROUP_SECTION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  page_class->set_session = mc_roster_page_set_session;
  page_class->set_as_of = mc_roster_page_set_as_of;
  page_class->open = mc_roster_page_open;
  page_class->go_back = mc_roster_page_go_back;
  page_class->grab_search = mc_roster_page_grab_search;
  g_type_ensure (MC_TYPE_ROSTER_GRID);
  g_type_ensure (MC_TYPE_ROSTER_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/roster/mc-roster-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "roster.previous", NULL, month_action);
  gtk_widget_class_install_action (widget_class, "roster.next", NULL, month_action);
  gtk_widget_class_install_action (widget_class, "roster.today", NULL, month_action);
  mc_roster_page_acts_class_init (widget_class);
}

static void
mc_roster_page_init (McRosterPage *self)
{
  self->month = MC_DAY_NONE;
  self->newer_than = G_MAXINT64;
  self->view = mc_roster_view_new ();
  self->choosing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->choosing = FALSE;
  mc_roster_grid_set_source (self->grid, MC_ROSTER_GRID_SOURCE (self->view));
  mc_roster_panel_set_view (self->panel, self->view);
}
