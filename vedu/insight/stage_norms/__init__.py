"""How long deals stay in a stage, learned from those that went on (STAGE-7). Knows sales, tells nobody, changes no deal."""
