"""Locates a user's own module, and determines the name it is imported by.

Found once, before anything is measured: `Own` is plain data, which any process or interpreter can be
given. A module of a package has its dotted name; what else would be hidden by it, or hide it, is named.
"""

from __future__ import annotations

import os
import re
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..shapes import Own

RELATIVE = re.compile(rb"^[ \t]*from[ \t]+(\.+)", re.MULTILINE)

# A folder with more files is not looked through.
FILES_LIMIT = 500
BYTES_LIMIT = 1_000_000

# What every Python has loaded before it runs a file; frozen from 3.11 on.
LOADED_EARLY = ("abc", "codecs", "encodings", "genericpath", "io", "ntpath", "os", "posixpath", "site", "stat")


def place_of(path: str) -> Own:
    """What `own_import` needs to import this file, as plain data.

    name    what it is imported by
    root    the folder to search first: its own, or the one that holds its outermost package
    last    the folder to search last, of a module in a package; else None
    files   modules that only their path finds: name to path, or a package's folder
    pin     modules of the standard library that a file in `root` would hide, though own code does not
            import them
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
    pin, evict = hidden_modules(root, folder)
    last = folder if packages else None
    return {
        "path": path,
        "name": name,
        "root": root,
        "last": last,
        "files": files,
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
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    return [os.path.join(folder, name) for name in sorted(names)[:FILES_LIMIT]]


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


def is_standard(name: str) -> bool:
    """Whether the standard library has a module of this name."""
    known = getattr(sys, "stdlib_module_names", None)
    if known is not None:
        return name in known
    if name in sys.builtin_module_names:
        return True
    from importlib.machinery import PathFinder

    folder = os.path.dirname(os.__file__)
    found = PathFinder.find_spec(name, [folder, os.path.join(folder, "lib-dynload")])
    return found is not None and found.origin is not None


def hidden_modules(root: str, folder: str) -> tuple[list[str], list[str]]:
    """The modules of the standard library that files in a folder hide: to keep, and to give up."""
    import _imp

    hidden: list[str] = []
    for path in entries(root):
        stem, ending = os.path.splitext(os.path.basename(path))
        is_package = os.path.isfile(os.path.join(path, "__init__.py"))
        # What is built in or frozen is found before any file; what Python itself needs is there already.
        early = stem in sys.builtin_module_names or _imp.is_frozen(stem) or stem in LOADED_EARLY
        if (ending == ".py" or is_package) and not early and is_standard(stem):
            hidden.append(stem)
    if not hidden:
        return [], []
    texts = [read_start(one) for one in python_files(root)]
    if folder != root:
        texts += [read_start(one) for one in python_files(folder)]
    evict = [name for name in hidden if any(imports(text, name) for text in texts)]
    return [name for name in hidden if name not in evict], evict


def imports(text: bytes, name: str) -> bool:
    """Whether a file's text imports a module of this name."""
    # Each blank fits in one place only: in two, a long line would be tried more often than there is time for.
    pattern = rb"^[ \t]*(?:from[ \t]+%s\b|import[ \t](?:[\w. \t]+,)*[ \t]*%s\b)"
    word = re.escape(name.encode("utf-8"))
    return re.search(pattern % (word, word), text, re.MULTILINE) is not None
