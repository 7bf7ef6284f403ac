"""A card of the board: a deal's row in words and marks, ready for deals/_card.html."""

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.safestring import SafeString

from vedu.foundation.values.durations import norm_text
from vedu.foundation.values.money_text import money_text
from vedu.sales.deals.pipeline import Stage
from vedu.web.deals.board.why_red import Why, why_red
from vedu.web.deals.row import DealRow
from vedu.web.deals.step_chip import StepChip, step_chip
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.shell.person import person_markup

FULL = 100


class NormBar(NamedTuple):
    """``filled`` and ``notch`` in percent of the bar; the notch shows the norm when it is passed."""

    is_over: bool
    filled: int
    notch: int
    words: str


class Card(NamedTuple):
    """``attend`` orders the column, in seconds."""

    pk: int
    attend: int
    url: str
    client: str
    name: str
    owner: SafeString
    amount: str
    chance: str
    step: StepChip
    why: Why
    norm: NormBar


def cards_of(rows: list[DealRow], stages: Mapping[int, Stage], clock: Clock) -> list[Card]:
    board = address_of("deals:index")
    return [card_of(row, stages[row.stage_id], clock, board) for row in rows]


def card_of(row: DealRow, stage: Stage, clock: Clock, board: str) -> Card:
    """``board`` is its address: the page of a deal stands right under it."""
    step = step_chip(row.step_kind, row.step_at, bool(row.step_has_time), clock.now, clock.zone, clock.language)
    days = max(0, (clock.now - row.stage_since).days)
    norm = norm_bar(days, stage.day_norm, clock.language, is_over=row.stage_due_at < clock.now)
    return Card(
        pk=row.pk,
        attend=int(row.attend_at.timestamp()),
        url=f"{board}{row.pk}/",
        client=row.client,
        name=row.name,
        owner=person_markup(row.owner_name, row.owner_id),
        amount=money_text(row.amount, row.currency, clock.language),
        chance=percent(row.chance, clock.language),
        step=step,
        why=why_red(row, step.state, days, stage.day_norm, clock, is_over=norm.is_over),
        norm=norm,
    )


def norm_bar(days: int, norm: int, language: str, *, is_over: bool) -> NormBar:
    """Over the norm the whole bar is filled and the norm is a notch in it."""
    words = norm_text(days, norm, language)
    if is_over and days > norm:
        return NormBar(True, FULL, FULL * norm // days, words)
    return NormBar(is_over, min(FULL, FULL * days // max(norm, 1)), FULL, words)


def percent(value: int, language: str) -> str:
    return f"{value}\u00a0%" if language.startswith("ru") else f"{value}%"
