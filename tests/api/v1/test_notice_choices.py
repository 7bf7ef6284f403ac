"""What a person is told and his calendar's address, by the API."""

from django.test import Client as Browser
from django.urls import reverse

from tests.api.caller import Caller
from vedu.foundation.notices.feed_address import FeedAddress
from vedu.foundation.notices.notice_choice import NoticeChoice

CHOICE, FEED = "/users/me/notice-choice", "/users/me/calendar-feed"


def test_each_chooses_for_himself(anna: Caller, igor: Caller) -> None:
    assert anna.get(CHOICE).body["when"]["task"] == "never"
    changed = anna.patch(CHOICE, {"remind": "morning", "when": {"task": "now"}}).body
    assert (changed["remind"], changed["ahead_minutes"], changed["when"]["task"]) == ("morning", 15, "now")
    assert anna.patch(CHOICE, {"when": {"hold": "never"}}).body["when"]["task"] == "now"
    assert igor.get(CHOICE).body["remind"] == "ahead"


def test_what_cannot_be_is_named(anna: Caller) -> None:
    assert anna.patch(CHOICE, {"ahead_minutes": 2000}).status == 422
    assert anna.patch(CHOICE, {"when": {"planet": "now"}}).status == 422
    assert anna.patch(CHOICE, {"telegram_chat": "my chat"}).status == 422
    assert not NoticeChoice.objects.exists()


def test_an_address_is_made_and_taken_away(anna: Caller) -> None:
    assert anna.get(FEED).status == 404
    made = anna.post(FEED, {})
    assert made.status == 201
    path = made.body["url"].removeprefix("http://localhost:8000")
    assert path == reverse("calendar:feed", args=[path.split("/")[-1].removesuffix(".ics")])
    assert Browser().get(path).status_code == 200
    assert "url" not in anna.get(FEED).body
    assert anna.delete(FEED).status == 204
    assert Browser().get(path).status_code == 404
    assert not FeedAddress.objects.exists()


def test_a_stranger_does_neither(stranger: Caller) -> None:
    assert [stranger.get(CHOICE).status, stranger.patch(CHOICE, {}).status] == [401, 401]
    assert [stranger.get(FEED).status, stranger.post(FEED, {}).status, stranger.delete(FEED).status] == [401] * 3
