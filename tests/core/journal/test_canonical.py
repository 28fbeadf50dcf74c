"""One value, one sequence of bytes: RFC 8785 by its own vectors, and by another program."""

import hashlib

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from isegoria.core.journal.canonical import LARGEST, canonical, digest

texts = st.text(st.characters(exclude_categories=["Cs"]))
integers = st.integers(-LARGEST, LARGEST)
values = st.recursive(
    st.none() | st.booleans() | integers | texts,
    lambda inner: st.lists(inner) | st.dictionaries(texts, inner),
    max_leaves=20,
)

# The published vectors of RFC 8785 (its appendix and its reference repository), without floats.
VECTORS = {
    "arrays": (
        [56, {"d": True, "10": None, "1": []}],
        '[56,{"1":[],"10":null,"d":true}]',
    ),
    "french": (
        {
            "peach": "This sorting order",
            "péché": "is wrong according to French",
            "pêche": "but canonicalization MUST",
            "sin": "ignore locale",
        },
        (
            '{"peach":"This sorting order","péché":"is wrong according to French",'
            '"pêche":"but canonicalization MUST","sin":"ignore locale"}'
        ),
    ),
    "structures": (
        {
            "1": {"f": {"f": "hi", "F": 5}, "\n": 56},
            "10": {},
            "": "empty",
            "a": {},
            "111": [{"e": "yes", "E": "no"}],
            "A": {},
        },
        (
            '{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},'
            '"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}'
        ),
    ),
    "unicode": ({"Unnormalized Unicode": "A\u030a"}, '{"Unnormalized Unicode":"A\u030a"}'),
    "strings": (
        {"string": '€$\u000f\nA\'B"\\\\"/'},
        '{"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    ),
    "weird": (
        {
            "\u20ac": "Euro Sign",
            "\r": "Carriage Return",
            "\ufb33": "Hebrew Letter Dalet With Dagesh",
            "1": "One",
            "\U0001f600": "Emoji: Grinning Face",
            "\u0080": "Control",
            "\u00f6": "Latin Small Letter O With Diaeresis",
            "</script>": "Browser Challenge",
        },
        (
            '{"\\r":"Carriage Return","1":"One","</script>":"Browser Challenge",'
            '"\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis",'
            '"\u20ac":"Euro Sign","\U0001f600":"Emoji: Grinning Face",'
            '"\ufb33":"Hebrew Letter Dalet With Dagesh"}'
        ),
    ),
}


@pytest.mark.parametrize("name", VECTORS)
def test_the_published_vectors_come_out_byte_for_byte(name):
    value, expected = VECTORS[name]

    assert canonical(value) == expected.encode()


@given(values)
def test_another_implementation_writes_the_same_bytes(value):
    assert canonical(value) == rfc8785.dumps(value)


@given(st.dictionaries(texts, integers))
def test_the_order_in_which_members_were_written_does_not_matter(members):
    assert canonical(dict(reversed(members.items()))) == canonical(members)


def test_members_are_sorted_by_utf16_units_and_not_by_code_points():
    assert canonical({"\ufb33": 1, "\U0001f600": 2}) == '{"\U0001f600":2,"\ufb33":1}'.encode()


@pytest.mark.parametrize("value", [1.5, 1.0, float("nan"), b"x", bytearray(b"x"), memoryview(b"x")])
def test_what_has_no_canonical_form_is_refused(value):
    with pytest.raises(TypeError, match="no canonical form"):
        canonical([value])


def test_a_number_that_another_language_would_round_is_refused():
    assert canonical([LARGEST, -LARGEST]) == b"[9007199254740991,-9007199254740991]"
    with pytest.raises(ValueError, match="does not fit"):
        canonical(LARGEST + 1)
    with pytest.raises(ValueError, match="does not fit"):
        canonical(-LARGEST - 1)


def test_half_a_character_is_refused():
    with pytest.raises(ValueError, match="surrogate"):
        canonical({"\ud800": 1})


def test_an_object_is_keyed_by_strings():
    with pytest.raises(TypeError, match="keyed by strings"):
        canonical({1: "one"})


@given(values)
def test_the_digest_is_sha256_of_the_canonical_bytes(value):
    assert digest(value) == hashlib.sha256(rfc8785.dumps(value)).hexdigest()
