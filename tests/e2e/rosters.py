# SPDX-License-Identifier: GPL-3.0-or-later
"""The roster's grid as screen readers have it."""
import datetime
import re

from desk import T, wait

GRID = T("Roster")


def rows(desk):
    """Who stands at the left, and the figures beside."""
    return [n.name for n, _ in desk.find("table", GRID).walk() if n.role == "row header"]


def cells(desk, row):
    for node, _ in desk.find("table", GRID).walk():
        if node.role == "table row" and node.name == row:
            return [n for n in node.children if n.role == "table cell"]
    raise AssertionError("no row %r" % row)


def busiest(desk):
    """A person with a counter all month, as row of the grid."""
    hours = re.compile(r", %s (\d+)" % T("Hours", "column"))
    return max((r for r in rows(desk) if hours.search(r)), key=lambda r: int(hours.search(r).group(1)))


def next_month(server):
    first = datetime.date.fromisoformat(server.ask("SELECT centre.today()")).replace(day=1)
    return (first + datetime.timedelta(days=32)).replace(day=1)


def asked(desk, heading):
    """The question that is asked before an act."""
    return wait(lambda: [n for n in desk.all(name=T(heading)) if n.role in ("dialog", "alert")],
                lambda: "%r is not asked\n%s" % (T(heading), desk.tree()))[0]


def answer(desk, heading, verb):
    """Presses a button of the question."""
    [n for n, _ in asked(desk, heading).walk() if n.role == "button" and n.name == T(verb)][0].press()
