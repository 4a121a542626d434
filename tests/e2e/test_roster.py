# SPDX-License-Identifier: GPL-3.0-or-later
"""A month's roster from the plan to the paper, on two desks: planned, changed by hand, signed, published, mended."""
import datetime
import os
import re
import subprocess

from centre import Centre, T, plain, run, wait
from rosters import answer, asked, busiest, cells, next_month, rows
from server import Server
from tap import case, check

LAN, MINH = Centre(), Centre()
SERVER, CHOSEN = [], []
PDF = os.path.join(LAN.folder, "lich.pdf")
XLSX = os.path.join(LAN.folder, "lich.xlsx")


PICTURES = os.environ.get("MOTCUA_PICTURES")


def picture(name):
    if PICTURES:
        LAN.picture(os.path.join(PICTURES, name + ".png"))


def start(desk, login):
    desk.open("--database", SERVER[0].uri(login))
    desk.go("Duty Rosters")


def step(desk, verb, ask, after):
    """A step is asked once, and both desks go on to the next."""
    desk.press("button", T(verb))
    answer(desk, ask, "_" + verb)
    for other in (LAN, MINH):
        other.find("button", T(after))


@case("the month that is published stands in a table with its people, days and states")
def published():
    SERVER.append(Server(LAN, "lan", "minh"))
    LAN.choose_file(PDF)
    start(LAN, "lan")
    start(MINH, "minh")
    LAN.see(T("Published", "state"))
    found = rows(LAN)
    check(len(found) > 40, "%d rows" % len(found))
    first = cells(LAN, busiest(LAN))
    check(len(first) in (56, 58, 60, 62), "%d half-days" % len(first))
    check(T("morning") in first[0].name and T("afternoon") in first[1].name, first[0].name)


@case("an empty month says what belongs there; it is planned to a proven best, on the other desk too")
def planned():
    for desk in (LAN, MINH):
        desk.press("button", T("Month after"))
        desk.see(T("No roster for this month yet"))
    # Who thinks better of it has begun nothing.
    drafts = lambda: int(SERVER[0].ask("SELECT count(*) FROM centre.roster WHERE state = 'draft'"))
    LAN.press("button", T("_Plan"))
    LAN.dialog(T("Plan the Roster"))
    check(drafts() == 1, "no draft is planned")
    LAN.keys("Escape")
    LAN.gone("dialog", T("Plan the Roster"))
    wait(lambda: drafts() == 0, "an empty draft is left")
    LAN.see(T("No roster for this month yet"))
    LAN.press("button", T("_Plan"))
    LAN.dialog(T("Plan the Roster"))
    wait(lambda: LAN.focused() and LAN.focused().name == T("_Plan"), "the verb has no focus")
    LAN.keys("Return")
    LAN.see(T("No roster keeps the rules better than this one; that is proven."), timeout=90)
    LAN.press("button", T("_Accept"))
    LAN.gone("dialog", T("Plan the Roster"))
    for desk in (LAN, MINH):
        desk.find("button", T("Submit"))
        wait(lambda: any(re.search(r"%s \d{3}" % T("Hours", "column"), r) for r in rows(desk)), "nobody has hours")
    count = int(SERVER[0].ask("SELECT count(*) FROM centre.roster_cell c JOIN centre.roster r ON r.id = c.roster_id "
                              "WHERE r.state = 'draft'"))
    check(count > 500, "%d cells" % count)


@case("a code is typed into a cell, a wrong one is refused where it stands, and what was typed can be undone")
def typed():
    CHOSEN.append(busiest(LAN))
    place = [T("free") in n.name for n in cells(LAN, CHOSEN[0])].index(False)
    cell = cells(LAN, CHOSEN[0])[place]
    before = cell.name
    LAN.click(cell)
    wait(lambda: LAN.focused() and LAN.focused().name == before, "the cell has no focus")
    LAN.keys("F2")
    LAN.find(None, T("Counter or duty"), state="focused")
    LAN.type("X99")
    LAN.keys("Return")
    LAN.see(T("No counter and no duty has the code “%s”.") % "X99")
    LAN.keys("ctrl+a")
    LAN.type("HD")
    LAN.keys("Return")
    named = lambda desk: cells(desk, row(desk))[place].name
    for desk in (LAN, MINH):
        wait(lambda: named(desk) != before, "the cell does not change")
    LAN.undo()
    for desk in (LAN, MINH):
        wait(lambda: named(desk) == before, lambda: "not undone: %s" % named(desk))


def bring(path):
    """Imports a file into the roster; the dialog is called by its name."""
    LAN.choose_file(path)
    LAN.menu("More about this roster", "_Import from File…")
    LAN.dialog(os.path.basename(path))


