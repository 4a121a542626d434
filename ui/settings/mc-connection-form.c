/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-connection-form.h"

#include <glib/gi18n.h>

#include "mc-report.h"
#include "mc-session-test.h"

struct _McConnectionForm
{
  AdwBin parent_instance;

  char *certificate; /* path; NULL: those of the system */
  guint test_serial;

  GtkEditable *host;
  AdwSpinRow *port;
  GtkEditable *dbname;
  GtkEditable *user;
  GtkEditable *password;
  AdwSwitchRow *remember;
  AdwActionRow *certificate_row;
  GtkWidget *clear_button;
  AdwComboRow *tls_mode;
  GtkEditable *name;
  GtkWidget *test_button;
  GtkWidget *spinner;
  GtkNoSelection *steps_selection;
};

G_DEFINE_FINAL_TYPE (McConnectionForm, mc_connection_form, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_VALID,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  ACTIVATE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* In the order of the choices in the template. */
static const char *const tls_modes[] = { "verify-full", "verify-ca", "require", "disable" };

static char *
step_icon (gpointer item, int outcome)
{
  static const char *const icons[] = {
    [MC_TEST_OK] = "object-select-symbolic",
    [MC_TEST_WARNING] = "dialog-warning-symbolic",
    [MC_TEST_FAILED] = "process-stop-symbolic",
    [MC_TEST_SKIPPED] = "content-loading-symbolic",
  };

  return g_strdup (icons[CLAMP (outcome, 0, 3)]);
}

static char *
step_text (gpointer item, const char *title, int outcome, const char *detail)
{
  const char *words[] = { _ ("passed"), _ ("passed with a warning"), _ ("failed"), _ ("not tried") };

  return g_strdup_printf ("%s: %s. %s", title, words[CLAMP (outcome, 0, 3)], detail != NULL ? detail : "");
}

static gboolean
has_text (gpointer item, const char *text)
{
  return text != NULL && *text != '\0';
}

static void
show_certificate (McConnectionForm *self)
{
  g_autofree char *shown = self->certificate != NULL ? g_path_get_basename (self->certificate) : NULL;

  adw_action_row_set_subtitle (self->certificate_row, shown != NULL ? shown : _ ("Those that this computer trusts"));
  gtk_widget_set_visible (self->clear_button, self->certificate != NULL);
}

static void
edited_cb (McConnectionForm *self)
{
  gboolean valid = mc_connection_form_get_valid (self);

  gtk_widget_set_sensitive (self->test_button, valid);
  gtk_no_selection_set_model (self->steps_selection, NULL);
  self->test_serial++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
}

static void
activated_cb (McConnectionForm *self)
{
  if (mc_connection_form_get_valid (self))
    g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
certificate_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (McConnectionForm) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        mc_report_error (GTK_WIDGET (self), _ ("The file could not be chosen."), error);
      return;
    }
  g_free (self->certificate);
  self->certificate = g_file_get_path (file);
  show_certificate (self);
  edited_cb (self);
}

static void
choose_certificate_cb (McConnectionForm *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _ ("Certificates (*.crt, *.pem)"));
  gtk_file_filter_add_suffix (filter, "crt");
  gtk_file_filter_add_suffix (filter, "pem");
  gtk_file_filter_add_suffix (filter, "cer");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Choose the Certificate of the Authority"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, certificate_chosen_cb,
                        g_object_ref (self));
}

static void
clear_certificate_cb (McConnectionForm *self)
{
  g_clear_pointer (&self->certificate, g_free);
  show_certificate (self);
  edited_cb (self);
}

typedef struct
{
  McConnectionForm *form;
  McProfile *profile;
  char *password;
  guint serial;
} Test;

static void
test_free (gpointer data)
{
  Test *self = data;

  g_object_unref (self->form);
  g_object_unref (self->profile);
  g_free (self->password);
  g_free (self);
}

static DexFuture *
test_fiber (gpointer data)
{
  Test *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) steps = dex_await_object (mc_session_test_profile (self->profile, self->password), &error);

  gtk_widget_set_visible (self->form->spinner, FALSE);
  gtk_widget_set_sensitive (self->form->test_button, TRUE);
  if (self->serial != self->form->test_serial)
    return dex_future_new_for_boolean (FALSE);
  if (steps == NULL)
    mc_report_error (GTK_WIDGET (self->form), _ ("The connection could not be tested."), error);
  else
    gtk_no_selection_set_model (self->form->steps_selection, steps);
  return dex_future_new_for_boolean (TRUE);
}

static void
test_cb (McConnectionForm *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (McProfile) profile = mc_connection_form_apply (self, NULL, &error);
  Test *test;

  if (profile == NULL)
    {
      mc_report_error (GTK_WIDGET (self), _ ("Something is missing."), error);
      return;
    }
  test = g_new0 (Test, 1);
  test->form = g_object_ref (self);
  test->profile = g_object_ref (profile);
  test->password = g_strdup (mc_connection_form_get_password (self));
  test->serial = ++self->test_serial;
  gtk_no_selection_set_model (self->steps_selection, NULL);
  gtk_widget_set_visible (self->spinner, TRUE);
  gtk_widget_set_sensitive (self->test_button, FALSE);
  dex_future_disown (dex_scheduler_spawn (dex_scheduler_get_default (), 0, test_fiber, test, test_free));
}

