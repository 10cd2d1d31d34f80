"""What agreement says where several customers are known to carry one name."""

from __future__ import annotations

from steward.domain.attributes import AttributeType
from steward.matching.columns import Column
from steward.matching.runs.engine import match

_T = AttributeType

#: name, phone, birth date
Person = tuple[str, str, str]


def _chance(*special: Person) -> float:
    """How likely two rows are one customer among some hundred strangers and a dozen who are all called Wang Wei."""
    ordinary = [
        (f"{chr(97 + i % 26)}{chr(97 + i // 7 % 26)}ri {chr(98 + i // 3 % 24)}untari", f"+62813{10_000_000 + i * 7919}",
         f"19{50 + i % 50}-{1 + i % 12:02}-{1 + i % 28:02}")
        for i in range(200)
    ]  # fmt: skip
    # The records of one customer, so that the table is seen to hold any.
    ordinary += ordinary[:40]
    namesakes = [
        ("Wang Wei", f"+86139{20_000_000 + i * 6151}", f"19{51 + 3 * i}-{1 + i:02}-{9 + i}") for i in range(12)
    ]
    rows = [*ordinary, *namesakes, *special]
    kinds = (("name", _T.NAME), ("phone", _T.PHONE), ("birth_date", _T.DATE))
    columns = [Column(name, kind, [row[i] for row in rows]) for i, (name, kind) in enumerate(kinds)]
    result = match(columns)
    last = len(rows) - 1
    found = (result.left == last - 1) & (result.right == last)
    return float(result.match_probabilities[found].max(initial=0.0))


def test_a_usual_name_is_believed_where_the_phone_agrees() -> None:
    assert _chance(("Wang Wei", "+8613711112222", ""), ("Wang Wei", "+8613711112222", "")) > 0.85


def test_a_usual_name_alone_is_not() -> None:
    assert _chance(("Wang Wei", "+8613711112222", ""), ("Wang Wei", "", "1990-04-01")) < 0.2
