"""A state has one tone everywhere."""

import pytest

from cms.web.tones import TONE_ICONS, tone_of


@pytest.mark.parametrize(
    ("code", "tone"),
    [
        ("draft", "neutral"),
        ("submitted", "info"),
        ("released", "success"),
        ("overdue", "warning"),
        ("failed", "error"),
        ("UNDER-REVIEW", "info"),
        ("never heard of", "neutral"),
    ],
)
def test_tone_of_a_code(code, tone):
    assert tone_of(code) == tone
    assert tone in TONE_ICONS
