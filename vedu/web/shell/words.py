"""The words that scripts say; they reach the page as one JSON block."""

from django.utils.translation import gettext as _


def words() -> dict[str, str]:
    return {
        "saving": _("Saving"),
        "notSaved": _("Not saved: the server did not answer."),
        "notLoaded": _("Not loaded: the server did not answer."),
        "textKept": _("The text stays in the field."),
        "retry": _("Try again"),
        "undo": _("Undo"),
        "close": _("Close"),
        "draft": _("A draft: kept in this browser until you send it."),
        "dropDraft": _("Throw the draft away"),
        "onThisPage": _("On this page"),
    }
