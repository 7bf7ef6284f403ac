"""The migration can be taken back: a deleted stage then stands behind the others under a name of its own."""

from importlib import import_module

from django.apps import apps

from tests.cast import Cast
from tests.sales.pipelines.asked import names, places
from vedu.sales.pipelines.stage_deletion import delete_stage
from vedu.sales.pipelines.stage_order import add_stage


def test_deleted_stages_stand_again(cast: Cast) -> None:
    first, second = cast.stage(2), cast.stage(3)
    delete_stage(first, by=cast.vera)
    delete_stage(second, by=cast.vera)
    add_stage(cast.pipeline, by=cast.vera, name=first.name)
    import_module("vedu.sales.migrations.0009_retired_stages").stand_again(apps, None)
    assert names(cast.pipeline)[-2:] == [f"{first.name} #{first.pk}", f"{second.name} #{second.pk}"]
    assert places(cast.pipeline) == list(range(9))
