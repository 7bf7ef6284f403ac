"""/pipelines/: heads look, those who run the whole company make and archive."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vedu.foundation.refusal import Refused
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.pipelines import archiving
from vedu.sales.pipelines.authority import makes_pipelines, require_making
from vedu.sales.pipelines.making import make
from vedu.web.pipelines.forms import NewPipelineForm
from vedu.web.pipelines.rows import pipeline_rows
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast


@require_http_methods(["GET", "POST"])
@login_required
def index(request: SignedRequest) -> HttpResponse:
    request.user.require_leading()
    if request.method == "GET":
        return _shown(request, NewPipelineForm())
    require_making(request.user)
    form = NewPipelineForm(request.POST)
    if form.is_valid():
        try:
            made = make(by=request.user, **form.cleaned_data)
            words = _("The pipeline is there: look at its stages")
            return toast(request, redirect("pipelines:editor", made.pk), words)
        except Refused as refused:
            put_on(form, refused)
    return _shown(request, form, status=422)


@require_POST
@login_required
def archive(request: SignedRequest, pk: int) -> HttpResponse:
    pipeline = get_object_or_404(Pipeline, pk=pk)
    archiving.archive(pipeline, by=request.user)
    return toast(request, redirect("pipelines:index"), _("In the archive: %(pipeline)s") % {"pipeline": pipeline.name})


@require_POST
@login_required
def restoration(request: SignedRequest, pk: int) -> HttpResponse:
    pipeline = get_object_or_404(Pipeline, pk=pk)
    archiving.restore(pipeline, by=request.user)
    words = _("In use again: %(pipeline)s") % {"pipeline": pipeline.name}
    return toast(request, redirect("pipelines:editor", pk), words)


def _shown(request: SignedRequest, form: NewPipelineForm, status: int = 200) -> HttpResponse:
    rows = pipeline_rows()
    context = {
        "form": form,
        "rows": [row for row in rows if not row.is_archived],
        "archived": [row for row in rows if row.is_archived],
        "may_change": makes_pipelines(request.user),
    }
    return render(request, "pipelines/index.html", context, status=status)
