"""Which colour tone goes with which state, so that a state looks the same on every page."""

TONE_ICONS = {
    "info": "info-circle",
    "success": "check-circle",
    "warning": "exclamation-triangle",
    "error": "x-octagon",
    "danger": "x-octagon",
    "neutral": "circle",
    "debug": "info-circle",
}

_TONES = {
    "neutral": "draft new pending planned scheduled created empty not_started archived cancelled skipped",
    "info": (
        "open running submitted in_progress started assigned under_review proposed marking premarked imported ready "
        "received uploaded previewed queued suggested"
    ),
    "success": (
        "released confirmed final finalised finished completed done passed committed published excellent qualified "
        "active marked closed good valid approved present"
    ),
    "warning": (
        "overdue late warning flawed needs_change returned objection duplicate disputed due stale expiring partly "
        "possible ordinary"
    ),
    "error": "failed rejected withdrawn unqualified invalid conflict missing absent refused serious void expired",
}

_BY_CODE = {code: tone for tone, codes in _TONES.items() for code in codes.split()}


def tone_of(code: str) -> str:
    """The tone of a state code; ``neutral`` for a code the table does not know."""
    return _BY_CODE.get(code.lower().replace("-", "_"), "neutral")
