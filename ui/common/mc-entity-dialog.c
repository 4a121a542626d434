/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-entity-dialog.h"

#include <glib/gi18n.h>

#include "mc-reference.h"
#include "mc-scope-row.h"
#include "mc-weekdays-row.h"

/* The names of a period's two inputs; they are no columns. */
#define FROM "from"
#define LAST_DAY "last_day"
/* What stands before the name of a day that is kept as the first one after. */
#define LAST_OF "last:"

struct _McEntityDialog
{
  McActDialog parent_instance;

  McEntity *entity;
  char *label;
  char *judged;
  const char *const *fields;
  McEntityFinish finish;
  GPtrArray *required;
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (McEntityDialog, mc_entity_dialog, MC_TYPE_ACT_DIALOG)

static const McFieldInfo *
find_field (McEntityDialog *self, const char *name)
{
  return mc_entity_class_find_field (MC_ENTITY_GET_CLASS (self->entity), name);
}

static McDay
get_day (McEntity *entity, const char *name)
{
  g_autofree char *text = mc_entity_get_text (entity, name);
  McDay day = MC_DAY_NONE;

  if (text)
    mc_day_parse (text, &day, NULL);
  return day;
}

static McPeriod
get_period (McEntity *entity, const char *name)
{
  g_autofree char *text = mc_entity_get_text (entity, name);
  McPeriod period = { MC_DAY_NONE, MC_DAY_NONE };

  if (text)
    mc_period_parse (text, &period, NULL);
  return period;
}

static gboolean
store_field (McEntityDialog *self, McForm *form, McEntity *after, const McFieldInfo *info, GError **error)
{
  g_autofree char *text = NULL;

  if (info->type == MC_FIELD_TYPE_PERIOD)
    {
      McDay last = mc_form_get_day (form, LAST_DAY);
      McPeriod period = { mc_form_get_day (form, FROM), last == MC_DAY_NONE ? MC_DAY_NONE : last + 1 };

      text = mc_period_format (period);
      return mc_entity_set_text (after, info->name, text, error);
    }
  if (info->type == MC_FIELD_TYPE_DAY && info->flags & MC_FIELD_UNTIL)
    {
      g_autofree char *name = g_strconcat (LAST_OF, info->name, NULL);
      McDay last = mc_form_get_day (form, name);

      text = last == MC_DAY_NONE ? NULL : mc_day_format_iso (last + 1);
      return mc_entity_set_text (after, info->name, text, error);
    }
  return TRUE;
}

static DexFuture *
mc_entity_dialog_build (McActDialog *dialog, GError **error)
{
  McEntityDialog *self = MC_ENTITY_DIALOG (dialog);
  McForm *form = mc_act_dialog_get_form (dialog);
  g_autoptr (McEntity) after = mc_entity_clone (self->entity);
  g_autoptr (McChange) change = mc_change_new (self->label);

  if (!mc_form_store (form, after, error))
    return NULL;
  for (guint i = 0; self->fields[i]; i++)
    if (!store_field (self, form, after, find_field (self, self->fields[i]), error))
      return NULL;
  if (self->finish)
    self->finish (self->entity, after);
  if (mc_entity_get_id (self->entity) == 0)
    mc_change_insert (change, after);
  else
    mc_change_update (change, self->entity, after);
  return dex_future_new_take_object (g_steal_pointer (&change));
}

static void
mc_entity_dialog_changed (McActDialog *dialog)
{
  McEntityDialog *self = MC_ENTITY_DIALOG (dialog);

  if (self->judged)
    mc_act_dialog_judge (dialog, mc_form_get_day (mc_act_dialog_get_form (dialog), self->judged));
}

static gpointer
add_row (McEntityDialog *self, GType type, const char *title)
{
  GtkWidget *row = g_object_new (type, "title", title, "use-markup", FALSE, NULL);

  adw_preferences_group_add (self->group, row);
  return row;
}

static void
add_day (McEntityDialog *self, McForm *form, const char *name, const char *title, McDay day, gboolean required)
{
  McDateRow *row = add_row (self, MC_TYPE_DATE_ROW, title);

  g_object_set (row, "optional", !required, NULL);
  if (day != MC_DAY_NONE)
    mc_date_row_set_day (row, day);
  mc_form_add_day (form, name, row);
  if (required)
    g_ptr_array_add (self->required, g_strdup (name));
}

static void
add_period (McEntityDialog *self, McForm *form, const McFieldInfo *info)
{
  McPeriod period = get_period (self->entity, info->name);

  add_day (self, form, FROM, C_ ("period", "First day"), period.from, TRUE);
  add_day (self, form, LAST_DAY, C_ ("period", "Last day (empty: open)"),
           period.until == MC_DAY_NONE ? MC_DAY_NONE : period.until - 1, FALSE);
}

static void
add_until (McEntityDialog *self, McForm *form, const McFieldInfo *info)
{
  g_autofree char *name = g_strconcat (LAST_OF, info->name, NULL);
  McDay until = get_day (self->entity, info->name);

  add_day (self, form, name, mc_field_info_get_label (info), until == MC_DAY_NONE ? MC_DAY_NONE : until - 1,
           (info->flags & MC_FIELD_REQUIRED) != 0);
}

static void
add_reference (McEntityDialog *self, McForm *form, const McFieldInfo *info)
{
  AdwComboRow *row = add_row (self, ADW_TYPE_COMBO_ROW, mc_field_info_get_label (info));
  McSession *session = mc_act_dialog_get_session (MC_ACT_DIALOG (self));

  mc_reference_setup (row, session, info->table, mc_session_get_as_of (session));
  mc_form_add_reference (form, info->name, row);
}

static void
add_plain_text (McEntityDialog *self, McForm *form, const McFieldInfo *info)
{
  GtkEditable *row = add_row (self, ADW_TYPE_ENTRY_ROW, mc_field_info_get_label (info));

  if (info->type == MC_FIELD_TYPE_INT)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_DIGITS);
  mc_form_add_text (form, info->name, row);
}

