"""A product: its card, its facts, in and out of the catalogue, its reviews."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vedu.foundation.refusal import Refused
from vedu.sales.catalogue.product import Product
from vedu.web.catalogue.card import Card
from vedu.web.catalogue.product_form import ProductForm
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast


@require_GET
@login_required
def product(request: SignedRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Product.objects.select_related("category", "responsible"), pk=pk)
    return render(request, "catalogue/product.html", {"card": Card(found, request.user)})


@require_http_methods(["GET", "POST"])
@login_required
def new(request: SignedRequest) -> HttpResponse:
    request.user.require_leading()
    if request.method != "POST":
        return _shown(request, ProductForm(initial={"review_days": 90, "responsible": request.user}))
    form = ProductForm(request.POST)
    made = _kept(form, lambda: Product.add(by=request.user, **form.facts(request.user)))
    if made is None:
        return _shown(request, form, status=422)
    return toast(request, redirect("catalogue:product", made.pk), _("In the catalogue: %(name)s") % {"name": made.name})


@require_http_methods(["GET", "POST"])
@login_required
def edit(request: SignedRequest, pk: int) -> HttpResponse:
    request.user.require_leading()
    one = get_object_or_404(Product.objects.select_related("category", "responsible"), pk=pk)
    if request.method != "POST":
        return _shown(request, ProductForm.of(one, get_language() or "en"), one)
    form = ProductForm(request.POST)

    def described() -> Product:
        one.describe(by=request.user, **form.facts(request.user))
        return one

    if _kept(form, described) is None:
        return _shown(request, form, get_object_or_404(Product, pk=pk), status=422)
    return toast(request, redirect("catalogue:product", pk), _("Saved"))


@require_POST
@login_required
def withdrawal(request: SignedRequest, pk: int) -> HttpResponse:
    one = get_object_or_404(Product, pk=pk)
    one.withdraw(by=request.user)
    return toast(request, redirect("catalogue:product", pk), _("Out of the catalogue: %(name)s") % {"name": one.name})


@require_POST
@login_required
def restoration(request: SignedRequest, pk: int) -> HttpResponse:
    one = get_object_or_404(Product, pk=pk)
    one.offer_again(by=request.user)
    return toast(request, redirect("catalogue:product", pk), _("In the catalogue: %(name)s") % {"name": one.name})


@require_POST
@login_required
def reviews(request: SignedRequest, pk: int) -> HttpResponse:
    """All that is known was read and is right."""
    one = get_object_or_404(Product, pk=pk)
    one.confirm_review(by=request.user, note=request.POST.get("note", ""))
    return toast(request, redirect("catalogue:product", pk), _("Reviewed"))


def _kept(form: ProductForm, verb: Callable[[], Product]) -> Product | None:
    """None where the form came back with its errors."""
    if form.is_valid():
        try:
            with transaction.atomic():
                return verb()
        except Refused as refused:
            put_on(form, refused)
    return None


def _shown(request: SignedRequest, form: ProductForm, one: Product | None = None, status: int = 200) -> HttpResponse:
    return render(request, "catalogue/edit.html", {"form": form, "product": one}, status=status)
