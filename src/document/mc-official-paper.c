/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-official-paper.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"
#include "mc-official-private.h"
#include "mc-painter.h"

#define FORM 1 /* of the JSON */

struct _McOfficialPaper
{
  GObject parent_instance;

  JsonObject *content;
  JsonArray *body;  /* what is added to, within it */
  GPtrArray *pages; /* of McOfficialPage; NULL until they are asked for */
  char *problem;
  char *title;
  GMutex mutex; /* of the three above: files are written on a thread */
};

static void sheets_init (McSheetsInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (McOfficialPaper,
                               mc_official_paper,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MC_TYPE_SHEETS, sheets_init))

static void
mc_official_paper_finalize (GObject *object)
{
  McOfficialPaper *self = MC_OFFICIAL_PAPER (object);

  json_object_unref (self->content);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_free (self->problem);
  g_free (self->title);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (mc_official_paper_parent_class)->finalize (object);
}

static void
mc_official_paper_class_init (McOfficialPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_official_paper_finalize;
}

static JsonArray *
ensure_array (JsonObject *object, const char *name)
{
  JsonArray *array = mc_official_array (object, name);

  if (array)
    return array;
  array = json_array_new ();
  json_object_set_array_member (object, name, array);
  return array;
}

static void
mc_official_paper_init (McOfficialPaper *self)
{
  g_mutex_init (&self->mutex);
  self->content = json_object_new ();
  json_object_set_int_member (self->content, "form", FORM);
  self->body = ensure_array (self->content, "body");
}

McOfficialPaper *
mc_official_paper_new (void)
{
  return g_object_new (MC_TYPE_OFFICIAL_PAPER, NULL);
}

McOfficialPaper *
mc_official_paper_new_from_json (const char *text, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (JsonNode) node = json_from_string (text, &failure);
  JsonObject *object = node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  McOfficialPaper *self;

  if (!object || json_object_get_int_member_with_default (object, "form", 0) != FORM)
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID,
                           failure ? failure->message : _ ("This is not the content of an official paper."));
      return NULL;
    }
  self = mc_official_paper_new ();
  json_object_unref (self->content);
  self->content = json_object_ref (object);
  self->body = ensure_array (self->content, "body");
  return self;
}

char *
mc_official_paper_to_json (McOfficialPaper *self)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (node, self->content);
  return json_to_string (node, FALSE);
}

static void
changed (McOfficialPaper *self)
{
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->title, g_free);
  g_mutex_unlock (&self->mutex);
  mc_sheets_emit_changed (MC_SHEETS (self));
}

static void
set_string (JsonObject *object, const char *name, const char *text)
{
  if (text && *text)
    json_object_set_string_member (object, name, text);
  else
    json_object_remove_member (object, name);
}

static void
set_sheet (JsonObject *object, McPaperSize size, gboolean landscape)
{
  json_object_set_string_member (object, "size", size == MC_PAPER_A3 ? "a3" : "a4");
  json_object_set_boolean_member (object, "landscape", landscape);
}

void
mc_official_paper_set_sheet (McOfficialPaper *self, McPaperSize size, gboolean landscape)
{
  set_sheet (self->content, size, landscape);
  changed (self);
}

void
mc_official_paper_set_issuer (McOfficialPaper *self, const char *parent, const char *issuer)
{
  set_string (self->content, "parent", parent);
  set_string (self->content, "issuer", issuer);
  changed (self);
}

void
mc_official_paper_set_number (McOfficialPaper *self, guint number, const char *symbol)
{
  json_object_set_int_member (self->content, "number", number);
  set_string (self->content, "symbol", symbol);
  changed (self);
}

void
mc_official_paper_set_date (McOfficialPaper *self, const char *place, McDay day)
{
  g_autofree char *date = mc_day_format_iso (day);

  set_string (self->content, "place", place);
  set_string (self->content, "date", date);
  changed (self);
}

void
mc_official_paper_set_type (McOfficialPaper *self, const char *type, const char *abstract)
{
  set_string (self->content, "type", type);
  set_string (self->content, "abstract", abstract);
  changed (self);
}

void
mc_official_paper_add_addressee (McOfficialPaper *self, const char *addressee)
{
  json_array_add_string_element (ensure_array (self->content, "addressees"), addressee);
  changed (self);
}

static void
add_text (McOfficialPaper *self, const char *kind, const char *text)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind", kind);
  json_object_set_string_member (object, "text", text ? text : "");
  json_array_add_object_element (self->body, object);
  changed (self);
}

void
mc_official_paper_add_paragraph (McOfficialPaper *self, const char *text)
{
  add_text (self, "paragraph", text);
}

void
mc_official_paper_add_centred (McOfficialPaper *self, const char *text)
{
  add_text (self, "centred", text);
}

void
mc_official_paper_add_note (McOfficialPaper *self, const char *text)
{
  add_text (self, "note", text);
}

void
mc_official_paper_add_page_break (McOfficialPaper *self)
{
  add_text (self, "break", NULL);
}

