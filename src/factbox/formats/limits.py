"""How much is read of a file that anybody may have made: what is more is refused in words, or told as left out."""

# Bytes of a file: eight million words of plain text.
LARGEST = 50_000_000
# Bytes that one zip file may unpack to, all its entries together, and how many of them there may be.
LARGEST_UNPACKED, MOST_ENTRIES = 512 * 1024**2, 20_000
# An entry that unpacks to more than FREE may be at most RATIO times what it is packed, and so may all of them if
# they unpack to more than FREE_TOGETHER: texts pack to a third.
FREE, FREE_TOGETHER, RATIO = 4 * 1024**2, 16 * 1024**2, 200
# Paragraphs of a text.
MOST_BLOCKS = 200_000
# Characters in a row without a space: Qt lays these out in square time, and would never be done with more.
LONGEST_WORD = 100_000
# Stretches of a paragraph that are bold, italic or a link.
MOST_SPANS = 1_000
# How deep elements of a document, or groups of Rich Text, may stand in each other; and blocks of Markdown.
DEEPEST_MARKUP, DEEPEST_MARKDOWN = 1_000, 150
# Pages of a PDF, and seconds in which its text must be found.
MOST_PAGES, LONGEST_SEARCH = 5_000, 90.0
