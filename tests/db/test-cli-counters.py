# SPDX-License-Identifier: GPL-3.0-or-later
"""motcua-cli: the counters, who sits there, and the lists that come in as a whole or not at all."""
import csv
import os
import shutil
import sys

sys.path.insert(0, os.path.join(os.environ["MOTCUA_SRCDIR"], "tests", "support"))
from console import BASE, FOLDER, ask, cli, write_csv  # noqa: E402
from tap import case, check, equal, run  # noqa: E402

HEADERS = "Số quầy,Tên quầy,Tầng,Số chỗ,Cơ quan,Lĩnh vực\n"
PROCEDURES = "Mã thủ tục,Tên thủ tục,Cơ quan,Lĩnh vực,Tiếp nhận tại Trung tâm,Lý do\n"


def counters():
    return {c["number"]: c for c in ask("counter", "list", "--as-of", BASE)}


def refused(*args):
    """What one line on stderr says."""
    return cli(*args, status=1).stderr.strip()


def bad_cells(*args):
    return [(e["row"], e["column"], e["value"], e["reason"])
            for e in ask(*args, status=1)["errors"]]


@case("the sample has 18 counters with 27 seats, each with whom it serves")
def listed():
    cli("init", "--demo", "--base-date", "23/11/2026")
    found = ask("counter", "list", "--as-of", BASE)
    equal(list(found[0]), ["id", "number", "name", "level", "place", "seats", "agencies", "fields", "officers",
                           "standbys", "risk", "from", "until"], "keys")
    equal([c["number"] for c in found], list(range(1, 19)), "numbers")
    equal(sum(c["seats"] for c in found), 27, "seats")
    equal({c["level"] for c in found}, {0, 1}, "levels")
    check(all(c["agencies"] and c["fields"] for c in found), "a counter serves nobody")
    equal(sum(len(c["officers"]) for c in found), 27, "officers")
    text = cli("counter", "list", "--as-of", BASE).stdout
    check(found[0]["name"] in text and found[0]["officers"][0] in text, text)


@case("one sits at one counter at a time, and stands by for another")
def assigned():
    before = counters()
    sitting = before[1]["officers"][0]
    # Everybody sits somewhere in the sample; no second place on the same days.
    said = refused("counter", "assign", "2", sitting, "--from", BASE)
    check(said.count("\n") == 0 and len(said) > 20, said)
    equal(counters(), before, "the counters after a refusal")
    target = next(n for n, c in before.items() if sitting not in c["standbys"] + c["officers"])
    made = ask("counter", "assign", str(target), sitting, "--standby", "--from", BASE, "--until", "24/11/2026")
    equal((made["number"], made["full_name"], made["role"], made["from"], made["until"]),
          (target, sitting, "standby", BASE, "2026-11-24"))
    check(sitting in counters()[target]["standbys"], "nobody stands by")
    later = {c["number"]: c for c in ask("counter", "list", "--as-of", "2026-11-25")}
    check(sitting not in later[target]["standbys"], "stands by after the last day")


@case("who or what is not there is named")
def assigned_nobody():
    check("99" in refused("counter", "assign", "99", "Nobody"), "counter 99")
    check("Không Có Ai" in refused("counter", "assign", "1", "Không Có Ai"), "nobody")
    cli("counter", "assign", "one", "1", status=2)
    cli("counter", "assign", "1", "1", "--from", "24/11/2026", "--until", "23/11/2026", status=2)
    # Past the end of the tour
    sitting = counters()[1]["officers"][0]
    refused("counter", "assign", "2", sitting, "--standby", "--from", BASE, "--until", "31/12/2199")


@case("what was exported is understood again")
def exported():
    for name in ("counters.csv", "counters.xlsx"):
        path = os.path.join(FOLDER, name)
        made = ask("counter", "export", path, "--as-of", BASE)
        equal(made["counters"], 18, "counters")
        check("--force" in refused("counter", "export", path), "replaced without asking")
        known = ask("counter", "import", path, "--skip-known", "--from", BASE)
        equal((known["rows"], known["imported"], known["known"], known["errors"]), (0, 0, 18, []), name)
        bad = bad_cells("counter", "import", path, "--from", BASE)
        equal(len(bad), 18, "known rows")
        check(all(b[3] == "this is in the register already" for b in bad), bad)
    with open(os.path.join(FOLDER, "counters.csv"), encoding="utf-8-sig", newline="") as stream:
        equal(len(list(csv.reader(stream))), 19, "rows with their headers")


