/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-centre-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mc-calendar-settings.h"
#include "mc-columns.h"
#include "mc-empty-page.h"
#include "mc-entity-label.h"
#include "mc-list-state.h"
#include "mc-needle.h"
#include "mc-report.h"
#include "mc-rule-text.h"
#include "mc-rule-version.h"
#include "mc-session-records.h"
#include "mc-setting.h"
#include "mc-table-actions.h"

/* Long enough that holding a spin button down is one change. */
#define SAVE_DELAY_MS 700

struct _McCentrePage
{
  McPage parent_instance;

  McLiveList *settings;
  GSignalGroup *settings_signals;
  GSignalGroup *session_signals;
  guint save_source;
  gboolean filling;
  char *needle;

  GtkEditable *search;
  GtkCheckButton *in_force_button;
  AdwViewStack *views;
  McCalendarSettings *calendar;
  GtkWidget *centre_group;
  AdwSwitchRow *quota_hard;
  AdwSpinRow *closed_after;
  AdwSpinRow *retention;
  GtkWidget *ratings_group;
  AdwSpinRow *min_ratings;
  AdwSpinRow *burst_ratings;
  AdwSpinRow *confidence;
  AdwComboRow *interval;
  AdwActionRow *server_row;
  AdwActionRow *account_row;
  McListState *rules_state;
  GtkColumnView *rules_table;
  GtkFilterListModel *rules;
  GtkCustomFilter *rules_filter;
  GtkCustomSorter *rules_sorter;
};

G_DEFINE_FINAL_TYPE (McCentrePage, mc_centre_page, MC_TYPE_PAGE)

static gboolean
is_rules (gpointer item, const char *name)
{
  return g_strcmp0 (name, "rules") == 0;
}

static gboolean
has_text (gpointer item, const char *text)
{
  return text != NULL && *text != '\0';
}

static char *
topic_text (gpointer item, const char *topic)
{
  return g_strdup (mc_rule_text_topic (topic));
}

static char *
value_text (gpointer item, const char *json)
{
  return mc_rule_text_value (json);
}

static gboolean
has_value (gpointer item, const char *json)
{
  g_autofree char *text = mc_rule_text_value (json);

  return *text != '\0';
}

static void
read_topic (gpointer item, McTableCell *cell, gpointer user_data)
{
  mc_table_cell_take_text (cell, topic_text (NULL, MC_RULE_VERSION (item)->topic));
}

/* What stands in two lines of a cell. */
static char *
join_lines (const char *above, const char *below)
{
  return above && *above && below && *below ? g_strdup_printf ("%s\n%s", above, below)
                                            : g_strdup (above && *above ? above : below);
}

static void
read_value (gpointer item, McTableCell *cell, gpointer user_data)
{
  McRuleVersion *rule = item;
  g_autofree char *value = mc_rule_text_value (rule->value);

  mc_table_cell_take_text (cell, join_lines (value, rule->note));
}

static void
read_source (gpointer item, McTableCell *cell, gpointer user_data)
{
  McRuleVersion *rule = item;

  mc_table_cell_take_text (cell, join_lines (rule->source, rule->article));
}

static gboolean
rule_matches (gpointer item, gpointer data)
{
  McCentrePage *self = data;
  McRuleVersion *rule = item;
  McDay day = mc_page_get_as_of (MC_PAGE (self));
  const char *const words[] = { mc_rule_text_topic (rule->topic), rule->source, rule->article, rule->note };

  if (gtk_check_button_get_active (self->in_force_button) && !mc_period_contains (rule->during, day))
    return FALSE;
  return mc_needle_finds (self->needle, words, G_N_ELEMENTS (words));
}

/* By topic, the newest first. */
static int
compare_rules (gconstpointer a, gconstpointer b, gpointer data)
{
  const McRuleVersion *left = a, *right = b;
  int by_topic = g_strcmp0 (left->topic, right->topic);

  if (by_topic != 0)
    return by_topic;
  return left->during.from < right->during.from ? 1 : left->during.from > right->during.from ? -1 : 0;
}

