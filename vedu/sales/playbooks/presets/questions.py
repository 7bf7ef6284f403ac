"""The bank of questions: open ones first, then those that check. Hints on how to say things stand at the end."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vedu.sales.playbooks.presets.shape import Ask
from vedu.sales.playbooks.script import Fact

SITUATION = pgettext_lazy("group of questions", "situation")
PROBLEM = pgettext_lazy("group of questions", "problem")
IMPLICATION = pgettext_lazy("group of questions", "implication")
PAYOFF = pgettext_lazy("group of questions", "need and payoff")
CHECK = pgettext_lazy("group of questions", "check")
QUALIFYING = pgettext_lazy("group of questions", "qualifying")

HOOK = Ask("hook", _("What in their news or on their site gives a reason to call right now?"))
WHO_MAY_DECIDE = Ask("who-may-decide", _("Who there probably decides about such a purchase?"))
WHO_DECIDES = Ask("who-decides", _("Who makes the final decision, and who else has a say?"), QUALIFYING)
HOW_DECIDED = Ask("how-decided", _("How do you usually choose a supplier: what steps are there?"), QUALIFYING)
MAY_GO_ON = Ask("may-go-on", _("Is it convenient to talk for two minutes?"), CHECK, is_open=False)
WHAT_NOW = Ask("what-now", _("How is it arranged with you today?"), SITUATION, Fact.SOLUTION)
HOW_MUCH = Ask("how-much", _("How much do you need a month, and how often do you order?"), SITUATION)
WHAT_BOTHERS = Ask("what-bothers", _("What would you like to improve in it?"), PROBLEM, Fact.NEED)
HOW_OFTEN = Ask("how-often", _("How often does it happen, and what do you do then?"), PROBLEM, Fact.PROBLEM)
WHAT_COSTS = Ask("what-costs", _("What does it lead to: how much money and time is lost?"), IMPLICATION, Fact.PROBLEM)
WHO_SUFFERS = Ask("who-suffers", _("Whom else in the company does it hinder?"), IMPLICATION)
WHAT_GIVES = Ask("what-gives", _("If it were settled, what would it give you?"), PAYOFF)
WHAT_MATTERS = Ask("what-matters", _("What matters most to you when you choose?"), PROBLEM, Fact.NEED)
BY_WHEN = Ask("by-when", _("By what day do you need it?"), QUALIFYING)
BUDGET = Ask("budget", _("What budget have you reckoned with?"), QUALIFYING)
UNDERSTOOD = Ask(
    "understood", _("Have I understood you right?"), CHECK, is_open=False, hint=_("Say his needs in his own words.")
)
FITS = Ask("fits", _("How well does it fit your task?"), CHECK)
WHAT_DOUBTS = Ask("what-doubts", _("What stops you from deciding?"), "", Fact.OBJECTION)
BESIDES = Ask("besides", _("Is there anything besides this that stops you?"), CHECK, is_open=False)
NEXT_STEP = Ask("next-step", _("What is our next step, and on what day?"))
REQUISITES = Ask("requisites", _("To which company shall I make out the contract and the invoice?"))
WHEN_PAID = Ask("when-paid", _("On what day will the payment come?"))
HOW_IT_WENT = Ask("how-it-went", _("How did the delivery go? What should we do better?"))
NEXT_ORDER = Ask("next-order", _("When will you need it again?"))
WHOM_ELSE = Ask("whom-else", _("Who among your partners has the same task?"))

LISTEN = _("Let him speak: a question, then silence. Write his words down as they are.")
BY_NEEDS = _("Only what he needs: property, benefit, proof. End with a question.")
ANSWERING = _("Hear him out, ask what is behind it, answer, check. The same objection twice means indecision: close.")
CLOSING_HINT = _("Send contract and invoice together and name the day.")
