"""/checklists/: heads keep them."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vedu.foundation.refusal import Invalid
from vedu.sales.checklists import presets
from vedu.sales.checklists.checklist import Checklist
from vedu.web.checklists.editor import Editor
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    request.user.require_leading()
    return render(request, "checklists/index.html", {"lists": list(Checklist.objects.all())})


@require_POST
@login_required
def ready(request: SignedRequest) -> HttpResponse:
    """Those that ship, where they are not there yet."""
    request.user.require_leading()
    presets.install()
    return toast(request, redirect("checklists:index"), _("The ready checklists are here"))


@require_http_methods(["GET", "POST"])
@login_required
def new(request: SignedRequest) -> HttpResponse:
    request.user.require_leading()
    return edited(request, None)


@require_http_methods(["GET", "POST"])
@login_required
def edit(request: SignedRequest, pk: int) -> HttpResponse:
    request.user.require_leading()
    return edited(request, found(request, pk))


def found(_request: SignedRequest, pk: int) -> Checklist:
    return get_object_or_404(Checklist, pk=pk)


def edited(request: SignedRequest, one: Checklist | None) -> HttpResponse:
    if request.method != "POST":
        return shown(request, Editor.kept(one) if one else Editor())
    editor = Editor.said(request.POST, one)
    try:
        editor.save(by=request.user)
    except Invalid as refused:
        editor.errors = [reason.sentence for reason in refused.reasons]
        return shown(request, editor, status=422)
    return toast(request, redirect("checklists:index"), _("Saved"))


def shown(request: SignedRequest, editor: Editor, status: int = 200) -> HttpResponse:
    return render(request, "checklists/edit.html", {"editor": editor}, status=status)
