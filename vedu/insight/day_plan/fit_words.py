"""Why an entry has no hour of its day, in a sentence or two."""

from datetime import tzinfo

from django.utils.translation import gettext as _

from vedu.insight.day_plan.fitted import Fit, Obstacle, Trouble
from vedu.sales.contact_policy.words import by_clock


def note_of(fit: Fit, zone: tzinfo, *, is_today: bool) -> str:
    """«Сегодня нельзя: за 7 дней клиента побеспокоили 5 раз, предел — 5. Можно с чт 26 ноября, 09:00.» By the clock of
    the zone; "" for what stands well."""
    return " ".join(filter(None, (_beyond(fit), _trouble(fit, zone, is_today=is_today))))


def _beyond(fit: Fit) -> str:
    if fit.beyond is None:
        return ""
    words = {"segment": fit.beyond.segment.name, "minutes": fit.beyond.minutes}
    return _("The time budget of the segment “%(segment)s” for the day is used up: %(minutes)d min.") % words


def _trouble(fit: Fit, zone: tzinfo, *, is_today: bool) -> str:
    if fit.trouble is None:
        return ""
    if fit.trouble == Trouble.NO_TIME or fit.obstacle is None:
        return _("Does not fit today.") if is_today else _("Does not fit into this day.")
    against = _against(fit.trouble, fit.obstacle, is_today=is_today)
    return f"{against % {'why': _lowered(fit.obstacle.sentence)}} {_next(fit.obstacle, zone)}".strip()


def _against(trouble: Trouble, obstacle: Obstacle, *, is_today: bool) -> str:
    if trouble == Trouble.NOT_AT_ITS_HOUR:
        return _("Not at this hour: %(why)s")
    if obstacle.is_hard:
        return _("Not today: %(why)s") if is_today else _("Not on this day: %(why)s")
    return _("Better not today: %(why)s") if is_today else _("Better not on this day: %(why)s")


def _next(obstacle: Obstacle, zone: tzinfo) -> str:
    if obstacle.next_at is None:
        return ""
    words = {"moment": by_clock(obstacle.next_at, zone)}
    return (_("Possible from %(moment)s.") if obstacle.is_hard else _("Better from %(moment)s.")) % words


def _lowered(sentence: str) -> str:
    """As it stands after a colon; a name or an abbreviation keeps its capital."""
    first, _space, rest = sentence.partition(" ")
    is_name = first[1:2].isupper() or rest[:1].isupper()
    return sentence if is_name else f"{sentence[:1].lower()}{sentence[1:]}"
