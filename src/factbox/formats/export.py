"""A version as it is handed out: below its title, with its Level or without."""

from factbox.document import Block, Document, Role
from factbox.translation import _


def titled(title: str, blocks: tuple[Block, ...], level: str = "") -> Document:
    """Make a document for handing out, for any format to write.

    Args:
        title: What stands above the text, once even if the text begins with it; an empty one is none.
        blocks: The text.
        level: Its Level in words, as in "about grade 5"; nothing is said of it where this is empty.
    """
    head = [Block(title, Role.HEADING)] if title.strip() else []
    if head and blocks and blocks[0].text.strip() == title.strip():
        blocks = blocks[1:]
    if level:
        head.append(Block(_("Level: {level}").format(level=level)))
    return Document((*head, *blocks) or (Block(""),))
