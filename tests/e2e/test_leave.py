# SPDX-License-Identifier: GPL-3.0-or-later
"""The year's working days in the settings; a person's leave, asked for and answered."""
import datetime
import os
import re

from centre import Centre, T, run, wait
from tap import case

DESK = Centre()
PICTURES = os.environ.get("MOTCUA_PICTURES")
# Parts of the year in which no holiday can lie.
QUIET = {1: (4, 14), 3: (1, 31), 5: (4, 31), 6: (1, 30), 7: (1, 31), 8: (1, 27), 10: (1, 31), 11: (1, 20), 12: (1, 30)}
# A working day that has no roster yet.
DAY = datetime.date.today() + datetime.timedelta(days=40)
while DAY.weekday() != 2 or not QUIET.get(DAY.month, (1, 0))[0] <= DAY.day <= QUIET.get(DAY.month, (1, 0))[1]:
    DAY += datetime.timedelta(days=1)
NAME = "Quách Thị Thùy Dương"  # of the sample


def tab(title, context=None):
    wait(lambda: [node for node in DESK.all(name=T(title, context)) if "Action" in node.interfaces],
         lambda: "no tab %r\n%s" % (title, DESK.tree()))[0].press()


@case("the settings show the days off of a year, with lunar day and paper, and say what is assumed")
def days():
    DESK.open("--start=demo")
    DESK.go("Settings")
    tab("Working Days")
    DESK.number(T("Year"), 2026)
    DESK.find(contains="Nghỉ hoán đổi với ngày 22/08/2026")
    DESK.find(contains="Thông báo 109/TB-UBND")
    DESK.number(T("Year"), 2030)
    DESK.find(contains="02/02/2030 · Tết Nguyên đán")
    DESK.find(contains=T("%s · assumed until the notice is entered").replace("%s", "").strip(" ·"))


@case("a person's leave is reckoned, asked for with what the law says, and stands in the list")
def leave():
    DESK.go("Staff")
    DESK.open_row("Staff", NAME)
    tab("Leave", "tab")
    DESK.see(T("Annual leave left"))
    DESK.find(contains="Điều 113")
    DESK.press("button", T("Report an absence"))
    DESK.dialog(T("Report an Absence"))
    DESK.choose(T("Reason"), T("Annual leave"))
    DESK.fill(T("First day"), DAY.strftime("%d/%m/%Y"))
    DESK.fill(T("Last day"), DAY.strftime("%d/%m/%Y"))
    DESK.find("button", re.compile(T("_Ask for Leave").replace("_", "")))
    DESK.find(contains=T("Annual leave left in %d").split("%d")[0])
    DESK.press("button", T("_Ask for Leave").replace("_", ""))
    DESK.gone(name=T("Report an Absence"))
    DESK.find(contains=T("Requested"))


@case("before it is agreed to, the preview tells what closes and who could take over; by assignments where no roster is out")
def preview():
    row = wait(lambda: [n for n in DESK.all("list item") if any(T("Requested") in w for w in n.words())], DESK.tree)[0]
    [n for n, _ in row.walk() if n.role == "button" and n.name == T("Change")][0].press()
    DESK.dialog(T("Answer the Leave Request"))
    DESK.find(contains=T("Annual leave left in %d").split("%d")[0])
    DESK.find(contains=T("No roster has been published for these days yet. By the standing assignments, until %s; the "
                         "roster that is made will see to it.").split("%s")[0], timeout=60)
    closes = [T(text).replace("%s", "").strip() for text in ("%s closes: %s", "%s has fewer people: %s")]
    wait(lambda: [n for n in DESK.all() if n.shown and any(text in n.name for text in closes)], DESK.tree)
    DESK.see(T("Agree and move nobody"))
    if PICTURES:
        DESK.picture(os.path.join(PICTURES, "leave-answer.png"))
    DESK.press("button", T("_Agree"))
    DESK.gone("dialog", T("Answer the Leave Request"))
    DESK.find(contains=T("Agreed"))
    DESK.undo()
    DESK.find(contains=T("Requested"))


run()
