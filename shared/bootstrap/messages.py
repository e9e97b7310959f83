"""Messages: how they are written, checked, found, and what becomes of them."""

from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from shared.bootstrap.wiring import Wiring

if TYPE_CHECKING:
    from shared.services.approve_message import ApproveMessage
    from shared.services.approve_messages import ApproveMessages
    from shared.services.assign_messages import AssignMessages
    from shared.services.change_follow_up import ChangeFollowUp
    from shared.services.change_message import ChangeMessage
    from shared.services.change_messages import ChangeMessages
    from shared.services.check_edit import CheckEdit
    from shared.services.check_text import CheckText
    from shared.services.edit_message import EditMessage
    from shared.services.examine_message import ExamineMessage
    from shared.services.export_messages import ExportMessages
    from shared.services.export_person import ExportPerson
    from shared.services.fold_counters import FoldCounters
    from shared.services.generate_message import GenerateMessage
    from shared.services.import_history import ImportHistory
    from shared.services.list_messages import ListMessages
    from shared.services.list_prospects import ListProspects
    from shared.services.list_summaries import ListSummaries
    from shared.services.manage_suppressions import ManageSuppressions
    from shared.services.preview_prompt import PreviewPrompt
    from shared.services.read_allowances import ReadAllowances
    from shared.services.read_metrics import ReadMetrics
    from shared.services.read_person import ReadPerson
    from shared.services.read_reply import ReadReply
    from shared.services.read_signals import ReadSignals
    from shared.services.read_timeline import ReadTimeline
    from shared.services.record_audit import RecordAudit
    from shared.services.record_outcome import RecordOutcome
    from shared.services.recount_counters import RecountCounters
    from shared.services.reject_message import RejectMessage
    from shared.services.transfer_suppressions import TransferSuppressions
    from shared.services.write_checked_draft import WriteCheckedDraft


