/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-org-seat.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (McOrgSeat, mc_org_seat, G_TYPE_OBJECT)

static void
mc_org_seat_finalize (GObject *object)
{
  McOrgSeat *self = MC_ORG_SEAT (object);

  g_free (self->key);
  g_free (self->post_code);
  g_free (self->post_name);
  g_free (self->section_code);
  g_free (self->section_name);
  g_free (self->origin_code);
  g_free (self->origin_name);
  g_free (self->origin_note);
  g_free (self->full_name);
  g_free (self->sort_key);
  g_free (self->search_key);
  g_free (self->home_code);
  g_free (self->home_name);
  g_free (self->phone);
  g_free (self->field_codes);
  G_OBJECT_CLASS (mc_org_seat_parent_class)->finalize (object);
}

static void
mc_org_seat_class_init (McOrgSeatClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_org_seat_finalize;
}

static void
mc_org_seat_init (McOrgSeat *self)
{
}

gboolean
mc_org_seat_is_vacant (McOrgSeat *self)
{
  return self->person_id == 0;
}

gboolean
mc_org_seat_is_lent (McOrgSeat *self)
{
  return self->person_id && self->origin_id && self->home_agency_id && self->origin_id != self->home_agency_id;
}

const char *
mc_org_seat_get_agency_code (McOrgSeat *self)
{
  return self->person_id ? self->home_code : self->origin_code;
}

char *
mc_org_seat_dup_title (McOrgSeat *self)
{
  if (mc_org_seat_is_vacant (self))
    return g_strdup (C_ ("seat", "Vacant"));
  return g_strdup (self->full_name ? self->full_name : "");
}

char *
mc_org_seat_dup_state (McOrgSeat *self)
{
  if (!self->seat_id)
    return g_strdup (C_ ("seat", "no seat"));
  if (mc_org_seat_is_vacant (self))
    return g_strdup (C_ ("seat", "vacant"));
  if (self->besides)
    return g_strdup (C_ ("seat", "concurrent"));
  return g_strdup ("");
}

char *
mc_org_seat_dup_post_line (McOrgSeat *self)
{
  const char *post = self->post_name ? self->post_name : "";

  if (self->besides)
    return g_strdup_printf ("%s · %s", C_ ("seat", "concurrent"), post);
  return g_strdup (post);
}

static void
append (GString *text, const char *part)
{
  if (part && *part)
    g_string_append_printf (text, "%s%s", text->len ? " · " : "", part);
}

char *
mc_org_seat_dup_description (McOrgSeat *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append (text, self->post_name);
  append (text, self->section_name);
  if (mc_org_seat_is_vacant (self))
    append (text, self->origin_name ? self->origin_name : self->origin_code);
  else
    append (text, self->home_name ? self->home_name : self->home_code);
  if (mc_org_seat_is_lent (self))
    {
      /* Translators: an agency */
      g_autofree char *lent =
          g_strdup_printf (_ ("in a seat of %s"), self->origin_name ? self->origin_name : self->origin_code);

      append (text, lent);
    }
  append (text, self->phone);
  return g_string_free_and_steal (g_steal_pointer (&text));
}
