"""Who proposes the claims of an answer: sentences of the articles, or a chat model."""
