/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-panel.h"

#include <glib/gi18n.h>

#include "mc-roster-explain.h"
#include "mc-roster-swaps.h"
#include "mc-roster-words.h"

#define SETTLE_MS 80 /* while the cursor walks nothing is reckoned */
#define MOST_CANDIDATES 8
#define MOST_FINDINGS 60

struct _McRosterPanel
{
  AdwBin parent_instance;

  McRosterView *view;
  guint row, slot;
  gboolean has_cell;
  gboolean editable;
  guint due;

  GtkLabel *title;
  GtkLabel *why_heading;
  GtkLabel *why;
  GtkLabel *who_heading;
  GtkListBox *candidates;
  McRosterSwaps *swaps;
  GtkLabel *findings_heading;
  GtkListBox *findings;
};

enum
{
  PROP_EDITABLE = 1,
  PROP_N_SWAPS,
  N_PROPS,
};

enum
{
  TAKE,
  GO_TO,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (McRosterPanel, mc_roster_panel, ADW_TYPE_BIN)

/* Where a finding leads: indices of the problem. */
typedef struct
{
  gint person, session, duty;
} Place;

static GQuark
place_quark (void)
{
  return g_quark_from_static_string ("mc-roster-place");
}

static McRosterProblem *
get_problem (McRosterPanel *self)
{
  McRosterBook *book = self->view ? mc_roster_view_get_book (self->view) : NULL;
  McRosterBrief *brief = book ? mc_roster_book_get_brief (book) : NULL;

  return brief ? mc_roster_brief_get_problem (brief) : NULL;
}

static McRosterSolution *
get_current (McRosterPanel *self)
{
  return mc_roster_book_get_current (mc_roster_view_get_book (self->view));
}

/* --- The cell --- */

static void
take_cb (GtkButton *button, McRosterPanel *self)
{
  gint64 *person = g_object_get_qdata (G_OBJECT (button), place_quark ());

  g_signal_emit (self, signals[TAKE], 0, *person);
}

static void
add_candidate (McRosterPanel *self, McRosterProblem *problem, McRosterCandidate *candidate)
{
  McRosterPerson *person = mc_roster_person (problem, candidate->person);
  GtkWidget *row = adw_action_row_new (), *button;
  g_autofree char *name = g_markup_escape_text (person->name, -1);
  g_autofree char *text = g_markup_escape_text (candidate->text ? candidate->text : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  if (self->editable && candidate->obstacle <= MC_ROSTER_OBSTACLE_BUSY)
    {
      g_autofree char *label = g_strdup_printf (_ ("Put %s here"), person->name);

      button = gtk_button_new_with_label (_ ("Put Here"));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      g_object_set_qdata_full (G_OBJECT (button), place_quark (), g_memdup2 (&person->id, sizeof person->id), g_free);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      g_signal_connect (button, "clicked", G_CALLBACK (take_cb), self);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  gtk_list_box_append (self->candidates, row);
}

static void
show_candidates (McRosterPanel *self, McRosterProblem *problem, gint session, gint duty, gint instead_of)
{
  g_autoptr (GPtrArray) found = NULL;
  guint n = 0;

  gtk_list_box_remove_all (self->candidates);
  if (session >= 0 && duty >= 0)
    found = mc_roster_candidates (problem, get_current (self), (guint)session, (guint)duty, instead_of);
  for (guint i = 0; found && i < found->len && n < MOST_CANDIDATES; i++)
    {
      McRosterCandidate *candidate = g_ptr_array_index (found, i);

      /* Everybody else comes last: they are not competent. */
      if (candidate->obstacle == MC_ROSTER_OBSTACLE_SKILL)
        break;
      add_candidate (self, problem, candidate);
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->candidates), n > 0);
  gtk_label_set_label (self->who_heading, n > 0 ? _ ("Who can take this") : _ ("Nobody else may take this"));
  gtk_widget_set_visible (GTK_WIDGET (self->who_heading), found != NULL);
}

static void
show_cell (McRosterPanel *self, McRosterProblem *problem)
{
  g_autofree char *name = NULL, *text = NULL;
  gint person, session, duty;
  gboolean there = self->has_cell && problem &&
                   mc_roster_view_get_place (self->view, self->row, self->slot, &person, &session, &duty);

  gtk_label_set_label (self->title, there ? "" : _ ("Choose a cell to see why it is as it is."));
  gtk_widget_set_visible (GTK_WIDGET (self->why), there && person >= 0 && session >= 0);
  gtk_widget_set_visible (GTK_WIDGET (self->why_heading), there && person >= 0 && session >= 0);
  show_candidates (self, problem, there ? session : MC_ROSTER_NONE, there ? duty : MC_ROSTER_NONE,
                   there ? person : MC_ROSTER_NONE);
  if (!there)
    return;
  name = mc_roster_grid_source_dup_name (MC_ROSTER_GRID_SOURCE (self->view), self->row, self->slot);
  gtk_label_set_label (self->title, name);
  if (person < 0 || session < 0)
    return;
  text = mc_roster_explain_cell (problem, get_current (self), (guint)person, (guint)session);
  gtk_label_set_label (self->why, text);
}

/* --- What is wrong --- */

static void
add_finding (McRosterPanel *self, const char *sign, const char *class, const char *text, Place place)
{
  GtkWidget *row = adw_action_row_new (), *mark = gtk_label_new (sign);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  gtk_widget_add_css_class (mark, "mc-sign");
  gtk_widget_add_css_class (mark, class);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_qdata_full (G_OBJECT (row), place_quark (), g_memdup2 (&place, sizeof place), g_free);
  gtk_list_box_append (self->findings, row);
}

/* Empty seats session by session, the same seat once; then hard rules, then what only is dear. */
static guint
add_gaps (McRosterPanel *self, McRosterProblem *problem, GArray *gaps)
{
  for (guint i = 0; i < MIN (gaps->len, MOST_FINDINGS / 2); i++)
    {
      McRosterGap *gap = &g_array_index (gaps, McRosterGap, i);
      g_autofree char *when = mc_roster_words_session (problem, gap->session);
      g_autofree char *text = g_strdup_printf (_ ("%s: %u without people, %s"),
                                               mc_roster_words_duty (problem, (gint)gap->duty), gap->seats, when);

      add_finding (self, "✗", "error", text, (Place){ MC_ROSTER_NONE, (gint)gap->session, (gint)gap->duty });
    }
  return gaps->len;
}

static guint
add_breaches (McRosterPanel *self, McRosterProblem *problem, GArray *breaches, gboolean hard)
{
  guint n = 0;

  for (guint i = 0; i < breaches->len; i++)
    {
      McRosterBreach *breach = &g_array_index (breaches, McRosterBreach, i);
      McRosterRule *rule = mc_roster_rule (problem, breach->rule);
      g_autofree char *text = NULL;

      /* Empty seats have been told. */
      if (rule->hard != hard || rule->kind == MC_ROSTER_RULE_COVER || !mc_roster_view_tells (rule))
        continue;
      if (++n > MOST_FINDINGS / 4)
        continue;
      text = mc_roster_words_breach (problem, breach);
      add_finding (self, hard ? "✖" : "⚠", hard ? "error" : "warning", text,
                   (Place){ breach->person, breach->session, breach->duty });
    }
  return n;
}

static void
show_findings (McRosterPanel *self, McRosterProblem *problem)
{
  McRosterSolution *current = problem ? get_current (self) : NULL;
  g_autofree char *heading = NULL;
  guint n = 0;

  gtk_list_box_remove_all (self->findings);
  if (current)
    {
      n += add_gaps (self, problem, current->gaps);
      n += add_breaches (self, problem, current->breaches, TRUE);
      n += add_breaches (self, problem, current->breaches, FALSE);
    }
  heading = n > 0 ? g_strdup_printf (_ ("What is wrong (%u)"), n) : g_strdup (_ ("Nothing is wrong"));
  gtk_label_set_label (self->findings_heading, heading);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), n > 0);
}

