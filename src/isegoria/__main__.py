"""`python -m isegoria VERB …`, which is where `./isegoria` hands over."""

import sys

from isegoria.cli.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
