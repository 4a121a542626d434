/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-canvas-tiles.h"
#include "mc-roster-code-entry.h"
#include "mc-roster-grid.h"
#include "mc-scrolling.h"

G_BEGIN_DECLS

/* Pixels. */
#define MC_ROSTER_ROW 30.0
#define MC_ROSTER_FOOT 24.0
#define MC_ROSTER_HEAD 50.0
#define MC_ROSTER_NAMES 268.0
#define MC_ROSTER_LEAST_DAY 28.0
#define MC_ROSTER_MOST_DAY 1200.0

/** The parts of the widget, each with its own way of scrolling. */
typedef enum
{
  PANE_BODY,
  PANE_NAMES,
  PANE_HEAD,
  PANE_CORNER,
  PANE_FEET,
  PANE_FOOT_NAMES,
  N_PANES,
} Pane;

typedef struct
{
  McRosterGrid *grid;
  Pane pane;
} PanePainter;

typedef struct
{
  Pane pane;
  guint row;
  guint slot;
} Spot;

/** A rectangle of cells from where it was begun to where it was drawn. */
typedef struct
{
  guint row, slot;
  guint to_row, to_slot;
} Range;

typedef enum
{
  HAND_NONE,
  HAND_PRESSED,
  HAND_SELECT, /* drawing a range */
  HAND_LEFT,   /* to the drag source or to nobody */
} Hand;

struct _McRosterGrid
{
  GtkWidget parent_instance;

  McRosterGridSource *source;
  guint n_rows, n_feet, n_days, n_parts;
  gboolean editable;
  gboolean recording; /* cells tell what was, not what is planned */
  McDay today;

  /* Layout (mc-roster-grid-layout.c) */
  McRosterWidth width_mode;
  double day_width;
  double foot_top; /* how far the feet are scrolled */
  McScrolling scrolling;
  guint pending_day; /* to be shown once there is room; G_MAXUINT: none */

  /* Picture (mc-roster-grid-paint.c) */
  AdwStyleManager *style;
  McPaletteKind palette;
  McCanvasTiles *tiles[N_PANES];
  PanePainter painters[N_PANES];
  GHashTable *texts; /* PangoLayout by what it says and how large */
  double device_scale;
  gboolean complete;
  gboolean fresh;
  gint64 moved_at;
  guint64 n_looks;

  /* What is chosen (mc-roster-grid-selection.c) */
  gboolean has_cursor;
  guint cursor_row, cursor_slot;
  char *cursor_key;
  GArray *ranges; /* Range; the last one is drawn on */
  gboolean has_drop;
  guint drop_row, drop_slot;

  /* Hands (mc-roster-grid-pointer.c, mc-roster-grid-drop.c) */
  Hand hand;
  GtkGesture *click, *drag;
  GtkDragSource *drag_source;
  Spot press;
  double press_x, press_y;
  gboolean press_was_selected;
  double edge_x, edge_y;
  double pointer_x, pointer_y;
  guint edge_tick;
  gboolean dragging; /* a cell of this grid is under way */
  guint drag_row, drag_slot;

  /* Typing and menus (mc-roster-grid-edit.c) */
  GtkWidget *entry; /* McRosterCodeEntry, while it is open */
  GtkWidget *menu;
  GMenuModel *extra_menu;
  GCancellable *pasting;

  /* For screen readers (mc-roster-grid-access.c) */
  GHashTable *accessibles;
};

/* mc-roster-grid-layout.c */
void mc_roster_grid_layout_init (McRosterGrid *self);
void mc_roster_grid_layout_dispose (McRosterGrid *self);
void mc_roster_grid_layout_update (McRosterGrid *self); /* another size, other days or rows */
graphene_rect_t mc_roster_grid_layout_get_pane (McRosterGrid *self, Pane pane);
graphene_point_t mc_roster_grid_layout_get_origin (McRosterGrid *self, Pane pane); /* what is at the pane's corner */
gboolean mc_roster_grid_layout_pick (McRosterGrid *self, double x, double y, Spot *spot);
void mc_roster_grid_layout_reveal (McRosterGrid *self, guint row, guint slot);
void mc_roster_grid_layout_scroll (McRosterGrid *self, double dx, double dy);
void mc_roster_grid_layout_scroll_feet (McRosterGrid *self, double dy);
void
mc_roster_grid_layout_zoom (McRosterGrid *self, double day_width, double x); /* what is at @x of the widget stays */
guint mc_roster_grid_layout_page (McRosterGrid *self);                       /* rows in view */

