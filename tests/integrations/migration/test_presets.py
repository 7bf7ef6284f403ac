"""Presets have one shape, and none knows another."""

import ast
from pathlib import Path

import pytest

from vedu.clients.imports.field import Aliases
from vedu.clients.imports.format import Format
from vedu.clients.imports.target import target_named
from vedu.integrations import migration
from vedu.integrations.migration.presets import PRESETS

ROOM = Path(str(migration.__file__)).parent
SYSTEMS = sorted(folder.name for folder in ROOM.iterdir() if (folder / "__init__.py").exists())


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.code)
def test_a_preset_maps_its_headers_to_fields_that_there_are(preset: Format) -> None:
    fields = {field.code for field in target_named(preset.target).fields}

    assert set(preset.aliases) <= fields
    assert preset.source
    assert preset.signature


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.code)
def test_each_of_its_headers_means_what_the_preset_says(preset: Format) -> None:
    aliases = Aliases(target_named(preset.target).fields, preset.aliases)

    for code, headers in preset.aliases.items():
        assert {aliases.field_of(header) for header in headers} == {code}


@pytest.mark.parametrize("system", SYSTEMS)
def test_no_preset_imports_another(system: str) -> None:
    others = tuple(f"vedu.integrations.migration.{other}" for other in SYSTEMS if other != system)
    imported = [
        node.module
        for file in (ROOM / system).glob("*.py")
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.ImportFrom) and node.module
    ]

    assert not [module for module in imported if module.startswith(others)]