void
mc_official_paper_add_table (McOfficialPaper *self, McPaperTable *table)
{
  json_array_add_object_element (self->body, mc_paper_table_to_json (table));
  changed (self);
}

void
mc_official_paper_add_recipient (McOfficialPaper *self, const char *line)
{
  json_array_add_string_element (ensure_array (self->content, "recipients"), line);
  changed (self);
}

void
mc_official_paper_set_signature (McOfficialPaper *self, const char *authority, const char *name)
{
  set_string (self->content, "authority", authority);
  set_string (self->content, "signer", name);
  changed (self);
}

void
mc_official_paper_begin_appendix (
    McOfficialPaper *self, const char *label, const char *title, McPaperSize size, gboolean landscape)
{
  JsonObject *appendix = json_object_new ();

  set_string (appendix, "label", label);
  set_string (appendix, "title", title);
  set_sheet (appendix, size, landscape);
  self->body = ensure_array (appendix, "body");
  json_array_add_object_element (ensure_array (self->content, "appendices"), appendix);
  changed (self);
}

void
mc_official_paper_set_frame (McOfficialPaper *self, const McOfficialFrame *frame)
{
  mc_official_paper_set_issuer (self, frame->parent, frame->issuer);
  mc_official_paper_set_number (self, frame->number, frame->symbol);
  mc_official_paper_set_date (self, frame->place, frame->day);
  mc_official_paper_set_type (self, frame->type, frame->abstract);
  mc_official_paper_set_signature (self, frame->authority, frame->signer);
  for (guint i = 0; frame->recipients && frame->recipients[i]; i++)
    mc_official_paper_add_recipient (self, frame->recipients[i]);
}

/* Layout */

static void
get_sheet (JsonObject *object, double *width, double *height)
{
  gboolean a3 = g_strcmp0 (mc_official_string (object, "size"), "a3") == 0;
  gboolean landscape = json_object_get_boolean_member_with_default (object, "landscape", FALSE);
  double w = a3 ? MC_A3_WIDTH : MC_A4_WIDTH, h = a3 ? MC_A3_HEIGHT : MC_A4_HEIGHT;

  *width = landscape ? h : w;
  *height = landscape ? w : h;
}

static void
add_body (McOfficialPaper *self, JsonArray *body, const McRect *inside, GPtrArray *blocks)
{
  gboolean new_page = FALSE;

  for (guint i = 0; i < json_array_get_length (body); i++)
    {
      JsonNode *node = json_array_get_element (body, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *kind = mc_official_string (object, "kind"), *text = mc_official_string (object, "text");
      McOfficialBlock *block = NULL;

      if (g_strcmp0 (kind, "break") == 0)
        {
          new_page = TRUE;
          continue;
        }
      if (g_strcmp0 (kind, "table") == 0)
        {
          block = mc_official_table_new (object, inside->x, inside->width);
          if (!self->problem)
            self->problem = mc_official_table_get_problem (block);
        }
      else if (text)
        block = mc_official_text_new (text,
                                      g_strcmp0 (kind, "centred") == 0 ? MC_OFFICIAL_CENTRED_TEXT
                                      : g_strcmp0 (kind, "note") == 0  ? MC_OFFICIAL_NOTE_TEXT
                                                                       : MC_OFFICIAL_PARAGRAPH_TEXT,
                                      inside->x, inside->width);
      if (!block)
        continue;
      block->new_page = new_page;
      new_page = FALSE;
      g_ptr_array_add (blocks, block);
    }
}

static void
flow (McOfficialPaper *self, GPtrArray *blocks, double width, double height)
{
  g_autoptr (GPtrArray) pages = NULL;

  ((McOfficialBlock *)g_ptr_array_index (blocks, blocks->len - 1))->with_next = FALSE;
  pages = mc_official_flow (blocks, width, height, self->pages->len + 1);
  g_ptr_array_extend_and_steal (self->pages, g_steal_pointer (&pages));
}

static GPtrArray *
new_blocks (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)mc_official_block_free);
}

static void
lay_out (McOfficialPaper *self)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();
  JsonArray *addressees = mc_official_array (self->content, "addressees");
  JsonArray *appendices = mc_official_array (self->content, "appendices");
  double width, height;
  McRect inside;

  get_sheet (self->content, &width, &height);
  inside = mc_official_page_get_inside (width, height);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_official_page_free);
  g_ptr_array_add (blocks, mc_official_head_new (self->content, inside.x, inside.width));
  if (addressees && json_array_get_length (addressees) > 0)
    g_ptr_array_add (blocks, mc_official_addressees_new (self->content, inside.x, inside.width));
  add_body (self, mc_official_array (self->content, "body"), &inside, blocks);
  if (blocks->len > 0)
    ((McOfficialBlock *)g_ptr_array_index (blocks, blocks->len - 1))->with_next = TRUE;
  g_ptr_array_add (blocks, mc_official_foot_new (self->content, inside.x, inside.width));
  flow (self, blocks, width, height);
  for (guint i = 0; appendices && i < json_array_get_length (appendices); i++)
    {
      JsonObject *appendix = json_array_get_object_element (appendices, i);
      g_autoptr (GPtrArray) own = new_blocks ();

      get_sheet (appendix, &width, &height);
      inside = mc_official_page_get_inside (width, height);
      g_ptr_array_add (own, mc_official_appendix_new (self->content, appendix, inside.x, inside.width));
      add_body (self, ensure_array (appendix, "body"), &inside, own);
      flow (self, own, width, height);
    }
}

