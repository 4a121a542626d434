# SPDX-License-Identifier: GPL-3.0-or-later
"""What rosters are made by: rules that are law, and a rule for some people alone."""
import os

from centre import Centre, T, run, wait
from server import Server
from tap import case, check, equal

DESK = Centre()
SERVER = []
PICTURES = os.environ.get("MOTCUA_PICTURES")
RUN = "Bảo vệ trực không quá 4 ngày liên tiếp"


def picture(name):
    if PICTURES:
        DESK.picture(os.path.join(PICTURES, name + ".png"))


def ask(sql):
    return SERVER[0].ask(sql)


def line(text):
    """The row of a boxed list that says @text."""
    return wait(lambda: [n for n in DESK.all("list item") if text in n.words()], lambda: "no row %r\n%s" % (text, DESK.tree()))[0]


def switch(name):
    """The row that is switched, and not the words in it."""
    return wait(lambda: [n for n in DESK.all(name=name) if n.role not in ("label", "list item")], lambda: "no switch %r\n%s" % (name, DESK.tree(400)))[-1]


def press_in(row, name):
    wait(lambda: [n for n, _ in line(row).walk() if n.role == "button" and n.name == T(name)], DESK.tree)[0].press()


def reach(dialog, node):
    """Turns the wheel over the dialog until the row stands in view, and clicks it."""
    def in_view():
        x, y, width, height = node.box()
        if 130 < y and y + height < 640:
            return True
        DESK.point(DESK.dialog(dialog), "click", "5" if y > 130 else "4")
        return False
    wait(in_view, "%s does not come into view" % node, pause=0.3)
    DESK.click(node)


def unfold(dialog, title):
    """Opens a list of things to be ticked; returns its lines."""
    reach(dialog, wait(lambda: [n for n in DESK.all("list item") if n.words()[:1] == [T(title, "scope")]], lambda: DESK.tree(400))[-1])
    return wait(lambda: [n for n in DESK.all("list item") if [c for c, _ in n.walk() if c.role == "check box"] and " · " in n.words()[0]],
                lambda: DESK.tree(400))


@case("a rule that is law cites its article; it is neither removed nor switched off")
def law():
    SERVER.append(Server(DESK, "lan"))
    DESK.open("--database", SERVER[0].uri("lan"))
    DESK.go("Roster Setup")
    name = ask("SELECT name FROM centre.planner_rule WHERE kind = 'leave'")
    check(any("Điều 113" in w for w in line(name).words()), "no article: %s" % line(name).words())
    equal([n.name for n, _ in line(name).walk() if n.role == "button"], [T("Change")], "its buttons")
    picture("roster-setup-law")
    press_in(name, "Change")
    DESK.dialog(T("Rule"))
    DESK.field(T("Basis in law"))
    check(not DESK.all(name=T("Switched on")), "it can be switched off")
    DESK.keys("Escape")
    DESK.gone("dialog", T("Rule"))


@case("a rule is made for some people alone, who are ticked in a list that names them")
def scope():
    DESK.press("button", T("Add a Rule"))
    DESK.dialog(T("Add a Rule"))
    DESK.fill(T("Rule"), RUN)
    DESK.choose(T("Family"), T("Days worked on end"))
    DESK.fill(T("At most"), "4")
    reach(T("Add a Rule"), switch(T("A must")))
    lines = [n for n in unfold(T("Add a Rule"), "People") if n.words()[0] != T("All", "scope")][1:3]
    chosen = [n.words()[0] for n in lines]
    for one in lines:
        reach(T("Add a Rule"), one)
    wait(lambda: [n for n in DESK.all("list item") if any(all(c in w for c in chosen) for w in n.words())],
         lambda: "the names are not told\n%s" % DESK.tree(400))
    picture("roster-setup-scope")
    DESK.press("button", T("_Add"))
    DESK.gone("dialog", T("Add a Rule"))
    equal(ask("SELECT kind || ' ' || hard || ' ' || most || ' ' || (SELECT count(*) FROM jsonb_array_elements(scope -> 'people')) "
              "FROM centre.planner_rule WHERE name = '%s'" % RUN), "run true 4 2", "the rule")
    check(any(T("for some only") in w for w in line(RUN).words()), "it is told whom it is for")


run()
