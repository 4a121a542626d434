# SPDX-License-Identifier: GPL-3.0-or-later
"""motcua-cli: the holidays of a year, and who is away."""
import datetime
import json
import os
import shutil
import sys

sys.path.insert(0, os.path.join(os.environ["MOTCUA_SRCDIR"], "tests", "support"))
from console import FOLDER, ask, cli, write_csv  # noqa: E402
from tap import case, check, equal, run  # noqa: E402


def year(number):
    return {d["date"]: d for d in ask("holiday", "list", "--year", str(number))}


@case("holidays of 2026: by law, made up for, exchanged, each with its paper and lunar day")
def known():
    cli("init", "--demo", "--base-date", "23/11/2026")
    days = year(2026)
    equal(list(next(iter(days.values()))), ["date", "name", "kind", "lunar", "lunar_leap", "source", "assumed", "because_of",
                                            "morning", "afternoon"], "keys")
    kinds = {}
    for day in days.values():
        kinds.setdefault(day["kind"], []).append(day["date"])
    equal(kinds, {
        "holiday": ["2026-01-01", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-04-26",
                    "2026-04-30", "2026-05-01", "2026-09-01", "2026-09-02", "2026-11-24"],
        "swapped_off": ["2026-01-02", "2026-08-31"], "swapped_work": ["2026-01-10", "2026-08-22"],
        "make_up": ["2026-04-27"]})
    equal((days["2026-02-17"]["lunar"], days["2026-04-26"]["lunar"]), ("2026-01-01", "2026-03-10"), "lunar days")
    equal((days["2026-08-31"]["source"], days["2026-08-31"]["because_of"]), ("Thông báo 109/TB-UBND", "2026-08-22"))
    check(days["2026-08-22"]["morning"] and not days["2026-08-31"]["morning"], "which of the two is worked")
    equal([d["date"] for d in days.values() if d["assumed"]], [], "assumed days of a year with notices")


@case("a year without a notice is reckoned by law, and says what it assumes")
def assumed():
    days = year(2030)
    equal((days["2030-02-02"]["lunar"], days["2030-02-02"]["kind"]), ("2030-01-01", "holiday"), "Tết 2030 for UTC+7")
    check("2030-02-03" in days and days["2030-02-03"]["lunar"] == "2030-01-02", "the day after")
    check(not days["2030-02-02"]["assumed"] and days["2030-02-01"]["assumed"], "what is the law's and what is assumed")
    equal(sum(d["kind"] == "holiday" for d in days.values()), 12, "days off by law")
    text = cli("holiday", "list", "--year", "2030").stdout
    check("02/02/2030" in text and "assumed" in text and "Tết Nguyên đán" in text, text)


def today():
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=7)).date()


def working_day(after):
    """The next day that everybody works, and is no holiday."""
    day = after
    while True:
        day += datetime.timedelta(days=1)
        if day.weekday() < 4 and day.isoformat() not in year(day.year):
            return day


@case("a sick call is reported and counts at once; leave is asked for, answered, and then counts")
def asked():
    who = [p["full_name"] for p in ask("person", "list")][5]
    sick = ask("absence", "add", who)
    equal((sick["kind"], sick["state"], sick["counts"], sick["from"]), ("sick", "reported", True, today().isoformat()))
    day = working_day(today() + datetime.timedelta(days=14))
    leave = ask("absence", "add", who, "--kind", "annual", "--from", day.isoformat(), "--half", "morning")
    equal((leave["state"], leave["counts"], leave["days"], leave["home_word"]), ("requested", False, 0.5, "not_needed"))
    window = ("--from", day.isoformat(), "--to", day.isoformat())
    equal([a["id"] for a in ask("absence", "list", "--pending", *window)], [leave["id"]], "what waits")
    told = ask("absence", "approve", str(leave["id"]), "--preview")
    equal(list(told), ["id", "person_id", "full_name", "by", "until", "losses", "answers"], "keys of the preview")
    check(told["by"] in ("roster", "standing"), told)
    for loss in told["losses"]:
        equal([(s["day"], s["session"]) for s in loss["sessions"]], [(day.isoformat(), "morning")], "what it is about")
    check(len(told["answers"]) <= 3 and all("price" in a for a in told["answers"]), told)
    check(who in cli("absence", "approve", str(leave["id"]), "--preview").stdout, "no preview for people")
    cli("absence", "approve", str(leave["id"]), "--preview", "--cancel", status=2)
    equal([a["id"] for a in ask("absence", "list", "--pending", *window)], [leave["id"]], "a preview answers nothing")
    done = ask("absence", "approve", str(leave["id"]), "--paper", "07/GNP-STP")
    check(done["answered_by"] and done["counts"], done)
    equal((done["state"], done["paper_no"], done["kind"]), ("agreed", "07/GNP-STP", "annual"))
    equal(ask("absence", "list", "--pending", *window), [], "nothing waits")
    equal([a["state"] for a in ask("absence", "list", "--person", who, *window)], ["agreed"])
    text = cli("absence", "list", *window).stdout
    check(who in text and "0,5" in text, text)


