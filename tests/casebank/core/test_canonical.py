"""One byte string for one value."""

import hashlib

import pytest

from casebank.core.canonical import canonical_hash, canonical_json


def test_keys_are_sorted_and_characters_kept():
    assert canonical_json({"乙": [1, "a b"], "a": None}) == '{"a":null,"乙":[1,"a b"]}'.encode()


def test_the_hash_is_over_these_bytes():
    assert canonical_hash({"a": 1}) == hashlib.sha256(b'{"a":1}').hexdigest()


@pytest.mark.parametrize("value", [1.5, {"a": [0.1]}, [(2.0,)]])
def test_floats_have_no_canonical_text(value):
    with pytest.raises(TypeError):
        canonical_json(value)
