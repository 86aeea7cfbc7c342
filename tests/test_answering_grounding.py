"""Grounding: what a paraphrase may say of the passages it cites, and what it may not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Byline, Language, Passage
from corpus.text.sentences import sentence_spans
from rag.answering.draft import Evidence, Proposal
from rag.answering.grounding import MIN_SIMILARITY, check, find_evidence


def _passage(
    text: str, language: Language, name: str = "visite", published: date | None = date(2022, 12, 20)
) -> Passage:
    title = "Poutine à Minsk" if language == "fr" else "Putin in Minsk"
    byline = Byline(title, "Dépêche Minsk", published, None)
    return Passage(name, 0, text, language, byline, sentence_spans(text, language))


FRENCH = _passage(
    "Le président russe Vladimir Poutine s’est rendu lundi 19 décembre à Minsk, où il a rencontré "
    "Alexandre Loukachenko. La Russie a livré à la Biélorussie 12 systèmes S-400 et 300 missiles Iskander "
    "pour 1,5 milliard d’euros, soit 5 % de plus qu’en 2021. Le ministre de la Défense n’a pas confirmé "
    "l’envoi de chars Leopard 2. « Nous sommes des alliés », a déclaré M. Loukachenko à 9 h 35. Kyiv dément "
    "avoir fermé sa frontière. Les missiles auraient été placés en service dès mardi. L’âge de départ passe "
    "de 62 à 64 ans. La Pologne accuse la Biélorussie.",
    "fr",
)
ENGLISH = _passage(
    "Russian President Vladimir Putin visited Minsk on Monday 19 December, where he met Alexander "
    "Lukashenko. Russia delivered 12 S-400 systems and 300 Iskander missiles to Belarus for 1.5 billion "
    "euros, 5% more than in 2021. The defence minister did not confirm the shipment of Leopard 2 tanks. "
    "“We are allies,” Lukashenko said at 9:35 a.m. Kyiv denied that it had closed its border. The missiles "
    "may have entered service on Tuesday. The retirement age rises from 62 to 64. Poland accuses Belarus.",
    "en",
    "visit",
)
SOURCES: dict[Language, Passage] = {"fr": FRENCH, "en": ENGLISH}


def _faults(
    claim: str, language: Language, passage: Passage | None = None, cosine: float | None = None
) -> str:
    """The faults of ``claim``; ``cosine`` is what any two sentences of different languages have."""
    passage = passage or SOURCES[language]
    similarity = None if cosine is None else lambda _left, _right: cosine
    evidence = find_evidence(claim, [passage], language, similarity=similarity)
    return "; ".join(check(Proposal(claim, evidence, quoted=False), language=language, similarity=similarity))


@pytest.mark.parametrize(
    ("language", "claim"),
    [
        ("fr", "La Russie a livré 12 systèmes S-400 à la Biélorussie."),
        ("fr", "Vladimir Poutine a rencontré Alexandre Loukachenko à Minsk."),
        ("fr", "M. Poutine s'est rendu à Minsk le 19 décembre 2022."),
        ("fr", "À Minsk, Poutine a rencontré Loukachenko le 19 décembre."),
        ("fr", "Douze systèmes S-400 ont été livrés à la Biélorussie par la Russie."),
        ("fr", "Les livraisons russes s'élèvent à 1 500 millions d'euros, 5 pour cent de plus qu'en 2021."),
        ("fr", "Le ministre n'a jamais confirmé l'envoi de chars Leopard 2."),
        ("fr", "Loukachenko a déclaré à 9 h 35 : “Nous sommes des alliés”."),
        ("fr", "Kyiv a démenti avoir fermé sa frontière."),
        ("fr", "Les missiles seraient en service depuis mardi, selon Dépêche Minsk."),
        ("fr", "L’âge de départ passe à 64 ans, contre 62."),
        ("fr", "La Biélorussie est accusée par la Pologne."),
        ("en", "Russia delivered 12 S-400 systems to Belarus."),
        ("en", "Twelve S-400 systems were delivered to Belarus by Russia."),
        ("en", "Putin visited Minsk on December 19, 2022 and met Lukashenko."),
        ("en", "The delivery cost 1,500 million euros, 5 percent more than in 2021."),
        ("en", "The minister didn't confirm the shipment of Leopard 2 tanks."),
        ("en", "The minister never confirmed the shipment."),
        ("en", "“We are allies”, said Lukashenko."),
        ("en", "Kyiv denies that the border was closed."),
        ("en", "The missiles might be in service since Tuesday."),
        ("en", "Belarus is accused by Poland."),
    ],
)
def test_a_faithful_paraphrase_has_no_fault(language: Language, claim: str) -> None:
    assert _faults(claim, language) == ""


@pytest.mark.parametrize(
    ("language", "claim"),
    [
        ("en", "Vladimir Putin met Alexander Lukashenko in Minsk on 19 December 2022."),
        ("en", "Russia delivered 12 S-400 systems and 300 missiles to Belarus for 1.5 billion euros."),
        ("en", "The minister did not confirm the shipment of Leopard 2 tanks."),
        ("en", "Lukashenko spoke at 9:35."),
        ("en", "Kyiv denies that it closed the border."),
        ("en", "Poland accuses Belarus."),
        ("fr", "Vladimir Poutine a rencontré Alexandre Loukachenko à Minsk le 19 décembre 2022."),
        ("fr", "La Russie a livré 12 systèmes S-400 à la Biélorussie pour 1,5 milliard d’euros."),
        ("fr", "Le ministre n’a pas confirmé l’envoi de chars Leopard 2."),
        ("fr", "Les missiles sont en service depuis mardi."),
    ],
)
def test_so_has_one_across_languages(language: Language, claim: str) -> None:
    other = ENGLISH if language == "fr" else FRENCH
    sentences = [other.text[span.start : span.end] for span in other.sentences]
    by_anchors = find_evidence(claim, [other], language)[0].quote

    def similarity(_: str, sentence: str) -> float:
        return 0.9 if sentence == by_anchors else 0.1

    assert by_anchors in sentences
    evidence = find_evidence(claim, [other], language, similarity=similarity)
    assert check(Proposal(claim, evidence, quoted=False), language=language, similarity=similarity) == ()


@pytest.mark.parametrize(
    ("language", "claim", "fault"),
    [
        # numbers, units, labels, hours
        ("fr", "La Russie a livré 13 systèmes S-400.", "13 is not"),
        ("fr", "La Russie a livré treize systèmes S-400.", "treize is not"),
        ("fr", "La livraison a coûté 1,5 million d’euros.", "1,5 million d’euros is not"),
        ("fr", "La livraison a coûté 1,5 milliard de dollars.", "1,5 milliard de dollars is not"),
        ("fr", "La Russie a livré 12 systèmes S-300.", "S-300 is not"),
        ("fr", "Le ministre n’a pas confirmé l’envoi de chars Leopard 1.", "Leopard 1 is not"),
        ("fr", "M. Loukachenko a déclaré à 9 h 53 être un allié.", "9 h 53 is not"),
        ("fr", "La Russie a livré 300 systèmes S-400 et 12 missiles Iskander.", "300 counts something else"),
        ("fr", "L’âge de départ passe de 64 à 62 ans.", "trade places"),
        ("en", "Russia delivered 1.5 billion missiles for 300 euros.", "is not in the passage"),
        ("en", "It cost 1.5 million euros, 5% more than in 2021.", "1.5 million euros is not"),
        ("en", "Russia delivered 5 systems.", "5 is not"),
        # dates
        ("fr", "Poutine s’est rendu à Minsk le 18 décembre 2022.", "18 décembre 2022 is not"),
        ("fr", "Poutine s’est rendu à Minsk le 19 décembre 2021.", "19 décembre 2021 is not"),
        ("fr", "Poutine s’est rendu à Minsk mardi.", ""),
        ("fr", "Poutine s’est rendu à Minsk mercredi.", "mercredi is not"),
        ("fr", "Poutine s’est rendu à Minsk en janvier.", "janvier is not"),
        ("en", "Putin visited Minsk on December 20.", "December 20 is not"),
        ("en", "Putin visited Minsk on Wednesday.", "Wednesday is not"),
        # names
        ("fr", "Mélenchon a rencontré Loukachenko à Minsk.", "Mélenchon is not"),
        ("fr", "mélenchon a rencontré Loukachenko à Minsk.", "mélenchon is not"),
        ("fr", "Vladimir Poutine a rencontré Emmanuel Macron à Minsk.", "Macron is not"),
        ("fr", "Alexandre Poutine s’est rendu à Minsk.", "Alexandre Poutine is nobody"),
        ("fr", "Alexandre Loukachenko est allé à Minsk où il a rencontré Vladimir Poutine.", "trade"),
        ("fr", "La Biélorussie accuse la Pologne.", "trade places"),
        ("fr", "La Pologne est accusée par la Biélorussie.", "trade places"),
        ("fr", "La Biélorussie a livré à la Russie 12 systèmes S-400.", "trade places"),
        ("en", "Lukashenko visited Minsk, where he met Putin.", "trade places"),
        ("en", "Poland is accused by Belarus.", "trade places"),
        ("en", "Austria delivered 12 S-400 systems to Belarus.", "Austria is not"),
        # negations, denials, reserves
        ("fr", "Le ministre de la Défense a confirmé l’envoi de chars.", "“pas” of the source is left out"),
        ("fr", "La Russie n’a pas livré 300 missiles Iskander.", "“pas” is not in the source"),
        ("fr", "La Russie n’a livré aucun missile Iskander.", "“aucun” is not in the source"),
        ("fr", "Kyiv a fermé sa frontière.", "“dément” of the source is left out"),
        ("fr", "La Russie dément avoir livré 12 systèmes S-400.", "“dément” is not in the source"),
        ("fr", "Les missiles ont été placés en service mardi.", "“auraient” of the source is left out"),
        ("en", "The minister confirmed the shipment of Leopard 2 tanks.", "“not” of the source is left out"),
        ("en", "Russia did not deliver 12 S-400 systems.", "“not” is not in the source"),
        ("en", "Russia didn’t deliver 12 S-400 systems.", "“t” is not in the source"),
        ("en", "Russia delivered no Iskander missiles.", "“no” is not in the source"),
        ("en", "Kyiv closed its border.", "“denied” of the source is left out"),
        ("en", "The missiles entered service on Tuesday.", "“may” of the source is left out"),
        # quotations
        ("fr", "Loukachenko a déclaré : « Nous sommes de bons alliés ».", "is not quoted"),
        ("fr", "Loukachenko a déclaré : « Nous sommes des alliés, a rencontré Poutine ».", "is not quoted"),
        ("fr", "Loukachenko a déclaré : « Nous sommes des al ».", "is not quoted"),
        ("fr", "Loukachenko a déclaré : « We are allies ».", "is not quoted"),
        ("fr", "Loukachenko a déclaré : « Nous sommes de vrais alliés.", "is not quoted"),
        ("en", "Lukashenko said “We are not allies”.", "is not quoted"),
        # too little in common, or nothing
        ("fr", "Les habitants de la région redoutent une longue guerre.", "of its words"),
        ("en", "Residents of the region fear a long war.", "of its words"),
        ("fr", "Oui.", "of its words"),
        ("fr", "C’est cela.", "it says nothing"),
        ("fr", "La Russie a livré 12 systèmes S-400. " * 50, "characters are no sentence"),
    ],
)
def test_an_unfaithful_one_has(language: Language, claim: str, fault: str) -> None:
    found = _faults(claim, language)
    assert fault in found if fault else found == ""


@pytest.mark.parametrize(
    ("language", "claim", "fault"),
    [
        ("en", "Russia delivered 13 S-400 systems to Belarus.", "13 is not"),
        ("en", "Russia delivered 12 S-400 systems for 1.5 million euros.", "1.5 million euros is not"),
        ("en", "Biden met Alexander Lukashenko in Minsk.", "Biden is not"),
        ("en", "Vladimir Lukashenko met Putin.", "Vladimir Lukashenko is nobody"),
        ("en", "Belarus accuses Poland.", "trade places"),
        ("en", "Putin visited Minsk on 18 December 2022.", "18 December 2022 is not"),
        ("en", "The minister confirmed the shipment of Leopard 2 tanks.", "differ in negation"),
        ("en", "Lukashenko said “We are allies”.", "is not quoted"),
        ("fr", "La Russie a livré 12 systèmes S-300.", "S-300 is not"),
        ("fr", "Poutine s’est rendu à Minsk mercredi.", "mercredi is not"),
        ("fr", "La Russie n’a pas livré 300 missiles Iskander.", "differ in negation"),
    ],
)
def test_so_has_one_of_the_other_language(language: Language, claim: str, fault: str) -> None:
    other = ENGLISH if language == "fr" else FRENCH
    evidence = find_evidence(claim, [other], language)
    nearest = evidence[0].quote

    def similarity(_: str, sentence: str) -> float:
        return 0.9 if sentence == nearest else 0.1

    assert fault in "; ".join(
        check(Proposal(claim, evidence, quoted=False), language=language, similarity=similarity)
    )


QUAKE = _passage(
    "Le gouvernement a décrété sept jours de deuil. Le ministre a déclenché l’alerte de niveau 4, qui permet "
    "de demander de l’aide. Le bilan passe de 11 à 18 morts dans le nord et à 30 blessés dans le sud. Le "
    "chantier devra loger au moins 200 familles. La facture se chiffrera en milliards d’euros, dont 3 "
    "millions pour les routes.",
    "fr",
)
MATCH = _passage("The winger scored six tries. At half-time the score was already 27-3.", "en")


@pytest.mark.parametrize(
    ("passage", "claim", "fault"),
    [
        (QUAKE, "Le ministre a déclenché l’alerte de niveau 4.", ""),
        (QUAKE, "Une alerte de niveau 4 a été déclenchée, avec sept jours de deuil.", ""),
        (QUAKE, "Le ministre a déclenché l’alerte de niveau 7.", "7 stands for another figure"),
        (QUAKE, "Le chantier devra loger plus de 200 familles.", ""),
        (QUAKE, "Le chantier devra loger au moins 30 familles.", "30 counts something else"),
        (QUAKE, "Le bilan passe de 18 à 18 morts dans le nord.", "18 stands for another figure"),
        (QUAKE, "La facture se chiffrera en milliards d’euros.", ""),
        (QUAKE, "La facture se chiffrera en millions d’euros.", "millions is not in the passage"),
        (QUAKE, "La facture comprend 3 millions pour les routes.", ""),
        (QUAKE, "Des dizaines de familles devront être logées par le chantier.", "dizaines is not"),
        (MATCH, "At half-time the score was 27-3.", ""),
        (MATCH, "At half-time the score was already 27-6.", "6 stands for another figure"),
        (MATCH, "The winger scored hundreds of tries.", "hundreds is not in the passage"),
        (MATCH, "At half-time the score was 3-27.", "3 / 27 trade places"),
    ],
)
def test_a_figure_of_the_passage_may_not_stand_where_another_one_does(
    passage: Passage, claim: str, fault: str
) -> None:
    found = _faults(claim, passage.language, passage)
    assert fault in found if fault else found == ""


def test_a_power_of_ten_may_sum_up_a_figure_where_no_other_is_said() -> None:
    passage = _passage("Le séisme a fait 41 000 morts.", "fr")
    assert _faults("Le séisme a fait des milliers de morts.", "fr", passage) == ""
    assert "millions is not" in _faults("Le séisme a fait des millions de morts.", "fr", passage)


def test_a_passage_of_the_other_language_supports_nothing_without_a_similarity() -> None:
    claim = "Vladimir Putin met Alexander Lukashenko in Minsk."
    assert "of its words" in _faults(claim, "en", FRENCH)
    assert "alike" in _faults(claim, "en", FRENCH, cosine=MIN_SIMILARITY - 0.01)
    assert _faults(claim, "en", FRENCH, cosine=MIN_SIMILARITY) == ""


def test_two_passages_support_together_what_neither_does_alone() -> None:
    first = _passage("La Russie a livré douze systèmes.", "fr", "a")
    second = _passage("Ces systèmes sont des S-400 destinés à Minsk.", "fr", "b")
    claim = "La Russie a livré à Minsk douze systèmes S-400."
    assert _faults(claim, "fr", first)
    assert _faults(claim, "fr", second)
    evidence = find_evidence(claim, [first, second], "fr")
    assert check(Proposal(claim, evidence, quoted=False), language="fr") == ()


def test_the_day_of_a_passage_without_year_is_the_one_nearest_to_its_publication() -> None:
    published_in_january = _passage("Il est mort le 31 décembre.", "fr", published=date(2023, 1, 2))
    undated = _passage("Il est mort le 31 décembre.", "fr", published=None)
    assert _faults("Il est mort le 31 décembre 2022.", "fr", published_in_january) == ""
    assert "is not" in _faults("Il est mort le 31 décembre 2023.", "fr", published_in_january)
    assert "is not" in _faults("Il est mort le 31 décembre 2022.", "fr", undated)
    assert _faults("Il est mort le 31 décembre.", "fr", undated) == ""


def test_the_language_of_a_claim_is_told_from_its_own_words() -> None:
    french = "Selon Dépêche Minsk, la Russie a livré 12 systèmes S-400 à la Biélorussie."
    evidence = find_evidence(french, [FRENCH], "fr")
    assert check(Proposal(french, evidence, quoted=False)) == ()


@pytest.mark.parametrize(
    ("language", "claim", "quote"),
    [
        ("fr", "Poutine a rencontré Loukachenko.", "Le président russe Vladimir Poutine"),
        ("fr", "Les chars Leopard 2 n’ont pas été confirmés.", "Le ministre de la Défense"),
        ("en", "Which missiles entered service on Tuesday?", "The missiles may have"),
    ],
)
def test_the_evidence_is_the_sentence_that_shares_most(language: Language, claim: str, quote: str) -> None:
    [evidence] = find_evidence(claim, [SOURCES[language]], language)
    assert evidence.quote.startswith(quote)
    assert evidence.quote.endswith(".")


def test_across_languages_the_evidence_shares_names_and_numbers_or_is_nearest() -> None:
    [by_names] = find_evidence("Russia delivered 300 Iskander missiles.", [FRENCH], "en")
    assert "Iskander" in by_names.quote
    [nearest] = find_evidence(
        "The border is open.", [FRENCH], "en", similarity=lambda _, sentence: float("frontière" in sentence)
    )
    assert nearest.quote == "Kyiv dément avoir fermé sa frontière."


def test_a_passage_that_shares_nothing_is_no_evidence_beside_one_that_does() -> None:
    stranger = _passage("Il pleut sur la Bretagne.", "fr", "pluie")
    claim = "La Russie a livré 12 systèmes S-400."
    assert [e.passage.article_id for e in find_evidence(claim, [stranger, FRENCH], "fr")] == ["visite"]
    assert [e.passage.article_id for e in find_evidence(claim, [stranger], "fr")] == ["pluie"]


def _quoting(text: str, *quotes: str) -> tuple[str, ...]:
    evidence = []
    for quote in quotes:
        start = FRENCH.text.index(quote)
        evidence.append(Evidence(FRENCH, start, start + len(quote)))
    return check(Proposal(text, tuple(evidence), quoted=True))


QUOTE = "Kyiv dément avoir fermé sa frontière."


@pytest.mark.parametrize(
    "text",
    [
        f"Selon Dépêche Minsk, le 20 décembre 2022 : « {QUOTE} »",
        f"According to Dépêche Minsk, on 20 December 2022 (original in French): “{QUOTE}”",
        QUOTE,
    ],
)
def test_a_framed_quotation_has_no_fault(text: str) -> None:
    assert _quoting(text, QUOTE) == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Selon Dépêche Minsk : « Kyiv dément avoir fermé la frontière. »", "quotation is not in"),
        (f"Selon Dépêche Minsk : « {QUOTE} » La région reste tendue.", "said after the quotation"),
        (f"Selon Dépêche Paris : « {QUOTE} »", "Paris is not"),
        (f"Selon Dépêche Minsk, le 21 décembre 2022 : « {QUOTE} »", "21 décembre 2022 is neither"),
        (f"Selon Dépêche Minsk, « ville martyre » : « {QUOTE} »", "is not quoted"),
        (f"Selon Dépêche Minsk et 40 témoins : « {QUOTE} »", "40 is not"),
    ],
)
def test_a_quotation_with_a_false_frame_has(text: str, fault: str) -> None:
    assert fault in "; ".join(_quoting(text, QUOTE))


def test_a_claim_without_evidence_or_with_evidence_beyond_the_passage_is_at_fault() -> None:
    assert check(Proposal("La Russie a livré des S-400.", (), quoted=False)) == ("it says or cites nothing",)
    beyond = Evidence(FRENCH, 0, len(FRENCH.text) + 1)
    assert check(Proposal("La Russie.", (beyond,), quoted=True)) == ("the evidence lies beyond visite#p0",)


@given(st.text(max_size=200), st.booleans())
def test_no_text_breaks_the_check(text: str, quoted: bool) -> None:
    evidence = find_evidence(text, [FRENCH, ENGLISH], "fr")
    faults = check(Proposal(text, evidence, quoted=quoted), similarity=lambda _left, _right: 1.0)
    assert faults == check(Proposal(text, evidence, quoted=quoted), similarity=lambda _left, _right: 1.0)
    assert all(isinstance(fault, str) for fault in faults)
