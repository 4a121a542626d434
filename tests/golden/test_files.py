# SPDX-License-Identifier: GPL-3.0-or-later
"""Drawings in files, as other programs read them: pdftotext, pdffonts, pdfinfo, pdfimages, librsvg, ImageMagick."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

sys.path.insert(0, os.path.join(os.environ["MOTCUA_SRCDIR"], "tests", "support"))
from tap import case, check, equal, run  # noqa: E402

WRITE = sys.argv[1]
FOLDER = tempfile.mkdtemp(prefix="motcua-files-")
NAMES = ["Nguyễn Thị Ngọc Ánh", "Trần Quốc Khánh", "Lê Hoàng Bảo Châu", "Huỳnh Thuý Vy", "Đặng Văn Ơn", "Phạm Ỷ Lan"]


def path(name):
    return os.path.join(FOLDER, name)


def program(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def info(name):
    """What pdfinfo says, in points, with page boxes."""
    out = program("pdfinfo", "-isodates", "-box", path(name))
    return dict((part.strip() for part in line.split(":", 1)) for line in out.splitlines() if ":" in line)


@case("the files are written")
def written():
    program(WRITE, FOLDER)
    equal(sorted(os.listdir(FOLDER)), ["a3.pdf", "a4.pdf", "a4.png", "a4.svg", "custom.pdf", "tiles.pdf"], "files")


@case("pdftotext finds every Vietnamese word, composed")
def text():
    words = program("pdftotext", "-layout", path("a4.pdf"), "-")
    check(unicodedata.is_normalized("NFC", words), "decomposed text")
    flat = re.sub(r"\s+", " ", words)
    for wanted in NAMES + ["SƠ ĐỒ TỔ CHỨC", "Bộ phận Tiếp nhận và Trả kết quả", "Cần Thơ, ngày 05 tháng 02 năm 2026",
                           "GIÁM ĐỐC", "Võ Đức Thịnh"]:
        check(wanted in flat, "no “%s” in:\n%s" % (wanted, words))
    equal(flat.count("Công chức tiếp nhận"), len(NAMES), "second lines")
    check("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG" in re.sub(r"\s+", " ", program("pdftotext", path("a4.pdf"), "-")), "head")


@case("every font is embedded and maps to Unicode")
def fonts():
    for name in ("a4.pdf", "tiles.pdf"):
        rows = program("pdffonts", path(name)).splitlines()[2:]
        check(len(rows) >= 3, "sans, bold and serif: %s" % rows)
        for row in rows:
            # name, type (may have blanks), encoding, emb, sub, uni, object, generation
            equal(row.split()[-5:-2], ["yes", "yes", "yes"], row)


@case("a drawing is lines and text, not a picture")
def vector():
    for name in ("a4.pdf", "tiles.pdf"):
        equal(program("pdfimages", "-list", path(name)).splitlines()[2:], [], "pictures in " + name)


@case("page boxes are exactly A4, A3 and what was asked for")
def boxes():
    for name, width, height in (("a4.pdf", 297, 210), ("a3.pdf", 297, 420),
                                ("custom.pdf", 500.5 * 25.4 / 72, 400.25 * 25.4 / 72), ("tiles.pdf", 210, 297)):
        box = [float(n) for n in info(name)["MediaBox"].split()]
        check(abs(box[2] - width * 72 / 25.4) < 0.01 and abs(box[3] - height * 72 / 25.4) < 0.01 and box[:2] == [0, 0],
              "%s: %s" % (name, box))


@case("several sheets, each with its number and place")
def tiles():
    pages = int(info("tiles.pdf")["Pages"])
    check(pages > 2, "%d pages" % pages)
    for page in range(1, pages + 1):
        words = program("pdftotext", "-f", str(page), "-l", str(page), path("tiles.pdf"), "-")
        check("%d" % pages in words and "Sheet %d of %d" % (page, pages) in words, words)
    check("A%d" % (pages - 1) in program("pdftotext", "-f", "1", "-l", "1", path("tiles.pdf"), "-"), "no tile on the overview")


@case("the meta data say what it is and in which language")
def metadata():
    about = info("a4.pdf")
    equal(about["Title"], "Sơ đồ tổ chức", "title")
    equal(about["Author"], "Trung tâm Phục vụ hành chính công", "author")
    equal(about["Subject"], "Bộ phận Tiếp nhận và Trả kết quả", "subject")
    with open(path("a4.pdf"), "rb") as stream:
        check(b"/Lang (vi" in stream.read(), "no language")


@case("the SVG is well formed, of the paper's size, and readers draw it")
def svg():
    width, height = program("identify", "-format", "%w %h", path("a4.svg")).split()
    check(abs(int(width) / int(height) - 297 / 210) < 0.01, "%s x %s" % (width, height))
    program("rsvg-convert", "-o", path("svg.png"), path("a4.svg"))
    check("<image" not in open(path("a4.svg"), encoding="utf-8").read(), "a picture in it")


@case("the PNG has the pixels and the resolution that were asked for")
def png():
    equal(program("identify", "-units", "PixelsPerInch", "-format", "%w %h %x", path("a4.png")).split()[:2],
          ["1684", "1191"], "pixels at 144 an inch")
    resolution = float(program("identify", "-units", "PixelsPerInch", "-format", "%x", path("a4.png")).split()[0])
    check(abs(resolution - 144) < 0.1, "resolution %f" % resolution)


run(cleanup=lambda: shutil.rmtree(FOLDER, ignore_errors=True))
