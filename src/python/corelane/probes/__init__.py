"""Small programs that each try one claim about threads and processes."""
