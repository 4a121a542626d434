# SPDX-License-Identifier: GPL-3.0-or-later
"""motcua-cli as a person types it: what it says and draws, what it takes in."""
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from datetime import date, timedelta

sys.path.insert(0, os.path.join(os.environ["MOTCUA_SRCDIR"], "tests", "support"))
from console import BASE, DEMO, FOLDER, PLAN, TABLES, ask, cli, count_people, tells_keys, write_csv  # noqa: E402
from tap import Skip, case, check, equal, run  # noqa: E402


@case("a sample centre is made with one command")
def init_demo():
    made = ask("init", "--demo", "--base-date", "23/11/2026")
    equal(made["loaded"], "demo")
    equal(made["base_date"], BASE)
    check(made["migrations_run"] > 5, "too few migrations")
    equal(count_people(), 60, "people")


@case("a second init changes nothing")
def init_again():
    for what in ("--demo", "--plan"):
        done = cli("init", what, status=1)
        equal(done.stdout, "")
        check("already" in done.stderr, done.stderr)
    equal(count_people(), 60, "people")


@case("the plan is counted as it was printed")
def headcount_plan():
    cli("init", "--plan", env=PLAN)
    before = ask("headcount", "--as-of", "2025-06-30", env=PLAN)
    equal(list(before), ["as_of", "posts", "heads", "quota", "present", "sections", "agencies"], "keys")
    equal(before["as_of"], "2025-06-30")
    equal((before["posts"], before["heads"], before["quota"], before["present"]), (41, 40, 27, 0))
    equal(list(before["sections"][0]), ["code", "name", "ceiling", "seats", "filled"], "keys of a section")
    equal({s["code"]: (s["ceiling"], s["seats"]) for s in before["sections"]},
          {"TNTKQ": (30, 27), "HCTH": (None, 7), "GS": (None, 3)}, "sections")
    equal(list(before["agencies"][0]), ["code", "name", "receives", "quota", "present", "standby"], "keys of an agency")
    receiving = [a for a in before["agencies"] if a["receives"]]
    equal(len(receiving), 17, "receiving agencies")
    equal(sum(a["quota"] for a in receiving), 27, "sum of quotas")
    equal(sorted(a["quota"] for a in receiving), [1] * 7 + [2] * 10, "quotas")


@case("after 01/07/2025 the successors stand in the count")
def headcount_successors():
    before = ask("headcount", "--as-of", "30/06/2025", env=PLAN)
    after = ask("headcount", "--as-of", "01/07/2025", env=PLAN)
    receiving = [a for a in after["agencies"] if a["receives"]]
    equal(len(receiving), 13, "receiving agencies")
    equal(sum(a["quota"] for a in receiving), 27, "the quotas went over")
    names = {a["name"] for a in after["agencies"]}
    check("Sở Nông nghiệp và Môi trường" in names, names)
    check("Sở Kế hoạch và Đầu tư" in {a["name"] for a in before["agencies"]} - names, "the predecessor stayed")


@case("people go over to the successors")
def people_carried():
    count = ask("headcount", "--as-of", BASE)
    equal((count["posts"], count["heads"], count["quota"], count["present"]), (41, 40, 27, 27))
    equal({s["code"]: s["filled"] for s in count["sections"]}, {"TNTKQ": 27, "HCTH": 7, "GS": 3}, "filled")
    tours = {a["code"]: a["present"] for a in count["agencies"] if a["present"]}
    check(len(tours) == 13, "people at agencies that are gone: %s" % tours)


@case("findings tell by their exit status")
def findings():
    found = ask("findings", "--as-of", BASE, status=1)
    equal({f["severity"] for f in found}, {"error", "warning", "note"}, "severities")
    check(all(f["citation"] and f["message"] for f in found), "a finding without citation or message")
    check(any(f["code"] == "years.below" for f in found), "nobody is below standard")
    equal([f["severity"] for f in found], sorted((f["severity"] for f in found), key=["error", "warning", "note"].index))


