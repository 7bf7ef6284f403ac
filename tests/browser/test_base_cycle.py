"""The base goes round: brought in, cleaned of duplicates, taken from the pool, counted down, and back (OWN-1, OWN-3,
BASE-4, BASE-7)."""

import re
from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import assert_accessible, assert_fits
from tests.browser.conftest import OpenAs
from tests.browser.view import View
from tests.cast import Cast
from vedu.clients.client import Client
from vedu.clients.duplicates.jobs import scan_for_duplicates
from vedu.clients.duplicates.scan import DuplicateScan
from vedu.clients.hold_keeping import follow_rules, keep_holds
from vedu.clients.hold_rule import Hold, HoldRule
from vedu.clients.imports import jobs as import_jobs
from vedu.clients.imports.run import ImportRun
from vedu.clients.owner_state import OwnerState
from vedu.foundation.people.calendar_day import CalendarDay

DAY = timedelta(days=1)
HELD = 30
POOL = "/clients/?scope=free"
# The rule is so old that nothing keeps a client longer than its days.
LONG_AGO = timezone.now() - 2 * HELD * DAY


FILE = """Компания,Город,Телефон,Email
ООО «Северная пекарня»,Киров,+7 912 640-18-22,zakaz@severpek.ru
"Северная Пекарня, ООО",Киров,8 (912) 640-18-22,
ООО Северная пикарня,Киров,+7 912 640-18-30,info@severpek.ru
"""
STRANGERS = "Искра Волна Маяк Гранит Кедр Рубин Лагуна Сокол Полюс Аврора Вектор Заря".split()


@pytest.fixture
def rule(live_cast: Cast) -> None:
    """Every day is a working one, so that it does not matter when this runs."""
    HoldRule.decide([Hold(None, HELD)], by=live_cast.vera)
    for days in range(10):
        CalendarDay.decide(noon(days).date(), "working", by=live_cast.vera)


@pytest.fixture
def bakery(live_cast: Cast, rule: None) -> Client:
    """Free."""
    client = Client.add(name="Northern Bakery", by=live_cast.sergey, city="Kirov", source="Fair")
    follow_rules(LONG_AGO)
    return client


ENGLISH = View(language="en")


def noon(days: int) -> datetime:
    """So many days from today."""
    return timezone.localtime().replace(hour=12) + days * DAY


def bring_in(page: Page, url: str) -> None:
    """The file is checked and imported; its job is done here, by hand."""
    page.goto(f"{url}/imports/")
    rows = [f"{name},Пермь,+7 342 200-10-{10 + place}," for place, name in enumerate(STRANGERS)]
    file = (FILE + "\n".join(rows)).encode()
    page.set_input_files("[name=file]", {"name": "base.csv", "mimeType": "text/csv", "buffer": file})
    page.click("text=Check the file")
    expect(page.locator("main")).to_contain_text("Checking")
    run = ImportRun.objects.get()
    import_jobs.check_import.func(run.pk, "en")
    page.reload()
    page.click("main .v-btn.main:text('Import')")
    expect(page.locator("main")).to_contain_text("Importing")
    import_jobs.carry_out_import.func(run.pk, "en")
    page.reload()
    expect(page.locator("main")).to_contain_text("See what came in")


def clean(page: Page, url: str) -> None:
    """What the search takes for one client becomes one."""
    page.goto(f"{url}/duplicates/")
    page.click("text=Search now")
    expect(page.locator("main")).to_contain_text("Searching")
    scan_for_duplicates.func(DuplicateScan.objects.get().pk)
    page.reload()
    expect(page.locator(".v-pairs-list > li")).to_have_count(1)
    expect(page.locator(".v-pairs-list > li .why")).to_contain_text("%")
    page.click("text=Compare and merge")
    page.fill("[name=why]", "One bakery, two spellings")
    page.click("text=Merge the clients")
    expect(page.locator("h1")).to_contain_text("Северная п")