static void
filter_cb (McCentrePage *self)
{
  mc_needle_set (&self->needle, gtk_editable_get_text (self->search));
  gtk_filter_changed (GTK_FILTER (self->rules_filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static JsonNode *
find_setting (McCentrePage *self, const char *key)
{
  guint n_settings = self->settings != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->settings)) : 0;

  for (guint i = 0; i < n_settings; i++)
    {
      g_autoptr (McSetting) setting = g_list_model_get_item (G_LIST_MODEL (self->settings), i);

      if (g_strcmp0 (setting->key, key) == 0)
        return json_from_string (setting->value, NULL);
    }
  return NULL;
}

/* How an input holds a setting. */
typedef enum
{
  HOLDS_SWITCH,
  HOLDS_NUMBER,
  HOLDS_PERCENT, /* of a share */
  HOLDS_CHOICE,
} Holds;

typedef struct
{
  const char *key;
  gsize input; /* its place in the page */
  Holds holds;
  double fallback;
  const char *const *choices; /* as the setting says them, in the order of the lines */
} Input;

#define INPUT(member) G_STRUCT_OFFSET (McCentrePage, member)

static const char *const intervals[] = { "wilson", "bayes", NULL };

static const Input inputs[] = {
  { "quota.hard", INPUT (quota_hard), HOLDS_SWITCH, 0, NULL },
  { "closed.after_days", INPUT (closed_after), HOLDS_NUMBER, 31, NULL },
  { "retention.years", INPUT (retention), HOLDS_NUMBER, 10, NULL },
  { "evaluation.min_ratings", INPUT (min_ratings), HOLDS_NUMBER, 20, NULL },
  { "evaluation.burst_ratings", INPUT (burst_ratings), HOLDS_NUMBER, 5, NULL },
  { "evaluation.confidence", INPUT (confidence), HOLDS_PERCENT, 95, NULL },
  { "evaluation.interval", INPUT (interval), HOLDS_CHOICE, 0, intervals },
};

static gpointer
input_of (McCentrePage *self, const Input *input)
{
  return G_STRUCT_MEMBER (gpointer, self, input->input);
}

static void
show_setting (McCentrePage *self, const Input *input)
{
  g_autoptr (JsonNode) found = find_setting (self, input->key);
  JsonNode *node = found != NULL && JSON_NODE_HOLDS_VALUE (found) ? found : NULL;
  double number = node != NULL ? json_node_get_double (node) : input->fallback;

  switch (input->holds)
    {
    case HOLDS_SWITCH:
      adw_switch_row_set_active (input_of (self, input), node != NULL && json_node_get_boolean (node));
      break;
    case HOLDS_CHOICE:
      {
        const char *word = node != NULL && json_node_get_string (node) ? json_node_get_string (node) : "";

        for (guint i = 0; input->choices[i]; i++)
          if (g_str_equal (input->choices[i], word))
            adw_combo_row_set_selected (input_of (self, input), i);
      }
      break;
    case HOLDS_PERCENT:
      number = node != NULL ? round (number * 1000) / 10 : number;
      G_GNUC_FALLTHROUGH;
    case HOLDS_NUMBER:
    default:
      adw_spin_row_set_value (input_of (self, input), number);
      break;
    }
}

static JsonNode *
read_setting (McCentrePage *self, const Input *input)
{
  JsonNode *node = json_node_alloc ();

  switch (input->holds)
    {
    case HOLDS_SWITCH:
      return json_node_init_boolean (node, adw_switch_row_get_active (input_of (self, input)));
    case HOLDS_CHOICE:
      return json_node_init_string (node, input->choices[adw_combo_row_get_selected (input_of (self, input))]);
    case HOLDS_PERCENT:
      return json_node_init_double (node, round (adw_spin_row_get_value (input_of (self, input)) * 10) / 1000);
    case HOLDS_NUMBER:
    default:
      return json_node_init_int (node, (gint64)adw_spin_row_get_value (input_of (self, input)));
    }
}

static void
show_settings (McCentrePage *self)
{
  /* What is being typed goes first; it is saved in a moment, and comes back from the database. */
  if (self->settings == NULL || self->save_source != 0)
    return;
  self->filling = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (inputs); i++)
    show_setting (self, &inputs[i]);
  self->filling = FALSE;
}

typedef struct
{
  McCentrePage *page;
  McSession *session;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *self = data;

  g_object_unref (self->page);
  g_object_unref (self->session);
  g_free (self);
}