@case("it speaks Vietnamese to who wants it, and JSON stays JSON")
def vietnamese():
    if "vi_VN" not in subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout:
        raise Skip("no Vietnamese locale here")
    env = dict(DEMO, LANGUAGE="vi", LC_ALL="vi_VN.UTF-8")
    check("Vi phạm" in cli("findings", "--as-of", BASE, env=env, status=1).stdout, "findings")
    check("không có ngày 31" in cli("headcount", "--as-of", "31/02/2026", env=env, status=2).stderr, "usage")
    check("Các lệnh:" in cli("--help", env=env).stdout, "help")
    for command in ("person show", "person list", "server restore", "init"):
        text = cli(*command.split(), "--help", env=env).stdout.split("Với --json:")[0]
        for word in ("OPTION", "Usage", "Options", "FILE", "DAY", " ID"):
            check(word not in text, "%s in %s" % (word, text))
    check("đã áp dụng" in cli("migrate", env=env).stdout, "migrate")
    check("phần mở rộng unaccent" in cli("doctor", env=env).stdout, "doctor")
    check(cli("headcount", "--as-of", BASE, env=env).stdout.startswith("23/11/2026: "), "headcount")
    check(", 40 người theo Đề án, " in cli("headcount", "--as-of", BASE, env=env).stdout, "heads that are planned")
    for command in ("findings", "person show", "server setup", "server restore"):
        text = cli(*command.split(), "--help", env=env).stdout
        for word in ("first;", "periods are", "Over a network", "newest first"):
            check(word not in text, "%s in %s" % (word, text))
    check("?sslmode=disable" in cli("server", "setup", "--help", env=env).stdout, "what TLS is needed for")
    # Nothing that a program reads changes with the language.
    equal({m["state"] for m in ask("migrate", env=env)["migrations"]}, {"applied"}, "states")
    check("extension unaccent" in [c["name"] for c in ask("doctor", env=env)["checks"]], "names of checks")
    equal(ask("headcount", "--as-of", BASE, env=env)["heads"], 40)


@case("lists are complete, and found without accents")
def lists():
    people = ask("person", "list")
    found = ask("person", "list", "--search", "duc nguyen")
    check(found and all("Nguyễn" in p["full_name"] and "Đức" in p["full_name"] for p in found), found)
    equal(ask("person", "list", "--search", "khong co ai"), [])
    check(all(p["home_agency"] == "CT" or p["tour"]["agency"] == "CT" for p in ask("person", "list", "--agency", "CT")), "CT")
    equal(sum(p["seats"] for p in ask("post", "list")), 41, "seats")
    equal(sum(a["quota"] for a in ask("agency", "list", "--as-of", BASE)), 27, "quota")
    one = ask("person", "show", str(people[0]["id"]))
    equal(one["full_name"], people[0]["full_name"])
    check(one["home_agencies"], "no home agency")
    check("private" not in one and "birth_date" not in json.dumps(one), "hidden data are shown")
    hidden = ask("person", "show", str(people[0]["id"]), "--private", "kiểm tra")
    tells_keys(("person", "show"), hidden)
    check("birth_date" in hidden["private"], "no private data")
    check("Phạm" in cli("person", "list").stdout, "the table is empty")


@case("a code that no agency has is a slip of the fingers")
def unknown_agency():
    check("did you mean “CT”" in cli("person", "list", "--agency", "CTT", status=2).stderr, "no guess")
    check("agency list" in cli("person", "list", "--agency", "ZZZZZ", "--json", status=2).stderr, "no way out")
    # One that is gone by the day is known all the same, and typed without accents.
    equal(ask("person", "list", "--agency", "khdt", "--as-of", BASE), ask("person", "list", "--agency", "KHĐT", "--as-of", BASE))
    equal(ask("person", "list", "--agency", "ct"), ask("person", "list", "--agency", "CT"))


