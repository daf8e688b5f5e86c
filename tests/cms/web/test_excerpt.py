"""Snippets with marked words."""

import pytest

from cms.web.excerpt import Piece, excerpt, marked_pieces


def test_words_are_marked():
    assert marked_pieces("退回补充侦查提纲", "侦查 退回") == [
        Piece("退回", True),
        Piece("补充"),
        Piece("侦查", True),
        Piece("提纲"),
    ]


@pytest.mark.parametrize("query", ["", "  ", "没有"])
def test_without_a_hit_the_text_stays_whole(query):
    assert marked_pieces("提纲", query) == [Piece("提纲")]


def test_signs_of_patterns_are_ordinary_characters():
    assert marked_pieces("a.b(c", ".") == [Piece("a"), Piece(".", True), Piece("b(c")]


def test_the_excerpt_stands_around_the_first_hit():
    pieces = excerpt("前" * 100 + "证据" + "后" * 300, "证据")

    assert (pieces[0], pieces[-1]) == (Piece("…"), Piece("…"))
    assert Piece("证据", True) in pieces
    assert sum(len(piece.text) for piece in pieces) == 142


def test_a_short_text_is_shown_whole():
    assert excerpt("证据\n充分", "充分") == [Piece("证据 "), Piece("充分", True)]


def test_no_text_gives_nothing():
    assert excerpt("", "证据") == []
