# SPDX-License-Identifier: GPL-3.0-or-later
"""The layer rule is kept by include paths: a wrong include does not compile."""
import json
import os
import shlex
import subprocess

from common import BUILD, TREE
from tap import case, check, run

with open(os.path.join(BUILD, "compile_commands.json"), encoding="utf-8") as stream:
    COMMANDS = json.load(stream)


def compiles(room, include):
    """Does a file with this include compile as a neighbour of the files of room?"""
    for entry in COMMANDS:
        source = os.path.relpath(os.path.join(entry["directory"], entry["file"]), TREE)
        # The room's library, not a program of its own that lies beside it.
        if source.startswith(room + "/") and source.endswith(".c") and ".a.p" in entry["output"]:
            break
    else:
        raise AssertionError("no file in " + room)
    words = [w for w in shlex.split(entry["command"]) if not w.endswith((".o", ".d", ".c"))]
    words = [w for w in words if w not in ("-MD", "-MQ", "-MF", "-o", "-c")]
    result = subprocess.run(words + ["-fsyntax-only", "-x", "c", "-"], input="#include <%s>\n" % include,
                            cwd=entry["directory"], capture_output=True, text=True)
    return result.returncode == 0


def rule(room, allowed, refused):
    @case("%s sees %s and not %s" % (room, allowed, refused))
    def test():
        check(compiles(room, allowed), "%s should see %s" % (room, allowed))
        check(not compiles(room, refused), "%s must not see %s" % (room, refused))


rule("src/base", "glib.h", "gtk/gtk.h")
rule("src/base", "mc-error.h", "mc-entity.h")
rule("src/pg", "libpq-fe.h", "gtk/gtk.h")
rule("src/model", "mc-error.h", "libpq-fe.h")
rule("src/model", "mc-entity.h", "mc-pg-pool.h")
rule("src/rules", "mc-entity.h", "mc-pg-pool.h")
rule("src/evaluation", "mc-entity.h", "mc-rule-book.h")
rule("src/evaluation", "mc-day.h", "mc-store.h")
rule("src/planner", "mc-day.h", "mc-rule-book.h")
rule("src/planner", "mc-entity.h", "mc-store.h")
rule("src/workload", "mc-work-calendar.h", "mc-store.h")
rule("src/workload", "mc-entity.h", "mc-pg-pool.h")
rule("src/store", "mc-pg-pool.h", "libpq-fe.h")
rule("src/session", "mc-store.h", "libpq-fe.h")
rule("src/session", "mc-store.h", "gtk/gtk.h")
rule("src/exchange", "mc-entity.h", "mc-pg-pool.h")
rule("src/scene", "pango/pangocairo.h", "gtk/gtk.h")
rule("src/scene", "mc-finding.h", "mc-store.h")
rule("src/scene", "mc-staff-facts.h", "mc-pg-pool.h")
rule("src/scene", "mc-day.h", "mc-paper.h")
rule("src/document", "mc-scene.h", "gtk/gtk.h")
rule("src/document", "mc-painter.h", "mc-session.h")
rule("ui", "gtk/gtk.h", "libpq-fe.h")
rule("ui", "mc-session.h", "mc-store.h")
rule("ui", "mc-paper.h", "mc-pg-connection.h")
rule("ui", "mc-entity.h", "mc-pg-pool.h")

run()
