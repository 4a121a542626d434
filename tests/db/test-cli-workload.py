# SPDX-License-Identifier: GPL-3.0-or-later
"""motcua-cli import dossiers, tickets, ratings: exports of other systems become counts, and nobody is named in them."""
import os
import shutil
import sys
import zipfile

sys.path.insert(0, os.path.join(os.environ["MOTCUA_SRCDIR"], "tests", "support"))
from console import DEMO, FOLDER, TABLES, ask, cli, write_csv  # noqa: E402
from tap import case, check, equal, run  # noqa: E402

# What must never be found again: a dossier's code, a citizen's name, number and phone.
PLANTED = ["HS-MAT-000471", "Lưu Thị Bí Mật", "092199004711", "0909471147"]
HEAD = "STT,Mã hồ sơ,Người nộp,Số CCCD,Số điện thoại,Tên thủ tục,Quầy,Cán bộ tiếp nhận,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Trạng thái,Hình thức nộp\n"


def dossier(n, received, due, settled, state="Đã trả kết quả", procedure="Cấp Phiếu lý lịch tư pháp số 1", counter="Quầy 1", officer="", channel="Trực tiếp"):
    return ",".join([str(n), *PLANTED, procedure, counter, officer, received, due, settled, state, channel]) + "\n"


def bad_cells(*args):
    return [(e["row"], e["column"], e["value"]) for e in ask(*args, status=1)["errors"]]


def refused(*args):
    return cli(*args, status=1).stderr.strip()


def whole(name):
    """All bytes of all files below a folder."""
    for folder, _, names in os.walk(name):
        for one in names:
            path = os.path.join(folder, one)
            if os.path.isfile(path):
                with open(path, "rb") as stream:
                    yield path, stream.read()


@case("idle hours and utilisation of the sample, by the roster that is out")
def staffed():
    cli("init", "--demo", "--base-date", "23/11/2026")
    told = ask("workload", "report", "--from", "2026-11-02", "--to", "2026-11-20", "--by", "counter")
    rows = [row for row in told["rows"] if row["staffed_hours"]]
    check(len(rows) > 10, told)
    for row in rows:
        # Sessions of three and a half hours; busy is what is not idle.
        equal(row["staffed_hours"] % 3.5, 0, row["name"])
        check(abs(row["utilisation"] - (1 - row["idle_hours"] / row["staffed_hours"])) < 1e-9, row)
        check(row["staffed_hours"] - row["idle_hours"] <= row["serving_hours"] + 1e-9, row)
    total = told["total"]
    check(abs(total["staffed_hours"] - sum(row["staffed_hours"] for row in rows)) < 1e-9, total)
    whole = ask("workload", "report", "--from", "2026-11-02", "--to", "2026-11-20")["total"]
    parted = ask("workload", "report", "--from", "2026-11-02", "--to", "2026-11-20", "--by", "agency")
    for key in ("staffed_hours", "idle_hours", "utilisation"):
        equal((total[key], parted["total"][key]), (whole[key], whole[key]), key)
    check(all(row["utilisation"] is None for row in parted["rows"]), "an agency has no seats of its own")
    equal(ask("workload", "report", "--from", "2026-09-01", "--to", "2026-09-30")["total"]["utilisation"], None, "no roster is out")


@case("a month of dossiers is read, by Vietnamese heads, days and words")
def dossiers():
    path = write_csv("thang-10.csv", HEAD + dossier(1, "01/10/2026 07:35", "08/10/2026", "06/10/2026 09:00") +
                     dossier(2, "01/10/2026 08:00:30", "08/10/2026", "08/10/2026", channel="Trực tuyến") +
                     dossier(3, "2/10/2026 3:15 CH", "05/10/2026 11:00", "05/10/2026 11:30") +
                     dossier(4, "14:20 02/10/2026", "05/10/2026", "", "Đang xử lý") +
                     dossier(5, "2026-10-05T09:00:00+07:00", "12/10/2026", "", "Rút hồ sơ") +
                     dossier(6, "12/10/2026 09:00", "19/10/2026", "16/10/2026"))
    done = ask("import", "dossiers", path)
    equal((done["rows"], done["imported"], done["n_errors"], done["first_day"], done["last_day"]), (6, True, 0, "2026-10-01", "2026-10-12"))
    # 1/10, 2/10, 5/10, 12/10 received; 5, 6, 8, 16/10 settled
    equal((done["days"], done["groups"]), (7, 7), "days and counts")
    fields = {c["header"]: c["field"] for c in done["mapping"]["columns"]}
    equal((fields["Mã hồ sơ"], fields["Người nộp"], fields["Số CCCD"], fields["Số điện thoại"]), ("", "", "", ""), "what is never read")
    equal((fields["Ngày hẹn trả"], fields["Cán bộ tiếp nhận"], fields["Tên thủ tục"]), ("due", "officer", "procedure"), "what is")


