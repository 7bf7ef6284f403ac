"""Count the board columns anew; for repair after a change made past the product."""

import argparse

from vedu.commands import prepare


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=["rebuild"])


def run(_options: argparse.Namespace) -> int:
    from vedu.sales.deals import totals
    from vedu.sales.deals.deal import Deal
    from vedu.sales.deals.pipeline import Pipeline

    prepare.database()
    totals.rebuild(Deal.objects.all(), Pipeline.objects.values_list("pk", flat=True))
    prepare.say("Board columns are counted anew.")
    return 0
