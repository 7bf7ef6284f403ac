"""/playbooks/: heads make and change them."""

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.db.models import Count, Max
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vedu.foundation.refusal import Invalid
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.playbooks.playbook import Playbook
from vedu.sales.playbooks.presets.install import install
from vedu.web.playbooks.editor import Editor
from vedu.web.playbooks.question_rows import question_rows
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, toast


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    request.user.require_leading()
    versions = {"version": Max("versions__number"), "pipelines": Count("uses", distinct=True)}
    return render(request, "playbooks/index.html", {"playbooks": Playbook.objects.in_use().annotate(**versions)})


@require_POST
@login_required
def ready(request: SignedRequest) -> HttpResponse:
    """Those that ship, where they are not there yet."""
    request.user.require_leading()
    install(list(Pipeline.objects.in_use()))
    return toast(request, redirect("playbooks:index"), _("The ready playbooks are here"))


@require_http_methods(["GET", "POST"])
@login_required
def new(request: SignedRequest) -> HttpResponse:
    request.user.require_leading()
    return edited(request, None)


@require_http_methods(["GET", "POST"])
@login_required
def edit(request: SignedRequest, pk: int) -> HttpResponse:
    request.user.require_leading()
    return edited(request, get_object_or_404(Playbook.objects.in_use(), pk=pk))


@require_POST
@login_required
def archive(request: SignedRequest, pk: int) -> HttpResponse:
    request.user.require_leading()
    playbook = get_object_or_404(Playbook.objects.in_use(), pk=pk)
    playbook.archive(by=request.user)
    return toast(request, redirect("playbooks:index"), _("Not in use any more: %(name)s") % {"name": playbook.name})


def edited(request: SignedRequest, playbook: Playbook | None) -> HttpResponse:
    """With ``do`` the rows are only put in another shape, and nothing is published yet."""
    if request.method != "POST":
        return shown(request, Editor.kept(playbook, request.user) if playbook else Editor(request.user))
    editor = Editor.said(request.POST, request.user, playbook)
    if "do" in request.POST:
        editor.arrange(request.POST["do"])
        return shown(request, editor)
    try:
        with transaction.atomic():
            saved = editor.save()
    except Invalid as refused:
        editor.take(refused)
        return shown(request, editor, status=422)
    return toast(request, redirect("playbooks:edit", saved.pk), _("Published: %(name)s") % {"name": saved.name})


def shown(request: SignedRequest, editor: Editor, status: int = 200) -> HttpResponse:
    page = "playbooks/_steps.html" if is_htmx(request) else "playbooks/edit.html"
    language = get_language() or "en"
    steps = [(step, question_rows(step, place, request.path, language)) for place, step in enumerate(editor.steps)]
    return render(request, page, {"editor": editor, "steps": steps}, status=status)