@case("a person is shown as people read it")
def show():
    def lines(number, **options):
        return [" ".join(l.split()) for l in cli("person", "show", str(number), **options).stdout.splitlines()]
    staff = ask("person", "list", "--as-of", BASE)
    records = [ask("person", "show", str(p["id"])) for p in staff if p["tour"]]
    extended = next(r for r in records if r["extensions"])
    tour = next(t for t in extended["tours"] if t["id"] == extended["extensions"][0]["tour_id"])
    text = lines(extended["id"])
    check("Full name " + extended["full_name"] in text, text)
    check("Tour %d" % tour["id"] in text, text)
    # "[2026-01-01,2026-07-01)" is read as 01/01/2026 – 30/06/2026.
    first, after = (date.fromisoformat(d) for d in tour["during"][1:-1].split(","))
    day = "%d/%m/%Y"
    check("Period %s – %s" % (first.strftime(day), (after - timedelta(1)).strftime(day)) in text, text)
    before = date.fromisoformat(extended["extensions"][0]["old_until"]) - timedelta(1)
    check("Until, before " + before.strftime(day) in text, text)
    check(not any(l.startswith(("{", "[", "person_id", "agency_id", "Person " + extended["full_name"])) for l in text), text)
    check(any(l.startswith("Sending agency ") and l.endswith(")") for l in text), "the agency has no name")
    check("Họ và tên " + extended["full_name"] in lines(extended["id"], env=dict(DEMO, LANGUAGE="vi", LC_ALL="vi_VN.UTF-8")), "vi")
    replacing = next((r for r in records if any(t["replaces_tour_id"] for t in r["tours"])), None)
    if replacing:
        check(any(l.startswith("Replaces ") and "/" in l for l in lines(replacing["id"])), "who was replaced has no name")
    done = cli("person", "show", "9999", status=1)
    check("no person with the number 9999" in done.stderr, done.stderr)


@case("three bad cells: all are told, nothing is changed")
def import_bad():
    path = write_csv("bad.csv", "Họ và tên;Ngày sinh;Cơ quan cử;Từ ngày;Đến ngày\n"
                                "Nguyễn Văn Thử;31/02/1990;Sở Tư pháp;01/03/2026;28/02/2027\n"
                                "Lê Thị Thử;05/03/1990;Sở Hoả tiễn;01/03/2026;28/02/2027\n"
                                "Trần Văn Tốt;05/03/1990;so tu phap;01/03/2026;28/02/2027\n"
                                "Phạm Thị Thử;05/03/1990;Sở Y tế;01/03/2026;28/02/2025\n")
    result = ask("person", "import", path, status=1)
    equal([(e["row"], e["column"], e["header"], e["value"]) for e in result["errors"]],
          [(2, "B", "Ngày sinh", "31/02/1990"), (3, "C", "Cơ quan cử", "Sở Hoả tiễn"), (5, "E", "Đến ngày", "28/02/2025")])
    check(all(e["reason"] for e in result["errors"]), "a reason is missing")
    equal(result["imported"], 0)
    done = cli("person", "import", path, status=1)
    check('B2 (Ngày sinh) "31/02/1990"' in done.stdout, done.stdout)
    equal(count_people(), 60, "people")
    # What is near is told once, however many names an agency had.
    path = write_csv("near.csv", "Họ và tên;Cơ quan cử;Từ ngày\nNguyễn Văn Thử;Sở Tư;01/03/2026\nLê Văn Thử;Sở Kế;01/03/2026\n")
    for error in ask("person", "import", path, status=1)["errors"]:
        near = error["reason"].split(": ", 1)[-1].split(", ")
        equal(len(near), len(set(near)), error["reason"])


