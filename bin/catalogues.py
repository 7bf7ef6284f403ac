"""Finds the catalogues of translations and fills them from the sources with Django's own makemessages."""

import os
import subprocess
from contextlib import chdir
from pathlib import Path
from shutil import which

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("ru",)


def catalogues(root: Path) -> list[Path]:
    return sorted((root / "vedu").rglob("locale/*/LC_MESSAGES/django.po"))


def has_gettext() -> bool:
    """GNU gettext reads the sources; installs Debian's when it may."""
    if not which("xgettext"):
        subprocess.call([ROOT / "bin/apt_install", "gettext"])
    return bool(which("xgettext") and which("msgmerge"))


def collect_messages(root: Path, leftovers: Path) -> None:
    """Brings every catalogue under ``root``/vedu up to date.

    A string belongs to the nearest ``locale`` folder above its file; one that has none goes to ``leftovers``.
    """
    import django
    from django.conf import settings
    from django.core.management import call_command

    if not settings.configured:
        settings.configure(LOCALE_PATHS=[str(leftovers)])
        django.setup()
    leftovers.mkdir(parents=True, exist_ok=True)
    with chdir(root / "vedu"), Path(os.devnull).open("w") as nowhere:
        call_command(
            "makemessages",
            locale=list(LANGUAGES),
            extensions=["html", "txt", "py"],
            ignore_patterns=["vendor"],
            no_wrap=True,
            add_location="file",
            no_obsolete=True,
            stdout=nowhere,
        )
