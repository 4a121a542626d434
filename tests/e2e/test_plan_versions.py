# SPDX-License-Identifier: GPL-3.0-or-later
"""The versions of the floor plan, the floors of the building, and the layers that a desktop shows."""
from centre import Centre, T, run, wait
from server import Server
from tap import case, check, equal

DESK = Centre()
SERVER = []
DRAFT, FLOOR = "Thu nghiem", "Tang ham"


def sql(text):
    return SERVER[0].ask(text)


def counters():
    return [n for n in DESK.all("tree item") if n.name.startswith(T("Counter %s") % "")]


def more(*keys):
    """Keys within the page's menu; the lines of layers have no letters of their own."""
    DESK.press("toggle button", T("More about the plan"))
    DESK.find("menu item", state="focused")
    DESK.keys(*keys)


@case("a layer is hidden on this screen only, and on the hall's screen, and comes back")
def layers():
    SERVER.append(Server(DESK, "lan"))
    DESK.open("--database", SERVER[0].uri("lan"))
    DESK.go("Floor Plan")
    wait(counters, "no counters")
    names = sql("SELECT string_agg(l.name, '|' ORDER BY l.sort_order DESC) FROM centre.plan_layer l"
                " JOIN centre.floor_plan p ON p.id = l.floor_plan_id WHERE p.state = 'adopted'").split("|")
    layer = sql("SELECT DISTINCT l.name FROM centre.plan_layer l JOIN centre.plan_object o ON o.layer_id = l.id"
                " WHERE o.kind = 'counter'")
    # Below names, labels, equipment and legend.
    lines = ["Down"] * (4 + names.index(layer))
    more(*lines, "space")
    DESK.keys("Escape")
    wait(lambda: not counters(), "the counters are still shown")
    DESK.press("button", T("Full Screen (F11)"))
    hall = T("%s · %s of %s").split("%s")[1]
    wait(lambda: DESK.all("frame", contains=hall), lambda: "no screen for the hall\n" + DESK.tree())
    check(not counters(), "the hall still sees the counters")
    DESK.have_keyboard()
    DESK.keys("Escape")
    DESK.gone("frame", contains=hall)
    equal(sql("SELECT bool_and(visible) FROM centre.plan_layer"), "t", "what others see")
    DESK.have_keyboard()
    more(*lines, "space")
    DESK.keys("Escape")
    wait(counters, "the counters do not come back")


@case("a floor is added below all others, for every version")
def floor():
    DESK.menu("More about the plan", "_New Draft from This Plan…")
    DESK.find("alert", T("New Draft"))
    DESK.find("text", T("Name"), state="focused")
    DESK.type(DRAFT)
    DESK.keys("Return")
    DESK.find("page tab", T("Layers"))
    DESK.menu("More about the plan", "Add a Floor _Below…")
    DESK.find("alert", T("Add a Floor Below"))
    DESK.find("text", T("Name"), state="focused")
    DESK.type(FLOOR)
    DESK.keys("Return")
    wait(lambda: DESK.all(name=FLOOR), lambda: "no floor to choose\n" + DESK.tree())
    equal(sql("SELECT level FROM centre.floor WHERE name = '%s'" % FLOOR), "-1", "its level")
    DESK.undo()
    DESK.gone(name=FLOOR)
    equal(sql("SELECT count(*) FROM centre.floor WHERE name = '%s'" % FLOOR), "0", "floors after the undo")


@case("a draft is deleted after one question, with all that is drawn on it; the plan in force is shown")
def delete():
    def things():
        return int(sql("SELECT count(*) FROM centre.plan_object"))
    before = things()
    DESK.menu("More about the plan", "D_elete This Draft…")
    DESK.find("alert", T("Delete “%s”?") % DRAFT)
    DESK.keys("Escape")
    DESK.gone("alert")
    equal(things(), before, "things after Escape")
    DESK.menu("More about the plan", "D_elete This Draft…")
    DESK.find("alert", T("Delete “%s”?") % DRAFT)
    DESK.press("button", T("_Delete"))
    DESK.gone("page tab", T("Layers"))
    wait(counters, "the plan in force is not shown")
    equal(sql("SELECT count(*) FROM centre.floor_plan"), "1", "plans")
    equal(things() * 2, before, "things that are left")


run()
