"""Buying signals with weights, their marks, and how strong they are on a deal (TALK-5)."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sales", "0012_first_replies"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BuyingSignal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120)),
                ("weight", models.PositiveSmallIntegerField()),
                ("preset", models.CharField(blank=True, max_length=20)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("is_retired", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SignalMark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("weight", models.PositiveSmallIntegerField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("unmarked_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.AddField(
            model_name="deal",
            name="signal_strength",
            field=models.FloatField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="deal",
            name="signals_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="buyingsignal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("preset", ""), _negated=True), fields=("preset",), name="one_signal_of_a_preset"
            ),
        ),
        migrations.AddField(
            model_name="signalmark",
            name="by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="signalmark",
            name="deal",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="signal_marks", to="sales.deal"
            ),
        ),
        migrations.AddField(
            model_name="signalmark",
            name="signal",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sales.buyingsignal"
            ),
        ),
        migrations.AddField(
            model_name="signalmark",
            name="unmarked_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="signalmark",
            constraint=models.UniqueConstraint(
                condition=models.Q(("unmarked_at", None)), fields=("deal", "signal"), name="one_mark_of_a_signal"
            ),
        ),
    ]
