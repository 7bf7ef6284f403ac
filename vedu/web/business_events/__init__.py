"""/business-events/: exhibitions, conferences, breakfasts: before, there and after on one page (CHAN-6)."""
