#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures: the questions of the page Workload over ten years of days, where the goal is 100 ms.

A throw-away server with the sample centre, and beside it what a large centre has: dossiers and tickets of each counter on
each working day of ten years, and rosters that were out on all of them. The questions are those of the program, asked as it asks them.
"""
import os
import statistics
import subprocess
import tempfile
import time

RUNS = 7
COUNTERS, PEOPLE = 20, 60
FROM, TO = "2016-01-01", "2026-01-01"
BUILD = os.environ["MOTCUA_BUILD_RELEASE"]
PROGRAM = os.path.join(BUILD, "src", "cli", "motcua-cli")
SECRET = "khong-ai-biet-1"

# As the owner of the machine: the guards of rosters and files are for people, and these are invented.
FILL = """
SET session_replication_role = replica;
INSERT INTO centre.counter (number, name, during)
  SELECT n, 'Quầy ' || n, '(,)' FROM generate_series(201, 200 + %(counters)d) n;
INSERT INTO centre.person (full_name, given_name, sort_key)
  SELECT 'Người Mẫu ' || n, 'Mẫu', 'mau' || lpad(n::text, 3, '0') FROM generate_series(1, %(people)d) n;
CREATE TEMP TABLE days AS SELECT d::date AS day FROM generate_series('%(from)s'::date, '%(to)s'::date - 1, '1 day') d
  WHERE extract(isodow FROM d) < 6;
CREATE TEMP TABLE counters AS SELECT c.id, row_number() OVER (ORDER BY c.id) AS n,
    (SELECT a.id FROM centre.agency a WHERE a.receives ORDER BY (a.id + c.id) %% 17, a.id LIMIT 1) AS agency_id
  FROM centre.counter c WHERE c.number > 200;
INSERT INTO centre.workload_file (kind, file_name, digest, first_day, last_day, rows_read, manual)
  SELECT k, 'bench', md5(k) || md5(k), '%(from)s', '%(to)s'::date - 1, 1, true FROM unnest(ARRAY['dossier', 'ticket']) k;
INSERT INTO centre.dossier_count (file_id, day, counter_id, agency_id, received, early, on_time, overdue)
  SELECT f.id, d.day, c.id, c.agency_id, 40, 10, 25, 1 FROM centre.workload_file f, days d, counters c
   WHERE f.file_name = 'bench' AND f.kind = 'dossier';
INSERT INTO centre.ticket_count (file_id, day, slot, counter_id, agency_id, arrived, served, wait_seconds, wait_max, service_seconds,
                                 service_max, wait_histogram)
  SELECT f.id, d.day, 16, c.id, c.agency_id, 45, 44, 44 * 400, 1800, 44 * 500, 1500, '{20,10,8,4,2,0,0,0,0,0,0,0}'
    FROM centre.workload_file f, days d, counters c WHERE f.file_name = 'bench' AND f.kind = 'ticket';
INSERT INTO centre.roster (during, state, approved_by, approved_at, approved_as, published_by, published_at)
  SELECT daterange(m::date, (m + interval '1 month')::date), 'published', 'bench', now(), 'director', 'bench', now()
    FROM generate_series('%(from)s'::date, '%(to)s'::date - 1, '1 month') m;
INSERT INTO centre.roster_cell (roster_id, person_id, day, session, counter_id)
  SELECT r.id, p.id, d.day, s, c.id
    FROM days d JOIN centre.roster r ON r.published_by = 'bench' AND r.during @> d.day
    CROSS JOIN unnest(ARRAY['morning', 'afternoon']) s
    JOIN (SELECT id, row_number() OVER (ORDER BY id) AS n FROM centre.person WHERE sort_key LIKE 'mau%%') p ON true
    JOIN counters c ON c.n = p.n %% %(counters)d + 1;
SET session_replication_role = DEFAULT;
SELECT centre.refresh_workload(NULL, NULL);
VACUUM ANALYZE;
"""
# name, bucket, by, staffed
QUESTIONS = [("days", "day", "none", False), ("days-by-agency", "day", "agency", False), ("days-by-counter", "day", "counter", False),
             ("months-by-agency", "month", "agency", False), ("whole-by-counter", "whole", "counter", False),
             ("staffed-days", "day", "none", True), ("staffed-days-by-counter", "day", "counter", True),
             ("staffed-months-by-counter", "month", "counter", True), ("staffed-whole-by-counter", "whole", "counter", True)]


def question(bucket, by, staffed):
    call = "('%s', '%s', '%s', '%s', NULL, NULL)" % (FROM, TO, bucket, by)
    if not staffed:
        return "SELECT *, 0 AS staffed_minutes, 0 AS busy_seconds FROM centre.workload_rows %s" % call
    return ("SELECT w.*, COALESCE(s.staffed_minutes, 0), COALESCE(s.busy_seconds, 0) FROM centre.workload_rows %s w"
            " LEFT JOIN centre.staffed_rows %s s ON s.start = w.start AND s.key_id = w.key_id AND w.slot = -1"
            " ORDER BY w.start, w.slot, w.key_id" % (call, call))


class Cluster:
    def __init__(self, folder):
        self.folder = folder
        self.data = os.path.join(folder, "data")
        secret = os.path.join(folder, "secret")
        with open(secret, "w", encoding="utf-8") as stream:
            stream.write(SECRET + "\n")
        subprocess.run(["initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync",
                        "--pwfile", secret], check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["pg_ctl", "-D", self.data, "-w", "-l", os.path.join(folder, "log"), "-o",
                        "-k %s -c listen_addresses='' -c fsync=off" % folder, "start"], check=True, stdout=subprocess.DEVNULL)

    def console(self, *words, login, database="motcua"):
        subprocess.run([PROGRAM, *words, "--database", "postgresql://%s@/%s?host=%s" % (login, database, self.folder)],
                       check=True, input=SECRET + "\n", text=True, stdout=subprocess.DEVNULL)

    def sql(self, login, *texts):
        words = ["psql", "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-U", login, "motcua"]
        done = subprocess.run(words, input="\n".join(texts), capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit("bench figures: " + done.stderr[-2000:])
        return done.stdout

    def stop(self):
        subprocess.run(["pg_ctl", "-D", self.data, "-m", "immediate", "stop"], stdout=subprocess.DEVNULL)


def measure(cluster):
    for name, bucket, by, staffed in QUESTIONS:
        text = question(bucket, by, staffed)
        # In one connection, as the program's pool keeps them; the first fills the caches.
        said = cluster.sql("bench", "\\timing on", "\\o /dev/null", *["%s;" % text] * (RUNS + 1))
        times = [float(line.split()[1].replace(",", ".")) for line in said.splitlines() if line.startswith("Time:")][1:]
        print("%-40s min %7.1f  median %7.1f  max %7.1f  ms (goal 100 ms)" % (name, min(times), statistics.median(times), max(times)))


def main():
    with tempfile.TemporaryDirectory(prefix="mc-fig-") as folder:
        cluster = Cluster(folder)
        try:
            cluster.console("server", "setup", "--director", "bench", "--password-stdin", login="postgres", database="postgres")
            cluster.console("init", "--demo", login="bench")
            began = time.monotonic()
            cluster.sql("postgres", FILL % {"from": FROM, "to": TO, "counters": COUNTERS, "people": PEOPLE})
            print("%-40s %.0f s" % ("filling", time.monotonic() - began))
            measure(cluster)
        finally:
            cluster.stop()


if __name__ == "__main__":
    main()
