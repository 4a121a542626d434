/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-paper.h"

G_BEGIN_DECLS

/*
 * The measures of official papers: Decree 30/2020/NĐ-CP, Appendix I. Where it leaves a choice, the range stands beside
 * the choice; tests/unit/test-official.c holds the pages to the ranges.
 */

/* Sheet: section I.1, I.3. */
#define MC_OFFICIAL_TOP (20 * MC_MM)    /* 20-25 mm */
#define MC_OFFICIAL_BOTTOM (20 * MC_MM) /* 20-25 mm */
#define MC_OFFICIAL_LEFT (30 * MC_MM)   /* 30-35 mm */
#define MC_OFFICIAL_RIGHT (15 * MC_MM)  /* 15-20 mm */

/* Faces: sections I.4 to I.7 and II, the table of sizes. */
#define MC_OFFICIAL_NATION 12.0         /* 12-13, capitals, upright, bold */
#define MC_OFFICIAL_MOTTO 13.0          /* 13-14, upright, bold; the rule under it is as long as the line */
#define MC_OFFICIAL_BODY_NAME 12.0      /* 12-13, capitals; the issuer's bold with a rule of a third to a half of it */
#define MC_OFFICIAL_NUMBER 13.0         /* 13 */
#define MC_OFFICIAL_PLACE 13.0          /* 13-14, italic */
#define MC_OFFICIAL_TYPE 14.0           /* 13-14, capitals, bold */
#define MC_OFFICIAL_ABSTRACT 14.0       /* 13-14, bold; a rule of a third to a half of the line */
#define MC_OFFICIAL_SUBJECT 12.0        /* 12-13: "V/v" of an official letter */
#define MC_OFFICIAL_TEXT 14.0           /* 13-14, justified */
#define MC_OFFICIAL_INDENT (10 * MC_MM) /* 1 cm or 1.27 cm */
#define MC_OFFICIAL_PARAGRAPH 6.0       /* at least 6 pt between paragraphs */
#define MC_OFFICIAL_LEADING 1.1         /* 1.0-1.5 */
#define MC_OFFICIAL_AUTHORITY 13.0      /* 13-14, capitals, bold */
#define MC_OFFICIAL_SIGNER 14.0         /* 13-14, bold */
#define MC_OFFICIAL_RECIPIENTS 12.0     /* "Nơi nhận:": 12, bold italic */
#define MC_OFFICIAL_RECIPIENT 11.0      /* 11, upright */
#define MC_OFFICIAL_PAGE 14.0           /* 13-14, upright, centred in the top margin, not on the first page */
#define MC_OFFICIAL_APPENDIX 14.0       /* 14, bold: "Phụ lục I" and its title */
#define MC_OFFICIAL_RULE 0.41           /* of the line over it: a third to a half */

/* Tables (the Decree leaves them to the office; a roster is legible at arm's length). */
#define MC_OFFICIAL_LEAST_NAME 9.0
#define MC_OFFICIAL_LEAST_CELL 7.5

G_END_DECLS
