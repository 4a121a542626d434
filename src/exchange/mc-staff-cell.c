/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-staff-cell.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "mc-name.h"
#include "mc-text-encoding.h"

/* Serial numbers outside are years, counts or sums, not days: 1905 to 2099. */
#define FIRST_SERIAL 2101
#define LAST_SERIAL 73050

char *
mc_staff_cell_check (const McTableCell *cell)
{
  const char *advice = NULL;

  if (cell->merged)
    return g_strdup_printf (_ ("the cell is merged with %s; undo the merge and fill in each row"), cell->text);
  if (cell->kind == MC_CELL_ERROR)
    return g_strdup (cell->text);
  if (cell->kind == MC_CELL_TEXT)
    advice = mc_text_encoding_advice (mc_text_encoding_legacy (cell->text));
  return g_strdup (advice);
}

char *
mc_staff_cell_text (const McTableCell *cell)
{
  char *text = mc_name_clean (cell->kind == MC_CELL_EMPTY || !cell->text ? "" : cell->text);

  /* Spreadsheets and our own CSV put an apostrophe before text that looks like a formula. */
  if (text[0] == '\'' && text[1] && strchr ("=+-@", text[1]))
    memmove (text, text + 1, strlen (text));
  return text;
}

/* Splits "5/3/1990", "5-3-1990", "5.3.1990" into three numbers; the count of digits of the last in @digits. */
static gboolean
split_day (const char *text, guint *a, guint *b, guint *c, guint *digits)
{
  char first, second;
  int read = 0;

  if (sscanf (text, "%2u%c%2u%c%4u%n", a, &first, b, &second, c, &read) != 5 || text[read] != '\0' || first != second ||
      !strchr ("/-.", first))
    return FALSE;
  *digits = (guint)strspn (strrchr (text, first) + 1, "0123456789");
  return TRUE;
}

static char *
read_words (const char *text, McDay *day)
{
  g_autofree char *folded = mc_fold (text);
  guint d, m, y;
  int read = 0;

  if ((sscanf (folded, "ngay %2u thang %2u nam %4u%n", &d, &m, &y, &read) == 3 && folded[read] == '\0') ||
      (sscanf (folded, "%2u thang %2u nam %4u%n", &d, &m, &y, &read) == 3 && folded[read] == '\0'))
    {
      *day = mc_day_new ((int)y, (int)m, (int)d);
      return *day == MC_DAY_NONE ? g_strdup (_ ("there is no such day")) : NULL;
    }
  return g_strdup (_ ("this is no day; write it as day/month/year, such as 05/03/1990"));
}

static char *
read_day_text (const char *text, McDay *day, gboolean *month_first)
{
  g_autoptr (GError) error = NULL;
  guint a, b, c, digits;
  int read = 0;

  if (split_day (text, &a, &b, &c, &digits))
    {
      if (digits == 2)
        return g_strdup (_ ("the year has only two digits; write all four"));
      if (b > 12 && a >= 1 && a <= 12 && mc_day_new ((int)c, (int)a, (int)b) != MC_DAY_NONE)
        {
          *month_first = TRUE;
          return g_strdup_printf (_ ("there is no month %u; the day comes first, so write %02u/%02u/%u"), b, b, a, c);
        }
    }
  else if (strlen (text) == 4 && strspn (text, "0123456789") == 4)
    return g_strdup (_ ("this is only a year; day and month are needed"));
  else if (sscanf (text, "%2u%*1[-/.]%4u%n", &a, &c, &read) == 2 && text[read] == '\0' && c > 99)
    return g_strdup (_ ("this is only a month and a year; the day is needed"));
  else if (g_ascii_isalpha (*text) || (guchar)*text > 0x7f || strstr (text, "th"))
    return read_words (text, day);
  if (mc_day_parse (text, day, &error))
    return NULL;
  return g_strdup (error->message);
}

char *
mc_staff_cell_day (const McTableCell *cell, McDay *day, gboolean *month_first)
{
  g_autofree char *text = mc_staff_cell_text (cell);

  *day = MC_DAY_NONE;
  *month_first = FALSE;
  switch (cell->kind)
    {
    case MC_CELL_EMPTY:
      return NULL;
    case MC_CELL_DATE:
      *day = (McDay)cell->number;
      return NULL;
    case MC_CELL_NUMBER:
      if (cell->number >= 1900 && cell->number <= 2100)
        return g_strdup (_ ("this is only a year; day and month are needed"));
      if (cell->number >= FIRST_SERIAL && cell->number <= LAST_SERIAL)
        {
          McTableCell as_day = { 0 };

          mc_table_cell_set_serial (&as_day, cell->number, FALSE);
          *day = (McDay)as_day.number;
          mc_table_cell_clear (&as_day);
          return NULL;
        }
      return g_strdup (_ ("this is a number, not a day"));
    case MC_CELL_TEXT:
      return *text ? read_day_text (text, day, month_first) : NULL;
    case MC_CELL_BOOL:
    case MC_CELL_ERROR:
    default:
      return g_strdup (_ ("this is no day; write it as day/month/year, such as 05/03/1990"));
    }
}