static void
add_text (McEntityDialog *self, McForm *form, const McFieldInfo *info)
{
  if (info->flags & MC_FIELD_WEEKDAYS)
    {
      McWeekdaysRow *days = add_row (self, MC_TYPE_WEEKDAYS_ROW, mc_field_info_get_label (info));

      mc_form_add_text (form, info->name, mc_weekdays_row_get_editable (days));
      return;
    }
  add_plain_text (self, form, info);
}

/* The rows share what they choose, which the first holds unseen. */
static void
add_scope (McEntityDialog *self, McForm *form, const McFieldInfo *info)
{
  const struct
  {
    const char *member, *table, *title;
  } parts[] = {
    { "people", "person", C_ ("scope", "People") },
    { "agencies", "agency", C_ ("scope", "Everybody of agencies") },
    { "counters", "counter", C_ ("scope", "Counters") },
    { "duties", "duty", C_ ("scope", "Duties") },
  };
  McSession *session = mc_act_dialog_get_session (MC_ACT_DIALOG (self));
  GtkWidget *scope = gtk_text_new ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GtkWidget *row = mc_scope_row_new (parts[i].title, parts[i].member, session, parts[i].table,
                                         mc_session_get_as_of (session), GTK_EDITABLE (scope));

      adw_preferences_group_add (self->group, row);
      if (i == 0)
        adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), scope);
    }
  gtk_widget_set_visible (scope, FALSE);
  mc_form_add_text (form, info->name, GTK_EDITABLE (scope));
}

static void
add_field (McEntityDialog *self, McForm *form, const McFieldInfo *info)
{
  gboolean required = (info->flags & MC_FIELD_REQUIRED) != 0;

  switch (info->type)
    {
    case MC_FIELD_TYPE_PERIOD:
      add_period (self, form, info);
      return;
    case MC_FIELD_TYPE_BOOL:
      mc_form_add_switch (form, info->name, add_row (self, ADW_TYPE_SWITCH_ROW, mc_field_info_get_label (info)));
      return;
    case MC_FIELD_TYPE_DAY:
      if (info->flags & MC_FIELD_UNTIL)
        add_until (self, form, info);
      else
        add_day (self, form, info->name, mc_field_info_get_label (info), MC_DAY_NONE, required);
      return;
    case MC_FIELD_TYPE_ENUM:
      mc_form_add_enum (form, info->name, add_row (self, ADW_TYPE_COMBO_ROW, mc_field_info_get_label (info)),
                        info->values);
      break;
    case MC_FIELD_TYPE_REF:
      add_reference (self, form, info);
      break;
    case MC_FIELD_TYPE_INT:
    case MC_FIELD_TYPE_DOUBLE:
    case MC_FIELD_TYPE_TEXT:
      add_text (self, form, info);
      break;
    case MC_FIELD_TYPE_JSON:
      g_return_if_fail (info->flags & MC_FIELD_SCOPE);
      add_scope (self, form, info);
      return;
    case MC_FIELD_TYPE_INT64:
    case MC_FIELD_TYPE_BYTES:
    case MC_FIELD_TYPE_TIMESTAMP:
    default:
      g_return_if_reached ();
    }
  if (required)
    g_ptr_array_add (self->required, g_strdup (info->name));
}

