"""Two touches of one client on one day stand as far apart as the policy asks (CHAN-2): what has its hour is known to
what has none yet. Promised hours are kept first; of the rest whoever stands earlier goes first."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from vedu.insight.day_plan.fitting import Piece, Span, fit
from vedu.insight.day_plan.reach import Reach, channel_of
from vedu.insight.day_plan.task_row import TaskRow
from vedu.insight.day_plan.working_day import MINUTE, WorkingDay

NO_HOURS = Span(0, 0)


class Laying:
    """By the place of a task: its ``pieces`` and ``starts``; in ``reaches`` what will be known of its client then, and
    in ``since`` from which moment on."""

    def __init__(
        self,
        tasks: Sequence[TaskRow],
        promised: Sequence[int | None],
        last: Collection[int],
        day: WorkingDay,
        reach: Reach,
    ) -> None:
        """``promised``: the minute at which it must stand; ``last``: those that get what the others have left."""
        self.tasks, self.promised, self.day = tasks, promised, day
        self._of_client, self._held = _more_than_one(tasks), dict[int, datetime]()
        self._hours = day.hours or NO_HOURS
        self.reaches, self.since = [reach] * len(tasks), [day.moment(self._hours.start)] * len(tasks)
        self.pieces = [
            Piece(max(1, task.minutes), at, () if at is not None else self._spans(place), place in last)
            for place, (task, at) in enumerate(zip(tasks, promised, strict=True))
        ]
        self.starts = fit(self.pieces, self._hours)

    def lay(self) -> None:
        while (place := self._next()) is not None:
            self._hold(place)

    def _next(self) -> int | None:
        """Whose hour others of the same client must know of."""
        places = (place for places in self._of_client.values() for place in places if self._is_waited_for(place))
        return min(places, key=lambda place: (self.promised[place] is None, self.starts[place], place), default=None)

    def _is_waited_for(self, place: int) -> bool:
        if place in self._held or self.starts[place] is None or not channel_of(self.tasks[place]):
            return False
        return next(self._others(place), None) is not None

    def _others(self, place: int) -> Iterator[int]:
        """Of the same client, and without an hour for good."""
        for other in self._of_client.get(self.tasks[place].client_id, ()):
            if other != place and other not in self._held and channel_of(self.tasks[other]):
                yield other

    def _hold(self, place: int) -> None:
        start = self.starts[place]
        assert start is not None
        moment, task = self.day.moment(start), self.tasks[place]
        for other in self._others(place):
            self.reaches[other] = self.reaches[other].after(task.client_id, moment)
            self.since[other] = max(self.since[other], moment)
        self._held[place] = moment
        for other in self._others(place):
            if self.promised[other] is None:
                self.pieces[other] = self.pieces[other]._replace(spans=self._spans(other))
        self.pieces[place] = self.pieces[place]._replace(at=start)
        self.starts = fit(self.pieces, self._hours)

    def _spans(self, place: int) -> list[Span]:
        """When it may begin, and leave those that are held where they are."""
        start, end = map(self.day.moment, self._hours)
        found = []
        for window in self.reaches[place].windows(self.tasks[place], start, end):
            until = min([window.end, *self._too_near(place, window.start)])
            if until > window.start and self._is_borne(place, window.start):
                found.append(Span(self._up(window.start), self._up(until)))
        return found

    def _held_beside(self, place: int) -> list[int]:
        return [one for one in self._of_client.get(self.tasks[place].client_id, ()) if one in self._held]

    def _too_near(self, place: int, start: datetime) -> Iterator[datetime]:
        """From when on it would stand too near before what comes later."""
        for one in self._held_beside(place):
            if self._held[one] > start:
                yield self._held[one] - self.reaches[place].between(self.tasks[place])

    def _is_borne(self, place: int, start: datetime) -> bool:
        """What is held later may still stand where it does: no limit is full before it."""
        later = [one for one in self._held_beside(place) if self._held[one] > start]
        return not any(self._new_objections(one, start) for one in later)

    def _new_objections(self, held: int, start: datetime) -> bool:
        task, at, reach = self.tasks[held], self._held[held], self.reaches[held]
        return len(reach.after(task.client_id, start).objections(task, at)) > len(reach.objections(task, at))

    def _up(self, moment: datetime) -> int:
        return -((self.day.start - moment) // MINUTE)


def _more_than_one(tasks: Sequence[TaskRow]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for place, task in enumerate(tasks):
        found[task.client_id].append(place)
    return {client: places for client, places in found.items() if len(places) > 1}
