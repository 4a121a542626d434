/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  MC_SEARCH_PERSON,
  MC_SEARCH_AGENCY,
  MC_SEARCH_POST,
  MC_SEARCH_COUNTER,
  MC_SEARCH_PROCEDURE,
  MC_SEARCH_FINDING,
  MC_SEARCH_PAGE,
  MC_SEARCH_ACTION,
} McSearchKind;

#define MC_TYPE_SEARCH_HIT (mc_search_hit_get_type ())
G_DECLARE_FINAL_TYPE (McSearchHit, mc_search_hit, MC, SEARCH_HIT, GObject)

/**
 * McSearchHit:
 * Properties (construct-only): `kind` (int), `title`, `subtitle`, `icon-name`, and `target`: where to go: "person/12",
 * "agency/3", "post/5", "counter/7", "procedure/9", "finding/CODE/SUBJECT/ID", "page/NAME" or
 * "action/DETAILED-ACTION-NAME".
 */
McSearchHit *mc_search_hit_new (
    McSearchKind kind, const char *title, const char *subtitle, const char *icon_name, const char *target);
McSearchKind mc_search_hit_get_kind (McSearchHit *self);
const char *mc_search_hit_get_title (McSearchHit *self);
const char *mc_search_hit_get_subtitle (McSearchHit *self);
const char *mc_search_hit_get_target (McSearchHit *self);

G_END_DECLS
