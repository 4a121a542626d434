/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-paper-draft.h"

#include <math.h>
#include <string.h>

#include "mc-honorific.h"
#include "mc-number.h"
#include "mc-official-words.h"
#include "mc-paper-text.h"

static void
add_text (GHashTable *values, const char *name, const char *value)
{
  if (value && *value)
    g_hash_table_insert (values, (gpointer)name, g_strdup (value));
}

static void
add_day (GHashTable *values, const char *name, McDay day)
{
  if (day != MC_DAY_NONE)
    g_hash_table_insert (values, (gpointer)name, mc_official_format_day (day));
}

static void
add_time (GHashTable *values, const char *name, int minutes)
{
  if (minutes >= 0)
    g_hash_table_insert (values, (gpointer)name, mc_official_format_time ((guint)minutes));
}

/* What the office calls itself. */
static void
add_office (GHashTable *values, McPaperOffice *office)
{
  McOfficialFrame frame = mc_paper_office_get_frame (office);

  add_text (values, "centre", frame.issuer);
  add_text (values, "parent", frame.parent);
  add_text (values, "place", frame.place);
}

static void
add_person (GHashTable *values, McStaffEntry *person)
{
  add_text (values, "honorific", mc_honorific (person->sex, FALSE));
  add_text (values, "person", person->full_name);
  add_text (values, "agency", person->tour_agency_name ? person->tour_agency_name : person->home_agency_name);
  add_text (values, "post", person->post_name);
}

GHashTable *
mc_paper_matter_make_values (const McPaperMatter *self)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  int year;

  if (self->person)
    add_person (values, self->person);
  add_text (values, "agency", self->agency);
  if (self->today != MC_DAY_NONE)
    {
      mc_day_split (self->from != MC_DAY_NONE ? self->from : self->today, &year, NULL, NULL);
      g_hash_table_insert (values, (gpointer) "year", g_strdup_printf ("%d", year));
    }
  add_day (values, "today", self->today);
  add_day (values, "from", self->from);
  add_day (values, "to", self->last);
  add_day (values, "request_date", self->request_day);
  add_day (values, "answer_by", self->answer_by);
  if (self->days >= 0)
    g_hash_table_insert (values, (gpointer) "days",
                         self->days > floor (self->days) ? mc_number_format (self->days, 1)
                                                         : mc_official_format_number ((guint)self->days));
  add_time (values, "morning", self->morning);
  add_time (values, "afternoon", self->afternoon);
  add_text (values, "counter", self->counter);
  add_text (values, "field", self->field);
  add_text (values, "standby", self->standby);
  add_text (values, "reason", self->reason);
  add_text (values, "where", self->where);
  add_text (values, "period", self->period);
  add_text (values, "session", self->session);
  add_text (values, "old_place", self->old_place);
  add_text (values, "new_place", self->new_place);
  return values;
}

McOfficialPaper *
mc_paper_draft_make_paper (McPaperTemplate *texts, McPaperOffice *office, GHashTable *values)
{
  McOfficialFrame frame = mc_paper_office_get_frame (office);
  g_autofree char *symbol = mc_paper_office_dup_symbol (office, texts->type_code);

  frame.symbol = symbol;
  frame.authority = "Giám đốc";
  return mc_paper_template_make (texts, &frame, values);
}

/* Where the text has no abstract, the register says whose paper it is: "Giấy nghỉ phép của Bà Nguyễn Thị Mẫu". */
static char *
make_abstract (McPaperTemplate *texts, GHashTable *values)
{
  if (texts->abstract)
    return mc_paper_text_fill (texts->abstract, values);
  if (texts->type_name && g_hash_table_contains (values, "person"))
    return g_strdup_printf ("%s của %s %s", texts->type_name, (char *)g_hash_table_lookup (values, "honorific"),
                            (char *)g_hash_table_lookup (values, "person"));
  return g_strdup (texts->type_name);
}

void
mc_paper_draft_take (
    McRegisteredPaper *draft, McPaperTemplate *texts, McPaperOffice *office, GHashTable *values, McOfficialPaper *paper)
{
  add_office (values, office);
  draft->kind = texts->kind;
  g_set_str (&draft->type_code, texts->type_code);
  g_free (draft->symbol);
  draft->symbol = mc_paper_office_dup_symbol (office, texts->type_code);
  g_free (draft->abstract);
  draft->abstract = make_abstract (texts, values);
  g_free (draft->recipients);
  draft->recipients = mc_paper_text_fill (texts->addressee ? texts->addressee : texts->recipients, values);
  g_free (draft->content);
  draft->content = mc_official_paper_to_json (paper);
}

McRegisteredPaper *
mc_paper_draft_new (const McPaperMatter *matter,
                    McPaperTemplate *texts,
                    McPaperOffice *office,
                    McPaperFill fill,
                    gpointer data,
                    GError **error)
{
  g_autoptr (GHashTable) values = mc_paper_matter_make_values (matter);
  g_autoptr (McOfficialPaper) paper = mc_paper_draft_make_paper (texts, office, values);
  McRegisteredPaper *draft;

  if (fill && !fill (paper, data, error))
    return NULL;
  draft = mc_registered_paper_new ();
  mc_paper_draft_take (draft, texts, office, values, paper);
  if (matter->person)
    draft->person_id = mc_entity_get_id (MC_ENTITY (matter->person));
  draft->agency_id = matter->agency_id                ? matter->agency_id
                     : !matter->person                ? 0
                     : matter->person->tour_agency_id ? matter->person->tour_agency_id
                                                      : matter->person->home_agency_id;
  draft->subject = matter->subject;
  draft->subject_id = matter->subject_id;
  return draft;
}

char *
mc_paper_draft_dup_open (McPaperTemplate *texts, McPaperOffice *office, GHashTable *values)
{
  const char *all[] = { texts->abstract, texts->addressee, texts->body, texts->recipients };
  g_autoptr (GString) open = g_string_new (NULL);

  add_office (values, office);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autofree char *filled = mc_paper_text_fill (all[i], values);

      for (const char *at = filled; (at = strchr (at, '{')); at++)
        {
          const char *end = strchr (at, '}');
          g_autofree char *name = end ? g_strndup (at, (gsize)(end - at + 1)) : NULL;

          if (name && !strstr (open->str, name))
            g_string_append_printf (open, "%s%s", open->len > 0 ? ", " : "", name);
        }
    }
  return open->len > 0 ? g_string_free_and_steal (g_steal_pointer (&open)) : NULL;
}
