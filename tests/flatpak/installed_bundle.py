# SPDX-License-Identifier: GPL-3.0-or-later
"""The bundle as a person has it: installed, in its sandbox, on a desk of its own.

flatpak/offline/make --check installs the bundle into a throw-away installation
(FLATPAK_USER_DIR) and calls this.
"""
import json
import os
import subprocess
import sys
import time

TREE = os.environ["MOTCUA_TREE"]
sys.path.insert(0, os.path.join(TREE, "tests", "support"))
from desk import Desk  # noqa: E402
from tap import case, check, equal, run  # noqa: E402

ID = "vn.gov.cantho.MotCua"
DESK = Desk()
# What the first start asks, in the words of the page itself.
FIRST_PAGE = ("Chào mừng đến với Một Cửa", "Máy này", "Máy chủ của cơ quan")

# A server as the application keeps its own; the socket's folder is the one that
# all instances of an application share.
CLUSTER = """
set -e
data=$XDG_DATA_HOME/trial socket=$XDG_RUNTIME_DIR/app/$FLATPAK_ID
[ -e "$data/PG_VERSION" ] || initdb -D "$data" -U centre -A trust -E UTF8 --data-checksums --locale=C.UTF-8 \\
  --locale-provider=icu --icu-locale=vi >/dev/null
"""
SERVE = CLUSTER + """exec postgres -D "$data" -k "$socket" -c listen_addresses= -c log_min_messages=fatal"""
ASK = """
socket=$XDG_RUNTIME_DIR/app/$FLATPAK_ID
psql -X -A -t -v ON_ERROR_STOP=1 -h "$socket" -U centre postgres -c "$1"
"""


def sandbox(*command):
    return ["flatpak", "run", "--user", "--die-with-parent", "--command=" + command[0], ID, *command[1:]]


def output(*command, timeout=120):
    result = subprocess.run(sandbox(*command), env=DESK.env, capture_output=True, text=True, timeout=timeout)
    check(result.returncode == 0, "%s ended with %d\n%s%s" % (command[0], result.returncode, result.stdout, result.stderr))
    return result.stdout.strip()


def ask(sql):
    return output("sh", "-c", ASK, "sh", sql)


def finished(program, word):
    """The program is there in full: a bundle that lacks a part of it fails."""
    check(word in output(program, "--help", timeout=60), "%s of the bundle has no %s" % (program, word))


@case("the sandbox has no more rights than the manifest asks for")
def rights():
    with open(os.path.join(TREE, "flatpak", ID + ".json"), encoding="utf-8") as stream:
        asked = json.load(stream)["finish-args"]
    equal([a for a in asked if a.startswith(("--filesystem", "--talk-name", "--system-talk-name", "--own-name"))], [],
          "files or names asked for")
    found = subprocess.run(["flatpak", "info", "--user", "--show-permissions", ID], env=DESK.env, capture_output=True,
                           text=True, check=True).stdout
    rows = dict(line.split("=", 1) for line in found.splitlines() if "=" in line)
    equal({name: set(filter(None, value.split(";"))) for name, value in rows.items()},
          {"shared": {"ipc", "network"}, "sockets": {"wayland", "x11", "fallback-x11"}, "devices": {"dri"}}, "rights")


@case("every library is found in the sandbox")
def libraries():
    missing = output("sh", "-c", "for f in /app/bin/* /app/lib/*.so /app/lib/postgresql/*.so; do "
                     "LD_LIBRARY_PATH=/app/lib ldd $f 2>/dev/null | grep 'not found' | sed \"s|^|$f: |\"; done; true")
    equal(missing, "", "missing libraries")


@case("headers, archives and manuals stayed behind")
def slim():
    equal(output("sh", "-c", "find /app -name '*.a' -o -name '*.la' -o -name '*.h' -o -path /app/share/man -o -path /app/share/doc"),
          "", "files that belong to building")


@case("the bundled PostgreSQL serves two sandboxes at one socket")
def server():
    first = DESK.start(*sandbox("sh", "-c", SERVE), log="server.log")
    try:
        end = time.monotonic() + 90
        while subprocess.run(sandbox("sh", "-c", ASK, "sh", "SELECT 1"), env=DESK.env, capture_output=True).returncode:
            check(time.monotonic() < end and first.poll() is None, "no server:\n" + DESK.log("server.log"))
            time.sleep(0.3)
        ask("CREATE EXTENSION btree_gist; CREATE EXTENSION unaccent; CREATE EXTENSION pg_trgm")
        equal(ask("SELECT unaccent('Nguyễn Văn Hoà')"), "Nguyen Van Hoa", "unaccent")
        equal(ask("SELECT string_agg(n, ' ' ORDER BY n) FROM unnest(array['Đan', 'Em', 'Dũng', 'Dung']) n"),
              "Dung Dũng Đan Em", "Vietnamese order")
        equal(ask("SELECT concat_ws(' ', datlocprovider, datlocale) FROM pg_database WHERE datname = 'postgres'"), "i vi", "locale")
        dump = 'pg_dump -h "$XDG_RUNTIME_DIR/app/$FLATPAK_ID" -U centre -Fc postgres | pg_restore -l'
        check("EXTENSION - unaccent" in output("sh", "-c", dump), "the dump lacks the extensions")
    finally:
        first.terminate()
        first.wait(20)


@case("the console program makes the sample centre in the sandbox")
def console():
    finished("motcua-cli", "init")
    output("motcua-cli", "init", "--demo")
    output("motcua-cli", "doctor")
    check(json.loads(output("motcua-cli", "headcount", "--json"))["heads"] > 0, "nobody in the sample centre")


def close(app):
    app.terminate()
    app.wait(20)
    end = time.monotonic() + 20
    while DESK.applications() and time.monotonic() < end:
        time.sleep(0.1)


@case("the first page opens and a screen reader can read it")
def first_page():
    finished("motcua", "--start")
    app = DESK.start(*sandbox("motcua"))
    try:
        DESK.find("frame", timeout=90)
        # The first start asks, in Vietnamese, where the data are and what to begin with.
        for words in FIRST_PAGE:
            DESK.find(contains=words, timeout=60)
        for line in DESK.tree(40).splitlines():
            print("# " + line, flush=True)
        check("Failed to load" not in DESK.log(), "pictures are missing:\n" + DESK.log()[:2000])
    finally:
        close(app)


@case("a second sandbox joins the private server of the first")
def join():
    finished("motcua", "--start")
    finished("motcua-cli", "init")
    app = DESK.start(*sandbox("motcua", "--start=demo"))
    try:
        DESK.find(contains="Cán bộ", timeout=90)
        check(json.loads(output("motcua-cli", "headcount", "--json"))["heads"] > 0, "nobody seen from the second sandbox")
        check(app.poll() is None and DESK.all(contains="Cán bộ"), "the application has left:\n" + DESK.log())
    finally:
        close(app)


run(DESK.close)
