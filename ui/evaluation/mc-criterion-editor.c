/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-criterion-editor.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "mc-criterion-figures.h"
#include "mc-number.h"

/* The ways in which points come about, in the order of the lines. */
typedef enum
{
  HOW_GIVEN,
  HOW_SHARE,
  HOW_DEDUCT,
  HOW_GAIN,
} How;

static const char *const hows[] = { "", "share", "deduct", "gain" };

/* What a figure is in a share, in the order of the lines. */
typedef enum
{
  SHARE_NOT,
  SHARE_PART,
  SHARE_WHOLE,
} Share;

struct _McCriterionEditor
{
  AdwNavigationPage parent_instance;

  McSchemeDraft *draft;
  guint at;
  gboolean filling;
  GPtrArray *rows; /* one for each figure; AdwComboRow in a share, else AdwSpinRow */

  GtkEditable *name;
  AdwComboRow *source;
  AdwSpinRow *most;
  GtkEditable *scale;
  GtkEditable *note;
  AdwPreferencesGroup *figures_group;
  AdwComboRow *how;
  AdwSwitchRow *rated;
  AdwSwitchRow *enough;
  AdwComboRow *veto_figure;
  AdwSpinRow *veto_least;
  AdwComboRow *veto_band;
};

G_DEFINE_FINAL_TYPE (McCriterionEditor, mc_criterion_editor, ADW_TYPE_NAVIGATION_PAGE)

static McEvaluationCriterion *
criterion_of (McCriterionEditor *self)
{
  return mc_scheme_draft_get_criterion (self->draft, self->at);
}

static JsonObject *
parse (const char *text, JsonNode **node)
{
  *node = text ? json_from_string (text, NULL) : NULL;
  return *node && JSON_NODE_HOLDS_OBJECT (*node) ? json_node_get_object (*node) : NULL;
}

static char *
print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) node = json_builder_get_root (builder);

  return json_to_string (node, FALSE);
}

/* --- What is read from the inputs --- */

static const char *const *
figures_of (McCriterionEditor *self)
{
  return mc_criterion_source_figures ((McCriterionSource)adw_combo_row_get_selected (self->source));
}

static void
add_names (McCriterionEditor *self, JsonBuilder *builder, const char *member, Share least, Share most, gboolean *any)
{
  const char *const *figures = figures_of (self);

  *any = FALSE;
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->rows->len; i++)
    {
      Share share = (Share)adw_combo_row_get_selected (self->rows->pdata[i]);

      if (share < least || share > most)
        continue;
      json_builder_add_string_value (builder, figures[i]);
      *any = TRUE;
    }
  json_builder_end_array (builder);
}

static void
add_prices (McCriterionEditor *self, JsonBuilder *builder, gboolean *any)
{
  const char *const *figures = figures_of (self);

  *any = FALSE;
  json_builder_set_member_name (builder, "each");
  json_builder_begin_object (builder);
  for (guint i = 0; i < self->rows->len; i++)
    {
      double price = adw_spin_row_get_value (self->rows->pdata[i]);

      if (price <= 0)
        continue;
      json_builder_set_member_name (builder, figures[i]);
      json_builder_add_double_value (builder, price);
      *any = TRUE;
    }
  json_builder_end_object (builder);
}

/* NULL while no figure is chosen: then raters give the points. */
static char *
read_rule (McCriterionEditor *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  How how = (How)adw_combo_row_get_selected (self->how);
  gboolean any = FALSE, whole = TRUE;

  if (how == HOW_GIVEN)
    return NULL;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "how");
  json_builder_add_string_value (builder, hows[how]);
  if (how == HOW_SHARE)
    {
      add_names (self, builder, "part", SHARE_PART, SHARE_PART, &any);
      add_names (self, builder, "whole", SHARE_PART, SHARE_WHOLE, &whole);
      if (adw_switch_row_get_active (self->enough))
        {
          json_builder_set_member_name (builder, "enough");
          json_builder_add_boolean_value (builder, TRUE);
        }
    }
  else
    add_prices (self, builder, &any);
  json_builder_end_object (builder);
  return any && whole ? print (builder) : NULL;
}

