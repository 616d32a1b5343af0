"""Asks genai-prices itself what some calls cost, so that a test can compare: its own arithmetic over its own data.

    pip install genai-prices==<the version of requirements.txt>
    python3 sample.py > ../src/testdata/genai-prices.json
"""

import json
import random
import sys
from datetime import UTC, datetime
from decimal import Decimal

from genai_prices import Usage, calc_price
from genai_prices.data import providers

CASES = 400
TIMES = [datetime(2024, 6, 1, tzinfo=UTC), datetime(2026, 3, 1, 17, tzinfo=UTC), datetime(2026, 11, 20, 2, tzinfo=UTC)]
PROVIDERS = ('openai', 'anthropic', 'google', 'aws', 'azure', 'deepseek', 'x-ai', 'mistral', 'cohere', 'groq')


def case(dice):
    wanted = dice.choice(PROVIDERS) if dice.random() < 0.8 else dice.choice(providers).id
    provider = next(each for each in providers if each.id == wanted)
    model = dice.choice(provider.models)
    counts = {
        'input': dice.choice([0, 7, 1_000, 150_000, 199_000, 260_000]),
        'cacheRead': dice.choice([0, 0, 5_000, 120_000]),
        'cacheWrite': dice.choice([0, 0, 3_000]),
        'output': dice.choice([0, 11, 4_096]),
        'reasoning': dice.choice([0, 0, 900]),
    }
    at = dice.choice(TIMES)
    usage = Usage(
        input_tokens=counts['input'] + counts['cacheRead'] + counts['cacheWrite'],
        cache_read_tokens=counts['cacheRead'],
        cache_write_tokens=counts['cacheWrite'],
        output_tokens=counts['output'] + counts['reasoning'],
        output_reasoning_tokens=counts['reasoning'],
    )
    price = calc_price(usage, model.id, provider_id=provider.id, genai_request_timestamp=at)
    if price.model.id != model.id:
        return None
    dollars = format(price.total_price.quantize(Decimal('1e-12')), 'f')
    return {'provider': provider.id, 'model': model.id, 'at': at.isoformat(), 'tokens': counts, 'dollars': dollars}


def main():
    dice = random.Random(2026)
    cases = []
    while len(cases) < CASES:
        try:
            found = case(dice)
        except Exception as error:  # a model that is not priced by tokens
            print(type(error).__name__, error, file=sys.stderr)
            continue
        if found:
            cases.append(found)
    lines = ',\n'.join(f'  {json.dumps(each)}' for each in cases)
    print(f'[\n{lines}\n]')


main()
