/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-official-measures.h"
#include "mc-official-paper.h"
#include "mc-paragraph.h"

G_BEGIN_DECLS

/** McOfficialStep: what is done to paint a page: a node, or the beginning (@tag) or the end of a structure element. */
typedef struct
{
  McSceneNode *node; /* of the page's scene */
  const char *tag;   /* static */
} McOfficialStep;

/** McOfficialPage: laid out and never changed. */
typedef struct
{
  double width, height;
  McScene *scene;
  GArray *steps; /* of McOfficialStep */
  GString *text; /* as it is read, a line for each block */
} McOfficialPage;

McOfficialPage *mc_official_page_new (double width, double height);
void mc_official_page_free (McOfficialPage *self);
/** mc_official_page_get_inside: the page within its margins. */
McRect mc_official_page_get_inside (double width, double height);
/** mc_official_page_open, _close: a structure element: "P", "H1", "Table", "TR", "TH", "TD". */
void mc_official_page_open (McOfficialPage *self, const char *tag);
void mc_official_page_close (McOfficialPage *self, const char *tag);
/** mc_official_page_add_lines: @n lines of @paragraph at a place; within the element that is open. */
void
mc_official_page_add_lines (McOfficialPage *self, McParagraph *paragraph, guint first, guint n, double x, double y);
/** mc_official_page_add_rule: a line across, @width long. */
void mc_official_page_add_rule (McOfficialPage *self, double x, double y, double width);
/** mc_official_page_add_node: (transfer full) */
void mc_official_page_add_node (McOfficialPage *self, McSceneNode *node);

/**
 * McOfficialBlock: a piece of a paper that stands on one page or goes on by its parts (lines, rows) on the next.
 */
typedef struct _McOfficialBlock McOfficialBlock;
struct _McOfficialBlock
{
  guint n_parts;
  double before;      /* from what stands over it; not at the top of a page */
  double left;        /* of the text area; set when it is made */
  double again;       /* the height of what is repeated before a part on a new page */
  double stretch;     /* added to each part: what mc_paper_table_set_fit() asks for */
  double least;       /* the least that this may be, below 0 */
  gboolean fits;      /* asks for it */
  gboolean with_next; /* its last part stands on the page of what follows */
  gboolean new_page;  /* begins on a new page */
  double (*get_height) (McOfficialBlock *self, guint part);
  gboolean (*keeps) (McOfficialBlock *self, guint part); /* stands on the page of the next part */
  /* Parts @from to @to - 1 one under another, @again after what is repeated. */
  void (*draw) (McOfficialBlock *self, McOfficialPage *page, guint from, guint to, double y, gboolean again);
  void (*free) (McOfficialBlock *self);
};

void mc_official_block_free (McOfficialBlock *self);

/** McOfficialTextKind: how a text of the body looks. */
typedef enum
{
  MC_OFFICIAL_PARAGRAPH_TEXT,
  MC_OFFICIAL_CENTRED_TEXT,
  MC_OFFICIAL_NOTE_TEXT,
} McOfficialTextKind;

/* Blocks in an area of @width that begins at @left; all (transfer full). @content: the paper's. */
McOfficialBlock *mc_official_text_new (const char *text, McOfficialTextKind kind, double left, double width);
McOfficialBlock *mc_official_head_new (JsonObject *content, double left, double width);
McOfficialBlock *mc_official_addressees_new (JsonObject *content, double left, double width);
McOfficialBlock *mc_official_appendix_new (JsonObject *content, JsonObject *appendix, double left, double width);
McOfficialBlock *mc_official_foot_new (JsonObject *content, double left, double width);
McOfficialBlock *mc_official_table_new (JsonObject *table, double left, double width);
/** mc_official_table_get_problem: (nullable) (transfer full): for people, why it cannot stand on the page. */
char *mc_official_table_get_problem (McOfficialBlock *table);

/**
 * McOfficialColumn: lines of text under one another in a column, each centred or from the left; for heads and feet.
 */
typedef struct
{
  McOfficialPage *page; /* NULL: only measured */
  double x, width, y;
  double shift; /* of what was added last, from @x */
} McOfficialColumn;

/** mc_official_column_add: (transfer full): the paragraph, for what stands under it; moves @self->y. */
McParagraph *
mc_official_column_add (McOfficialColumn *self, const char *text, const McParagraphStyle *style, const char *tag);
/** mc_official_column_rule: under the last line of @over, @share of its length. */
void mc_official_column_rule (McOfficialColumn *self, McParagraph *over, double share);

/**
 * mc_official_flow: (transfer full) (element-type McOfficialPage): the pages of @blocks (element-type McOfficialBlock).
 * @first: the number of the first of them.
 */
GPtrArray *mc_official_flow (GPtrArray *blocks, double width, double height, guint first);

/** mc_official_dup_reference: (transfer full): "Thông báo số 05/TB-TTPVHCC ngày … của …", as appendices name it. */
char *mc_official_dup_reference (JsonObject *content);
/** mc_official_dup_number: (transfer full): "05/TB-TTPVHCC", with room where the number is not drawn yet. */
char *mc_official_dup_number (JsonObject *content);

/** mc_official_string: (nullable): a member that is text; %NULL where it is none or empty. */
const char *mc_official_string (JsonObject *object, const char *name);
/** mc_official_array: (nullable) */
JsonArray *mc_official_array (JsonObject *object, const char *name);

G_END_DECLS
