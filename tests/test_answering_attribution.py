"""Whose word a sentence gives is read from its form, in both languages."""

import pytest

from corpus.article import Language
from corpus.text.analyser import content_words
from rag.answering.attribution import apart, clauses, denies, of_one_teller, teller

TELLERS: tuple[tuple[str, Language, str], ...] = (
    ("According to the police, 900 people came.", "en", "police"),
    ("About 900 people came, according to the police.", "en", "police"),
    ("Twenty people were hurt, the governor said.", "en", "governor"),
    ("Twenty people were hurt, said the governor.", "en", "governor"),
    ("The governor said on Monday that twenty people were hurt.", "en", "governor"),
    ("The head of the group, Ivan Petrov, said that no shells came.", "en", "head group Ivan Petrov"),
    ("The Lima authorities have recorded more than 900 cases.", "en", "Lima authorities"),
    ("Nurses in Lima, working for free, identified at least 600 cases.", "en", "Nurses Lima working free"),
    ("The mayor denied any part in it.", "en", "mayor"),
    ("Selon la police, 900 personnes sont venues.", "fr", "police"),
    ("Le cortège comptait 900 personnes, d’après la police.", "fr", "police"),
    ("Plus de 900 soldats ont été tués, a affirmé dimanche Ivan Petrov.", "fr", "dimanche Ivan Petrov"),
    ("Le bilan est de 14 morts et non 18, a rectifié le service des secours.", "fr", "service secours"),
    ("Le ministère assure de son côté que 220 soldats ont péri.", "fr", "ministère"),
    ("Le maire de Lima, Juan Rey, assure qu’il n’y a eu aucun mort.", "fr", "maire Lima Juan Rey"),
    ("Les chercheurs ont recensé au moins 600 cas.", "fr", "chercheurs"),
    ("Kyiv dément.", "fr", "Kyiv"),
    ("Le ministère russe a admis lundi 2 janvier 63 morts.", "fr", "ministère russe"),
    ("Ukraine’s armed forces have spoken of 400 killed.", "en", "Ukraine’s armed forces have"),
    ("Les syndicats parlent, eux, de 70 % et de 65 %.", "fr", "syndicats"),
    ("La police parle de 34 000 manifestants.", "fr", "police"),
    ("Le Snes évoquait 55 % de grévistes.", "fr", "Snes"),
)
NOBODY: tuple[tuple[str, Language], ...] = (
    ("Between 18 and 20 May alone, it said, the units had received 900 shells.", "en"),
    ("He said these men had died for lack of shells.", "en"),
    ("Its statement did not mention the group by name.", "en"),
    ("The number remains disputed.", "en"),
    ("The votes were counted twice.", "en"),
    ("Il fait état de dégâts dans deux écoles.", "fr"),
    ("Plus ses hommes approchent, plus les combats sont durs, dit-il.", "fr"),
    ("Aucun de ces chiffres n’a pu être vérifié.", "fr"),
    ("Le rapport tient en neuf pages.", "fr"),
)
DENIALS: tuple[tuple[str, Language], ...] = (
    ("The ministry rejected the complaint as absolutely untrue.", "en"),
    ("The envoy denied any American involvement.", "en"),
    ("The company dismissed these claims.", "en"),
    ("Kyiv dément.", "fr"),
    ("Le ministère rejette ces accusations.", "fr"),
    ("L’armée affirme que c’est faux.", "fr"),
)
NO_DENIALS: tuple[tuple[str, Language], ...] = (
    ("The court rejected the appeal.", "en"),
    ("Parliament dismissed the government.", "en"),
    ("The number remains disputed.", "en"),
    ("The club denounced the deal.", "en"),
    ("La cour a rejeté la demande.", "fr"),
    ("Le Sénat a rejeté le texte.", "fr"),
    ("Il fauche le champ au démarrage.", "fr"),
)


@pytest.mark.parametrize(("sentence", "language", "who"), TELLERS)
def test_a_sentence_names_whose_word_it_gives(sentence: str, language: Language, who: str) -> None:
    assert teller(sentence, language) == frozenset(content_words(who, language))


@pytest.mark.parametrize(("sentence", "language"), NOBODY)
def test_a_pronoun_a_passive_and_a_noun_tell_nothing(sentence: str, language: Language) -> None:
    assert teller(sentence, language) == frozenset()


@pytest.mark.parametrize(("sentence", "language"), DENIALS)
def test_a_denial_says_that_somebodys_word_is_not_so(sentence: str, language: Language) -> None:
    assert denies(sentence, language)


@pytest.mark.parametrize(("sentence", "language"), NO_DENIALS)
def test_a_refusal_is_no_denial(sentence: str, language: Language) -> None:
    assert not denies(sentence, language)


def test_two_ministries_are_two_and_a_shorter_name_is_the_same() -> None:
    russian, ukrainian = frozenset({"russian", "ministry"}), frozenset({"ukrainian", "ministry"})
    assert apart(russian, ukrainian)
    assert not apart(russian, frozenset({"ministry"}))
    assert not apart(russian, frozenset())


TWO: tuple[tuple[str, Language, tuple[str, str]], ...] = (
    ("The police counted 19,000 marchers, while the unions spoke of 100,000.", "en", ("police", "unions")),
    ("An aide estimated 5 losses; the mayor spoke of 7.", "en", ("aide", "mayor")),
    ("It drew 19,000 according to police and 100,000 according to unions.", "en", ("police", "unions")),
    ("Organisers counted 80,000 marchers and the police 34,000.", "en", ("Organisers", "police")),
    ("Ils étaient 1,2 million selon la police, 3,5 millions selon la CGT.", "fr", ("police", "CGT")),
    ("Ils sont 900 d’après la police et 3 000 d’après les élus.", "fr", ("police", "élus")),
    ("La police a compté 900 marcheurs, contre 3 000 selon les élus.", "fr", ("police", "élus")),
    ("Les élus ont compté 3 000 marcheurs et la police 900.", "fr", ("élus", "police")),
)


@pytest.mark.parametrize(("sentence", "language", "who"), TWO)
def test_a_sentence_may_give_the_word_of_two(sentence: str, language: Language, who: tuple[str, str]) -> None:
    assert [told for _, told in clauses(sentence, language)] == [
        frozenset(content_words(one, language)) for one in who
    ]


def test_a_question_may_ask_for_the_word_of_one() -> None:
    assert of_one_teller("Combien étaient-ils selon la police ?")
    assert of_one_teller("How many came, according to police?")
    assert not of_one_teller("How many came, according to police and according to unions?")
    assert not of_one_teller("Combien étaient-ils ?")
