/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-name.h"
#include "mc-needle.h"

static void
assert_split (const char *full, const char *family, const char *middle, const char *given)
{
  g_autofree char *f = NULL, *m = NULL, *g = NULL;

  mc_name_split (full, &f, &m, &g);
  g_assert_cmpstr (f, ==, family);
  g_assert_cmpstr (m, ==, middle);
  g_assert_cmpstr (g, ==, given);
}

static void
test_split (void)
{
  assert_split ("Nguyễn Văn Hoà", "Nguyễn", "Văn", "Hoà");
  assert_split ("  Trần   Thị Ngọc  Ánh ", "Trần", "Thị Ngọc", "Ánh");
  assert_split ("Lê Lợi", "Lê", "", "Lợi");
  assert_split ("Hòa", "", "", "Hòa");
  assert_split ("", "", "", "");
  assert_split (NULL, "", "", "");
  assert_split ("H'Hen Niê", "H'Hen", "", "Niê");
}

static void
test_clean_keeps_the_name (void)
{
  g_autofree char *nfd = g_utf8_normalize ("Nguyễn Văn Hoà", -1, G_NORMALIZE_NFD);
  g_autofree char *clean = mc_name_clean (nfd);
  g_autofree char *broken = mc_name_clean ("L\xea Lai");

  g_assert_cmpstr (clean, ==, "Nguyễn Văn Hoà");
  g_assert_true (g_utf8_validate (broken, -1, NULL));
}

/* Each given name sorts before the next. */
static void
assert_ascending (const char *const *names)
{
  for (gsize i = 0; names[i + 1]; i++)
    for (gsize j = i + 1; names[j]; j++)
      {
        g_autofree char *a = mc_name_sort_key (names[i], NULL, NULL);
        g_autofree char *b = mc_name_sort_key (names[j], NULL, NULL);

        if (g_strcmp0 (a, b) >= 0)
          g_test_message ("%s should sort before %s", names[i], names[j]);
        g_assert_cmpstr (a, <, b);
      }
}

static void
test_tone_order (void)
{
  static const char *const ma[] = { "ma", "mà", "mả", "mã", "má", "mạ", "mai", NULL };
  static const char *const hoa[] = { "Hoa", "Hoà", "Hỏa", "Hoã", "Hóa", "Hoạ", "Hoan", NULL };

  assert_ascending (ma);
  assert_ascending (hoa);
}

static void
test_alphabet (void)
{
  static const char *const letters[] = { "A", "Ă", "Â", "B", "C", "D", "Đ", "E", "Ê", "F", "G", "H",
                                         "I", "J", "K", "L", "M", "N", "O", "Ô", "Ơ", "P", "Q", "R",
                                         "S", "T", "U", "Ư", "V", "W", "X", "Y", "Z", NULL };
  /* Letters of the syllable before its tone; the letter before the ones behind it. */
  static const char *const mixed[] = { "9",   "An",   "Án",  "Ang", "Ăn",  "Ấn",       "Dung",   "Dũng",
                                       "Duy", "Đào",  "Đạt", "Hoa", "Hòa", "Hoà Bình", "Hóa An", "Hồ",
                                       "Hở",  "Uyên", "Ước", "Vy",  "Ý",   "Yên",      NULL };

  assert_ascending (letters);
  assert_ascending (mixed);
}

static void
assert_same_key (const char *a, const char *b)
{
  g_autofree char *nfd = g_utf8_normalize (b, -1, G_NORMALIZE_NFD);
  g_autofree char *key_a = mc_name_sort_key (a, NULL, NULL);
  g_autofree char *key_b = mc_name_sort_key (b, NULL, NULL);
  g_autofree char *key_nfd = mc_name_sort_key (nfd, NULL, NULL);

  g_assert_cmpstr (key_a, ==, key_b);
  g_assert_cmpstr (key_a, ==, key_nfd);
}

static void
test_same_key (void)
{
  assert_same_key ("Hòa", "Hoà");
  assert_same_key ("Thúy", "Thuý");
  assert_same_key ("HOẢ", "hỏa");
  assert_same_key ("Khỏe", "Khoẻ");
  assert_same_key ("Nguyễn", "NGUYỄN");
  assert_same_key ("Ðức", "Đức");
  assert_same_key (" Ngọc  Ánh", "Ngọc Ánh ");
  assert_same_key ("H'Hen", "H’Hen");
}

static void
test_parts_in_order (void)
{
  g_autofree char *van_hoa_tran = mc_name_sort_key ("Hoà", "Văn", "Trần");
  g_autofree char *an_hoa_vo = mc_name_sort_key ("Hòa", "An", "Võ");
  g_autofree char *van_hoa_nguyen = mc_name_sort_key ("Hoà", "Văn", "Nguyễn");
  g_autofree char *none_hoa = mc_name_sort_key ("Hòa", "", "Võ");
  g_autofree char *tone = mc_name_sort_key ("Hóa", "An", "An");
  g_autofree char *empty = mc_name_sort_key (NULL, NULL, NULL);

  g_assert_cmpstr (none_hoa, <, an_hoa_vo);
  g_assert_cmpstr (an_hoa_vo, <, van_hoa_nguyen);
  g_assert_cmpstr (van_hoa_nguyen, <, van_hoa_tran);
  g_assert_cmpstr (van_hoa_tran, <, tone);
  g_assert_cmpstr (empty, ==, "!!!");
  g_assert_true (g_str_is_ascii (van_hoa_tran));
}

