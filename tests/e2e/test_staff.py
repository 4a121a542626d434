# SPDX-License-Identifier: GPL-3.0-or-later
"""A person is added, a tour extended and that undone, a list imported; a second program on this computer reads the same."""
import datetime
import os

from centre import Centre, T, run, wait
from tap import case, check, equal

DESK = Centre()
NAME = "Lâm Quốc Thử"
FULL = "Đỗ Minh Ấn"  # the sample's tour that ends in 20 days, as long as the law allows
RUNNING = "Phạm Thị Ngọc Ánh"  # one of the sample whom the law lets stay for two years more
LATER = (datetime.date.today() + datetime.timedelta(days=600)).strftime("%d/%m/%Y")
HEAD = "STT,Họ và tên,Giới tính,Cơ quan cử,Vai trò,Từ ngày,Đến ngày,Số quyết định,Email\n"
GOOD = HEAD + """1,Phan Thị Kiểm Thử,Nữ,Sở Công Thương,chính thức,01/10/2026,30/09/2028,101/QĐ-SCT,thu@example.gov.vn
2,Trần Văn Mẫu,Nam,Sở Y tế,dự phòng,01/10/2026,30/09/2028,102/QĐ-SYT,
"""
BAD = HEAD + """1,Phan Thị Kiểm Thử,Nữ,Sở Công Thương,chính thức,01/10/2026,30/09/2028,101/QĐ-SCT,thu@example.gov.vn
2,Trần Văn Mẫu,Nam,Sở Không Có,dự phòng,01/10/2026,30/09/2028,102/QĐ-SYT,
3,Đỗ Thị Ngày,Nữ,Sở Công Thương,chính thức,31/02/2026,30/09/2028,103/QĐ-SCT,
4,Lê Văn Thư,Nam,Sở Công Thương,dự phòng,01/10/2026,30/09/2028,104/QĐ-SCT,khong phai thu
"""


OLD = HEAD + """1,Trần Thị Đã Về,Nữ,Sở Công Thương,chính thức,01/02/2023,30/06/2023,9/QĐ-SCT,
"""


def file_of(name, text):
    path = os.path.join(DESK.make("files"), name)
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(text)
    return path


def cell(desk, name, column):
    return desk.cells("Staff", name)[column]


def people(desk):
    """The line beneath the table."""
    shown = T("%u of %u people").split("%u")[1]
    return desk.find("label", lambda name: shown in name and name[0].isdigit()).name


@case("a person is added with a tour, and their page opens")
def add():
    DESK.choose_file(file_of("good.csv", GOOD))
    DESK.open("--start=demo")
    DESK.go("Staff")
    equal(people(DESK), T("%u of %u people").replace("%u", "60"), "people")
    DESK.keys("ctrl+n")
    DESK.dialog(T("Add a Person"))
    check(not DESK.find("button", T("_Add")).has("sensitive"), "an empty form can be sent")
    DESK.choose(T("Sending agency"), "CT · Sở Công Thương")
    DESK.fill(T("Full name"), NAME)
    DESK.fill(T("Decision number"), "99/QĐ-SCT")
    DESK.press("button", T("_Add"))
    DESK.gone("dialog", T("Add a Person"))
    DESK.find("heading", NAME)
    DESK.see("99/QĐ-SCT")
    wait(lambda: people(DESK).count("61") == 2, lambda: "the list does not grow: " + people(DESK))


@case("a tour is extended, undone and done again by the keyboard")
def extend():
    DESK.open_row("Staff", RUNNING)
    DESK.find("heading", RUNNING)
    before = cell(DESK, RUNNING, 3)
    DESK.press("button", T("E_xtend…"))
    DESK.find("dialog")
    DESK.fill(T("New last day"), LATER)
    check(not DESK.find("button", T("E_xtend")).has("sensitive"), "it can be extended without a decision")
    DESK.fill(T("Decision number"), "77/QĐ-SCT")
    DESK.fill(T("Decision date"), "02/11/2026")
    DESK.press("button", T("E_xtend"))
    DESK.gone("dialog")
    wait(lambda: cell(DESK, RUNNING, 3).startswith(LATER), lambda: "until " + cell(DESK, RUNNING, 3))
    DESK.see("77/QĐ-SCT")
    DESK.undo()
    wait(lambda: cell(DESK, RUNNING, 3) == before, lambda: "not undone: " + cell(DESK, RUNNING, 3))
    DESK.see(T("No tour was extended."))
    DESK.redo()
    wait(lambda: cell(DESK, RUNNING, 3).startswith(LATER), lambda: "not redone: " + cell(DESK, RUNNING, 3))
    DESK.undo()
    wait(lambda: cell(DESK, RUNNING, 3) == before, lambda: "not undone: " + cell(DESK, RUNNING, 3))


