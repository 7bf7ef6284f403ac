"""Whatever the verbs tell has words, or is known to be for machines."""

import re
from pathlib import Path

from vedu.web.touches.told import _TELLERS

VEDU = Path(__file__).resolve().parents[3] / "vedu"
TELLS = re.compile(r"""tell\(\s*f?["']([a-z_]+\.[a-z_]+)["']""")
# Small changes that a person sees elsewhere; decisions that belong to no client.
SILENT = {
    "argument.chosen",
    "argument.dropped",
    "brief.rule_decided",
    "client.placed",
    "client.point_added",
    "consent.text_published",
    "consent.term_decided",
}
# People, rules and the house itself: no timeline of a client or a deal shows them.
NOT_ABOUT_WORK = {
    "absence",
    "buying_signal",
    "business_event",
    "calendar",
    "calling_list",
    "category",
    "checklist",
    "competitor",
    "contact_rules",
    "holds",
    "import",
    "installation",
    "overdue",
    "message_template",
    "pair",
    "person",
    "pipeline",
    "playbook",
    "product",
    "reassignment",
    "rebuttal",
    "rfm_groups",
    "rhythms",
    "rule",
    "sales_point",
    "segment",
    "sequence",
    "stage",
    "team",
    "territory",
    "time_budgets",
    "visit_list",
}
# Named by the state they bring: deal.{result}.
BY_RESULT = {"deal.won", "deal.lost", "deal.postponed"}


def told() -> set[str]:
    """Kinds of events in the source of the floors below the screens."""
    floors = ("foundation", "clients", "sales", "integrations")
    return {
        kind for floor in floors for file in (VEDU / floor).rglob("*.py") for kind in TELLS.findall(file.read_text())
    }


def test_the_search_finds_the_verbs() -> None:
    assert {"deal.opened", "need.noted", "client.added", "note.written"} <= told()


def test_every_event_of_clients_and_deals_has_words() -> None:
    about_work = {kind for kind in told() if kind.split(".")[0] not in NOT_ABOUT_WORK}
    assert about_work - set(_TELLERS) - SILENT == set()


def test_no_words_are_left_of_events_that_nobody_tells() -> None:
    assert set(_TELLERS) - told() - BY_RESULT == set()
