"""Takes a reassignment back: clients that are still where it put them, and that nobody has worked with since."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.ownership import Ownership, give_back
from vedu.clients.reassignment.carrying_out import BATCH
from vedu.clients.reassignment.reassignment import Phase, Reassignment, ReassignmentRow
from vedu.foundation.events import Event, tell
from vedu.foundation.many_rows import update
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason, Refused

Watch = Callable[[Reassignment], None]
# What happens to a client without anybody working with it.
NOT_WORK = ("handover.asked", "handover.declined", "deal.owner_changed", "client.owner_changed", "client.released")


def start(reassignment: Reassignment, *, by: User) -> None:
    """From now on it is being taken back. Only by him who decided it or one who leads him."""
    if not reassignment.may_be_undone_by(by):
        sentence = _("Only the one who decided on this reassignment or his head may take it back.")
        raise NotAllowed(Reason("not-your-reassignment", sentence))
    reassignment.require_enter(Phase.UNDOING, Phase.DONE, undone_by=by)


def go_on(reassignment: Reassignment, watch: Watch | None = None) -> None:
    """The work itself; twice is once."""
    while _next_batch(reassignment):
        if watch:
            watch(reassignment)
    with transaction.atomic():
        if reassignment.enter(Phase.UNDONE, Phase.UNDOING, undone_at=timezone.now()):
            figures = reassignment.figures()
            tell(
                "reassignment.undone",
                by=reassignment.undone_by,
                reassignment=reassignment.pk,
                given_back=figures.given_back,
                kept=figures.kept,
            )


def _next_batch(reassignment: Reassignment) -> bool:
    with transaction.atomic():
        locked = Reassignment.objects.select_for_update().get(pk=reassignment.pk)
        if locked.phase != Phase.UNDOING:
            return False
        rows = list(reassignment.rows.to_give_back().select_related("before", "ownership")[:BATCH])
        clients = Client.objects.select_for_update().in_bulk(sorted(row.client_id for row in rows))
        worked = _worked_with(rows)
        for row in rows:
            _give_back(reassignment, row, clients[row.client_id], is_worked=row.client_id in worked)
        update(ReassignmentRow, ["undone_at", "kept"], [(row.pk, row.undone_at, row.kept) for row in rows])
        Reassignment.objects.filter(pk=reassignment.pk).update(beat_at=timezone.now())
    return bool(rows)


def _give_back(reassignment: Reassignment, row: ReassignmentRow, client: Client, *, is_worked: bool) -> None:
    try:
        with transaction.atomic():
            _require_untouched(row.ownership, is_worked=is_worked)
            give_back(client, row.before, by=reassignment.undone_by, why=_("A reassignment was taken back"))
            row.undone_at = timezone.now()
    except Refused as refusal:
        row.kept = str(refusal)[:500]


def _require_untouched(ownership: Ownership | None, *, is_worked: bool) -> None:
    if ownership is None or ownership.till_at is not None:
        raise Refused(Reason("owner-changed", _("The client has changed hands since.")))
    if is_worked:
        raise Refused(Reason("worked-since", _("There has been work with the client since: pass it by hand.")))


def _worked_with(rows: list[ReassignmentRow]) -> set[int]:
    """Ids of the clients that something happened to after they had passed."""
    marks = {row.client_id: row.mark for row in rows}
    later = Event.objects.filter(client_id__in=marks, pk__gt=min(marks.values(), default=0)).exclude(kind__in=NOT_WORK)
    happened = later.values_list("pk", "client_id")
    return {client_id for pk, client_id in happened if client_id is not None and pk > marks[client_id]}
