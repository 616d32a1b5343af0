"""Every OpenAI call traced by one line. pip install mlflow openai, set OPENAI_API_KEY, then: python openai_autolog.py"""

import os

import mlflow
import openai

mlflow.set_tracking_uri(os.environ.get("MILLRACE_URL", "http://localhost:5000"))
mlflow.set_experiment("openai quick start")
mlflow.openai.autolog()

client = openai.OpenAI()


@mlflow.trace
def answer(question):
    chat = client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[
            {"role": "system", "content": "You answer in one sentence."},
            {"role": "user", "content": question},
        ],
    )
    return chat.choices[0].message.content


def main():
    with mlflow.start_span("session") as span:
        mlflow.update_current_trace(tags={"env": "dev"}, metadata={"mlflow.trace.session": "session-1"})
        span.set_outputs(answer("What turns a mill?"))
    mlflow.flush_trace_async_logging()

    trace = mlflow.get_trace(mlflow.get_last_active_trace_id())
    call = trace.search_spans(span_type="CHAT_MODEL")[0]
    print(f"trace    {trace.info.trace_id}  {trace.info.state}  {trace.info.execution_duration} ms")
    print(f"tokens   {trace.info.token_usage}")
    print(f"cost     {trace.info.cost}")
    print(f"answered {call.outputs['choices'][0]['message']['content']!r}")
    return trace


if __name__ == "__main__":
    main()