def test_a_base_comes_in_is_cleaned_shared_out_and_goes_back(
    live_cast: Cast, live_server: LiveServer, open_as: OpenAs, rule: None
) -> None:
    sergey = open_as("sergey", view=ENGLISH)
    bring_in(sergey, live_server.url)
    assert Client.objects.count() == 2 + len(STRANGERS)  # the same phone is the same client
    clean(sergey, live_server.url)
    bakery = Client.objects.get(city="Киров")
    follow_rules(LONG_AGO)

    anna, igor = (open_as(login, view=ENGLISH) for login in ("anna", "igor"))
    row = f"#client-{bakery.pk}"
    for page in (anna, igor):
        page.goto(live_server.url + POOL)
        expect(page.locator(row)).to_contain_text("nobody has led it yet")

    anna.click(f"{row} .do button")
    expect(anna.locator(row)).to_contain_text("yours now")
    igor.click(f"{row} .do button")
    expect(igor.locator(f"{row} .v-refused")).to_contain_text("Anna Kotova")

    anna.click(f"{row} .do a")
    expect(anna.locator("#owner .v-owner")).to_contain_text(f"in {HELD} days")

    Client.objects.update(owner_since=timezone.now() - (HELD - 5) * DAY)
    anna.reload()
    expect(anna.locator("#owner .v-owner.soon")).to_contain_text(f"held for {HELD} days")
    anna.goto(f"{live_server.url}/clients/?scope=mine&state=soon&sort=hold")
    expect(anna.locator(row)).to_contain_text("to the base in 5 days")

    keep_holds(noon(0))
    anna.goto(live_server.url + "/day/")
    expect(anna.locator("#important")).to_contain_text("Go back to the base in 5 days")
    anna.click("#important button")
    expect(anna.locator("#important")).not_to_contain_text(bakery.name)

    assert keep_holds(noon(6)) == 1
    bakery.refresh_from_db()
    assert bakery.state == OwnerState.FREE
    igor.goto(live_server.url + POOL)
    expect(igor.locator(row)).to_contain_text("Anna Kotova, till")
    expect(igor.locator(row)).to_contain_text(f": {HELD} ")  # why, in the language of the house
    anna.goto(live_server.url + "/notices/")
    expect(anna.locator(".v-notice.unread")).to_contain_text("went back to the base")


def test_the_pool_is_taken_from_on_a_phone(live_server: LiveServer, open_as: OpenAs, bakery: Client) -> None:
    page = open_as("anna", view=View("phone", language="en"))
    page.goto(live_server.url + POOL)
    page.select_option("select[name=city]", "Kirov")
    expect(page).to_have_url(re.compile("city=Kirov"))  # the list is another one now
    expect(page.locator(f"#client-{bakery.pk}")).to_contain_text("Kirov")
    assert_fits(page)
    page.click(f"#client-{bakery.pk} .do button")
    expect(page.locator(f"#client-{bakery.pk}")).to_contain_text("yours now")
    assert_accessible(page)


def test_rules_are_put_in_order_and_saved(live_cast: Cast, live_server: LiveServer, open_as: OpenAs) -> None:
    page = open_as("sergey", view=ENGLISH)
    page.goto(live_server.url + "/segments/new/")
    page.fill("#name", "Regulars")
    page.select_option("#field-0", "purchases")
    page.fill("#values-0", "3")
    page.press("#values-0", "Tab")
    expect(page.locator("#conditions [role=status]")).to_have_text("Clients now: 0")
    page.click(".v-segment .v-btn.main")
    expect(page.locator("main table")).to_contain_text("Purchases: at least 3")

    boss = open_as("vera", view=ENGLISH)
    boss.goto(live_server.url + "/rules/")
    boss.fill("#others", "60")
    boss.click("text=A rule for a segment")
    expect(boss.locator("#others")).to_have_value("60")
    boss.select_option("#segment-0", label="Regulars")
    boss.click("#holds .v-btn.main")
    expect(boss.locator("#holds")).not_to_contain_text("Not saved yet")
    kept = HoldRule.objects.values_list("segment__name", "days")
    assert list(kept) == [("Regulars", None), (None, 60)]
