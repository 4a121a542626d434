/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-failure-pane.h"

#include <glib/gi18n.h>

#include "mc-error.h"

struct _McFailurePane
{
  AdwBin parent_instance;

  AdwStatusPage *status;
  AdwActionRow *reason;
  AdwActionRow *safe;
  AdwActionRow *remedy;
  GtkWidget *password;
  GtkWidget *retry_button;
};

G_DEFINE_FINAL_TYPE (McFailurePane, mc_failure_pane, ADW_TYPE_BIN)

enum
{
  RETRY,
  CHANGE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
retry_cb (McFailurePane *self)
{
  const char *password = gtk_editable_get_text (GTK_EDITABLE (self->password));
  g_autofree char *copy = gtk_widget_get_visible (self->password) && *password != '\0' ? g_strdup (password) : NULL;

  gtk_editable_set_text (GTK_EDITABLE (self->password), "");
  g_signal_emit (self, signals[RETRY], 0, copy);
}

static void
change_cb (McFailurePane *self)
{
  g_signal_emit (self, signals[CHANGE], 0);
}

static void
mc_failure_pane_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_FAILURE_PANE);
  G_OBJECT_CLASS (mc_failure_pane_parent_class)->dispose (object);
}

static void
mc_failure_pane_class_init (McFailurePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_failure_pane_dispose;

  signals[RETRY] = g_signal_new ("retry", MC_TYPE_FAILURE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING);
  signals[CHANGE] =
      g_signal_new ("change", MC_TYPE_FAILURE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/shell/mc-failure-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, McFailurePane, status);
  gtk_widget_class_bind_template_child (widget_class, McFailurePane, reason);
  gtk_widget_class_bind_template_child (widget_class, McFailurePane, safe);
  gtk_widget_class_bind_template_child (widget_class, McFailurePane, remedy);
  gtk_widget_class_bind_template_child (widget_class, McFailurePane, password);
  gtk_widget_class_bind_template_child (widget_class, McFailurePane, retry_button);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
}

static void
mc_failure_pane_init (McFailurePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

typedef struct
{
  int code;
  const char *icon;
  const char *title;
  const char *remedy;
} Explanation;

static const Explanation explanations[] = {
  { MC_ERROR_CONNECTION, "network-offline-symbolic", N_ ("The Server Cannot Be Reached"),
    N_ ("Please check the network cable or Wi-Fi, then the address and port of the server, then try again. If "
        "colleagues cannot reach it either, please tell the technician.") },
  { MC_ERROR_LOGIN, "dialog-password-symbolic", N_ ("The Server Refuses This Account"),
    N_ ("Please enter the password again. If it was changed or the account is locked, the director or the technician "
        "can set it anew under “Accounts”.") },
  { MC_ERROR_TLS, "channel-insecure-symbolic", N_ ("The Server Is Not Trusted"),
    N_ ("Please do not send any password over this connection. Ask the technician for the certificate file of the "
        "office's authority and choose it under “Other Connection”.") },
  { MC_ERROR_TIMEOUT, "network-offline-symbolic", N_ ("The Server Does Not Answer in Time"),
    N_ ("The server may be starting or very busy. Please try again in a minute.") },
  { MC_ERROR_BUSY, "system-lock-screen-symbolic", N_ ("In Use by Another Program"),
    N_ ("Another window or another sign-in to this computer holds the data. Please close it there, then try again.") },
  { MC_ERROR_UNSUPPORTED, "software-update-urgent-symbolic", N_ ("Another Version Is Needed"),
    N_ ("Program and database do not have the same version. Please update the program, or ask the technician to bring "
        "the database up to date.") },
  { MC_ERROR_DENIED, "changes-prevent-symbolic", N_ ("This Account Has No Access"),
    N_ ("The account exists, but it is in no group of the centre. The director or the technician can add it under "
        "“Accounts”.") },
};

static const Explanation other = {
  -1, "dialog-error-symbolic", N_ ("The Centre Cannot Be Opened"),
  N_ ("Please try again. If it happens again, please pass the text above on to the technician.")
};

/* The private server is a program of this computer: cables and colleagues have no part in it. */
static const Explanation own = {
  -1, "computer-fail-symbolic", N_ ("The Database of This Computer Does Not Start"),
  N_ ("Please try again; if that does not help, restart the computer. The folder “dumps” beside the data holds a copy "
      "of each day, from which the technician can restore it.")
};

static const Explanation *
explain (const GError *error, gboolean server)
{
  if (!server &&
      (g_error_matches (error, MC_ERROR, MC_ERROR_CONNECTION) || g_error_matches (error, MC_ERROR, MC_ERROR_TIMEOUT)))
    return &own;
  if (error->domain == MC_ERROR)
    for (guint i = 0; i < G_N_ELEMENTS (explanations); i++)
      if (explanations[i].code == error->code)
        return &explanations[i];
  return &other;
}

void
mc_failure_pane_show (McFailurePane *self, McProfile *profile, const GError *error)
{
  gboolean server = profile != NULL && mc_profile_get_kind (profile) == MC_PROFILE_SERVER;
  const Explanation *explanation = explain (error, server || profile == NULL);
  const McErrorDetail *detail = mc_error_get_detail (error);
  g_autofree char *label = profile != NULL ? mc_profile_dup_label (profile) : NULL;
  g_autofree char *reason = NULL;

  g_return_if_fail (MC_IS_FAILURE_PANE (self));
  reason = detail != NULL && detail->hint != NULL ? g_strdup_printf ("%s\n%s", error->message, detail->hint)
                                                  : g_strdup (error->message);
  adw_status_page_set_icon_name (self->status, explanation->icon);
  adw_status_page_set_title (self->status, _ (explanation->title));
  adw_status_page_set_description (self->status, label);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->reason), FALSE);
  adw_action_row_set_subtitle (self->reason, reason);
  adw_action_row_set_subtitle (self->safe, server ? _ ("All data is on the server; nothing on this computer is lost.")
                                                  : _ ("The data on this computer has not been changed."));
  adw_action_row_set_subtitle (self->remedy, _ (explanation->remedy));
  gtk_widget_set_visible (self->password, server && explanation->code == MC_ERROR_LOGIN);
  gtk_widget_set_visible (self->retry_button, profile != NULL);
  gtk_widget_grab_focus (gtk_widget_get_visible (self->password) ? self->password : self->retry_button);
}
