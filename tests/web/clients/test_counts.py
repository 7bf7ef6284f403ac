"""Counts behind the filters."""

from django.utils import timezone

from tests.cast import Cast
from vedu.web.clients.chosen import Chosen
from vedu.web.clients.counts import scope_choices, state_choices


def test_each_state_has_its_count(cast: Cast) -> None:
    cast.client("Held", owner=cast.anna)
    cast.deal()
    cast.deal(client=cast.client("Neglected")).tasks.get().complete(by=cast.anna)
    chosen = Chosen(scope="mine")
    choices = state_choices(chosen, chosen.scoped(cast.anna), timezone.now())
    counts = {str(choice.colour): choice.number for choice in choices}
    assert counts == {"led": "1", "held": "1", "neglected": "1", "soon": "0"}


def test_pressing_the_state_that_is_on_takes_it_off(cast: Cast) -> None:
    chosen = Chosen(scope="mine", state="held")
    on = [choice for choice in state_choices(chosen, chosen.scoped(cast.anna), timezone.now()) if choice.is_on]
    assert [choice.url for choice in on] == ["/clients/?scope=mine"]


def test_free_clients_have_no_states_to_count(cast: Cast) -> None:
    chosen = Chosen(scope="free")
    assert list(state_choices(chosen, chosen.scoped(cast.anna), timezone.now())) == []


def test_another_scope_forgets_the_state_and_keeps_the_words(cast: Cast) -> None:
    choices = {choice.label: choice for choice in scope_choices(Chosen(state="held", q="oak"), cast.anna)}
    assert [choice.is_on for choice in choices.values()] == [True, False, False]
    assert [choice.url for choice in choices.values()][1] == "/clients/?scope=team&q=oak"
