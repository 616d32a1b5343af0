"""Writes what the real mlflow client serialises: every scorer it comes with, judges of make_judge, and what is refused here.

`python libs/scorers/capture/capture.py` in an environment with test/conformance/requirements.txt.
"""

import json
from pathlib import Path
from typing import Literal

import mlflow
from mlflow.genai import scorers
from mlflow.genai.judges import make_judge
from mlflow.genai.scorers import builtin_scorers, scorer

TARGET = Path(__file__).parent.parent / "src" / "definitions" / "testdata"
NEEDED = {
    "Guidelines": {"guidelines": ["Be polite.", "Answer in English."]},
    "ConversationalGuidelines": {"guidelines": "Be polite."},
    "RegexMatch": {"pattern": "^[A-Z]", "match_type": "fullmatch", "case_insensitive": True},
    "ResponseLength": {"min_length": 2, "max_length": 200, "unit": "words"},
    "PIIDetection": {},
}
MODEL = "openai:/gpt-4.1-mini"


def builtins():
    for name in sorted(set(dir(builtin_scorers))):
        made = getattr(builtin_scorers, name)
        if not isinstance(made, type) or not issubclass(made, builtin_scorers.BuiltInScorer):
            continue
        # KnowledgeRetention of this version can't be serialised: its `instructions` raise.
        if name.startswith("_") or name in ("BuiltInScorer", "BuiltInSessionLevelScorer", "KnowledgeRetention"):
            continue
        yield f"builtin-{name}", made(**NEEDED.get(name, {}))
    yield "builtin-Safety-named", scorers.Safety(name="harmless", model="anthropic:/claude-sonnet-4-5")
    yield "builtin-Correctness-inference", scorers.Correctness(model=MODEL, inference_params={"temperature": 0.0, "max_tokens": 300})
    yield "builtin-ToolCallCorrectness-exact", scorers.ToolCallCorrectness(should_exact_match=True, should_consider_ordering=True)


def judges():
    asks = "Is {{ outputs }} a good answer to {{ inputs }}?"
    kinds = {
        "text": str,
        "bool": bool,
        "int": int,
        "float": float,
        "literal": Literal["good", "fair", "poor"],
        "one": Literal["good"],
        "mixed": Literal[1, "two", True],
        "optional": bool | None,
        "list": list[str],
        "map": dict[str, float],
    }
    for name, kind in kinds.items():
        yield f"judge-{name}", make_judge(name=name, instructions=asks, model=MODEL, feedback_value_type=kind)
    yield "judge-default", make_judge(name="plain", instructions=asks)
    yield "judge-expectations", make_judge(
        name="as_expected", instructions="Does {{ outputs }} say what {{expectations}} asks?", feedback_value_type=bool,
        model="anthropic:/claude-sonnet-4-5", inference_params={"temperature": 0.2, "top_p": 0.9, "max_tokens": 500},
    )
    yield "judge-trace", make_judge(name="deep", instructions="Look at {{ trace }}: was any step needless?", model=MODEL, feedback_value_type=bool)
    yield "judge-conversation", make_judge(
        name="talk", instructions="Was the user of {{ conversation }} served?", model="gateway:/judges", feedback_value_type=Literal["yes", "no"],
    )


def ensembles():
    from mlflow.genai.scorers import make_scorer_ensemble

    parts = [scorers.Safety(), scorers.Safety(name="other", model="anthropic:/claude-sonnet-4-5")]
    for fn in ("majority_vote", "agg_all", "agg_any"):
        yield f"ensemble-{fn}", make_scorer_ensemble(name="both", scorers=parts, ensemble_fn=fn)
    grades = [make_judge(name=n, instructions="Grade {{ outputs }}.", model=MODEL, feedback_value_type=int) for n in ("one", "two")]
    for fn in ("mean", "minimum", "maximum"):
        yield f"ensemble-{fn}", make_scorer_ensemble(name="grade", scorers=grades, ensemble_fn=fn)


@scorer
def is_short(outputs) -> bool:
    return len(outputs) < 100


def ordered(value):
    """The same each time: the client writes sets as lists."""
    if isinstance(value, dict):
        return {key: sorted(each) if key == "required_columns" else ordered(each) for key, each in value.items()}
    return [ordered(each) for each in value] if isinstance(value, list) else value


def write(name, dumped):
    (TARGET / f"{name}.json").write_text(json.dumps(ordered(dumped), indent=2, sort_keys=True) + "\n")


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, made in [*builtins(), *judges()]:
        write(name, made.model_dump())
    write("refused-code", is_short.model_dump())
    for name, made in ensembles():
        write(name, made.model_dump())
    base = make_judge(name="aligned", instructions="Is {{ outputs }} polite?", model=MODEL, feedback_value_type=bool)
    write("memory", memory_augmented(base))
    print(mlflow.__version__, len(list(TARGET.glob("*.json"))))


def memory_augmented(base):
    """What MemoryAugmentedJudge.model_dump writes, without the packages that making one needs."""
    data = {"base_judge": base.model_dump(), "episodic_trace_ids": ["tr-1"], "semantic_memory": [{"guideline_text": "Be brief."}]}
    dumped = base.model_dump()
    return {**dumped, "instructions_judge_pydantic_data": None, "memory_augmented_judge_data": data}


main()
