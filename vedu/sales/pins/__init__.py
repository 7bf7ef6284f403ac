"""Deals that a person keeps at hand (DAY-2). Nobody else sees what he pinned, and no rule asks it."""
