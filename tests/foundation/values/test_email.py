import pytest

from vedu.foundation.values.email import normalise_email


@pytest.mark.parametrize(
    "text",
    ["Ivan.Petrov@Mail.RU", "  ivan.petrov@mail.ru\u00a0", "mailto:ivan.petrov@mail.ru", "<ivan.petrov@mail.ru>,"],
)
def test_spellings_of_one_address_become_one(text: str) -> None:
    assert normalise_email(text) == "ivan.petrov@mail.ru"


def test_a_cyrillic_domain_is_an_address() -> None:
    assert normalise_email("Info@Ромашка.РФ") == "info@ромашка.рф"


@pytest.mark.parametrize(
    "text", ["", "нет", "ivan@", "@mail.ru", "ivan@mail", "a b@mail.ru", "a@b.ru, c@d.ru", "ivan@mail..ru"]
)
def test_what_is_no_address_is_none(text: str) -> None:
    assert normalise_email(text) is None
