# SPDX-License-Identifier: GPL-3.0-or-later
"""motcua-cli: a month's roster from nothing to published, verified, and what is refused on the way."""
import os
import shutil
import subprocess
import sys
import zipfile

sys.path.insert(0, os.path.join(os.environ["MOTCUA_SRCDIR"], "tests", "support"))
from console import FOLDER, ask, cli  # noqa: E402
from tap import case, check, equal, run  # noqa: E402

MONTH = "2026-12"


def said(*args, status=1):
    return cli(*args, status=status).stderr.strip()


@case("the sample has the published roster of its month")
def listed():
    cli("init", "--demo", "--base-date", "23/11/2026")
    found = ask("roster", "list")
    equal([(r["from"], r["until"], r["state"]) for r in found], [("2026-11-01", "2026-11-30", "published")])
    shown = ask("roster", "show", "--month", "2026-11")
    check(len(shown["cells"]) > 1000, "cells: %d" % len(shown["cells"]))
    equal(shown["amendments"], [])
    # Culture Day, for the first time.
    check(not [c for c in shown["cells"] if c["day"] == "2026-11-22"], "somebody works on a Sunday")


@case("a month that is no month, one without a roster")
def refused():
    check("2026-13" in said("roster", "plan", "--month", "2026-13", status=2), "names what is wrong")
    check("roster" in said("roster", "show", "--month", "2030-01"), "no roster")
    check(said("roster", "approve", "--month", MONTH), "nothing to approve")
    check(said("roster", "plan", "--month", MONTH, "--time", "-1", status=2), "time runs forward")


@case("a dry run plans and keeps nothing")
def dry():
    plan = ask("roster", "plan", "--month", MONTH, "--seed", "5", "--dry-run")
    equal(plan["status"], "optimal")
    equal(len(ask("roster", "list")), 1)


@case("the next month is planned to a proven optimum and kept")
def planned():
    plan = ask("roster", "plan", "--month", MONTH, "--seed", "5")
    equal((plan["state"], plan["status"], plan["seed"]), ("draft", "optimal", 5))
    equal(plan["cost"], plan["bound"], "proven")
    equal(plan["uncovered"], [], "standbys fill what leave empties")
    check("competence" not in [b["rule"] for b in plan["broken"]] and "leave" not in [b["rule"] for b in plan["broken"]],
          str(plan["broken"]))
    shown = ask("roster", "show", "--month", MONTH)
    equal(shown["stage_costs"], plan["stage_costs"], "kept as it was planned")
    places = [(c["person_id"], c["day"], c["session"]) for c in shown["cells"]]
    equal(len(places), len(set(places)), "nobody is in two places")
    leaders = {}
    for cell in shown["cells"]:
        if cell["code"] == "LĐ":
            leaders.setdefault(cell["day"], set()).add(cell["full_name"])
    check(len(leaders) >= 20 and all(len(names) == 1 for names in leaders.values()), "one leader a day: %s" % leaders)


@case("the same input and seed give the same roster, which verify finds")
def verified():
    again = ask("roster", "plan", "--month", MONTH, "--seed", "5")
    seen = ask("roster", "verify", "--month", MONTH)
    equal((seen["same_register"], seen["changed_cells"], seen["against_plan"]), (True, 0, "equal"))
    equal(seen["cost"], again["cost"])


@case("submitted, approved, published: in this order, and then it stands")
def signed():
    check(said("roster", "publish", "--month", MONTH), "not before it is approved")
    equal(ask("roster", "submit", "--month", MONTH)["state"], "submitted")
    equal(ask("roster", "return", "--month", MONTH, "--reason", "Thiếu người")["state"], "draft")
    equal(ask("roster", "submit", "--month", MONTH)["state"], "submitted")
    equal(ask("roster", "approve", "--month", MONTH)["state"], "approved")
    equal(ask("roster", "publish", "--month", MONTH)["state"], "published")
    equal(ask("roster", "verify", "--month", MONTH)["same_register"], True)
    # A new draft beside it may be planned, but not published over it.
    ask("roster", "plan", "--month", MONTH)
    ask("roster", "submit", "--month", MONTH)
    ask("roster", "approve", "--month", MONTH)
    check("published" in said("roster", "publish", "--month", MONTH), "one at a time")


@case("what is entered later is seen by verify")
def changed():
    roster = next(r for r in ask("roster", "list") if r["from"] == "2026-12-01" and r["state"] == "published")
    cells = ask("roster", "show", "--roster", str(roster["id"]))["cells"]
    one = next(c for c in cells if c["code"] == "1")
    cli("counter", "assign", "2", one["full_name"], "--standby", "--from", "01/12/2026", "--until", "31/12/2026")
    seen = ask("roster", "verify", "--roster", str(roster["id"]), status=1)
    equal(seen["same_register"], False)


