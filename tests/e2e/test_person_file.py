# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's file: photo, scans, the copy of all data, and what makes them anonymous."""
import datetime
import hashlib
import json
import os
import re
import stat
import struct
import zipfile
import zlib

from centre import Centre, T, run, wait
from tap import case, check, equal

DESK = Centre()
NAME = "Quách Thị Thùy Dương"  # of the sample
REAL = "Lâm Thị Hồ Sơ"  # entered like anybody
ANONYMOUS = re.compile(r"Đã ẩn danh")
MOST = 20 * 1024 * 1024
DAY = datetime.date.today() - datetime.timedelta(days=1)


def file_of(name, content):
    path = os.path.join(DESK.make("files"), name)
    with open(path, "wb") as stream:
        stream.write(content)
    return path


def png(side):
    """A red square."""
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    lines = (b"\0" + b"\xd0\x20\x20" * side) * side
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)) + \
        chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")


def tab(title):
    wait(lambda: [node for node in DESK.all(name=T(title, "tab")) if "Action" in node.interfaces],
         lambda: "no tab %r\n%s" % (title, DESK.tree()))[0].press()


def error(what):
    """The report that something was not done, read and put away; what it said."""
    DESK.find(name=T(what))
    said = " ".join(node.name for node in DESK.all())
    DESK.keys("Escape")
    DESK.gone(name=T(what))
    return said


@case("the file of a person opens")
def start():
    DESK.choose_file("")
    DESK.open("--start=demo")
    DESK.go("Staff")
    DESK.open_row("Staff", NAME)
    DESK.find("heading", NAME)


@case("a chooser that is closed without a choice changes nothing and says nothing")
def cancelled():
    DESK.press("button", T("Photo; choose another"))
    wait(lambda: DESK.choosers() == 1, "no chooser for the photo")
    tab("File")
    DESK.press("button", T("Add a file"))
    wait(lambda: DESK.choosers() == 2, "no chooser for the file")
    DESK.find("label", T("No file yet."))
    check(not DESK.all("dialog"), "a dialog opened\n" + DESK.tree())


@case("what is no picture is not taken for a photo")
def no_picture():
    DESK.choose_file(file_of("thu.txt", b"khong phai anh\n"))
    DESK.press("button", T("Photo; choose another"))
    check(T("This file is no picture.") in error("The photo was not changed."), "another reason")


@case("a picture becomes the photo, stands among the files, and undoing takes it off")
def photo():
    DESK.choose_file(file_of("chân dung.png", png(48)))
    DESK.press("button", T("Photo; choose another"))
    DESK.see("chân dung.png")
    DESK.see(T("Change the photo"))
    DESK.undo()


@case("a scan is added to the files")
def attach():
    DESK.choose_file(file_of("quyết định 12.pdf", b"%PDF-1.4\n% a scan\n" + b"x" * 5000))
    DESK.press("button", T("Add a file"))
    DESK.see("quyết định 12.pdf")
    DESK.see(T("The file was added."))


@case("20 MB are taken, one byte more is refused")
def size():
    DESK.choose_file(file_of("quá lớn.pdf", b"\0" * (MOST + 1)))
    DESK.press("button", T("Add a file"))
    said = error("The file was not added.")
    check(T("“%s” is larger than 20 MB.") % "quá lớn.pdf" in said, said)
    check(not DESK.all(contains="quá lớn.pdf"), "it was added")
    DESK.choose_file(file_of("vừa đủ.pdf", b"\0" * MOST))
    DESK.press("button", T("Add a file"))
    DESK.see("vừa đủ.pdf")


@case("a scan is taken out and undoing brings it back")
def remove():
    row = [node for node in DESK.all("list item") if any("quyết định 12.pdf" in word for word in node.words())][-1]
    [node for node, _ in row.walk() if node.role == "button" and node.name == T("Remove")][0].press()
    DESK.gone("list item", contains="quyết định 12.pdf")
    DESK.undo()
    DESK.see("quyết định 12.pdf")


@case("the copy of all data is one file that others cannot read")
def export():
    path = os.path.join(DESK.make("files"), "bản sao.zip")
    DESK.choose_file(path)
    DESK.press("button", T("Copy of all data"))
    DESK.find(name=T("Copy of All Data"))
    DESK.fill(T("Purpose"), "theo yêu cầu của đương sự")
    DESK.press("button", T("_Save…"))
    DESK.see(T("The copy was saved (scans: %u, size: %s).").split("(", maxsplit=1)[0])
    with zipfile.ZipFile(path) as archive:
        data = json.loads(archive.read("du-lieu.json"))
        names = archive.namelist()
        for entry in data["attachment"]:
            scan = archive.read("tep/%d-%s" % (entry["id"], entry["file_name"]))
            equal((len(scan), hashlib.sha256(scan).hexdigest()), (entry["byte_count"], entry["sha256"]),
                  entry["file_name"])
    equal(len(names), 1 + len(data["attachment"]), "entries: %s" % names)
    equal(data["person"]["full_name"], NAME, "name")
    equal(stat.S_IMODE(os.stat(path).st_mode), 0o600, "mode")
    equal(data["person"]["photo_id"], None, "photo, which was undone,")
    check(data["tour"] and data["qualification"], "tours or qualifications are missing: %s" % list(data))
    equal(sorted(entry["file_name"] for entry in data["attachment"]),
          ["chân dung.png", "quyết định 12.pdf", "vừa đủ.pdf"], "files")


def anonymise(name):
    DESK.press("button", T("_Anonymise…"))
    heading = T("Anonymise %s?") % name
    DESK.find(name=heading)
    check(not DESK.find("button", T("_Anonymise")).has("sensitive"), "it goes without a reason")
    DESK.fill(T("Reason"), "hết thời hạn lưu giữ")
    DESK.press("button", T("_Anonymise"))
    DESK.gone(name=heading)


@case("who has left is made anonymous: the name is gone from the page and the list")
def ended():
    tab("Tours")
    DESK.press("button", T("_Recall…"))
    DESK.dialog(T("End the Tour"))
    DESK.fill(T("Last day at the centre"), DAY.strftime("%d/%m/%Y"))
    DESK.fill(T("Decision number"), "55/QĐ-BHXH")
    DESK.press("button", T("_End the Tour"))
    DESK.gone("dialog", T("End the Tour"))
    tab("File")
    anonymise(NAME)
    DESK.see(T("The person was anonymised."))
    DESK.find("heading", ANONYMOUS)
    DESK.gone(contains=NAME)
    DESK.find("label", T("No file yet."))


@case("nobody who is no sample is made anonymous while a tour runs")
def running():
    DESK.keys("ctrl+n")
    DESK.dialog(T("Add a Person"))
    DESK.choose(T("Sending agency"), "CT · Sở Công Thương")
    DESK.fill(T("Full name"), REAL)
    DESK.fill(T("Decision number"), "99/QĐ-SCT")
    DESK.press("button", T("_Add"))
    DESK.gone("dialog", T("Add a Person"))
    DESK.find("heading", REAL)
    tab("File")
    anonymise(REAL)
    said = error("The person was not anonymised.")
    check(T("The data must still be kept: the retention term is not over.") in said, said)
    DESK.find("heading", REAL)


@case("the journal tells it, and calls who did it by name")
def journal():
    DESK.go("Journal")
    what = T("Anonymised: %s") % ""
    wait(lambda: [row for row in DESK.rows("Changes") if any(what in word for word in row)],
         lambda: "%s" % DESK.rows("Changes"))
    check(not [row for row in DESK.rows("Changes") if row[1] in ("local", "motcua_admin")], "%s" % DESK.rows("Changes")[:5])


run()
