"""A short, seeded run of bench/fuzz_readers: damaged files are read or refused in words."""

import random

import pytest
from bench.fuzz_readers import READERS, fuzzed


@pytest.mark.parametrize("name", READERS)
def test_a_damaged_file_is_read_or_refused_in_words(name):
    tried, refused = fuzzed(name, random.Random(7), lambda tried: tried < 60)

    assert tried == 60
    assert refused > 0 or name == "import"  # which returns its faults
