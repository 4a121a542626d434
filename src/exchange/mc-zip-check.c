/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-zip-check.h"

#include <expat.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unzip.h>

#include "mc-error.h"

#define BLOCK_SIZE 65536

/* minizip reads files; this is one in memory. */
typedef struct
{
  const char *data;
  gsize size;
  gsize place;
} Memory;

static voidpf
open_memory (voidpf opaque, const void *name, int mode)
{
  return opaque;
}

static uLong
read_memory (voidpf opaque, voidpf stream, void *buffer, uLong size)
{
  Memory *memory = stream;
  gsize n = MIN (size, memory->size - memory->place);

  memcpy (buffer, memory->data + memory->place, n);
  memory->place += n;
  return n;
}

static ZPOS64_T
tell_memory (voidpf opaque, voidpf stream)
{
  return ((Memory *)stream)->place;
}

static long
seek_memory (voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
  Memory *memory = stream;
  gsize base = origin == ZLIB_FILEFUNC_SEEK_END ? memory->size : origin == ZLIB_FILEFUNC_SEEK_CUR ? memory->place : 0;

  if (base + offset > memory->size)
    return -1;
  memory->place = base + offset;
  return 0;
}

static int
close_memory (voidpf opaque, voidpf stream)
{
  return 0;
}

static gboolean
is_whole (unzFile file)
{
  XML_Parser parser;
  gboolean ok = unzOpenCurrentFile (file) == UNZ_OK;
  int got = 1;

  if (!ok)
    return FALSE;
  parser = XML_ParserCreate (NULL);
  while (ok && got > 0)
    {
      void *buffer = XML_GetBuffer (parser, BLOCK_SIZE);

      got = buffer ? unzReadCurrentFile (file, buffer, BLOCK_SIZE) : -1;
      ok = got >= 0 && XML_ParseBuffer (parser, got, got == 0) == XML_STATUS_OK;
    }
  XML_ParserFree (parser);
  return unzCloseCurrentFile (file) == UNZ_OK && ok;
}

gboolean
mc_zip_check_xml (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  Memory memory = { .data = data, .size = size };
  zlib_filefunc64_def functions = { .zopen64_file = open_memory,
                                    .zread_file = read_memory,
                                    .ztell64_file = tell_memory,
                                    .zseek64_file = seek_memory,
                                    .zclose_file = close_memory,
                                    .zerror_file = close_memory,
                                    .opaque = &memory };
  unzFile file = unzOpen2_64 ("", &functions);
  int status = file ? unzGoToFirstFile (file) : UNZ_BADZIPFILE;

  while (status == UNZ_OK)
    {
      char name[256];

      status = unzGetCurrentFileInfo64 (file, NULL, name, sizeof name, NULL, 0, NULL, 0);
      if (status == UNZ_OK && (g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".rels")) && !is_whole (file))
        status = UNZ_BADZIPFILE;
      if (status == UNZ_OK)
        status = unzGoToNextFile (file);
    }
  if (file)
    unzClose (file);
  if (status == UNZ_END_OF_LIST_OF_FILE)
    return TRUE;
  g_set_error_literal (error, MC_ERROR, MC_ERROR_FAILED,
                       _ ("The table cannot be written: the disk for temporary files is full."));
  return FALSE;
}
