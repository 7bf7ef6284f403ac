"""What we give to spreadsheets is shown, never run."""

import pytest

from vedu.foundation.values.csv_text import harmless, line


@pytest.mark.parametrize(
    "cell",
    [
        "=cmd|' /C calc'!A0",
        '=HYPERLINK("http://evil.example","click")',
        "@SUM(1+1)",
        "+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "\t=1+1",
        "\r=1+1",
        "  =1+1",
        "\n=1+1",
    ],
)
def test_a_formula_is_text(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["+7 (912) 640-18-22", "-1 200,50", "Northern Bakery", "", " ", "a=b", "5-7"])
def test_everything_else_stays_as_it_is(cell: str) -> None:
    assert harmless(cell) == cell


def test_a_delimiter_in_a_cell_begins_no_other_one() -> None:
    assert line(["a;=1+1", "b"]) == '"a;=1+1";b\r\n'
