"""The documentation keeps up with the code: settings, commands, events, routes, links, figures of the house."""

import ast
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from django.test import Client

from vedu.cli import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "vedu"

SETTING = re.compile(r"\bVEDU_[A-Z][A-Z_]*[A-Z]\b")
KIND = re.compile(r"[a-z_]+\.[a-z_]+")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
PARAMETER = re.compile(r"{[^}]*}")
TARGET = re.compile(r"\bmake ([a-z]+)\b")
# The guide in each language, and what its lines begin with that both must have in the same order.
GUIDES = ("user.md", "user.ru.md")
SHAPE = re.compile(r"^(?:#+(?= )|\|)", re.MULTILINE)
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
ENTRY_OF_CONTENTS = re.compile(r"^- \[(.+)\]\(#(.+)\)$", re.MULTILINE)
PRESSES = re.compile(r"\| (\d+) \| (\d+) \|$", re.MULTILINE)
# What an event's kind is made of when it is computed: its beginning -> its possible ends.
COMPUTED_KINDS = {"deal.": ("won", "lost", "postponed")}
# Paths of one machine and hosts of package registries; backwards, so that this list does not find itself.
FOREIGN = [
    word[::-1] for word in ("/krow/", "/toor/", "/emoh/", "gro.ipyp", "gro.detsohnohtyp", "gro.sjmpn", "gro.naibed.bed")
]
pytestmark = pytest.mark.docs


def pages() -> list[Path]:
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def docs() -> str:
    return "\n".join(page.read_text() for page in pages())


def code(folder: Path, *words: str) -> Iterator[ast.Module]:
    """The modules in which any of the words stands: to parse all of them takes seconds."""
    for file in sorted(folder.rglob("*.py")):
        text = file.read_text()
        if "migrations" not in file.parts and any(word in text for word in words):
            yield ast.parse(text)


def tracked() -> list[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listing.returncode:
        pytest.skip("not a git repository")
    files = [ROOT / name for name in listing.stdout.split("\0") if name]
    return [file for file in files if file.is_file()]


def told(faults: Iterable[str]) -> str:
    return "\n".join(sorted(faults))


def settings_read() -> set[str]:
    """Every environment setting named in the code or in the scripts."""
    scripts = [file for file in (ROOT / "bin").iterdir() if file.is_file()]
    files = [*HOUSE.rglob("*.py"), *scripts]
    return {name for file in files for name in SETTING.findall(file.read_text())}


def event_kinds() -> set[str]:
    """Every kind of event that the code tells or listens to."""
    kinds: set[str] = set()
    for tree in code(HOUSE, "tell(", "subscribe("):
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and called(call) in {"tell", "_tell", "subscribe"} and call.args:
                kinds |= kinds_in(call.args[0])
    return kinds


def called(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def kinds_in(argument: ast.expr) -> set[str]:
    if isinstance(argument, ast.Constant) and KIND.fullmatch(str(argument.value)):
        return {str(argument.value)}
    if isinstance(argument, ast.JoinedStr) and isinstance(argument.values[0], ast.Constant):
        beginning = str(argument.values[0].value)
        return {beginning + end for end in COMPUTED_KINDS[beginning]}
    return set()


def options() -> set[str]:
    """Every option of the command line: what ``add_argument`` is called with."""
    return {
        str(call.args[0].value)
        for tree in code(HOUSE / "commands", "add_argument(")
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and called(call) == "add_argument" and isinstance(call.args[0], ast.Constant)
    }


def routes() -> set[str]:
    """Every API route as "METHOD /path/{}", out of the OpenAPI description."""
    answer = Client().get("/api/v1/openapi.json")
    if answer.status_code == 404:
        pytest.skip("no API yet")
    paths = answer.json()["paths"]
    return {f"{method.upper()} {PARAMETER.sub('{}', path)}" for path, methods in paths.items() for method in methods}


def test_every_setting_is_documented() -> None:
    missing = settings_read() - set(SETTING.findall(docs()))
    assert not missing, told(missing)


def test_every_documented_setting_is_read() -> None:
    missing = set(SETTING.findall(docs())) - settings_read()
    assert not missing, told(missing)


def test_every_kind_of_event_is_documented() -> None:
    text = docs()
    missing = [kind for kind in sorted(event_kinds()) if f"`{kind}`" not in text]
    assert not missing, told(missing)


def test_every_command_is_documented() -> None:
    text = docs()
    missing = [name for name in COMMANDS if not re.search(rf"\bvedu {name}\b", text)]
    assert not missing, told(missing)


def test_every_option_of_a_command_is_documented() -> None:
    text = docs()
    missing = [name for name in sorted(options()) if name.startswith("--") and name not in text]
    assert not missing, told(missing)


@pytest.mark.django_db
def test_every_api_route_is_documented() -> None:
    documented = PARAMETER.sub("{}", docs())
    missing = [route for route in sorted(routes()) if f"`{route}`" not in documented]
    assert not missing, told(missing)


def test_every_link_leads_somewhere() -> None:
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages()
        for target in LINK.findall(page.read_text())
        if "://" not in target and not target.startswith("mailto:") and not (page.parent / target).exists()
    ]
    assert not broken, told(broken)


def guide(name: str) -> str:
    return (ROOT / "docs" / name).read_text()


def anchor(heading: str) -> str:
    """As the sites that show Markdown make it: words by hyphens, no other signs."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def test_the_guides_have_the_same_sections_and_rows_of_tables() -> None:
    english, russian = (SHAPE.findall(guide(name)) for name in GUIDES)
    assert russian == english


def test_the_guides_tell_the_same_numbers_of_presses() -> None:
    english, russian = (PRESSES.findall(guide(name)) for name in GUIDES)
    assert english
    assert russian == english


@pytest.mark.parametrize("name", GUIDES)
def test_the_contents_of_a_guide_name_every_section(name: str) -> None:
    text = guide(name)
    assert ENTRY_OF_CONTENTS.findall(text) == [(heading, anchor(heading)) for heading in HEADING.findall(text)]


def test_every_make_target_in_the_documentation_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {target for page in pages() for target in TARGET.findall(in_code(page.read_text()))}
    missing = named - targets
    assert not missing, told(missing)


def in_code(markdown: str) -> str:
    """The parts of a page that are typed as code."""
    return "\n".join(re.findall(r"```.*?```|`[^`\n]+`", markdown, re.DOTALL))


def test_the_repository_names_no_machine_and_no_registry() -> None:
    found = [
        f"{file.relative_to(ROOT)}: {word}"
        for file in tracked()
        for word in FOREIGN
        if word.encode() in file.read_bytes()
    ]
    assert not found, told(found)