class MessageServices(Wiring):
    """Messages: how they are written, checked, found, and what becomes of them."""

    @cached_property
    def approve_message(self) -> "ApproveMessage":
        from shared.services.approve_message import ApproveMessage

        return ApproveMessage(self.store, self._change_message, self.clock)

    @cached_property
    def approve_messages(self) -> "ApproveMessages":
        from shared.services.approve_messages import ApproveMessages

        return ApproveMessages(self.store, self.approve_message, self.list_messages, self.clock)

    @cached_property
    def assign_messages(self) -> "AssignMessages":
        from shared.services.assign_messages import AssignMessages

        return AssignMessages(self.store, self._change_message, self.clock)

    @cached_property
    def change_follow_up(self) -> "ChangeFollowUp":
        from shared.services.change_follow_up import ChangeFollowUp

        return ChangeFollowUp(self.store, self._change_message, self.read_settings, self.clock)

    @cached_property
    def _change_message(self) -> "ChangeMessage":
        from shared.services.change_message import ChangeMessage

        return ChangeMessage(self.store, self.clock)

    @cached_property
    def change_messages(self) -> "ChangeMessages":
        from shared.services.change_messages import ChangeMessages

        return ChangeMessages(self.list_messages, self.reject_message, self.record_outcome, self.ids)

    @cached_property
    def check_edit(self) -> "CheckEdit":
        from shared.services.check_edit import CheckEdit

        return CheckEdit(self.list_messages, self._examine_message)

    @cached_property
    def check_text(self) -> "CheckText":
        from shared.services.check_text import CheckText

        return CheckText(self.store, self.read_settings, self.clock)

    @cached_property
    def edit_message(self) -> "EditMessage":
        from shared.services.edit_message import EditMessage

        return EditMessage(self._change_message, self._examine_message, self.clock)

    @cached_property
    def _examine_message(self) -> "ExamineMessage":
        from shared.services.examine_message import ExamineMessage
        from shared.services.find_similar import FindSimilar

        return ExamineMessage(self.store, self.read_settings, FindSimilar(self.store), self.clock)

    @cached_property
    def export_messages(self) -> "ExportMessages":
        from shared.services.export_messages import ExportMessages

        return ExportMessages(self.store, self.list_messages, self._record_exports, self.clock)

    @cached_property
    def export_person(self) -> "ExportPerson":
        from shared.services.export_person import ExportPerson

        return ExportPerson(self.store, self.read_person)

    @cached_property
    def fold_counters(self) -> "FoldCounters":
        from shared.services.fold_counters import FoldCounters

        return FoldCounters(self.store, self.clock)

    @cached_property
    def generate_message(self) -> "GenerateMessage":
        from shared.services.find_similar import FindSimilar
        from shared.services.generate_message import GenerateMessage

        return GenerateMessage(
            self.store,
            self._plan,
            self._write,
            self.writer,
            self.clock,
            self.ids,
            self.reserve_messages,
            FindSimilar(self.store),
        )

    @cached_property
    def import_history(self) -> "ImportHistory":
        from shared.services.import_history import ImportHistory
        from shared.services.keep_history import KeepHistory

        keep = KeepHistory(self.store, self.clock)
        return ImportHistory(self.store, self._open_people, self.read_settings, keep, self.clock)

    @cached_property
    def list_messages(self) -> "ListMessages":
        from shared.services.list_messages import ListMessages

        return ListMessages(self.store, self.read_settings)

    @cached_property
    def list_prospects(self) -> "ListProspects":
        from shared.services.list_prospects import ListProspects

        return ListProspects(self.store)

    @cached_property
    def list_summaries(self) -> "ListSummaries":
        from shared.services.list_summaries import ListSummaries

        return ListSummaries(self.store)

    @cached_property
    def manage_suppressions(self) -> "ManageSuppressions":
        from shared.services.manage_suppressions import ManageSuppressions

        return ManageSuppressions(self.store, self.clock)

    @cached_property
    def preview_prompt(self) -> "PreviewPrompt":
        from shared.services.preview_prompt import PreviewPrompt

        return PreviewPrompt(self.store, self._plan)

    @cached_property
    def read_allowances(self) -> "ReadAllowances":
        from shared.services.read_allowances import ReadAllowances

        return ReadAllowances(self.store, self.read_settings, self.clock)

    @cached_property
    def read_metrics(self) -> "ReadMetrics":
        from shared.services.read_metrics import ReadMetrics

        return ReadMetrics(self.store, self.read_settings, self.clock)

    @cached_property
    def read_reply(self) -> "ReadReply":
        from shared.services.read_reply import ReadReply

        return ReadReply(self.record_outcome, self.read_settings, self.clock)

    @cached_property
    def read_person(self) -> "ReadPerson":
        from shared.services.read_person import ReadPerson

        return ReadPerson(self.store, self._record_exports)

    @cached_property
    def read_timeline(self) -> "ReadTimeline":
        from shared.services.read_timeline import ReadTimeline

        return ReadTimeline(self.store)

    @cached_property
    def read_signals(self) -> "ReadSignals":
        from shared.services.read_signals import ReadSignals

        return ReadSignals(self.store, self.read_settings, self.read_metrics, self.clock)

    @cached_property
    def _record_exports(self) -> "RecordAudit":
        from shared.services.record_audit import RecordAudit

        return RecordAudit(self.store, self.clock, self.ids, timedelta(days=self.settings.audit_days))

    @cached_property
    def record_outcome(self) -> "RecordOutcome":
        from shared.services.record_outcome import RecordOutcome

        return RecordOutcome(self.store, self._change_message, self.read_settings, self.clock)

    @cached_property
    def recount_counters(self) -> "RecountCounters":
        from shared.services.recount_counters import RecountCounters

        return RecountCounters(self.store)

    @cached_property
    def reject_message(self) -> "RejectMessage":
        from shared.services.reject_message import RejectMessage

        return RejectMessage(self._change_message, self.clock)

    @cached_property
    def transfer_suppressions(self) -> "TransferSuppressions":
        from shared.services.transfer_suppressions import TransferSuppressions

        return TransferSuppressions(self.store, self.clock)

    @cached_property
    def _write(self) -> "WriteCheckedDraft":
        from shared.services.write_checked_draft import WriteCheckedDraft

        return WriteCheckedDraft(self.writer, self.clock, self.settings.deadlines)
