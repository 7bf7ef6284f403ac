"""Controls put together in Python are those of Django's templates, but for the white space between tags."""

import re

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe

from vedu.web.shell.widgets import QUICK, QuickWidgets

CHOICES = [("a", "A & <b>"), ("", "—"), (3, mark_safe("<i>three</i>")), ("Group <1>", [("x", "X"), ("y", "Y")])]
HOSTILE = '"><script>&amp;'
ATTRS = {
    "id": "id_it",
    "class": "v-field",
    "required": True,
    "disabled": False,
    "data-n": 5,
    "title": HOSTILE,
    "data-safe": mark_safe("&lt;"),
}
WIDGETS = {
    "text": (forms.TextInput(ATTRS), HOSTILE),
    "nothing": (forms.TextInput(), None),
    "number": (forms.NumberInput(ATTRS), 12),
    "e-mail": (forms.EmailInput(ATTRS), "a@b.example"),
    "password": (forms.PasswordInput(ATTRS), "kept"),
    "hidden": (forms.HiddenInput(), "1"),
    "date": (forms.DateInput({"type": "date"}), "2026-03-02"),
    "check": (forms.CheckboxInput(ATTRS), True),
    "no check": (forms.CheckboxInput(), False),
    "textarea": (forms.Textarea(ATTRS), f"{HOSTILE}\nand a line"),
    "empty textarea": (forms.Textarea(), None),
    "select": (forms.Select(ATTRS, CHOICES), "3"),
    "select of nothing": (forms.Select(choices=()), None),
    "several": (forms.SelectMultiple(ATTRS, CHOICES), ["a", "y"]),
    "radio": (forms.RadioSelect(ATTRS, CHOICES), "x"),
    "radio without a mark": (forms.RadioSelect(choices=CHOICES), "x"),
    "checks": (forms.CheckboxSelectMultiple(ATTRS, CHOICES), ["a", "y"]),
}


class Unsure(forms.Form):
    choice = forms.ChoiceField(choices=CHOICES, widget=forms.RadioSelect)


def between(markup: str) -> str:
    """With no white space beside tags; within the text of an area it stays."""
    return re.sub(r"\s*(</?(?:option|optgroup|select|div|label|input)\b[^>]*>)\s*", r"\1", markup)


@pytest.mark.parametrize("name", WIDGETS)
def test_it_is_what_django_renders(name: str) -> None:
    widget, value = WIDGETS[name]
    quick = widget.render("field", value, renderer=QuickWidgets())
    usual = widget.render("field", value, renderer=DjangoTemplates())
    assert between(quick) == between(usual)


def test_each_of_them_is_quick() -> None:
    assert {widget.template_name for widget, _value in WIDGETS.values()} - set(QUICK) == set()


def test_one_choice_by_itself() -> None:
    for renderer in (QuickWidgets, DjangoTemplates):
        form = Unsure(renderer=renderer())
        assert '<input type="radio" name="choice" value="a"' in str(list(form["choice"])[0])


def test_what_is_not_known_goes_its_usual_way() -> None:
    widget = forms.SelectDateWidget(years=(2026,))
    assert "<select" in widget.render("day", "2026-03-02", renderer=QuickWidgets())
