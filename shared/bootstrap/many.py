"""Many people at once: imports, batches, schedules."""

from functools import cached_property
from typing import TYPE_CHECKING

from shared.bootstrap.wiring import Wiring

if TYPE_CHECKING:
    from shared.bootstrap.batches import BatchServices
    from shared.services.create_import import CreateImport
    from shared.services.export_import_errors import ExportImportErrors
    from shared.services.fire_schedule import FireSchedule
    from shared.services.list_imports import ListImports
    from shared.services.list_schedules import ListSchedules
    from shared.services.map_import import MapImport
    from shared.services.read_import import ReadImport
    from shared.services.run_tick import RunTick
    from shared.services.save_schedule import SaveSchedule


class BulkServices(Wiring):
    """Many people at once: imports, batches, schedules."""

    @cached_property
    def batches(self) -> "BatchServices":
        from shared.bootstrap.batches import batch_services

        return batch_services(self, self._plan, self.reserve_messages)

    @cached_property
    def create_import(self) -> "CreateImport":
        from shared.services.create_import import CreateImport

        return CreateImport(self.store, self._open_people, self.read_settings, self.clock, self.ids)

    @cached_property
    def export_import_errors(self) -> "ExportImportErrors":
        from shared.services.export_import_errors import ExportImportErrors

        return ExportImportErrors(self.store)

    @cached_property
    def fire_schedule(self) -> "FireSchedule":
        from shared.services.fire_schedule import FireSchedule

        return FireSchedule(self.store, self.batches.start, self.list_follow_ups, self.clock)

    @cached_property
    def list_imports(self) -> "ListImports":
        from shared.services.list_imports import ListImports

        return ListImports(self.store, self.clock)

    @cached_property
    def list_schedules(self) -> "ListSchedules":
        from shared.services.list_schedules import ListSchedules

        return ListSchedules(self.store, self.clock)

    @cached_property
    def map_import(self) -> "MapImport":
        from shared.services.map_import import MapImport

        return MapImport(self.store, self.list_imports, self.read_settings, self.ids)

    @cached_property
    def read_import(self) -> "ReadImport":
        from shared.services.read_import import ReadImport

        return ReadImport(self._open_people)

    @cached_property
    def run_tick(self) -> "RunTick":
        from shared.bootstrap.clock import tick

        return tick(self, self.fire_schedule, self.batches.restart)

    @cached_property
    def save_schedule(self) -> "SaveSchedule":
        from shared.services.save_schedule import SaveSchedule

        return SaveSchedule(self.store, self.read_settings, self.clock)
