"""What was answered so far is the first reply to its objection, in own words (TALK-4)."""

from django.db import migrations

KEEP = """
INSERT INTO sales_reply (objection_id, deal_id, words, result, at, by_id)
SELECT id, deal_id, answer, result, COALESCE(answered_at, noted_at), answered_by_id FROM sales_objection WHERE answer <> ''
"""


class Migration(migrations.Migration):
    dependencies = [("sales", "0011_objection_library")]

    operations = [migrations.RunSQL(KEEP, migrations.RunSQL.noop)]
