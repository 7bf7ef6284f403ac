"""DaData: POST findById/party over https, with a key and a secret."""

import http.client
import json
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlsplit

from vedu.integrations.enrichment.dadata_shape import party_in
from vedu.integrations.enrichment.party import PartyFacts
from vedu.integrations.enrichment.provider import Unanswered

TRIES = 2
LONGEST_ANSWER = 2**20
REFUSED, TOO_OFTEN = frozenset({401, 403}), 429


@dataclass(frozen=True, slots=True)
class DaData:
    """``timeout`` in seconds for each of the two tries. Redirects are not followed: the key goes to one host only."""

    key: str
    secret: str
    address: str
    timeout: float = 4.0

    code: ClassVar[str] = "dadata"
    is_local: ClassVar[bool] = False

    def find(self, inn: str, kpp: str = "") -> PartyFacts | None:
        question = {"query": inn, "count": 1} | ({"kpp": kpp} if kpp else {"branch_type": "MAIN"})
        return party_in(_read(self._ask(json.dumps(question).encode())))

    def _ask(self, body: bytes) -> bytes:
        """Silence and faults of the server are tried once more, a refusal is not."""
        for _try in range(TRIES):
            try:
                status, answer = self._post(body)
            except (OSError, http.client.HTTPException):
                continue
            if status < http.client.INTERNAL_SERVER_ERROR:
                return _accepted(status, answer)
        raise Unanswered("no-answer")

    def _post(self, body: bytes) -> tuple[int, bytes]:
        parts = urlsplit(self.address)
        secure = parts.scheme == "https"
        connect = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        connection = connect(parts.hostname or "", parts.port, timeout=self.timeout)
        try:
            connection.request("POST", parts.path, body, self._headers())
            response = connection.getresponse()
            return response.status, response.read(LONGEST_ANSWER)
        finally:
            connection.close()

    def _headers(self) -> dict[str, str]:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        headers["Authorization"] = f"Token {self.key}"
        return headers | ({"X-Secret": self.secret} if self.secret else {})


def _accepted(status: int, answer: bytes) -> bytes:
    if status in REFUSED:
        raise Unanswered("key-refused", str(status))
    if status == TOO_OFTEN:
        raise Unanswered("too-often")
    if status != http.client.OK:
        raise Unanswered("answer-unreadable", str(status))
    return answer


def _read(answer: bytes) -> object:
    try:
        return json.loads(answer)
    except ValueError as error:
        raise Unanswered("answer-unreadable", str(error)) from error
