"""Where a user's own module lies: its name, the folder to search, what it hides."""

from __future__ import annotations

import os
import sys
import unittest
from zipfile import ZipFile

from corelane.own_code.library import CORELANE, in_order, searched_before
from corelane.own_code.own_place import place_of
from helpers import FolderCase


def searched_last() -> list[str]:
    """The search path without what goes before the library."""
    before = searched_before()
    return [one for one in sys.path if os.path.abspath(one) not in (*before, CORELANE)]


class Places(FolderCase):
    """`place_of` of files as users have them."""

    def setUp(self) -> None:
        super().setUp()
        before = list(sys.path)
        sys.path[:] = in_order(searched_last())
        self.addCleanup(sys.path.__setitem__, slice(None), before)

    def test_a_file_by_itself_has_its_own_name(self) -> None:
        path = self.write("thumbs.py")
        place = place_of(path)
        self.assertEqual((place["name"], place["root"], place["last"]), ("thumbs", self.folder, None))
        self.assertEqual((place["files"], place["pin"], place["evict"]), ({}, [], []))

    def test_a_module_of_a_package_has_its_dotted_name(self) -> None:
        self.write("shop/__init__.py")
        self.write("shop/orders/__init__.py")
        path = self.write("shop/orders/total.py")
        place = place_of(path)
        self.assertEqual(place["name"], "shop.orders.total")
        self.assertEqual(place["root"], self.folder)
        self.assertEqual(place["last"], os.path.dirname(path))

    def test_the_package_itself_has_its_name(self) -> None:
        place = place_of(self.write("shop/__init__.py"))
        self.assertEqual((place["name"], place["root"]), ("shop", self.folder))

    def test_relative_imports_make_a_package_of_a_folder_without_init(self) -> None:
        path = self.write("tools/deep/work.py", "from ..shared import value\n")
        place = place_of(path)
        self.assertEqual((place["name"], place["root"]), ("tools.deep.work", self.folder))

    def test_an_odd_name_is_found_by_its_path(self) -> None:
        path = self.write("my.work.py")
        place = place_of(path)
        self.assertEqual(place["name"], "corelane_own_my_work")
        self.assertEqual(place["files"], {"corelane_own_my_work": path})

    def test_the_name_of_a_standard_module_is_found_by_its_path(self) -> None:
        path = self.write("random.py")
        place = place_of(path)
        self.assertEqual(place["name"], "corelane_own_random")
        self.assertEqual(place["files"]["corelane_own_random"], path)

    def test_what_a_folder_hides_is_kept_or_given_up(self) -> None:
        self.write("json.py")
        self.write("queue.py")
        place = place_of(self.write("work.py", "import queue\n"))
        self.assertEqual((place["pin"], place["evict"]), (["json"], ["queue"]))

    def test_what_the_search_path_hides_counts_too(self) -> None:
        self.write("hooks/queue.py")
        self.write("hooks/selectors/__init__.py")
        self.write("hooks/socket/notes.py")
        self.write("hooks/bisect.so")
        with ZipFile(os.path.join(self.folder, "more.zip"), "w") as archive:
            archive.writestr("pickle.py", "")
            archive.writestr("typing/__init__.py", "")
            archive.writestr("notes/json.py", "")
        path = self.write("app/work.py", "import selectors\n")
        self.write("app/parts/deep.py", "load = importlib.import_module('pickle')\n")
        sys.path[:0] = [os.path.join(self.folder, "hooks"), os.path.join(self.folder, "more.zip")]
        place = place_of(path)
        self.assertEqual(place["before"], [os.path.join(self.folder, "app"), *sys.path[:2]])
        self.assertEqual((place["pin"], place["evict"]), (["bisect", "queue", "typing"], ["pickle", "selectors"]))

    def test_what_is_built_in_cannot_be_hidden(self) -> None:
        self.assertIn("time", sys.builtin_module_names)
        self.write("time.py")
        place = place_of(self.write("work.py", "import time\n"))
        self.assertEqual((place["pin"], place["evict"]), ([], []))


if __name__ == "__main__":
    unittest.main()
