"""/inquiry/7/: each step is a form that Enter sends; a refusal stands over what was typed."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from decimal import Decimal

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from vedu.foundation.refusal import Refused, invalid
from vedu.foundation.values.money import Money
from vedu.sales.catalogue.product import Product
from vedu.sales.inquiries.farewell import Invitation
from vedu.sales.inquiries.inquiry import Inquiry
from vedu.sales.inquiries.item import ItemState
from vedu.sales.inquiries.step import Step
from vedu.web.inquiry.finding import find_inquiry
from vedu.web.inquiry.page import InquiryPage
from vedu.web.shell.number import number
from vedu.web.shell.refused import refusal_context
from vedu.web.shell.signed import SignedRequest

QUANTITY, NOT_TYPED = "quantity-", -1


@require_GET
@login_required
def show(request: SignedRequest, pk: int) -> HttpResponse:
    page = InquiryPage(
        request.user, find_inquiry(request.user, pk), request.GET.get("at", ""), request.GET.get("query", "")
    )
    return render(request, "inquiry/show.html", {"page": page})


@require_POST
@login_required
def greeting(request: SignedRequest, pk: int) -> HttpResponse:
    said = request.POST
    return carried_out(
        request,
        pk,
        Step.GREETING,
        lambda one: one.answer(
            by=request.user,
            channel=said.get("channel", "call"),
            outcome=said.get("outcome", ""),
            text=said.get("text", ""),
        ),
    )


@require_POST
@login_required
def needs(request: SignedRequest, pk: int) -> HttpResponse:
    said = request.POST
    matters = ", ".join(said.getlist("matters"))
    return carried_out(
        request,
        pk,
        Step.NEEDS,
        lambda one: one.ask(
            by=request.user, words=said.get("words", ""), picked=said.getlist("picked"), matters=matters
        ),
    )


@require_POST
@login_required
def products(request: SignedRequest, pk: int) -> HttpResponse:
    """With ``query`` the catalogue is looked through anew, and what was typed stays."""
    if "find" in request.POST or _is_search(request.POST):
        one = find_inquiry(request.user, pk)
        page = InquiryPage(request.user, one, Step.PRODUCTS, request.POST.get("query", ""), dict(request.POST.lists()))
        return render(request, "inquiry/show.html", {"page": page})
    return carried_out(request, pk, Step.PRODUCTS, lambda one: one.pick(_quantities(request.POST), by=request.user))


@require_POST
@login_required
def extra(request: SignedRequest, pk: int) -> HttpResponse:
    """«7:taken», «7:refused», or nothing: it was not offered."""
    product, _colon, result = request.POST.get("offer", "").partition(":")

    def offer(one: Inquiry) -> None:
        if not product:
            one.order(by=request.user)
            return
        found = Product.objects.filter(pk=number(product)).first()
        if found is None:
            raise invalid("product", "unknown-id", _("There is no such product."))
        how_many = number(request.POST.get("quantity", "")) or 1
        one.offer_extra(found, result, by=request.user, quantity=how_many if result == ItemState.TAKEN else 1)
        one.order(by=request.user)

    return carried_out(request, pk, Step.EXTRA, offer)


@require_POST
@login_required
def order(request: SignedRequest, pk: int) -> HttpResponse:
    said = request.POST

    def order_and_pay(one: Inquiry) -> None:
        one.order(by=request.user, amount=_amount(said.get("amount", "")))
        if said.get("way"):
            one.pay(said["way"], by=request.user)

    return carried_out(request, pk, Step.ORDER, order_and_pay)


@require_POST
@login_required
def farewell(request: SignedRequest, pk: int) -> HttpResponse:
    said, days = request.POST, number(request.POST.get("back", ""))
    channel, agreed = said.get("channel", ""), "agreed" in said
    invitation = Invitation(timezone.localdate() + timedelta(days=min(days, 3650)), channel, agreed) if days else None

    def hand_out(one: Inquiry) -> None:
        if said.get("reach"):
            one.introduce(by=request.user, reach=said["reach"])
        one.hand_out(by=request.user, invitation=invitation)

    return carried_out(request, pk, Step.FAREWELL, hand_out)


def carried_out(request: SignedRequest, pk: int, step: str, verb: Callable[[Inquiry], object]) -> HttpResponse:
    """The verb, all of it or nothing, and the step that comes after it."""
    one = find_inquiry(request.user, pk)
    try:
        with transaction.atomic():
            verb(one)
    except Refused as refused:
        page = InquiryPage(request.user, find_inquiry(request.user, pk), step, said=dict(request.POST.lists()))
        context = {"page": page, **refusal_context(request, refused)}
        return render(request, "inquiry/show.html", context, status=refused.status)
    return redirect("inquiry:show", pk)


def _is_search(said: Mapping[str, str]) -> bool:
    """Enter in the field of another product, with nothing taken yet."""
    return bool(said.get("query")) and not any(text for name, text in said.items() if name.startswith(QUANTITY))


def _quantities(said: Mapping[str, str]) -> dict[Product, int]:
    """Of what was on the page; a field left empty is nothing taken. Raises Invalid."""
    typed = {number(name.removeprefix(QUANTITY)): text for name, text in said.items() if name.startswith(QUANTITY)}
    products = Product.objects.in_bulk(list(typed))
    return {products[pk]: _how_many(text) for pk, text in typed.items() if pk in products}


def _how_many(text: str) -> int:
    text = "".join(text.split())
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else NOT_TYPED if text else 0


def _amount(text: str) -> Decimal | None:
    try:
        return Money.parse(text).amount if text.strip() else None
    except ValueError as wrong:
        raise invalid("amount", "sum-unclear", str(wrong)) from wrong
