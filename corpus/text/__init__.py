"""French and English as text: sentences, terms, numbers, dates, language. Pure functions only."""
