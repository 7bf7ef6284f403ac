"""/imports/: the runs so far, and the place to drop a file."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from vedu.clients.imports import preparing, uploads
from vedu.clients.imports.run import ImportRun
from vedu.foundation.refusal import Refused
from vedu.web.imports.forms import UploadForm
from vedu.web.imports.rows import rows
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest


@require_http_methods(["GET", "POST"])
@login_required
def index(request: SignedRequest) -> HttpResponse:
    request.user.require_selling()
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_valid():
        try:
            return redirect("imports:run", begin(request, form).pk)
        except Refused as refused:
            put_on(form, refused)
    runs = ImportRun.objects.visible_to(request.user).select_related("by")[:50]
    context = {"form": form, "rows": rows(runs, request.user)}
    return render(request, "imports/index.html", context, status=422 if form.errors else 200)


def begin(request: SignedRequest, form: UploadForm) -> ImportRun:
    """A file that cannot be read is not kept."""
    file = form.cleaned_data["file"]
    path = uploads.keep(file.name, file.chunks())
    try:
        return preparing.begin(path, by=request.user, file_name=file.name)
    except Refused:
        path.unlink()
        raise
