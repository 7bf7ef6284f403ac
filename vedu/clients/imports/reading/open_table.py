"""Opens any file that holds a table; what it is shows by its content, not by its name."""

from pathlib import Path

from django.utils.translation import gettext as _

from vedu.clients.imports.reading.csv_file import CsvFile
from vedu.clients.imports.reading.html_file import HtmlFile
from vedu.clients.imports.reading.table import Table, unreadable
from vedu.clients.imports.reading.workbook import Workbook

START = 4096
ARCHIVE, OLD_WORKBOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def open_table(path: Path) -> Table:
    """Raises Invalid with a sentence for a person when there is no table to read."""
    if not path.is_file():
        raise unreadable(path, _("There is no file %(file)s.") % {"file": path.name})
    with path.open("rb") as file:
        start = file.read(START)
    if start.startswith((ARCHIVE, OLD_WORKBOOK)):
        book = Workbook(path, "XLSX" if start.startswith(ARCHIVE) else "XLS")
        return Table(book, book.how)
    if _is_html(start):
        page = HtmlFile.sniff(path)
        return Table(page, page.how)
    if start.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf")):
        raise unreadable(path, _("This is not a table: save it as CSV or XLSX."))
    sheet = CsvFile.sniff(path)
    return Table(sheet, sheet.how)


def _is_html(start: bytes) -> bool:
    text = start.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").lower()
    return text.startswith((b"<html", b"<!doctype html", b"<table", b"<meta", b"<head", b"<style", b"<body"))
