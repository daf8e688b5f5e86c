"""Checksums and plausibility of numbers. A valid one raises certainty; a failed one never hides a find."""

_OCR_DIGITS = str.maketrans("OoQDIlLiZzSsBb", "00001111225588")
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_SPOKEN = str.maketrans("〇零○幺一二三四五六七八九两", "00011234567892")


def plain_digits(surface: str) -> str:
    """``surface`` without separators, look-alike letters and spoken digits read as digits."""
    kept = "".join(character for character in surface if character.isalnum())
    return kept.translate(_SPOKEN).translate(_OCR_DIGITS).upper()


def is_date(year: str, month: str, day: str) -> bool:
    return year[:2] in {"19", "20"} and "01" <= month <= "12" and "01" <= day <= "31"


def id18_plausible(number: str) -> bool:
    """Whether an 18-character identity number holds an area and a date of birth (GB 11643-1999)."""
    return len(number) == 18 and "11" <= number[:2] <= "91" and is_date(number[6:10], number[10:12], number[12:14])


def id18_valid(number: str) -> bool:
    """Check character of an 18-digit identity number, ISO 7064 MOD 11-2 (GB 11643-1999)."""
    if len(number) != 18 or not number[:17].isdecimal():
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_ID_WEIGHTS, number, strict=False))
    return number[17] == _ID_CHECKS[total % 11]


def id15_plausible(number: str) -> bool:
    return (
        len(number) == 15
        and number.isdecimal()
        and "11" <= number[:2] <= "82"
        and is_date("19" + number[6:8], number[8:10], number[10:12])
    )


def luhn_valid(number: str) -> bool:
    """Luhn check of bank cards and IMEI (ISO/IEC 7812-1)."""
    if not number.isdecimal():
        return False
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def uscc_valid(code: str) -> bool:
    """Check character of a unified social credit code (GB 32100-2015)."""
    if len(code) != 18 or any(character not in _USCC_ALPHABET for character in code):
        return False
    total = sum(_USCC_ALPHABET.index(character) * pow(3, place, 31) for place, character in enumerate(code[:17]))
    return code[17] == _USCC_ALPHABET[-total % 31]


def vin_valid(code: str) -> bool:
    """Check digit (9th place) of a vehicle identification number (GB 16735-2019)."""
    values = {**{str(d): d for d in range(10)}, **dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", _VIN_VALUES, strict=True))}
    if len(code) != 17 or any(character not in values for character in code):
        return False
    total = sum(values[character] * weight for character, weight in zip(code, _VIN_WEIGHTS, strict=True))
    return code[8] == "0123456789X"[total % 11]


_VIN_VALUES = (1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9)
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
