# SPDX-License-Identifier: GPL-3.0-or-later
"""Who came, on two desks: a day in one act, single letters, a time clock's list; the sheet and papers made by buttons."""
import os
import re

from centre import Centre, T, plain, run, wait
from server import Server
from tap import case, check, equal

OFFICE, LEADER = Centre(), Centre()
SERVER, DAY = [], []
PICTURES = os.environ.get("MOTCUA_PICTURES")
CLOCK = os.path.join(OFFICE.folder, "may-cham-cong.csv")
AWAY = "Châu Thị Tuyết Lan"  # of the sample: leave that was agreed to


def picture(desk, name):
    if PICTURES:
        desk.picture(os.path.join(PICTURES, name + ".png"))


def ask(sql):
    return SERVER[0].ask(sql)


def people():
    """The last column counts how many of the day are entered."""
    return int(ask("SELECT count(*) FROM centre.attendance WHERE day = '%s'" % DAY[0]))


def rows(desk):
    grid = desk.find("table", T("Attendance", "page"))
    return [n for n, _ in grid.walk() if n.role == "table row" and n.shown and any(c.role == "table cell" for c in n.children)]


def cell(desk, row, place):
    return [c for c in rows(desk)[row].children if c.role == "table cell"][place]


def place_of_day(desk):
    """Of the morning of the day, among the cells of a row."""
    date = "%s/%s" % (DAY[0][8:10], DAY[0][5:7])
    names = [c.name for c in rows(desk)[0].children if c.role == "table cell"]
    return next(i for i, name in enumerate(names) if date in name)


@case("the day says who is expected and that nothing is entered; one act writes that all came, on both desks")
def all_came():
    SERVER.append(Server(OFFICE, "lan", "minh"))
    DAY.append(ask("SELECT COALESCE((SELECT max(day) FROM centre.attendance), centre.today() - 1)"))
    ask("DELETE FROM centre.attendance WHERE day = '%s'" % DAY[0])
    OFFICE.choose_file(CLOCK)
    for desk, login in ((OFFICE, "lan"), (LEADER, "minh")):
        desk.open("--database", SERVER[0].uri(login))
        desk.go("Attendance")
        desk.look_at("%s/%s/%s" % (DAY[0][8:10], DAY[0][5:7], DAY[0][0:4]))
        desk.find("button", contains=T("Everybody Came %s").replace(" %s", ""))
    picture(OFFICE, "attendance-open")
    OFFICE.press("button", re.compile("^" + re.escape(T("Everybody Came %s").replace(" %s", ""))))
    wait(lambda: people() > 40, "nothing is written")
    equal(ask("SELECT count(*) FROM centre.attendance WHERE day = '%s' AND state = 'unexcused'" % DAY[0]), "0", "without leave")
    for desk in (OFFICE, LEADER):
        wait(lambda: T("Came") in cell(desk, 0, place_of_day(desk)).name, lambda: cell(desk, 0, place_of_day(desk)).name)
    picture(OFFICE, "attendance-all-came")


@case("it is undone as one act, and done again")
def undone():
    OFFICE.undo()
    wait(lambda: people() == 0, "it is not undone")
    OFFICE.press("button", re.compile("^" + re.escape(T("Everybody Came %s").replace(" %s", ""))))
    wait(lambda: people() > 40, "nothing is written")


@case("a letter is enough, and goes on to the person below; minutes become a time")
def letters():
    place = place_of_day(OFFICE)
    OFFICE.click(cell(OFFICE, 0, place))
    OFFICE.keys("k")
    wait(lambda: ask("SELECT count(*) FROM centre.attendance WHERE day = '%s' AND state = 'unexcused'" % DAY[0]) == "1",
         "K is not written")
    wait(lambda: OFFICE.focused() and OFFICE.focused().name == cell(OFFICE, 1, place).name, "the cursor does not go down")
    OFFICE.keys("m")
    OFFICE.find(None, T("Counter or duty"), state="focused")
    OFFICE.type(" 15")
    OFFICE.keys("Return")
    wait(lambda: ask("SELECT count(*) FROM centre.attendance WHERE day = '%s' AND session = 'morning' AND state = 'late'"
                     " AND came_at IS NOT NULL" % DAY[0]) == "1", "M 15 is not written")
    for desk in (OFFICE, LEADER):
        wait(lambda: T("Came late") in cell(desk, 1, place_of_day(desk)).name, "the other desk does not see it")
    picture(OFFICE, "attendance-letters")


