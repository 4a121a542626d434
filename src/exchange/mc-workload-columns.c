/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-columns.h"

#include <glib/gi18n-lib.h>

#define NOTHING                                                                                                        \
  [MC_WORKLOAD_COLUMN_NOTHING] = { "",                                                                                 \
                                   N_ ("Not read"),                                                                    \
                                   { "stt", "tt", "so thu tu", "ma ho so", "so ho so", "so bien nhan", "nguoi nop",    \
                                     "chu ho so", "ten nguoi nop", "ho ten nguoi nop", "ten cong dan", "cong dan",     \
                                     "cccd", "so cccd", "so dien thoai", "dia chi", "so phieu", "so ve", "ghi chu" } }
#define PLACES                                                                                                         \
  [MC_WORKLOAD_COLUMN_COUNTER] = { "counter",                                                                          \
                                   N_ ("Counter"),                                                                     \
                                   { "quay", "so quay", "ten quay", "quay so", "quay phuc vu", "quay tiep nhan",       \
                                     "quay giao dich", "counter" } },                                                  \
  [MC_WORKLOAD_COLUMN_AGENCY] = { "agency",                                                                            \
                                  N_ ("Agency"),                                                                       \
                                  { "co quan", "don vi", "don vi xu ly", "co quan giai quyet", "don vi giai quyet",    \
                                    "co quan thuc hien", "don vi thuc hien", "so nganh", "so ban nganh",               \
                                    "co quan chu tri", "agency" } },                                                   \
  [MC_WORKLOAD_COLUMN_PERSON] = { "officer",                                                                           \
                                  N_ ("Officer"),                                                                      \
                                  { "can bo", "can bo tiep nhan", "nguoi tiep nhan", "can bo xu ly", "nhan vien",      \
                                    "ten nhan vien", "can bo phuc vu", "nguoi phuc vu", "chuyen vien", "officer",      \
                                    "ho ten can bo", "can bo duoc danh gia" } }
#define FIELD                                                                                                          \
  [MC_WORKLOAD_COLUMN_FIELD] = { "field",                                                                              \
                                 N_ ("Field"),                                                                         \
                                 { "linh vuc", "ten linh vuc", "ma linh vuc", "dich vu", "field" } }
#define NONE(column, key) [column] = { key, N_ ("Not read"), { NULL } }

static const McColumnWord dossiers[MC_WORKLOAD_N_COLUMNS] = {
  NOTHING,
  [MC_WORKLOAD_COLUMN_START] = { "received",
                                 N_ ("Received on"),
                                 { "ngay tiep nhan", "thoi gian tiep nhan", "ngay nhan", "ngay nop",
                                   "ngay gio tiep nhan", "tiep nhan luc", "thoi diem tiep nhan", "ngay nhan ho so",
                                   "received" } },
  NONE (MC_WORKLOAD_COLUMN_DAY, "day"),
  [MC_WORKLOAD_COLUMN_DUE] = { "due",
                               N_ ("Appointed for"),
                               { "ngay hen tra", "hen tra", "han tra", "ngay hen", "han xu ly", "han giai quyet",
                                 "thoi gian hen tra", "ngay hen tra ket qua", "thoi han giai quyet", "due" } },
  NONE (MC_WORKLOAD_COLUMN_CALLED, "called"),
  [MC_WORKLOAD_COLUMN_END] = { "settled",
                               N_ ("Settled on"),
                               { "ngay tra", "ngay tra ket qua", "ngay co ket qua", "ngay giai quyet", "ngay ket thuc",
                                 "ngay hoan thanh", "ngay xu ly xong", "thoi gian ket thuc", "thoi gian tra ket qua",
                                 "ngay ket thuc xu ly", "settled" } },
  [MC_WORKLOAD_COLUMN_STATUS] = { "status",
                                  N_ ("State"),
                                  { "trang thai", "tinh trang", "ket qua", "trang thai ho so", "tinh trang ho so",
                                    "ket qua giai quyet", "tinh trang giai quyet", "status" } },
  [MC_WORKLOAD_COLUMN_CHANNEL] = { "channel",
                                   N_ ("Online or digitised"),
                                   { "hinh thuc nop", "hinh thuc tiep nhan", "kenh tiep nhan", "hinh thuc", "so hoa",
                                     "truc tuyen", "nop truc tuyen", "loai hinh nop", "channel" } },
  NONE (MC_WORKLOAD_COLUMN_LEVEL, "level"),
  NONE (MC_WORKLOAD_COLUMN_TERMINAL, "terminal"),
  PLACES,
  FIELD,
  [MC_WORKLOAD_COLUMN_PROCEDURE] = { "procedure",
                                     N_ ("Procedure"),
                                     { "thu tuc", "ten thu tuc", "ma thu tuc", "thu tuc hanh chinh", "ten tthc",
                                       "ma tthc", "ten thu tuc hanh chinh", "tthc", "procedure" } },
};

