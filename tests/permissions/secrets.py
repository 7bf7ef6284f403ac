"""Words that stand in what Anna keeps and nowhere else: whoever reads one of them has read what is hers."""

import re

CLIENT, PERSON, FREE_NAME = "Quixmora", "Velmira Tazhbekova", "Olkandor"
DEAL, TASK, TOUCH, NOTE = "Zentorq", "Plokhanin", "Brimwicket", "Snorvald"
NEED, OBJECTION, ANSWER, COMMITTEE = "Kelvandra", "Morqueth", "Tibbering", "Hustiva"
BRIEF, SUPPLY, HANDOVER, CONSENT = "Drunquil", "Ostrevane", "Yalmorine", "Fexholm"
VISITS, CALLS, TEMPLATE, ARGUMENT = "Wimbrasto", "Jorcandel", "Gantrovik", "Lumbrexa"
INQUIRY, IMPORTED, ENCOUNTER, BANK = "Perquilla", "Nostrumbel", "Crandovar", "Uxbrindle"
PHONE, EMAIL, INN, ACCOUNT = "+79127773194", "velmira@quixmora.example", "7701526010", "40702810900000031947"
OTHER_PHONE = "+79127773196"

WORDS = frozenset(
    {
        CLIENT, PERSON, DEAL, TASK, TOUCH, NOTE, NEED, OBJECTION, ANSWER, COMMITTEE, BRIEF, SUPPLY, HANDOVER, CONSENT,
        VISITS, CALLS, TEMPLATE, ARGUMENT, INQUIRY, IMPORTED, ENCOUNTER, BANK, EMAIL, INN, ACCOUNT,
    }
)  # fmt: skip
_LOWER = frozenset(word.lower() for word in WORDS)
# However it is written: 8 (912) 777-31-94, +7 912 777-31-94, 9127773194.
_DIGITS = re.compile(r"777\D{0,2}31\D{0,2}9\d")


def told_in(text: str) -> frozenset[str]:
    """Which of them stand in the text."""
    lower = text.lower()
    digits = _DIGITS.findall(text) if "777" in text else ()
    return frozenset(word for word in _LOWER if word in lower) | frozenset(digits)
