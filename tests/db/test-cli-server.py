# SPDX-License-Identifier: GPL-3.0-or-later
"""motcua-cli and its servers: one for several programs, the office's, and dumps."""
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.environ["MOTCUA_SRCDIR"], "tests", "support"))
from console import BASE, DEMO, FOLDER, PLAN, PROGRAM, TABLES, TREE  # noqa: E402
from console import ask, cli, count_people, desk, on_shared_server, write_csv  # noqa: E402
from tap import Skip, case, check, equal, run  # noqa: E402


@case("a sample centre with two accounts")
def begin():
    cli("init", "--demo", "--base-date", "23/11/2026")
    ask("account", "add", "thu.le", "--name", "Lê Thị Thu", "--group", "viewer")
    ask("account", "add", "an", "--group", "technician", "--password-stdin", text="một mật khẩu dài\n")
    ask("account", "disable", "thu.le")
    cli("init", "--plan", env=PLAN)


@case("the schema is up to date, and an empty database says how to begin")
def migrate():
    equal(ask("migrate", "--check")["up_to_date"], True)
    equal(ask("migrate")["ran"], 0)
    empty = desk("empty")
    equal(ask("migrate", "--check", env=empty, status=1)["up_to_date"], False)
    text = cli("headcount", env=empty, status=1).stderr
    check("motcua-cli init" in text and "older" not in text, text)
    equal(ask("init", "--empty", env=empty)["loaded"], "empty")
    equal(ask("headcount", env=empty)["agencies"], [])
    equal(ask("person", "list", env=empty), [])


@case("what holds something is dumped before init brings it up to date")
def dump_before_init():
    later = desk("later")
    cli("init", "--empty", env=later)
    dumps = os.path.join(later["XDG_DATA_HOME"], "motcua", "db", "dumps")
    equal([d for d in os.listdir(dumps) if d.endswith("-schema.dump")] if os.path.isdir(dumps) else [], [], "a dump of nothing")
    data = os.path.join(FOLDER, "data-of-tomorrow")
    shutil.copytree(os.environ["MOTCUA_DATADIR"], data)
    with open(os.path.join(data, "sql", "migrations", "9999-tomorrow.sql"), "w") as f:
        f.write("SET LOCAL ROLE motcua_owner;\nCREATE FUNCTION centre.tomorrow() RETURNS int LANGUAGE sql RETURN 1;\nRESET ROLE;\n")
    # Empty of agencies: it may be filled, but what is there is not lost to a step that fails.
    equal(ask("init", "--plan", env=dict(later, MOTCUA_DATADIR=data))["migrations_run"], 1)
    equal(len([d for d in os.listdir(dumps) if d.endswith("-schema.dump")]), 1, "dumps")


@case("two programs share one server")
def concurrent():
    both = [subprocess.Popen([PROGRAM, "headcount", "--as-of", BASE, "--json"], env=DEMO, stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, text=True) for _ in range(6)]
    for one in both:
        out, errors = one.communicate(timeout=120)
        equal(one.returncode, 0, errors)
        equal(json.loads(out)["posts"], 41)


@case("the last program that leaves stops the server")
def no_server_left():
    folder = os.path.join(DEMO["XDG_DATA_HOME"], "motcua", "db", "data", "postmaster.pid")
    for _ in range(50):
        if not os.path.exists(folder):
            return
        time.sleep(0.1)
    raise AssertionError("the server still runs")


@case("Ctrl+C ends in order, whenever it comes")
def interrupt():
    for tenths in range(8):
        one = subprocess.Popen([PROGRAM, "headcount", "--json"], env=DEMO, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               text=True)
        time.sleep(tenths / 10)
        one.send_signal(signal.SIGINT)
        _, errors = one.communicate(timeout=60)
        # It may be done already, or not have begun.
        check(one.returncode in (0, 1, -signal.SIGINT), "status %d: %s" % (one.returncode, errors))
        no_server_left()
    equal(ask("headcount", "--as-of", BASE)["posts"], 41)


