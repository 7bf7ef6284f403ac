"""Values put in the place of fields in braces. Nothing is evaluated; what was put in is not looked through again."""

import re
from collections.abc import Mapping

# Whatever stands in braces is taken for a field, so that a misspelt one is found and not sent.
_FIELD = re.compile(r"\{\s*([^{}\n]{0,60}?)\s*\}")


def fields_in(text: str) -> list[str]:
    """Names between braces, each once, in the order of the text."""
    return list(dict.fromkeys(_FIELD.findall(text)))


def filled(text: str, values: Mapping[str, str]) -> str:
    """A field without a value stays as it is written: a hole is seen."""
    return _FIELD.sub(lambda match: values.get(match[1]) or match[0], text)


def has_stray_brace(text: str) -> bool:
    """A brace that opens or closes nothing: «{client» would go out as it is."""
    return any(brace in _FIELD.sub("", text) for brace in "{}")
