/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-day-dialog.h"

#include <glib/gi18n.h>

#include "mc-error.h"
#include "mc-reference.h"
#include "mc-workload-actions.h"
#include "mc-workload-numbers.h"

#define MOST 100000

struct _McWorkloadDayDialog
{
  McActDialog parent_instance;

  McSession *session;
  AdwComboRow *kind_row;
  McDateRow *day_row;
  AdwComboRow *slot_row;
  AdwComboRow *counter_row;
  AdwComboRow *agency_row;
  AdwPreferencesGroup *dossiers, *tickets, *ratings;
};

G_DEFINE_FINAL_TYPE (McWorkloadDayDialog, mc_workload_day_dialog, MC_TYPE_ACT_DIALOG)

/* Half-hours in which anybody is received or waits; the text is the half-hour of the day. */
static const McEnumValue slots[] = {
  { "12", "06:00" }, { "13", "06:30" }, { "14", "07:00" }, { "15", "07:30" }, { "16", "08:00" },
  { "17", "08:30" }, { "18", "09:00" }, { "19", "09:30" }, { "20", "10:00" }, { "21", "10:30" },
  { "22", "11:00" }, { "23", "11:30" }, { "24", "12:00" }, { "25", "12:30" }, { "26", "13:00" },
  { "27", "13:30" }, { "28", "14:00" }, { "29", "14:30" }, { "30", "15:00" }, { "31", "15:30" },
  { "32", "16:00" }, { "33", "16:30" }, { "34", "17:00" }, { "35", "17:30" }, { NULL, NULL },
};

static McWorkloadKind
get_kind (McWorkloadDayDialog *self)
{
  return adw_combo_row_get_selected (self->kind_row);
}

static McForm *
get_form (McWorkloadDayDialog *self)
{
  return mc_act_dialog_get_form (MC_ACT_DIALOG (self));
}

static gint64
get_number (McForm *form, const char *name)
{
  g_autofree char *text = mc_form_get (form, name);

  return text ? g_ascii_strtoll (text, NULL, 10) : 0;
}

static McWorkloadCount
read_count (McWorkloadDayDialog *self)
{
  McForm *form = get_form (self);
  McWorkloadKind kind = get_kind (self);
  McWorkloadCount count = { .day = mc_form_get_day (form, "day"),
                            .slot = kind == MC_WORKLOAD_DOSSIER ? -1 : (int)get_number (form, "slot"),
                            .counter_id = mc_form_get_reference (form, "counter_id"),
                            .agency_id = mc_form_get_reference (form, "agency_id") };
  guint n;
  const McWorkloadNumber *numbers = mc_workload_numbers (kind, &n);

  for (guint i = 0; i < n; i++)
    G_STRUCT_MEMBER (gint64, &count.sums, numbers[i].offset) = get_number (form, numbers[i].field);
  /* By hand no times are taken: the served ones are known without them. */
  count.sums.incomplete = count.sums.served;
  return count;
}

static const char *
find_fault (McWorkloadKind kind, const McWorkloadCount *count)
{
  const McWorkloadRow *s = &count->sums;
  guint n;
  const McWorkloadNumber *numbers = mc_workload_numbers (kind, &n);
  gint64 sum = 0;

  for (guint i = 0; i < n; i++)
    sum += G_STRUCT_MEMBER (gint64, s, numbers[i].offset);
  if (count->counter_id == 0 && count->agency_id == 0)
    return _ ("Choose the counter or the agency.");
  if (sum == 0)
    return _ ("Enter at least one number.");
  if (s->served + s->no_show + s->unserved > s->arrived)
    return _ ("More were served, absent or left waiting than tickets were drawn.");
  return NULL;
}

/* The counter, else the agency, as people know it. */
static char *
dup_place (McWorkloadDayDialog *self, const McWorkloadCount *count)
{
  AdwComboRow *row = count->counter_id ? self->counter_row : self->agency_row;
  g_autofree char *text = mc_reference_text (adw_combo_row_get_selected_item (row));

  return count->counter_id ? g_strdup_printf ("%s %s", _ ("Counter"), text) : g_steal_pointer (&text);
}

typedef struct
{
  McSession *session;
  McWorkloadKind kind;
  McWorkloadCount count;
  char *place;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->session);
  g_free (entry->place);
  g_free (entry);
}

static DexFuture *
enter_fiber (gpointer data)
{
  Entry *entry = data;
  g_autofree char *day = mc_day_format (entry->count.day);
  GError *error = NULL;

  dex_await_int64 (mc_session_enter_workload (entry->session, entry->kind, &entry->count, entry->place), &error);
  if (error)
    return dex_future_new_for_error (error);
  /* Translators: a day, and a counter or an agency */
  return dex_future_new_take_string (g_strdup_printf (_ ("Figures of %s, %s, entered"), day, entry->place));
}

