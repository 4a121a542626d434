/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-org-chart.h"

#include <glib/gi18n-lib.h>

/* The numbers under the chart, and why they differ. */

McOrgCount
mc_org_chart_count (McOrgChart *self)
{
  const GPtrArray *seats = mc_org_chart_get_seats (self);
  g_autoptr (GHashTable) people = g_hash_table_new (g_int64_hash, g_int64_equal);
  McOrgCount count = { .seats = seats->len, .loose = mc_org_chart_get_loose (self)->len };

  for (guint i = 0; i < seats->len; i++)
    {
      McOrgSeat *seat = g_ptr_array_index (seats, i);

      count.concurrent_seats += seat->post_concurrent;
      count.part_time += seat->part_time;
      count.besides += seat->besides;
      if (!seat->person_id)
        continue;
      count.filled++;
      g_hash_table_add (people, &seat->person_id);
    }
  count.heads = count.seats - count.concurrent_seats;
  count.vacant = count.seats - count.filled;
  count.people = g_hash_table_size (people);
  return count;
}

char *
mc_org_chart_dup_headline (McOrgChart *self)
{
  McOrgCount count = mc_org_chart_count (self);

  /* Translators: numbers of places in posts, of those held, of those free, and of people */
  return g_strdup_printf (_ ("%u seats · %u filled · %u vacant · %u people"), count.seats, count.filled, count.vacant,
                          count.people);
}

/* The names of the posts that add no head. */
static char *
concurrent_posts (McOrgChart *self)
{
  const GPtrArray *posts = mc_org_chart_get_posts (self);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < posts->len; i++)
    {
      McOrgPost *post = g_ptr_array_index (posts, i);

      if (post->concurrent)
        g_string_append_printf (names, "%s%s", names->len ? ", " : "", post->name);
    }
  return g_string_free_and_steal (g_steal_pointer (&names));
}

static void
add_sentence (GString *text, char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len ? " " : "", sentence);
  g_free (sentence);
}

char *
mc_org_chart_dup_why (McOrgChart *self)
{
  McOrgCount count = mc_org_chart_count (self);
  g_autoptr (GString) text = g_string_new (NULL);

  if (count.concurrent_seats)
    {
      g_autofree char *names = concurrent_posts (self);

      /* Translators: numbers of seats and of heads; names of posts */
      add_sentence (text, g_strdup_printf (_ ("%u seats are %u heads by the plan: whoever holds “%s” is counted in "
                                              "another seat already."),
                                           count.seats, count.heads, names));
    }
  if (count.besides > 0)
    add_sentence (text, g_strdup_printf (ngettext ("%u seat is held besides another, by somebody who is counted once.",
                                                   "%u seats are held besides another, by people who are counted once.",
                                                   count.besides),
                                         count.besides));
  if (count.vacant)
    add_sentence (
        text, g_strdup_printf (ngettext ("%u seat is vacant.", "%u seats are vacant.", count.vacant), count.vacant));
  if (count.part_time)
    add_sentence (text,
                  g_strdup_printf (ngettext ("%u seat is part-time: the main work is elsewhere.",
                                             "%u seats are part-time: the main work is elsewhere.", count.part_time),
                                   count.part_time));
  if (count.loose)
    add_sentence (text, g_strdup_printf (ngettext ("%u person is on duty here without a seat.",
                                                   "%u people are on duty here without a seat.", count.loose),
                                         count.loose));
  return g_string_free_and_steal (g_steal_pointer (&text));
}
