"""One verb on many: each by the rule, refusals collected, nothing half-done."""

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.foundation.bulk import each, rehearse
from vedu.foundation.events import Event


def test_refused_ones_do_not_stop_the_others(cast: Cast) -> None:
    free, taken, other = cast.client("Free"), cast.client("Taken", owner=cast.igor), cast.client("Other")
    result = each([free, taken, other], lambda client: client.claim(by=cast.anna))
    assert result.done == [free, other]
    assert [(client, [reason.code for reason in reasons]) for client, reasons in result.refused] == [
        (taken, ["client-led"])
    ]
    assert Client.objects.filter(owner=cast.anna).count() == 2


def test_a_rehearsal_refuses_what_the_action_would(cast: Cast) -> None:
    free, led = cast.client("Free"), cast.client("Led", owner=cast.igor)
    seen = rehearse([free, led], lambda client: client.claim(by=cast.anna))
    assert seen.done == [free]
    assert [(client, reasons[0].code) for client, reasons in seen.refused] == [(led, "client-led")]


def test_nothing_of_a_rehearsal_is_kept(cast: Cast) -> None:
    client = cast.client()
    events = Event.objects.count()
    rehearse([client], lambda client: client.claim(by=cast.anna))
    assert Client.objects.get().owner is None
    assert Event.objects.count() == events


def test_the_action_itself_keeps_it(cast: Cast) -> None:
    each([cast.client()], lambda client: client.claim(by=cast.anna))
    assert Client.objects.get().owner == cast.anna