gboolean
mc_staff_cell_could_be_month_first (const McTableCell *cell)
{
  g_autofree char *text = mc_staff_cell_text (cell);
  guint a, b, c, digits;

  return cell->kind == MC_CELL_TEXT && split_day (text, &a, &b, &c, &digits) && digits == 4 && a <= 12 && b <= 12 &&
         a != b;
}

char *
mc_staff_cell_name (const char *text, char **name)
{
  g_autofree char *clean = mc_name_clean (text);

  if (!*clean)
    return g_strdup (_ ("the name is missing"));
  for (const char *p = clean; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c) && !g_unichar_ismark (c) && c != 0x2019 && !(c < 0x80 && strchr (" '-.", (int)c)))
        return g_strdup (_ ("a name holds letters only"));
    }
  if (!strchr (clean, ' '))
    return g_strdup (_ ("the full name is needed, with the family name"));
  *name = g_steal_pointer (&clean);
  return NULL;
}

typedef struct
{
  const char *word; /* folded */
  guint value;
} Word;

static gboolean
folds_to (const char *text, const char *folded)
{
  g_autofree char *own = mc_fold (text);

  return strcmp (own, folded) == 0;
}

/* The words that people use, and those of the database and of our own exports. */
static gboolean
find_word (const Word *words, gsize n, const McEnumValue *values, const char *text, guint *value)
{
  g_autofree char *folded = mc_fold (text);

  for (gsize i = 0; i < n; i++)
    if (strcmp (words[i].word, folded) == 0)
      {
        *value = words[i].value;
        return TRUE;
      }
  for (guint i = 0; *folded && i < mc_enum_count (values); i++)
    if (values[i].label && (folds_to (values[i].text, folded) || folds_to (values[i].label, folded) ||
                            folds_to (mc_enum_label (values, i), folded)))
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}

char *
mc_staff_cell_sex (const char *text, McSex *sex)
{
  static const Word words[] = {
    { "nam", MC_SEX_MALE },  { "male", MC_SEX_MALE }, { "m", MC_SEX_MALE },        { "ong", MC_SEX_MALE },
    { "mr", MC_SEX_MALE },   { "nu", MC_SEX_FEMALE }, { "female", MC_SEX_FEMALE }, { "f", MC_SEX_FEMALE },
    { "ba", MC_SEX_FEMALE }, { "ms", MC_SEX_FEMALE }, { "", MC_SEX_UNKNOWN },      { "unknown", MC_SEX_UNKNOWN },
  };
  guint value;

  if (!find_word (words, G_N_ELEMENTS (words), mc_sex_values, text, &value))
    return g_strdup (_ ("write Nam or Nữ"));
  *sex = (McSex)value;
  return NULL;
}

char *
mc_staff_cell_role (const char *text, McTourRole *role)
{
  static const Word words[] = {
    { "", MC_TOUR_ROLE_PRIMARY },           { "chinh thuc", MC_TOUR_ROLE_PRIMARY },
    { "chinh", MC_TOUR_ROLE_PRIMARY },      { "cong chuc chinh thuc", MC_TOUR_ROLE_PRIMARY },
    { "primary", MC_TOUR_ROLE_PRIMARY },    { "official", MC_TOUR_ROLE_PRIMARY },
    { "du phong", MC_TOUR_ROLE_STANDBY },   { "cong chuc du phong", MC_TOUR_ROLE_STANDBY },
    { "thay the", MC_TOUR_ROLE_STANDBY },   { "standby", MC_TOUR_ROLE_STANDBY },
    { "substitute", MC_TOUR_ROLE_STANDBY },
  };
  guint value;

  if (!find_word (words, G_N_ELEMENTS (words), mc_tour_role_values, text, &value))
    return g_strdup (_ ("write chính thức (primary) or dự phòng (standby)"));
  *role = (McTourRole)value;
  return NULL;
}

