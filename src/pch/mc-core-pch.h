/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the rooms begin with, read by the compiler once. A file still includes what it uses: the build by
 * clang goes without this one. */
#pragma once
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>
