"""The fields that plan a next step, wherever they stand (touches/_step_fields.html)."""

from django.utils.safestring import SafeString

from vedu.web.shell.standing import standing
from vedu.web.touches.choice import options
from vedu.web.touches.kinds import step_choices
from vedu.web.touches.proposals import Proposal


def step_form(proposal: Proposal, *, warns: bool = False, keeps: bool = False) -> SafeString:
    """``warns``: without a step the deal turns yellow. ``keeps``: another step stays, so there is no need to warn."""
    shape = " ".join(word for word, is_so in (("warns", warns), ("keeps", keeps)) if is_so)
    kinds = options(step_choices(proposal.kind))
    return standing(
        "touches/_step_fields.html", shape=shape, values={"kinds": kinds, "on": proposal.on, "at": proposal.at}
    )
