"""What an entry is, byte for byte, and what may never be in it."""

import base64
import hashlib
import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isegoria.core.journal import record
from isegoria.core.journal.canonical import canonical

PARIS = timezone(timedelta(hours=2))
AT = datetime(2021, 4, 2, 9, 30, 15, 123456, tzinfo=PARIS)
PUBLISHED = record.Happening(
    at=AT,
    act="version.publish",
    by="organiser",
    subject="version:7",
    before="validated",
    after="published",
    records={"number": 2},
)
BODY = record.fields(PUBLISHED, log="poitiers", position=4)
SALT = bytes(range(16))
bodies = st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), st.integers(0, 9))


def test_an_entry_has_these_fields_and_no_other():
    assert BODY == {
        "v": 1,
        "log": "poitiers",
        "seq": 4,
        "at": "2021-04-02T07:30:15.123Z",
        "act": "version.publish",
        "by": "organiser",
        "for": None,
        "on": "version:7",
        "from": "validated",
        "to": "published",
        "records": {"number": 2},
    }


def test_an_open_leaf_is_the_canonical_form_of_its_fields():
    assert record.leaf(BODY) == (
        b'{"act":"version.publish","at":"2021-04-02T07:30:15.123Z","by":"organiser","for":null,'
        b'"from":"validated","log":"poitiers","on":"version:7","records":{"number":2},"seq":4,'
        b'"to":"published","v":1}'
    )


def test_an_instant_without_a_time_zone_is_refused():
    naive = datetime(2021, 4, 2, 9, 30)
    happening = record.Happening(
        at=naive, act="a.b", by="x", subject="a:1", before="", after="on", records={}
    )

    with pytest.raises(ValueError, match="without a time zone"):
        record.fields(happening, log="poitiers", position=0)


def test_the_same_instant_is_written_the_same_way_from_any_zone():
    elsewhere = record.Happening(
        at=AT.astimezone(UTC), act="a.b", by="x", subject="a:1", before="", after="on", records={}
    )

    assert record.fields(elsewhere, log="x", position=0)["at"] == BODY["at"]


def test_a_sealed_leaf_reveals_its_place_and_nothing_else():
    leaf = json.loads(record.sealed_leaf(BODY, salt=SALT, seen_by="office"))

    commitment = hashlib.sha256(SALT + canonical(BODY)).hexdigest()
    assert leaf == {
        "v": 1,
        "log": "poitiers",
        "seq": 4,
        "seen_by": "office",
        "sealed": commitment,
    }


def test_two_sealed_leaves_of_the_same_fields_look_unrelated():
    first = record.sealed_leaf(BODY, salt=SALT, seen_by="office")
    second = record.sealed_leaf(BODY, salt=SALT[::-1], seen_by="office")

    assert json.loads(first)["sealed"] != json.loads(second)["sealed"]


@given(bodies, bodies, st.binary(min_size=16, max_size=16), st.binary(min_size=16, max_size=16))
def test_a_sealed_leaf_commits_to_its_fields_and_its_salt(first, second, salt, other):
    one = record.sealed_leaf({**BODY, "records": first}, salt=salt, seen_by="office")
    two = record.sealed_leaf({**BODY, "records": second}, salt=other, seen_by="office")

    assert (one == two) == (first == second and salt == other)


def test_a_salt_that_could_be_guessed_is_refused():
    with pytest.raises(ValueError, match="at least 16 bytes"):
        record.sealed_leaf(BODY, salt=b"short", seen_by="office")


def test_only_the_fields_that_the_charter_lists_are_kept():
    assert record.allowed({"number": 2}, {"number", "kind"}) == {"number": 2}
    with pytest.raises(record.NotAllowed, match="email, name"):
        record.allowed({"number": 2, "name": "Awa", "email": "awa@exemple.org"}, {"number"})


LONG = "x" * (record.LONGEST_TEXT + 1)


@pytest.mark.parametrize("value", [LONG, [LONG], {"a": LONG}, [{"a": [LONG]}], {LONG: 1}])
def test_a_text_is_not_kept_however_deep_it_hides(value):
    with pytest.raises(record.NotAllowed, match="fields is a text"):
        record.allowed({"fields": value}, {"fields"})


def test_a_reference_or_a_digest_is_kept():
    kept = {"a": "x" * record.LONGEST_TEXT, "b": [1, None, True], "c": {"d": ["e"]}}

    assert record.allowed(kept, kept) == kept


@pytest.mark.parametrize("seal", [False, True])
def test_an_entry_larger_than_a_leaf_is_refused_when_it_is_open(seal):
    large = {**BODY, "records": {f"field{n}": "x" * 150 for n in range(30)}}

    if seal:
        assert len(record.sealed_leaf(large, salt=SALT, seen_by="office")) < 200
    else:
        with pytest.raises(record.NotAllowed, match="at most 4096 bytes"):
            record.leaf(large)


@given(st.lists(st.binary(max_size=record.LONGEST_LEAF), max_size=20))
def test_a_bundle_is_each_leaf_behind_its_length_on_two_bytes(leaves):
    rest, read = record.bundle(leaves), []

    while rest:
        length = int.from_bytes(rest[:2], "big")
        read.append(rest[2 : 2 + length])
        rest = rest[2 + length :]

    assert read == leaves


def test_a_checkpoint_is_three_lines_origin_size_root():
    root = hashlib.sha256(b"").digest()
    body = record.checkpoint_body(origin="exemple.org/poitiers", size=0, root=root)

    assert body == "exemple.org/poitiers\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
    assert base64.b64decode(body.splitlines()[2]) == root


@pytest.mark.parametrize("origin", ["", "exemple.org\n999"])
def test_an_origin_that_is_not_one_line_is_refused(origin):
    with pytest.raises(ValueError, match="one line"):
        record.checkpoint_body(origin=origin, size=0, root=bytes(32))