@case("a list that the database refuses halfway leaves nothing behind")
def import_refused():
    # Every cell is good, but the second agency was not there yet when the tour began, which the database guards.
    path = write_csv("early.csv", "Họ và tên;Ngày sinh;Cơ quan cử;Từ ngày;Đến ngày;Email\n"
                                  "Nguyễn Văn Một;05/03/1990;TP;01/03/2026;28/02/2027;mot@motcua.example\n"
                                  "Nguyễn Văn Hai;05/03/1990;NNMT;01/03/2020;28/02/2021;hai@motcua.example\n")
    result = ask("person", "import", path, status=1)
    equal((result["errors"], result["imported"]), ([], 0))
    equal(count_people(), 60, "people")
    equal(ask("person", "list", "--as-of", "2020-06-01", "--search", "nguyen van hai"), [])


@case("a good list comes in whole, from every format")
def import_good():
    for number, name in enumerate(("staff.xlsx", "staff.ods", "staff.xls", "staff.csv", "staff-1258.csv")):
        dry = ask("person", "import", os.path.join(TABLES, name), "--dry-run", *(["--skip-known"] if number else []))
        equal((dry["rows"], dry["imported"], dry["skipped"]), (3, 0 if number else 3, 3 if number else 0), name)
        if number == 0:
            result = ask("person", "import", os.path.join(TABLES, name))
            equal((result["imported"], result["sheet"]), (3, "Cán bộ"))
    equal(count_people(), 63, "people")
    person = next(p for p in ask("person", "list", "--search", "nguyen van hoa") if p["phone"] == "0292 3812 345")
    equal(person["tour"]["from"], "2026-03-01")
    equal(person["tour"]["planned_until"], "2027-02-28")
    equal(person["tour"]["decision_no"], "12/QĐ-STP")
    equal((person["home_agency"], person["rank"], person["sex"]), ("TP", "CV", "male"))
    whole = ask("person", "show", str(person["id"]), "--private", "kiểm tra nhập")
    equal(whole["private"]["birth_date"], "1990-03-05", "birth date")
    equal(len(whole["competences"]), 1, "competences")


@case("people who are known are told, and left out on wish")
def import_known():
    path = os.path.join(TABLES, "staff.xlsx")
    result = ask("person", "import", path, status=1)
    equal(len(result["known"]), 3, "known")
    equal(ask("person", "import", path, "--skip-known")["skipped"], 3)
    equal(count_people(), 63, "people")


@case("a mapping is taken from a file")
def import_mapping():
    path = write_csv("odd.csv", "Nhân vật,Nơi,Lúc,Họ và tên cha,Email\nVõ Thị Lạ,TP,1/4/2026,Võ Văn Cha,a@b.example\n")
    check("Full name" not in cli("person", "import", path, status=1).stdout, "no header was found")
    mapping = write_csv("mapping.json", json.dumps({"columns": [
        {"header": "nhân vật", "field": "full_name"}, {"header": "nơi", "field": "agency"}, {"header": "lúc", "field": "from"}]}))
    path = write_csv("odd.csv", "Nhân vật,Nơi,Lúc,Họ và tên,Email,Ghi chú\nVõ Thị Lạ,TP,1/4/2026,Võ Văn Cha,a@b.example,\n")
    equal(ask("person", "import", path, "--mapping", mapping, "--dry-run")["imported"], 1)


@case("damaged and foreign files are refused in one sentence")
def import_hostile():
    for name in ("truncated.xlsx", "claims-huge.xlsx", "web-page.xls", "staff-tcvn3.csv", "empty.csv", "no-workbook.xls"):
        check(cli("person", "import", os.path.join(TABLES, name), status=1).stderr.startswith("motcua-cli: "), name)
    cli("person", "import", os.path.join(FOLDER, "nothing.xlsx"), status=1)


