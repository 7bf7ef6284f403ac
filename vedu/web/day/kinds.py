"""Which tasks are touches, talks and meetings, so that they end as touches and the plan can be held against them."""

from vedu.sales.touches.channel import PHONED, Channel, TaskKind

MEETINGS = frozenset({TaskKind.MEETING, TaskKind.VISIT, TaskKind.DEMO})
# The client himself takes part, by his own clock.
TALKS = PHONED | MEETINGS
# Done by coming to the client, so they end as a touch; by the tab of the composer that writes it down.
TAB_OF_KIND: dict[str, str] = {
    **dict.fromkeys(PHONED, "call"),
    **dict.fromkeys(MEETINGS, "meeting"),
    TaskKind.EMAIL: "email",
    TaskKind.MESSENGER: "message",
}
TOUCHES = frozenset(TAB_OF_KIND)
MET_BY = frozenset({Channel.MEETING, Channel.VISIT, Channel.EVENT})
