"""The queue follows the base: pairs come and go, decisions stay and teach."""

import pytest

from tests.cast import Cast
from tests.clients.duplicates.town import client, strangers
from vedu.clients.contact_point import ContactPoint
from vedu.clients.duplicates.jobs import order_scan, scan_for_duplicates, scan_nightly
from vedu.clients.duplicates.linkage.model import Model
from vedu.clients.duplicates.probable_pair import ProbablePair
from vedu.clients.duplicates.scan import DuplicateScan
from vedu.clients.duplicates.scanning import search
from vedu.foundation.refusal import NotAllowed, Refused

INN = "7707083893"


def scan() -> DuplicateScan:
    found = DuplicateScan.order(by=None)
    search(found)
    return found


def pairs() -> set[tuple[int | None, int | None]]:
    return set(ProbablePair.objects.open().values_list("left_id", "right_id"))


@pytest.fixture
def town(cast: Cast) -> Cast:
    strangers(cast)
    return cast


def test_doubles_are_found_and_strangers_are_not(town: Cast) -> None:
    one = client(town, "ООО «Ромашка»", phone="+79126409001", city="Тверь")
    other = client(town, "Romashka", phone="+79126409001", city="Тверь")
    done = scan()
    assert pairs() == {(one.pk, other.pk)}
    pair = ProbablePair.objects.get()
    assert pair.score > 0.9
    assert {"phone-same", "name-same"} <= {reason["code"] for reason in pair.reasons}
    assert (done.clients, done.found, done.done) == (14, 1, 100)
    assert done.finished_at is not None


def test_a_shared_phone_is_always_worth_a_look(town: Cast) -> None:
    one = client(town, "ООО «Ромашка»", phone="+79126409001")
    other = client(town, "ИП Котова Анна", phone="+79126409001")
    scan()
    assert pairs() == {(one.pk, other.pk)}


def test_branches_of_a_company_are_two_clients(town: Cast) -> None:
    client(town, "Ромашка", inn=INN, kpp="770701001", email="info@romashka.ru")
    client(town, "Ромашка", inn=INN, kpp="590401001", email="info@romashka.ru")
    scan()
    assert not pairs()


def test_what_was_called_different_never_comes_back(town: Cast) -> None:
    client(town, "Ромашка", phone="+79126409001")
    client(town, "Ромашка", phone="+79126409001")
    scan()
    ProbablePair.objects.get().say_different(by=town.vera)
    done = scan()
    assert (pairs(), done.found, done.decisions) == (set(), 0, 1)
    assert ProbablePair.objects.count() == 1


def test_a_pair_that_is_none_any_more_goes(town: Cast) -> None:
    client(town, "Ромашка", phone="+79126409001")
    other = client(town, "Ромашка", phone="+79126409001")
    scan()
    ContactPoint.objects.filter(client=other).delete()
    other.describe(name="Завод «Искра»", by=town.anna)
    scan()
    assert not ProbablePair.objects.exists()


def test_a_second_scan_keeps_what_stands(town: Cast) -> None:
    client(town, "Ромашка", phone="+79126409001")
    client(town, "Ромашка", phone="+79126409001")
    scan()
    before = ProbablePair.objects.get()
    client(town, "Искра", phone="+79126409002")
    client(town, "Искра", phone="+79126409002")
    assert scan().found == 2
    assert ProbablePair.objects.get(pk=before.pk).found_at == before.found_at


def test_the_evidence_follows_the_facts(town: Cast) -> None:
    client(town, "Ромашка", phone="+79126409001")
    other = client(town, "Ромашка", phone="+79126409001")
    scan()
    before = ProbablePair.objects.get()
    other.describe(name="Искра", by=town.anna)
    scan()
    after = ProbablePair.objects.get()
    assert after.pk == before.pk
    assert after.score < before.score
    assert "name-same" not in {reason["code"] for reason in after.reasons}


def test_decisions_teach_the_score(town: Cast) -> None:
    for number in range(8):
        client(town, f"Ромашка {number}", phone=f"+7912640910{number}")
        client(town, f"Искра {number}", phone=f"+7912640910{number}")
    scan()
    before = max(ProbablePair.objects.values_list("score", flat=True))
    for pair in ProbablePair.objects.all()[:6]:
        pair.say_different(by=town.vera)
    done = scan()
    assert done.decisions == 6
    assert all(score < before for score in ProbablePair.objects.open().values_list("score", flat=True))
    learned = Model.from_json(DuplicateScan.objects.get(pk=done.pk).model).learned
    assert learned is not None
    assert learned.decisions == 6


@pytest.mark.parametrize("count", [0, 1])
def test_an_empty_base_is_searched_too(cast: Cast, count: int) -> None:
    for number in range(count):
        client(cast, f"Ромашка {number}")
    assert scan().found == 0


def test_the_job_carries_an_ordered_scan_out(town: Cast) -> None:
    client(town, "Ромашка", phone="+79126409001")
    client(town, "Ромашка", phone="+79126409001")
    ordered = order_scan(by=town.sergey)
    scan_for_duplicates.func(ordered.pk)
    ordered.refresh_from_db()
    assert (ordered.found, ordered.ordered_by) == (1, town.sergey)


def test_one_search_at_a_time(cast: Cast) -> None:
    order_scan(by=cast.sergey)
    with pytest.raises(Refused) as refusal:
        order_scan(by=cast.vera)
    assert refusal.value.codes == ["scan-at-work"]
    scan_nightly()
    assert DuplicateScan.objects.count() == 1


@pytest.mark.parametrize("name", ["anna", "olga", "boris"])
def test_only_those_who_lead_order_a_search(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        order_scan(by=getattr(cast, name))


def test_a_search_that_failed_says_so_and_stops_no_other(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_scan: DuplicateScan) -> None:
        raise MemoryError("too many clients")

    monkeypatch.setattr("vedu.clients.duplicates.scanning.search", broken)
    ordered = DuplicateScan.order(by=None)
    with pytest.raises(MemoryError):
        scan_for_duplicates.func(ordered.pk)
    ordered.refresh_from_db()
    assert ordered.failure == "too many clients"
    assert DuplicateScan.objects.latest_finished() is None
    assert DuplicateScan.order(by=None).pk
