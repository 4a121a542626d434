# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways to run the centre are made, compared with today, changed from another desk, dropped and taken back, and printed on a page; so
is the report of a month."""
import json
import os
import re

from centre import Centre, T, run, wait
from server import Server
from tap import case, check, equal

DESK = Centre()
SERVER = []
WHAT_IF = T("What If")
SCENARIO = T("Scenario")
REPORT = T("Report of a Month")
RESULTS = "What comes of each scenario"
PICTURES = os.environ.get("MOTCUA_PICTURES")


def picture(name):
    if PICTURES:
        DESK.picture(os.path.join(PICTURES, name + ".png"))


def console(*words):
    return SERVER[0].console(*words, database=SERVER[0].uri("lan"))


def press_in(dialog, role, name):
    """Without the mouse, which would lie over menus that open."""
    wait(lambda: DESK.inside(dialog, role, name).has("sensitive"), DESK.tree)
    DESK.inside(dialog, role, name).press()


def reckoned():
    """Once nothing is being reckoned any more."""
    wait(lambda: DESK.inside(WHAT_IF, "button", T("_Print…")).has("sensitive"), DESK.tree, 120)


def measure(label):
    """The row of a measure, by columns: its name, today, each scenario."""
    return DESK.cells(RESULTS, T(label))[1:]


def columns(n):
    wait(lambda: len(measure("Officers")) == n, lambda: DESK.rows(RESULTS), 120)


def add(item):
    press_in(WHAT_IF, "toggle button", T("_Add a Scenario"))
    DESK.take_item(item)
    DESK.dialog(SCENARIO)


def keep():
    press_in(SCENARIO, "button", T("_Keep"))
    DESK.gone("dialog", SCENARIO)


def write_sheet(path, verb):
    """The sheet that is shown, through the dialog of all drawings."""
    DESK.choose_file(path)
    press_in(verb, "button", T("_Export…"))
    title = T("Export the Drawing")
    DESK.dialog(title)
    picture("sheet-" + os.path.basename(path))
    press_in(title, "button", T("_Export…"))
    DESK.gone("dialog", title)
    wait(lambda: os.path.exists(path) and os.path.getsize(path) > 1000, "no file is written")
    with open(path, "rb") as stream:
        equal(stream.read(5), b"%PDF-", "the head of the file")


@case("today alone is reckoned from what was measured, and says from which days")
def today():
    SERVER.append(Server(DESK, "lan"))
    DESK.choose_file("")
    DESK.open("--database", SERVER[0].uri("lan"))
    DESK.go("Workload")
    DESK.menu("More about this page", "_What If…")
    DESK.dialog(WHAT_IF)
    picture("what-if-begin")
    reckoned()
    DESK.see(T("As it is today: people wait %s minutes on average").split("%s")[0])
    DESK.see(T("Measured from %s to %s, on %d days with visitors.").split("%s")[0])
    picture("what-if-today")


@case("a scenario is begun from those that are ready, kept, and stands beside today")
def kept():
    add("_One Officer More at Each Agency…")
    picture("scenario-dialog")
    keep()
    wait(lambda: [n for n in DESK.all(name=T("List", "what if")) if n.has("sensitive") and n.role != "label"], DESK.tree)[0].press()
    columns(2)
    now, then = [int(value.split(" ")[0]) for value in measure("Officers")]
    check(then > now, "no more people: %s" % measure("Officers"))
    check(T("%s (%s, better)").split("%s")[-1].strip(" )") in measure("Queues that one absence closes")[1],
          measure("Queues that one absence closes"))
    picture("what-if-list")


@case("what cannot be read is told in the form; what was written is found again")
def written():
    add("An _Empty One…")
    DESK.fill(T("Name"), "Ghép thử")
    DESK.choose(T("Agencies at a counter"), T("Some share, as written below"))
    DESK.fill(T("Who shares, as “NV + XD, CT + NN”"), "NV")
    press_in(SCENARIO, "button", T("_Keep"))
    DESK.see(T("“%s” shares with nobody: write “NV + XD”.") % "NV")
    codes = sorted(json.loads(console("whatif", "--saved", "--json"))["scenarios"][0]["queues"], key=lambda q: q["arrivals_per_week"])
    pair = [queue["agencies"] for queue in codes[:2]]
    DESK.fill(T("Who shares, as “NV + XD, CT + NN”"), " + ".join(pair))
    keep()
    columns(3)
    told = json.loads(console("whatif", "--saved", "--json"))["scenarios"]
    one = [result for result in told if result["name"] == "Ghép thử"]
    check(one and any(sorted(q["agencies"].split(" + ")) == sorted(pair) for q in one[0]["queues"]), told)
    shown = [value.split(" ")[0].replace(".", "").replace(",", ".") for value in measure("Mean wait, minutes")]
    equal(shown[0], "%.1f" % told[0]["mean_wait_min"], "the window and the console agree on today")
    picture("what-if-two")


@case("what is dropped comes back by undo; what another desk drops or keeps is seen here")
def dropped():
    DESK.press("button", T("Delete the scenario “%s”") % "Ghép thử")
    columns(2)
    DESK.undo()
    columns(3)
    console("whatif", "--saved", "--forget", "Ghép thử")
    columns(2)
    path = os.path.join(DESK.folder, "them.json")
    with open(path, "w", encoding="utf-8") as stream:
        json.dump({"name": "Từ bàn khác", "saturday": False}, stream)
    console("whatif", path, "--save")
    columns(3)


@case("one is left out of the comparison and stays kept")
def left_out():
    DESK.click(DESK.find("check box", "Từ bàn khác"))
    columns(2)
    DESK.find("check box", "Từ bàn khác")


@case("the comparison is written as one page")
def sheet():
    reckoned()
    write_sheet(os.path.join(DESK.folder, "neu-thi-sao.pdf"), WHAT_IF)
    DESK.keys("Escape")
    DESK.gone("dialog", WHAT_IF)


def month():
    return wait(lambda: [n.name for n in DESK.all("label", re.compile(r"^\d\d/\d{4}$"), within=DESK.dialog(REPORT))], DESK.tree)[0]


def month_before():
    """A button that is being pressed takes no other press."""
    shown = month()
    press_in(REPORT, "button", T("Month Before"))
    wait(lambda: month() != shown, DESK.tree)


@case("the report of a month is shown as it will come out, turned over by months, and written")
def report():
    DESK.menu("More about this page", "_Report of a Month…")
    DESK.dialog(REPORT)
    month_before()
    wait(lambda: DESK.inside(REPORT, "button", T("_Print…")).has("sensitive"), DESK.tree, 60)
    picture("report")
    month_before()
    wait(lambda: DESK.inside(REPORT, "button", T("_Print…")).has("sensitive"), DESK.tree, 60)
    write_sheet(os.path.join(DESK.folder, "bao-cao.pdf"), REPORT)
    for _ in range(14):
        month_before()
    DESK.see(T("No figures of this month"))
    picture("report-empty")
    DESK.keys("Escape")
    DESK.gone("dialog", REPORT)


run()
