"""The client base in figures: kinds, lifecycle, RFM, growth; and our own sales points. Knows the list of clients, whose
numbers it tells."""
