/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-person-file.h"

#include <glib/gi18n.h>

#include "mc-ask.h"
#include "mc-person-copy.h"
#include "mc-private-dialog.h"
#include "mc-report.h"
#include "mc-session-records.h"

struct _McPersonFile
{
  AdwBin parent_instance;

  McPersonRegister *registry;
  McPersonPrivate *data; /* only while it is shown */
  guint stamp;

  GtkWidget *private_box;
  GtkWidget *show_button;
  GtkWidget *change_button;
  GtkWidget *hide_button;
  AdwActionRow *birth_row;
  AdwActionRow *identity_row;
  AdwActionRow *address_row;
  AdwActionRow *phone_row;
};

G_DEFINE_FINAL_TYPE (McPersonFile, mc_person_file, ADW_TYPE_BIN)

static void
show_value (AdwActionRow *row, const char *text)
{
  adw_action_row_set_subtitle (row, text && *text ? text : "–");
}

static void
set_data (McPersonFile *self, McPersonPrivate *data)
{
  g_autofree char *birth = data && data->birth_date != MC_DAY_NONE ? mc_day_format (data->birth_date) : NULL;

  g_set_object (&self->data, data);
  gtk_widget_set_visible (self->private_box, data != NULL);
  gtk_widget_set_visible (self->change_button, data != NULL);
  gtk_widget_set_visible (self->hide_button, data != NULL);
  gtk_widget_set_visible (self->show_button, data == NULL);
  show_value (self->birth_row, birth);
  show_value (self->identity_row, data ? data->identity_no : NULL);
  show_value (self->address_row, data ? data->home_address : NULL);
  show_value (self->phone_row, data ? data->private_phone : NULL);
}

static gboolean
role_is (McSession *session, const char *const *roles)
{
  const char *role = session ? mc_session_get_group_role (session) : NULL;

  return role && g_strv_contains (roles, role);
}

/* The database decides; the buttons only spare the attempt. */
static void
update_actions (McPersonFile *self)
{
  static const char *const readers[] = { "director", "deputy", "roster_office", NULL };
  static const char *const leaders[] = { "director", "deputy", NULL };
  McSession *session = self->registry ? mc_person_register_get_session (self->registry) : NULL;
  gboolean online = session && mc_session_get_state (session) == MC_SESSION_ONLINE;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "file.show-private", online && role_is (session, readers));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "file.change-private",
                                 online && role_is (session, readers) && mc_session_get_can_write (session));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "file.export", online && role_is (session, readers));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "file.anonymise",
                                 online && role_is (session, leaders) && mc_session_get_can_write (session));
}

