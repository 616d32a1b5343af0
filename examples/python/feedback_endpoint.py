"""A chat service whose users say what they think of its answers.

pip install mlflow fastapi uvicorn, then: uvicorn feedback_endpoint:app, and
  curl localhost:8000/chat -H 'content-type: application/json' -d '{"question": "What turns a mill?", "user": "ann"}'
  curl localhost:8000/feedback -H 'content-type: application/json' -d '{"trace_id": "tr-…", "helpful": false, "user": "ann", "comment": "too short"}'
"""

import os

import mlflow
from fastapi import FastAPI, HTTPException
from mlflow.entities import AssessmentSource, AssessmentSourceType
from mlflow.exceptions import MlflowException
from pydantic import BaseModel

mlflow.set_tracking_uri(os.environ.get("MILLRACE_URL", "http://localhost:5000"))
mlflow.set_experiment("feedback")

app = FastAPI()


class Question(BaseModel):
    question: str
    user: str


class Opinion(BaseModel):
    trace_id: str
    helpful: bool
    user: str
    comment: str | None = None


@mlflow.trace
def answer(question):
    return f"Water answers {question!r}."


@app.post("/chat")
def chat(request: Question):
    with mlflow.start_span("chat") as span:
        mlflow.update_current_trace(metadata={"mlflow.trace.user": request.user})
        span.set_inputs(request.model_dump())
        text = answer(request.question)
        span.set_outputs(text)
    return {"answer": text, "trace_id": span.trace_id}


@app.post("/feedback")
def feedback(opinion: Opinion):
    try:
        assessment = mlflow.log_feedback(
            trace_id=opinion.trace_id,
            name="helpful",
            value=opinion.helpful,
            rationale=opinion.comment,
            source=AssessmentSource(source_type=AssessmentSourceType.HUMAN, source_id=opinion.user),
        )
    except MlflowException as error:
        raise HTTPException(status_code=404, detail=str(error)) from error
    return {"assessment_id": assessment.assessment_id}
