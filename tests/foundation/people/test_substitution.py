"""OWN-7: somebody is away, a colleague stands in for him, and nothing has to be taken back."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from vedu.foundation.events import Event
from vedu.foundation.people import installation
from vedu.foundation.people.absence import Absence
from vedu.foundation.people.roles import Visibility
from vedu.foundation.people.staffing import dismiss
from vedu.foundation.people.substitution import beginning_of, end_absence, plan_absence, seen_by
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid, NotAllowed, Refused

DAY = timedelta(days=1)


def today() -> date:
    return timezone.localdate()


def away(person: User, substitute: User | None = None, *, by: User | None = None, **days: date | None) -> Absence:
    """From today for a week, unless told otherwise."""
    facts = {"from_on": today(), "till_on": today() + 7 * DAY, **days}
    return plan_absence(person, by=by or person, substitute=substitute, **facts)


def fresh(user: User) -> User:
    """As the next request sees him."""
    return User.objects.get(pk=user.pk)


def test_an_absence_is_a_record_and_is_told(cast: Cast) -> None:
    absence = away(cast.anna, cast.igor, by=cast.sergey)
    assert (absence.made_by, absence.substitute, absence.ended_at) == (cast.sergey, cast.igor, None)
    event = Event.objects.get(kind="absence.planned")
    assert (event.actor, event.data["person"], event.data["substitute"]) == (cast.sergey, cast.anna.pk, cast.igor.pk)
    assert event.data["from_on"] == str(today())


def test_the_substitute_works_for_the_absent_and_nobody_else_does(cast: Cast) -> None:
    away(cast.anna, cast.olga)
    assert fresh(cast.olga).stands_in_for(cast.anna.pk)
    assert fresh(cast.olga).may_work_for(cast.anna.pk)
    assert not fresh(cast.igor).may_work_for(cast.anna.pk)
    assert not fresh(cast.olga).manages(cast.anna.pk)


def test_he_sees_what_the_absent_person_leads_and_not_that_persons_team(cast: Cast) -> None:
    away(cast.anna, cast.olga)
    assert fresh(cast.olga).visible_owner_ids() == {cast.olga.pk, cast.anna.pk}


@pytest.mark.parametrize("sees", [Visibility.OWN, Visibility.TEAM])
def test_however_far_he_sees_otherwise(cast: Cast, sees: str) -> None:
    User.objects.filter(pk=cast.olga.pk).update(visibility=sees)
    away(cast.anna, cast.olga)
    assert cast.anna.pk in (fresh(cast.olga).visible_owner_ids() or ())


def test_one_without_a_team_stands_in_too(cast: Cast) -> None:
    User.objects.filter(pk=cast.olga.pk).update(team=None)
    away(cast.anna, cast.olga)
    assert fresh(cast.olga).visible_owner_ids() == {cast.olga.pk, cast.anna.pk}


def test_who_sees_everything_goes_on_seeing_it(cast: Cast) -> None:
    away(cast.anna, cast.vera)
    assert fresh(cast.vera).visible_owner_ids() is None
    assert fresh(cast.vera).covered_ids() == {cast.anna.pk}


def test_a_head_who_stands_in_for_a_stranger_does_not_manage_him(cast: Cast) -> None:
    away(cast.olga, cast.sergey)
    sergey = fresh(cast.sergey)
    assert sergey.may_work_for(cast.olga.pk)
    assert not sergey.manages(cast.olga.pk)
    assert cast.anna.pk in (sergey.managed_ids() or ())


def test_team_and_substitution_come_with_one_query(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    away(cast.anna, cast.igor)
    igor = fresh(cast.igor)
    with django_assert_num_queries(1):
        assert igor.visible_owner_ids() == {cast.anna.pk, cast.igor.pk, cast.sergey.pk}
        assert igor.stands_in_for(cast.anna.pk)
        assert not igor.stands_in_for(cast.olga.pk)


def test_a_substitute_of_a_substitute_gets_nothing(cast: Cast) -> None:
    away(cast.anna, cast.igor, from_on=today(), till_on=today() + 7 * DAY)
    away(cast.igor, cast.olga)
    assert fresh(cast.olga).covered_ids() == {cast.igor.pk}


def test_it_ends_by_itself_with_the_last_day_of_the_installation(cast: Cast) -> None:
    installation.remember(installation.Defaults("ru", "Asia/Vladivostok"))
    absence = away(cast.anna, cast.igor, from_on=date(2030, 12, 2), till_on=date(2030, 12, 5))
    zone = ZoneInfo("Asia/Vladivostok")
    last_minute = datetime(2030, 12, 5, 23, 59, tzinfo=zone)
    assert absence.is_in_force(last_minute)
    assert list(Absence.objects.in_force(last_minute)) == [absence]
    assert not Absence.objects.in_force(last_minute + timedelta(minutes=1)).exists()
    assert not absence.is_in_force(datetime(2030, 12, 1, 23, 59, tzinfo=zone))


def test_before_its_first_day_nothing_changes(cast: Cast) -> None:
    away(cast.anna, cast.olga, from_on=today() + DAY)
    assert fresh(cast.olga).covered_ids() == frozenset()


def test_an_early_end_takes_effect_at_once(cast: Cast) -> None:
    absence = away(cast.anna, cast.olga)
    end_absence(absence, by=cast.anna)
    absence.refresh_from_db()
    assert (absence.ended_by, absence.till_at) == (cast.anna, absence.ended_at)
    assert fresh(cast.olga).covered_ids() == frozenset()
    assert Event.objects.filter(kind="absence.ended").count() == 1


def test_what_is_over_ends_no_second_time(cast: Cast) -> None:
    absence = away(cast.anna, cast.olga)
    end_absence(absence, by=cast.sergey)
    with pytest.raises(Refused) as refusal:
        end_absence(absence, by=cast.anna)
    assert refusal.value.codes == ["absence-over"]


def test_without_a_last_day_it_lasts_until_further_notice(cast: Cast) -> None:
    absence = away(cast.anna, cast.olga, till_on=None)
    assert absence.is_in_force(timezone.now() + timedelta(days=1000))


@pytest.mark.parametrize("who", ["igor", "olga", "boris"])
def test_only_the_person_and_his_head_decide(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        away(cast.anna, None, by=getattr(cast, who))
    absence = away(cast.anna)
    with pytest.raises(NotAllowed):
        end_absence(absence, by=getattr(cast, who))


@pytest.mark.parametrize("who", ["anna", "sergey", "vera", "adam"])
def test_the_person_and_those_who_lead_him_plan(cast: Cast, who: str) -> None:
    assert away(cast.anna, cast.igor, by=getattr(cast, who)).made_by == getattr(cast, who)


def test_nobody_stands_in_for_himself_and_an_accountant_for_nobody(cast: Cast) -> None:
    for substitute in (cast.anna, cast.boris):
        with pytest.raises(Invalid):
            away(cast.anna, substitute)


def test_who_has_left_stands_in_for_nobody(cast: Cast) -> None:
    dismiss(cast.igor, by=cast.sergey)
    with pytest.raises(Invalid) as refusal:
        away(cast.anna, cast.igor)
    assert refusal.value.codes == ["substitute-unfit"]


def test_a_substitute_who_is_away_himself_is_no_help(cast: Cast) -> None:
    away(cast.igor, from_on=today() + 3 * DAY, till_on=today() + 30 * DAY)
    with pytest.raises(Invalid) as refusal:
        away(cast.anna, cast.igor)
    assert refusal.value.codes == ["substitute-away"]
    away(cast.anna, cast.igor, till_on=today() + 2 * DAY)


def test_two_absences_of_one_person_do_not_meet(cast: Cast) -> None:
    first = away(cast.anna)
    with pytest.raises(Refused) as refusal:
        away(cast.anna, from_on=today() + 7 * DAY, till_on=None)
    assert refusal.value.codes == ["already-away"]
    away(cast.anna, from_on=today() + 8 * DAY, till_on=None)
    end_absence(first, by=cast.anna)
    assert Absence.objects.not_over().count() == 1


def test_days_have_their_order_and_lie_ahead(cast: Cast) -> None:
    for from_on, till_on in ((today() + 2 * DAY, today() + DAY), (today() - 9 * DAY, today() - DAY)):
        with pytest.raises(Invalid):
            away(cast.anna, from_on=from_on, till_on=till_on)


def test_an_unknown_kind_is_refused(cast: Cast) -> None:
    with pytest.raises(Invalid):
        plan_absence(cast.anna, by=cast.anna, from_on=today(), kind="holiday")


def test_an_absence_is_seen_as_far_as_the_work(cast: Cast) -> None:
    absence = away(cast.anna, cast.olga)
    for who in (cast.anna, cast.igor, cast.sergey, cast.olga, cast.vera):
        assert list(seen_by(fresh(who))) == [absence], who
    end_absence(absence, by=cast.anna)
    assert list(seen_by(fresh(cast.olga))) == [absence]
    stranger = User.objects.create_user("stranger", role="seller", team=cast.south)
    assert not seen_by(stranger).exists()


def test_the_day_begins_by_the_clock_of_the_installation(db: None) -> None:
    installation.remember(installation.Defaults("ru", "Asia/Kamchatka"))
    assert beginning_of(date(2030, 1, 1)) == datetime(2029, 12, 31, 12, tzinfo=ZoneInfo("UTC"))
