"""/signals/: heads keep the checklist and its weights."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vedu.foundation.refusal import Refused
from vedu.sales.signals import presets
from vedu.sales.signals.buying_signal import BuyingSignal
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast
from vedu.web.signals.forms import SignalForm

USUAL_WEIGHT = 20


@require_http_methods(["GET", "POST"])
@login_required
def index(request: SignedRequest) -> HttpResponse:
    request.user.require_leading()
    if request.method != "POST":
        return shown(request)
    return kept(request, lambda said: BuyingSignal.add(said["name"], said["weight"], by=request.user))


@require_POST
@login_required
def change(request: SignedRequest, pk: int) -> HttpResponse:
    request.user.require_leading()
    one = found(request, pk)
    return kept(request, lambda said: one.change(said["name"], said["weight"], by=request.user), pk)


@require_POST
@login_required
def ready(request: SignedRequest) -> HttpResponse:
    """Those that ship, where they are not there yet."""
    request.user.require_leading()
    presets.install()
    return toast(request, redirect("signals:index"), _("The ready signals are here"))


def found(_request: SignedRequest, pk: int) -> BuyingSignal:
    return get_object_or_404(BuyingSignal, pk=pk)


def kept(request: SignedRequest, verb: Callable[[dict[str, Any]], object], pk: int | None = None) -> HttpResponse:
    form = SignalForm(request.POST, prefix=_prefix(pk))
    if form.is_valid():
        try:
            verb(form.cleaned_data)
            return toast(request, redirect("signals:index"), _("Saved"))
        except Refused as refused:
            put_on(form, refused)
    return shown(request, form, pk, status=422)


def shown(
    request: SignedRequest, sent: SignalForm | None = None, pk: int | None = None, status: int = 200
) -> HttpResponse:
    """With the form that was sent, and its faults, in its place."""
    offered, retired = BuyingSignal.objects.in_use(), BuyingSignal.objects.filter(is_retired=True)
    rows = [(one, sent if sent and one.pk == pk else SignalForm.of(one, _prefix(one.pk))) for one in offered]
    new = sent if sent and pk is None else SignalForm(prefix=_prefix(None), initial={"weight": USUAL_WEIGHT})
    return render(request, "signals/index.html", {"rows": rows, "new": new, "retired": retired}, status=status)


def _prefix(pk: int | None) -> str:
    return f"signal-{pk}" if pk else "new"
