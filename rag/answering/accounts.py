"""A question for an account (what happened, what an article says) is answered with several sentences."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from rag.answer import Hit
from rag.answering.draft import Question
from rag.digest.choosing import choose
from rag.digest.sentences import Sentence
from rag.digest.topic import about, nearness

if TYPE_CHECKING:
    from rag.answering.engines.weighing import Candidate

# Sentences of an account: as many as sum up an article (`rag.digest.summary`).
SENTENCES = 3

_PRESS = r"(?:les (?:articles|journaux|dépêches)|la presse|l['’]article|the (?:articles?|papers|press|news))"
_ACCOUNT = re.compile(
    r"^(?:"
    r"qu(?:e|['’]est-ce qui) s['’]est[ -](?:il )?(?:passé|produit)|qu['’](?:est-il arrivé|y a-t-il eu)"
    rf"|que (?:disent|rapportent|racontent|dit|rapporte|raconte) {_PRESS}"
    r"|que (?:sait-on|savons-nous|retenir|faut-il (?:savoir|retenir))|où en (?:est|sont)"
    r"|qu['’]est-ce que l['’](?:affaire|histoire)"
    r"|(?:que|qu['’]est-ce que) (?:changerai(?:en)?t|change(?:nt|ra|ront)?|prévoi(?:t|ent)) "
    r"|quel(?:le)?s? (?:est|sont|furent|ont été) (?:l['’]essentiel|les (?:faits|points|éléments|événements)"
    r" (?:essentiels|principaux|importants|marquants|clés)"
    r"|les (?:principaux|grands) (?:faits|points|événements))"
    r"|(?:peux-tu |pouvez-vous |pourriez-vous )?(?:me )?(?:résum\w+|raconte[rz]?|récapitule[rz]?)\b"
    r"|(?:fais|faites|donne[zr]?)(?:-moi|-nous)? (?:un|le) (?:résumé|point|bilan|récit)\b"
    r"|what (?:has |have )?happen(?:ed|s)|what (?:went|is going|was going) on"
    rf"|what (?:do|does|did) {_PRESS} (?:say|report|tell)"
    r"|what (?:is|are|do we|do you) know(?:n)? (?:about|of)|what (?:would|will|does|did) [^?]+ change\b"
    r"|what (?:is|are|were) the (?:key|main|essential|most important) (?:facts|points|events|developments)"
    r"|(?:can you |could you |please )?(?:(?:give|write)(?: me| us)? (?:an?|the) (?:short |brief )?"
    r"(?:summary|overview|account)|summ?ari[sz]e|sum up|recap|tell me about)\b"
    r")",
    re.IGNORECASE,
)


def asks_for_account(question: str) -> bool:
    """Whether ``question`` asks for what happened, or what articles say, as a whole."""
    return _ACCOUNT.match(question) is not None


def account(
    question: Question, hits: Sequence[Hit], candidates: Sequence["Candidate"]
) -> tuple["Candidate", ...]:
    """The at most three of ``candidates`` that tell most about ``question``, in reading order.

    Worth is nearness to the question times what its form and place promise (`rag.digest.sentences`);
    repetitions are passed over. Empty when no article of ``hits`` is about the question.
    """
    kept = {hit.passage.article_id for hit in about(question, hits)}
    told = [candidate for candidate in candidates if candidate.hit.passage.article_id in kept]
    if not told:
        return ()
    chosen = choose([_worth(one) for one in told], np.stack([one.vector for one in told]), SENTENCES)
    return tuple(sorted((told[row] for row in chosen), key=_reading_order))


def _worth(candidate: "Candidate") -> float:
    near = (candidate.similarity + nearness(candidate.hit)) / 2
    return max(0.0, near) * Sentence(candidate.hit.passage, candidate.span, candidate.rank).alone


def _reading_order(candidate: "Candidate") -> tuple[int, str, int, int]:
    passage = candidate.hit.passage
    published = passage.byline.published
    return published.toordinal() if published else 0, passage.article_id, passage.index, candidate.span.start
