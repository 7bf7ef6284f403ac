"""What the mapping step asks, and what it answers by itself."""

import pytest

from tests.cast import Cast
from tests.web.imports.upload import begin
from tests.web.visitor import visitor
from vedu.clients.imports.run import ImportRun
from vedu.foundation.people.user import User
from vedu.web.imports.questions import Question, Questions

DEALS = """ID;Название сделки;Этап сделки;Воронка;Ответственный;Компания
1;А;Needs;Wholesale, active;Anna Kotova;Ока
2;Б;Selection;Shop and requests;Дарья Ёлкина;Ока
3;В;Успешно реализовано;;Anna Kotova;Ока
4;Г;Думает;;;Ока
"""


def questions(user: User, text: str = DEALS) -> Questions:
    run = begin(visitor(user), text)
    return Questions(ImportRun.objects.get(pk=run.pk), user)


def by_name(asked: list[Question]) -> dict[str, str]:
    return {one.name: one.value for one in asked}


def test_columns_are_asked_in_the_order_of_the_file_with_samples(cast: Cast) -> None:
    columns = questions(cast.adam).columns()

    assert [column.name for column in columns][:3] == ["ID", "Название сделки", "Этап сделки"]
    assert columns[0] == Question("ID", "1 · 2 · 3", "deal_id")


def test_fields_begin_with_leaving_out(cast: Cast) -> None:
    fields = questions(cast.adam).fields()

    assert fields[0].value == ""
    assert {"deal", "stage", "amount", "company"} <= {choice.value for choice in fields}


def test_stages_that_are_known_are_answered_and_others_are_open(cast: Cast) -> None:
    stages = questions(cast.adam).stages()

    assert by_name(stages) == {
        "Wholesale, active / Needs": "Wholesale, active / Needs",
        "Shop and requests / Selection": "Shop and requests / Selection",
        "Успешно реализовано": "won",
        "Думает": "",
    }
    assert [stage.name for stage in stages if stage.is_open] == ["Думает"]


def test_every_stage_of_every_pipeline_may_be_chosen(cast: Cast) -> None:
    results, wholesale, shop = questions(cast.adam).places()

    assert [choice.value for choice in results.choices] == ["won", "lost", "skip"]
    assert wholesale.label == "Wholesale, active"
    assert wholesale.choices[3].value == "Wholesale, active / Needs"
    assert len(shop.choices) == 6


def test_the_pipeline_that_a_format_brings_may_be_chosen_before_it_is_there(cast: Cast) -> None:
    headers = "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value"

    asked = questions(cast.adam, f"{headers}\n1,A B,X,,Engaging,,,\n")

    assert asked.places()[-1].label == "CRM Sales"
    assert by_name(asked.stages()) == {"Engaging": "CRM Sales / Engaging"}


def test_a_file_of_clients_has_no_stages(cast: Cast) -> None:
    assert questions(cast.adam, "Компания;Телефон\nВолга;89126401822\n").stages() == []


def test_colleagues_are_recognised_and_others_proposed_as_left(cast: Cast) -> None:
    assert by_name(questions(cast.adam).owners()) == {"Anna Kotova": "anna", "Дарья Ёлкина": "@create"}


@pytest.mark.parametrize(("who", "others"), [("adam", True), ("sergey", False)])
def test_one_chooses_among_the_people_one_sees(cast: Cast, who: str, others: bool) -> None:
    words, people = questions(getattr(cast, who)).colleagues()

    assert [choice.value for choice in words.choices] == ["@create", "@me", "@free"]
    assert ("olga" in {choice.value for choice in people.choices}) is others


def test_a_seller_is_not_asked_about_people(cast: Cast) -> None:
    assert questions(cast.anna).owners() == []