/* mc-roster-grid-paint.c */
void mc_roster_grid_paint_init (McRosterGrid *self);
void mc_roster_grid_paint_dispose (McRosterGrid *self);
void mc_roster_grid_paint_snapshot (McRosterGrid *self, GtkSnapshot *snapshot);
void mc_roster_grid_paint_clear (McRosterGrid *self); /* other sizes, colours or letters */
void mc_roster_grid_paint_all (McRosterGrid *self);   /* the same places, other contents */
void mc_roster_grid_paint_cells (McRosterGrid *self, guint row, guint slot, guint n_rows, guint n_slots);
void mc_roster_grid_paint_update_screen (McRosterGrid *self);

/* mc-roster-grid-cells.c: what is painted into the panes, in their own pixels */
void mc_roster_grid_cells_paint (cairo_t *cr, McRosterGrid *self, Pane pane, const McRect *area);

/* mc-roster-grid-overlay.c: over the picture, quickly changing */
void mc_roster_grid_overlay_snapshot (McRosterGrid *self, GtkSnapshot *snapshot);

/* mc-roster-grid-selection.c */
void mc_roster_grid_selection_init (McRosterGrid *self);
void mc_roster_grid_selection_dispose (McRosterGrid *self);
void mc_roster_grid_selection_source_changed (McRosterGrid *self);
gboolean mc_roster_grid_selection_is_cell (McRosterGrid *self, guint row); /* neither heading nor foot nor beyond */
void mc_roster_grid_selection_move (McRosterGrid *self, guint row, guint slot, gboolean extend);
void mc_roster_grid_selection_all (McRosterGrid *self);
void mc_roster_grid_selection_collapse (McRosterGrid *self); /* to the cursor */
gboolean mc_roster_grid_selection_is_single (McRosterGrid *self);
Range mc_roster_grid_selection_get_box (McRosterGrid *self); /* the last range, in order */

/* mc-roster-grid-keys.c, mc-roster-grid-pointer.c, mc-roster-grid-drop.c */
void mc_roster_grid_keys_init (McRosterGrid *self);
void mc_roster_grid_keys_class_init (GtkWidgetClass *klass);
void mc_roster_grid_pointer_init (McRosterGrid *self);
void mc_roster_grid_drop_init (McRosterGrid *self);
void mc_roster_grid_edge_update (McRosterGrid *self, double x, double y);
void mc_roster_grid_edge_stop (McRosterGrid *self);
void mc_roster_grid_pointer_stretch (McRosterGrid *self); /* the range to where the pointer is */

/* mc-roster-grid-edit.c, mc-roster-grid-clipboard.c */
void mc_roster_grid_edit_class_init (GtkWidgetClass *klass);
void mc_roster_grid_edit_open (McRosterGrid *self, const char *text); /* (nullable): what stands there */
/* What is typed, where it can only mean one code; FALSE where it is to be typed on. */
gboolean mc_roster_grid_edit_take (McRosterGrid *self, const char *text);
void mc_roster_grid_edit_close (McRosterGrid *self);
void mc_roster_grid_edit_open_menu (McRosterGrid *self, double x, double y);
void mc_roster_grid_edit_update_actions (McRosterGrid *self);
void mc_roster_grid_edit_dispose (McRosterGrid *self);
void mc_roster_grid_edit_free (McRosterGrid *self, McGridVerb verb);
void mc_roster_grid_copy (McRosterGrid *self);
void mc_roster_grid_paste (McRosterGrid *self);

/* mc-roster-grid-access.c */
void mc_roster_grid_access_init (McRosterGrid *self);
void mc_roster_grid_access_dispose (McRosterGrid *self);
void mc_roster_grid_access_iface_init (GtkAccessibleInterface *iface);
void mc_roster_grid_access_source_changed (McRosterGrid *self);
void mc_roster_grid_access_cells_changed (McRosterGrid *self, guint first, guint n_rows);
void mc_roster_grid_access_cursor_moved (McRosterGrid *self, gboolean had, guint row, guint slot);
void mc_roster_grid_access_selection_changed (McRosterGrid *self);

/* Signals */
void mc_roster_grid_emit_edit (McRosterGrid *self, McGridEdit *edit);
void mc_roster_grid_emit_move (McRosterGrid *self, guint row, guint slot, guint to_row, guint to_slot);
gboolean mc_roster_grid_emit_drop (McRosterGrid *self, const char *payload, guint row, guint slot);
void mc_roster_grid_emit_activate (McRosterGrid *self);
void mc_roster_grid_emit_cursor_moved (McRosterGrid *self);
void mc_roster_grid_emit_selection_changed (McRosterGrid *self);
void mc_roster_grid_emit_message (McRosterGrid *self, const char *text);

G_END_DECLS