@case("leave that is long waits for the home agency after the centre; a refusal says why; hours lie in a half")
def answered():
    who = [p["full_name"] for p in ask("person", "list")][7]
    day = working_day(today() + datetime.timedelta(days=40))
    window = ("--from", day.isoformat(), "--to", (day + datetime.timedelta(days=20)).isoformat())
    made = cli("absence", "add", who, "--kind", "annual", "--json", *window)
    check("annual leave" in made.stderr and "Điều 113" in made.stderr, made.stderr)
    leave = json.loads(made.stdout)
    equal(leave["home_word"], "awaited")
    check("agreed" in cli("absence", "approve", str(leave["id"]), "--home", status=1).stderr, "the home agency was first")
    equal(ask("absence", "approve", str(leave["id"]))["home_word"], "awaited")
    equal(ask("absence", "approve", str(leave["id"]), "--home", "--paper", "9/GNP")["home_word"], "agreed")
    equal(ask("absence", "approve", str(leave["id"]), "--cancel")["counts"], False)
    again = ask("absence", "add", who, "--kind", "compensatory", "--from", day.isoformat())
    equal(ask("absence", "approve", str(again["id"]), "--refuse", "Quầy đóng")["state"], "refused")
    hours = ask("absence", "add", who, "--kind", "meeting", "--from", day.isoformat(), "--hours", "14h-15h30")
    equal((hours["half"], hours["starts"], hours["ends"], hours["days"]), ("afternoon", "14:00", "15:30", 0.1875))
    check("hours" in cli("absence", "add", who, "--hours", "15-14", status=2).stderr, "strange hours")
    check("child_sick" in cli("absence", "add", who, "--kind", "tired", status=2).stderr, "no list of kinds")
    check(cli("absence", "add", who, "--unexcused", "--from", day.isoformat(), "--hours", "14:30-15:00", status=1).stderr, "twice")


@case("a time clock's list comes in as a whole or not at all, and names each bad cell")
def clocked():
    staff = [p["full_name"] for p in ask("person", "list", "--as-of", today().isoformat())]
    head = "Họ và tên,Ngày,Giờ vào,Giờ ra\n"
    day = today().strftime("%d/%m/%Y")
    bad = write_csv("bad.csv", head + "%s,%s,07:00,17:00\nAi Đó,%s,7h,17h\n%s,%s,8 rưỡi,17:00\n%s,,07:00,17:00\n" % (
        staff[0], day, day, staff[1], day, staff[2]))
    errors = ask("attendance", "import", bad, status=1)["errors"]
    equal([(e["row"], e["column"]) for e in errors], [(3, "A"), (4, "C"), (5, "B")], "bad cells")
    check(all(r["state"] is None for r in ask("attendance", "list")), "something came in")
    good = write_csv("good.csv", head + "%s,%s,06:55,17:05\n%s,%s,07:20,16:00\n%s,%s,13:00,17:00\n" % (
        staff[0], day, staff[1], day, staff[2], day))
    equal(ask("attendance", "import", good, "--dry-run")["rows"], 5, "sessions")
    equal(ask("attendance", "import", good)["imported"], 5, "sessions")
    came = {(r["full_name"], r["session"]): r["state"] for r in ask("attendance", "list") if r["state"]}
    equal(came, {(staff[0], "morning"): "present", (staff[0], "afternoon"): "present", (staff[1], "morning"): "late",
                 (staff[1], "afternoon"): "early_leave", (staff[2], "afternoon"): "present"})
    check(cli("attendance", "import", good, status=1).stderr, "twice")
    check("07:20" in cli("attendance", "list").stdout, "no times")


@case("help tells what --json prints; a strange year is refused in one line")
def told():
    text = cli("holiday", "list", "--help").stdout
    check("swapped_work" in text and "--year" in text, text)
    check("1900" in cli("holiday", "list", "--year", "12", status=2).stderr, "no word about the years")


run(cleanup=lambda: shutil.rmtree(FOLDER, ignore_errors=True))
