/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-grid-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mc-lunar.h"
#include "mc-painter.h"

/* What is painted into the panes. A day whose sessions look alike is painted as one, with the code in its middle: most
 * people sit at one counter all day, and a month is read more easily so. */

#define TEXTS_KEPT 4000
#define LABEL_ROOM 64.0 /* pixels from which a cell has its long text */
#define HALVES_ROOM 56.0
#define HATCH 6.0
#define FACT_WIDTH 38.0
#define CODE_WIDTH 46.0
#define MARGIN 8.0

typedef enum
{
  FONT_NORMAL,
  FONT_SMALL,
  FONT_TINY,
  FONT_BOLD,
  FONT_LUNAR, /* between small and tiny */
} Font;

static const double font_sizes[] = { 1.0, 0.84, 0.66, 1.0, 0.75 };

/* --- Letters --- */

static PangoLayout *
get_text (McRosterGrid *self, const char *text, Font font)
{
  g_autofree char *key = g_strdup_printf ("%u%s", font, text);
  PangoLayout *layout = g_hash_table_lookup (self->texts, key);
  g_autoptr (PangoAttrList) attributes = NULL;

  if (layout)
    return layout;
  if (g_hash_table_size (self->texts) > TEXTS_KEPT)
    g_hash_table_remove_all (self->texts);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (font_sizes[font]));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  if (font == FONT_BOLD)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  g_hash_table_insert (self->texts, g_steal_pointer (&key), layout);
  return layout;
}

static double
get_text_width (McRosterGrid *self, const char *text, Font font)
{
  int width;

  pango_layout_get_pixel_size (get_text (self, text, font), &width, NULL);
  return width;
}

static void
set_source (cairo_t *cr, McRosterGrid *self, McTone tone, gboolean ink)
{
  McColor color = ink ? mc_palette_get_ink (self->palette, tone) : mc_palette_get_fill (self->palette, tone);

  mc_painter_set_source (cr, &color);
}

/* @align: 0 at the left, 0.5 in the middle, 1 at the right. What is too long ends in dots; in the middle it is cut,
 * since a code with dots would be no code. */
static void
paint_text (cairo_t *cr, McRosterGrid *self, const char *text, Font font, const McRect *box, double align)
{
  PangoLayout *layout = get_text (self, text, font);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_save (cr);
  if (width > box->width)
    {
      cairo_rectangle (cr, box->x, box->y, box->width, box->height);
      cairo_clip (cr);
      width = (int)box->width;
      if (align != 0.5)
        {
          pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
          pango_layout_set_width (layout, (int)(box->width * PANGO_SCALE));
        }
    }
  cairo_move_to (cr, round (box->x + (box->width - width) * align), round (box->y + (box->height - height) / 2));
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
  pango_layout_set_width (layout, -1);
}

/* As large as it fits; a code that does not fit even small is cut. */
static void
paint_fitting (cairo_t *cr, McRosterGrid *self, const char *text, const McRect *box)
{
  McRect inner = { box->x + 0.5, box->y, box->width - 1, box->height };
  Font font = FONT_NORMAL;

  while (font < FONT_TINY && get_text_width (self, text, font) > inner.width)
    font++;
  paint_text (cr, self, text, font, &inner, 0.5);
}

/* --- Grounds and lines --- */

static void
fill (cairo_t *cr, McRosterGrid *self, McTone tone, const McRect *box)
{
  set_source (cr, self, tone, FALSE);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_fill (cr);
}

static void
hatch (cairo_t *cr, const McRect *box, gboolean back)
{
  /* From one beginning for all cells, so that the lines go on from one into the next. */
  double from = floor ((box->x - box->height) / HATCH) * HATCH;

  for (double x = from; x < box->x + box->width + box->height; x += HATCH)
    {
      cairo_move_to (cr, x, back ? box->y : box->y + box->height);
      cairo_line_to (cr, x + box->height, back ? box->y + box->height : box->y);
    }
}

static void
dot (cairo_t *cr, const McRect *box)
{
  for (double y = box->y + HATCH / 2; y < box->y + box->height; y += HATCH)
    for (double x = floor (box->x / HATCH) * HATCH + HATCH / 2; x < box->x + box->width; x += HATCH)
      {
        cairo_move_to (cr, x, y);
        cairo_line_to (cr, x, y);
      }
}

