"""Locates a user's own module, and determines the name it is imported by.

Found once, before anything is measured: `Own` is plain data, which any process or interpreter can be
given. A module of a package has its dotted name; what else would be hidden by it, or hide it, is named.
"""

from __future__ import annotations

import os
import re
import sys

from .library import LOADED_EARLY, STRANGE, is_standard, searched_before

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..shapes import Own

RELATIVE = re.compile(rb"^[ \t]*from[ \t]+(\.+)", re.MULTILINE)

# A folder with more files is not looked through.
FILES_LIMIT = 500
BYTES_LIMIT = 1_000_000

# What Python itself looks for among the loaded modules while it runs: no file of a user's own may be there.
LOOKED_UP = ("copyreg", "warnings")

def place_of(path: str) -> Own:
    """What `own_import` needs to import this file, as plain data.

    name    what it is imported by
    root    the folder to search first: its own, or the one that holds its outermost package
    last    the folder to search last, of a module in a package; else None
    files   modules that only their path finds: name to path, or a package's folder
    before  what is searched before the standard library: `root`, and what else a user has put there
    pin     modules of the standard library that a file there would hide, though own code does not import them
    evict   the same, where own code does: it gets its own
    """
    path = os.path.abspath(path)
    folder, file = os.path.split(path)
    stem = os.path.splitext(file)[0]
    packages, root = packages_of(folder, relative_depth(path, folder))
    names = [os.path.basename(one) for one in packages]
    parts = names if stem == "__init__" and names else names + [stem]
    name = ".".join(parts)
    files: dict[str, str] = {}
    if is_odd(parts, path, root):
        parts = [one.replace(".", "_") for one in parts]
        parts[0] = "corelane_own_" + parts[0]
        name = ".".join(parts)
        for depth, package in enumerate(packages):
            files[".".join(parts[: depth + 1])] = package
        files.setdefault(name, path)
    before = list(dict.fromkeys([root, *searched_before()]))
    pin, evict = hidden_modules(before, folder)
    last = folder if packages else None
    return {
        "path": path,
        "name": name,
        "root": root,
        "last": last,
        "files": files,
        "before": before,
        "pin": pin,
        "evict": evict,
    }


def packages_of(folder: str, depth: int) -> tuple[list[str], str]:
    """The folders of the packages around a module, outermost first, and the folder that holds them.

    Those with an `__init__.py`, and as many without as its relative imports need.
    """
    packages: list[str] = []
    while os.path.isfile(os.path.join(folder, "__init__.py")) or len(packages) < depth:
        outer = os.path.dirname(folder)
        if outer == folder:
            break
        packages.insert(0, folder)
        folder = outer
    return packages, folder


def relative_depth(path: str, folder: str) -> int:
    """The maximum number of dots of a relative import in a file; where it has any, in those beside it too."""
    own = max_dots(path)
    return max([own] + [max_dots(one) for one in python_files(folder)]) if own else 0


def max_dots(path: str) -> int:
    """The maximum number of dots of a relative import in a file; 0 where it has none."""
    return max([len(dots) for dots in RELATIVE.findall(read_start(path))] or [0])


def read_start(path: str) -> bytes:
    """A file's first bytes; none where it can't be read: importing it will say why."""
    try:
        with open(path, "rb") as file:
            return file.read(BYTES_LIMIT)
    except OSError:
        return b""


def python_files(folder: str) -> list[str]:
    """The Python files in a folder."""
    return [path for path in entries(folder) if path.endswith(".py")]


def entries(folder: str) -> list[str]:
    """The paths of what lies in a folder, in order; none where it cannot be read."""
    return [os.path.join(folder, name) for name in list_names(folder)[:FILES_LIMIT]]


def is_odd(parts: list[str], path: str, root: str) -> bool:
    """Whether the usual search would not find this file by its name, or find another."""
    from importlib.machinery import PathFinder

    top = parts[0]
    if any("." in one or not one for one in parts):
        return True
    if is_standard(top) or top in sys.modules or top == "corelane_agent":
        return True
    if len(parts) > 1:
        return False
    try:
        found = PathFinder.find_spec(top, [root])
    except Exception:
        return True
    return found is None or not is_same(found.origin, path)


def is_same(one: str | None, other: str) -> bool:
    """Whether two paths are one file."""
    return one is not None and os.path.realpath(one) == os.path.realpath(other)


def hidden_modules(before: list[str], folder: str) -> tuple[list[str], list[str]]:
    """The modules of the standard library, and Corelane, that are hidden by what is searched first: to keep, and to give up."""
    import _imp

    hidden: list[str] = []
    for name in sorted({one for place in before for one in modules_in(place)}):
        # What is built in or frozen is found before any file; what Python itself needs is there already.
        early = name in sys.builtin_module_names or _imp.is_frozen(name) or name in LOADED_EARLY
        if not early and (is_standard(name) or name == "corelane"):
            hidden.append(name)
    loaded = sorted({name.partition(".")[0] for name in STRANGE})
    if not hidden and not loaded:
        return [], []
    texts = [read_start(one) for place in [*before, folder] for one in python_files_below(place)]
    evict = [name for name in hidden if name not in LOOKED_UP and any(imports(text, name) for text in texts)]
    evict += [name for name in loaded if name not in evict]
    return [name for name in hidden if name not in evict], evict


def modules_in(place: str) -> set[str]:
    """The names of the modules that lie in a folder or an archive."""
    from importlib.machinery import all_suffixes

    suffixes = tuple(all_suffixes())
    names = names_in_archive(place) if os.path.isfile(place) else list_names(place)
    found: set[str] = set()
    for name in names:
        first, _, rest = name.partition("/")
        is_package = rest == "__init__.py" or (not rest and os.path.isfile(os.path.join(place, name, "__init__.py")))
        if is_package or (not rest and name.endswith(suffixes)):
            found.add(first.partition(".")[0])
    return found


def names_in_archive(path: str) -> list[str]:
    """The paths inside an archive that Python imports from; none where it is none."""
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(path) as archive:
            return archive.namelist()
    except (OSError, BadZipFile):
        return []


def list_names(folder: str) -> list[str]:
    """What a folder holds; nothing where it cannot be read."""
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def python_files_below(folder: str) -> list[str]:
    """The first Python files in a folder and the packages in it."""
    found: list[str] = []
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if one.isidentifier() and one != "node_modules")
        found += [os.path.join(place, one) for one in sorted(files) if one.endswith(".py")]
        if len(found) >= FILES_LIMIT:
            break
    return found[:FILES_LIMIT]


def imports(text: bytes, name: str) -> bool:
    """Whether a file's text imports a module of this name."""
    # Each blank fits in one place only: in two, a long line would be tried more often than there is time for.
    pattern = rb"^[ \t]*(?:from[ \t]+%s\b|import[ \t](?:[\w. \t]+,)*[ \t]*%s\b)|import(?:_module|__)\([ \t]*[\"']%s\b"
    word = re.escape(name.encode("utf-8"))
    return re.search(pattern % (word, word, word), text, re.MULTILINE) is not None
