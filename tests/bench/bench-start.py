#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Start: from exec to the first complete page, beside a bare libadwaita window.

Each program runs in turn, A B A B …, under one virtual display. It says "ready"
once its first complete page is painted, and leaves by itself; the time is that
from exec to this word, the peak memory that of the whole process.
"""
import os
import statistics
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.environ["MOTCUA_TREE"], "tests", "support"))
from desk import Desk  # noqa: E402

RUNS = 7


def once(desk, command):
    started = time.monotonic()
    child = subprocess.Popen(command, env=desk.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    if child.stdout.readline() != b"ready\n":
        raise SystemExit("bench start: %s did not get ready" % command[0])
    took = time.monotonic() - started
    child.stdout.close()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise SystemExit("bench start: %s ended with %d" % (command[0], child.returncode))
    return took, usage.ru_maxrss / 1024


def row(name, values, unit):
    print("%-34s min %8.1f  median %8.1f  max %8.1f  %s" % (name, min(values), statistics.median(values), max(values), unit))


def main():
    build = os.environ["MOTCUA_BUILD_RELEASE"]
    desk = Desk()
    try:
        bare = [os.path.join(build, "tests", "bench", "bare-window")]
        private = ["motcua", "--start=demo", "--leave-when-ready"]
        keeper_command = ["motcua", "--start=demo"]
        once(desk, private)  # the first start makes the cluster
        figures = {name: [] for name in ("bare", "private", "served")}
        for _ in range(RUNS):
            figures["bare"].append(once(desk, bare))
            figures["private"].append(once(desk, private))
        # On a session bus of its own, or the measured program would only hand its command line over and leave.
        keeper = desk.start("dbus-run-session", "--", *keeper_command)
        time.sleep(5)
        for _ in range(RUNS):
            figures["bare"].append(once(desk, bare))
            figures["served"].append(once(desk, private))
        keeper.terminate()
        base = statistics.median(v[0] for v in figures["bare"])
        memory = statistics.median(v[1] for v in figures["bare"])
        for name, label in (("bare", "bare window"), ("private", "with the private server's start"),
                            ("served", "with a server that runs")):
            row(label, [v[0] * 1000 for v in figures[name]], "ms")
            row(label + ", memory", [v[1] for v in figures[name]], "MiB")
            print("%-34s %.2f x time, %.2f x memory" % (label, statistics.median(v[0] for v in figures[name]) / base,
                                                        statistics.median(v[1] for v in figures[name]) / memory))
    finally:
        desk.close()


main()
