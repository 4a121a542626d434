# SPDX-License-Identifier: GPL-3.0-or-later
"""motcua-cli workload report, workload plan, workload need, forecast and whatif, on invented counts that can be reckoned by hand."""
import json
import math
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.environ["MOTCUA_SRCDIR"], "tests", "support"))
from console import FOLDER, ask, cli, on_shared_server, write_csv  # noqa: E402
from tap import case, check, equal, run  # noqa: E402

# From Monday 05/01/2026 to Friday 29/05/2026, on weekdays: six half-hours, in each of which 10 come to the first agency
# on Mondays, 11 on Tuesdays …; on Mondays 2 to the second. One in ten is not called; each waits 3 minutes and takes 6.
COUNTS = """
BEGIN;
WITH file AS (
  INSERT INTO centre.workload_file (kind, file_name, digest, first_day, last_day, rows_read, manual)
  VALUES ('ticket', 'invented', repeat('a', 64), '2026-01-05', '2026-05-29', 1, true) RETURNING id),
agencies AS (SELECT id, row_number() OVER (ORDER BY code) AS n FROM centre.agency WHERE receives AND upper_inf(during)),
arrivals AS (
  SELECT d::date AS day, slot, a.id AS agency_id,
         CASE WHEN a.n = 1 THEN 9 + extract(isodow FROM d)::int WHEN extract(isodow FROM d) = 1 THEN 2 ELSE 0 END AS n
    FROM generate_series('2026-01-05'::date, '2026-05-29', '1 day') d, generate_series(15, 20) slot, agencies a
   WHERE a.n <= 2 AND extract(isodow FROM d) < 6)
INSERT INTO centre.ticket_count (file_id, day, slot, agency_id, arrived, served, unserved, wait_seconds, wait_max,
                                 service_seconds, service_max, wait_histogram)
SELECT f.id, day, slot, agency_id, n, n - n / 10, n / 10, (n - n / 10) * 180, 180, (n - n / 10) * 360, 360,
       ARRAY[0, 0, n - n / 10, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  FROM file f, arrivals WHERE n > 0;
COMMIT;
"""


def close(found, wanted):
    check(found is not None and math.isclose(found, wanted, rel_tol=1e-9), "%r is not %r" % (found, wanted))


def with_counts(socket):
    host = socket.replace("/", "%2F")
    cli("server", "setup", "--database", "postgresql://postgres@%s/postgres" % host, "--director", "hoa")
    director = "postgresql://hoa@%s/motcua" % host
    cli("init", "--plan", "--database", director)
    subprocess.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", socket, "-U", "postgres", "-d", "motcua", "-c", COUNTS],
                   check=True)
    check_week(director)
    check_quality(director)
    check_plan(director)
    check_splits(director)
    check_forecast(director)
    check_need(director)
    check_what_if(director)
    check_refusals(director)


def report(director, first, last, *more):
    return ask("workload", "report", "--from", first, "--to", last, *more, "--database", director)


def check_week(director):
    told = report(director, "2026-05-25", "29/05/2026")
    equal((told["from"], told["to"]), ("2026-05-25", "2026-05-29"), "period")
    total = told["total"]
    equal(total["arrived"], 6 * (10 + 11 + 12 + 13 + 14 + 2), "arrived")
    equal(total["served"], 6 * (9 + 10 + 11 + 12 + 13 + 2), "served")
    equal(total["unserved"], 6 * 5, "unserved")
    close(total["wait"], 3)
    close(total["service"], 6)
    close(total["served_share"], total["served"] / total["arrived"])
    equal((total["received"], total["overdue_share"], total["satisfied_share"]), (0, None, None), "nothing known")


def check_quality(director):
    """The most points of each group by the rule in force; of openness, digitising and online services we know nothing."""
    told = report(director, "2026-05-25", "2026-05-29")["quality"]
    check("766/QĐ-TTg" in told["source"], told)
    equal([(g["group"], g["max"], g["share"]) for g in told["groups"]],
          [("transparency", 18, None), ("progress", 20, None), ("digitised", 22, None), ("online", 22, None), ("satisfaction", 18, None)], "groups")
    equal(report(director, "2022-06-20", "2022-06-22")["quality"], None, "before it was signed")
    said = cli("workload", "report", "--from", "25/05/2026", "--to", "29/05/2026", "--database", director).stdout
    check("766/QĐ-TTg" in said, said)


