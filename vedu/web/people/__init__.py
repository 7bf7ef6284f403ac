"""Sign-in and a person's own settings. Knows the user, not what he sells."""
