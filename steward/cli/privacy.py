"""A person's rights: access, restriction, withdrawn consent, erasure, and who was told."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from steward.cli.command import whole_number
from steward.cli.output import contacts_told, counted, print_json
from steward.domain.identity import format_cin, plain_cin
from steward.domain.privacy import Channel
from steward.workspace import Workspace

if TYPE_CHECKING:
    import argparse

    from steward.cli.command import AddCommand
    from steward.domain.privacy import ExportEntry
    from steward.workspace.privacy.privacy_views import ErasePreview, EraseReport


def add_commands(command: AddCommand) -> None:
    """Add access-pack, restrict, unrestrict, withdraw-consent, erase, exports, release."""
    pack = command("access-pack", _access_pack, "Write all that is known of a person; other people are masked in it.")
    _add_person(pack)
    pack.add_argument("out", metavar="OUT.xlsx|.pdf")
    restrict = command("restrict", _restrict, "Neither match nor export a customer until it is lifted.")
    _add_person(restrict)
    unrestrict = command("unrestrict", _unrestrict, "Match and export a customer again.")
    _add_person(unrestrict)
    withdraw = command("withdraw-consent", _withdraw_consent, "The customer refuses contact, whatever lists say.")
    _add_person(withdraw)
    withdraw.add_argument(
        "--channel",
        action="append",
        default=[],
        choices=[channel.value for channel in Channel],
        help="may be given several times (default: all)",
    )
    for added in (restrict, unrestrict, withdraw):
        added.add_argument("--reason", default="", help="what the log keeps beside the act")
    erase = command("erase", _erase, "Erase a person for good: from the store, its log, and the deliveries to come.")
    _add_person(erase)
    erase.add_argument("--reason", help="what the log keeps of it, such as the date of the request; needed to erase")
    erase.add_argument("--preview", action="store_true", help="say what would go, change nothing")
    register = command("exports", _exports, "The register of exports; with a CIN those that held this person.")
    register.add_argument("store", metavar="STORE")
    register.add_argument("cin", metavar="CIN", nargs="?", type=plain_cin)
    release = command("release", _release, "Let in a row that was held back as an erased person's.")
    release.add_argument("store", metavar="STORE")
    release.add_argument("row", metavar="ROW", type=whole_number, help="the number that the quarantine lists")
    release.add_argument("--reason", required=True, help="why it is no erased person's")


def _add_person(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("store", metavar="STORE")
    parser.add_argument("cin", metavar="CIN", type=plain_cin, help="the customer's number, with or without spaces")


def _access_pack(options: argparse.Namespace) -> int:
    with Workspace.open(options.store) as workspace:
        report = workspace.access_pack(options.cin, options.out)
    if options.json:
        print_json(**asdict(report), seconds={}, warnings=[])
    else:
        print(
            f"{report.path}: {counted(report.records, 'record')} in {counted(report.versions, 'version')}, "
            f"{counted(report.decisions, 'decision')}, {counted(report.exports, 'export')} that held them."
        )
    return 0


def _restrict(options: argparse.Namespace) -> int:
    with Workspace.open(options.store) as workspace:
        decision = workspace.restrict(options.cin, options.reason)
    if options.json:
        print_json(cin=options.cin, decision=decision.id, seconds={}, warnings=[])
    else:
        print(f"CIN {format_cin(options.cin)} is restricted (#{decision.id}): neither matched nor exported.")
    return 0


def _unrestrict(options: argparse.Namespace) -> int:
    with Workspace.open(options.store) as workspace:
        found = workspace.unrestrict(options.cin, options.reason)
    if options.json:
        print_json(cin=options.cin, decisions=[decision.id for decision in found], seconds={}, warnings=[])
    else:
        print(f"CIN {format_cin(options.cin)} is matched and exported again; run steward match.")
    return 0


def _withdraw_consent(options: argparse.Namespace) -> int:
    with Workspace.open(options.store) as workspace:
        decision = workspace.withdraw_consent(options.cin, options.channel, options.reason)
    refused = sorted(decision.act.values)
    if options.json:
        print_json(cin=options.cin, decision=decision.id, refused=refused, seconds={}, warnings=[])
    else:
        print(f"CIN {format_cin(options.cin)} refuses (#{decision.id}): {contacts_told(refused)}.")
    return 0


def _erase(options: argparse.Namespace) -> int:
    if options.reason is None and not options.preview:
        options.refuse("--reason says why the person is erased; --preview only says what would go")
    with Workspace.open(options.store) as workspace:
        if options.preview:
            _tell_preview(workspace.preview_erase(options.cin), is_json=options.json)
        else:
            _tell_erased(workspace.erase(options.cin, options.reason), is_json=options.json)
    return 0


def _tell_preview(preview: ErasePreview, *, is_json: bool) -> None:
    if is_json:
        print_json(**asdict(preview), seconds={}, warnings=[])
        return
    print(f"CIN {format_cin(preview.cin)}, {preview.title}. Erasing would take away for good:")
    for source, key in preview.records:
        print(f"  {source} {key}")
    print(
        f"  {counted(preview.versions, 'version')} of these records, {counted(preview.values, 'golden value')}, "
        f"{counted(preview.comments, 'comment')}, and what is said of them by "
        f"{counted(len(preview.decisions), 'log entry', 'log entries')}"
    )
    for other in preview.shared:
        print(f"  Not with it: CIN {format_cin(other.cin)}, {other.title}, has the same {', '.join(other.kinds)}")
    _tell_copies(preview.exports, preview.backups)


def _tell_erased(report: EraseReport, *, is_json: bool) -> None:
    warnings = [] if report.is_rewritten else ["The file is in use; what was erased leaves it when it is opened next."]
    if is_json:
        print_json(**asdict(report), seconds={}, warnings=warnings)
        return
    hashes = counted(report.recognized_by, "keyed hash", "keyed hashes")
    print(
        f"CIN {format_cin(report.cin)} is erased (#{report.decision_id}): {counted(report.records, 'record')} in "
        f"{counted(report.versions, 'version')}, what {counted(report.decisions, 'log entry', 'log entries')} said. "
        f"Its rows are recognized by {hashes} and will be held back."
    )
    for warning in warnings:
        print(f"  {warning}")
    _tell_copies(report.exports, report.backups)


def _tell_copies(exports: tuple[ExportEntry, ...], backups: tuple[str, ...]) -> None:
    for entry in exports:
        print(f"  Still held by export {entry.id} of {entry.exported_at:%Y-%m-%d}: {entry.file_name}")
    for name in backups:
        print(f"  Still held by the backup copy {name}; delete it or restore and erase there")


def _exports(options: argparse.Namespace) -> int:
    with Workspace.open(options.store) as workspace:
        found = workspace.exports(options.cin)
    if options.json:
        print_json(exports=[asdict(entry) for entry in found], seconds={}, warnings=[])
        return 0
    for entry in found:
        when_and_what = f"{entry.exported_at:%Y-%m-%d %H:%M}  {entry.kind.value:12}"
        customers = counted(entry.customer_count, "customer")
        print(f"{entry.id:5}  {when_and_what} {customers:>18}  {entry.exported_by}  {entry.file_name}")
    if not found:
        print("No export held this customer." if options.cin else "Nothing was exported yet.")
    return 0


def _release(options: argparse.Namespace) -> int:
    with Workspace.open(options.store) as workspace:
        decision = workspace.release(options.row, options.reason)
    if options.json:
        print_json(row=options.row, decision=decision.id, seconds={}, warnings=[])
    else:
        print(f"Row {options.row} is released (#{decision.id}); load its list again to have it.")
    return 0
