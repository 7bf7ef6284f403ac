"""A line that an import did not take, and why."""

from django.db import models

from vedu.clients.imports.run import ImportRun


class RefusedRow(models.Model):
    """``cells`` are as they stood in the file; ``reasons`` {code, sentence}."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="refused_rows")
    number = models.PositiveIntegerField()
    cells = models.JSONField()
    reasons = models.JSONField()

    class Meta:
        ordering = ["number"]
        indexes = [models.Index(fields=["run", "number"], name="refused_row_of_run")]

    def __str__(self) -> str:
        return f"{self.number}: {self.sentence}"

    @property
    def sentence(self) -> str:
        return " ".join(reason["sentence"] for reason in self.reasons)