char *
mc_staff_cell_kind (const char *text, McTourKind *kind)
{
  static const Word words[] = {
    { "", MC_TOUR_KIND_SECONDED },
    { "cu den", MC_TOUR_KIND_SECONDED },
    { "duoc cu", MC_TOUR_KIND_SECONDED },
    { "biet phai", MC_TOUR_KIND_SECONDED },
    { "seconded", MC_TOUR_KIND_SECONDED },
    { "bien che", MC_TOUR_KIND_OWN },
    { "bien che trung tam", MC_TOUR_KIND_OWN },
    { "own", MC_TOUR_KIND_OWN },
    { "buu dien", MC_TOUR_KIND_POSTAL },
    { "buu chinh", MC_TOUR_KIND_POSTAL },
    { "postal", MC_TOUR_KIND_POSTAL },
    { "hop dong", MC_TOUR_KIND_CONTRACT },
    { "contract", MC_TOUR_KIND_CONTRACT },
    { "giam sat", MC_TOUR_KIND_SUPERVISION },
    { "supervision", MC_TOUR_KIND_SUPERVISION },
  };
  guint value;

  if (!find_word (words, G_N_ELEMENTS (words), mc_tour_kind_values, text, &value))
    return g_strdup (_ ("write biệt phái (seconded), biên chế (own), bưu điện (postal), hợp đồng (contract) or giám "
                        "sát (supervision)"));
  *kind = (McTourKind)value;
  return NULL;
}

char *
mc_staff_cell_employment (const char *text, McEmployment *employment)
{
  static const Word words[] = {
    { "", MC_EMPLOYMENT_CIVIL_SERVANT },
    { "cong chuc", MC_EMPLOYMENT_CIVIL_SERVANT },
    { "civil servant", MC_EMPLOYMENT_CIVIL_SERVANT },
    { "vien chuc", MC_EMPLOYMENT_PUBLIC_EMPLOYEE },
    { "public employee", MC_EMPLOYMENT_PUBLIC_EMPLOYEE },
    { "hop dong", MC_EMPLOYMENT_CONTRACT },
    { "nguoi lao dong", MC_EMPLOYMENT_CONTRACT },
    { "contract", MC_EMPLOYMENT_CONTRACT },
    { "buu dien", MC_EMPLOYMENT_POSTAL },
    { "postal", MC_EMPLOYMENT_POSTAL },
  };
  guint value;

  if (!find_word (words, G_N_ELEMENTS (words), mc_employment_values, text, &value))
    return g_strdup (
        _ ("write công chức (civil servant), viên chức (public employee), hợp đồng (contract) or bưu điện (postal)"));
  *employment = (McEmployment)value;
  return NULL;
}

static guint
count_digits (const char *text, const char *also)
{
  guint n = 0;

  for (const char *p = text; *p; p++)
    {
      if (g_ascii_isdigit (*p))
        n++;
      else if (!strchr (also, *p))
        return 0;
    }
  return n;
}

char *
mc_staff_cell_phone (const McTableCell *cell, char **phone)
{
  g_autofree char *text = mc_staff_cell_text (cell);
  guint digits = count_digits (text, "+ .-()/");

  if (!*text)
    return NULL;
  if (digits < 8 || digits > 24)
    return g_strdup (_ ("this is no telephone number"));
  *phone = cell->kind == MC_CELL_NUMBER ? g_strconcat ("0", text, NULL) : g_steal_pointer (&text);
  return NULL;
}

char *
mc_staff_cell_email (const char *text, char **email)
{
  const char *at = strchr (text, '@');

  if (!*text)
    return NULL;
  if (!at || at == text || strchr (at + 1, '@') || !strchr (at + 1, '.') || at[1] == '.' || strpbrk (text, " ,;<>") ||
      !g_str_is_ascii (text) || text[strlen (text) - 1] == '.')
    return g_strdup (_ ("this is no e-mail address"));
  *email = g_strdup (text);
  return NULL;
}

char *
mc_staff_cell_identity (const McTableCell *cell, char **number)
{
  g_autofree char *text = mc_staff_cell_text (cell);
  guint digits = count_digits (text, " ");
  g_autoptr (GString) plain = g_string_new (NULL);

  if (!*text)
    return NULL;
  for (const char *p = text; *p; p++)
    if (*p != ' ')
      g_string_append_c (plain, *p);
  /* A province's code begins with zeros, which spreadsheets drop from numbers. */
  while (cell->kind == MC_CELL_NUMBER && digits >= 10 && digits < 12)
    {
      g_string_prepend_c (plain, '0');
      digits++;
    }
  if (digits != 12 && digits != 9)
    return g_strdup (_ ("an identity number has 12 digits (or 9, the old kind)"));
  *number = g_strdup (plain->str);
  return NULL;
}
