"""Refusals of verbs in the form that asked."""

import pytest
from django import forms

from vedu.foundation.refusal import Invalid, Reason, Refused
from vedu.web.shell.form_refusal import put_on


class PhoneForm(forms.Form):
    name = forms.CharField()
    value = forms.CharField()


def form() -> PhoneForm:
    filled = PhoneForm({"name": "Volga", "value": "12"})
    assert filled.is_valid()
    return filled


def test_each_reason_stands_under_its_field_and_the_words_stay() -> None:
    filled = form()
    put_on(filled, Invalid(Reason("name-wrong", "Too short.", {"field": "name"})))
    assert filled.errors == {"name": ["Too short."]}
    assert filled["value"].value() == "12"


def test_a_field_may_be_called_otherwise_here() -> None:
    filled = form()
    put_on(filled, Invalid(Reason("phone-wrong", "No phone.", {"field": "phone"})), {"phone": "value"})
    assert filled.errors == {"value": ["No phone."]}


@pytest.mark.parametrize("facts", [{}, {"field": "elsewhere"}])
def test_a_refusal_of_something_else_goes_on_its_way(facts: dict[str, str]) -> None:
    refused = Refused(Reason("client-led", "Anna leads it.", facts))
    with pytest.raises(Refused) as raised:
        put_on(form(), refused)
    assert raised.value is refused
