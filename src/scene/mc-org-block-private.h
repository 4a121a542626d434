/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-org-layout.h"

G_BEGIN_DECLS

/* The measures of the drawing, in points; at least 8 pt of text, so that 7.5 pt are left where A3 makes it smaller. */
#define MC_ORG_GAP 8.0        /* between boxes side by side */
#define MC_ORG_STACK_GAP 4.0  /* between boxes of one group */
#define MC_ORG_LEVEL_GAP 22.0 /* between levels */
#define MC_ORG_PADDING 9.0    /* inside a frame */
#define MC_ORG_HEADING 18.0   /* height of a group's heading */
#define MC_ORG_ORIGIN 24.0    /* least height of the box of an origin */
#define MC_ORG_ORIGIN_GAP 8.0 /* above it, and between it and the next box */
#define MC_ORG_PHOTO 31.0     /* width of a photo */
#define MC_ORG_TRUNK_GAP 24.0 /* between the two halves of the deputies, for the line through */

/* Sizes of text. */
#define MC_ORG_NAME_SIZE 9.5
#define MC_ORG_NAME_LINE 12.5
#define MC_ORG_SMALL_LINE 10.5
#define MC_ORG_TITLE_SIZE 10.5
#define MC_ORG_SMALL_SIZE MC_ORG_LEAST_TEXT

/**
 * McOrgPieceKind: what stands at a place.
 * @MC_ORG_PIECE_SEAT: @seat
 * @MC_ORG_PIECE_ORIGIN: where the holder of @seat reports to besides
 * @MC_ORG_PIECE_FRAME: @section; NULL: those without a seat
 * @MC_ORG_PIECE_GROUP: the heading of @group
 * @MC_ORG_PIECE_CONTINUED: the heading again, where a group goes on in the next column
 */
typedef enum
{
  MC_ORG_PIECE_FRAME,
  MC_ORG_PIECE_GROUP,
  MC_ORG_PIECE_CONTINUED,
  MC_ORG_PIECE_SEAT,
  MC_ORG_PIECE_ORIGIN,
} McOrgPieceKind;

/** McOrgGroup: boxes of a section under one heading. Lives as long as the layout runs. */
typedef struct
{
  char *key;
  const char *code; /* (nullable) */
  const char *name;
  GPtrArray *seats; /* McOrgSeat, borrowed */
  guint people;
  gboolean collapsed;
  gboolean untitled; /* the only one of its section */
} McOrgGroup;

void mc_org_group_free (McOrgGroup *self);

typedef struct
{
  McOrgPieceKind kind;
  McRect rect;
  McOrgSeat *seat;
  McOrgSection *section;
  McOrgGroup *group;
  int expanded; /* as mc_scene_node_set_expanded() */
} McOrgPiece;

/** McOrgLine: one straight piece of a line between boxes. */
typedef struct
{
  McPoint from, to;
  gboolean dotted;
} McOrgLine;

/** McOrgBlock: a finished part of the drawing in its own coordinates, from 0, 0. */
typedef struct
{
  double width, height;
  GArray *pieces; /* McOrgPiece */
  GArray *lines;  /* McOrgLine */
} McOrgBlock;

McOrgBlock *mc_org_block_new (double width, double height);
void mc_org_block_free (McOrgBlock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McOrgBlock, mc_org_block_free)

void mc_org_block_add_piece (McOrgBlock *self, const McOrgPiece *piece);
void mc_org_block_add_line (McOrgBlock *self, double x1, double y1, double x2, double y2, gboolean dotted);
/** mc_org_block_add: @child: (transfer full): its parts, moved by @x, @y; the block grows to hold them. */
void mc_org_block_add (McOrgBlock *self, McOrgBlock *child, double x, double y);

/** McOrgBoxSize: a box and the lines of text in it. */
typedef struct
{
  double width, height;
  guint name_lines, post_lines;
} McOrgBoxSize;

/** McOrgPlan: what the whole layout knows. */
typedef struct
{
  McOrgChart *chart;
  McOrgLayoutOptions options;
  GPtrArray *groups;    /* McOrgGroup, owned */
  GHashTable *gathered; /* McOrgSeat: a set of those that stand in columns */
  GHashTable *sizes;    /* McOrgSeat: McOrgBoxSize, owned */
  double limit;         /* how high a column of boxes may be */
  gboolean stack_loose; /* those without a seat stand beyond the last section, not beside it */
} McOrgPlan;

gboolean mc_org_plan_is_collapsed (McOrgPlan *self, const char *key);

/** mc_org_column_width: of the boxes in columns. */
double mc_org_column_width (McOrgDetail detail);

/** mc_org_plan_measure: what a box needs; who leads others has a wider one. Computed once for each. */
const McOrgBoxSize *mc_org_plan_measure (McOrgPlan *self, McOrgSeat *seat);

/** mc_org_box_tag_width: of the agency's code; 0 without one. */
double mc_org_box_tag_width (McOrgSeat *seat);

/** mc_org_origin_height: of the box of @seat's origin, whose text is never cut. */
double mc_org_origin_height (McOrgSeat *seat, double width);

/** mc_org_seat_shows_origin: whether the origin stands beneath the box. */
gboolean mc_org_seat_shows_origin (McOrgSeat *seat);

/** mc_org_box_block: (transfer full): one box, with the origin beneath it where there is one. */
McOrgBlock *mc_org_box_block (McOrgPlan *plan, McOrgSeat *seat, int expanded);

/** mc_org_frame_title_width: what a frame needs to say its name in two lines. @section: (nullable): those without a
 * seat */
double mc_org_frame_title_width (McOrgPlan *plan, McOrgSection *section);
/** mc_org_frame_title_height: of the name, in one line or two at @width, and the numbers beneath. */
double mc_org_frame_title_height (McOrgPlan *plan, McOrgSection *section, double width);

/** mc_org_text_width: a generous guess of the length of one line of @size points. */
double mc_org_text_width (const char *text, double size);

/** mc_org_grid_make_groups: sorts the seats of @section that lead nobody and are led by @chief (nullable) into groups.
 * @seats: McOrgSeat */
GPtrArray *mc_org_grid_make_groups (McOrgPlan *plan, McOrgSection *section, McOrgPost *chief, GPtrArray *seats);

/**
 * mc_org_grid_block:
 * @led: somebody stands over the columns: a line leads to each
 *
 * Returns: (transfer full): the boxes of @groups in columns within the plan's limit, in order: down, then right
 */
McOrgBlock *mc_org_grid_block (McOrgPlan *plan, GPtrArray *groups, gboolean led);

/** mc_org_draw: (transfer full): the scene of a finished drawing. @block: borrowed */
McScene *mc_org_draw (McOrgPlan *plan, McOrgBlock *block);

G_END_DECLS
