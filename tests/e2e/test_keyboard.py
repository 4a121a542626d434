# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyboard alone through all pages, and a name for every control."""
import os
import re
import time

from centre import Centre, T, run, wait
from tap import case, check, equal

DESK = Centre()
# As the sidebar lists them.
with open(os.path.join(os.environ["MOTCUA_SRCDIR"], "ui", "shell", "mc-page-table.c"), encoding="utf-8") as table:
    PAGES = re.findall(r'^  \{ "[\w-]+", N_ \("[^"]+"\), N_ \("([^"]+)"\)', table.read(), re.M)


@case("the sidebar marks the page that is shown, whatever the pointer passes over")
def marked():
    DESK.open("--start=demo")

    def mark():
        return [title for title in PAGES if DESK.entry(title).has("selected")]
    DESK.go("Staff")
    for title in PAGES:
        DESK.point(DESK.entry(title))
        # Nothing tells that the pointer has come; a wrong mark would come with the next frame.
        time.sleep(0.3)
        equal(mark(), ["Staff"], "marked under the pointer at " + title)
    DESK.keys("ctrl+Next")
    wait(lambda: DESK.on("Home Agencies") and mark() == ["Home Agencies"], lambda: str(mark()))


@case("all pages can be walked through with the keyboard alone")
def keyboard():
    DESK.go("Today")
    for title in PAGES[1:]:
        DESK.keys("ctrl+Next")
        wait(lambda: DESK.on(title), lambda: "Ctrl+Page Down does not open %s\n%s" % (title, DESK.tree()))
    for title in reversed(PAGES[:-1]):
        DESK.keys("ctrl+Prior")
        wait(lambda: DESK.on(title), lambda: "Ctrl+Page Up does not open %s\n%s" % (title, DESK.tree()))
    DESK.go("Staff")
    DESK.keys("ctrl+f")
    DESK.find("entry", T("Search the staff"), state="focused")
    DESK.type("do minh an")
    wait(lambda: [row[0] for row in DESK.rows("Staff")] == ["Đỗ Minh Ấn"], lambda: "%s" % DESK.rows("Staff"))
    # Past the choices of the bar.
    for _ in range(24):
        DESK.keys("Tab")
        at = wait(DESK.focused, "nothing has the keyboard")
        if at.role == "table row" or any(node.role in ("tree table", "table") for node in at.up()):
            break
    DESK.keys("Down")
    DESK.keys("Return")
    DESK.find("heading", "Đỗ Minh Ấn")
    DESK.keys("Escape")
    wait(lambda: DESK.focused() and any(node.role == "tree table" for node in [DESK.focused(), *DESK.focused().up()]),
         lambda: "Escape does not return to the table, but to %s" % DESK.focused())


@case("what libadwaita says of its own is Vietnamese too")
def library_words():
    DESK.menu("Main menu", "_About Một Cửa")
    DESK.dialog("Giới thiệu")
    DESK.click(DESK.find("list item", "Pháp lý"))
    DESK.press("button", "Quay lại")
    DESK.find("list item", "Pháp lý")
    DESK.keys("Escape")
    DESK.gone("dialog")


# GTK 4.18 and libadwaita 1.7 themselves give these no name: items of menus and of choices, the frame of a list.
NAMELESS = ("menu item", "list", "scroll pane", "panel", "frame", "scroll bar", "filler", "grouping", "window", "separator",
            "table row", "table cell", "role 0")


def nameless():
    found = []
    for top in DESK.applications():
        met = DESK.screen.unfold([top])
        for node, _ in top.walk():
            if (node.owner, node.path) in met and node.shown and node.has("focusable") and node.role not in NAMELESS and not node.name.strip():
                # Lines of a choice, and the frame that libadwaita puts around the row of an expander.
                if node.role == "list item" and (any(above.role == "combo box" for above in node.up()) or any(
                        inner.role == "list item" and inner.name for inner, _ in node.walk())):
                    continue
                found.append("%r in %s" % (node, [above for above in list(node.up())[:12] if above.name or above.role in ('combo box', 'list')]))
    return found


@case("every control that takes the keyboard has a name, on every page and in the forms")
def names():
    bad = {}
    for title in PAGES:
        DESK.go(title)
        wait(lambda: DESK.all(state="focusable"), "an empty page")
        bad[title] = nameless()
    DESK.go("Staff")
    for key, title in (("ctrl+n", "Add a Person"), ("ctrl+comma", "Preferences"), ("ctrl+question", "Keyboard Shortcuts")):
        DESK.keys(key)
        wait(lambda: DESK.all("dialog"), lambda: "%s opens nothing" % key)
        bad[title] = nameless()
        DESK.keys("Escape")
        DESK.gone("dialog")
    bad = {title: found for title, found in bad.items() if found}
    check(not bad, "\n".join("%s: %s" % (title, "; ".join(found[:8])) for title, found in bad.items()))


run()
