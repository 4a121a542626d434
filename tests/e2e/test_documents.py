# SPDX-License-Identifier: GPL-3.0-or-later
"""Official papers from outside: drafted by the office, issued by the director with a number, answered, written as a PDF."""
import os

from centre import Centre, T, run, wait
from server import Server
from tap import case, check, equal

OFFICE, LEADER = Centre(), Centre()
SERVER = []
PICTURES = os.environ.get("MOTCUA_PICTURES")


def picture(desk, name):
    if PICTURES:
        desk.picture(os.path.join(PICTURES, name + ".png"))


def ask(sql):
    return SERVER[0].ask(sql)


@case("the register is empty, and says what belongs there")
def empty():
    SERVER.append(Server(OFFICE, "lan", "minh"))
    ask("DELETE FROM centre.paper")  # those of the sample centre
    OFFICE.open("--database", SERVER[0].uri("lan"))
    OFFICE.go("Documents")
    OFFICE.see(T("No paper yet"))
    picture(OFFICE, "documents-empty")


@case("a draft is made from the text of its kind, with the paper beside it")
def draft():
    OFFICE.press("button", T("Draft a Paper"))
    OFFICE.see(T("Draft a Paper"))
    wait(lambda: [n for n in OFFICE.all() if n.name.startswith(T("Preview, sheet %u of %u") % (1, 1))], "no preview")
    picture(OFFICE, "documents-draft")
    OFFICE.field(T("Text, a paragraph a line")).write("Cấp cho ông Nguyễn Văn Mẫu nghỉ phép năm./.")
    OFFICE.field(T("Recipients, a line each")).write("- Lưu: VT.")
    OFFICE.press("button", T("_Keep the Draft"))
    wait(lambda: ask("SELECT count(*) FROM centre.paper") == "1", "no draft in the register")
    equal(ask("SELECT state || ' ' || symbol || ' ' || kind FROM centre.paper"), "draft GNP-TTPVHCC leave", "the draft")
    check(ask("SELECT content ->> 'type' FROM centre.paper") == "Giấy nghỉ phép", "its content")


@case("the other desk sees it; the leader issues it, and it has its number")
def issue():
    role = ask("SELECT group_role FROM centre.account WHERE login = 'minh'")
    LEADER.open("--database", SERVER[0].uri("minh"))
    LEADER.go("Documents")
    row = LEADER.find("table cell", contains="GNP-TTPVHCC")
    LEADER.click(row)
    wait(lambda: [n for n in LEADER.all() if n.name.startswith(T("Preview, sheet %u of %u") % (1, 1))], "no preview")
    picture(LEADER, "documents-detail")
    check(role in ("director", "deputy"), "minh is %s" % role)
    LEADER.press("button", T("_Issue…"))
    LEADER.see(T("Issue the Paper"))
    picture(LEADER, "documents-issue")
    LEADER.press("button", T("_Issue"))
    wait(lambda: ask("SELECT state FROM centre.paper") == "issued", "it is not issued")
    equal(ask("SELECT number FROM centre.paper"), "1", "its number")
    LEADER.see("01/GNP-TTPVHCC")
    OFFICE.see("01/GNP-TTPVHCC")
    picture(OFFICE, "documents-list")


@case("an answer is recorded, and the paper is withdrawn with a reason")
def answer():
    LEADER.press("button", T("_Answer…"))
    LEADER.see(T("Record the Answer"))
    LEADER.fill(T("Number of the answer"), "31/STP-VP")
    LEADER.press("button", T("_Record"))
    wait(lambda: ask("SELECT answer_no FROM centre.paper") == "31/STP-VP", "no answer")
    LEADER.see("31/STP-VP")
    LEADER.press("button", T("_Withdraw…"))
    LEADER.fill(T("Reason"), "Sai tên người nghỉ")
    LEADER.press("button", T("_Withdraw"))
    wait(lambda: ask("SELECT state || ' ' || withdraw_reason FROM centre.paper") == "withdrawn Sai tên người nghỉ",
         "it is not withdrawn")


@case("a text is changed beside its preview; an unknown name in braces is named")
def texts():
    LEADER.menu("More about this list", "_Texts of Papers…")
    LEADER.see(T("Texts of Papers"))
    LEADER.field(T("Text, a paragraph a line")).write("Kính gửi {perso}")
    LEADER.see("{perso}")
    picture(LEADER, "documents-texts")
    LEADER.field(T("Text, a paragraph a line")).write("{centre} cấp cho {person}.")
    LEADER.press("button", T("_Save the Text"))
    wait(lambda: ask("SELECT body FROM centre.paper_template WHERE kind = 'leave'") == "{centre} cấp cho {person}.",
         "the text is not saved")


run()
