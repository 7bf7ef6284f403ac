"""The outbox is emptied: at least once each, with growing pauses after a failure (DAY-4).

A server that fails stops neither the others nor the clock: a run has a few seconds, then it is the next job's turn."""

import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils import timezone

from vedu.foundation.notices.delivery import Delivery, Way
from vedu.foundation.notices.handing_over import ways_on
from vedu.foundation.notices.letter import letter_of
from vedu.foundation.notices.mail import MailSender
from vedu.foundation.notices.notice_choice import NoticeChoice, When, topic_of
from vedu.foundation.notices.sender import Failed, Rejected, Sender, Unreachable
from vedu.foundation.notices.telegram import TelegramSender
from vedu.foundation.people.notice import Notice

BATCH, SECONDS = 100, 20.0
KEPT = timedelta(days=30)
DIGEST, ALONG, ALONG_FOR = "day", 30, timedelta(days=4)
logger = logging.getLogger(__name__)


def send_waiting(at: datetime | None = None) -> int:
    """The job. Answers how many arrived."""
    at = at or timezone.now()
    return sum(_send(way, at) for way in ways_on())


def forget_old_deliveries() -> int:
    """Of a month ago. Answers how many rows went."""
    return Delivery.objects.filter(made_at__lt=timezone.now() - KEPT).delete()[0]


def _send(way: Way, at: datetime) -> int:
    waiting = Delivery.objects.due(at).filter(way=way).select_related("notice__person").order_by("next_try_at", "pk")
    batch, end, arrived = list(waiting[:BATCH]), time.monotonic() + SECONDS, 0
    if not batch:
        return 0
    sender = _SENDERS[way]()
    try:
        for delivery in batch:
            if time.monotonic() > end:
                break
            if delivery.take(at):
                arrived += _deliver(delivery, sender, at)
    except Unreachable as error:
        logger.warning("notices by %s: the server is not there: %s", way, error)
    finally:
        sender.close()
    return arrived


def _deliver(delivery: Delivery, sender: Sender, at: datetime) -> bool:
    """Raises Unreachable when the others need not be tried."""
    notice = delivery.notice
    letter = None if notice.read_at else letter_of(notice, _along(notice))
    if letter is None or not notice.person.is_active:
        delivery.give_up("read in the app" if notice.read_at else "nothing to say", at)
        return False
    try:
        sender.send(delivery, letter)
    except Rejected as error:
        delivery.give_up(str(error), at)
        return False
    except Failed as error:
        delivery.put_off(str(error), at)
        if isinstance(error, Unreachable):
            raise
        return False
    delivery.arrived(at)
    return True


def _along(notice: Notice) -> list[Notice]:
    """With the morning digest come the news of these days that were left for it."""
    if topic_of(notice.kind) != DIGEST:
        return []
    choice = NoticeChoice.of(notice.person)
    fresh = Notice.objects.of(notice.person).unread().filter(at__gte=notice.at - ALONG_FOR).exclude(pk=notice.pk)
    found = fresh.order_by("-at", "-pk")[: ALONG * 10]
    return [one for one in found if choice.when_of(topic_of(one.kind)) == When.DIGEST][:ALONG]


def _by_telegram() -> TelegramSender:
    return TelegramSender(dict(NoticeChoice.objects.exclude(telegram_chat="").values_list("person", "telegram_chat")))


_SENDERS: dict[Way, Callable[[], Sender]] = {Way.EMAIL: MailSender, Way.TELEGRAM: _by_telegram}
