# SPDX-License-Identifier: GPL-3.0-or-later
"""The organisation chart by keyboard and screen reader, and on two desks at once."""
from centre import Centre, T, run, wait
from server import Server
from tap import case, check, equal

LAN, MINH = Centre(), Centre()
SERVER = []
GUARD = "Bảo vệ"
VACANT = T("vacant", "seat")


def start(desk, login):
    desk.open("--database", SERVER[0].uri(login))
    desk.go("Organisation Chart")
    desk.find("tree item", starts(SERVER[1]))


def starts(text):
    return lambda name: name == text or name.startswith(text + ",")


def focused(desk):
    items = [n for n in desk.all("tree item", state="focused")]
    return items[0].name if items else None


def walk(desk, key, wanted):
    desk.keys(key)
    wait(lambda: focused(desk) and starts(wanted)(focused(desk)),
         lambda: "%s leads to %r and not to %r" % (key, focused(desk), wanted))


def holder(post):
    return SERVER[0].ask("SELECT full_name FROM centre.seats_at(centre.today()) WHERE post_code = '%s' AND number = 1" % post)


@case("both desks show the chart: every box is an item of a tree, with its name and state")
def both():
    SERVER.append(Server(LAN, "lan", "minh"))
    SERVER.append(holder("director"))
    start(LAN, "lan")
    start(MINH, "minh")
    found = [n.name for n in LAN.all("tree item")]
    for post in ("deputy_director", "head_admin", "supervisor", "guard"):
        check(any(starts(holder(post))(name) for name in found), "%s is not told: %s" % (post, found))
    check(any(name.startswith(holder("head_reception")) and T("concurrent", "seat") in name for name in found),
          "nobody is told to be concurrent: %s" % found)


@case("arrows walk through the drawing, letters find, Space folds")
def keyboard():
    LAN.click(LAN.find("tree item", starts(SERVER[1])))
    walk(LAN, "Home", SERVER[1])
    LAN.type("doan van tam")
    guard = holder("guard")
    wait(lambda: focused(LAN) and starts(guard)(focused(LAN)), lambda: "letters lead to %r" % focused(LAN))
    LAN.keys("Home")
    wait(lambda: starts(SERVER[1])(focused(LAN) or ""), "Home does not lead to the director")
    LAN.keys("Down")
    wait(lambda: focused(LAN) and not starts(SERVER[1])(focused(LAN)), "Down leads nowhere")
    LAN.keys("Home")
    wait(lambda: starts(SERVER[1])(focused(LAN) or ""), "Home does not lead to the director")
    LAN.keys("space")
    LAN.gone("tree item", starts(guard))
    LAN.keys("space")
    LAN.find("tree item", starts(guard))


@case("a seat vacated by keyboard is vacant on the other desk; undone, it is filled on both")
def vacate():
    guard = holder("guard")
    LAN.keys("Home")
    LAN.type("doan van tam")
    wait(lambda: focused(LAN) and starts(guard)(focused(LAN)), lambda: "letters lead to %r" % focused(LAN))
    LAN.keys("Delete")
    LAN.dialog(T("Vacate the Seat"))
    LAN.see(T("The time until then stays readable."))
    LAN.keys("ctrl+a")
    LAN.fill(T("Last day on this seat"), SERVER[0].ask("SELECT to_char(centre.today() - 1, 'DD/MM/YYYY')"))
    LAN.press("button", T("_Vacate"))
    LAN.gone("dialog", T("Vacate the Seat"))
    for desk in (LAN, MINH):
        desk.find("tree item", lambda name: name.startswith(GUARD) and VACANT in name)
    equal(holder("guard"), "", "who holds the seat in the register")
    LAN.keys("ctrl+z")
    for desk in (LAN, MINH):
        desk.find("tree item", starts(guard))
    equal(holder("guard"), guard, "who holds the seat after the undo")


@case("the table says the same as the drawing")
def twin():
    told = sorted(n.name.split(",")[0] for n in MINH.all("tree item"))
    MINH.press("radio button", T("List", "view")) if MINH.all("radio button", T("List", "view")) else \
        MINH.press("toggle button", T("List", "view"))
    rows = wait(lambda: MINH.rows("Organisation Chart"), "no rows")
    names = {row[0] for row in rows}
    check({SERVER[1], holder("guard"), holder("clerk")} <= names | set(told), "the table lacks the leaders: %s" % rows)


run()
