/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-paper-template.h"

G_BEGIN_DECLS

/** McPaperState: How far an official paper is. */
typedef enum
{
  MC_PAPER_STATE_DRAFT,
  MC_PAPER_STATE_ISSUED,
  MC_PAPER_STATE_WITHDRAWN,
} McPaperState;

extern const McEnumValue mc_paper_state_values[];

/** McPaperCapacity: In whose name a paper is signed (Decree 30/2020, Article 13). */
typedef enum
{
  MC_PAPER_CAPACITY_OWN,
  MC_PAPER_CAPACITY_FOR,          /* KT. */
  MC_PAPER_CAPACITY_BY_ORDER,     /* TL. */
  MC_PAPER_CAPACITY_BY_ORDER_FOR, /* TL. and KT. */
  MC_PAPER_CAPACITY_BY_AUTHORITY, /* TUQ. */
} McPaperCapacity;

extern const McEnumValue mc_paper_capacity_values[];

/** McPaperSubject: What a paper belongs to. */
typedef enum
{
  MC_PAPER_SUBJECT_NONE,
  MC_PAPER_SUBJECT_ABSENCE,
  MC_PAPER_SUBJECT_TOUR,
  MC_PAPER_SUBJECT_ROSTER,
  MC_PAPER_SUBJECT_AMENDMENT,
  MC_PAPER_SUBJECT_ASSIGNMENT,
} McPaperSubject;

extern const McEnumValue mc_paper_subject_values[];

#define MC_TYPE_REGISTERED_PAPER (mc_registered_paper_get_type ())
G_DECLARE_FINAL_TYPE (McRegisteredPaper, mc_registered_paper, MC, REGISTERED_PAPER, McEntity)

/**
 * McRegisteredPaper:
 * A row of the register of official papers. Changing @state from draft to issued draws the number; from then on the
 * database refuses any other value than those of an answer, or a withdrawal with its reason. @content is what
 * mc_official_paper_to_json() gives; it is not loaded with lists (mc_session_read_paper()).
 */
struct _McRegisteredPaper
{
  McEntity parent_instance;

  McPaperKind kind;
  McPaperState state;
  char *type_code;
  int year;
  int number;
  char *symbol;
  McDay paper_date;
  char *abstract;
  char *recipients;
  McPaperCapacity capacity;
  char *signer;
  gint64 person_id;
  gint64 agency_id;
  McPaperSubject subject;
  gint64 subject_id;
  char *content;
  char *sha256;
  char *drafted_by;
  gint64 drafted_at;
  char *issued_by;
  gint64 issued_at;
  char *withdrawn_by;
  gint64 withdrawn_at;
  char *withdraw_reason;
  McDay answered_on;
  char *answer_no;
  char *answer_note;
  gboolean is_sample;
};

/** mc_registered_paper_new: (transfer full): an unsaved one. */
McRegisteredPaper *mc_registered_paper_new (void);

/** mc_registered_paper_dup_number: (transfer full): "05/TB-TTPVHCC"; "…/TB-TTPVHCC" of a draft. */
char *mc_registered_paper_dup_number (McRegisteredPaper *self);

G_END_DECLS
