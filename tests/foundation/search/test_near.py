import pytest

from vedu.foundation.search.near import halves, is_near


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("ромшака", "ооо ромашка самара"),
        ("рамашка", "ооо ромашка"),
        ("ромашк", "ооо ромашка"),
        ("ромашшка", "ооо ромашка"),
        ("хлебазавот", "хлебозавод первый"),
        ("ромашкно", "ромашкино дело"),
    ],
)
def test_a_slip_of_the_hand_is_forgiven(typed: str, text: str) -> None:
    assert is_near([typed], text)


@pytest.mark.parametrize(
    ("typed", "text"), [("ромашка", "ромб каша"), ("север", "сова"), ("дом", "дам"), ("хлеб", "клуб")]
)
def test_another_word_is_not_near(typed: str, text: str) -> None:
    assert not is_near([typed], text)


def test_every_word_must_be_there() -> None:
    assert is_near(["ромшака", "самара"], "ооо ромашка самара")
    assert not is_near(["ромшака", "пермь"], "ооо ромашка самара")


def test_numbers_are_never_near() -> None:
    assert not is_near(["79126401822"], "79126401823")
    assert halves(["79126401822"]) == []


def test_short_words_have_no_halves() -> None:
    assert halves(["дом"]) == []


def test_a_word_is_looked_for_by_its_halves() -> None:
    (term,) = halves(["ромашка"])
    assert {"рома", "ашка"} <= set(term.spellings)
