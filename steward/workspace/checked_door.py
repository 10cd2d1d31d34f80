"""The check at the door: what a verb of ``Workspace`` is handed is of the kind that its signature names.

Scripts hand in anything. Asked once here, before a transaction begins, no verb behind the door has to doubt the kind
of what it gets; whether an id or an attribute exists is for the verb to say.
"""

from __future__ import annotations

import ast
import functools
import inspect
import math
import operator
import os
import reprlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from steward.domain.errors import StewardError

Door = TypeVar("Door")
#: Gives the value as the verb wants it, or raises _Wrong.
Check = Callable[[object], object]

#: The store counts no further.
_LAST_NUMBER = (1 << 63) - 1
#: Parameters that say how many: never fewer than none.
_COUNTS = frozenset({"limit", "offset", "size", "minutes"})
#: Parameters that name what an act is about, each once.
_NAMED_ONCE = frozenset({"record_ids", "other_ids", "cluster_ids", "row_ids"})


def checks_arguments(door: type[Door]) -> type[Door]:
    """The class, its public verbs refusing arguments of a wrong kind with one sentence; nothing is changed then."""
    members = {name: member for owner in reversed(door.__mro__) for name, member in vars(owner).items()}
    for name, member in members.items():
        verb = member.__func__ if isinstance(member, classmethod | staticmethod) else member
        if not name.startswith("_") and inspect.isfunction(verb):
            checked: Any = _checked(verb)
            setattr(door, name, type(member)(checked) if verb is not member else checked)
    return door


class _Wrong(Exception):  # noqa: N818 - it never leaves this module
    """A value is of another kind; ``str()`` says what to give."""


def _checked(verb: Callable[..., Any]) -> Callable[..., Any]:
    signature = inspect.signature(verb)
    checks = {
        name: _check_of(parameter)
        for name, parameter in signature.parameters.items()
        if parameter.annotation is not parameter.empty
    }

    @functools.wraps(verb)
    def call(*positional: object, **named: object) -> object:
        # A missing argument is a mistake in the script itself and stays Python's own TypeError.
        given = signature.bind(*positional, **named)
        for name, value in given.arguments.items():
            if name not in checks:
                continue
            try:
                given.arguments[name] = checks[name](value)
            except _Wrong as err:
                raise StewardError(
                    f"{verb.__name__} can't take {reprlib.repr(value)} as {name}; give {err}.", code="wrong_argument"
                ) from None
        return verb(*given.args, **given.kwargs)

    return call


def _check_of(parameter: inspect.Parameter) -> Check:
    check = _meant_by(ast.parse(str(parameter.annotation), mode="eval").body, parameter.name)
    return _list_of(check, is_once=False) if parameter.kind is parameter.VAR_POSITIONAL else check


def _meant_by(annotation: ast.expr, parameter: str) -> Check:
    """The check that an annotation stands for."""
    if isinstance(annotation, ast.BinOp):
        return _any_of(_meant_by(annotation.left, parameter), _meant_by(annotation.right, parameter))
    if isinstance(annotation, ast.Constant) and annotation.value is None:
        return _none
    kind = annotation.value if isinstance(annotation, ast.Subscript) else annotation
    name = kind.id if isinstance(kind, ast.Name) else ""
    if isinstance(annotation, ast.Subscript) and name in ("Iterable", "Sequence"):
        return _list_of(_meant_by(annotation.slice, parameter), is_once=parameter in _NAMED_ONCE)
    if name == "int" and parameter in _COUNTS:
        return _count
    return _CHECKS.get(name) or functools.partial(_instance, name)


def _any_of(first: Check, second: Check) -> Check:
    def check(value: object) -> object:
        try:
            return first(value)
        except _Wrong as one:
            try:
                return second(value)
            except _Wrong as other:
                raise _Wrong(f"{one} or {other}") from None

    return check


def _list_of(check: Check, *, is_once: bool) -> Check:
    def check_all(value: object) -> object:
        if not isinstance(value, Iterable) or isinstance(value, str | bytes | Mapping):
            raise _Wrong("a list")
        found = [check(one) for one in value]
        if is_once and len(set(found)) < len(found):
            raise _Wrong(f"each once, {Counter(found).most_common(1)[0][0]} is there twice")
        return found

    return check_all


def _none(value: object) -> object:
    if value is not None:
        raise _Wrong("nothing")
    return value


def _number(value: object) -> object:
    try:
        # An index: numbers of other libraries count as well.
        found = None if isinstance(value, bool) else operator.index(value)  # type: ignore[arg-type]  # it may be none
    except TypeError:
        found = None
    if found is None or abs(found) > _LAST_NUMBER:
        raise _Wrong("a whole number")
    return found


def _count(value: object) -> object:
    found = _number(value)
    if not isinstance(found, int) or found < 0:
        raise _Wrong("a whole number, 0 or more")
    return found


def _share(value: object) -> object:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not math.isfinite(value):  # type: ignore[arg-type]  # it is a number here
        raise _Wrong("a number")
    return float(value)  # type: ignore[arg-type]  # it is a number here


def _text(value: object) -> object:
    if not isinstance(value, str) or not _can_be_stored(value):
        raise _Wrong("a text")
    return value


def _can_be_stored(text: str) -> bool:
    try:
        return b"\0" not in text.encode()
    except UnicodeEncodeError:
        return False


def _truth(value: object) -> object:
    if not isinstance(value, bool):
        raise _Wrong("True or False")
    return value


def _path(value: object) -> object:
    text = os.fspath(value) if isinstance(value, os.PathLike) else value
    if not isinstance(text, str) or not _can_be_stored(text):
        raise _Wrong("a path")
    return value


def _mapping(value: object) -> object:
    if not isinstance(value, Mapping):
        raise _Wrong("texts by name")
    for item in value.items():
        for part in item:
            _text(part)
    return value


def _moment(value: object) -> object:
    # Whether a text is a date, and a number an entry, is told where they are read.
    if not isinstance(value, int | float | str | date):
        raise _Wrong("a date or the number of a decision")
    return value


def _function(value: object) -> object:
    if not callable(value):
        raise _Wrong("a function")
    return value


def _progress(value: object) -> object:
    if not all(callable(getattr(value, name, None)) for name in ("report", "check")):
        raise _Wrong("something with report and check")
    return value


def _instance(name: str, value: object) -> object:
    """Something of a class that is known here by its name only."""
    if not any(base.__name__ == name for base in type(value).__mro__):
        raise _Wrong(f"a {name}")
    return value


_CHECKS: dict[str, Check] = {
    "int": _number,
    "RecordId": _number,
    "float": _share,
    "str": _text,
    "bool": _truth,
    "Path": _path,
    "Mapping": _mapping,
    "AsOf": _moment,
    "Callable": _function,
    "Progress": _progress,
}
