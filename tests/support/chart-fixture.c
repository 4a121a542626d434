/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-fixture.h"

#include <math.h>

static const char *
say (const char *vietnamese, const char *english)
{
  return g_strcmp0 (g_getenv ("LANGUAGE"), "vi") == 0 ? vietnamese : english;
}

const char *
chart_fixture_name (McChartKind kind)
{
  static const char *const names[MC_N_CHART_KINDS] = { "lines",  "stacked", "multiples", "heat",     "ranked",
                                                       "paired", "control", "funnel",    "histogram" };

  return names[kind];
}

/* Something with a year in it, as of days. */
static double
season (guint seed, guint i)
{
  return 1.6 + 0.5 * sin (i / 58.1 + seed) + 0.0002 * i + 0.35 * sin (i * 0.9 + seed) +
         0.2 * sin (i * 2.3 + seed * 0.4);
}

/* Something that goes up and down and looks like work. */
static double
wave (guint seed, guint i)
{
  double x = sin (i * 0.9 + seed) + 0.6 * sin (i * 0.23 + seed * 1.7) + 0.4 * sin (i * 2.3 + seed * 0.4);

  return 2 + x;
}

static void
add_months (McChart *chart, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      McDay day = mc_day_new (2025 + (int)i / 12, 1 + (int)i % 12, 1);
      g_autofree char *label = g_strdup_printf ("%s%02u/%u", say ("Tháng ", ""), 1 + i % 12, 2025 + i / 12);

      mc_chart_add_category (chart, label, day, NULL);
    }
}

static void
fill_waves (McChart *chart, guint series, double scale)
{
  for (guint i = 0; i < mc_chart_get_n_categories (chart); i++)
    mc_chart_set_value (chart, series, i, round (scale * wave (series, i)));
}

static McChart *
new_lines (void)
{
  McChart *chart = mc_chart_new (
      MC_CHART_LINES, say ("Tiếp nhận tháng 12 tăng so với năm trước", "More received in December than a year before"),
      say ("Hồ sơ tiếp nhận mỗi tháng, 01/2025–12/2025", "Dossiers received a month, 01/2025–12/2025"));

  add_months (chart, 12);
  mc_chart_set_measure (chart, say ("hồ sơ", "dossiers"), 0, FALSE);
  mc_chart_add_series (chart, "now", say ("Năm nay", "This year"), FALSE);
  mc_chart_add_series (chart, "then", say ("Năm trước", "Year before"), TRUE);
  fill_waves (chart, 0, 640);
  fill_waves (chart, 1, 560);
  mc_chart_set_value (chart, 0, 4, NAN);
  mc_chart_set_mark (chart, 6, say ("Sáp nhập 01/07/2025", "Merger 01/07/2025"));
  mc_chart_set_source (chart, say ("Nguồn: số liệu mẫu.", "Source: sample figures."));
  return chart;
}

static const char *const agencies[] = {
  "Tư pháp", "Xây dựng",    "Nông nghiệp và Môi trường", "Tài chính",          "Nội vụ",
  "Y tế",    "Công Thương", "Giáo dục và Đào tạo",       "Dân tộc và Tôn giáo"
};

static McChart *
new_stacked (void)
{
  McChart *chart =
      mc_chart_new (MC_CHART_STACKED, say ("Tư pháp tiếp nhận nhiều nhất", "Justice receives the most"),
                    say ("Hồ sơ tiếp nhận mỗi tháng theo cơ quan, 2025", "Dossiers received a month by agency, 2025"));

  add_months (chart, 12);
  mc_chart_set_measure (chart, say ("hồ sơ", "dossiers"), 0, FALSE);
  for (guint s = 0; s < G_N_ELEMENTS (agencies); s++)
    {
      mc_chart_add_series (chart, agencies[s], agencies[s], FALSE);
      fill_waves (chart, s, 300.0 / (s + 1));
    }
  return chart;
}

static McChart *
new_multiples (void)
{
  McChart *chart = mc_chart_new (MC_CHART_MULTIPLES, say ("Quầy 1 và 2 gánh phần lớn", "Counters 1 and 2 carry most"),
                                 say ("Lượt khách mỗi tháng, từng quầy", "Visitors a month, each counter"));

  add_months (chart, 12);
  mc_chart_set_measure (chart, say ("lượt", "visitors"), 0, FALSE);
  for (guint s = 0; s < 14; s++)
    {
      g_autofree char *key = g_strdup_printf ("%u", s + 1);
      g_autofree char *name = g_strdup_printf ("%s %u", say ("Quầy", "Counter"), s + 1);

      mc_chart_add_series (chart, key, name, FALSE);
      if (s != 9)
        fill_waves (chart, s, 400.0 / (s + 1));
    }
  return chart;
}

