"""Pieces that several patterns share."""

HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
#: A digit as people and scanners write it: O for 0, l for 1, S for 5, B for 8, Z for 2.
DIGIT = r"[0-9OoIlSsBZ]"
#: Not glued to a letter or digit on this side.
LEFT = r"(?<![0-9A-Za-z])"
RIGHT = r"(?![0-9A-Za-z])"
#: From a word for a number to the number: 号码为：, 号（, No.
AFTER_WORD = r"(?:分别)?(?:是|为|系)?\s*[:：(（“\"'【\[]?\s*"
TO_NUMBER = rf"(?:号码|号|码)?{AFTER_WORD}"
STEMS = "甲乙丙丁戊己庚辛壬癸"
