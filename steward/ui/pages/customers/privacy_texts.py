"""What the side panel says before something is done about a person's rights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from steward.domain.identity import format_cin
from steward.domain.privacy import Channel, IdentityKind
from steward.ui.pages.customers.card_rows import CardRow
from steward.ui.pages.customers.side_panel import PanelContent
from steward.ui.words.attributes import attribute_label
from steward.ui.words.joining import join_words
from steward.ui.words.names import shown_title

if TYPE_CHECKING:
    from collections.abc import Collection

    from steward.domain.privacy import Rights
    from steward.ui.language import Language
    from steward.ui.words.masking import Mask
    from steward.workspace.customers.customer_views import CustomerView
    from steward.workspace.privacy.privacy_views import ErasePreview, SharedIdentifier

translate = QCoreApplication.translate


def channel_label(channel: Channel) -> str:
    """How a customer is contacted."""
    match channel:
        case Channel.ALL:
            return translate("Privacy", "every channel")
        case Channel.EMAIL:
            return translate("Privacy", "e-mail")
        case Channel.SMS:
            return translate("Privacy", "SMS")
        case Channel.WHATSAPP:
            return translate("Privacy", "WhatsApp")
        case Channel.PHONE:
            return translate("Privacy", "phone")


def withdrawn_text(rights: Rights) -> str:
    """ "No contact by e-mail and SMS", "" when nothing is withdrawn."""
    if Channel.ALL in rights.withdrawn:
        return translate("Privacy", "No contact wanted")
    if not rights.withdrawn:
        return ""
    channels = join_words([channel_label(channel) for channel in rights.withdrawn])
    return translate("Privacy", "No contact by {channels}").format(channels=channels)


def restrict_content(view: CustomerView, mask: Mask) -> PanelContent:
    """What a restriction does, or that lifting it undoes that."""
    reason = translate("Privacy", "Reason, such as the date of the request")
    if view.rights.is_restricted:
        return PanelContent(
            translate("Privacy", "Lift the restriction"),
            sentence=translate(
                "Privacy", "{title} is matched again by the next match run and stands in exports again."
            ).format(title=shown_title(view.title, mask)),
            primary=translate("Privacy", "Lift the restriction"),
            typed="",
            hint=reason,
        )
    return PanelContent(
        translate("Privacy", "Restrict {title}").format(title=shown_title(view.title, mask)),
        sentence=translate(
            "Privacy",
            "The customer is no longer matched and no longer exported until you lift it. Nothing is deleted.",
        ),
        primary=translate("Privacy", "Restrict"),
        typed="",
        hint=reason,
    )


def withdraw_content(view: CustomerView, chosen: Collection[Channel], reason: str) -> PanelContent:
    """By which channels the customer does not want to be contacted any more."""
    rows = tuple(
        CardRow(
            key=channel.value,
            icon="square-check" if channel in chosen else "square",
            value=channel_label(channel),
            note=translate("Privacy", "withdrawn already") if channel in view.rights.withdrawn else "",
            weight=600 if channel in chosen else 400,
        )
        for channel in Channel
    )
    return PanelContent(
        translate("Privacy", "Withdraw consent"),
        rows,
        translate(
            "Privacy",
            "Enter or a click chooses. What is withdrawn stays refused, whatever lists say from now on; undoing the "
            "decision brings the lists' answers back.",
        ),
        primary=translate("Privacy", "Withdraw consent") if chosen else "",
        typed=reason,
        hint=translate("Privacy", "Reason, such as the date of the request"),
    )


def erase_content(preview: ErasePreview, language: Language, mask: Mask, numbers: Collection[str]) -> PanelContent:
    """All that goes, and what is not in the hands of the store; keys that are ``numbers`` of the person are masked."""
    rows = (*_gone_rows(preview, language, mask, numbers), *_rows_elsewhere(preview, language))
    return PanelContent(
        translate("Privacy", "Erase {title}").format(title=shown_title(preview.title, mask)),
        rows,
        translate(
            "Privacy",
            "This can't be undone. Rows of this person are held back when a list delivers them again. Give a reason "
            "without naming the person; it is what the log keeps.",
        ),
        primary=translate("Privacy", "Continue…"),
        typed="",
        hint=translate("Privacy", "Reason, such as the date of the request"),
    )


def _gone_rows(preview: ErasePreview, language: Language, mask: Mask, numbers: Collection[str]) -> list[CardRow]:
    number = language.number
    rows = [
        CardRow(
            key=f"{source}/{key}",
            icon="x",
            value=mask.among(key, numbers),
            hint=source,
            note=translate("Privacy", "goes"),
        )
        for source, key in preview.records
    ]
    rows += [_counted_row("values", translate("Privacy", "Golden values"), number(preview.values))]
    rows += [_counted_row("versions", translate("Privacy", "Versions of records"), number(preview.versions))]
    rows += [
        _counted_row("decisions", translate("Privacy", "What decisions say of them"), number(len(preview.decisions)))
    ]
    rows += [_counted_row("comments", translate("Privacy", "Notes"), number(preview.comments))]
    rows += [_shared_row(other, mask) for other in preview.shared]
    return rows


def _rows_elsewhere(preview: ErasePreview, language: Language) -> list[CardRow]:
    """What is not in the hands of the store: exports and copies."""
    exports = [
        CardRow(
            key=f"export {entry.id}",
            icon="file-spreadsheet",
            value=entry.file_name,
            hint=language.day(entry.exported_at.date()),
            note=translate("Privacy", "you ask for it back"),
            note_token="warn",
        )
        for entry in preview.exports
    ]
    backups = [
        CardRow(
            key=name, icon="database", value=name, note=translate("Privacy", "you delete the copy"), note_token="warn"
        )
        for name in preview.backups
    ]
    return [*exports, *backups]


def confirm_content(preview: ErasePreview, mask: Mask) -> PanelContent:
    """The last question: the number must be typed."""
    return PanelContent(
        translate("Privacy", "Erase {title}").format(title=shown_title(preview.title, mask)),
        sentence=translate("Privacy", "Type CIN {cin} to erase this person for good.").format(
            cin=format_cin(preview.cin)
        ),
        primary=translate("Privacy", "Erase for good"),
        typed="",
        hint=translate("Privacy", "CIN"),
        expected=preview.cin,
    )


def as_of_content(view: CustomerView, day: str, mask: Mask) -> PanelContent:
    """On which day the customer is looked at."""
    return PanelContent(
        translate("Privacy", "Show {title} as of a day").format(title=shown_title(view.title, mask)),
        sentence=translate("Privacy", "The customer as at the end of that day. Nothing is changed."),
        primary=translate("Privacy", "Show"),
        typed=day,
        hint=translate("Privacy", "yyyy-mm-dd"),
    )


def _counted_row(key: str, label: str, count: str) -> CardRow:
    return CardRow(key=key, icon="x", value=label, hint=count, note=translate("Privacy", "goes"))


def _shared_row(other: SharedIdentifier, mask: Mask) -> CardRow:
    kinds = [attribute_label(kind) for kind in other.kinds if kind != IdentityKind.NAME_AND_BIRTH]
    return CardRow(
        key=other.cin,
        icon="users",
        value=shown_title(other.title, mask),
        hint=translate("Privacy", "same {what}").format(what=join_words(kinds)) if kinds else format_cin(other.cin),
        note=translate("Privacy", "stays"),
        note_token="warn",
    )
