/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-person-leave.h"

#include <glib/gi18n.h>

#include "mc-leave-view.h"

struct _McPersonLeave
{
  AdwPreferencesGroup parent_instance;

  McPersonRegister *registry;
  McLeaveView *view;

  AdwActionRow *annual_row;
  AdwActionRow *duty_row;
  GtkLabel *annual_left;
  GtkLabel *duty_left;
};

G_DEFINE_FINAL_TYPE (McPersonLeave, mc_person_leave, ADW_TYPE_PREFERENCES_GROUP)

static void
append (GString *text, const char *label, double days)
{
  g_autofree char *number = mc_leave_days_format (days);

  if (days != 0)
    g_string_append_printf (text, "%s%s %s", text->len ? " · " : "", label, number);
}

/* "12 a year, 1 for seniority · carried over 3 · used 4 · planned 1", and the articles. */
static char *
describe_annual (McPersonLeave *self, const McLeaveBalance *balance, McDay day)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *cites = mc_leave_view_cite (self->view, day);
  g_autofree char *next = NULL;

  g_string_append_printf (text, _ ("%d: %d by law"), balance->year, balance->law_days);
  if (balance->seniority_days > 0)
    g_string_append_printf (text, _ (" and %d for %d years of service"), balance->seniority_days,
                            balance->service_years);
  if (balance->months < 12)
    g_string_append_printf (text, _ (", for %d months"), balance->months);
  append (text, _ ("carried over"), balance->carried);
  append (text, _ ("days under way"), balance->travel);
  append (text, _ ("taken"), balance->used);
  append (text, _ ("planned"), balance->planned);
  append (text, _ ("asked for"), balance->asked);
  if (balance->known_since == MC_DAY_NONE)
    g_string_append_printf (text, " · %s", _ ("years of service are not recorded"));
  if (balance->next_day != MC_DAY_NONE && balance->next_day <= day + 366)
    {
      next = mc_day_format (balance->next_day);
      g_string_append_printf (text, _ (" · one more day from %s"), next);
    }
  g_string_append_printf (text, "\n%s", cites);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
describe_duty (const McDutyLedger *ledger)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append (text, _ ("earned"), ledger->earned);
  append (text, _ ("taken"), ledger->spent);
  append (text, _ ("lapsed"), ledger->lapsed);
  append (text, _ ("without cover"), ledger->overdrawn);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
update (McPersonLeave *self)
{
  gint64 person = mc_person_register_get_id (self->registry);
  McDay day = mc_person_register_get_day (self->registry);
  g_autoptr (McDutyLedger) ledger = mc_leave_view_new_ledger (self->view, person, day);
  McLeaveBalance balance;
  gboolean known = mc_leave_view_reckon (self->view, person, day, &balance);
  g_autofree char *annual = known ? describe_annual (self, &balance, day) : NULL;
  g_autofree char *duty = describe_duty (ledger);
  g_autofree char *left = known ? mc_leave_days_format (balance.left) : g_strdup ("–");
  g_autofree char *duty_left = mc_leave_days_format (ledger->left);

  adw_action_row_set_subtitle (self->annual_row, annual ? annual : "");
  adw_action_row_set_subtitle (self->duty_row, duty);
  gtk_label_set_label (self->annual_left, left);
  gtk_label_set_label (self->duty_left, duty_left);
}

void
mc_person_leave_show (McPersonLeave *self, McPersonRegister *registry)
{
  g_return_if_fail (MC_IS_PERSON_LEAVE (self));

  if (self->view)
    g_signal_handlers_disconnect_by_func (self->view, update, self);
  g_clear_object (&self->view);
  g_set_object (&self->registry, registry);
  if (!registry)
    return;
  self->view = mc_leave_view_new (mc_person_register_get_session (registry));
  g_signal_connect_object (self->view, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
mc_person_leave_dispose (GObject *object)
{
  mc_person_leave_show (MC_PERSON_LEAVE (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_PERSON_LEAVE);
  G_OBJECT_CLASS (mc_person_leave_parent_class)->dispose (object);
}

static void
mc_person_leave_class_init (McPersonLeaveClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_person_leave_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/staff/mc-person-leave.ui");
  gtk_widget_class_bind_template_child (widget_class, McPersonLeave, annual_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonLeave, duty_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonLeave, annual_left);
  gtk_widget_class_bind_template_child (widget_class, McPersonLeave, duty_left);
}

static void
mc_person_leave_init (McPersonLeave *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
