"""The files that lie beside one of the set: accounts, products, teams. Each may be absent."""

import csv
from pathlib import Path

OFFICE, MANAGER, AGENT = "regional_office", "manager", "sales_agent"


def rows_of(file: Path, name: str) -> list[dict[str, str]]:
    """The rows of the file ``name`` in the folder of ``file``; none when it is not there."""
    sister = file.parent / name
    if not sister.is_file():
        return []
    with sister.open(encoding="utf-8-sig", newline="") as lines:
        return [{key: (value or "").strip() for key, value in row.items() if key} for row in csv.DictReader(lines)]


def teams(file: Path) -> dict[str, list[str]]:
    """Seller → office and team within it, which bears its manager's name."""
    return {row[AGENT]: [row[OFFICE], row[MANAGER]] for row in rows_of(file, "sales_teams.csv") if row.get(AGENT)}


def about_account(row: dict[str, str]) -> str:
    """What the set knows of a company, in one line for its card."""
    words = {
        "{}": row.get("sector", ""),
        "founded {}": row.get("year_established", ""),
        "{} employees": row.get("employees", ""),
        "revenue {} million USD": row.get("revenue", ""),
        "{} ": row.get("office_location", ""),
        "part of {}": row.get("subsidiary_of", ""),
    }
    return ", ".join(shape.format(value).strip() for shape, value in words.items() if value)
