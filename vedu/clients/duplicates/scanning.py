"""Searches the whole base for probable pairs and keeps the queue in step with what it finds."""

import numpy as np

from vedu.clients.duplicates.client_table import client_table
from vedu.clients.duplicates.facts import EMAIL, INN, PHONE
from vedu.clients.duplicates.keeping import keep
from vedu.clients.duplicates.linkage.blocking import candidates
from vedu.clients.duplicates.linkage.estimating import estimate
from vedu.clients.duplicates.linkage.linking import Linked, score
from vedu.clients.duplicates.linkage.table import Ints, Table
from vedu.clients.duplicates.scan import DuplicateScan
from vedu.clients.duplicates.teaching import taught

FLOOR = 0.25  # pairs less likely than this are not worth a person's time
LEAST, FEW = 0.02, 3  # but with a phone, an e-mail or an ИНН that so few have a pair is
KEYS = {PHONE, EMAIL, INN}
MOST = 100_000  # pairs in the queue
READ, BLOCKED, LEARNED, COMPARED = 40, 50, 60, 90  # per cent done


def search(scan: DuplicateScan) -> None:
    """The whole base anew; what people have decided stays. Raises what the database raises."""
    table, ids, kpps = client_table()
    scan.progress(READ, clients=table.size)
    left, right = candidates(table) if table.size > 1 else (ids[:0], ids[:0])
    scan.progress(BLOCKED, compared=len(left))
    weights = estimate(table, left, right)
    model = taught(table, left, right, weights)
    scan.progress(LEARNED)
    found = _best(_apart(_worth_a_look(table, score(table, left, right, model, floor=LEAST)), table, kpps))
    scan.progress(COMPARED)
    kept = keep(table, ids, found, model)
    scan.model, scan.decisions = model.as_json(), model.learned.decisions if model.learned else 0
    scan.finish(found=kept)


def _worth_a_look(table: Table, found: Linked) -> Linked:
    kept = found.score >= FLOOR
    for place, column in enumerate(table.columns):
        if column.field.name in KEYS:
            is_same = found.evidence.levels[:, place] == column.field.trait.same
            kept |= is_same & (found.evidence.holders[:, place] <= FEW)
    return found.only(kept)


def _best(found: Linked) -> Linked:
    if len(found.score) <= MOST:
        return found
    return found.only(np.sort(np.argsort(-found.score, kind="stable")[:MOST]))


def _apart(found: Linked, table: Table, kpps: list[str]) -> Linked:
    """Without branches: one ИНН and two different КПП are two clients by the law itself."""
    inn, kpp = _only_value(table, INN), np.array(kpps, dtype=object)
    left, right = found.left, found.right
    both = (inn[left] >= 0) & (kpp[left] != "") & (kpp[right] != "")
    return found.only(~(both & (inn[left] == inn[right]) & (kpp[left] != kpp[right])))


def _only_value(table: Table, name: str) -> Ints:
    """Of a column that has one value at most."""
    column = next(column for column in table.columns if column.field.name == name)
    values = np.full(table.size, -1)
    known = np.flatnonzero(np.diff(column.starts))
    values[known] = column.ids[column.starts[known]]
    return values
