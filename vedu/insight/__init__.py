"""FLOOR 4: what the numbers say: the day plan, norms of stages, rates of answers, habits of talk, techniques."""
