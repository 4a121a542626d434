# SPDX-License-Identifier: GPL-3.0-or-later
"""Search, the day shown, and quotas."""
import re

from centre import Centre, T, plain, run, wait
from tap import case, check, equal

DESK = Centre()


def hit_names():
    boxes = DESK.all("list", T("What was found"))
    return [n.name for n, _ in boxes[-1].walk() if n.role == "list item" and n.shown] if boxes else []


def hits(text, wanted):
    """Types into the search and waits for a hit whose name starts with @wanted."""
    DESK.keys("ctrl+k")
    DESK.dialog(T("Search Everything"))
    DESK.find("entry", T("Search everything"), state="focused")
    DESK.type(text)

    def found():
        names = hit_names()
        return [n for n in names if all(any(n.startswith(w) for n in names) for w in wanted)]
    names = wait(found, lambda: "%r does not find %s\n%s" % (text, wanted, DESK.tree()))
    return names


@case("search finds names without accents, with the tone mark in its old or new place")
def search():
    DESK.open("--start=demo")
    names = hits("nguyen van hoa", ["Nguyễn Văn Hoà", "Nguyễn Văn Hòa"])
    # Counters where they sit come after them.
    equal({n.split(",")[0] for n in names[:2]}, {"Nguyễn Văn Hoà", "Nguyễn Văn Hòa"}, "who is found first")
    DESK.keys("Escape")
    DESK.gone("dialog", T("Search Everything"))
    hits("hoa nguyen", ["Nguyễn Văn Hoà", "Nguyễn Văn Hòa"])
    DESK.keys("Return")
    DESK.find("heading", lambda name: name in ("Nguyễn Văn Hoà", "Nguyễn Văn Hòa"))


@case("an agency and a page are found as well, and opened by Return")
def search_others():
    hits("ngoai vu", ["Sở Ngoại vụ"])
    DESK.keys("Return")
    DESK.find("heading", "Sở Ngoại vụ")
    wait(lambda: DESK.on("Home Agencies"), "the agency's page does not open")


@case("a finding is found by its words, and shown in its list whatever filter stands there")
def search_finding():
    DESK.go("Needs Attention")
    row = wait(lambda: [n for n in DESK.table("Needs Attention").walk() if n[0].role == "list item"], "no findings")[0][0]
    DESK.fill(T("Search the findings"), "khong co gi nhu the")
    DESK.gone("list item", row.name)
    DESK.go("Staff")
    DESK.keys("ctrl+k")
    DESK.find("entry", T("Search everything"), state="focused")
    DESK.type(plain(row.name))
    wait(lambda: hit_names() and hit_names()[0].startswith(row.name), lambda: "%r finds %s" % (plain(row.name), hit_names()))
    DESK.keys("Return")
    wait(lambda: DESK.on("Needs Attention"), "the findings do not open")
    wait(lambda: [n for n in DESK.all("list item", row.name) if n.has("selected")], "the finding is not marked")
    check(not DESK.all(contains=T("This entry is not there any more.")), "told to be gone")


@case("on 30/06/2025 seventeen agencies receive, on 01/07/2025 their successors")
def as_of():
    DESK.go("Home Agencies")
    DESK.look_at("30/06/2025")
    wait(lambda: count() == 17, lambda: "%d agencies" % count())
    DESK.find("button", T("_Back to Today"))
    check(not DESK.find("button", T("Add Agency")).has("sensitive"), "the past can be written")
    DESK.fill(T("Search the agencies"), "ke hoach")
    wait(lambda: [row[1] for row in DESK.rows("Home Agencies")] == ["Sở Kế hoạch và Đầu tư"], lambda: str(DESK.rows("Home Agencies")))
    DESK.keys("alt+Next")
    DESK.see("01/07/2025")
    wait(lambda: not DESK.all("table cell", "Sở Kế hoạch và Đầu tư"), "the predecessor is still there")
    DESK.fill(T("Search the agencies"), "")
    wait(lambda: 0 < count() < 17, lambda: "%d agencies" % count())
    check(any(row[1] == "Sở Tài chính" for row in DESK.rows("Home Agencies")), str(DESK.rows("Home Agencies")))
    print("# after the reorganisation: %d agencies" % count())
    DESK.today()


def count():
    """From the line beneath the table: of rows, only those within the window exist."""
    return int(DESK.find("label", re.compile(r"^\d+ [^·]+·[^·]+·[^·]+·")).name.split()[0])


@case("a quota is changed and undone")
def quota():
    def now():
        return DESK.cells("Home Agencies", "NGV")[2]
    wait(lambda: DESK.rows("Home Agencies"), "no agencies")
    DESK.open_row("Home Agencies", "NGV")
    DESK.find("heading", "Sở Ngoại vụ")
    before = now()
    DESK.menu("_Act", "Change the _Quota…")
    DESK.dialog(T("Change the Quota"))
    DESK.number(T("Officers to send"), int(before) + 2)
    DESK.fill(T("Decision number"), "8/QĐ-UBND")
    DESK.press("button", T("_Change the Quota"))
    DESK.gone("dialog", T("Change the Quota"))
    wait(lambda: now() == str(int(before) + 2), lambda: "quota " + now())
    DESK.see("8/QĐ-UBND")
    DESK.undo()
    wait(lambda: now() == before, lambda: "not undone: " + now())
    # A search that has the keyboard takes back what was typed there, and only that.
    DESK.keys("ctrl+f")
    DESK.find("entry", T("Search the agencies"), state="focused")
    DESK.keys("ctrl+y")
    wait(lambda: now() == str(int(before) + 2), lambda: "not done again: " + now())
    DESK.type("ngv")
    wait(lambda: len(DESK.rows("Home Agencies")) == 1, "the search finds nothing")
    DESK.keys("ctrl+z")
    wait(lambda: len(DESK.rows("Home Agencies")) > 1, "the typing is not undone")
    equal(now(), str(int(before) + 2), "the quota after the typing was undone")
    DESK.undo()
    wait(lambda: now() == before, lambda: "not undone from the search: " + now())


@case("agencies merge: the line beneath the table and the people of the agency follow at once")
def merge():
    def line():
        return [int(n) for n in re.findall(r"\d+", DESK.find("label", re.compile(r"^\d+ [^·]+·[^·]+·[^·]+·")).name)]
    DESK.go("Staff")
    # Only the rows in sight can be read.
    DESK.fill(T("Search the staff"), "so y te")
    wait(lambda: any("YT" in row for row in DESK.rows("Staff")), "nobody of the health department")
    name, agency = next((row[0], "Sở Y tế") for row in DESK.rows("Staff") if "YT" in row)
    DESK.fill(T("Search the staff"), "")
    DESK.go("Home Agencies")
    before = line()
    DESK.open_row("Home Agencies", "NGV")
    DESK.find("heading", "Sở Ngoại vụ")
    DESK.gone("list item", contains=name)
    DESK.menu("_Act", "_Merge Others Into It…")
    DESK.dialog(T("Merge Other Agencies Into This One"))
    DESK.press("check box", agency, nth=1)
    DESK.find("check box", agency, state="checked")
    DESK.fill(T("Decision number"), "9/NQ-HĐND")
    DESK.fill(T("Date of the decision"), "20/11/2026")
    DESK.press("button", T("_Merge"))
    DESK.gone("dialog", T("Merge Other Agencies Into This One"))
    wait(lambda: line() == [before[0] - 1] + before[1:], lambda: "%s became %s" % (before, line()))
    DESK.find("list item", contains=name)


run()
