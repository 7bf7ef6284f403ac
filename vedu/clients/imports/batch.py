"""What one transaction of an import wrote."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from vedu.clients.imports.run import ImportRun


class ImportBatch(models.Model):
    """``created``: kind → ranges of ids, both ends included. ``filled``: [kind, id, column, before, after]."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="batches")
    number = models.PositiveIntegerField()
    created = models.JSONField(default=dict)
    filled = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["run", "number"], name="import_batch_once")]

    def __str__(self) -> str:
        return f"{self.run_id}/{self.number}"
