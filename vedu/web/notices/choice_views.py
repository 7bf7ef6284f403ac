"""POST /me/notices."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vedu.foundation.notices.notice_choice import NoticeChoice
from vedu.foundation.refusal import Refused
from vedu.web.notices.choice_form import ChoiceForm
from vedu.web.people.page import page
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast


@require_POST
@login_required
def choose(request: SignedRequest) -> HttpResponse:
    form = ChoiceForm(request.POST, request.user)
    if form.is_valid():
        try:
            NoticeChoice.choose(request.user, **form.said())
            return toast(request, redirect("people:me"), _("Saved: what you are told"))
        except Refused as refused:
            put_on(form, refused)
    return page(request, notices=form, status=422)
