"""Carries a reassignment out in batches of one transaction each: what stopped half-way goes on where it was."""

from collections.abc import Callable

from django.db import transaction
from django.db.models import Max
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.ownership import Ownership, pass_to
from vedu.clients.reassignment.plan import Division, Plan, preview
from vedu.clients.reassignment.reassignment import Phase, Reassignment, ReassignmentRow
from vedu.clients.reassignment.selection import Selection
from vedu.foundation.events import Event, tell
from vedu.foundation.many_rows import insert, update
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused, invalid

# So many hold the database for a few tenths of a second: others hardly notice.
BATCH = 50
Watch = Callable[[Reassignment], None]


def start(selection: Selection, division: Division, *, why: str, by: User) -> Reassignment:
    """Keeps what the preview says as rows that wait; nothing has changed hands yet. Raises what the preview raises,
    Invalid without a reason, Refused when no client can pass."""
    by.require_leading()
    if not why.strip():
        raise invalid("why", "reason-needed", _("Say why the clients change hands: the reason stays in their history."))
    plan = preview(selection, division, by=by)
    if not plan.lines:
        raise Refused(Reason("nothing-to-pass", _("None of these clients can pass: see why beside each.")))
    with transaction.atomic():
        reassignment = Reassignment.objects.create(
            by=by,
            why=why.strip()[:500],
            method=division.method,
            chosen=selection.words()[:255],
            language=translation.get_language() or "",
        )
        _keep(reassignment, plan)
        tell("reassignment.ordered", by=by, reassignment=reassignment.pk, clients=len(plan.lines), why=why.strip())
    return reassignment


def go_on(reassignment: Reassignment, watch: Watch | None = None) -> None:
    """The work itself; twice is once."""
    while _next_batch(reassignment):
        if watch:
            watch(reassignment)
    with transaction.atomic():
        if reassignment.enter(Phase.DONE, Phase.RUNNING, done_at=timezone.now()):
            figures = reassignment.figures()
            tell(
                "reassignment.finished",
                by=reassignment.by,
                reassignment=reassignment.pk,
                passed=figures.passed,
                refused=figures.refused,
            )


def _keep(reassignment: Reassignment, plan: Plan) -> None:
    columns = ["client_id", "before_id", "after_id"]
    rows = [(line.client_id, line.before, line.after) for line in plan.lines]
    insert(ReassignmentRow, columns, rows, reassignment_id=reassignment.pk)


def _next_batch(reassignment: Reassignment) -> bool:
    """Others who came to the same work wait at the row of the reassignment."""
    with transaction.atomic():
        locked = Reassignment.objects.select_for_update().get(pk=reassignment.pk)
        if locked.phase != Phase.RUNNING:
            return False
        rows = list(reassignment.rows.waiting().select_related("before", "after")[:BATCH])
        clients = Client.objects.select_for_update().in_bulk(sorted(row.client_id for row in rows))
        for row in rows:
            _pass(reassignment, row, clients[row.client_id])
        mark = Event.objects.aggregate(last=Max("pk"))["last"]
        update(
            ReassignmentRow,
            ["ownership_id", "refused", "mark"],
            [(row.pk, row.ownership_id, row.refused, mark) for row in rows],
        )
        Reassignment.objects.filter(pk=reassignment.pk).update(beat_at=timezone.now())
    return bool(rows)


def _pass(reassignment: Reassignment, row: ReassignmentRow, client: Client) -> None:
    try:
        with transaction.atomic():
            _require_same_owner(row, client)
            cause = Ownership.Cause.DECISION
            row.ownership = pass_to(client, row.after, by=reassignment.by, why=reassignment.why, cause=cause)
    except Refused as refusal:
        row.refused = str(refusal)[:500]


def _require_same_owner(row: ReassignmentRow, client: Client) -> None:
    if client.owner_id != row.before_id:
        raise Refused(Reason("owner-changed", _("The client has changed hands meanwhile.")))
