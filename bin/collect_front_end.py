"""Copies what pages need from node_modules into vedu/web/static/vendor and builds the sprite of used icons.

An icon is used when a template says {% icon "name" %}, Python or JavaScript says icon("name") or icon="name",
or vedu/web/icons.txt lists it (names that are computed stand there).
"""

import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "node_modules"
VENDOR = ROOT / "vedu/web/static/vendor"
ICON_LIST = ROOT / "vedu/web/icons.txt"
ICONS = PACKAGES / "@tabler/icons/icons/outline"
FONT = PACKAGES / "@fontsource-variable/golos-text"
SCRIPTS = ("htmx.org/dist/htmx.min.js", "sortablejs/Sortable.min.js", "axe-core/axe.min.js")

NAME = r"""["']([a-z][a-z0-9-]*)["']"""
IN_TEMPLATE = re.compile(r"{%\s*icon\s+" + NAME)
IN_CODE = re.compile(r"""\bicon["']?\s*[(=:]\s*""" + NAME)
SYMBOL = (
    '<symbol id="{name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" '
    'stroke-linecap="round" stroke-linejoin="round">{shapes}</symbol>'
)


def main() -> int:
    names = used_icons()
    unknown = [name for name in sorted(names) if not (ICONS / f"{name}.svg").exists()]
    if unknown:
        for name in unknown:
            print(
                f"No Tabler outline icon is called {name!r}: used in {', '.join(sorted(names[name]))}",
                file=sys.stderr,
            )
        return 1
    VENDOR.mkdir(parents=True, exist_ok=True)
    for script in SCRIPTS:
        shutil.copyfile(PACKAGES / script, VENDOR / Path(script).name)
    collect_font()
    (VENDOR / "icons.svg").write_text(sprite(sorted(names)))
    print(f"Front end: {len(SCRIPTS)} scripts, Golos Text, {len(names)} icons")
    return 0


def used_icons() -> dict[str, set[str]]:
    """Icon name -> the files that use it."""
    names: dict[str, set[str]] = {}
    for file in sources():
        pattern = IN_TEMPLATE if file.suffix == ".html" else IN_CODE
        for name in pattern.findall(file.read_text()):
            names.setdefault(name, set()).add(str(file.relative_to(ROOT)))
    for name in listed_icons():
        names.setdefault(name, set()).add(str(ICON_LIST.relative_to(ROOT)))
    return names


def sources() -> list[Path]:
    files = [file for kind in ("html", "py", "js") for file in (ROOT / "vedu").rglob(f"*.{kind}")]
    return sorted(file for file in files if VENDOR not in file.parents)


def listed_icons() -> list[str]:
    lines = ICON_LIST.read_text().split() if ICON_LIST.exists() else []
    if lines != sorted(set(lines)):
        sys.exit(f"{ICON_LIST.relative_to(ROOT)} must be sorted, each name once")
    return lines


def sprite(names: list[str]) -> str:
    symbols = "\n".join(SYMBOL.format(name=name, shapes=shapes(name)) for name in names)
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n'


def shapes(name: str) -> str:
    """What is inside the icon's <svg>, without the invisible 24 x 24 square."""
    svg = (ICONS / f"{name}.svg").read_text()
    inside = svg[svg.index(">", svg.index("<svg")) + 1 : svg.rindex("</svg>")]
    visible = [line.strip() for line in inside.splitlines() if 'd="M0 0h24v24H0z"' not in line]
    return "".join(visible)


def collect_font() -> None:
    """All subsets: a browser loads only those whose letters stand on the page."""
    folder = VENDOR / "golos"
    folder.mkdir(exist_ok=True)
    for file in (FONT / "files").glob("*-wght-normal.woff2"):
        shutil.copyfile(file, folder / file.name)
    css = (FONT / "index.css").read_text().replace("./files/", "golos/")
    (VENDOR / "golos.css").write_text(css)


if __name__ == "__main__":
    sys.exit(main())
