"""POST /consent/texts, /consent/terms: what an administrator or the owner of the business decides."""

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vedu.clients.consent.term import RequestTerm
from vedu.clients.consent.term import terms as terms_now
from vedu.clients.consent.text import ConsentText, require_setting
from vedu.foundation.people.user import User
from vedu.web.consent.forms import TermsForm, TextForm
from vedu.web.consent.register import Register
from vedu.web.consent.register_views import shown
from vedu.web.consent.subject_views import done
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast


@require_POST
@login_required
def texts(request: SignedRequest) -> HttpResponse:
    require_setting(request.user)
    form = TextForm(request.POST)
    if done(form, lambda: ConsentText.publish(**form.cleaned_data, by=request.user)):
        return toast(request, redirect("consent:index"), _("The text is in force"))
    return shown(request, Register(request.user, {}, sent_text=form), status=422)


@require_POST
@login_required
def terms(request: SignedRequest) -> HttpResponse:
    require_setting(request.user)
    form = TermsForm(request.POST, terms=terms_now())
    if done(form, lambda: decide(form, request.user)):
        return toast(request, redirect("consent:index"), _("The days are saved"))
    return shown(request, Register(request.user, {}, sent_terms=form), status=422)


def decide(form: TermsForm, by: User) -> None:
    """Those that differ from what they are."""
    with transaction.atomic():
        for kind, term in terms_now().items():
            if (decided := form.decided(kind)) != term:
                RequestTerm.decide(kind, decided.days, is_working=decided.is_working, by=by)
