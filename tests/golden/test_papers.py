# SPDX-License-Identifier: GPL-3.0-or-later
"""Official papers in PDF, as poppler reads them: boxes, margins, sizes and faces of Decree 30/2020, words, fonts, tags."""
import functools
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, os.path.join(os.environ["MOTCUA_SRCDIR"], "tests", "support"))
from tap import case, check, equal, run  # noqa: E402

WRITE = sys.argv[1]
FOLDER = tempfile.mkdtemp(prefix="motcua-papers-")
MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
A3 = (297 * MM, 420 * MM)
SIZES = {
    "letter.pdf": [A4], "notice.pdf": [A4, A4, A4, A3[::-1]], "month-a3.pdf": [A3[::-1]], "month-a4.pdf": [A4[::-1]] * 4,
    "week.pdf": [A4[::-1]], "attendance.pdf": [A3[::-1]], "day.pdf": [A4], "duty.pdf": [A4[::-1]],
    "leave.pdf": [A4], "attendance-letter.pdf": [A4, A3[::-1]], "duty-notice.pdf": [A4[::-1]],
}


def path(name):
    return os.path.join(FOLDER, name)


def program(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def words(name):
    return re.sub(r"\s+", " ", program("pdftotext", "-layout", path(name), "-"))


@functools.cache
def lines(name):
    """(page, left, top, width, height, size, family, text) of each run of one face, in points."""
    tree = ElementTree.fromstring(
        program("pdftohtml", "-xml", "-i", "-zoom", "1", "-stdout", "-fontfullname", path(name)))
    faces, out = {}, []
    for page in tree.iter("page"):
        for spec in page.iter("fontspec"):
            faces[spec.get("id")] = (float(spec.get("size")), spec.get("family"))
        for text in page.iter("text"):
            size, family = faces[text.get("font")]
            left, top, width, height = (float(text.get(part)) for part in ("left", "top", "width", "height"))
            words, family = "".join(text.itertext()), family.split("+")[-1]
            last = out[-1] if out else None
            # One face comes in several subsets: its runs on one line are one.
            if last and (last[0], last[2], last[5:7]) == (int(page.get("number")), top, (size, family)) and \
                    abs(last[1] + last[3] - left) < 3:
                out[-1] = last[:3] + (left + width - last[1],) + last[4:7] + (last[7] + words,)
            else:
                out.append((int(page.get("number")), left, top, width, height, size, family, words))
    return out


def face(name, wanted, page=1):
    """The size and family of the run that holds @wanted."""
    found = [run for run in lines(name) if run[0] == page and wanted in re.sub(r"\s+", " ", run[7])]
    check(found, "no run with “%s” in %s: %s" % (wanted, name, [run[7] for run in lines(name)][:20]))
    return found[0][5], found[0][6]


@case("the papers are written")
def written():
    program(WRITE, FOLDER)
    equal(sorted(os.listdir(FOLDER)), sorted(SIZES), "files")


@case("page boxes are exactly A4 and A3, upright and across, of each page")
def boxes():
    for name, sizes in SIZES.items():
        out = program("pdfinfo", "-f", "1", "-l", "99", "-box", path(name))
        found = [tuple(float(n) for n in line.split(":")[1].split()) for line in out.splitlines() if "MediaBox" in line]
        equal(len(found), len(sizes), "pages of " + name)
        for box, (width, height) in zip(found, sizes):
            check(box[:2] == (0, 0) and abs(box[2] - width) < 0.01 and abs(box[3] - height) < 0.01, "%s %s" % (name, box))


@case("text keeps the margins; the page number stands in the top margin, and not on page 1")
def margins():
    for name, sizes in SIZES.items():
        out = program("pdftotext", "-bbox", path(name), "-")
        for number, page in enumerate(out.split("<page ")[1:], 1):
            width, height = sizes[number - 1]
            boxes = [[float(n) for n in re.findall(r'"([\d.-]+)"', word)] + [re.sub("<[^>]*>", "", word)]
                     for word in re.findall(r"<word .*?</word>", page)]
            above = [word for word in boxes if word[3] < 20 * MM]
            equal([word[4].split(">")[-1] for word in above], [str(number)] if number > 1 else [], "over the text, " + name)
            for left, right in ((word[0], word[2]) for word in above):
                check(abs((left + right) / 2 - (30 * MM + width - 15 * MM) / 2) < 1, "%s: number not centred" % name)
            for word in boxes:
                if word in above:
                    continue
                check(word[0] >= 30 * MM - 0.6 and word[2] <= width - 15 * MM + 0.6, "%s %d: %s" % (name, number, word))
                check(word[1] >= 20 * MM - 3 and word[3] <= height - 20 * MM + 0.6, "%s %d: %s" % (name, number, word))


@case("faces and sizes are those of the Decree")
def faces():
    for name, text, least, most, style in (
            ("letter.pdf", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 13, "Bold"),
            ("letter.pdf", "Độc lập - Tự do - Hạnh phúc", 13, 14, "Bold"),
            ("letter.pdf", "VĂN PHÒNG UBND THÀNH PHỐ", 12, 13, ""),
            ("letter.pdf", "TRUNG TÂM PHỤC VỤ", 12, 13, "Bold"),
            ("letter.pdf", "Số: 12/TTPVHCC-HCTH", 13, 13, ""),
            ("letter.pdf", "Cần Thơ, ngày 05 tháng 02 năm 2026", 13, 14, "Italic"),
            ("letter.pdf", "V/v cử công chức", 12, 13, ""),
            ("letter.pdf", "Theo đơn đề nghị", 13, 14, ""),
            ("letter.pdf", "Nơi nhận:", 12, 12, "BoldItalic"),
            ("letter.pdf", "- Lưu: VT, HCTH.", 11, 11, ""),
            ("letter.pdf", "KT. GIÁM ĐỐC", 13, 14, "Bold"),
            ("letter.pdf", "Võ Đức Thịnh", 13, 14, "Bold"),
            ("notice.pdf", "THÔNG BÁO", 13, 14, "Bold"),
            ("notice.pdf", "Về việc phân công", 13, 14, "Bold")):
        size, family = face(name, text)
        check(least <= size <= most, "“%s” in %s points" % (text, size))
        check("Times" in family or "LiberationSerif" in family, "“%s” in %s" % (text, family))
        equal(re.search(r"(Bold)?(Italic)?$", family)[0], style, "style of “%s”" % text)
    size, family = face("notice.pdf", "Phụ lục I", 4)
    check(size == 14 and family.endswith("Bold"), "appendix: %s %s" % (size, family))


@case("a month of forty people is legible: names in 9 points, cells in 7.5 or more, all of them there")
def legible():
    for name in ("month-a3.pdf", "month-a4.pdf", "attendance.pdf"):
        runs = [run for run in lines(name) if re.search(r"\w", run[7])]
        check(min(run[5] for run in runs) >= 7.5 - 0.5, "%s: %s" % (name, min(run[5] for run in runs)))
    text = words("month-a3.pdf")
    for number in range(1, 41):
        check(re.search(r"\b%d (Nguyễn|Trần|Lê|Huỳnh|Phạm|Đặng|Võ|Ưng) " % number, text), "row %d" % number)


@case("pdftotext finds every Vietnamese word, composed, in reading order")
def text():
    raw = program("pdftotext", path("letter.pdf"), "-")
    check(unicodedata.is_normalized("NFC", raw), "decomposed text")
    flat = re.sub(r"\s+", " ", raw)
    for wanted in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 12/TTPVHCC-HCTH", "Kính gửi:",
                   "- Sở Nông nghiệp và Môi trường.", "Nguyễn Văn Khánh (mẫu), công chức được cử đến Trung tâm",
                   "sáng từ 07 giờ 00 phút, buổi chiều từ 13 giờ 00 phút.", "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC"):
        check(wanted in flat, "no “%s” in:\n%s" % (wanted, raw))
    check("(Kèm theo Thông báo số 05/TB-TTPVHCC ngày 05 tháng 02 năm 2026 của Trung tâm Phục vụ hành chính công)"
          in words("notice.pdf"), "the appendix does not say to what it belongs")
    check("Không tiếp nhận" in words("day.pdf"), "a closed counter")


