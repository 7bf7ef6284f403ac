"""By a bot of Telegram, as its published Bot API has it: POST /bot<token>/sendMessage with JSON.

It takes no key against repetition: a process killed between the answer and our row may send a message twice."""

import json
import urllib.error
import urllib.request
from typing import Any

from django.conf import settings
from django.utils.html import escape

from vedu.foundation.notices.delivery import Delivery
from vedu.foundation.notices.letter import Letter
from vedu.foundation.notices.sender import Failed, Rejected, Unreachable

SECONDS = 10
LONGEST = 4000  # of 4096 characters
BAD_REQUEST, FORBIDDEN, TOO_MANY = 400, 403, 429


class TelegramSender:
    def __init__(self, chats: dict[int, str]) -> None:
        """``chats``: by the ids of people."""
        self._chats = chats

    def send(self, delivery: Delivery, letter: Letter) -> None:
        chat = self._chats.get(delivery.notice.person_id)
        if not chat:
            raise Rejected("no chat")
        found = _asked({"chat_id": chat, "text": _text(letter), "parse_mode": "HTML"})
        if not found.get("ok"):
            raise _failure(found)(str(found.get("description", "")))

    def close(self) -> None:
        """Each message has a connection of its own."""


def _text(letter: Letter) -> str:
    """Whole lines only: a cut tag would be refused."""
    said = f"<b>{escape(letter.subject)}</b>"
    for words, url in letter.lines:
        line = f'\n\n<a href="{escape(url)}">{escape(words)}</a>'
        if len(said) + len(line) > LONGEST:
            break
        said += line
    return said


def _failure(found: dict[str, Any]) -> type[Failed]:
    code = found.get("error_code")
    if code in (BAD_REQUEST, FORBIDDEN):  # no such chat; the person has stopped the bot
        return Rejected
    return Unreachable if code != TOO_MANY else Failed


def _asked(body: dict[str, str]) -> dict[str, Any]:
    request = urllib.request.Request(  # noqa: S310 the address is the administrator's
        f"{settings.TELEGRAM_URL}/bot{settings.TELEGRAM_TOKEN}/sendMessage",
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as response:  # noqa: S310
            return dict(json.load(response))
    except urllib.error.HTTPError as error:
        with error:
            return _read(error)
    except (OSError, ValueError) as error:
        # The address of the request holds the token: it goes into no log.
        raise Unreachable(type(error).__name__) from None


def _read(error: urllib.error.HTTPError) -> dict[str, Any]:
    try:
        return dict(json.loads(error.read()))
    except ValueError:
        return {"ok": False, "error_code": error.code}
