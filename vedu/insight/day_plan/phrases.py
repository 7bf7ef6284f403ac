"""The sentences of the day's reasons, looked up once for each language: a page has hundreds of them."""

from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext as _


class Phrases(NamedTuple):
    """``days`` are words: «5 дней»."""

    language: str
    due_before: str
    due_yesterday: str
    was_due: str
    refused: str
    put_off: str
    over_norm: str
    largest: str
    ready: str
    no_talk: str
    talk_today: str
    talk_yesterday: str
    talk_before: str
    planned_for: str
    set_for: str
    planned_today: str


def phrases() -> Phrases:
    """In the language of the request."""
    return _in_language(get_language() or "en")


@lru_cache(maxsize=8)
def _in_language(language: str) -> Phrases:
    return Phrases(
        language=language,
        due_before=_("Due %(days)s ago"),
        due_yesterday=_("Due yesterday"),
        was_due=_("Was due at %(time)s"),
        refused=_("Refused then: %(reason)s"),
        put_off=_("Put off till now"),
        over_norm=_("%(days)s in the stage, norm %(norm)d"),
        largest=_("The largest in this stage"),
        ready=_("Ready to buy: %(percent)d of 100"),
        no_talk=_("No conversation yet"),
        talk_today=_("You talked today"),
        talk_yesterday=_("You talked yesterday"),
        talk_before=_("Last talk %(days)s ago"),
        planned_for=_("Planned for %(day)s"),
        set_for=_("Set for %(time)s"),
        planned_today=_("Planned for today"),
    )
