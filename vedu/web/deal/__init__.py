"""The card of a deal: what to do now, what is missing to move, the whole story. Knows sales and the shared parts."""
