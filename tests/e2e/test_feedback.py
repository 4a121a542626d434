# SPDX-License-Identifier: GPL-3.0-or-later
"""Feedback and supervision from outside: written down, settled by the director, undone; codes of dossiers refused."""
from centre import Centre, T, run, wait
from server import Server
from tap import case, check, equal

DESK = Centre()
SERVER = []


def ask(sql):
    return SERVER[0].ask(sql)


def add_it():
    """The button of the dialog; that of the page behind it has the same word."""
    wait(lambda: DESK.all("button", T("_Add"), state="sensitive"), "the dialog cannot add")[-1].press()


@case("feedback is written down, without what tells of a citizen")
def add():
    SERVER.append(Server(DESK, "minh"))
    DESK.open("--database", SERVER[0].uri("minh"))
    DESK.go("Feedback & Supervision")
    before = ask("SELECT count(*) FROM centre.feedback")
    DESK.press("button", T("Add", "button"))
    DESK.see(T("Add Feedback"))
    DESK.fill(T("Matter"), "Hồ sơ H13.08-261205-0001 trễ hẹn")
    add_it()
    DESK.see(T("Please leave out what tells of a citizen: codes of dossiers, telephone numbers, identity cards, "
               "e-mail addresses."))
    equal(ask("SELECT count(*) FROM centre.feedback"), before, "refused")
    DESK.keys("Escape")
    DESK.fill(T("Matter"), "Chờ lâu đầu giờ sáng")
    add_it()
    wait(lambda: ask("SELECT count(*) FROM centre.feedback WHERE NOT is_sample") == "1", "it is not in the register")
    DESK.see("Chờ lâu đầu giờ sáng")


@case("it is examined and settled, step by step, and a step is taken back")
def steps():
    DESK.click(DESK.find("table cell", contains="Chờ lâu"))
    DESK.press("button", T("_Examine"))
    wait(lambda: ask("SELECT state FROM centre.feedback WHERE NOT is_sample") == "examined", "it is not examined")
    DESK.press("button", T("_Settle…"))
    DESK.see(T("Settle the Feedback"))
    DESK.fill(T("What was found"), "Thiếu người đầu giờ")
    DESK.press("button", T("_Save"))
    DESK.see(T("What is settled is upheld or rejected; what is open is neither."))
    equal(ask("SELECT state FROM centre.feedback WHERE NOT is_sample"), "examined", "without an outcome it is not settled")
    DESK.keys("Escape")
    DESK.keys("Escape")
    DESK.undo()
    wait(lambda: ask("SELECT state FROM centre.feedback WHERE NOT is_sample") == "received", "the step is not taken back")
    check(ask("SELECT count(*) FROM audit.change WHERE table_name = 'feedback' AND action = 'update'") == "2", "each step is in the journal")


run()
