/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-honorific.h"

const char *
mc_honorific (McSex sex, gboolean within)
{
  if (within)
    return sex == MC_SEX_FEMALE ? "bà" : "ông";
  return sex == MC_SEX_FEMALE ? "Bà" : "Ông";
}