static gboolean
save_one (Saving *self, const char *key, JsonNode *node, GError **error)
{
  g_autoptr (JsonNode) value = node;
  g_autoptr (JsonNode) before = find_setting (self->page, key);

  if (before != NULL && json_node_equal (before, value))
    return TRUE;
  return dex_await (mc_session_set_setting (self->session, key, value), error);
}

static DexFuture *
save_fiber (gpointer data)
{
  Saving *self = data;
  McCentrePage *page = self->page;
  g_autoptr (GError) error = NULL;
  gboolean done = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (inputs); i++)
    done = save_one (self, inputs[i].key, read_setting (page, &inputs[i]), done ? &error : NULL) && done;
  if (done)
    mc_report_undoable (GTK_WIDGET (page), _ ("The setting of the centre was changed."));
  else
    {
      if (error != NULL)
        mc_report_error (GTK_WIDGET (page), _ ("The setting was not changed."), error);
      show_settings (page);
    }
  return dex_future_new_for_boolean (done);
}

static gboolean
save_cb (gpointer data)
{
  McCentrePage *self = data;
  McSession *session = mc_page_get_session (MC_PAGE (self));
  Saving *saving;

  self->save_source = 0;
  if (session == NULL)
    return G_SOURCE_REMOVE;
  saving = g_new0 (Saving, 1);
  saving->page = g_object_ref (self);
  saving->session = g_object_ref (session);
  dex_future_disown (dex_scheduler_spawn (dex_scheduler_get_default (), 0, save_fiber, saving, saving_free));
  return G_SOURCE_REMOVE;
}

static void
edited_cb (McCentrePage *self)
{
  if (self->filling || self->settings == NULL || !mc_live_list_get_ready (self->settings))
    return;
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_DELAY_MS, save_cb, self);
}

/* The settings bind the whole office; the server refuses the other groups whatever stands here. */
static void
show_session (McCentrePage *self)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));
  const char *role = session != NULL ? mc_session_get_group_role (session) : NULL;
  gboolean may =
      g_strcmp0 (role, "director") == 0 || g_strcmp0 (role, "deputy") == 0 || g_strcmp0 (role, "technician") == 0;
  g_autofree char *group = NULL;
  g_autofree char *who = NULL;

  may = may && mc_session_get_state (session) == MC_SESSION_ONLINE;
  gtk_widget_set_sensitive (self->centre_group, may);
  gtk_widget_set_sensitive (self->ratings_group, may);
  if (session == NULL)
    return;
  g_object_get (session, "group-label", &group, NULL);
  who = g_strdup_printf ("%s (%s) · %s", mc_session_get_user_name (session), mc_session_get_login (session), group);
  adw_action_row_set_subtitle (self->server_row, mc_session_get_server_label (session));
  adw_action_row_set_subtitle (self->account_row, who);
}

static void
mc_centre_page_set_session (McPage *page, McSession *session)
{
  McCentrePage *self = MC_CENTRE_PAGE (page);
  g_autoptr (McLiveList) rules = session != NULL ? mc_session_list (session, MC_TYPE_RULE_VERSION, MC_DAY_NONE) : NULL;

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_object (&self->settings);
  if (session != NULL)
    self->settings = mc_session_list (session, MC_TYPE_SETTING, MC_DAY_NONE);
  g_signal_group_set_target (self->settings_signals, self->settings);
  g_signal_group_set_target (self->session_signals, session);
  gtk_filter_list_model_set_model (self->rules, (GListModel *)rules);
  mc_list_state_set_list (self->rules_state, rules);
  mc_calendar_settings_show (self->calendar, session, session ? mc_session_get_as_of (session) : MC_DAY_NONE);
  show_session (self);
  show_settings (self);
}

