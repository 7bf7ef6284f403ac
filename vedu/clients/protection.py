"""OWN-2: while a client is led, nobody but its owner works with it."""

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.dateformat import format as date_text
from django.utils.translation import gettext as _

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused

if TYPE_CHECKING:
    from vedu.clients.client import Client


class ClientIsLed(Refused):
    """Another leads this client. ``reasons[0].facts`` hold client and owner: id, name, since."""

    @property
    def title(self) -> str:
        return _("The client is led by a colleague")


def led_by_another(client: "Client", by: User | None = None) -> ClientIsLed:
    """The refusal that names the owner, since when, and the way on, in one sentence. To ``by``, who does not see the
    client, it does not name the client: whoever counts through the ids would read the base."""
    owner = client.owner
    assert owner is not None
    since = date_text(timezone.localtime(client.owner_since), _("j F Y")) if client.owner_since else ""
    if by is None or client.is_visible_to(by):
        sentence = _("“%(client)s” has been led by %(owner)s since %(since)s; ask for a handover to work with it.")
    else:
        sentence = _("This client has been led by %(owner)s since %(since)s; ask for a handover to work with it.")
    facts = {"client": client.pk, "owner": owner.pk, "owner_name": owner.name, "since": client.owner_since}
    return ClientIsLed(
        Reason("client-led", sentence % {"client": client.name, "owner": owner.name, "since": since}, facts)
    )


def is_workable(client: "Client", by: User) -> bool:
    """May ``by`` work with this client: a touch, a task, a change. See require_workable."""
    is_closed = is_closed_to(client.owner_id, client.open_deals, by.pk)
    return not is_closed or by.stands_in_for(client.owner_id)


def is_closed_to(owner_id: int | None, open_deals: int, worker_id: int | None, *, hold_counts: bool = False) -> bool:
    """Whether a client of this owner is led by another than the worker (OWN-2); the rule without its words."""
    return owner_id not in (None, worker_id) and bool(open_deals or hold_counts)


def require_workable(client: "Client", by: User, *, override_reason: str = "") -> None:
    """Refuses work (touch, task, change) with a client whom another leads.

    A free client is open to all who sell, a ``held`` one is reserved only for deals (require_leader).
    Whoever stands in for an absent owner works as he does (OWN-7). One who manages the owner may pass with a reason,
    which is kept in the log (override).
    """
    by.require_selling()
    if is_workable(client, by):
        return
    if not (override_reason.strip() and by.manages(client.owner_id)):
        raise led_by_another(client, by)
    tell("client.overridden", by=by, client_id=client.pk, why=override_reason.strip(), owner=client.owner_id)


def require_leader(client: "Client", owner: User) -> None:
    """A deal is only its client's owner's: a ``held`` client is reserved for him too, and no substitute is he."""
    owner.require_selling()
    if is_closed_to(client.owner_id, client.open_deals, owner.pk, hold_counts=True):
        raise led_by_another(client, owner)
