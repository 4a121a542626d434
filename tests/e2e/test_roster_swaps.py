# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of a published month: places swapped, versions compared, a week kept as a template; on two desks."""
import datetime

from centre import Centre, T, run, wait
from rosters import answer, asked, cells, next_month, rows
from server import Server
from tap import case, check

LAN, MINH = Centre(), Centre()
SERVER, CHOSEN = [], []


def who():
    return CHOSEN[0]


def row(desk):
    return next((r for r in rows(desk) if r.startswith(who() + ",")), None)


@case("the next month, published by the console, stands on both desks")
def published():
    SERVER.append(Server(LAN, "lan", "minh"))
    month = next_month(SERVER[0]).strftime("%Y-%m")
    for verb in ("plan", "submit", "approve", "publish"):
        SERVER[0].console("roster", verb, "--month", month, database=SERVER[0].uri("lan"))
    for desk, login in ((LAN, "lan"), (MINH, "minh")):
        desk.open("--database", SERVER[0].uri(login))
        desk.go("Duty Rosters")
        desk.press("button", T("Month after"))
        desk.find("button", T("Report Absence"))
    # At the guidance desk several may sit, so that there is somebody to swap with.
    day, half, name = SERVER[0].ask(
        "SELECT c.day, c.session, p.full_name FROM centre.roster_cell c JOIN centre.person p ON p.id = c.person_id "
        "JOIN centre.duty d ON d.id = c.duty_id WHERE d.code = 'HD' AND c.day >= '%s' ORDER BY c.day, c.session DESC LIMIT 1"
        % next_month(SERVER[0])).split("|")
    CHOSEN.append(name)
    CHOSEN.append((datetime.date.fromisoformat(day) - next_month(SERVER[0])).days * 2 + (half == "afternoon"))
    wait(lambda: row(LAN), "the person has no row")


def swaps(state):
    return int(SERVER[0].ask("SELECT count(*) FROM centre.roster_swap WHERE state = '%s'" % state))


@case("two ask to swap: what it would do is told, and on the other desk it is approved, which amends the roster")
def swapped():
    at = CHOSEN[1]
    before = cells(LAN, row(LAN))[at].name
    LAN.click(cells(LAN, row(LAN))[at])
    wait(lambda: LAN.focused() and LAN.focused().name == before, "the cell has no focus")
    LAN.menu("More about this roster", "As_k to Swap…")
    LAN.dialog(T("Ask to Swap"))
    LAN.press("button", T("_Record"))
    LAN.gone("dialog", T("Ask to Swap"))
    wait(lambda: swaps("requested") == 1, "nothing is recorded")
    MINH.press("button", T("%u swap request") % 1)
    MINH.find("list", T("Swap requests"))
    MINH.press("button", T("_Approve"))
    answer(MINH, "Approve the Swap?", "_Approve")
    wait(lambda: swaps("approved") == 1, "not approved")
    for desk in (LAN, MINH):
        wait(lambda: T("amended") in cells(desk, row(desk))[at].name, lambda: cells(desk, row(desk))[at].name)
    check(int(SERVER[0].ask("SELECT count(*) FROM centre.roster_swap WHERE amendment_id IS NOT NULL")) == 1, "no amendment")


@case("the roster before and after the swap is compared: a list by person, marks in the grid, the next by a key")
def compared():
    LAN.menu("More about this roster", "_Compare Versions…")
    LAN.dialog(T("Compare Versions"))
    LAN.see(who() + " · ")
    LAN.press("button", T("_Mark in the Roster"))
    LAN.gone("dialog", T("Compare Versions"))
    differs = lambda: [n for r in rows(LAN) for n in cells(LAN, r) if T("differs from the other version") in n.name]
    wait(lambda: len(differs()) >= 1, "nothing is marked")
    LAN.keys("F8")
    wait(lambda: LAN.focused() and T("differs from the other version") in LAN.focused().name, "F8 leads nowhere")
    LAN.menu("More about this roster", "Stop C_omparing")
    wait(lambda: not differs(), "marks are left")


def rostered(state):
    return int(SERVER[0].ask("SELECT count(*) FROM centre.roster_cell c JOIN centre.roster r ON r.id = c.roster_id "
                             "WHERE r.state = '%s'" % state))


@case("the week is saved as a template; the month after begins empty and is filled from it, and that can be undone")
def template():
    LAN.menu("More about this roster", "Save as _Template…")
    asked(LAN, "Save as Template?")
    LAN.fill(T("Name"), "Tuần thường")
    answer(LAN, "Save as Template?", "_Save")
    wait(lambda: int(SERVER[0].ask("SELECT count(*) FROM centre.roster_template_cell")) > 100, "nothing is saved")
    LAN.press("button", T("Month after"))
    LAN.press("button", T("_Empty Roster"))
    LAN.find("button", T("Submit"))
    wait(lambda: rows(LAN), "no draft")
    LAN.menu("More about this roster", "Fill from Te_mplate…")
    LAN.dialog(T("Templates"))
    LAN.press("button", T("_Fill"))
    LAN.gone("dialog", T("Templates"))
    wait(lambda: rostered("draft") > 500, lambda: "%d cells" % rostered("draft"))
    LAN.undo()
    wait(lambda: rostered("draft") == 0, lambda: "not undone: %d cells" % rostered("draft"))
    LAN.press("button", T("Month before"))
    LAN.find("button", T("Report Absence"))


run()