@case("a file counts once, a later one corrects it, and no day of a source counts twice")
def once():
    path = os.path.join(FOLDER, "thang-10.csv")
    check("already" in refused("import", "dossiers", path), "the same file twice")
    more = write_csv("thang-10b.csv", HEAD + dossier(1, "12/10/2026", "20/10/2026", ""))
    check("Replace" in refused("import", "dossiers", more), "the same days twice")
    done = ask("import", "dossiers", more, "--replace")
    check(done["imported"], "not replaced")
    equal(ask("import", "dossiers", path, "--replace")["imported"], True, "what was replaced may come again")
    files = [f for f in ask("import", "list") if not f["sample"]]
    equal([(f["file"], f["state"], f["rows"]) for f in files],
          [("thang-10.csv", "replaced", 6), ("thang-10b.csv", "replaced", 1), ("thang-10.csv", "imported", 6)], "what was read")
    equal(ask("import", "withdraw", str(files[2]["id"]))["state"], "withdrawn", "taken back")
    check(len(refused("import", "withdraw", str(files[0]["id"]))) > 20, "what does not count is not taken back")
    equal(ask("import", "dossiers", path)["imported"], True, "and read anew")
    other = write_csv("khac.csv", HEAD + dossier(1, "12/10/2026", "20/10/2026", ""))
    equal(ask("import", "dossiers", other, "--source", "Cổng khác", "--dry-run")["imported"], False, "a trial")


@case("a bad cell is named with its row, column and value, and nothing is taken")
def bad():
    path = write_csv("sai.csv", HEAD + dossier(1, "01/09/2026", "08/09/2026", "06/09/2026") +
                     dossier(2, "31/09/2026", "08/10/2026", "") + dossier(3, "09/30/2026", "08/10/2026", "") +
                     dossier(4, "01/09/2026", "08/09/2026", "30/08/2026") +
                     dossier(5, "01/09/2026", "", "", procedure="Thủ tục không có", counter="Quầy 99") +
                     dossier(6, "01/09/2099", "", "") + dossier(7, "02/09/2026", "", "", officer="Không Ai Biết"))
    equal(bad_cells("import", "dossiers", path),
          [(3, "I", "31/09/2026"), (4, "I", "09/30/2026"), (5, "K", "30/08/2026"), (6, "G", "Quầy 99"), (7, "I", "01/09/2099"),
           (8, "H", "Không Ai Biết")])
    many = write_csv("nhieu.csv", HEAD + dossier(1, "khi nào đó", "", "") * 5000)
    found = ask("import", "dossiers", many, status=1)
    equal((found["n_errors"], len(found["errors"]), found["imported"]), (5000, 200, False), "all counted, the first ones told")


@case("tickets: waiting, service, who did not come and who was never called")
def tickets():
    head = "Số phiếu,Ngày,Giờ lấy số,Giờ gọi,Giờ kết thúc,Quầy,Trạng thái\n"
    path = write_csv("ve.csv", head + "A001,01/10/2026,07:31:00,07:35:00,07:45:00,3,Hoàn thành\n"
                     "A002,01/10/2026,07:40,08:05,08:10,3,Hoàn thành\nA003,01/10/2026,07:41,07:50,,3,Vắng\n"
                     "A004,01/10/2026,07:42,07:55,,3,Hoàn thành\nA005,01/10/2026,10:20,,,3,\n")
    done = ask("import", "tickets", path)
    equal((done["rows"], done["days"], done["groups"]), (5, 1, 2), "two half-hours")
    equal(bad_cells("import", "tickets", write_csv("ve2.csv", head + "A001,02/10/2026,bảy giờ,07:35,07:45,3,\n"), "--replace"), [(2, "C", "bảy giờ")])


