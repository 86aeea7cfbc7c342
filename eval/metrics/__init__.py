"""One metric a file; each states its formula, range and source."""
