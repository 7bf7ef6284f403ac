"""The way on after a refusal that speaks of a deal."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason
from vedu.web.shell.address import address_of
from vedu.web.shell.ways_on import Way, way_on


@way_on("not-your-deal")
def ask_for_its_client(request: HttpRequest, reason: Reason) -> Way | None:
    """OWN-2: he who sells may ask the owner for the client; a deal goes with it."""
    client, user = reason.facts.get("client"), request.user
    if not client or not (isinstance(user, User) and user.is_selling):
        return None
    return Way(_("Ask for a handover"), address_of("clients:handovers", client))
