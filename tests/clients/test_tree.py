"""BASE-1: holdings, dealers and outlets. The same right as for any other change of a client."""

import pytest
from django.utils import translation

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.clients.protection import ClientIsLed
from vedu.clients.tree import MOST_LEVELS, Tie, above, levels_below
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed, Refused


@pytest.fixture
def holding(cast: Cast) -> Client:
    return cast.client("Holding", owner=cast.anna)


@pytest.fixture
def outlet(cast: Cast) -> Client:
    return cast.client("Outlet", owner=cast.anna)


def fresh(client: Client) -> Client:
    return Client.objects.get(pk=client.pk)


def chain(cast: Cast, length: int) -> list[Client]:
    found = [cast.client("Level 1", owner=cast.anna)]
    for number in range(2, length + 1):
        found.append(cast.client(f"Level {number}", owner=cast.anna))
        found[-1].place_under(found[-2], Tie.BRANCH, by=cast.anna)
    return found


def test_an_outlet_stands_under_its_dealer(holding: Client, outlet: Client, cast: Cast) -> None:
    outlet.place_under(holding, Tie.OUTLET, by=cast.anna)
    assert (fresh(outlet).parent, fresh(outlet).tie) == (holding, "outlet")
    assert [one.name for one in above(fresh(outlet))] == ["Holding"]
    assert (levels_below(holding), levels_below(outlet)) == (1, 0)


def test_it_is_told(holding: Client, outlet: Client, cast: Cast) -> None:
    outlet.place_under(holding, Tie.OUTLET, by=cast.anna)
    event = Event.objects.get(kind="client.placed")
    assert (event.client_id, event.data) == (outlet.pk, {"parent": holding.pk, "tie": "outlet", "before": None})


def test_it_may_move_and_stand_alone_again(holding: Client, outlet: Client, cast: Cast) -> None:
    other = cast.client("Other", owner=cast.anna)
    outlet.place_under(holding, Tie.OUTLET, by=cast.anna)
    outlet.place_under(other, Tie.BRANCH, by=cast.anna)
    assert (fresh(outlet).parent, fresh(outlet).tie) == (other, "branch")
    outlet.stand_alone(by=cast.anna)
    assert (fresh(outlet).parent, fresh(outlet).tie) == (None, "")


def test_who_stands_alone_cannot_be_taken_out(outlet: Client, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        outlet.stand_alone(by=cast.anna)
    assert refused.value.codes == ["stands-alone"]


def test_nobody_stands_under_itself(holding: Client, cast: Cast) -> None:
    with pytest.raises(Invalid) as refused:
        holding.place_under(holding, Tie.BRANCH, by=cast.anna)
    assert refused.value.codes == ["tree-circle"]


def test_no_circle_of_three(cast: Cast) -> None:
    first, _second, third = chain(cast, 3)
    with pytest.raises(Invalid) as refused:
        first.place_under(third, Tie.BRANCH, by=cast.anna)
    assert refused.value.codes == ["tree-circle"]
    assert fresh(first).parent is None


def test_no_more_than_five_levels(cast: Cast) -> None:
    levels = chain(cast, MOST_LEVELS)
    sixth = cast.client("Level 6", owner=cast.anna)
    with translation.override("en"), pytest.raises(Invalid) as refused:
        sixth.place_under(levels[-1], Tie.OUTLET, by=cast.anna)
    assert refused.value.codes == ["tree-too-deep"]


def test_what_hangs_below_counts_too(cast: Cast) -> None:
    upper, lower = chain(cast, 3), chain(cast, 3)
    with pytest.raises(Invalid) as refused:
        lower[0].place_under(upper[-1], Tie.BRANCH, by=cast.anna)
    assert refused.value.codes == ["tree-too-deep"]
    lower[0].place_under(upper[1], Tie.BRANCH, by=cast.anna)


def test_an_unknown_tie(holding: Client, outlet: Client, cast: Cast) -> None:
    with pytest.raises(Invalid):
        outlet.place_under(holding, "friend", by=cast.anna)


def test_the_owner_of_the_holding_need_not_be_the_same(outlet: Client, cast: Cast) -> None:
    theirs = cast.client("Igor's holding", owner=cast.igor)
    outlet.place_under(theirs, Tie.OUTLET, by=cast.vera)
    assert fresh(outlet).parent == theirs


def test_under_a_client_one_does_not_see_it_names_who_leads_it(outlet: Client, cast: Cast) -> None:
    theirs = cast.client("Olga's holding", owner=cast.olga)
    with pytest.raises(ClientIsLed):
        outlet.place_under(theirs, Tie.OUTLET, by=cast.anna)


@pytest.mark.parametrize("who", ["igor", "olga"])
def test_a_led_client_is_placed_by_its_owner_only(holding: Client, outlet: Client, cast: Cast, who: str) -> None:
    cast.deal(client=outlet)
    with pytest.raises(ClientIsLed):
        outlet.place_under(holding, Tie.OUTLET, by=getattr(cast, who))
    with pytest.raises(ClientIsLed):
        outlet.stand_alone(by=getattr(cast, who))


def test_an_accountant_only_looks(holding: Client, outlet: Client, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        outlet.place_under(holding, Tie.OUTLET, by=cast.boris)


def test_a_holding_that_is_gone_frees_what_hung_on_it(holding: Client, outlet: Client, cast: Cast) -> None:
    outlet.place_under(holding, Tie.OUTLET, by=cast.anna)
    holding.ownerships.all().delete()
    Client.objects.filter(pk=holding.pk).delete()
    assert fresh(outlet).parent is None
