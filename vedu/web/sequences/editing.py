"""/sequences/new/ and /7/edit/: heads write and change them."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vedu.foundation.refusal import Invalid
from vedu.sales.sequences.presets.install import install
from vedu.sales.sequences.sequence import Sequence
from vedu.web.sequences.editor import Editor
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, toast


@require_POST
@login_required
def ready(request: SignedRequest) -> HttpResponse:
    """Those that ship, where they are not there yet."""
    request.user.require_leading()
    install()
    return toast(request, redirect("sequences:index"), _("The ready sequences are here"))


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


def found(_request: SignedRequest, pk: int) -> Sequence:
    return get_object_or_404(Sequence.objects.with_steps(), pk=pk)


def edited(request: SignedRequest, one: Sequence | None) -> HttpResponse:
    """With ``do`` the rows are only put in another shape, and nothing is published yet."""
    if request.method != "POST":
        return shown(request, Editor.kept(one) if one else Editor())
    editor = Editor.said(request.POST, one)
    if "do" in request.POST:
        editor.arrange(request.POST["do"])
        return shown(request, editor)
    try:
        saved = editor.save(by=request.user)
    except Invalid as refused:
        editor.errors = [reason.sentence for reason in refused.reasons]
        return shown(request, editor, status=422)
    return toast(request, redirect("sequences:card", saved.pk), _("Published: %(name)s") % {"name": saved.name})


def shown(request: SignedRequest, editor: Editor, status: int = 200) -> HttpResponse:
    page = "sequences/_steps.html" if is_htmx(request) else "sequences/edit.html"
    return render(request, page, {"editor": editor}, status=status)
