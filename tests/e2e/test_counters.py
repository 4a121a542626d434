# SPDX-License-Identifier: GPL-3.0-or-later
"""The counters with mouse and keyboard: who sits there, who may do what, lists in and out, and who is away today."""
import csv
import datetime
import os
import re

from centre import Centre, T, plain, run, wait
from tap import case, check, equal

DESK = Centre()
SINGLE = T("◐ One person only", "counter")
ASSIGN = T("Assign to a Counter")
LONELY = "4"  # one person alone can serve it in the sample


def counter(number):
    return DESK.cells("Counters", number)


def risk(number):
    return counter(number)[7]


def tab(title):
    DESK.click(DESK.find(None, T(title, "tab")))


def write(name, *lines):
    path = os.path.join(DESK.folder, name)
    with open(path, "w", encoding="utf-8") as stream:
        stream.write("\n".join(lines) + "\n")
    return path


@case("the page lists the counters, and marks those that one absence closes")
def listed():
    DESK.choose_file(None)
    DESK.open("--start=demo")
    DESK.go("Counters")
    wait(lambda: risk(LONELY) == SINGLE, lambda: "%s" % DESK.rows("Counters"))
    equal([row[0] for row in DESK.rows("Counters")], [str(n) for n in range(1, len(DESK.rows("Counters")) + 1)], "order")
    check(risk("1") != SINGLE, "counter 1 is marked")
    DESK.fill(T("Search the counters"), "my dung")
    wait(lambda: [row[0] for row in DESK.rows("Counters")] == [LONELY], lambda: "%s" % DESK.rows("Counters"))
    DESK.fill(T("Search the counters"), "")
    wait(lambda: len(DESK.rows("Counters")) > 10, "the search stays")


@case("somebody is assigned to stand by, and the undo takes it back")
def assign():
    who = counter("1")[6].split(",")[0]
    DESK.open_row("Counters", LONELY)
    DESK.press("button", T("Assign a _Standby…"))
    DESK.dialog(ASSIGN)
    words = DESK.find("combo box", T("Counter")).words()
    check(any(word.startswith(LONELY + " ") for word in words), "the counter is not chosen: %s" % words)
    DESK.choose_by_typing(T("Person"), plain(who), starts(who))
    DESK.click(DESK.inside(ASSIGN, "button", T("_Assign")))
    DESK.gone("dialog", ASSIGN)
    wait(lambda: counter(LONELY)[6] == who, lambda: "%s" % counter(LONELY))
    DESK.undo()
    wait(lambda: counter(LONELY)[6] == "", lambda: "not undone: %s" % counter(LONELY))


def starts(who):
    """How a choice of people names one: with the code of the agency."""
    return lambda name: name.startswith(who + " · ")


@case("one more who may serve the field ends the risk, everywhere at once")
def competence():
    who = "Bùi Đức Thịnh"
    tab("Who May Do What")
    DESK.fill(T("Search the matrix"), "bui duc thinh")
    name = T("%s may not serve %s") % (who, "Đường thủy nội địa")
    cell = DESK.find("button", lambda text: text.startswith(name))
    DESK.click(cell)
    DESK.find("button", lambda text: text.startswith(T("%s was trained for %s") % (who, "Đường thủy nội địa")))
    tab("Counters")
    wait(lambda: risk(LONELY) != SINGLE, lambda: risk(LONELY))
    DESK.undo()
    wait(lambda: risk(LONELY) == SINGLE, lambda: risk(LONELY))


def imported(path):
    DESK.choose_file(path)
    DESK.menu("More about this table", "_Import Counters…")
    DESK.dialog(T("Import Counters"))
    DESK.press("button", T("_Choose a File…"))


@case("a list with bad cells is told cell by cell, and nothing can be taken in")
def bad_list():
    imported(write("bad.csv", "Số quầy;Tên quầy;Số chỗ;Cán bộ tại quầy;Dự phòng", "201;Quầy thử;1;Không Có Ai;", "202;;1;;"))
    DESK.see("“Không Có Ai”")
    DESK.see(T("the name is missing"))
    check(not DESK.inside(T("Import Counters"), "button", T("_Import")).has("sensitive"), "bad cells can be taken in")
    DESK.keys("Escape")
    DESK.gone("dialog", T("Import Counters"))


@case("a good list comes in with who stands by, and one undo takes all of it back")
def good_list():
    who = counter("1")[6].split(",")[0]
    imported(write("good.csv", "Số quầy;Tên quầy;Số chỗ;Cán bộ tại quầy;Dự phòng", "201;Quầy thử;1;;%s" % who))
    wait(lambda: DESK.inside(T("Import Counters"), "button", T("_Import")).has("sensitive"), DESK.tree)
    DESK.click(DESK.inside(T("Import Counters"), "button", T("_Import")))
    DESK.gone("dialog", T("Import Counters"))
    DESK.fill(T("Search the counters"), "quay thu")
    wait(lambda: DESK.rows("Counters") and counter("201")[6] == who, lambda: "%s" % DESK.rows("Counters"))
    DESK.undo()
    DESK.find(None, T("Nothing Matches"))
    DESK.fill(T("Search the counters"), "")
    wait(lambda: len(DESK.rows("Counters")) > 10, "the search stays")


