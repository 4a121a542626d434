/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-shift-model.h"

G_BEGIN_DECLS

/**
 * mc_shift_read:
 * @text: UTF-8
 * @error: MC_ERROR_INVALID: what is wrong, and in which line
 *
 * Reads a problem in the form of the public shift-scheduling instances (T. Curtois, R. Qu, “Computational results on
 * new staff scheduling benchmark instances”, 2014): SECTION_HORIZON, _SHIFTS, _STAFF, _DAYS_OFF, _SHIFT_ON_REQUESTS,
 * _SHIFT_OFF_REQUESTS and _COVER; lines that begin with # are remarks. Day 0 is a Monday.
 *
 * Returns: (transfer full) (nullable)
 */
McShiftModel *mc_shift_read (const char *text, GError **error);

/** mc_shift_read_file: (blocks; for threads) mc_shift_read() of a file; its name stands before what is wrong in it. */
McShiftModel *mc_shift_read_file (GFile *file, GError **error);

G_END_DECLS
