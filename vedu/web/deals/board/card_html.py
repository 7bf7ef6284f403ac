"""Cards as HTML, by the template deals/_card.html."""

from collections.abc import Iterable
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from vedu.web.deals.board.card import Card, NormBar
from vedu.web.deals.board.why_red import NOTHING, Why
from vedu.web.deals.step_chip import StepChip
from vedu.web.shell.as_format import as_format, mark


def cards_html(cards: Iterable[Card], *, swap: bool = False) -> SafeString:
    """``swap``: each card takes the place of the one with its id, out of band."""
    language = get_language() or "en"
    html = "".join([_filled(card, language, swap) for card in cards])
    return mark_safe(html)  # noqa: S308 _filled escapes what people typed


def _filled(card: Card, language: str, swap: bool) -> str:
    step, why, norm = card.step, card.why, card.norm
    return _format(language, bool(why.sentence), norm.is_over, swap) % {
        "pk": card.pk,
        "attend": card.attend,
        "url": card.url,
        "client": escape(card.client),
        "name": escape(card.name),
        "owner": card.owner,
        "amount": card.amount,
        "chance": card.chance,
        "state": step.state,
        "icon": step.icon,
        "words": step.words,
        "tone": why.tone,
        "sentence": why.sentence,
        "filled": norm.filled,
        "notch": norm.notch,
        "norm": norm.words,
    }


@lru_cache(maxsize=64)
def _format(language: str, has_reason: bool, is_over: bool, swap: bool) -> str:
    """The template for cards of this shape."""
    card = {name: mark(name) for name in Card._fields} | {
        "step": StepChip(mark("state"), mark("icon"), mark("words")),  # type: ignore[arg-type]
        "why": Why(mark("tone"), mark("sentence")) if has_reason else NOTHING,
        "norm": NormBar(is_over, mark("filled"), mark("notch"), mark("norm")),  # type: ignore[arg-type]
    }
    return as_format("deals/_card.html", {"card": card, "swap": swap}, language)
