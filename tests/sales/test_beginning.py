"""The first run of an empty installation."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.cast import Cast
from vedu.foundation.people import installation
from vedu.foundation.people.installation import Installation, defaults
from vedu.foundation.people.roles import Role
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid, NotAllowed, Refused
from vedu.sales.beginning import Beginning, begin, take_business
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.deals.refusal_reason import RefusalReason

CHOSEN = Beginning(
    login="petrov",
    password="correct-horse",
    language="en",
    time_zone="Asia/Omsk",
    business="agency",
    name="Pyotr Petrov",
    email="petrov@vedu.example",
)


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    installation.forget()
    yield
    installation.forget()


def test_it_makes_the_first_administrator(db: None) -> None:
    user = begin(CHOSEN)
    assert (user.username, user.name, user.role) == ("petrov", "Pyotr Petrov", Role.ADMINISTRATOR)
    assert (user.language, user.time_zone) == ("en", "Asia/Omsk")
    assert user.check_password("correct-horse")


def test_it_takes_the_pipelines_of_the_business_in_the_chosen_language(db: None) -> None:
    begin(CHOSEN)
    assert [pipeline.preset for pipeline in Pipeline.objects.all()] == ["agency", "passive"]
    assert Pipeline.objects.all()[0].name == "Agency"
    assert RefusalReason.objects.exists()


def test_its_language_and_zone_hold_from_then_on(db: None) -> None:
    begin(CHOSEN)
    assert (Installation.objects.get().business, defaults()) == ("agency", ("en", "Asia/Omsk"))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"login": "a b"}, "login"),
        ({"password": "12"}, "password"),
        ({"language": "de"}, "language"),
        ({"time_zone": "Mars/Olympus"}, "time_zone"),
        ({"business": "piracy"}, "business"),
    ],
)
def test_a_wrong_answer_is_named_and_nothing_is_begun(db: None, wrong: dict[str, str], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        begin(replace(CHOSEN, **wrong))
    assert refused.value.reasons[0].facts["field"] == field
    assert not any(model.objects.exists() for model in (User, Installation, Pipeline))


def test_an_installation_begins_once(db: None) -> None:
    begin(CHOSEN)
    with pytest.raises(Refused):
        begin(replace(CHOSEN, login="ivanov", email=""))
    assert User.objects.get().username == "petrov"


def test_where_people_work_it_is_too_late(cast: Cast) -> None:
    with pytest.raises(Refused):
        begin(CHOSEN)
    assert not User.objects.filter(username="petrov").exists()


def test_one_more_template_stands_beside_the_first(cast: Cast) -> None:
    before = Pipeline.objects.count()
    take_business("agency", by=cast.adam)
    assert Pipeline.objects.count() == before + 2


@pytest.mark.parametrize("who", ["sergey", "anna", "boris"])
def test_only_those_who_run_the_company_take_one(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        take_business("agency", by=getattr(cast, who))


def test_an_unknown_template_is_refused(cast: Cast) -> None:
    with pytest.raises(Invalid):
        take_business("piracy", by=cast.adam)
