"""OWN-8: what a person is good at, said by his head."""

import pytest
from django.utils import translation

from tests.cast import Cast
from vedu.clients.assignment.specialisation import Specialisation, choices, label_of, specialise
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed


def names_of(cast: Cast) -> list[str]:
    return list(Specialisation.objects.filter(person=cast.anna).values_list("name", flat=True))


def test_a_head_says_what_a_seller_is_good_at(cast: Cast) -> None:
    specialise(cast.anna, ["wholesale", "cakes "], by=cast.sergey)
    assert names_of(cast) == ["cakes", "wholesale"]
    event = Event.objects.get(kind="person.specialised")
    assert event.data == {"person": cast.anna.pk, "names": ["wholesale", "cakes"], "before": []}


def test_what_is_not_said_any_more_goes(cast: Cast) -> None:
    specialise(cast.anna, ["wholesale", "closer"], by=cast.sergey)
    specialise(cast.anna, ["closer", "regional"], by=cast.adam)
    assert names_of(cast) == ["closer", "regional"]


def test_the_same_again_is_no_news(cast: Cast) -> None:
    for _ in range(2):
        specialise(cast.anna, ["closer"], by=cast.sergey)
    assert Event.objects.filter(kind="person.specialised").count() == 1


def test_a_known_word_is_kept_by_its_code_in_any_language(cast: Cast) -> None:
    with translation.override("en"):
        specialise(cast.anna, ["Key accounts", "key"], by=cast.sergey)
    assert names_of(cast) == ["key"]


def test_own_words_join_the_choices(cast: Cast) -> None:
    specialise(cast.anna, ["cakes"], by=cast.sergey)
    with translation.override("en"):
        assert [label for _name, label in choices()][:2] == ["wholesale", "key accounts"]
        assert choices()[-1] == ("cakes", "cakes")
        assert (label_of("key"), label_of("cakes")) == ("key accounts", "cakes")


def test_a_long_word_is_refused(cast: Cast) -> None:
    with pytest.raises(Invalid):
        specialise(cast.anna, ["w" * 61], by=cast.sergey)


@pytest.mark.parametrize("who", ["anna", "igor", "olga", "boris"])
def test_nobody_else_says_it(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        specialise(cast.anna, ["closer"], by=getattr(cast, who))
