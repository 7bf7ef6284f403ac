"""What the client said and who decides there: needs, objections, the committee, recorded evidence."""

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vedu.sales.catalogue.product import Product
from vedu.sales.objections.rebuttal import RebuttalVersion
from vedu.sales.talk.closing_offer import offer_closing
from vedu.sales.talk.committee import CommitteeMember
from vedu.sales.talk.need import Need, NeedPriority
from vedu.sales.talk.objection import Objection, ObjectionKind, ObjectionResult
from vedu.web.deal.chosen_person import chosen_person
from vedu.web.deal.finding import find_deal
from vedu.web.deal.parts import changed
from vedu.web.shell.signed import SignedRequest


@login_required
@require_POST
def needs(request: SignedRequest, deal_id: int) -> HttpResponse:
    deal, form = find_deal(request, deal_id), request.POST
    Need.note(
        deal,
        words=form.get("words", ""),
        problem=form.get("problem", ""),
        current_solution=form.get("current_solution", ""),
        priority=form.get("priority") or NeedPriority.IMPORTANT,
        by=request.user,
    )
    return changed(request, deal, "needs", "path", "help", "timeline", said=_("Need written down"))


@login_required
@require_POST
def confirmation(request: SignedRequest, need_id: int) -> HttpResponse:
    need = get_object_or_404(Need, pk=need_id)
    need.deal = find_deal(request, need.deal_id)
    need.confirm(by=request.user)
    return changed(request, need.deal, "needs", "path", "help", "timeline", said=_("Need confirmed"))


@login_required
@require_POST
def objections(request: SignedRequest, deal_id: int) -> HttpResponse:
    deal, form = find_deal(request, deal_id), request.POST
    Objection.note(
        deal,
        text=form.get("text", ""),
        kind=form.get("kind") or ObjectionKind.OTHER,
        is_indecision="is_indecision" in form,
        by=request.user,
    )
    return changed(request, deal, "objections", "path", "timeline", said=_("Objection written down"))


@login_required
@require_POST
def closing_offer(request: SignedRequest, deal_id: int) -> HttpResponse:
    deal = find_deal(request, deal_id)
    offer_closing(deal, by=request.user)
    return changed(
        request,
        deal,
        "objections",
        "next",
        "composer_step",
        "timeline",
        said=_("Contract and invoice are planned for today"),
    )


@login_required
@require_POST
def reply(request: SignedRequest, objection_id: int) -> HttpResponse:
    objection, form = get_object_or_404(Objection, pk=objection_id), request.POST
    objection.deal = deal = find_deal(request, objection.deal_id)
    objection.reply(
        answer=form.get("answer", ""),
        version=_version(form.get("version", "")),
        result=form.get("result") or ObjectionResult.ANSWERED,
        cause=form.get("cause", ""),
        is_indecision={"yes": True, "no": False}.get(form.get("is_indecision", "")),
        by=request.user,
    )
    return changed(request, deal, "objections", "path", "timeline", said=_("Answer written down"))


@login_required
@require_POST
def committee(request: SignedRequest, deal_id: int) -> HttpResponse:
    """A person of the client, known or new, and the role he plays in this purchase (BASE-4)."""
    deal, form = find_deal(request, deal_id), request.POST
    deal.require_work(request.user)
    with transaction.atomic():
        contact = chosen_person(deal, form.dict(), request.user)
        role, note = form.get("role", ""), form.get("note", "")
        CommitteeMember.name_role(deal, contact, role, note=note, by=request.user)
    return changed(request, deal, "committee", "path", "next", "composer_contact", "timeline", said=_("Role kept"))


@login_required
@require_POST
def evidence(request: SignedRequest, deal_id: int) -> HttpResponse:
    deal, form = find_deal(request, deal_id), request.POST
    chosen = list(Need.objects.filter(deal=deal, pk__in=filter(str.isdigit, form.getlist("needs"))))
    deal.record_evidence(
        form.get("kind", ""),
        note=form.get("note", ""),
        needs=chosen,
        products=_products(form) if "products_asked" in form else None,
        override_reason=form.get("override_reason", ""),
        by=request.user,
    )
    return changed(request, deal, "help", "path", "timeline", said=_("Evidence recorded"))


def _products(form: QueryDict) -> list[Product]:
    return list(Product.objects.filter(pk__in=filter(str.isdigit, form.getlist("products"))))


def _version(chosen: str) -> RebuttalVersion | None:
    """The answer of the library as it was shown; none where the seller answered in his own words."""
    if not chosen:
        return None
    versions = RebuttalVersion.objects.select_related("rebuttal")
    return get_object_or_404(versions, pk=chosen if chosen.isascii() and chosen.isdigit() else 0)
