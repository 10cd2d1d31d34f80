"""Lists of a few people, drawn at random for the steward who does anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

_PEOPLE = (
    ("Sri Wahyuni", "081233445566", "3273015507850002", "Bandung"),
    ("Budi Santoso", "081322114090", "3171010210800001", "Jakarta"),
    ("Heru Prasetyo", "085787238186", "", "Malang"),
)
_SPELLINGS = ("{}", "Hj. {}", "{} SE", "H. {}")


def drawn_rows(dice: random.Random) -> list[str]:
    """A list with edited rows, rows that are new, and sometimes with keys of another make."""
    prefix = "K" if dice.random() < 0.1 else ""
    rows = []
    for number in sorted(dice.sample(range(1, 8), dice.randint(3, 6))):
        name, phone, nik, city = _PEOPLE[number % len(_PEOPLE)]
        spelt = dice.choice(_SPELLINGS).format(name)
        if dice.random() < 0.3:
            phone = f"08129999{dice.randrange(3):04}"
        rows.append(f"{prefix}{number},{spelt},{phone},{nik},{city}")
    return rows
