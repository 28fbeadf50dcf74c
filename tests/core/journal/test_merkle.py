"""The hash tree of RFC 6962: known roots, another program, and the definition itself."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymerkle import InmemoryTree

from isegoria.core.journal import merkle

leaves = st.lists(st.binary(max_size=40), max_size=70)

# The leaves and roots of the reference implementation of RFC 6962.
KNOWN_LEAVES = (
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
)
KNOWN_ROOTS = (
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)


def defined(entries):
    """Section 2.1 of RFC 6962, as it is written."""
    if not entries:
        return hashlib.sha256(b"").digest()
    if len(entries) == 1:
        return hashlib.sha256(b"\x00" + entries[0]).digest()
    split = 1 << (len(entries) - 1).bit_length() - 1
    left, right = defined(entries[:split]), defined(entries[split:])
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_of(entries):
    return merkle.root(merkle.frontier_of(merkle.leaf_hash(one) for one in entries))


@pytest.mark.parametrize("size", range(len(KNOWN_ROOTS)))
def test_known_logs_have_known_roots(size):
    entries = [bytes.fromhex(one) for one in KNOWN_LEAVES[:size]]

    assert root_of(entries).hex() == KNOWN_ROOTS[size]


@given(leaves)
def test_the_root_is_the_one_that_the_standard_defines(entries):
    assert root_of(entries) == defined(entries)


@given(leaves.filter(bool))
def test_another_implementation_finds_the_same_root(entries):
    tree = InmemoryTree.init_from_entries(entries, algorithm="sha256")

    assert root_of(entries) == tree.get_root()


@given(leaves)
def test_a_frontier_that_grows_is_the_one_that_is_computed_again(entries):
    hashes = [merkle.leaf_hash(one) for one in entries]
    kept: tuple[bytes, ...] = ()

    for size, leaf in enumerate(hashes):
        kept = merkle.grown(kept, size, leaf)

        assert kept == merkle.frontier_of(hashes[: size + 1])
        assert len(kept) == (size + 1).bit_count()


@given(leaves.filter(bool), st.data())
def test_a_changed_removed_or_swapped_entry_changes_the_root(entries, data):
    place = data.draw(st.integers(0, len(entries) - 1))
    torn = [
        [*entries[:place], entries[place] + b"!", *entries[place + 1 :]],
        [*entries[:place], *entries[place + 1 :]],
        [*entries[:place], b"new", *entries[place:]],
    ]

    assert all(root_of(one) != root_of(entries) for one in torn)


def test_the_order_of_entries_matters():
    assert root_of([b"a", b"b"]) != root_of([b"b", b"a"])


def test_an_inner_node_cannot_pass_for_an_entry():
    forged = merkle.leaf_hash(b"a") + merkle.leaf_hash(b"b")

    assert root_of([b"a", b"b"]) != root_of([forged])


@pytest.mark.parametrize(("frontier", "size"), [((), 1), ((b"x" * 32,), 0), ((b"x" * 32,), 3)])
def test_a_frontier_of_another_size_is_refused(frontier, size):
    with pytest.raises(ValueError, match="size"):
        merkle.grown(frontier, size, b"leaf")
