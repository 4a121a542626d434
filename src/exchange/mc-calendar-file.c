/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-calendar-file.h"

#define LINE 75 /* octets: RFC 5545, 3.1 */

/* Without its end; lines that go on begin with a blank, and no letter is torn. */
static void
add_line (GString *file, const char *line)
{
  gsize room = LINE;

  for (const char *at = line; *at;)
    {
      gsize length = (gsize)(g_utf8_next_char (at) - at);

      if (length > room)
        {
          g_string_append (file, "\r\n ");
          room = LINE - 1;
        }
      g_string_append_len (file, at, (gssize)length);
      room -= length;
      at += length;
    }
  g_string_append (file, "\r\n");
}

/* RFC 5545, 3.3.11. */
static void
add_text (GString *file, const char *property, const char *text)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) line = g_string_new (property);

  if (!text || !*text)
    return;
  valid = g_utf8_make_valid (text, -1);
  g_string_append_c (line, ':');
  for (const char *at = valid; *at; at++)
    switch (*at)
      {
      case '\\':
      case ';':
      case ',':
        g_string_append_c (line, '\\');
        g_string_append_c (line, *at);
        break;
      case '\n':
        g_string_append (line, "\\n");
        break;
      default:
        /* Other controls are not allowed in a text. */
        if ((guchar)*at >= 0x20 || *at == '\t')
          g_string_append_c (line, *at);
      }
  add_line (file, line->str);
}

static void
add_time (GString *file, const char *property, McDay day, guint minutes)
{
  int year, month, date;
  g_autofree char *line = NULL;

  mc_day_split (day, &year, &month, &date);
  line = g_strdup_printf ("%s;TZID=Asia/Ho_Chi_Minh:%04d%02d%02dT%02u%02u00", property, year, month, date, minutes / 60,
                          minutes % 60);
  add_line (file, line);
}

static void
add_event (GString *file, const McCalendarEvent *event, const char *stamp)
{
  g_autofree char *sequence = g_strdup_printf ("SEQUENCE:%u", event->sequence);

  add_line (file, "BEGIN:VEVENT");
  add_text (file, "UID", event->uid);
  add_line (file, stamp);
  add_time (file, "DTSTART", event->day, event->from);
  add_time (file, "DTEND", event->day, event->until);
  add_text (file, "SUMMARY", event->summary);
  add_text (file, "LOCATION", event->location);
  add_text (file, "DESCRIPTION", event->description);
  add_line (file, sequence);
  add_line (file, event->cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
  add_line (file, "END:VEVENT");
}

/* Vietnam has had UTC+7 without summer time since 13/06/1975. */
static void
add_zone (GString *file)
{
  static const char *const lines[] = {
    "BEGIN:VTIMEZONE",    "TZID:Asia/Ho_Chi_Minh", "BEGIN:STANDARD", "DTSTART:19750613T000000",
    "TZOFFSETFROM:+0700", "TZOFFSETTO:+0700",      "TZNAME:+07",     "END:STANDARD",
    "END:VTIMEZONE",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    add_line (file, lines[i]);
}

GBytes *
mc_calendar_file (const char *name, const McCalendarEvent *events, guint n, gint64 made_at)
{
  g_autoptr (GString) file = g_string_new (NULL);
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (made_at);
  g_autofree char *stamp = g_date_time_format (when, "DTSTAMP:%Y%m%dT%H%M%SZ");

  add_line (file, "BEGIN:VCALENDAR");
  add_line (file, "VERSION:2.0");
  add_line (file, "PRODID:-//Mot Cua//" MC_VERSION "//VI");
  add_line (file, "CALSCALE:GREGORIAN");
  add_line (file, "METHOD:PUBLISH");
  add_text (file, "X-WR-CALNAME", name);
  add_line (file, "X-WR-TIMEZONE:Asia/Ho_Chi_Minh");
  add_zone (file);
  for (guint i = 0; i < n; i++)
    add_event (file, &events[i], stamp);
  add_line (file, "END:VCALENDAR");
  return g_string_free_to_bytes (g_steal_pointer (&file));
}

char *
mc_calendar_uid (gint64 person, McDay day, guint session)
{
  g_autofree char *date = mc_day_format_iso (day);

  return g_strdup_printf ("%" G_GINT64_FORMAT "-%s-%u@motcua.cantho.gov.vn", person, date, session);
}
