/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-xlsx-book.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-error.h"

typedef struct
{
  McXlsxBook *book;
  const char *folder;    /* the part's, for relations */
  GHashTable *relations; /* id -> part */
  char *wanted;          /* out: the part of the relation type asked for */
  const char *styles;
  const char *shared;
  GHashTable *formats; /* number format id -> is a date */
  gboolean in_cell_formats;
  gboolean in_text;
  guint phonetic;
  GString *text;
} Book;

static void
ignore_text (gpointer data, const char *text, gsize length, GError **error)
{
}

static void
ignore_end (gpointer data, const char *name, GError **error)
{
}

/* "worksheets/sheet1.xml" in the folder "xl" is "xl/worksheets/sheet1.xml"; "/xl/a.xml" is "xl/a.xml". */
static char *
resolve (const char *folder, const char *target)
{
  g_autofree char *joined = NULL;
  g_autofree char *path = NULL;

  if (*target == '/')
    return g_strdup (target + 1);
  joined = g_strconcat ("/", folder, *folder ? "/" : "", target, NULL);
  path = g_canonicalize_filename (joined, "/");
  return g_strdup (path + 1);
}

static void
on_relation (gpointer data, const char *name, const char **attributes, GError **error)
{
  Book *book = data;
  const char *id = mc_xml_attribute (attributes, "Id");
  const char *type = mc_xml_attribute (attributes, "Type");
  const char *target = mc_xml_attribute (attributes, "Target");
  char *part;

  if (!g_str_equal (name, "Relationship") || !id || !type || !target)
    return;
  part = resolve (book->folder, target);
  g_hash_table_insert (book->relations, g_strdup (id), part);
  if (g_str_has_suffix (type, "/officeDocument"))
    book->wanted = part;
  else if (g_str_has_suffix (type, "/styles"))
    book->styles = part;
  else if (g_str_has_suffix (type, "/sharedStrings"))
    book->shared = part;
}

static void
on_workbook (gpointer data, const char *name, const char **attributes, GError **error)
{
  Book *book = data;
  const char *state = mc_xml_attribute (attributes, "state");
  const char *epoch = mc_xml_attribute (attributes, "date1904");

  if (g_str_equal (name, "workbookPr") && epoch)
    book->book->date1904 = g_str_equal (epoch, "1") || g_str_equal (epoch, "true");
  else if (g_str_equal (name, "sheet") && (!state || g_str_equal (state, "visible")))
    {
      const char *id = mc_xml_attribute (attributes, "id");
      const char *title = mc_xml_attribute (attributes, "name");
      const char *part = id ? g_hash_table_lookup (book->relations, id) : NULL;

      /* Charts are sheets too, but hold no rows. */
      if (!part || !title || strstr (part, "chartsheet") || strstr (part, "dialogsheet"))
        return;
      g_ptr_array_add (book->book->sheets, g_strdup (title));
      g_ptr_array_add (book->book->parts, g_strdup (part));
    }
}

gboolean
mc_xlsx_format_is_date (const char *format)
{
  for (const char *p = format; *p; p++)
    {
      if (*p == '"' || *p == '[')
        {
          p = strchr (p + 1, *p == '"' ? '"' : ']');
          if (!p)
            return FALSE;
        }
      else if (*p == '\\' || *p == '_' || *p == '*')
        {
          if (!*++p)
            return FALSE;
        }
      else if (*p == ';')
        return FALSE;
      else if (strchr ("dDyY", *p))
        return TRUE;
    }
  return FALSE;
}

