"""The short check of a product: a seller takes it, reads what was wrong; a head writes it."""

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vedu.foundation.refusal import Invalid, Missing, Reason
from vedu.sales.catalogue.attempt import CheckAttempt
from vedu.sales.catalogue.check import KnowledgeCheck
from vedu.sales.catalogue.product import Product
from vedu.web.catalogue.check_editor import CheckEditor
from vedu.web.catalogue.check_sheet import said, sheet_of
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast


@require_http_methods(["GET", "POST"])
@login_required
def take(request: SignedRequest, pk: int) -> HttpResponse:
    request.user.require_selling()
    product = get_object_or_404(Product, pk=pk)
    check = product.asked_check
    if check is None:
        sentence = _("This product has no check: read its card, that is enough.")
        raise Missing(Reason("check-missing", sentence, {"product": pk}))
    if request.method != "POST":
        return _asked(request, product, check, {}, {})
    chosen, number = said(request.POST, check), request.POST.get("number", "")
    try:
        version = int(number) if number.isascii() and number.isdigit() else 0
        made = CheckAttempt.take(product, chosen, number=version, by=request.user)
    except Invalid as refused:
        wrong = {reason.facts["row"]: reason.sentence for reason in refused.reasons}
        return _asked(request, product, check, chosen, wrong, status=422)
    return redirect("catalogue:attempt", made.pk)


@require_GET
@login_required
def attempt(request: SignedRequest, pk: int) -> HttpResponse:
    """What was right and what was not, with the explanations."""
    seen = CheckAttempt.objects.seen_by(request.user).select_related("product", "check_asked", "person")
    return render(request, "catalogue/attempt.html", {"attempt": get_object_or_404(seen, pk=pk)})


@require_http_methods(["GET", "POST"])
@login_required
def edit(request: SignedRequest, pk: int) -> HttpResponse:
    request.user.require_leading()
    product = get_object_or_404(Product, pk=pk)
    if request.method != "POST":
        return _edited(request, CheckEditor.kept(product, request.user))
    editor = CheckEditor.said(request.POST, product, request.user)
    with transaction.atomic():
        is_saved = editor.save()
    if not is_saved:
        return _edited(request, editor, status=422)
    return toast(request, redirect("catalogue:product", pk), _("The check is published"))


@require_POST
@login_required
def withdrawal(request: SignedRequest, pk: int) -> HttpResponse:
    get_object_or_404(Product, pk=pk).withdraw_check(by=request.user)
    return toast(request, redirect("catalogue:product", pk), _("Nobody is asked any more"))


def _asked(
    request: SignedRequest,
    product: Product,
    check: KnowledgeCheck,
    chosen: dict[int, int],
    wrong: dict[int, str],
    status: int = 200,
) -> HttpResponse:
    context = {"product": product, "check": check, "sheet": sheet_of(check, chosen, wrong)}
    return render(request, "catalogue/check.html", context, status=status)


def _edited(request: SignedRequest, editor: CheckEditor, status: int = 200) -> HttpResponse:
    return render(request, "catalogue/check_edit.html", {"editor": editor}, status=status)