static McChart *
new_heat (void)
{
  static const char *const days[] = { "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy" };
  static const char *const english[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" };
  McChart *chart =
      mc_chart_new (MC_CHART_HEAT, say ("Đông nhất: Thứ Hai, 08:00", "Busiest: Monday, 08:00"),
                    say ("Lượt khách trung bình mỗi nửa giờ, 11/2025", "Mean visitors each half-hour, 11/2025"));

  for (guint slot = 14; slot < 34; slot++)
    {
      g_autofree char *label = g_strdup_printf ("%02u:%02u", slot / 2, slot % 2 * 30);

      mc_chart_add_category (chart, label, MC_DAY_NONE, NULL);
    }
  mc_chart_set_measure (chart, say ("lượt", "visitors"), 0, FALSE);
  for (guint s = 0; s < G_N_ELEMENTS (days); s++)
    {
      mc_chart_add_series (chart, days[s], say (days[s], english[s]), FALSE);
      for (guint i = 0; i < 20; i++)
        {
          double hour = 7 + i * 0.5, peak = exp (-pow (hour - 8.2, 2) / 2) + 0.7 * exp (-pow (hour - 14, 2) / 1.5);

          if ((i >= 9 && i <= 11) || (s == 5 && i > 8))
            continue;
          mc_chart_set_value (chart, s, i, round (46 * peak * (1 - 0.09 * s) + wave (s, i)));
        }
    }
  return chart;
}

static McChart *
new_ranked (void)
{
  McChart *chart = mc_chart_new (MC_CHART_RANKED,
                                 say ("Tư pháp và Xây dựng chiếm hơn nửa", "Justice and Construction are over a half"),
                                 say ("Hồ sơ tiếp nhận theo cơ quan, 2025", "Dossiers received by agency, 2025"));

  for (guint i = 0; i < G_N_ELEMENTS (agencies); i++)
    mc_chart_add_category (chart, agencies[i], MC_DAY_NONE, NULL);
  mc_chart_set_measure (chart, say ("hồ sơ", "dossiers"), 0, FALSE);
  mc_chart_add_series (chart, "now", say ("Năm nay", "This year"), FALSE);
  mc_chart_add_series (chart, "then", say ("năm trước", "the year before"), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (agencies); i++)
    {
      mc_chart_set_value (chart, 0, i, floor (12000.0 / (i + 1)));
      mc_chart_set_value (chart, 1, i, floor (11000.0 / (i + 0.8)));
    }
  return chart;
}

/* The first morning of the centre, as the newspapers have it. */
static McChart *
new_paired (void)
{
  static const char *const names[] = { "Tư pháp", "Giao thông vận tải", "Kế hoạch và Đầu tư",
                                       "Tài nguyên và Môi trường" };
  static const double load[] = { 188, 184, 25, 11 }, staff[] = { 3, 2, 2, 2 };
  McChart *chart =
      mc_chart_new (MC_CHART_PAIRED, say ("Hai cơ quan nhận 91 % số hồ sơ", "Two agencies have 91 % of the dossiers"),
                    say ("Buổi sáng đầu tiên: hồ sơ và người (người: số mẫu)",
                         "First morning: dossiers and people (people: sample)"));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    mc_chart_add_category (chart, names[i], MC_DAY_NONE, NULL);
  mc_chart_set_measure (chart, say ("hồ sơ", "dossiers"), 0, FALSE);
  mc_chart_add_series (chart, "load", say ("Hồ sơ", "Dossiers"), FALSE);
  mc_chart_add_series (chart, "staff", say ("Người", "People"), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      mc_chart_set_value (chart, 0, i, load[i]);
      mc_chart_set_value (chart, 1, i, staff[i]);
    }
  return chart;
}

static McChart *
new_control (void)
{
  McChart *chart = mc_chart_new (
      MC_CHART_CONTROL, say ("Một tuần trễ hẹn nhiều hơn ngẫu nhiên", "One week was later than chance explains"),
      say ("Tỷ lệ đúng hạn mỗi tuần, 2025", "Share on time each week, 2025"));

  for (guint i = 0; i < 26; i++)
    {
      McDay day = mc_day_new (2025, 1, 6) + (McDay)i * 7;
      g_autofree char *label = mc_day_format (day);

      mc_chart_add_category (chart, label, day, NULL);
    }
  mc_chart_set_measure (chart, NULL, 1, TRUE);
  mc_chart_add_series (chart, "share", say ("Đúng hạn", "On time"), FALSE);
  for (guint i = 0; i < 26; i++)
    {
      mc_chart_set_base (chart, i, 180 + 40 * wave (1, i));
      mc_chart_set_value (chart, 0, i, i == 17 ? 0.872 : 0.955 + 0.006 * (wave (2, i) - 2));
    }
  mc_chart_set_source (chart, say ("Giới hạn ba sai số chuẩn: NIST/SEMATECH, mục 6.3.3.2.",
                                   "Limits of three standard errors: NIST/SEMATECH, 6.3.3.2."));
  return chart;
}

static McChart *
new_funnel (void)
{
  static const char *const steps[] = { "Tiếp nhận", "Đang giải quyết", "Đã giải quyết", "Đúng hạn", "Quá hạn" };
  static const char *const english[] = { "Received", "In process", "Resolved", "On time", "Overdue" };
  static const double values[] = { 10240, 9800, 9120, 8790, 38 };
  McChart *chart =
      mc_chart_new (MC_CHART_FUNNEL, say ("86 % đã xong đúng hạn trong tháng", "86 % done on time this month"),
                    say ("Hồ sơ tháng 11/2025", "Dossiers of 11/2025"));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    mc_chart_add_category (chart, say (steps[i], english[i]), MC_DAY_NONE, NULL);
  mc_chart_set_measure (chart, say ("hồ sơ", "dossiers"), 0, FALSE);
  mc_chart_add_series (chart, "all", say ("Hồ sơ", "Dossiers"), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    mc_chart_set_value (chart, 0, i, values[i]);
  return chart;
}

static McChart *
new_histogram (void)
{
  static const char *const classes[] = { "<1",    "1–2",   "2–5",   "5–10",  "10–15",  "15–20",
                                         "20–30", "30–45", "45–60", "60–90", "90–120", "≥120" };
  static const double values[] = { 310, 420, 980, 1340, 870, 420, 260, 120, 44, 21, 6, 2 };
  McChart *chart = mc_chart_new (MC_CHART_HISTOGRAM, say ("82 % chờ không quá 15 phút", "82 % wait at most 15 minutes"),
                                 say ("Thời gian chờ (phút), 11/2025", "Waiting in minutes, 11/2025"));

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    mc_chart_add_category (chart, classes[i], MC_DAY_NONE, NULL);
  mc_chart_set_measure (chart, say ("lượt", "visitors"), 0, FALSE);
  mc_chart_add_series (chart, "wait", say ("Lượt khách", "Visitors"), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    mc_chart_set_value (chart, 0, i, values[i]);
  mc_chart_set_mark (chart, 5, say ("Mức phục vụ 15 phút", "Service level 15 minutes"));
  return chart;
}

McChart *
chart_fixture_new (McChartKind kind)
{
  static McChart *(*const makers[MC_N_CHART_KINDS]) (void) = { new_lines,   new_stacked, new_multiples,
                                                               new_heat,    new_ranked,  new_paired,
                                                               new_control, new_funnel,  new_histogram };

  return makers[kind]();
}

McChart *
chart_fixture_days (McChartKind kind, guint n_days, guint n_series)
{
  McChart *chart = mc_chart_new (kind, say ("Mười năm", "Ten years"), say ("Hồ sơ mỗi ngày", "Dossiers a day"));
  McDay first = mc_day_new (2016, 1, 1);

  for (guint i = 0; i < n_days; i++)
    {
      g_autofree char *label = mc_day_format (first + (McDay)i);

      mc_chart_add_category (chart, label, first + (McDay)i, NULL);
    }
  mc_chart_set_measure (chart, say ("hồ sơ", "dossiers"), 0, FALSE);
  for (guint s = 0; s < n_series; s++)
    {
      g_autofree char *name = g_strdup_printf ("%u", s + 1);

      mc_chart_add_series (chart, name, name, FALSE);
      for (guint i = 0; i < n_days; i++)
        mc_chart_set_value (chart, s, i, round (1000.0 / (s + 1) * season (s, i)));
    }
  return chart;
}
