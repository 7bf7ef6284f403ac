"""A small copy of the wholesale world: every rule holds in it, and it comes out the same twice."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from random import Random

import pytest
from django.db import transaction
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from vedu.clients.client import Client
from vedu.clients.competitors.competitor import Competitor
from vedu.clients.competitors.supply import Supply
from vedu.clients.consent.opt_out import OptOut
from vedu.clients.duplicates.probable_pair import ProbablePair
from vedu.clients.hold_rule import HoldRule
from vedu.clients.ownership import Ownership
from vedu.clients.preparation.brief import Brief
from vedu.clients.requisites import Requisites
from vedu.clients.segments.segment import Segment
from vedu.demo import wholesale, worlds
from vedu.demo.people import PASSWORD
from vedu.demo.wholesale.clients import Registry
from vedu.demo.wholesale.inquiries import DAYS, SERVED, WAITING
from vedu.demo.wholesale.twins import TWINS, misspelt
from vedu.demo.wholesale.world import Size
from vedu.foundation.people.notice import Notice
from vedu.foundation.people.roles import Role
from vedu.foundation.people.user import User
from vedu.insight.day_plan.plan import day_plan
from vedu.insight.preparation import compare_preparation
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.business_events.encounter import Encounter
from vedu.sales.business_events.results import results_of
from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.catalogue.product import Product
from vedu.sales.catalogue.readiness import Readiness, standings
from vedu.sales.contact_policy.contact_rule import ContactRule
from vedu.sales.contact_policy.preference import ContactPreference
from vedu.sales.contact_policy.simulation import simulate
from vedu.sales.deals.closing import Closing
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.neglect import Neglect
from vedu.sales.inquiries.inquiry import Inquiry
from vedu.sales.talk.argument import DealArgument
from vedu.sales.talk.fitting import fits_of
from vedu.sales.touches.task import Task
from vedu.sales.visits.statistics import of_lists
from vedu.sales.visits.visit_list import VisitList

SMALLER = Size(clients=100, deals=120, open_deals=40, counter=20)
# Answered in the past, in service and waiting now.
AT_THE_COUNTER = DAYS + len(SERVED) + len(WAITING)
pytestmark = pytest.mark.sqlite_only  # the rules it is built by are tried on both


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[str]]:
    """The lines it said. The world is built once, in a transaction around those of the tests."""
    said: list[str] = []
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setitem(worlds.WORLDS, "wholesale", partial(wholesale.build, size=SMALLER))
        worlds.build("wholesale", say=said.append)
        yield said
        transaction.set_rollback(True)


@pytest.fixture
def small_world(built: list[str], db: None) -> list[str]:
    return built


def test_everybody_is_there_and_can_sign_in(small_world: list[str]) -> None:
    assert User.objects.count() == 12
    assert set(User.objects.values_list("role", flat=True)) == set(Role.values)
    assert all(user.check_password(PASSWORD) for user in User.objects.all())
    assert any("kotova" in line for line in small_world)


def test_history_ends_today(small_world: list[str]) -> None:
    assert Deal.objects.count() == 140 + AT_THE_COUNTER
    assert not Deal.objects.filter(opened_at__gt=timezone.now()).exists()
    assert not Closing.objects.filter(at__gt=timezone.now()).exists()
    assert Deal.objects.order_by("opened_at").first().opened_at < timezone.now() - timedelta(days=500)  # type: ignore[union-attr]


def test_somebody_has_work_today(small_world: list[str]) -> None:
    assert any(day_plan(user).entries for user in User.objects.sellers())
    assert Task.objects.due_before(timezone.now()).exists()


def test_the_morning_is_already_under_way(small_world: list[str]) -> None:
    done = [day_plan(user).done for user in User.objects.filter(role="seller")]
    assert any(done) or timezone.localtime().hour == 0


def test_every_loss_has_its_reason(small_world: list[str]) -> None:
    assert Closing.objects.filter(result="lost").exists()
    assert not Closing.objects.filter(result="lost", reason=None).exists()


def test_open_deals_belong_to_the_owners_of_their_clients(small_world: list[str]) -> None:
    assert all(deal.owner_id == deal.client.owner_id for deal in Deal.objects.open().select_related("client"))
    owned = Client.objects.owned().count()
    assert Ownership.objects.filter(till_at=None).count() == owned


def test_both_kinds_of_pipelines_have_deals(small_world: list[str]) -> None:
    assert set(Deal.objects.values_list("pipeline__kind", flat=True)) == {"active", "passive"}


def test_the_rules_have_been_kept_for_days(small_world: list[str]) -> None:
    assert list(HoldRule.objects.values_list("segment__name", "days")) == [("Ключевые", None), (None, 120)]
    assert Segment.objects.filter(is_icp=True).count() == 1
    taken = Ownership.objects.filter(till_at__isnull=False, ended_by=None).exclude(ended_why="")
    assert taken.exists()
    assert not Client.objects.free().filter(purchases__gte=2, ownerships__in=taken).exists()
    assert Notice.objects.filter(kind="hold.ended").exists()


def test_nobody_loses_a_deal_to_a_rule(small_world: list[str]) -> None:
    assert Neglect.objects.lasting().exists() == Client.objects.neglected().exists()
    assert not Neglect.objects.filter(outcome="pool").exists()


def test_a_filled_installation_is_left_as_it_is(small_world: list[str]) -> None:
    worlds.build("wholesale", say=lambda _line: None)
    assert Deal.objects.count() == 140 + AT_THE_COUNTER


def test_its_clients_come_out_the_same(small_world: list[str]) -> None:
    """Names, cities and requisites hang on the seed alone; the days hang on today."""
    names = list(Client.objects.order_by("pk").values_list("name", "city", "requisites__inn"))
    Requisites.objects.all().delete()
    registry = Registry(Random(20), User.objects.get(username="lapin"), timezone.now())
    again = [registry.add() for _number in range(3)]
    assert [(client.name, client.city) for client in again] == [(name, city) for name, city, _inn in names[:3]]


def test_some_clients_were_studied_before_the_first_call(small_world: list[str]) -> None:
    assert Brief.objects.exists()
    assert not Brief.objects.filter(at__gt=timezone.now()).exists()
    assert compare_preparation(None).prepared.total > 0
    assert all(brief.at < min(deal.opened_at for deal in deals_of(brief)) for brief in Brief.objects.all())


def deals_of(brief: Brief) -> list[Deal]:
    return list(Deal.objects.filter(client=brief.client_id))


def test_the_catalogue_is_alive(small_world: list[str]) -> None:
    products = list(Product.objects.with_check())
    sellers = list(User.objects.filter(role=Role.SELLER).values_list("pk", flat=True))
    states = {one.state for one in standings(sellers, products).values()}
    assert states == {Readiness.READY, Readiness.AGAIN, Readiness.NOT_YET}
    assert Product.objects.review_due(timezone.now()).count() == 2
    assert DealProduct.objects.presented().exists()
    assert DealArgument.objects.said().filter(need__isnull=False).exists()
    assert not DealArgument.objects.filter(chosen_at__gt=timezone.now()).exists()


def test_most_needs_of_the_world_find_an_argument(small_world: list[str]) -> None:
    named = DealProduct.objects.filter(deal__needs__isnull=False).order_by("pk").values_list("deal", flat=True)
    found = [fits for pk in named.distinct()[:20] for fits in fits_of(Deal.objects.get(pk=pk))]
    assert sum(bool(one.chosen or one.fits) for one in found) > len(found) / 2


def test_suppliers_and_competitors_are_known(small_world: list[str]) -> None:
    assert Competitor.objects.count() == 3
    assert Supply.objects.present().filter(competitor__isnull=False).exists()
    assert not Supply.objects.filter(at__gt=timezone.now()).exists()


def test_what_was_entered_twice_waits_in_the_queue(small_world: list[str]) -> None:
    pairs = ProbablePair.objects.open()
    assert 3 <= pairs.count() <= TWINS + 3
    assert all(pair.left.city == pair.right.city for pair in pairs.select_related("left", "right"))
    assert not Client.objects.filter(created_at__gt=timezone.now()).exists()


@pytest.mark.parametrize("number", range(TWINS))
def test_a_name_typed_in_a_hurry_is_another_spelling(number: int) -> None:
    typed = misspelt("ООО «Волжская кондитерская»", number)
    assert typed not in ("", "ООО «Волжская кондитерская»")
    assert "«" not in typed
    assert "ООО" not in typed


def test_an_unknown_world_is_named(db: None) -> None:
    with pytest.raises(ValueError, match="wholesale, crm_sales"):
        worlds.build("atlantis", say=lambda _line: None)


def test_an_exhibition_brought_something_and_another_is_ahead(small_world: list[str]) -> None:
    past, ahead = BusinessEvent.objects.order_by("starts_on")
    results = results_of([past, ahead])
    assert results[past.pk].met >= results[past.pk].new_clients == 3
    assert results[past.pk].missed
    assert not results[ahead.pk].met
    assert Encounter.objects.to_meet().filter(event=ahead, client=None).count() == 2
    assert ahead.organizer.username == "zuev"


def test_a_list_of_today_is_half_walked(small_world: list[str]) -> None:
    today = VisitList.objects.get(owner__username="zuev")
    numbers = of_lists([today.pk])[today.pk]
    assert 0 < numbers.done < numbers.stops
    yesterday = VisitList.objects.get(owner__username="sorokina")
    assert of_lists([yesterday.pk])[yesterday.pk].new_clients == 1


def test_the_counter_is_busy_and_one_inquiry_was_passed_on(small_world: list[str]) -> None:
    consultant = User.objects.get(username="shilova")
    mine = Inquiry.objects.to_serve(consultant)
    assert (mine.count(), mine.waiting().count()) == (len(SERVED) + len(WAITING), len(WAITING))
    assert all(one.due_at for one in mine.waiting())
    assert Inquiry.objects.open().get(deal=None).owner.username == "kotova"
    assert Notice.objects.filter(kind="inquiry.passed_on").count() == 1
    answered = Inquiry.objects.filter(is_here=False, answered_at__isnull=False)
    assert answered.count() == DAYS
    assert {one.is_in_norm for one in answered} == {True, False}


def test_manners_have_rules_words_and_somebody_pressed(small_world: list[str]) -> None:
    names = list(ContactRule.objects.values_list("segment__name", flat=True))
    assert names == ["Ключевые", "Производства рядом", None]
    assert ContactPreference.objects.exists()
    assert OptOut.objects.standing().filter(channel="call").exists()
    pressed = simulate(None, by=User.objects.get(username="gromov"))
    assert pressed.verdicts["block"] > 0
    assert pressed.worst