@case("each bad cell is named by row, column, value and reason; nothing comes in")
def bad_counters():
    before = counters()
    code = before[1]["agencies"][0]
    path = write_csv("bad.csv", HEADERS + "\n".join([
        "101,Quầy tốt,0,1,%s," % code,
        "x,Quầy chữ,0,1,%s," % code,
        "102,,0,1,%s," % code,
        "103,Quầy tầng,giữa,1,%s," % code,
        "104,Quầy ghế,lầu 1,0,%s," % code,
        "105,Quầy cơ quan,trệt,1,KHONG-CO,",
        "101,Quầy hai lần,0,1,%s," % code,
    ]) + "\n")
    bad = bad_cells("counter", "import", path)
    equal([b[:3] for b in bad], [(3, "A", "x"), (4, "B", None), (5, "C", "giữa"), (6, "D", "0"), (7, "E", "KHONG-CO"),
                                 (8, "A", "101")], "bad cells")
    equal(bad[0][3], "a whole number from 1 to 9999 is needed")
    equal(bad[1][3], "the name is missing")
    check("trệt" in bad[2][3], bad[2])
    equal(bad[3][3], "a whole number from 1 to 50 is needed")
    equal(bad[5][3], "row 2 has the same")
    said = cli("counter", "import", path, status=1)
    check("A3 (Số quầy)" in said.stdout and "6 cells are bad; nothing was changed." in said.stderr,
          said.stdout + said.stderr)
    equal(counters(), before, "the counters after bad lists")


@case("a good list comes in with what its counters serve")
def good_counters():
    first = counters()[1]
    path = write_csv("good.csv", HEADERS + "101,Quầy một trăm lẻ một,lầu 1,2,%s,%s\n102,Quầy 102,,,,\n"
                     % ("; ".join(first["agencies"]), "; ".join(first["fields"])))
    dry = ask("counter", "import", path, "--dry-run", "--from", BASE)
    equal((dry["dry_run"], len(counters())), (True, 18), "a dry run")
    done = ask("counter", "import", path, "--from", BASE)
    equal((done["rows"], done["imported"], done["known"]), (2, 2, 0))
    made = counters()[101]
    equal((made["name"], made["level"], made["seats"], made["from"]), ("Quầy một trăm lẻ một", 1, 2, BASE))
    equal((made["agencies"], made["fields"]), (first["agencies"], first["fields"]), "served")
    equal((counters()[102]["level"], counters()[102]["seats"], counters()[102]["officers"]), (0, 1, []))


@case("procedures come in as a whole, with the reason why one is not received")
def procedures():
    first = counters()[1]
    agency, field = first["agencies"][0], first["fields"][0]
    bad = bad_cells("import", "procedures", write_csv("procedures-bad.csv", PROCEDURES + "\n".join([
        "9.000001,Thủ tục tốt,%s,%s,Có," % (agency, field),
        ",Không mã,%s,%s,Có," % (agency, field),
        "9.000002,Không lý do,%s,%s,Không," % (agency, field),
        "9.000003,Có mà có lý do,%s,%s,Có,lưu động" % (agency, field),
        "9.000004,Không rõ,%s,%s,chắc thế," % (agency, field),
        "9.000005,Không cơ quan,,,Có,",
        "9.000001,Trùng,%s,%s,Có," % (agency, field),
    ]) + "\n"))
    equal([(b[0], b[1]) for b in bad if b[0] != 6], [(3, "A"), (4, "F"), (5, "F"), (7, "C"), (8, "A")], "bad cells")
    check((6, "E", "chắc thế", "write Có or Không") in bad, bad)
    good = write_csv("procedures.csv", PROCEDURES +
                     "9.000001,Thủ tục một,%s,%s,Có,\n9.000002,Thủ tục hai,,%s,Không,lưu động\n" % (agency, field, field))
    done = ask("import", "procedures", good, "--from", BASE)
    equal((done["rows"], done["imported"], done["errors"]), (2, 2, []), "the bad list left something behind")
    again = bad_cells("import", "procedures", good, "--from", BASE)
    equal([(b[0], b[1]) for b in again], [(2, "A"), (3, "A")], "known procedures")


@case("a file that is no table is refused in one line")
def no_table():
    for name in ("empty.csv", "truncated.xlsx", "staff.csv"):
        path = os.path.join(os.environ["MOTCUA_SRCDIR"], "tests", "data", "tables", name)
        check(refused("counter", "import", path), name)
        check(refused("import", "procedures", path), name)


run(cleanup=lambda: shutil.rmtree(FOLDER, ignore_errors=True))
