import subprocess
import sys
from datetime import date

import pytest

from vedu.foundation.values.official_days import ask_package, official_year

ASK_THIS_YEAR = """
import sys
from vedu.foundation.values.official_days import official_year
official_year(2026)
print("holidays" in sys.modules)
"""


@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_the_table_says_what_the_package_says(year: int) -> None:
    assert official_year(year) == ask_package(year)


def test_a_year_outside_the_table_is_asked_of_the_package() -> None:
    assert date(2024, 4, 27) in official_year(2024).working_weekends
    assert date(2030, 11, 4) in official_year(2030).days_off


def test_the_years_people_plan_in_cost_no_import() -> None:
    command = [sys.executable, "-c", ASK_THIS_YEAR]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "False\n"
