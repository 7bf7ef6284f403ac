from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from bench.known_techniques import outcomes, write
from tests.cast import Cast
from vedu.foundation.people.user import User
from vedu.insight.techniques.comparison import Verdict
from vedu.insight.techniques.jobs import count_nightly, count_techniques_of
from vedu.insight.techniques.report import Report, report_for
from vedu.insight.techniques.technique_count import TechniqueCount
from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.catalogue.knowledge import Benefit
from vedu.sales.catalogue.product import Product
from vedu.sales.deals.deal import Deal
from vedu.sales.playbooks.answer import Answer
from vedu.sales.playbooks.choice import PlaybookChoice, version_for
from vedu.sales.playbooks.playbook import Playbook, PlaybookVersion
from vedu.sales.playbooks.script import Script
from vedu.sales.talk.argument import ArgumentFlag, DealArgument

# In the eight steps: preparation, contact, needs, presentation, objections, closing.
PLACES = {"hook": 0, "may-go-on": 2, "how-much": 3, "understood": 3, "fits": 4, "besides": 5, "when-paid": 6}


@pytest.fixture
def version(cast: Cast) -> PlaybookVersion:
    return Playbook.objects.get(preset="eight").latest


@pytest.fixture
def known(cast: Cast, version: PlaybookVersion) -> Callable[..., Report]:
    def made(count: int, works: str = "", viewer: User | None = None) -> Report:
        known = outcomes(count, 8, PLACES, works, seed=5)
        now = timezone.now()
        write(version, cast.pipeline, [cast.anna, cast.igor], known, now, seed=6)
        count_techniques_of(now)
        return report_for(viewer or cast.vera, 730)

    return made


def verdicts(report: Report) -> dict[str, Verdict]:
    return {row.thing.question.key: row.verdict for row in report.questions}


def closed(cast: Cast, *, won: bool, owner: User | None = None, place: int = 4, **answers: str) -> Deal:
    """A deal that came to a stage and was asked there; ``answers`` by key with _ for -."""
    deal = cast.at_stage(place, owner=owner or cast.anna)
    version = version_for(deal)
    for key, text in answers.items():
        Answer.give(deal, version, key.replace("_", "-"), text, by=deal.owner)
    if won:
        deal.win(by=cast.vera, override_reason="Paid")
    else:
        deal.lose(by=deal.owner, reason=cast.reason())
    return deal


def counted(viewer: User, days: int = 90) -> Report:
    count_techniques_of(timezone.now())
    return report_for(viewer, days)


@pytest.mark.parametrize("works", ["how-much", "fits"])
def test_the_one_question_that_works_is_found(known: Callable[..., Report], works: str) -> None:
    report = known(4_000, works)
    found = verdicts(report)
    assert found.pop(works) == Verdict.MORE
    assert set(found.values()) == {Verdict.SAME}
    assert report.questions[0].thing.question.key == works
    effect = report.questions[0].effect
    assert effect is not None
    assert effect.interval.low < 0.2 < effect.interval.high


def test_where_nothing_works_nothing_is_found(known: Callable[..., Report]) -> None:
    """Late questions are answered in deals that got far, and those win; it is not the question."""
    report = known(4_000)
    assert set(verdicts(report).values()) == {Verdict.SAME}
    assert {row.verdict for row in report.techniques} == {Verdict.SAME}


def test_of_few_deals_nothing_is_said(known: Callable[..., Report]) -> None:
    report = known(30, "how-much")
    assert set(verdicts(report).values()) == {Verdict.TOO_FEW}
    assert all(row.effect is None for row in report.questions)


def test_a_question_counts_among_deals_that_came_to_it(cast: Cast) -> None:
    closed(cast, won=True, hook="A new shop", fits="Well")
    closed(cast, won=False, hook="A new shop")
    closed(cast, won=False, hook="A new shop", place=3)  # not yet at the presentation
    closed(cast, won=True, fits="Well")  # was anything else of the playbook asked? nobody knows
    fits = next(row for row in counted(cast.anna).questions if row.thing.question.key == "fits")
    assert (fits.counted.one, fits.counted.other) == ((1, 1), (0, 1))


def test_old_versions_of_a_question_count_with_the_new(cast: Cast, version: PlaybookVersion) -> None:
    closed(cast, won=True, hook="A new shop", how_much="Much")
    playbook = version.playbook
    steps = [
        {**step, "questions": [{**one, "text": f"{one['text']}!"} for one in step["questions"] if one["key"] != "hook"]}
        for step in version.steps
    ]
    playbook.publish(playbook.name, Script.of(steps), by=cast.vera)
    closed(cast, won=False, how_much="Little", may_go_on="yes")
    asked = {row.thing.question.key: row for row in counted(cast.anna).questions}
    assert asked["how-much"].counted.one == (1, 2)
    assert asked["how-much"].thing.question.text.endswith("!")
    assert "hook" not in asked


