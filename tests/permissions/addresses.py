"""Which thing of Anna's an address speaks of."""

import re

from tests.permissions.routes import Route
from tests.permissions.scene import Scene

# By the beginning of the address; the first that fits.
PAGES = {
    "/absences/": "absence",
    "/arguments/": "argument",
    "/assignment-rules/": "rule",
    "/base/points/": "point",
    "/business-events/people/": "participant",
    "/business-events/deals/": "event_deal",
    "/business-events/encounters/": "encounter",
    "/business-events/": "event",
    "/calling/queue/": "queued",
    "/calling/attempts/": "call",
    "/calling/": "calls",
    "/catalogue/attempts/": "attempt",
    "/catalogue/": "product",
    "/checklists/": "checklist",
    "/clients/supplies/": "supply",
    "/clients/": "client",
    "/competitors/": "competitor",
    "/consent/opt-outs/": "opt_out",
    "/consent/requests/": "request",
    "/consent/acts/": "erasure",
    "/consent/client/": "client",
    "/consent/": "contact",
    "/deal-products/": "deal_product",
    "/deals/": "deal",
    "/duplicates/": "pair",
    "/enrolments/": "enrolment",
    "/handovers/": "handover",
    "/imports/": "run",
    "/inquiry/": "inquiry",
    "/merges/": "merge",
    "/message-templates/": "template",
    "/needs/": "need",
    "/notices/": "notice",
    "/objection-actions/": "action",
    "/objections/answers/": "rebuttal",
    "/objections/": "objection",
    "/pipelines/": "pipeline",
    "/playbooks/": "playbook",
    "/reassignments/": "reassignment",
    "/rules/pipelines/": "pipeline",
    "/segments/": "segment",
    "/sequences/": "sequence",
    "/signals/": "signal",
    "/tasks/": "task",
    "/team/people/": "anna",
    "/territories/people/": "anna",
    "/territories/": "territory",
    "/touches/": "touch",
    "/visits/stops/": "visit",
    "/visits/": "visits",
}
API = {
    "absences": "absence",
    "arguments": "argument",
    "assignment-rules": "rule",
    "business-events": "event",
    "call-attempts": "call",
    "calling-lists": "calls",
    "companies": "client",
    "consents": "consent",
    "contacts": "contact",
    "deal-products": "deal_product",
    "encounters": "encounter",
    "enrolment-steps": "enrolment_step",
    "enrolments": "enrolment",
    "erasures": "erasure",
    "event-deals": "event_deal",
    "event-participants": "participant",
    "imports": "run",
    "inquiries": "inquiry",
    "message-templates": "template",
    "objection-actions": "action",
    "opt-outs": "opt_out",
    "product-categories": "category",
    "queued": "queued",
    "sales-points": "point",
    "subject-requests": "request",
    "supplies": "supply",
    "touches": "touch",
    "visit-lists": "visits",
    "visits": "visit",
}
_PARAMETER = re.compile(r"<[^>]+>|{id}")


def address_of(route: Route, scene: Scene) -> str:
    """With ids instead of parameters."""
    return _PARAMETER.sub(lambda found: _value(found.group(), route, scene), route.address)


def _value(parameter: str, route: Route, scene: Scene) -> str:
    match parameter:
        case "<int:stage_id>":
            return str(scene.things["stage"].pk)
        case "<str:secret>":
            return scene.feed
        case "<str:day>":
            return scene.day_off
        case _:
            return str(scene.things[thing_of(route)].pk)


def thing_of(route: Route) -> str:
    """Raises KeyError for an address of which nobody has said what it is of."""
    if route.is_api:
        word = route.room.removeprefix("api ")
        return API.get(word) or word.removesuffix("s")
    return next(thing for beginning, thing in PAGES.items() if route.address.startswith(beginning))