@case("several tours are extended at once, and who cannot be is left out by name")
def extend_several():
    DESK.fill(T("Search the staff"), "cong thuong")
    wait(lambda: FULL in [row[0] for row in DESK.rows("Staff")], lambda: "%s" % DESK.rows("Staff"))
    before = {row[0]: row[3] for row in DESK.rows("Staff")}
    DESK.click([c for c in DESK.row("Staff", FULL).children if c.role == "table cell"][0])
    DESK.keys("ctrl+a")
    DESK.menu("More about this table", "E_xtend the Selected Tours…")
    DESK.dialog(T("Extend Several Tours"))
    DESK.see(T("%s is left out. %s").split("%s")[1].strip())
    DESK.fill(T("New last day"), "22/11/2028")
    check(not DESK.find("button", T("E_xtend")).has("sensitive"), "they can be extended without a decision")
    DESK.see(T("Still to be filled in: %s").split("%s")[0])
    DESK.fill(T("Decision number"), "79/QĐ-SCT")
    DESK.fill(T("Decision date"), "02/11/2026")
    DESK.press("button", T("E_xtend"))
    DESK.gone("dialog")
    wait(lambda: all((row[3] == before[row[0]]) if row[0] in (FULL, NAME) else row[3].startswith("22/11/2028")
                     for row in DESK.rows("Staff") if row[0] in before), lambda: "%s" % DESK.rows("Staff"))
    DESK.undo()
    wait(lambda: {row[0]: row[3] for row in DESK.rows("Staff")} == before, lambda: "not undone: %s" % DESK.rows("Staff"))
    DESK.fill(T("Search the staff"), "")


@case("a tour that is as long as the law allows is not extended")
def full():
    DESK.open_row("Staff", FULL)
    DESK.find("heading", FULL)
    DESK.press("button", T("E_xtend…"))
    DESK.find("dialog")
    for title, text in (("New last day", LATER), ("Decision number", "78/QĐ-SCT"), ("Decision date", "02/11/2026")):
        DESK.fill(T(title), text)
    check(not DESK.find("button", T("E_xtend")).has("sensitive"), "it can be extended beyond the law")
    DESK.press("button", T("_Cancel"))
    DESK.gone("dialog")


def open_import(path):
    DESK.choose_file(path)
    DESK.menu("More about this table", "_Import…")
    DESK.dialog(T("Import Staff"))
    DESK.press("button", T("_Choose a File…"))
    DESK.find("label", os.path.basename(path))


def import_button():
    verbs = [T.many("_Import %u Person", "_Import %u People", n).replace("_", "").replace("%u", str(n)) for n in range(9)]
    return DESK.find("button", lambda name: name in verbs)


@case("a list with three bad cells shows row, column, value and reason of each, and nothing is written")
def import_bad():
    open_import(file_of("bad.csv", BAD))
    rows = DESK.rows("Bad Cells")
    equal([row[:3] for row in rows], [["3", "D (Cơ quan cử)", "Sở Không Có"], ["4", "F (Từ ngày)", "31/02/2026"],
                                      ["5", "I (Email)", "khong phai thu"]], "bad cells")
    check(all(row[3] for row in rows), "no reason: %s" % rows)
    check(not import_button().has("sensitive"), "a list with bad cells can be imported")
    DESK.press("button", T("_Cancel"))
    DESK.gone("dialog", T("Import Staff"))
    check(people(DESK).count("61") == 2, people(DESK))


@case("a good list is imported as one change")
def import_good():
    open_import(file_of("good.csv", GOOD))
    wait(lambda: import_button().has("sensitive"), "the good list cannot be imported")
    import_button().press()
    DESK.gone("dialog", T("Import Staff"))
    wait(lambda: people(DESK).count("63") == 2, lambda: "the list does not grow: " + people(DESK))
    DESK.undo()
    wait(lambda: people(DESK).count("61") == 2, lambda: "the import is not undone at once: " + people(DESK))
    DESK.redo()
    wait(lambda: people(DESK).count("63") == 2, lambda: "the import is not made again: " + people(DESK))


@case("what ended long ago is entered only with a reason, which a director is asked for")
def closed_past():
    before = people(DESK)
    open_import(file_of("old.csv", OLD))
    wait(lambda: import_button().has("sensitive"), "the list cannot be imported")
    import_button().press()
    check(not DESK.find("button", T("_Correct")).has("sensitive"), "it goes without a reason")
    DESK.fill(T("Reason"), "ghi bổ sung theo hồ sơ cũ")
    DESK.press("button", T("_Correct"))
    DESK.gone("dialog", T("Import Staff"))
    wait(lambda: people(DESK) != before, lambda: "the list does not grow: " + people(DESK))


@case("a second program on this computer joins the same server and reads the same")
def second():
    other = Centre(XDG_DATA_HOME=DESK.env["XDG_DATA_HOME"])
    other.open("--start=demo")
    other.go("Staff")
    equal(people(other), people(DESK), "people")
    for name in (NAME, "Phan Thị Kiểm Thử", RUNNING):
        for desk in (DESK, other):
            desk.keys("ctrl+f")
            desk.fill(T("Search the staff"), name)
            wait(lambda: len(desk.rows("Staff")) == 1, lambda: "%s: %s" % (name, desk.rows("Staff")))
        equal(other.rows("Staff"), DESK.rows("Staff"), name)
    DESK.quit()
    wait(lambda: other.rows("Staff"), "the second lost its server")
    other.keys("ctrl+f")
    other.fill(T("Search the staff"), "phan thi kiem")
    wait(lambda: [r[0] for r in other.rows("Staff")] == ["Phan Thị Kiểm Thử"], lambda: str(other.rows("Staff")))
    other.quit()


run()
