/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-scheme-editor.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mc-commit.h"
#include "mc-criterion-editor.h"
#include "mc-criterion-figures.h"
#include "mc-date-row.h"
#include "mc-number.h"
#include "mc-post.h"
#include "mc-report.h"
#include "mc-scheme-levels.h"
#include "mc-scheme-trial-dialog.h"

struct _McSchemeEditor
{
  AdwNavigationPage parent_instance;

  McEvaluationBook *book;
  McSchemeDraft *draft;
  McDay version_from;
  GArray *posts;   /* gint64, of the lines of the choice; the first is 0 */
  GPtrArray *rows; /* of the criteria */
  McSchemeLevels *levels;
  gboolean editable;
  gboolean ended; /* somebody was evaluated by it to its end */
  gboolean filling;
  gboolean typing; /* the draft changes by an input that shows it already */

  GtkLabel *note;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *save_button;
  GtkWidget *scheme_group;
  GtkEditable *name;
  McDateRow *from;
  GtkWidget *cycles;
  GtkCheckButton *monthly;
  GtkCheckButton *quarterly;
  GtkCheckButton *yearly;
  AdwPreferencesGroup *criteria_group;
  GtkDropDown *post;
  GtkCheckButton *own;
  GtkWidget *add_button;
  GtkLabel *sum;
  AdwPreferencesGroup *levels_group;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (McSchemeEditor, mc_scheme_editor, ADW_TYPE_NAVIGATION_PAGE)

static guint saved_signal;

/* The post whose weights are shown: 0 for one that has none of its own. */
static gint64
shown_post (McSchemeEditor *self)
{
  guint at = gtk_drop_down_get_selected (self->post);
  gint64 post = at < self->posts->len ? g_array_index (self->posts, gint64, at) : 0;
  const GArray *own = mc_scheme_draft_get_posts (self->draft);

  for (guint i = 0; i < own->len; i++)
    if (g_array_index (own, gint64, i) == post)
      return post;
  return 0;
}

static gboolean
has_own (McSchemeEditor *self)
{
  guint at = gtk_drop_down_get_selected (self->post);

  return at == 0 || shown_post (self) != 0;
}

/* --- What stands beneath --- */

static void
update_sum (McSchemeEditor *self)
{
  double sum = mc_scheme_draft_sum (self->draft, shown_post (self));
  gboolean whole = fabs (sum - 100) < 1e-9;
  g_autofree char *number = mc_number_format (sum, sum > floor (sum) ? 1 : 0);
  g_autofree char *text = whole ? g_strdup_printf (_ ("✓ Together %s %%"), number)
                                : g_strdup_printf (_ ("✗ Together %s %%, not 100"), number);

  gtk_widget_set_visible (GTK_WIDGET (self->sum),
                          mc_scheme_draft_get_scheme (self->draft)->kind == MC_SCHEME_MONTHLY_SLIP);
  (whole ? gtk_widget_remove_css_class : gtk_widget_add_css_class) (GTK_WIDGET (self->sum), "error");
  mc_report_tell (self->sum, text);
}

static void
update_acts (McSchemeEditor *self)
{
  g_autofree char *problem = self->editable ? mc_scheme_draft_find_problem (self->draft) : NULL;
  g_autoptr (McChange) change = self->editable && !problem ? mc_scheme_draft_new_change (self->draft) : NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  mc_report_tell (self->problem, problem ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_widget_action_set_enabled (widget, "scheme.undo",
                                 self->editable && mc_scheme_draft_can_turn (self->draft, FALSE));
  gtk_widget_action_set_enabled (widget, "scheme.redo", self->editable && mc_scheme_draft_can_turn (self->draft, TRUE));
  gtk_widget_action_set_enabled (
      widget, "scheme.save", change && !mc_change_is_empty (change) && mc_scheme_draft_can_turn (self->draft, FALSE));
  gtk_widget_action_set_enabled (widget, "scheme.try", mc_evaluation_book_leads (self->book) && !problem);
  gtk_widget_action_set_enabled (widget, "scheme.add-criterion", self->editable);
  gtk_widget_action_set_enabled (widget, "scheme.add-level", self->editable);
}

/* --- The criteria --- */

static guint
place_of (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "mc-place"));
}

static void
weight_cb (GtkSpinButton *spin, McSchemeEditor *self)
{
  self->typing = TRUE;
  mc_scheme_draft_set_weight (self->draft, place_of (GTK_WIDGET (spin)), shown_post (self),
                              gtk_spin_button_get_value (spin));
  self->typing = FALSE;
}

static void
up_cb (GtkWidget *button, McSchemeEditor *self)
{
  mc_scheme_draft_move_criterion (self->draft, place_of (button), -1);
}

