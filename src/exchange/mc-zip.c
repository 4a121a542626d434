/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-zip.h"

#include <expat.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unzip.h>

#include "mc-error.h"
#include "mc-sheet.h"

#define BLOCK_SIZE 65536

struct _McZip
{
  unzFile file;
  GCancellable *cancellable;
  guint64 unpacked;
  guint64 part_size; /* as the directory says */
  guint64 part_read;
};

typedef struct
{
  const McXmlHandlers *handlers;
  gpointer data;
  XML_Parser parser;
  GError *error;
} Walk;

McZip *
mc_zip_open (const char *path, GError **error)
{
  unzFile file = unzOpen64 (path);
  McZip *self;

  if (!file)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_INVALID, "%s",
                   _ ("The file is damaged or cut off: its directory is missing. Fetch it again or save it anew."));
      return NULL;
    }
  self = g_new0 (McZip, 1);
  self->file = file;
  return self;
}

void
mc_zip_free (McZip *self)
{
  unzClose (self->file);
  g_clear_object (&self->cancellable);
  g_free (self);
}

void
mc_zip_set_cancellable (McZip *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

double
mc_zip_get_fraction (McZip *self)
{
  return self->part_size > 0 ? MIN ((double)self->part_read / (double)self->part_size, 1) : -1;
}

gboolean
mc_zip_has (McZip *self, const char *name)
{
  return unzLocateFile (self->file, name, 1) == UNZ_OK;
}

static const char *
local_name (const char *name)
{
  const char *colon = strrchr (name, ':');

  return colon ? colon + 1 : name;
}

const char *
mc_xml_attribute (const char **attributes, const char *name)
{
  for (; attributes[0]; attributes += 2)
    if (strcmp (local_name (attributes[0]), name) == 0)
      return attributes[1];
  return NULL;
}

static void
stop_on_error (Walk *walk)
{
  if (walk->error)
    XML_StopParser (walk->parser, XML_FALSE);
}

static void
on_start (void *data, const char *name, const char **attributes)
{
  Walk *walk = data;

  if (walk->error)
    return;
  walk->handlers->start (walk->data, local_name (name), attributes, &walk->error);
  stop_on_error (walk);
}

static void
on_end (void *data, const char *name)
{
  Walk *walk = data;

  if (walk->error)
    return;
  walk->handlers->end (walk->data, local_name (name), &walk->error);
  stop_on_error (walk);
}

static void
on_text (void *data, const char *text, int length)
{
  Walk *walk = data;

  if (walk->error)
    return;
  walk->handlers->text (walk->data, text, (gsize)length, &walk->error);
  stop_on_error (walk);
}

/* Neither format has document types; entities are only ever an attack. */
static void
on_doctype (void *data, const char *name, const char *sysid, const char *pubid, int has_internal_subset)
{
  Walk *walk = data;

  if (!walk->error)
    walk->error = g_error_new (MC_ERROR, MC_ERROR_INVALID, "%s",
                               _ ("The file declares a document type, which no spreadsheet does; it is not read."));
  stop_on_error (walk);
}

static GError *
too_large (void)
{
  return g_error_new (MC_ERROR, MC_ERROR_INVALID,
                      _ ("The file unpacks to more than %d MiB; it is not read. Keep only the sheet with the table."),
                      MC_SHEET_MAX_UNPACKED / 1024 / 1024);
}

static GError *
damaged (const char *name, const char *why)
{
  return g_error_new (MC_ERROR, MC_ERROR_INVALID, _ ("The file is damaged in its part %s: %s"), name, why);
}

/* The next bytes of the open part; 0 at its end, below 0 with an error. */
static int
read_part (McZip *self, const char *name, void *buffer, GError **error)
{
  int got;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return -1;
  got = buffer ? unzReadCurrentFile (self->file, buffer, BLOCK_SIZE) : -1;
  if (got < 0)
    {
      g_propagate_error (error, damaged (name, _ ("it cannot be unpacked.")));
      return -1;
    }
  self->part_read += (guint64)got;
  if (self->unpacked + self->part_read <= MC_SHEET_MAX_UNPACKED)
    return got;
  g_propagate_error (error, too_large ());
  return -1;
}

/* Feeds the open part to the parser, block by block. */
static gboolean
feed_part (McZip *self, const char *name, Walk *walk, GError **error)
{
  for (;;)
    {
      int got = read_part (self, name, XML_GetBuffer (walk->parser, BLOCK_SIZE), error);

      if (got < 0)
        return FALSE;
      if (XML_ParseBuffer (walk->parser, got, got == 0) == XML_STATUS_ERROR)
        {
          if (!walk->error)
            walk->error = damaged (name, XML_ErrorString (XML_GetErrorCode (walk->parser)));
          g_propagate_error (error, g_steal_pointer (&walk->error));
          return FALSE;
        }
      if (got == 0)
        return TRUE;
    }
}

static gboolean
open_part (McZip *self, const char *name, GError **error)
{
  unz_file_info64 info;

  if (unzLocateFile (self->file, name, 1) != UNZ_OK ||
      unzGetCurrentFileInfo64 (self->file, &info, NULL, 0, NULL, 0, NULL, 0) != UNZ_OK)
    {
      g_propagate_error (error, damaged (name, _ ("it is missing.")));
      return FALSE;
    }
  if (info.uncompressed_size > MC_SHEET_MAX_UNPACKED)
    {
      g_propagate_error (error, too_large ());
      return FALSE;
    }
  if (unzOpenCurrentFile (self->file) != UNZ_OK)
    {
      g_propagate_error (error, damaged (name, _ ("it cannot be unpacked.")));
      return FALSE;
    }
  self->part_size = info.uncompressed_size;
  self->part_read = 0;
  return TRUE;
}

/* Closing tells whether the checksum of the whole part was right. */
static gboolean
close_part (McZip *self, const char *name, gboolean ok, GError **error)
{
  if (unzCloseCurrentFile (self->file) != UNZ_CRCERROR || !ok)
    return ok;
  g_propagate_error (error, damaged (name, _ ("its checksum is wrong.")));
  return FALSE;
}

gboolean
mc_zip_parse (McZip *self, const char *name, const McXmlHandlers *handlers, gpointer data, GError **error)
{
  Walk walk = { .handlers = handlers, .data = data };
  gboolean ok;

  if (!open_part (self, name, error))
    return FALSE;
  walk.parser = XML_ParserCreate (NULL);
  XML_SetUserData (walk.parser, &walk);
  XML_SetElementHandler (walk.parser, on_start, on_end);
  XML_SetCharacterDataHandler (walk.parser, on_text);
  XML_SetStartDoctypeDeclHandler (walk.parser, on_doctype);
  ok = feed_part (self, name, &walk, error);
  self->unpacked += self->part_read;
  XML_ParserFree (walk.parser);
  g_clear_error (&walk.error);
  return close_part (self, name, ok, error);
}

gboolean
mc_zip_contains (McZip *self, const char *name, const char *wanted, gboolean *contains, GError **error)
{
  gsize keep = strlen (wanted) - 1, kept = 0;
  g_autofree char *buffer = g_malloc (keep + BLOCK_SIZE);
  int got;

  *contains = FALSE;
  if (!open_part (self, name, error))
    return FALSE;
  while ((got = read_part (self, name, buffer + kept, error)) > 0)
    {
      gsize n = kept + (gsize)got;

      /* Words of UTF-16 are not looked for; whoever asks then has to look himself. */
      *contains = *contains || memmem (buffer, n, wanted, keep + 1) || memchr (buffer, 0, n);
      kept = MIN (keep, n);
      memmove (buffer, buffer + n - kept, kept);
    }
  return close_part (self, name, got == 0, error);
}
