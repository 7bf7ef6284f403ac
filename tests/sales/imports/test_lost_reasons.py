"""Why imported deals were lost."""

from tests.cast import Cast
from vedu.clients.imports.trace import Trace
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.imports.lost_reasons import NOT_STATED, LostReasons


def test_a_reason_of_the_same_name_is_ours(cast: Cast) -> None:
    reason, note = LostReasons().find("«EXPENSIVE»", Trace())

    assert (reason.code, note) == ("expensive", "")


def test_other_words_are_kept_beside_not_stated(cast: Cast) -> None:
    trace = Trace()

    reason, note = LostReasons().find("Тендер", trace)

    assert (reason.code, note) == (NOT_STATED, "Тендер")
    assert trace.created == {"refusal_reason": [reason.pk]}
    assert reason.is_archived


def test_not_stated_is_made_once(cast: Cast) -> None:
    reasons, trace = LostReasons(), Trace()

    assert reasons.find("", trace)[0] == reasons.find("Тендер", trace)[0]
    assert LostReasons().find("", trace)[0].code == NOT_STATED
    assert RefusalReason.objects.filter(code=NOT_STATED).count() == 1
    assert len(trace.created["refusal_reason"]) == 1
