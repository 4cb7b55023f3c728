"""Plain text: one block a line that is not blank."""

from analysis.reading.decode import decode
from analysis.reading.draft import Block, Draft, Source
from analysis.reading.lines import numbered_lines


def read_text(source: Source) -> Draft:
    """A text file; numbers and headings stand in the text as typed, so every line is a paragraph."""
    decoded = decode(source.data)
    blocks = [Block(f"第{number}行", "paragraph", line) for number, line in numbered_lines(decoded.text)]
    return Draft("txt", blocks, encoding=decoded.encoding, warnings=decoded.warnings)
