# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk of its own for a trial: folders, display, session bus, accessibility bus.

    desk = Desk(width=1366, height=768)
    app = desk.start("motcua", "--start=demo")
    desk.find("button", T("Add _Agency")).press()

Everything started here is ended by desk.close(), by process id. What a test
sees comes through AT-SPI alone, as a screen reader has it; keys go in through
the X server, as from a keyboard. Nothing here waits for a time: it waits for
what shall be there.
"""
import gettext
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from accessible import Gone, Screen, fits

PATIENCE = float(os.environ.get("MOTCUA_PATIENCE", "30"))


class Missing(AssertionError):
    pass


class Catalogue:
    """The words of the program as its user sees them: T("_Undo"), T("Code", "column"); without mnemonics."""

    def __init__(self, language="vi"):
        prefix = os.environ.get("MOTCUA_PREFIX", "/usr")
        path = os.path.join(prefix, "share", "locale", language, "LC_MESSAGES", "motcua.mo")
        self.texts = gettext.NullTranslations()
        if os.path.exists(path):
            with open(path, "rb") as stream:
                self.texts = gettext.GNUTranslations(stream)

    def __call__(self, text, context=None):
        found = self.texts.pgettext(context, text) if context else self.texts.gettext(text)
        return found.replace("_", "", 1) if "_" in text else found

    def key(self, text):
        """The letter of the mnemonic."""
        found = self.texts.gettext(text)
        return found[found.index("_") + 1].upper()

    def many(self, one, many, count):
        return self.texts.ngettext(one, many, count)


T = Catalogue()


def wait(what, why="nothing came", timeout=None, pause=0.04):
    """Asks what() until it gives something; an AssertionError or Gone of it counts as not yet."""
    end = time.monotonic() + (PATIENCE if timeout is None else timeout)
    last = None
    while True:
        try:
            found = what()
            if found:
                return found
        except (AssertionError, Gone) as error:
            last = error
        if time.monotonic() > end:
            raise Missing("%s%s" % (why() if callable(why) else why, ": %s" % last if last else ""))
        time.sleep(pause)


class Desk:
    def __init__(self, width=1366, height=768, language="vi", **extra):
        self.folder = tempfile.mkdtemp(prefix="mc-desk-", dir=os.environ.get("TMPDIR", "/tmp"))
        self.children = []
        env = dict(os.environ)
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "GTK_A11Y",
                     "MALLOC_CHECK_"):
            env.pop(name, None)
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            env["XDG_%s_HOME" % name] = self.make(name.lower())
        env["XDG_RUNTIME_DIR"] = self.make("run", 0o700)
        env["HOME"] = self.make("home")
        env.update(GSK_RENDERER="cairo", GDK_BACKEND="x11", LIBGL_ALWAYS_SOFTWARE="1", NO_AT_BRIDGE="0",
                   LANG="vi_VN.UTF-8" if language == "vi" else "en_US.UTF-8", LANGUAGE=language,
                   GSETTINGS_BACKEND="keyfile", G_DEBUG="", **extra)
        self.env = env
        self.programs = {}
        self.start_display(width, height)
        self.start_buses()
        self.screen = Screen(env["DBUS_SESSION_BUS_ADDRESS"])

    def make(self, name, mode=0o755):
        path = os.path.join(self.folder, name)
        os.makedirs(path, mode=mode, exist_ok=True)
        return path

    def spawn(self, *command, **options):
        options.setdefault("env", self.env)
        child = subprocess.Popen(command, start_new_session=True, **options)
        self.children.append(child)
        return child

    def start_display(self, width, height):
        read, write = os.pipe()
        self.spawn("Xvfb", "-displayfd", str(write), "-screen", "0", "%dx%dx24" % (width, height), "-nolisten", "tcp",
                   pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as stream:
            self.env["DISPLAY"] = ":" + stream.readline().strip()

    def start_buses(self):
        read, write = os.pipe()
        self.spawn("dbus-daemon", "--session", "--nofork", "--print-address=%d" % write, pass_fds=(write,),
                   stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as stream:
            self.env["DBUS_SESSION_BUS_ADDRESS"] = stream.readline().strip()
        for method, *arguments in (("org.a11y.Bus.GetAddress",),
                                   ("org.freedesktop.DBus.Properties.Set", "org.a11y.Status", "IsEnabled", "<true>")):
            subprocess.run(["gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus",
                            "--method", method, *arguments],
                           env=self.env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def start(self, *command, log="app.log", **extra):
        """A program on this desk; its output goes to the desk's file @log. @extra are environment variables."""
        with open(os.path.join(self.folder, log), "ab") as stream:
            return self.spawn(*command, stdout=stream, stderr=stream, env=dict(self.env, **extra))

    def log(self, name="app.log"):
        try:
            with open(os.path.join(self.folder, name), errors="replace") as stream:
                return stream.read()
        except FileNotFoundError:
            return ""

    def leave(self, app, timeout=20):
        """Closes the program as the window's button does; its exit status."""
        app.send_signal(signal.SIGTERM) if not self.applications() else self.keys("ctrl+q")
        return app.wait(timeout)

    # What a screen reader sees

    def applications(self):
        """The trees of the programs called motcua."""
        found = []
        for owner, _ in self.screen.programs():
            tree = self.screen.look(owner)
            if tree is not None and tree.name == "motcua":
                found.append(tree)
        return found

    def all(self, role=None, name=None, contains=None, app=None, shown=True, within=None, state=None):
        """@name is a text, a compiled pattern or a function; @within is called with nothing and gives a node."""
        found = []
        for top in [within] if within is not None else [app] if app else self.applications():
            for node, _ in top.walk():
                if (not role or node.role == role) and fits(name, node.name) and (not shown or node.shown) and \
                        (contains is None or contains in node.name) and (state is None or node.has(state)):
                    found.append(node)
        return found

    def find(self, role=None, name=None, contains=None, app=None, timeout=None, shown=True, state=None, nth=0):
        """The first that fits; waits for it."""
        return wait(lambda: self.all(role, name, contains, app, shown, state=state)[nth:],
                    lambda: "no %s named %s%s %s on the desk\n%s" % (role, name, contains or "", state or "", self.tree()),
                    timeout)[0]

    def see(self, text, role=None, timeout=None):
        """Waits until something shown says @text somewhere in its name."""
        return self.find(role, contains=text, timeout=timeout)

    def gone(self, role=None, name=None, contains=None, app=None, timeout=None):
        wait(lambda: not self.all(role, name, contains, app),
             lambda: "%s %s %s is still there\n%s" % (role, name, contains, self.tree()), timeout)

    def tree(self, limit=150):
        """What is shown, to read in a diagnostic: each word once, tables by the row."""
        lines = []
        for top in self.applications():
            for node, depth in top.walk():
                if not node.name or not node.shown or node.role in ("table cell", "filler"):
                    continue
                if node.role == "label" and any(node.name in above.name for above in node.up()):
                    continue
                lines.append("%s%s: %s%s" % ("  " * min(depth // 3, 8), node.role, node.name,
                                             " (focused)" if node.has("focused") else ""))
        return "\n".join(lines[:limit])

    def focused(self):
        found = self.all(state="focused")
        return found[-1] if found else None

    # What hands do

    def press(self, role, name=None, contains=None, **how):
        """Finds and presses; pressed once it can be."""
        self.find(role, name, contains, state="sensitive", **how).press()

    def write(self, node, text):
        node.write(text)

    def field(self, title, timeout=None):
        """The input of a form's row: what can be written in at or under what is called @title."""
        def look():
            for top in self.applications():
                for node, _ in top.walk():
                    if node.shown and node.name == title and node.role != "label":
                        for inner, _ in node.walk():
                            if inner.shown and "EditableText" in inner.interfaces:
                                return inner
            return None
        return wait(look, lambda: "no field %r\n%s" % (title, self.tree()), timeout)

    def fill(self, title, text):
        """Writes into a field of a form or a search entry. GTK tells back the text of rows, but not of plain entries."""
        self.field(title).write(text)
        wait(lambda: self.field(title).text() in (text, ""), "%r does not hold %r" % (title, text))

    def number(self, title, value):
        """Sets a number in a form."""
        self.find("spin button", title).set_value(value)
        wait(lambda: self.find("spin button", title).value() == value, "%r is not %s" % (title, value))

    def have_keyboard(self):
        """Gives the newest window of the program the keyboard, as a window manager would."""
        wait(lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--class", ".", "windowfocus", "%@"],
                                    env=self.env, capture_output=True).returncode == 0, "no window takes the keyboard")

    def keys(self, *names):
        """Keys by their X names: keys("ctrl+k"), keys("Return")."""
        subprocess.run(["xdotool", "key", "--clearmodifiers", *names], env=self.env, check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "8", "--", text], env=self.env, check=True)

    def point(self, node, *then):
        """The mouse to its middle."""
        x, y = self.middle(node)
        subprocess.run(["xdotool", "mousemove", str(x), str(y), *then], env=self.env, check=True)

    def click(self, node, button=1, count=1):
        self.point(node, "click", "--repeat", str(count), "--delay", "40", str(button))

    def middle(self, node):
        """GTK tells places without the window's border and the padding around."""
        x, y, width, height = node.box()
        return x + width // 2 + 13, y + height // 2 + 13

    def drag(self, node, to):
        """Takes a thing with the mouse and lets it go over another, in small steps as a hand does."""
        (x, y), (end_x, end_y) = self.middle(node), self.middle(to)
        steps = ["mousemove", "--sync", str(x), str(y), "mousedown", "1"]
        for step in range(1, 21):
            steps += ["mousemove", "--sync", str(x + (end_x - x) * step // 20), str(y + (end_y - y) * step // 20), "sleep", "0.02"]
        # What is below is asked on each move whether it takes the thing; the last answer must have come.
        for wiggle in (3, 0, 3, 0):
            steps += ["mousemove", "--sync", str(end_x + wiggle), str(end_y), "sleep", "0.1"]
        subprocess.run(["xdotool", *steps, "mouseup", "1"], env=self.env, check=True)

    def choose_file(self, path):
        """What the next file chooser will answer; call it once before the program starts, then as often as needed."""
        answer = os.path.join(self.folder, "chosen")
        with open(answer, "w", encoding="utf-8") as stream:
            stream.write(path or "")
        if "portals" in self.env.get("GDK_DEBUG", ""):
            return
        self.env["GDK_DEBUG"] = "portals"
        portal = self.spawn(sys.executable, os.path.join(os.path.dirname(os.path.abspath(__file__)), "portal.py"), answer,
                            stdout=subprocess.PIPE, text=True)
        if portal.stdout.readline().strip() != "ready":
            raise Missing("the portal does not start")

    def choosers(self):
        """How many file choosers have been answered."""
        try:
            with open(os.path.join(self.folder, "chosen.answered"), encoding="utf-8") as stream:
                return len(stream.readlines())
        except FileNotFoundError:
            return 0

    def picture(self, path):
        subprocess.run(["import", "-window", "root", path], env=self.env, check=True)

    def close(self):
        self.screen.close()
        for child in reversed(self.children):
            if child.poll() is None:
                child.send_signal(signal.SIGTERM)
        for child in reversed(self.children):
            try:
                child.wait(8)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
