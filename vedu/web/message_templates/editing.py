"""/message-templates/new/ and /7/: written, tried on a client, published."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vedu.foundation.refusal import Refused
from vedu.sales.message_templates.honesty import warnings_in
from vedu.sales.message_templates.message_template import MessageTemplate
from vedu.sales.message_templates.presets.install import install, spoken
from vedu.web.message_templates.forms import TemplateForm
from vedu.web.message_templates.preview import Preview
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast


@require_POST
@login_required
def ready(request: SignedRequest) -> HttpResponse:
    """Those that ship in the person's language, where they are not there yet."""
    request.user.require_leading()
    install()
    return toast(request, redirect("message_templates:index"), _("The ready templates are here"))


@require_http_methods(["GET", "POST"])
@login_required
def new(request: SignedRequest) -> HttpResponse:
    request.user.require_selling()
    if request.method == "POST":
        return written(request, None)
    beginning = {"language": spoken(), "is_team": request.user.is_leading, "channel": request.GET.get("channel", "")}
    return shown(request, TemplateForm(initial=beginning), None)


@require_http_methods(["GET", "POST"])
@login_required
def edit(request: SignedRequest, pk: int) -> HttpResponse:
    """Whoever may not change it still reads it whole and tries it on a client."""
    one = found(request, pk)
    if request.method == "POST":
        return written(request, one)
    return shown(request, TemplateForm(initial=TemplateForm.words_of(one)), one)


@require_POST
@login_required
def preview(request: SignedRequest) -> HttpResponse:
    """How what is typed now reads to one client; nothing is kept."""
    return render(request, "message_templates/_preview.html", {"preview": Preview.said(request.POST, request.user)})


def found(request: SignedRequest, pk: int) -> MessageTemplate:
    seen = MessageTemplate.objects.visible_to(request.user).select_related("latest")
    try:
        return get_object_or_404(seen, pk=pk)
    except Http404:
        raise Http404(_("There is no such template, or it is a colleague’s own.")) from None


def written(request: SignedRequest, one: MessageTemplate | None) -> HttpResponse:
    form = TemplateForm(request.POST)
    if form.is_valid():
        try:
            kept = save(request, form, one)
        except Refused as refused:
            put_on(form, refused)
        else:
            return published(request, form, kept)
    return shown(request, form, one, status=422)


def save(request: SignedRequest, form: TemplateForm, one: MessageTemplate | None) -> MessageTemplate:
    said = form.cleaned_data
    if one is None:
        facts = {"by": request.user, "is_team": said["is_team"]}
        return MessageTemplate.write(said["name"], form.purpose, form.wording, **facts)
    one.change(said["name"], form.purpose, form.wording, by=request.user)
    return one


def published(request: SignedRequest, form: TemplateForm, kept: MessageTemplate) -> HttpResponse:
    """Kept; where its words may mislead a client the page stays and says it."""
    if warnings_in(form.wording.whole):
        return toast(request, redirect("message_templates:edit", kept.pk), _("Saved, but read the warnings"))
    return toast(request, redirect("message_templates:index"), _("Saved"))


def shown(request: SignedRequest, form: TemplateForm, one: MessageTemplate | None, status: int = 200) -> HttpResponse:
    user = request.user
    may_change = one is None or (user.is_leading if one.is_team else one.owner_id == user.pk)
    wording = {name: form[name].value() or "" for name in ("subject", "text", "language")}
    preview = Preview.said(request.POST or wording, user)
    context = {"form": form, "template": one, "may_change": may_change, "preview": preview}
    return render(request, "message_templates/edit.html", context, status=status)