static void
down_cb (GtkWidget *button, McSchemeEditor *self)
{
  mc_scheme_draft_move_criterion (self->draft, place_of (button), 1);
}

static void
remove_cb (GtkWidget *button, McSchemeEditor *self)
{
  mc_scheme_draft_remove_criterion (self->draft, place_of (button));
}

static void
open_criterion (McSchemeEditor *self, guint at)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), mc_criterion_editor_new (self->draft, at));
}

static void
activated_cb (GtkWidget *row, McSchemeEditor *self)
{
  open_criterion (self, place_of (row));
}

static void
add_button (McSchemeEditor *self, GtkWidget *row, guint at, const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  g_object_set (button, "valign", GTK_ALIGN_CENTER, "tooltip-text", label, NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "mc-place", GUINT_TO_POINTER (at));
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_weight (McSchemeEditor *self, GtkWidget *row, guint at, const char *name)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, 100, 5);
  g_autofree char *label = g_strdup_printf (_ ("Weight of %s (%%)"), name);

  g_object_set (spin, "valign", GTK_ALIGN_CENTER, "digits", 1, "width-chars", 5, "tooltip-text", label, "sensitive",
                has_own (self), NULL);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), mc_scheme_draft_get_weight (self->draft, at, shown_post (self)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (spin), "mc-place", GUINT_TO_POINTER (at));
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (weight_cb), self, G_CONNECT_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
}

static GtkWidget *
new_criterion_row (McSchemeEditor *self, guint at)
{
  McEvaluationCriterion *criterion = mc_scheme_draft_get_criterion (self->draft, at);
  g_autofree char *rule = mc_criterion_dup_rule_text (criterion);
  g_autofree char *most = mc_number_format (criterion->max_points, 0);
  g_autofree char *subtitle = g_strdup_printf (
      _ ("%s · at most %s · %s"), mc_enum_label (mc_criterion_source_values, criterion->source), most, rule);
  const char *name = criterion->name && *criterion->name ? criterion->name : _ ("New criterion");
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", name, "subtitle", subtitle, "use-markup", FALSE,
                                 "activatable", self->editable, NULL);

  g_object_set_data (G_OBJECT (row), "mc-place", GUINT_TO_POINTER (at));
  if (!self->editable)
    {
      double weight = mc_scheme_draft_get_weight (self->draft, at, shown_post (self));
      g_autofree char *text = g_strdup_printf ("%g %%", weight);

      if (mc_scheme_draft_get_scheme (self->draft)->kind == MC_SCHEME_MONTHLY_SLIP)
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (text));
      return row;
    }
  add_weight (self, row, at, name);
  add_button (self, row, at, "go-up-symbolic", _ ("Further up"), G_CALLBACK (up_cb));
  add_button (self, row, at, "go-down-symbolic", _ ("Further down"), G_CALLBACK (down_cb));
  add_button (self, row, at, "user-trash-symbolic", _ ("Remove the criterion"), G_CALLBACK (remove_cb));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_DEFAULT);
  return row;
}

static void
show_criteria (McSchemeEditor *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->criteria_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < mc_scheme_draft_get_n_criteria (self->draft); i++)
    {
      GtkWidget *row = new_criterion_row (self, i);

      adw_preferences_group_add (self->criteria_group, row);
      g_ptr_array_add (self->rows, row);
    }
}

/* --- The rest --- */

static void
show_head (McSchemeEditor *self)
{
  McEvaluationScheme *scheme = mc_scheme_draft_get_scheme (self->draft);
  McDay version = mc_scheme_draft_get_version (self->draft);

  self->filling = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (self->name), scheme->name) != 0)
    gtk_editable_set_text (self->name, scheme->name ? scheme->name : "");
  mc_date_row_set_day (self->from, version != MC_DAY_NONE ? version : scheme->during.from);
  gtk_check_button_set_active (self->monthly, scheme->monthly);
  gtk_check_button_set_active (self->quarterly, scheme->quarterly);
  gtk_check_button_set_active (self->yearly, scheme->yearly);
  gtk_check_button_set_active (self->own, has_own (self));
  gtk_widget_set_visible (GTK_WIDGET (self->own), gtk_drop_down_get_selected (self->post) > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->own), self->editable);
  self->filling = FALSE;
}

static void
show_all (McSchemeEditor *self)
{
  show_head (self);
  show_criteria (self);
  mc_scheme_levels_show (self->levels);
  update_sum (self);
  update_acts (self);
}

static void
changed_cb (McSchemeEditor *self)
{
  if (!self->typing)
    show_all (self);
  update_sum (self);
  update_acts (self);
}

