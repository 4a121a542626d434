/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-paper-matter.h"

G_DEFINE_BOXED_TYPE (McPaperMatter, mc_paper_matter, mc_paper_matter_copy, mc_paper_matter_free)

static const gsize texts[] = {
  G_STRUCT_OFFSET (McPaperMatter, agency),    G_STRUCT_OFFSET (McPaperMatter, counter),
  G_STRUCT_OFFSET (McPaperMatter, field),     G_STRUCT_OFFSET (McPaperMatter, standby),
  G_STRUCT_OFFSET (McPaperMatter, reason),    G_STRUCT_OFFSET (McPaperMatter, where),
  G_STRUCT_OFFSET (McPaperMatter, period),    G_STRUCT_OFFSET (McPaperMatter, session),
  G_STRUCT_OFFSET (McPaperMatter, old_place), G_STRUCT_OFFSET (McPaperMatter, new_place),
};

McPaperMatter *
mc_paper_matter_new (McPaperKind kind, McDay today)
{
  McPaperMatter *self = g_new0 (McPaperMatter, 1);

  self->kind = kind;
  self->today = today;
  self->from = self->last = self->request_day = self->answer_by = MC_DAY_NONE;
  self->days = -1;
  self->morning = self->afternoon = -1;
  return self;
}

McPaperMatter *
mc_paper_matter_copy (const McPaperMatter *self)
{
  McPaperMatter *copy = g_new (McPaperMatter, 1);

  *copy = *self;
  if (copy->person)
    g_object_ref (copy->person);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    G_STRUCT_MEMBER (char *, copy, texts[i]) = g_strdup (G_STRUCT_MEMBER (char *, self, texts[i]));
  return copy;
}

void
mc_paper_matter_free (McPaperMatter *self)
{
  g_clear_object (&self->person);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (G_STRUCT_MEMBER (char *, self, texts[i]));
  g_free (self);
}
