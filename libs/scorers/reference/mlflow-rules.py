"""Writes mlflow-rules.json: what MLflow 3.17.2's rule-based scorers say about some outputs.

    python mlflow-rules.py > mlflow-rules.json      (in an environment with mlflow==3.17.2)
"""

import json

from mlflow.genai.scorers import PIIDetection, RegexMatch, ResponseLength

CHAT = {"choices": [{"index": 0, "message": {"role": "assistant", "content": "Answer: 42"}}], "usage": {"total_tokens": 3}}
MESSAGES = {"messages": [{"role": "user", "content": "?"}, {"role": "assistant", "content": "Answer: 42"}]}
RESPONSE = {"output": [{"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": "Answer: 42"}]}]}
OUTPUTS = [
    "Answer: 42", "The answer is 42", "", "Answer: 42\n", "caf\u00e9 na\u00efve \U0001f600 \u0664\u0662", CHAT, MESSAGES, RESPONSE,
    {"answer": "42", "caf\u00e9": ["\u00e9", 1, 1.5, True, None, {}]}, ["Answer: 42", "other"], None,
    "two\u00a0words\u2003and\x1cmore",
]
PATTERNS = [
    r"^Answer:", r"42$", r"\d+", r"^\w+$", r"\bna\w+ve\b", r"(?i)THE ANSWER", r"(?P<number>[0-9]{1,3})", r"[^\W\d]{5,}",
    r"\AAnswer: \d{,4}\Z", r"42\Z", r"\s\w", r"[\s\d]{2}", r"[]4]2", r'"answer": "42"', r"\u0041nswer", r"(?m)^Answer: 42$", r"(?<!: )42",
    r"Answer: \d\d", "caf\u00e9", r"\U0001F600",
]
PII = [
    "Contact alice@example.com or call 555-123-4567", "SSN 123-45-6789", "card 4111 1111 1111 1111", "amex 3782-822463-10005",
    "server 192.168.0.1 is down", "version 1.2.3", "order ABC-123", "+4930123456", "(555) 123-4567", "id 12345678901",
    "999.999.999.999", "a@b", "\u0665\u0665\u0665-\u0661\u0662\u0663-\u0664\u0665\u0666\u0667", None,
]
BOUNDS = [{"min_length": 10}, {"max_length": 10}, {"min_length": 2, "max_length": 3, "unit": "words"}, {"max_length": 1, "unit": "words"}, {"min_length": 0}]


def row(scorer, parameters, outputs):
    feedback = scorer(outputs=outputs)
    value = getattr(feedback.value, "value", feedback.value)
    return {"parameters": parameters, "outputs": outputs, "value": value, "rationale": feedback.rationale}


regex = [
    row(RegexMatch(**parameters), parameters, outputs)
    for pattern in PATTERNS
    for match_type in ("search", "fullmatch")
    for parameters in [{"pattern": pattern, "match_type": match_type}]
    for outputs in OUTPUTS
]
pii = [
    row(PIIDetection(**parameters), parameters, outputs)
    for parameters in [{}, {"pii_types": ["email", "phone"]}, {"pii_types": ["ssn"]}]
    for outputs in PII
]
length = [row(ResponseLength(**parameters), parameters, outputs) for parameters in BOUNDS for outputs in OUTPUTS]
print(json.dumps({"regex_match": regex, "pii_detection": pii, "response_length": length}))
