# SPDX-License-Identifier: GPL-3.0-or-later
"""motcua-cli as a person types it, on a private server of its own.

    cli("init", "--demo")            # fails unless the status is 0
    ask("person", "list")            # the same with --json, read
"""
import json
import os
import re
import subprocess
import tempfile

from tap import Skip, check

BUILD, TREE = os.environ["MOTCUA_BUILDDIR"], os.environ["MOTCUA_SRCDIR"]
PROGRAM = os.path.join(BUILD, "src", "cli", "motcua-cli")
TABLES = os.path.join(TREE, "tests", "data", "tables")
# The socket's path must be short.
FOLDER = tempfile.mkdtemp(prefix="mc-cli-", dir=os.environ.get("TMPDIR", "/tmp"))
BASE = "2026-11-23"


def desk(name):
    """Folders of their own, as another user of the computer has them."""
    env = dict(os.environ, LANGUAGE="en", LC_ALL="C.UTF-8")
    for key in ("PGHOST", "PGUSER", "PGPASSWORD", "PGDATABASE", "PGPORT"):
        env.pop(key, None)
    for key, folder in (("XDG_DATA_HOME", "d"), ("XDG_RUNTIME_DIR", "r"), ("XDG_CONFIG_HOME", "c")):
        env[key] = os.path.join(FOLDER, name, folder)
        os.makedirs(env[key], mode=0o700, exist_ok=True)
    return env


DEMO, PLAN = desk("demo"), desk("plan")


def cli(*args, env=DEMO, status=0, text=None):
    done = subprocess.run([PROGRAM, *args], env=env, capture_output=True, text=True, input=text, timeout=200)
    # AddressSanitizer's own remark about fibers, in the suite "sanitizers".
    done.stderr = "".join(l for l in done.stderr.splitlines(True) if "WARNING: ASan" not in l)
    if done.returncode != status:
        raise AssertionError("%s: status %d, wanted %d\n%s%s" % (
            " ".join(args), done.returncode, status, done.stdout[-2000:], done.stderr[-4000:]))
    if status:
        check(done.stderr.count("\n") <= 1, "the error takes several lines: " + done.stderr)
    return done


def ask(*args, **options):
    return json.loads(cli(*args, "--json", **options).stdout)


def tells_keys(command, value, inside=()):
    """--help of @command names every key of what it printed, but what stands under the keys @inside."""
    told = set(re.findall(r'"(\w+)"', cli(*command, "--help").stdout))

    def walk(node):
        if isinstance(node, dict):
            missing = set(node) - told
            check(not missing, "%s --help does not tell %s" % (" ".join(command), sorted(missing)))
            for key, below in node.items():
                if key not in inside:
                    walk(below)
        elif isinstance(node, list):
            for below in node:
                walk(below)

    walk(value)


def count_people():
    return len(ask("person", "list"))


def write_csv(name, text):
    path = os.path.join(FOLDER, name)
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(text)
    return path


def on_shared_server(name, checks):
    """@checks is called with the folder of the socket of a server that is ended afterwards."""
    bindir = subprocess.run([os.path.join(TREE, "tools", "pg-bindir")], capture_output=True, text=True).stdout.strip()
    if not bindir:
        raise Skip("no PostgreSQL server programs")
    data, socket = os.path.join(FOLDER, "pg-" + name), os.path.join(FOLDER, name)
    os.makedirs(socket)
    subprocess.run([bindir + "/initdb", "-D", data, "-U", "postgres", "-A", "trust", "-N"], check=True, capture_output=True)
    subprocess.run([bindir + "/pg_ctl", "-D", data, "-w", "-l", data + "/log", "-o",
                    "-k %s -c listen_addresses='' -c fsync=off" % socket, "start"], check=True, capture_output=True)
    try:
        checks(socket)
    finally:
        subprocess.run([bindir + "/pg_ctl", "-D", data, "-m", "immediate", "stop"], capture_output=True)
