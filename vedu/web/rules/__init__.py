"""The rules of the company: how long clients are held, when neglect is told, which days are working ones, how many
clients one may keep. Decides nothing by itself: the verbs stand in clients, sales and foundation."""
