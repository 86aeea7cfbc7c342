"""How we answer: find passages, propose claims, check them, or abstain with a reason."""