@case("a paper that a button makes says all that is known, without a brace, and leaves room for its number and date")
def made():
    flat = words("leave.pdf")
    for wanted in ("GIẤY NGHỈ PHÉP", "Bà: Nguyễn Thị Mẫu", "4,5 ngày làm việc", "kể từ ngày 09 tháng 02 năm 2026",
                   "đến hết ngày 13 tháng 02 năm 2026", "tại tỉnh Vĩnh Long./.", "/GNP-TTPVHCC", "- Sở Tư pháp;"):
        check(wanted in flat, "no “%s” in:\n%s" % (wanted, flat))
    flat = words("attendance-letter.pdf")
    for wanted in ("V/v bảng chấm công tháng 11 năm 2026", "Kính gửi: Sở Tư pháp", "BẢNG CHẤM CÔNG THÁNG 11 NĂM 2026",
                   "KP: vắng không phép"):
        check(wanted in flat, "no “%s” in:\n%s" % (wanted, flat))
    check("Võ Đức Thịnh" in words("duty-notice.pdf"), "no leader")
    for name in ("leave.pdf", "attendance-letter.pdf", "duty-notice.pdf"):
        check("{" not in words(name), "a brace in " + name)


@case("the head of a table is repeated on each page that it goes on")
def heads():
    for page in (1, 2, 3):
        out = program("pdftotext", "-f", str(page), "-l", str(page), "-layout", path("notice.pdf"), "-")
        equal(len(re.findall(r"Họ và tên\s+Lĩnh vực", out)), 1, "head on page %d" % page)


