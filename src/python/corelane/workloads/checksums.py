"""A uint32 of what a task returned: equal values have equal ones, in every process and version."""

# Own code returns values of any type.
# pyright: reportUnknownArgumentType=false, reportUnknownVariableType=false

from __future__ import annotations

import sys
import threading
import zlib
from json import dumps

from ..record.faults import text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Iterable

MAX_INT_DIGITS = 4_300

# As `workers/workloads/own-checksum.ts` has them.
MAX_DEPTH = 1_000
TOO_DEEP = (
    f"it returned a value that is nested more than {MAX_DEPTH} levels deep, which has no checksum; return a flatter one"
)

# For `plain` and `find_unfit`, with what they call.
CALLS_PER_LEVEL = 16

# As own code found them.
get_limit, set_limit, crc32 = sys.getrecursionlimit, sys.setrecursionlimit, zlib.crc32

one_at_a_time = threading.Lock()


def checksum(value: object) -> int:
    """The checksum of a value that counts by what it holds; a sentence for any other."""
    if value is None:
        return 0
    if isinstance(value, (bytes, bytearray)):
        return crc32(value)
    if isinstance(value, str):
        return crc32(value.encode("utf-8", "surrogatepass"))
    try:
        return checksum_of_json(value)
    except RecursionError:
        if is_too_deep(value):
            raise TypeError(TOO_DEEP) from None
    try:
        return with_deeper_stack(checksum_of_json, value)
    except RecursionError:
        raise TypeError("it returned a value that is nested too deep for a checksum") from None


def checksum_of_json(value: object) -> int:
    """The checksum of what may hold other values."""
    try:
        text = encode(value)
    except (TypeError, ValueError):
        what, place = find_unfit(value, "", ())
        if what is not None:
            at = f" at {place}" if place else ""
            raise TypeError(
                f"it returned {what}{at}, which has no checksum;"
                " return a number, text, bytes, a list, a dict or a set"
            ) from None
        # Keys of other types, or numbers too long for a text.
        text = encode(plain(value))
    # Each level has a bracket, or stands as a number: most values need no closer look.
    brackets = text.count("[") + text.count("{")
    if (brackets > MAX_DEPTH or '{"set":' in text or '{"dict":' in text) and is_too_deep(value):
        raise TypeError(TOO_DEEP)
    return crc32(text.encode())


def is_too_deep(value: object) -> bool:
    """Whether a value is nested deeper than a result may be, in any language."""
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [part for one in level for part in parts_of(one)]
    return any(is_nested(one) for one in level)


def parts_of(value: Any) -> Iterable[object]:
    """What a value holds; own code may have replaced how its classes go through it."""
    plain_dict: Any = dict
    if isinstance(value, plain_dict):
        return [*plain_dict.keys(value), *plain_dict.values(value)]
    kinds: tuple[Any, ...] = (list, tuple, set, frozenset)
    for kind in kinds:
        if isinstance(value, kind):
            return kind.__iter__(value)
    if hasattr(type(value), "__dataclass_fields__"):
        return dataclass_fields(value, type(value)).values()
    return ()


def is_nested(value: object) -> bool:
    """Whether a value is one more level."""
    return isinstance(value, (dict, list, tuple, set, frozenset)) or hasattr(type(value), "__dataclass_fields__")


def with_deeper_stack(function: Callable[[object], int], value: object) -> int:
    """Calls a function that needs more levels of calls than Python allows at first."""
    with one_at_a_time:
        before = get_limit()
        set_limit(before + MAX_DEPTH * CALLS_PER_LEVEL)
        try:
            return function(value)
        finally:
            set_limit(before)


def encode(value: object) -> str:
    """A value as JSON, with what counts by value in it."""
    return dumps(value, sort_keys=True, default=by_value)


def short_of(value: object) -> int:
    """A value inside one that has no order; its text would be escaped once more by each level around it."""
    return crc32(encode(plain(value)).encode())