@case("somebody does not come: three answers at most, the best leaves the fewest seats empty, one is entered")
def repaired():
    roster = next(r for r in ask("roster", "list") if r["from"] == "2026-12-01" and r["state"] == "published")
    cells = ask("roster", "show", "--roster", str(roster["id"]))["cells"]
    name = next(c["full_name"] for c in cells if c["code"] == "1" and c["day"] == "2026-12-07")
    check("needed" in said("roster", "repair", "--absent", name, status=2), "from when")
    check("-am" in said("roster", "repair", "--absent", name, "--from", "2026-12-07", status=2), "which half")
    told = ask("roster", "repair", "--absent", name, "--from", "2026-12-07-pm", "--to", "2026-12-08-am")
    check(1 <= len(told["answers"]) <= 3, str(told["answers"]))
    best = told["answers"][0]
    check(best["uncovered"] <= told["uncovered"] and best["uncovered"] == min(a["uncovered"] for a in told["answers"]),
          str(told))
    check(all({m["day"] for m in a["moves"]} <= {"2026-12-07", "2026-12-08"} for a in told["answers"]), "other days move")
    check(name not in {m["full_name"] for a in told["answers"] for m in a["moves"]}, "moves who is away")
    equal(ask("roster", "show", "--roster", str(roster["id"]))["amendments"], [], "telling changes nothing")
    done = ask("roster", "repair", "--absent", name, "--from", "2026-12-07-pm", "--to", "2026-12-08-am",
               "--apply", "1", "--reason", "Vắng đột xuất")
    equal(done["applied"], 1)
    shown = ask("roster", "show", "--roster", str(roster["id"]))
    equal([(a["number"], a["reason"]) for a in shown["amendments"]], [(1, "Vắng đột xuất")])
    equal(shown["state"], "amended")
    theirs = {(c["day"], c["session"]) for c in shown["cells"] if c["full_name"] == name}
    check(("2026-12-07", "morning") in theirs and ("2026-12-08", "afternoon") in theirs, "there before and after")
    check(not {("2026-12-07", "afternoon"), ("2026-12-08", "morning")} & theirs, "rostered though away")
    amended = [(c["full_name"], c["day"], c["session"], c["code"]) for c in shown["cells"] if c["amended"]]
    equal(sorted(amended), sorted((m["full_name"], m["day"], m["session"], m["after"]) for m in best["moves"] if m["after"]))


@case("a month wants as many people at each counter as its visitors need")
def demand():
    what = ("roster", "demand", "--month", "2027-03", "--from", "2026-09-01", "--to", "2026-10-31")
    check("2027-13" in said("roster", "demand", "--month", "2027-13", "--from", "2026-09-01", "--to", "2026-10-31", status=2), "no month")
    check("--from" in said("roster", "demand", "--month", "2027-03", status=2), "no days")
    told = ask(*what, "--dry-run")
    check(not told["kept"] and told["rows"] > 0 and len(told["counters"]) > 10, told)
    for counter in told["counters"]:
        equal(len(counter["sessions"]), 10, "five days of two sessions")
        for one in counter["sessions"]:
            equal((one["least"], one["most"]), (counter["seats"], counter["seats"]), "till now its seats")
            equal(one["people"], min(max(one["need"], 1), counter["seats"]), "no fewer than one and no more than its seats")
    equal(ask(*what, "--dry-run"), told, "telling changes nothing")
    equal(ask(*what), dict(told, kept=True))
    again = ask(*what)
    equal((again["rows"], [c["counter"] for c in again["counters"] if c["differs"]]), (0, []), "now it is so")
    for counter, before in zip(again["counters"], told["counters"]):
        equal([one["most"] for one in counter["sessions"]], [one["people"] for one in before["sessions"]], counter["counter"])
    next_month = ask("roster", "demand", "--month", "2027-04", "--from", "2026-09-01", "--to", "2026-10-31", "--dry-run")
    equal(next_month["rows"], told["rows"], "the month after is as it was")
    shown = cli(*what, "--dry-run", "--target", "90/300").stdout
    check("90 %" in shown and "5,0" in shown, shown)


@case("it leaves the program as an official paper, a workbook and an officer's calendar")
def exported():
    name = ask("roster", "show", "--month", "2026-11")["cells"][0]["full_name"]
    files = {kind: os.path.join(FOLDER, "lich." + kind) for kind in ("pdf", "xlsx", "ics")}
    check(".pdf" in said("roster", "export", "--month", "2026-11", "-o", os.path.join(FOLDER, "x.txt"), status=2), "kinds")
    check("--person" in said("roster", "export", "--month", "2026-11", "-o", files["ics"], status=2), "whose")
    for kind, path in files.items():
        equal(ask("roster", "export", "--month", "2026-11", "-o", path, "--person", name)["file"], path)
    text = subprocess.run(["pdftotext", "-layout", files["pdf"], "-"], capture_output=True, text=True, check=True).stdout
    check("LỊCH TRỰC" in text and "tháng 11 năm 2026" in text and name in text, text[:600])
    sizes = subprocess.run(["pdfinfo", files["pdf"]], capture_output=True, text=True, check=True).stdout
    check("1190.55 x 841.89" in sizes or "A3" in sizes, sizes)
    fonts = subprocess.run(["pdffonts", files["pdf"]], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    check(fonts and all(line.split()[-5] == "yes" for line in fonts), "embedded: %s" % fonts)
    with open(files["ics"], encoding="utf-8", newline="") as stream:
        calendar = stream.read()
    check(calendar.startswith("BEGIN:VCALENDAR\r\n") and calendar.count("BEGIN:VEVENT") > 20, calendar[:200])
    check(zipfile.is_zipfile(files["xlsx"]), "a workbook")
    with zipfile.ZipFile(files["xlsx"]) as book:
        check(b"<f>" in book.read("xl/worksheets/sheet1.xml"), "totals are formulas")


run(cleanup=lambda: shutil.rmtree(FOLDER, ignore_errors=True))
