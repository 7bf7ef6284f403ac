"""What to look for before the first call, by kind of business: questions beside the parts of a brief.

Plain data whose texts are translated when they are shown; keys are those of the businesses of the first run."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vedu.clients.preparation.part import Part

Questions = Mapping[Part, tuple[str | Promise, ...]]

OWN: Questions = {
    Part.PROBLEM: (_("What costs this client money or time today?"), _("What do its own clients complain about?")),
    Part.OFFER: (_("Which of our goods takes this trouble away?"), _("For whom have we solved the same already?")),
    Part.HOOK: (_("What has changed lately: news, vacancies, a new place, a season?"),),
    Part.AUDIT: (_("What is unclear on the site?"), _("How quickly do they answer an inquiry?")),
    Part.RIVALS: (_("With whom is this client compared, and where is it behind?"),),
    Part.ICEBREAKERS: (_("What may one sincerely praise?"), _("What do we have in common: people, fairs, a city?")),
}
WHOLESALE: Questions = {
    Part.PROBLEM: (
        _("What does it buy regularly, in what volumes, from whom?"),
        _("Where does it lose: returns, missed deliveries, dead stock, prepayment?"),
        _("Is there a season, and how does it prepare for it?"),
    ),
    Part.OFFER: (
        _("What may a trial order be?"),
        _("What will it save: price, delivery time, deferred payment, assortment?"),
        _("Which client of ours of the same kind may be named?"),
    ),
    Part.HOOK: (
        _("A new shop, workshop, range, tender won?"),
        _("Has its supplier raised prices or failed a delivery?"),
    ),
    Part.AUDIT: (
        _("What is in its price list and catalogue, and what is missing?"),
        _("What do buyers write in reviews about the goods and the packaging?"),
    ),
    Part.RIVALS: (_("Which neighbours in its market sell the same, and what do they have that it does not?"),),
    Part.ICEBREAKERS: (
        _("A fair, a trade association, common acquaintances?"),
        _("Which of its goods have you bought yourself?"),
    ),
}
AGENCY: Questions = {
    Part.PROBLEM: (
        _("Where does it lose inquiries: traffic, site, form, answering?"),
        _("Does advertising run without a goal that is counted?"),
    ),
    Part.OFFER: (_("Which three remarks may be brought for nothing?"), _("Which case of the same trade may be shown?")),
    Part.HOOK: (_("A new site, a launch, a vacancy of a marketer, an advertisement that has vanished?"),),
    Part.AUDIT: (
        _("Speed on a phone, a clear first screen, a form that works?"),
        _("Which channels does it advertise in, and what do the advertisements promise?"),
        _("When was the last post, and who answers comments?"),
    ),
    Part.RIVALS: (_("Who stands above it in search, and with what offer?"),),
    Part.ICEBREAKERS: (_("Which piece of its advertising did you like, and why?"),),
}
INSURANCE: Questions = {
    Part.PROBLEM: (_("What does it own or carry that may be lost?"), _("Were there losses, and how were they paid?")),
    Part.OFFER: (_("Which two variants of cover to count?"), _("What does the present policy leave out?")),
    Part.HOOK: (_("When does the policy end?"), _("New cars, a new building, more people, a new rule of law?")),
    Part.AUDIT: (_("What does it tell of its property, people and contracts in public?"),),
    Part.RIVALS: (_("How do the like insure themselves, and what happened to those who did not?"),),
    Part.ICEBREAKERS: (_("Which case of the trade is on everybody's lips?"),),
}
RETAIL: Questions = {
    Part.PROBLEM: (_("What is it buying for, and by when?"), _("What did it not like in the last purchase?")),
    Part.OFFER: (_("What fits, what may replace it, what goes along with it?"),),
    Part.HOOK: (_("A holiday, a season, an arrival of goods that were asked for?"),),
    Part.AUDIT: (_("What has it bought, asked about, returned?"),),
    Part.RIVALS: (_("Where else does it look, and at what price?"),),
    Part.ICEBREAKERS: (_("What did you talk about last time?"),),
}
REAL_ESTATE: Questions = {
    Part.PROBLEM: (
        _("Why does the present place not suit?"),
        _("By when must it be settled, and what stands in the way?"),
    ),
    Part.OFFER: (_("Which three objects to show, and the best one second?"), _("Which loan or exchange would do?")),
    Part.HOOK: (_("A change of rates, a new house, a sold flat, an addition to the family?"),),
    Part.AUDIT: (_("How does its own advertisement look: photographs, price, days in the list?"),),
    Part.RIVALS: (_("What has it seen already, and why did it not take it?"),),
    Part.ICEBREAKERS: (_("Schools, roads, neighbours of the district that it asks about?"),),
}
INDUSTRIES: Mapping[str, Questions] = {
    "wholesale": WHOLESALE,
    "agency": AGENCY,
    "insurance": INSURANCE,
    "retail": RETAIL,
    "real_estate": REAL_ESTATE,
    "own": OWN,
}


def questions_for(industry: str) -> Questions:
    return INDUSTRIES.get(industry, OWN)
