/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-day.h"
#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_PAGE (mc_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (McPage, mc_page, MC, PAGE, AdwBin)

/**
 * McPage:
 * The base of every page that the sidebar can show. A page says what stands in
 * the window's header (title, subtitle, one primary action), is given the
 * session and the as-of day, and opens things by name.
 *
 * Properties, all notifying, all to be set in the page's template:
 *  "title", "subtitle": what the header says
 *  "primary-label", "primary-icon", "primary-action": the one verb at the top right; the action is
 *     a widget action of the page's own class ("staff.add"); no label, no button
 *  "primary-enabled": whether that verb can be used now
 *  "writes-at-day": whether this page takes the as-of day into what it writes; where it does
 *     not, the primary action is off while the window looks at another day
 *  "session": the session, or %NULL between two
 *  "as-of": the day that the page shows
 *  "badge": a number beside the page's name in the sidebar; 0 shows none
 *
 * @set_session: called with the session before the page is shown first, and with %NULL when it ends
 * @set_as_of: called when the window moves to another day; the page shows that day
 * @open: shows what @target names ("person/12"); FALSE where there is no such thing here
 * @go_back: goes one step back inside the page (from a detail to its list, keeping scroll and
 *   selection); FALSE where the page is at its start already
 * @grab_search: puts the keyboard into the page's own filter entry (Ctrl+F); FALSE where it has none
 */
struct _McPageClass
{
  AdwBinClass parent_class;

  void (*set_session) (McPage *self, McSession *session);
  void (*set_as_of) (McPage *self, McDay day);
  gboolean (*open) (McPage *self, const char *target);
  gboolean (*go_back) (McPage *self);
  gboolean (*grab_search) (McPage *self);
};

const char *mc_page_get_title (McPage *self);
void mc_page_set_title (McPage *self, const char *title);
const char *mc_page_get_subtitle (McPage *self);
void mc_page_set_subtitle (McPage *self, const char *subtitle);
void mc_page_set_primary_enabled (McPage *self, gboolean enabled);
guint mc_page_get_badge (McPage *self);
void mc_page_set_badge (McPage *self, guint badge);

/** mc_page_set_complete: a page says that it shows all it has to show for the first time; what the start bench awaits.
 */
gboolean mc_page_get_complete (McPage *self);
void mc_page_set_complete (McPage *self, gboolean complete);

/** mc_page_get_session: Returns: (transfer none) (nullable): the session */
McSession *mc_page_get_session (McPage *self);
void mc_page_set_session (McPage *self, McSession *session);

/** mc_page_get_as_of: Returns: the day that the window looks at; MC_DAY_NONE before the first session */
McDay mc_page_get_as_of (McPage *self);
void mc_page_set_as_of (McPage *self, McDay day);

gboolean mc_page_open (McPage *self, const char *target);
gboolean mc_page_go_back (McPage *self);
gboolean mc_page_grab_search (McPage *self);

/** mc_page_activate_primary: runs the primary action. Returns: FALSE where there is none or it is off. */
gboolean mc_page_activate_primary (McPage *self);

G_END_DECLS
