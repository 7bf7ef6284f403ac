"""/me/profile: what clients read of a seller under his letters."""

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vedu.foundation.refusal import Refused
from vedu.sales.message_templates.profile import SellerProfile
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, toast


class ProfileForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("How you introduce yourself"), required=False)
    job_title = forms.CharField(label=gettext_lazy("Job title"), required=False)
    phone = forms.CharField(label=gettext_lazy("Work phone"), required=False)
    signature = forms.CharField(
        label=gettext_lazy("Signature"), required=False, widget=forms.Textarea({"rows": 4}), strip=False
    )


@require_http_methods(["GET", "POST"])
@login_required
def profile(request: SignedRequest) -> HttpResponse:
    known = SellerProfile.of(request.user)
    if request.method != "POST":
        kept = {name: getattr(known, name) for name in ProfileForm.base_fields}
        return shown(request, ProfileForm(initial=kept), known)
    form = ProfileForm(request.POST)
    if form.is_valid():
        try:
            SellerProfile.write(request.user, **form.cleaned_data)
        except Refused as refused:
            put_on(form, refused)
        else:
            return toast(request, redirect("people:me"), _("Saved: your letters are signed like this"))
    return shown(request, form, known, status=422)


def shown(request: SignedRequest, form: ProfileForm, known: SellerProfile, status: int = 200) -> HttpResponse:
    page = "message_templates/_profile.html" if is_htmx(request) else "message_templates/profile.html"
    return render(request, page, {"form": form, "profile": known}, status=status)