def test_a_deal_is_led_by_the_playbook_of_its_first_answer(cast: Cast) -> None:
    closed(cast, won=True, how_much="Much")
    closed(cast, won=False)
    closed(cast, won=False, place=2, hook="A new shop")  # lost before needs
    closed(cast, won=True, fits="Well")  # asked nothing up to needs
    deal = cast.at_stage(4)
    spin = Playbook.objects.get(preset="spin")
    PlaybookChoice.choose(deal, spin, by=cast.anna)
    Answer.give(deal, spin.latest, "what-now", "By hand", by=cast.anna)
    Answer.give(deal, Playbook.objects.get(preset="eight").latest, "how-much", "Much", by=cast.anna)
    deal.lose(by=cast.anna, reason=cast.reason())
    report = counted(cast.anna)
    rates = {row.thing.preset: row.counted.one for row in report.techniques}
    assert rates == {"eight": (1, 1), "spin": (0, 1)}
    assert report.without_script.one == (1, 2)


def test_the_cycle_is_the_median_of_won_deals(cast: Cast) -> None:
    for days in (3, 10, 40):
        deal = closed(cast, won=True, how_much="Much")
        Deal.objects.filter(pk=deal.pk).update(opened_at=deal.closed_at - timedelta(days=days, hours=1))
    closed(cast, won=False, how_much="Much")
    assert counted(cast.anna).techniques[0].counted.cycle == 10


def argued(cast: Cast, benefit: Benefit | None, *, won: bool, product: Product, result: str = "convinced") -> None:
    deal = cast.at_stage(4)
    DealProduct.objects.create(deal=deal, product=product, presented_at=timezone.now())
    if benefit is not None:
        DealArgument.choose(deal, benefit=benefit, by=cast.anna).use(by=cast.anna, result=result)
    deal.win(by=cast.vera, override_reason="Paid") if won else deal.lose(by=cast.anna, reason=cast.reason())


def test_an_argument_counts_where_its_product_was_presented(cast: Cast) -> None:
    product = Product.add(name="Box", by=cast.sergey)
    product.publish_knowledge({"benefits": [{"problem": "Crushed", "benefit": "Fewer returns"}]}, by=cast.sergey)
    benefit = Benefit.objects.get()
    argued(cast, benefit, won=True, product=product)
    argued(cast, benefit, won=False, product=product, result="failed")
    argued(cast, benefit, won=True, product=product, result="said")
    argued(cast, None, won=False, product=product)
    report = counted(cast.anna)
    (row,) = report.arguments
    assert row.thing == benefit
    assert (row.counted.one, row.counted.other, row.counted.convinced) == ((2, 3), (0, 1), (1, 2))
    flags = {row.thing: row.counted for row in report.flags}
    assert flags[ArgumentFlag.NO_NEED].one == (2, 3)
    assert flags[ArgumentFlag.EARLY_PRICE].other == (2, 3)


def test_everybody_sees_what_he_may(cast: Cast) -> None:
    closed(cast, won=True, how_much="Much")
    closed(cast, won=False, how_much="Much", owner=cast.igor)
    closed(cast, won=True, how_much="Much", owner=cast.olga)
    count_techniques_of(timezone.now())
    seen = {
        user.username: report_for(user, 90).techniques[0].counted.one
        for user in (cast.anna, cast.sergey, cast.vera, cast.olga)
    }
    assert seen["olga"] == (1, 1)
    assert seen["sergey"] == (1, 2)
    assert seen["vera"] == (2, 3)
    assert report_for(cast.vera, 90, cast.shop.pk).is_empty


def test_a_period_takes_what_was_closed_in_it(cast: Cast) -> None:
    closed(cast, won=True, how_much="Much")
    old = closed(cast, won=False, how_much="Much")
    Deal.objects.filter(pk=old.pk).update(closed_at=timezone.now() - timedelta(days=200))
    assert counted(cast.anna, 90).techniques[0].counted.one == (1, 1)
    assert counted(cast.anna, 365).techniques[0].counted.one == (1, 2)
    assert counted(cast.anna, 730).techniques[0].counted.one == (1, 2)


def test_who_bought_before_is_compared_with_his_like(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    cast.buy(client, timezone.now() - timedelta(days=5))
    deal = cast.deal(client=client)
    deal.lose(by=cast.anna, reason=cast.reason())
    count_techniques_of(timezone.now())
    assert not TechniqueCount.objects.exists()  # neither came to needs
    deal = cast.ready_for(cast.deal(client=client), 3)
    deal.move_to(cast.stage(3), by=cast.anna)
    deal.lose(by=cast.anna, reason=cast.reason())
    count_techniques_of(timezone.now())
    assert set(TechniqueCount.objects.values_list("bought_before", flat=True)) == {True}


def test_three_queries_for_the_whole_report(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    closed(cast, won=True, how_much="Much", hook="A new shop")
    count_techniques_of(timezone.now())
    with django_assert_max_num_queries(3):
        report_for(cast.anna, 90)


def test_counted_once_a_night_the_first_time_at_once(cast: Cast) -> None:
    closed(cast, won=True, how_much="Much")
    now = timezone.now()
    assert [count_nightly(now) for _round in range(2)] == [True, False]
    night = (now + timedelta(days=2)).replace(hour=1)  # four in Moscow
    assert count_nightly(night)
    assert set(TechniqueCount.objects.values_list("at", flat=True)) == {night}


def test_the_night_is_said_where_no_technique_was_counted(cast: Cast, known: Callable[..., Report]) -> None:
    night = known(60).at
    assert night is not None
    TechniqueCount.objects.filter(subject="technique").delete()
    report = report_for(cast.vera, 730)
    assert (report.at, report.techniques) == (night, [])
    TechniqueCount.objects.all().delete()
    assert report_for(cast.vera, 730).at is None
