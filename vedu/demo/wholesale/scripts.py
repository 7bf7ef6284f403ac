"""What was asked and argued in the closed deals of the last year, and what of it has helped (TALK-7).

The demo knows how a deal will end; so who won has more often asked what the report should find."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import NamedTuple

from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.catalogue.knowledge import Benefit
from vedu.sales.deals.deal import Deal
from vedu.sales.playbooks.answer import Answer
from vedu.sales.playbooks.choice import PlaybookChoice
from vedu.sales.playbooks.playbook import Playbook, PlaybookVersion
from vedu.sales.talk.argument import ArgumentResult, DealArgument
from vedu.sales.talk.need import Need

YEAR, CATALOGUE = timedelta(days=400), timedelta(days=98)
SCRIPTED, BY_SPIN = 0.3, 0.35


class Ask(NamedTuple):
    """``won`` and ``lost``: how often it was asked in deals that ended so."""

    stage: int
    key: str
    won: float
    lost: float
    answers: tuple[str, ...]


EIGHT = (
    Ask(1, "who-decides", 0.85, 0.5, ("Закупщица, но цену смотрит директор", "Решает технолог, платит бухгалтерия")),
    Ask(3, "how-much", 0.6, 0.6, ("Шесть тысяч штук в месяц", "Две паллеты раз в две недели")),
    Ask(4, "next-step", 0.55, 0.55, ("Посчитать на три размера до пятницы", "Привезти образцы на склад в среду")),
)
SPIN = (
    Ask(3, "how-much", 0.6, 0.6, ("Три тысячи в месяц", "По паллете в неделю")),
    Ask(3, "who-suffers", 0.6, 0.6, ("Склад: перекладывают вручную", "Бухгалтерия: акты на возврат")),
    Ask(3, "what-gives", 0.8, 0.45, ("Перестанем списывать партию в месяц", "Освободим треть склада")),
)
FIRST, MAIN, SIDE = ("Короб выйдет 46 ₽, дешевле не найдёте", 0.12, 0.45), 0.3, 0.6
WITHOUT_NEED = 0.3
RESULTS = (ArgumentResult.CONVINCED, ArgumentResult.CONVINCED, ArgumentResult.SAID, ArgumentResult.FAILED)


@dataclass
class Script:
    """Of one deal; ``version`` is None where it was led without a script."""

    version: PlaybookVersion | None
    asks: tuple[Ask, ...]
    wins: bool
    argues: bool


class Scripts:
    """Its own ``dice``: what comes of other dice stays as it was."""

    def __init__(self, dice: Random, now: datetime) -> None:
        self.dice, self.now = dice, now
        presets = {one.preset: one.latest for one in Playbook.objects.filter(preset__in=("eight", "spin"))}
        self.eight, self.spin = presets["eight"], presets["spin"]
        self.benefits: dict[str, list[Benefit]] = {}
        for one in Benefit.objects.select_related("product"):
            self.benefits.setdefault(one.product.name, []).append(one)

    def begin(self, deal: Deal, *, wins: bool) -> Script:
        """At the opening: by what it will be led."""
        ago = self.now - deal.opened_at
        version = None
        if ago < YEAR and self.dice.random() < SCRIPTED:
            version = self.spin if self.dice.random() < BY_SPIN else self.eight
            if version == self.spin:
                PlaybookChoice.choose(deal, version.playbook, by=deal.owner, at=deal.opened_at)
        return Script(version, SPIN if version == self.spin else EIGHT, wins, ago < CATALOGUE)

    def ask(self, deal: Deal, script: Script, position: int, at: datetime) -> None:
        """What is due in the stage; now and then the price before anything else."""
        for one in script.asks:
            share = one.won if script.wins else one.lost
            if script.version is not None and one.stage == position and self.dice.random() < share:
                Answer.give(deal, script.version, one.key, self.dice.choice(one.answers), by=deal.owner, at=at)
        words, won, lost = FIRST
        if script.argues and position == 2 and self.dice.random() < (won if script.wins else lost):
            DealArgument.choose(deal, text=words, by=deal.owner, at=at).use(by=deal.owner, at=at)

    def show(self, deal: Deal, script: Script, need: Need | None, at: datetime) -> None:
        """Before the presentation: the product itself, often the boxes beside it, and what was said for them."""
        if not script.argues:
            return
        for name, share in {deal.name: MAIN, next(iter(self.benefits)): SIDE}.items():
            benefits = self.benefits.get(name, [])
            if benefits and self.dice.random() < share:
                DealProduct.note(deal, benefits[0].product, by=deal.owner, at=at)
                self._argue(deal, self.dice.choice(benefits[:2]), need, at)

    def _argue(self, deal: Deal, benefit: Benefit, need: Need | None, at: datetime) -> None:
        need = None if self.dice.random() < WITHOUT_NEED else need
        argument = DealArgument.choose(deal, need=need, benefit=benefit, by=deal.owner, at=at)
        argument.use(by=deal.owner, result=self.dice.choice(RESULTS), at=at)