@case("what is exported can be read again")
def export():
    import openpyxl
    path = os.path.join(FOLDER, "list.xlsx")
    equal(ask("person", "export", path)["people"], 63)
    sheet = openpyxl.load_workbook(path).active
    header = [c.value for c in sheet[1]]
    equal(sheet.max_row, 64, "rows")
    equal(sheet.freeze_panes, "A2")
    check(sheet.auto_filter.ref, "no filter")
    first_day = header.index("First day")
    check(all(row[first_day].value is None or hasattr(row[first_day].value, "year") for row in sheet.iter_rows(min_row=2)),
          "a day is no day")
    # Everybody in it is known, and every cell good, to the import. Tours that end later were not written by a person.
    again = ask("person", "import", path, "--skip-known", "--dry-run")
    equal((again["rows"], again["skipped"], again["errors"]), (63, 63, []))
    csv = os.path.join(FOLDER, "list.csv")
    # In Vietnamese too, where headers and words are others.
    cli("person", "export", csv, env=dict(DEMO, LANGUAGE="vi", LC_ALL="vi_VN.UTF-8"))
    again = ask("person", "import", csv, "--skip-known", "--dry-run")
    equal((again["rows"], again["skipped"], again["errors"]), (63, 63, []))
    with open(csv, "rb") as stream:
        check(stream.read(3) == b"\xef\xbb\xbf", "no byte order mark")
    # An older list is not lost by a slip; only a file is one.
    size = os.path.getsize(csv)
    check("--force" in cli("person", "export", csv, status=1).stderr, "no way out")
    equal(os.path.getsize(csv), size, "the file was touched")
    cli("person", "export", csv, "--force")
    for name in ("list.doc", "list", "list.json"):
        cli("person", "export", os.path.join(FOLDER, name), status=2)
        check(not os.path.exists(os.path.join(FOLDER, name)), name)


@case("one person's own data go out as one file")
def export_own():
    person = ask("person", "list")[0]["id"]
    path = os.path.join(FOLDER, "one.json")
    cli("person", "export", path, "--person", str(person), "--purpose", "yêu cầu của đương sự")
    with open(path, encoding="utf-8") as stream:
        equal(json.load(stream)["person"]["id"], person)
    equal(os.stat(path).st_mode & 0o077, 0, "others may read it")
    cli("person", "export", path, "--person", str(person), status=2)
    # The whole of it, scans among it, is one ZIP file.
    whole = os.path.join(FOLDER, "one.zip")
    made = ask("person", "export", whole, "--person", str(person), "--purpose", "yêu cầu của đương sự")
    with zipfile.ZipFile(whole) as archive:
        equal(archive.testzip(), None, "damaged")
        data = json.loads(archive.read("du-lieu.json"))
        equal((data["person"]["id"], made["scans"], made["bytes"]), (person, len(data["attachment"]), os.path.getsize(whole)))
        equal(len(archive.namelist()), 1 + made["scans"], "entries")
    equal(os.stat(whole).st_mode & 0o077, 0, "others may read it")
    cli("person", "export", path, "--person", str(person), "--purpose", "thử", status=1)
    cli("person", "export", path + ".xlsx", "--person", str(person), "--purpose", "thử", status=2)
    cli("person", "export", path, "--person", "x", "--purpose", "thử", status=2)


