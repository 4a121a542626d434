# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk of its own for a trial: folders, display, session bus, accessibility bus.

    desk = Desk(width=1366, height=768)
    app = desk.start("motcua", "--start=demo")
    desk.find("push button", "Thêm cán bộ").click()

Everything started here is ended by desk.close(), by process id. What a test
sees comes through AT-SPI alone, as a screen reader has it; keys go in through
the X server, as from a keyboard.
"""
import os
import shutil
import signal
import subprocess
import tempfile
import time


class Missing(AssertionError):
    pass


class Desk:
    def __init__(self, width=1366, height=768, language="vi"):
        self.folder = tempfile.mkdtemp(prefix="mc-desk-", dir="/tmp")
        self.children = []
        env = dict(os.environ)
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "GTK_A11Y"):
            env.pop(name, None)
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            env["XDG_%s_HOME" % name] = self.make(name.lower())
        env["XDG_RUNTIME_DIR"] = self.make("run", 0o700)
        env["HOME"] = self.make("home")
        env.update(GSK_RENDERER="cairo", GDK_BACKEND="x11", LIBGL_ALWAYS_SOFTWARE="1", NO_AT_BRIDGE="0",
                   LANG="vi_VN.UTF-8" if language == "vi" else "en_US.UTF-8", LANGUAGE=language,
                   GSETTINGS_BACKEND="keyfile", G_DEBUG="")
        self.env = env
        self.start_display(width, height)
        self.start_buses()
        os.environ.update({k: env[k] for k in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")})
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
        self.atspi = Atspi
        Atspi.init()
        Atspi.set_timeout(2000, 5000)

    def make(self, name, mode=0o755):
        path = os.path.join(self.folder, name)
        os.makedirs(path, mode=mode, exist_ok=True)
        return path

    def spawn(self, *command, **options):
        child = subprocess.Popen(command, env=self.env, start_new_session=True, **options)
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
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as stream:
            self.env["DBUS_SESSION_BUS_ADDRESS"] = stream.readline().strip()
        subprocess.run(["gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus",
                        "--method", "org.a11y.Bus.GetAddress"], env=self.env, check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus",
                        "--method", "org.freedesktop.DBus.Properties.Set", "org.a11y.Status", "IsEnabled", "<true>"],
                       env=self.env, check=True, stdout=subprocess.DEVNULL)

    def start(self, *command, log="app.log"):
        stream = open(os.path.join(self.folder, log), "ab")
        return self.spawn(*command, stdout=stream, stderr=stream)

    def log(self, name="app.log"):
        with open(os.path.join(self.folder, name), errors="replace") as stream:
            return stream.read()

    # What a screen reader sees

    def applications(self):
        desktop = self.atspi.get_desktop(0)
        found = []
        for i in range(desktop.get_child_count()):
            try:
                child = desktop.get_child_at_index(i)
                if child is not None and child.get_name() == "motcua":
                    found.append(child)
            except Exception:  # noqa: BLE001 - an application that is just leaving
                pass
        return found

    def walk(self, node, depth=0):
        yield node, depth
        try:
            count = node.get_child_count()
        except Exception:  # noqa: BLE001 - it went while we looked
            return
        for i in range(count):
            try:
                child = node.get_child_at_index(i)
            except Exception:  # noqa: BLE001
                continue
            if child is not None:
                yield from self.walk(child, depth + 1)

    def showing(self, node):
        states = node.get_state_set()
        return states.contains(self.atspi.StateType.SHOWING) and states.contains(self.atspi.StateType.VISIBLE)

    def all(self, role=None, name=None, contains=None, app=None, shown=True):
        found = []
        for top in [app] if app else self.applications():
            for node, _ in self.walk(top):
                try:
                    if role and node.get_role_name() != role:
                        continue
                    label = node.get_name() or ""
                    if (name is not None and label != name) or (contains is not None and contains not in label):
                        continue
                    if shown and not self.showing(node):
                        continue
                    found.append(node)
                except Exception:  # noqa: BLE001 - it went while we looked
                    continue
        return found

    def find(self, role=None, name=None, contains=None, app=None, timeout=20, shown=True):
        """The first that fits; waits for it."""
        end = time.monotonic() + timeout
        while True:
            found = self.all(role, name, contains, app, shown)
            if found:
                return found[0]
            if time.monotonic() > end:
                raise Missing("no %s named %r %r on the desk\n%s" % (role, name, contains, self.tree()))
            time.sleep(0.1)

    def gone(self, role=None, name=None, contains=None, app=None, timeout=20):
        end = time.monotonic() + timeout
        while self.all(role, name, contains, app):
            if time.monotonic() > end:
                raise Missing("%s %r %r is still there" % (role, name, contains))
            time.sleep(0.1)

    def tree(self, limit=400):
        lines = []
        for top in self.applications():
            for node, depth in self.walk(top):
                try:
                    if node.get_name() and self.showing(node):
                        lines.append("%s%s: %s" % ("  " * min(depth, 12), node.get_role_name(), node.get_name()))
                except Exception:  # noqa: BLE001
                    continue
        return "\n".join(lines[:limit])

    # What hands do

    def press(self, node):
        """Its first action, as Enter or a click would."""
        if node.get_action_iface() is None or node.get_n_actions() == 0:
            raise Missing("%s %r has no action" % (node.get_role_name(), node.get_name()))
        node.do_action(0)

    def write(self, node, text):
        if node.get_editable_text_iface() is None:
            for child, _ in self.walk(node):
                if child.get_editable_text_iface() is not None:
                    node = child
                    break
        node.set_text_contents(text)

    def keys(self, *names):
        """Keys by their X names: keys("ctrl+k"), keys("Return")."""
        subprocess.run(["xdotool", "key", "--clearmodifiers", *names], env=self.env, check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "15", "--", text], env=self.env, check=True)

    def picture(self, path):
        subprocess.run(["import", "-window", "root", path], env=self.env, check=True)

    def close(self):
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
