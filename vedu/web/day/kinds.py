"""Which tasks are touches, talks and meetings, so that the plan can be held against what was done."""

from vedu.sales.touches.channel import Channel, TaskKind

# Done by a call: they have «Call» as their button.
PHONED = frozenset({TaskKind.CALL, TaskKind.RETURN, TaskKind.REORDER})
MEETINGS = frozenset({TaskKind.MEETING, TaskKind.VISIT, TaskKind.DEMO})
# The client himself takes part, by his own clock.
TALKS = PHONED | MEETINGS
TOUCHES = TALKS | {TaskKind.EMAIL, TaskKind.MESSENGER}
MET_BY = frozenset({Channel.MEETING, Channel.VISIT, Channel.EVENT})
