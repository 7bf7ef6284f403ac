import pytest

from vedu.clients.preparation.part import Part
from vedu.clients.preparation.questions import INDUSTRIES, OWN, questions_for
from vedu.sales.deals.presets.install import BUSINESSES


def test_every_kind_of_business_has_its_questions() -> None:
    assert set(INDUSTRIES) == set(BUSINESSES)


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_every_part_is_asked_about(industry: str) -> None:
    questions = questions_for(industry)
    assert set(questions) == set(Part)
    assert all(str(question).endswith("?") for asked in questions.values() for question in asked)


def test_an_unknown_business_has_the_general_ones() -> None:
    assert questions_for("piracy") is OWN