static void
name_cb (McSchemeEditor *self)
{
  if (self->filling)
    return;
  mc_scheme_draft_begin (self->draft, "name");
  g_set_str (&mc_scheme_draft_get_scheme (self->draft)->name, gtk_editable_get_text (self->name));
  self->typing = TRUE;
  mc_scheme_draft_edited (self->draft);
  self->typing = FALSE;
}

static void
from_cb (McSchemeEditor *self)
{
  McEvaluationScheme *scheme = mc_scheme_draft_get_scheme (self->draft);
  McDay day = mc_date_row_get_day (self->from);

  if (self->filling || day == MC_DAY_NONE)
    return;
  self->typing = TRUE;
  if (self->version_from != MC_DAY_NONE)
    mc_scheme_draft_set_version (self->draft, day);
  else if (day != scheme->during.from)
    {
      mc_scheme_draft_begin (self->draft, "from");
      scheme->during.from = day;
      mc_scheme_draft_edited (self->draft);
    }
  self->typing = FALSE;
}

static void
cycles_cb (McSchemeEditor *self)
{
  McEvaluationScheme *scheme = mc_scheme_draft_get_scheme (self->draft);

  if (self->filling)
    return;
  mc_scheme_draft_begin (self->draft, "cycles");
  scheme->monthly = gtk_check_button_get_active (self->monthly);
  scheme->quarterly = gtk_check_button_get_active (self->quarterly);
  scheme->yearly = gtk_check_button_get_active (self->yearly);
  mc_scheme_draft_edited (self->draft);
}

static void
post_cb (McSchemeEditor *self)
{
  if (!self->filling)
    show_all (self);
}

static void
own_cb (McSchemeEditor *self)
{
  guint at = gtk_drop_down_get_selected (self->post);
  gint64 post = at < self->posts->len ? g_array_index (self->posts, gint64, at) : 0;

  if (self->filling || post == 0)
    return;
  if (gtk_check_button_get_active (self->own))
    mc_scheme_draft_add_post (self->draft, post);
  else if (shown_post (self) == post)
    mc_scheme_draft_remove_post (self->draft, post);
}

static void
fill_posts (McSchemeEditor *self)
{
  GListModel *all = G_LIST_MODEL (mc_evaluation_book_get_posts (self->book));
  McDay today = mc_session_get_today (mc_evaluation_book_get_session (self->book));
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);
  gint64 id = 0;

  g_array_append_val (self->posts, id);
  gtk_string_list_append (lines, _ ("All other posts"));
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (McPost) post = g_list_model_get_item (all, i);

      /* The leaders are rated by the Office. */
      if (!mc_period_contains (post->during, today) || post->section_id == 0)
        continue;
      id = mc_entity_get_id (MC_ENTITY (post));
      g_array_append_val (self->posts, id);
      gtk_string_list_append (lines, post->name);
    }
  gtk_drop_down_set_model (self->post, G_LIST_MODEL (lines));
}

/* --- Acts --- */

static DexFuture *
save_fiber (gpointer data)
{
  McSchemeEditor *self = data;
  g_autoptr (McChange) change = mc_scheme_draft_new_change (self->draft);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scheme.save", FALSE);
  if (dex_await (mc_commit (GTK_WIDGET (self), mc_evaluation_book_get_session (self->book), change), NULL))
    g_signal_emit (self, saved_signal, 0);
  else if (gtk_widget_get_root (GTK_WIDGET (self)))
    update_acts (self);
  return dex_future_new_true ();
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dex_future_disown (dex_scheduler_spawn (NULL, 0, save_fiber, g_object_ref (widget), g_object_unref));
}

static void
try_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McSchemeEditor *self = MC_SCHEME_EDITOR (widget);

  adw_dialog_present (mc_scheme_trial_dialog_new_for_draft (self->book, self->draft), widget);
}

static void
turn_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_scheme_draft_turn (MC_SCHEME_EDITOR (widget)->draft, g_str_equal (name, "scheme.redo"));
}

static void
add_criterion_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McSchemeEditor *self = MC_SCHEME_EDITOR (widget);

  mc_scheme_draft_add_criterion (self->draft);
  open_criterion (self, mc_scheme_draft_get_n_criteria (self->draft) - 1);
}

static void
add_level_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_scheme_levels_add (MC_SCHEME_EDITOR (widget)->levels);
}

/* Whoever comes back from a criterion sees it as it is now. */
static void
mc_scheme_editor_showing (AdwNavigationPage *page)
{
  if (MC_SCHEME_EDITOR (page)->draft)
    show_all (MC_SCHEME_EDITOR (page));
}

static void
mc_scheme_editor_dispose (GObject *object)
{
  McSchemeEditor *self = MC_SCHEME_EDITOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_SCHEME_EDITOR);
  g_clear_pointer (&self->levels, mc_scheme_levels_free);
  g_clear_object (&self->draft);
  g_clear_object (&self->book);
  g_clear_pointer (&self->posts, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mc_scheme_editor_parent_class)->dispose (object);
}

