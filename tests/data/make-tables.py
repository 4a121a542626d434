#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the files in tables/: good ones in every format and encoding, and hostile ones.

Run it again only to change them: python3 tests/data/make-tables.py
Needs python3-xlwt and python3-odf. XLSX is written by hand, part by part, because the
tests are about what the formats allow and not about what one writer makes of them.
"""
import datetime
import pathlib
import struct
import zipfile

import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P, Span

HERE = pathlib.Path(__file__).parent / "tables"
HERE.mkdir(exist_ok=True)
EPOCH = (1980, 1, 1, 0, 0, 0)

HEADER = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Cơ quan cử", "Ngạch", "Vai trò", "Từ ngày", "Đến ngày",
          "Số quyết định", "Ngày quyết định", "Người ký", "Điện thoại", "Email", "Lĩnh vực"]
PEOPLE = [
    ["1", "Nguyễn Văn Hoà", "05/03/1990", "Nam", "Sở Tư pháp", "Chuyên viên", "Chính thức", "01/03/2026", "28/02/2027",
     "12/QĐ-STP", "20/02/2026", "Trần Văn Bình", "0292 3812 345", "hoa.nv@example.gov.vn", "Công chứng và luật sư"],
    ["2", "Trần Thị Thuý Ái", "7/11/1985", "Nữ", "so cong thuong", "chuyên viên chính", "dự phòng", "1-4-2026", "31-3-2027",
     "45/QĐ-SCT", "25-03-2026", "Lê Thị Cúc", "", "", ""],
    ["3", "Đặng Hoàng Ô", "1988-12-31", "nam", "Sở Y tế", "", "", "15/04/2026", "14/04/2027",
     "7/QĐ-SYT", "10/04/2026", "", "0909123456", "", ""],
]


def day_of(text):
    parts = [int(p) for p in text.replace("-", "/").split("/")]
    return datetime.date(*(parts if parts[0] > 31 else reversed(parts)))


def csv_text(rows, delimiter=",", end="\r\n"):
    def quote(value):
        if any(c in value for c in delimiter + '"\r\n'):
            return '"' + value.replace('"', '""') + '"'
        return value
    return "".join(delimiter.join(quote(v) for v in row) + end for row in rows)


# --- legacy encodings -------------------------------------------------------------------------------------------
TCVN3_LETTERS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
TCVN3_BYTES = [0xb5, 0xb6, 0xb7, 0xb8, 0xb9, 0xa8, 0xbb, 0xbc, 0xbd, 0xbe, 0xc6, 0xa9, 0xc7, 0xc8, 0xc9, 0xca, 0xcb,
               0xae, 0xcc, 0xce, 0xcf, 0xd0, 0xd1, 0xaa, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7, 0xd8, 0xdc, 0xdd, 0xde,
               0xdf, 0xe1, 0xe2, 0xe3, 0xe4, 0xab, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xac, 0xea, 0xeb, 0xec, 0xed, 0xee,
               0xef, 0xf1, 0xf2, 0xf3, 0xf4, 0xad, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe]
TCVN3 = dict(zip(TCVN3_LETTERS, TCVN3_BYTES))
VNI = {"ễ": "eã", "ă": "aê", "à": "aø", "ầ": "aà", "ị": "ò", "ý": "yù", "á": "aù", "ở": "ôû", "ư": "ö", "ọ": "oï",
       "ữ": "öõ", "ơ": "ô", "ồ": "oà", "ạ": "aï"}
# Windows-1258 writes tones as marks of their own after the letter, and a few letters whole.
TONES = {"\u0300": 0xcc, "\u0309": 0xd2, "\u0303": 0xde, "\u0301": 0xec, "\u0323": 0xf2}


def tcvn3(text):
    return bytes(TCVN3.get(c, TCVN3.get(c.lower(), ord(c) if ord(c) < 256 else 0x3f)) for c in text)


def windows_1258(text):
    import unicodedata
    out = bytearray()
    for c in unicodedata.normalize("NFC", text):
        try:
            out += c.encode("cp1258")
            continue
        except UnicodeEncodeError:
            pass
        parts = unicodedata.normalize("NFD", c)
        tone = next(p for p in parts if p in TONES)
        out += unicodedata.normalize("NFC", parts.replace(tone, "")).encode("cp1258") + bytes([TONES[tone]])
    return bytes(out)


def make_csv():
    rows = [HEADER] + PEOPLE
    put = lambda name, data: (HERE / name).write_bytes(data)
    put("staff.csv", csv_text(rows).encode())
    put("staff-bom-semicolon.csv", b"\xef\xbb\xbf" + csv_text(rows, ";").encode())
    put("staff-tab-lf.txt", csv_text(rows, "\t", "\n").encode())
    put("staff-utf16le.csv", b"\xff\xfe" + csv_text(rows, "\t").encode("utf-16-le"))
    put("staff-utf16be.csv", b"\xfe\xff" + csv_text(rows, ";").encode("utf-16-be"))
    put("staff-1258.csv", windows_1258(csv_text(rows, ";")))
    put("staff-tcvn3.csv", tcvn3(csv_text(rows)))
    put("staff-vni.csv", "Hoï vaø teân,Ngaøy sinh\r\nNguyeãn Vaên Haø,05/03/1990\r\n".encode("latin-1"))
    put("staff-tcvn3-in-unicode.csv",
        csv_text([["Họ và tên", "Cơ quan cử"], [tcvn3("Nguyễn Văn Hoà").decode("latin-1"), "Sở Tư pháp"]]).encode())
    put("quotes.csv", 'name,note\r\n"Hoà, ""Ba""","two\r\nlines"\r\n\r\nplain "inside" text,\r\nlast,end'.encode())
    put("sep.csv", "sep=;\r\na;b\r\n1,5;2\r\n".encode())
    put("open-quote.csv", 'a,b\r\n1,2\r\n3,"never closed\r\n4,5\r\n'.encode())
    put("after-quote.csv", 'a,b\r\n1,"x"y\r\n'.encode())
    put("late-latin.csv", b"a,b\r\n" + b"1,2\r\n" * 14000 + "Hoà,x\r\n".encode("latin-1"))
    put("zero-byte.csv", b"a,b\r\n" + b"1,2\r\n" * 14000 + b"x\0y,z\r\n")
    put("empty.csv", b"")
    put("only-bom.csv", b"\xef\xbb\xbf")
    put("binary.csv", bytes(range(256)))