def check_plan(director):
    """2018: 716.203 of 728.458 are 98,3177 %; the plan prints 98,31, so it cuts off and does not round."""
    years = ask("workload", "plan", "--database", director)
    equal([(y["year"], y["received"], y["resolved"], y["unresolved"]) for y in years],
          [(2018, 728458, 716203, 12255), (2019, 801699, 748538, 53161), (2020, 749715, 729732, 19983), (2021, 678472, 662406, 16066)], "years")
    equal([(y["printed_resolved_pct"], y["agrees"], y["printed_on_time_pct"]) for y in years],
          [(98.31, False, 99.9), (93.36, False, 98.2), (97.33, True, 98.9), (97.63, True, 99.8)], "as printed")
    for year in years:
        close(year["resolved_pct"], 100 * year["resolved"] / year["received"])
    said = cli("workload", "plan", "--database", director).stdout
    check("728.458" in said and "98,31" in said and "98,32 ≠" in said and "97,33 ≠" not in said, said)


def check_splits(director):
    whole = report(director, "2026-05-01", "2026-05-29")["total"]
    for by in ("counter", "agency", "field", "officer"):
        told = report(director, "2026-05-01", "2026-05-29", "--by", by)
        equal(told["total"], whole, "total by " + by)
        for key in ("arrived", "served", "unserved"):
            equal(sum(row[key] for row in told["rows"]), whole[key], "%s by %s" % (key, by))
    rows = report(director, "2026-05-25", "2026-05-29", "--by", "agency")["rows"]
    equal(sorted(row["arrived"] for row in rows), [12, 360], "agencies")
    check(all(row["name"] for row in rows), rows)
    said = cli("workload", "report", "--from", "25/05/2026", "--to", "29/05/2026", "--database", director).stdout
    check("372" in said and "3,0" in said, said)


def check_forecast(director):
    told = ask("forecast", "--from", "2026-06-01", "--days", "14", "--database", director)
    equal((told["of"], len(told["days"])), ("arrivals", 14), "forecast")
    equal(sorted(told["errors"]), ["last_week", "same_weekday", "seasonal"], "methods")
    check(told["tests"] > 20 and told["coverage"] >= 0.8, told)
    # It always was the same, so it will be: Monday 72, Tuesday 66 …, nothing on Saturday.
    days = told["days"]
    equal([day["open"] for day in days[:7]], [True] * 5 + [False] * 2, "open")
    for day, wanted in zip(days, (72, 66, 72, 78, 84, 0, 0)):
        check(abs(day["expected"] - wanted) < 0.06 * wanted + 0.01, day)
        check(day["low"] <= day["expected"] <= day["high"], day)
    # The second agency: nothing came on other days than Mondays, and that is known.
    rows = report(director, "2026-05-25", "2026-05-29", "--by", "agency")["rows"]
    small = next(row["name"] for row in rows if row["arrived"] == 12)
    days = ask("forecast", "--agency", small, "--from", "2026-06-01", "--days", "5", "--database", director)["days"]
    check(days[0]["expected"] > 9 and all(day["expected"] < 2 for day in days[1:]), days)


def check_need(director):
    told = ask("workload", "need", "--from", "2026-05-04", "--to", "2026-05-29", "--target", "80/900", "--database", director)
    equal((told["service_min"], told["within_s"]), (6, 900), "service")
    equal(len(told["needs"]), 30, "six half-hours on five days")
    monday = next(need for need in told["needs"] if need["weekday"] == 1)
    equal((monday["time"], monday["arrivals"]), ("07:30", 12), "Monday")
    # 24 an hour of 6 minutes: a load of 2.4.
    wanted = ask("erlang", "--arrivals", "24", "--aht", "6", "--target", "80/900")
    equal((monday["agents"], monday["mean_wait_s"]), (wanted["agents"], wanted["mean_wait_s"]), "as erlang says")
    said = cli("workload", "need", "--from", "2026-05-04", "--to", "2026-05-29", "--database", director).stdout
    check("07:30" in said and "07:00" not in said, said)


def scenario(name, **members):
    return write_csv(name + ".json", json.dumps(dict(members, name=name)))


