from tests.cast import Cast
from tests.web.deals.rows import plain
from vedu.web.deals.board.bar import chip_links, pipeline_links, scope_links, total_words
from vedu.web.deals.board.choice import BoardChoice
from vedu.web.deals.board.totals import totals_of
from vedu.web.shell.clock import Clock


def test_the_chosen_pipeline_is_marked(cast: Cast) -> None:
    links = pipeline_links([cast.pipeline, cast.shop], BoardChoice(cast.shop.pk, "mine", "none"))
    assert [(link.label, link.is_on) for link in links] == [(cast.pipeline.name, False), (cast.shop.name, True)]
    assert "chip" not in links[0].url, "a filter of one pipeline means nothing in another"


def test_scopes_keep_the_chip(cast: Cast) -> None:
    mine, team = scope_links(BoardChoice(5, "mine", "none"), cast.anna)
    assert (mine.is_on, team.is_on) == (True, False)
    assert "scope=team" in team.url
    assert "chip=none" in team.url


def test_who_sees_one_scope_has_nothing_to_choose(cast: Cast) -> None:
    assert scope_links(BoardChoice(5, "team"), cast.boris) == []


def test_a_chip_that_is_on_takes_itself_off(cast: Cast) -> None:
    cast.deal()
    choice = BoardChoice(cast.pipeline.pk, "mine", "none")
    links = {link.label: link for link in chip_links(choice, cast.anna, Clock.here())}
    on = [link for link in links.values() if link.is_on]
    assert [(link.number, link.colour) for link in on] == [("0", "none")]
    assert "chip" not in on[0].url
    assert all("chip=" in link.url for link in links.values() if not link.is_on)


def test_the_totals_of_the_whole_board(cast: Cast) -> None:
    cast.deal(amount=100_000)
    words = total_words(totals_of(None, cast.pipeline.pk), "ru")
    assert (words.deals, plain(words.sum), plain(words.expected), words.others) == (1, "100 тыс. ₽", "8 000 ₽", "")
