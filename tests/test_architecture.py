"""The house stands as ARCHITECTURE.md says: floors, arrows, names."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import grimp
import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.models import Field, ForeignObject, ManyToManyField, Model

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "vedu"

RANK = {
    "foundation": 0,
    "clients": 1,
    "sales": 2,
    "revenue": 3,
    "insight": 4,
    "integrations": 4,
    "web": 5,
    "api": 5,
    "demo": 5,
}
ATTICS = {"utils", "helpers", "common", "base", "misc", "manager", "managers", "services", "service", "util"}
INDENTED_IMPORT = re.compile(r"^ +(import|from) ", re.MULTILINE)
NO_SIGNALS = re.compile(r"\b(pre|post)_(save|delete|init)\b|\bm2m_changed\b")

# Django looks for a database engine in a module of this name.
NAMED_BY_DJANGO = {HOUSE / "foundation/sqlite/base.py", HOUSE / "foundation/postgresql/base.py"}

# What is slow to load and seldom needed: file -> which module.
LOADED_WHEN_NEEDED = {
    "vedu/clients/duplicates/jobs.py": "vedu.clients.duplicates.scanning",
    "vedu/clients/duplicates/linkage/learning.py": "sklearn.linear_model",
    "vedu/foundation/values/official_days.py": "holidays",
    "vedu/foundation/values/phone.py": "phonenumbers",
    "vedu/insight/stage_norms/jobs.py": "vedu.insight.stage_norms.learning",
}

# A list on a lower floor needs the prefetch: model.field -> why.
REVERSE_NAMES: dict[str, str] = {}


def floor_of(model: type[Model]) -> int:
    """The floor of a model; what is not ours lies below the house."""
    module = model.__module__.split(".")
    return RANK[module[1]] if module[0] == "vedu" else -1


def links() -> Iterator[tuple[type[Model], Field]]:
    """Every foreign key, one-to-one and many-to-many field of our models."""
    for model in apps.get_models(include_auto_created=False):
        if floor_of(model) >= 0:
            for field in model._meta.get_fields():
                if isinstance(field, ForeignObject | ManyToManyField) and field.model is model:
                    yield model, field


def sources() -> list[Path]:
    return [file for file in sorted(HOUSE.rglob("*.py")) if "node_modules" not in file.parts]


def own_sources() -> list[Path]:
    """Migrations are left out: their shape is Django's."""
    return [file for file in sources() if "migrations" not in file.parts]


def inside(file: Path) -> str:
    return str(file.relative_to(ROOT))


def told(faults: Iterable[str]) -> str:
    return "\n".join(sorted(faults))


def test_arrows_run_down_only() -> None:
    answer = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_no_connector_knows_another() -> None:
    rooms = sorted(file.parent.name for file in HOUSE.glob("integrations/*/__init__.py"))
    connectors = [room for room in rooms if room not in {"migrations", "management"}]
    graph = grimp.build_graph("vedu", cache_dir=None)
    for one in connectors:
        for other in set(connectors) - {one}:
            chains = graph.find_shortest_chains(f"vedu.integrations.{one}", f"vedu.integrations.{other}")
            assert not chains, f"{one} imports {other}: {chains}"


def test_no_foreign_key_points_up() -> None:
    upward = [
        f"{model.__name__}.{field.name} -> {field.related_model.__name__}"
        for model, field in links()
        if floor_of(field.related_model) > floor_of(model)
    ]
    assert not upward, told(upward)


def test_a_lower_floor_has_no_name_for_what_points_at_it() -> None:
    named = [
        f"{model.__name__}.{field.name}"
        for model, field in links()
        if 0 <= floor_of(field.related_model) < floor_of(model) and not field.remote_field.hidden
    ]
    unlisted = set(named) - set(REVERSE_NAMES)
    assert not unlisted, 'say related_name="+", or list it with its reason: ' + told(unlisted)
    gone = set(REVERSE_NAMES) - set(named)
    assert not gone, "listed, but not there any more: " + told(gone)


def test_every_model_belongs_to_a_floor_that_is_installed() -> None:
    installed = {config.name for config in apps.get_app_configs()}
    floors = {f"vedu.{folder}" for folder in RANK if (HOUSE / folder / "__init__.py").exists()}
    assert floors <= installed


@pytest.mark.parametrize("attic", sorted(ATTICS))
def test_nothing_is_called_an_attic(attic: str) -> None:
    named = [
        inside(file) for file in sources() if attic in {file.stem, file.parent.name} and file not in NAMED_BY_DJANGO
    ]
    assert not named, told(named)


def test_every_room_says_what_it_is() -> None:
    rooms = [file for file in own_sources() if file.name == "__init__.py" and holds_code(file.parent)]
    silent = [inside(file) for file in rooms if not ast.get_docstring(ast.parse(file.read_text()))]
    assert not silent, told(silent)


def holds_code(folder: Path) -> bool:
    """Folders whose shape is Django's (templatetags, management) need not explain themselves."""
    return not {"templatetags", "management", "commands"} & set(folder.parts)


def test_every_function_says_what_it_returns() -> None:
    untyped = [
        f"{inside(file)}:{node.lineno} {node.name}"
        for file in own_sources()
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns is None
    ]
    assert not untyped, told(untyped)


def test_no_rule_hides_in_a_save_signal() -> None:
    assert not [inside(file) for file in own_sources() if NO_SIGNALS.search(file.read_text())]


def test_no_import_hides_in_a_function() -> None:
    """Imports inside functions hide an arrow from the reader; the command line loads what it needs when it needs it."""
    hidden = [f"{inside(file)}:{line}" for file in own_sources() for line in hidden_imports(file)]
    assert not hidden, told(hidden)


def hidden_imports(file: Path) -> Iterator[int]:
    """Lines of imports inside functions, except a floor's subscriptions in apps.py and the command line."""
    if file.name == "apps.py" or file == HOUSE / "cli.py" or HOUSE / "commands" in file.parents:
        return
    text = file.read_text()
    for function in ast.walk(ast.parse(text)) if INDENTED_IMPORT.search(text) else ():
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom) and not is_loaded_when_needed(file, node):
                    yield node.lineno


def is_loaded_when_needed(file: Path, node: ast.Import | ast.ImportFrom) -> bool:
    module = node.module if isinstance(node, ast.ImportFrom) else node.names[0].name
    return module is not None and module == LOADED_WHEN_NEEDED.get(inside(file))


def test_migrations_are_named_by_hand() -> None:
    automatic = re.compile(r"_auto_\d{8}")
    assert not [inside(file) for file in HOUSE.rglob("migrations/*.py") if automatic.search(file.name)]


@pytest.mark.django_db
def test_models_and_migrations_agree() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=1)
