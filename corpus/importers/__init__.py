"""How a file becomes an article, one module a format."""
