/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-query.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_workload_bucket_values[] = {
  { "half_hour", N_ ("Half-hour") },
  { "day", N_ ("Day") },
  { "week", N_ ("Week") },
  { "month", N_ ("Month") },
  { "year", N_ ("Year") },
  { "whole", N_ ("The whole time") },
  { NULL, NULL },
};

const McEnumValue mc_workload_by_values[] = {
  { "none", N_ ("All together") },
  { "counter", N_ ("Counter") },
  { "agency", N_ ("Agency") },
  { "field", N_ ("Field") },
  { "procedure", N_ ("Procedure") },
  { "person", N_ ("Officer") },
  { "weekday_slot", N_ ("Weekday and half-hour") },
  { NULL, NULL },
};
