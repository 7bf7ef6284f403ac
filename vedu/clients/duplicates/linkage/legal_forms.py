"""Legal forms, in Latin letters: the same company is written with and without them."""

_RUSSIAN = (
    "ooo oao zao ao pao nao ip pboyul chp too odo kfkh kfh nko ano fgup mup gup fgbu gbu mbu gku mku gbou mbou fgbou "
    "mbdou tszh tsn snt spk spok kt pk ut tnv"
)
_FOREIGN = (
    "llc ltd limited inc incorporated corp corporation co company plc llp lp gmbh ag kg ug ohg sa sas sarl srl spa "
    "bv nv oy oyj ab as asa aps kft zrt doo sro as sia uab ou pte pty"
)
FORMS = frozenset(f"{_RUSSIAN} {_FOREIGN}".split())
PHRASES = (
    "obschestvo s ogranichennoy otvetstvennostyu",
    "zakrytoe aktsionernoe obschestvo",
    "otkrytoe aktsionernoe obschestvo",
    "publichnoe aktsionernoe obschestvo",
    "nepublichnoe aktsionernoe obschestvo",
    "aktsionernoe obschestvo",
    "individualnyy predprinimatel",
    "krestyanskoe fermerskoe khozyaystvo",
    "munitsipalnoe unitarnoe predpriyatie",
)
