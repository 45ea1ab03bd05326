"""Images as the bytes of a file."""

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage


def png(image: QImage) -> bytes:
    """Write an image as PNG; it may be called in any thread."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes here, Qt does not
    return bytes(buffer.data().data())
