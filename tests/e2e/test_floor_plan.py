# SPDX-License-Identifier: GPL-3.0-or-later
"""The floor plan by keyboard and screen reader: walked, drawn on, and on two desks at once."""
import os
import struct
import zlib

from centre import Centre, T, run, wait
from server import Server
from tap import case, check, equal

LAN, MINH = Centre(), Centre()
SERVER = []
DRAFT = "Sua quay"


def sql(text):
    return SERVER[0].ask(text)


def draft(column, where):
    return sql("SELECT %s FROM centre.plan_object o JOIN centre.floor_plan p ON p.id = o.floor_plan_id"
               " WHERE p.name = '%s' AND %s" % (column, DRAFT, where))


def count():
    return int(draft("count(*)", "true"))


def start(desk, login):
    desk.choose_file("")
    desk.open("--database", SERVER[0].uri(login))
    desk.go("Floor Plan")
    desk.find("tree item", counter(1))


def counter(number):
    """Words that a counter of the plan begins with."""
    name = T("Counter %s") % number
    return lambda text: text == name or text.startswith((name + ":", name + ","))


def focused(desk):
    items = desk.all("tree item", state="focused")
    return items[0].name if items else ""


def lead_to(desk, number):
    """Letters find what they spell, as on every drawing."""
    desk.keys("Home")
    desk.type((T("Counter %s") % number).lower().replace("ầ", "a"))
    wait(lambda: counter(number)(focused(desk)), lambda: "letters lead to %r" % focused(desk))


def on_plan(desk):
    """The keyboard to the drawing."""
    desk.click(desk.find("tree item", counter(6)))
    wait(lambda: focused(desk), "the drawing takes no keyboard")


def press_tab(desk, title):
    desk.press("page tab", T(title))


def png(width, height):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = (b"\0" + b"\xc8\xd8\xf0" * width) * height
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) + \
        chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def file_of(name, content):
    path = os.path.join(LAN.folder, name)
    with open(path, "wb") as stream:
        stream.write(content)
    return path


@case("each counter is told with its number, its name and its state")
def told():
    SERVER.append(Server(LAN, "lan", "minh"))
    start(LAN, "lan")
    start(MINH, "minh")
    names = [n.name for n in LAN.all("tree item")]
    for number in range(1, 14):
        check(any(counter(number)(name) and "," in name for name in names), "counter %d is not told: %s" % (number, names))


@case("the floor is saved as a DXF from the menu")
def dxf():
    path = os.path.join(LAN.folder, "tang tret.dxf")
    LAN.choose_file(path)
    LAN.menu("More about the plan", "_Save as DXF…")
    LAN.see(T("The DXF was saved."))
    with open(path, encoding="ascii") as stream:
        text = stream.read()
    check("AC1009" in text and text.rstrip().endswith("EOF") and "COUNTER_" in text, "no whole drawing")


@case("letters find a counter, arrows walk on, Enter opens it")
def walk():
    on_plan(LAN)
    lead_to(LAN, 7)
    LAN.keys("Right")
    wait(lambda: focused(LAN) and not counter(7)(focused(LAN)), "Right leads nowhere")
    lead_to(LAN, 7)
    LAN.keys("Return")
    wait(lambda: LAN.on("Counters"), lambda: "Enter opens no counter\n" + LAN.tree())
    LAN.go("Floor Plan")


@case("a draft is begun beside the plan in force, and both desks draw on it")
def begin():
    LAN.menu("More about the plan", "_New Draft from This Plan…")
    LAN.find("alert", T("New Draft"))
    LAN.find("text", T("Name"), state="focused")
    LAN.type(DRAFT)
    LAN.keys("Return")
    LAN.find("page tab", T("Layers"))
    wait(lambda: count() > 600, "the draft is empty")
    box = MINH.find("combo box", contains=sql("SELECT name FROM centre.floor_plan WHERE state = 'adopted'"))
    MINH.click(box)

    def line():
        for label in MINH.all("label", T("Draft: %s") % DRAFT):
            for node in label.up():
                if node.role == "list item" and node.shown:
                    return node
    MINH.click(wait(line, lambda: "no draft to choose\n" + MINH.tree()))
    MINH.find("page tab", T("Layers"))
    equal(sql("SELECT count(*) FROM centre.floor_plan WHERE state = 'adopted'"), "1", "plans in force")


