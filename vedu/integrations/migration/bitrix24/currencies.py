"""What Bitrix24 calls currencies: by their names, in the language of its interface."""

from vedu.clients.imports.mapping import Record

CODES = {
    "российский рубль": "RUB",
    "рубль": "RUB",
    "рубли": "RUB",
    "russian ruble": "RUB",
    "доллар сша": "USD",
    "us dollar": "USD",
    "евро": "EUR",
    "euro": "EUR",
    "казахстанский тенге": "KZT",
    "тенге": "KZT",
    "tenge": "KZT",
    "белорусский рубль": "BYN",
    "belarusian ruble": "BYN",
    "китайский юань": "CNY",
    "юань": "CNY",
    "yuan": "CNY",
}


def name_currency(record: Record) -> None:
    """A name becomes its code; a code stays."""
    if name := record.get("currency"):
        record["currency"] = CODES.get(" ".join(name.split()).lower(), name)
