"""Templates in versions, filled for a client, sent under the policy (CHAN-7)."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone, translation
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.subject import Subject
from vedu.clients.contact import Contact
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, Missing, NotAllowed, Refused
from vedu.foundation.values.money import Money
from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.catalogue.product import Product
from vedu.sales.deals.deal import Deal
from vedu.sales.message_templates.filling import fill
from vedu.sales.message_templates.merge_field import GapSource
from vedu.sales.message_templates.message_template import MessageTemplate
from vedu.sales.message_templates.presets.install import install
from vedu.sales.message_templates.profile import SellerProfile
from vedu.sales.message_templates.purpose import Purpose
from vedu.sales.message_templates.recipient import Recipient
from vedu.sales.message_templates.sent_message import SentMessage, log_sent
from vedu.sales.message_templates.wording import Wording
from vedu.sales.talk.need import Need
from vedu.sales.touches.touch import Touch

WORDS = Wording("{contact.first_name}, for {client} we have {product} at {price}.\n\n{me.signature}", "About {need}")
WORKING = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)  # Tuesday noon in Moscow
NIGHT = datetime(2026, 11, 24, 22, 0, tzinfo=UTC)


@pytest.fixture
def letter(cast: Cast) -> MessageTemplate:
    return MessageTemplate.write("An offer", Purpose(language="en"), WORDS, by=cast.sergey, is_team=True)


@pytest.fixture
def note(cast: Cast) -> MessageTemplate:
    purpose = Purpose(channel="messenger", language="en")
    return MessageTemplate.write("A note", purpose, Wording("Hello {contact.first_name}"), by=cast.anna)


@pytest.fixture
def deal(cast: Cast) -> Deal:
    deal = cast.deal()
    cast.contact(deal.client)
    return deal


def whom(deal: Deal) -> Recipient:
    return Recipient(deal.client, Contact.objects.get(client=deal.client), deal)


def make_complete(cast: Cast, deal: Deal) -> Product:
    product = Product.add(by=cast.sergey, name="Strong box", price=Money(Decimal("1250.50"), "RUB"))
    DealProduct.note(deal, product, by=cast.anna)
    Need.note(deal, words="cakes arrive crushed.", by=cast.anna)
    SellerProfile.write(cast.anna, job_title="key accounts", phone="+7 912 640-18-22")
    return product


def test_all_that_is_known_is_put_in(cast: Cast, letter: MessageTemplate, deal: Deal) -> None:
    make_complete(cast, deal)
    said = fill(letter.version, whom(deal), by=cast.anna)
    assert said.gaps == []
    assert said.wording.subject == "About cakes arrive crushed"
    assert said.wording.text == (
        "Olga, for Northern Bakery we have Strong box at 1,250.50\u00a0₽."
        "\n\nAnna Kotova\nkey accounts\n+7 912 640-18-22"
    )


def test_what_is_missing_is_named_with_the_place_to_fill_it(cast: Cast, letter: MessageTemplate, deal: Deal) -> None:
    said = fill(letter.version, whom(deal), by=cast.anna)
    assert {(gap.field, gap.source) for gap in said.gaps} == {
        ("need", GapSource.NEED),
        ("product", GapSource.PRODUCT),
        ("price", GapSource.PRODUCT),
        ("me.signature", GapSource.PROFILE),
    }
    alone = fill(letter.version, Recipient(deal.client), by=cast.anna)
    assert {(gap.field, gap.source) for gap in alone.gaps} >= {
        ("contact.first_name", GapSource.CONTACT),
        ("price", GapSource.DEAL),
        ("need", GapSource.DEAL),
    }
    named = next(gap for gap in alone.gaps if gap.field == "contact.first_name")
    with translation.override("en"):
        assert named.reason.sentence == (
            "Missing: first name of the contact. To fill it in: name a contact on the client card."
        )


def test_a_price_comes_only_from_the_catalogue(cast: Cast, letter: MessageTemplate, deal: Deal) -> None:
    product = make_complete(cast, deal)
    product.describe(by=cast.sergey, price=None)
    gaps = fill(letter.version, whom(deal), by=cast.anna).gaps
    assert [(gap.field, gap.source) for gap in gaps] == [("price", GapSource.CATALOGUE)]
    product.describe(by=cast.sergey, price=Money(Decimal(900), "RUB"))
    assert "900\u00a0₽" in fill(letter.version, whom(deal), by=cast.anna).wording.text


def test_the_confirmed_need_is_spoken_of(cast: Cast, letter: MessageTemplate, deal: Deal) -> None:
    make_complete(cast, deal)
    Need.note(deal, words="boxes on Friday", by=cast.anna).confirm(by=cast.anna)
    Need.note(deal, words="a later guess", by=cast.anna)
    assert fill(letter.version, whom(deal), by=cast.anna).wording.subject == "About boxes on Friday"


def test_filling_asks_little(
    cast: Cast, letter: MessageTemplate, deal: Deal, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    make_complete(cast, deal)
    version, recipient = letter.version, whom(deal)
    with django_assert_max_num_queries(3):
        fill(version, recipient, by=cast.anna)


def test_nothing_with_a_hole_is_sent(cast: Cast, letter: MessageTemplate, deal: Deal) -> None:
    said = fill(letter.version, whom(deal), by=cast.anna).wording
    with pytest.raises(Missing) as refused:
        log_sent(letter.version, whom(deal), said, by=cast.anna, at=WORKING)
    assert set(refused.value.codes) == {"hole-left"}
    assert [reason.facts["field"] for reason in refused.value.reasons] == ["need", "product", "price", "me.signature"]
    with pytest.raises(Invalid):
        log_sent(letter.version, whom(deal), Wording("", "A subject"), by=cast.anna, at=WORKING)
    assert not SentMessage.objects.exists()


def test_what_was_sent_is_a_touch_that_keeps_its_words(cast: Cast, letter: MessageTemplate, deal: Deal) -> None:
    sending = log_sent(letter.version, whom(deal), Wording("Dear Olga", "Boxes"), by=cast.anna, at=WORKING)
    touch = sending.message.touch
    assert (touch.channel, touch.direction, touch.outcome, touch.two_way) == ("email", "out", "sent", False)
    assert (touch.text, touch.contact, touch.deal, touch.at) == (
        "Boxes\n\nDear Olga",
        whom(deal).contact,
        deal,
        WORKING,
    )
    letter.change("An offer", letter.purpose, Wording("Other words", "Other"), by=cast.sergey)
    message = SentMessage.objects.get()
    assert (message.version.number, message.version.text, message.touch.text) == (1, WORDS.text, "Boxes\n\nDear Olga")
    assert letter.version.number == 2


def test_the_policy_forbids_and_says_when(cast: Cast, note: MessageTemplate, deal: Deal) -> None:
    with translation.override("en"), pytest.raises(Refused) as refused:
        log_sent(note.version, whom(deal), Wording("Hello"), by=cast.anna, at=NIGHT)
    assert refused.value.codes == ["quiet-hours"]
    assert refused.value.reasons[0].facts["next_at"]
    assert "Possible from" in str(refused.value)
    assert not Touch.objects.exists()


def test_an_opt_out_forbids(cast: Cast, note: MessageTemplate, deal: Deal) -> None:
    object_to(Subject.of(whom(deal).contact), by=cast.anna, channels=["messenger"])
    with pytest.raises(Refused) as refused:
        log_sent(note.version, whom(deal), Wording("Hello"), by=cast.anna, at=timezone.now())
    assert "opted-out" in refused.value.codes


def test_what_is_only_unwise_is_said(cast: Cast, note: MessageTemplate, deal: Deal) -> None:
    early = WORKING.replace(hour=5, minute=30)
    sending = log_sent(note.version, whom(deal), Wording("Hello"), by=cast.anna, at=early)
    assert [one.code for one in sending.decision.objections] == ["unusual-hour"]


def test_a_colleagues_client_is_refused(cast: Cast, letter: MessageTemplate, deal: Deal) -> None:
    with pytest.raises(Refused) as refused:
        log_sent(letter.version, whom(deal), Wording("Hello", "Hi"), by=cast.olga, at=WORKING)
    assert refused.value.codes == ["client-led"]


def test_a_contact_of_another_client_is_refused(cast: Cast, note: MessageTemplate, deal: Deal) -> None:
    stranger = cast.contact(cast.client("Southern Mill"), "Ivan")
    with pytest.raises(Invalid):
        log_sent(note.version, Recipient(deal.client, stranger), Wording("Hello"), by=cast.anna, at=WORKING)


def test_heads_keep_the_teams_and_everybody_his_own(cast: Cast, letter: MessageTemplate, note: MessageTemplate) -> None:
    words = Wording("Hello", "Hi")
    for user in (cast.anna, cast.olga):
        with pytest.raises(NotAllowed):
            letter.change("Mine now", letter.purpose, words, by=user)
        with pytest.raises(NotAllowed):
            MessageTemplate.write("For all", Purpose(), words, by=user, is_team=True)
    for user in (cast.igor, cast.sergey, cast.vera):
        with pytest.raises(NotAllowed):
            note.change("Mine now", note.purpose, words, by=user)
        with pytest.raises(NotAllowed):
            note.retire(by=user)
    with pytest.raises(NotAllowed):
        MessageTemplate.write("A note", Purpose(), words, by=cast.boris)
    assert set(MessageTemplate.objects.visible_to(cast.igor).filter(preset="")) == {letter}
    assert set(MessageTemplate.objects.visible_to(cast.anna).filter(preset="")) == {letter, note}


def test_a_colleagues_own_template_sends_nothing(cast: Cast, note: MessageTemplate) -> None:
    deal = cast.deal(owner=cast.igor, client=cast.client("Mill", owner=cast.igor))
    with pytest.raises(NotAllowed):
        log_sent(note.version, Recipient(deal.client, deal=deal), Wording("Hello"), by=cast.igor, at=WORKING)


def test_a_template_is_retired_and_comes_back(cast: Cast, note: MessageTemplate) -> None:
    note.retire(by=cast.anna)
    assert note not in MessageTemplate.objects.in_use()
    with pytest.raises(Refused):
        note.retire(by=cast.anna)
    note.restore(by=cast.anna)
    assert note in MessageTemplate.objects.in_use()
    kinds = list(Event.objects.filter(kind__startswith="message_template").values_list("kind", flat=True))
    assert kinds == ["message_template.written", "message_template.retired", "message_template.retired"]


def test_the_same_words_publish_nothing(cast: Cast, letter: MessageTemplate) -> None:
    letter.change("Another name", letter.purpose, WORDS, by=cast.sergey)
    assert (letter.name, letter.versions.count()) == ("Another name", 1)


def test_words_of_no_list_are_refused(cast: Cast) -> None:
    for purpose in (Purpose(channel="pigeon"), Purpose(phase="dessert"), Purpose(language="")):
        with pytest.raises(Invalid) as refused:
            MessageTemplate.write("A name", purpose, Wording("Hello", "Hi"), by=cast.anna)
        assert refused.value.codes == ["unknown-word"]
    with pytest.raises(Invalid):
        MessageTemplate.write("  ", Purpose(), Wording("Hello", "Hi"), by=cast.anna)


def test_the_ready_ones_come_once_in_each_language(cast: Cast) -> None:
    english = MessageTemplate.objects.filter(language="en").exclude(preset="").count()
    assert english > 8
    with translation.override("ru"):
        assert install() == english
        assert install() == 0
    assert MessageTemplate.objects.filter(language="ru").count() == english


def test_a_ready_one_that_speaks_another_language_from_now_on_is_ones_own(cast: Cast) -> None:
    with translation.override("ru"):
        install()
    ready = MessageTemplate.objects.filter(language="en", owner=None, channel="call").exclude(preset="").first()
    assert ready is not None
    ready.change(ready.name, Purpose(channel="call", language="ru"), Wording("Добрый день"), by=cast.sergey)
    ready.refresh_from_db()
    assert (ready.language, ready.preset) == ("ru", "")


def test_a_signature_of_ones_own_stands_before_the_made_one(cast: Cast) -> None:
    assert SellerProfile.of(cast.anna).signed == ""
    SellerProfile.write(cast.anna, name="Anna", signature="  Yours,\nAnna  \n")
    assert SellerProfile.of(cast.anna).signed == "Yours,\nAnna"
    with pytest.raises(Invalid) as refused:
        SellerProfile.write(cast.anna, phone="12")
    assert refused.value.codes == ["phone-wrong"]


def test_a_call_by_a_script_has_its_outcome(cast: Cast, deal: Deal) -> None:
    script = MessageTemplate.write("A call", Purpose(channel="call"), Wording("Hello"), by=cast.anna)
    sending = log_sent(script.version, whom(deal), Wording("Agreed"), by=cast.anna, outcome="no_answer", at=WORKING)
    assert (sending.message.touch.channel, sending.message.touch.outcome) == ("call", "no_answer")
    later = WORKING + timedelta(hours=4)
    talked = log_sent(script.version, whom(deal), Wording("Agreed"), by=cast.anna, at=later)
    assert talked.message.touch.two_way
