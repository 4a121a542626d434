# SPDX-License-Identifier: GPL-3.0-or-later
"""motcua-cli evaluation: run, show, sign, verify on a shared server; and whatever a superuser alters shows."""
import json
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.environ["MOTCUA_SRCDIR"], "tests", "support"))
from console import FOLDER, TREE, cli, tells_keys  # noqa: E402
from tap import case, check, equal, run  # noqa: E402

BIN = subprocess.run([os.path.join(TREE, "tools", "pg-bindir")], capture_output=True, text=True).stdout.strip()
DATA, SOCKET = os.path.join(FOLDER, "pg"), os.path.join(FOLDER, "s")
CYCLE = "2026-08"
known = {}


def uri(login):
    return "postgresql://%s@%s/motcua" % (login, SOCKET.replace("/", "%2F"))


def ask(*args, who="gd", status=0):
    return json.loads(cli(*args, "--json", "--database", uri(who), status=status).stdout)


def sql(text, who="postgres"):
    done = subprocess.run([BIN + "/psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-h", SOCKET, "-U", who, "-d", "motcua", "-c", text],
                          capture_output=True, text=True)
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return done.stdout.strip()


def verify(status=0, *args):
    return ask("evaluation", "verify", *args, status=status)


def findings(report):
    return [(f["evaluation"], f["fault"]) for c in report["chains"] if c["chain"] == "sample" for f in c["findings"]]


def behind_the_triggers(table, change):
    """As somebody with the whole server in his hands does it."""
    sql("BEGIN; ALTER TABLE centre.%s DISABLE TRIGGER USER; %s; ALTER TABLE centre.%s ENABLE TRIGGER USER;"
        " ALTER TABLE centre.evaluation_seal ENABLE ALWAYS TRIGGER a_guard_seal; COMMIT" % (table, change, table))


@case("a centre with raters who have accounts")
def prepared():
    os.makedirs(SOCKET)
    subprocess.run([BIN + "/initdb", "-D", DATA, "-U", "postgres", "-A", "trust", "-N"], check=True, capture_output=True)
    subprocess.run([BIN + "/pg_ctl", "-D", DATA, "-w", "-l", DATA + "/log", "-o", "-k %s -c listen_addresses='' -c fsync=off" % SOCKET,
                    "start"], check=True, capture_output=True)
    cli("server", "setup", "--director", "gd", "--database", uri("postgres").replace("/motcua", "/postgres"), text="x\n")
    cli("init", "--demo", "--base-date", "23/11/2026", "--database", uri("gd"))
    holder = ("SELECT a.person_id FROM centre.appointment a JOIN centre.seat s ON s.id = a.seat_id JOIN centre.post p ON p.id = s.post_id"
              " WHERE p.code = '%s' AND a.during @> date '2026-08-14' ORDER BY 1")
    known["head"] = int(sql(holder % "head_reception").split()[0])
    known["officer"] = [int(n) for n in sql(holder % "reception").split() if int(n) != known["head"]][0]
    for login, group, person in (("tbp", "viewer", known["head"]), ("cb", "viewer", known["officer"]), ("gs", "supervision", None)):
        sql("SELECT centre.add_account('%s', '%s', '%s', %s)" % (login, login, group, person or "NULL"))
    known["before"] = sql("SELECT count(*) FROM centre.evaluation")
    sql("SELECT set_config('centre.correction_reason', 'thử', false); INSERT INTO centre.attendance (person_id, day, session, state)"
        " SELECT %d, d::date, h, CASE WHEN d::date <= '2026-08-04' AND h = 'morning' THEN 'late' ELSE 'present' END"
        " FROM generate_series(date '2026-08-03', date '2026-08-07', interval '1 day') d, unnest(ARRAY['morning', 'afternoon']) h"
        " ON CONFLICT DO NOTHING" % known["officer"])


@case("what makes no sense is said")
def refused():
    for words in (["run"], ["run", "--cycle", "2026-13"], ["run", "--cycle", "2026-Q5"], ["run", "--cycle", "26"],
                  ["run", "--cycle", CYCLE, "--trial"], ["sign", "x"], ["sign"], ["show"]):
        cli("evaluation", *words, "--database", uri("gd"), status=2)
    cli("evaluation", "show", "99999999", "--database", uri("gd"), status=1)


