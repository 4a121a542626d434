/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a paper: its parts are its lines. */
#include "mc-official-private.h"

typedef struct
{
  McOfficialBlock block;
  McParagraph *paragraph;
} Text;

static const McParagraphStyle styles[] = {
  [MC_OFFICIAL_PARAGRAPH_TEXT] = { .size = MC_OFFICIAL_TEXT,
                                   .justify = TRUE,
                                   .indent = MC_OFFICIAL_INDENT,
                                   .leading = MC_OFFICIAL_LEADING },
  [MC_OFFICIAL_CENTRED_TEXT] = { .size = MC_OFFICIAL_TEXT,
                                 .bold = TRUE,
                                 .align = MC_ALIGN_CENTER,
                                 .leading = MC_OFFICIAL_LEADING },
  [MC_OFFICIAL_NOTE_TEXT] = { .size = MC_OFFICIAL_RECIPIENT, .leading = 1 },
};

static double
text_get_height (McOfficialBlock *block, guint part)
{
  return mc_paragraph_get_height (((Text *)block)->paragraph, part, 1);
}

/* No first line alone at the foot of a page, no last line alone at the head of one. */
static gboolean
text_keeps (McOfficialBlock *block, guint part)
{
  return block->n_parts > 1 && (part == 0 || part == block->n_parts - 2);
}

static void
text_draw (McOfficialBlock *block, McOfficialPage *page, guint from, guint to, double y, gboolean again)
{
  mc_official_page_open (page, "P");
  mc_official_page_add_lines (page, ((Text *)block)->paragraph, from, to - from, block->left, y);
  mc_official_page_close (page, "P");
}

static void
text_free (McOfficialBlock *block)
{
  mc_paragraph_unref (((Text *)block)->paragraph);
  g_free (block);
}

McOfficialBlock *
mc_official_text_new (const char *text, McOfficialTextKind kind, double left, double width)
{
  Text *self = g_new0 (Text, 1);

  self->paragraph = mc_paragraph_new (text, &styles[kind], width);
  self->block.n_parts = mc_paragraph_get_n_lines (self->paragraph);
  self->block.before = kind == MC_OFFICIAL_NOTE_TEXT ? MC_OFFICIAL_PARAGRAPH / 2 : MC_OFFICIAL_PARAGRAPH;
  self->block.left = left;
  self->block.with_next = kind == MC_OFFICIAL_CENTRED_TEXT;
  self->block.get_height = text_get_height;
  self->block.keeps = text_keeps;
  self->block.draw = text_draw;
  self->block.free = text_free;
  return &self->block;
}
