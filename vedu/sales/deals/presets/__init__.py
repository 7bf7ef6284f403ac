"""Pipelines and refusal reasons to start from (STAGE-1, STAGE-5); data, written in the installation's language."""
