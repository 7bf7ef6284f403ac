"""The world `crm_sales`: the public set of 8,800 deals, imported as a company would import its own."""

from collections.abc import Callable
from pathlib import Path

from vedu import environment
from vedu.demo.people import hire_all
from vedu.integrations.migration import command


def build(say: Callable[[str], None]) -> None:
    """Raises ValueError when the files of the set are not there."""
    file = folder() / "sales_pipeline.csv"
    if not file.exists():
        raise ValueError(f"the public set is not at {file.parent}: set VEDU_DATA to the folder that has crm_sales/")
    boss, *_others = hire_all([("boss", "Виктор Громов", "owner", "")])
    command.run(file, "crm-sales", by=boss, out=say)


def folder() -> Path:
    """VEDU_DATA/crm_sales, else the shared data beside the repository."""
    return Path(environment.text("VEDU_DATA", "../shared/data")) / "crm_sales"
