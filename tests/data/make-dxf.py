#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the files in dxf/: as different programs write them, and broken ones.

Run it again only to change them: python3 tests/data/make-dxf.py
They are written by hand, group by group, because the tests are about what programs
leave out, add and misspell, and not about what one library makes of them.
"""
import pathlib

HERE = pathlib.Path(__file__).parent / "dxf"
HERE.mkdir(exist_ok=True)


def groups(text):
    """'0 LINE|8 WALLS' -> group codes and values on lines of their own."""
    return [tuple(part.split(" ", 1)) if " " in part else (part, "") for part in text.strip().replace("\n", "|").split("|") if part]


def save(name, text, end="\r\n", pad=3, encoding="ascii", bom=b""):
    lines = []
    for code, value in groups(text):
        lines += [code.rjust(pad), value]
    (HERE / name).write_bytes(bom + (end.join(lines) + end).encode(encoding))


def section(name, body):
    return "0 SECTION|2 %s|%s|0 ENDSEC|" % (name, body) if body else "0 SECTION|2 %s|0 ENDSEC|" % name


ROOM = "0 LINE|8 TUONG|10 0.0|20 0.0|30 0.0|11 6.0|21 0.0|31 0.0|0 LINE|8 TUONG|10 6.0|20 0.0|11 6.0|21 4.0|"

# AutoCAD R12: everything spelled out, padded codes, polylines with vertices, code page of a Vietnamese Windows.
R12 = (section("HEADER", "9 $ACADVER|1 AC1009|9 $DWGCODEPAGE|3 ANSI_1258|9 $INSUNITS|70 6|9 $EXTMIN|10 0.0|20 0.0|30 0.0")
       + section("TABLES", "0 TABLE|2 LAYER|70 3|0 LAYER|2 TUONG|70 0|62 7|6 CONTINUOUS|0 LAYER|2 AN|70 0|62 -3|6 CONTINUOUS|"
                 "0 LAYER|2 DONG|70 1|62 3|6 CONTINUOUS|0 ENDTAB")
       + section("BLOCKS", "0 BLOCK|8 0|2 GHE|70 0|10 0.5|20 0.5|30 0.0|3 GHE|0 POLYLINE|8 0|66 1|10 0.0|20 0.0|30 0.0|70 1|"
                 "0 VERTEX|8 0|10 0.0|20 0.0|0 VERTEX|8 0|10 1.0|20 0.0|0 VERTEX|8 0|10 1.0|20 1.0|0 VERTEX|8 0|10 0.0|20 1.0|"
                 "0 SEQEND|8 0|0 ENDBLK|8 0")
       + section("ENTITIES", ROOM + "0 CIRCLE|8 TUONG|10 3.0|20 2.0|40 0.5|0 ARC|8 TUONG|10 0.0|20 0.0|40 0.9|50 0.0|51 90.0|"
                 "0 POLYLINE|8 TUONG|66 1|70 0|10 0.0|20 0.0|30 0.0|0 VERTEX|8 TUONG|10 0.0|20 5.0|42 1.0|0 VERTEX|8 TUONG|10 2.0|20 5.0|0 SEQEND|8 TUONG|"
                 "0 INSERT|8 TUONG|2 GHE|10 10.0|20 10.0|41 2.0|42 2.0|50 90.0|"
                 "0 LINE|8 AN|10 0.0|20 0.0|11 99.0|21 99.0|0 LINE|8 DONG|10 0.0|20 0.0|11 99.0|21 99.0|"
                 "0 TEXT|8 TUONG|10 1.0|20 1.0|40 0.3|1 Pho\xccng ti\xea\xecp d\xe2n|50 0.0|0 TEXT|8 TUONG|10 1.0|20 2.0|40 0.3|1 \\U+0110\xf4\xea %%d")
       + "0 EOF|")
save("r12-autocad.dxf", R12, encoding="latin-1")

# LibreCAD, release 2007: UTF-8, handles and subclasses, LWPOLYLINE, ELLIPSE, MTEXT.
save("2007-librecad.dxf",
     "999 dxfrw 0.6.3|" + section("HEADER", "9 $ACADVER|1 AC1021|9 $DWGCODEPAGE|3 ANSI_1252|9 $INSUNITS|70 4")
     + section("CLASSES", "")
     + section("TABLES", "0 TABLE|2 LAYER|5 2|100 AcDbSymbolTable|70 1|0 LAYER|5 10|100 AcDbSymbolTableRecord|100 AcDbLayerTableRecord|2 Tường|70 0|62 7|6 CONTINUOUS|370 -3|0 ENDTAB")
     + section("BLOCKS", "0 BLOCK|5 20|330 1F|100 AcDbEntity|8 0|100 AcDbBlockBegin|2 *Model_Space|70 0|10 0|20 0|30 0|3 *Model_Space|1 |0 ENDBLK|5 21|100 AcDbEntity|8 0|100 AcDbBlockEnd")
     + section("ENTITIES", "0 LWPOLYLINE|5 30|100 AcDbEntity|8 Tường|62 256|370 -1|100 AcDbPolyline|90 4|70 1|43 0|10 0|20 0|10 6000|20 0|42 0.5|10 6000|20 4000|10 0|20 4000|"
               "0 ELLIPSE|5 31|100 AcDbEntity|8 Tường|100 AcDbEllipse|10 3000|20 2000|30 0|11 1000|21 0|31 0|40 0.5|41 0|42 6.283185307179586|"
               "0 MTEXT|5 32|100 AcDbEntity|8 Tường|100 AcDbMText|10 3000|20 2000|30 0|40 250|41 1000|71 5|72 1|1 {\\fArial|b0;Khu vực\\Ptiếp nhận}|7 STANDARD|"
               "0 HATCH|5 33|100 AcDbEntity|8 Tường|100 AcDbHatch|10 0|20 0|30 0|2 SOLID|70 1|71 0|91 0").replace("fArial|b0", "fArial%b0")
     + "0 EOF|", end="\n", encoding="utf-8")
# The bar parts groups above; a font's own bar is put in here.
path = HERE / "2007-librecad.dxf"
path.write_bytes(path.read_bytes().replace(b"fArial%b0", b"fArial|b0"))

# A small exporter: nothing but entities, codes not padded, bare line feeds, no end of the file.
save("minimal.dxf", section("ENTITIES", "0 LINE|8 0|10 1e0|20 2.5E+0|11 -3|21 .5|0 POINT|8 0|10 1|20 1|0 3DFACE|8 0|10 0|20 0|11 1|21 0|12 1|22 1|13 0|23 1"),
     end="\n", pad=0)

# Line ends of an old Mac, a byte order mark, lower case, blanks everywhere.
save("mac.dxf", section("ENTITIES", "0 line|8 0|10  1.0 |20 2.0|11 3.0|21 4.0").replace("0 line", "0 LINE") + "0 EOF|", end="\r", pad=6, bom=b"\xef\xbb\xbf")

# Blocks in blocks: scaled, turned, in rows and columns, mirrored by their axis, unknown, and one that holds itself.
save("blocks.dxf",
     section("BLOCKS", "0 BLOCK|8 0|2 Inner|10 0|20 0|0 LINE|8 0|10 0|20 0|11 1|21 0|0 ENDBLK|8 0|"
             "0 BLOCK|8 0|2 OUTER|10 1|20 1|0 INSERT|8 0|2 INNER|10 1|20 1|50 90|0 INSERT|8 0|2 OUTER|10 5|20 5|0 ENDBLK|8 0|"
             "0 BLOCK|8 0|2 ping|10 0|20 0|0 INSERT|8 0|2 pong|10 0|20 0|0 ENDBLK|8 0|0 BLOCK|8 0|2 pong|10 0|20 0|0 INSERT|8 0|2 ping|10 0|20 0|0 ENDBLK|8 0")
     + section("ENTITIES", "0 INSERT|8 0|2 outer|10 10|20 0|41 2|42 3|0 INSERT|8 0|2 inner|10 0|20 0|70 3|71 2|44 10|45 20|"
               "0 INSERT|8 0|2 inner|10 5|20 0|210 0|220 0|230 -1|0 INSERT|8 0|2 nowhere|10 0|20 0|0 INSERT|8 0|2 ping|10 0|20 0|"
               "0 INSERT|8 0|66 1|2 inner|10 100|20 0|0 ATTRIB|8 0|10 100|20 1|40 0.5|1 SO-7|2 SO|70 0|0 SEQEND|8 0") + "0 EOF|", end="\n")

# Broken ones.
good = (HERE / "r12-autocad.dxf").read_bytes()
(HERE / "broken-truncated.dxf").write_bytes(good[: len(good) - 120])
(HERE / "broken-half-pair.dxf").write_bytes(b"  0\r\nSECTION\r\n  2\r\nENTITIES\r\n  0")
save("broken-number.dxf", section("ENTITIES", "0 LINE|8 0|10 1,5|20 0|11 1|21 1") + "0 EOF|")
save("broken-infinite.dxf", section("ENTITIES", "0 LINE|8 0|10 1e999|20 0|11 1|21 1") + "0 EOF|")
save("broken-code.dxf", section("ENTITIES", "0 LINE|8 0|x 1|20 0") + "0 EOF|")
save("broken-polyline.dxf", section("ENTITIES", "0 POLYLINE|8 0|66 1|0 VERTEX|8 0|10 0|20 0|0 LINE|8 0|10 0|20 0|11 1|21 1") + "0 EOF|")
save("broken-empty.dxf", section("HEADER", "9 $ACADVER|1 AC1009") + "0 EOF|")
(HERE / "broken-text.dxf").write_bytes("Kính gửi: Sở Xây dựng\r\nTrích yếu\r\n".encode())
(HERE / "broken-nothing.dxf").write_bytes(b"")
(HERE / "binary.dxf").write_bytes(b"AutoCAD Binary DXF\r\n\x1a\x00\x00SECTION\x00\x02HEADER\x00")
(HERE / "drawing.dwg.dxf").write_bytes(b"AC1032\x00\x00\x00\x00\x00\x00\x03\x01" + bytes(range(64)))
# Nine blocks, each ten times the one before: a thousand million lines.
bomb = "".join("0 BLOCK|8 0|2 B%d|10 0|20 0|%s0 ENDBLK|8 0|" % (n, "0 LINE|8 0|10 0|20 0|11 1|21 1|" if n == 0 else
               ("0 INSERT|8 0|2 B%d|10 0|20 0|" % (n - 1)) * 10) for n in range(10))
save("broken-bomb.dxf", section("BLOCKS", bomb.rstrip("|")) + section("ENTITIES", "0 INSERT|8 0|2 B9|10 0|20 0|70 1000|71 1000") + "0 EOF|", end="\n", pad=0)