@case("a trial reckons everybody and keeps nothing")
def tried():
    tried = ask("evaluation", "run", "--cycle", "2025-Q4", "--scheme", "monthly_slip", "--trial")
    check(tried["trial"] and len(tried["evaluations"]) > 20, "people: %d" % len(tried["evaluations"]))
    equal(sql("SELECT count(*) FROM centre.evaluation"), known["before"])
    equal(sql("SELECT count(*) FROM centre.evaluation_cycle WHERE during @> date '2025-10-01'"), "0")
    equal(sql("SELECT quarterly FROM centre.evaluation_scheme WHERE code = 'monthly_slip'"), "f")


@case("a month is opened, its evidence gathered and reckoned, by hand the same")
def reckoned():
    found = ask("evaluation", "run", "--cycle", CYCLE, "--scheme", "monthly_slip", "--person", str(known["officer"]))
    mine = [e for e in found["evaluations"] if e["person_id"] == known["officer"]]
    equal(len(mine), 1)
    known["id"] = mine[0]["id"]
    shown = ask("evaluation", "show", str(known["id"]))
    attendance = [e for e in shown["evidence"] if e["source_table"] == "attendance"]
    equal(len(attendance), 1)
    figures = attendance[0]["figures"]
    points = [s["points"] for s in shown["scores"] if s["role"] == "computed" and s["criterion_id"] == attendance[0]["criterion_id"]]
    # 10, and one off for each lateness and early leave, five for an absence without leave.
    equal(points, [max(10 - figures["late"] - figures["early_leave"] - 5 * figures["unexcused"], 0)])
    equal(len(attendance[0]["source_rows"]), figures["late"] + figures["early_leave"] + figures["unexcused"])
    again = ask("evaluation", "run", "--cycle", CYCLE, "--scheme", "monthly_slip", "--person", str(known["officer"]))
    equal([(e["id"], e["total"]) for e in again["evaluations"]], [(e["id"], e["total"]) for e in found["evaluations"]], "again the same")


@case("it is signed when self, head and supervision have given theirs, not before")
def signed():
    cli("evaluation", "sign", str(known["id"]), "--database", uri("gd"), status=1)
    for login, role in (("cb", "self"), ("tbp", "section"), ("gs", "supervision")):
        sql("INSERT INTO centre.evaluation_score (evaluation_id, criterion_id, role, points) SELECT %d, c.id, '%s', 8 FROM centre.evaluation_criterion c"
            " JOIN centre.evaluation_scheme s ON s.id = c.scheme_id WHERE s.code = 'monthly_slip' AND c.code = 'order';"
            " INSERT INTO centre.evaluation_text (evaluation_id, role, body, given) VALUES (%d, '%s', 'Ý kiến', true)"
            % (known["id"], role, known["id"], role), who=login)
    cli("evaluation", "sign", str(known["id"]), "--database", uri("gs"), status=1)
    done = ask("evaluation", "sign", str(known["id"]), "--text", "Đồng ý")[0]
    equal((done["state"], done["signed_by"]), ("signed", "gd"))
    shown = ask("evaluation", "show", str(known["id"]))
    equal(len(shown["sealed"]["texts"]), 4)
    equal(float(shown["sealed"]["total"]), done["total"])
    cli("evaluation", "sign", str(known["id"]), "--database", uri("gd"), status=1)
    cli("evaluation", "run", "--cycle", CYCLE, "--person", str(known["officer"]), "--scheme", "monthly_slip", "--database", uri("gd"))
    equal(ask("evaluation", "show", str(known["id"]))["evaluation"]["total"], done["total"], "what is signed is not reckoned again")


