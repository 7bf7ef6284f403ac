"""A stage goes: the dialog that asks where its deals go, a page without scripts."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vedu.foundation.refusal import Refused
from vedu.sales.deals.pipeline import Stage
from vedu.sales.pipelines.authority import require_arranging
from vedu.sales.pipelines.stage_deletion import delete_stage
from vedu.sales.pipelines.standing_deals import standing_in
from vedu.web.pipelines.forms import DeletionForm
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import close_ask, is_htmx, tell, toast


@require_http_methods(["GET", "POST"])
@login_required
def deletion(request: SignedRequest, pk: int, stage_id: int) -> HttpResponse:
    stage = get_object_or_404(Stage.objects.select_related("pipeline"), pk=stage_id, pipeline=pk)
    require_arranging(stage.pipeline, request.user)
    form = DeletionForm(request.POST if request.method == "POST" else None, stage=stage)
    if request.method == "POST" and form.is_valid():
        try:
            delete_stage(stage, by=request.user, into=form.cleaned_data["into"])
            return _gone(request, stage)
        except Refused as refused:
            put_on(form, refused)
    return _asked(request, stage, form)


def _gone(request: SignedRequest, stage: Stage) -> HttpResponse:
    """The editor hears of it and shows itself anew, with what was typed."""
    words = _("The stage is deleted: %(stage)s") % {"stage": stage.name}
    if is_htmx(request):
        return tell(close_ask(toast(request, HttpResponse(), words)), **{"stage:deleted": {}})
    return toast(request, redirect("pipelines:editor", stage.pipeline_id), words)


def _asked(request: SignedRequest, stage: Stage, form: DeletionForm) -> HttpResponse:
    standing = standing_in(stage)
    context = {
        "stage": stage,
        "form": form,
        "standing": standing,
        "closed": standing.deals - standing.in_work,
        "is_last": not stage.pipeline.stages.exclude(pk=stage.pk).exists(),
    }
    template = "pipelines/_deletion.html" if is_htmx(request) else "pipelines/deletion.html"
    return render(request, template, context, status=422 if form.errors else 200)