static void
finding_cb (McRosterPanel *self, GtkListBoxRow *row)
{
  Place *place = g_object_get_qdata (G_OBJECT (row), place_quark ());
  guint at, slot;

  if (mc_roster_view_find (self->view, place->person, place->session, place->duty, &at, &slot))
    g_signal_emit (self, signals[GO_TO], 0, at, slot);
}

/* --- When it reckons --- */

static void
due_cb (gpointer data)
{
  McRosterPanel *self = data;
  McRosterProblem *problem = get_problem (self);

  self->due = 0;
  show_cell (self, problem);
}

static void
schedule (McRosterPanel *self)
{
  if (!self->due && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->due = g_timeout_add_once (SETTLE_MS, due_cb, self);
}

void
mc_roster_panel_look_at (McRosterPanel *self, guint row, guint slot)
{
  g_return_if_fail (MC_IS_ROSTER_PANEL (self));
  self->row = row;
  self->slot = slot;
  self->has_cell = TRUE;
  schedule (self);
}

void
mc_roster_panel_look_away (McRosterPanel *self)
{
  g_return_if_fail (MC_IS_ROSTER_PANEL (self));
  self->has_cell = FALSE;
  schedule (self);
}

void
mc_roster_panel_refresh (McRosterPanel *self)
{
  g_return_if_fail (MC_IS_ROSTER_PANEL (self));
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  show_findings (self, get_problem (self));
  schedule (self);
}

void
mc_roster_panel_set_view (McRosterPanel *self, McRosterView *view)
{
  g_return_if_fail (MC_IS_ROSTER_PANEL (self));
  g_set_object (&self->view, view);
  mc_roster_swaps_set_book (self->swaps, view ? mc_roster_view_get_book (view) : NULL);
  mc_roster_panel_refresh (self);
}

static void
n_open_cb (McRosterPanel *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SWAPS]);
}

