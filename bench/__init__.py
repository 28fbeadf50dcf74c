"""The benchmarks: each is one command that prints ratios, and fails when a bar is missed."""
