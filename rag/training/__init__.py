"""The recipes that made the bundled models: data files in, an encoder and a reader out."""