#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, McSchemeEditor, name)

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (MC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/evaluation/mc-scheme-editor.ui");
  CHILD (note);
  CHILD (undo_button);
  CHILD (redo_button);
  CHILD (save_button);
  CHILD (scheme_group);
  CHILD (name);
  CHILD (from);
  CHILD (cycles);
  CHILD (monthly);
  CHILD (quarterly);
  CHILD (yearly);
  CHILD (criteria_group);
  CHILD (post);
  CHILD (own);
  CHILD (add_button);
  CHILD (sum);
  CHILD (levels_group);
  CHILD (problem);
  gtk_widget_class_bind_template_callback (widget_class, name_cb);
  gtk_widget_class_bind_template_callback (widget_class, from_cb);
  gtk_widget_class_bind_template_callback (widget_class, cycles_cb);
  gtk_widget_class_bind_template_callback (widget_class, post_cb);
  gtk_widget_class_bind_template_callback (widget_class, own_cb);
}

static void
mc_scheme_editor_class_init (McSchemeEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_scheme_editor_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = mc_scheme_editor_showing;
  saved_signal = g_signal_new ("saved", MC_TYPE_SCHEME_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "scheme.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "scheme.try", NULL, try_action);
  gtk_widget_class_install_action (widget_class, "scheme.undo", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "scheme.redo", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "scheme.add-criterion", NULL, add_criterion_action);
  gtk_widget_class_install_action (widget_class, "scheme.add-level", NULL, add_level_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "scheme.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "scheme.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "scheme.save", NULL);
}

static void
mc_scheme_editor_init (McSchemeEditor *self)
{
  self->posts = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_note (McSchemeEditor *self)
{
  McEvaluationScheme *scheme = mc_scheme_draft_get_scheme (self->draft);
  g_autofree char *day = self->version_from != MC_DAY_NONE ? mc_day_format (self->version_from) : NULL;
  g_autofree char *when = mc_period_format_people (scheme->during);
  g_autofree char *text = NULL;

  if (scheme->kind != MC_SCHEME_MONTHLY_SLIP)
    text = g_strdup_printf (_ ("%s%s%s · %s. What the law says is not edited here.\n%s"), scheme->source,
                            scheme->article ? ", " : "", scheme->article ? scheme->article : "", when,
                            scheme->note ? scheme->note : "");
  else if (self->ended)
    text = g_strdup_printf (_ ("People were evaluated by this version, which held %s. It stays as it was."), when);
  else if (day)
    text = g_strdup_printf (_ ("People were evaluated by this version. Edits make a new version, from %s at the "
                               "earliest; what was signed stays as it is."),
                            day);
  else
    text = g_strdup (scheme->note ? scheme->note : "");
  gtk_label_set_label (self->note, text);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *text != '\0');
}

AdwNavigationPage *
mc_scheme_editor_new (McEvaluationBook *book, McSchemeDraft *draft, McDay version_from)
{
  McEvaluationScheme *scheme = mc_scheme_draft_get_scheme (draft);
  McSchemeEditor *self =
      g_object_new (MC_TYPE_SCHEME_EDITOR, "title", scheme->name ? scheme->name : _ ("Scheme"), NULL);

  self->book = g_object_ref (book);
  self->draft = g_object_ref (draft);
  self->version_from = version_from;
  self->ended =
      version_from != MC_DAY_NONE && scheme->during.until != MC_DAY_NONE && version_from >= scheme->during.until;
  self->editable = mc_evaluation_book_leads (book) && scheme->kind == MC_SCHEME_MONTHLY_SLIP && !self->ended;
  self->levels = mc_scheme_levels_new (draft, self->levels_group, self->editable);
  if (version_from != MC_DAY_NONE && self->editable)
    {
      g_object_set (self->from, "title", _ ("New version from"), "earliest", version_from, NULL);
      mc_scheme_draft_set_version (draft, MAX (version_from, mc_scheme_draft_get_version (draft)));
    }
  gtk_widget_set_visible (self->scheme_group, self->editable);
  gtk_widget_set_visible (self->add_button, self->editable);
  gtk_widget_set_visible (self->save_button, self->editable);
  gtk_widget_set_visible (self->undo_button, self->editable);
  gtk_widget_set_visible (self->redo_button, self->editable);
  if (!self->editable)
    adw_preferences_group_set_header_suffix (self->levels_group, NULL);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->post)), scheme->kind == MC_SCHEME_MONTHLY_SLIP);
  fill_posts (self);
  self->filling = FALSE;
  show_note (self);
  show_all (self);
  g_signal_connect_object (draft, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return ADW_NAVIGATION_PAGE (self);
}
