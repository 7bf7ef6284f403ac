"""The checklists that ship (TALK-6), written in the installation's language."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vedu.sales.checklists.checklist import Checklist, Occasion

FIRST_IMPRESSION = (
    ("on-time", _("Was on time and knew whom I speak to")),
    ("reason", _("Said who I am and why I come, in one breath")),
    ("by-name", _("Asked the name and used it")),
    ("convenient", _("Asked whether it is convenient to talk")),
    ("listened", _("Spoke less than the client")),
    ("next-step", _("Ended with a next step and a day")),
)
SMALL_TALK = (
    ("hook", _("Began with something of his: news, the town, the work")),
    ("open-question", _("Asked an open question not about business")),
    ("no-interrupting", _("Heard him out, did not interrupt")),
    ("detail", _("Wrote down a detail to recall next time")),
    ("to-business", _("Came to business in two minutes, gently")),
)
LISTS = (
    ("first_impression", pgettext_lazy("checklist", "First impression"), Occasion.FIRST, FIRST_IMPRESSION),
    ("small_talk", pgettext_lazy("checklist", "Small talk"), Occasion.ANY, SMALL_TALK),
)


def install() -> int:
    """Those that are not there yet; how many. Twice does no harm, edited ones stay."""
    there = set(Checklist.objects.exclude(preset="").values_list("preset", flat=True))
    missing = [
        Checklist(
            preset=code,
            name=str(name),
            occasion=occasion,
            items=[{"key": key, "text": str(text)} for key, text in lines],
            position=place,
        )
        for place, (code, name, occasion, lines) in enumerate(LISTS)
        if code not in there
    ]
    return len(Checklist.objects.bulk_create(missing, ignore_conflicts=True))
