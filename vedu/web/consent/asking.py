"""The small dialog of the register that asks for a word; a page without scripts."""

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render

from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx


def asking(request: SignedRequest, form: BaseForm, title: str, button: str, hint: str = "") -> HttpResponse:
    """``button`` is the verb; the answer is the register anew, so the form is sent without htmx."""
    context = {"form": form, "title": title, "button": button, "hint": hint}
    template = "consent/_ask.html" if is_htmx(request) else "consent/ask.html"
    return render(request, template, context, status=422 if form.errors else 200)