static void
mc_centre_page_set_as_of (McPage *page, McDay day)
{
  gtk_filter_changed (GTK_FILTER (MC_CENTRE_PAGE (page)->rules_filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static gboolean
mc_centre_page_open (McPage *page, const char *target)
{
  adw_view_stack_set_visible_child_name (MC_CENTRE_PAGE (page)->views, g_str_has_prefix (target, "rule") ? "rules"
                                                                       : g_str_has_prefix (target, "calendar")
                                                                           ? "calendar"
                                                                           : "centre");
  return TRUE;
}

static gboolean
mc_centre_page_grab_search (McPage *page)
{
  McCentrePage *self = MC_CENTRE_PAGE (page);

  adw_view_stack_set_visible_child_name (self->views, "rules");
  return gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
mc_centre_page_dispose (GObject *object)
{
  McCentrePage *self = MC_CENTRE_PAGE (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_object (&self->settings_signals);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->needle, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_CENTRE_PAGE);
  G_OBJECT_CLASS (mc_centre_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/settings/mc-centre-page.ui");
  gtk_widget_class_bind_template_child (widget_class, McCentrePage, search);
  gtk_widget_class_bind_template_child (widget_class, McCentrePage, in_force_button);
  gtk_widget_class_bind_template_child (widget_class, McCentrePage, views);
  gtk_widget_class_bind_template_child (widget_class, McCentrePage, calendar);
  gtk_widget_class_bind_template_child (widget_class, McCentrePage, centre_group);
  gtk_widget_class_bind_template_child (widget_class, McCentrePage, quota_hard);
  gtk_widget_class_bind_template_child (widget_class, McCentrePage, closed_after);
  gtk_widget_class_bind_template_child (widget_class, McCentrePage, retention);
  gtk_widget_class_bind_template_child (widget_class, McCentrePage, ratings_group);
  gtk_widget_class_bind_template_child (widget_class, McCentrePage, min_ratings);
  gtk_widget_class_bind_template_child (widget_class, McCentrePage, burst_ratings);
  gtk_widget_class_bind_template_child (widget_class, McCentrePage, confidence);
  gtk_widget_class_bind_template_child (widget_class, McCentrePage, interval);
  gtk_widget_class_bind_template_child (widget_class, McCentrePage, server_row);
  gtk_widget_class_bind_template_child (widget_class, McCentrePage, account_row);
  gtk_widget_class_bind_template_child (widget_class, McCentrePage, rules_state);
  gtk_widget_class_bind_template_child (widget_class, McCentrePage, rules_table);
  gtk_widget_class_bind_template_child (widget_class, McCentrePage, rules);
  gtk_widget_class_bind_template_child (widget_class, McCentrePage, rules_filter);
  gtk_widget_class_bind_template_child (widget_class, McCentrePage, rules_sorter);
  gtk_widget_class_bind_template_callback (widget_class, is_rules);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, topic_text);
  gtk_widget_class_bind_template_callback (widget_class, value_text);
  gtk_widget_class_bind_template_callback (widget_class, has_value);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
}

static void
mc_centre_page_class_init (McCentrePageClass *klass)
{
  McPageClass *page_class = MC_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_centre_page_dispose;
  page_class->set_session = mc_centre_page_set_session;
  page_class->set_as_of = mc_centre_page_set_as_of;
  page_class->open = mc_centre_page_open;
  page_class->grab_search = mc_centre_page_grab_search;

  g_type_ensure (MC_TYPE_CALENDAR_SETTINGS);
  g_type_ensure (MC_TYPE_RULE_VERSION);
  g_type_ensure (MC_TYPE_EMPTY_PAGE);
  g_type_ensure (MC_TYPE_LIST_STATE);
  g_type_ensure (MC_TYPE_ENTITY_LABEL);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
mc_centre_page_init (McCentrePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->rules_filter, rule_matches, self, NULL);
  gtk_custom_sorter_set_sort_func (self->rules_sorter, compare_rules, NULL, NULL);
  mc_columns_tell (self->rules_table, "topic", read_topic, NULL, NULL);
  mc_columns_tell (self->rules_table, "value", read_value, NULL, NULL);
  mc_columns_tell_field (self->rules_table, "during", MC_TYPE_RULE_VERSION, "during");
  mc_columns_tell (self->rules_table, "source", read_source, NULL, NULL);
  mc_columns_remember (self->rules_table, "rules");
  mc_table_actions_install (GTK_WIDGET (self), self->rules_table, _ ("Rules of the Law"));
  self->settings_signals = g_signal_group_new (MC_TYPE_LIVE_LIST);
  g_signal_group_connect_swapped (self->settings_signals, "items-changed", G_CALLBACK (show_settings), self);
  g_signal_group_connect_swapped (self->settings_signals, "notify::ready", G_CALLBACK (show_settings), self);
  self->session_signals = g_signal_group_new (MC_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify", G_CALLBACK (show_session), self);
  show_session (self);
}
