"""FLOOR 4: what the numbers say: the day plan, the norms of stages, and later funnels and forecasts."""
