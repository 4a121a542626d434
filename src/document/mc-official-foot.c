/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recipients on the left, authority and signer on the right: Decree 30/2020, Appendix I, section II.7 and II.9. */
#include "mc-official-private.h"

#define SIGN_ROOM 62.0   /* points for the signature and the seal over a third of it */
#define SIGN_ACROSS 46.0 /* the same on a sheet that lies across */
#define ACROSS 600.0     /* points of width from which a sheet does */
#define BEFORE 10.0

typedef struct
{
  McOfficialBlock block;
  JsonObject *content;
  double width;
} Foot;

static const McParagraphStyle recipients = { .size = MC_OFFICIAL_RECIPIENTS, .bold = TRUE, .italic = TRUE };
static const McParagraphStyle recipient = { .size = MC_OFFICIAL_RECIPIENT };
static const McParagraphStyle authority = { .size = MC_OFFICIAL_AUTHORITY, .bold = TRUE, .align = MC_ALIGN_CENTER };
static const McParagraphStyle signer = { .size = MC_OFFICIAL_SIGNER, .bold = TRUE, .align = MC_ALIGN_CENTER };

static void
add (McOfficialColumn *column, const char *line, const McParagraphStyle *style)
{
  mc_paragraph_unref (mc_official_column_add (column, line, style, "P"));
}

static double
lay (Foot *self, McOfficialPage *page, double y)
{
  JsonArray *lines = mc_official_array (self->content, "recipients");
  const char *post = mc_official_string (self->content, "authority");
  const char *name = mc_official_string (self->content, "signer");
  McOfficialColumn left = { .page = page, .x = self->block.left, .width = self->width * 0.45, .y = y };
  McOfficialColumn right = {
    .page = page, .x = self->block.left + self->width * 0.45, .width = self->width * 0.55, .y = y
  };

  if (lines && json_array_get_length (lines) > 0)
    {
      add (&left, "Nơi nhận:", &recipients);
      for (guint i = 0; i < json_array_get_length (lines); i++)
        add (&left, json_array_get_string_element (lines, i), &recipient);
    }
  if (post)
    {
      g_autofree char *capitals = g_utf8_strup (post, -1);

      add (&right, capitals, &authority);
    }
  if (post || name)
    right.y += self->width > ACROSS ? SIGN_ACROSS : SIGN_ROOM;
  if (name)
    add (&right, name, &signer);
  return MAX (left.y, right.y) - y;
}

static double
foot_get_height (McOfficialBlock *block, guint part)
{
  return lay ((Foot *)block, NULL, 0);
}

static gboolean
foot_keeps (McOfficialBlock *block, guint part)
{
  return FALSE;
}

static void
foot_draw (McOfficialBlock *block, McOfficialPage *page, guint from, guint to, double y, gboolean again)
{
  lay ((Foot *)block, page, y);
}

static void
foot_free (McOfficialBlock *block)
{
  json_object_unref (((Foot *)block)->content);
  g_free (block);
}

McOfficialBlock *
mc_official_foot_new (JsonObject *content, double left, double width)
{
  Foot *self = g_new0 (Foot, 1);

  self->content = json_object_ref (content);
  self->width = width;
  self->block.n_parts = 1;
  self->block.before = BEFORE;
  self->block.left = left;
  self->block.get_height = foot_get_height;
  self->block.keeps = foot_keeps;
  self->block.draw = foot_draw;
  self->block.free = foot_free;
  return &self->block;
}