@case("output is UTF-8 under any locale, and a closed pipe does no harm")
def output():
    people = ask("person", "list", env=dict(DEMO, LANGUAGE="en", LC_ALL="C", LANG="C"))
    check(any("Nguyễn" in p["full_name"] for p in people), "letters were lost")
    one = subprocess.Popen([PROGRAM, "person", "list", "--json"], env=DEMO, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    one.stdout.close()
    errors = b"".join(l for l in one.stderr if b"WARNING: ASan" not in l)
    equal((one.wait(60), errors), (1, b""), "status and error")
    no_server_left()
    with open("/dev/full", "w") as full:
        done = subprocess.run([PROGRAM, "person", "list"], env=DEMO, stdout=full, stderr=subprocess.PIPE, text=True)
    equal(done.returncode, 1, "status with a full disk")
    # A sanitizer may have a line of its own to say first.
    said = [line for line in done.stderr.splitlines() if not line.startswith("==")]
    check(len(said) == 1 and said[0].startswith("motcua-cli: "), done.stderr)


@case("a shared server is set up from nothing")
def server_setup():
    on_shared_server("s", check_setup)


def check_setup(socket):
    host = socket.replace("/", "%2F")
    admin = "postgresql://postgres@%s/postgres" % host
    cli("server", "setup", "--director", "hoa", status=2)
    cli("server", "setup", "--database", admin, status=2)
    made = ask("server", "setup", "--database", admin, "--director", "hoa", "--name", "Nguyễn Thị Hoà")
    equal((made["dbname"], made["director"]), ("motcua", "hoa"))
    check(len(made["password"]) == 20 and made["password"] not in made["database"], made)
    check("already" in cli("server", "setup", "--database", admin, "--director", "hai", status=1).stderr, "set up twice")
    director = "postgresql://hoa@%s/motcua" % host
    equal(ask("account", "list", "--database", director)[0]["group"], "director")
    check(ask("doctor", "--database", director)["healthy"], "the doctor is not content")
    equal(ask("init", "--plan", "--database", director)["migrations_run"], 0)
    equal(ask("headcount", "--as-of", "2025-01-01", "--database", director)["quota"], 27)
    equal(ask("--database", director, "account", "add", "xem", "--group", "viewer")["login"], "xem")
    viewer = "postgresql://xem@%s/motcua" % host
    equal(ask("headcount", "--as-of", "2025-01-01", "--database", viewer)["posts"], 41)
    cli("account", "add", "b", "--group", "viewer", "--database", viewer, status=1)
    cli("person", "import", os.path.join(TABLES, "staff.xlsx"), "--database", viewer, status=1)
    equal(ask("person", "list", "--database", director), [])


@case("the doctor names what the server or the account lacks, each with its remedy")
def doctor_lacks():
    on_shared_server("d", check_doctor)


def check_doctor(socket):
    def sql(*commands):
        subprocess.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", socket, "-U", "postgres", "-d", commands[0],
                        *[a for c in commands[1:] for a in ("-c", c)]], check=True, capture_output=True)

    def found(user, database, status):
        result = ask("doctor", "--database", "postgresql://%s@%s/%s" % (user, socket.replace("/", "%2F"), database), status=status)
        return result["healthy"], {c["name"]: c for c in result["checks"]}

    sql("postgres", "CREATE DATABASE bare TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'", "CREATE ROLE ngoai LOGIN")
    # A new database, and a login of no group: nothing is broken, and what is to be done comes with each check.
    healthy, checks = found("ngoai", "bare", 1)
    check(not healthy, checks)
    equal([c["name"] for c in checks.values() if c["state"] == "error"], [], "errors")
    for name in ("extension btree_gist", "extension pg_trgm", "extension unaccent", "role", "schema"):
        equal(checks[name]["state"], "warning", name)
    check("account add" in checks["role"]["remedy"], checks["role"])
    check("migrate" in checks["extension unaccent"]["remedy"], checks["extension unaccent"])
    # A server without the package of extensions, as its catalogue shows it then.
    sql("bare", "SET allow_system_table_mods = on; ALTER VIEW pg_catalog.pg_available_extensions RENAME TO pg_all_extensions;"
                "CREATE VIEW pg_catalog.pg_available_extensions AS SELECT * FROM pg_catalog.pg_all_extensions WHERE name <> 'unaccent';"
                "GRANT SELECT ON pg_catalog.pg_available_extensions TO PUBLIC")
    healthy, checks = found("ngoai", "bare", 1)
    check(not healthy, checks)
    equal((checks["extension unaccent"]["state"], checks["extension pg_trgm"]["state"]), ("error", "warning"))
    check("postgresql-contrib" in checks["extension unaccent"]["remedy"], checks["extension unaccent"])


