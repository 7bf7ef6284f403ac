"""A person's own settings."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from vedu.foundation.people.token import ApiToken
from vedu.foundation.people.user import User
from vedu.web.people.forms import PreferencesForm
from vedu.web.people.page import page
from vedu.web.shell.address import address_of
from vedu.web.shell.language import language_of
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast


@login_required
def me(request: SignedRequest) -> HttpResponse:
    form = PreferencesForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        with translation.override(language_of(request)):  # perhaps just changed
            return toast(request, redirect("people:me"), _("Settings saved"))
    return page(request, form=form, status=422 if form.errors else 200)


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Sets the cookie, as for a stranger; of a signed-in person it is also kept."""
    keep(request, "language", {"ru", "en"})
    return set_language(request)


@require_POST
@login_required
def theme(request: SignedRequest) -> HttpResponse:
    keep(request, "theme", set(User.Theme.values))
    return redirect(safe_next(request))


@require_POST
@login_required
def token(request: SignedRequest) -> HttpResponse:
    """A new token, shown this once; `revoke` takes back all the earlier ones."""
    if "revoke" in request.POST:
        request.user.tokens.all().delete()
        return toast(request, redirect("people:me"), _("All tokens revoked"))
    return page(request, token=ApiToken.issue(request.user))


def keep(request: HttpRequest, field: str, allowed: set[str]) -> None:
    value = request.POST.get(field, "")
    if request.user.is_authenticated and value in allowed:
        setattr(request.user, field, value)
        request.user.save(update_fields=[field])


def safe_next(request: HttpRequest) -> str:
    """Where to go back to; never another site."""
    url = request.POST.get("next", "")
    return url if url_has_allowed_host_and_scheme(url, {request.get_host()}) else address_of("people:me")
