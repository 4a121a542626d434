# SPDX-License-Identifier: GPL-3.0-or-later
"""An evaluation from outside: a cycle is opened and taken in, one officer evaluated to sign-off, the notice made."""
import datetime
import os

from centre import Centre, T, run, wait
from server import Server
from tap import case, check, equal

DESK = Centre()
SERVER = []
OURS = ("SELECT count(*) FROM centre.evaluation e JOIN centre.evaluation_cycle c ON c.id = e.cycle_id "
        "WHERE NOT c.is_sample AND e.state = '%s'")
PICTURES = os.environ.get("MOTCUA_PICTURES")


def picture(name):
    if PICTURES:
        DESK.picture(os.path.join(PICTURES, name + ".png"))


def ask(sql):
    return SERVER[0].ask(sql)


def confirm(verb, sql):
    """Answers the question; one that is still opening does not hear the first press."""
    def look():
        for button in DESK.all("button", T(verb), state="sensitive")[-1:]:
            button.press()
        return ask(sql) == "1"
    wait(look, verb + " has not come about", pause=1.5)


@case("a cycle is opened, and who was here is taken in")
def cycle():
    SERVER.append(Server(DESK, "minh"))
    DESK.open("--database", SERVER[0].uri("minh"))
    DESK.go("Evaluation")
    DESK.press("button", T("Open a Cycle"))
    DESK.see(T("A day in it"))
    # The sample has the last two months.
    DESK.fill(T("A day in it"), (datetime.date.today() - datetime.timedelta(days=100)).strftime("%d/%m/%Y"))
    picture("evaluation-cycle")
    DESK.press("button", T("_Open"))
    wait(lambda: ask("SELECT count(*) FROM centre.evaluation_cycle WHERE NOT is_sample") == "1", "no cycle")
    DESK.see(T("%u evaluations · %u signed").replace("%u", "0"))
    DESK.menu("More about this list", "_Take In and Reckon All")
    wait(lambda: int(ask("SELECT count(*) FROM centre.evaluation e JOIN centre.evaluation_cycle c ON c.id = e.cycle_id "
                         "WHERE NOT c.is_sample")) > 0, "nobody is taken in", timeout=90)


@case("one officer is evaluated to sign-off")
def sign():
    DESK.field(T("Search the evaluations")).write("thach so phia")
    slips = lambda: [n for n in DESK.all("table cell", contains=T("Monthly slip")) if n.shown]
    # The list is narrowed a moment after the words: until then the first slip is another's.
    wait(lambda: len(slips()) == 1, lambda: "%d slips are found" % len(slips()))
    DESK.click(slips()[0])
    DESK.see("Thạch Sô Phia")
    for step in ("self", "section", "supervision"):
        DESK.press("button", T("Go On _Without…"))
        DESK.fill(T("Reason"), "Người này vắng")
        confirm("_Go On", OURS % step)
        wait(lambda: not DESK.all("alert"), "the question stays")
    DESK.press("button", T("_Give Points…"))
    DESK.fill(T("%s (0 to %s)") % ("Thẻ, trang phục, nội quy", "10"), "9,5")
    DESK.fill(T("Assessment"), "Làm việc tốt")
    DESK.press("button", T("_Save"))
    wait(lambda: ask("SELECT count(*) FROM centre.evaluation_text WHERE body = 'Làm việc tốt'") == "1", "no text")
    picture("evaluation-ready")
    DESK.press("button", T("_Sign…"))
    DESK.see(T("Sign the evaluation of %s?") % "Thạch Sô Phia")
    picture("evaluation-sign")
    confirm("_Sign", OURS % "signed")
    equal(ask("SELECT count(*) FROM centre.evaluation_seal s JOIN centre.evaluation e ON e.id = s.evaluation_id "
              "JOIN centre.evaluation_cycle c ON c.id = e.cycle_id WHERE NOT c.is_sample"), "1", "its seal")


@case("the notice to the home agency is drafted, with the officer in it")
def notice():
    DESK.menu("More about this list", "_Notices to the Home Agencies…")
    DESK.press("button", T("_Make the Drafts"))
    wait(lambda: ask("SELECT count(*) FROM centre.paper WHERE kind = 'evaluation_notice' AND state = 'draft'") == "1",
         "no draft")
    check(ask("SELECT position('Thạch Sô Phia' IN content::text) > 0 FROM centre.paper WHERE kind = 'evaluation_notice'")
          in ("t", "true"), "who it is about")


@case("the home agency's final rating stands beside ours")
def home():
    DESK.go("Evaluation")
    DESK.press("button", T("_Home Agency's Rating…"))
    DESK.dialog(T("The Home Agency's Rating"))
    DESK.fill(T("Number of its paper"), "15/QĐ-SNV")
    DESK.press("button", T("_Save"))
    wait(lambda: ask("SELECT count(*) FROM centre.evaluation WHERE home_no = '15/QĐ-SNV' AND state = 'signed'") == "1", "no rating")
    DESK.see("15/QĐ-SNV")


@case("totals by agency are told with their interval, or as too few")
def spread():
    DESK.menu("More about this list", "_Distribution…")
    dialog = DESK.find("dialog", contains=T("Distribution · %s") % "")
    check(DESK.all(contains=T(" · too few to say anything"), within=dialog), "one of each agency is too few")
    check(DESK.all("list item", T("All"), within=dialog), "all together")
    picture("evaluation-agencies")
    DESK.keys("Escape")


run()
