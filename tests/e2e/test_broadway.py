# SPDX-License-Identifier: GPL-3.0-or-later
"""Without a display the application is served to a browser on this machine, and to no other."""
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request

sys.path.insert(0, os.path.join(os.environ["MOTCUA_SRCDIR"], "tests", "support"))
from tap import Skip, case, check, equal, run  # noqa: E402

FOLDER = tempfile.mkdtemp(prefix="mc-broadway-", dir="/tmp")


def start():
    if "MOTCUA_TREE" not in os.environ:
        raise Skip("the entry's own variables are not here: this is a bare meson test")
    env = dict(os.environ, XDG_RUNTIME_DIR=os.path.join(FOLDER, "run"), HOME=FOLDER)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        env.pop(name, None)
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        env["XDG_%s_HOME" % name] = os.path.join(FOLDER, name.lower())
    os.makedirs(env["XDG_RUNTIME_DIR"], mode=0o700)
    return subprocess.Popen([os.path.join(os.environ["MOTCUA_TREE"], "tools", "inside"), "run", "--empty"], env=env,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)


def running():
    return subprocess.run(["pgrep", "-f", FOLDER], capture_output=True, text=True).stdout.split()


@case("the address is printed, answers on loopback, and TERM ends the program and its server")
def broadway():
    program = start()
    try:
        address = None
        for line in program.stdout:
            address = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
            if address:
                break
        check(address, "no address was printed")
        for attempt in range(100):
            try:
                with urllib.request.urlopen(address.group(0), timeout=5) as answer:
                    equal(answer.status, 200, "status")
                    check(b"broadway" in answer.read().lower(), "this is another page")
                break
            except OSError:
                check(attempt < 99, "nothing answers at " + address.group(0))
                time.sleep(0.1)
        listening = subprocess.run(["ss", "-Hltn", "sport = :" + address.group(1)], capture_output=True, text=True).stdout
        check(listening and all("127.0.0.1:" in line for line in listening.splitlines()), "it listens at " + listening)
        for attempt in range(600):
            if os.path.exists(os.path.join(FOLDER, "data", "motcua", "db-empty")):
                break
            time.sleep(0.1)
        program.send_signal(signal.SIGTERM)
        program.wait(60)
        for attempt in range(300):
            if not running():
                break
            time.sleep(0.1)
        equal(running(), [], "processes that stay behind")
    finally:
        if program.poll() is None:
            os.killpg(program.pid, signal.SIGKILL)


run(lambda: shutil.rmtree(FOLDER, ignore_errors=True))
