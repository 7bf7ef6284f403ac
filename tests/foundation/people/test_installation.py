"""What is chosen on the first run holds for those who choose nothing of their own."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from vedu.foundation.people import installation
from vedu.foundation.people.installation import Defaults, Installation, defaults
from vedu.foundation.refusal import Refused


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    installation.forget()
    yield
    installation.forget()


def begin() -> Installation:
    return Installation.begin(language="en", time_zone="Asia/Omsk", business="agency")


def test_before_the_first_run_the_environment_decides(db: None) -> None:
    assert defaults() == (settings.LANGUAGE_CODE, settings.TIME_ZONE)


def test_from_the_first_run_on_its_choice_holds(db: None) -> None:
    defaults()
    begin()
    assert defaults() == Defaults("en", "Asia/Omsk")


def test_it_is_begun_once(db: None) -> None:
    begin()
    with pytest.raises(Refused) as refused:
        begin()
    assert refused.value.codes == ["already-begun"]
    assert Installation.objects.count() == 1


def test_an_installation_with_people_is_not_begun_again(cast: Cast) -> None:
    with pytest.raises(Refused):
        begin()
    assert not Installation.objects.exists()


def test_an_installation_made_by_command_keeps_to_the_environment(cast: Cast) -> None:
    assert defaults().time_zone == settings.TIME_ZONE


def test_it_is_asked_for_once(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    defaults()
    with django_assert_num_queries(0):
        defaults()