void
mc_person_file_show (McPersonFile *self, McPersonRegister *registry)
{
  g_return_if_fail (MC_IS_PERSON_FILE (self));

  self->stamp++;
  set_data (self, NULL);
  if (self->registry)
    g_signal_handlers_disconnect_by_func (mc_person_register_get_session (self->registry), update_actions, self);
  g_set_object (&self->registry, registry);
  if (registry)
    {
      McSession *session = mc_person_register_get_session (registry);

      g_signal_connect_object (session, "notify::state", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::can-write", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
    }
  update_actions (self);
}

static DexFuture *
show_fiber (gpointer user_data)
{
  McPersonFile *self = user_data;
  guint stamp = self->stamp;
  g_autoptr (McPersonRegister) registry = g_object_ref (self->registry);
  g_autoptr (McPersonPrivate) data = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *purpose = dex_await_string (
      mc_ask_text (GTK_WIDGET (self), _ ("Show Protected Data?"),
                   _ ("Date of birth, identity number, address and private telephone are shown; who looked, when and "
                      "what for is logged."),
                   _ ("Purpose"), _ ("_Show"), FALSE),
      &error);

  if (purpose)
    data = dex_await_object (mc_session_read_private (mc_person_register_get_session (registry),
                                                      mc_person_register_get_id (registry), purpose),
                             &error);
  if (stamp != self->stamp)
    return dex_future_new_false ();
  if (data)
    {
      set_data (self, data);
      /* The button that had the keyboard is gone; the way back takes it, and the rows come into sight. */
      gtk_widget_grab_focus (self->hide_button);
    }
  else
    mc_report_error (GTK_WIDGET (self), _ ("The protected data were not shown."), error);
  return dex_future_new_true ();
}

static DexFuture *
change_fiber (gpointer user_data)
{
  McPersonFile *self = user_data;
  guint stamp = self->stamp;
  McPerson *person = mc_person_register_get_person (self->registry);
  g_autoptr (McPersonPrivate) after = NULL;
  g_autoptr (GError) error = NULL;

  if (!self->data)
    return dex_future_new_false ();
  self->data->person_id = mc_person_register_get_id (self->registry);
  after = dex_await_object (mc_private_dialog_ask (GTK_WIDGET (self), mc_person_register_get_session (self->registry),
                                                   self->data, person ? person->full_name : ""),
                            &error);
  if (after && stamp == self->stamp)
    set_data (self, after);
  return dex_future_new_for_boolean (after != NULL);
}

static DexFuture *
read_scan (gpointer session, gint64 attachment)
{
  return mc_session_read_attachment (session, attachment);
}

static DexFuture *
export_fiber (gpointer user_data)
{
  McPersonFile *self = user_data;
  g_autoptr (McPersonRegister) registry = g_object_ref (self->registry);
  McPerson *person = mc_person_register_get_person (registry);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  McSession *session = mc_person_register_get_session (registry);
  McPersonCopy copy;
  g_autofree char *name = g_strdup_printf ("%s.zip", person ? person->full_name : "person");
  g_autofree char *purpose = dex_await_string (
      mc_ask_text (
          GTK_WIDGET (self), _ ("Copy of All Data"),
          _ ("Everything in the register about this person, scans included, goes into one ZIP file; this is logged."),
          _ ("Purpose"), _ ("_Save…"), FALSE),
      &error);

  if (purpose)
    file = dex_await_object (mc_ask_save (GTK_WIDGET (self), _ ("Copy of All Data"), name), &error);
  if (file)
    bytes = dex_await_boxed (mc_session_export_person (session, mc_person_register_get_id (registry), purpose), &error);
  if (bytes && dex_await (mc_person_copy_write (file, bytes, read_scan, session, &copy), &error))
    {
      g_autofree char *size = g_format_size (copy.size);
      /* Translators: how many files are in it, and how large it is */
      g_autofree char *text = g_strdup_printf (_ ("The copy was saved (scans: %u, size: %s)."), copy.n_scans, size);

      mc_report_toast (GTK_WIDGET (self), text);
      return dex_future_new_true ();
    }
  mc_report_error (GTK_WIDGET (self), _ ("The copy was not saved."), error);
  return dex_future_new_false ();
}

static DexFuture *
anonymise_fiber (gpointer user_data)
{
  McPersonFile *self = user_data;
  g_autoptr (McPersonRegister) registry = g_object_ref (self->registry);
  McPerson *person = mc_person_register_get_person (registry);
  g_autoptr (GError) error = NULL;
  g_autofree char *heading = g_strdup_printf (_ ("Anonymise %s?"), person ? person->full_name : "");
  const char *when =
      person && person->is_sample
          ? _ ("This is an invented person of the sample centre, who may go at any time, even while a tour "
               "runs.")
          : _ ("Refused while a tour runs or the retention term lasts.");
  g_autofree char *body = g_strdup_printf (
      "%s %s",
      _ ("Name, contact, protected data, files and drafts of papers are removed for good; dates and numbers stay for "
         "the "
         "statistics. Papers that were issued are records under a number and stay word for word, without a link to the "
         "person."),
      when);
  g_autofree char *reason =
      dex_await_string (mc_ask_text (GTK_WIDGET (self), heading, body, _ ("Reason"), _ ("_Anonymise"), TRUE), &error);

  if (reason && dex_await (mc_session_anonymise_person (mc_person_register_get_session (registry),
                                                        mc_person_register_get_id (registry), reason),
                           &error))
    {
      mc_report_toast (GTK_WIDGET (self), _ ("The person was anonymised."));
      return dex_future_new_true ();
    }
  mc_report_error (GTK_WIDGET (self), _ ("The person was not anonymised."), error);
  return dex_future_new_false ();
}

static void
run_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const struct
  {
    const char *name;
    DexFiberFunc fiber;
  } runs[] = {
    { "file.show-private", show_fiber },
    { "file.change-private", change_fiber },
    { "file.export", export_fiber },
    { "file.anonymise", anonymise_fiber },
  };

  if (!MC_PERSON_FILE (widget)->registry)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (runs); i++)
    if (g_str_equal (runs[i].name, name))
      dex_future_disown (dex_scheduler_spawn (NULL, 0, runs[i].fiber, g_object_ref (widget), g_object_unref));
}

static void
hide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_data (MC_PERSON_FILE (widget), NULL);
  gtk_widget_grab_focus (MC_PERSON_FILE (widget)->show_button);
}

static void
mc_person_file_dispose (GObject *object)
{
  McPersonFile *self = MC_PERSON_FILE (object);

  self->stamp++;
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_PERSON_FILE);
  g_clear_object (&self->registry);
  g_clear_object (&self->data);
  G_OBJECT_CLASS (mc_person_file_parent_class)->dispose (object);
}

static void
mc_person_file_class_init (McPersonFileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_person_file_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/staff/mc-person-file.ui");
  gtk_widget_class_bind_template_child (widget_class, McPersonFile, private_box);
  gtk_widget_class_bind_template_child (widget_class, McPersonFile, show_button);
  gtk_widget_class_bind_template_child (widget_class, McPersonFile, change_button);
  gtk_widget_class_bind_template_child (widget_class, McPersonFile, hide_button);
  gtk_widget_class_bind_template_child (widget_class, McPersonFile, birth_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonFile, identity_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonFile, address_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonFile, phone_row);
  gtk_widget_class_install_action (widget_class, "file.show-private", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "file.change-private", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "file.hide-private", NULL, hide_action);
  gtk_widget_class_install_action (widget_class, "file.export", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "file.anonymise", NULL, run_action);
}

static void
mc_person_file_init (McPersonFile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
