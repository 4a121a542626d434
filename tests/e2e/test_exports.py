# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports that the program has never seen: a person says once what their columns mean. Exports that are laid in a folder: they
are offered once they are whole, each once, and go in by themselves only where a person has said so."""
import os

from centre import Centre, T, run, wait
from server import Server
from tap import case, check

DESK = Centre()
SERVER = []
TITLE = T("Import Figures")
NEW = T("New Files in a Folder")
COLUMNS = ("A · nơi làm", "B · khi vào", "C · khi hẹn", "D · khi ra")
PICTURES = os.environ.get("MOTCUA_PICTURES")


def picture(name):
    if PICTURES:
        DESK.picture(os.path.join(PICTURES, name + ".png"))


def write(path, *days):
    """Dossiers under headers that nobody knows, received on these days of November 2024."""
    with open(path, "w", encoding="utf-8") as stream:
        stream.write("Danh mục gửi Trung tâm\nnơi làm;khi vào;khi hẹn;khi ra\n")
        for day in days:
            stream.write("Sở Tư pháp;%02d/11/2024 08:30;30/12/2024;%02d/11/2024\n" % (day, day + 1))
    return path


def values():
    return [" ".join(row) for row in DESK.rows("The values of the chart")]


def counts(day, n):
    wait(lambda: [r for r in values() if r.startswith("%s %s" % (day, n))], lambda: "%s on %s: %s" % (n, day, values()))


def commit():
    return DESK.inside(TITLE, "button", T("_Import"))


def choose_by_keys(column, downs, meaning):
    """The list of a column's meanings, opened and gone through by arrow keys."""
    DESK.click(DESK.find("combo box", column))
    wait(lambda: DESK.focused() and DESK.focused().role == "list item", DESK.tree)
    DESK.keys(*["Down"] * downs)
    DESK.keys("Return")
    wait(lambda: meaning in DESK.find("combo box", column).words(), DESK.tree)
    wait(lambda: DESK.focused() and DESK.focused().name == column, "the keyboard is somewhere else")


@case("a file without a known header is offered for its columns to be told")
def told():
    SERVER.append(Server(DESK, "lan"))
    DESK.choose_file(write(os.path.join(DESK.folder, "la-1.csv"), 4, 4, 5))
    DESK.open("--database", SERVER[0].uri("lan"))
    DESK.go("Workload")
    DESK.press("button", T("Import Figures…", "button"))
    DESK.dialog(TITLE)
    DESK.press("button", T("_Choose a File…"))
    DESK.see(T("Say below what the columns mean; it will be remembered of the source. %s").split("%s")[0].strip())
    picture("exports-unknown")
    check(not commit().has("sensitive"), "a file of unknown columns can be taken in")
    DESK.choose(COLUMNS[0], T("Agency"))
    choose_by_keys(COLUMNS[1], 1, T("Received on"))
    choose_by_keys(COLUMNS[2], 2, T("Appointed for"))
    choose_by_keys(COLUMNS[3], 3, T("Settled on"))
    wait(lambda: commit().has("sensitive"), DESK.tree)
    picture("exports-told")
    DESK.click(commit())
    DESK.gone("dialog", TITLE)
    counts("04/11/2024", 2)


def folder():
    return DESK.make("exports")


@case("what is laid in the chosen folder is offered, with what it probably is, and is taken in by a person")
def offered():
    DESK.menu("More about this page", "_New Files in a Folder…")
    DESK.dialog(NEW)
    DESK.choose_file(folder())
    DESK.press("button", T("_Choose…"))
    DESK.see(os.path.basename(folder()))
    write(os.path.join(folder(), "thang-11a.csv"), 11, 11, 12)
    DESK.see("thang-11a.csv")
    DESK.see(T("Dossiers"))
    picture("exports-folder")
    DESK.press("button", T("_Import…"))
    DESK.dialog(TITLE)
    wait(lambda: commit().has("sensitive"), DESK.tree)
    DESK.click(commit())
    DESK.gone("dialog", TITLE)
    DESK.see(T("There is nothing new. A file is offered once it has kept its size for some seconds."))
    DESK.keys("Escape")
    DESK.gone("dialog", NEW)
    counts("11/11/2024", 2)


def banner(n):
    return T.many("%u new file in the folder “%s”", "%u new files in the folder “%s”", n) % (n, os.path.basename(folder()))


@case("the page says how many files are new; one that is left out is not offered again")
def left_out():
    with open(os.path.join(folder(), "khac.csv"), "w", encoding="utf-8") as stream:
        stream.write("một,hai\n1,2\n")
    DESK.see(banner(1))
    picture("exports-banner")
    DESK.press("button", T("_Look…"))
    DESK.dialog(NEW)
    DESK.see(T("Its columns are not known yet"))
    DESK.press("button", T("Do not offer this file again"))
    DESK.see(T("There is nothing new. A file is offered once it has kept its size for some seconds."))


@case("what is known goes in by itself once a person has said so, and can be undone")
def by_itself():
    DESK.click(DESK.find("label", T("Take in by itself what is known")))
    write(os.path.join(folder(), "thang-11b.csv"), 18, 18, 18)
    DESK.see(T("“%s” was taken in by itself") % "thang-11b.csv")
    DESK.keys("Escape")
    DESK.gone("dialog", NEW)
    counts("18/11/2024", 3)
    DESK.undo()
    wait(lambda: not [r for r in values() if r.startswith("18/11/2024 3")], values)


run()
