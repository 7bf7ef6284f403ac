"""By what a client is reached (CHAN-1): the floors above log touches by it, consent and opt-outs are kept for it."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Channel(models.TextChoices):
    CALL = "call", pgettext_lazy("channel", "Call")
    EMAIL = "email", pgettext_lazy("channel", "E-mail")
    MESSENGER = "messenger", pgettext_lazy("channel", "Messenger")
    SOCIAL = "social", pgettext_lazy("channel", "Social network")
    MEETING = "meeting", pgettext_lazy("channel", "Meeting")
    EVENT = "event", pgettext_lazy("channel", "Business event")
    VISIT = "visit", pgettext_lazy("channel", "Visit")
    FORM = "form", pgettext_lazy("channel", "Web form")
    SHOP = "shop", pgettext_lazy("channel", "Shop")


# By telecommunication: what 38-ФЗ art. 18 speaks of. One may consent to these, and object to them.
REMOTE = (Channel.CALL, Channel.EMAIL, Channel.MESSENGER, Channel.SOCIAL)
