"""The guide to imports keeps up with the formats and the fields."""

import re
from pathlib import Path

import pytest

from vedu.clients.imports.client_fields import CLIENT_FIELDS
from vedu.clients.imports.format import formats
from vedu.clients.imports.mapping import Mapping
from vedu.sales.imports.deal_fields import DEAL_FIELDS

GUIDE = (Path(__file__).resolve().parent.parent / "docs" / "import.md").read_text()
pytestmark = pytest.mark.docs


def named() -> set[str]:
    return set(re.findall(r"`([a-z0-9_-]+)`", GUIDE))


def test_every_format_is_told() -> None:
    assert {one.code for one in formats()} <= named()


def test_every_field_is_told() -> None:
    assert {field.code for field in (*CLIENT_FIELDS, *DEAL_FIELDS)} <= named()


def test_every_key_of_a_mapping_is_told() -> None:
    assert set(Mapping().to_json()) <= named()
