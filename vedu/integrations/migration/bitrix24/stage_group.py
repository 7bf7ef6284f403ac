"""«Группа»: which of the three kinds a stage is. It tells the end where the stage bears a name of one's own."""

from vedu.clients.imports.mapping import Record
from vedu.sales.imports.stage_book import LOST, WON, result_of

WON_STEMS, LOST_STEMS = ("успеш", "success", "won"), ("провал", "неуспеш", "fail", "lost")
WON_STAGE, LOST_STAGE = "Сделка успешна", "Сделка провалена"
BRACKETS = str.maketrans({"(": None, ")": None})


def end_by_group(record: Record) -> None:
    """A stage of one's own among the lost ones says why: «Дорого» → «Сделка провалена (Дорого)»."""
    group, stage = record.pop("result", "").lower(), record.get("stage", "")
    if any(stem in group for stem in LOST_STEMS):
        if result_of(stage) != LOST:
            record["stage"] = f"{LOST_STAGE} ({stage.translate(BRACKETS)})" if stage else LOST_STAGE
    elif any(stem in group for stem in WON_STEMS) and result_of(stage) != WON:
        record["stage"] = WON_STAGE
