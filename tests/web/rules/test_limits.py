"""POST /rules/limits: how many clients without a deal one of a role may keep (OWN-5)."""

import pytest

from tests.cast import Cast
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.clients.claim_limit import ClaimLimit
from vedu.web.rules.limits import most_kept


def test_limits_are_set_and_lifted(cast: Cast) -> None:
    browser = visitor(cast.adam)
    browser.post("/rules/limits", {"seller": "30", "caller": "5"})
    assert dict(ClaimLimit.objects.values_list("role", "clients")) == {"seller": 30, "caller": 5}
    browser.post("/rules/limits", {"seller": "", "caller": "5"})
    assert dict(ClaimLimit.objects.values_list("role", "clients")) == {"caller": 5}


def test_a_limit_is_a_number_and_the_typing_stays(cast: Cast) -> None:
    response = visitor(cast.adam).post("/rules/limits", {"seller": "-1", "caller": "7"})
    assert response.status_code == 422
    assert 'value="7"' in text_of(response)
    assert not ClaimLimit.objects.exists()


@pytest.mark.parametrize("who", ["sergey", "anna", "olga", "boris"])
def test_the_others_set_none(cast: Cast, who: str) -> None:
    assert visitor(getattr(cast, who)).post("/rules/limits", {"seller": "1"}).status_code == 403
    assert not ClaimLimit.objects.exists()


def test_a_stranger_signs_in_first(db: None) -> None:
    assert is_sign_in(visitor().post("/rules/limits"))


def test_the_fullest_of_a_role_is_told(cast: Cast) -> None:
    for number in range(3):
        cast.client(f"Anna's {number}", owner=cast.anna)
    cast.client("Igor's", owner=cast.igor)
    cast.deal(owner=cast.olga)
    assert most_kept() == {"seller": 3}
