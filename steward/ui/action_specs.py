"""Every action of the window as data: its name, keys, icon and page."""

from __future__ import annotations

from dataclasses import dataclass

from steward.ui.language import QT_TRANSLATE_NOOP

#: The page name of actions that work everywhere.
EVERYWHERE = ""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """What an action is called, its keys, its icon, and the page it belongs to ("" = everywhere).

    ``keys_shown`` replaces the keys in the cheat sheet where a row of keys does one thing ("1 … 9").
    """

    id: str
    text: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    page: str = EVERYWHERE
    keys_shown: str = ""


_DIGITS = tuple("123456789")
_SHIFT_DIGITS = tuple(f"Shift+{digit}" for digit in _DIGITS)

#: In the order in which the cheat sheet lists them.
ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("app.search", QT_TRANSLATE_NOOP("Actions", "Search customers"), ("Ctrl+F",), "search"),
    ActionSpec("app.import", QT_TRANSLATE_NOOP("Actions", "Load a list"), ("Ctrl+I",), "upload"),
    ActionSpec("app.match", QT_TRANSLATE_NOOP("Actions", "Find matches"), ("Ctrl+M",), "refresh-cw"),
    ActionSpec("app.export", QT_TRANSLATE_NOOP("Actions", "Export the unified master"), ("Ctrl+E",), "download"),
    ActionSpec("app.questions", QT_TRANSLATE_NOOP("Actions", "A few quick questions"), ("Ctrl+K",), "graduation-cap"),
    ActionSpec(
        "app.sprint", QT_TRANSLATE_NOOP("Actions", "Timed session: what puts most right first"), ("Ctrl+B",), "clock"
    ),
    ActionSpec("app.saved", QT_TRANSLATE_NOOP("Actions", "Show what is saved"), ("Ctrl+S",), "save"),
    ActionSpec("app.undo", QT_TRANSLATE_NOOP("Actions", "Undo my last decision"), ("Ctrl+Z",), "undo-2"),
    ActionSpec("app.open", QT_TRANSLATE_NOOP("Actions", "Open a store"), ("Ctrl+O",), "folder-open"),
    ActionSpec("app.new", QT_TRANSLATE_NOOP("Actions", "New store"), ("Ctrl+N",), "file-plus"),
    ActionSpec("app.backup", QT_TRANSLATE_NOOP("Actions", "Back up…"), ("Ctrl+Shift+S",), "copy"),
    ActionSpec("app.restore", QT_TRANSLATE_NOOP("Actions", "Restore a copy…"), ("Ctrl+Shift+O",), "history"),
    ActionSpec("app.home", QT_TRANSLATE_NOOP("Actions", "Home"), ("Alt+1",), "home"),
    ActionSpec("app.lists", QT_TRANSLATE_NOOP("Actions", "Lists"), ("Alt+2",), "layers"),
    ActionSpec("app.review", QT_TRANSLATE_NOOP("Actions", "Review"), ("Alt+3",), "list-checks"),
    ActionSpec("app.customers", QT_TRANSLATE_NOOP("Actions", "Customers"), ("Alt+4",), "users"),
    ActionSpec("app.reports", QT_TRANSLATE_NOOP("Actions", "Reports"), ("Alt+5",), "chart-column"),
    ActionSpec("app.history", QT_TRANSLATE_NOOP("Actions", "History"), ("Alt+6",), "history"),
    ActionSpec("app.settings", QT_TRANSLATE_NOOP("Actions", "Settings"), ("Ctrl+,",), "settings"),
    ActionSpec("app.keys", QT_TRANSLATE_NOOP("Actions", "Keys of this page"), ("F1", "?"), "keyboard"),
    ActionSpec("app.tour", QT_TRANSLATE_NOOP("Actions", "Show the tour"), ("Shift+F1",), "play"),
    ActionSpec("tour.next", QT_TRANSLATE_NOOP("Actions", "Next hint"), ("Return", "Right"), "", "tour"),
    ActionSpec("tour.back", QT_TRANSLATE_NOOP("Actions", "Hint before"), ("Left",), "", "tour"),
    ActionSpec("tour.leave", QT_TRANSLATE_NOOP("Actions", "Leave the tour"), ("Esc",), "", "tour"),
    ActionSpec("app.quit", QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",), "x"),
    ActionSpec(
        "review.approve", QT_TRANSLATE_NOOP("Actions", "Merge as shown, next cluster"), ("A",), "git-merge", "review"
    ),
    ActionSpec("review.reject", QT_TRANSLATE_NOOP("Actions", "Not the same, next cluster"), ("N",), "unlink", "review"),
    ActionSpec("review.relate", QT_TRANSLATE_NOOP("Actions", "Related but not the same"), ("R",), "users", "review"),
    ActionSpec("review.defer", QT_TRANSLATE_NOOP("Actions", "Later"), ("D",), "clock", "review"),
    ActionSpec(
        "review.skip",
        QT_TRANSLATE_NOOP("Actions", "Skip; comes back at the end"),
        ("Space",),
        "skip-forward",
        "review",
    ),
    ActionSpec(
        "review.undo",
        QT_TRANSLATE_NOOP("Actions", "Undo the last decision and open it again"),
        ("U", "Backspace"),
        "undo-2",
        "review",
    ),
    ActionSpec("review.redo", QT_TRANSLATE_NOOP("Actions", "Redo"), ("Ctrl+Shift+Z",), "redo-2", "review"),
    ActionSpec(
        "review.previous", QT_TRANSLATE_NOOP("Actions", "Previous cluster"), ("PgUp", "["), "chevron-up", "review"
    ),
    ActionSpec("review.next", QT_TRANSLATE_NOOP("Actions", "Next cluster"), ("PgDown", "]"), "chevron-down", "review"),
    ActionSpec("review.field_up", QT_TRANSLATE_NOOP("Actions", "Field above"), ("K",), "arrow-up", "review", "↑ K"),
    ActionSpec("review.field_down", QT_TRANSLATE_NOOP("Actions", "Field below"), ("J",), "arrow-down", "review", "↓ J"),
    ActionSpec(
        "review.take_value",
        QT_TRANSLATE_NOOP("Actions", "Take this member's value; again: back to the rule"),
        _DIGITS,
        "check",
        "review",
        "1 … 9",
    ),
    ActionSpec(
        "review.take_record",
        QT_TRANSLATE_NOOP("Actions", "Take the whole record as basis"),
        _SHIFT_DIGITS,
        "copy",
        "review",
        "Shift+1 … 9",
    ),
    ActionSpec("review.type_value", QT_TRANSLATE_NOOP("Actions", "Type a value"), ("0", "F2"), "pencil", "review"),
    ActionSpec("review.lock", QT_TRANSLATE_NOOP("Actions", "Lock or unlock the value"), ("L",), "lock", "review"),
    ActionSpec(
        "review.exclude", QT_TRANSLATE_NOOP("Actions", "Leave the member out, or take it in"), ("X",), "x", "review"
    ),
    ActionSpec(
        "review.exclude_for_ever",
        QT_TRANSLATE_NOOP("Actions", "Leave the member out and never propose it again"),
        ("Shift+X",),
        "circle-x",
        "review",
    ),
    ActionSpec("review.split", QT_TRANSLATE_NOOP("Actions", "Apply the proposed cut"), ("S",), "scissors", "review"),
    ActionSpec(
        "review.free_split",
        QT_TRANSLATE_NOOP("Actions", "Split freely: digits put members into groups"),
        ("Shift+S",),
        "scissors",
        "review",
    ),
    ActionSpec("review.fold", QT_TRANSLATE_NOOP("Actions", "Show or fold equal and empty rows"), ("H",), "", "review"),
    ActionSpec(
        "review.original",
        QT_TRANSLATE_NOOP("Actions", "Values as delivered or standardized"),
        ("O",),
        "file-text",
        "review",
    ),
    ActionSpec("review.why", QT_TRANSLATE_NOOP("Actions", "Why they match"), ("W",), "info", "review"),
    ActionSpec(
        "review.why_not",
        QT_TRANSLATE_NOOP("Actions", "Why, or why not: the member against another one"),
        ("Shift+W",),
        "info",
        "review",
    ),
    ActionSpec(
        "review.provenance",
        QT_TRANSLATE_NOOP("Actions", "Where the values of the field come from"),
        ("P",),
        "",
        "review",
    ),
    ActionSpec("review.graph", QT_TRANSLATE_NOOP("Actions", "Graph of the cluster"), ("G",), "network", "review"),
    ActionSpec("review.timeline", QT_TRANSLATE_NOOP("Actions", "Timeline of the cluster"), ("T",), "history", "review"),
    ActionSpec(
        "review.comment", QT_TRANSLATE_NOOP("Actions", "Notes on the cluster"), ("C",), "message-square", "review"
    ),
    ActionSpec("review.add", QT_TRANSLATE_NOOP("Actions", "Search and add a record"), ("+",), "plus", "review"),
    ActionSpec(
        "review.move",
        QT_TRANSLATE_NOOP("Actions", "Move the member to another customer"),
        ("M",),
        "arrow-right",
        "review",
    ),
    ActionSpec("review.facets", QT_TRANSLATE_NOOP("Actions", "Filter the queue"), ("F",), "filter", "review"),
    ActionSpec(
        "review.band",
        QT_TRANSLATE_NOOP("Actions", "Merge a band of match strength after a blind sample"),
        ("Shift+A",),
        "shield-check",
        "review",
    ),
    ActionSpec(
        "review.bulk",
        QT_TRANSLATE_NOOP("Actions", "Clusters that differ in writing only: one list, one decision"),
        ("Shift+I",),
        "list-checks",
        "review",
    ),
    ActionSpec(
        "review.blind",
        QT_TRANSLATE_NOOP("Actions", "Blind mode: judge before you see the score"),
        ("B",),
        "eye-off",
        "review",
    ),
    ActionSpec(
        "review.reveal",
        QT_TRANSLATE_NOOP("Actions", "Show masked numbers, which is logged, or mask them again"),
        ("V",),
        "eye",
        "review",
    ),
    ActionSpec(
        "alike.leave_out", QT_TRANSLATE_NOOP("Actions", "Leave the cluster out, or take it in"), ("X",), "x", "alike"
    ),
    ActionSpec(
        "alike.merge",
        QT_TRANSLATE_NOOP("Actions", "Merge all that are in with one decision"),
        ("Ctrl+Return",),
        "git-merge",
        "alike",
    ),
    ActionSpec("alike.leave", QT_TRANSLATE_NOOP("Actions", "Back to the queue"), ("Esc",), "", "alike"),
    ActionSpec(
        "sprint.choose",
        QT_TRANSLATE_NOOP("Actions", "Start a session of this length"),
        ("1", "2", "3"),
        "clock",
        "sprint",
        "1 … 3",
    ),
    ActionSpec(
        "sprint.go", QT_TRANSLATE_NOOP("Actions", "Start what is proposed, or go on"), ("Return",), "check", "sprint"
    ),
    ActionSpec("sprint.leave", QT_TRANSLATE_NOOP("Actions", "Not now, or stop"), ("Esc",), "x", "sprint"),
    ActionSpec(
        "lists.load", QT_TRANSLATE_NOOP("Actions", "Load the list as shown"), ("Ctrl+Return",), "upload", "lists"
    ),
    ActionSpec(
        "lists.copy_request",
        QT_TRANSLATE_NOOP("Actions", "Copy what to write to the department"),
        ("Ctrl+Shift+C",),
        "copy",
        "lists",
    ),
    ActionSpec(
        "lists.reload", QT_TRANSLATE_NOOP("Actions", "Load a row that was held back"), ("Ctrl+L",), "upload", "lists"
    ),
    ActionSpec(
        "lists.reveal",
        QT_TRANSLATE_NOOP("Actions", "Show masked numbers, which is logged, or mask them again"),
        ("V",),
        "eye",
        "lists",
    ),
    ActionSpec("lists.cancel", QT_TRANSLATE_NOOP("Actions", "Cancel, keep nothing"), ("Esc",), "x", "lists"),
    ActionSpec(
        "customers.provenance", QT_TRANSLATE_NOOP("Actions", "Where the value comes from"), ("P",), "info", "customers"
    ),
    ActionSpec(
        "customers.take_out", QT_TRANSLATE_NOOP("Actions", "Take a record out"), ("Ctrl+T",), "split", "customers"
    ),
    ActionSpec(
        "customers.edit", QT_TRANSLATE_NOOP("Actions", "Type another golden value"), ("F2",), "pencil", "customers"
    ),
    ActionSpec(
        "customers.privacy",
        QT_TRANSLATE_NOOP("Actions", "A person's rights"),
        ("Ctrl+Shift+P",),
        "shield-check",
        "customers",
    ),
    ActionSpec(
        "customers.as_of", QT_TRANSLATE_NOOP("Actions", "Show as of a day"), ("Ctrl+Shift+T",), "history", "customers"
    ),
    ActionSpec(
        "customers.reveal",
        QT_TRANSLATE_NOOP("Actions", "Show masked numbers, which is logged, or mask them again"),
        ("V",),
        "eye",
        "customers",
    ),
    ActionSpec("customers.lock", QT_TRANSLATE_NOOP("Actions", "Lock or unlock the value"), ("L",), "lock", "customers"),
    ActionSpec(
        "learning.apply",
        QT_TRANSLATE_NOOP("Actions", "Learn, as shown"),
        ("Ctrl+Return",),
        "graduation-cap",
        "learning",
    ),
    ActionSpec("learning.leave", QT_TRANSLATE_NOOP("Actions", "Leave it"), ("Esc",), "x", "learning"),
    ActionSpec("rules.save", QT_TRANSLATE_NOOP("Actions", "Save the rules"), ("Ctrl+Return",), "save", "rules"),
    ActionSpec("rules.discard", QT_TRANSLATE_NOOP("Actions", "Discard the changes"), ("Esc",), "x", "rules"),
    ActionSpec("keys.off", QT_TRANSLATE_NOOP("Actions", "Switch the keys of the action off"), ("Del",), "", "keys"),
    ActionSpec("keys.usual", QT_TRANSLATE_NOOP("Actions", "Back to the usual keys"), ("Backspace",), "undo-2", "keys"),
    ActionSpec("history.reverse", QT_TRANSLATE_NOOP("Actions", "Reverse the decision"), ("U",), "undo-2", "history"),
    ActionSpec("history.search", QT_TRANSLATE_NOOP("Actions", "Search decisions"), ("/",), "search", "history"),
    ActionSpec("memory.reverse", QT_TRANSLATE_NOOP("Actions", "Withdraw the decision"), ("U",), "undo-2", "memory"),
    ActionSpec("memory.search", QT_TRANSLATE_NOOP("Actions", "Search pairs"), ("/",), "search", "memory"),
)
