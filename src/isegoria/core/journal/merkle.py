"""The hash tree of RFC 6962, section 2.1, kept as its frontier.

The frontier of a log of n entries is the list of the roots of the complete subtrees whose sizes
are the powers of two in n, largest first: all that is needed to append and to know the root,
in O(log n) time and space.
"""

import hashlib
from collections.abc import Iterable

EMPTY_ROOT = hashlib.sha256(b"").digest()


def leaf_hash(leaf: bytes) -> bytes:
    """SHA-256(0x00 ‖ leaf), 32 bytes (RFC 6962, 2.1)."""
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256(0x01 ‖ left ‖ right), 32 bytes (RFC 6962, 2.1)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def grown(frontier: tuple[bytes, ...], size: int, leaf: bytes) -> tuple[bytes, ...]:
    """The frontier after one more leaf hash, for a log that held `size` entries.

    Raises ValueError when the frontier is not that of a log of this size.
    """
    if len(frontier) != size.bit_count():
        raise ValueError("the frontier does not belong to a log of this size")
    nodes, node, left = list(frontier), leaf, size
    while left & 1:
        node = node_hash(nodes.pop(), node)
        left >>= 1
    return (*nodes, node)


def root(frontier: tuple[bytes, ...]) -> bytes:
    """The root hash, 32 bytes (RFC 6962, 2.1: the right side is folded first)."""
    if not frontier:
        return EMPTY_ROOT
    *rest, node = frontier
    while rest:
        node = node_hash(rest.pop(), node)
    return node


def frontier_of(leaves: Iterable[bytes]) -> tuple[bytes, ...]:
    """The frontier of a whole log, from its leaf hashes in order."""
    frontier: tuple[bytes, ...] = ()
    for size, leaf in enumerate(leaves):
        frontier = grown(frontier, size, leaf)
    return frontier
