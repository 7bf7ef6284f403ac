"""/objections/answers/: heads write and change the library."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vedu.foundation.refusal import Refused
from vedu.sales.objections.presets.install import install
from vedu.sales.objections.rebuttal import Against, Rebuttal
from vedu.web.objections.forms import AnswerForm
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast


@require_POST
@login_required
def ready(request: SignedRequest) -> HttpResponse:
    """Those that ship, where they are not there yet."""
    request.user.require_leading()
    install()
    return toast(request, redirect("objections:index"), _("The ready answers are here"))


@require_http_methods(["GET", "POST"])
@login_required
def new(request: SignedRequest) -> HttpResponse:
    request.user.require_leading()
    if request.method == "POST":
        return written(request, _write(request))
    kind = {"kind": request.GET.get("kind", ""), "against": Against.DOUBT}
    return render(request, "objections/edit.html", {"form": AnswerForm(initial=kind)})


@require_http_methods(["GET", "POST"])
@login_required
def edit(request: SignedRequest, pk: int) -> HttpResponse:
    request.user.require_leading()
    one = found(request, pk)
    if request.method == "POST":
        return written(request, _change(request, one), one)
    return shown(request, AnswerForm(initial=AnswerForm.words_of(one)), one)


def found(_request: SignedRequest, pk: int) -> Rebuttal:
    return get_object_or_404(Rebuttal.objects.select_related("latest"), pk=pk)


def written(request: SignedRequest, verb: Callable[[AnswerForm], object], one: Rebuttal | None = None) -> HttpResponse:
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            verb(form)
            return toast(request, redirect("objections:index"), _("Saved"))
        except Refused as refused:
            put_on(form, refused)
    return shown(request, form, one, status=422)


def shown(request: SignedRequest, form: AnswerForm, one: Rebuttal | None, status: int = 200) -> HttpResponse:
    return render(request, "objections/edit.html", {"form": form, "answer": one}, status=status)


def _write(request: SignedRequest) -> Callable[[AnswerForm], object]:
    def write(form: AnswerForm) -> object:
        said = form.cleaned_data
        return Rebuttal.write(said["kind"], form.wording, against=said["against"], by=request.user)

    return write


def _change(request: SignedRequest, one: Rebuttal) -> Callable[[AnswerForm], object]:
    return lambda form: one.change(form.wording, against=form.cleaned_data["against"], by=request.user)
