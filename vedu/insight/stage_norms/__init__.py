"""How long deals stay in a stage, learned from those that went on (STAGE-7). Reads sales, changes no deal."""
