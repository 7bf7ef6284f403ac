"""/pipelines/<id>/: a pipeline and its stages. Every button sends the whole form, so that nothing typed is lost."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vedu.foundation.refusal import Refused
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.pipelines.authority import require_arranging
from vedu.sales.pipelines.stage_order import add_stage, stand_at
from vedu.web.pipelines.editor import Editor
from vedu.web.shell.form_refusal import put_on
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
    require_arranging(request.user)
    sent = Editor(pipeline, request.user, request.POST)
    if request.POST.get("do") == KEEP:
        return shown(request, sent)
    if not sent.save():
        return shown(request, sent, status=422)
    words = _("Saved: %(pipeline)s") % {"pipeline": pipeline.name}
    if is_htmx(request):
        return toast(request, shown(request, Editor(_found(request, pk), request.user)), words)
    return toast(request, redirect("pipelines:editor", pk), words)


@require_POST
@login_required
def stages(request: SignedRequest, pk: int) -> HttpResponse:
    """One more."""
    pipeline = _found(request, pk)
    require_arranging(request.user)
    sent = Editor(pipeline, request.user, request.POST, new_sent=request.POST)
    if sent.new.is_valid():
        try:
            stage = add_stage(pipeline, by=request.user, name=sent.new.cleaned_data["name"], place=sent.new.place)
            return changed(request, pk, _("The stage is there: %(stage)s") % {"stage": stage.name})
        except Refused as refused:
            put_on(sent.new, refused)
    return shown(request, sent, status=422)


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
    return changed(request, pk, words, told=say)


Teller = Callable[[HttpResponse, str], HttpResponse]


def changed(request: SignedRequest, pk: int, words: str, told: Teller | None = None) -> HttpResponse:
    """The editor after a verb, with what was typed and is not saved yet."""
    after = Editor(_found(request, pk), request.user, request.POST)
    if is_htmx(request):
        response = shown(request, after)
        return told(response, words) if told else toast(request, response, words)
    if after.is_typed:
        return shown(request, after)
    return toast(request, redirect("pipelines:editor", pk), words)


def shown(request: SignedRequest, editor: Editor, status: int = 200) -> HttpResponse:
    template = "pipelines/_editor.html" if is_htmx(request) else "pipelines/editor.html"
    return render(request, template, {"editor": editor}, status=status)


def _found(request: SignedRequest, pk: int) -> Pipeline:
    request.user.require_leading()
    return get_object_or_404(Pipeline, pk=pk)
