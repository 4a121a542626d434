/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-person-photo.h"

#include <glib/gi18n.h>

#include "mc-ask.h"
#include "mc-commit.h"
#include "mc-name.h"
#include "mc-picture.h"
#include "mc-report.h"
#include "mc-session-records.h"

#define SIZE 64

struct _McPersonPhoto
{
  AdwBin parent_instance;

  McPersonRegister *registry;
  gint64 shown; /* the attachment that is shown or being read */
  guint stamp;
  GFile *chosen;

  AdwAvatar *avatar;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (McPersonPhoto, mc_person_photo, ADW_TYPE_BIN)

static DexFuture *
read_fiber (gpointer user_data)
{
  McPersonPhoto *self = user_data;
  guint stamp = self->stamp;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GBytes) bytes =
      dex_await_boxed (mc_session_read_attachment (mc_person_register_get_session (self->registry), self->shown), NULL);

  /* Without a readable picture the initials stay. */
  texture = bytes ? dex_await_object (mc_picture_read_texture_on_thread (bytes), NULL) : NULL;
  if (texture && stamp == self->stamp)
    adw_avatar_set_custom_image (self->avatar, GDK_PAINTABLE (texture));
  return dex_future_new_true ();
}

static void
update (McPersonPhoto *self)
{
  McPerson *person = self->registry ? mc_person_register_get_person (self->registry) : NULL;
  gint64 photo = person ? person->photo_id : 0;
  gboolean can_write = person && mc_session_get_can_write (mc_person_register_get_session (self->registry));

  adw_avatar_set_text (self->avatar, person ? person->full_name : NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), can_write);
  if (photo == self->shown)
    return;
  self->shown = photo;
  self->stamp++;
  adw_avatar_set_custom_image (self->avatar, NULL);
  if (photo != 0)
    dex_future_disown (dex_scheduler_spawn (NULL, 0, read_fiber, g_object_ref (self), g_object_unref));
}

void
mc_person_photo_show (McPersonPhoto *self, McPersonRegister *registry)
{
  g_return_if_fail (MC_IS_PERSON_PHOTO (self));

  if (self->registry)
    g_signal_handlers_disconnect_by_func (self->registry, update, self);
  g_set_object (&self->registry, registry);
  if (registry)
    g_signal_connect_object (registry, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/* Anything but a picture is refused before it goes to the database. */
static gboolean
is_picture (GFile *file, GError **error)
{
  g_autoptr (GFileInfo) info = dex_await_object (
      dex_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE, 0, G_PRIORITY_DEFAULT), error);
  const char *type = info ? g_file_info_get_content_type (info) : NULL;

  if (!info)
    return FALSE;
  if (type && g_content_type_is_a (type, "image/*"))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("This file is no picture."));
  return FALSE;
}

static DexFuture *
replace_fiber (gpointer user_data)
{
  McPersonPhoto *self = user_data;
  g_autoptr (GFile) file = g_steal_pointer (&self->chosen);
  g_autoptr (McPersonRegister) registry = g_object_ref (self->registry);
  McSession *session = mc_person_register_get_session (registry);
  g_autoptr (GError) error = NULL;
  g_autoptr (McChange) change = mc_change_new (_ ("Change the photo"));
  g_autoptr (McPerson) after = NULL;
  McPerson *person;
  gint64 id;

  if (!file)
    file = dex_await_object (mc_ask_open (GTK_WIDGET (self), _ ("Choose a Photo"), _ ("Pictures"),
                                          (const char *const[]){ "jpg", "jpeg", "png", "webp", NULL }),
                             &error);
  if (!file || !is_picture (file, &error))
    {
      mc_report_error (GTK_WIDGET (self), _ ("The photo was not changed."), error);
      return dex_future_new_false ();
    }
  id = dex_await_int64 (
      mc_session_add_attachment (session, "person", mc_person_register_get_id (registry), file, _ ("Photo")), &error);
  person = mc_person_register_get_person (registry);
  if (error || !person)
    {
      mc_report_error (GTK_WIDGET (self), _ ("The photo was not changed."), error);
      return dex_future_new_false ();
    }
  after = mc_entity_clone (person);
  g_object_set (after, "photo-id", id, NULL);
  mc_change_update (change, MC_ENTITY (person), MC_ENTITY (after));
  return mc_commit (GTK_WIDGET (self), session, change);
}

static void
replace (McPersonPhoto *self, GFile *file)
{
  if (!self->registry)
    return;
  g_set_object (&self->chosen, file);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, replace_fiber, g_object_ref (self), g_object_unref));
}

static void
clicked_cb (McPersonPhoto *self)
{
  replace (self, NULL);
}

static gboolean
drop_cb (McPersonPhoto *self, const GValue *value)
{
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->button)))
    return FALSE;
  replace (self, g_value_get_object (value));
  return TRUE;
}

static void
mc_person_photo_dispose (GObject *object)
{
  McPersonPhoto *self = MC_PERSON_PHOTO (object);

  self->stamp++;
  if (self->registry)
    g_signal_handlers_disconnect_by_func (self->registry, update, self);
  g_clear_object (&self->registry);
  g_clear_object (&self->chosen);
  G_OBJECT_CLASS (mc_person_photo_parent_class)->dispose (object);
}

static void
mc_person_photo_class_init (McPersonPhotoClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_person_photo_dispose;
}

static void
mc_person_photo_init (McPersonPhoto *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  /* Its own name would be English, and the button has one. */
  self->avatar = g_object_new (ADW_TYPE_AVATAR, "size", SIZE, "show-initials", TRUE, "accessible-role",
                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->button = GTK_BUTTON (gtk_button_new ());
  gtk_button_set_child (self->button, GTK_WIDGET (self->avatar));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "circular");
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "mc-photo");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("Choose another photo"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Photo; choose another"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
