"""Templates of messages in versions, what was sent by them, and how sellers sign (CHAN-7)."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sales", "0021_reminders"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="MessageTemplate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_retired", models.BooleanField(default=False)),
                ("name", models.CharField(max_length=120)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("email", "E-mail"),
                            ("messenger", "Messenger"),
                            ("sms", "SMS"),
                            ("call", "Call script"),
                        ],
                        default="email",
                        max_length=9,
                    ),
                ),
                (
                    "phase",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("preparation", "preparation"),
                            ("reaching", "reaching the decision maker"),
                            ("contact", "first contact"),
                            ("needs", "needs"),
                            ("presentation", "presentation"),
                            ("objections", "objections"),
                            ("closing", "closing"),
                            ("support", "support and repeat"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "aida",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("attention", "attention"),
                            ("interest", "interest"),
                            ("desire", "desire"),
                            ("action", "action"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "language",
                    models.CharField(choices=[("ru", "Russian"), ("en", "English")], default="ru", max_length=2),
                ),
                ("preset", models.CharField(blank=True, max_length=40)),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["channel", "name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="MessageTemplateVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("subject", models.CharField(blank=True, max_length=200)),
                ("text", models.TextField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "template",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="sales.messagetemplate"
                    ),
                ),
            ],
            options={
                "ordering": ["template", "number"],
            },
        ),
        migrations.AddField(
            model_name="messagetemplate",
            name="latest",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="sales.messagetemplateversion",
            ),
        ),
        migrations.CreateModel(
            name="SellerProfile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(blank=True, max_length=120)),
                ("job_title", models.CharField(blank=True, max_length=120)),
                ("phone", models.CharField(blank=True, max_length=120)),
                ("signature", models.TextField(blank=True)),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SentMessage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "touch",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sales.touch"
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sent",
                        to="sales.messagetemplateversion",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="messagetemplateversion",
            constraint=models.UniqueConstraint(fields=("template", "number"), name="template_version_once"),
        ),
        migrations.AddConstraint(
            model_name="messagetemplate",
            constraint=models.UniqueConstraint(
                condition=models.Q(("preset", ""), _negated=True),
                fields=("preset", "language"),
                name="one_template_of_a_preset",
            ),
        ),
    ]