@case("a time clock's list says exactly what is wrong with it, and comes in when it is mended")
def clock():
    ask("DELETE FROM centre.attendance WHERE day = '%s'" % DAY[0])
    names = ask("SELECT string_agg(full_name, '|') FROM (SELECT p.full_name FROM centre.staff_at('%s') p"
                " WHERE p.state = 'present' ORDER BY p.person_id LIMIT 3) x" % DAY[0]).split("|")
    date = "%s/%s/%s" % (DAY[0][8:10], DAY[0][5:7], DAY[0][0:4])
    head = "Họ và tên,Ngày,Giờ vào,Giờ ra\n"
    with open(CLOCK, "w", encoding="utf-8") as stream:
        stream.write(head + "%s,%s,07:01,16:35\nKhông Có Ai,%s,7h90,17:00\n" % (names[0], date, date))
    OFFICE.choose_file(CLOCK)
    OFFICE.press("button", T("Import from a Time Clock…"))
    OFFICE.dialog(T("Import Attendance"))
    OFFICE.press("button", T("_Choose a File…"))
    OFFICE.find(contains=T("a time is written as 07:15"))
    picture(OFFICE, "attendance-import-errors")
    OFFICE.keys("Escape")
    OFFICE.gone("dialog", T("Import Attendance"))
    with open(CLOCK, "w", encoding="utf-8") as stream:
        stream.write(head + "".join("%s,%s,07:%02d,16:35\n" % (name, date, 20 * i) for i, name in enumerate(names)))
    OFFICE.press("button", T("Import from a Time Clock…"))
    OFFICE.dialog(T("Import Attendance"))
    OFFICE.press("button", T("_Choose a File…"))
    OFFICE.press("button", T("_Import"))
    wait(lambda: people() == 6, lambda: "%d rows" % people())
    check(int(ask("SELECT count(*) FROM centre.attendance WHERE day = '%s' AND source = 'import' AND state = 'late'"
                  % DAY[0])) >= 1, "nobody was late")


@case("the month's sheet is a draft in the register, with all people and no open name in it")
def sheet():
    OFFICE.menu("More about the attendance", "Make a Paper on A_3")
    wait(lambda: ask("SELECT count(*) FROM centre.paper WHERE kind = 'attendance'") == "1", "no draft")
    equal(ask(r"SELECT content::text ~ '\{[a-z_]+\}' FROM centre.paper WHERE kind = 'attendance'"), "f", "something is open")
    check(int(ask("SELECT length(content::text) FROM centre.paper WHERE kind = 'attendance'")) > 20000, "the table is not there")
    wait(lambda: OFFICE.on("Documents"), "the page of documents does not open")
    wait(lambda: [n for n in OFFICE.all() if n.name.startswith(T("Preview, sheet %u of %u") % (1, 2))], "no preview")
    picture(OFFICE, "attendance-paper")


@case("a leave paper is made by a click on the leave that was agreed to, with all that is known in it")
def leave():
    OFFICE.today()
    OFFICE.go("Staff")
    OFFICE.type(plain(AWAY))
    OFFICE.open_row("Staff", AWAY)
    wait(lambda: [n for n in OFFICE.all(name=T("Leave", "tab")) if "Action" in n.interfaces], "no tab")[0].press()
    picture(OFFICE, "person-leave-paper")
    # Tours have such a button too, on the tab before.
    agreed = wait(lambda: [n for n in OFFICE.all("list item") if n.shown and any(T("Agreed") in w for w in n.words())], OFFICE.tree)[0]
    [n for n, _ in agreed.walk() if n.role == "toggle button" and n.name == T("Make a Paper")][0].press()
    wait(lambda: OFFICE.all("menu item", state="focused"), "no menu")
    OFFICE.keys("Return")
    OFFICE.fill(T("Place of the leave"), "tỉnh Vĩnh Long")
    OFFICE.press("button", T("_Make the Draft"))
    wait(lambda: ask("SELECT count(*) FROM centre.paper WHERE kind = 'leave' AND subject = 'absence'") == "1", "no draft")
    equal(ask(r"SELECT content::text ~ '\{[a-z_]+\}' FROM centre.paper WHERE kind = 'leave' AND subject = 'absence'"), "f",
          "something is open: " + ask("SELECT content FROM centre.paper WHERE kind = 'leave' AND subject = 'absence'"))
    wait(lambda: OFFICE.on("Documents"), "the page of documents does not open")
    OFFICE.see("GNP-TTPVHCC · Giấy nghỉ phép của Bà " + AWAY)
    picture(OFFICE, "leave-paper")


run()
