from django import forms
from django.template import Context, Template

from vedu.web.shell.field import control, labelled


class SampleForm(forms.Form):
    name = forms.CharField(label="Name", help_text="As in the contract")
    agreed = forms.BooleanField(label="Agreed", required=False)
    note = forms.CharField(widget=forms.Textarea(attrs={"class": "wide"}), required=False)


def test_a_field_has_label_control_and_help() -> None:
    markup = labelled(SampleForm()["name"])
    assert markup.startswith('<div class="v-label"><label for="id_name">Name</label>')
    assert 'class="v-field"' in markup
    assert ">As in the contract</span>" in markup


def test_an_error_takes_the_place_of_the_help_and_is_tied_to_the_control() -> None:
    markup = labelled(SampleForm({"name": ""})["name"])
    assert 'class="v-bad" id="id_name_error"' in markup
    assert 'aria-invalid="true"' in markup
    assert "As in the contract" not in markup


def test_a_checkbox_stands_before_its_words() -> None:
    markup = labelled(SampleForm()["agreed"])
    assert markup.startswith('<div><label class="v-check"><input type="checkbox"')
    assert "v-field" not in markup


def test_a_control_keeps_its_own_class_and_takes_attributes() -> None:
    markup = control(SampleForm()["note"], placeholder="What did you learn?")
    assert 'class="v-field wide"' in markup
    assert 'placeholder="What did you learn?"' in markup


def test_the_tags_do_the_same() -> None:
    template = Template('{% load vedu %}{% field form.name help="Own help" %}|{% control form.name %}')
    field, bare = template.render(Context({"form": SampleForm()})).split("|")
    assert "Own help" in field
    assert bare == control(SampleForm()["name"])
