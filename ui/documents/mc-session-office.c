/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-session-office.h"

#include "mc-session-records.h"

static JsonNode *
look_up (const char *key, gpointer data)
{
  return mc_session_get_setting (data, key);
}

McPaperOffice *
mc_session_office_new (McSession *session)
{
  return mc_paper_office_new (look_up, session);
}
