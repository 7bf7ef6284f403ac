"""What is sent: one bag of fields for every form, since a form takes only its own, and what differs from it.

What names a thing names Anna's: whoever must not touch it is tried with it."""

from datetime import timedelta
from typing import Any

from tests.permissions.company import WHOLE, day_in
from tests.permissions.routes import Route, operation_of
from tests.permissions.scene import NOON, Scene
from vedu.api.v1.api import api

Body = dict[str, Any]


def _day(days: int) -> str:
    """So many days after the scene."""
    return (NOON + timedelta(days=days)).date().isoformat()


# Fields that take any words.
WORDS = (
    "about", "answer", "arguments", "bank", "cause", "city", "dislikes", "goal", "job_title", "likes", "matters",
    "note", "offer", "place", "problem", "question", "remark", "result", "signature", "step_title", "subject", "text",
    "why", "words",
)  # fmt: skip
DAYS = ("day", "on", "step_on", "due_on", "from_on", "starts_on", "until", "until_on", "again_on")
CONSENT: Body = {"purpose": "offers", "ground": "consent", "source": "paper", "email": "on"}
FORMS: dict[str, Body] = {
    "/absences/": {"kind": "vacation", "from_on": _day(60), "till_on": _day(61)},
    "/business-events/new/": {"kind": "exhibition", "window_days": "90"},
    "/business-events/<int:pk>/edit/": {"kind": "exhibition", "window_days": "90"},
    "/calling/new/": {"source": "day", "most_attempts": "3"},
    "/calling/queue/<int:pk>/attempts": {"outcome": "no_answer"},
    "/clients/<int:client_id>/touches": {"as": "note"},
    "/clients/<int:pk>/points": {"kind": "phone", "value": "+7 843 200-10-10"},
    "/clients/<int:pk>/supplies": {"supplier": "Karton"},
    "/clients/new/": {"kind": "company"},
    "/consent/client/<int:pk>/consents": CONSENT,
    "/consent/client/<int:pk>/requests": {"kind": "access"},
    "/consent/person/<int:pk>/consents": CONSENT,
    "/consent/person/<int:pk>/erasure": {"ground": "request"},
    "/consent/person/<int:pk>/requests": {"kind": "erasure"},
    "/consent/terms": {"kind": "erasure"},
    "/deals/<int:deal_id>/arguments/choices": {"result": "said"},
    "/deals/<int:deal_id>/closings": {"result": "postponed"},
    "/deals/<int:deal_id>/committee": {"role": "influencer"},
    "/deals/<int:deal_id>/evidence": {"kind": "documents_issued"},
    "/deals/<int:deal_id>/objection-actions": {"kind": "trial"},
    "/deals/<int:deal_id>/objections": {"kind": "price"},
    "/deals/<int:deal_id>/touches": {"as": "note"},
    "/objection-actions/<int:action_id>/ending": {"outcome": "done"},
    "/objections/<int:objection_id>/reply": {"result": "answered"},
    "/arguments/<int:pk>/results": {"result": "said"},
    "/rules/days": {"kind": "off"},
    "/tasks/<int:task_id>/touch": {"as": "note"},
}
# The same for the API, by the route.
BODIES: dict[str, Body] = {
    "POST /api/v1/absences": {"person": None, "from_on": _day(60), "till_on": _day(61)},
    "POST /api/v1/arguments/{id}/results": {"result": "said"},
    "POST /api/v1/companies/{id}/assignment": {"why": "Said"},
    "POST /api/v1/deals/{id}/answers": {"question": "size"},
    "POST /api/v1/deals/{id}/arguments": {"text": "Said"},
    "POST /api/v1/deals/{id}/closings": {"result": "postponed", "until": _day(30)},
    "POST /api/v1/deals/{id}/evidence": {"kind": "documents_issued"},
    "POST /api/v1/encounters/{id}/results": {"result": "met"},
    "POST /api/v1/message-templates": {"subject": "Said"},
    "PUT /api/v1/message-templates/{id}": {"subject": "Said"},
    "POST /api/v1/objections/{id}/reply": {"answer": "Said"},
    "POST /api/v1/opt-outs/{id}/lifting": {"why": "Said"},
}


