"""The forms of the card: kept as text, filled with what is this deal's."""

from decimal import Decimal

from django.utils import translation

from vedu.clients.client import Client
from vedu.sales.deals.deal import Deal
from vedu.web.deal.forms import Forms
from vedu.web.deal.head import head_of
from vedu.web.deal.said import NeedRow, ObjectionRow
from vedu.web.shell.clock import Clock

NEED = NeedRow(5, "Crushed & late", [], "critical", is_critical=True, is_confirmed=True)
OBJECTION = ObjectionRow(6, "Dear", "expensive", "", "open", is_answered=False, is_indecision=False)


def forms(pk: int = 7) -> Forms:
    return Forms(Deal(pk=pk), "token-of-this-request")


def test_each_goes_to_its_own_resource_with_the_token() -> None:
    made = forms()
    for html, url in (
        (made.need(), "/deals/7/needs"),
        (made.objection(), "/deals/7/objections"),
        (made.committee([]), "/deals/7/committee"),
        (made.evidence("paid", []), "/deals/7/evidence"),
        (made.confirm(NEED, is_first=False), "/needs/5/confirmation"),
        (made.reply(OBJECTION, is_first=False), "/objections/6/reply"),
    ):
        assert f'hx-post="{url}"' in html
        assert f'action="{url}"' in html, "it works without scripts"
        assert 'value="token-of-this-request"' in html


def test_another_deal_gets_its_own_addresses() -> None:
    assert "/deals/7/needs" in forms().need()
    assert "/deals/8/needs" in forms(8).need()
    assert "/deals/7/" not in forms(8).need()


def test_the_first_that_waits_can_be_led_to() -> None:
    assert 'id="need-confirm"' in forms().confirm(NEED, is_first=True)
    assert 'id="need-confirm"' not in forms().confirm(NEED, is_first=False)
    assert 'id="objection-answer"' in forms().reply(OBJECTION, is_first=True)


def test_the_button_says_aloud_which_need_it_confirms() -> None:
    assert 'aria-label="Confirm the need “Crushed &amp; late”"' in forms().confirm(NEED, is_first=False)


def test_a_presentation_lists_confirmed_needs_or_says_to_confirm_one() -> None:
    assert 'name="needs" value="5" checked><span>Crushed &amp; late</span>' in forms().evidence(
        "presentation_made", [NEED]
    )
    early = forms().evidence("presentation_made", [])
    assert "confirm one first" in early
    assert "<form" not in early


def test_the_ends_are_buttons_or_items_of_a_menu() -> None:
    assert forms().ends().count('class="v-btn"') == 3
    assert forms().ends_in_menu().count('class="item"') == 3


def test_the_value_is_edited_with_the_facts_beside_it() -> None:
    deal = Deal(pk=7, client=Client(name="Volga"), name='Boxes "L"', amount=Decimal(500), source="fair")
    html = forms().description(deal, head_of(deal, Clock.here()))
    assert 'name="value" value="500"' in html
    assert 'value="Boxes &quot;L&quot;"' in html
    empty = forms().description(Deal(pk=7, client=Client()), head_of(Deal(client=Client()), Clock.here()))
    assert "Set the value" in empty


def test_words_follow_the_language() -> None:
    with translation.override("ru"):
        assert "Записать потребность" in forms().need()
    assert "Write down a need" in forms().need()