@case("reopening needs a reason and leaves the old one readable")
def reopened():
    cli("evaluation", "sign", str(known["id"]), "--reopen", " ", "--database", uri("gd"), status=1)
    new = ask("evaluation", "sign", str(known["id"]), "--reopen", "Sót một lượt đi muộn")[0]
    equal((new["state"], new["reopens"]), ("open", known["id"]))
    equal(ask("evaluation", "show", str(known["id"]))["evaluation"]["state"], "signed")
    tells_keys(("evaluation", "show"), ask("evaluation", "show", str(known["id"])),
               inside=("figures", "rule", "bands", "params", "rows", "source_rows", "flags", "names", "veto"))
    for role in ("self", "section", "supervision"):
        sql("INSERT INTO centre.evaluation_text (evaluation_id, role, body, given, waived) VALUES (%d, '%s', 'Như cũ', true, true)" % (new["id"], role), who="gd")
    equal(ask("evaluation", "sign", str(new["id"]))[0]["state"], "signed")
    known["second"] = new["id"]


@case("the chain is whole, and the last seal can be asked for")
def whole():
    report = verify()
    check(report["whole"] and not findings(report), str(report))
    known["last"] = [c["last"] for c in report["chains"] if c["chain"] == "sample"][0]
    check(verify(0, "--expect", known["last"])["expected_found"], "the last seal is there")
    equal(verify(1, "--expect", "0" * 64)["whole"], False)


@case("points, texts, evidence and totals that a superuser alters are found and named")
def tampered():
    first = known["id"]
    for table, change, back in (
            ("evaluation_score", "UPDATE centre.evaluation_score SET points = 10 WHERE evaluation_id = %d AND role = 'section'",
             "UPDATE centre.evaluation_score SET points = 8 WHERE evaluation_id = %d AND role = 'section'"),
            ("evaluation_text", "UPDATE centre.evaluation_text SET body = 'Khác' WHERE evaluation_id = %d AND role = 'self'",
             "UPDATE centre.evaluation_text SET body = 'Ý kiến' WHERE evaluation_id = %d AND role = 'self'"),
            ("evaluation_evidence", "UPDATE centre.evaluation_evidence SET note = 'thêm' WHERE evaluation_id = %d AND source_table = 'attendance'",
             "UPDATE centre.evaluation_evidence SET note = NULL WHERE evaluation_id = %d AND source_table = 'attendance'"),
            ("evaluation", "UPDATE centre.evaluation SET total = total + 1 WHERE id = %d", "UPDATE centre.evaluation SET total = total - 1 WHERE id = %d")):
        behind_the_triggers(table, change % first)
        equal(findings(verify(1)), [(first, "rows")], table)
        behind_the_triggers(table, back % first)
        check(verify()["whole"], "put back: " + table)


@case("so is the frozen content, also with a digest made to fit, and a seal that is gone")
def forged():
    first, second = known["id"], known["second"]
    sql("CREATE TABLE public.kept AS SELECT * FROM centre.evaluation_seal")
    new = "content = jsonb_set(content, '{total}', '99')"
    behind_the_triggers("evaluation_seal", "UPDATE centre.evaluation_seal SET %s WHERE evaluation_id = %d" % (new, first))
    check((first, "content") in findings(verify(1)), "the content")
    behind_the_triggers("evaluation_seal", "UPDATE centre.evaluation_seal SET content_sha256 = encode(sha256(convert_to(content::text, 'UTF8')), 'hex')"
                        " WHERE evaluation_id = %d" % first)
    check((first, "broken") in findings(verify(1)), "the digest")
    behind_the_triggers("evaluation_seal", "UPDATE centre.evaluation_seal SET sha256 = encode(sha256(convert_to(previous_sha256 || ' ' || content_sha256, 'UTF8')), 'hex')"
                        " WHERE evaluation_id = %d" % first)
    check((second, "broken") in findings(verify(1)), "the seal after it")
    behind_the_triggers("evaluation_seal", "DELETE FROM centre.evaluation_seal WHERE evaluation_id = %d" % first)
    check((second, "missing") in findings(verify(1)), "the gap")
    behind_the_triggers("evaluation_seal", "DELETE FROM centre.evaluation_seal WHERE evaluation_id = %d" % second)
    equal(verify(1, "--expect", known["last"])["expected_found"], False, "what was cut off at the end shows by the seal that was written down")


def clean():
    subprocess.run([BIN + "/pg_ctl", "-D", DATA, "-m", "immediate", "stop"], capture_output=True)
    shutil.rmtree(FOLDER, ignore_errors=True)


run(cleanup=clean)
