"""Is it true: question sets, matchers, metrics and the gate."""
