# SPDX-License-Identifier: GPL-3.0-or-later
"""House rules that a machine can keep: sizes, licence lines, SQL and muffling."""
import collections
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


# Actions that GTK and libadwaita bring along.
OF_THE_TOOLKIT = re.compile(r"(?:window|clipboard|selection|menu|navigation|default|link|list|scroll|toast|dialog|text|misc|color)\.")


def named_actions():
    """The actions that templates and menus name: (name, template)."""
    found = set()
    for path in files(".blp", under=("ui",)):
        text = re.sub(r"//[^\n]*", "", read(path))
        found |= {(name, path) for pattern in (r'[\w-]*action(?:-name)?:\s*"(?:action\()?([a-z][\w-]*\.[\w.-]+)',
                                               r'item\s*\((?:[^()]|\([^()]*\))*?,\s*"([a-z][\w-]*\.[\w.-]+)"')
                  for name in re.findall(pattern, text)}
    return found


def installed_actions():
    """The actions that classes install, by name or from a list of names, or that stand in groups which widgets are given."""
    found, groups, singles = set(), {}, {}
    for path in files(".c", under=("ui",)):
        text, folder = read(path), os.path.dirname(path)
        found |= set(re.findall(r'install_(?:property_)?action\s*\(\s*\w+,\s*"([\w.-]+)"', text))
        if re.search(r"install_action\s*\(\s*\w+,\s*[a-z]", text):
            listed = [name for names in re.findall(r"char \*const \w+\[\] = \{([^}]*)\}", text) for name in re.findall(r'"([\w.-]+)"', names)]
            prefixes = re.findall(r'g_strconcat \("([a-z]+)\."', text)
            found |= {name for name in listed if "." in name} | {prefix + "." + name for prefix in prefixes for name in listed}
            found |= set(re.findall(r'\{\s*"([a-z][\w-]*\.[\w.-]+)"', text))
        groups.setdefault(folder, set()).update(re.findall(r'insert_action_group\s*\([^;]*?,\s*"([\w-]+)"', text))
        if "G_ACTION_MAP (application)" in text or "G_ACTION_MAP (app)" in text:
            groups[folder].add("app")
        singles.setdefault(folder, set()).update(
            re.findall(r'g_(?:simple|property)_action_new(?:_stateful)?\s*\(\s*"([\w-]+)"', text)
            + re.findall(r'\{\s*(?:\.name\s*=\s*)?"([a-z][\w-]*)"', text))
    return found | {group + "." + name for folder in groups for group in groups[folder] for name in singles[folder]}


@case("every action that a template or a menu names is installed")
def actions():
    installed = installed_actions()
    missing = sorted({"%s: %s" % (path, name) for name, path in named_actions()
                      if name not in installed and not OF_THE_TOOLKIT.match(name)})
    equal(missing, [], "actions without a deed")


@case("the search for actions finds what it should")
def actions_search():
    named = {name for name, _ in named_actions()}
    check({"staff.export", "table.export", "win.connections", "accounts.password", "journal.reload"} <= named, sorted(named))
    check("agencies.export" not in installed_actions(), "an action is found that nobody installs")


def told(path):
    """The text of a source without its comments."""
    return re.sub(r"/\*.*?\*/|//[^\n]*", " ", read(path), flags=re.S)


def unused_functions():
    """The functions of headers that nobody calls: neither another file, nor their own, nor a macro of a header."""
    declared, words = {}, collections.Counter()
    for path in files(".h", under=("src", "ui", "tests")):
        text = told(path)
        for name in re.findall(r"(?<![#\w])(_?mc_\w+)\s*\(", text):
            declared.setdefault(name, path)
        words.update(re.findall(r"\b_?mc_\w+\b", text))
    for name in declared:
        words[name] -= 1
    for path in files(".c", ".blp", under=("src", "ui", "tests")):
        # A definition begins its line, and is no use.
        words.update(re.findall(r"\b_?mc_\w+\b", re.sub(r"^_?mc_\w+ \(", " (", told(path), flags=re.M)))
    # The type of an object is known to macros by another name.
    return sorted("%s: %s" % (path, name) for name, path in declared.items()
                  if words[name] <= 0 and not name.endswith(("_get_type", "_quark")))


@case("every public function has a user")
def users():
    equal(unused_functions(), [], "functions that nobody calls")


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
    # What CONTRIBUTING.md says is off, and no more.
    off = {m for f in files("meson.build", ".c", ".h") for m in re.findall(r"-W" + r"no-[\w-]+|pragma GCC " + r"diagnostic", read(f))}
    equal(sorted(off), ["-W" + "no-missing-field-initializers", "-W" + "no-unused-parameter"], "warnings that are off")


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