def check_what_if(director):
    codes = [row["code"] for row in ask("agency", "list", "--as-of", "2026-05-29", "--database", director)]
    files = [scenario("Chung", best=True, counters=15), scenario("Them", officers={"*": 1}), scenario("Muon", shift_minutes=30)]
    told = ask("whatif", *files, "--from", "2026-01-05", "--to", "2026-05-29", "--database", director)
    today, shared, more, later = told["scenarios"]
    equal([one["name"] for one in told["scenarios"][1:]], ["Chung", "Them", "Muon"], "names")
    # As it is measured: 372 a week in all, whoever shares with whom.
    for one in told["scenarios"]:
        check(abs(sum(queue["arrivals_per_week"] for queue in one["queues"]) - 372) < 1e-6, one)
    equal(sorted(code for queue in shared["queues"] for code in queue["agencies"].split(" + ")),
          sorted(queue["agencies"] for queue in today["queues"]), "every agency once")
    check(set(queue["agencies"] for queue in today["queues"]) <= set(codes), codes)
    check(shared["counters"] <= 15, shared)
    equal(more["people"], today["people"] + len(today["queues"]), "people")
    equal(more["closed_by_one"], 0, "nobody alone")
    check(more["mean_wait_min"] < today["mean_wait_min"] and later["people"] == today["people"], told)
    equal((today["overdue"], today["overdue_follows_load"]), (None, False), "overdue is not known")
    check_kept(director, files)
    said = cli("whatif", files[0], "--to", "2026-05-29", "--database", director).stdout
    check("Chung" in said and "stays as it is" in said, said)


def names(told):
    return [one["name"] for one in told["scenarios"][1:]]


def check_kept(director, files):
    days = ("--from", "2026-01-05", "--to", "2026-05-29", "--database", director)
    equal(names(ask("whatif", files[1], files[2], "--save", *days)), ["Them", "Muon"], "kept")
    again = scenario("Them", officers={"*": 2})
    told = ask("whatif", again, "--save", "--saved", *days)
    equal(sorted(names(told)), ["Muon", "Them"], "each once")
    people = told["scenarios"][0]["people"]
    kept = ask("whatif", "--saved", *days)["scenarios"]
    equal({one["name"]: one["people"] - people for one in kept}, {kept[0]["name"]: 0, "Muon": 0, "Them": 4}, "the later one")
    equal(names(ask("whatif", "--saved", "--forget", "Muon", *days)), ["Them"], "forgotten")
    check("Muon" in cli("whatif", "--saved", "--forget", "Muon", *days, status=1).stderr, "forgotten twice")


def check_refusals(director):
    for words, status, reason in (
            (("workload", "report", "--from", "2026-05-01"), 2, "--to"),
            (("workload", "report", "--from", "2026-05-02", "--to", "2026-05-01"), 2, "not before"),
            (("workload", "report", "--from", "2026-05-01", "--to", "2026-05-02", "--by", "moon"), 2, "--by"),
            (("workload", "need", "--from", "2026-05-04", "--to", "2026-05-29", "--target", "80"), 2, "PCT/SECONDS"),
            (("workload", "need", "--from", "2025-05-04", "--to", "2025-05-29"), 1, "No complete ticket"),
            (("whatif",), 2, "--saved"),
            (("whatif", os.path.join(FOLDER, "nothing.json")), 1, "nothing.json"),
            (("whatif", scenario("bad", counters=0)), 1, "counters"),
            (("whatif", scenario("few", counters=1), "--to", "2026-05-29"), 1, "fewer than"),
            (("whatif", scenario("early"), "--to", "2025-05-29"), 1, "No tickets"),
            (("forecast", "--days", "0"), 2, "--days"),
            (("forecast", "--confidence", "100"), 2, "--confidence"),
            (("forecast", "--counter", "1", "--agency", "TP"), 2, "one of"),
            (("forecast", "--of", "rain"), 2, "--of"),
            (("forecast", "--agency", "Nowhere"), 1, "Nowhere"),
            (("forecast", "--from", "2026-02-01"), 1, "a forecast needs"),
            (("forecast", "--of", "dossiers", "--from", "2026-06-01"), 1, "a forecast needs")):
        said = cli(*words, "--database", director, status=status).stderr
        check(reason in said, "%r: %s" % (words, said))


@case("reports agree with the counts by whatever they are split, and forecasts with what always was")
def counted():
    on_shared_server("w", with_counts)


run(cleanup=lambda: shutil.rmtree(FOLDER, ignore_errors=True))
