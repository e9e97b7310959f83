"""Who is there, what they may do, and what was done."""

from collections.abc import Callable
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from shared.bootstrap.adapters import SEALING_KEY
from shared.bootstrap.wiring import Wiring

if TYPE_CHECKING:
    from shared.domain.principal import Caller
    from shared.domain.usage_event import UsageEvent
    from shared.ports import Sealer
    from shared.services.authenticate import Authenticate
    from shared.services.change_member import ChangeMember
    from shared.services.change_settings import ChangeSettings
    from shared.services.delete_workspace import DeleteWorkspace
    from shared.services.deliver_webhooks import DeliverWebhooks
    from shared.services.export_audit import ExportAudit
    from shared.services.export_workspace import ExportWorkspace
    from shared.services.fill_demo import FillDemo
    from shared.services.identify import Identify
    from shared.services.invite_member import InviteMember
    from shared.services.list_audit import ListAudit
    from shared.services.manage_api_keys import ManageApiKeys
    from shared.services.manage_webhooks import ManageWebhooks
    from shared.services.open_demo import OpenDemo
    from shared.services.open_workspace import OpenWorkspace
    from shared.services.read_me import ReadMe
    from shared.services.record_audit import RecordAudit
    from shared.services.write_demo_experiment import WriteDemoExperiment
    from shared.services.write_demo_history import WriteDemoHistory


class AccountServices(Wiring):
    """Who is there, what they may do, and what was done."""

    @cached_property
    def authenticate(self) -> "Authenticate":
        from shared.services.authenticate import Authenticate

        return Authenticate(self.store, self.identify, self._read_workspace, self.clock)

    @cached_property
    def change_member(self) -> "ChangeMember":
        from shared.services.change_member import ChangeMember

        return ChangeMember(self.store, self.authenticate, self.clock)

    @cached_property
    def change_settings(self) -> "ChangeSettings":
        from shared.services.change_settings import ChangeSettings

        return ChangeSettings(self.store, self.read_settings)

    @cached_property
    def delete_workspace(self) -> "DeleteWorkspace":
        from shared.services.delete_workspace import DeleteWorkspace

        return DeleteWorkspace(
            self.store, self.read_settings, self._read_workspace, self.clock, self.settings.item_seconds
        )

    @cached_property
    def export_audit(self) -> "ExportAudit":
        from shared.services.export_audit import ExportAudit

        return ExportAudit(self.list_audit, self.record_audit)

    @cached_property
    def export_workspace(self) -> "ExportWorkspace":
        from shared.services.export_workspace import ExportWorkspace

        return ExportWorkspace(self.store, self.read_settings, self.record_audit)

    @cached_property
    def identify(self) -> "Identify":
        from shared.services.identify import Identify

        return Identify(self.store, self._read_workspace, self.verifier, self.clock)

    @cached_property
    def invite_member(self) -> "InviteMember":
        from shared.services.invite_member import InviteMember

        return InviteMember(self.store, self.authenticate, self.clock)

    @cached_property
    def list_audit(self) -> "ListAudit":
        from shared.services.list_audit import ListAudit

        return ListAudit(self.store, self.read_settings, self.clock, timedelta(days=self.settings.audit_days))

    @cached_property
    def manage_api_keys(self) -> "ManageApiKeys":
        from shared.services.manage_api_keys import ManageApiKeys

        return ManageApiKeys(self.store, self.identify, self.clock)

    @cached_property
    def note_usage(self) -> "Callable[[Caller, UsageEvent], None]":
        from shared.services.note_usage import note_usage

        return note_usage

    @cached_property
    def open_demo(self) -> "OpenDemo":
        from shared.services.open_demo import OpenDemo

        return OpenDemo(self.store, self.identify, self._fill_demo)

    def _fill_demo(self) -> "FillDemo":
        from shared.services.fill_demo import FillDemo

        return FillDemo(self.store, self.identify, self.clock, self._demo_history, self.settings.demo_messages)

    def _demo_history(self) -> "tuple[WriteDemoHistory, WriteDemoExperiment]":
        """The writers of the demo's past, which are offline whoever writes today."""
        from shared.bootstrap.adapters import offline_writer
        from shared.prompts.demo_company import demo_company
        from shared.services.plan_generation import PlanGeneration
        from shared.services.write_checked_draft import WriteCheckedDraft
        from shared.services.write_demo_experiment import WriteDemoExperiment
        from shared.services.write_demo_history import PastClock, WriteDemoHistory

        past, deadlines = PastClock(self.clock), self.settings.deadlines
        plan = PlanGeneration(self.store, lambda _: demo_company().settings, past, self.ids, deadlines)
        write = WriteCheckedDraft(offline_writer(past), past, deadlines)
        history = WriteDemoHistory(self.store, plan, write, past, self.clock)
        return history, WriteDemoExperiment(self.store, history, self.clock)

    @cached_property
    def open_workspace(self) -> "OpenWorkspace":
        from shared.services.open_workspace import OpenWorkspace

        return OpenWorkspace(self.store, self.clock)

    @cached_property
    def read_me(self) -> "ReadMe":
        from shared.services.read_me import ReadMe

        return ReadMe(self.store, self._read_workspace)

    @cached_property
    def record_audit(self) -> "RecordAudit":
        from shared.services.record_audit import RecordAudit

        return RecordAudit(self.store, self.clock, self.ids, timedelta(days=self.settings.audit_days))

    @cached_property
    def manage_webhooks(self) -> "ManageWebhooks":
        from shared.services.manage_webhooks import ManageWebhooks

        return ManageWebhooks(self.store, self._sealer, self.deliver_webhooks, self.clock)

    @cached_property
    def deliver_webhooks(self) -> "DeliverWebhooks":
        from shared.adapters.checked_sender import CheckedSender
        from shared.services.deliver_webhooks import DeliverWebhooks

        sender = CheckedSender(self.settings.webhook_seconds, allows_loopback=self.settings.webhook_loopback)
        return DeliverWebhooks(self.store, self._sealer, sender, self.clock, self.settings.item_seconds)

    @cached_property
    def _sealer(self) -> "Sealer":
        from shared.adapters.aes_sealer import AesSealer

        return AesSealer(lambda: self.secrets.get(SEALING_KEY))
