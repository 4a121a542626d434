# SPDX-License-Identifier: GPL-3.0-or-later
"""motcua-cli roster solve: from the text of a problem to the text of a roster. No server is asked."""
import os
import re
import shutil
import signal
import subprocess
import sys

sys.path.insert(0, os.path.join(os.environ["MOTCUA_SRCDIR"], "tests", "support"))
from console import DEMO, FOLDER, PROGRAM, ask, cli, write_csv  # noqa: E402
from tap import case, check, equal, run  # noqa: E402

LAST = re.compile(r"cost (\d+) bound (\d+) seconds (\d+\.\d)")


def problem(people=6, days=14, wanted=2):
    """An invented problem of early and late shifts."""
    lines = ["SECTION_HORIZON", str(days), "SECTION_SHIFTS", "E,480,", "L,480,E", "SECTION_STAFF"]
    lines += ["P%d,E=%d|L=%d,%d,%d,5,2,2,%d" % (p, days, 4 + p % 3, 480 * days * 5 // 7, 480 * days // 2, days // 14)
              for p in range(people)]
    lines += ["SECTION_DAYS_OFF"] + ["P%d,%d" % (p, p * 3 % days) for p in range(people)]
    lines += ["SECTION_SHIFT_ON_REQUESTS"] + ["P%d,%d,L,2" % (p, (p * 5 + 2) % days) for p in range(people)]
    lines += ["SECTION_SHIFT_OFF_REQUESTS"] + ["P%d,%d,E,3" % (p, (p * 7 + 1) % days) for p in range(people)]
    lines += ["SECTION_COVER"] + ["%d,%s,%d,100,1" % (d, s, wanted) for d in range(days) for s in "EL"]
    return "\n".join(lines) + "\n"


SMALL = write_csv("small.txt", problem())
OUT = os.path.join(FOLDER, "roster.csv")


def rows(path=OUT, days=14):
    with open(path, encoding="utf-8") as stream:
        found = [line.split(",") for line in stream.read().splitlines()]
    check(all(len(row) == days + 1 and set(row[1:]) <= {"E", "L", "-"} for row in found), found)
    return found


def cost_of(found, wanted=2):
    """The soft rules of problem(), counted here."""
    cost = 0
    for p, row in enumerate(found):
        day = row[1:]
        cost += 2 * (day[(p * 5 + 2) % 14] != "L") + 3 * (day[(p * 7 + 1) % 14] == "E")
    for d in range(14):
        for s in "EL":
            there = sum(row[d + 1] == s for row in found)
            cost += 100 * max(wanted - there, 0) + max(there - wanted, 0)
    return cost


@case("a roster, and its cost with the proof in the last line")
def solved():
    said = cli("roster", "solve", SMALL, "--time", "30", "-o", OUT).stdout
    last = LAST.fullmatch(said.splitlines()[-1])
    check(last, said)
    found = rows()
    equal([row[0] for row in found], ["P%d" % p for p in range(6)], "people")
    equal(cost_of(found), int(last[1]), "cost")
    equal(last[1], last[2], "not proven")
    check("best possible" in said, said)
    equal([found[p][1 + p * 3 % 14] for p in range(6)], ["-"] * 6, "days off")


@case("the same without “roster”, as an object, and on standard output")
def other_ways():
    kept = rows()
    os.unlink(OUT)
    told = ask("solve", SMALL, "--time", "30", "-o", OUT)
    equal(sorted(told), ["bound", "cost", "file", "rounds", "seconds"], "keys")
    equal(told["cost"], cost_of(kept), "cost")
    equal(told["cost"], cost_of(rows()), "cost of the file")
    said = cli("solve", SMALL, "--time", "30").stdout.splitlines()
    equal(len(said), 7, "lines")
    check(LAST.fullmatch(said[-1]), said)


@case("rounds and seed make the roster, not the time")
def repeated():
    large = write_csv("large.txt", problem(people=11, days=28, wanted=3))
    texts = []
    for seed in ("3", "3"):
        cli("roster", "solve", large, "--time", "600", "--rounds", "2", "--seed", seed, "-o", OUT)
        with open(OUT, encoding="utf-8") as stream:
            texts.append(stream.read())
    equal(texts[0], texts[1], "the same seed")


@case("who interrupts it gets the best so far")
def interrupted():
    # Lengths with a small common measure: the first bound alone takes a while.
    text = problem(people=40, days=42, wanted=14).replace("\nL,480,", "\nL,485,")
    path = write_csv("long.txt", text)
    out = os.path.join(FOLDER, "interrupted.csv")
    child = subprocess.Popen([PROGRAM, "roster", "solve", path, "--time", "3000", "-o", out], env=DEMO, text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    said = child.stdout.readline()
    child.send_signal(signal.SIGINT)
    said += child.stdout.read()
    equal(child.wait(timeout=200), 0, "status")
    last = LAST.fullmatch(said.splitlines()[-1])
    check(last and float(last[3]) < 1000 and int(last[2]) < int(last[1]), said)
    equal(len(rows(out, 42)), 40, "people")


@case("what cannot be is said in one line, and nothing is written")
def refused():
    out = os.path.join(FOLDER, "none.csv")
    broken = write_csv("broken.txt", problem().replace("P2,E=14", "P2,X=14"))
    said = cli("roster", "solve", broken, "-o", out, status=1).stderr
    check("broken.txt" in said and "line 9" in said and "“X”" in said, said)
    tight = write_csv("tight.txt", re.sub(r"(?m)^(P1,E=14\|L=5,\d+),\d+,", r"\1,4800,", problem()))
    said = cli("roster", "solve", tight, "-o", out, status=1).stderr
    check("“P1”" in said, said)
    cli("roster", "solve", os.path.join(FOLDER, "nowhere.txt"), "-o", out, status=1)
    cli("roster", "solve", SMALL, "--time", "0", "-o", out, status=2)
    cli("roster", "solve", SMALL, "--time", "nan", "-o", out, status=2)
    cli("roster", "solve", SMALL, "--rounds", "-1", "-o", out, status=2)
    cli("roster", "solve", SMALL, "--json", status=2)
    cli("roster", "solve", status=2)
    check(not os.path.exists(out), "something was written")
    cli("roster", "solve", SMALL, "--time", "5", "-o", os.path.join(FOLDER, "no", "folder.csv"), status=1)


run(cleanup=lambda: shutil.rmtree(FOLDER, ignore_errors=True))
