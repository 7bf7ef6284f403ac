"""The next cards of one column."""

from collections.abc import Mapping
from typing import NamedTuple

from django.db.models import Q
from django.utils.safestring import SafeString

from vedu.foundation.people.user import User
from vedu.sales.deals.pipeline import Stage
from vedu.web.deals.board.card import cards_of
from vedu.web.deals.board.card_html import cards_html
from vedu.web.deals.board.choice import BoardChoice
from vedu.web.deals.board.column import CARDS, More, more_of
from vedu.web.deals.board.column_query import in_order
from vedu.web.deals.row import make_rows, rows_of
from vedu.web.shell.clock import Clock
from vedu.web.shell.cursor import read_cursor, read_moment
from vedu.web.shell.number import number


class MoreCards(NamedTuple):
    """``more`` None: these were the last."""

    stage: Stage
    cards: SafeString
    more: More | None


def more_cards(stage_id: int, said: Mapping[str, str], user: User) -> MoreCards | None:
    """What comes after the cursor ``after``; ``left`` counts what was not shown before."""
    stage = Stage.objects.filter(pk=stage_id).first()
    if stage is None:
        return None
    clock, choice = Clock.here(), BoardChoice.of({**said, "pipeline": str(stage.pipeline_id)}, user)
    cursor = read_cursor(said.get("after", ""), read_moment)
    deals = in_order(choice.deals(user, clock), stage.pk).filter(cursor.behind("attend_at") if cursor else Q())
    rows = make_rows(rows_of(deals)[: CARDS + 1])
    left = max(0, number(said.get("left", "")) - CARDS)
    cards = cards_html(cards_of(rows[:CARDS], {stage.pk: stage}, clock))
    return MoreCards(stage, cards, more_of(rows, stage.pk, choice, left))
