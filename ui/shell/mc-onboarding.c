/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-onboarding.h"

#include <glib/gi18n.h>

#include "mc-connection-form.h"
#include "mc-report.h"
#include "mc-session.h"

struct _McOnboarding
{
  AdwBin parent_instance;

  AdwNavigationView *navigation;
  GtkWidget *cancel_button;
  McConnectionForm *form;
};

G_DEFINE_FINAL_TYPE (McOnboarding, mc_onboarding, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  CANCELLED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
choose_private (McOnboarding *self, McStartKind start)
{
  g_autoptr (McProfile) profile = mc_profile_new_private (start);

  g_signal_emit (self, signals[CHOSEN], 0, profile, (int)start, NULL);
}

static void
private_cb (McOnboarding *self)
{
  adw_navigation_view_push_by_tag (self->navigation, "fill");
}

static void
server_cb (McOnboarding *self)
{
  adw_navigation_view_push_by_tag (self->navigation, "server");
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

static void
demo_cb (McOnboarding *self)
{
  choose_private (self, MC_START_DEMO);
}

static void
plan_cb (McOnboarding *self)
{
  choose_private (self, MC_START_PLAN);
}

static void
empty_cb (McOnboarding *self)
{
  choose_private (self, MC_START_EMPTY);
}

static void
connect_cb (McOnboarding *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (McProfile) profile = mc_connection_form_apply (self->form, NULL, &error);

  if (profile == NULL)
    {
      mc_report_error (GTK_WIDGET (self), _ ("Something is missing."), error);
      return;
    }
  g_signal_emit (self, signals[CHOSEN], 0, profile, (int)MC_START_NONE, mc_connection_form_get_password (self->form));
}

static void
cancel_cb (McOnboarding *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

static void
mc_onboarding_dispose (GObject *object)
{
  /* The bin must know that its child goes: the template disposes a bound child behind its back. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_ONBOARDING);
  G_OBJECT_CLASS (mc_onboarding_parent_class)->dispose (object);
}

static void
mc_onboarding_class_init (McOnboardingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_onboarding_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", MC_TYPE_ONBOARDING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                  MC_TYPE_PROFILE, G_TYPE_INT, G_TYPE_STRING);
  signals[CANCELLED] =
      g_signal_new ("cancelled", MC_TYPE_ONBOARDING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MC_TYPE_CONNECTION_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/shell/mc-onboarding.ui");
  gtk_widget_class_bind_template_child (widget_class, McOnboarding, navigation);
  gtk_widget_class_bind_template_child (widget_class, McOnboarding, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, McOnboarding, form);
  gtk_widget_class_bind_template_callback (widget_class, private_cb);
  gtk_widget_class_bind_template_callback (widget_class, server_cb);
  gtk_widget_class_bind_template_callback (widget_class, demo_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_cb);
  gtk_widget_class_bind_template_callback (widget_class, empty_cb);
  gtk_widget_class_bind_template_callback (widget_class, connect_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
mc_onboarding_init (McOnboarding *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mc_onboarding_restart (McOnboarding *self, gboolean can_cancel)
{
  g_return_if_fail (MC_IS_ONBOARDING (self));
  adw_navigation_view_pop_to_tag (self->navigation, "where");
  gtk_widget_set_visible (self->cancel_button, can_cancel);
}
