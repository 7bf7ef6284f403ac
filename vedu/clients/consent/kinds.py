"""Words of consent: on what ground, for what, how it was said."""

from collections.abc import Collection, Mapping

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.clients.channel import REMOTE, Channel
from vedu.clients.contact_point import ContactPointKind
from vedu.foundation.refusal import invalid

# What goes by an address that stands on the list of opt-outs.
CHANNELS_OF: Mapping[str, tuple[str, ...]] = {
    ContactPointKind.PHONE: (Channel.CALL, Channel.MESSENGER),
    ContactPointKind.EMAIL: (Channel.EMAIL,),
}


class Ground(models.TextChoices):
    """Consent, or what a company relies on instead of it. Whether it suffices is for its lawyer to say."""

    CONSENT = "consent", pgettext_lazy("ground", "consent")
    CONTRACT = "contract", pgettext_lazy("ground", "a contract")
    REQUEST = "request", pgettext_lazy("ground", "the client's own request")
    PUBLIC = "public", pgettext_lazy("ground", "a public official channel")


class Purpose(models.TextChoices):
    OFFERS = "offers", pgettext_lazy("purpose", "offers and news")
    WORK = "work", pgettext_lazy("purpose", "talks, a contract and its execution")
    DATA = "data", pgettext_lazy("purpose", "processing of personal data")


class Source(models.TextChoices):
    PAPER = "paper", pgettext_lazy("how it was said", "on paper")
    FORM = "form", pgettext_lazy("how it was said", "in a web form")
    WRITTEN = "written", pgettext_lazy("how it was said", "in a letter or a message")
    SPOKEN = "spoken", pgettext_lazy("how it was said", "aloud")
    DOCUMENT = "document", pgettext_lazy("how it was said", "in a contract")
    IMPORT = "import", pgettext_lazy("how it was said", "came with an import")


def require_channels(channels: Collection[str]) -> None:
    """Raises Invalid for what cannot be consented or objected to."""
    unknown = [channel for channel in channels if channel not in REMOTE]
    if unknown:
        allowed = ", ".join(REMOTE)
        sentence = _("“%(value)s” is unknown here: use one of %(allowed)s.") % {"value": unknown[0], "allowed": allowed}
        raise invalid("channels", "unknown-word", sentence)
