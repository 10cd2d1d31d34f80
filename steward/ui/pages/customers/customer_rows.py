"""A customer as the lines of its cards: golden values, contact points, products, records, what lost."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from steward.domain.attributes import AttributeGroup, find_attribute
from steward.domain.privacy import ExportKind
from steward.domain.records import KeyMode
from steward.domain.survivorship import SurvivorshipRule
from steward.ui.pages.customers.card_rows import CardRow
from steward.ui.words.attributes import attribute_label
from steward.ui.words.labels import (
    consent_icon,
    consent_label,
    export_kind_label,
    lock_label,
    rule_label,
)
from steward.ui.words.values import phone_text, value_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from steward.domain.records import RecordId, Source
    from steward.domain.survivorship import GoldenValue
    from steward.ui.language import Language
    from steward.ui.words.masking import Mask
    from steward.workspace.customers.customer_views import (
        ContactPoint,
        CustomerRecord,
        CustomerView,
    )

translate = QCoreApplication.translate

#: Shown in cards of their own, not among the golden values.
_ELSEWHERE = frozenset({"phone", "email", "handle", "products", "revenue", "purchases", "cost"})
#: What says who the customer is.
_CORE = frozenset({AttributeGroup.NAME, AttributeGroup.IDENTIFIER, AttributeGroup.BIRTH, AttributeGroup.ADDRESS})
#: A product whose list has not seen the customer for so long sleeps.
_DORMANT_MONTHS = 6
_CONTACT_ICONS = {"phone": "phone", "email": "mail", "handle": "message-square"}


def golden_rows(view: CustomerView, language: Language, mask: Mask, *, is_core: bool) -> tuple[CardRow, ...]:
    """Golden values with their origin and the rule that chose them: who the customer is, or all that is left."""
    sources = {record.record_id: record.source for record in view.records}
    return tuple(
        _golden_row(value, sources, mask)
        for value in view.values
        if value.value and value.attribute not in _ELSEWHERE and (_group(value.attribute) in _CORE) is is_core
    )


def _group(attribute: str) -> AttributeGroup:
    known = find_attribute(attribute)
    return known.group if known else AttributeGroup.OTHER


def _golden_row(value: GoldenValue, sources: Mapping[RecordId, Source], mask: Mask) -> CardRow:
    origin = sources.get(value.record_id) if value.record_id is not None else None
    is_stewards = value.rule is SurvivorshipRule.STEWARD
    note = lock_label(value) if value.is_locked else rule_label(value.rule)
    return CardRow(
        key=value.attribute,
        label=attribute_label(value.attribute),
        value=mask.text(value.attribute, value_text(value.attribute, value.value)),
        mark="lock" if value.is_locked else "pencil" if is_stewards and origin is None else "",
        sources=(origin,) if origin else (),
        note=note,
        note_token="gold" if value.is_locked or is_stewards else "text2",
        weight=600 if value.attribute in ("name", "organization") else 500,
    )


def contact_rows(view: CustomerView) -> tuple[CardRow, ...]:
    """Every phone, e-mail and handle, the primary ones first, with the consent that holds for it."""
    ordered = sorted(
        view.contact_points,
        key=lambda point: (list(_CONTACT_ICONS).index(point.attribute), not point.is_primary),
    )
    return tuple(_contact_row(point) for point in ordered)


def _contact_row(point: ContactPoint) -> CardRow:
    icon, token = consent_icon(point.consent)
    return CardRow(
        key=point.value,
        icon=_CONTACT_ICONS.get(point.attribute, "message-square"),
        value=phone_text(point.value) if point.attribute == "phone" else point.value,
        hint=translate("CustomerRows", "primary") if point.is_primary else "",
        sources=point.sources,
        note=consent_label(point.consent),
        note_icon=icon,
        note_token=token,
    )


def product_rows(view: CustomerView, language: Language, today: date) -> tuple[CardRow, ...]:
    """The products the lists know of, since when, and whether their list saw the customer lately."""
    records = {record.record_id: record for record in view.records}
    return tuple(
        _product_row(
            value.value, records.get(value.record_id) if value.record_id is not None else None, language, today
        )
        for value in view.values
        if value.attribute == "products" and value.value
    )


def _product_row(product: str, record: CustomerRecord | None, language: Language, today: date) -> CardRow:
    since, last = (record.first_seen, record.last_activity) if record else ("", "")
    facts = []
    if since:
        facts.append(translate("CustomerRows", "since {day}").format(day=language.day_of_text(since)))
    months = _months_since(last, today)
    if months >= _DORMANT_MONTHS:
        facts.append(translate("CustomerRows", "unused {months} months").format(months=language.number(months)))
    note, token = translate("CustomerRows", "active"), "ok"
    if months >= _DORMANT_MONTHS:
        note, token = translate("CustomerRows", "dormant"), "warn"
    return CardRow(
        key=product,
        icon="package",
        value=product,
        hint=", ".join(facts),
        sources=(record.source,) if record else (),
        note=note if last else "",
        note_token=token,
    )


def _months_since(day: str, today: date) -> int:
    """Whole months since an ISO day, 0 when it is none."""
    try:
        then = date.fromisoformat(day[:10])
    except ValueError:
        return 0
    return max(0, (today.year - then.year) * 12 + today.month - then.month - (today.day < then.day))


def record_rows(view: CustomerView, opened: frozenset[int], language: Language, mask: Mask) -> tuple[CardRow, ...]:
    """The source records; an opened one is followed by all its cells as delivered."""
    rows: list[CardRow] = []
    for record in view.records:
        is_open = record.record_id in opened
        rows.append(_record_row(record, language, mask, is_open=is_open))
        if is_open:
            rows.extend(_cell_rows(record, mask))
    return tuple(rows)


def known_by(record: CustomerRecord, language: Language, mask: Mask) -> str:
    """The key of a record; its place in the file where the list has no keys."""
    if record.source.key_mode is not KeyMode.COLUMN:
        return _place(record, language)
    return mask.among(record.source_key, record.numbers)


def _place(record: CustomerRecord, language: Language) -> str:
    return translate("CustomerRows", "row {row}").format(row=language.number(record.row))


def _record_row(record: CustomerRecord, language: Language, mask: Mask, *, is_open: bool) -> CardRow:
    cells = sum(bool(value) for _, value in record.cells)
    delivered = translate("CustomerRows", "delivered {day}").format(day=language.day_of_text(record.delivered_on))
    has_key = record.source.key_mode is KeyMode.COLUMN
    one, many = translate("CustomerRows", "1 cell"), translate("CustomerRows", "{count} cells")
    return CardRow(
        key=str(record.record_id),
        icon="chevron-down" if is_open else "chevron-right",
        lead=record.source,
        value=known_by(record, language, mask),
        hint=f"{_place(record, language)}, {delivered}" if has_key else delivered,
        note=one if cells == 1 else many.format(count=language.number(cells)),
    )


def _cell_rows(record: CustomerRecord, mask: Mask) -> list[CardRow]:
    empty = translate("CustomerRows", "empty")
    return [
        CardRow(
            key=f"{record.record_id}/{header}",
            label=header,
            value=mask.among(value, record.numbers) or empty,
            value_token="text" if value else "missing",
            weight=400,
            is_sub=True,
            note=_shown(record, header, value, mask),
        )
        for header, value in record.cells
    ]


def _shown(record: CustomerRecord, header: str, value: str, mask: Mask) -> str:
    """How the file shows a number or a day; of a text there is nothing to say."""
    cell = record.formatted.get(header)
    if cell is None:
        return ""
    if cell.shown == value:
        return translate("CustomerRows", "shown by {format}").format(format=cell.number_format)
    shown = mask.among(cell.shown, record.numbers)
    return translate("CustomerRows", "shown as {text} by {format}").format(text=shown, format=cell.number_format)


def export_rows(view: CustomerView, language: Language) -> tuple[CardRow, ...]:
    """The files that held the customer."""
    return tuple(
        CardRow(
            key=str(entry.id),
            icon="file-spreadsheet" if entry.kind is ExportKind.MASTER else "file-text",
            value=entry.file_name,
            hint=translate("CustomerRows", "{day} by {steward}").format(
                day=language.day(entry.exported_at), steward=entry.exported_by
            ),
            note=export_kind_label(entry.kind),
        )
        for entry in view.exports
    )


def origin_rows(
    view: CustomerView,
    attribute: str,
    value_of: Callable[[RecordId], str],
    language: Language,
    mask: Mask,
) -> tuple[CardRow, ...]:
    """What every record says for one attribute, the winner and the runner-up named."""
    golden = next((value for value in view.values if value.attribute == attribute and value.position == 0), None)
    rows = []
    for record in view.records:
        said = value_of(record.record_id)
        note, token = _standing(golden, record.record_id, said)
        rows.append(
            CardRow(
                key=str(record.record_id),
                lead=record.source,
                value=mask.text(attribute, value_text(attribute, said)) or translate("CustomerRows", "empty"),
                hint=f"{known_by(record, language, mask)} · {language.day_of_text(record.delivered_on)}",
                note=note,
                note_token=token,
                value_token="text" if said else "missing",
                weight=600 if token == "ok" else 400,
            )
        )
    return tuple(sorted(rows, key=lambda row: ("ok", "likely", "text3").index(row.note_token)))


def _standing(golden: GoldenValue | None, record_id: RecordId, said: str) -> tuple[str, str]:
    if golden is None or not said:
        return "", "text3"
    if record_id == golden.record_id:
        return translate("CustomerRows", "wins"), "ok"
    if said == golden.value:
        return translate("CustomerRows", "the same"), "ok"
    if said == golden.runner_up:
        return translate("CustomerRows", "runner-up"), "likely"
    return translate("CustomerRows", "not taken"), "text3"
