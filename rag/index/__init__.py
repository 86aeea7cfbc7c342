"""What is found: embedder, lexical index, store, manifest and synchronisation."""
