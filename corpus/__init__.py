"""What we know: articles, their passages, and the library that keeps them."""
