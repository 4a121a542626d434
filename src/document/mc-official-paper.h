/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-day.h"
#include "mc-paper-table.h"
#include "mc-paper.h"

G_BEGIN_DECLS

#define MC_TYPE_OFFICIAL_PAPER (mc_official_paper_get_type ())
G_DECLARE_FINAL_TYPE (McOfficialPaper, mc_official_paper, MC, OFFICIAL_PAPER, GObject)

/**
 * McOfficialPaper:
 * A paper in the form of Decree 30/2020/NĐ-CP, in Vietnamese: what it says, and its pages. It implements McSheets: one
 * call paints a page on screen, on the printer and in a PDF, there as tagged text.
 *
 * What it says is one JSON object (mc_official_paper_to_json()), which the register keeps as it was issued and which
 * gives the same pages again. Every setter emits `changed`; pages are laid out when they are first asked for.
 */
McOfficialPaper *mc_official_paper_new (void);

/**
 * mc_official_paper_new_from_json:
 * @text: what mc_official_paper_to_json() gave
 * @error: MC_ERROR_INVALID where it is none
 *
 * Returns: (transfer full)
 */
McOfficialPaper *mc_official_paper_new_from_json (const char *text, GError **error);
/** mc_official_paper_to_json: (transfer full) */
char *mc_official_paper_to_json (McOfficialPaper *self);

/** mc_official_paper_set_sheet: of the pages before the first appendix; A4 upright unless another is said. */
void mc_official_paper_set_sheet (McOfficialPaper *self, McPaperSize size, gboolean landscape);

/** mc_official_paper_set_issuer: the body over the issuing body (nullable) and the issuing body; painted in capitals.
 */
void mc_official_paper_set_issuer (McOfficialPaper *self, const char *parent, const char *issuer);

/**
 * mc_official_paper_set_number:
 * @number: 0: not drawn yet: room is left for it
 * @symbol: from mc_official_format_symbol()
 */
void mc_official_paper_set_number (McOfficialPaper *self, guint number, const char *symbol);

/** mc_official_paper_set_date: MC_DAY_NONE: not dated yet: room is left for it. */
void mc_official_paper_set_date (McOfficialPaper *self, const char *place, McDay day);

/**
 * mc_official_paper_set_type:
 * @type: (nullable): "Thông báo", "Giấy nghỉ phép" …, painted in capitals over the text; %NULL for an official letter,
 *   whose abstract stands as "V/v …" under its number
 * @abstract: (nullable)
 */
void mc_official_paper_set_type (McOfficialPaper *self, const char *type, const char *abstract);

/** mc_official_paper_add_addressee: after "Kính gửi:", in the order they are added. */
void mc_official_paper_add_addressee (McOfficialPaper *self, const char *addressee);

/**
 * mc_official_paper_add_paragraph: to the text, or to the appendix that was begun last; "**" around what is bold.
 * _add_centred: a bold line in the middle. _add_note: smaller, without indent, for what explains a table.
 */
void mc_official_paper_add_paragraph (McOfficialPaper *self, const char *text);
void mc_official_paper_add_centred (McOfficialPaper *self, const char *text);
void mc_official_paper_add_note (McOfficialPaper *self, const char *text);
void mc_official_paper_add_table (McOfficialPaper *self, McPaperTable *table);
/** mc_official_paper_add_page_break: what follows begins on a new page. */
void mc_official_paper_add_page_break (McOfficialPaper *self);

/** mc_official_paper_add_recipient: a line under "Nơi nhận:", with its dash and its last sign: "- Như trên;". */
void mc_official_paper_add_recipient (McOfficialPaper *self, const char *line);

/**
 * mc_official_paper_set_signature:
 * @authority: (nullable): lines of authority and post ("KT. Giám đốc\nPhó Giám đốc"), painted in capitals
 * @name: (nullable): without degrees before it
 */
void mc_official_paper_set_signature (McOfficialPaper *self, const char *authority, const char *name);

/**
 * mc_official_paper_begin_appendix:
 * @label: (nullable): "Phụ lục I"; %NULL where there is but one: "Phụ lục"
 *
 * Begins on a new sheet of its own size, with a line that says to which paper it belongs.
 */
void mc_official_paper_begin_appendix (
    McOfficialPaper *self, const char *label, const char *title, McPaperSize size, gboolean landscape);

/**
 * McOfficialFrame: what papers of one office and one occasion share; any member may be left 0. Copied.
 * @type, @abstract: as of mc_official_paper_set_type()
 * @number, @symbol, @place, @day, @authority, @signer: as of the setters of McOfficialPaper
 * @recipients: (array zero-terminated=1) (nullable)
 */
typedef struct
{
  const char *parent, *issuer;
  guint number;
  const char *symbol;
  const char *place;
  McDay day;
  const char *type, *abstract;
  const char *authority, *signer;
  const char *const *recipients;
} McOfficialFrame;

/** mc_official_paper_set_frame: all of it. */
void mc_official_paper_set_frame (McOfficialPaper *self, const McOfficialFrame *frame);

/** mc_official_paper_get_page_scene: (transfer none): page @page in points: nodes are what is read one after another.
 */
McScene *mc_official_paper_get_page_scene (McOfficialPaper *self, guint page);

G_END_DECLS
