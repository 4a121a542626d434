# SPDX-License-Identifier: GPL-3.0-or-later
"""motcua-cli erlang: what a queue comes to. No server is asked."""
import math
import os
import sys

sys.path.insert(0, os.path.join(os.environ["MOTCUA_SRCDIR"], "tests", "support"))
from console import ask, cli  # noqa: E402
from tap import case, check, equal, run  # noqa: E402

KEYS = ["abandon", "agents", "mean_wait_s", "occupancy", "offered", "p_wait", "service_level"]


def close(found, wanted, within):
    check(math.isclose(found, wanted, abs_tol=within), "%r is not %r" % (found, wanted))


@case("published values of Erlang C")
def erlang_c():
    told = ask("erlang", "--arrivals", "200", "--aht", "3", "--agents", "14", "--target", "80/20")
    equal(sorted(told), KEYS, "keys")
    equal(told["agents"], 14, "agents")
    close(told["offered"], 10, 1e-12)
    close(told["p_wait"], 0.1741319335950498, 1e-12)
    close(told["service_level"], 0.8883500192, 1e-9)
    close(told["occupancy"], 0.7142857142857143, 1e-12)
    equal(told["abandon"], 0, "abandon")


@case("the fewest counters of a target, also where the load's fraction is above a half")
def fewest():
    equal(ask("erlang", "--arrivals", "200", "--aht", "3", "--target", "80/20")["agents"], 14, "agents")
    equal(ask("erlang", "--arrivals", "3", "--aht", "12", "--target", "50/900")["agents"], 1, "agents")
    equal(ask("erlang", "--arrivals", "3", "--aht", "12,0", "--target", "50 %/900")["agents"], 1, "agents")


@case("patience: Erlang A")
def erlang_a():
    told = ask("erlang", "--arrivals", "200", "--aht", "3", "--agents", "14", "--patience", "5")
    close(told["p_wait"], 0.14526, 5e-6)
    close(told["abandon"], 0.013984, 5e-7)
    close(told["service_level"], 0.916792, 5e-7)


@case("a line without end has no mean wait, and people are told so")
def unstable():
    told = ask("erlang", "--arrivals", "24", "--aht", "12", "--agents", "4")
    equal(told["mean_wait_s"], None, "wait")
    equal(told["p_wait"], 1, "p_wait")
    equal(told["service_level"], 0, "level")
    said = cli("erlang", "--arrivals", "24", "--aht", "12", "--agents", "4").stdout
    check("without end" in said, said)
    check(ask("erlang", "--arrivals", "24", "--aht", "12", "--agents", "4", "--patience", "9")["abandon"] > 0.15, "A")


@case("what cross-authorisation gains")
def pooled():
    # A load of a half at each of two counters: each by itself waits as long as one is served, together a third of it.
    told = ask("erlang", "--arrivals", "3", "--aht", "10", "--agents", "1", "--pool", "3/10/1")
    close(told["apart_min"], 10, 1e-9)
    close(told["pooled_min"], 10 / 3, 1e-9)
    said = cli("erlang", "--arrivals", "3", "--aht", "10", "--agents", "1", "--pool", "7/10/1").stdout
    check("Both queues" in said, said)


@case("what makes no sense is refused with its reason")
def refused():
    for words, reason in (
            ((), "--arrivals PER_HOUR"),
            (("--arrivals", "24"), "--aht MINUTES"),
            (("--arrivals", "0", "--aht", "12"), "above 0"),
            (("--arrivals", "-4", "--aht", "12"), "above 0"),
            (("--arrivals", "many", "--aht", "12"), "no number"),
            (("--arrivals", "24", "--aht", "0"), "minutes above 0"),
            (("--arrivals", "24", "--aht", "nan"), "no number"),
            (("--arrivals", "1e12", "--aht", "12"), "beyond"),
            (("--arrivals", "24", "--aht", "12", "--agents", "2.5"), "whole number"),
            (("--arrivals", "24", "--aht", "12", "--agents", "0"), "whole number"),
            (("--arrivals", "24", "--aht", "12", "--agents", "99999999999"), "whole number"),
            (("--arrivals", "24", "--aht", "12", "--target", "80"), "PCT/SECONDS"),
            (("--arrivals", "24", "--aht", "12", "--target", "100/20"), "below 100"),
            (("--arrivals", "24", "--aht", "12", "--target", "0/20"), "above 0 %"),
            (("--arrivals", "24", "--aht", "12", "--target", "80/-1"), "0 seconds"),
            (("--arrivals", "24", "--aht", "12", "--patience", "0"), "patience"),
            (("--arrivals", "24", "--aht", "12", "--pool", "3/10/1"), "--agents"),
            (("--arrivals", "24", "--aht", "12", "--agents", "2", "--pool", "3/10"), "NUMBER"),
            (("--arrivals", "24", "--aht", "12", "--agents", "2", "--pool", "3/10/0.5"), "whole number"),
            (("--arrivals", "24", "--aht", "12", "more"), "other arguments")):
        said = cli("erlang", *words, status=2).stderr
        check(reason in said, "%r: %s" % (words, said))


@case("--help tells what is printed")
def helped():
    said = cli("erlang", "--help").stdout
    for key in KEYS:
        check('"%s"' % key in said, key)


run()
