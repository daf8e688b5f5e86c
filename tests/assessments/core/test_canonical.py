from hashlib import sha256

from assessments.core.canonical import canonical_json, characters, digest, total_digest


def test_order_of_keys_does_not_change_the_bytes():
    assert canonical_json({"b": 1, "a": "证"}) == '{"a":"证","b":1}'
    assert digest({"b": 1, "a": "证"}) == digest({"a": "证", "b": 1})


def test_the_total_can_be_recomputed_by_hand():
    lines = [("2/findings", "bb"), ("1/BZTG-1", "aa")]

    assert total_digest(lines) == sha256(b"1/BZTG-1 aa\n2/findings bb\n").hexdigest()


def test_length_leaves_out_every_white_space():
    assert characters("起 诉\u3000书\n𠮷") == 4