guint
mc_roster_panel_get_n_swaps (McRosterPanel *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_PANEL (self), 0);
  return mc_roster_swaps_get_n_open (self->swaps);
}

static void
mc_roster_panel_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mc_roster_panel_parent_class)->map (widget);
  mc_roster_panel_refresh (MC_ROSTER_PANEL (widget));
}

static void
mc_roster_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_N_SWAPS)
    g_value_set_uint (value, mc_roster_panel_get_n_swaps (MC_ROSTER_PANEL (object)));
  else if (id == PROP_EDITABLE)
    g_value_set_boolean (value, MC_ROSTER_PANEL (object)->editable);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mc_roster_panel_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McRosterPanel *self = MC_ROSTER_PANEL (object);

  g_assert (id == PROP_EDITABLE);
  if (self->editable == g_value_get_boolean (value))
    return;
  self->editable = !self->editable;
  g_object_set (self->swaps, "editable", self->editable, NULL);
  schedule (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
mc_roster_panel_dispose (GObject *object)
{
  McRosterPanel *self = MC_ROSTER_PANEL (object);

  g_clear_handle_id (&self->due, g_source_remove);
  /* The bin would let go of its child once more after the template did. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_ROSTER_PANEL);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (mc_roster_panel_parent_class)->dispose (object);
}

static void
mc_roster_panel_class_init (McRosterPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mc_roster_panel_get_property;
  object_class->set_property = mc_roster_panel_set_property;
  object_class->dispose = mc_roster_panel_dispose;
  widget_class->map = mc_roster_panel_map;
  properties[PROP_EDITABLE] = g_param_spec_boolean (
      "editable", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_SWAPS] = g_param_spec_uint ("n-swaps", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (MC_TYPE_ROSTER_SWAPS);
  signals[TAKE] =
      g_signal_new ("take", MC_TYPE_ROSTER_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[GO_TO] = g_signal_new ("go-to", MC_TYPE_ROSTER_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/roster/mc-roster-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, McRosterPanel, title);
  gtk_widget_class_bind_template_child (widget_class, McRosterPanel, why_heading);
  gtk_widget_class_bind_template_child (widget_class, McRosterPanel, why);
  gtk_widget_class_bind_template_child (widget_class, McRosterPanel, who_heading);
  gtk_widget_class_bind_template_child (widget_class, McRosterPanel, candidates);
  gtk_widget_class_bind_template_child (widget_class, McRosterPanel, swaps);
  gtk_widget_class_bind_template_child (widget_class, McRosterPanel, findings_heading);
  gtk_widget_class_bind_template_child (widget_class, McRosterPanel, findings);
  gtk_widget_class_bind_template_callback (widget_class, finding_cb);
  gtk_widget_class_bind_template_callback (widget_class, n_open_cb);
}

static void
mc_roster_panel_init (McRosterPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
