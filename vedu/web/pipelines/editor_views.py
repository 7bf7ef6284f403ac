"""/pipelines/<id>/: a pipeline and its stages. Every button sends the whole form, so that nothing typed is lost."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.pipelines.authority import require_arranging
from vedu.sales.pipelines.stage_order import stand_at
from vedu.web.pipelines.editor import Editor
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, say, toast

KEEP = "keep"


@require_http_methods(["GET", "POST"])
@login_required
def editor(request: SignedRequest, pk: int) -> HttpResponse:
    """With ``do`` keep nothing is saved: the page is shown anew with what was typed."""
    pipeline = _found(request, pk)
    if request.method == "GET":
        return shown(request, Editor(pipeline, request.user))
    require_arranging(pipeline, request.user)
    sent = Editor(pipeline, request.user, request.POST)
    if request.POST.get("do") == KEEP:
        return shown(request, sent)
    if not sent.save():
        return shown(request, sent, status=422)
    words = _("Saved: %(pipeline)s") % {"pipeline": pipeline.name}
    if is_htmx(request):
        return toast(request, shown(request, Editor(_found(request, pk), request.user), is_saved=True), words)
    return toast(request, redirect("pipelines:editor", pk), words)


@require_POST
@login_required
def stages(request: SignedRequest, pk: int) -> HttpResponse:
    """One more."""
    pipeline = _found(request, pk)
    require_arranging(pipeline, request.user)
    sent = Editor(pipeline, request.user, request.POST)
    if not (sent.new.is_valid() and sent.add()):
        return shown(request, sent, status=422)
    words = _("The stage is there: %(stage)s") % {"stage": sent.new.cleaned_data["name"]}
    return changed(request, Editor(_found(request, pk), request.user, request.POST, is_added=True), words)


@require_POST
@login_required
def place(request: SignedRequest, pk: int, stage_id: int) -> HttpResponse:
    """One place up or down."""
    pipeline = _found(request, pk)
    stage = get_object_or_404(pipeline.stages, pk=stage_id)
    order = [one.pk for one in pipeline.stages.all()]
    step = -1 if request.POST.get("step") == "up" else 1
    stand_at(stage, order.index(stage.pk) + step, by=request.user)
    words = _("“%(stage)s” is stage %(place)d now") % {"stage": stage.name, "place": stage.position + 1}
    return changed(request, Editor(_found(request, pk), request.user, request.POST), words)


def changed(request: SignedRequest, after: Editor, words: str) -> HttpResponse:
    """The editor after a verb, with what was typed and is not saved yet."""
    if is_htmx(request):
        return say(shown(request, after), words)
    if after.is_typed:
        return shown(request, after)
    return toast(request, redirect("pipelines:editor", after.pipeline.pk), words)


def shown(request: SignedRequest, editor: Editor, status: int = 200, *, is_saved: bool = False) -> HttpResponse:
    """``is_saved``: the heading may have another name now."""
    template = "pipelines/_editor.html" if is_htmx(request) else "pipelines/editor.html"
    return render(request, template, {"editor": editor, "is_saved": is_saved}, status=status)


def _found(request: SignedRequest, pk: int) -> Pipeline:
    request.user.require_leading()
    return get_object_or_404(Pipeline, pk=pk)
