"""What the evaluation tells a person, in French and English: one table, by its English, its rows by subject.

The English is what machines read: results.jsonl, summary.json and junit.xml are the same in every language.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.article import Language
from corpus.text.typography import typeset
from eval.plain import one_line
from eval.wrong import WRONG


@dataclass(frozen=True, slots=True)
class Phrase:
    """The same in French, not yet typeset, and in English, which ``str`` gives."""

    french: str
    english: str

    def said(self, language: Language) -> str:
        """It in ``language``, on one line that is harmless to show."""
        return typeset(one_line(self.french)) if language == "fr" else one_line(self.english)

    def __str__(self) -> str:
        return self.english


def phrase(key: str, /, **values: object) -> Phrase:
    """The phrase of which ``key`` is the English, around its values; those that are phrases change with it.

    :raises KeyError: it has no French.
    """
    return Phrase(
        FRENCH[key].format(**{name: _french(value) for name, value in values.items()}),
        key.format(**values),
    )


def told(key: str, language: Language, /, **values: object) -> str:
    """What `phrase` gives, said in ``language``."""
    return phrase(key, **values).said(language)


def named(name: str) -> Phrase:
    """What has a name, such as a measure, a group or a status: by its French one where it has any."""
    return Phrase(FRENCH.get(name, name), name)


def figure(written: str) -> Phrase:
    """A number, given as English writes it."""
    return Phrase(written.replace(".", ",").replace("-", "−"), written)


def interval(low: str, high: str) -> Phrase:
    """From one number to the other, given as English writes them."""
    return phrase("{low} to {high}", low=figure(low), high=figure(high))


def joined(joint: str, parts: Iterable[object]) -> Phrase:
    """The parts with ``joint`` between each two.

    :raises KeyError: the joint has no French.
    """
    parts = tuple(parts)
    return Phrase(FRENCH[joint].join(map(_french, parts)), joint.join(map(str, parts)))


def _french(value: object) -> str:
    return value.french if isinstance(value, Phrase) else str(value)


FRENCH: dict[str, str] = {
    # measures; hit@5, nDCG@10, MRR@10 and Truth are called so in both languages
    "recall@5": "rappel@5",
    "vital nuggets": "faits essentiels",
    "all nuggets": "tous les faits",
    "citation precision": "précision des citations",
    "citation recall": "rappel des citations",
    "supported claims": "affirmations étayées",
    "supporting citations": "citations probantes",
    "answered near (HR)": "répondu à tort, proche (HR)",
    "answered far (HR)": "répondu à tort, loin (HR)",
    "needlessly silent (ER)": "silence inutile (ER)",
    "forbidden value": "valeur interdite",
    "faulty answer": "réponse fautive",
    "answer language": "langue de la réponse",
    "twin parity": "parité des jumelles",
    "twins answered alike": "jumelles aux mêmes réponses",
    # other names: of groups, of states of an answer, of what the measures depend on
    "all": "tout",
    "answered": "répondu",
    "partial": "en partie",
    "abstained": "abstention",
    "engine": "moteur",
    "model": "modèle",
    "reader": "lecteur",
    "sets": "questions",
    "extractive": "extractif",
    # joints
    "; ": " ; ",
    " or ": " ou ",
    " and ": " et ",
    ", ": ", ",
    "{name}: {text}": "{name} : {text}",
    "{low} to {high}": "{low} à {high}",
    "“{text}”": "« {text} »",
    # the verdict on all
    "Dépêche evaluation: {headline}": "Évaluation de Dépêche : {headline}",
    "NOT MEASURED, {errors} of {items} items failed to run":
        "NON MESURÉ, questions en panne : {errors} sur {items}",
    "{items} items, no gate (not the whole shipped set)":
        "questions : {items}, sans limites (ce n’est pas tout le jeu livré)",
    "RED, {missed} limits missed by {items} items":
        "ROUGE, limites manquées : {missed}, questions : {items}",
    "green, {items} items": "vert, questions : {items}",
    "No chat model was measured: none is configured (DEPECHE_LLM).":
        "Aucun modèle de conversation n’a été mesuré : aucun n’est réglé (DEPECHE_LLM).",
    "…the rest is in results.jsonl": "… le reste est dans results.jsonl",
    "Against the baseline: {said}.": "En comparaison, {said}.",
    "wrote": "écrit",
    "pinned {file}: {count} new or changed": "empreintes nouvelles ou changées dans {file} : {count}",
    "{sets}: nothing is measured until this is put right": "{sets} : rien n’est mesuré avant correction",
    # tables
    "{name} ↓": "{name} ↓",
    "measure": "mesure",
    "value": "valeur",
    "95 % interval": "intervalle à 95 %",
    "95 % of Truth": "Truth à 95 %",
    "surest answers": "réponses les plus sûres",
    "questions": "questions",
    "answered at risk {risk}": "répondu à risque {risk}",
    "AURC ↓": "AURC ↓",
    "calibration error ↓": "erreur de calibration ↓",
    "confidence": "confiance",
    "answers": "réponses",
    "claimed": "annoncé",
    "right": "juste",
    # sections
    "Not perfect": "Réponses imparfaites",
    "Flipped since the baseline": "Changements depuis la mesure retenue",
    "Not measured": "Questions non mesurées",
    "Limits missed": "Limites manquées",
    "not measured: {item} {why}": "non mesurée : {item} {why}",
    "{item} Truth {truth}: {why}": "{item} Truth {truth} : {why}",
    "{item} Truth {before} → {now}": "{item} Truth {before} → {now}",
    "{change} ({way})": "{change} ({way})",
    "worse": "moins bien",
    "better": "mieux",
    # the page
    "Measures": "Mesures",
    "Measured on": "Mesuré sur",
    "Truth by category": "Truth par catégorie",
    "Truth by category, −1 to 1": "Truth par catégorie, de −1 à 1",
    "A gold passage in the top 5, by language of question → passage":
        "Un passage de référence parmi les cinq premiers, par langue de la question → du passage",
    "hit@5 by language pair, 0 to 1": "hit@5 par paire de langues, de 0 à 1",
    "How sure the answers are": "À quel point les réponses sont sûres",
    "Risk: what is wrong or missing among the surest answers; beside each line the mean of it.":
        "Risque : ce qui est faux ou manque parmi les réponses les plus sûres ; "
        "à côté de chaque ligne, sa moyenne.",
    "Risk by coverage, test": "Risque selon la couverture, test",
    "share of the questions answered": "part des questions répondues",
    "risk": "risque",
    "Not perfect ({missed} of {all})": "Réponses imparfaites ({missed} sur {all})",
    "why": "pourquoi",
    "fine too": "bon aussi",
    "cited": "cité",
    "found": "trouvé",
    # the gate
    "{measure} {group}": "{measure}, {group}",
    "{key}: nothing to measure, but a limit of {limit}": "{key} : rien à mesurer, mais une limite de {limit}",
    "{key}: {value} (n={n}) is below its floor {limit}":
        "{key} : {value} (n = {n}) est sous son plancher de {limit}",
    "{key}: {value} (n={n}) is above its ceiling {limit}":
        "{key} : {value} (n = {n}) est au-dessus de son plafond de {limit}",
    "of {n} items of test {worse} worse than in the baseline, {better} better: exact one-sided p {p}":
        "sur {n} questions de test, moins bien que dans la mesure retenue : {worse}, mieux : {better} ; "
        "p unilatéral exact {p}",
    # why an answer is not perfect
    "fault: {fault}": "faute : {fault}",
    "forbidden value: {value}": "valeur interdite : {value}",
    "abstained, but the articles hold the answer": "abstention, alors que les articles donnent la réponse",
    "answered, but the articles do not say": "répondu, alors que les articles ne le disent pas",
    "vital nugget {name} is not stated: {fact}": "fait essentiel {name} absent : {fact}",
    "okay nugget {name} is not stated: {fact}": "fait secondaire {name} absent : {fact}",
    "no gold passage in the top 5": "aucun passage de référence parmi les cinq premiers",
    "not in the language of the question ({lang})": "pas dans la langue de la question ({lang})",
    "says that the articles deny what the question assumes, which they do not":
        "dit que les articles démentent ce que la question suppose, ce qu’ils ne font pas",
    "denies what the question assumes with a passage that does not":
        "dément ce que la question suppose par un passage qui ne le dément pas",
    "citation precision {value}": "précision des citations {value}",
    "citation recall {value}": "rappel des citations {value}",
    "a claim is not supported by what it cites": "une affirmation n’est pas étayée par ce qu’elle cite",
    "a citation backs nothing": "une citation n’étaye rien",
    # one question in full
    "the correction, a denial of the premise, or an abstention":
        "la correction, un démenti de ce qui est supposé, ou une abstention",
    "an abstention": "une abstention",
    "{facts}, from {passages}": "{facts}, d’après {passages}",
    ", from {passages}": ", d’après {passages}",
    "error: {why}": "erreur : {why}",
    "{status}{reason}: {text}{cited}": "{status}{reason} : {text}{cited}",
    "question": "question",
    "expected": "attendu",
    "forbidden": "interdit",
    "got": "obtenu",
    "hit": "rang",
    "gold": "réf",
    "fine": "bon",
    "verdict": "verdict",
    "not measured": "non mesurée",
    **WRONG,
}  # fmt: skip
