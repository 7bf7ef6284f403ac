"""Where a deal of the file stands in our pipelines: by a person's answers, by the format's, by equal names.

An answer is "won", "lost", "skip", the name of a stage, or "Pipeline / Stage"; a result may name the stage it
came from: "lost @ Needs". The answer to "*" is for all that is not answered."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from vedu.clients.imports.survey import SEPARATOR, joined
from vedu.clients.imports.target import Job
from vedu.clients.imports.trace import Trace
from vedu.foundation.values.fold import fold
from vedu.sales.deals.pipeline import Pipeline, Stage
from vedu.sales.deals.presets.install import install
from vedu.sales.imports.deal_options import DEFAULT, DealOptions

WON, LOST, SKIP, OPEN = "won", "lost", "skip", "open"
FROM, OTHER = "@", "*"
WON_WORDS = {
    "успешно реализовано", "сделка успешна", "успешно", "успешна", "успех", "выиграна", "выигран", "выиграно",
    "закрыта выиграна", "закрыто выиграно", "won", "closed won", "closedwon", "deal won",
}  # fmt: skip
LOST_WORDS = {
    "закрыто и не реализовано", "сделка провалена", "провал", "провалена", "отказ", "проиграна", "проигран",
    "проиграно", "закрыта проиграна", "закрыто проиграно", "lost", "closed lost", "closedlost", "deal lost",
}  # fmt: skip
OPEN_WORDS = {"открыта", "открыт", "открыто", "в работе", "сделка в работе", "в процессе", "open", "in progress"}
_WITH_REASON = re.compile(r"(.+?)\s*\(([^()]+)\)", re.DOTALL)
_NOT_WORDS = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class StandsAt:
    """``result`` is open, won, lost or skip. ``pipeline`` and ``stage`` are folded names; an empty stage is the
    pipeline's end or beginning by the result. ``reason`` is what the file says in brackets."""

    result: str
    pipeline: str = ""
    stage: str = ""
    reason: str = ""


