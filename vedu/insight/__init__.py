"""FLOOR 4: what the numbers say: the day plan, and later funnels and forecasts."""