/* Also from the thread that writes the file; the paper is not changed meanwhile. */
static McOfficialPage *
get_page (McOfficialPaper *self, guint page)
{
  McOfficialPage *found;

  g_mutex_lock (&self->mutex);
  if (!self->pages)
    lay_out (self);
  found = page < self->pages->len ? g_ptr_array_index (self->pages, page) : NULL;
  g_mutex_unlock (&self->mutex);
  return found;
}

McScene *
mc_official_paper_get_page_scene (McOfficialPaper *self, guint page)
{
  McOfficialPage *found = get_page (self, page);

  return found ? found->scene : NULL;
}

/* McSheets */

static guint
get_n_pages (McSheets *sheets)
{
  McOfficialPaper *self = MC_OFFICIAL_PAPER (sheets);

  get_page (self, 0);
  return self->pages->len;
}

static void
get_size (McSheets *sheets, guint page, double *width, double *height)
{
  McOfficialPage *found = get_page (MC_OFFICIAL_PAPER (sheets), page);

  g_return_if_fail (found != NULL);
  *width = found->width;
  *height = found->height;
}

static void
paint (McSheets *sheets, cairo_t *cr, guint page)
{
  McOfficialPage *found = get_page (MC_OFFICIAL_PAPER (sheets), page);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  g_return_if_fail (found != NULL);
  for (guint i = 0; i < found->steps->len; i++)
    {
      const McOfficialStep *step = &g_array_index (found->steps, McOfficialStep, i);

      if (step->node)
        mc_painter_paint_node (cr, step->node, MC_PALETTE_PRINT, MC_PAINT_NORMAL, MC_ZOOM_PAPER);
      else if (step->tag)
        {
          cairo_tag_begin (cr, step->tag, NULL);
          g_ptr_array_add (open, (gpointer)step->tag);
        }
      else
        {
          cairo_tag_end (cr, g_ptr_array_index (open, open->len - 1));
          g_ptr_array_set_size (open, (int)open->len - 1);
        }
    }
}

/* "Thông báo 05/TB-TTPVHCC Về việc …" */
static const char *
get_title (McSheets *sheets)
{
  McOfficialPaper *self = MC_OFFICIAL_PAPER (sheets);
  const char *type = mc_official_string (self->content, "type");
  const char *abstract = mc_official_string (self->content, "abstract");
  gboolean numbered = json_object_get_int_member_with_default (self->content, "number", 0) > 0;

  g_mutex_lock (&self->mutex);
  if (!self->title)
    {
      g_autofree char *number = numbered ? mc_official_dup_number (self->content) : NULL;
      const char *words[] = { type ? type : "Công văn", number ? number : "", abstract ? abstract : "" };
      g_autoptr (GString) title = g_string_new (NULL);

      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if (*words[i])
          g_string_append_printf (title, "%s%s", title->len > 0 ? " " : "", words[i]);
      g_strdelimit (title->str, "\n", ' ');
      self->title = g_string_free_and_steal (g_steal_pointer (&title));
    }
  g_mutex_unlock (&self->mutex);
  return self->title;
}

static const char *
get_subject (McSheets *sheets)
{
  return mc_official_string (MC_OFFICIAL_PAPER (sheets)->content, "abstract");
}

static const char *
get_author (McSheets *sheets)
{
  return mc_official_string (MC_OFFICIAL_PAPER (sheets)->content, "issuer");
}

static char *
dup_page_name (McSheets *sheets, guint page)
{
  return page == 0 ? g_strdup (get_title (sheets)) : g_strdup_printf ("Trang %u", page + 1);
}

static char *
dup_page_text (McSheets *sheets, guint page)
{
  McOfficialPage *found = get_page (MC_OFFICIAL_PAPER (sheets), page);

  return found ? g_strdup (found->text->str) : NULL;
}

static char *
dup_problem (McSheets *sheets)
{
  McOfficialPaper *self = MC_OFFICIAL_PAPER (sheets);

  get_page (self, 0);
  return g_strdup (self->problem);
}

static void
sheets_init (McSheetsInterface *iface)
{
  iface->get_n_pages = get_n_pages;
  iface->get_size = get_size;
  iface->paint = paint;
  iface->get_title = get_title;
  iface->get_subject = get_subject;
  iface->get_author = get_author;
  iface->dup_page_name = dup_page_name;
  iface->dup_page_text = dup_page_text;
  iface->dup_problem = dup_problem;
}