static char *
band_code_at (McCriterionEditor *self, guint at)
{
  g_autoptr (JsonNode) node = json_from_string (mc_scheme_draft_get_scheme (self->draft)->bands, NULL);
  JsonArray *bands = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (!bands || at >= json_array_get_length (bands))
    return NULL;
  return g_strdup (
      json_object_get_string_member_with_default (json_array_get_object_element (bands, at), "code", NULL));
}

static char *
read_veto (McCriterionEditor *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint figure = adw_combo_row_get_selected (self->veto_figure);
  g_autofree char *band = band_code_at (self, adw_combo_row_get_selected (self->veto_band));

  if (figure == 0 || figure == GTK_INVALID_LIST_POSITION || !band)
    return NULL;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "figure");
  json_builder_add_string_value (builder, figures_of (self)[figure - 1]);
  json_builder_set_member_name (builder, "at_least");
  json_builder_add_int_value (builder, (gint64)adw_spin_row_get_value (self->veto_least));
  json_builder_set_member_name (builder, "band");
  json_builder_add_string_value (builder, band);
  json_builder_end_object (builder);
  return print (builder);
}

/* "0; 2,5; 5" as JSON; NULL for nothing that can be read, which the row shows as an error. */
static char *
read_scale (McCriterionEditor *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_auto (GStrv) words = g_strsplit (gtk_editable_get_text (self->scale), ";", -1);
  gboolean any = FALSE, wrong = FALSE;

  json_builder_begin_array (builder);
  for (guint i = 0; words[i]; i++)
    {
      char *end = NULL, *word = g_strdelimit (g_strstrip (words[i]), ",", '.');
      double points = g_ascii_strtod (word, &end);

      if (!*word)
        continue;
      wrong = wrong || end == word || *end || !(points >= 0 && points <= adw_spin_row_get_value (self->most));
      json_builder_add_double_value (builder, points);
      any = TRUE;
    }
  json_builder_end_array (builder);
  (wrong ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (self->scale), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  return any && !wrong ? print (builder) : NULL;
}

static void
update_rows (McCriterionEditor *self)
{
  How how = (How)adw_combo_row_get_selected (self->how);
  gboolean vetoes = adw_combo_row_get_selected (self->veto_figure) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->rated), how != HOW_GIVEN);
  gtk_widget_set_visible (GTK_WIDGET (self->enough), how == HOW_SHARE && adw_combo_row_get_selected (self->source) ==
                                                                             MC_CRITERION_SOURCE_SATISFACTION);
  gtk_widget_set_visible (GTK_WIDGET (self->veto_least), vetoes);
  gtk_widget_set_visible (GTK_WIDGET (self->veto_band), vetoes);
}

static void
edited_cb (McCriterionEditor *self)
{
  g_autofree char *what = NULL, *rule = NULL, *veto = NULL, *scale = NULL;
  McEvaluationCriterion *criterion;
  const char *note;

  if (self->filling)
    return;
  what = g_strdup_printf ("criterion %u", self->at);
  mc_scheme_draft_begin (self->draft, what);
  criterion = criterion_of (self);
  note = gtk_editable_get_text (self->note);
  rule = read_rule (self);
  veto = read_veto (self);
  scale = read_scale (self);
  g_set_str (&criterion->name, gtk_editable_get_text (self->name));
  g_set_str (&criterion->note, *note ? note : NULL);
  criterion->source = (McCriterionSource)adw_combo_row_get_selected (self->source);
  criterion->max_points = adw_spin_row_get_value (self->most);
  criterion->rated = !rule || adw_switch_row_get_active (self->rated);
  g_set_str (&criterion->rule, rule);
  g_set_str (&criterion->veto, veto);
  g_set_str (&criterion->scale, scale);
  update_rows (self);
  mc_scheme_draft_edited (self->draft);
}

/* --- What is shown in the inputs --- */