@case("the table goes out with who sits there and how long")
def exported():
    path = os.path.join(DESK.folder, "out.csv")
    DESK.choose_file(path)
    DESK.menu("More about this table", "_Export the Table…")
    wait(lambda: os.path.exists(path) and os.path.getsize(path) > 0, "nothing is written")
    with open(path, encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    equal(len(rows), 18, "counters")
    lonely = [row for row in rows if row[T("Counter number")] == LONELY][0]
    check(lonely[T("Officers at the counter")].startswith(counter(LONELY)[5] + " ("), lonely)


@case("an agency lists its counters, and leads to them")
def agency():
    DESK.go("Home Agencies")
    wait(lambda: DESK.rows("Home Agencies"), "no agencies")
    DESK.open_row("Home Agencies", "TP")
    def line():
        boxes = DESK.all("list", T("Counters of This Agency"))
        return [n for n, _ in boxes[0].walk() if n.role == "list item" and n.shown] if boxes else []
    first = wait(line, "no counters")[0]
    check(any(word.startswith("1 · ") for word in [first.name] + first.words()), first.words())
    DESK.click(first)
    wait(lambda: DESK.on("Counters"), "the counter does not open")
    DESK.find("heading", counter("1")[1])


@case("an absence is reported by clicks; it says what it does to the counter, and can be undone")
def absence():
    who = counter(LONELY)[5]
    DESK.go("Today")
    DESK.press("button", T("Report Absence"))
    title = T("Report an Absence")
    DESK.dialog(title)
    DESK.find("entry", T("Search who is away"), state="focused")
    DESK.type(plain(who))
    wait(lambda: [n for n, _ in DESK.table("Who is away").walk() if n.role == "list item" and n.shown and n.name == who]
         and len([n for n, _ in DESK.table("Who is away").walk() if n.role == "list item" and n.shown]) == 1, "not found")
    DESK.keys("Return")
    # By the roster that is out, on the next day that is worked.
    closes = DESK.find(contains=(T("%s closes: %s") % (T("Counter %s") % LONELY, "|")).split("|")[0])
    day = re.search(r"\d\d/\d\d/\d{4}", closes.name).group()
    DESK.inside(title, "button", T("_Report")).press()
    DESK.gone("dialog", title)
    DESK.look_at(day)
    away = wait(lambda: [n for n in away_items() if n.name == who], lambda: "%s is not away" % who)[0]
    DESK.click(away)
    DESK.find("heading", who)
    DESK.today()
    DESK.go("Today")
    DESK.undo()
    DESK.look_at(day)
    wait(lambda: not [n for n in away_items() if n.name == who], "not undone")
    DESK.today()


def away_items():
    boxes = DESK.all("list", T("Away"))
    return [n for n, _ in boxes[0].walk() if n.role == "list item" and n.shown] if boxes else []


@case("each line of the day leads to its source by one click")
def sources():
    line = wait(lambda: [n for n, _ in DESK.table("Counters").walk() if n.role == "list item" and n.shown], "no counters")[0]
    DESK.click(line)
    wait(lambda: DESK.on("Counters"), "the counter does not open")
    DESK.go("Today")
    found = wait(lambda: [n for n, _ in DESK.table("Needs Attention").walk() if n.role == "list item" and n.shown], "no findings")
    DESK.click(found[0])
    wait(lambda: not DESK.on("Today"), "the finding leads nowhere")
    DESK.go("Today")
    DESK.press("button", T("Show All"))
    wait(lambda: DESK.on("Needs Attention"), "the findings do not open")


@case("who is dragged on the floor plan from one counter to another is about to be assigned there")
def dragged():
    DESK.go("Counters")
    who, there = counter("1")[5], counter("2")[1]
    DESK.go("Floor Plan")
    # Counters have people on working days only.
    day = datetime.date.today()
    while day.weekday() > 4:
        day += datetime.timedelta(days=1)
    DESK.look_at(day.strftime("%d/%m/%Y"))
    taken = DESK.find("tree item", lambda name: name.startswith(who + ","))
    DESK.drag(taken, DESK.find("tree item", contains=": " + there))
    DESK.dialog(ASSIGN)
    check(any(word.startswith(who + " ") for word in DESK.find("combo box", T("Person")).words()), "somebody else is chosen")
    check(any(word.startswith("2 ") for word in DESK.find("combo box", T("Counter")).words()), "another counter is chosen")
    DESK.keys("Escape")
    DESK.gone("dialog", ASSIGN)


run()
