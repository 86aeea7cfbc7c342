"""What is said: question, retrieval, engines, citations, grounding and the chain that joins them."""
