"""Links and files that templates name."""

import pytest
from django.template import Context, Template
from django.urls import NoReverseMatch, reverse

from vedu.web.shell.address import address_of


def shown(text: str, **context: object) -> str:
    return Template("{% load static %}" + text).render(Context(context))


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("deals:index", ()),
        ("deal:card", (7,)),
        ("deal:card", (0,)),
        ("pipelines:place", (12, 7)),
        ("catalogue:section", (3, "benefits")),
        ("consent:dossier", ("client", 5)),
    ],
)
def test_an_address_is_what_reverse_gives(name: str, parts: tuple[object, ...]) -> None:
    assert address_of(name, *parts) == reverse(name, args=parts)
    assert address_of(name, *parts) == reverse(name, args=parts)  # as it is remembered


def test_a_page_that_does_not_exist_has_no_address() -> None:
    with pytest.raises(NoReverseMatch):
        address_of("deal:no-such-page", 1)


def test_a_template_links_to_each_of_many() -> None:
    template = Template("{% url 'deal:card' pk %}")
    assert [template.render(Context({"pk": pk})) for pk in (3, 41)] == ["/deals/3/", "/deals/41/"]


def test_an_address_may_be_kept_for_later() -> None:
    assert shown("{% url 'deal:card' 3 as card %}[{{ card }}]") == "[/deals/3/]"
    assert shown("{% url 'deal:card' nobody as card %}[{{ card }}]", nobody=None) == "[]"


def test_a_view_that_the_context_names_is_looked_up_as_ever() -> None:
    assert shown("{% url view %}", view="deals:index") == "/deals/"


def test_a_file_is_named_once_and_for_all() -> None:
    assert shown("{% static 'deal.css' %}") == "/static/deal.css"
    assert shown("{% static name %}", name="day.css") == "/static/day.css"
    assert shown("{% static 'deal.css' as css %}[{{ css }}]") == "[/static/deal.css]"