static gboolean
names_figure (JsonObject *rule, const char *member, const char *figure)
{
  JsonArray *names = json_object_has_member (rule, member) ? json_object_get_array_member (rule, member) : NULL;

  for (guint i = 0; names && i < json_array_get_length (names); i++)
    if (g_strcmp0 (json_array_get_string_element (names, i), figure) == 0)
      return TRUE;
  return FALSE;
}

static GtkWidget *
new_share_row (JsonObject *rule, const char *figure)
{
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "title", mc_figure_label (figure), "use-markup", FALSE, NULL);

  gtk_string_list_append (lines, _ ("Does not count"));
  gtk_string_list_append (lines, _ ("Counts as good"));
  gtk_string_list_append (lines, _ ("Counts as not good"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (lines));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), rule && names_figure (rule, "part", figure)    ? SHARE_PART
                                                   : rule && names_figure (rule, "whole", figure) ? SHARE_WHOLE
                                                                                                  : SHARE_NOT);
  return row;
}

static GtkWidget *
new_price_row (JsonObject *rule, const char *figure)
{
  JsonObject *each =
      rule && json_object_has_member (rule, "each") ? json_object_get_object_member (rule, "each") : NULL;
  g_autofree char *title = g_strdup_printf (_ ("Points for each: %s"), mc_figure_label (figure));
  GtkWidget *row = adw_spin_row_new_with_range (0, 1000, 0.5);

  g_object_set (row, "title", title, "use-markup", FALSE, "digits", 1, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                NULL);
  adw_spin_row_set_value (ADW_SPIN_ROW (row), each ? json_object_get_double_member_with_default (each, figure, 0) : 0);
  return row;
}

/* A row for each figure that the evidence has. */
static void
fill_figures (McCriterionEditor *self)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *rule = parse (criterion_of (self)->rule, &node);
  How how = (How)adw_combo_row_get_selected (self->how);
  const char *const *figures = figures_of (self);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->figures_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; how != HOW_GIVEN && figures[i]; i++)
    {
      GtkWidget *row = how == HOW_SHARE ? new_share_row (rule, figures[i]) : new_price_row (rule, figures[i]);

      g_signal_connect_object (row, how == HOW_SHARE ? "notify::selected" : "notify::value", G_CALLBACK (edited_cb),
                               self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->figures_group, row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
fill_veto (McCriterionEditor *self)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *veto = parse (criterion_of (self)->veto, &node);
  const char *figure = veto ? json_object_get_string_member_with_default (veto, "figure", "") : "";
  const char *band = veto ? json_object_get_string_member_with_default (veto, "band", "") : "";
  const char *const *figures = figures_of (self);
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);
  guint chosen = 0;

  gtk_string_list_append (lines, _ ("Nothing"));
  for (guint i = 0; figures[i]; i++)
    {
      gtk_string_list_append (lines, mc_figure_label (figures[i]));
      chosen = g_str_equal (figures[i], figure) ? i + 1 : chosen;
    }
  adw_combo_row_set_model (self->veto_figure, G_LIST_MODEL (lines));
  adw_combo_row_set_selected (self->veto_figure, chosen);
  adw_spin_row_set_value (self->veto_least,
                          veto ? json_object_get_double_member_with_default (veto, "at_least", 1) : 1);
  for (guint i = 0; *band; i++)
    {
      g_autofree char *code = band_code_at (self, i);

      if (!code)
        break;
      if (g_str_equal (code, band))
        adw_combo_row_set_selected (self->veto_band, i);
    }
}

static void
fill_bands (McCriterionEditor *self)
{
  g_autoptr (JsonNode) node = json_from_string (mc_scheme_draft_get_scheme (self->draft)->bands, NULL);
  JsonArray *bands = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);

  for (guint i = 0; bands && i < json_array_get_length (bands); i++)
    gtk_string_list_append (
        lines, json_object_get_string_member_with_default (json_array_get_object_element (bands, i), "name", ""));
  adw_combo_row_set_model (self->veto_band, G_LIST_MODEL (lines));
}

