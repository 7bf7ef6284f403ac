"""A file can be anything: it is read within bounds, or refused in one sentence."""

from pathlib import Path

import pytest

from tests.attack.hostile_files import READ, REFUSED
from tests.attack.limited import read
from vedu.clients.imports.reading.open_table import open_table
from vedu.foundation.refusal import Invalid

HEAVY = (
    "a cell of 10 MB",
    "a row that never ends",
    "a bomb of 1000:1",
    "a cell in the far corner",
    "HTML with a tag of 10 MB",
    "HTML with a row of 10,000,000 cells",
)


@pytest.mark.parametrize("kind", [kind for kind in REFUSED if kind not in HEAVY])
def test_what_is_no_table_is_refused_in_a_sentence(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "file.xlsx"
    path.write_bytes(REFUSED[kind]())

    with pytest.raises(Invalid) as refusal:
        list(open_table(path).rows())

    assert refusal.value.codes in (["file-empty"], ["file-unreadable"])
    assert all(reason.sentence for reason in refusal.value.reasons)


@pytest.mark.parametrize("kind", READ)
def test_what_can_be_read_is_without_letters_that_no_database_keeps(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(READ[kind]())

    table = open_table(path)

    for cell in [*table.headers, *(cell for line in table.rows() for cell in line.cells)]:
        assert "\x00" not in cell
        cell.encode()  # half a character would raise


@pytest.mark.slow
@pytest.mark.parametrize("kind", HEAVY)
def test_memory_and_time_are_bounded(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "file.xlsx"
    path.write_bytes(REFUSED[kind]())

    assert read(path) in {"file-empty", "file-unreadable"}
