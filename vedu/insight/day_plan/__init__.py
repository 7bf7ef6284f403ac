"""The seller's day, from the end of the funnel to its start (DAY-1). Reads sales, changes nothing."""
