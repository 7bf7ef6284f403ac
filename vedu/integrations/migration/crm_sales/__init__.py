"""The public set "CRM Sales Opportunities": its deals and accounts. Knows its files, writes nothing itself."""
