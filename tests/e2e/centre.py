# SPDX-License-Identifier: GPL-3.0-or-later
"""The application on a desk, and what its user does there in one breath.

Every text is looked up in the catalogue (T), so the tests follow the words.
"""
import os
import re
import sys
import unicodedata

sys.path.insert(0, os.path.join(os.environ["MOTCUA_SRCDIR"], "tests", "support"))
import tap  # noqa: E402
from accessible import fits  # noqa: E402
from desk import Desk, T, wait  # noqa: E402

# GTK says these about the bare display of a test, not about the program.
HARMLESS = re.compile("|".join((
    r"Unable to acquire session bus", r"cannot open display", r"libEGL", r"MESA", r"Vulkan", r"portal", r"dconf",
    r"AT-SPI", r"at-spi", r"Broken accounting of active state",
)))
COMPLAINT = re.compile(r"(CRITICAL|WARNING|ERROR) \*\*|-(CRITICAL|WARNING|ERROR) \*\*|runtime error:|==\d+==")
DESKS = []


def plain(text):
    """The words of a text without accents, as people type them."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return " ".join(re.findall(r"[A-Za-z0-9]+", bare.encode("ascii", "ignore").decode()))


class Centre(Desk):
    """A desk with the program on it."""

    def __init__(self, **options):
        super().__init__(**options)
        self.app = None
        DESKS.append(self)

    def open(self, *arguments, page=True, **extra):
        self.app = self.start("motcua", *arguments, **extra)
        self.find("frame")
        self.have_keyboard()
        if page:
            self.ready()
        return self.app

    def ready(self, timeout=60):
        """The sidebar and a page are there."""
        self.find("list", T("Pages"), timeout=timeout)
        self.find("heading", timeout=timeout)

    def quit(self):
        self.keys("ctrl+q")
        status = self.app.wait(30)
        tap.equal(status, 0, "exit status")

    # The frame

    def entry(self, title):
        """The sidebar's line of a page; @title as in the page table."""
        for item in self.all("list item", re.compile(r"^%s(, \d+|$)" % re.escape(T(title)))):
            if any(node.role == "list" and node.name == T("Pages") for node in item.up()):
                return item
        return None

    def go(self, title):
        """Opens a page from the sidebar."""
        self.click(wait(lambda: self.entry(title), lambda: "no page %r\n%s" % (title, self.tree())))
        wait(lambda: self.on(title), lambda: "the page %r does not open\n%s" % (title, self.tree()))

    def on(self, title):
        return self.all("heading", lambda name: name in (T(title), T(title, "page")))

    def look_at(self, day):
        """The as-of control by keyboard: @day as dd/mm/yyyy."""
        self.keys("ctrl+d")
        wait(lambda: self.field(T("Day to look at")).has("focused"), "the day takes no focus")
        self.keys("ctrl+a")
        self.type(day)
        self.keys("Return")
        self.see(day)

    def today(self):
        self.keys("alt+Home")
        self.gone("button", T("_Back to Today"))

    def table(self, title):
        return wait(lambda: [n for n in self.all(name=lambda name: name in (T(title), T(title, "page")))
                             if n.role in ("tree table", "table", "list")],
                    lambda: "no table %r\n%s" % (title, self.tree()))[0]

    def rows(self, title):
        """What the cells of each row of a table say, without its head."""
        found = []
        for node, _ in self.table(title).walk():
            if node.role == "table row" and node.shown:
                cells = [c.words()[0] if c.words() else "" for c in node.children if c.role == "table cell"]
                if cells:
                    found.append(cells)
        return found

    def cells(self, title, word):
        for row in self.rows(title):
            if word in row:
                return row
        raise AssertionError("no row %r" % word)

    def row(self, title, word):
        """The row of a table that has a cell saying @word."""
        def look():
            return [n for n, _ in self.table(title).walk() if n.role == "table row" and n.shown and word in n.words()]
        return wait(look, lambda: "no row %r\n%s" % (word, self.tree()))[0]

    def menu(self, button, *items):
        """Opens a menu button and takes the item, or an item of an item, by keyboard; @items are the texts before translation,
        with their mnemonics, because GTK tells the keys of menu items but not their names."""
        self.press("toggle button", T(button))
        for item in items:
            self.take_item(item)

    def take_item(self, item):
        wanted, met = T.key(item), []

        def keyboard_at():
            for node in self.all("menu item", state="focused"):
                if not met or node.path != met[-1][0]:
                    return node.path, node.call("Action", "GetActions")[0][2].split(";")[0].upper()
            return None
        while not met or met[-1][1] != wanted:
            if len(met) > 30:
                raise AssertionError("no item %r with the key %s, but %s" % (item, wanted, met))
            if met:
                self.keys("Down")
            met.append(wait(keyboard_at, lambda: "no menu opens, or it stops after %s\n%s" % (met, self.tree())))
        self.keys("Return")

    def open_row(self, title, word):
        """Opens what a row of a table stands for, with the mouse."""
        self.click([cell for cell in self.row(title, word).children if cell.role == "table cell"][0], count=2)

    def choose(self, title, text):
        """Takes the line @text of a form's choice."""
        self.click(self.find("combo box", title))
        def line():
            for label in self.all("label", text):
                for node in label.up():
                    if node.role == "list item" and node.shown:
                        return node
        self.click(wait(line, lambda: "no line %r\n%s" % (text, self.tree())))
        wait(lambda: text in self.find("combo box", title).words(), "%s is not %r" % (title, text))

    def choose_by_typing(self, title, typed, line):
        """The choice of a form is long: its line is looked for by typing, as people do."""
        self.click(self.find("combo box", title))
        self.find("entry", state="focused")
        self.type(typed)

        def item():
            for label in self.all("label", line):
                for node in label.up():
                    if node.role == "list item" and node.shown:
                        return node
        self.click(wait(item, lambda: "no line %r\n%s" % (line, self.tree())))
        wait(lambda: any(fits(line, word) for word in self.find("combo box", title).words()), "%s is not %r" % (title, line))

    def inside(self, dialog, role, name):
        """What stands in a dialog; the page behind it may have the same word."""
        return wait(lambda: [n for n, _ in self.dialog(dialog).walk() if n.role == role and n.name == name and n.shown],
                    lambda: "no %s %r in %r\n%s" % (role, name, dialog, self.tree()))[0]

    def undo(self):
        """What was done last may stand in the database before the program has heard so; until then there is nothing to undo."""
        self.find("button", T("Undo"), state="sensitive")
        self.keys("ctrl+z")

    def redo(self):
        self.find("button", T("Redo"), state="sensitive")
        self.keys("ctrl+shift+z")

    def dialog(self, title, **how):
        return self.find("dialog", title, **how)

    def complaints(self):
        return [line for line in self.log().splitlines() if COMPLAINT.search(line) and not HARMLESS.search(line)]


def pictures(name):
    """What each desk showed when a case failed."""
    folder = os.path.join(os.environ["MOTCUA_BUILDDIR"], "meson-logs", "e2e")
    os.makedirs(folder, exist_ok=True)
    for number, desk in enumerate(DESKS):
        stem = "%s-%s-%d" % (os.path.basename(sys.argv[0]).removesuffix(".py"), re.sub(r"\W+", "-", name)[:50], number)
        try:
            desk.picture(os.path.join(folder, stem + ".png"))
            yield "picture: %s.png" % os.path.join(folder, stem)
        except Exception as error:  # noqa: BLE001 - a picture is a help, not a verdict
            yield "no picture: %s" % error
        for line in desk.log().splitlines()[-15:]:
            yield "program: " + line


def quiet():
    """Last case of every test: the programs said nothing that a developer should have heard."""
    for desk in DESKS:
        found = desk.complaints()
        tap.check(not found, "%d complaints, the first:\n%s" % (len(found), "\n".join(found[:12])))


def close():
    for desk in DESKS:
        desk.close()


def run():
    tap.CASES.append(("the program had nothing to complain of", quiet))
    tap.run(close, pictures)
