"""A stage as a row of the editor."""

from dataclasses import dataclass

from vedu.sales.deals.pipeline import Stage
from vedu.web.pipelines.forms import StageForm


@dataclass(frozen=True, slots=True)
class Row:
    """``asked`` is the evidence that leaving it needs, ``gates`` the same in words, ``deals`` how many are in work;
    ``form`` what was typed, None where nothing was."""

    stage: Stage
    form: StageForm | None
    number: int
    asked: tuple[str, ...]
    gates: str
    deals: str
    is_first: bool
    is_last: bool
    place_url: str
    deletion_url: str

    @property
    def pk(self) -> int:
        return self.stage.pk

    @property
    def name(self) -> str:
        return self.stage.name
