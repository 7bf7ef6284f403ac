"""/consent/<person|client>/<id>/…: the menu beside a person on the client's card."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.forms import BaseForm
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_GET, require_http_methods

from vedu.clients.consent.consent import Consent
from vedu.clients.consent.dossier import hand_over
from vedu.clients.consent.erasing import Rehearsal, erase, rehearse
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.papers import dossier_name, dossier_zip
from vedu.clients.consent.request import SubjectRequest
from vedu.clients.consent.subject import Subject
from vedu.foundation.refusal import Refused
from vedu.web.clients.asking import asking
from vedu.web.clients.changed import changed
from vedu.web.consent.forms import ErasingForm, GivingForm, ObjectingForm, RequestForm, WithdrawingForm, moment_of
from vedu.web.consent.whose import subject_at
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest

FIELDS = {"channels": "call", "given_at": "given_on", "received_at": "received_on"}


@require_http_methods(["GET", "POST"])
@login_required
def consents(request: SignedRequest, kind: str, pk: int) -> HttpResponse:
    subject = subject_at(request.user, kind, pk)
    form = GivingForm(request.POST or None)
    if done(form, lambda: Consent.give(subject, form.channels, by=request.user, **form.facts)):
        return changed(request, subject.client, _("Written down"))
    hint = _("Consent names the text in force on that day.")
    return asking(request, subject.client, form, _("Consent or a ground: %(name)s") % {"name": subject.name},
                  _("Write it down"), hint)  # fmt: skip


@require_http_methods(["GET", "POST"])
@login_required
def withdrawals(request: SignedRequest, kind: str, pk: int) -> HttpResponse:
    subject = subject_at(request.user, kind, pk)
    standing = list(Consent.objects.of(subject).standing().select_related("client__owner", "contact"))
    form = WithdrawingForm(request.POST if request.method == "POST" else None, standing=standing)
    if done(form, lambda: withdraw(request, subject, form, standing)):
        return changed(request, subject.client, pgettext("consent", "Withdrawn"))
    return asking(
        request, subject.client, form, _("Withdraw: %(name)s") % {"name": subject.name}, pgettext("consent", "Withdraw")
    )


def withdraw(request: SignedRequest, subject: Subject, form: BaseForm, standing: list[Consent]) -> None:
    what, why = form.cleaned_data["what"], form.cleaned_data["why"]
    if not what:
        Consent.withdraw_all(subject, by=request.user, why=why)
    for consent in standing:
        if what == str(consent.pk):
            consent.withdraw(by=request.user, why=why)


@require_http_methods(["GET", "POST"])
@login_required
def objection(request: SignedRequest, kind: str, pk: int) -> HttpResponse:
    subject = subject_at(request.user, kind, pk)
    form = ObjectingForm(request.POST if request.method == "POST" else None)
    verb = lambda: object_to(subject, by=request.user, channels=form.channels, why=form.cleaned_data["why"])  # noqa: E731
    if done(form, verb):
        return changed(request, subject.client, _("On the list: not to be disturbed"))
    hint = _("No channel ticked: all of them. It holds at once; what was agreed to is withdrawn.")
    title = _("Do not disturb any more: %(name)s") % {"name": subject.name}
    return asking(request, subject.client, form, title, _("Put on the list"), hint)


@require_http_methods(["GET", "POST"])
@login_required
def requests(request: SignedRequest, kind: str, pk: int) -> HttpResponse:
    subject = subject_at(request.user, kind, pk)
    form = RequestForm(request.POST or None)
    if done(form, lambda: receive(request, subject, form.cleaned_data)):
        return changed(request, subject.client, _("The request is written down"))
    hint = _("Heads see it in the register with the days that are left.")
    return asking(request, subject.client, form, _("Request: %(name)s") % {"name": subject.name},
                  _("Write the request down"), hint)  # fmt: skip


def receive(request: SignedRequest, subject: Subject, said: dict[str, Any]) -> None:
    received_at = moment_of(said["received_on"])
    SubjectRequest.receive(subject, said["kind"], by=request.user, words=said["words"], received_at=received_at)


@require_GET
@login_required
def dossier(request: SignedRequest, kind: str, pk: int) -> HttpResponse:
    """One ZIP; in the language of the page, or ``?language=``."""
    found = hand_over(subject_at(request.user, kind, pk), by=request.user)
    headers = {"Content-Disposition": f'attachment; filename="{dossier_name(found)}"', "Cache-Control": "no-store"}
    language = request.GET.get("language", "")
    content = dossier_zip(found, language if language in ("ru", "en") else "")
    return HttpResponse(content, content_type="application/zip", headers=headers)


@require_http_methods(["GET", "POST"])
@login_required
def erasure(request: SignedRequest, kind: str, pk: int) -> HttpResponse:
    """Asks with the count of what will go."""
    subject = subject_at(request.user, kind, pk)
    form = ErasingForm(request.POST or None)
    if done(form, lambda: erase_said(request, subject, form.cleaned_data)):
        return changed(request, subject.client, _("Erased; the act is in the register"))
    hint = words_of(rehearse(subject, by=request.user))
    return asking(
        request, subject.client, form, _("Erase: %(name)s") % {"name": subject.name}, _("Erase for ever"), hint
    )


def erase_said(request: SignedRequest, subject: Subject, said: dict[str, Any]) -> None:
    erase(subject, by=request.user, ground=said["ground"], why=said["why"])


def words_of(rehearsal: Rehearsal) -> str:
    """«Изменятся или уйдут 27 строк: …. Останется: …»."""
    rows = rehearsal.rows
    what = ", ".join(f"{one['title']}\u00a0{one['rows']}" for one in rehearsal.categories)
    going = ngettext("%(rows)d row will change or go: %(what)s.", "%(rows)d rows will change or go: %(what)s.", rows)
    told = going % {"rows": rows, "what": what}
    if not rehearsal.kept:
        return told
    kept = "; ".join(f"{one['title']}: {one['why']}" for one in rehearsal.kept)
    return told + " " + _("What stays: %(kept)s.") % {"kept": kept}


def done(form: BaseForm, verb: Callable[[], object]) -> bool:
    """The form was sent and the verb has done it; a refusal that names a field stands in the form."""
    if not form.is_valid():
        return False
    try:
        verb()
    except Refused as refused:
        put_on(form, refused, FIELDS)
        return False
    return True
