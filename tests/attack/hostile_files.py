"""Files that somebody sends to bring the reader down. Each entry is made anew: none is large on disk."""

import io
import random
import zipfile
from collections.abc import Callable

import openpyxl

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TEXT = '<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c><c r="B1"><v>1</v></c></row>'


def workbook(rows: list[list[object]]) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def with_sheet(xml: str) -> bytes:
    """A workbook whose sheet is this."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook([["Name", "City"]]))) as whole,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in whole.namelist():
            archive.writestr(name, xml if name == SHEET else whole.read(name))
    return out.getvalue()


def sheet(rows: str, before: str = "") -> bytes:
    return with_sheet(
        f'<?xml version="1.0"?>{before}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    )


def billion_laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 10))
    return sheet(TEXT.format("&l9;"), f'<!DOCTYPE worksheet [<!ENTITY l0 "lol">{entities}]>')


def bomb() -> bytes:
    """A thousand to one: 200 MB of text in a cell."""
    return sheet(TEXT.format("x" * 200_000_000))


def far_corner() -> bytes:
    """Two cells, between which a reader of whole sheets has seventeen thousand million."""
    return sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


def no_such_cell() -> bytes:
    return sheet('<row r="1"><c r="A99999999999999999999"><v>1</v></c><c r="ZZZZZZZ1"><v>1</v></c></row>')


def not_an_archive() -> bytes:
    """It ends as an archive does."""
    return b"PK\x03\x04" + b"x" * 500 + b"PK\x05\x06" + bytes([0] * 4 + [255] * 12 + [0] * 2)


def rows_of_html(rest: bytes) -> bytes:
    return b"<html><table><tr><td>Name</td><td>City</td></tr><tr><td>" + rest


def noise(number: int = 200_000) -> bytes:
    return random.Random(7).randbytes(number)


# Not one of them is a table: each is refused.
REFUSED: dict[str, Callable[[], bytes]] = {
    "an empty file": lambda: b"",
    "zeros": lambda: bytes(100_000),
    "empty lines": lambda: b"\n" * 1_000_000,
    "a cell of 10 MB": lambda: b"Name,City\n" + b"x" * 10_000_000 + b",Perm\n",
    "a cell of 10 MB in quotes": lambda: b'Name,City\n"' + b"x" * 10_000_000 + b'",Perm\n',
    "a row that never ends": lambda: b'Name,City\n"' + b'\n","' * 3_000_000,
    "100,000 columns": lambda: b",".join(b"c%d" % number for number in range(100_000)) + b"\n",
    "quotation marks": lambda: b'"' * 5_000_000,
    "half of a workbook": lambda: (whole := workbook([["Name", "City"]] * 50))[: len(whole) // 2],
    "an archive of something else": not_an_archive,
    "noise after the mark of an archive": lambda: b"PK\x03\x04" + noise(),
    "noise after the mark of an old workbook": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise(),
    "a billion laughs": billion_laughs,
    "10,000 elements in each other": lambda: sheet("<row>" * 10_000 + "</row>" * 10_000),
    "a bomb of 1000:1": bomb,
    "a cell in the far corner": far_corner,
    "cells that no sheet has": no_such_cell,
    "HTML with a tag of 10 MB": lambda: rows_of_html(b"<b " + b"a " * 5_000_000),
    "HTML with a comment of 10 MB": lambda: rows_of_html(b"<!--" + b"- " * 5_000_000),
    "HTML with a cell of 10 MB": lambda: rows_of_html(b"x" * 10_000_000),
    "HTML with a row of 10,000,000 cells": lambda: rows_of_html(b"<td>" * 10_000_000),
    "tables in tables": lambda: b"<html>" + b"<table><tr><td>" * 100_000,
}  # fmt: skip
# Odd, but there is something to read in them.
READ: dict[str, Callable[[], bytes]] = {
    "noise": noise,
    "a NUL in a cell": lambda: b"Name,City\nNorthern\x00 Bakery,Perm\n",
    "half a letter of UTF-16": lambda: "Name,City\nВолга,Самара".encode("utf-16") + b"\x00\xd8" * 50 + b"x",
    "a delimiter that is a quotation mark": lambda: b'sep="\r\nName,City\r\nVolga,Perm\r\n',
    "elements in elements of HTML": lambda: rows_of_html(b"<div>" * 100_000 + b"x"),
    "carriage returns alone": lambda: b"Name,City\rVolga,Perm\r",
}  # fmt: skip