@case("every font is embedded and maps to Unicode; nothing is a picture")
def fonts():
    for name in SIZES:
        rows = program("pdffonts", path(name)).splitlines()[2:]
        check(rows, "fonts of " + name)
        for row in rows:
            equal(row.split()[-5:-2], ["yes", "yes", "yes"], row)
        equal(program("pdfimages", "-list", path(name)).splitlines()[2:], [], "pictures in " + name)


@case("title, author, language, and a structure of headings, paragraphs and tables")
def structure():
    out = dict(line.split(":", 1) for line in program("pdfinfo", path("notice.pdf")).splitlines() if ":" in line)
    equal(out["Title"].strip(), "Thông báo 05/TB-TTPVHCC Về việc phân công công chức tiếp nhận hồ sơ tại Trung tâm", "title")
    equal(out["Author"].strip(), "Trung tâm Phục vụ hành chính công", "author")
    equal(out["Tagged"].strip(), "yes", "tagged")
    with open(path("notice.pdf"), "rb") as stream:
        check(b"/Lang (vi" in stream.read(), "no language")
    for name in SIZES:
        out = program("pdfinfo", path(name))
        check(re.search(r"^Title: +\S", out, re.M) and re.search(r"^Tagged: +yes", out, re.M), name + "\n" + out)
        with open(path(name), "rb") as stream:
            check(b"/Lang (vi" in stream.read(), "no language in " + name)
    tree = program("pdfinfo", "-struct-text", path("notice.pdf"))
    for wanted in ("H1", "P", "Table", "TR", "TH", "TD"):
        check(re.search(r"^\s*%s\b" % wanted, tree, re.M), "no %s in:\n%s" % (wanted, tree[:2000]))
    check('"THÔNG BÁO"' in tree, tree[:2000])


run(cleanup=lambda: shutil.rmtree(FOLDER, ignore_errors=True))
