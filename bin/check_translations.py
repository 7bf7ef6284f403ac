"""Checks the Russian: everything translated, nothing fuzzy, placeholders kept, one string one translation.

Works on a copy, so it changes no file. Prints a line for each fault and fails when there is one.
"""

import re
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import django
import polib
from catalogues import LANGUAGES, ROOT, catalogues, collect_messages, has_gettext

PLURALS = re.compile(r"nplurals=(\d)")
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|{\w*}|%[sd]")
DJANGO = Path(django.__file__).parent


def main() -> int:
    faults = [*untranslated(ROOT), *placeholders(ROOT), *disagreements(ROOT)]
    if has_gettext():
        faults += fresh_faults()
    else:
        print("!!! Without GNU gettext nobody looked for strings that are missing from the catalogues")
    for fault in dict.fromkeys(faults):
        print(fault)
    print(f"Translations: {len(catalogues(ROOT))} catalogues, {len(set(faults))} faults")
    return 1 if faults else 0


def untranslated(root: Path) -> Iterator[str]:
    for file in catalogues(root):
        found = polib.pofile(str(file))
        if found.metadata_is_fuzzy:
            yield f"{file.relative_to(root)}: the header is fuzzy, so its plural forms are lost"
        if found.metadata.get("Language", "") != (language := file.parent.parent.name):
            yield f"{file.relative_to(root)}: the header names no language {language!r}, so its plural forms are lost"
        for entry in found:
            if not entry.obsolete and not entry.translated():
                state = "fuzzy" if entry.fuzzy else "not translated"
                yield f"{file.relative_to(root)}: {state}: {entry.msgid!r}{used_in(entry)}"
            elif entry.msgid_plural and len(entry.msgstr_plural) < plurals_of(found):
                yield f"{file.relative_to(root)}: a plural form is missing: {entry.msgid!r}"


def plurals_of(catalogue: polib.POFile) -> int:
    """How many forms the language has: with fewer, «5 раза» comes out."""
    said = PLURALS.search(catalogue.metadata.get("Plural-Forms", ""))
    return int(said[1]) if said else 1


def placeholders(root: Path) -> Iterator[str]:
    """A translation must use the placeholders of its string; a plural form may leave out the number."""
    for file in catalogues(root):
        for entry in polib.pofile(str(file)).translated_entries():
            allowed = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
            for text in entry.msgstr_plural.values() or [entry.msgstr]:
                found = set(PLACEHOLDER.findall(text))
                if found - allowed or (not entry.msgid_plural and found != allowed):
                    yield f"{file.relative_to(root)}: other placeholders in {text!r} than in {entry.msgid!r}"


def disagreements(root: Path) -> Iterator[str]:
    """Django merges all catalogues, so one string with two translations shows one of them by chance."""
    places: dict[tuple[str, str, str], dict[str, Path]] = defaultdict(dict)
    for file in catalogues(root):
        language = file.parent.parent.name
        for entry in polib.pofile(str(file)).translated_entries():
            text = " | ".join(entry.msgstr_plural.values()) or entry.msgstr
            places[language, entry.msgctxt or "", entry.msgid].setdefault(text, file.relative_to(root))
    for (_, _, msgid), texts in places.items():
        if len(texts) > 1:
            told = "; ".join(f"{text!r} in {file}" for text, file in texts.items())
            yield f"{msgid!r} has several translations: {told}"


def fresh_faults() -> list[str]:
    """What is wrong after the strings of the sources are collected anew, in a copy."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copytree(ROOT / "vedu", copy / "vedu", ignore=shutil.ignore_patterns("vendor", "*.mo", "__pycache__"))
        leftovers = copy / "leftovers" / "locale"
        collect_messages(copy, leftovers)
        return [*untranslated(copy), *homeless(leftovers)]


def homeless(leftovers: Path) -> Iterator[str]:
    """Strings with no ``locale`` folder above their file; Django's own words need none."""
    for language in LANGUAGES:
        file = leftovers / language / "LC_MESSAGES/django.po"
        entries = polib.pofile(str(file)) if file.exists() else []
        known = {entry.msgid for entry in polib.pofile(str(DJANGO / f"conf/locale/{language}/LC_MESSAGES/django.po"))}
        for entry in entries:
            if entry.msgid not in known:
                yield f"no locale folder beside the code for {entry.msgid!r}{used_in(entry)} (make messages)"


def used_in(entry: polib.POEntry) -> str:
    places = sorted({place for place, _ in entry.occurrences})
    return f" in {', '.join(places)}" if places else ""


if __name__ == "__main__":
    sys.exit(main())
