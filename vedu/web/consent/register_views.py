"""/consent/: the register of those who lead people, with what is done from it."""

from collections.abc import Iterator

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vedu.clients.consent.erasure_act import ErasureAct
from vedu.clients.consent.opt_out import OptOut
from vedu.clients.consent.papers import act_html
from vedu.clients.consent.request import SubjectRequest
from vedu.clients.contact_point import ContactPointKind
from vedu.foundation.people.user import User
from vedu.foundation.values.csv_text import MARK, line
from vedu.web.consent.asking import asking
from vedu.web.consent.forms import AnswerForm, BareOptOutForm, LiftingForm
from vedu.web.consent.register import Register
from vedu.web.consent.subject_views import done
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    return shown(request, Register(request.user, request.GET.dict()))


@require_GET
@login_required
def csv(request: SignedRequest) -> HttpResponse:
    """The whole list that is chosen, in the columns of the page."""
    request.user.require_leading()
    register = Register(request.user, request.GET.dict())
    headers = {"Content-Disposition": f'attachment; filename="{register.code}.csv"'}
    return HttpResponse("".join(lines(register)), content_type="text/csv; charset=utf-8", headers=headers)


def lines(register: Register) -> Iterator[str]:
    yield MARK + line(register.heads)
    for row in register.rows_up_to(None):
        yield line([cell.text for cell in row.cells])


@require_POST
@login_required
def opt_outs(request: SignedRequest) -> HttpResponse:
    """A bare phone or e-mail on the list."""
    request.user.require_leading()
    form = BareOptOutForm(request.POST)
    if done(form, lambda: put(form, request.user)):
        return toast(request, redirect("/consent/?list=opt-outs"), _("On the list: not to be disturbed"))
    return shown(request, Register(request.user, {"list": "opt-outs"}, sent_opt_out=form), status=422)


def put(form: BareOptOutForm, by: User) -> None:
    said = form.cleaned_data
    kind = ContactPointKind.EMAIL if said["email"] and not said["phone"] else ContactPointKind.PHONE
    OptOut.put(kind, said[kind], by=by, why=said["why"])


@require_http_methods(["GET", "POST"])
@login_required
def lifting(request: SignedRequest, pk: int) -> HttpResponse:
    request.user.require_leading()
    seen = OptOut.objects.visible_to(request.user).select_related("client__owner", "contact")
    row, form = get_object_or_404(seen, pk=pk), LiftingForm(request.POST if request.method == "POST" else None)
    if done(form, lambda: row.lift(by=request.user, why=form.cleaned_data["why"])):
        return toast(request, redirect("/consent/?list=opt-outs"), _("Off the list"))
    return asking(request, form, _("Take off the list of opt-outs"), _("Take off the list"))


@require_http_methods(["GET", "POST"])
@login_required
def completion(request: SignedRequest, pk: int) -> HttpResponse:
    request.user.require_leading()
    seen = SubjectRequest.objects.visible_to(request.user).select_related("client__owner", "contact")
    asked, form = get_object_or_404(seen, pk=pk), AnswerForm(request.POST if request.method == "POST" else None)
    if done(form, lambda: asked.complete(by=request.user, result=form.cleaned_data["result"])):
        return toast(request, redirect("consent:index"), _("The request is answered"))
    hint = _("Everything about the person and erasure are in the menu beside the person on the client's card.")
    return asking(request, form, asked.subject.name, _("Answer the request"), hint)


@require_GET
@login_required
def act(request: SignedRequest, pk: int) -> HttpResponse:
    """For printing and signing."""
    return HttpResponse(act_html(act_of(request.user, pk)))


@require_GET
@login_required
def log(request: SignedRequest, pk: int) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="act-{pk}-log.jsonl"'}
    content = act_of(request.user, pk).log_text
    return HttpResponse(content, content_type="application/x-ndjson; charset=utf-8", headers=headers)


def act_of(user: User, pk: int) -> ErasureAct:
    user.require_leading()
    return get_object_or_404(ErasureAct.objects.visible_to(user).select_related("by"), pk=pk)


def shown(request: SignedRequest, register: Register, status: int = 200) -> HttpResponse:
    request.user.require_leading()
    return render(request, "consent/index.html", {"page": register}, status=status)
