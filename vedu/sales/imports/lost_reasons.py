"""Why imported deals were lost: our reason of the same name, else one that says the file told none."""

from django.utils.translation import gettext as _

from vedu.clients.imports.trace import Trace
from vedu.foundation.values.fold import fold
from vedu.sales.deals.refusal_reason import RefusalGroup, RefusalReason

NOT_STATED = "not_stated"


class LostReasons:
    def __init__(self) -> None:
        self._by_name = {fold(reason.name): reason for reason in RefusalReason.objects.all()}
        self._by_code = {reason.code: reason for reason in self._by_name.values()}

    def find(self, text: str, trace: Trace) -> tuple[RefusalReason, str]:
        """The reason, and what of the file's words it does not say (kept as a note)."""
        found = self._by_name.get(fold(text)) if text else None
        return (found, "") if found else (self._not_stated(trace), text)

    def _not_stated(self, trace: Trace) -> RefusalReason:
        """Archived: past deals may have it, nobody can choose it for a new one."""
        if NOT_STATED not in self._by_code:
            reason = RefusalReason.objects.create(
                code=NOT_STATED,
                group=RefusalGroup.NEED,
                name=_("Not stated"),
                return_days=None,
                position=RefusalReason.objects.count(),
                is_archived=True,
            )
            trace.create("refusal_reason", [reason.pk])
            self._by_code[NOT_STATED] = reason
        return self._by_code[NOT_STATED]