def x_of(number):
    return float(draft("o.x", "o.kind = 'counter' AND o.number = '%d'" % number))


@case("arrows move what is chosen as one step, and undo takes it back")
def nudge():
    on_plan(LAN)
    lead_to(LAN, 9)
    before = x_of(9)
    LAN.keys("Right", "Right", "Right")
    wait(lambda: abs(x_of(9) - before - 0.3) < 1e-6, lambda: "it moved by %s" % (x_of(9) - before))
    LAN.undo()
    wait(lambda: abs(x_of(9) - before) < 1e-6, "the move is not undone")


def edge(number, side):
    """An edge of a counter as it lies, whose box is turned about its middle."""
    place, size, turned = ("y", "height", "width") if side == "upper" else ("x", "width", "height")
    return float(draft("o.%s - CASE WHEN round(o.rotation)::int %% 180 = 0 THEN o.%s ELSE o.%s END / 2" % (place, size, turned),
                       "o.kind = 'counter' AND o.number = '%d'" % number))


def choose_three(desk):
    on_plan(desk)
    lead_to(desk, 7)
    for number in (8, 9):
        desk.point(desk.find("tree item", counter(number)), "keydown", "ctrl", "click", "1", "keyup", "ctrl")
    wait(lambda: len(desk.all("tree item", state="selected")) == 3, lambda: "chosen: %s" % desk.all("tree item", state="selected"))


@case("three counters are aligned, set apart evenly and mirrored, each as one step")
def arrange():
    def places():
        return {n: (edge(n, "left"), edge(n, "upper")) for n in (7, 8, 9)}

    def uneven():
        xs = sorted(place[0] for place in places().values())
        return abs((xs[2] - xs[1]) - (xs[1] - xs[0]))

    def back():
        LAN.undo()
        wait(lambda: places() == begun, lambda: "undo brings %s, not %s" % (places(), begun))
    begun = places()
    choose_three(LAN)
    LAN.menu("Arrange", "_Align", "_Left Edges")
    wait(lambda: max(x for x, _ in places().values()) - min(x for x, _ in places().values()) < 0.005, "they are not aligned")
    back()
    on_plan(LAN)
    lead_to(LAN, 8)
    middle = x_of(8)
    LAN.keys("Right", "Right", "Right")
    # All three presses, or the last one would still be written behind what comes next.
    wait(lambda: abs(x_of(8) - middle - 0.3) < 1e-6, lambda: "it moved by %s" % (x_of(8) - middle))
    check(uneven() > 0.1, "they stand evenly before")
    choose_three(LAN)
    LAN.menu("Arrange", "_Align", "_Equal Gaps Across")
    wait(lambda: uneven() < 0.011, lambda: "they are apart by %s" % sorted(place[0] for place in places().values()))
    LAN.undo()
    back()
    middles = {n: x_of(n) for n in begun}
    choose_three(LAN)
    LAN.menu("Arrange", "_Turn", "Mirror _Left and Right")
    wait(lambda: places() != begun, "nothing is mirrored")
    sums = [middles[n] + x_of(n) for n in middles]
    check(max(sums) - min(sums) < 0.011, "not mirrored about one line: %s" % sums)
    back()


@case("the way between two points is measured by keyboard, and told")
def measure():
    LAN.press("toggle button", T("Measure"))
    LAN.see(T("Click from point to point. Escape leaves."))
    LAN.keys("space", *["Right"] * 20)
    LAN.keys("space")
    LAN.find("label", T("%s m") % "2,00")
    LAN.keys("Escape", "Escape")


@case("a property written on one desk is told by the drawing of the other")
def property():
    on_plan(LAN)
    lead_to(LAN, 9)
    LAN.keys("Return")
    LAN.find("text", T("Label"), state="focused")
    LAN.type("Uu tien")
    LAN.keys("Return")
    name = (T("Counter %s: %s") % ("9", "Uu tien"))
    for desk in (LAN, MINH):
        desk.find("tree item", name)
    LAN.keys("Escape")
    wait(lambda: counter(9)(focused(LAN)), "Escape does not return to the drawing")
    LAN.undo()
    MINH.gone("tree item", name)


