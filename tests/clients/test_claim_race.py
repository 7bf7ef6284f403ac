"""OWN-5: of any number of people at one moment exactly one gets the client. On both databases, for real."""

from threading import Barrier, Thread

from django.db import connection

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.clients.ownership import Ownership
from vedu.clients.protection import ClientIsLed
from vedu.foundation.people.user import User

ROUNDS = 1000


class Claimant(Thread):
    """Claims every client in turn, each at the same moment as the rival."""

    def __init__(self, user: User, ids: list[int], start: Barrier) -> None:
        super().__init__()
        self.user, self.ids, self.barrier = user, ids, start
        self.won: list[int] = []
        self.told: list[str] = []
        self.failed: list[BaseException] = []

    def run(self) -> None:
        try:
            for pk in self.ids:
                self._claim(pk)
        except BaseException as error:  # noqa: BLE001 (the test itself tells it)
            self.failed.append(error)
            self.barrier.abort()
        finally:
            connection.close()

    def _claim(self, pk: int) -> None:
        client = Client.objects.get(pk=pk)
        self.barrier.wait(timeout=60)
        try:
            client.claim(by=self.user)
        except ClientIsLed as refusal:
            self.told.append(refusal.reasons[0].facts["owner_name"])
        else:
            self.won.append(pk)


def test_two_people_claim_the_same_client_a_thousand_times(live_cast: Cast) -> None:
    cast = live_cast
    rows = [Client(name=f"Client {number}", name_folded=f"client {number}") for number in range(ROUNDS)]
    ids = [client.pk for client in Client.objects.bulk_create(rows)]
    start = Barrier(2)
    anna, igor = Claimant(cast.anna, ids, start), Claimant(cast.igor, ids, start)
    for thread in (anna, igor):
        thread.start()
    for thread in (anna, igor):
        thread.join()
    assert not anna.failed + igor.failed
    assert sorted(anna.won + igor.won) == ids
    assert set(anna.told) <= {"Igor Belov"}
    assert set(igor.told) <= {"Anna Kotova"}
    assert len(anna.told) + len(igor.told) == ROUNDS
    assert Ownership.objects.filter(till_at=None).count() == ROUNDS
    assert Client.objects.filter(owner=cast.anna).count() == len(anna.won)
