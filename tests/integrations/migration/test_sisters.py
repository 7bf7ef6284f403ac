"""Files that lie beside a file of the set."""

from pathlib import Path

from vedu.integrations.migration.crm_sales.sisters import about_account, rows_of, teams


def test_a_sister_that_is_not_there_has_no_rows(tmp_path: Path) -> None:
    assert rows_of(tmp_path / "sales_pipeline.csv", "accounts.csv") == []
    assert teams(tmp_path / "sales_pipeline.csv") == {}


def test_a_team_stands_in_its_office(tmp_path: Path) -> None:
    (tmp_path / "sales_teams.csv").write_text(
        "\ufeffsales_agent,manager,regional_office\nMoses Frase, Dustin Brinkmann ,Central\n,Nobody,West\n",
        encoding="utf-8",
    )

    assert teams(tmp_path / "sales_pipeline.csv") == {"Moses Frase": ["Central", "Dustin Brinkmann"]}


def test_an_account_is_told_in_one_line_without_what_is_not_known() -> None:
    row = {
        "sector": "retail",
        "year_established": "2001",
        "employees": "",
        "revenue": "718.62",
        "subsidiary_of": "Acme",
    }

    assert about_account(row) == "retail, founded 2001, revenue 718.62 million USD, part of Acme"
    assert about_account({}) == ""
