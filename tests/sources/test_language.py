"""Which texts are taken for another language, and above all which are not."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from claimcheck.sources.language import foreign_language

DATA = Path(__file__).parents[3] / "shared" / "data"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "German",
            "Die Brücke in Aldermoor ist am Freitag gesperrt worden, nachdem ein Lastwagen sie gerammt hatte, teilte "
            "der Rat mit. Wann sie wieder öffnet, ist noch nicht klar.",
        ),
        (
            "French",
            "Le pont d'Aldermoor a été fermé vendredi après qu'un camion l'a heurté, a indiqué le conseil municipal. "
            "Sept personnes ont été blessées, dont deux grièvement.",
        ),
        (
            "Spanish",
            "El puente de Aldermoor fue cerrado el viernes después de que un camión lo golpeara, informó el "
            "ayuntamiento. Siete personas resultaron heridas.",
        ),
        (
            "Portuguese",
            "A ponte de Aldermoor foi fechada na sexta-feira depois que um caminhão a atingiu, informou a prefeitura. "
            "Sete pessoas ficaram feridas, duas delas com gravidade.",
        ),
        (
            "Dutch",
            "De brug in Aldermoor is vrijdag afgesloten nadat een vrachtwagen er tegenaan was gereden, meldt de "
            "gemeente. Zeven mensen raakten gewond, van wie twee ernstig.",
        ),
        (
            "Polish",
            "Most w Aldermoor został zamknięty w piątek po tym, jak uderzyła w niego ciężarówka, poinformowała rada. "
            "Siedem osób zostało rannych, w tym dwie ciężko.",
        ),
        (
            "Indonesian",
            "Jembatan di Aldermoor ditutup pada hari Jumat setelah sebuah truk menabraknya, kata dewan kota. Tujuh "
            "orang terluka, dua di antaranya parah, menurut polisi.",
        ),
        (
            "Russian",
            "Мост в Олдермуре был закрыт в пятницу после того, как в него врезался грузовик, сообщил совет.",
        ),
        (
            "Ukrainian",
            "Міст в Олдермурі було закрито у пʼятницю після того, як у нього врізалася вантажівка, повідомила рада.",
        ),
        (
            "Chinese",
            "周五，一辆卡车撞上阿尔德莫尔大桥后，该桥被关闭，市议会表示。七人受伤，其中两人伤势严重。警方说，目前还不清楚大桥何时重新开放。",
        ),
        (
            "Japanese",
            "金曜日、トラックが衝突した後、アルダームーアの橋は閉鎖されたと市議会は述べた。七人が負傷し、うち二人は重傷だという。",
        ),
        ("Arabic", "أغلق الجسر في ألدرمور يوم الجمعة بعد أن صدمته شاحنة، وفق ما أعلن المجلس. وأصيب سبعة أشخاص بجروح."),
        (
            "another language",  # Swahili, of which there is no list
            "Daraja la Aldermoor lilifungwa siku ya Ijumaa baada ya lori kuligonga, baraza lilisema. Watu saba "
            "walijeruhiwa, wawili kati yao vibaya, kwa mujibu wa polisi wa mji huo.",
        ),
    ],
)
def test_other_languages_are_named(language: str, text: str) -> None:
    """By their function words, or their script."""
    assert foreign_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Angela Merkel",
        "Die Welt, Le Monde, El País, La Repubblica",
        "Jane Roe, Ann Poe, Karl Heinz, Motoko Sato, " * 10,
        "Best Picture: Argo\nBest Actor: Daniel Day-Lewis\nBest Actress: Jennifer Lawrence\n" * 5,
        'He said: "Die Brücke ist gesperrt, und wir wissen nicht, wann sie wieder öffnet, so ist das." The mayor, '
        "who speaks German, told a crowd of residents on Friday that it would take weeks.",
        "The Chinese for bridge is 桥, and the Russian is мост, the professor of languages told a room full of pupils.",
        "POLICE SAID ON FRIDAY THAT THE BRIDGE WAS CLOSED AFTER A LORRY STRUCK IT AND THAT NOBODY WAS HURT IN IT.",
        "2023 2022 2021 14 15 16 " * 20,
    ],
)
def test_english_and_what_is_too_short_to_tell(text: str) -> None:
    """Names, foreign quotations, capitals and figures do not make another language."""
    assert foreign_language(text) is None


@pytest.mark.skipif(not DATA.is_dir(), reason="needs ../shared/data, which is not part of the repository")
def test_no_article_and_no_sentence_of_the_clusters_is_misjudged() -> None:
    """Not one of the tuning articles, nor a sentence of them on its own."""
    held = set(json.loads((DATA / "split.json").read_text())["held"])
    events = [e for e in sorted((DATA / "clusters").glob("*/*")) if f"{e.parent.name}_{e.name}" not in held]
    texts = [path.read_text() for event in events for path in sorted(event.glob("*.txt"))]
    assert texts
    sentences = [sentence for text in texts for sentence in re.split(r"(?<=[.!?])\s+", text)]
    assert [text for text in (*texts, *sentences) if foreign_language(text)] == []
