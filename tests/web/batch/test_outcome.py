from django.http import QueryDict

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.web.batch.outcome import MOST, MOST_SHOWN, foresee, perform, picked
from vedu.web.clients.batch.claims import Claims


def taken(cast: Cast, number: int) -> list[Client]:
    return [cast.client(f"Led {each}", owner=cast.igor) for each in range(number)]


def test_a_rehearsal_counts_and_keeps_nothing(cast: Cast) -> None:
    free = cast.client("Free oak")
    seen = foresee(Claims(user=cast.anna), [free, *taken(cast, 1)])
    assert (seen.done, seen.refused) == (1, 1)
    assert Client.objects.get(pk=free.pk).owner is None


def test_what_was_refused_is_named_with_its_reasons(cast: Cast) -> None:
    seen = perform(Claims(user=cast.anna), taken(cast, 1))
    assert [refusal.name for refusal in seen.refusals] == ["Led 0"]
    assert "Igor Belov" in seen.refusals[0].sentences[0]


def test_a_long_list_of_refusals_is_cut_but_counted(cast: Cast) -> None:
    seen = perform(Claims(user=cast.anna), taken(cast, MOST_SHOWN + 3))
    assert len(seen.refusals) == MOST_SHOWN
    assert seen.hidden == 3
    assert seen.refused == MOST_SHOWN + 3


def test_what_was_ticked_is_read_up_to_a_limit() -> None:
    form = QueryDict(mutable=True)
    form.setlist("deal", ["5", "x", "-1", "²", "7"])
    assert picked(form, "deal") == [5, 7]
    form.setlist("deal", [str(number) for number in range(MOST + 50)])
    assert len(picked(form, "deal")) == MOST
