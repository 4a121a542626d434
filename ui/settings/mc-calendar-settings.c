/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-calendar-settings.h"

#include <glib/gi18n.h>

#include "mc-calendar-view.h"
#include "mc-commit.h"
#include "mc-day-override.h"
#include "mc-entity-dialog.h"
#include "mc-field.h"
#include "mc-lunar.h"
#include "mc-noun.h"
#include "mc-record-group.h"
#include "mc-saturday-field.h"

struct _McCalendarSettings
{
  AdwBin parent_instance;

  McSession *session;
  McCalendarView *view;
  McLiveList *overrides;
  McLiveList *times;
  McLiveList *saturdays;
  McLiveList *fields;
  GtkCustomFilter *of_year;

  GtkSpinButton *year;
  GtkListBox *days;
  McRecordGroup *override_group;
  McRecordGroup *time_group;
  McRecordGroup *saturday_group;
};

G_DEFINE_FINAL_TYPE (McCalendarSettings, mc_calendar_settings, ADW_TYPE_BIN)

/* --- The year --- */

static GtkWidget *
day_row (const McWorkDay *day)
{
  static const char *const weekdays[] = { NC_ ("weekday", "Mon"), NC_ ("weekday", "Tue"), NC_ ("weekday", "Wed"),
                                          NC_ ("weekday", "Thu"), NC_ ("weekday", "Fri"), NC_ ("weekday", "Sat"),
                                          NC_ ("weekday", "Sun") };
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *kind = gtk_label_new (mc_work_day_kind_get_label (day->kind));
  g_autofree char *date = mc_day_format (day->day);
  g_autofree char *lunar = mc_lunar_format (mc_lunar_from_day (day->day));
  g_autofree char *title =
      g_strdup_printf ("%s %s · %s", g_dpgettext2 (NULL, "weekday", weekdays[mc_day_weekday (day->day) - 1]), date,
                       day->name ? day->name : "");
  /* Translators: lunar day, paper */
  g_autofree char *subtitle = g_strdup_printf (_ ("lunar %s · %s"), lunar, day->source ? day->source : "");
  g_autofree char *assumed = g_strdup_printf (_ ("%s · assumed until the notice is entered"), subtitle);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), day->assumed ? assumed : subtitle);
  gtk_widget_add_css_class (kind, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), kind);
  return row;
}

static void
show_year (McCalendarSettings *self)
{
  g_autoptr (GPtrArray) days = NULL;

  gtk_list_box_remove_all (self->days);
  if (!self->view)
    return;
  days = mc_work_calendar_list (mc_calendar_view_get (self->view), gtk_spin_button_get_value_as_int (self->year));
  for (guint i = 0; i < days->len; i++)
    gtk_list_box_append (self->days, day_row (days->pdata[i]));
}

static void
year_changed_cb (McCalendarSettings *self)
{
  show_year (self);
  if (self->of_year)
    gtk_filter_changed (GTK_FILTER (self->of_year), GTK_FILTER_CHANGE_DIFFERENT);
}

/* --- Rows --- */

static void
describe_override (gpointer entity, gpointer user_data, char **title, char **subtitle, char **target)
{
  McDayOverride *row = entity;
  g_autofree char *day = mc_day_format (row->day);
  g_autofree char *date = row->document_date == MC_DAY_NONE ? NULL : mc_day_format (row->document_date);

  *title = g_strdup_printf ("%s · %s", day, row->name);
  *subtitle = g_strjoin (" · ", mc_enum_label (mc_day_kind_values, row->kind), row->document_no, date, NULL);
}

static void
describe_time (gpointer entity, gpointer user_data, char **title, char **subtitle, char **target)
{
  McSessionTime *row = entity;
  g_autofree char *period = mc_period_format_people (row->during);

  *title = g_strdup_printf ("%s · %s · %s–%s", mc_enum_label (mc_hours_values, row->purpose),
                            mc_enum_label (mc_day_session_values, row->session), row->starts, row->ends);
  *subtitle = g_strjoin (" · ", period, row->source, row->note, NULL);
}