@case("the roster goes out as a workbook and comes in unchanged; a table by hand tells its errors, or changes cells")
def tables():
    LAN.choose_file(XLSX)
    LAN.menu("More about this roster", "Write as _Workbook…")
    wait(lambda: os.path.exists(XLSX) and os.path.getsize(XLSX) > 0, "no file")
    bring(XLSX)
    LAN.see(T("The roster is as in the table already."))
    LAN.keys("Escape")
    LAN.gone("dialog", os.path.basename(XLSX))
    day = next_month(SERVER[0])
    while day.weekday() > 4:
        day += datetime.timedelta(days=1)
    at = (day - next_month(SERVER[0])).days * 2
    table = os.path.join(LAN.folder, "tay.csv")
    write = lambda code: open(table, "w", encoding="utf-8").write(
        "Họ tên,%s\n%s,%s\n" % (day.strftime("%d/%m/%Y"), who(), code))
    write("X99")
    bring(table)
    LAN.see("B2 (%s)" % day.strftime("%d/%m/%Y"))
    LAN.keys("Escape")
    LAN.gone("dialog", os.path.basename(table))
    before = [cells(LAN, row(LAN))[at + i].name for i in range(2)]
    write("/HD")
    bring(table)
    LAN.press("button", T("_Import"))
    LAN.gone("dialog", os.path.basename(table))
    wait(lambda: cells(LAN, row(LAN))[at].name != before[0], "nothing is imported")
    LAN.undo()
    wait(lambda: [cells(LAN, row(LAN))[at + i].name for i in range(2)] == before, "not undone")
    LAN.choose_file(PDF)


def who():
    return CHOSEN[0].split(",")[0]


def row(desk):
    return [r for r in rows(desk) if r.startswith(who() + ",")][0]


@case("it is submitted, approved and published, each asked once, each seen on both desks")
def signed():
    step(LAN, "Submit", "Submit for Approval?", "Approve")
    # Sent back it is a draft again, with the reason for all to read.
    MINH.menu("More about this roster", "_Send Back…")
    asked(MINH, "Send the Roster Back?")
    MINH.fill(T("Reason"), "Thiếu người quầy 3")
    answer(MINH, "Send the Roster Back?", "_Send Back")
    for desk in (LAN, MINH):
        desk.see(T("Sent back: %s") % "Thiếu người quầy 3")
        desk.find("button", T("Submit"))
    step(LAN, "Submit", "Submit for Approval?", "Approve")
    LAN.gone(contains="Thiếu người quầy 3")
    step(MINH, "Approve", "Approve the Roster?", "Publish")
    step(LAN, "Publish", "Publish the Roster?", "Report Absence")
    state = SERVER[0].ask("SELECT state FROM centre.roster ORDER BY id DESC LIMIT 1")
    check(state == "published", state)


@case("somebody is away: from the cell two clicks write the absence and the best way to go on")
def sick():
    day = next_month(SERVER[0])
    while day.weekday() > 3:
        day += datetime.timedelta(days=1)
    LAN.press("button", T("Report Absence"))
    # The cursor stands on that person: who it is need not be asked.
    LAN.dialog(T("Report an Absence"))
    LAN.find(None, T("Ways to go on"))
    # The last day goes along where it would lie before the first.
    LAN.fill(T("First day"), day.strftime("%d/%m/%Y"))
    LAN.find("button", T("_Choose"), timeout=60)
    LAN.press("button", T("_Choose"))
    LAN.see(T("Papers to Go Out"))
    LAN.keys("Escape")
    LAN.gone("dialog", T("Report an Absence"))
    wait(lambda: SERVER[0].ask("SELECT state FROM centre.roster ORDER BY id DESC LIMIT 1") == "amended", "not amended")
    check(int(SERVER[0].ask("SELECT count(*) FROM centre.absence a JOIN centre.person p ON p.id = a.person_id "
                            "WHERE p.full_name = '%s' AND a.during @> date '%s'" % (who(), day))) == 1, "no absence")
    at = (day - next_month(SERVER[0])).days * 2
    for desk in (LAN, MINH):
        wait(lambda: T("amended") in cells(desk, row(desk))[at].name, lambda: cells(desk, row(desk))[at].name)


DRAFTS = "SELECT count(*) FROM centre.paper p JOIN centre.absence a ON p.subject = 'absence' AND p.subject_id = a.id " \
         "WHERE p.state = 'draft' AND a.id = (SELECT max(id) FROM centre.absence)"


def drafts(more=""):
    return int(SERVER[0].ask(DRAFTS + more))