static void
mc_connection_form_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_VALID:
      g_value_set_boolean (value, mc_connection_form_get_valid (MC_CONNECTION_FORM (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_connection_form_dispose (GObject *object)
{
  McConnectionForm *self = MC_CONNECTION_FORM (object);

  g_clear_pointer (&self->certificate, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_CONNECTION_FORM);
  G_OBJECT_CLASS (mc_connection_form_parent_class)->dispose (object);
}

static gboolean
mc_connection_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MC_CONNECTION_FORM (widget)->host));
}

static void
mc_connection_form_class_init (McConnectionFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = mc_connection_form_get_property;
  G_OBJECT_CLASS (klass)->dispose = mc_connection_form_dispose;
  widget_class->grab_focus = mc_connection_form_grab_focus;

  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  signals[ACTIVATE] =
      g_signal_new ("activate", MC_TYPE_CONNECTION_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MC_TYPE_TEST_STEP);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/settings/mc-connection-form.ui");
  gtk_widget_class_bind_template_child (widget_class, McConnectionForm, host);
  gtk_widget_class_bind_template_child (widget_class, McConnectionForm, port);
  gtk_widget_class_bind_template_child (widget_class, McConnectionForm, dbname);
  gtk_widget_class_bind_template_child (widget_class, McConnectionForm, user);
  gtk_widget_class_bind_template_child (widget_class, McConnectionForm, password);
  gtk_widget_class_bind_template_child (widget_class, McConnectionForm, remember);
  gtk_widget_class_bind_template_child (widget_class, McConnectionForm, certificate_row);
  gtk_widget_class_bind_template_child (widget_class, McConnectionForm, clear_button);
  gtk_widget_class_bind_template_child (widget_class, McConnectionForm, tls_mode);
  gtk_widget_class_bind_template_child (widget_class, McConnectionForm, name);
  gtk_widget_class_bind_template_child (widget_class, McConnectionForm, test_button);
  gtk_widget_class_bind_template_child (widget_class, McConnectionForm, spinner);
  gtk_widget_class_bind_template_child (widget_class, McConnectionForm, steps_selection);
  gtk_widget_class_bind_template_callback (widget_class, step_icon);
  gtk_widget_class_bind_template_callback (widget_class, step_text);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_certificate_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_certificate_cb);
  gtk_widget_class_bind_template_callback (widget_class, test_cb);
}

static void
mc_connection_form_init (McConnectionForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  edited_cb (self);
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

void
mc_connection_form_set_profile (McConnectionForm *self, McProfile *profile)
{
  guint mode = 0;

  g_return_if_fail (MC_IS_CONNECTION_FORM (self));
  gtk_editable_set_text (self->host, profile != NULL ? or_empty (mc_profile_get_host (profile)) : "");
  adw_spin_row_set_value (self->port, profile != NULL ? mc_profile_get_port (profile) : 5432);
  gtk_editable_set_text (self->dbname, profile != NULL ? or_empty (mc_profile_get_dbname (profile)) : "motcua");
  gtk_editable_set_text (self->user, profile != NULL ? or_empty (mc_profile_get_user (profile)) : "");
  gtk_editable_set_text (self->password, "");
  gtk_editable_set_text (self->name, profile != NULL ? or_empty (mc_profile_get_name (profile)) : "");
  adw_switch_row_set_active (self->remember, profile != NULL && mc_profile_get_remember_password (profile));
  for (guint i = 0; profile != NULL && i < G_N_ELEMENTS (tls_modes); i++)
    if (g_strcmp0 (mc_profile_get_tls_mode (profile), tls_modes[i]) == 0)
      mode = i;
  adw_combo_row_set_selected (self->tls_mode, mode);
  g_free (self->certificate);
  self->certificate = profile != NULL ? g_strdup (mc_profile_get_tls_ca_file (profile)) : NULL;
  show_certificate (self);
  edited_cb (self);
}

McProfile *
mc_connection_form_apply (McConnectionForm *self, McProfile *profile, GError **error)
{
  g_autoptr (McProfile) result = NULL;
  const char *name;

  g_return_val_if_fail (MC_IS_CONNECTION_FORM (self), NULL);
  result = profile != NULL ? g_object_ref (profile) : mc_profile_new_server ("", 5432, "", "");
  name = gtk_editable_get_text (self->name);
  g_object_set (result, "host", gtk_editable_get_text (self->host), "port", (guint)adw_spin_row_get_value (self->port),
                "dbname", gtk_editable_get_text (self->dbname), "user", gtk_editable_get_text (self->user), "name",
                *name != '\0' ? name : NULL, "remember-password", adw_switch_row_get_active (self->remember),
                "tls-ca-file", self->certificate, "tls-mode",
                tls_modes[MIN (adw_combo_row_get_selected (self->tls_mode), 3)], NULL);
  if (!mc_profile_check (result, error))
    return NULL;
  return g_steal_pointer (&result);
}

const char *
mc_connection_form_get_password (McConnectionForm *self)
{
  const char *password;

  g_return_val_if_fail (MC_IS_CONNECTION_FORM (self), NULL);
  password = gtk_editable_get_text (self->password);
  return *password != '\0' ? password : NULL;
}

gboolean
mc_connection_form_get_valid (McConnectionForm *self)
{
  g_return_val_if_fail (MC_IS_CONNECTION_FORM (self), FALSE);
  return *gtk_editable_get_text (self->host) != '\0' && *gtk_editable_get_text (self->dbname) != '\0' &&
         *gtk_editable_get_text (self->user) != '\0';
}
