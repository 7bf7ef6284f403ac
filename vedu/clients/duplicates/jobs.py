"""The search as a background job; numpy and scikit-learn are loaded by the worker that does it, not by the pages."""

from django_tasks import task

from vedu.clients.duplicates.scan import DuplicateScan
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Refused


def order_scan(*, by: User) -> DuplicateScan:
    """A head wants to know now."""
    scan = DuplicateScan.order(by=by)
    scan_for_duplicates.enqueue(scan.pk)
    return scan


def scan_nightly() -> None:
    """By the schedule; when one is at work already, that one is enough."""
    try:
        scan = DuplicateScan.order(by=None)
    except Refused:
        return
    scan_for_duplicates.enqueue(scan.pk)


@task()
def scan_for_duplicates(scan_id: int) -> None:
    from vedu.clients.duplicates.scanning import search

    scan = DuplicateScan.objects.get(pk=scan_id)
    try:
        search(scan)
    except Exception as error:
        scan.fail(str(error))
        raise