static void
mc_entity_dialog_dispose (GObject *object)
{
  McEntityDialog *self = MC_ENTITY_DIALOG (object);

  g_clear_object (&self->entity);
  G_OBJECT_CLASS (mc_entity_dialog_parent_class)->dispose (object);
}

static void
mc_entity_dialog_finalize (GObject *object)
{
  McEntityDialog *self = MC_ENTITY_DIALOG (object);

  g_free (self->label);
  g_free (self->judged);
  g_ptr_array_unref (self->required);
  G_OBJECT_CLASS (mc_entity_dialog_parent_class)->finalize (object);
}

static void
mc_entity_dialog_class_init (McEntityDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_entity_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = mc_entity_dialog_finalize;
  MC_ACT_DIALOG_CLASS (klass)->build = mc_entity_dialog_build;
  MC_ACT_DIALOG_CLASS (klass)->changed = mc_entity_dialog_changed;
}

static void
mc_entity_dialog_init (McEntityDialog *self)
{
  self->required = g_ptr_array_new_with_free_func (g_free);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_object_set (self, "content", self->group, NULL);
}

static char *
dup_draft_key (McEntity *entity)
{
  g_autofree char *person = NULL;

  if (mc_entity_get_id (entity) != 0)
    return g_strdup_printf ("%s/%" G_GINT64_FORMAT, mc_entity_get_table (entity), mc_entity_get_id (entity));
  if (mc_entity_class_find_field (MC_ENTITY_GET_CLASS (entity), "person_id"))
    person = mc_entity_get_text (entity, "person_id");
  return g_strdup_printf ("%s/new/%s", mc_entity_get_table (entity), person ? person : "0");
}

AdwDialog *
mc_entity_dialog_new (
    McSession *session, McEntity *entity, const char *title, const char *subject, const char *const *fields)
{
  gboolean is_new = mc_entity_get_id (entity) == 0;
  McEntityDialog *self = g_object_new (MC_TYPE_ENTITY_DIALOG, "session", session, "title", title, "verb",
                                       is_new ? _ ("_Add") : _ ("_Save"), NULL);
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));
  g_autofree char *key = dup_draft_key (entity);
  gboolean sensitive = FALSE;

  self->entity = mc_entity_clone (entity);
  self->label = subject ? g_strdup_printf ("%s · %s", title, subject) : g_strdup (title);
  self->fields = fields;
  for (guint i = 0; fields[i]; i++)
    {
      const McFieldInfo *info = find_field (self, fields[i]);

      g_return_val_if_fail (info != NULL, ADW_DIALOG (self));
      sensitive |= (info->flags & MC_FIELD_SENSITIVE) != 0;
      add_field (self, form, info);
    }
  g_ptr_array_add (self->required, NULL);
  mc_form_load (form, entity);
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), (const char *const *)self->required->pdata);
  if (!sensitive)
    mc_act_dialog_keep_draft (MC_ACT_DIALOG (self), key);
  return ADW_DIALOG (self);
}

void
mc_entity_dialog_judge_by (McEntityDialog *self, const char *name)
{
  const McFieldInfo *info = find_field (self, name);

  g_free (self->judged);
  self->judged = info && info->flags & MC_FIELD_UNTIL ? g_strconcat (LAST_OF, name, NULL) : g_strdup (name);
  mc_entity_dialog_changed (MC_ACT_DIALOG (self));
}

void
mc_entity_dialog_set_finish (McEntityDialog *self, McEntityFinish finish)
{
  self->finish = finish;
}
