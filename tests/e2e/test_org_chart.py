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
    SERVER.append(holder("guard"))
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


def lead_to(desk, typed, name):
    desk.keys("Home")
    desk.type(typed)
    wait(lambda: focused(desk) and starts(name)(focused(desk)), lambda: "letters lead to %r" % focused(desk))


@case("a seat vacated by keyboard is vacant on the other desk")
def vacate():
    lead_to(LAN, "doan van tam", SERVER[2])
    LAN.keys("Delete")
    LAN.dialog(T("Vacate the Seat"))
    LAN.see(T("The time until then stays readable."))
    LAN.fill(T("Last day on this seat"), SERVER[0].ask("SELECT to_char(centre.today() - 1, 'DD/MM/YYYY')"))
    LAN.press("button", T("_Vacate"))
    LAN.gone("dialog", T("Vacate the Seat"))
    for desk in (LAN, MINH):
        desk.find("tree item", lambda name: name.startswith(GUARD) and VACANT in name)
    equal(holder("guard"), "", "who holds the seat in the register")


@case("who is dragged onto a vacant seat is appointed there after the law was asked; undone, nothing is left")
def dragged():
    loose = SERVER[0].ask("SELECT full_name FROM centre.staff_at(centre.today()) WHERE state = 'present' AND seat_id IS NULL"
                          " AND tour_agency_code = 'YT'")
    seat = LAN.find("tree item", lambda name: name.startswith(GUARD) and VACANT in name)
    LAN.drag(LAN.find("tree item", starts(loose)), seat)
    title = T("Appoint to a Seat")
    LAN.dialog(title)
    check(any(word.startswith(loose) for word in LAN.find("combo box", T("Person")).words()), "somebody else is chosen")
    check(any(word.startswith(GUARD) for word in LAN.find("combo box", T("Seat")).words()), "another seat is chosen")
    LAN.click(LAN.inside(title, "button", T("_Appoint")))
    LAN.gone("dialog", title)
    wait(lambda: holder("guard") == loose, lambda: "%r holds the seat" % holder("guard"))
    MINH.gone("tree item", lambda name: name.startswith(GUARD) and VACANT in name)
    LAN.undo()
    wait(lambda: holder("guard") == "", "the appointment is not undone")


@case("who is dragged to those without a seat gives it up, once that is confirmed")
def dragged_off():
    clerk = holder("clerk")
    LAN.drag(LAN.find("tree item", starts(clerk)), LAN.find(None, starts(T("On duty without a seat"))))
    title = T("Vacate the Seat")
    LAN.dialog(title)
    LAN.see(T("The time until then stays readable."))
    LAN.keys("Escape")
    LAN.gone("dialog", title)
    equal(holder("clerk"), clerk, "who holds the seat after the dialog was closed")


@case("somebody is appointed to it, told first what is amiss, and stands there on both; undone, all is as before")
def appoint():
    loose = SERVER[0].ask("SELECT full_name FROM centre.staff_at(centre.today()) WHERE state = 'present' AND seat_id IS NULL"
                          " AND tour_agency_code = 'YT'")
    LAN.click(LAN.find("tree item", lambda name: name.startswith(GUARD) and VACANT in name))
    wait(lambda: focused(LAN) and focused(LAN).startswith(GUARD), lambda: "the keyboard is at %r" % focused(LAN))
    LAN.keys("Return")
    LAN.dialog(T("Appoint to a Seat"))
    LAN.screen.listen()
    LAN.choose_by_typing(T("Person"), "YT", loose + " · YT")
    amiss = LAN.find(contains=T("Attention: the seat is for somebody from %s.").split("%s")[0])
    wait(lambda: LAN.screen.heard(amiss), "what is amiss is on the screen, but no screen reader is told")
    # The page's own button has the same word.
    LAN.click([n for n, _ in LAN.dialog(T("Appoint to a Seat")).walk() if n.role == "button" and n.name == T("_Appoint")][0])
    LAN.gone("dialog", T("Appoint to a Seat"))
    wait(lambda: holder("guard") == loose, lambda: "%r holds the seat" % holder("guard"))
    MINH.gone("tree item", lambda name: name.startswith(GUARD) and VACANT in name)
    LAN.undo()
    wait(lambda: holder("guard") == "", "the appointment is not undone")
    LAN.undo()
    for desk in (LAN, MINH):
        desk.find("tree item", starts(SERVER[2]))
    equal(holder("guard"), SERVER[2], "who holds the seat after the undo")


@case("the table says the same as the drawing")
def twin():
    told = sorted(n.name.split(",")[0] for n in MINH.all("tree item"))
    MINH.press("radio button", T("List", "view")) if MINH.all("radio button", T("List", "view")) else \
        MINH.press("toggle button", T("List", "view"))
    rows = wait(lambda: MINH.rows("Organisation Chart"), "no rows")
    names = {row[0] for row in rows}
    check({SERVER[1], holder("guard"), holder("clerk")} <= names | set(told), "the table lacks the leaders: %s" % rows)


run()
