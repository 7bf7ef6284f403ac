"""What a column can hold: how its values are spelled, compared, and how far an agreement goes as evidence."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from vedu.clients.duplicates.linkage import spelling

Score = Callable[..., float]

# Levels of agreement of two values. Between DIFFERENT and SAME a kind has as many as it has cuts.
UNKNOWN, DIFFERENT = 0, 1


@dataclass(frozen=True, slots=True)
class Scorer:
    """A measure of rapidfuzz whose highest value is ``top``, brought to 0..``most``."""

    measure: Score
    top: float = 1.0
    most: float = 1.0


class Kind(StrEnum):
    COMPANY = "company"
    PERSON = "person"
    PHONE = "phone"
    EMAIL = "email"
    DOMAIN = "domain"
    TAX = "tax"
    NUMBER = "number"
    DATE = "date"
    STREET = "street"
    CITY = "city"
    CODE = "code"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Trait:
    """Of the ``scorers`` the best counts. ``cuts`` go up.

    ``same_if_match`` and ``different_if_match`` are what is believed of true duplicates before any data.
    ``coincidence``: of the pairs that share a value as rare as two holders, how many are two different ones.
    ``faith``: how much what is believed weighs against what a table seems to say, 1 is as much.
    ``identifies``: may make a pair by itself; others (a city, a street) only support."""

    spell: Callable[[str], str]
    scorers: tuple[Scorer, ...] = ()
    cuts: tuple[float, ...] = ()
    same_if_match: float = 0.6
    different_if_match: float = 0.15
    coincidence: float = 1.0
    faith: float = 0.2
    identifies: bool = False
    has_common_words: bool = False

    @property
    def same(self) -> int:
        """The highest level."""
        return DIFFERENT + len(self.cuts) + 1


# The words of one among the words of the other say less than a whole that is alike.
_TYPED = (Scorer(DamerauLevenshtein.normalized_similarity),)
_NAMED = (Scorer(JaroWinkler.normalized_similarity), Scorer(fuzz.token_set_ratio, 100, 0.91))
_WORDED = (Scorer(fuzz.ratio, 100), Scorer(fuzz.token_set_ratio, 100, 0.9))
_FUZZY = (0.7, 0.84, 0.92)

TRAITS = {
    Kind.COMPANY: Trait(
        spelling.company, _WORDED, _FUZZY, different_if_match=0.2, identifies=True, has_common_words=True
    ),
    Kind.PERSON: Trait(spelling.person, _NAMED, (0.8, 0.9, 0.95), different_if_match=0.2, identifies=True),
    Kind.PHONE: Trait(spelling.phone, _TYPED, (0.89,), different_if_match=0.3, coincidence=0.1, identifies=True),
    Kind.EMAIL: Trait(spelling.email, _TYPED, (0.9,), different_if_match=0.3, coincidence=0.1, identifies=True),
    Kind.DOMAIN: Trait(spelling.domain, different_if_match=0.3, coincidence=0.3, identifies=True),
    Kind.TAX: Trait(
        spelling.number,
        _TYPED,
        (0.89,),
        same_if_match=0.9,
        different_if_match=0.03,
        coincidence=0.02,
        faith=5,
        identifies=True,
    ),
    Kind.NUMBER: Trait(spelling.number, _TYPED, (0.7, 0.85), coincidence=0.3, identifies=True),
    Kind.DATE: Trait(spelling.date, _TYPED, (0.74, 0.87), identifies=True),
    Kind.STREET: Trait(spelling.words, _WORDED, _FUZZY, has_common_words=True),
    Kind.CITY: Trait(spelling.city, (Scorer(JaroWinkler.normalized_similarity),), (0.85, 0.92)),
    Kind.CODE: Trait(spelling.number, _TYPED, (0.7,)),
    Kind.TEXT: Trait(spelling.words, _WORDED, _FUZZY, has_common_words=True),
}