static void
fill_scale (McCriterionEditor *self)
{
  McEvaluationCriterion *criterion = criterion_of (self);
  g_autoptr (JsonNode) node = criterion->scale ? json_from_string (criterion->scale, NULL) : NULL;
  JsonArray *points = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; points && i < json_array_get_length (points); i++)
    {
      double value = json_array_get_double_element (points, i);
      g_autofree char *number = mc_number_format (value, value > (int)value ? 1 : 0);

      g_string_append_printf (text, "%s%s", i ? "; " : "", number);
    }
  gtk_editable_set_text (self->scale, text->str);
}

static void
fill_sources (McCriterionEditor *self)
{
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);

  for (guint i = 0; mc_criterion_source_values[i].text; i++)
    gtk_string_list_append (lines, mc_enum_label (mc_criterion_source_values, i));
  adw_combo_row_set_model (self->source, G_LIST_MODEL (lines));
}

static void
fill (McCriterionEditor *self)
{
  McEvaluationCriterion *criterion = criterion_of (self);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *rule = parse (criterion->rule, &node);
  const char *how = rule ? json_object_get_string_member_with_default (rule, "how", "") : "";

  self->filling = TRUE;
  fill_sources (self);
  fill_bands (self);
  gtk_editable_set_text (self->name, criterion->name ? criterion->name : "");
  gtk_editable_set_text (self->note, criterion->note ? criterion->note : "");
  adw_combo_row_set_selected (self->source, criterion->source);
  adw_spin_row_set_value (self->most, criterion->max_points);
  fill_scale (self);
  adw_switch_row_set_active (self->rated, criterion->rated);
  adw_switch_row_set_active (self->enough, rule && json_object_get_boolean_member_with_default (rule, "enough", FALSE));
  for (guint i = 0; i < G_N_ELEMENTS (hows); i++)
    if (g_str_equal (how, hows[i]))
      adw_combo_row_set_selected (self->how, i);
  fill_figures (self);
  fill_veto (self);
  update_rows (self);
  self->filling = FALSE;
}

/* Other evidence has other figures: what was counted of the old ones does not count any more. */
static void
source_cb (McCriterionEditor *self)
{
  if (self->filling)
    return;
  self->filling = TRUE;
  adw_combo_row_set_selected (self->veto_figure, 0);
  fill_figures (self);
  self->filling = FALSE;
  edited_cb (self);
  self->filling = TRUE;
  fill_veto (self);
  self->filling = FALSE;
}

static void
how_cb (McCriterionEditor *self)
{
  if (self->filling)
    return;
  self->filling = TRUE;
  fill_figures (self);
  self->filling = FALSE;
  edited_cb (self);
}

static void
veto_cb (McCriterionEditor *self)
{
  edited_cb (self);
}

static void
mc_criterion_editor_dispose (GObject *object)
{
  McCriterionEditor *self = MC_CRITERION_EDITOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_CRITERION_EDITOR);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mc_criterion_editor_parent_class)->dispose (object);
}

#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, McCriterionEditor, name)

static void
mc_criterion_editor_class_init (McCriterionEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_criterion_editor_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/evaluation/mc-criterion-editor.ui");
  CHILD (name);
  CHILD (source);
  CHILD (most);
  CHILD (scale);
  CHILD (note);
  CHILD (figures_group);
  CHILD (how);
  CHILD (rated);
  CHILD (enough);
  CHILD (veto_figure);
  CHILD (veto_least);
  CHILD (veto_band);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_cb);
  gtk_widget_class_bind_template_callback (widget_class, how_cb);
  gtk_widget_class_bind_template_callback (widget_class, veto_cb);
}

static void
mc_criterion_editor_init (McCriterionEditor *self)
{
  self->rows = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
mc_criterion_editor_new (McSchemeDraft *draft, guint at)
{
  McCriterionEditor *self = g_object_new (MC_TYPE_CRITERION_EDITOR, NULL);

  self->draft = g_object_ref (draft);
  self->at = at;
  fill (self);
  return ADW_NAVIGATION_PAGE (self);
}
