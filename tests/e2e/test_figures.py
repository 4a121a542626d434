# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures come in through the window: a file with bad cells is told of each, a good month counts, is withdrawn, counts again,
is corrected by another file; a day without an export is entered by hand; a large file is stopped. All of it can be undone."""
import os
import re

from centre import Centre, T, run, wait
from server import Server
from tap import case, check

DESK = Centre()
SERVER = []
TITLE = T("Import Figures")
FILES = "Files of Figures"
HAND = T("Enter Figures by Hand")
HEAD = "Mã hồ sơ;Người nộp;Tên thủ tục;Quầy;Ngày tiếp nhận;Ngày hẹn trả;Ngày trả kết quả;Trạng thái"
PICTURES = os.environ.get("MOTCUA_PICTURES")


def picture(name):
    if PICTURES:
        DESK.picture(os.path.join(PICTURES, name + ".png"))


def write(name, *lines):
    path = os.path.join(DESK.folder, name)
    with open(path, "w", encoding="utf-8") as stream:
        stream.write("\n".join([HEAD, *lines]) + "\n")
    return path


def dossier(day, counter="Quầy 1", received=None, settled=None):
    return "HS-1;Người Không Có;Cấp Phiếu lý lịch tư pháp số 1;%s;%s;%02d/10/2024;%s;Đã trả kết quả" % (
        counter, received or "%02d/10/2024 08:15" % day, day + 4, settled or "%02d/10/2024" % (day + 1))


def choose(path):
    DESK.choose_file(path)
    DESK.press("button", T("_Choose a File…"))


def opened():
    DESK.press("button", T("Import Figures…", "button"))
    DESK.dialog(TITLE)


def commit():
    return DESK.inside(TITLE, "button", T("_Import"))


def values():
    return [" ".join(row) for row in DESK.rows("The values of the chart")]


def counts(day, n):
    wait(lambda: [r for r in values() if r.startswith("%s %s" % (day, n))], lambda: "%s on %s: %s" % (n, day, values()))


def counts_not(day):
    wait(lambda: not [r for r in values() if r.startswith(day) and not r.startswith(day + " 0")],
         lambda: "still something on %s: %s" % (day, values()))


def files():
    DESK.menu("More about this page", "_Files of Figures…")
    DESK.dialog(T(FILES))


def chosen(word):
    """A row of the list of files, chosen."""
    DESK.click([c for c in DESK.row(FILES, word).children if c.role == "table cell"][1])
    wait(lambda: DESK.row(FILES, word).has("selected"), lambda: "%s is not chosen" % word)


def state(name, said):
    wait(lambda: [r for r in DESK.rows(FILES) if name in r and any(said in cell for cell in r)],
         lambda: "%s is not %s: %s" % (name, said, DESK.rows(FILES)))


def leave(title):
    DESK.keys("Escape")
    DESK.gone("dialog", title)


@case("bad cells are told with row, column, value and why, and nothing can be taken in")
def bad():
    SERVER.append(Server(DESK, "lan"))
    path = write("sai.csv", dossier(1), dossier(2, counter="Quầy 99"), dossier(3, received="31/02/2024"),
                 dossier(4, settled="01/11/1924"))
    DESK.choose_file(path)
    DESK.open("--database", SERVER[0].uri("lan"))
    DESK.go("Workload")
    opened()
    choose(path)
    DESK.see(T("Bad Cells"))
    for cell in ("D3 (Quầy)  Quầy 99", "E4 (Ngày tiếp nhận)  31/02/2024", "G5 (Ngày trả kết quả)  01/11/1924"):
        DESK.see(cell)
    DESK.see(T.many("✗ %u cell is bad; nothing is written until it is mended.",
                    "✗ %u cells are bad; nothing is written until they are mended.", 3) % 3)
    picture("figures-bad")
    check(not commit().has("sensitive"), "bad cells can be taken in")


@case("a good month is understood, says what it becomes, is taken in and shown")
def good():
    DESK.choose_file(write("thang-10.csv", dossier(1), dossier(1), dossier(2), dossier(7)))
    DESK.click(DESK.inside(TITLE, "button", T("_Another File…")))
    DESK.see("01/10/2024")
    wait(lambda: commit().has("sensitive"), DESK.tree)
    picture("figures-good")
    DESK.click(commit())
    DESK.gone("dialog", TITLE)
    DESK.see("10/2024")
    counts("01/10/2024", 2)
    counts("07/10/2024", 1)
    picture("figures-page")


@case("the same file does not count twice")
def twice():
    opened()
    choose(os.path.join(DESK.folder, "thang-10.csv"))
    DESK.see(T("✗ This file counts already: it was taken in on %s.").split("%s")[0])
    check(not commit().has("sensitive"), "a file counts twice")
    picture("figures-twice")
    leave(TITLE)


@case("a file is withdrawn after one question, and counts again")
def withdrawn():
    files()
    state("thang-10.csv", T("Counts"))
    picture("figures-files")
    chosen("thang-10.csv")
    DESK.press("button", T("_Withdraw…"))
    DESK.see(T("Withdraw “%s”?") % "thang-10.csv")
    picture("figures-withdraw")
    DESK.press("button", T("_Withdraw"))
    state("thang-10.csv", T("Withdrawn"))
    chosen("thang-10.csv")
    DESK.press("button", T("Count _Again"))
    state("thang-10.csv", T("Counts"))
    leave(T(FILES))
    counts("01/10/2024", 2)
    DESK.undo()
    counts_not("01/10/2024")
    DESK.undo()
    counts("01/10/2024", 2)


@case("a corrected file counts in place of the wrong one; undo gives that back")
def corrected():
    DESK.choose_file(write("thang-10-sua.csv", dossier(1), dossier(1), dossier(1), dossier(7)))
    files()
    chosen("thang-10.csv")
    DESK.press("button", T("_Correct…"))
    title = T("A Corrected File")
    DESK.dialog(title)
    DESK.press("button", T("_Choose a File…"))
    wait(lambda: DESK.inside(title, "button", T("_Import")).has("sensitive"), DESK.tree)
    picture("figures-correct")
    DESK.click(DESK.inside(title, "button", T("_Import")))
    DESK.gone("dialog", title)
    state("thang-10.csv", T("Replaced"))
    state("thang-10-sua.csv", T("Counts"))
    leave(T(FILES))
    counts("01/10/2024", 3)
    DESK.undo()
    counts("01/10/2024", 2)


@case("a day is entered by hand; what is wrong is said in words; undo takes it back")
def by_hand():
    DESK.menu("More about this page", "Enter by _Hand…")
    DESK.dialog(HAND)
    DESK.fill(T("Day"), "21/10/2024")
    DESK.number(T("Received"), 12)
    DESK.click(DESK.inside(HAND, "button", T("_Enter")))
    DESK.see(T("Choose the counter or the agency."))
    DESK.choose_by_typing(T("Counter"), "1", re.compile(r"^1 · "))
    picture("figures-day")
    DESK.click(DESK.inside(HAND, "button", T("_Enter")))
    DESK.gone("dialog", HAND)
    counts("21/10/2024", 12)
    DESK.undo()
    counts_not("21/10/2024")
    counts("01/10/2024", 2)


@case("what was begun by hand is there again after Escape")
def draft():
    DESK.menu("More about this page", "Enter by _Hand…")
    DESK.dialog(HAND)
    DESK.number(T("Settled late"), 3)
    leave(HAND)
    DESK.menu("More about this page", "Enter by _Hand…")
    wait(lambda: DESK.find("spin button", T("Settled late")).value() == 3, DESK.tree)
    DESK.press("button", T("_Cancel"))
    DESK.gone("dialog", HAND)


def unknown(name, day):
    """A file with a column that nobody has seen before."""
    path = os.path.join(DESK.folder, name)
    with open(path, "w", encoding="utf-8") as stream:
        stream.write("Nơi làm;Ngày tiếp nhận;Ngày hẹn trả;Ngày trả kết quả\nSở Tư pháp;%s 08:30;30/12/2024;\n" % day)
    return path


def choose_by_keyboard(path):
    DESK.choose_file(path)
    DESK.keys("ctrl+k")
    DESK.find("entry", T("Search everything"), state="focused")
    DESK.type("nhap so lieu")
    wait(lambda: [n for n in DESK.all("list item") if n.name.startswith(TITLE) and n.has("selected")], DESK.tree)
    DESK.keys("Return")
    DESK.dialog(TITLE)
    wait(lambda: DESK.focused() and DESK.focused().name == T("_Choose a File…"), DESK.tree)
    DESK.keys("Return")


def commit_by_keyboard():
    wait(lambda: commit().has("sensitive"), DESK.tree)
    DESK.keys("alt+" + T.key("_Import").lower())
    DESK.gone("dialog", TITLE)


@case("an unknown column is told its meaning, which the source remembers: the next file goes in by keyboard alone")
def remembered():
    column, meaning = "A · Nơi làm", T("Agency")
    choose_by_keyboard(unknown("la-1.csv", "04/11/2024"))
    wait(lambda: T("Not read") in DESK.find("combo box", column).words(), DESK.tree)
    DESK.choose(column, meaning)
    wait(lambda: DESK.focused().name == column, "the keyboard is somewhere else")
    picture("figures-meaning")
    commit_by_keyboard()
    counts("04/11/2024", 1)
    choose_by_keyboard(unknown("la-2.csv", "05/11/2024"))
    wait(lambda: meaning in DESK.find("combo box", column).words(), DESK.tree)
    commit_by_keyboard()
    counts("05/11/2024", 1)


@case("a large file is read with progress, and stopped; nothing of it is kept")
def stopped():
    path = os.path.join(DESK.folder, "lon.csv")
    with open(path, "w", encoding="utf-8") as stream:
        stream.write("Quầy;Ngày tiếp nhận;Ngày hẹn trả;Ngày trả kết quả\n")
        # Large enough that reading it is still under way when it is stopped, however quick the desk is.
        for _ in range(80):
            stream.write("Quầy 1;02/12/2024 08:15;09/12/2024;05/12/2024\n" * 100000)
    DESK.choose_file(path)
    opened()
    choose(path)
    wait(lambda: DESK.find("progress bar").value(), DESK.tree)
    picture("figures-reading")
    # By its key: to look for the button first would take as long as the rest of the file.
    DESK.keys("alt+" + T.key("_Stop").lower())
    DESK.see(T("Reading was stopped."))
    check(not commit().has("sensitive"), "half a file can be taken in")
    leave(TITLE)
    files()
    check(not [r for r in DESK.rows(FILES) if "lon.csv" in r], DESK.rows(FILES))
    leave(T(FILES))


run()
