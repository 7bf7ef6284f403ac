"""The table a person reads."""

from typing import Any

from bench.cpu import LOOP

HEAD = ("", "limit", "CPU ms", "median", "p50", "p95", "queries", "bare", "× bare", "KB")


def table(database: str, result: dict[str, Any]) -> str:
    """One database: CPU milliseconds per request of server and database (the cheapest round, against the limit, and
    the median round)."""
    rows = [_row(row) for row in result["cases"]]
    widths = [max(len(row[column]) for row in [HEAD, *rows]) for column in range(len(HEAD))]
    lines = [f"\n{database}: server memory {result['memory']} MB (limit 250)"]
    lines += [_aligned(row, widths) for row in [HEAD, *rows]]
    loop = result["loop_ms"]
    lines.append(f"{LOOP:,} writes to a dict took {loop['least']} ms at least, {loop['median']} in the median round")
    return "\n".join(lines)


def _aligned(row: tuple[str, ...], widths: list[int]) -> str:
    figures = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
    return "  ".join([row[0].ljust(widths[0]), *figures])


def _row(row: dict[str, Any]) -> tuple[str, ...]:
    mark = "" if row["cpu_ms"] <= row["limit_ms"] else " !"
    return (
        row["name"],
        str(row["limit_ms"]),
        f"{row['cpu_ms']}{mark}",
        str(row["median_round_ms"]),
        str(row["p50_ms"]),
        str(row["p95_ms"]),
        str(row.get("queries", "")),
        str(row.get("bare_ms", "")),
        str(row.get("ratio", "")),
        f"{row['bytes'] / 1024:.0f}",
    )