@case("a private centre moves to the office's server, and stays where it was")
def server_move():
    on_shared_server("m", check_move)


def check_move(socket):
    host = socket.replace("/", "%2F")
    admin = "postgresql://postgres@%s/postgres" % host
    cli("server", "move", status=2)
    cli("server", "move", "--to", admin, "--database", admin, status=2)
    moved = ask("server", "move", "--to", admin, "--director", "hoa")
    check(moved["tables"] > 20 and moved["rows"] > 300, moved)
    equal((moved["accounts"], moved["director"], len(moved["password"])), (2, "hoa", 20))
    director = moved["database"]
    check("hoa@" in director and "/motcua" in director, director)
    for args in (["headcount", "--as-of", BASE], ["headcount", "--as-of", "2025-06-30"], ["agency", "list"], ["post", "list"],
                 ["person", "list"]):
        equal(ask(*args, "--database", director), ask(*args), " ".join(args))
    check(ask("doctor", "--database", director)["healthy"], "the doctor is not content")
    equal([(a["login"], a["active"]) for a in ask("account", "list", "--database", director)],
          [("an", True), ("hoa", True), ("thu.le", False)])
    # The numbers go on where they stopped, and nobody may take anything from the journal.
    equal(ask("person", "import", write_csv("later.csv", "Họ và tên;Cơ quan cử;Từ ngày\nVõ Thị Sau;TP;01/04/2026\n"),
              "--database", director)["imported"], 1)
    refused = subprocess.run(["psql", "-X", "-h", socket, "-U", "postgres", "-d", "motcua", "-c",
                              "SET session_replication_role = replica; DELETE FROM audit.change"], capture_output=True, text=True)
    check(refused.returncode != 0 and "DELETE" not in refused.stdout, "the journal is open")
    check("already" in cli("server", "move", "--to", admin, "--director", "hai", status=1).stderr, "moved twice")
    equal(len(ask("person", "list", "--database", director)), count_people() + 1, "people")
    text = cli("server", "move", "--to", admin, "--dbname", "motcua2", "--director", "hai").stdout
    check("centre.person " in text and text.count("\n") > 10, text)


def certificate(folder, name, *more):
    key, pem = os.path.join(folder, name + ".key"), os.path.join(folder, name + ".pem")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                    "-keyout", key, "-out", pem, *more], check=True, capture_output=True)
    os.chmod(key, 0o600)
    return key, pem


def secure_server(folder):
    """An office's server as it should be: TLS and SCRAM on TCP and nothing else. Gives its data folder and options."""
    with open(os.path.join(folder, "secret"), "w", encoding="utf-8") as stream:
        stream.write("mật khẩu quản trị\n")
    bindir = subprocess.run([os.path.join(TREE, "tools", "pg-bindir")], capture_output=True, text=True).stdout.strip()
    data = os.path.join(folder, "data")
    subprocess.run([bindir + "/initdb", "-D", data, "-U", "postgres", "-A", "scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8", "-N",
                    "--pwfile", os.path.join(folder, "secret")], check=True, capture_output=True)
    ca_key, ca = certificate(folder, "ca", "-subj", "/CN=Office")
    certificate(folder, "other", "-subj", "/CN=Somebody else")
    key, pem = certificate(folder, "server", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
                           "-addext", "basicConstraints=CA:FALSE", "-CA", ca, "-CAkey", ca_key)
    with open(os.path.join(data, "pg_hba.conf"), "w", encoding="utf-8") as stream:
        stream.write("hostssl all all 127.0.0.1/32 scram-sha-256\n")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ("-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c ssl=on -c ssl_cert_file=%s"
               " -c ssl_key_file=%s" % (port, pem, key))
    return bindir, data, port, options


