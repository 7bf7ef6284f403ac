"""A deleted stage stays for the history of deals, and a move says when nobody willed it."""

from typing import Any

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def keep(_apps: Any, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    """No stage is retired yet."""


def stand_again(apps: Any, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    """On the way back: the retired stand behind the others, under a name that nobody else has."""
    stages = apps.get_model("sales", "Stage")._base_manager
    for stage in stages.exclude(retired_at=None).order_by("pk"):
        last = stages.filter(pipeline=stage.pipeline_id, retired_at=None).aggregate(models.Max("position"))
        name = f"{stage.name[:100]} #{stage.pk}"
        stages.filter(pk=stage.pk).update(name=name, position=(last["position__max"] or 0) + 1, retired_at=None)


class Migration(migrations.Migration):
    dependencies = [("sales", "0008_playbooks")]
    operations = [
        migrations.AddField("stage", "retired_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField(
            "move",
            "cause",
            models.CharField(
                blank=True, choices=[("stage_deleted", "the stage was deleted")], default="", max_length=16
            ),
            preserve_default=False,
        ),
        migrations.RemoveConstraint("stage", "stage_place"),
        migrations.RemoveConstraint("stage", "stage_name"),
        migrations.AddConstraint(
            "stage",
            models.UniqueConstraint(
                fields=["pipeline", "position"], condition=models.Q(retired_at=None), name="stage_place"
            ),
        ),
        migrations.AddConstraint(
            "stage",
            models.UniqueConstraint(
                fields=["pipeline", "name"], condition=models.Q(retired_at=None), name="stage_name"
            ),
        ),
        migrations.RunPython(keep, stand_again),
    ]
