"""The public set "CRM Sales Opportunities" comes in whole, once, and goes again."""

from collections import Counter
from pathlib import Path

import pytest

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.clients.imports import preparing, running, undoing
from vedu.clients.imports.run import ImportRun
from vedu.foundation.people.team import Team
from vedu.foundation.people.user import User
from vedu.sales.deals.closing import Closing
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.pipeline import Pipeline

SET = Path(__file__).resolve().parents[4] / "shared" / "data" / "crm_sales"
PIPELINE = """opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
1C1I7A6R,Moses Frase,GTX Plus Basic,Cancity,Won,2016-10-20,2017-03-01,1054
KV2OFRJT,Kami Bicknell,GTXPro,,Engaging,2016-12-14,,
MV1LWRNH,Kami Bicknell,GTX Basic,Codehow,Prospecting,,,
PE84CX4O,Moses Frase,GTX Basic,Codehow,Engaging,2016-10-25,,
9NL8YBL2,Darcel Schlecht,MG Special,Cancity,Lost,2016-10-25,2017-03-07,0
"""
ACCOUNTS = """account,sector,year_established,revenue,employees,office_location,subsidiary_of
Cancity,retail,2001,718.62,2448,United States,
Codehow,software,1998,2714.9,2641,United States,Acme Corporation
"""
TEAMS = """sales_agent,manager,regional_office
Moses Frase,Dustin Brinkmann,Central
Kami Bicknell,Summer Sewald,West
Darcel Schlecht,Melvin Marxen,Central
"""


def load(path: Path, cast: Cast | None = None) -> ImportRun:
    run = preparing.begin(path, by=cast.adam if cast else None)
    running.carry_out(run)
    return ImportRun.objects.get(pk=run.pk)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "sales_pipeline.csv"
    path.write_text(PIPELINE)
    return path


def test_the_file_alone_is_enough(file: Path, cast: Cast) -> None:
    run = load(file, cast)

    assert (run.format, run.new, run.refused) == ("crm-sales", 5, 0)
    pipeline = Pipeline.objects.get(name="CRM Sales")
    assert [stage.name for stage in pipeline.stages.all()] == ["Prospecting", "Engaging"]
    stood = Counter(Deal.objects.values_list("state", "stage__name"))
    assert stood == {
        ("won", "Engaging"): 1,
        ("lost", "Engaging"): 1,
        ("open", "Engaging"): 2,
        ("open", "Prospecting"): 1,
    }
    won = Deal.objects.get(state="won")
    assert (won.name, won.client.name, won.value.amount, won.currency, won.source) == (
        "GTX Plus Basic", "Cancity", 1054, "USD", "CRM Sales",
    )  # fmt: skip
    assert Closing.objects.get(result="lost").reason.code == "not_stated"


def test_sellers_who_are_not_here_become_users_who_cannot_sign_in(file: Path, cast: Cast) -> None:
    load(file, cast)

    sellers = User.objects.filter(is_active=False)
    assert {user.name for user in sellers} == {"Moses Frase", "Kami Bicknell", "Darcel Schlecht"}
    assert Deal.objects.get(state="won").owner.name == "Moses Frase"


def test_a_deal_without_an_account_gets_a_client_of_its_own(file: Path, cast: Cast) -> None:
    run = load(file, cast)

    assert Client.objects.filter(name="GTXPro · KV2OFRJT").get().open_deals == 1
    assert run.notes["deal-of-stranger"] == 1


def test_sister_files_tell_of_teams_and_companies(file: Path, cast: Cast) -> None:
    (file.parent / "accounts.csv").write_text(ACCOUNTS)
    (file.parent / "sales_teams.csv").write_text(TEAMS)

    load(file, cast)

    moses = User.objects.get(first_name="Moses")
    assert moses.team is not None
    assert moses.team.parent is not None
    assert (moses.team.name, moses.team.parent.name) == ("Dustin Brinkmann", "Central")
    assert Team.objects.filter(name="Central").count() == 1
    assert "part of Acme Corporation" in Client.objects.get(name="Codehow").about


def test_accounts_come_in_by_themselves_and_deals_find_them(file: Path, cast: Cast) -> None:
    accounts = file.parent / "accounts.csv"
    accounts.write_text(ACCOUNTS)

    assert load(accounts, cast).format == "crm-sales-accounts"
    load(file, cast)

    assert Client.objects.filter(name="Cancity").get().about.startswith("retail, founded 2001, 2448 employees")
    assert load(accounts, cast).unchanged == 2


def test_undo_takes_back_people_teams_and_the_pipeline(file: Path, cast: Cast) -> None:
    (file.parent / "sales_teams.csv").write_text(TEAMS)
    before = (User.objects.count(), Team.objects.count(), Pipeline.objects.count())

    undoing.undo(load(file, cast), by=cast.adam)

    assert (User.objects.count(), Team.objects.count(), Pipeline.objects.count()) == before
    assert not Deal.objects.exists()
    assert not Client.objects.exists()


@pytest.mark.slow
@pytest.mark.sqlite_only
@pytest.mark.skipif(not SET.is_dir(), reason="the public set is not beside the repository")
def test_the_whole_set(db: None) -> None:
    run = load(SET / "sales_pipeline.csv")

    assert run.counts == {"new": 8800, "existing": 0, "unchanged": 0, "refused": 0}
    assert Counter(Deal.objects.values_list("state", flat=True)) == {"won": 4238, "lost": 2473, "open": 2089}
    assert run.notes["deal-of-stranger"] == 1425
    assert Client.objects.count() == 85 + 1425

    assert load(SET / "sales_pipeline.csv").counts == {"new": 0, "existing": 0, "unchanged": 8800, "refused": 0}

    undoing.undo(run, by=None)
    assert not Deal.objects.exists()
    assert not Client.objects.exists()
    assert not User.objects.exists()
    assert ImportRun.objects.get(pk=run.pk).kept == []
