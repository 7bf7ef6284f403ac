"""Notices leave the app: from the outbox to a real mail server and to a bot."""

from datetime import timedelta

import pytest
from django.test import override_settings

from tests.cast import Cast
from tests.foundation.notices.post_office import TOKEN, free_port, mail_goes_to, post_office, telegram
from tests.sales.reminders.clock import NOON, moscow
from vedu.foundation.notices.delivery import LEASE, MOST_TRIES, Delivery
from vedu.foundation.notices.handing_over import hand_over
from vedu.foundation.notices.notice_choice import NoticeChoice
from vedu.foundation.notices.sending import forget_old_deliveries, send_waiting
from vedu.foundation.people.notice import News, Notice
from vedu.foundation.people.user import User


@pytest.fixture(autouse=True)
def _english(cast: Cast) -> None:
    User.objects.update(language="en", date_joined=moscow(1, 9))
    cast.anna.refresh_from_db()


def inquiry(person: User, key: str = "1", words: str = "How much?") -> Notice:
    """News of a kind that is sent at once unless a person chose otherwise."""
    data = {"client": 5, "name": "Volga", "by": "Igor Belov", "words": words}
    Notice.send([News(person.pk, "inquiry.passed_on", key, data)], at=NOON)
    return Notice.objects.get(person=person, key=key)


def deliver(minutes: float = 0) -> int:
    at = NOON + timedelta(minutes=minutes)
    hand_over(at)
    return send_waiting(at)


def test_a_letter_has_the_words_of_the_page_and_a_link(cast: Cast) -> None:
    notice = inquiry(cast.anna)
    with post_office() as office:
        assert deliver() == 1
        assert deliver(1) == 0
    assert office.addressed == [["anna@vedu.example"]]
    assert office.subjects == ["Volga: came by himself, received by Igor Belov: “How much?”"]
    assert f"https://crm.example/notices/{notice.pk}/" in office.text()
    assert Delivery.objects.get().sent_at == NOON


def test_in_the_language_of_the_person(cast: Cast) -> None:
    User.objects.filter(pk=cast.anna.pk).update(language="ru")
    inquiry(cast.anna)
    with post_office() as office:
        deliver()
    assert "Волга" not in office.subjects[0]
    assert "обратился сам" in office.subjects[0]


def test_without_a_server_nothing_leaves(cast: Cast) -> None:
    inquiry(cast.anna)
    assert deliver() == 0
    assert not Delivery.objects.exists()


def test_only_what_a_person_wants_at_once(cast: Cast) -> None:
    inquiry(cast.anna)
    inquiry(cast.igor)
    inquiry(cast.sergey)
    Notice.send([News(cast.olga.pk, "hold.ending", "1", {"client": 5, "name": "Volga", "on": "2026-12-01"})], at=NOON)
    NoticeChoice.choose(cast.igor, when={"inquiry": "digest"})
    NoticeChoice.choose(cast.sergey, by_email=False)
    with post_office() as office:
        assert deliver() == 1
    assert office.addressed == [["anna@vedu.example"]]


def test_not_at_night_and_not_what_was_read(cast: Cast) -> None:
    first = inquiry(cast.anna)
    with post_office() as office:
        assert hand_over(moscow(24, 23)) == 0
        hand_over(NOON)
        Notice.read([first.pk], by=cast.anna)
        assert send_waiting(NOON) == 0
    assert office.letters == []
    assert Delivery.objects.get().error == "read in the app"


def test_what_was_told_before_it_was_wanted_is_not_sent(cast: Cast) -> None:
    NoticeChoice.choose(cast.anna, by_email=False)
    inquiry(cast.anna)
    NoticeChoice.choose(cast.anna, by_email=True, at=NOON + timedelta(minutes=1))
    with post_office() as office:
        assert deliver(2) == 0
    assert office.letters == []


def test_a_process_killed_after_the_sending_repeats_with_the_same_message_id(cast: Cast) -> None:
    inquiry(cast.anna)
    with post_office() as office:
        deliver()
        # As it stands when the row was taken and the process died before it wrote that the letter had arrived.
        Delivery.objects.update(sent_at=None, next_try_at=NOON + LEASE)
        assert send_waiting(NOON + timedelta(minutes=1)) == 0
        assert send_waiting(NOON + LEASE) == 1
    assert len(office.ids) == 2
    assert len(set(office.ids)) == 1
    assert office.ids[0].endswith("@crm.example>")


def test_of_two_processes_one_sends(cast: Cast) -> None:
    inquiry(cast.anna)
    with post_office():
        hand_over(NOON)
        one, other = Delivery.objects.get(), Delivery.objects.get()
        assert [one.take(NOON), other.take(NOON)] == [True, False]


