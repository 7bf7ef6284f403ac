"""What a person has to know though he did not ask: on his day and on a page. Knows no rule that sends it."""
