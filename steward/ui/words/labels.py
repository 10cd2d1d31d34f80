"""The words for what lower layers say in enums: labels of single things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from steward.domain.clusters import ClusterState
from steward.domain.decisions import ActKind, DecisionKind, DeskKind, PrivacyKind, Relation
from steward.domain.locks import LockStanding, lock_standing
from steward.domain.pairs import Level, Strength
from steward.domain.privacy import ExportKind
from steward.domain.survivorship import SurvivorshipRule
from steward.ui.language import QT_TRANSLATE_NOOP
from steward.workspace.views import CellState

if TYPE_CHECKING:
    from steward.domain.survivorship import GoldenValue

translate = QCoreApplication.translate

_LOCKS = {
    LockStanding.AGREE: QT_TRANSLATE_NOOP("Wording", "locked, lists agree"),
    LockStanding.DISAGREE: QT_TRANSLATE_NOOP("Wording", "locked, lists disagree"),
    LockStanding.SILENT: QT_TRANSLATE_NOOP("Wording", "locked"),
}
_RULES = {
    SurvivorshipRule.ONLY_VALUE: QT_TRANSLATE_NOOP("Wording", "only value"),
    SurvivorshipRule.MOST_FREQUENT: QT_TRANSLATE_NOOP("Wording", "most frequent"),
    SurvivorshipRule.MOST_COMPLETE: QT_TRANSLATE_NOOP("Wording", "most complete"),
    SurvivorshipRule.NEWEST: QT_TRANSLATE_NOOP("Wording", "newest"),
    SurvivorshipRule.OLDEST: QT_TRANSLATE_NOOP("Wording", "oldest"),
    SurvivorshipRule.TOTAL: QT_TRANSLATE_NOOP("Wording", "total of all lists"),
    SurvivorshipRule.MOST_RESTRICTIVE: QT_TRANSLATE_NOOP("Wording", "most restrictive"),
    SurvivorshipRule.WITH_ADDRESS: QT_TRANSLATE_NOOP("Wording", "with the address"),
    SurvivorshipRule.ALL_KEPT: QT_TRANSLATE_NOOP("Wording", "all kept"),
    SurvivorshipRule.STEWARD: QT_TRANSLATE_NOOP("Wording", "chosen by a steward"),
}

_STRENGTHS = {
    Strength.ALMOST_CERTAIN: QT_TRANSLATE_NOOP("Wording", "Almost certain"),
    Strength.LIKELY: QT_TRANSLATE_NOOP("Wording", "Likely"),
    Strength.UNCLEAR: QT_TRANSLATE_NOOP("Wording", "Unclear"),
}

_RELATIONS = {
    Relation.HOUSEHOLD: QT_TRANSLATE_NOOP("Wording", "same household"),
    Relation.SPOUSE: QT_TRANSLATE_NOOP("Wording", "spouses"),
    Relation.PARENT_CHILD: QT_TRANSLATE_NOOP("Wording", "parent and child"),
    Relation.BRANCH: QT_TRANSLATE_NOOP("Wording", "head office and branch"),
    Relation.OTHER: QT_TRANSLATE_NOOP("Wording", "related otherwise"),
    Relation.NONE: QT_TRANSLATE_NOOP("Wording", "not related"),
}

#: kind -> (label, icon)
_KINDS: dict[ActKind, tuple[str, str]] = {
    DecisionKind.DELIVERY: (QT_TRANSLATE_NOOP("Wording", "List loaded"), "upload"),
    DecisionKind.MERGE: (QT_TRANSLATE_NOOP("Wording", "Merged"), "git-merge"),
    DecisionKind.NOT_SAME: (QT_TRANSLATE_NOOP("Wording", "Not the same"), "unlink"),
    DecisionKind.RELATED: (QT_TRANSLATE_NOOP("Wording", "Related"), "users"),
    DecisionKind.SPLIT: (QT_TRANSLATE_NOOP("Wording", "Split"), "scissors"),
    DecisionKind.ARRANGE: (QT_TRANSLATE_NOOP("Wording", "Arranged"), "scissors"),
    DecisionKind.TAKE_OUT: (QT_TRANSLATE_NOOP("Wording", "Taken out"), "split"),
    DecisionKind.OVERRIDE: (QT_TRANSLATE_NOOP("Wording", "Value changed"), "pencil"),
    DecisionKind.LOCK: (QT_TRANSLATE_NOOP("Wording", "Value locked"), "lock"),
    DecisionKind.UNLOCK: (QT_TRANSLATE_NOOP("Wording", "Value unlocked"), "lock-open"),
    DecisionKind.DEFER: (QT_TRANSLATE_NOOP("Wording", "Later"), "clock"),
    DecisionKind.REVERSE: (QT_TRANSLATE_NOOP("Wording", "Reversed"), "undo-2"),
    DeskKind.COMMENT: (QT_TRANSLATE_NOOP("Wording", "Note"), "message-square"),
    DeskKind.ASSIGN: (QT_TRANSLATE_NOOP("Wording", "Assigned"), "user"),
    DeskKind.RULES: (QT_TRANSLATE_NOOP("Wording", "Rules of golden values set"), "badge-check"),
    DeskKind.SEMI_AUTOMATIC: (QT_TRANSLATE_NOOP("Wording", "Semi-automatic merging switched"), "settings"),
    DeskKind.SAMPLE: (QT_TRANSLATE_NOOP("Wording", "Sample drawn"), "list-checks"),
    DeskKind.CHECK: (QT_TRANSLATE_NOOP("Wording", "Earlier answer checked"), "eye-off"),
    DeskKind.REVEAL: (QT_TRANSLATE_NOOP("Wording", "Masked numbers looked at"), "eye"),
    DeskKind.CERTIFICATE: (QT_TRANSLATE_NOOP("Wording", "Band certified"), "shield-check"),
    DeskKind.DISMISS: (QT_TRANSLATE_NOOP("Wording", "Row kept back"), "minus"),
    DeskKind.LEARN: (QT_TRANSLATE_NOOP("Wording", "Learned from decisions"), "list-checks"),
    PrivacyKind.ERASE: (QT_TRANSLATE_NOOP("Wording", "Person erased"), "eye-off"),
    PrivacyKind.RESTRICT: (QT_TRANSLATE_NOOP("Wording", "Restricted"), "lock"),
    PrivacyKind.WITHDRAW: (QT_TRANSLATE_NOOP("Wording", "Consent withdrawn"), "bell-off"),
    PrivacyKind.RELEASE: (QT_TRANSLATE_NOOP("Wording", "Row released"), "lock-open"),
}

_CLUSTER_STATES = {
    ClusterState.OPEN: QT_TRANSLATE_NOOP("Wording", "to decide"),
    ClusterState.DEFERRED: QT_TRANSLATE_NOOP("Wording", "put off"),
    ClusterState.DECIDED: QT_TRANSLATE_NOOP("Wording", "decided"),
}

#: state -> (label, symbol, colour token)
_STATES = {
    CellState.EQUAL: (QT_TRANSLATE_NOOP("Wording", "equal"), "=", "equal"),
    CellState.STANDARD: (QT_TRANSLATE_NOOP("Wording", "equal after standardizing"), "~", "std"),
    CellState.SIMILAR: (QT_TRANSLATE_NOOP("Wording", "similar"), "≈", "similar"),
    CellState.CONFLICT: (QT_TRANSLATE_NOOP("Wording", "conflict"), "≠", "conflict"),
    CellState.MISSING: (QT_TRANSLATE_NOOP("Wording", "empty"), "∅", "missing"),
}

_LEVELS = {
    Level.EXACT: QT_TRANSLATE_NOOP("Wording", "the same"),
    Level.CLOSE: QT_TRANSLATE_NOOP("Wording", "nearly the same"),
    Level.SIMILAR: QT_TRANSLATE_NOOP("Wording", "similar"),
    Level.PARTIAL: QT_TRANSLATE_NOOP("Wording", "partly the same"),
    Level.DIFFERENT: QT_TRANSLATE_NOOP("Wording", "different"),
    Level.MISSING: QT_TRANSLATE_NOOP("Wording", "empty"),
}

_CONSENTS = {
    "given": (QT_TRANSLATE_NOOP("Wording", "allowed"), "circle-check", "ok"),
    "refused": (QT_TRANSLATE_NOOP("Wording", "refused"), "bell-off", "danger"),
    "": (QT_TRANSLATE_NOOP("Wording", "not asked"), "info", "text2"),
}

_PHASES = {
    "reading": QT_TRANSLATE_NOOP("Wording", "Reading the file"),
    "read": QT_TRANSLATE_NOOP("Wording", "Reading the records"),
    "standardize": QT_TRANSLATE_NOOP("Wording", "Standardizing values"),
    "store": QT_TRANSLATE_NOOP("Wording", "Saving"),
    "values": QT_TRANSLATE_NOOP("Wording", "Looking at the values"),
    "candidates": QT_TRANSLATE_NOOP("Wording", "Finding pairs worth comparing"),
    "learn": QT_TRANSLATE_NOOP("Wording", "Learning what counts"),
    "score": QT_TRANSLATE_NOOP("Wording", "Comparing pairs"),
    "group": QT_TRANSLATE_NOOP("Wording", "Building clusters"),
    "writing": QT_TRANSLATE_NOOP("Wording", "Writing the file"),
    "copy": QT_TRANSLATE_NOOP("Wording", "Copying MiB"),
}

_EXPORT_KINDS = {
    ExportKind.MASTER: QT_TRANSLATE_NOOP("Wording", "unified master"),
    ExportKind.ACCESS_PACK: QT_TRANSLATE_NOOP("Wording", "access pack"),
}


def rule_label(rule: SurvivorshipRule) -> str:
    """Why a golden value won."""
    return _word(_RULES.get(rule, ""), rule.value)


def strength_label(strength: Strength) -> str:
    """How sure the evidence is."""
    return _word(_STRENGTHS[strength], strength.value)


def strength_token(strength: Strength) -> str:
    """Its colour."""
    return {Strength.ALMOST_CERTAIN: "ok", Strength.LIKELY: "likely", Strength.UNCLEAR: "warn"}[strength]


def lock_label(value: GoldenValue) -> str:
    """That a value is locked, and what the lists say about it."""
    return _word(_LOCKS[lock_standing(value)], "locked")


def relation_label(relation: Relation) -> str:
    """How two customers belong together, or that they don't."""
    return _word(_RELATIONS[relation], relation.value)