/* ISO 29500-1, 18.8.30: formats that are never written down; 27-36 and 50-58 are days in East Asian editions. */
static gboolean
is_builtin_date (guint64 id)
{
  return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

static void
on_style (gpointer data, const char *name, const char **attributes, GError **error)
{
  Book *book = data;
  const char *id = mc_xml_attribute (attributes, "numFmtId");
  guint64 number = id ? g_ascii_strtoull (id, NULL, 10) : 0;

  if (g_str_equal (name, "cellXfs"))
    book->in_cell_formats = TRUE;
  else if (g_str_equal (name, "numFmt"))
    {
      const char *code = mc_xml_attribute (attributes, "formatCode");

      g_hash_table_insert (book->formats, GUINT_TO_POINTER ((guint)number),
                           GINT_TO_POINTER (code && mc_xlsx_format_is_date (code) ? 1 : 2));
    }
  else if (g_str_equal (name, "xf") && book->in_cell_formats)
    {
      int known = GPOINTER_TO_INT (g_hash_table_lookup (book->formats, GUINT_TO_POINTER ((guint)number)));
      gboolean is_date = known ? known == 1 : is_builtin_date (number);

      g_array_append_val (book->book->is_date, is_date);
    }
}

static void
on_style_end (gpointer data, const char *name, GError **error)
{
  Book *book = data;

  if (g_str_equal (name, "cellXfs"))
    book->in_cell_formats = FALSE;
}

static void
on_string (gpointer data, const char *name, const char **attributes, GError **error)
{
  Book *book = data;

  if (g_str_equal (name, "si"))
    g_string_truncate (book->text, 0);
  else if (g_str_equal (name, "rPh"))
    book->phonetic++;
  else if (g_str_equal (name, "t"))
    book->in_text = book->phonetic == 0;
}

static void
on_string_end (gpointer data, const char *name, GError **error)
{
  Book *book = data;

  if (g_str_equal (name, "si"))
    g_ptr_array_add (book->book->strings, g_strdup (book->text->str));
  else if (g_str_equal (name, "rPh"))
    book->phonetic--;
  else if (g_str_equal (name, "t"))
    book->in_text = FALSE;
}

static void
on_string_text (gpointer data, const char *text, gsize length, GError **error)
{
  Book *book = data;

  if (book->in_text)
    g_string_append_len (book->text, text, (gssize)length);
}

/* Reads the relations of @part, "" being the package. */
static gboolean
load_relations (Book *book, McZip *zip, const char *part, GError **error)
{
  static const McXmlHandlers handlers = { on_relation, ignore_end, ignore_text };
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *base = g_path_get_basename (part);
  g_autofree char *relations = NULL;

  if (!*part || g_str_equal (folder, "."))
    relations = g_strdup_printf ("_rels/%s.rels", *part ? base : "");
  else
    relations = g_strdup_printf ("%s/_rels/%s.rels", folder, base);
  g_hash_table_remove_all (book->relations);
  book->folder = g_str_equal (folder, ".") ? "" : folder;
  book->wanted = NULL;
  book->styles = book->shared = NULL;
  if (!mc_zip_parse (zip, relations, &handlers, book, error))
    return FALSE;
  book->folder = "";
  return TRUE;
}

static gboolean
load_parts (Book *book, McZip *zip, GError **error)
{
  static const McXmlHandlers workbook_handlers = { on_workbook, ignore_end, ignore_text };
  static const McXmlHandlers style_handlers = { on_style, on_style_end, ignore_text };
  static const McXmlHandlers string_handlers = { on_string, on_string_end, on_string_text };
  g_autofree char *workbook = NULL;

  if (!load_relations (book, zip, "", error))
    return FALSE;
  workbook = g_strdup (book->wanted ? book->wanted : "xl/workbook.xml");
  if (g_str_has_suffix (workbook, ".bin"))
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_UNSUPPORTED,
                           _ ("The file is a binary workbook (XLSB). Save it as XLSX."));
      return FALSE;
    }
  return load_relations (book, zip, workbook, error) && mc_zip_parse (zip, workbook, &workbook_handlers, book, error) &&
         (!book->styles || mc_zip_parse (zip, book->styles, &style_handlers, book, error)) &&
         (!book->shared || mc_zip_parse (zip, book->shared, &string_handlers, book, error));
}

McXlsxBook *
mc_xlsx_book_load (McZip *zip, GError **error)
{
  g_autoptr (McXlsxBook) self = g_new0 (McXlsxBook, 1);
  Book book = { .book = self, .folder = "" };
  gboolean ok;

  self->sheets = g_ptr_array_new_with_free_func (g_free);
  self->parts = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->is_date = g_array_new (FALSE, FALSE, sizeof (gboolean));
  book.relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  book.formats = g_hash_table_new (NULL, NULL);
  book.text = g_string_new (NULL);
  ok = load_parts (&book, zip, error);
  g_hash_table_unref (book.relations);
  g_hash_table_unref (book.formats);
  g_string_free (book.text, TRUE);
  return ok ? g_steal_pointer (&self) : NULL;
}

void
mc_xlsx_book_free (McXlsxBook *self)
{
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->strings);
  g_array_unref (self->is_date);
  g_free (self);
}
