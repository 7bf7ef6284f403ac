from django.http import HttpResponse
from django.test import RequestFactory

from vedu.web.deals.board.choice import BoardChoice
from vedu.web.deals.remembered import COOKIE, remember, said_in


def test_what_the_address_does_not_say_is_what_was_chosen_last() -> None:
    request = RequestFactory().get("/deals/?chip=none")
    request.COOKIES[COOKIE] = "7.team"
    assert said_in(request) == {"pipeline": "7", "scope": "team", "chip": "none"}


def test_the_address_wins() -> None:
    request = RequestFactory().get("/deals/?pipeline=9&scope=mine")
    request.COOKIES[COOKIE] = "7.team"
    assert said_in(request) == {"pipeline": "9", "scope": "mine"}


def test_a_stranger_cookie_says_nothing_harmful() -> None:
    request = RequestFactory().get("/deals/")
    request.COOKIES[COOKIE] = "junk"
    assert said_in(request) == {"pipeline": "junk", "scope": ""}


def test_a_change_is_kept_and_the_same_is_not_written_again() -> None:
    request = RequestFactory().get("/deals/")
    response = remember(request, HttpResponse(), BoardChoice(7, "team"))
    assert response.cookies[COOKIE].value == "7.team"
    assert response.cookies[COOKIE]["samesite"] == "Lax"
    request.COOKIES[COOKIE] = "7.team"
    assert COOKIE not in remember(request, HttpResponse(), BoardChoice(7, "team", "none")).cookies
