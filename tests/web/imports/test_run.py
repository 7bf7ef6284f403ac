"""/imports/<id>/: check, run, result, undo; jobs are run by hand."""

from datetime import timedelta

from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.imports.upload import CLIENTS, answers, begin
from tests.web.visitor import HTMX, text_of, visitor
from vedu.clients.client import Client
from vedu.clients.imports import jobs
from vedu.clients.imports.run import ImportRun
from vedu.foundation.people.user import User


def checked(user: User, text: str = CLIENTS) -> ImportRun:
    run = begin(visitor(user), text)
    visitor(user).post(f"/imports/{run.pk}/mapping", answers(run))
    jobs.check_import.func(run.pk, "en")
    return ImportRun.objects.get(pk=run.pk)


def done(user: User, text: str = CLIENTS) -> ImportRun:
    run = checked(user, text)
    visitor(user).post(f"/imports/{run.pk}/start")
    jobs.carry_out_import.func(run.pk, "en")
    return ImportRun.objects.get(pk=run.pk)


def page_of(run: ImportRun, user: User) -> str:
    return text_of(visitor(user).get(f"/imports/{run.pk}/"))


def test_while_it_works_the_page_asks_how_far_it_is(cast: Cast) -> None:
    run = checked(cast.anna)
    visitor(cast.anna).post(f"/imports/{run.pk}/start")

    page = page_of(run, cast.anna)

    assert f'hx-get="/imports/{run.pk}/"' in page
    assert 'role="progressbar"' in page
    assert "0 of 2 rows" in page
    part = text_of(visitor(cast.anna).get(f"/imports/{run.pk}/", headers=HTMX))
    assert part.startswith('<div id="run"')


def test_what_is_checked_is_shown_with_the_rows_left_out(cast: Cast) -> None:
    run = checked(cast.anna)

    page = page_of(run, cast.anna)

    assert "hx-get" not in page.split('id="run"')[1][:200]
    assert "What will come of it" in page
    assert "“12” is not a whole phone number." in page
    assert "The first rows as they will be" in page
    assert not Client.objects.exists()


def test_the_answers_may_be_changed_after_the_check(cast: Cast) -> None:
    run = checked(cast.anna)

    page = text_of(visitor(cast.anna).get(f"/imports/{run.pk}/?mapping"))

    assert "What the columns mean" in page


def test_the_run_writes_and_its_page_tells_the_result(cast: Cast) -> None:
    run = done(cast.anna)

    page = page_of(run, cast.anna)

    assert Client.objects.get().name == "Волга"
    assert run.phase == "done"
    assert "See what came in" in page
    assert "Undo the import" in page
    assert f"/imports/{run.pk}/refused.csv" in page


def test_refused_rows_are_downloaded_with_their_reasons(cast: Cast) -> None:
    run = done(cast.anna)

    response = visitor(cast.anna).get(f"/imports/{run.pk}/refused.csv")

    text = b"".join(response.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    assert text.splitlines()[0].startswith("Компания;Телефон;Ответственный;")
    assert text.splitlines()[1] == "Кама;12;;3;“12” is not a whole phone number."
    assert "attachment" in response.headers["Content-Disposition"]


def test_a_run_is_undone(cast: Cast) -> None:
    run = done(cast.anna)

    visitor(cast.anna).post(f"/imports/{run.pk}/undoing")
    assert "Undoing" in page_of(run, cast.anna)
    jobs.undo_import.func(run.pk)

    assert not Client.objects.exists()
    assert "is taken back" in page_of(run, cast.anna)
    assert "Undo the import" not in page_of(run, cast.anna)


def test_what_stays_is_listed_with_a_link(cast: Cast) -> None:
    run = done(cast.anna)
    volga = Client.objects.get()
    volga.describe(by=cast.anna, about="звонили")

    visitor(cast.anna).post(f"/imports/{run.pk}/undoing")
    jobs.undo_import.func(run.pk)

    assert f'<a href="/clients/{volga.pk}/">Волга</a>' in page_of(run, cast.anna)


def test_a_file_that_nobody_needs_is_removed(cast: Cast) -> None:
    run = checked(cast.anna)

    response = visitor(cast.anna).post(f"/imports/{run.pk}/removal")

    assert response.headers["Location"] == "/imports/"
    assert not ImportRun.objects.exists()
    assert not run.file.exists()


def test_a_run_that_has_written_is_not_removed(cast: Cast) -> None:
    run = done(cast.anna)

    assert visitor(cast.anna).post(f"/imports/{run.pk}/removal").status_code == 409
    assert ImportRun.objects.filter(pk=run.pk).exists()


def test_a_run_whose_worker_died_may_go_on(cast: Cast) -> None:
    run = checked(cast.anna)
    visitor(cast.anna).post(f"/imports/{run.pk}/start")
    ImportRun.objects.update(beat_at=timezone.now() - timedelta(minutes=10))

    page = page_of(run, cast.anna)

    assert "The work stopped" in page
    assert "Go on from where it stopped" in page
    visitor(cast.anna).post(f"/imports/{run.pk}/start")
    jobs.carry_out_import.func(run.pk, "en")
    assert Client.objects.count() == 1


def test_what_cannot_be_done_now_is_refused(cast: Cast) -> None:
    run = begin(visitor(cast.anna))

    assert visitor(cast.anna).post(f"/imports/{run.pk}/undoing").status_code == 409
    assert visitor(cast.anna).get(f"/imports/{run.pk}/start").status_code == 405


def test_strangers_start_and_undo_nothing(cast: Cast) -> None:
    run = done(cast.anna)

    for stranger in (cast.igor, cast.olga):
        for verb in ("start", "undoing", "removal"):
            assert visitor(stranger).post(f"/imports/{run.pk}/{verb}").status_code == 404
        assert visitor(stranger).get(f"/imports/{run.pk}/refused.csv").status_code == 404
    assert Client.objects.exists()


def test_the_head_undoes_the_run_of_his_seller(cast: Cast) -> None:
    run = done(cast.anna)

    visitor(cast.sergey).post(f"/imports/{run.pk}/undoing")
    jobs.undo_import.func(run.pk)

    assert ImportRun.objects.get().undone_by == cast.sergey


def test_the_result_asks_little_of_the_base(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    text = "Компания;Телефон\n" + "".join(f"Фирма {n};{n}\n" for n in range(60))
    run = done(cast.anna, text)
    anna = visitor(cast.anna)

    with django_assert_max_num_queries(12):
        anna.get(f"/imports/{run.pk}/")
