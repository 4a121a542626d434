# SPDX-License-Identifier: GPL-3.0-or-later
"""The year's working days in the settings; a person's leave, asked for and answered."""
import re

from centre import Centre, T, run, wait
from tap import case

DESK = Centre()
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
    DESK.find("button", re.compile(T("_Ask for Leave").replace("_", "")))
    DESK.find(contains=T("Annual leave left in %d").split("%d")[0])
    DESK.press("button", T("_Ask for Leave").replace("_", ""))
    DESK.gone(name=T("Report an Absence"))
    DESK.find(contains=T("Requested"))


run()
