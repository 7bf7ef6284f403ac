import socket

import pytest

from tests.integrations.enrichment.dadata_server import SILENT, DaDataServer
from vedu.integrations.enrichment.dadata import DaData
from vedu.integrations.enrichment.provider import Unanswered

INN = "7707083893"
QUIET = 0.3


def ask(server: DaDataServer, inn: str = INN, kpp: str = "") -> object:
    return DaData("the-key", "the-secret", server.url, timeout=QUIET).find(inn, kpp)


def code_of(server: DaDataServer) -> str:
    with pytest.raises(Unanswered) as error:
        ask(server)
    return error.value.code


def test_it_asks_as_published_with_key_and_secret(dadata: DaDataServer) -> None:
    ask(dadata)
    question = dadata.questions[0]
    assert question.path == "/suggestions/api/4_1/rs/findById/party"
    assert question.headers["authorization"] == "Token the-key"
    assert question.headers["x-secret"] == "the-secret"
    assert question.headers["content-type"] == "application/json"
    assert question.body == {"query": INN, "count": 1, "branch_type": "MAIN"}


def test_without_a_secret_none_is_sent(dadata: DaDataServer) -> None:
    DaData("the-key", "", dadata.url).find(INN)
    assert "x-secret" not in dadata.questions[0].headers


def test_a_branch_is_asked_for_by_its_kpp(dadata: DaDataServer) -> None:
    ask(dadata, kpp="773601001")
    assert dadata.questions[0].body == {"query": INN, "count": 1, "kpp": "773601001"}


def test_nobody_is_an_answer_too(dadata: DaDataServer) -> None:
    dadata.answers = [(200, {"suggestions": []})]
    assert ask(dadata) is None


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, "key-refused"),
        (403, "key-refused"),
        (429, "too-often"),
        (404, "answer-unreadable"),
        (302, "answer-unreadable"),
    ],
)
def test_a_refusal_is_named_and_not_repeated(dadata: DaDataServer, status: int, code: str) -> None:
    dadata.answers = [(status, {"message": "no"})]
    assert code_of(dadata) == code
    assert len(dadata.questions) == 1


@pytest.mark.parametrize("answer", [b"<html>sorry</html>", b"", b"[]", b'{"suggestions": 7}', b'{"suggestions": [7]}'])
def test_nonsense_is_named(dadata: DaDataServer, answer: bytes) -> None:
    dadata.answers = [(200, answer)]
    assert code_of(dadata) == "answer-unreadable"


@pytest.mark.parametrize("fault", [SILENT, (500, {}), (503, b"busy")])
def test_a_fault_is_tried_once_more(dadata: DaDataServer, fault: tuple[int, object]) -> None:
    dadata.answers.insert(0, fault)
    assert ask(dadata) is not None
    assert len(dadata.questions) == 2


def test_a_server_that_goes_on_failing_has_not_answered(dadata: DaDataServer) -> None:
    dadata.answers = [(500, {})]
    assert code_of(dadata) == "no-answer"
    assert len(dadata.questions) == 2


def test_a_server_that_keeps_silent_is_not_waited_for() -> None:
    """It takes the connection and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as mute:
        address = f"http://127.0.0.1:{mute.getsockname()[1]}/"
        with pytest.raises(Unanswered) as error:
            DaData("key", "", address, timeout=QUIET).find(INN)
    assert error.value.code == "no-answer"


def test_a_server_that_is_not_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as plug:
        address = f"http://127.0.0.1:{plug.getsockname()[1]}/"
    with pytest.raises(Unanswered):
        DaData("key", "", address, timeout=QUIET).find(INN)