# --- XLSX by hand -----------------------------------------------------------------------------------------------
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def relations(*items):
    return XML + '<Relationships xmlns="%s">%s</Relationships>' % (PACKAGE, "".join(
        '<Relationship Id="%s" Type="%s/%s" Target="%s"/>' % (i, OFFICE, kind, target) for i, kind, target in items))


def xlsx(name, sheets, strings=(), formats=(), date1904=False):
    """sheets: (title, state, xml of the sheet); formats: codes for styles 1, 2, …"""
    parts = {
        "[Content_Types].xml": XML + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/book.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.'
        'sheet.main+xml"/></Types>',
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/book.xml")),
        "xl/book.xml": XML + '<workbook xmlns="%s" xmlns:r="%s"><workbookPr%s/><sheets>%s</sheets></workbook>' % (
            MAIN, OFFICE, ' date1904="1"' if date1904 else "", "".join(
                '<sheet name="%s" sheetId="%d" state="%s" r:id="s%d"/>' % (escape(t), n + 1, state, n)
                for n, (t, state, _) in enumerate(sheets))),
        "xl/_rels/book.xml.rels": relations(
            *[("s%d" % n, "worksheet", "/xl/worksheets/data%d.xml" % n) for n in range(len(sheets))],
            ("st", "styles", "styles.xml"), ("ss", "sharedStrings", "strings.xml")),
        "xl/styles.xml": XML + '<styleSheet xmlns="%s"><numFmts>%s</numFmts><cellStyleXfs><xf numFmtId="14"/>'
        '</cellStyleXfs><cellXfs><xf numFmtId="0"/>%s</cellXfs></styleSheet>' % (
            MAIN, "".join('<numFmt numFmtId="%d" formatCode="%s"/>' % (164 + n, escape(f).replace('"', "&quot;"))
                          for n, f in enumerate(formats)),
            "".join('<xf numFmtId="%d"/>' % (164 + n) for n in range(len(formats)))),
        "xl/strings.xml": XML + '<sst xmlns="%s">%s</sst>' % (MAIN, "".join(strings)),
    }
    for n, (_, _, body) in enumerate(sheets):
        parts["xl/worksheets/data%d.xml" % n] = XML + body
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as out:
        for part, text in parts.items():
            out.writestr(zipfile.ZipInfo(part, EPOCH), text.encode(), zipfile.ZIP_DEFLATED)


