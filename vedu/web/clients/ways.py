"""The ways on after a refusal that speaks of a client."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from vedu.foundation.refusal import Reason
from vedu.web.shell.address import address_of
from vedu.web.shell.ways_on import Way, way_on


@way_on("client-led")
def ask_for_it(request: HttpRequest, reason: Reason) -> Way | None:
    """OWN-2: he who was refused may ask for a handover."""
    if reason.facts["owner"] == request.user.pk:
        return None
    return Way(_("Ask for a handover"), address_of("clients:handovers", reason.facts["client"]))


@way_on("inn-taken")
def open_that_one(_request: HttpRequest, reason: Reason) -> Way:
    return Way(_("Open that client"), address_of("clients:card", reason.facts["client"]))
