"""/absences: planned for oneself or for one's people, ended early."""

import pytest
from django.utils import timezone

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.foundation.people.absence import Absence

TODAY = timezone.localdate().isoformat()


def planned(cast: Cast) -> Absence:
    Caller(cast.anna).post("/absences", {"from_on": TODAY, "substitute": cast.olga.pk})
    return Absence.objects.get()


def test_one_plans_for_himself(cast: Cast, anna: Caller) -> None:
    answer = anna.post("/absences", {"from_on": TODAY, "till_on": "2199-01-01", "substitute": cast.igor.pk})
    assert answer.status == 201
    assert (answer.body["person"], answer.body["substitute_name"]) == (cast.anna.pk, "Igor Belov")
    assert answer.body["is_in_force"] is True


def test_a_head_plans_for_his_people(cast: Cast) -> None:
    answer = Caller(cast.sergey).post("/absences", {"person": cast.anna.pk, "from_on": TODAY, "kind": "illness"})
    assert (answer.status, answer.body["kind"], answer.body["substitute"]) == (201, "illness", None)


def test_a_teammate_plans_for_nobody_else(cast: Cast, igor: Caller) -> None:
    refused = igor.post("/absences", {"person": cast.anna.pk, "from_on": TODAY})
    assert (refused.status, refused.codes) == (403, ["not-your-absence"])


def test_the_substitute_then_sees_the_companies(cast: Cast, olga: Caller) -> None:
    client = cast.deal().client
    assert olga.get(f"/companies/{client.pk}").status == 403
    planned(cast)
    assert olga.get(f"/companies/{client.pk}").status == 200
    assert olga.post("/touches", {"company": client.pk, "channel": "call"}).status == 201


def test_it_is_ended(cast: Cast, anna: Caller) -> None:
    absence = planned(cast)
    answer = anna.post(f"/absences/{absence.pk}/return")
    assert (answer.status, answer.body["is_in_force"]) == (201, False)
    assert anna.post(f"/absences/{absence.pk}/return").codes == ["absence-over"]


@pytest.mark.parametrize(("who", "status"), [("igor", 403), ("olga", 403), ("boris", 403)])
def test_others_do_not_end_it(cast: Cast, who: str, status: int) -> None:
    absence = planned(cast)
    assert Caller(getattr(cast, who)).post(f"/absences/{absence.pk}/return").status == status


def test_they_are_listed_as_far_as_the_work_is_seen(cast: Cast, igor: Caller, olga: Caller) -> None:
    absence = planned(cast)
    assert igor.get("/absences").ids == olga.get("/absences").ids == [absence.pk]
    Absence.objects.update(substitute=cast.igor)
    assert Caller(cast.olga).get("/absences").ids == []
