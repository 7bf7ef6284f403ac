"""/segments/: for heads."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vedu.clients.hold_rule import HoldRule
from vedu.clients.segments.segment import Segment
from vedu.foundation.refusal import Invalid
from vedu.web.segments.editor import Editor
from vedu.web.segments.rows import rows_of
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, toast


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    request.user.require_leading()
    rows = rows_of(list(Segment.objects.all()), request.user)
    return render(request, "segments/index.html", {"rows": rows})


@require_http_methods(["GET", "POST"])
@login_required
def new(request: SignedRequest) -> HttpResponse:
    request.user.require_leading()
    return edited(request, None)


@require_http_methods(["GET", "POST"])
@login_required
def edit(request: SignedRequest, pk: int) -> HttpResponse:
    request.user.require_leading()
    return edited(request, get_object_or_404(Segment, pk=pk))


@require_POST
@login_required
def removal(request: SignedRequest, pk: int) -> HttpResponse:
    request.user.require_leading()
    segment = get_object_or_404(Segment, pk=pk)
    segment.drop(by=request.user)
    return toast(request, redirect("segments:index"), _("The segment is no more: %(name)s") % {"name": segment.name})


def edited(request: SignedRequest, segment: Segment | None) -> HttpResponse:
    """With ``do`` the rows are only put in another shape, and nothing is saved yet."""
    if request.method != "POST":
        return shown(request, Editor.kept(segment, request.user) if segment else Editor(request.user))
    editor = Editor.said(request.POST, request.user, segment)
    if "do" in request.POST or is_htmx(request):
        editor.arrange(request.POST.get("do", ""))
        return shown(request, editor)
    try:
        saved = editor.save()
    except Invalid as refused:
        editor.take(refused)
        return shown(request, editor, status=422)
    return toast(request, redirect("segments:index"), _("Saved: %(name)s") % {"name": saved.name})


def shown(request: SignedRequest, editor: Editor, status: int = 200) -> HttpResponse:
    context = {"editor": editor, "rules": rules_with(editor.segment)}
    template = "segments/_conditions.html" if is_htmx(request) else "segments/edit.html"
    return render(request, template, context, status=status)


def rules_with(segment: Segment | None) -> list[HoldRule]:
    """Rules that go when the segment goes."""
    return list(HoldRule.objects.filter(segment=segment)) if segment else []
