"""An import-linter contract that names the libraries which packages may use, so that a new one is refused unnamed."""

import sys
from typing import Any

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class AllowedLibrariesContract(Contract):
    """Packages import nothing outside this project but the standard library and the `libraries` named.

    modules: packages that the contract is about, with all that is in them.
    libraries: top-level names of the libraries that they may import.
    """

    modules: Any = fields.ListField(subfield=fields.StringField())
    libraries: Any = fields.SetField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002 - import-linter's signature
        """Collect each import of another library."""
        ours = set(self.session_options["root_packages"])
        allowed = ours | set(sys.stdlib_module_names) | set(self.libraries)
        refused = [
            f"{importer} -> {library}"
            for package in self.modules
            for importer in sorted({package, *graph.find_descendants(package)})
            for library in sorted(graph.find_modules_directly_imported_by(importer))
            if library.partition(".")[0] not in allowed
        ]
        return ContractCheck(kept=not refused, metadata={"refused": refused})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print one line for each import that the contract does not allow."""
        for line in check.metadata["refused"]:
            output.print_error(line)
