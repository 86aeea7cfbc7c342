"""``python -m rag.training STEP …``: each step reads files and writes files; see the steps' own help."""

import sys

from rag.training.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
