/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What nearly every file of the user interface begins with, read by the compiler once. A file still includes what it
 * uses: the build by clang goes without this one. */
#pragma once
#include <adwaita.h>
#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <json-glib/json-glib.h>
#include <libdex.h>
