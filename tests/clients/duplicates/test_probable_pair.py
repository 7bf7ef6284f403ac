"""Who sees a probable pair, who decides on it, and what stays of the decision."""

import pytest
from django.db import IntegrityError, transaction

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.clients.duplicates.probable_pair import Decision, ProbablePair
from vedu.foundation.events import Event
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Refused

EVERYBODY = ("anna", "igor", "sergey", "olga", "vera", "boris", "adam")


def pair_of(one: Client, other: Client, score: float = 0.9) -> ProbablePair:
    left, right = sorted((one, other), key=lambda client: client.pk)
    told = [{"code": "phone-same", "value": "9126401822"}, {"code": "name-alike", "value": ""}]
    evidence = {"phone": [3, 2], "name": [4, 0]}
    return ProbablePair.objects.create(left=left, right=right, score=score, reasons=told, evidence=evidence)


@pytest.fixture
def pair(cast: Cast) -> ProbablePair:
    """Anna's client and a free one."""
    return pair_of(cast.client("Northern Bakery", owner=cast.anna), cast.client("Northern Bakery LLC"))


def who(cast: Cast, question: str, pair: ProbablePair) -> set[str]:
    people: dict[str, User] = {name: getattr(cast, name) for name in EVERYBODY}
    if question == "sees":
        return {name for name, user in people.items() if ProbablePair.objects.visible_to(user).filter(pk=pair.pk)}
    return {name for name, user in people.items() if pair.is_decidable_by(user)}


def test_the_owner_and_those_above_see_it_and_decide(cast: Cast, pair: ProbablePair) -> None:
    assert {"anna", "sergey", "vera", "adam"} <= who(cast, "sees", pair)
    assert who(cast, "decides", pair) == {"anna", "sergey", "vera", "adam"}
    assert "olga" not in who(cast, "sees", pair)


def test_a_pair_of_two_owners_is_decided_above_them(cast: Cast) -> None:
    pair = pair_of(cast.client("A", owner=cast.anna), cast.client("A", owner=cast.igor))
    assert who(cast, "decides", pair) == {"sergey", "vera", "adam"}
    assert "anna" not in who(cast, "sees", pair) or cast.anna.sees != "own"


def test_a_pair_of_two_teams_is_decided_by_the_company(cast: Cast) -> None:
    pair = pair_of(cast.client("A", owner=cast.anna), cast.client("A", owner=cast.olga))
    assert who(cast, "decides", pair) == {"vera", "adam"}


def test_free_clients_are_decided_on_by_all_who_sell(cast: Cast) -> None:
    pair = pair_of(cast.client("A"), cast.client("B"))
    assert who(cast, "decides", pair) == set(EVERYBODY) - {"boris"}


def test_different_clients_leave_the_queue(cast: Cast, pair: ProbablePair) -> None:
    pair.say_different(by=cast.anna, why="Two branches")
    pair.refresh_from_db()
    assert (pair.decision, pair.decided_by, pair.why) == (Decision.DIFFERENT, cast.anna, "Two branches")
    assert pair.decided_at is not None
    assert not ProbablePair.objects.open().exists()
    event = Event.objects.get(kind="pair.settled")
    assert (event.client_id, event.data["other"], event.data["decision"]) == (pair.left_id, pair.right_id, "different")


def test_a_merge_settles_it_as_the_same(cast: Cast, pair: ProbablePair) -> None:
    pair.settle(same=True, by=cast.sergey)
    assert ProbablePair.objects.decided().get().decision == Decision.SAME


@pytest.mark.parametrize("name", ["igor", "olga"])
def test_a_colleague_decides_nothing_of_a_client_he_does_not_lead(cast: Cast, pair: ProbablePair, name: str) -> None:
    with pytest.raises(NotAllowed) as refusal:
        pair.say_different(by=getattr(cast, name))
    assert refusal.value.codes == ["pair-not-yours"]
    assert not Event.objects.filter(kind="pair.settled").exists()


def test_an_accountant_only_looks(cast: Cast, pair: ProbablePair) -> None:
    with pytest.raises(NotAllowed) as refusal:
        pair.say_different(by=cast.boris)
    assert refusal.value.codes == ["role-only-looks"]


def test_it_is_decided_once(cast: Cast, pair: ProbablePair) -> None:
    again = ProbablePair.objects.get(pk=pair.pk)
    pair.say_different(by=cast.anna)
    with pytest.raises(Refused) as refusal:
        again.settle(same=True, by=cast.sergey)
    assert refusal.value.codes == ["pair-settled"]


def test_a_wrong_decision_is_taken_back(cast: Cast, pair: ProbablePair) -> None:
    pair.say_different(by=cast.anna)
    pair.reopen(by=cast.sergey)
    assert ProbablePair.objects.open().get() == pair
    assert Event.objects.get(kind="pair.reopened").data["before"] == "different"
    with pytest.raises(Refused):
        pair.reopen(by=cast.sergey)


def test_a_decision_outlives_its_clients(cast: Cast, pair: ProbablePair) -> None:
    pair.settle(same=True, by=cast.sergey)
    right = pair.right
    assert right is not None
    right.delete()
    kept = ProbablePair.objects.decided().get()
    assert (kept.right, kept.evidence) == (None, {"phone": [3, 2], "name": [4, 0]})


def test_a_pair_whose_client_is_gone_waits_for_nobody(cast: Cast, pair: ProbablePair) -> None:
    right = pair.right
    assert right is not None
    right.delete()
    assert not ProbablePair.objects.open().exists()


def test_the_likeliest_come_first(cast: Cast, pair: ProbablePair) -> None:
    surer = pair_of(cast.client("C"), cast.client("D"), score=0.99)
    assert list(ProbablePair.objects.open().likeliest()) == [surer, pair]
    assert pair.left is not None
    assert list(ProbablePair.objects.of(pair.left)) == [pair]


def test_two_clients_are_one_pair_in_order(cast: Cast, pair: ProbablePair) -> None:
    for left, right in ((pair.left, pair.right), (pair.right, pair.left)):
        with pytest.raises(IntegrityError), transaction.atomic():
            ProbablePair.objects.create(left=left, right=right, score=0.5)


def test_it_says_why(pair: ProbablePair) -> None:
    assert pair.reason.startswith("Тот же телефон +7 912 640-18-22")
