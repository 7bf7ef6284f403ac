"""/duplicates/: the queue; /clients/new/likely: the hint while a client is typed in."""

import pytest
from django.test import Client as Browser

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.clients.contact_point import ContactPoint
from vedu.clients.duplicates.probable_pair import ProbablePair
from vedu.clients.duplicates.scan import DuplicateScan
from vedu.clients.merging.merge import Merge
from vedu.foundation.people.user import User


def browser(user: User) -> Browser:
    user.language = "en"
    user.save(update_fields=["language"])
    opened = Browser()
    opened.force_login(user)
    return opened


@pytest.fixture
def pair(cast: Cast) -> ProbablePair:
    """Two entries of one bakery, both Anna's."""
    left, right = (cast.client(name, owner=cast.anna) for name in ("Northern Bakery", "Bakery Northern"))
    return ProbablePair.objects.create(
        left=left, right=right, score=0.93, reasons=[{"code": "phone-same", "value": "+79126401822"}]
    )


def text(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined]


def test_a_pair_stands_with_its_score_and_reason(cast: Cast, pair: ProbablePair) -> None:
    page = text(browser(cast.anna).get("/duplicates/"))
    for words in ("Northern Bakery", "Bakery Northern", "93%", "+79126401822", "Anna Kotova"):
        assert words in page
    assert f"/clients/{pair.left_id}/merges?with={pair.right_id}" in page


def test_an_empty_queue_teaches(cast: Cast) -> None:
    assert "Nothing looks like a duplicate" in text(browser(cast.anna).get("/duplicates/"))


def test_different_ones_leave_the_queue_and_may_come_back(cast: Cast, pair: ProbablePair) -> None:
    anna = browser(cast.anna)
    anna.post(f"/duplicates/{pair.pk}/difference")
    assert "Northern Bakery" not in text(anna.get("/duplicates/"))
    anna.post(f"/duplicates/{pair.pk}/reopening")
    assert "Northern Bakery" in text(anna.get("/duplicates/"))


def test_a_merge_settles_the_pair_and_its_undo_opens_it(cast: Cast, pair: ProbablePair) -> None:
    anna = browser(cast.anna)
    anna.post(f"/clients/{pair.left_id}/merges?with={pair.right_id}")
    pair.refresh_from_db()
    assert (pair.decision, pair.right_id) == ("same", None)
    Merge.objects.get().undo(by=cast.anna)
    pair.refresh_from_db()
    assert (pair.decision, pair.right_id is not None, pair.is_open) == ("", True, True)


def test_a_teammate_looks_and_the_head_decides(cast: Cast, pair: ProbablePair) -> None:
    igor = browser(cast.igor)
    assert "The head of sales decides" in text(igor.get("/duplicates/"))
    assert igor.post(f"/duplicates/{pair.pk}/difference").status_code == 403
    assert browser(cast.sergey).post(f"/duplicates/{pair.pk}/difference").status_code == 302


def test_an_outsider_sees_nothing_of_it(cast: Cast, pair: ProbablePair) -> None:
    olga = browser(cast.olga)
    assert "Northern Bakery" not in text(olga.get("/duplicates/"))
    assert olga.post(f"/duplicates/{pair.pk}/difference").status_code == 404


def test_a_stranger_signs_in_first(cast: Cast, pair: ProbablePair) -> None:
    for address in ("/duplicates/", "/clients/new/likely?name=bakery"):
        assert Browser().get(address).status_code == 302


def test_a_head_orders_a_search_and_a_seller_does_not(cast: Cast) -> None:
    assert browser(cast.anna).post("/duplicates/scans").status_code == 403
    head = browser(cast.sergey)
    assert head.post("/duplicates/scans").status_code == 302
    assert DuplicateScan.objects.count() == 1
    assert "Searching" in text(head.get("/duplicates/"))


def test_the_queue_asks_the_database_a_few_times(cast: Cast, pair: ProbablePair, django_assert_max_num_queries) -> None:
    for number in range(12):
        left, right = (cast.client(f"{side} {number}", owner=cast.anna) for side in "AB")
        ProbablePair.objects.create(left=left, right=right, score=0.5)
    anna = browser(cast.anna)
    with django_assert_max_num_queries(8):
        anna.get("/duplicates/")


def test_while_a_client_is_typed_in_the_likely_one_is_shown(cast: Cast) -> None:
    client = cast.client("Ромашка", owner=cast.anna)
    ContactPoint.add(client, kind="phone", value="+7 912 640-18-22", by=cast.anna)
    hint = text(browser(cast.igor).get("/clients/new/likely", {"name": "ООО Другое", "phone": "8 (912) 640-18-22"}))
    assert "Ромашка" in hint
    assert "Anna Kotova" in hint


def test_of_one_out_of_sight_only_the_owner_is_told(cast: Cast) -> None:
    client = cast.client("Ромашка", owner=cast.anna)
    hint = text(browser(cast.olga).get("/clients/new/likely", {"name": "Ромашка"}))
    assert "Anna Kotova" in hint
    assert f"/clients/{client.pk}/" not in hint


@pytest.mark.parametrize("said", [{}, {"name": "Ро"}, {"phone": "8 912"}, {"name": "Ничего похожего"}])
def test_too_little_or_nothing_alike_says_nothing(cast: Cast, said: dict[str, str]) -> None:
    Client.add(name="Ромашка", by=cast.anna)
    assert text(browser(cast.anna).get("/clients/new/likely", said)).strip() == ""


def test_the_last_search_is_told_while_another_is_at_work(cast: Cast, pair: ProbablePair) -> None:
    DuplicateScan.order(by=cast.sergey).finish(found=1)
    DuplicateScan.order(by=cast.sergey)
    page = text(browser(cast.sergey).get("/duplicates/"))
    assert "Nobody has searched yet" not in page
    assert "Searching:" in page
