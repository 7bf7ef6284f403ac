"""How long a day sellers may work at whom (DAY-3). Knows segments, no tasks: the day plan holds them to it."""
