"""A search tells how far it is, and one whose process died is in nobody's way."""

from datetime import timedelta

from django.utils import timezone

from tests.cast import Cast
from vedu.clients.duplicates.scan import LONGEST, DuplicateScan


def test_it_tells_how_far_it_is(cast: Cast) -> None:
    scan = DuplicateScan.order(by=cast.sergey)
    scan.progress(40, clients=1200)
    told = DuplicateScan.objects.at_work().get()
    assert (told.done, told.clients, told.ordered_by) == (40, 1200, cast.sergey)


def test_a_finished_one_is_not_at_work(cast: Cast) -> None:
    scan = DuplicateScan.order(by=None)
    scan.finish(found=3)
    assert not DuplicateScan.objects.at_work().exists()
    assert DuplicateScan.objects.latest_finished() == scan


def test_one_that_died_with_its_process_stops_no_other(cast: Cast) -> None:
    DuplicateScan.order(by=None, at=timezone.now() - LONGEST - timedelta(minutes=1))
    assert DuplicateScan.order(by=None)


def test_the_latest_that_did_not_fail_is_reckoned_with(cast: Cast) -> None:
    good = DuplicateScan.order(by=None)
    good.finish(found=1)
    DuplicateScan.order(by=None).fail("no disk")
    assert DuplicateScan.objects.latest_finished() == good
