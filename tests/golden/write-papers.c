/* SPDX-License-Identifier: GPL-3.0-or-later */
/* write-papers FOLDER: official papers as PDF, for test_papers.py to read as other programs do. */
#include <locale.h>

#include "mc-drawing-file.h"
#include "papers-fixture.h"

static const struct
{
  const char *name;
  McSheets *(*make) (void);
} papers[] = {
  { "letter.pdf", papers_letter },
  { "notice.pdf", papers_notice },
  { "month-a3.pdf", papers_month_a3 },
  { "month-a4.pdf", papers_month_a4 },
  { "week.pdf", papers_week },
  { "attendance.pdf", papers_attendance },
  { "day.pdf", papers_day },
  { "duty.pdf", papers_duty },
  { "leave.pdf", papers_leave },
  { "attendance-letter.pdf", papers_attendance_letter },
  { "duty-notice.pdf", papers_duty_notice },
};

int
main (int argc, char *argv[])
{
  g_return_val_if_fail (argc == 2, 2);
  setlocale (LC_ALL, "");
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (McSheets) sheets = papers[i].make ();
      g_autofree char *path = g_build_filename (argv[1], papers[i].name, NULL);
      g_autoptr (GError) error = NULL;

      if (!mc_drawing_write (sheets, path, 0, &error))
        g_error ("%s: %s", papers[i].name, error->message);
    }
  return 0;
}
