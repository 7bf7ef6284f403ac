"""/rules/: who gets new clients, with a dry run over the free clients of today (OWN-8)."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vedu.clients.assignment.rule import AssignmentRule
from vedu.foundation.refusal import Refused
from vedu.web.assignment.rule_form import RuleForm, said_by
from vedu.web.assignment.rule_rows import rules_of
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    request.user.require_leading()
    return render(request, "assignment/rules.html", {"rules": rules_of(request.user)})


@require_http_methods(["GET", "POST"])
@login_required
def new(request: SignedRequest) -> HttpResponse:
    request.user.require_leading()
    form = RuleForm(request.POST or None, by=request.user)
    if form.is_valid():
        try:
            AssignmentRule.define(form.terms, by=request.user)
            return toast(
                request,
                redirect("assignment_rules:index"),
                _("The rule is there: look at its dry run and switch it on"),
            )
        except Refused as refused:
            put_on(form, refused)
    return _show(request, form, None)


@require_http_methods(["GET", "POST"])
@login_required
def change(request: SignedRequest, pk: int) -> HttpResponse:
    rule = _found(request, pk)
    rule.require_authority(request.user)
    form = RuleForm(request.POST or None, by=request.user, initial=said_by(rule))
    if form.is_valid():
        try:
            rule.redefine(form.terms, by=request.user)
            return toast(request, redirect("assignment_rules:index"), _("The rule is saved"))
        except Refused as refused:
            put_on(form, refused)
    return _show(request, form, rule)


@require_POST
@login_required
def switch(request: SignedRequest, pk: int) -> HttpResponse:
    rule, on = _found(request, pk), request.POST.get("on") == "1"
    rule.switch(on=on, by=request.user)
    words = _("The rule gives new clients away from now on") if on else _("The rule is off")
    return toast(request, redirect("assignment_rules:index"), words)


@require_POST
@login_required
def place(request: SignedRequest, pk: int) -> HttpResponse:
    """One place up or down."""
    rule = _found(request, pk)
    order = list(AssignmentRule.objects.values_list("pk", flat=True))
    step = -1 if request.POST.get("step") == "up" else 1
    rule.stand_at(order.index(rule.pk) + step, by=request.user)
    return redirect("assignment_rules:index")


@require_POST
@login_required
def removal(request: SignedRequest, pk: int) -> HttpResponse:
    _found(request, pk).drop(by=request.user)
    return toast(request, redirect("assignment_rules:index"), _("The rule is removed"))


def _found(request: SignedRequest, pk: int) -> AssignmentRule:
    request.user.require_leading()
    rules = AssignmentRule.objects.select_related("segment", "territory", "team").prefetch_related("people")
    return get_object_or_404(rules, pk=pk)


def _show(request: SignedRequest, form: RuleForm, rule: AssignmentRule | None) -> HttpResponse:
    return render(request, "assignment/rule.html", {"form": form, "rule": rule}, status=422 if form.errors else 200)
