/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McSex: Sex, for the form of address (Ông, Bà). */
typedef enum
{
  MC_SEX_UNKNOWN,
  MC_SEX_MALE,
  MC_SEX_FEMALE,
} McSex;

extern const McEnumValue mc_sex_values[];

/** McEmployment: By what a person is employed. */
typedef enum
{
  MC_EMPLOYMENT_CIVIL_SERVANT,
  MC_EMPLOYMENT_PUBLIC_EMPLOYEE,
  MC_EMPLOYMENT_CONTRACT,
  MC_EMPLOYMENT_POSTAL,
} McEmployment;

extern const McEnumValue mc_employment_values[];

#define MC_TYPE_PERSON (mc_person_get_type ())
G_DECLARE_FINAL_TYPE (McPerson, mc_person, MC, PERSON, McEntity)

/**
 * McPerson:
 * A person who works or worked at the centre. What the law protects is in McPersonPrivate.
 */
struct _McPerson
{
  McEntity parent_instance;

  char *full_name;
  char *family_name;
  char *middle_name;
  char *given_name;
  McSex sex;
  char *title_prefix;
  char *public_phone;
  char *email;
  gint64 photo_id;
  gint64 rank_id;
  McEmployment employment;
  gboolean is_sample;
  McDay joined_state_service;
  char *note;
  McDay anonymised_on;
  char *sort_key;
  char *search_key;
};

/** mc_person_new: (transfer full): an unsaved one. */
McPerson *mc_person_new (void);

G_END_DECLS
