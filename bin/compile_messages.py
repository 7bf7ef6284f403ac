"""Compiles every vedu/**/locale/*/LC_MESSAGES/django.po beside itself; needs no gettext on the machine."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    catalogues = sorted((ROOT / "vedu").rglob("locale/*/LC_MESSAGES/django.po"))
    for file in catalogues:
        compile_one(file)
    print(f"Translations: {len(catalogues)} catalogues")


def compile_one(file: Path) -> None:
    language = file.parent.parent.name
    with file.open("rb") as source:
        catalogue = read_po(source, locale=language, abort_invalid=True)
    with file.with_suffix(".mo").open("wb") as target:
        write_mo(target, catalogue)


if __name__ == "__main__":
    main()
