from django.utils import timezone

from bench.known_techniques import outcomes, write
from tests.api.caller import Caller
from tests.cast import Cast
from vedu.insight.techniques.jobs import count_techniques_of
from vedu.sales.playbooks.playbook import Playbook

PLACES = {"hook": 0, "how-much": 3, "fits": 4}


def closed(cast: Cast, count: int) -> None:
    version, now = Playbook.objects.get(preset="eight").latest, timezone.now()
    write(version, cast.pipeline, [cast.anna], outcomes(count, 8, PLACES, "how-much", seed=5), now, seed=6)
    count_techniques_of(now)


def test_the_same_numbers_as_on_the_page(cast: Cast) -> None:
    closed(cast, 1500)
    body = Caller(cast.sergey).get("/techniques", days=730).body
    first = body["questions"][0]
    assert (first["question"], first["verdict"], first["is_open"]) == ("how-much", "more", True)
    assert first["effect"]["low"] < 0.2 < first["effect"]["high"]
    assert first["with_it"]["share"] > first["without_it"]["share"]
    assert {one["verdict"] for one in body["questions"][1:]} == {"same"}
    assert body["techniques"][0]["name"] == Playbook.objects.get(preset="eight").name
    assert body["techniques"][0]["without_it"] == body["without_script"]
    assert body["techniques"][0]["cycle_days"] == 33
    assert body["at"]


def test_everybody_gets_what_he_sees(cast: Cast) -> None:
    closed(cast, 30)
    assert Caller(cast.anna).get("/techniques", days=730).body["questions"][0]["verdict"] == "too_few"
    assert Caller(cast.olga).get("/techniques", days=730).body["questions"] == []
    assert Caller(cast.anna).get("/techniques", days=730, pipeline=cast.shop.pk).body["questions"] == []
    assert Caller(None).get("/techniques").status == 401


def test_wrong_filters_are_refused(cast: Cast) -> None:
    assert Caller(cast.anna).get("/techniques", days=30).status == 422
    assert Caller(cast.anna).get("/techniques", pipeline=9999).codes == ["unknown-id"]