class StageBook:
    def __init__(self, job: Job) -> None:
        self._mapping = job.mapping
        self._options = options_of(job)
        self._stages: dict[str, dict[str, Stage | None]] = {}
        self._names: dict[str, list[str]] = {}
        self._titles: dict[str, str] = {}
        for pipeline in Pipeline.objects.in_use().prefetch_related("stages"):
            self._learn(pipeline.name, {stage.name: stage for stage in pipeline.stages.all()})
        self._seen: dict[tuple[str, str], StandsAt | None] = {}
        self._expect_preset()

    @property
    def currency(self) -> str:
        """Of sums that do not say theirs."""
        return self._options.currency

    @property
    def default(self) -> str:
        """The pipeline for files that name none: the one that was answered, the format's, our first."""
        preset = str(self._options.preset.name) if self._options.preset else ""
        return fold(self._mapping.pipeline or preset) or next(iter(self._stages), "")

    def knows_pipeline(self) -> bool:
        return self.default in self._stages

    def choices(self) -> list[str]:
        """Names of the stages of the default pipeline: what may be answered."""
        return list(self._names.get(self.default, []))

    def names_of(self, at: StandsAt) -> tuple[str, str]:
        """Pipeline and stage as people write them."""
        stage = next(name for name in self._names[at.pipeline] if fold(name) == at.stage)
        return self._titles[at.pipeline], stage

    def to_be_installed(self) -> dict[str, list[str]]:
        """The pipeline that the format brings with it, while it is not there."""
        return {self._titles[key]: self._names[key] for key, stages in self._stages.items() if None in stages.values()}

    def misunderstood(self) -> list[str]:
        """Answers that name no stage of ours."""
        said = dict.fromkeys(answer for answer in self._mapping.stages.values() if answer)
        return [answer for answer in said if self._understood(answer, self.default, "") is None]

    def install_preset(self, trace: Trace) -> None:
        """Make the format's own pipeline if it is not there."""
        preset = self._options.preset
        if preset and None in self._stages.get(fold(str(preset.name)), {}).values():
            (pipeline,) = install([preset])
            trace.create("pipeline", [pipeline.pk])
            self._learn(pipeline.name, {stage.name: stage for stage in pipeline.stages.all()})

    def stands_at(self, pipeline: str, stage: str) -> StandsAt | None:
        """None: nobody has said what this stage is."""
        key = (pipeline, stage)
        if key not in self._seen:
            self._seen[key] = self._look(pipeline, stage)
        return self._seen[key]

    def stage_of(self, at: StandsAt) -> Stage:
        stages = self._stages[at.pipeline]
        end = -1 if at.result == WON or (at.result == LOST and self._options.lost_at_last) else 0
        found = stages[at.stage] if at.stage else list(stages.values())[end]
        assert found is not None, "the format's pipeline is installed before rows are written"
        return found

    def _look(self, pipeline: str, stage: str) -> StandsAt | None:
        bare, reason = _reason_apart(stage)
        home = fold(pipeline) if fold(pipeline) in self._stages else self.default
        said = self._answer(pipeline, stage) or self._answer(pipeline, bare)
        if said:
            return self._understood(said, home, reason)
        if (ended := result_of(bare)) in (WON, LOST):
            return self._result(ended, home, reason)
        if fold(stage) in self._stages.get(home, {}):
            return StandsAt(OPEN, home, fold(stage))
        rest = self._mapping.stages.get(OTHER, "")
        return self._understood(rest, home, reason) if rest else None

    def _answer(self, pipeline: str, stage: str) -> str:
        for answers in (self._mapping.stages, self._options.stages):
            said = answers.get(joined([pipeline, stage])) or answers.get(stage)
            if said:
                return said
        return ""

    def _understood(self, said: str, home: str, reason: str) -> StandsAt | None:
        result, _at, place = (part.strip() for part in said.partition(FROM))
        if result == SKIP:
            return StandsAt(SKIP)
        if result in (WON, LOST):
            return self._result(result, home, reason, place)
        place, result = said, OPEN
        where = self._place(place, home)
        return StandsAt(result, *where) if where else None

    def _result(self, result: str, home: str, reason: str, place: str = "") -> StandsAt | None:
        where = self._place(place, home) if place else ((home, "") if home in self._stages else None)
        return StandsAt(result, *where, reason) if where else None

    def _place(self, text: str, home: str) -> tuple[str, str] | None:
        """«Этап» of the pipeline at hand, or «Воронка / Этап»."""
        pipeline, gap, stage = text.rpartition(SEPARATOR)
        for where, name in ((home, text), (fold(pipeline) if gap else "", stage)):
            if fold(name) in self._stages.get(where, {}):
                return where, fold(name)
        return None

    def _expect_preset(self) -> None:
        """Its stages may be answered before it exists."""
        preset = self._options.preset
        if preset and fold(str(preset.name)) not in self._stages:
            self._learn(str(preset.name), {str(stage.name): None for stage in preset.stages})

    def _learn(self, pipeline: str, stages: Mapping[str, Stage | None]) -> None:
        self._stages[fold(pipeline)] = {fold(name): stage for name, stage in stages.items()}
        self._names[fold(pipeline)], self._titles[fold(pipeline)] = list(stages), pipeline


def result_of(text: str) -> str:
    """What these words say of a deal: won, lost, open; "" when they say nothing of it."""
    words = _words(text)
    meanings = ((WON, WON_WORDS), (LOST, LOST_WORDS), (OPEN, OPEN_WORDS))
    return next((result for result, known in meanings if words in known), "")


def options_of(job: Job) -> DealOptions:
    return job.format.options or DEFAULT


def _reason_apart(stage: str) -> tuple[str, str]:
    """«Закрыто и не реализовано (Дорого)» → the stage and the reason."""
    match = _WITH_REASON.fullmatch(stage)
    return (match[1], match[2].strip()) if match else (stage, "")


def _words(text: str) -> str:
    return " ".join(_NOT_WORDS.sub(" ", fold(text)).split())
