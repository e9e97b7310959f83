"""One item of a batch: one delivery of its task."""

from shared.domain.batch import ItemKey, StoppedBy
from shared.domain.errors import InvalidInputError, NotFoundError, OutreachError, QuotaExceededError
from shared.domain.tasks import Delivery
from shared.services.change_batch import ChangeBatch
from shared.services.claim_item import ClaimedItem, ClaimItem
from shared.services.settle_item import SettleItem
from shared.services.write_item import AllowanceUsedUpError, WriteItem

_FOR_GOOD = (InvalidInputError, NotFoundError)
"""What another attempt would not mend: no name, no such role, a person or a workspace that is gone."""


class RunItem:
    """POST /v1/tasks/run-item. A second delivery of a finished item changes nothing and costs nothing."""

    def __init__(self, claim: ClaimItem, write: WriteItem, settle: SettleItem, change_batch: ChangeBatch) -> None:
        self._claim = claim
        self._write = write
        self._settle = settle
        self._change_batch = change_batch

    def __call__(self, key: ItemKey, generation: int, delivery: Delivery) -> None:
        """Return if nothing remains to be done by this task.

        Raises QuotaExceededError if the provider's quota is used up, and any other error of ours that another attempt
        may mend. The last attempt raises none of them: the failure is recorded, or, for the quota, the batch stopped;
        it stops at once if the workspace has used up its own allowance.
        """
        work = self._claim(key, generation, delivery)
        if work is None:
            return
        try:
            self._write(work)
        except _FOR_GOOD as error:
            self._settle.failed(work, error)
        except AllowanceUsedUpError:
            self._settle.put_back(work)
            self._change_batch.stop(key.workspace_id, key.batch_id, StoppedBy.QUOTA)
        except QuotaExceededError as error:
            self._wait_for_quota(work, error, delivery)
        except OutreachError as error:
            self._try_again(work, error, delivery)

    def _wait_for_quota(self, work: ClaimedItem, error: QuotaExceededError, delivery: Delivery) -> None:
        self._settle.released(work, error)
        if not delivery.is_last:
            raise error
        self._change_batch.stop(work.key.workspace_id, work.key.batch_id, StoppedBy.QUOTA)

    def _try_again(self, work: ClaimedItem, error: OutreachError, delivery: Delivery) -> None:
        if delivery.is_last:
            self._settle.failed(work, error)
            return
        self._settle.released(work, error)
        raise error
