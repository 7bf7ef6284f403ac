"""What the state register says of a company, by its ИНН (PREP-2). A failure never blocks: everything may be typed."""
