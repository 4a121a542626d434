#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Import: 800 000 dossiers of a CSV into counts, beside psql's \\copy of the same file and one GROUP BY.

In turn, A B A B …. The peer copies into an unlogged table without any index, which is its fastest way, and groups by
what our counts are parted by. Ours is the whole program: it starts the private server, reads, counts, writes, makes the
sums, and ends the server.
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

ROWS = int(os.environ.get("MOTCUA_IMPORT_ROWS", "800000"))
RUNS = 3
BUILD = os.environ["MOTCUA_BUILD_RELEASE"]
PROGRAM = os.path.join(BUILD, "src", "cli", "motcua-cli")
PROCEDURES = ["MẪU-TP-01.1", "MẪU-TP-01.2", "MẪU-TP-02.1", "MẪU-GTVT-01.1", "MẪU-KHĐT-01.1", "MẪU-KHĐT-01.2"]
HEAD = "STT,Mã hồ sơ,Người nộp,Địa chỉ,Mã thủ tục,Quầy,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Trạng thái\n"


def make_file(path):
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(HEAD)
        for i in range(ROWS):
            day, hour, minute = 1 + i % 27, 7 + i % 4, i % 60
            stream.write("%d,000.00.01.H13-%06d-%04d,Nguyễn Văn Mẫu %d,\"Số %d, đường 30 Tháng 4\",%s,%d,"
                         "%02d/%02d/2026 %02d:%02d:05,%02d/%02d/2026,%02d/%02d/2026 10:00:00,Đã trả kết quả\n"
                         % (i + 1, i, i % 9999, i % 500, i % 300, PROCEDURES[i % 6], 1 + i % 5, day, 1 + i % 6, hour, minute,
                            day, 2 + i % 6, 1 + (day + 11) % 28, 2 + i % 6))


def peak_of(pid):
    """The most memory that a running program had so far, in KiB; 0 once it is gone."""
    try:
        with open("/proc/%d/status" % pid, encoding="ascii", errors="replace") as stream:
            return max((int(line.split()[1]) for line in stream if line.startswith("VmHWM")), default=0)
    except OSError:
        return 0


def watched(command, env, peaks):
    """Like timed(), and the most memory of the program alone, looked at every 20 ms."""
    started = time.monotonic()
    with tempfile.TemporaryFile("w+") as output:
        child = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
        while child.poll() is None:
            peaks.append(peak_of(child.pid))
            try:
                child.wait(0.02)
            except subprocess.TimeoutExpired:
                pass
        took = time.monotonic() - started
        output.seek(0)
        said = output.read()
    if child.returncode != 0:
        raise SystemExit("bench import: %s: %d\n%s" % (" ".join(command), child.returncode, said[-2000:]))
    return took, said


def timed(command, env, text=None):
    started = time.monotonic()
    child = subprocess.Popen(command, env=env, stdin=subprocess.PIPE if text else subprocess.DEVNULL,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    output, _ = child.communicate(text)
    if child.returncode != 0:
        raise SystemExit("bench import: %s: %d\n%s" % (" ".join(command), child.returncode, output[-2000:]))
    return time.monotonic() - started, output


def row(name, values, unit="s"):
    print("%-40s min %7.2f  median %7.2f  max %7.2f  %s" % (name, min(values), statistics.median(values), max(values), unit))


def main():
    with tempfile.TemporaryDirectory(prefix="mc-imp-") as folder:
        env = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="en")
        for key, name in (("XDG_DATA_HOME", "d"), ("XDG_RUNTIME_DIR", "r"), ("XDG_CONFIG_HOME", "c")):
            env[key] = os.path.join(folder, name)
            os.makedirs(env[key], mode=0o700)
        path = os.path.join(folder, "ho-so.csv")
        make_file(path)
        data = os.path.join(folder, "peer")
        subprocess.run(["initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"],
                       check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["pg_ctl", "-D", data, "-w", "-l", os.path.join(folder, "log"), "-o",
                        "-k %s -c listen_addresses=''" % folder, "start"], check=True, stdout=subprocess.DEVNULL)
        try:
            measure(path, folder, env)
        finally:
            subprocess.run(["pg_ctl", "-D", data, "-m", "fast", "stop"], stdout=subprocess.DEVNULL)


def measure(path, folder, env):
    timed([PROGRAM, "init", "--demo", "--base-date", "23/11/2026"], env)
    peer = ("SET client_min_messages = warning;\nSET datestyle = 'ISO, DMY';\nDROP TABLE IF EXISTS d;\n"
            "CREATE UNLOGGED TABLE d (n int, code text, who text, place text, procedure text, counter text, came timestamp,"
            " due timestamp, done timestamp, state text);\n\\copy d FROM '%s' WITH (FORMAT csv, HEADER true)\n"
            "CREATE TEMP TABLE c AS SELECT came::date AS day, procedure, counter, count(*) AS received,"
            " count(*) FILTER (WHERE done::date < due::date) AS early, count(*) FILTER (WHERE done::date = due::date) AS on_time,"
            " count(*) FILTER (WHERE done::date > due::date) AS overdue, sum(done - came) AS took"
            " FROM d GROUP BY 1, 2, 3;\n" % path)
    ours, theirs, peaks = [], [], []
    for _ in range(RUNS):
        took, said = watched([PROGRAM, "import", "dossiers", path, "--json"], env, peaks)
        ours.append(took)
        # A file counts once: it is taken back before the next run.
        timed([PROGRAM, "import", "withdraw", str(json.loads(said)["file_id"])], env)
        theirs.append(timed(["psql", "-qX", "-h", folder, "-U", "postgres", "-v", "ON_ERROR_STOP=1", "-f", "-"], env, peer)[0])
    print("%d rows, %.0f MiB" % (ROWS, os.path.getsize(path) / 1048576))
    row("motcua-cli import dossiers", ours)
    row("psql \\copy and GROUP BY", theirs)
    print("%-40s %.0f MiB (motcua-cli alone, its server not)" % ("peak memory", max(peaks) / 1024))


if __name__ == "__main__":
    sys.exit(main())
