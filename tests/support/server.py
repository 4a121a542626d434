# SPDX-License-Identifier: GPL-3.0-or-later
"""The office's shared server, in a folder of its own, furnished by the console program as a technician would.

    server = Server(desk)
    server.uri("lan")     # for motcua --database
    server.kill(); server.start()
"""
import os
import signal
import socket
import subprocess
import time

PASSWORD = "khong-ai-biet-1"


class Server:
    def __init__(self, desk, *directors):
        self.desk = desk
        self.folder = desk.make("server", 0o700)
        self.data = os.path.join(self.folder, "data")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        secret = os.path.join(self.folder, "secret")
        with open(secret, "w", encoding="utf-8") as stream:
            stream.write(PASSWORD + "\n")
        subprocess.run(["initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
                        "--no-sync", "--pwfile", secret], check=True, stdout=subprocess.DEVNULL)
        with open(os.path.join(self.data, "pg_hba.conf"), "w", encoding="utf-8") as stream:
            stream.write("local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n")
        self.process = None
        self.start()
        self.console("server", "setup", "--director", directors[0], "--password-stdin", database=self.uri("postgres", "postgres"))
        self.console("init", "--demo", database=self.uri(directors[0]))
        for login in directors[1:]:
            self.console("account", "add", login, "--group", "director", "--password-stdin", database=self.uri(directors[0]))

    def uri(self, login, database="motcua"):
        return "postgresql://%s:%s@127.0.0.1:%d/%s?sslmode=disable" % (login, PASSWORD, self.port, database)

    def console(self, *words, database):
        done = subprocess.run(["motcua-cli", *words, "--database", database], env=self.desk.env, input=PASSWORD + "\n",
                              capture_output=True, text=True, timeout=120)
        if done.returncode != 0:
            raise AssertionError("motcua-cli %s: %d\n%s%s" % (" ".join(words), done.returncode, done.stdout, done.stderr))
        return done.stdout

    def start(self):
        with open(os.path.join(self.folder, "log"), "ab") as log:
            self.process = self.desk.spawn("postgres", "-D", self.data, "-k", self.folder, "-p", str(self.port),
                                           "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", stdout=log, stderr=log)
        end = time.monotonic() + 30
        while subprocess.run(["pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)]).returncode:
            if time.monotonic() > end or self.process.poll() is not None:
                with open(os.path.join(self.folder, "log"), encoding="utf-8", errors="replace") as log:
                    raise AssertionError("the server does not start\n" + log.read()[-2000:])
            time.sleep(0.1)

    def kill(self):
        """As a power cut would: the server and all that serve connections."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def ask(self, sql):
        done = subprocess.run(["psql", "-X", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-p", str(self.port),
                               "-U", "postgres", "motcua", "-c", sql], capture_output=True, text=True)
        if done.returncode != 0:
            raise AssertionError(done.stderr)
        return done.stdout.strip()
