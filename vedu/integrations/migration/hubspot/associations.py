"""Cells that list what a record hangs together with, parted by semicolons: the first is the chief one."""

import re

from vedu.clients.imports.mapping import Record

WITH_EMAIL = re.compile(r"(.*?)\s*\(([^()\s]+@[^()\s]+)\)")


def take_first(record: Record, *codes: str) -> None:
    """«Acme; Beta» → «Acme». A cell of nothing but separators is empty."""
    for code in codes:
        if code in record and not (first := _first(record, code)):
            del record[code]
        elif code in record:
            record[code] = first


def part_email(record: Record) -> None:
    """«Anna Smith (anna@acme.example)» is a name and an address."""
    if match := WITH_EMAIL.fullmatch(record.get("contact", "")):
        record["contact"] = match[1] or match[2]
        record["email"] = [*record.get("email", ()), match[2]]


def _first(record: Record, code: str) -> str:
    return next((part.strip() for part in record[code].split(";") if part.strip()), "")
