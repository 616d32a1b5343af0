/** What goes wrong in a shop, as the libraries of its services tell it. */
export interface Failure {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
}

export const RATE_LIMIT: Failure = {
  type: 'openai.RateLimitError',
  message:
    'Error code: 429 - Rate limit reached for gpt-4.1 in organization org-trailshop on tokens per min (TPM): Limit 30000, Used 29411, Requested 1204. Please try again in 1.23s.',
  stack: `Traceback (most recent call last):
  File "/srv/shop_assistant/answer.py", line 88, in answer
    completion = client.chat.completions.create(model=model, messages=messages, stream=True)
  File "/usr/lib/python3.13/site-packages/openai/resources/chat/completions/completions.py", line 1147, in create
    return self._post(
  File "/usr/lib/python3.13/site-packages/openai/_base_client.py", line 1047, in request
    raise self._make_status_error_from_response(err.response) from None
openai.RateLimitError: Error code: 429 - Rate limit reached for gpt-4.1 in organization org-trailshop`,
};

export const SEARCH_TIMEOUT: Failure = {
  type: 'httpx.ReadTimeout',
  message: 'The read operation timed out',
  stack: `Traceback (most recent call last):
  File "/srv/shop_assistant/search.py", line 41, in search_articles
    hits = index.query(vector=vector, top_k=8)
  File "/usr/lib/python3.13/site-packages/httpx/_transports/default.py", line 118, in map_httpcore_exceptions
    raise mapped_exc(message) from exc
httpx.ReadTimeout: The read operation timed out`,
};

export const WAREHOUSE_TIMEOUT: Failure = {
  type: 'TimeoutError',
  message: 'warehouse-api did not answer within 3000 ms',
  stack: `TimeoutError: warehouse-api did not answer within 3000 ms
    at Timeout.onTimeout (file:///srv/order-agent/tools/warehouse.js:27:14)
    at listOnTimeout (node:internal/timers:588:17)
    at process.processTimers (node:internal/timers:523:7)`,
};

export const UNKNOWN_ORDER: Failure = {
  type: 'OrderNotFoundError',
  message: 'There is no order with this number',
  stack: `OrderNotFoundError: There is no order with this number
    at lookUpOrder (file:///srv/order-agent/tools/orders.js:19:11)
    at async runTool (file:///srv/order-agent/agent.js:64:20)`,
};
