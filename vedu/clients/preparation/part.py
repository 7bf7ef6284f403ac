"""The parts of a brief that its readiness counts."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext


class Part(models.TextChoices):
    """In the order in which they are read before a call; the label is the question that a part answers."""

    PROBLEM = "problem", _("What problem this client probably has")
    OFFER = "offer", _("How we can help")
    HOOK = "hook", _("Hook: why to call just now")
    AUDIT = "audit", _("Site and marketing: what is weak there")
    RIVALS = "rivals", _("Competitors of the client")
    ICEBREAKERS = "icebreakers", _("What to begin the talk with")


def names_of(parts: Iterable[str]) -> list[str]:
    """Short names of parts, as a sentence lists them."""
    names = {
        Part.PROBLEM: pgettext("part of a brief", "the problem"),
        Part.OFFER: pgettext("part of a brief", "our help"),
        Part.HOOK: pgettext("part of a brief", "the hook"),
        Part.AUDIT: pgettext("part of a brief", "the look at the site"),
        Part.RIVALS: pgettext("part of a brief", "the client's competitors"),
        Part.ICEBREAKERS: pgettext("part of a brief", "the first words"),
        "links": pgettext("part of a brief", "links"),
    }
    return [names[part] for part in parts]
