"""Numbers of the list of opt-outs that an import brings."""

from pathlib import Path

from tests.cast import Cast
from tests.clients.consent.world import PHONE
from vedu.clients.consent.opt_out import OptOut
from vedu.clients.consent.opted_out import is_opted_out
from vedu.clients.contact import Contact
from vedu.clients.imports.run import ImportRun
from vedu.integrations.migration import command

FILE = f"Компания;Контактное лицо;Телефон;Email\nВолга;Ольга Рябинина;{PHONE};\nКама;Рита;;rita@kama.example\n"


def imported(cast: Cast, folder: Path) -> tuple[ImportRun, str]:
    file, said = folder / "base.csv", []
    file.write_text(FILE)
    command.run(file, "clients", by=cast.anna, out=said.append)
    return ImportRun.objects.get(), "\n".join(said)


def test_the_import_says_how_many_rows_brought_them(cast: Cast, tmp_path: Path) -> None:
    OptOut.put("phone", PHONE, by=cast.anna)
    run, said = imported(cast, tmp_path)
    assert run.notes == {"opted-out": 1}
    assert "1" in said
    assert is_opted_out(Contact.objects.get(name="Ольга Рябинина"), "call")
    assert not is_opted_out(Contact.objects.get(name="Рита"), "email")


def test_without_them_it_says_nothing(cast: Cast, tmp_path: Path) -> None:
    assert imported(cast, tmp_path)[0].notes == {}
