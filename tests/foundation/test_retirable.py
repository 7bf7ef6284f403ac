"""What heads keep goes out of use and comes back; where it was used it stays."""

import pytest

from tests.cast import Cast
from vedu.foundation.events import Event
from vedu.foundation.refusal import NotAllowed, Refused
from vedu.foundation.retirable import Retirable
from vedu.sales.checklists.checklist import Checklist
from vedu.sales.checklists.item import Item
from vedu.sales.objections.rebuttal import Rebuttal
from vedu.sales.objections.wording import Wording
from vedu.sales.signals.buying_signal import BuyingSignal


@pytest.fixture(params=["checklist", "signal", "rebuttal"])
def kept(request: pytest.FixtureRequest, cast: Cast) -> Retirable:
    """One of each that is kept so."""
    match request.param:
        case "checklist":
            return Checklist.write("First talk", [Item("", "Said his name")], by=cast.sergey)
        case "signal":
            return BuyingSignal.add("Asks for the invoice", 40, by=cast.sergey)
        case _:
            return Rebuttal.write("price", Wording("Cost of owning", ("Count returns",), ""), by=cast.sergey)


def told(kept: Retirable) -> list[bool]:
    return [event.data["retired"] for event in Event.objects.filter(kind__endswith=".retired").order_by("pk")]


def test_it_goes_and_comes_back(kept: Retirable, cast: Cast) -> None:
    rows = type(kept)._default_manager
    kept.retire(by=cast.sergey)
    assert kept not in rows.in_use()  # type: ignore[attr-defined]
    assert rows.get(pk=kept.pk).is_retired
    kept.restore(by=cast.vera)
    assert kept in rows.in_use()  # type: ignore[attr-defined]
    assert told(kept) == [True, False]


def test_twice_is_refused(kept: Retirable, cast: Cast) -> None:
    kept.retire(by=cast.sergey)
    with pytest.raises(Refused) as refusal:
        kept.retire(by=cast.sergey)
    assert refusal.value.codes == ["already-done"]
    assert told(kept) == [True]


def test_those_who_lead_nobody_change_nothing(kept: Retirable, cast: Cast) -> None:
    for user in (cast.anna, cast.olga, cast.boris):
        with pytest.raises(NotAllowed):
            kept.retire(by=user)
    assert told(kept) == []
