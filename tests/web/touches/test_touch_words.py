"""A touch in words that need neither case nor gender."""

import pytest

from tests.cast import Cast
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.channel import Channel
from vedu.web.touches import timeline
from vedu.web.touches.line import Line


@pytest.fixture
def deal(cast: Cast) -> Deal:
    return cast.deal()


def said(cast: Cast, deal: Deal, **facts: object) -> Line:
    """The line of a touch as Anna reads it."""
    facts = {"by": cast.anna, "channel": "call", **facts}
    deal.log_touch(**facts)  # type: ignore[arg-type]
    return timeline.of_deal(deal, cast.anna).days[0].lines[0]


def test_a_talk_with_a_person_and_its_length(cast: Cast, deal: Deal) -> None:
    line = said(cast, deal, contact=cast.contact(deal.client), seconds=420, text="Three vans")
    assert (line.who, line.what, line.body) == ("You", " · call · Olga Ryabinina, 7\u00a0min", "Three vans")
    assert line.tone == ""


def test_a_call_that_reached_nobody(cast: Cast, deal: Deal) -> None:
    assert said(cast, deal, outcome="no_answer").what == " · call · no answer"
    assert said(cast, deal, outcome="gatekeeper", seconds=20).what == " · call · 1\u00a0min · the gatekeeper answered"


def test_the_client_who_comes_himself_stands_first_and_is_tinted(cast: Cast, deal: Deal) -> None:
    contact = cast.contact(deal.client)
    line = said(cast, deal, direction="in", contact=contact, seconds=180)
    assert (line.who, line.what, line.tone) == ("Olga Ryabinina", " · call to us, 3\u00a0min", "in")


def test_without_a_person_it_is_the_client(cast: Cast, deal: Deal) -> None:
    line = said(cast, deal, direction="in", channel="email", outcome="replied")
    assert (line.who, line.what) == ("Northern Bakery", " · letter to us")


def test_who_took_the_call_of_a_client(cast: Cast, deal: Deal) -> None:
    line = said(cast, deal, by=cast.sergey, direction="in", override_reason="Anna is ill")
    assert line.what == " · call to us · Sergey Lapin"


@pytest.mark.parametrize("direction", ["in", "out"])
@pytest.mark.parametrize("channel", Channel.values)
def test_every_channel_has_words_and_an_icon(cast: Cast, deal: Deal, channel: str, direction: str) -> None:
    line = said(cast, deal, channel=channel, direction=direction)
    assert len(line.what) > len(" · ")
    assert "<svg" in line.icon


def test_a_quote_and_a_body_are_shown_as_such() -> None:
    html = Line("Need", body="Crushed & late", is_quote=True, hour="10:20").html
    assert '<div class="body v-quote">Crushed &amp; late</div>' in html
    assert "<time>10:20</time>" in html
    assert "body" not in Line.small("Moved").html
