"""A real HTTP server that answers in DaData's published shape: the only thing of it that costs money is faked."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

SBERBANK = {
    "value": "ПАО СБЕРБАНК",
    "data": {
        "inn": "7707083893",
        "kpp": "773601001",
        "ogrn": "1027700132195",
        "type": "LEGAL",
        "opf": {"short": "ПАО"},
        "name": {"full_with_opf": "ПУБЛИЧНОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО «СБЕРБАНК»", "short_with_opf": "ПАО СБЕРБАНК"},
        "management": {"name": "Греф Герман Оскарович", "post": "ПРЕЗИДЕНТ"},
        "okved": "64.19",
        "address": {
            "value": "г Москва, ул Вавилова, д 19",
            "unrestricted_value": "117312, г Москва, ул Вавилова, д 19",
            "data": {"city": "Москва", "region_kladr_id": "7700000000000"},
        },
        "state": {"status": "ACTIVE", "actuality_date": 1546300800000, "liquidation_date": None},
    },
}


@dataclass
class Question:
    path: str
    headers: dict[str, str]
    body: dict[str, Any]


@dataclass
class DaDataServer:
    """``answers`` are given in turn, the last one for ever: (status, body); ``silent`` ones are hung up on."""

    url: str = ""
    answers: list[tuple[int, object]] = field(default_factory=lambda: [(200, {"suggestions": [SBERBANK]})])
    questions: list[Question] = field(default_factory=list)

    def next_answer(self) -> tuple[int, object]:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


SILENT = (0, None)


@contextmanager
def dadata_server() -> Iterator[DaDataServer]:
    state = DaDataServer()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            headers = {name.lower(): value for name, value in self.headers.items()}
            state.questions.append(Question(self.path, headers, json.loads(self.rfile.read(length))))
            status, body = state.next_answer()
            if not status:
                self.connection.close()
                return
            content = body if isinstance(body, bytes) else json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args: object) -> None:
            """Quiet."""

        def handle_one_request(self) -> None:
            try:
                super().handle_one_request()
            except (OSError, ValueError):
                self.close_connection = True

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_port}/suggestions/api/4_1/rs/findById/party"
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