@case("the organisation chart is drawn for any day, on any paper")
def org_chart():
    pdf, png, svg = (os.path.join(FOLDER, "chart." + ending) for ending in ("pdf", "png", "svg"))
    drawn = ask("org-chart", "--as-of", BASE, "-o", pdf)
    equal((drawn["seats"], drawn["heads"], drawn["filled"], drawn["people"], drawn["pages"]), (41, 40, 41, 40, 1))
    check(drawn["least_text_pt"] >= 7.5, drawn)
    small = ask("org-chart", "--as-of", BASE, "--paper", "a4", "--detail", "name", "--fold", "-o", pdf, "--force")
    check(small["least_text_pt"] >= 7.5, small)
    cli("org-chart", "--as-of", BASE, "-o", pdf, status=1)
    before = ask("org-chart", "--as-of", "2024-06-01", "--detail", "full", "--direction", "right", "-o", svg)
    check(before["vacant"] > 0, before)
    with open(svg, encoding="utf-8") as stream:
        check("<svg" in stream.read(), "no SVG")
    ask("org-chart", "--as-of", BASE, "--compare", "2025-06-01", "--group", "counter", "--portrait", "-o", png)
    with open(png, "rb") as stream:
        equal(stream.read(4), b"\x89PNG")
    for wrong in (["-o", "x.doc"], [], ["--detail", "much", "-o", "x.pdf"], ["--paper", "a5", "-o", "x.pdf"]):
        cli("org-chart", *wrong, status=2)
    cli("org-chart", "-o", "/nowhere/x.pdf", status=1)


@case("a PDF of the chart has its text as text, its fonts and the exact paper")
def org_chart_pdf():
    if not shutil.which("pdftotext"):
        raise Skip("no pdftotext")
    for paper, wanted in (("a3", "1190.5"), ("a4", "841.8")):
        path = os.path.join(FOLDER, paper + ".pdf")
        cli("org-chart", "--as-of", BASE, "--paper", paper, "-o", path, env=dict(DEMO, LANGUAGE="vi", LC_ALL="vi_VN.UTF-8"))
        text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
        for words in ("SƠ ĐỒ TỔ CHỨC", "Bộ phận Giám sát", "Nguyễn Thị Bích Thủy", "kiêm nhiệm"):
            check(words in text, "%s is not in the text of the PDF" % words)
        about = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
        check("Page size:" in about and wanted in about, about)
        fonts = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
        check(fonts and all(line.split()[-5] == "yes" for line in fonts), fonts)


@case("the plan of a floor is drawn, alone and with who sits where")
def floor_plan():
    pdf, png, svg, dxf = (os.path.join(FOLDER, "plan." + ending) for ending in ("pdf", "png", "svg", "dxf"))
    drawn = ask("floor-plan", "-o", svg)
    equal((drawn["floor"], drawn["counters"], drawn["session"]), ("G", 13, None))
    live = ask("floor-plan", "--floor", "1", "--at", BASE + "-pm", "--paper", "a4", "-o", png)
    equal((live["floor"], live["counters"], live["day"], live["session"]), ("1", 5, BASE, "afternoon"))
    with open(png, "rb") as stream:
        equal(stream.read(4), b"\x89PNG")
    ask("floor-plan", "-o", dxf)
    with open(dxf, encoding="ascii") as stream:
        text = stream.read()
    check("AC1009" in text and "COUNTER_" in text and text.rstrip().endswith("EOF"), "no DXF")
    equal(ask("floor-plan", "--plan-version", drawn["version"], "--hide", "Sân, bãi xe", "-o", pdf)["version"], drawn["version"])
    cli("floor-plan", "-o", pdf, status=1)
    for wrong in (["-o", "x.doc"], [], ["--at", BASE, "-o", "x.pdf"], ["--at", "x-am", "-o", "x.pdf"], ["--paper", "a5", "-o", "x.pdf"]):
        cli("floor-plan", *wrong, status=2)
    for missing in (["--floor", "9"], ["--plan-version", "không có"], ["--hide", "không có"], ["--at", "2020-01-01-am"]):
        cli("floor-plan", *missing, "-o", os.path.join(FOLDER, "none.pdf"), status=1)
    check(not os.path.exists(os.path.join(FOLDER, "none.pdf")), "a file of nothing")


