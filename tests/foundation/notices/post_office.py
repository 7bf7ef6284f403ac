"""A real SMTP server and a server of the shape of Telegram's Bot API, both on this machine."""

import email
import email.policy
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast

from aiosmtpd.controller import Controller
from django.test import override_settings

SMTP = "django.core.mail.backends.smtp.EmailBackend"
TOKEN = "123:abc"  # noqa: S105 of no bot


class PostOffice:
    """``answers`` are given to letters in turn, the last one for ever: "250 OK", "451 …", "550 …"."""

    def __init__(self, *answers: str) -> None:
        self.letters: list[EmailMessage] = []
        self.addressed: list[list[str]] = []
        self._answers = list(answers) or ["250 OK"]

    async def handle_DATA(self, _server: object, _session: object, envelope: Any) -> str:  # noqa: N802 aiosmtpd's name
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if answer.startswith("250"):
            letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
            self.letters.append(cast("EmailMessage", letter))
            self.addressed.append(envelope.rcpt_tos)
        return answer

    @property
    def ids(self) -> list[str]:
        return [letter["Message-ID"] for letter in self.letters]

    @property
    def subjects(self) -> list[str]:
        return [letter["Subject"].strip() for letter in self.letters]

    def text(self, number: int = 0) -> str:
        part = self.letters[number].get_body(("plain",))
        assert part is not None
        return str(part.get_content())


def free_port() -> int:
    """Where nobody answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def post_office(*answers: str) -> Iterator[PostOffice]:
    office = PostOffice(*answers)
    port = free_port()
    controller = Controller(office, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        with mail_goes_to(port):
            yield office
    finally:
        controller.stop()


def mail_goes_to(port: int) -> override_settings:
    return override_settings(
        SENDS_EMAIL=True,
        EMAIL_BACKEND=SMTP,
        EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=port,
        EMAIL_TIMEOUT=5,
        DEFAULT_FROM_EMAIL="Vedu <vedu@crm.example>",
        ADDRESS="https://crm.example",
    )


class Bot:
    """What the bot was asked to send; ``answers`` as those of the post office: (status, body)."""

    def __init__(self, answers: list[tuple[int, dict[str, Any]]]) -> None:
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.answers = answers


@contextmanager
def telegram(*answers: tuple[int, dict[str, Any]]) -> Iterator[Bot]:
    bot = Bot([*answers] or [(200, {"ok": True, "result": {"message_id": 1}})])

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # noqa: N802 the library's name
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            bot.asked.append((self.path, body))
            status, said = bot.answers.pop(0) if len(bot.answers) > 1 else bot.answers[0]
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(said).encode())

        def log_message(self, *_words: object) -> None:
            """Not on the console of the tests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}"
    try:
        with override_settings(TELEGRAM_TOKEN=TOKEN, TELEGRAM_URL=address, ADDRESS="https://crm.example"):
            yield bot
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
