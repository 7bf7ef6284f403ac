"""Rules of contact by segment, and how people like to be reached (CHAN-2)."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

CHANNELS = [
    ("call", "Call"),
    ("email", "E-mail"),
    ("messenger", "Messenger"),
    ("social", "Social network"),
    ("meeting", "Meeting"),
    ("event", "Business event"),
    ("visit", "Visit"),
    ("form", "Web form"),
    ("shop", "Shop"),
]
ID = ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


def link(to: str, on_delete: object, *, null: bool = False, blank: bool = False) -> models.ForeignKey:
    return models.ForeignKey(to, null=null, blank=blank, on_delete=on_delete, related_name="+")


CASCADE, PROTECT = django.db.models.deletion.CASCADE, django.db.models.deletion.PROTECT


class Migration(migrations.Migration):
    dependencies = [
        ("clients", "0014_fewer_indexes"),
        ("sales", "0017_stepless_of_owner"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="ContactRule",
            fields=[
                ID,
                ("position", models.PositiveSmallIntegerField(unique=True)),
                ("written", models.JSONField(default=dict)),
                ("segment", link("clients.segment", CASCADE, null=True, blank=True)),
            ],
            options={"ordering": ["position"]},
        ),
        migrations.CreateModel(
            name="ContactPreference",
            fields=[
                ID,
                ("channel", models.CharField(blank=True, choices=CHANNELS, max_length=9)),
                ("hours", models.JSONField(default=list)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("by", link(settings.AUTH_USER_MODEL, PROTECT, null=True)),
                ("client", link("clients.client", CASCADE)),
                ("contact", link("clients.contact", CASCADE, null=True, blank=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=["client", "contact"], name="preference_of_person"),
                    models.UniqueConstraint(
                        fields=["client"], condition=models.Q(contact=None), name="preference_of_client"
                    ),
                ],
            },
        ),
    ]