@case("a PDF of the plan has its text as text, its fonts and the exact paper")
def floor_plan_pdf():
    if not shutil.which("pdftotext"):
        raise Skip("no pdftotext")
    for paper, wanted in (("a3", "1190.5"), ("a4", "841.8")):
        path = os.path.join(FOLDER, "plan-" + paper + ".pdf")
        cli("floor-plan", "--at", BASE + "-am", "--paper", paper, "-o", path, env=dict(DEMO, LANGUAGE="vi", LC_ALL="vi_VN.UTF-8"))
        text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
        for words in ("SƠ ĐỒ QUẦY", "Khu vực tiếp nhận và trả kết quả", "Bưu chính", "Chú giải", "Có mặt"):
            check(words in text, "%s is not in the text of the PDF" % words)
        about = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
        check("Page size:" in about and wanted in about, about)
        fonts = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
        check(fonts and all(line.split()[-5] == "yes" for line in fonts), fonts)


@case("accounts are made, listed and shut")
def accounts():
    made = ask("account", "add", "thu.le", "--name", "Lê Thị Thu", "--group", "viewer")
    equal((made["login"], made["group"], made["active"]), ("thu.le", "viewer", True))
    check(len(made["password"]) == 20, made)
    equal(ask("account", "add", "an", "--group", "technician", "--password-stdin", text="một mật khẩu dài\n")["password"], None)
    cli("account", "add", "thu.le", "--group", "viewer", status=1)
    cli("account", "add", "x", "--group", "king", status=2)
    equal(ask("account", "disable", "thu.le"), {"login": "thu.le", "active": False})
    equal([(a["login"], a["active"]) for a in ask("account", "list")], [("an", True), ("thu.le", False)])
    cli("account", "disable", "nobody", status=1)


@case("the doctor finds nothing wrong, and says what is")
def doctor():
    result = ask("doctor")
    check(result["healthy"], result)
    names = [c["name"] for c in result["checks"]]
    for name in ("motcua", "connection", "server", "schema", "extension btree_gist", "extension unaccent", "extension pg_trgm"):
        check(name in names, name)
    bad = ask("doctor", "--database", "postgresql://nobody@%2Fnowhere/motcua", status=1)
    broken = [c for c in bad["checks"] if c["state"] == "error"]
    check(broken and all(c["remedy"] for c in broken), bad)


@case("what makes no sense is status 2, and --help tells the JSON")
def usage():
    for args in (["nonsense"], ["headcount", "--as-of", "31/02/2026"], ["headcount", "--no-such"], ["person"],
                 ["person", "show"], ["person", "show", "x"], ["init"], ["init", "--plan", "--demo"],
                 ["init", "--plan", "--base-date", "1/1/2026"], ["person", "import"], ["agency", "list", "extra"], ["--json"],
                 ["person", "import", "x.csv", "--sheet", "0"], ["account", "add", "x", "--group", "viewer", "--person", "-1"], []):
        done = cli(*args, status=2)
        check(done.stderr.startswith("motcua-cli: ") or not args, done.stderr)
    for typed, guess in (("person lisst", "person list"), ("persno show 3", "person show"), ("headcuont", "headcount"),
                         ("migrat", "migrate"), ("account disble", "account disable")):
        check("did you mean “%s”" % guess in cli(*typed.split(), status=2).stderr, typed)
    check("list, show, import, export" in cli("person", status=2).stderr, "a command's second word")
    check("did you mean" not in cli("xyz", status=2).stderr, "a guess from nothing")
    text = cli("--help").stdout
    commands = [line.split("  ")[1] for line in text.splitlines() if line.startswith("  ")]
    with open(os.path.join(os.environ["MOTCUA_SRCDIR"], "src", "cli", "main.c"), encoding="utf-8") as source:
        table = re.findall(r"&mc_cli_(\w+)", source.read())
    equal(sorted(re.sub(r"\W", "_", command) for command in commands), sorted(table), "commands")
    for command in commands:
        check("With --json:" in cli(*command.split(), "--help").stdout, command)
    check(cli("--version").stdout.startswith("motcua-cli "), "version")


run(cleanup=lambda: shutil.rmtree(FOLDER, ignore_errors=True))
