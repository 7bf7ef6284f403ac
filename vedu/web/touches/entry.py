"""What the composer's form says becomes a touch, a note or a task by the verbs of sales."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.channel import Channel, Direction, Outcome
from vedu.sales.touches.note import write_note
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch
from vedu.web.touches.step_fields import read_step, require_step

SECONDS_IN_MINUTE = 60
LONGEST_MINUTES = 24 * 60
# A tab of the composer gathers near channels (CHAN-1); the first is the usual one.
CHANNELS_OF_TAB: dict[str, tuple[str, ...]] = {
    "call": (Channel.CALL,),
    "email": (Channel.EMAIL,),
    "meeting": (Channel.MEETING, Channel.VISIT, Channel.EVENT),
    "message": (Channel.MESSENGER, Channel.SOCIAL, Channel.FORM, Channel.SHOP),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """The form as it was sent, about a client or one of its deals."""

    form: Mapping[str, str]
    client: Client
    by: User
    deal: Deal | None = None

    def write(self) -> str:
        """Keeps it, all or nothing, and returns what was done in words. Raises Refused."""
        match self.form.get("as", ""):
            case "note":
                write_note(self.client, text=self.form.get("text", ""), by=self.by, deal=self.deal)
                return _("Note kept")
            case "task":
                return self._plan()
            case tab if tab in CHANNELS_OF_TAB:
                return self._log(tab)
        raise invalid(
            "as", "unknown-word", _("Choose what to write down: a call, a letter, a meeting, a note or a task.")
        )

    def _plan(self) -> str:
        step = require_step(self.form, self._contact())
        reason = self.form.get("override_reason", "")
        if self.deal is not None:
            self.deal.plan(step, by=self.by)
        else:
            Task.plan(self.client, step, by=self.by, override_reason=reason)
        return _("Next step planned")

    def _log(self, tab: str) -> str:
        contact = self._contact()
        direction = Direction.IN if self.form.get("direction") == Direction.IN else Direction.OUT
        with transaction.atomic():
            self._end_task()
            Touch.log(
                self.client,
                by=self.by,
                deal=self.deal,
                contact=contact,
                channel=self._channel(tab),
                direction=direction,
                outcome=self._outcome(tab, direction),
                text=self.form.get("text", ""),
                seconds=self._seconds(),
                next_step=read_step(self.form, contact),
                override_reason=self.form.get("override_reason", ""),
            )
        return _("Written down")

    def _end_task(self) -> None:
        """The touch was the task; one that a colleague finished a moment ago stays as it is."""
        task_id = self.form.get("done_task", "")
        if not task_id:
            return
        task = Task.objects.open().filter(pk=_number(task_id, "done_task"), client=self.client).first()
        if task is None:
            return
        if self.deal is not None and task.deal_id == self.deal.pk:
            task.deal = self.deal
        task.complete(by=self.by)

    def _contact(self) -> Contact | None:
        chosen = self.form.get("contact", "")
        if not chosen:
            return None
        contact = self.client.contacts.filter(pk=_number(chosen, "contact")).first()
        if contact is None:
            raise invalid("contact", "contact-elsewhere", _("This person belongs to another client."))
        return contact

    def _channel(self, tab: str) -> str:
        allowed = CHANNELS_OF_TAB[tab]
        chosen = self.form.get(f"channel_{tab}", "")
        return chosen if chosen in allowed else allowed[0]

    def _outcome(self, tab: str, direction: str) -> str:
        if tab == "call":
            return Outcome.TALKED if direction == Direction.IN else self.form.get("outcome") or Outcome.TALKED
        if tab == "meeting":
            return Outcome.TALKED
        return Outcome.REPLIED if direction == Direction.IN else Outcome.SENT

    def _seconds(self) -> int | None:
        typed = self.form.get("minutes", "").strip()
        if not typed:
            return None
        minutes = _number(typed, "minutes")
        if minutes > LONGEST_MINUTES:
            raise invalid("minutes", "too-long", _("Longer than a day: check the minutes."))
        return minutes * SECONDS_IN_MINUTE


def _number(text: str, field: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise invalid(field, "not-a-number", _("Write a whole number."))
    return int(text)