@case("the move goes over TLS with a password, and to nobody who only claims to be the office")
def server_move_tls():
    folder = os.path.join(FOLDER, "tls")
    os.makedirs(folder)
    bindir, data, port, options = secure_server(folder)
    # Without a socket pg_ctl cannot see it ready by itself.
    subprocess.run([bindir + "/pg_ctl", "-D", data, "-w", "-l", data + "/log", "-o", options, "start"], check=True,
                   capture_output=True, env=dict(os.environ, PGHOST="127.0.0.1", PGPORT=str(port)))
    try:
        check_move_tls(folder, port)
    finally:
        subprocess.run([bindir + "/pg_ctl", "-D", data, "-m", "immediate", "stop"], capture_output=True)


def check_move_tls(folder, port):
    with open(os.path.join(folder, "secret"), encoding="utf-8") as stream:
        secret = stream.read().strip()
    knows = dict(DEMO, PGPASSWORD=secret)
    office = "postgresql://postgres@localhost:%d/postgres" % port
    trusted = office + "?sslrootcert=" + os.path.join(folder, "ca.pem")
    # The certificate is looked at before the password is given away; each refusal leaves nothing behind.
    for uri, env in ((office + "?sslrootcert=" + os.path.join(folder, "other.pem"), knows), (office, knows),
                     (trusted.replace("localhost", "127.0.0.1"), knows), (office + "?sslmode=disable", knows),
                     (trusted, DEMO), (trusted, dict(DEMO, PGPASSWORD="sai"))):
        cli("server", "move", "--to", uri, "--director", "hoa", env=env, status=1)
    moved = ask("server", "move", "--to", trusted, "--director", "hoa", env=knows)
    check(secret not in json.dumps(moved) and moved["rows"] > 300, moved)
    check("sslrootcert=" in moved["database"], "the new address forgets the certificate: " + moved["database"])
    director = dict(DEMO, PGPASSWORD=moved["password"])
    equal(ask("person", "list", "--database", moved["database"], env=director), ask("person", "list"))
    check(ask("doctor", "--database", moved["database"], env=director)["healthy"], "the doctor is not content")
    cli("person", "list", "--database", moved["database"], env=knows, status=1)


@case("the newest dump brings back what is gone")
def server_restore():
    cli("server", "restore", status=2)
    cli("server", "restore", "--latest", "--list", status=2)
    cli("server", "restore", os.path.join(FOLDER, "nothing.dump"), status=1)
    before = count_people()
    cli("server", "restore", "--latest", env=PLAN, status=1)
    equal(ask("server", "restore", "--list", env=PLAN), {"dumps": []})
    # A file that is no dump changes nothing, but what was there has been saved.
    cli("server", "restore", write_csv("garbage.dump", "no dump"), status=1)
    equal(count_people(), before, "people after garbage")
    newest = ask("server", "restore", "--list")["dumps"][0]
    path = write_csv("more.csv", "Họ và tên;Cơ quan cử;Từ ngày\nVõ Thị Thừa;TP;01/04/2026\n")
    equal(ask("person", "import", path)["imported"], 1)
    equal(count_people(), before + 1, "people")
    done = ask("server", "restore", "--latest")
    equal((done["restored"], done["up_to_date"]), (newest, True))
    equal(count_people(), before, "people after the dump came back")
    equal(ask("server", "restore", done["saved"])["restored"], done["saved"])
    equal(count_people(), before + 1, "people after that was taken back")


@case("neither is done while another program uses the server")
def server_busy():
    # Who writes into a pipe that nobody reads waits, with the server up.
    pipe = os.path.join(FOLDER, "pipe.csv")
    os.mkfifo(pipe)
    other = subprocess.Popen([PROGRAM, "person", "export", pipe], env=DEMO, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    ready = os.path.join(DEMO["XDG_DATA_HOME"], "motcua", "db", "data", "postmaster.pid")
    for _ in range(200):
        if os.path.exists(ready) and "ready" in open(ready, encoding="utf-8").read():
            break
        time.sleep(0.1)
    for args in (["restore", "--latest"], ["move", "--to", "postgresql://postgres@127.0.0.1:1/postgres"]):
        check("Another program" in cli("server", *args, status=1).stderr, args[0])
    with open(pipe, "rb") as stream:
        stream.read()
    other.communicate(timeout=60)
    no_server_left()


run(cleanup=lambda: shutil.rmtree(FOLDER, ignore_errors=True))
