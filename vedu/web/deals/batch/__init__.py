"""Actions with the deals ticked in the list."""