@case("why people waited: what came beside what is usual on that weekday, and who was there")
def cause():
    rows = "".join("C%d%d,%s/2024,08:00,%s,08:55,3,Hoàn thành\n" % (i, n, day, called)
                   for i, (day, called, visitors) in enumerate((("17/09", "08:10", 2), ("24/09", "08:10", 2), ("01/10", "08:10", 2), ("08/10", "08:40", 5)))
                   for n in range(visitors))
    path = write_csv("cho.csv", "Số phiếu,Ngày,Giờ lấy số,Giờ gọi,Giờ kết thúc,Quầy,Trạng thái\n" + rows)
    equal(ask("import", "tickets", path, "--source", "Máy cũ")["rows"], 11)
    told = ask("workload", "cause", "--at", "2024-10-08T08:00", "--counter", "3")
    equal((told["wait_min"], told["usual_wait_min"], told["arrived"], told["usual_arrived"], told["days"]), (40, 10, 5, 2, 3))
    equal(([s["session"] for s in told["sessions"]], told["fields_of"]), (["morning"], "arrived"))
    told = ask("workload", "cause", "--at", "2024-10-08")
    equal(([s["session"] for s in told["sessions"]], told["arrived"]), (["morning", "afternoon"], 5))
    check(all(s["staffed"] <= s["open"] and s["standby"] <= s["staffed"] for s in told["sessions"]), told["sessions"])
    equal(ask("workload", "cause", "--at", "2024-10-08T10:00")["wait_min"], None, "nobody waited then")
    check("25:00" in cli("workload", "cause", "--at", "2024-10-08T25:00", status=2).stderr, "no such hour")
    # Of the sample, by the roster that was out.
    told = ask("workload", "cause", "--at", "2026-11-09")
    check(told["sessions"][0]["staffed"] > 10 and told["usual_arrived"] > 100 and told["procedures"], told)


@case("ratings in words and stars; buttons that were played with are seen")
def ratings():
    head = "Thời gian,Thiết bị,Mức độ hài lòng,Quầy\n"
    path = write_csv("dg.csv", head + "01/10/2026 08:00:00,TB1,Rất hài lòng,1\n01/10/2026 08:00:02,TB1,Rất hài lòng,1\n"
                     "01/10/2026 08:10:00,TB1,Hài lòng,1\n01/10/2026 08:11:00,TB2,Không hài lòng,2\n01/10/2026 08:12:00,TB2,5 sao,2\n")
    equal(ask("import", "ratings", path)["groups"], 2)
    equal(bad_cells("import", "ratings", write_csv("dg2.csv", head + "02/10/2026 08:00,TB1,Tàm tạm,1\n")), [(2, "C", "Tàm tạm")])


@case("hostile and foreign files are refused with a reason")
def hostile():
    for name, words in (("staff-tcvn3.csv", "TCVN3"), ("staff-vni.csv", "VNI"), ("claims-huge.xlsx", None), ("truncated.xlsx", None),
                        ("open-quote.csv", None), ("binary.csv", None), ("empty.csv", "empty"), ("web-page.xls", "web page"), ("staff.xlsx", "headers")):
        said = refused("import", "dossiers", os.path.join(TABLES, name))
        check(len(said) > 20 and "\n" not in said and (words is None or words in said), name + ": " + said)
    bomb = os.path.join(FOLDER, "bom.xlsx")
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("[Content_Types].xml", "<Types/>")
        container.writestr("xl/workbook.xml", "<workbook>" + " " * (300 * 1024 * 1024) + "</workbook>")
    check(len(refused("import", "dossiers", bomb)) > 20, "a bomb")
    text = HEAD + dossier(1, "01/08/2026", "08/08/2026", "06/08/2026", procedure="CÊp PhiÕu lý lÞch t­ ph¸p sè 1")
    said = refused("import", "dossiers", write_csv("tcvn3.csv", text))
    check(said, "TCVN3 in Unicode clothes")


