"""{% translate %} says the same as Django's, in every language, however often it is asked."""

import pytest
from django.template import Context, Template
from django.utils import translation

LOAD = "{% load i18n %}"


def said(source: str, language: str, **context: object) -> str:
    with translation.override(language):
        return Template(LOAD + source).render(Context(context))


def test_one_template_speaks_each_language_in_turn() -> None:
    template = Template(LOAD + '{% translate "Clients" %}')
    words = []
    for language in ("en", "ru", "en", "ru"):
        with translation.override(language):
            words.append(template.render(Context()))
    assert words == ["Clients", "Клиенты"] * 2


def test_a_context_chooses_the_meaning() -> None:
    assert said('{% translate "Find" context "search" %}', "ru") == "Найти"


def test_a_name_is_given_anew_each_time() -> None:
    template = Template(LOAD + '{% translate "Clients" as word %}[{{ word }}]')
    with translation.override("ru"):
        assert [template.render(Context()) for _time in range(2)] == ["[Клиенты]", "[Клиенты]"]


@pytest.mark.parametrize("word", ["Clients", "Deals"])
def test_what_is_not_constant_is_asked_each_time(word: str) -> None:
    template = Template(LOAD + "{% translate word %}")
    with translation.override("en"):
        assert template.render(Context({"word": "Before"})) == "Before"
        assert template.render(Context({"word": word})) == word


def test_filters_and_percent_signs_work_as_ever() -> None:
    assert said('{% translate "clients"|upper %}', "en") == "CLIENTS"
    assert said('{% translate "100 %" %}', "en") == "100 %"
    assert said('{% translate "Clients" noop %}', "ru") == "Clients"