@case("a thing is placed and removed by keyboard")
def place():
    before = count()
    LAN.press("toggle button", T("Plant"))
    # A button that is pressed by a screen reader acts a moment later.
    LAN.see(T("Click where it stands, or press Enter. Escape leaves."))
    LAN.keys("Left", "Left", "Return")
    wait(lambda: count() == before + 1, lambda: "%d things" % count())
    LAN.find("label", T("Plant"))
    LAN.keys("Escape", "Delete")
    wait(lambda: count() == before, "it is not removed")


@case("a layer hidden on one desk is hidden on the other")
def layers():
    press_tab(LAN, "Layers")
    LAN.press("toggle button", T("Show the layer %s") % "Quầy")
    for desk in (LAN, MINH):
        desk.gone("tree item", counter(9))
    LAN.undo()
    for desk in (LAN, MINH):
        desk.find("tree item", counter(9))


def backgrounds():
    return sql("SELECT count(*) FROM centre.plan_background")


def report():
    alert = LAN.find("alert", T("Nothing was laid under the plan."))
    words = " ".join(alert.words() + [n.name for n, _ in alert.walk()])
    LAN.keys("Escape")
    LAN.gone("alert", T("Nothing was laid under the plan."))
    return words


@case("what is no picture and no drawing is refused with the reason, and nothing changes")
def broken():
    press_tab(LAN, "Backgrounds")
    for name, content, reason in (
            ("ghi chu.txt", b"khong phai anh", T("“%s” is neither a picture (PNG, JPEG) nor a DXF drawing.") % "ghi chu.txt"),
            ("hong.png", png(40, 20)[:60], ""),
            ("hong.dxf", b"  0\nSECTION\n  2\nENTITIES\n  0\nLINE\n 10\nkhong\n", "")):
        LAN.choose_file(file_of(name, content))
        LAN.press("button", T("Lay a Picture or Drawing…"))
        check(reason in report(), "another reason than %r" % reason)
    equal(backgrounds(), "0", "backgrounds")


@case("a scan is laid under the plan, and scaled by two points of known distance")
def scan():
    LAN.choose_file(file_of("ban ve.png", png(400, 200)))
    LAN.press("button", T("Lay a Picture or Drawing…"))
    for desk in (LAN, MINH):
        press_tab(desk, "Backgrounds")
        desk.find("label", "ban ve.png")
    before = float(sql("SELECT scale FROM centre.plan_background"))
    LAN.press("button", T("Two-Point Scale"))
    LAN.see(T("Set two points of the background whose distance you know: click, or arrows and Space. Escape leaves."))
    LAN.keys("space", *["Right"] * 10)
    LAN.keys("space")
    LAN.find("alert", T("How Far Apart Are the Points?"))
    LAN.find("text", T("Distance in truth (m)"), state="focused")
    LAN.type("2")
    LAN.keys("Return")
    wait(lambda: abs(float(sql("SELECT scale FROM centre.plan_background")) / before - 2) < 1e-6,
         lambda: "scaled by %s" % (float(sql("SELECT scale FROM centre.plan_background")) / before))
    LAN.press("button", T("Remove %s") % "ban ve.png")
    MINH.gone("label", "ban ve.png")
    LAN.undo()
    MINH.find("label", "ban ve.png")
    equal(sql("SELECT length(content) > 0 FROM centre.plan_background"), "t", "the file is back")


@case("the draft is adopted, and is in force on both desks")
def adopt():
    LAN.press("button", T("Adopt…"))
    LAN.press("button", T("_Adopt"))
    wait(lambda: sql("SELECT name FROM centre.floor_plan WHERE state = 'adopted' AND during @> centre.today()") == DRAFT,
         "it is not in force")
    for desk in (LAN, MINH):
        desk.gone("page tab", T("Layers"))


run()
