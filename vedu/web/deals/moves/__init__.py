"""A move from stage to stage, with the answers that its gate asks for."""
