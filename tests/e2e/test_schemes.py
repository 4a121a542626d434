# SPDX-License-Identifier: GPL-3.0-or-later
"""Schemes of evaluation from outside: the law is read, the centre's slip is edited into a new version, tried, saved and undone."""
import os

from centre import Centre, T, run, wait
from server import Server
from tap import case, check, equal

DESK = Centre()
SERVER = []
SLIP = "Phiếu đánh giá tháng của Trung tâm"
LAW = "Đánh giá công chức theo Nghị định 335/2025/NĐ-CP"
PICTURES = os.environ.get("MOTCUA_PICTURES")


def picture(name):
    if PICTURES:
        DESK.picture(os.path.join(PICTURES, name + ".png"))


def ask(sql):
    return SERVER[0].ask(sql)


def versions(code="monthly_slip"):
    return int(ask("SELECT count(*) FROM centre.evaluation_scheme WHERE code = '%s'" % code))


def open_row(title, inside):
    """Until @inside shows: while a page glides in, its rows are not where they will be."""
    def look():
        if DESK.all(contains=inside):
            return True
        for row in DESK.all("list item", title)[:1]:
            DESK.click(row)
    wait(look, lambda: "%r does not open\n%s" % (title, DESK.tree()), pause=1.5)


def weigh(criterion, value):
    """Undo and redo make the rows anew: what was found a moment ago may be gone."""
    def look():
        spin = DESK.find("spin button", T("Weight of %s (%%)") % criterion)
        spin.set_value(value)
        return spin.value() == value
    wait(look, "%r is not %s" % (criterion, value))


@case("what the law says is shown, and not edited")
def law():
    SERVER.append(Server(DESK, "minh"))
    DESK.open("--database", SERVER[0].uri("minh"))
    DESK.go("Evaluation")
    DESK.menu("More about this list", "Sc_hemes…")
    DESK.dialog(T("Schemes of Evaluation"))
    DESK.find("list item", SLIP)
    picture("schemes")
    open_row(LAW, T("_Try on Last Quarter…"))
    DESK.find("label", contains="Điều 20; Phụ lục II")
    check(not DESK.all("button", T("_Save")), "there is something to save")
    check(not DESK.all("button", T("_Add a Criterion")), "there is something to add")
    picture("scheme-law")
    DESK.press("button", T("_Try on Last Quarter…"))
    DESK.dialog(T("Try “%s”") % LAW)
    DESK.see(T("People", "group"))
    DESK.keys("Escape")
    DESK.gone("dialog", T("Try “%s”") % LAW)
    DESK.keys("alt+Left")
    DESK.find("list item", SLIP)


@case("the slip is edited: weights are 100 together, and each edit can be undone")
def edit():
    open_row(SLIP, T("_Try on Last Quarter…"))
    DESK.find("label", T("✓ Together %s %%") % "100")
    DESK.find("button", T("_Save"))
    check(not DESK.all("button", T("_Save"), state="sensitive"), "nothing was edited yet")
    picture("scheme-slip")
    weigh("Số hóa hồ sơ", 25)
    DESK.find("label", T("✗ Together %s %%, not 100") % "105")
    check(not DESK.all("button", T("_Save"), state="sensitive"), "105 can be saved")
    DESK.press("button", T("Undo the last edit"))
    DESK.find("label", T("✓ Together %s %%") % "100")
    DESK.press("button", T("Redo the edit"))
    DESK.find("label", T("✗ Together %s %%, not 100") % "105")
    weigh("Thẻ, trang phục, nội quy", 5)
    DESK.find("label", T("✓ Together %s %%") % "100")
    DESK.find("button", T("_Save"), state="sensitive")


@case("a criterion says what counts, and what keeps the level down")
def criterion():
    open_row("Chấp hành giờ giấc", T("From how many on"))
    DESK.number(T("Points for each: %s") % T("late", "figure"), 2)
    DESK.number(T("From how many on"), 2)
    picture("scheme-criterion")
    DESK.keys("alt+Left")
    DESK.find("list item", "Chấp hành giờ giấc")
    DESK.find("label", contains=T("%s for each: %s") % ("2", T("late", "figure")))
    DESK.find("label", contains=T("from %d %s on: at best %s") % (2, T("without leave", "figure"), "C"))


@case("the draft is tried on last quarter before it is saved; nothing of that is kept")
def trial():
    before = ask("SELECT count(*) FROM centre.evaluation"), versions()
    DESK.press("button", T("_Try on Last Quarter…"))
    DESK.dialog(T("Try “%s”") % SLIP)
    DESK.find("label", T("Levels"))
    DESK.see(T("People", "group"))
    picture("scheme-trial")
    DESK.keys("Escape")
    DESK.gone("dialog", T("Try “%s”") % SLIP)
    equal((ask("SELECT count(*) FROM centre.evaluation"), versions()), before, "as before")
    DESK.find("button", T("_Save"), state="sensitive")


@case("saving makes a new version; what was signed stays, and undo takes the version away")
def save():
    signed = ask("SELECT string_agg(s.sha256, ' ' ORDER BY s.id) FROM centre.evaluation_seal s")
    DESK.press("button", T("_Save"))
    wait(lambda: versions() == 2, "no new version")
    equal(ask("SELECT sum(w.weight) FROM centre.evaluation_weight w JOIN centre.evaluation_criterion c ON c.id = w.criterion_id JOIN "
              "centre.evaluation_scheme s ON s.id = c.scheme_id WHERE s.code = 'monthly_slip' AND upper_inf(s.during)"), "100.00", "its weights")
    equal(ask("SELECT c.veto ->> 'at_least' FROM centre.evaluation_criterion c JOIN centre.evaluation_scheme s ON s.id = c.scheme_id "
              "WHERE s.code = 'monthly_slip' AND upper_inf(s.during) AND c.code = 'punctual'"), "2", "its veto")
    equal(ask("SELECT weight FROM centre.evaluation_weight w JOIN centre.evaluation_criterion c ON c.id = w.criterion_id JOIN "
              "centre.evaluation_scheme s ON s.id = c.scheme_id WHERE s.code = 'monthly_slip' AND NOT upper_inf(s.during) AND c.code = 'digital'"),
          "20.00", "the old version")
    equal(ask("SELECT string_agg(s.sha256, ' ' ORDER BY s.id) FROM centre.evaluation_seal s"), signed, "the seals")
    wait(lambda: len(DESK.all("list item", SLIP)) == 2, "both versions are listed")
    picture("schemes-versions")
    DESK.keys("Escape")
    DESK.gone("dialog", T("Schemes of Evaluation"))
    DESK.undo()
    wait(lambda: versions() == 1, "the version stays")
    equal(ask("SELECT upper_inf(during) FROM centre.evaluation_scheme WHERE code = 'monthly_slip'"), "t", "the old one goes on")


@case("a copy becomes a scheme of its own, with weights for one post")
def copy():
    DESK.menu("More about this list", "Sc_hemes…")
    DESK.press("button", T("_Copy"))
    DESK.fill(T("Name"), "Phiếu của bộ phận Giám sát")
    DESK.press("button", T("_Save"))
    wait(lambda: versions("slip_2") == 1, "no copy")
    equal(ask("SELECT count(*) FROM centre.evaluation_criterion c JOIN centre.evaluation_scheme s ON s.id = c.scheme_id WHERE s.code = 'slip_2'"),
          "5", "its criteria")
    DESK.find("list item", "Phiếu của bộ phận Giám sát")


run()