@case("a wrong file is refused in plain words, and nothing changes")
def wrong():
    heads = ("No row with headers was found. The table needs a row with “Ngày tiếp nhận”, “Ngày hẹn trả”, “Ngày trả kết quả” and the other "
             "headers above the dossiers.")
    before = ask("import", "list")
    files = (
        (os.path.join(TABLES, "empty.csv"), "The file is empty."),
        (os.path.join(TABLES, "web-page.xls"), "The file is a web page (HTML or XML), not a spreadsheet, whatever its name says. Open it in a "
         "spreadsheet program and save it as XLSX."),
        (os.path.join(TABLES, "staff.xlsx"), heads),
        (write_csv("bao-cao.pdf", "%PDF-1.7\n1 0 obj\n"), "The file is a PDF, not a table. Ask for the table it was printed from."),
        (write_csv("phieu.csv", "Số phiếu,Giờ lấy số,Giờ gọi,Giờ kết thúc\nA001,07:31,07:35,07:45\n"), heads),
        (write_csv("trong.csv", HEAD), "There are no dossiers below the headers."),
        (write_csv("thieu.csv", HEAD.replace("Ngày tiếp nhận", "Cột A") + dossier(1, "01/09/2026", "08/09/2026", "06/09/2026")), heads),
        (os.path.join(FOLDER, "khong-co.csv"), "There is no file %s." % os.path.join(FOLDER, "khong-co.csv")))
    equal([refused("import", "dossiers", path) for path, _ in files], ["motcua-cli: " + words for _, words in files])
    equal(ask("import", "list"), before, "what was read in")


@case("what the columns mean is remembered of a source, and can be given")
def mapping():
    own = HEAD.replace("Ngày tiếp nhận", "Cột A").replace("Ngày hẹn trả", "Cột B").replace("Ngày trả kết quả", "Cột C")
    path = write_csv("la.csv", own + dossier(1, "01/07/2026", "08/07/2026", "06/07/2026"))
    check("headers" in refused("import", "dossiers", path, "--source", "Hệ thống lạ"), "strange heads")
    # None of the heads of a whole file need be known: they are told once, and remembered.
    foreign = "nơi làm,khi vào,khi hẹn,khi ra\nSở Tư pháp,%02d/03/2026,20/03/2026,%02d/03/2026\n"
    told = write_csv("khi.json", '{"columns": [{"header": "nơi làm", "field": "agency"}, {"header": "khi vào", "field": "received"},'
                     ' {"header": "khi hẹn", "field": "due"}, {"header": "khi ra", "field": "settled"}]}')
    path = write_csv("khi.csv", foreign % (2, 3))
    check("headers" in refused("import", "dossiers", path, "--source", "Hệ thống xa"), "heads that nobody told")
    equal(ask("import", "dossiers", path, "--source", "Hệ thống xa", "--mapping", told)["imported"], True, "told")
    path = write_csv("khi2.csv", foreign % (9, 10))
    equal(ask("import", "dossiers", path, "--source", "Hệ thống xa")["imported"], True, "remembered of heads alone")
    half = HEAD.replace("Ngày hẹn trả", "Cột B")
    path = write_csv("nua.csv", half + dossier(1, "01/07/2026", "08/07/2026", "06/07/2026"))
    given = write_csv("nua.json", '{"columns": [{"header": "Cột B", "field": "due"}]}')
    equal(ask("import", "dossiers", path, "--source", "Hệ thống lạ", "--mapping", given)["imported"], True)
    later = write_csv("nua2.csv", half + dossier(1, "01/06/2026", "08/06/2026", "06/06/2026"))
    equal(ask("import", "dossiers", later, "--source", "Hệ thống lạ")["imported"], True, "remembered")
    last = write_csv("nua3.csv", half + dossier(1, "04/05/2026", "08/05/2026", "06/05/2026"))
    equal(ask("import", "dossiers", last, "--source", "Hệ thống khác", "--mapping", "Hệ thống lạ")["imported"], True, "of another source")


@case("nothing that names a dossier or a citizen is in any file of the database")
def nobody():
    bytes_read, known = 0, False
    for path, data in whole(DEMO["XDG_DATA_HOME"]):
        bytes_read += len(data)
        known = known or "thang-10.csv".encode() in data
        for planted in PLANTED + ["Không Ai Biết"]:
            check(planted.encode() not in data, "%s in %s" % (planted, path))
    check(known and bytes_read > 10000000, "the database was not looked at")


run(cleanup=lambda: shutil.rmtree(FOLDER, ignore_errors=True))
