"""How pipelines and their stages are made, changed and put away (STAGE-1, STAGE-2). Knows deals, no pages."""