static void
describe_saturday (gpointer entity, gpointer user_data, char **title, char **subtitle, char **target)
{
  McCalendarSettings *self = user_data;
  McSaturdayField *row = entity;
  McField *field = self->fields ? mc_live_list_get_by_id (self->fields, row->field_id) : NULL;
  g_autofree char *period = mc_period_format_people (row->during);

  *title = g_strdup (field ? field->name : "…");
  *subtitle = g_strjoin (" · ", period, row->source, row->note, NULL);
}

typedef struct
{
  const char *table;
  const char *add_title;
  const char *edit_title;
  const char *fields[10];
} RowForm;

static const RowForm forms[] = {
  { "day_override",
    N_ ("Add a Day of a Notice"),
    N_ ("Change the Day"),
    { "day", "kind", "name", "session", "exchanged_with", "document_no", "document_date" } },
  { "session_time",
    N_ ("Add Hours"),
    N_ ("Change the Hours"),
    { "purpose", "session", "first_weekday", "last_weekday", "starts", "ends", "during", "source", "note" } },
  { "saturday_field",
    N_ ("Add a Field on Saturdays"),
    N_ ("Change the Field on Saturdays"),
    { "field_id", "during", "source", "note" } },
};

static const RowForm *
find_form (const char *table)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i].table, table))
      return &forms[i];
  return NULL;
}

static McLiveList *
find_list (McCalendarSettings *self, const char *table)
{
  McLiveList *lists[] = { self->overrides, self->times, self->saturdays };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i] && mc_live_list_get_noun (lists[i]) == mc_noun_from_table (table))
      return lists[i];
  return NULL;
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McCalendarSettings *self = MC_CALENDAR_SETTINGS (widget);
  const RowForm *form = find_form (g_variant_get_string (parameter, NULL));
  g_autoptr (McEntity) row = form ? g_object_new (mc_noun_from_table (form->table), NULL) : NULL;

  if (!row || !self->session)
    return;
  if (MC_IS_DAY_OVERRIDE (row))
    MC_DAY_OVERRIDE (row)->day = mc_day_new (gtk_spin_button_get_value_as_int (self->year), 1, 1);
  if (MC_IS_SESSION_TIME (row))
    g_object_set (row, "first-weekday", 1, "last-weekday", 5, NULL);
  adw_dialog_present (mc_entity_dialog_new (self->session, row, _ (form->add_title), NULL, form->fields), widget);
}

static void
row_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McCalendarSettings *self = MC_CALENDAR_SETTINGS (widget);
  const char *table;
  gint64 id;
  const RowForm *form;
  McLiveList *list;
  McEntity *row;

  g_variant_get (parameter, "(&sx)", &table, &id);
  form = find_form (table);
  list = find_list (self, table);
  row = list ? mc_live_list_get_by_id (list, id) : NULL;
  if (!form || !row)
    return;
  if (g_str_equal (name, "record.edit"))
    adw_dialog_present (mc_entity_dialog_new (self->session, row, _ (form->edit_title), NULL, form->fields), widget);
  else
    {
      g_autoptr (McChange) change = mc_change_new (_ (form->edit_title));

      mc_change_delete (change, row);
      dex_future_disown (mc_commit (widget, self->session, change));
    }
}

/* --- The widget --- */

static gboolean
is_of_year (gpointer item, gpointer user_data)
{
  McCalendarSettings *self = user_data;
  int year;

  mc_day_split (((McDayOverride *)item)->day, &year, NULL, NULL);
  return year == gtk_spin_button_get_value_as_int (self->year);
}

static void
update_writing (McCalendarSettings *self)
{
  static const char *const leaders[] = { "director", "deputy", NULL };
  const char *role = self->session ? mc_session_get_group_role (self->session) : NULL;
  gboolean writes = self->session && mc_session_get_can_write (self->session);
  gboolean leads = writes && role && g_strv_contains (leaders, role);

  g_object_set (self->override_group, "can-write", writes, NULL);
  g_object_set (self->time_group, "can-write", leads, NULL);
  g_object_set (self->saturday_group, "can-write", leads, NULL);
}

