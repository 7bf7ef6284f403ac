"""The register of models that stand in the rooms of this floor."""

from vedu.foundation.events import Event
from vedu.foundation.idempotency import KeptReply
from vedu.foundation.notices.delivery import Delivery
from vedu.foundation.notices.feed_address import FeedAddress
from vedu.foundation.notices.notice_choice import NoticeChoice
from vedu.foundation.people.absence import Absence
from vedu.foundation.people.calendar_day import CalendarDay
from vedu.foundation.people.installation import Installation
from vedu.foundation.people.notice import Notice
from vedu.foundation.people.session import Session
from vedu.foundation.people.team import Team
from vedu.foundation.people.token import ApiToken
from vedu.foundation.people.user import User
from vedu.foundation.search.entry import SearchEntry, SearchNote

__all__ = [
    "Absence",
    "ApiToken",
    "CalendarDay",
    "Delivery",
    "Event",
    "FeedAddress",
    "Installation",
    "KeptReply",
    "Notice",
    "NoticeChoice",
    "SearchEntry",
    "SearchNote",
    "Session",
    "Team",
    "User",
]
