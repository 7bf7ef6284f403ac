"""From when on a next step is overdue, kept on its deal: steps with and without an hour are one range of an index."""

from datetime import timedelta

from django.db import migrations, models
from django.db.models import Case, F, OuterRef, Subquery, When

WHOLE_DAY = timedelta(days=1, microseconds=-1)


def follow_steps(apps, schema_editor) -> None:  # noqa: ANN001
    deal, task = apps.get_model("sales", "Deal"), apps.get_model("sales", "Task")
    steps = task.objects.filter(pk=OuterRef("next_step"))
    late_at = Case(When(has_time=True, then=F("due_at")), default=F("due_at") + WHOLE_DAY)
    with_step = deal.objects.using(schema_editor.connection.alias).filter(next_step__isnull=False)
    with_step.update(step_late_at=Subquery(steps.annotate(late_at=late_at).values("late_at")[:1]))


class Migration(migrations.Migration):
    dependencies = [("sales", "0023_sequences")]
    operations = [
        migrations.AddField("deal", "step_late_at", models.DateTimeField(null=True, blank=True)),
        migrations.RunPython(follow_steps, migrations.RunPython.noop),
        migrations.RemoveIndex("deal", "deal_step_of_owner"),
        migrations.RemoveIndex("deal", "deal_step"),
        migrations.AddIndex("deal", models.Index(fields=["owner", "state", "step_late_at"], name="deal_late_of_owner")),
        migrations.AddIndex("deal", models.Index(fields=["state", "step_late_at"], name="deal_late")),
    ]