static void
fields_changed_cb (McCalendarSettings *self)
{
  mc_record_group_refresh (self->saturday_group);
}

static void
forget (McCalendarSettings *self)
{
  McLiveList **lists[] = { &self->overrides, &self->times, &self->saturdays, &self->fields };

  mc_record_group_show (self->override_group, NULL, NULL, NULL);
  mc_record_group_show (self->time_group, NULL, NULL, NULL);
  mc_record_group_show (self->saturday_group, NULL, NULL, NULL);
  if (self->view)
    g_signal_handlers_disconnect_by_func (self->view, show_year, self);
  if (self->fields)
    g_signal_handlers_disconnect_by_func (self->fields, fields_changed_cb, self);
  if (self->session)
    g_signal_handlers_disconnect_by_func (self->session, update_writing, self);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_object (lists[i]);
  g_clear_object (&self->of_year);
  g_clear_object (&self->view);
  g_clear_object (&self->session);
}

static void
follow (McCalendarSettings *self)
{
  g_autoptr (GListModel) notices = NULL;

  self->view = mc_calendar_view_new (self->session);
  self->overrides = mc_session_list (self->session, MC_TYPE_DAY_OVERRIDE, MC_DAY_NONE);
  self->times = mc_session_list (self->session, MC_TYPE_SESSION_TIME, MC_DAY_NONE);
  self->saturdays = mc_session_list (self->session, MC_TYPE_SATURDAY_FIELD, MC_DAY_NONE);
  self->fields = mc_session_list (self->session, MC_TYPE_FIELD, MC_DAY_NONE);
  self->of_year = gtk_custom_filter_new (is_of_year, self, NULL);
  notices = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->overrides)),
                                                     g_object_ref (GTK_FILTER (self->of_year))));
  mc_record_group_show (self->override_group, notices, describe_override, self);
  mc_record_group_show (self->time_group, G_LIST_MODEL (self->times), describe_time, self);
  mc_record_group_show (self->saturday_group, G_LIST_MODEL (self->saturdays), describe_saturday, self);
  g_signal_connect_object (self->view, "changed", G_CALLBACK (show_year), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fields, "changed", G_CALLBACK (fields_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::can-write", G_CALLBACK (update_writing), self, G_CONNECT_SWAPPED);
}

void
mc_calendar_settings_show (McCalendarSettings *self, McSession *session, McDay day)
{
  int year;

  g_return_if_fail (MC_IS_CALENDAR_SETTINGS (self));

  if (day != MC_DAY_NONE)
    {
      mc_day_split (day, &year, NULL, NULL);
      gtk_spin_button_set_value (self->year, year);
    }
  if (session == self->session)
    return;
  forget (self);
  if (session)
    {
      self->session = g_object_ref (session);
      follow (self);
    }
  update_writing (self);
  show_year (self);
}

static void
mc_calendar_settings_dispose (GObject *object)
{
  McCalendarSettings *self = MC_CALENDAR_SETTINGS (object);

  if (self->override_group)
    forget (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_CALENDAR_SETTINGS);
  G_OBJECT_CLASS (mc_calendar_settings_parent_class)->dispose (object);
}

static void
mc_calendar_settings_class_init (McCalendarSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_calendar_settings_dispose;
  g_type_ensure (MC_TYPE_RECORD_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/settings/mc-calendar-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, McCalendarSettings, year);
  gtk_widget_class_bind_template_child (widget_class, McCalendarSettings, days);
  gtk_widget_class_bind_template_child (widget_class, McCalendarSettings, override_group);
  gtk_widget_class_bind_template_child (widget_class, McCalendarSettings, time_group);
  gtk_widget_class_bind_template_child (widget_class, McCalendarSettings, saturday_group);
  gtk_widget_class_bind_template_callback (widget_class, year_changed_cb);
  gtk_widget_class_install_action (widget_class, "record.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "record.edit", "(sx)", row_action);
  gtk_widget_class_install_action (widget_class, "record.remove", "(sx)", row_action);
}

static void
mc_calendar_settings_init (McCalendarSettings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
