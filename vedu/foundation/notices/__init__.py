"""How notices reach a person: what he chose, whom news may disturb now, the outbox. Knows no rule that sends them."""