static void
assert_fold (const char *text, const char *folded)
{
  g_autofree char *nfd = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  g_autofree char *a = mc_fold (text);
  g_autofree char *b = mc_fold (nfd);
  g_autofree char *again = mc_fold (a);

  g_assert_cmpstr (a, ==, folded);
  g_assert_cmpstr (b, ==, folded);
  g_assert_cmpstr (again, ==, folded);
}

static void
test_fold (void)
{
  assert_fold ("Nguyễn Văn Hoà", "nguyen van hoa");
  assert_fold ("NGUYỄN VĂN HÒA", "nguyen van hoa");
  assert_fold ("Đặng Thị Ước Ỷ", "dang thi uoc y");
  assert_fold ("Ðặng", "dang");
  assert_fold ("595/QĐ-UBND", "595 qd ubnd");
  assert_fold ("  Sở  Tư pháp. ", "so tu phap");
  assert_fold ("H'Hen Niê", "hhen nie");
  assert_fold ("ăâđêôơư ẶẬĐỆỘỢỰ", "aadeoou aadeoou");
  assert_fold ("", "");
}

static void
assert_matches (const char *name, const char *typed, gboolean expected)
{
  g_autofree char *haystack = mc_fold (name);
  g_autofree char *needle = mc_fold (typed);

  g_assert_true (mc_fold_matches (haystack, needle) == expected);
}

static void
test_matches (void)
{
  assert_matches ("Nguyễn Văn Hoà", "nguyen van hoa", TRUE);
  assert_matches ("Nguyễn Văn Hòa", "hoà nguyễn", TRUE);
  assert_matches ("Nguyễn Văn Hòa", "ho ng", TRUE);
  assert_matches ("Nguyễn Văn Hòa", "", TRUE);
  assert_matches ("Nguyễn Văn Hòa", "  ", TRUE);
  assert_matches ("Nguyễn Văn Hòa", "guyen", FALSE);
  assert_matches ("Nguyễn Văn Hòa", "hoan", FALSE);
  assert_matches ("Nguyễn Văn Hòa", "hoa b", FALSE);
  assert_matches ("", "a", FALSE);
  g_assert_false (mc_fold_matches (NULL, "a"));
  g_assert_true (mc_fold_matches (NULL, NULL));
}

static void
test_needle (void)
{
  const char *const words[] = { "595/QĐ-UBND", NULL, "Nguyễn Văn Hoà" };
  g_autofree char *needle = NULL;

  g_assert_true (mc_needle_finds (needle, words, G_N_ELEMENTS (words)));
  g_assert_false (mc_needle_set (&needle, " . "));
  g_assert_null (needle);
  g_assert_true (mc_needle_set (&needle, "Hòa 595"));
  g_assert_cmpstr (needle, ==, "hoa 595");
  g_assert_true (mc_needle_finds (needle, words, G_N_ELEMENTS (words)));
  g_assert_false (mc_needle_finds (needle, words, 1));
  g_assert_false (mc_needle_set (&needle, "hoà  595 "));
  g_assert_true (mc_needle_set (&needle, "hoa 596"));
  g_assert_false (mc_needle_finds (needle, words, G_N_ELEMENTS (words)));
  g_assert_true (mc_needle_set (&needle, NULL));
  g_assert_null (needle);
}

static void
test_fast_over_many_rows (void)
{
  g_autofree char *haystack = mc_fold ("Nguyễn Hoàng Thị Ngọc Ánh Sở Nông nghiệp và Môi trường");
  double best = G_MAXDOUBLE;

  /* A keystroke has 16 ms in all; the best of several rounds, since others may be using the machine. */
  for (int round = 0; round < 5; round++)
    {
      int hits = 0;

      g_test_timer_start ();
      for (int i = 0; i < 10000; i++)
        hits += mc_fold_matches (haystack, "truong anh") ? 1 : 0;
      best = MIN (best, g_test_timer_elapsed ());
      g_assert_cmpint (hits, ==, 10000);
    }
  g_assert_cmpfloat (best, <, 0.016);
}

static void
assert_initials (const char *name, const char *initials)
{
  g_autofree char *result = mc_name_initials (name);

  g_assert_cmpstr (result, ==, initials);
}

static void
test_initials (void)
{
  assert_initials ("Nguyễn Văn Hoà", "NH");
  assert_initials ("đỗ ánh ấn", "ĐÂ");
  assert_initials ("Hòa", "H");
  assert_initials ("", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/name/split", test_split);
  g_test_add_func ("/base/name/clean", test_clean_keeps_the_name);
  g_test_add_func ("/base/name/tones", test_tone_order);
  g_test_add_func ("/base/name/alphabet", test_alphabet);
  g_test_add_func ("/base/name/same-key", test_same_key);
  g_test_add_func ("/base/name/parts", test_parts_in_order);
  g_test_add_func ("/base/name/fold", test_fold);
  g_test_add_func ("/base/name/matches", test_matches);
  g_test_add_func ("/base/name/needle", test_needle);
  g_test_add_func ("/base/name/fast", test_fast_over_many_rows);
  g_test_add_func ("/base/name/initials", test_initials);
  return g_test_run ();
}
