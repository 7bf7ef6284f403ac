"""What each resource looks like, going out and coming in. ``COLUMNS`` are all that a shape reads: no row asks again."""