def test_pauses_grow_and_in_the_end_it_is_given_up(cast: Cast) -> None:
    inquiry(cast.anna)
    with post_office("451 come later"):
        hand_over(NOON)
        at, pauses = NOON, []
        while (delivery := Delivery.objects.get()).given_up_at is None:
            assert send_waiting(at) == 0
            delivery = Delivery.objects.get()
            pauses.append(round((delivery.next_try_at - at).total_seconds() / 60))
            at = delivery.next_try_at
    assert pauses == [1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240, 240]
    assert delivery.tries == MOST_TRIES
    assert "451" in delivery.error


def test_it_arrives_when_the_server_is_well_again(cast: Cast) -> None:
    inquiry(cast.anna)
    with post_office("451 come later", "250 OK") as office:
        assert [deliver(), deliver(0.5), deliver(1)] == [0, 0, 1]
    assert len(office.letters) == 1


def test_an_address_that_is_refused_for_good_holds_nobody_up(cast: Cast) -> None:
    inquiry(cast.anna)
    inquiry(cast.igor)
    with post_office("550 no such user", "250 OK") as office:
        assert deliver() == 1
    assert office.addressed == [["igor@vedu.example"]]
    assert Delivery.objects.get(notice__person=cast.anna).given_up_at == NOON


def test_a_server_that_is_not_there_stops_nothing_else(cast: Cast) -> None:
    inquiry(cast.anna)
    inquiry(cast.igor)
    NoticeChoice.choose(cast.anna, telegram_chat="77")
    with telegram() as bot, mail_goes_to(free_port()):
        assert deliver() == 1
    assert len(bot.asked) == 1
    tries = sorted(Delivery.objects.filter(way="email").values_list("tries", flat=True))
    assert tries == [0, 1], "the second was not tried at a server that does not answer"


def test_the_bot_is_asked_as_it_is_published(cast: Cast) -> None:
    inquiry(cast.anna, words="<b>&")
    NoticeChoice.choose(cast.anna, telegram_chat="77")
    with telegram() as bot:
        assert deliver() == 1
    ((path, body),) = bot.asked
    assert path == f"/bot{TOKEN}/sendMessage"
    assert (body["chat_id"], body["parse_mode"]) == ("77", "HTML")
    assert "&lt;b&gt;&amp;" in body["text"]


@pytest.mark.parametrize(
    ("status", "given_up", "later"),
    [(403, True, False), (400, True, False), (429, False, True), (401, False, True), (502, False, True)],
)
def test_what_the_bot_answers(cast: Cast, status: int, given_up: bool, later: bool) -> None:
    inquiry(cast.anna)
    NoticeChoice.choose(cast.anna, telegram_chat="77")
    with telegram((status, {"ok": False, "error_code": status, "description": "no"})):
        assert deliver() == 0
    delivery = Delivery.objects.get()
    assert (delivery.given_up_at is not None, delivery.next_try_at == NOON + timedelta(minutes=1)) == (given_up, later)
    assert TOKEN not in delivery.error


def test_a_bot_that_is_not_there_keeps_its_token_out_of_the_log(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    inquiry(cast.anna)
    NoticeChoice.choose(cast.anna, telegram_chat="77")
    with override_settings(TELEGRAM_TOKEN=TOKEN, TELEGRAM_URL=f"http://127.0.0.1:{free_port()}"):
        assert deliver() == 0
    assert "not there" in caplog.text
    assert TOKEN not in caplog.text + Delivery.objects.get().error


def test_with_the_digest_come_the_news_left_for_it(cast: Cast) -> None:
    data = {"client": 5, "name": "Volga", "on": "2026-12-01", "days": 7}
    Notice.send([News(cast.anna.pk, "hold.ending", "1", data)], at=moscow(23, 12))
    Notice.send([News(cast.anna.pk, "neglect.began", "1", {"client": 6, "name": "Kama"})], at=moscow(23, 12))
    Notice.objects.filter(kind="neglect.began").update(read_at=NOON)
    day = {"today": 2, "timed": 1, "overdue": 0, "first_at": "2026-11-24T08:00:00Z", "unread": 1, "on": "2026-11-24"}
    Notice.send([News(cast.anna.pk, "day.digest", "2026-11-24", day)], at=NOON)
    with post_office() as office:
        assert deliver() == 1
    assert office.subjects == ["Your day: 2 tasks today, the first at 11:00, 1 unread notice"]
    assert "Volga: goes back to the base on" in office.text()
    assert "Kama" not in office.text()


def test_old_rows_go(cast: Cast) -> None:
    inquiry(cast.anna)
    with post_office():
        deliver()
    Delivery.objects.update(made_at=moscow(1, 9, month=9))
    assert forget_old_deliveries() == 1
