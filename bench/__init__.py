"""Benchmarks: each is one command, `.venv/bin/python -m bench.NAME`, that prints ratios."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
