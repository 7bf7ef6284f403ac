"""Brings the catalogues up to date with the sources: new strings come in empty, unused ones go."""

import re
import sys
import tempfile
from pathlib import Path

from catalogues import ROOT, catalogues, collect_messages, has_gettext

MARK = re.compile(r"gettext|{% (block)?trans")


def main() -> int:
    if not has_gettext():
        return 1
    make_folders()
    with tempfile.TemporaryDirectory() as leftovers:
        collect_messages(ROOT, Path(leftovers) / "locale")
    for file in catalogues(ROOT):
        print(file.relative_to(ROOT))
    return 0


def make_folders() -> None:
    """Each floor has a ``locale`` folder, and on the floor of screens each screen has one."""
    floors = [folder for folder in (ROOT / "vedu").iterdir() if (folder / "apps.py").exists()]
    screens = [folder for folder in (ROOT / "vedu/web").iterdir() if folder.is_dir() and has_strings(folder)]
    for folder in [*(floor for floor in floors if has_strings(floor)), *screens]:
        (folder / "locale").mkdir(exist_ok=True)


def has_strings(folder: Path) -> bool:
    files = [*folder.rglob("*.py"), *folder.rglob("*.html")]
    return any(MARK.search(file.read_text()) for file in files)


if __name__ == "__main__":
    sys.exit(main())
