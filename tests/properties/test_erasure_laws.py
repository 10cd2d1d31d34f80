"""Whoever is erased, of whatever people: no byte of what was theirs alone is left, and everyone else is as before."""

from __future__ import annotations

import csv
import tempfile
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from steward.workspace import Workspace

#: Letters of several scripts; a quotation mark and a comma must survive the way through csv, JSON and SQL.
LETTERS = "abcdefghijklmnoprstuwyABCDEFSTéüñŁŠ王小明李محمدИван'\""


@dataclass(frozen=True)
class Person:
    """A row of a list."""

    name: str
    phone: str
    email: str
    nik: str
    notes: str


def digits(length: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=length, max_size=length)


WORDS = st.text(LETTERS, min_size=6, max_size=10).map(str.strip)
PEOPLE = st.builds(
    Person,
    name=st.tuples(WORDS, WORDS).map(" ".join),
    phone=digits(8).map(lambda rest: f"0812{rest}"),
    email=st.text("abcdefgh", min_size=8, max_size=12).map(lambda box: f"{box}@contoh.id"),
    nik=digits(16),
    notes=WORDS.map(lambda word: f"wrote about {word}"),
)


def write_list(path: Path, people: list[Person]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["ID", *(field.name for field in fields(Person))])
        rows.writerows([f"key-{place:04}", *astuple(person)] for place, person in enumerate(people))


@settings(max_examples=8)
@given(
    people=st.lists(PEOPLE, min_size=3, max_size=6, unique_by=astuple),
    merges=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=3),
    erased=st.integers(0, 5),
)
def test_no_byte_of_an_erased_person_is_left(people: list[Person], merges: list[tuple[int, int]], erased: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "people.steward"
        write_list(Path(folder) / "list.csv", people)
        mapping = {"name": "name", "phone": "phone", "email": "email", "nik": "nik", "notes": "notes"}
        with Workspace.create(path, steward="Ratna") as workspace:
            workspace.import_list(Path(folder) / "list.csv", mapping=mapping)
            workspace.match()
            ids = [record.id for record in workspace.records()]
            for one, other in merges:
                if ids[one % len(ids)] != ids[other % len(ids)]:
                    reason = f"{people[one % len(ids)].name} is {people[other % len(ids)].name}"
                    workspace.merge([ids[one % len(ids)], ids[other % len(ids)]], reason=reason)
            cin = workspace.cin_of(ids[erased % len(ids)])
            gone = {ids.index(record_id) for record_id in workspace.members(cin)}
            others = {other: workspace.golden(other) for other in workspace.customers() if other != cin}
            workspace.erase(cin, "on request")
            assert {other: workspace.golden(other) for other in workspace.customers()} == others
            assert workspace.verify() == []
            workspace.import_list(Path(folder) / "list.csv", mapping=mapping)
            assert not {f"key-{place:04}" for place in gone} & {r.source_key for r in workspace.records()}
        held = b"".join(file.read_bytes() for file in Path(folder).glob("people.steward*"))
        kept = "\n".join(text for place, person in enumerate(people) if place not in gone for text in astuple(person))
        own = {text for place in gone for text in astuple(people[place])} | {f"key-{place:04}" for place in gone}
        left = [text for text in own if text not in kept and text.encode() in held]
        assert left == []
