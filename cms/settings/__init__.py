"""Settings: ``env`` reads the environment once, ``base`` is shared, ``dev``, ``test`` and ``production`` differ."""
