"""BASE-3: the task that appears by itself when a client is due to buy again."""

from django.db import models

from vedu.clients.client import Client
from vedu.sales.touches.task import Task


class Reorder(models.Model):
    """One for a purchase: whoever was asked once is not asked again before he has bought."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")
    purchase_at = models.DateTimeField()
    expected_on = models.DateField()
    task = models.OneToOneField(Task, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["client", "purchase_at"], name="one_reorder_a_purchase")]

    def __str__(self) -> str:
        return f"{self.client_id} on {self.expected_on}"
