"""The score that the scan reckons with: the weights of the base, and what people's decisions taught."""

import numpy as np

from vedu.clients.duplicates.facts import FIELDS
from vedu.clients.duplicates.linkage.comparing import compare
from vedu.clients.duplicates.linkage.learning import MOST_EXAMPLES, learn
from vedu.clients.duplicates.linkage.model import Model
from vedu.clients.duplicates.linkage.scoring import contributions, identified
from vedu.clients.duplicates.linkage.table import Ints, Table
from vedu.clients.duplicates.linkage.weights import Weights
from vedu.clients.duplicates.probable_pair import Decision, ProbablePair

LATEST = 20_000  # decisions to learn from


def taught(table: Table, left: Ints, right: Ints, weights: Weights) -> Model:
    """``left`` and ``right`` are the candidates among whom examples of what is usual are taken."""
    decided = ProbablePair.objects.decided().order_by("-decided_at").values_list("evidence", "decision")[:LATEST]
    rows = list(decided.iterator())
    if not rows:
        return Model(weights)
    usual = Model(weights)
    names = [field.name for field in FIELDS]
    worth = [usual.worth({name: (one[0], one[1]) for name, one in evidence.items()}) for evidence, _ in rows]
    features = np.array([[one.get(name, 0.0) for name in names] for one in worth])
    same = [decision == Decision.SAME for _, decision in rows]
    step = max(1, len(left) // (10 * MOST_EXAMPLES))
    evidence = compare(table, left[::step], right[::step])
    examples = contributions(weights, table, evidence.only(identified(table, evidence)))
    return Model(weights, learn(weights, names, examples, features, same))
