"""The fields that plan a next step, wherever they stand (touches/_step_fields.html)."""

from django.utils.safestring import SafeString

from vedu.web.shell.address import address_of
from vedu.web.shell.standing import standing
from vedu.web.touches.choice import options
from vedu.web.touches.kinds import step_choices
from vedu.web.touches.proposals import Proposal


def hint_address(client_id: int) -> str:
    """Where a form asks whether the chosen moment is a good one for this client (contact_policy/step_hint.py)."""
    return address_of("contact_policy:step-hint", client_id)


def step_form(proposal: Proposal, client_id: int, *, warns: bool = False, keeps: bool = False) -> SafeString:
    """``warns``: without a step the deal turns yellow. ``keeps``: another step stays, so there is no need to warn."""
    shape = " ".join(word for word, is_so in (("warns", warns), ("keeps", keeps)) if is_so)
    kinds = options(step_choices(proposal.kind))
    values = {"kinds": kinds, "on": proposal.on, "at": proposal.at, "hint_url": hint_address(client_id)}
    return standing("touches/_step_fields.html", shape=shape, values=values)
