"""How well duplicates are found in any table whose duplicates are known: precision, recall, F1."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from bench.known_duplicates import Known, read
from vedu.clients.duplicates.linkage.blocking import candidates
from vedu.clients.duplicates.linkage.comparing import compare
from vedu.clients.duplicates.linkage.estimating import estimate
from vedu.clients.duplicates.linkage.learning import learn
from vedu.clients.duplicates.linkage.linking import Linked, cleaned, score
from vedu.clients.duplicates.linkage.model import Model
from vedu.clients.duplicates.linkage.scoring import contributions, identified
from vedu.clients.duplicates.linkage.table import Ints

Say = Callable[[str], None]
LIKELY = 0.5
SHOWN = 0.05  # what a head has in the queue to decide
SEED = 7


def measure(files: list[Path], *, entity: str, pairs: Path | None, json_file: Path | None, say: Say) -> int:
    """``entity`` names the column whose equal values mean the same; else ``pairs`` is a file of two columns of ids."""
    started = time.perf_counter()
    known = read(files, entity, pairs)
    result = figures(known) | {"seconds": round(time.perf_counter() - started, 1)}
    say(told(result))
    if json_file is not None:
        json_file.write_text(json.dumps(result, indent=1))
    return 0


def figures(known: Known) -> dict[str, Any]:
    table = known.table
    left, right = candidates(table)
    model = Model(estimate(table, left, right))
    alone = score(table, left, right, model, floor=SHOWN)
    undecided = _undecided(known)
    taught = _taught(known, model, (left, right), alone.only(~undecided[alone.left] & ~undecided[alone.right]))
    found, later = _likely(known, alone), _likely(known, score(table, left, right, taught, floor=LIKELY))
    return {
        "files": [file.name for file in known.files],
        "kinds": {column.field.name: str(column.field.kind) for column in table.columns},
        "records": table.size,
        "true_pairs": len(known.pairs),
        "candidates": len(left),
        "blocking_recall": round(len(known.pairs & _codes(known, left, right)) / max(len(known.pairs), 1), 4),
        "without_decisions": _rates(known, found),
        "other_half_without_decisions": _rates(known, found, undecided),
        "other_half_after_decisions": _rates(known, later, undecided)
        | {"decisions": taught.learned.decisions if taught.learned else 0},
    }


def told(result: dict[str, Any]) -> str:
    lines = [
        f"{' + '.join(result['files'])}: {result['records']:,} records, {result['true_pairs']:,} pairs of duplicates",
        "columns: " + ", ".join(f"{name.rpartition('#')[2]} ({kind})" for name, kind in result["kinds"].items()),
        f"compared {result['candidates']:,} pairs, among them {result['blocking_recall']:.2%} of the duplicates",
        _line("without labels", result["without_decisions"]),
        _line("half of the entities, without labels", result["other_half_without_decisions"]),
        _line("the same half, the other one decided", result["other_half_after_decisions"]),
        f"{result['seconds']} s",
    ]
    return "\n".join(lines)


def _line(name: str, rates: dict[str, Any]) -> str:
    decisions = f"  ({rates['decisions']:,} decisions)" if "decisions" in rates else ""
    return (
        f"{name:38} precision {rates['precision']:.4f}  recall {rates['recall']:.4f}  F1 {rates['f1']:.4f}{decisions}"
    )


def _likely(known: Known, linked: Linked) -> Linked:
    return cleaned(known.table, linked.only(linked.score >= LIKELY))


def _undecided(known: Known) -> Any:
    """For each record whether its entity belongs to the half that nobody has decided on."""
    entities = sorted(set(known.entity.tolist()))
    decided = set(Random(SEED).sample(entities, len(entities) // 2))  # noqa: S311 - the same half every time
    return np.array([one not in decided for one in known.entity.tolist()])


def _taught(known: Known, model: Model, compared: tuple[Ints, Ints], shown: Linked) -> Model:
    """The head looked at the pairs shown and said of each whether it is the same."""
    table = known.table
    same = [code in known.pairs for code in (shown.left * table.size + shown.right).tolist()]
    evidence = compare(table, *compared)
    examples = contributions(model.weights, table, evidence.only(identified(table, evidence)))
    decided = contributions(model.weights, table, shown.evidence)
    names = [column.field.name for column in table.columns]
    return Model(model.weights, learn(model.weights, names, examples, decided, same))


def _rates(known: Known, linked: Linked, among: Any = None) -> dict[str, Any]:
    """``among``: which records count; a pair found counts when either of its records does."""
    truth, found = known.pairs, _codes(known, linked.left, linked.right)
    if among is not None:
        size = known.table.size
        truth, found = ({one for one in codes if among[one // size] or among[one % size]} for codes in (truth, found))
    right = len(truth & found)
    return {
        "pairs": len(found),
        "precision": round(right / max(len(found), 1), 4),
        "recall": round(right / max(len(truth), 1), 4),
        "f1": round(2 * right / max(len(found) + len(truth), 1), 4),
    }


def _codes(known: Known, left: Ints, right: Ints) -> set[int]:
    return set((left * known.table.size + right).tolist())