static const McColumnWord tickets[MC_WORKLOAD_N_COLUMNS] = {
  NOTHING,
  [MC_WORKLOAD_COLUMN_START] = { "drawn",
                                 N_ ("Drawn at"),
                                 { "gio lay so", "thoi gian lay so", "lay so luc", "gio lay phieu",
                                   "thoi gian lay phieu", "gio cap so", "thoi gian cap so", "gio den", "gio in",
                                   "thoi gian in", "drawn" } },
  [MC_WORKLOAD_COLUMN_DAY] = { "day", N_ ("Day"), { "ngay", "ngay giao dich", "ngay lay so", "day", "date" } },
  NONE (MC_WORKLOAD_COLUMN_DUE, "due"),
  [MC_WORKLOAD_COLUMN_CALLED] = { "called",
                                  N_ ("Called at"),
                                  { "gio goi", "thoi gian goi", "goi luc", "gio goi so", "thoi gian goi so",
                                    "gio bat dau", "thoi gian bat dau", "bat dau phuc vu", "gio phuc vu", "called" } },
  [MC_WORKLOAD_COLUMN_END] = { "ended",
                               N_ ("Ended at"),
                               { "gio ket thuc", "thoi gian ket thuc", "ket thuc luc", "gio hoan thanh",
                                 "thoi gian hoan thanh", "ket thuc phuc vu", "ended" } },
  [MC_WORKLOAD_COLUMN_STATUS] = { "status",
                                  N_ ("State"),
                                  { "trang thai", "tinh trang", "ket qua", "trang thai phieu", "status" } },
  NONE (MC_WORKLOAD_COLUMN_CHANNEL, "channel"),
  NONE (MC_WORKLOAD_COLUMN_LEVEL, "level"),
  NONE (MC_WORKLOAD_COLUMN_TERMINAL, "terminal"),
  PLACES,
  FIELD,
  NONE (MC_WORKLOAD_COLUMN_PROCEDURE, "procedure"),
};

static const McColumnWord ratings[MC_WORKLOAD_N_COLUMNS] = {
  NOTHING,
  [MC_WORKLOAD_COLUMN_START] = { "given",
                                 N_ ("Given at"),
                                 { "thoi gian", "thoi gian danh gia", "gio danh gia", "thoi diem", "luc", "gio",
                                   "thoi diem danh gia", "ngay gio", "given" } },
  [MC_WORKLOAD_COLUMN_DAY] = { "day", N_ ("Day"), { "ngay", "ngay danh gia", "day", "date" } },
  NONE (MC_WORKLOAD_COLUMN_DUE, "due"),
  NONE (MC_WORKLOAD_COLUMN_CALLED, "called"),
  NONE (MC_WORKLOAD_COLUMN_END, "ended"),
  NONE (MC_WORKLOAD_COLUMN_STATUS, "status"),
  NONE (MC_WORKLOAD_COLUMN_CHANNEL, "channel"),
  [MC_WORKLOAD_COLUMN_LEVEL] = { "level",
                                 N_ ("How satisfied"),
                                 { "muc do", "danh gia", "muc do hai long", "muc danh gia", "hai long",
                                   "ket qua danh gia", "ket qua", "diem", "so sao", "level", "rating" } },
  [MC_WORKLOAD_COLUMN_TERMINAL] = { "terminal",
                                    N_ ("Device"),
                                    { "thiet bi", "ma thiet bi", "may", "may danh gia", "so may", "terminal",
                                      "device" } },
  PLACES,
  NONE (MC_WORKLOAD_COLUMN_FIELD, "field"),
  NONE (MC_WORKLOAD_COLUMN_PROCEDURE, "procedure"),
};

static const McColumnSet sets[] = {
  [MC_WORKLOAD_DOSSIER] = {
    .words = dossiers,
    .n_words = MC_WORKLOAD_N_COLUMNS,
    .naming = (const guint[]){ MC_WORKLOAD_COLUMN_START, 0 },
    .needed = (const guint[]){ MC_WORKLOAD_COLUMN_START, MC_WORKLOAD_COLUMN_DUE, MC_WORKLOAD_COLUMN_END, 0 },
    .telling = (const guint[]){ MC_WORKLOAD_COLUMN_START, MC_WORKLOAD_COLUMN_DUE, MC_WORKLOAD_COLUMN_END, 0 },
    .least = 3,
    .no_header = N_ ("No row with headers was found. The table needs a row with “Ngày tiếp nhận”, “Ngày hẹn trả”, "
                     "“Ngày trả kết quả” and the other headers above the dossiers."),
    .no_rows = N_ ("There are no dossiers below the headers."),
  },
  [MC_WORKLOAD_TICKET] = {
    .words = tickets,
    .n_words = MC_WORKLOAD_N_COLUMNS,
    .naming = (const guint[]){ MC_WORKLOAD_COLUMN_START, 0 },
    .needed = (const guint[]){ MC_WORKLOAD_COLUMN_START, MC_WORKLOAD_COLUMN_CALLED, 0 },
    .telling = (const guint[]){ MC_WORKLOAD_COLUMN_START, MC_WORKLOAD_COLUMN_CALLED, MC_WORKLOAD_COLUMN_END, 0 },
    .least = 3,
    .no_header = N_ ("No row with headers was found. The table needs a row with “Giờ lấy số”, “Giờ gọi”, “Giờ kết "
                     "thúc” and the other headers above the tickets."),
    .no_rows = N_ ("There are no tickets below the headers."),
  },
  [MC_WORKLOAD_RATING] = {
    .words = ratings,
    .n_words = MC_WORKLOAD_N_COLUMNS,
    .naming = (const guint[]){ MC_WORKLOAD_COLUMN_LEVEL, 0 },
    .needed = (const guint[]){ MC_WORKLOAD_COLUMN_START, MC_WORKLOAD_COLUMN_LEVEL, 0 },
    .telling = (const guint[]){ MC_WORKLOAD_COLUMN_START, MC_WORKLOAD_COLUMN_LEVEL, 0 },
    .least = 2,
    .no_header = N_ ("No row with headers was found. The table needs a row with “Thời gian”, “Mức độ hài lòng” and the "
                     "other headers above the ratings."),
    .no_rows = N_ ("There are no ratings below the headers."),
  },
};

const McColumnSet *
mc_workload_columns (McWorkloadKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (sets), NULL);
  return &sets[kind];
}
