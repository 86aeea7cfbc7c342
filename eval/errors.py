"""The errors of the evaluation; the tree starts in `corpus.errors`.

DepecheError
└── EvalError          nothing was measured, or not all of it: exit code 2
    ├── BadItem        a line of a question set is not an item
    ├── BadPins        a gold passage is unknown, page furniture or no longer what was pinned
    ├── BadBaseline    the baseline is missing, unreadable or about something else
    └── BadFeedback    a line of a feedback file is no opinion about an answer
"""

from corpus.errors import DepecheError
from corpus.text.typography import printable
from corpus.wording import Line
from eval.phrases import Phrase


class EvalError(DepecheError):
    """The evaluation cannot say anything, and does not pretend to; its message is a phrase or a text."""

    exit_code = 2

    @property
    def line(self) -> Line:
        """What to say, in either language."""
        message = self.args[0] if self.args else ""
        if not isinstance(message, Phrase):
            return super().line
        french, english = (" ".join(text.split()) for text in (message.french, message.english))
        # What the values hold is no gap to be filled.
        whole = [printable(text).replace("{", "{{").replace("}", "}}") for text in (french, english)]
        return Line("evaluation", (whole[0], whole[1]))


class BadItem(EvalError):  # noqa: N818  (the tree names what is wrong, not that it is an error)
    """A question set holds a line that is not a valid item; file, line and id are named."""


class BadPins(EvalError):  # noqa: N818
    """A passage that items point to is not, or no longer, the one they were written for."""


class BadBaseline(EvalError):  # noqa: N818
    """There is no usable baseline for what was measured."""


class BadFeedback(EvalError):  # noqa: N818
    """A feedback file holds a line that is not what the interface writes; file and line are named."""
