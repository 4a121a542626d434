/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-account-dialog.h"

#include <glib/gi18n.h>

#include "mc-name.h"
#include "mc-report.h"
#include "mc-session-records.h"

#define MIN_PASSWORD 10

struct _McAccountDialog
{
  AdwDialog parent_instance;

  McSession *session;
  McAccount *account; /* NULL while one is added */
  gboolean login_typed;
  gboolean filling;

  GtkWidget *who_group;
  GtkEditable *display_name;
  GtkEditable *login;
  AdwComboRow *group;
  GtkEditable *password;
  GtkEditable *again;
  GtkLabel *problem;
  GtkButton *save_button;
};

G_DEFINE_FINAL_TYPE (McAccountDialog, mc_account_dialog, ADW_TYPE_DIALOG)

static gboolean
has_text (gpointer item, const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
login_is_valid (const char *login)
{
  static GRegex *pattern;

  if (g_once_init_enter_pointer (&pattern))
    g_once_init_leave_pointer (&pattern, g_regex_new ("^[a-z][a-z0-9_.-]{0,62}$", 0, 0, NULL));
  return g_regex_match (pattern, login, 0, NULL);
}

/* What is still wrong; "" where only something is missing, so that a fresh form does not scold; NULL when all is well.
 */
static const char *
judge (McAccountDialog *self)
{
  const char *password = gtk_editable_get_text (self->password), *again = gtk_editable_get_text (self->again);

  if (self->account == NULL)
    {
      const char *login = gtk_editable_get_text (self->login);

      if (*login != '\0' && !login_is_valid (login))
        return _ ("An account begins with a letter and has only lower case letters without accents, digits, dots, "
                  "hyphens and underscores.");
      if (*login == '\0' || *gtk_editable_get_text (self->display_name) == '\0')
        return "";
    }
  if (*password == '\0' || *again == '\0')
    return "";
  if (g_utf8_strlen (password, -1) < MIN_PASSWORD)
    return _ ("The password is too short.");
  if (!g_str_equal (password, again))
    return _ ("The two passwords are not the same.");
  return NULL;
}

static void
edited_cb (McAccountDialog *self, GObject *source)
{
  const char *problem = judge (self);

  if ((gpointer)source == (gpointer)self->login && !self->filling)
    self->login_typed = *gtk_editable_get_text (self->login) != '\0';
  mc_report_tell (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), problem == NULL);
}

/* "Nguyễn Văn An" suggests "an.nguyen" as long as nothing else was typed. */
static void
name_edited_cb (McAccountDialog *self)
{
  g_autofree char *folded = mc_fold (gtk_editable_get_text (self->display_name));
  g_auto (GStrv) words = g_strsplit (g_strstrip (folded), " ", -1);
  guint n_words = g_strv_length (words);
  g_autofree char *login = NULL;

  if (!self->login_typed)
    {
      login = n_words > 1 ? g_strdup_printf ("%s.%s", words[n_words - 1], words[0])
                          : g_strdup (n_words > 0 ? words[0] : "");
      self->filling = TRUE;
      gtk_editable_set_text (self->login, login);
      self->filling = FALSE;
    }
  edited_cb (self, NULL);
}

static void
cancel_cb (McAccountDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static DexFuture *
save_fiber (gpointer data)
{
  McAccountDialog *self = data;
  g_autoptr (GError) error = NULL;
  const char *password = gtk_editable_get_text (self->password);
  g_autofree char *login =
      self->account != NULL ? g_strdup (self->account->login) : g_strdup (gtk_editable_get_text (self->login));
  g_autofree char *text = NULL;
  gboolean done;

  if (self->account != NULL)
    done = dex_await (mc_session_change_password (self->session, login, password), &error);
  else
    done = dex_await (mc_session_add_account (self->session, login, gtk_editable_get_text (self->display_name),
                                              mc_group_role_values[adw_combo_row_get_selected (self->group)].text, 0,
                                              password),
                      &error);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);
  if (!done)
    {
      mc_report_error (GTK_WIDGET (self),
                       self->account != NULL ? _ ("The password was not changed.") : _ ("The account was not added."),
                       error);
      return dex_future_new_for_boolean (FALSE);
    }
  text = g_strdup_printf (self->account != NULL ? _ ("%s has a new password.") : _ ("%s may sign in now."), login);
  mc_report_toast (GTK_WIDGET (self), text);
  adw_dialog_close (ADW_DIALOG (self));
  return dex_future_new_for_boolean (TRUE);
}

static void
save_cb (McAccountDialog *self)
{
  if (judge (self) != NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
  dex_future_disown (
      dex_scheduler_spawn (dex_scheduler_get_default (), 0, save_fiber, g_object_ref (self), g_object_unref));
}

static void
mc_account_dialog_dispose (GObject *object)
{
  McAccountDialog *self = MC_ACCOUNT_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->account);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_ACCOUNT_DIALOG);
  G_OBJECT_CLASS (mc_account_dialog_parent_class)->dispose (object);
}

static void
mc_account_dialog_class_init (McAccountDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_account_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/settings/mc-account-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McAccountDialog, who_group);
  gtk_widget_class_bind_template_child (widget_class, McAccountDialog, display_name);
  gtk_widget_class_bind_template_child (widget_class, McAccountDialog, login);
  gtk_widget_class_bind_template_child (widget_class, McAccountDialog, group);
  gtk_widget_class_bind_template_child (widget_class, McAccountDialog, password);
  gtk_widget_class_bind_template_child (widget_class, McAccountDialog, again);
  gtk_widget_class_bind_template_child (widget_class, McAccountDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, McAccountDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
mc_account_dialog_init (McAccountDialog *self)
{
  g_autoptr (GtkStringList) groups = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; mc_group_role_values[i].text != NULL; i++)
    gtk_string_list_append (groups, _ (mc_group_role_values[i].label));
  adw_combo_row_set_model (self->group, G_LIST_MODEL (groups));
}

static McAccountDialog *
mc_account_dialog_new (McSession *session, const char *title, const char *verb)
{
  McAccountDialog *self = g_object_new (MC_TYPE_ACCOUNT_DIALOG, "title", title, NULL);

  self->session = g_object_ref (session);
  gtk_button_set_label (self->save_button, verb);
  return self;
}

void
mc_account_dialog_present_add (GtkWidget *from, McSession *session)
{
  McAccountDialog *self = mc_account_dialog_new (session, _ ("Add an Account"), _ ("_Add the Account"));

  adw_combo_row_set_selected (self->group, MC_GROUP_ROLE_VIEWER);
  edited_cb (self, NULL);
  adw_dialog_present (ADW_DIALOG (self), from);
}

void
mc_account_dialog_present_password (GtkWidget *from, McSession *session, McAccount *account)
{
  g_autofree char *title = g_strdup_printf (_ ("New Password for %s"), account->display_name);
  McAccountDialog *self = mc_account_dialog_new (session, title, _ ("_Change the Password"));

  self->account = g_object_ref (account);
  gtk_widget_set_visible (self->who_group, FALSE);
  edited_cb (self, NULL);
  adw_dialog_present (ADW_DIALOG (self), from);
}
