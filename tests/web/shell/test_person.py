import pytest
from django.template import Context, Template

from vedu.foundation.people.user import User
from vedu.web.shell.person import hue, initials, person_markup


@pytest.mark.parametrize(
    ("name", "letters"), [("Анна Котова", "АК"), ("kotova", "KO"), ("Иван Петрович Сидоров", "ИП"), ("", "")]
)
def test_initials_are_two_capital_letters(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_neighbouring_ids_are_far_apart_in_colour() -> None:
    assert len({hue(number) for number in range(1, 13)}) == 12
    assert hue(7) == hue(7)


def test_the_disc_is_named_for_those_who_do_not_see_it() -> None:
    assert 'role="img" aria-label="Анна Котова" title="Анна Котова"' in person_markup("Анна Котова", 1)


def test_the_disc_is_silent_beside_the_name() -> None:
    disc = person_markup("Анна Котова", 1, "m", decorative=True)
    assert 'aria-hidden="true"' in disc
    assert "aria-label" not in disc


def test_a_name_is_escaped() -> None:
    assert "<b>" not in person_markup("<b>Bold</b> One", 1)


def test_the_tag_takes_a_user() -> None:
    user = User(pk=3, first_name="Анна", last_name="Котова")
    template = Template('{% load vedu %}{% person user "l" %}')
    assert template.render(Context({"user": user})) == person_markup("Анна Котова", 3, "l")
