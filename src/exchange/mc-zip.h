/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * McZip:
 * A ZIP container of XML parts, as XLSX and ODS are. It counts what it truly takes out, so
 * that neither a bomb nor a false size in the directory fills memory. Blocks: use on a thread.
 */
typedef struct _McZip McZip;

/**
 * McXmlHandlers:
 * @start: an element begins; @name without its prefix, @attributes name and value in turn, %NULL at the end
 * @end: an element ends
 * @text: text, in pieces, not ended by a zero
 *
 * What is called while a part is read; each may set @error to stop.
 */
typedef struct
{
  void (*start) (gpointer data, const char *name, const char **attributes, GError **error);
  void (*end) (gpointer data, const char *name, GError **error);
  void (*text) (gpointer data, const char *text, gsize length, GError **error);
} McXmlHandlers;

/** mc_zip_open: (transfer full): MC_ERROR_INVALID when the container is damaged or cut off. */
McZip *mc_zip_open (const char *path, GError **error);
void mc_zip_free (McZip *self);

/** mc_zip_has: whether there is a part of this name. */
gboolean mc_zip_has (McZip *self, const char *name);

/** mc_zip_set_cancellable: (nullable): stops whatever is being unpacked, with G_IO_ERROR_CANCELLED. */
void mc_zip_set_cancellable (McZip *self, GCancellable *cancellable);

/** mc_zip_get_fraction: how much of the part under way is unpacked, 0…1; below 0 where it is not known. */
double mc_zip_get_fraction (McZip *self);

/**
 * mc_zip_contains:
 * @wanted: ASCII, not empty
 * @contains: (out): whether the bytes of the part hold it; also %TRUE where they are no plain ASCII-like text (UTF-16)
 *
 * A look that is quicker than parsing. Errors: as mc_zip_parse()
 */
gboolean mc_zip_contains (McZip *self, const char *name, const char *wanted, gboolean *contains, GError **error);

/** mc_zip_parse: reads one XML part; MC_ERROR_INVALID when it is missing, damaged, or too large. */
gboolean mc_zip_parse (McZip *self, const char *name, const McXmlHandlers *handlers, gpointer data, GError **error);

/** mc_xml_attribute: (nullable): the value of an attribute by its name without prefix. */
const char *mc_xml_attribute (const char **attributes, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McZip, mc_zip_free)

G_END_DECLS
