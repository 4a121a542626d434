# SPDX-License-Identifier: GPL-3.0-or-later
"""House rules that a machine can keep: sizes, licence lines, SQL and muffling."""
import os
import re
import subprocess

from common import TREE, files, program, read
from tap import case, check, equal, run

SOURCES = ("src", "ui", "tests")


@case("every source says its licence")
def licence():
    wanted = files(".c", ".h", ".blp", ".py", ".sql", "meson.build", under=("src", "ui", "tests", "data"))
    equal([f for f in wanted if "SPDX-License-Identifier: GPL-3.0-or-later" not in "\n".join(read(f).splitlines()[:3])],
          [], "files without the line")


@case("files stay under 600 lines")
def length():
    equal([(f, n) for f in files(".c", ".h", ".blp", ".sql", ".py", under=("src", "ui", "data", "tests", "tools"))
           if (n := len(read(f).splitlines())) >= 600], [], "long files")


@case("menus name the target of an action apart, or GTK takes it for a part of the action's name")
def targets():
    equal([f for f in files(".blp", under=("ui",)) if re.search(r'"[\w.-]+::[^"]*"', read(f))], [], "templates with a target in a name")


@case("functions stay under 60 lines")
def functions():
    long = []
    for path in files(".c", under=("src", "ui")):
        start = None
        for number, line in enumerate(read(path).splitlines(), 1):
            if line == "{":
                start = number
            elif line == "}" and start:
                if number - start - 1 >= 60:
                    long.append("%s:%d (%d lines)" % (path, start, number - start - 1))
                start = None
    equal(long, [], "long functions")


def strings(path):
    """The string literals of a C file, pieces that stand side by side as one."""
    text = re.sub(r"/\*.*?\*/|//[^\n]*", lambda m: m.group() if m.group().startswith("//") else " ", read(path), flags=re.S)
    return ["".join(re.findall(r'"((?:[^"\\\n]|\\.)*)"', run))
            for run in re.findall(r'(?:"(?:[^"\\\n]|\\.)*"[\s\\]*)+', text)]


# Words in capitals that begin a statement; "COPY is not possible here" is a sentence, "BEGIN:VEVENT" a line of iCalendar.
STATEMENT = re.compile(r"\s*(?:SELECT|INSERT\s+INTO|UPDATE|DELETE\s+FROM|MERGE\s+INTO|WITH(?:\s+RECURSIVE)?\s+\w+(?:\s*\([^)]*\))?\s+AS"
                       r"|VALUES(?=\s*\()|TABLE(?=\s+[a-z])|TRUNCATE|COPY|CALL(?=\s+[a-z])|CREATE|ALTER|DROP|GRANT|REVOKE|REFRESH|LOCK(?=\s+\w)"
                       r"|COMMENT\s+ON|EXPLAIN|DO(?=\s+\$)|SET(?=\s+\w)|LISTEN|NOTIFY|BEGIN(?!:)|COMMIT|ROLLBACK|SAVEPOINT)\b(?![ ](?:is|was|are)\b)")
# What the client of the database may say by itself: transactions, channels, databases, roles, the server's own functions.
OF_THE_CLIENT = re.compile(r"\s*(?:BEGIN|COMMIT|ROLLBACK|LISTEN|(?:CREATE|ALTER|DROP)\s+(?:DATABASE|ROLE)|SELECT\s+pg_\w+\(|DO\s+\$do\$)")
TARGET = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE|TABLE|ON)\s+([a-z][\w.]*)")


def is_of_the_client(text):
    return OF_THE_CLIENT.match(text) and all(name.startswith("pg_") for name in TARGET.findall(text))


@case("SQL stands in src/store and data/sql only; the client's own is of no table")
def sql():
    found = []
    for path in files(".c", ".h", under=("src", "ui")):
        if path.startswith("src/store/"):
            continue
        for text in strings(path):
            if STATEMENT.match(text) and not (path.startswith("src/pg/") and is_of_the_client(text)):
                found.append("%s: %s" % (path, text[:80]))
    equal(found, [], "statements")


@case("the search for SQL finds what it should")
def sql_search():
    for text in ("SELECT 1", " WITH x AS (SELECT 1) SELECT", "WITH RECURSIVE t(n) AS (", "UPDATE centre.person", "CALL centre.f()",
                 "DELETE FROM t", "TRUNCATE t", "VALUES (1)", "COPY t FROM STDIN", "BEGIN", "BEGIN READ WRITE"):
        check(STATEMENT.match(text), text)
    for text in ("With --json:", "Select a file", "UPDATE_ACTION", "DOCTOR", "SELECTED", "COPY is not possible here", "SETTINGS", "TABLE", "BEGIN:VEVENT"):
        check(not STATEMENT.match(text), text)
    for text in ("SELECT full_name FROM centre.person", "SELECT pg_backend_pid() FROM person", "CREATE TABLE t (n int)"):
        check(STATEMENT.match(text) and not is_of_the_client(text), text)


@case("no muffled warning, no dead or unfinished code")
def muffled():
    bad = re.compile("IGNORE_" + r"DEPRECATIONS|Wno-" + r"deprecated|#if " + r"0\b|\bTO" + r"DO\b|\bFIX" + r"ME\b|\bXX" + r"X\b")
    equal([f for f in files(".c", ".h", ".blp", ".sql", ".py", "meson.build", under=SOURCES + ("data", "tools"))
           if bad.search(read(f))], [], "files")


@case("no old dialogs, no tree views, no GTask, no blocking libpq")
def old():
    bad = re.compile(r"GtkDialog\b|AdwMessageDialog|GtkMessageDialog|GtkTreeView|gtk_tree_view|g_task_new"
                     r"|\bPQ(?:exec|execParams|connectdb|connectdbParams|cancel)\s*\(")
    equal([f for f in files(".c", ".h", ".blp", under=("src", "ui")) if bad.search(read(f))], [], "files")


@case("C is formatted by .clang-format")
def formatted():
    program("clang-format", "--dry-run", "-Werror", *files(".c", ".h", under=SOURCES))


@case("no path of one machine in the tree")
def paths():
    bad = re.compile(r"(?<![\w/$}])/(?:home|root|work)/[\w.]")
    equal([f for f in files(".c", ".h", ".py", ".md", ".json", ".sql", ".blp", ".sh", "meson.build")
           if bad.search(read(f))], [], "files")


@case("shell and Python parse")
def scripts():
    for path in files(".py", under=("tests", "tools", "data")):
        compile(read(path), path, "exec")
    for path in ["dev", ".ci/run", "tools/inside", "tools/build", "tools/make-root", "tools/pg-bindir"]:
        program("bash", "-n", path)


@case("clang compiles everything without a warning")
def clang():
    result = subprocess.run([os.path.join(TREE, "tools", "build"), "clang"], capture_output=True, text=True)
    check(result.returncode == 0, result.stdout + result.stderr)


run()