def decision_kind_label(kind: ActKind) -> str:
    """What kind of decision it was."""
    return _word(_KINDS[kind][0], kind.value)


def decision_icon(kind: ActKind) -> str:
    """The icon of a kind of decision."""
    return _KINDS[kind][1]


def cluster_state_label(state: ClusterState) -> str:
    """Where a cluster stands in the queue."""
    return _word(_CLUSTER_STATES[state], state.value)


def state_label(state: CellState) -> str:
    """How a cell stands to the golden value."""
    return _word(_STATES[state][0], state.value)


def state_symbol(state: CellState) -> str:
    """The sign before the value."""
    return _STATES[state][1]


def state_token(state: CellState) -> str:
    """The colour of the sign; the tint is this token with "_bg"."""
    return _STATES[state][2]


def level_label(level: Level) -> str:
    """How two values compare."""
    return _word(_LEVELS[level], level.value)


def consent_label(consent: str) -> str:
    """Whether the customer may be contacted this way."""
    return _word(_CONSENTS.get(consent, _CONSENTS[""])[0], consent)


def consent_icon(consent: str) -> tuple[str, str]:
    """(icon, colour token) of a consent."""
    found = _CONSENTS.get(consent, _CONSENTS[""])
    return found[1], found[2]


def export_kind_label(kind: ExportKind) -> str:
    """What left the store."""
    return _word(_EXPORT_KINDS[kind], kind.value)


def phase_label(phase: str) -> str:
    """What long work is doing now; phases without a word of their own are shown as "Working"."""
    return _word(_PHASES.get(phase, ""), "") or translate("Wording", "Working")


def _word(source: str, fallback: str) -> str:
    return translate("Wording", source) if source else fallback.replace("_", " ")
