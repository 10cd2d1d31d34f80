"""Decisions as a file keyed by source keys, so that another store or a store made anew can take them over.

One JSON object a line, in the order of the log: what was decided about which records of which lists, by whom, when
and why.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from steward.domain.decisions import Act, ActKind, DecisionKind, PrivacyKind, Relation, act_kind, decided_first
from steward.domain.errors import DecisionError, ListError
from steward.exchange.writers.replacing import replacing
from steward.storage.lists import source_records
from steward.storage.log import decisions
from steward.storage.matches import candidates
from steward.workspace.decisions.decide import take
from steward.workspace.decisions.log_views import TakenOver

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from sqlalchemy.orm import Session

    from steward.domain.decisions import Decision
    from steward.domain.records import RecordId
    from steward.workspace.context import StoreContext

_RIGHTS = (PrivacyKind.RESTRICT, PrivacyKind.WITHDRAW)
#: Kinds that speak about records; deliveries come from lists, reversed decisions are not carried.
_CARRIED = (*(kind for kind in DecisionKind if kind not in (DecisionKind.DELIVERY, DecisionKind.REVERSE)), *_RIGHTS)
#: How many groups that still name a record an act needs to say anything.
_GROUPS_NEEDED: dict[ActKind, int] = {DecisionKind.NOT_SAME: 2, DecisionKind.RELATED: 2, DecisionKind.TAKE_OUT: 2}


def export_decisions(session: Session, path: Path) -> int:
    """Write every decision in force; returns how many. Raises ExportError when the file can't be written."""
    count = 0
    with replacing(path) as part, part.open("w", encoding="utf-8", newline="\n") as file:
        for line in _lines(session):
            file.write(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n")
            count += 1
    return count


def import_decisions(context: StoreContext, session: Session, path: Path) -> TakenOver:
    """Take the decisions of a file that this store does not know yet, in their order, each as an act of its own.

    Records that this store does not have are passed over. Raises ListError for a file that holds something else.
    """
    lines = _read(path)
    keys = source_records.ids_by_key(session, {(source, key) for line in lines for source, key in line.keys})
    known = {_digest(line) for line in _lines(session)} | decisions.taken_over(session)
    taken = repeated = 0
    passed_over = []
    for line in lines:
        if line.digest in known:
            repeated += 1
            continue
        act = _act(line, keys)
        try:
            if act is None:
                raise DecisionError("Too few of its records are in this store.")  # noqa: TRY301 - listed like others
            take(context, session, act, reason=line.content["reason"], shown=_shown(line, act))
            taken += 1
        except DecisionError as err:
            passed_over.append((line.number, str(err)))
    return TakenOver(taken, repeated, tuple(passed_over))


@dataclass(frozen=True, slots=True)
class _Line:
    """One decision of a file."""

    number: int
    content: Mapping[str, Any]
    digest: str
    keys: list[tuple[str, str]] = field(default_factory=list)


def _lines(session: Session) -> Iterator[dict[str, Any]]:
    found = [d for d in reversed(decisions.list_decisions(session, kinds=_CARRIED)) if d.is_in_force]
    named = {record_id for decision in found for group in decision.act.groups for record_id in group}
    key_of = source_records.keys_by_id(session, named)
    for decision in found:
        yield _content(decision.act, _origin(decision), key_of)


@dataclass(frozen=True, slots=True)
class Origin:
    """Why, by whom and when something was decided first, whatever store took it over since."""

    reason: str
    by: str
    at: str


def taken_over(session: Session, act: Act, origin: Origin) -> dict[str, object]:
    """What the log says of an act that comes from another store, so that no file brings it once more."""
    named = {record_id for group in act.groups for record_id in group}
    content = _content(act, origin, source_records.keys_by_id(session, named))
    return {"taken_over": {"by": origin.by, "at": origin.at, "digest": _digest(content)}}


def _origin(decision: Decision) -> Origin:
    return Origin(decision.reason, *decided_first(decision.shown, decision.decided_by, decision.decided_at.isoformat()))


def _content(act: Act, origin: Origin, key_of: Mapping[RecordId, tuple[str, str]]) -> dict[str, Any]:
    return {
        "kind": act.kind.value,
        "groups": [sorted([list(key_of[record_id]) for record_id in group]) for group in act.groups],
        "values": dict(act.values),
        "relation": act.relation.value if act.relation else "",
        "until": act.until or "",
        "reason": origin.reason,
        "decided_by": origin.by,
        "decided_at": origin.at,
    }


def _digest(content: Mapping[str, Any]) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


def _read(path: Path) -> list[_Line]:
    found = []
    number = 0
    try:
        whole = path.read_text(encoding="utf-8-sig")
        # Only there: a reason may hold other signs that end a line, such as U+2028, and JSON leaves them as they are.
        for number, text in enumerate(whole.split("\n"), start=1):
            if text.strip():
                content = json.loads(text)
                _check(content)
                keys = [(source, key) for group in content["groups"] for source, key in group]
                found.append(_Line(number, content, _digest(content), keys))
    except FileNotFoundError as err:
        raise ListError(
            f"{path.name} is not there; check the name or choose another file.", code="missing", file=path.name
        ) from err
    except OSError as err:
        raise ListError(f"{path.name} can't be read ({err.strerror}); check the file.", code="unreadable") from err
    except UnicodeDecodeError as err:
        raise ListError(
            f"{path.name} is no text; choose a file that steward export-decisions wrote.", code="no_decisions"
        ) from err
    except (ValueError, KeyError, TypeError) as err:
        raise ListError(
            f"Line {number} of {path.name} is no decision; choose a file that steward export-decisions wrote.",
            code="no_decisions",
        ) from err
    if not found:
        raise ListError(
            f"{path.name} holds no decision; choose a file that steward export-decisions wrote.", code="no_decisions"
        )
    return found


def _check(content: Mapping[str, Any]) -> None:
    """Raise ValueError or KeyError for what is no decision."""
    if act_kind(content["kind"]) not in _CARRIED:
        raise ValueError
    if content["relation"]:
        Relation(content["relation"])
    if not isinstance(content["values"], dict):
        raise TypeError
    for name in ("until", "reason", "decided_by", "decided_at"):
        if not isinstance(content[name], str):
            raise TypeError


def _act(line: _Line, ids: Mapping[tuple[str, str], RecordId]) -> Act | None:
    content = line.content
    groups = [
        tuple(sorted(ids[source, key] for source, key in group if (source, key) in ids)) for group in content["groups"]
    ]
    kind = act_kind(content["kind"])
    if kind is DecisionKind.MERGE:
        groups = [group for group in groups if len(group) > 1]
    elif kind in (DecisionKind.NOT_SAME, DecisionKind.RELATED, DecisionKind.ARRANGE):
        groups = [group for group in groups if group]
    if len([group for group in groups if group]) < _GROUPS_NEEDED.get(kind, 1):
        return None
    return Act(
        kind=kind,
        groups=tuple(groups),
        values=content["values"],
        relation=Relation(content["relation"]) if content["relation"] else None,
        until=content["until"] or None,
    )


def _shown(line: _Line, act: Act) -> dict[str, object]:
    named = [record_id for group in act.groups for record_id in group]
    origin = {"by": line.content["decided_by"], "at": line.content["decided_at"], "digest": line.digest}
    if act.kind in _RIGHTS:
        return {"taken_over": origin}
    keys = [candidates.member_key(g) for g in act.groups] if act.kind is DecisionKind.MERGE else []
    return {"taken_over": origin, "clusters": keys or [candidates.member_key(named)]}
