/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McTextRole: Who gives a text. */
typedef enum
{
  MC_TEXT_ROLE_SELF,
  MC_TEXT_ROLE_SECTION,
  MC_TEXT_ROLE_SUPERVISION,
  MC_TEXT_ROLE_DIRECTOR,
} McTextRole;

extern const McEnumValue mc_text_role_values[];

#define MC_TYPE_EVALUATION_TEXT (mc_evaluation_text_get_type ())
G_DECLARE_FINAL_TYPE (McEvaluationText, mc_evaluation_text, MC, EVALUATION_TEXT, McEntity)

/**
 * McEvaluationText:
 * What a rater says. With @given it is handed over: it stays, and it is the next one's turn. @waived: a leader goes on
 * without whose turn it was, and says why.
 */
struct _McEvaluationText
{
  McEntity parent_instance;

  gint64 evaluation_id;
  McTextRole role;
  char *body;
  gboolean given;
  gboolean waived;
  gint64 given_at;
  char *login;
};

/** mc_evaluation_text_new: (transfer full): an unsaved one. */
McEvaluationText *mc_evaluation_text_new (void);

G_END_DECLS
