"""By what a person who asks can be reached, as one field of the counter takes it: a phone or an e-mail."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from vedu.clients.contact_point import ContactPointKind, normalise
from vedu.foundation.refusal import Invalid, invalid


class Reach(NamedTuple):
    """``value`` as contact points keep it, ``typed`` as a person entered it."""

    kind: str
    value: str
    typed: str


def read_reach(typed: str) -> Reach | None:
    """None where nothing was typed. Raises Invalid."""
    typed = typed.strip()
    if not typed:
        return None
    kind = ContactPointKind.EMAIL if "@" in typed else ContactPointKind.PHONE
    try:
        return Reach(kind, normalise(kind, typed)[0], typed)
    except Invalid as wrong:
        sentence = _("“%(typed)s” is neither a whole phone number nor an e-mail address.") % {"typed": typed}
        raise invalid("reach", "reach-wrong", sentence) from wrong
