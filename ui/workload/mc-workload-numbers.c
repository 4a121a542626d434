/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-numbers.h"

#include "mc-noun.h"
#include "mc-number.h"
#include "mc-workload-count.h"

#define NUMBER(name) { #name, G_STRUCT_OFFSET (McWorkloadRow, name) }

static const McWorkloadNumber dossiers[] = {
  NUMBER (received), NUMBER (early),   NUMBER (on_time),   NUMBER (overdue),
  NUMBER (returned), NUMBER (digital), NUMBER (open_late),
};

static const McWorkloadNumber tickets[] = { NUMBER (arrived), NUMBER (served), NUMBER (no_show), NUMBER (unserved) };

static const McWorkloadNumber ratings[] = {
  NUMBER (very_satisfied), NUMBER (satisfied), NUMBER (neutral), NUMBER (dissatisfied), NUMBER (very_dissatisfied),
};

static const struct
{
  const char *table;
  const McWorkloadNumber *numbers;
  guint n;
} kinds[] = {
  [MC_WORKLOAD_DOSSIER] = { "dossier_count", dossiers, G_N_ELEMENTS (dossiers) },
  [MC_WORKLOAD_TICKET] = { "ticket_count", tickets, G_N_ELEMENTS (tickets) },
  [MC_WORKLOAD_RATING] = { "rating_count", ratings, G_N_ELEMENTS (ratings) },
};

const McWorkloadNumber *
mc_workload_numbers (McWorkloadKind kind, guint *n)
{
  *n = kinds[kind].n;
  return kinds[kind].numbers;
}

const char *
mc_workload_number_label (McWorkloadKind kind, const McWorkloadNumber *number)
{
  McEntityClass *noun = mc_noun_get_class (mc_noun_from_table (kinds[kind].table));

  return mc_field_info_get_label (mc_entity_class_find_field (noun, number->field));
}

char *
mc_workload_numbers_format (McWorkloadKind kind, GArray *counts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < kinds[kind].n; i++)
    {
      const McWorkloadNumber *number = &kinds[kind].numbers[i];
      gint64 sum = 0;
      g_autofree char *shown = NULL;

      for (guint k = 0; k < counts->len; k++)
        sum += G_STRUCT_MEMBER (gint64, &g_array_index (counts, McWorkloadCount, k).sums, number->offset);
      shown = mc_number_format_int (sum);
      g_string_append_printf (text, "%s%s: %s", i ? " · " : "", mc_workload_number_label (kind, number), shown);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
