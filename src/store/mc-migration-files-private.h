/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * McSqlFile:
 * A file of data/sql, as it is on disk.
 */
typedef struct
{
  char *name; /* without .sql */
  char *path;
  char *text;
  char *sha256;
} McSqlFile;

/** _mc_sql_files_load: on a fiber. (transfer full): the .sql files of @folder by name, as McSqlFile; none if there is
 * no such folder */
GPtrArray *_mc_sql_files_load (const char *folder, GError **error);

/** _mc_sql_files_checksum: (transfer full): one for all. */
char *_mc_sql_files_checksum (GPtrArray *files);

G_END_DECLS
