"""A file of deals comes in with its clients; what is past stays past."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import timezone

from tests.cast import Cast
from tests.clients.imports.files import why
from tests.sales.imports.deal_files import deals
from vedu.clients.client import Client
from vedu.clients.imports.draft import ClientDraft
from vedu.foundation.events import Event
from vedu.foundation.refusal import Missing
from vedu.foundation.search.entry import SearchEntry
from vedu.sales.deals.closing import Closing
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.deals.totals import StageTotal, rebuild
from vedu.sales.imports.deal_draft import DealDraft
from vedu.sales.imports.deals_target import without_shut
from vedu.sales.pipelines.stage_deletion import delete_stage
from vedu.sales.touches.task import Task

OPEN = '1,Короба,"120 000,50 ₽",Needs,Anna Kotova,01.10.2026 10:00:00,,,Волга,89126401822'
WON = "2,Лотки,5000,Won,Igor Belov,01.02.2024,15.03.2024 12:30,,Кама,"
LOST = "3,Плёнка,700,Lost,Igor Belov,01.02.2024,15.03.2024,Expensive,Кама,"


def test_an_open_deal_stands_in_its_stage_from_the_day_of_the_file(tmp_path: Path, cast: Cast) -> None:
    run = deals(tmp_path, OPEN, by=cast.adam)

    assert run.counts == {"new": 1, "existing": 0, "unchanged": 0, "refused": 0}
    deal = Deal.objects.get()
    assert (deal.name, deal.amount, deal.currency, deal.state) == ("Короба", Decimal("120000.50"), "RUB", "open")
    assert (deal.owner, deal.stage, deal.pipeline) == (cast.anna, cast.stage(3), cast.pipeline)
    assert timezone.localtime(deal.opened_at).strftime("%Y-%m-%d %H:%M") == "2026-10-01 10:00"
    assert deal.stage_since == deal.attend_at == deal.opened_at
    assert deal.stage_due_at == deal.opened_at + timedelta(days=cast.stage(3).day_norm)
    move = deal.moves.get()
    assert (move.from_stage, move.to_stage, move.at) == (None, cast.stage(3), deal.opened_at)


def test_its_client_is_led_from_now_on(tmp_path: Path, cast: Cast) -> None:
    deals(tmp_path, OPEN, by=cast.adam)

    client = Client.objects.get()
    assert (client.name, client.owner, client.open_deals, client.stepless_deals) == ("Волга", cast.anna, 1, 1)
    assert client.state == "neglected"
    period = client.ownerships.get()
    assert (period.cause, period.owner) == ("import", cast.anna)


def test_closed_deals_keep_their_days_and_do_not_make_the_client_led(tmp_path: Path, cast: Cast) -> None:
    deals(tmp_path, WON, LOST, by=cast.adam)

    won, lost = Closing.objects.order_by("pk")
    assert (won.result, won.by, won.stage) == ("won", cast.igor, cast.stage(7))
    assert timezone.localtime(won.at).strftime("%Y-%m-%d %H:%M") == "2024-03-15 12:30"
    assert won.deal.closed_at == won.at
    assert (lost.result, lost.reason.code, lost.stage, lost.do_not_return) == ("lost", "expensive", cast.stage(0), True)
    client = Client.objects.get()
    assert (client.owner, client.open_deals) == (None, 0)


def test_an_unknown_reason_is_kept_in_words(tmp_path: Path, cast: Cast) -> None:
    deals(
        tmp_path,
        LOST.replace("Expensive", "Ушли в тендер"),
        LOST.replace("3,", "4,").replace("Expensive", ""),
        by=cast.adam,
    )

    told, silent = Closing.objects.order_by("pk")
    assert (told.reason.code, told.note) == ("not_stated", "Ушли в тендер")
    assert (silent.reason, silent.note) == (told.reason, "")
    assert told.reason not in RefusalReason.objects.in_use()


def test_a_return_that_is_still_ahead_becomes_a_task(tmp_path: Path, cast: Cast) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    row = f"3,Плёнка,700,Lost,Igor Belov,01.02.2024,{yesterday:%d.%m.%Y},Expensive,Кама,"

    deals(tmp_path, row, by=cast.adam)

    closing = Closing.objects.get()
    assert closing.return_on == yesterday + timedelta(days=cast.reason().return_days or 0)
    task = Task.objects.get()
    assert (task.kind, task.assignee, timezone.localdate(task.due_at)) == ("return", cast.igor, closing.return_on)


def test_columns_of_the_board_add_up(tmp_path: Path, cast: Cast) -> None:
    cast.deal(owner=cast.anna)
    deals(tmp_path, OPEN, WON, by=cast.adam)

    kept = list(
        StageTotal.objects.order_by("stage", "owner").values_list("stage", "owner", "deals", "amount", "expected")
    )
    rebuild(Deal.objects.all(), [cast.pipeline.pk])

    assert kept == list(
        StageTotal.objects.order_by("stage", "owner").values_list("stage", "owner", "deals", "amount", "expected")
    )


def test_the_search_and_the_log_know_of_it(tmp_path: Path, cast: Cast) -> None:
    deals(tmp_path, OPEN, by=cast.adam)

    assert set(SearchEntry.objects.values_list("kind", "title")) == {("client", "Волга"), ("deal", "Короба")}
    assert SearchEntry.objects.get(kind="client").is_open
    assert [event.kind for event in Event.objects.all()] == ["import.finished"]


def test_a_second_run_changes_nothing_even_when_the_deal_has_moved_here(tmp_path: Path, cast: Cast) -> None:
    deals(tmp_path, OPEN, WON, by=cast.adam)
    Deal.objects.get(name="Короба").move_to(cast.stage(2), by=cast.anna)

    run = deals(tmp_path, OPEN.replace("120 000", "999"), WON, by=cast.adam)

    assert run.counts == {"new": 0, "existing": 0, "unchanged": 2, "refused": 0}
    assert Deal.objects.get(name="Короба").stage == cast.stage(2)
    assert not run.batches.exists()


def test_rows_without_a_number_are_known_by_all_they_say(tmp_path: Path, cast: Cast) -> None:
    row = OPEN.removeprefix("1")

    assert deals(tmp_path, row, row, by=cast.adam).counts["new"] == 1
    assert deals(tmp_path, row, by=cast.adam).counts["unchanged"] == 1


def test_deals_of_one_company_meet_in_one_client(tmp_path: Path, cast: Cast) -> None:
    cast.client("Кама")

    deals(tmp_path, OPEN, OPEN.replace("1,", "9,", 1), WON, LOST, by=cast.adam)

    assert dict(Client.objects.values_list("name", "open_deals")) == {"Волга": 2, "Кама": 0}


def test_a_deal_without_a_client_gets_one_named_after_it(tmp_path: Path, cast: Cast) -> None:
    run = deals(tmp_path, "7,Короба,1,Needs,Anna Kotova,,,,,", "8,Короба,1,Needs,Anna Kotova,,,,,", by=cast.adam)

    assert sorted(Client.objects.values_list("name", flat=True)) == ["Короба · 7", "Короба · 8"]
    assert run.notes == {"deal-of-stranger": 2}


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("1,Короба,сто,Needs,Anna Kotova,,,,Волга,", "amount-wrong"),
        ("1,Короба,-5,Needs,Anna Kotova,,,,Волга,", "amount-wrong"),
        ("1,Короба,1,Needs,Anna Kotova,31.02.2026,,,Волга,", "date-wrong"),
        ("1,Короба,1,Won,Anna Kotova,01.02.2024,,,Волга,", "close-date-missing"),
        ("1,Короба,1,Won,Anna Kotova,01.02.2024,01.01.2024,,Волга,", "closed-before-opened"),
        ("1,Короба,1,Won,Anna Kotova,01.02.2024,01.01.2099,,Волга,", "date-ahead"),
        ("1,Короба,1,,Anna Kotova,,,,Волга,", "stage-missing"),
        ("1,Короба,1,Needs,Anna Kotova,,,,Волга,123", "phone-wrong"),
        (",,1,Needs,Anna Kotova,,,,,", "deal-unnamed"),
    ],
)
def test_a_wrong_row_is_refused_with_its_reason(tmp_path: Path, cast: Cast, row: str, code: str) -> None:
    run = deals(tmp_path, row, OPEN.replace("1,", "5,", 1), by=cast.adam)

    assert why(run) == [(2, code)]
    assert run.new == 1
    assert Client.objects.count() == 1


def test_the_closing_day_of_an_open_deal_is_when_it_is_expected(tmp_path: Path, cast: Cast) -> None:
    deals(tmp_path, "1,Короба,1,Needs,Anna Kotova,01.02.2024,31.12.2026,,Волга,", by=cast.adam)

    assert Deal.objects.get().expected_on == date(2026, 12, 31)


def test_a_deal_that_names_nobody_is_the_importers(tmp_path: Path, cast: Cast) -> None:
    deals(tmp_path, "1,Короба,1,Needs,,,,,Волга,", by=cast.anna)

    assert Deal.objects.get().owner == cast.anna


def test_the_installation_itself_leads_no_deals(tmp_path: Path, cast: Cast) -> None:
    assert why(deals(tmp_path, "1,Короба,1,Needs,,,,,Волга,", by=None)) == [(2, "owner-missing")]


def test_unmapped_stages_stop_the_import_before_anything_is_written(tmp_path: Path, cast: Cast) -> None:
    rows = [OPEN, "4,Ящики,1,Думает,Anna Kotova,,,,Ока,", "5,Ящики,1,Думает,Anna Kotova,,,,Дон,"]

    with pytest.raises(Missing) as refusal:
        deals(tmp_path, *rows, by=cast.adam)

    assert refusal.value.codes == ["stage-unmapped"]
    assert refusal.value.reasons[0].facts["rows"] == 2
    assert not Deal.objects.exists()
    assert not Client.objects.exists()


def test_a_person_says_what_the_stages_are(tmp_path: Path, cast: Cast) -> None:
    rows = [
        "1,А,1,Думает,Anna Kotova,,,,Ока,",
        "2,Б,1,Готово,Anna Kotova,01.01.2024,01.02.2024,,Дон,",
        "3,В,1,Мимо,Anna Kotova,01.01.2024,01.02.2024,,Дон,",
        "4,Г,1,Мусор,Anna Kotova,,,,Кура,",
        "5,Д,1,Магазин,Anna Kotova,,,,Нева,",
    ]
    stages = {
        "Думает": "Objections",
        "Готово": "won",
        "Мимо": "lost @ Presentation, proposal",
        "Мусор": "skip",
        "Магазин": "Shop and requests / Selection",
    }

    run = deals(tmp_path, *rows, by=cast.adam, stages=stages)

    assert why(run) == [(5, "stage-left-out")]
    stood = dict(Deal.objects.values_list("name", "stage__name"))
    assert stood == {"А": "Objections", "Б": "Support, repeat", "В": "Presentation, proposal", "Д": "Selection"}
    assert dict(Deal.objects.values_list("name", "state")) == {"А": "open", "Б": "won", "В": "lost", "Д": "open"}


def test_an_answer_that_is_no_stage_of_ours_is_said(tmp_path: Path, cast: Cast) -> None:
    with pytest.raises(Missing) as refusal:
        deals(tmp_path, OPEN, by=cast.adam, stages={"Думает": "Сомнения"})

    assert refusal.value.codes == ["stage-unknown"]
    assert "Presentation, proposal" in str(refusal.value)


def test_one_answer_may_be_for_all_the_rest(tmp_path: Path, cast: Cast) -> None:
    run = deals(tmp_path, OPEN, "4,Ящики,1,Думает,Anna Kotova,,,,Ока,", by=cast.adam, stages={"*": "skip"})

    assert (run.new, why(run)) == (1, [(3, "stage-left-out")])


def test_without_a_pipeline_nothing_starts(tmp_path: Path, cast: Cast) -> None:
    with pytest.raises(Missing) as refusal:
        deals(tmp_path, OPEN, by=cast.adam, pipeline="Экспорт")

    assert refusal.value.codes == ["pipeline-missing"]


def test_a_stage_that_is_deleted_while_the_file_is_read_takes_no_rows(cast: Cast) -> None:
    drafts = [draft_at(cast, position) for position in (2, 3)]
    delete_stage(cast.stage(2), by=cast.vera)
    (gone, why_not), stands, unread = without_shut([*((draft, []) for draft in drafts), (None, [])])
    assert gone is None
    assert [reason.code for reason in why_not] == ["stage-deleted"]
    assert stands == (drafts[1], [])
    assert unread == (None, [])


def draft_at(cast: Cast, position: int) -> DealDraft:
    return DealDraft(
        key=str(position),
        digest="",
        name="Boxes",
        client=ClientDraft(name="Volga", kind="company"),
        stage=cast.stage(position),
        result="open",
        amount=Decimal(1),
        currency="RUB",
        owner_id=cast.anna.pk,
        opened_at=timezone.now(),
    )


def test_no_row_goes_to_a_stage_that_was_deleted_before(tmp_path: Path, cast: Cast) -> None:
    delete_stage(cast.stage(3), by=cast.vera)
    with pytest.raises(Missing) as refusal:
        deals(tmp_path, OPEN, by=cast.adam)
    assert refusal.value.codes == ["stage-unmapped"]
