"""HubSpot: exports of companies, contacts and deals. Knows their headers, writes nothing itself."""