def forms(scene: Scene) -> Body:
    """The bag, for pages."""
    cast, things = scene.cast, scene.things
    named = ("client", "deal", "contact", "product", "sequence", "playbook", "checklist", "need", "segment")
    return {
        **dict.fromkeys(WORDS, "Said"),
        **dict.fromkeys(DAYS, day_in(5).isoformat()),
        **{name: things[name].pk for name in named},
        "name": "Bakery of the north",
        "title": "A new one",
        "phone": "+7 843 200-10-10",
        "email": "north@bakery.example",
        "addresses": "newcomer",
        "to": cast.igor.pk,
        "owner": cast.anna.pk,
        "assignee": cast.anna.pk,
        "people": [cast.igor.pk],
        "person": cast.anna.pk,
        "substitute": cast.igor.pk,
        "into": cast.stage(2).pk,
        "stage": cast.stage(0).pk,
        "pipeline": cast.pipeline.pk,
        "reason": cast.reason().pk,
        "visits": [things["visit"].pk],
        "method": "one",
        "channel": "call",
        "outcome": "talked",
        "parent": str(things["second"]),
        "tie": "outlet",
        "template": things["team_template"].pk,
        "role": "seller",
        "kind": "call",
        "step_kind": "call",
        "value": "1000",
        "currency": "RUB",
        "weight": "10",
        "head_days": "3",
        "pool_days": "9",
        "sure": "on",
        "language": "en",
        "theme": "dark",
        "quantity": "1",
        "steps": "1",
        "step": "1",
    }


def body(route: Route, scene: Scene) -> Body | None:
    """For the API: what its description cannot do without, and what it is about."""
    schema = operation_of(route).get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    if schema is None:
        return None
    shape = _shape(schema)
    names = {*shape.get("required", []), *_subject(shape)}
    said = {name: _sample(name, shape["properties"][name], scene) for name in sorted(names)}
    return said | BODIES.get(route.name, {})


def query(route: Route, scene: Scene) -> str:
    """What an address of the API cannot do without."""
    parameters = operation_of(route).get("parameters", [])
    needed = [one["name"] for one in parameters if one["in"] == "query" and one.get("required")]
    return "?" + "&".join(f"{name}={known(scene)[name]}" for name in needed) if needed else ""


def known(scene: Scene) -> Body:
    """Fields of the API by name."""
    cast, things = scene.cast, scene.things
    named = ("contact", "product", "signal", "sequence", "checklist", "template", "deal", "segment", "playbook")
    return {name: things[name].pk for name in named} | {
        "company": things["client"].pk,
        "companies": [things["client"].pk],
        "parent": things["second"].pk,
        "owner": cast.igor.pk,
        "person": cast.igor.pk,
        "pipeline": cast.pipeline.pk,
        "stage": cast.stage(0).pk,
        "visits": [things["visit"].pk],
        "channels": ["call"],
        "channel": "call",
        "conditions": WHOLE,
        "inn": "7804166136",
        "value": "+7 843 200-10-10",
        "name": "Bakery of the north",
        "q": "Quixmor",
        "due_on": day_in(5).isoformat(),
    }


def _subject(shape: Body) -> list[str]:
    """What it is about, where one of several may be named; when a step falls due, where two fields may say it."""
    found = [name for name in ("deal", "contact", "company", "companies") if name in shape["properties"]][:1]
    return found + [name for name in ("due_on",) if name in shape["properties"]]


def _shape(schema: Body) -> Body:
    schema = _chosen(schema)
    shape: Body = api.get_openapi_schema()["components"]["schemas"].get(schema.get("$ref", "").split("/")[-1], {})
    return {"properties": {}} | shape


def _chosen(schema: Body) -> Body:
    """Of several shapes the first that is not null."""
    return next((one for one in schema.get("anyOf", []) if one.get("type") != "null"), schema)


def _sample(name: str, schema: Body, scene: Scene) -> Any:
    if known(scene).get(name) is not None:
        return known(scene)[name]
    schema = _chosen(schema)
    if "$ref" in schema:
        return _shape(schema).get("enum", [{}])[0]
    if schema.get("format") == "date":
        return day_in(5).isoformat()
    return {"integer": 1, "string": "Said", "boolean": True, "object": {}, "array": []}[schema.get("type", "string")]
