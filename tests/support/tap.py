# SPDX-License-Identifier: GPL-3.0-or-later
"""A small TAP producer: decorate functions with @case, call run() last.

A case passes when it returns, is skipped when it raises Skip, and fails on any
other exception, whose text becomes the diagnostic; its first words go into the
name, which is all that the last lines of a whole run show.
"""
import sys
import traceback

CASES = []


class Skip(Exception):
    """Raised by a case that cannot be tried here; the text says why."""


def case(name):
    def add(function):
        CASES.append((name, function))
        return function
    return add


def check(truth, message):
    if not truth:
        raise AssertionError(message)


def equal(found, wanted, what="value"):
    if found != wanted:
        raise AssertionError("%s is %r, wanted %r" % (what, found, wanted))


def reason(problem):
    """The problem in one line that TAP takes for no directive."""
    text = " ".join(("%s: %s" % (type(problem).__name__, problem)).split())
    return text.replace("#", "no. ")[:300]


def run(cleanup=None, failed_hook=None):
    """@failed_hook: called with the name of each case that failed, before the next one starts; may give lines to print."""
    print("TAP version 13")
    print("1..%d" % len(CASES), flush=True)
    failed = 0
    try:
        for number, (name, function) in enumerate(CASES, 1):
            try:
                function()
                print("ok %d - %s" % (number, name), flush=True)
            except Skip as skip:
                print("ok %d - %s # SKIP %s" % (number, name, skip), flush=True)
            except Exception as problem:  # noqa: BLE001 - whatever went wrong is the diagnostic
                failed += 1
                print("not ok %d - %s - %s" % (number, name, reason(problem)), flush=True)
                for line in traceback.format_exc().splitlines():
                    print("# " + line, flush=True)
                for line in (failed_hook(name) or []) if failed_hook else []:
                    print("# " + line, flush=True)
    finally:
        if cleanup:
            cleanup()
    sys.exit(1 if failed else 0)