static void
paint_pattern (cairo_t *cr, McRosterGrid *self, McTone tone, const McRect *box)
{
  McPattern pattern = mc_palette_get_pattern (self->palette, tone);
  McColor color = mc_palette_get_pattern_ink (self->palette, tone);

  if (pattern == MC_PATTERN_SOLID || pattern == MC_PATTERN_EMPTY)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_clip (cr);
  mc_painter_set_source (cr, &color);
  cairo_set_line_width (cr, pattern == MC_PATTERN_DOTTED ? 1.4 : 0.8);
  cairo_set_line_cap (cr, pattern == MC_PATTERN_DOTTED ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  if (pattern == MC_PATTERN_DOTTED)
    dot (cr, box);
  else
    hatch (cr, box, FALSE);
  if (pattern == MC_PATTERN_CROSSED)
    hatch (cr, box, TRUE);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
line (cairo_t *cr, McRosterGrid *self, McTone tone, double x, double y, double width, double height)
{
  set_source (cr, self, tone, FALSE);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

/* --- Cells --- */

static void
paint_marks (cairo_t *cr, McRosterGrid *self, const McRosterGridLook *look, const McRect *box)
{
  double right = box->x + box->width, bottom = box->y + box->height;

  if (look->marks & MC_ROSTER_MARK_AMENDED)
    line (cr, self, MC_TONE_ACCENT, box->x, box->y, 3, box->height);
  if (look->marks & (MC_ROSTER_MARK_WARNING | MC_ROSTER_MARK_ERROR | MC_ROSTER_MARK_DIFFERS))
    {
      gboolean error = look->marks & MC_ROSTER_MARK_ERROR;

      set_source (cr, self, error ? MC_TONE_ERROR : MC_TONE_WARNING, TRUE);
      cairo_set_line_width (cr, error ? 2 : 1.5);
      /* A wave for what breaks a rule, a dashed line for what is to be looked at. */
      cairo_set_dash (cr, (double[]){ 3, 2 }, error ? 0 : 2, 0);
      cairo_move_to (cr, box->x + 3, bottom - 3);
      for (double x = box->x + 3, up = 0; error && x < right - 3; x += 3, up = 3 - up)
        cairo_line_to (cr, x, bottom - 2 - up);
      if (!error)
        cairo_line_to (cr, right - 3, bottom - 3);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
    }
  if (look->marks & MC_ROSTER_MARK_PINNED)
    {
      set_source (cr, self, MC_TONE_INK, TRUE);
      cairo_move_to (cr, right, box->y);
      cairo_line_to (cr, right - 7, box->y);
      cairo_line_to (cr, right, box->y + 7);
      cairo_close_path (cr);
      cairo_fill (cr);
    }
  if (look->marks & MC_ROSTER_MARK_CHANGED)
    {
      set_source (cr, self, MC_TONE_MOVED, TRUE);
      cairo_set_line_width (cr, 2);
      cairo_rectangle (cr, box->x + 1, box->y + 1, box->width - 2, box->height - 2);
      cairo_stroke (cr);
    }
}

static void
paint_look (cairo_t *cr, McRosterGrid *self, const McRosterGridLook *look, const McRect *box)
{
  const char *text = look->label && box->width >= LABEL_ROOM ? look->label : look->text;

  if (look->tone != MC_TONE_NONE)
    {
      fill (cr, self, look->tone, box);
      paint_pattern (cr, self, look->tone, box);
    }
  if (text && *text)
    {
      cairo_save (cr);
      set_source (cr, self, look->tone == MC_TONE_NONE ? MC_TONE_INK : look->tone, TRUE);
      if (look->marks & MC_ROSTER_MARK_PENDING)
        {
          cairo_translate (cr, box->height * 0.12, 0);
          cairo_transform (cr, &(cairo_matrix_t){ 1, 0, -0.2, 1, 0.2 * (box->y + box->height / 2), 0 });
        }
      paint_fitting (cr, self, text, box);
      cairo_restore (cr);
    }
  paint_marks (cr, self, look, box);
}

static gboolean
look_alike (const McRosterGridLook *a, const McRosterGridLook *b)
{
  return a->tone == b->tone && a->marks == b->marks && g_strcmp0 (a->text, b->text) == 0;
}

static void
paint_day_cells (cairo_t *cr, McRosterGrid *self, guint row, guint day, const McRect *box)
{
  double slot_width = box->width / self->n_parts;
  guint from = 0;

  while (from < self->n_parts)
    {
      McRosterGridLook look = mc_roster_grid_source_get_look (self->source, row, day * self->n_parts + from);
      guint to = from + 1;
      McRect cell;

      self->n_looks++;
      for (; to < self->n_parts; to++)
        {
          McRosterGridLook other = mc_roster_grid_source_get_look (self->source, row, day * self->n_parts + to);

          self->n_looks++;
          if (!look_alike (&look, &other))
            break;
        }
      cell = (McRect){ box->x + from * slot_width, box->y, (to - from) * slot_width, box->height };
      paint_look (cr, self, &look, &cell);
      if (to < self->n_parts)
        line (cr, self, MC_TONE_LINE_SOFT, round (cell.x + cell.width) - 0.5, box->y, 1, box->height);
      from = to;
    }
}

static void
paint_cells_row (cairo_t *cr, McRosterGrid *self, guint row, const McRect *area, double top, double height)
{
  McRosterGridRow head = mc_roster_grid_source_get_row (self->source, row);
  guint first = (guint)MAX (0, area->x / self->day_width);
  guint last = MIN (self->n_days, (guint)ceil ((area->x + area->width) / self->day_width));

  for (guint day = first; day < last; day++)
    {
      McRosterGridDay column = mc_roster_grid_source_get_day (self->source, day);
      McRect box = { day * self->day_width, top, self->day_width, height };

      if (head.heading)
        {
          fill (cr, self, MC_TONE_AREA_OTHER, &box);
          continue;
        }
      if (column.tone != MC_TONE_NONE)
        {
          fill (cr, self, column.tone, &box);
          paint_pattern (cr, self, column.tone, &box);
        }
      paint_day_cells (cr, self, row, day, &box);
      line (cr, self, column.day == self->today || column.day + 1 == self->today ? MC_TONE_ACCENT : MC_TONE_LINE_SOFT,
            box.x + box.width - 1, top, column.day == self->today || column.day + 1 == self->today ? 1.5 : 1, height);
    }
  line (cr, self, MC_TONE_LINE_SOFT, area->x, top + height - 1, area->width, 1);
}

static void
paint_cells (cairo_t *cr, McRosterGrid *self, Pane pane, const McRect *area)
{
  gboolean feet = pane == PANE_FEET;
  double height = feet ? MC_ROSTER_FOOT : MC_ROSTER_ROW;
  guint n = feet ? self->n_feet : self->n_rows, offset = feet ? self->n_rows : 0;
  guint first = (guint)MAX (0, area->y / height), last = MIN (n, (guint)ceil ((area->y + area->height) / height));

  for (guint row = first; row < last; row++)
    paint_cells_row (cr, self, row + offset, area, row * height, height);
}

/* --- Names --- */

static void
paint_facts (cairo_t *cr, McRosterGrid *self, const McRosterGridRow *row, double right, double top, double height)
{
  for (guint i = MC_ROSTER_GRID_N_FACTS; i > 0; i--)
    {
      McRect box = { right - FACT_WIDTH, top, FACT_WIDTH - 4, height };
      McTone tone = row->fact_tones[i - 1];

      right -= FACT_WIDTH;
      if (!row->facts[i - 1] || !*row->facts[i - 1])
        continue;
      set_source (cr, self, tone == MC_TONE_NONE ? MC_TONE_INK_SOFT : tone, TRUE);
      paint_text (cr, self, row->facts[i - 1], FONT_SMALL, &box, 1);
    }
}

static void
paint_name (cairo_t *cr, McRosterGrid *self, guint row, double width, double top, double height)
{
  McRosterGridRow head = mc_roster_grid_source_get_row (self->source, row);
  McRect name = { MARGIN, top, width - MARGIN, height };

  if (head.heading)
    {
      McRect box = { 0, top, width, height };

      fill (cr, self, MC_TONE_AREA_OTHER, &box);
      set_source (cr, self, MC_TONE_INK, TRUE);
      paint_text (cr, self, head.name ? head.name : "", FONT_BOLD, &name, 0);
    }
  else
    {
      gboolean figures = row < self->n_rows && width > 200;
      double facts = figures ? FACT_WIDTH * MC_ROSTER_GRID_N_FACTS : 0;
      McRect code = { width - facts - CODE_WIDTH, top, CODE_WIDTH, height };

      name.width = width - facts - MARGIN - (head.code ? CODE_WIDTH : 0);
      set_source (cr, self, MC_TONE_INK, TRUE);
      paint_text (cr, self, head.name ? head.name : "", FONT_NORMAL, &name, 0);
      set_source (cr, self, MC_TONE_INK_SOFT, TRUE);
      if (head.code)
        paint_text (cr, self, head.code, FONT_SMALL, &code, 0.5);
      if (figures)
        paint_facts (cr, self, &head, width, top, height);
    }
  line (cr, self, MC_TONE_LINE_SOFT, 0, top + height - 1, width, 1);
}

static void
paint_names (cairo_t *cr, McRosterGrid *self, Pane pane, const McRect *area)
{
  gboolean feet = pane == PANE_FOOT_NAMES;
  double height = feet ? MC_ROSTER_FOOT : MC_ROSTER_ROW;
  double width = mc_roster_grid_layout_get_pane (self, pane).size.width;
  guint n = feet ? self->n_feet : self->n_rows, offset = feet ? self->n_rows : 0;
  guint first = (guint)MAX (0, area->y / height), last = MIN (n, (guint)ceil ((area->y + area->height) / height));

  for (guint row = first; row < last; row++)
    paint_name (cr, self, row + offset, width, row * height, height);
}

/* --- The head --- */

static const char *
get_weekday (McDay day)
{
  static const char *const weekdays[] = { NC_ ("short weekday", "Mon"), NC_ ("short weekday", "Tue"),
                                          NC_ ("short weekday", "Wed"), NC_ ("short weekday", "Thu"),
                                          NC_ ("short weekday", "Fri"), NC_ ("short weekday", "Sat"),
                                          NC_ ("short weekday", "Sun") };

  return g_dpgettext2 (NULL, "short weekday", weekdays[mc_day_weekday (day) - 1]);
}

static void
paint_number (cairo_t *cr, McRosterGrid *self, const McRosterGridDay *day, const McRect *box)
{
  int number, month;
  g_autofree char *text = NULL;
  gboolean today = day->day == self->today;

  mc_day_split (day->day, NULL, &month, &number);
  text = number == 1 || box->width >= HALVES_ROOM ? g_strdup_printf ("%d/%d", number, month)
                                                  : g_strdup_printf ("%d", number);
  if (today)
    {
      double width = MIN (box->width - 2, get_text_width (self, text, FONT_BOLD) + 12);

      set_source (cr, self, MC_TONE_ACCENT, FALSE);
      cairo_new_sub_path (cr);
      cairo_arc (cr, box->x + box->width / 2 - width / 2 + 8, box->y + 9, 8, G_PI / 2, 3 * G_PI / 2);
      cairo_arc (cr, box->x + box->width / 2 + width / 2 - 8, box->y + 9, 8, -G_PI / 2, G_PI / 2);
      cairo_close_path (cr);
      cairo_fill (cr);
      set_source (cr, self, MC_TONE_ON_ACCENT, FALSE);
    }
  else
    set_source (cr, self, day->tone == MC_TONE_NONE ? MC_TONE_INK : day->tone, TRUE);
  paint_text (cr, self, text, get_text_width (self, text, FONT_BOLD) > box->width - 2 ? FONT_SMALL : FONT_BOLD,
              &(McRect){ box->x, box->y, box->width, 18 }, 0.5);
}

/* The lunar day where it matters, at its 1 and 15; else, where there is room, what the halves are. */
static void
paint_lower (cairo_t *cr, McRosterGrid *self, const McRosterGridDay *day, const McRect *box)
{
  McLunarDay lunar = mc_lunar_from_day (day->day);
  McRect lower = { box->x, box->y, box->width, 14 };
  g_autofree char *text = NULL;

  if (lunar.day == 1 || lunar.day == 15)
    {
      text = lunar.day == 1 || box->width >= HALVES_ROOM ? g_strdup_printf ("%d/%d", lunar.day, lunar.month)
                                                         : g_strdup ("15");
      set_source (cr, self, MC_TONE_HOLIDAY, TRUE);
      paint_text (cr, self, text, FONT_LUNAR, &lower, 0.5);
      return;
    }
  if (box->width < HALVES_ROOM || self->n_parts != 2)
    return;
  lower.width /= 2;
  set_source (cr, self, MC_TONE_INK_SOFT, TRUE);
  paint_text (cr, self, _ ("morning"), FONT_LUNAR, &lower, 0.5);
  lower.x += lower.width;
  paint_text (cr, self, _ ("afternoon"), FONT_LUNAR, &lower, 0.5);
}

static void
paint_head (cairo_t *cr, McRosterGrid *self, const McRect *area)
{
  guint first = (guint)MAX (0, area->x / self->day_width);
  guint last = MIN (self->n_days, (guint)ceil ((area->x + area->width) / self->day_width));

  for (guint i = first; i < last; i++)
    {
      McRosterGridDay day = mc_roster_grid_source_get_day (self->source, i);
      McRect box = { i * self->day_width, 0, self->day_width, MC_ROSTER_HEAD };
      McRect weekday = { box.x, 1, box.width, 16 }, number = { box.x, 17, box.width, 18 };
      McRect lower = { box.x, 35, box.width, 14 };

      fill (cr, self, day.tone == MC_TONE_NONE ? MC_TONE_PANEL : day.tone, &box);
      set_source (cr, self, day.tone == MC_TONE_NONE ? MC_TONE_INK_SOFT : day.tone, TRUE);
      paint_text (cr, self, get_weekday (day.day), FONT_SMALL, &weekday, 0.5);
      paint_number (cr, self, &day, &number);
      paint_lower (cr, self, &day, &lower);
      line (cr, self, MC_TONE_LINE_SOFT, box.x + box.width - 1, 0, 1, MC_ROSTER_HEAD);
    }
  line (cr, self, MC_TONE_LINE, area->x, MC_ROSTER_HEAD - 1, area->width, 1);
}

static void
paint_corner (cairo_t *cr, McRosterGrid *self)
{
  double width = mc_roster_grid_layout_get_pane (self, PANE_CORNER).size.width;
  McRect box = { 0, 0, width, MC_ROSTER_HEAD }, name = { MARGIN, 26, width, 18 };

  fill (cr, self, MC_TONE_PANEL, &box);
  set_source (cr, self, MC_TONE_INK_SOFT, TRUE);
  paint_text (cr, self, mc_roster_grid_source_get_name_title (self->source), FONT_SMALL, &name, 0);
  for (guint i = 0; width > 200 && i < MC_ROSTER_GRID_N_FACTS; i++)
    {
      const char *title = mc_roster_grid_source_get_fact_title (self->source, i);
      McRect fact = { width - FACT_WIDTH * (MC_ROSTER_GRID_N_FACTS - i), 26, FACT_WIDTH - 4, 18 };

      if (title)
        paint_text (cr, self, title, FONT_LUNAR, &fact, 1);
    }
  line (cr, self, MC_TONE_LINE, 0, MC_ROSTER_HEAD - 1, width, 1);
}

void
mc_roster_grid_cells_paint (cairo_t *cr, McRosterGrid *self, Pane pane, const McRect *area)
{
  set_source (cr, self, MC_TONE_PAPER, FALSE);
  cairo_paint (cr);
  switch (pane)
    {
    case PANE_BODY:
    case PANE_FEET:
      paint_cells (cr, self, pane, area);
      break;
    case PANE_NAMES:
    case PANE_FOOT_NAMES:
      paint_names (cr, self, pane, area);
      break;
    case PANE_HEAD:
      paint_head (cr, self, area);
      break;
    case PANE_CORNER:
      paint_corner (cr, self);
      break;
    case N_PANES:
    default:
      break;
    }
}
