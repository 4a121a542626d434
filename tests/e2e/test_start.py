# SPDX-License-Identifier: GPL-3.0-or-later
"""The first start, the next one, and no display at all."""
import os
import re
import signal
import socket
import subprocess
import urllib.request

from centre import Centre, T, run, wait
from tap import case, check, equal

DESK = Centre()


@case("the first start asks where the data shall be, and makes the sample on this computer")
def first_start():
    DESK.open(page=False)
    DESK.find("heading", T("Welcome to Một Cửa"))
    row = DESK.find("list item", T("This computer"))
    check(DESK.all("list item", T("The office's server")), "the server is not offered")
    DESK.click(row)
    for kind in ("Sample data", "The plan of 2022", "Leave it empty"):
        DESK.find("list item", T(kind))
    DESK.click(DESK.find("list item", T("Sample data")))
    DESK.ready()


@case("the next start goes straight in, to the page that was open")
def next_start():
    DESK.go("Home Agencies")
    DESK.quit()
    DESK.open()
    wait(lambda: DESK.on("Home Agencies"), lambda: "another page:\n" + DESK.tree())
    check(not DESK.all("heading", T("Welcome to Một Cửa")), "it asks again")
    DESK.quit()


@case("no server of its own is left behind")
def nothing_left():
    def left():
        found = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True).stdout
        return [line for line in found.splitlines() if DESK.folder in line and "postgres" in line]
    wait(lambda: not left(), lambda: "still there: %s" % left())


run()
