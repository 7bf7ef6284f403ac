"""Ready sequences, made of the ready templates."""
