"""Who works here: users, roles, teams, tokens. Knows nothing of what they sell."""
