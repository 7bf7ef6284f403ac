"""Inquiries: clients who came by themselves, served in one go (DAY-5). Deals, talk and catalogue do the work."""
