"""The catalogue of the demo world: what is known, who passed which check, products and arguments of open deals."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from django.db import transaction

from vedu.clients.competitors.competitor import Competitor
from vedu.demo.wholesale.goods import GOODS, Goods
from vedu.foundation.people.user import User
from vedu.foundation.values.money import Money
from vedu.sales.catalogue.attempt import CheckAttempt
from vedu.sales.catalogue.category import Category
from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.catalogue.product import Product
from vedu.sales.catalogue.readiness import of_person
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.argument import ArgumentResult, DealArgument
from vedu.sales.talk.fitting import fits_of

WRITTEN, CHANGED, REVIEW_DAYS = timedelta(days=100), timedelta(days=6), 90
# So many open deals of each product are shown with it.
DEALS_OF_A_PRODUCT = 9
PASSED, TRIED = 0.62, 0.8
NEEDS_FROM, PRESENTED_FROM = 3, 5
OWN_WORDS = ("Возим сами, без перекупщика", "Скидка 5 %, выйдет 46 ₽ за короб, если решите сегодня")
WHY_WITHOUT = "Показывали вместе, проверку пройдёт на этой неделе"
RESULTS = (ArgumentResult.CONVINCED, ArgumentResult.CONVINCED, ArgumentResult.SAID, ArgumentResult.FAILED)


def first_goods(head: User, now: datetime) -> None:
    """Before deals, for they present them: what is known but for the competitors, who are not known yet."""
    with transaction.atomic():
        for one in GOODS:
            _product(one, head, now - WRITTEN)


def catalogue(rng: Random, now: datetime, head: User, sellers: Sequence[User]) -> None:
    """After deals and competitors. One product has changed since its check was passed, and its review is over."""
    with transaction.atomic():
        products = [_known(one, head, now - WRITTEN) for one in GOODS]
        for product in products:
            for seller in sellers:
                _check(rng, product, seller, now - timedelta(days=rng.randint(8, 80)))
        _keep_fresh(products, head, now)
    for product in products:
        with transaction.atomic():
            _on_deals(rng, product, head, now)


def _product(one: Goods, head: User, at: datetime) -> Product:
    product = Product.add(
        name=one.name,
        sku=one.sku,
        unit=one.unit,
        about=one.about,
        price=Money(Decimal(one.price)),
        category=Category.called(one.category, by=head),
        responsible=head,
        review_days=REVIEW_DAYS,
        by=head,
        at=at,
    )
    product.publish_knowledge(
        {
            "benefits": [
                dict(zip(("problem", "feature", "advantage", "benefit"), row, strict=True)) for row in one.benefits
            ],
            "properties": [{"name": name, "value": value} for name, value in one.properties],
            "doubts": [{"doubt": doubt, "answer": answer} for doubt, answer in one.doubts],
            "proofs": [{"kind": kind, "text": text, "link": link} for kind, text, link in one.proofs],
        },
        by=head,
        at=at,
    )
    return product


def _known(one: Goods, head: User, at: datetime) -> Product:
    """Against whom it stands, and the check: who presented it before was not asked."""
    product, rivals = Product.objects.get(sku=one.sku), dict(Competitor.objects.values_list("name", "pk"))
    against = [
        {"competitor_id": rivals[rival], "ours": ours, "theirs": theirs}
        for rival, ours, theirs in one.against
        if rival in rivals
    ]
    product.publish_knowledge({"comparisons": against}, by=head, at=at)
    if one.questions:
        product.publish_check(one.questions, pass_mark=one.pass_mark, by=head, at=at)
    return product


def _check(rng: Random, product: Product, seller: User, at: datetime) -> None:
    """Most pass, some fail once, the rest have not come to it."""
    check, luck = product.asked_check, rng.random()
    if check is None or luck > TRIED:
        return
    answers = {number: question.right for number, question in enumerate(check.asked)}
    if luck > PASSED:
        wrong = {number: (right + 1) % 2 for number, right in answers.items()}
        CheckAttempt.take(product, wrong, number=check.number, by=seller, at=at)
    else:
        CheckAttempt.take(product, answers, number=check.number, by=seller, at=at)


def _keep_fresh(products: Sequence[Product], head: User, now: datetime) -> None:
    """All but the second and the last were read again in time; the fourth has changed considerably."""
    late = {products[1].pk, products[-1].pk}
    for product in products:
        if product.pk not in late:
            product.confirm_review(by=head, at=now - timedelta(days=12))
    products[3].publish_knowledge({}, is_considerable=True, by=head, at=now - CHANGED)


def _on_deals(rng: Random, product: Product, head: User, now: datetime) -> None:
    """Some open deals that are about it: named, presented where their stage says so, argued for."""
    talked = Deal.objects.open().filter(name=product.name, stage__position__gte=NEEDS_FROM)
    deals = talked.select_related("owner", "client", "stage", "pipeline")
    for deal in deals.order_by("-opened_at")[:DEALS_OF_A_PRODUCT]:
        at = max(deal.opened_at, deal.stage_since)
        DealProduct.note(deal, product, by=deal.owner, at=at)
        if deal.stage.position >= PRESENTED_FROM:
            _present(deal, product, head, at)
        _argue(rng, deal, min(at + timedelta(hours=3), now))


def _present(deal: Deal, product: Product, head: User, at: datetime) -> None:
    """A head was there where the seller was not ready."""
    is_ready = not of_person(deal.owner, [product])[product.pk].stops
    by, why = (deal.owner, "") if is_ready else (head, WHY_WITHOUT)
    note = "Показ образцов на складе клиента"
    deal.record_evidence("presentation_made", by=by, note=note, products=[product], override_reason=why, at=at)


def _argue(rng: Random, deal: Deal, at: datetime) -> None:
    """The best for each need; now and then words with no need behind them."""
    for found in fits_of(deal, shown=1):
        for fit in found.fits:
            argument = DealArgument.choose(deal, need=found.need, benefit=fit.benefit, by=deal.owner, at=at)
            if rng.random() < 0.75:
                argument.use(by=deal.owner, result=rng.choice(RESULTS), at=at)
    if rng.random() < 0.12:
        DealArgument.choose(deal, text=rng.choice(OWN_WORDS), by=deal.owner, at=at).use(by=deal.owner, at=at)