@case("at a quarter past seven, three clicks: the absence, the amendment and all papers that go out; undo takes them back")
def three_clicks():
    LAN.go("Today")
    # Somebody at a counter that has a standby, in what is published from today on.
    name, clicks = SERVER[0].ask(
        "SELECT p.full_name FROM centre.roster_cell c JOIN centre.roster r ON r.id = c.roster_id AND r.state <> 'draft' "
        "JOIN centre.person p ON p.id = c.person_id JOIN centre.counter_assignment s ON s.counter_id = c.counter_id "
        "AND s.role = 'standby' AND s.during @> c.day WHERE c.day > centre.today() AND c.amendment_id IS NULL "
        "AND NOT EXISTS (SELECT FROM centre.absence a WHERE a.person_id = p.id AND upper(a.during) > centre.today()) "
        "ORDER BY c.day, c.person_id LIMIT 1"), []

    def click(node):
        clicks.append(node)
        LAN.click(node)
    before = int(SERVER[0].ask("SELECT count(*) FROM centre.absence"))
    click(LAN.find("button", T("Report Absence")))
    LAN.dialog(T("Report an Absence"))
    LAN.type(plain(name).split()[-1])
    click(wait(lambda: [n for n in LAN.all("list item", name) if n.shown], lambda: LAN.tree())[0])
    click(LAN.find("button", T("_Choose"), timeout=60))
    LAN.see(T("Papers to Go Out"))
    picture("absence-done")
    check(len(clicks) == 3, "%d clicks" % len(clicks))
    # What is proposed is a day that is worked.
    check(int(SERVER[0].ask("SELECT extract(isodow FROM lower(during)) FROM centre.absence ORDER BY id DESC LIMIT 1")) < 6,
          "a day of rest is proposed")
    moved = int(SERVER[0].ask("SELECT count(DISTINCT c.person_id) FROM centre.roster_cell c JOIN centre.roster_amendment m "
                              "ON m.id = c.amendment_id JOIN centre.absence a ON a.id = m.absence_id "
                              "WHERE c.person_id <> a.person_id AND a.id = (SELECT max(id) FROM centre.absence)"))
    check(moved >= 1 and drafts(" AND p.kind = 'move'") == moved, "%d moved, %d notices" % (moved, drafts()))
    check(drafts(" AND p.kind = 'roster'") == 1, "no sheet for the hall")
    check(drafts(" AND p.content::text ~ '\\{[a-z_]+\\}'") == 0, "something is left to be filled in")
    LAN.keys("Escape")
    LAN.gone("dialog", T("Report an Absence"))
    LAN.undo()
    wait(lambda: int(SERVER[0].ask("SELECT count(*) FROM centre.absence")) == before, "the absence stays")
    check(int(SERVER[0].ask("SELECT count(*) FROM centre.paper WHERE subject = 'absence' AND state = 'draft' AND NOT EXISTS "
                            "(SELECT FROM centre.absence a WHERE a.id = subject_id)")) == 0, "papers stay")


@case("done again, the papers stand in the register; the sheet for the hall is written as it will hang there")
def hall():
    # Done again, they are there again.
    LAN.redo()
    wait(lambda: drafts(" AND p.kind = 'roster'") == 1, "it is not done again")
    LAN.go("Documents")
    title = SERVER[0].ask("SELECT abstract FROM centre.paper WHERE kind = 'roster' ORDER BY id DESC LIMIT 1")
    # Further down a toast may lie over it.
    LAN.field(T("Search the register")).write(title)
    wait(lambda: LAN.find("table cell", contains=title).box()[1] < 300, "the search does not bring it up")
    LAN.click(LAN.find("table cell", contains=title))
    wait(lambda: [n for n in LAN.all() if n.name.startswith((T("Preview, sheet %u of %u") % (1, 9)).split("9")[0])], "no preview")
    picture("hall-sheet")
    LAN.press("button", T("_PDF…"))
    wait(lambda: os.path.exists(PDF) and os.path.getsize(PDF) > 0, "no file")
    text = subprocess.run(["pdftotext", "-layout", PDF, "-"], capture_output=True, text=True, check=True).stdout
    check("Buổi sáng" in text and title in text, text[:600])
    os.remove(PDF)
    LAN.field(T("Search the register")).write("")
    LAN.go("Duty Rosters")


@case("the roster is written as a paper, with its name and people as text")
def paper():
    LAN.menu("More about this roster", "_Write as PDF…")
    wait(lambda: os.path.exists(PDF) and os.path.getsize(PDF) > 0, "no file")
    LAN.see(T("The roster was written."))
    text = subprocess.run(["pdftotext", "-layout", PDF, "-"], capture_output=True, text=True, check=True).stdout
    check("LỊCH TRỰC" in text, text[:400])
    check(who() in text, "%s is not on it" % who())


run()
