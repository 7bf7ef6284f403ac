"""My day: what to do now, from the end of the funnel to its start, and how far the day has come (DAY-1).

Knows the plan of the insight floor; tasks are finished and moved by vedu/web/touches."""
