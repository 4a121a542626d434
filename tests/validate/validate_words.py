# SPDX-License-Identifier: GPL-3.0-or-later
"""Vietnamese is complete, and every file with words is listed."""
import gettext
import glob
import os
import re
import tempfile
import unicodedata

from common import TREE, files, program, read
from tap import case, check, equal, run

MARKED = re.compile(r'(?<![A-Za-z_])(?:_|N_|C_|NC_|ngettext|g_dngettext|dgettext)\s*\(\s*["\']')


@case("every file with words is in POTFILES")
def potfiles():
    listed = set(line for line in read("po/POTFILES").splitlines() if line and not line.startswith("#"))
    found = {f for f in files(".c", ".h", ".blp", under=("src", "ui")) if MARKED.search(read(f))}
    found |= set(files(".desktop.in", ".metainfo.xml.in", ".gschema.xml", under=("data",)))
    equal(sorted(found - listed), [], "files that are not listed")
    equal(sorted(f for f in listed if not os.path.exists(os.path.join(TREE, f))), [], "listed files that are gone")


@case("vi.po is complete, nothing fuzzy")
def complete():
    with tempfile.TemporaryDirectory() as out:
        pot, merged = os.path.join(out, "motcua.pot"), os.path.join(out, "vi.po")
        program("xgettext", "--from-code=UTF-8", "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2",
                "--keyword=ngettext:1,2", "--keyword=g_dngettext:2,3", "--files-from=po/POTFILES", "-o", pot)
        program("msgmerge", "--quiet", "--no-fuzzy-matching", "-o", merged, "po/vi.po", pot)
        numbers = program("msgfmt", "--statistics", "--check", "-o", os.devnull, merged, env=dict(os.environ, LC_ALL="C"))
        check("untranslated" not in numbers and "fuzzy" not in numbers,
              numbers + program("msgattrib", "--untranslated", "--no-wrap", merged))


def words(path):
    """Of a compiled catalogue: the English, with what it is in the other language; forms of number one by one."""
    with open(path, "rb") as stream:
        return {(k if isinstance(k, str) else k[0]): v for k, v in gettext.GNUTranslations(stream)._catalog.items() if k}


@case("libadwaita's Vietnamese has every word that its other catalogues know")
def libadwaita():
    with tempfile.TemporaryDirectory() as out:
        ours = os.path.join(out, "libadwaita.mo")
        program("msgfmt", "--check-format", "-o", ours, "po/libadwaita/vi.po")
        have = words(ours)
    theirs = glob.glob("/usr/share/locale/*/LC_MESSAGES/libadwaita.mo")
    check(any("/vi/" in path for path in theirs), "libadwaita has no Vietnamese catalogue here: %s" % theirs)
    equal(sorted(set().union(*map(words, theirs)) - set(have)), [], "words that are not in po/libadwaita/vi.po")
    equal([k for k, v in have.items() if not v], [], "words without Vietnamese")


@case("printf directives agree between English and Vietnamese")
def directives():
    program("msgfmt", "--check-format", "-o", os.devnull, "po/vi.po")


@case("Vietnamese is written in composed form (NFC)")
def composed():
    texts = files(".po", ".json", ".sql", ".md", ".xml", ".in", under=("po", "data", "docs")) + ["README.md"]
    equal([t for t in texts if not unicodedata.is_normalized("NFC", read(t))], [], "files in another form")


run()
