/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-staff-column.h"

#include <glib/gi18n-lib.h>

/* Names are folded (mc_fold()); a header that is a name is certain, one that holds a name is likely. */
static const McColumnWord words[MC_STAFF_N_COLUMNS] = {
  [MC_STAFF_NOTHING] = { "", N_ ("Not read"), { "stt", "so thu tu", "tt", "no", "so tt" } },
  [MC_STAFF_FULL_NAME] = { "full_name",
                           N_ ("Full name"),
                           { "ho va ten", "ho ten", "ho va ten cong chuc", "ho va ten can bo", "ten can bo", "can bo",
                             "cong chuc", "full name", "name", "ho va ten khai sinh", "nguoi duoc cu" } },
  [MC_STAFF_NAME_BEGIN] = { "name_begin",
                            N_ ("Family and middle name"),
                            { "ho va ten dem", "ho dem", "ho va chu dem", "ho va dem", "ho va ten lot", "ho lot",
                              "ho va chu lot", "ho", "family name", "surname", "last name" } },
  [MC_STAFF_NAME_END] = { "name_end", N_ ("Given name"), { "ten", "given name", "first name", "ten rieng" } },
  [MC_STAFF_BIRTH_DATE] = { "birth_date",
                            N_ ("Birth date"),
                            { "ngay sinh", "ngay thang nam sinh", "sinh ngay", "nam sinh", "ngay thang sinh",
                              "date of birth", "birth date", "birthday", "birthdate", "dob" } },
  [MC_STAFF_SEX] = { "sex", N_ ("Sex"), { "gioi tinh", "gioi", "nam nu", "sex", "gender", "phai" } },
  [MC_STAFF_AGENCY] = { "agency",
                        N_ ("Sending agency"),
                        { "co quan cu", "co quan cu den", "co quan", "don vi", "don vi cu", "co quan don vi",
                          "don vi cong tac", "co quan cong tac", "co quan chu quan", "ma co quan", "so nganh",
                          "so ban nganh", "noi cong tac", "agency", "home agency", "sending agency", "department",
                          "agency code" } },
  [MC_STAFF_RANK] = { "rank",
                      N_ ("Rank"),
                      { "ngach", "ngach cong chuc", "chuc danh", "chuc danh ngach", "ngach chuc danh", "ma ngach",
                        "chuc danh nghe nghiep", "rank", "grade" } },
  [MC_STAFF_EMPLOYMENT] = { "employment",
                            N_ ("Employment"),
                            { "loai can bo", "doi tuong", "hinh thuc lam viec", "employment", "cong chuc vien chuc" } },
  [MC_STAFF_KIND] = { "kind", N_ ("Kind of tour"), { "hinh thuc cu", "loai cu", "hinh thuc", "kind", "tour kind" } },
  [MC_STAFF_ROLE] = { "role",
                      N_ ("Primary or standby"),
                      { "vai tro", "chinh thuc du phong", "nhiem vu", "loai", "dien", "chinh thuc", "du phong", "role",
                        "primary standby" } },
  [MC_STAFF_FROM] = { "from",
                      N_ ("First day"),
                      { "tu ngay", "ngay bat dau", "bat dau", "thoi gian tu", "ngay den", "ngay cu", "ngay nhan viec",
                        "tu", "from", "start", "start date", "from date", "first day" } },
  [MC_STAFF_UNTIL] = { "until",
                       N_ ("Last day"),
                       { "den ngay", "den het ngay", "ngay ket thuc", "ket thuc", "thoi gian den", "den", "het han",
                         "ngay het han", "until", "end", "end date", "to date", "to", "last day" } },
  [MC_STAFF_DECISION_NO] = { "decision_no",
                             N_ ("Decision number"),
                             { "so quyet dinh", "quyet dinh so", "so qd", "quyet dinh", "qd so", "so van ban",
                               "quyet dinh cu", "decision", "decision no", "decision number" } },
  [MC_STAFF_DECISION_DATE] = { "decision_date",
                               N_ ("Decision date"),
                               { "ngay quyet dinh", "ngay qd", "ngay ky", "ngay ban hanh", "ngay ky quyet dinh",
                                 "decision date", "signed on" } },
  [MC_STAFF_SIGNER] = { "signer",
                        N_ ("Signer"),
                        { "nguoi ky", "nguoi ky quyet dinh", "ky boi", "signer", "signed by" } },
  [MC_STAFF_PHONE] = { "phone",
                       N_ ("Public telephone"),
                       { "dien thoai", "so dien thoai", "dien thoai cong vu", "dien thoai co quan", "sdt", "dt",
                         "phone", "telephone", "public phone", "dien thoai lien he" } },
  [MC_STAFF_EMAIL] = { "email",
                       N_ ("E-mail"),
                       { "email", "e mail", "thu dien tu", "hop thu", "mail", "dia chi email" } },
  [MC_STAFF_FIELD] = { "field",
                       N_ ("Field"),
                       { "linh vuc", "linh vuc phu trach", "linh vuc tiep nhan", "linh vuc chuyen mon", "field" } },
  [MC_STAFF_JOINED] = { "joined_state_service",
                        N_ ("In state service since"),
                        { "ngay vao co quan nha nuoc", "ngay tuyen dung", "ngay vao nganh", "nam tuyen dung",
                          "joined state service", "vao co quan nha nuoc" } },
  [MC_STAFF_IDENTITY_NO] = { "identity_no",
                             N_ ("Identity number"),
                             { "cccd", "so cccd", "can cuoc cong dan", "so can cuoc", "can cuoc", "cmnd", "so cmnd",
                               "so dinh danh ca nhan", "so dinh danh", "identity number", "id number", "cccd cmnd" } },
  [MC_STAFF_ADDRESS] = { "home_address",
                         N_ ("Home address"),
                         { "dia chi", "noi o", "cho o hien nay", "noi o hien nay", "noi cu tru", "dia chi nha",
                           "thuong tru", "home address", "address" } },
  [MC_STAFF_PRIVATE_PHONE] = { "private_phone",
                               N_ ("Private telephone"),
                               { "dien thoai rieng", "so dien thoai rieng", "dien thoai ca nhan",
                                 "so dien thoai ca nhan", "private phone", "di dong ca nhan" } },
  [MC_STAFF_NOTE] = { "note", N_ ("Note"), { "ghi chu", "chu thich", "note", "notes", "remark", "remarks" } },
};

