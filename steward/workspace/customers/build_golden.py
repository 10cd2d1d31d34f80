"""Computing golden records of customers from their records and the stewards' values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.golden_record import compute_golden, usable_values
from steward.domain.identity import cin_number
from steward.domain.privacy import with_withdrawals
from steward.domain.records import DeliveryId, RecordId, SourceRecord
from steward.storage import store_settings
from steward.storage.chunks import chunks
from steward.storage.customers import crosswalk, golden
from steward.storage.customers.packed_golden import pack_golden_of_any
from steward.storage.lists import source_records
from steward.storage.lists.fresh_records import FreshGoldens
from steward.storage.privacy import privacy_acts
from steward.storage.store_settings import Due
from steward.workspace.customers.rules import load_rules

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.delivered_columns import DeliveredColumns
    from steward.domain.identity import Cin
    from steward.domain.progress import Progress
    from steward.domain.records import SourceId
    from steward.domain.survivorship import GoldenValue
    from steward.domain.survivorship_rules import SurvivorshipRules

#: Given name and family name together.
_BOTH = "given_name family_name"
#: What a customer is called, in order of preference; where nobody said a name, how and where people reach it.
_NAMES = ("name", _BOTH, "organization", "given_name", "nickname", "family_name")
_REACHED = ("email", "handle", "phone", "address")
_TITLES = (*_NAMES, *_REACHED)
#: What is shown of a customer in a list.
_SHOWN = (*_TITLES, "city")
#: What tells records of one name apart at a glance, and how much of it is enough.
_TELLING, _MOST_TELLING = ("birth_date", "city", "phone", "email"), 2
#: Customers computed together: enough to make queries few, few enough to hold their records.
_PORTION = 2000
#: Choices among the values of one row that are remembered.
_REMEMBERED = 20_000


def title_of(values: Iterable[GoldenValue]) -> str:
    """The name people know a customer by, "" when nothing is known."""
    first = {value.attribute: [value.value] for value in reversed(list(values))}
    return _titles(first, [""])[0]


def record_title(record: SourceRecord) -> str:
    """What a single record is called: its name, else what it is reached by, else its key."""
    return _called(record)[-1]


def common_title(records: Iterable[SourceRecord]) -> str:
    """What records that may be one customer are called together: the longest name, "" when there are none.

    What they are reached by only where none has a name, and a key of a list only where none says anything.
    """
    return max(map(_called, records), default=(0, 0, ""))[-1]


def telling_values(record: SourceRecord) -> tuple[tuple[str, str], ...]:
    """(attribute, value) of the first things that tell a record from others of its name."""
    found = ((name, record.first_standard(name) or record.first(name)) for name in _TELLING)
    return tuple((name, value) for name, value in found if value)[:_MOST_TELLING]


def refresh_golden(
    session: Session, cins: Collection[Cin], upto: int | None = None, progress: Progress | None = None
) -> None:
    """Compute the golden records of these customers anew; retired ones lose theirs.

    ``upto``: by the rules that were in force after this log entry.
    """
    rules = load_rules(session, upto)
    for number, portion in enumerate(chunks(sorted(cins, key=cin_number), _PORTION)):
        if progress is not None:
            progress.check()
            progress.report("rules", number * _PORTION, len(cins))
        golden.clear_values(session, portion)
        golden.save_golden(session, compute_customers(session, portion, rules))


def renew_golden(session: Session) -> None:
    """Choose the golden values anew that an earlier version of the program chose otherwise."""
    chosen = crosswalk.overridden_cins(session) | golden.contested_cins(session)
    refresh_golden(session, chosen.intersection(golden.active_cins(session)))
    store_settings.note_done(session, Due.GOLDEN)


def compute_customers(session: Session, cins: Collection[Cin], rules: SurvivorshipRules) -> list[golden.ComputedGolden]:
    """The golden records that these customers have by the given rules; nothing is stored."""
    members = crosswalk.members_of(session, cins)
    everyone = [record_id for found in members.values() for record_id in found]
    records = {record.id: record for record in source_records.iter_records(session, everyone, with_raw=False)}
    overrides = crosswalk.overrides_of(session, cins)
    withdrawn = privacy_acts.withdrawals(session, everyone)
    computed = []
    for cin in cins:
        if cin in members:
            found = [records[record_id] for record_id in sorted(members[cin])]
            values = compute_golden(found, overrides.get(cin), rules)
            refused = {a: d for record in found for a, d in sorted(withdrawn.get(record.id, {}).items())}
            computed.append(_computed(cin, found, with_withdrawals(values, refused)))
    return computed


class FreshCustomers:
    """Computes golden records of customers who have nothing but one row."""

    def __init__(self, source_id: SourceId, rules: SurvivorshipRules) -> None:
        self._source_id = source_id
        self._rules = rules
        #: raw and standard values of the attributes that have several -> what is chosen of them, and that packed
        self._chosen: dict[tuple[object, ...], tuple[Sequence[GoldenValue], str]] = {}

    def goldens_of(self, rows: DeliveredColumns) -> FreshGoldens:
        """The golden records of customers who have one of these rows each."""
        first = {name: list(rows.standard[name].single) for name in _SHOWN if name in rows.standard}
        several: dict[int, list[str]] = {}
        for name, column in rows.standard.items():
            for place, found in column.several.items():
                usable = usable_values(found)
                if len(usable) > 1:
                    several.setdefault(place, []).append(name)
                elif usable and name in first:
                    first[name][place] = usable[0]
        chosen: dict[int, str] = {}
        for place, names in several.items():
            values, chosen[place] = self._choose(rows, place, names)
            for value in values:
                if value.position == 0 and value.attribute in first:
                    first[value.attribute][place] = value.value
        nothing = [""] * len(rows)
        return FreshGoldens(_titles(first, rows.keys), first.get("city", nothing), chosen)

    def _choose(self, rows: DeliveredColumns, place: int, several: list[str]) -> tuple[Sequence[GoldenValue], str]:
        """What is chosen where a row itself has several values, also packed; worked out once for the same ones."""
        held = tuple((name, rows.values[name].of(place), rows.standard_of(name, place)) for name in several)
        if held not in self._chosen:
            if len(self._chosen) == _REMEMBERED:
                self._chosen.clear()
            chosen_from = SourceRecord(
                id=RecordId(0),
                source_id=self._source_id,
                source_key=rows.keys[place],
                delivery_id=DeliveryId(0),
                version=1,
                row=rows.numbers[place],
                delivered_on="",
                raw={},
                values={attribute: raws for attribute, raws, _ in held},
                standard={attribute: standard for attribute, _, standard in held},
            )
            values = compute_golden([chosen_from], None, self._rules)
            self._chosen[held] = values, pack_golden_of_any(values)
        return self._chosen[held]


def _titles(first: Mapping[str, Sequence[str]], keys: Sequence[str], preferred: Sequence[str] = _TITLES) -> list[str]:
    """What customers are called by the first values of their attributes in order of preference, else by their keys."""
    columns = dict(first)
    if "given_name" in first and "family_name" in first:
        columns[_BOTH] = [
            f"{given} {family}" if given and family else ""
            for given, family in zip(first["given_name"], first["family_name"], strict=True)
        ]
    found = list(keys)
    for column in (columns[name] for name in reversed(preferred) if name in columns):
        found = [value or title for value, title in zip(column, found, strict=True)]
    return found


def _first_values(record: SourceRecord, names: Sequence[str]) -> dict[str, list[str]]:
    """By attribute of these the golden value, of several the first one, that the record has alone."""
    usable = {name: usable_values(values) for name in names if (values := record.standard.get(name))}
    if any(len(values) > 1 for values in usable.values()):
        return {value.attribute: [value.value] for value in reversed(compute_golden([record]))}
    # There is nothing to choose, as in most of the million records that a match of everything names.
    return {name: values for name, values in usable.items() if values}


def _called(record: SourceRecord) -> tuple[int, int, str]:
    """What a record is called, after how well it tells who it is and how long it is."""
    for kind, preferred in ((2, _NAMES), (1, _REACHED)):
        (title,) = _titles(_first_values(record, preferred), [""], preferred)
        if title:
            return kind, len(title), title
    return 0, len(record.source_key), record.source_key


def _computed(cin: Cin, records: list[SourceRecord], values: tuple[GoldenValue, ...]) -> golden.ComputedGolden:
    return golden.ComputedGolden(
        cin=cin,
        title=title_of(values) or records[0].source_key,
        city=next((value.value for value in values if value.attribute == "city"), ""),
        record_count=len(records),
        source_ids=tuple(sorted({record.source_id for record in records})),
        values=values,
        only=records[0] if len(records) == 1 else None,
    )
