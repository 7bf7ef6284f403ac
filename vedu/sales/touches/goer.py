"""Who goes to a client: the same right for a meeting at a business event and for a field visit (OWN-2, OWN-7)."""

from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason


def require_goer(goer: User, *, by: User) -> None:
    """Raises NotAllowed unless ``by`` plans for himself, for one of his people or for whom he stands in."""
    by.require_selling()
    if not by.may_work_for(goer.pk):
        raise NotAllowed(Reason("not-your-person", _("You may plan only for yourself or for your people.")))
    goer.require_selling()


def require_goes_to(client: Client, goer: User) -> None:
    """Raises ClientIsLed where a colleague of the one who goes leads the client."""
    client.require_workable(goer)
