/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-scene-node.h"

G_BEGIN_DECLS

/**
 * McParagraphStyle:
 * @size: in points
 * @justify: lines that are broken are as wide as the paragraph
 * @indent: of the first line, in points
 * @leading: the height of a line as a multiple of the face's own; 0 is 1
 */
typedef struct
{
  double size;
  gboolean bold, italic;
  McAlign align;
  gboolean justify;
  double indent;
  double leading;
} McParagraphStyle;

/**
 * McParagraph:
 * A text of an official paper in the face of those papers, laid out once and for all in lines, none of which is left
 * out or shortened; what does not fit on a page goes onto the next by lines. Reference counted, never changed, may be
 * used on any thread.
 */
typedef struct _McParagraph McParagraph;

/**
 * mc_paragraph_new:
 * @text: put into composed form; what stands between two "**" is bold; its own line breaks are kept
 * @width: points; 0: one line as long as it takes
 *
 * Returns: (transfer full)
 */
McParagraph *mc_paragraph_new (const char *text, const McParagraphStyle *style, double width);
McParagraph *mc_paragraph_ref (McParagraph *self);
void mc_paragraph_unref (McParagraph *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McParagraph, mc_paragraph_unref)

/** mc_paragraph_get_text: (transfer none): without the signs of bold. */
const char *mc_paragraph_get_text (McParagraph *self);

guint mc_paragraph_get_n_lines (McParagraph *self);

/** mc_paragraph_get_height: of @n lines from @first, in points; leading included. */
double mc_paragraph_get_height (McParagraph *self, guint first, guint n);

/** mc_paragraph_get_extent: where the lines from @first lie across: from 0 at the left, in points. */
void mc_paragraph_get_extent (McParagraph *self, guint first, guint n, double *left, double *right);

/** mc_scene_node_add_paragraph: @n lines of it from @first, the top left of the first at @x and @y. */
void mc_scene_node_add_paragraph (
    McSceneNode *self, McParagraph *paragraph, guint first, guint n, double x, double y, McTone tone);

G_END_DECLS