const McColumnSet mc_staff_columns = {
  .words = words,
  .n_words = MC_STAFF_N_COLUMNS,
  .naming = (const guint[]){ MC_STAFF_FULL_NAME, MC_STAFF_NAME_END, 0 },
  .needed = (const guint[]){ MC_STAFF_FULL_NAME, MC_STAFF_AGENCY, MC_STAFF_FROM, 0 },
  .telling = (const guint[]){ MC_STAFF_FULL_NAME, MC_STAFF_NAME_END, MC_STAFF_AGENCY, MC_STAFF_FROM,
                              MC_STAFF_BIRTH_DATE, MC_STAFF_DECISION_NO, 0 },
  .least = 3,
  .no_header = N_ ("No row with headers was found. The table needs a row with “Họ và tên”, “Cơ quan cử”, "
                   "“Từ ngày” and the other headers above the people."),
  .no_rows = N_ ("There are no people below the headers."),
};

const char *
mc_staff_column_key (McStaffColumn column)
{
  return mc_column_set_key (&mc_staff_columns, column);
}

const char *
mc_staff_column_label (McStaffColumn column)
{
  return mc_column_set_label (&mc_staff_columns, column);
}

gboolean
mc_staff_column_is_day (McStaffColumn column)
{
  return column == MC_STAFF_BIRTH_DATE || column == MC_STAFF_FROM || column == MC_STAFF_UNTIL ||
         column == MC_STAFF_DECISION_DATE || column == MC_STAFF_JOINED;
}

McStaffColumn
mc_staff_column_guess (const char *header, guint *rating)
{
  return (McStaffColumn)mc_column_set_guess (&mc_staff_columns, header, rating);
}