def sheet(rows, after=""):
    return '<worksheet xmlns="%s"><sheetData>%s</sheetData>%s</worksheet>' % (MAIN, rows, after)


def serial(day):
    return (day - datetime.date(1899, 12, 30)).days


def make_xlsx():
    strings, rows = [], []
    for r, person in enumerate([HEADER] + PEOPLE, 3):
        cells = []
        for c, value in enumerate(person):
            reference = "%s%d" % (chr(65 + c), r)
            if not value:
                continue
            if r > 3 and c in (2, 7, 8, 10):
                cells.append('<c r="%s" s="1"><v>%d</v></c>' % (reference, serial(day_of(value))))
            else:
                strings.append("<si><t>%s</t></si>" % escape(value))
                cells.append('<c r="%s" t="s"><v>%d</v></c>' % (reference, len(strings) - 1))
        rows.append('<row r="%d">%s</row>' % (r, "".join(cells)))
    title = '<row r="1"><c r="A1" t="inlineStr"><is><t>DANH SÁCH CÔNG CHỨC CỬ ĐẾN TRUNG TÂM</t></is></c></row>'
    xlsx("staff.xlsx", [("Ghi chú ẩn", "hidden", sheet("")), ("Cán bộ", "visible", sheet(
        title + "".join(rows), '<mergeCells count="1"><mergeCell ref="A1:O1"/></mergeCells>')),
        ("Trang 2", "visible", sheet('<row><c t="inlineStr"><is><t>hai</t></is></c></row>'))],
        strings, ["dd/mm/yyyy"])
    xlsx("kinds.xlsx", [("Loại", "visible", sheet(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>Nguyễn </t></r><r><t>Văn</t></r>'
        '<rPh><t>bỏ</t></rPh></is></c><c r="C1" t="str"><f>B1</f><v>công thức</v></c><c r="D1" t="b"><v>1</v></c>'
        '<c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="F1"><f>1+1</f><v>2</v></c><c r="G1"><f>1+1</f></c></row>'
        '<row r="3"><c r="A3" s="1"><v>45000</v></c><c r="B3" s="2"><v>45000.4375</v></c><c r="C3" s="3"><v>45000</v></c>'
        '<c r="D3"><v>45000</v></c><c r="E3" t="d"><v>1990-03-05T00:00:00</v></c><c r="F3" s="1"><v>59</v></c>'
        '<c r="G3"><v>0.1</v></c><c r="H3"><v>1234567890123</v></c><c r="I3" t="s"><v>99</v></c><c r="J3" s="1"/></row>'
        '<row r="1048576"><c r="A1048576"><v>7</v></c></row>'))],
        ["<si><r><t>chung </t></r><r><rPr><b/></rPr><t>một</t></r></si>"],
        ["dd/mm/yyyy", "[$-42A]d\\ mmmm\\ yyyy hh:mm", '"ngày "0.00;[Red]0'])
    xlsx("merged.xlsx", [("Gộp", "visible", sheet(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Họ và tên</t></is></c><c r="B1" t="inlineStr"><is><t>Cơ quan cử</t>'
        '</is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Nguyễn Văn A</t></is></c><c r="B2" t="inlineStr"><is>'
        '<t>Sở Y tế</t></is></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>Lê Thị B</t></is></c></row>',
        '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>'))])
    xlsx("date1904.xlsx", [("S", "visible", sheet('<row r="1"><c r="A1" s="1"><v>43538</v></c></row>'))],
         formats=["dd/mm/yyyy"], date1904=True)
    xlsx("doctype.xlsx", [("S", "visible", '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
                           + sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>'))])
    xlsx("rows-backwards.xlsx", [("S", "visible", sheet('<row r="5"><c r="A5"><v>1</v></c></row>'
                                                        '<row r="2"><c r="A2"><v>1</v></c></row>'))])
    xlsx("far-column.xlsx", [("S", "visible", sheet('<row r="5"><c r="XFD5"><v>1</v></c></row>'))])
    xlsx("bad-xml.xlsx", [("S", "visible", sheet('<row r="1"><c r="A1"><v>1</c></row>'))])
    good = (HERE / "staff.xlsx").read_bytes()
    (HERE / "truncated.xlsx").write_bytes(good[:len(good) * 2 // 3])
    flipped = bytearray(good)
    flipped[flipped.index(b"xl/worksheets/data1.xml") + 200] ^= 0xff
    (HERE / "flipped.xlsx").write_bytes(bytes(flipped))
    claim_huge(good)
    (HERE / "xlsx-named.xls").write_bytes(good)
    (HERE / "web-page.xls").write_bytes("<html><table><tr><td>Họ và tên</td></tr></table></html>".encode())
    with zipfile.ZipFile(HERE / "letter.xlsx", "w") as out:
        out.writestr(zipfile.ZipInfo("readme.txt", EPOCH), "no table")


def claim_huge(good):
    """The directory says that the sheet unpacks to 4 GiB less one."""
    data = bytearray(good)
    at = data.rindex(b"xl/worksheets/data1.xml")
    struct.pack_into("<I", data, at - 46 + 24, 0xfffffffe)
    (HERE / "claims-huge.xlsx").write_bytes(bytes(data))


# --- ODS and XLS ------------------------------------------------------------------------------------------------
def make_ods():
    def text_cell(text, **more):
        cell = TableCell(valuetype="string", **more)
        cell.addElement(P(text=text))
        return cell
    book = OpenDocumentSpreadsheet()
    table = Table(name="Cán bộ")
    book.spreadsheet.addElement(table)
    for r, person in enumerate([HEADER] + PEOPLE):
        row = TableRow()
        for c, value in enumerate(person):
            if r and c in (2, 7, 8, 10):
                cell = TableCell(valuetype="date", datevalue=day_of(value).isoformat())
                cell.addElement(P(text=value))
            else:
                cell = text_cell(value) if value else TableCell()
            row.addElement(cell)
        row.addElement(TableCell(numbercolumnsrepeated=1009))
        table.addElement(row)
    row = TableRow(numberrowsrepeated=1048572)
    row.addElement(TableCell(numbercolumnsrepeated=1024))
    table.addElement(row)
    kinds = Table(name="Loại")
    book.spreadsheet.addElement(kinds)
    row = TableRow(numberrowsrepeated=2)
    cell = TableCell(valuetype="string", numbercolumnsrepeated=2)
    paragraph = P(text="Nguyễn ")
    paragraph.addElement(Span(text="Văn"))
    cell.addElement(paragraph)
    cell.addElement(P(text="hàng hai"))
    row.addElement(cell)
    row.addElement(TableCell(valuetype="float", value="1.5"))
    row.addElement(TableCell(valuetype="boolean", booleanvalue="true"))
    cell = TableCell(valuetype="string")
    cell.addElement(P(text="Err:502"))
    row.addElement(cell)
    kinds.addElement(row)
    row = TableRow(numberrowsrepeated=1500)
    row.addElement(TableCell())
    kinds.addElement(row)
    row = TableRow()
    row.addElement(text_cell("gộp", numbercolumnsspanned=2, numberrowsspanned=1))
    row.addElement(CoveredTableCell())
    kinds.addElement(row)
    book.save(str(HERE / "staff.ods"))


def make_xls():
    book = xlwt.Workbook()
    day = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    page = book.add_sheet("Cán bộ")
    for r, person in enumerate([HEADER] + PEOPLE):
        for c, value in enumerate(person):
            if r and c in (2, 7, 8, 10):
                page.write(r, c, day_of(value), day)
            elif value:
                page.write(r, c, value)
    book.add_sheet("Trang 2").write(0, 0, "hai")
    book.save(str(HERE / "staff.xls"))
    data = (HERE / "staff.xls").read_bytes()
    (HERE / "truncated.xls").write_bytes(data[:3000])
    # An OLE container without a workbook is what a password leaves of an XLSX.
    (HERE / "no-workbook.xls").write_bytes(data.replace("Workbook".encode("utf-16-le"), "Encrypte".encode("utf-16-le")))
    bogus = bytearray(data)
    bogus[512 + 64:512 + 2048] = b"\xff" * (2048 - 64)
    (HERE / "garbage.xls").write_bytes(bytes(bogus))


make_csv()
make_xlsx()
make_ods()
make_xls()
