"""/pipelines/: the pipelines of the company and their stages (STAGE-1, STAGE-2). Decides nothing by itself: the verbs
stand in sales/pipelines."""
