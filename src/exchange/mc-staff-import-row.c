/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-staff-import-row.h"

struct _McStaffImportRow
{
  GObject parent_instance;

  McTableRow *cells;
  McPerson *person;
  McPersonPrivate *private_data;
  McTour *tour;
  McPerson *known;
  gint64 field;
  char *agency_name;
  guint n_errors;
};

G_DEFINE_FINAL_TYPE (McStaffImportRow, mc_staff_import_row, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NUMBER,
  PROP_NAME,
  PROP_AGENCY,
  PROP_PERIOD,
  PROP_N_ERRORS,
  PROP_KNOWN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
mc_staff_import_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McStaffImportRow *self = MC_STAFF_IMPORT_ROW (object);

  switch (id)
    {
    case PROP_NUMBER:
      g_value_set_uint (value, mc_staff_import_row_get_number (self));
      break;
    case PROP_NAME:
      g_value_set_string (value, self->person->full_name);
      break;
    case PROP_AGENCY:
      g_value_set_string (value, self->agency_name);
      break;
    case PROP_PERIOD:
      if (self->tour->during.from == MC_DAY_NONE)
        g_value_set_string (value, "");
      else
        g_value_take_string (value, mc_period_format_people (self->tour->during));
      break;
    case PROP_N_ERRORS:
      g_value_set_uint (value, self->n_errors);
      break;
    case PROP_KNOWN:
      g_value_set_object (value, self->known);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_staff_import_row_finalize (GObject *object)
{
  McStaffImportRow *self = MC_STAFF_IMPORT_ROW (object);

  g_clear_object (&self->cells);
  g_clear_object (&self->person);
  g_clear_object (&self->private_data);
  g_clear_object (&self->tour);
  g_clear_object (&self->known);
  g_free (self->agency_name);
  G_OBJECT_CLASS (mc_staff_import_row_parent_class)->finalize (object);
}

static void
mc_staff_import_row_class_init (McStaffImportRowClass *klass)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mc_staff_import_row_get_property;
  object_class->finalize = mc_staff_import_row_finalize;
  properties[PROP_NUMBER] = g_param_spec_uint ("number", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_AGENCY] = g_param_spec_string ("agency", NULL, NULL, NULL, flags);
  properties[PROP_PERIOD] = g_param_spec_string ("period", NULL, NULL, NULL, flags);
  properties[PROP_N_ERRORS] = g_param_spec_uint ("n-errors", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_KNOWN] = g_param_spec_object ("known", NULL, NULL, MC_TYPE_PERSON, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_staff_import_row_init (McStaffImportRow *self)
{
  self->person = mc_person_new ();
  self->private_data = mc_person_private_new ();
  self->tour = mc_tour_new ();
}

McStaffImportRow *
mc_staff_import_row_new (McTableRow *cells)
{
  McStaffImportRow *self = g_object_new (MC_TYPE_STAFF_IMPORT_ROW, NULL);

  self->cells = g_object_ref (cells);
  /* What a list means that has no such column. */
  self->person->sex = MC_SEX_UNKNOWN;
  self->person->employment = MC_EMPLOYMENT_CIVIL_SERVANT;
  self->tour->kind = MC_TOUR_KIND_SECONDED;
  self->tour->role = MC_TOUR_ROLE_PRIMARY;
  return self;
}

guint
mc_staff_import_row_get_number (McStaffImportRow *self)
{
  g_return_val_if_fail (MC_IS_STAFF_IMPORT_ROW (self), 0);
  return mc_table_row_get_number (self->cells);
}

McTableRow *
mc_staff_import_row_get_cells (McStaffImportRow *self)
{
  g_return_val_if_fail (MC_IS_STAFF_IMPORT_ROW (self), NULL);
  return self->cells;
}

McPerson *
mc_staff_import_row_get_person (McStaffImportRow *self)
{
  g_return_val_if_fail (MC_IS_STAFF_IMPORT_ROW (self), NULL);
  return self->person;
}

McPersonPrivate *
mc_staff_import_row_get_private (McStaffImportRow *self)
{
  g_return_val_if_fail (MC_IS_STAFF_IMPORT_ROW (self), NULL);
  return self->private_data;
}

gboolean
mc_staff_import_row_has_private (McStaffImportRow *self)
{
  const McPersonPrivate *data;

  g_return_val_if_fail (MC_IS_STAFF_IMPORT_ROW (self), FALSE);
  data = self->private_data;
  return data->birth_date != MC_DAY_NONE || (data->identity_no && *data->identity_no) ||
         (data->home_address && *data->home_address) || (data->private_phone && *data->private_phone);
}

McTour *
mc_staff_import_row_get_tour (McStaffImportRow *self)
{
  g_return_val_if_fail (MC_IS_STAFF_IMPORT_ROW (self), NULL);
  return self->tour;
}

gint64
mc_staff_import_row_get_field (McStaffImportRow *self)
{
  g_return_val_if_fail (MC_IS_STAFF_IMPORT_ROW (self), 0);
  return self->field;
}

McPerson *
mc_staff_import_row_get_known (McStaffImportRow *self)
{
  g_return_val_if_fail (MC_IS_STAFF_IMPORT_ROW (self), NULL);
  return self->known;
}

guint
mc_staff_import_row_get_n_errors (McStaffImportRow *self)
{
  g_return_val_if_fail (MC_IS_STAFF_IMPORT_ROW (self), 0);
  return self->n_errors;
}

void
mc_staff_import_row_set_field (McStaffImportRow *self, gint64 field)
{
  g_return_if_fail (MC_IS_STAFF_IMPORT_ROW (self));
  self->field = field;
}

void
mc_staff_import_row_set_known (McStaffImportRow *self, McPerson *known)
{
  g_return_if_fail (MC_IS_STAFF_IMPORT_ROW (self));
  if (g_set_object (&self->known, known))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KNOWN]);
}

void
mc_staff_import_row_set_agency_name (McStaffImportRow *self, const char *name)
{
  g_return_if_fail (MC_IS_STAFF_IMPORT_ROW (self));
  if (g_set_str (&self->agency_name, name))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AGENCY]);
}

void
mc_staff_import_row_add_error (McStaffImportRow *self)
{
  g_return_if_fail (MC_IS_STAFF_IMPORT_ROW (self));
  self->n_errors++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ERRORS]);
}
