# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader sees, read fast enough to wait on.

One call (org.a11y.atspi.Cache.GetItems) gives all that a program shows with
names, roles and states, where a walk needs several round trips per widget. A
Screen speaks to one accessibility bus; several can live in one test.
"""
import re

from gi.repository import Gio, GLib

ROLES = {
    2: "alert", 7: "check box", 10: "column header", 11: "combo box", 16: "dialog", 20: "filler", 23: "frame", 25: "grouping", 26: "icon", 27: "image",
    29: "label", 31: "list", 32: "list item", 33: "menu", 34: "menu bar", 35: "menu item", 37: "page tab",
    38: "page tab list", 39: "panel", 40: "password text", 41: "popup menu", 42: "progress bar", 43: "button",
    44: "radio button", 45: "radio menu item", 47: "row header", 48: "scroll bar", 49: "scroll pane",
    50: "separator", 51: "slider", 52: "spin button", 54: "status bar", 55: "table", 56: "table cell",
    57: "column header", 61: "text", 62: "toggle button", 63: "tool bar", 64: "tool tip", 65: "tree",
    66: "tree table", 69: "window", 75: "application", 79: "entry", 82: "caption", 83: "heading", 85: "section",
    88: "link", 90: "table row", 91: "tree item", 98: "list box", 99: "grouping", 116: "static", 129: "level bar",
    130: "title bar", 131: "block quote",
}
STATES = {
    "active": 1, "busy": 3, "checked": 4, "collapsed": 5, "editable": 7, "enabled": 8, "expandable": 9, "expanded": 10,
    "focusable": 11, "focused": 12, "modal": 16, "pressed": 20, "selectable": 22, "selected": 23, "sensitive": 24,
    "showing": 25, "visible": 30, "invalid": 36, "required": 33, "checkable": 41, "has-popup": 42, "read-only": 43,
}
GONE = ("UnknownObject", "UnknownMethod", "ServiceUnknown", "NoReply", "NameHasNoOwner", "Disconnected", "UnknownInterface")
PREFIX = "org.a11y.atspi."
ROOT = "/org/a11y/atspi/accessible/root"


class Gone(Exception):
    """The widget or its program left while it was asked."""


class Node:
    """A widget as it was when the picture was taken; acts go to the widget of now."""

    __slots__ = ("screen", "owner", "path", "parent_path", "index", "role", "name", "description", "bits", "interfaces",
                 "parent", "children", "expected")

    def __init__(self, screen, item):
        (self.owner, self.path), _, (_, self.parent_path), self.index, self.expected, interfaces, self.name, role, \
            self.description, states = item
        self.screen = screen
        self.role = ROLES.get(role, "role %d" % role)
        self.bits = states[0] | (states[1] << 32)
        self.interfaces = {i.rsplit(".", 1)[-1] for i in interfaces}
        self.parent = None
        self.children = []

    def __repr__(self):
        return "%s %r" % (self.role, self.name)

    def has(self, state):
        return bool(self.bits >> STATES[state] & 1)

    @property
    def shown(self):
        return self.has("showing") and self.has("visible")

    def walk(self, depth=0):
        yield self, depth
        for child in self.children:
            yield from child.walk(depth + 1)

    def up(self):
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def words(self):
        """All that can be read in it, once each, in order."""
        found = []
        for node, _ in self.walk():
            if node.shown and node.name and node.name not in found:
                found.append(node.name)
        return found

    # Acts and questions; each is a call to the program

    def call(self, interface, method, signature=None, *arguments):
        return self.screen.call(self.owner, self.path, PREFIX + interface, method, signature, *arguments)

    def get(self, interface, name):
        return self.screen.call(self.owner, self.path, "org.freedesktop.DBus.Properties", "Get", "(ss)",
                                PREFIX + interface, name)

    def press(self, name=None):
        """Its first action, or that of this name."""
        if "Action" not in self.interfaces:
            raise AssertionError("%r has no action" % self)
        index = 0
        if name is not None:
            names = [a[0] for a in self.call("Action", "GetActions")]
            if name not in names:
                raise AssertionError("%r has no action %s, but %s" % (self, name, names))
            index = names.index(name)
        self.call("Action", "DoAction", "(i)", index)

    def text(self):
        for node, _ in self.walk():
            if "Text" in node.interfaces and ("EditableText" in node.interfaces or node is self):
                return node.call("Text", "GetText", "(ii)", 0, -1)
        return self.name

    def write(self, text):
        for node, _ in self.walk():
            if "EditableText" in node.interfaces:
                node.call("EditableText", "SetTextContents", "(s)", text)
                return
        raise AssertionError("nothing to write in within %r" % self)

    def value(self):
        return self.get("Value", "CurrentValue")

    def set_value(self, value):
        self.screen.call(self.owner, self.path, "org.freedesktop.DBus.Properties", "Set", "(ssv)", PREFIX + "Value",
                         "CurrentValue", GLib.Variant("d", value))

    def box(self):
        """(x, y, width, height) in its window."""
        return self.call("Component", "GetExtents", "(u)", 1)


class Screen:
    def __init__(self, session_address):
        session = self.connect(session_address)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                    Gio.DBusCallFlags.NONE, 20000, None).unpack()[0]
        session.close_sync(None)
        self.bus = self.connect(address)
        self.told = []
        self.opened = {}  # how many children each widget had when it was last asked for them

    @staticmethod
    def connect(address):
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        bus.set_exit_on_close(False)
        return bus

    def close(self):
        if not self.bus.is_closed():
            try:
                self.bus.close_sync(None)
            except GLib.Error:
                pass

    def call(self, owner, path, interface, method, signature=None, *arguments, timeout=8000):
        try:
            found = self.bus.call_sync(owner, path, interface, method, GLib.Variant(signature, arguments) if signature else None,
                                       None, Gio.DBusCallFlags.NO_AUTO_START, timeout, None).unpack()
        except GLib.Error as error:
            if any(word in error.message for word in GONE) or error.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CLOSED):
                raise Gone(error.message) from error
            raise
        return found[0] if len(found) == 1 else found

    def programs(self):
        """(bus name, process id) of each program that shows itself."""
        found = []
        try:
            for owner, _ in self.call("org.a11y.atspi.Registry", ROOT, PREFIX + "Accessible",
                                      "GetChildren"):
                pid = self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                "GetConnectionUnixProcessID", "(s)", owner)
                found.append((owner, pid))
        except Gone:
            pass
        return found

    def items(self, owner):
        return [Node(self, item) for item in
                self.call(owner, "/org/a11y/atspi/cache", PREFIX + "Cache", "GetItems", timeout=20000)]

    def listen(self):
        """From now on programs tell what comes into view, as they tell a screen reader; see heard()."""
        self.bus.signal_subscribe(None, PREFIX + "Event.Object", "ChildrenChanged", None, None, Gio.DBusSignalFlags.NONE,
                                  lambda bus, owner, path, interface, name, told: self.told.append(told.unpack()))
        self.call("org.a11y.atspi.Registry", "/org/a11y/atspi/registry", PREFIX + "Registry", "RegisterEvent", "(sass)",
                  "object:children-changed", [], "")

    def heard(self, node):
        """Whether it, or a part of the window that it is in, was told to have come into view since listen()."""
        while GLib.MainContext.default().iteration(False):
            pass
        came = {child for change, _, _, child, _ in self.told if change == "add"}
        return any((part.owner, part.path) in came for part in [node, *node.up()])

    def unfold(self, nodes):
        """Asks for children that are not told unasked, because GTK makes them when somebody looks: level by level,
        all of a level at once. Gives (owner, path) of all that were met: what a screen reader walking along meets,
        without what GTK still keeps of closed menus and hidden pages."""
        context = GLib.MainContext.new()
        asked, level = set(), [(node.owner, node.path) for node in nodes]
        while level:
            asked.update(level)
            answers = []

            def done(bus, result, answers=answers):
                try:
                    answers.append(bus.call_finish(result).unpack()[0])
                except GLib.Error:
                    answers.append([])

            context.push_thread_default()
            try:
                for owner, path in level:
                    self.bus.call(owner, path, PREFIX + "Accessible", "GetChildren", None, None,
                                  Gio.DBusCallFlags.NO_AUTO_START, 8000, None, done)
                while len(answers) < len(level):
                    context.iteration(True)
            finally:
                context.pop_thread_default()
            level = list({child for answer in answers for child in answer} - asked)
        return asked

    def look(self, owner):
        """The program's tree of now, or None when there is none."""
        asked = set()
        while True:
            try:
                nodes = self.items(owner)
            except Gone:
                return None
            known = {node.path: node for node in nodes}
            root = known.get(ROOT)
            for node in nodes:
                node.parent = known.get(node.parent_path)
                if node.parent is not None and node is not root:
                    node.parent.children.append(node)
            folded = [n for n in nodes if n is not root and n.path not in asked and
                      (n.expected > len(n.children) or self.opened.get(n.path) != n.expected)]
            if not folded:
                break
            asked.update(n.path for n in folded)
            self.opened.update((n.path, n.expected) for n in folded)
            self.unfold(folded)
        for node in nodes:
            node.children.sort(key=lambda child: child.index)
        return root


def fits(wanted, text):
    if wanted is None:
        return True
    if isinstance(wanted, re.Pattern):
        return wanted.search(text) is not None
    if callable(wanted):
        return wanted(text)
    return text == wanted
