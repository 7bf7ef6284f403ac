"""Actions with the clients ticked in the list."""
