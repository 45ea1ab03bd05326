"""The Consultant: asks others what they count in the text, away from the window and from the ledger."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from factbox.document import Block
from factbox.metrics.opinion import opinions
from factbox.session.tasks import Errands


class Consultant(QObject):
    """Gets second opinions when they are asked for, and only then.

    Signals:
        opined: What the others say, a tuple of Opinion.
        failed: They could not be asked; tells why.
    """

    opined = Signal(object)
    failed = Signal(str)

    def __init__(self, owner: QObject, blocks: Callable[[], tuple[Block, ...]]) -> None:
        super().__init__(owner)
        self._blocks = blocks
        self._errands = Errands(self)

    @Slot()
    def consult(self) -> None:
        """Ask about the text as it is now; `opined` or `failed` follows."""
        blocks = self._blocks()
        self._errands.run(lambda: opinions(blocks), self.opined.emit, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self.opined.emit(())
        self.failed.emit(f"{type(error).__name__}: {error}")
