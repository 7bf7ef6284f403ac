"""An inquiry of a client whom a colleague leads: the client is not left without help, and not taken away (OWN-2).

The colleague gets a task for now and a notice; nothing of the client is changed or shown."""

from datetime import datetime

from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.foundation.events import tell
from vedu.foundation.people.notice import News, Notice
from vedu.foundation.people.user import User
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.inquiries.inquiry import Inquiry
from vedu.sales.inquiries.response import due_of
from vedu.sales.inquiries.step import Step
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.next_step import NextStep
from vedu.sales.touches.task import Task


def pass_on(
    client: Client, words: str, *, channel: str, is_here: bool, by: User, at: datetime, norm: Pipeline
) -> Inquiry:
    """The first response is his who leads the client, and is timed as any other. One who asks again adds his words to
    what waits. The caller's transaction."""
    waiting = Inquiry.objects.waiting().filter(client=client, deal=None).first()
    if waiting is not None:
        waiting.words = "\n".join(filter(None, [waiting.words, words.strip()]))
        waiting.save(update_fields=["words"])
        return waiting
    due_at = due_of(norm, at)
    inquiry = Inquiry.objects.create(
        client=client,
        channel=channel,
        words=words.strip(),
        is_here=False,
        came_at=at,
        received_by=by,
        step=Step.GREETING,
        due_at=due_at,
        task=Task.plan_by_rule(client, _call_back(words, by, due_at or at), at=at),
    )
    assert client.owner_id is not None
    said = words.strip()[:300]
    tell(
        "inquiry.passed_on",
        by=by,
        client_id=client.pk,
        at=at,
        inquiry=inquiry.pk,
        owner=client.owner_id,
        is_here=is_here,
        words=said,
    )
    facts = {"client": client.pk, "name": client.name, "by": by.name, "words": said}
    Notice.send([News(client.owner_id, "inquiry.passed_on", str(inquiry.pk), facts)], at=at)
    return inquiry


def _call_back(words: str, by: User, due_at: datetime) -> NextStep:
    said = " ".join(words.split())
    facts = {"who": by.name, "words": said}
    title = (
        _("Answer: came by himself, received by %(who)s: “%(words)s”")
        if said
        else _("Answer: came by himself, received by %(who)s")
    )
    return NextStep(kind=TaskKind.CALL, due_at=due_at, title=title % facts, minutes=5)
