/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * McTextEncoding:
 * @MC_TEXT_UTF8: Unicode, UTF-8
 * @MC_TEXT_UTF16LE: Unicode, UTF-16 as Excel's "Unicode text" writes it
 * @MC_TEXT_UTF16BE: the same with the other byte order
 * @MC_TEXT_WINDOWS_1258: what a Vietnamese Windows writes as "CSV"
 * @MC_TEXT_TCVN3: the .Vn fonts of the 1990s (TCVN 5712:1993, VN3)
 * @MC_TEXT_VNI: the VNI fonts of the 1990s
 * @MC_TEXT_BINARY: no text at all
 */
typedef enum
{
  MC_TEXT_UTF8,
  MC_TEXT_UTF16LE,
  MC_TEXT_UTF16BE,
  MC_TEXT_WINDOWS_1258,
  MC_TEXT_TCVN3,
  MC_TEXT_VNI,
  MC_TEXT_BINARY,
} McTextEncoding;

/**
 * mc_text_encoding_sniff:
 * @top: the first bytes of a file
 * @bom_length: (out): how many bytes the byte order mark takes; 0 without one
 *
 * Returns: the likeliest encoding
 */
McTextEncoding mc_text_encoding_sniff (GBytes *top, gsize *bom_length);

/**
 * mc_text_encoding_legacy:
 * @text: UTF-8 text of one or more cells
 *
 * Spreadsheets keep text typed in TCVN3 or VNI as the Western letters that the font
 * shows as Vietnamese ("NguyÔn V¨n", "Nguyeãn Vaên"). Letters that stand together so
 * never occur in Vietnamese written in Unicode.
 *
 * Returns: MC_TEXT_TCVN3, MC_TEXT_VNI, or MC_TEXT_UTF8 for text that looks right
 */
McTextEncoding mc_text_encoding_legacy (const char *text);

/** mc_text_encoding_advice: (nullable): a sentence that says how to mend text in this encoding; %NULL for Unicode. */
const char *mc_text_encoding_advice (McTextEncoding encoding);

/** mc_text_encoding_charset: (nullable): the name GLib converts from; %NULL where nothing can be converted. */
const char *mc_text_encoding_charset (McTextEncoding encoding);

G_END_DECLS