def by_value(value: Any) -> object:
    """What JSON does not know, as what it does; TypeError where it does not count by value."""
    if isinstance(value, (bytes, bytearray, memoryview)):
        data = value.tobytes() if isinstance(value, memoryview) else value
        return {"bytes": len(data), "crc32": crc32(data)}
    if isinstance(value, (set, frozenset)):
        return {"set": sorted(short_of(one) for one in value)}
    if isinstance(value, complex):
        return {"complex": [value.real, value.imag]}
    if isinstance(value, range):
        return {"range": [value.start, value.stop, value.step]}
    kind = type(value)
    if isinstance(value, type):
        raise TypeError
    if hasattr(kind, "__dataclass_fields__"):
        return {"class": kind.__qualname__, "fields": dataclass_fields(value, kind)}
    names = {(one.__module__, one.__name__) for one in kind.__mro__}
    if names & BY_TEXT:
        return {kind.__name__: str(value)}
    if names & {("collections", "deque"), ("collections", "UserList")}:
        return list(value)
    if ("enum", "Enum") in names:
        return {"enum": kind.__qualname__, "name": value.name}
    if hasattr(kind, "__fspath__"):
        return {"path": str(value)}
    if hasattr(kind, "tobytes") and hasattr(value, "dtype"):
        # Arrays and numbers of numpy, and of what looks like it.
        if str(value.dtype) == "object":
            raise TypeError
        shape = list(getattr(value, "shape", ()))
        return {"dtype": str(value.dtype), "shape": shape, "crc32": crc32(value.tobytes())}
    if ("array", "array") in names:
        return {"array": value.typecode, "crc32": crc32(value.tobytes())}
    raise TypeError


BY_TEXT = {
    ("decimal", "Decimal"),
    ("fractions", "Fraction"),
    ("uuid", "UUID"),
    ("datetime", "date"),
    ("datetime", "time"),
    ("datetime", "timedelta"),
    ("ipaddress", "_BaseAddress"),
}


def dataclass_fields(value: object, kind: Any) -> dict[str, object]:
    """The fields of a dataclass, by name."""
    return {name: getattr(value, name, None) for name in kind.__dataclass_fields__}


def plain(value: object) -> object:
    """The same value with dicts of any keys as sorted pairs, and long whole numbers as text."""
    if isinstance(value, dict):
        if all(isinstance(key, str) for key in value):
            return {key: plain(one) for key, one in value.items()}
        return {"dict": sorted([short_of(key), short_of(one)] for key, one in value.items())}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    # About 3.3 bits a digit.
    if isinstance(value, int) and value.bit_length() > MAX_INT_DIGITS * 3:
        return {"int": hex(value)}
    return value


def find_unfit(value: object, place: str, around: tuple[object, ...]) -> tuple[str | None, str]:
    """What of a value has no checksum, in words, and where in it."""
    if any(value is one for one in around):
        return f"{article(value)} that contains itself", place
    inside = around + (value,)
    if isinstance(value, dict):
        parts = list(value.items())
    elif isinstance(value, (list, tuple)):
        parts = list(enumerate(value))
    elif isinstance(value, (set, frozenset)):
        unfit = [what for what, _ in (find_unfit(one, "", inside) for one in value) if what]
        return (f"a set with {unfit[0]}" if unfit else None), place
    else:
        return (None if is_fit(value) else article(value)), place
    for key, one in parts:
        if isinstance(value, dict):
            what, _ = find_unfit(key, "", inside)
            if what is not None:
                return f"a dict with a key that is {what}", place
        what, where = find_unfit(one, f"{place}[{short(key)}]", inside)
        if what is not None:
            return what, where
    return None, place


def is_fit(value: object) -> bool:
    """Whether a value that holds no others has a checksum."""
    if value is None or isinstance(value, (str, int, float)):
        return True
    try:
        encode(plain(by_value(value)))
    except (TypeError, ValueError, RecursionError):
        return False
    return True


def short(key: object) -> str:
    """A key as its place names it."""
    try:
        text = repr(key)
    except BaseException as error:
        text = text_of(error)
    return text if len(text) <= 60 else text[:60] + "…"


def article(value: object) -> str:
    """`a set`, `an object`."""
    name = type(value).__name__
    return f"an {name}" if name[:1].lower() in "aeiou" else f"a {name}"
