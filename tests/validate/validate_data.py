# SPDX-License-Identifier: GPL-3.0-or-later
"""Desktop file, metainfo, settings schema, templates, migrations, manifest."""
import hashlib
import json
import os
import re
import subprocess

from common import BUILD, TREE, files, program, read
from tap import case, check, equal, run

APP = "vn.gov.cantho.MotCua"


@case("the desktop file is valid")
def desktop():
    program("desktop-file-validate", os.path.join(BUILD, "data", APP + ".desktop"))


@case("the metainfo is valid, its pictures exist, and it claims no address for them")
def metainfo():
    path = os.path.join(BUILD, "data", APP + ".metainfo.xml")
    program("appstreamcli", "validate", "--no-net", "--explain", path)
    with open(path, encoding="utf-8") as stream:
        pictures = re.findall(r"<image[^>]*>([^<]+)</image>", stream.read())
    check(pictures, "the metainfo shows no picture")
    for picture in pictures:
        name = os.path.basename(picture)
        check(os.path.exists(os.path.join(TREE, "docs", "pictures", name)), "%s is missing" % name)
    # Who publishes names the place (meson's option); the source must not make one up.
    equal([p for p in re.findall(r"<image[^>]*>([^<]+)</image>", read("data/%s.metainfo.xml.in" % APP))
           if not p.startswith("@PICTURES_URL@/")], [], "pictures with an address of their own")


@case("the settings schema is strict and declares every key in use")
def schema():
    program("glib-compile-schemas", "--strict", "--dry-run", os.path.join(TREE, "data"))
    declared = set(re.findall(r'<key name="([^"]+)"', read("data/%s.gschema.xml" % APP)))
    used = set()
    for path in files(".c", under=("ui",)):
        used |= set(re.findall(r'g_settings_(?:get|set|bind)\w*\s*\([^,()]+,\s*"([a-z0-9-]+)"', read(path)))
    check(used, "no key is used")
    check(used <= declared, "keys used but not declared: %s" % sorted(used - declared))


@case("icons are there, scalable and symbolic, drawn and not photographed")
def icons():
    for name in ("scalable/apps/%s.svg" % APP, "symbolic/apps/%s-symbolic.svg" % APP):
        text = read("data/icons/hicolor/" + name)
        check("<svg" in text and "base64" not in text, name + " is not a plain drawing")


@case("templates are formatted")
def templates():
    found = files(".blp", under=("ui",))
    check(found, "no templates")
    program("blueprint-compiler", "format", *found)


@case("migrations are numbered without gap")
def numbered():
    names = sorted(os.path.basename(f) for f in files(".sql", under=("data/sql/migrations",)))
    check(names, "no migrations")
    equal([int(n[:4]) for n in names], list(range(1, len(names) + 1)), "the numbers")


@case("migrations that landed are as they were")
def immutable():
    """data/sql/migrations.sha256 lists what has landed; a line, once committed, holds for ever."""
    path = "data/sql/migrations.sha256"
    listing = lambda text: {name: digest for digest, name in (line.split() for line in text.splitlines())}
    now = listing(read(path))
    missing = [n for n in map(os.path.basename, files(".sql", under=("data/sql/migrations",))) if n not in now]
    equal(missing, [], "migrations not listed in " + path)
    history = [now]
    if os.path.exists(os.path.join(TREE, ".git")):
        for commit in program("git", "-c", "safe.directory=*", "log", "--format=%H", "--", path).split():
            shown = subprocess.run(["git", "-c", "safe.directory=*", "show", "%s:%s" % (commit, path)],
                                   cwd=TREE, capture_output=True, text=True)
            history.append(listing(shown.stdout))
    for listed in history:
        for name, wanted in listed.items():
            digest = hashlib.sha256(read("data/sql/migrations/" + name).encode()).hexdigest()
            equal(digest, wanted, "the checksum of " + name)


@case("the Flatpak manifest is well formed and asks for little")
def manifest():
    text = json.loads(read("flatpak/%s.json" % APP))
    equal(text["id"], APP, "id")
    equal((text["runtime"], text["runtime-version"]), ("org.gnome.Platform", "50"), "runtime")
    for argument in text["finish-args"]:
        check(not argument.startswith(("--filesystem", "--talk-name=org.freedesktop.secrets", "--device=all")), argument)
    for module in text["modules"]:
        if isinstance(module, str):
            module = json.loads(read("flatpak/" + module))
        for source in module.get("sources", []):
            if source.get("type") == "archive":
                check(re.fullmatch("[0-9a-f]{64}", source.get("sha256", "")), "%s has no sha256" % source)


run()
