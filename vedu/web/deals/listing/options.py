"""The <option>s of the list's filters; dozens of them are too many for the template engine."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from vedu.sales.deals.pipeline import Pipeline, Stage
from vedu.web.touches.choice import Choice, options


def stage_options(pipelines: Iterable[Pipeline], stages: Iterable[Stage], chosen: int) -> SafeString:
    """Stages by their pipelines."""
    all_stages = list(stages)
    groups = []
    for pipeline in pipelines:
        own = [stage for stage in all_stages if stage.pipeline_id == pipeline.pk]
        groups.append((pipeline.name, options(Choice(str(each.pk), each.name, each.pk == chosen) for each in own)))
    return format_html_join("", '<optgroup label="{}">{}</optgroup>', groups)


def some_or_any(rows: Iterable[tuple[int, str]], chosen: int, nothing: str) -> SafeString:
    """(id, name) of each, after the option that chooses nothing."""
    found = options(Choice(str(pk), name, pk == chosen) for pk, name in rows)
    return format_html('<option value="">{}</option>{}', nothing, found)