static DexFuture *
mc_workload_day_dialog_act (McActDialog *dialog)
{
  McWorkloadDayDialog *self = MC_WORKLOAD_DAY_DIALOG (dialog);
  McWorkloadCount count = read_count (self);
  const char *fault = find_fault (get_kind (self), &count);
  Entry *entry;

  if (fault)
    return dex_future_new_reject (MC_ERROR, MC_ERROR_INVALID, "%s", fault);
  entry = g_new0 (Entry, 1);
  entry->session = g_object_ref (self->session);
  entry->kind = get_kind (self);
  entry->count = count;
  entry->place = dup_place (self, &count);
  return dex_scheduler_spawn (NULL, 0, enter_fiber, entry, entry_free);
}

/* --- The form --- */

static AdwPreferencesGroup *
numbers_of (McWorkloadDayDialog *self, McWorkloadKind kind)
{
  switch (kind)
    {
    case MC_WORKLOAD_TICKET:
      return self->tickets;
    case MC_WORKLOAD_RATING:
      return self->ratings;
    case MC_WORKLOAD_DOSSIER:
    default:
      return self->dossiers;
    }
}

/* Only the numbers of what was counted are asked for. */
static void
show_numbers (McWorkloadDayDialog *self)
{
  McWorkloadKind chosen = get_kind (self);

  gtk_widget_set_visible (GTK_WIDGET (self->slot_row), chosen != MC_WORKLOAD_DOSSIER);
  for (guint kind = MC_WORKLOAD_DOSSIER; kind <= MC_WORKLOAD_RATING; kind++)
    gtk_widget_set_visible (GTK_WIDGET (numbers_of (self, kind)), kind == chosen);
}

static void
mc_workload_day_dialog_changed (McActDialog *dialog)
{
  show_numbers (MC_WORKLOAD_DAY_DIALOG (dialog));
}

static void
add_numbers (McWorkloadDayDialog *self, McWorkloadKind kind)
{
  guint n;
  const McWorkloadNumber *numbers = mc_workload_numbers (kind, &n);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = adw_spin_row_new_with_range (0, MOST, 1);

      /* As an item of a list its number would not be heard. */
      g_object_set (row, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "title",
                    mc_workload_number_label (kind, &numbers[i]), "numeric", TRUE, NULL);
      adw_preferences_group_add (numbers_of (self, kind), row);
      mc_form_add_spin (get_form (self), numbers[i].field, ADW_SPIN_ROW (row));
    }
}

static void
mc_workload_day_dialog_dispose (GObject *object)
{
  McWorkloadDayDialog *self = MC_WORKLOAD_DAY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_WORKLOAD_DAY_DIALOG);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mc_workload_day_dialog_parent_class)->dispose (object);
}

static void
mc_workload_day_dialog_class_init (McWorkloadDayDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_workload_day_dialog_dispose;
  MC_ACT_DIALOG_CLASS (klass)->act = mc_workload_day_dialog_act;
  MC_ACT_DIALOG_CLASS (klass)->changed = mc_workload_day_dialog_changed;
  g_type_ensure (MC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/gov/cantho/MotCua/workload/mc-workload-day-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McWorkloadDayDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadDayDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadDayDialog, slot_row);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadDayDialog, counter_row);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadDayDialog, agency_row);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadDayDialog, dossiers);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadDayDialog, tickets);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadDayDialog, ratings);
}

static void
mc_workload_day_dialog_init (McWorkloadDayDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
mc_workload_day_dialog_new (McSession *session, McDay day)
{
  static const char *const required[] = { "day", NULL };
  McWorkloadDayDialog *self = g_object_new (MC_TYPE_WORKLOAD_DAY_DIALOG, "session", session, NULL);
  McForm *form = get_form (self);

  self->session = g_object_ref (session);
  mc_reference_setup (self->counter_row, session, "counter", day);
  mc_reference_setup (self->agency_row, session, "agency", day);
  g_object_set (self->day_row, "latest", mc_session_get_today (session), NULL);
  mc_form_add_enum (form, "kind", self->kind_row, mc_workload_kind_values);
  mc_form_add_day (form, "day", self->day_row);
  mc_form_add_enum (form, "slot", self->slot_row, slots);
  mc_form_add_reference (form, "counter_id", self->counter_row);
  mc_form_add_reference (form, "agency_id", self->agency_row);
  for (guint kind = MC_WORKLOAD_DOSSIER; kind <= MC_WORKLOAD_RATING; kind++)
    add_numbers (self, kind);
  mc_date_row_set_day (self->day_row, day);
  adw_combo_row_set_selected (self->slot_row, 2);
  show_numbers (self);
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), required);
  mc_act_dialog_keep_draft (MC_ACT_DIALOG (self), "workload-day");
  return ADW_DIALOG (self);
}
