"""Exports of other systems: a folder for each, all of one shape, none knows another; and the import command."""
