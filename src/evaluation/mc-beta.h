/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The beta distribution, and Student's t, which is a beta distribution in other words. Functions without state.
 */

/**
 * mc_beta_share:
 * @a, @b: above 0
 * @x: 0 to 1
 *
 * How much of Beta(@a, @b) lies below @x: the regularised incomplete beta function (DLMF 8.17), by its continued
 * fraction (DLMF 8.17.22, after Lentz), good to about 14 digits.
 */
double mc_beta_share (double a, double b, double x);

/** mc_beta_quantile: the @x that @share (0 to 1) of Beta(@a, @b) lies below. */
double mc_beta_quantile (double a, double b, double share);

/**
 * mc_student_point:
 * @degrees: degrees of freedom, above 0
 * @confidence: above 0, below 1
 *
 * Returns: the t between whose negative and itself @confidence of Student's distribution lies: 2.776 for 4 and 0.95
 */
double mc_student_point (double degrees, double confidence);

G_END_DECLS
