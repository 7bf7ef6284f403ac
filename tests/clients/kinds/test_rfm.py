"""The scores of all who bought, and the groups that they make (BASE-3)."""

from collections.abc import Sequence

import pytest

from tests.cast import Cast
from tests.clients.kinds.night import buyer, fresh, on
from vedu.clients.client import Client
from vedu.clients.kinds.rfm import reckon_rfm
from vedu.clients.kinds.rfm_group import USUAL, Area, RfmGroup, areas, group_of, rfms_of, value_of
from vedu.clients.segments.segment import Segment
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed

ALL_CELLS = [(recency, value) for recency in range(1, 6) for value in range(1, 6)]


@pytest.fixture
def buyers(cast: Cast) -> list[Client]:
    """Ten of them: each one bought later, oftener and more than the one before."""
    return [buyer(n, 100 - 10 * n, purchases=n + 1, bought=1000 * (n + 1)) for n in range(10)]


def scores(clients: Sequence[Client]) -> list[str | None]:
    return [fresh(client).rfm for client in clients]


def test_the_scores_of_ten(buyers: list[Client]) -> None:
    found = reckon_rfm()
    assert (found.buyers, found.left_out, found.changed) == (10, 0, 10)
    assert scores(buyers) == ["111", "111", "222", "222", "333", "333", "444", "444", "555", "555"]


def test_each_has_its_group(buyers: list[Client]) -> None:
    reckon_rfm()
    assert [fresh(client).rfm_group for client in buyers] == [
        *["lost"] * 4,
        *["attention"] * 2,
        *["champions"] * 4,
    ]


def test_only_what_differs_is_written(buyers: list[Client]) -> None:
    assert [reckon_rfm().changed for _round in range(2)] == [10, 0]


def test_who_bought_in_another_currency_only_is_left_out_and_counted(buyers: list[Client]) -> None:
    abroad = buyer(50, 1, bought=0)
    found = reckon_rfm()
    assert (found.buyers, found.left_out) == (10, 1)
    assert (fresh(abroad).rfm, fresh(abroad).rfm_group) == (None, "")


def test_who_has_not_bought_is_in_no_group(buyers: list[Client], cast: Cast) -> None:
    lead = cast.client()
    reckon_rfm()
    assert fresh(lead).rfm is None


def test_a_purchase_taken_back_takes_the_scores_along(buyers: list[Client]) -> None:
    reckon_rfm()
    Client.objects.filter(pk=buyers[9].pk).update(last_purchase_at=None, purchases=0, bought=0)
    reckon_rfm()
    assert (fresh(buyers[9]).rfm, fresh(buyers[9]).rfm_group) == (None, "")


def test_clients_of_one_day_have_one_recency(cast: Cast) -> None:
    clients = [buyer(n, 5 + n / 1000, bought=n + 1) for n in range(5)]
    reckon_rfm()
    assert [(rfm or "")[0] for rfm in scores(clients)] == ["3"] * 5


def test_an_empty_base(cast: Cast) -> None:
    assert reckon_rfm() == (0, 0, {"R": [], "F": [], "M": []}, 0)


def test_a_segment_may_ask_for_a_group(buyers: list[Client]) -> None:
    reckon_rfm()
    segment = Segment.define("Best", [{"field": "rfm", "op": "in", "values": ["champions"]}], by=None)
    assert segment.clients().count() == 4


def test_the_usual_groups_cover_the_whole_grid() -> None:
    for recency, value in ALL_CELLS:
        codes = {group_of(rfm, USUAL) for rfm in rfms_of(recency, value)}
        assert len(codes) == 1
        assert "" not in codes


def test_no_two_usual_groups_claim_one_cell() -> None:
    def claims(area: Area, cell: tuple[int, int]) -> bool:
        return area.recency[0] <= cell[0] <= area.recency[1] and area.value[0] <= cell[1] <= area.value[1]

    assert all(sum(claims(area, cell) for area in USUAL) == 1 for cell in ALL_CELLS)


def test_the_cells_hold_all_the_scores_once() -> None:
    found = [rfm for recency, value in ALL_CELLS for rfm in rfms_of(recency, value)]
    assert len(found) == len(set(found)) == 125
    assert (value_of("145"), value_of("144"), value_of("115"), value_of("151")) == (4, 4, 3, 3)


def test_groups_of_ones_own_hold_at_once(buyers: list[Client], cast: Cast) -> None:
    reckon_rfm()
    RfmGroup.decide([Area("gold", "Gold", "", (4, 5), (4, 5)), Area("rest", "Rest", "", (1, 3), (1, 5))], by=cast.vera)
    assert [fresh(client).rfm_group for client in buyers] == [*["rest"] * 6, *["gold"] * 4]
    assert [area.code for area in areas()] == ["gold", "rest"]
    assert Event.objects.filter(kind="rfm_groups.decided", actor=cast.vera).exists()


def test_who_stands_in_no_area_is_in_no_group(buyers: list[Client], cast: Cast) -> None:
    reckon_rfm()
    RfmGroup.decide([Area("gold", "Gold", "", (5, 5), (5, 5))], by=cast.vera)
    assert [fresh(client).rfm_group for client in buyers].count("gold") == 2
    assert [fresh(client).rfm_group for client in buyers].count("") == 8


@pytest.mark.parametrize("who", ["anna", "igor", "sergey", "olga", "boris"])
def test_only_those_who_run_the_company_decide_on_groups(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        RfmGroup.decide(USUAL, by=getattr(cast, who))
    assert areas() == USUAL


@pytest.mark.parametrize(
    ("area", "code"),
    [
        (Area("", "Gold", "", (1, 5), (1, 5)), "name-empty"),
        (Area("gold", " ", "", (1, 5), (1, 5)), "name-empty"),
        (Area("gold", "Gold", "", (0, 5), (1, 5)), "scores-wrong"),
        (Area("gold", "Gold", "", (1, 5), (4, 3)), "scores-wrong"),
    ],
)
def test_an_area_that_cannot_be(cast: Cast, area: Area, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        RfmGroup.decide([area], by=cast.vera)
    assert refused.value.codes == [code]


def test_recency_is_told_by_the_day_of_the_installation(cast: Cast) -> None:
    """Half past eleven in the evening and half past midnight in Moscow are two days."""
    late, early = buyer(1, 0, bought=5), buyer(2, 0, bought=5)
    Client.objects.filter(pk=late.pk).update(last_purchase_at=on(0).replace(hour=20, minute=30))
    Client.objects.filter(pk=early.pk).update(last_purchase_at=on(0).replace(hour=21, minute=30))
    reckon_rfm()
    assert [(rfm or "")[0] for rfm in scores([late, early])] == ["2", "4"]
