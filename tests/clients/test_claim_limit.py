"""OWN-5: limits of free clients by role."""

import pytest

from tests.cast import Cast
from vedu.clients.claim_limit import ClaimLimit
from vedu.foundation.refusal import NotAllowed, Refused


def test_those_who_run_the_company_set_change_and_lift_a_limit(cast: Cast) -> None:
    for number in (1, 2):
        ClaimLimit.decide("seller", number, by=cast.adam)
        assert ClaimLimit.objects.get(role="seller").clients == number
    ClaimLimit.decide("seller", None, by=cast.vera)
    assert not ClaimLimit.objects.exists()


def test_a_limit_holds_at_once(cast: Cast) -> None:
    ClaimLimit.decide("seller", 1, by=cast.adam)
    cast.client("First", owner=cast.anna)
    with pytest.raises(Refused) as refused:
        cast.client("Second").claim(by=cast.anna)
    assert refused.value.codes == ["claim-limit"]


@pytest.mark.parametrize("who", ["sergey", "anna", "boris"])
def test_the_others_set_none(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        ClaimLimit.decide("seller", 1, by=getattr(cast, who))
