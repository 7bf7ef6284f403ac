"""One verb on many: each by the rule, refusals collected, nothing half-done."""

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.foundation.bulk import each


def test_refused_ones_do_not_stop_the_others(cast: Cast) -> None:
    free, taken, other = cast.client("Free"), cast.client("Taken", owner=cast.igor), cast.client("Other")
    result = each([free, taken, other], lambda client: client.claim(by=cast.anna))
    assert result.done == [free, other]
    assert [(client, [reason.code for reason in reasons]) for client, reasons in result.refused] == [
        (taken, ["client-led"])
    ]
    assert Client.objects.filter(owner=cast.anna).count() == 2
