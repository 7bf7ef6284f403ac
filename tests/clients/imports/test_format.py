"""What a format says of how its system links companies."""

import pytest

from vedu.clients.imports.format import Format, format_named
from vedu.foundation.refusal import Invalid

NAMED, NUMBERED = {"company": "Волга"}, {"company": "Волга", "company_id": "7"}


@pytest.mark.parametrize(
    ("by_name", "by_number", "expected"),
    [(False, False, (False, False)), (True, False, (True, True)), (True, True, (True, False))],
)
def test_a_number_is_surer_than_a_name_where_the_system_says_so(
    by_name: bool, by_number: bool, expected: tuple[bool, bool]
) -> None:
    one = Format("x", "X", "clients", company_by_name=by_name, company_by_number=by_number)

    assert (one.links_by_name(NAMED), one.links_by_name(NUMBERED)) == expected


def test_a_format_keeps_its_numbers_under_its_system_or_itself() -> None:
    assert Format("x", "X", "clients", source="crm").namespace == "crm"
    assert Format("x", "X", "clients").namespace == "x"


def test_a_format_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(Invalid) as refusal:
        format_named("sap")

    assert refusal.value.codes == ["format-unknown"]
    assert "amocrm-deals" in str(refusal.value)
