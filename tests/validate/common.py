# SPDX-License-Identifier: GPL-3.0-or-later
"""What the validators share: the tree, its files, and how to call a program."""
import os
import subprocess
import sys

TREE = os.environ["MOTCUA_SRCDIR"]
BUILD = os.environ["MOTCUA_BUILDDIR"]
sys.path.insert(0, os.path.join(TREE, "tests", "support"))
HIDDEN = (".git", "_build", ".flatpak-builder", "__pycache__")


def files(*endings, under=("",)):
    """Paths, relative to the tree, of the project's files with these endings."""
    found = []
    for top in under:
        for folder, folders, names in os.walk(os.path.join(TREE, top)):
            folders[:] = [f for f in folders if f not in HIDDEN]
            found += [os.path.relpath(os.path.join(folder, n), TREE) for n in names if n.endswith(endings)]
    return sorted(found)


def read(path):
    with open(os.path.join(TREE, path), encoding="utf-8") as stream:
        return stream.read()


def program(*command, **options):
    """Runs it in the tree; raises with its words when it fails."""
    result = subprocess.run(command, cwd=TREE, capture_output=True, text=True, **options)
    if result.returncode != 0:
        raise AssertionError("%s\n%s%s" % (" ".join(command)[:400], result.stdout, result.stderr))
    return result.stdout + result.stderr
