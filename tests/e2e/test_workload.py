# SPDX-License-Identifier: GPL-3.0-or-later
"""A month of dossiers is imported, and its chart and list are read, by whoever sees it or hears it."""
import os

from centre import Centre, T, run, wait
from server import Server
from tap import case, check

DESK = Centre()
SERVER = []
# No code and no name of these may be kept; the codes are not even read.
HEAD = "Mã hồ sơ,Người nộp,Tên thủ tục,Quầy,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Trạng thái\n"
ROW = "HS-%d,Nguyễn Văn Mẫu,Cấp Phiếu lý lịch tư pháp số 1,Quầy 1,%s 08:00,%s,%s 09:00,Đã trả kết quả\n"


def export(name, days):
    """A file as the dossier system gives it: a dossier for each of @days, settled the day after."""
    path = os.path.join(DESK.make("exports-" + name), name + ".csv")
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(HEAD)
        for i, day in enumerate(days):
            stream.write(ROW % (i, "%02d/10/2024" % day, "%02d/10/2024" % (day + 4), "%02d/10/2024" % (day + 1)))
    return path


def ask(query):
    return SERVER[0].ask(query)


def rows():
    return [" ".join(row) for row in DESK.rows("The values of the chart")]


def marks(day):
    return [n.description for n in DESK.all("image", lambda name: name.startswith(day))]


@case("the page shows a month without figures, and says so")
def empty():
    SERVER.append(Server(DESK, "lan"))
    DESK.open("--database", SERVER[0].uri("lan"))
    DESK.look_at("15/10/2024")
    DESK.go("Workload")
    DESK.find("label", "10/2024")
    wait(lambda: not rows(), lambda: "rows of a month that is not there: %s" % rows())


@case("a month that another desk imports is in the list and in the picture at once")
def imported():
    path = export("thang-10", [1, 1, 1, 2, 7])
    SERVER[0].console("import", "dossiers", path, "--source", "Hệ thống thử", database=SERVER[0].uri("lan"))
    wait(lambda: [r for r in rows() if r.startswith("01/10/2024 3")], lambda: "three on the first: %s" % rows())
    check([r for r in rows() if r.startswith("07/10/2024 1")], "one on the seventh: %s" % rows())
    wait(lambda: marks("01/10/2024"), lambda: "no mark for the first\n%s" % DESK.tree())
    check(any("10/2024: 3" in said for said in marks("01/10/2024")), "the mark does not say how many: %s" % marks("01/10/2024"))


@case("a figure opens to the parts that make it")
def figure():
    DESK.click(DESK.find("button", contains=T("Resolved") + ": 5"))
    wait(lambda: rows() and not rows()[0][0].isdigit() and rows()[0].endswith(" 5 –"), lambda: "no parts: %s" % rows())



@case("a peak of waiting opens to what stood beside it, and what is done about it is written down there")
def cause():
    path = os.path.join(DESK.make("exports-ve"), "ve.csv")
    with open(path, "w", encoding="utf-8") as stream:
        stream.write("Số phiếu,Ngày,Giờ lấy số,Giờ gọi,Giờ kết thúc,Quầy,Trạng thái\n")
        for i in range(6):
            stream.write("A%03d,08/10/2024,08:%02d,08:%02d,08:%02d,5,Hoàn thành\n" % (i, i, i + 42, i + 45))
    SERVER[0].console("import", "tickets", path, "--source", "Máy thử", database=SERVER[0].uri("lan"))
    DESK.press("button", T("_Why People Waited…"))
    DESK.dialog(T("Why People Waited"))
    DESK.see("42,0 " + T("minutes"))
    DESK.see(T("Who Was at the Counters"))
    DESK.press("button", T("Record a Corrective Action"))
    DESK.fill(T("What is to be done"), "Mở thêm quầy từ 08:00")
    DESK.press("button", T("_Add"))
    DESK.see("Mở thêm quầy từ 08:00")
    wait(lambda: ask("SELECT day, wait_minutes FROM centre.corrective_action") == "2024-10-08|42.0", "it is not written down")
    DESK.keys("Escape")
    DESK.gone("dialog", T("Why People Waited"))
    DESK.undo()
    wait(lambda: ask("SELECT count(*) FROM centre.corrective_action") == "0", "it is not taken back")


@case("what the visitors need goes into the rosters of a month by one button, and one undo takes it back")
def need():
    DESK.press("button", T("_Need…"))
    DESK.see(T("Visitors of %s:") % "10/2024")
    before = ask("SELECT count(*) FROM centre.demand")
    DESK.press("page tab", T("Into the Roster"))
    put = wait(lambda: DESK.all("button", T("_Put the Need into the Roster"), state="sensitive"), "the need is not weighed")
    put[0].press()
    wait(lambda: ask("SELECT count(*) FROM centre.demand WHERE weekdays LIKE '%2%'") != "0" and
         ask("SELECT count(*) FROM centre.demand") != before, "nothing is wanted anew")
    DESK.see(T("All counters want as many people as they need."))
    DESK.keys("Escape")
    DESK.gone(contains=T("Visitors of %s:") % "10/2024")
    DESK.undo()
    wait(lambda: ask("SELECT count(*) FROM centre.demand") == before, "it is not taken back")


@case("the founding plan's years stand with their shares, as it prints them and as they compute")
def plan_years():
    DESK.menu("More about this page", "_Years in the Founding Plan…")
    DESK.dialog(T("Years in the Founding Plan"))
    DESK.see("728.458")
    # 716.203 of 728.458 are 98,3177 %: the plan cut it off.
    DESK.see(T("resolved %s %%, by the plan") % "98,31")
    DESK.see(T("resolved %s %%, computed%s") % ("98,32", " ≠"))
    DESK.see(T("resolved %s %%, computed%s") % ("97,33", ""))
    DESK.see("505/BC-UBND")
    DESK.keys("Escape")
    DESK.gone("dialog", T("Years in the Founding Plan"))


run()
