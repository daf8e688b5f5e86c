"""The three ways in which an act can fail; ``casebank.web.errors`` shows them to people."""


class ActError(Exception):
    """An act that did not happen; nothing was changed. ``str(error)`` is a sentence for the user."""


class Refused(ActError):
    """What was asked is not allowed or not possible now; the person changes the request."""


class Conflict(ActError):
    """Somebody was faster; the person looks again."""


class Fault(ActError):
    """Ours: something that should work did not."""
