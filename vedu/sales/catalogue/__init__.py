"""What we sell and what a seller has to know of it before he speaks of it (TALK-3). Knows deals, no documents."""
