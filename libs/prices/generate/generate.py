"""Writes the price table from two pinned packages.

    pip download --no-deps -r requirements.txt -d wheels
    python3 generate.py --wheels wheels --date 2026-11-21 > ../src/generated/price-table.ts

The wheels are read, not installed: their data alone is wanted. Precedence: genai-prices, whose prices have dates, tiers and
service tiers; then LiteLLM for every (provider, name) it does not know. Prints to stderr what it left out and where the two
sources disagree. Both are under the MIT licence.
"""

import argparse
import glob
import json
import os
import re
import sys
import zipfile
from collections import Counter
from decimal import Decimal, ROUND_HALF_EVEN

# What a letter of a rate means, with the names of both sources. Prices are US dollars per million tokens.
GENAI_RATES = {
    'input_mtok': 'i',
    'cache_read_mtok': 'r',
    'cache_write_mtok': 'w',
    'output_mtok': 'o',
    'output_reasoning_mtok': 't',
    'input_audio_mtok': 'a',
    'output_audio_mtok': 'A',
}
LITELLM_RATES = {
    'input_cost_per_token': 'i',
    'cache_read_input_token_cost': 'r',
    'cache_creation_input_token_cost': 'w',
    'output_cost_per_token': 'o',
    'output_cost_per_reasoning_token': 't',
    'input_cost_per_audio_token': 'a',
    'output_cost_per_audio_token': 'A',
}
ORDER = 'irwotaA'
SERVICE_TIERS = {'_flex': 'flex', '_priority': 'priority', '_batches': 'batch'}
# Usage whose price differs and which no token count of a span tells apart: a cost would be wrong.
UNTOLD = ('output_image_mtok', 'output_video_mtok')
TOKEN_MODES = {'chat', 'responses', 'completion', 'embedding', 'rerank', 'realtime', 'decisions', None}
PROVIDERS = {
    'bedrock': 'aws',
    'bedrock_converse': 'aws',
    'amazon_nova': 'amazon-nova',
    'gemini': 'google',
    'azure_ai': 'azure',
    'azure_text': 'azure',
    'xai': 'x-ai',
    'together_ai': 'together',
    'fireworks_ai': 'fireworks',
    'fireworks_ai-embedding-models': 'fireworks',
    'text-completion-openai': 'openai',
    'cohere_chat': 'cohere',
    'moonshot': 'moonshotai',
    'voyage': 'voyageai',
    'codestral': 'mistral',
    'text-completion-codestral': 'mistral',
    'github_copilot': 'github-copilot',
    'vercel_ai_gateway': 'vercel',
    'meta_llama': 'meta',
}
FLAT_PROVIDERS = {'aws', 'azure', 'openai', 'google', 'anthropic'}


class Record:
    """Stands for any class of genai-prices' data file: its keyword arguments."""

    def __init__(self, *args, **fields):
        self.args, self.fields = args, fields

    def __getattr__(self, name):
        return self.fields.get(name)


def genai_providers(wheel):
    with zipfile.ZipFile(wheel) as archive:
        source = archive.read('genai_prices/data.py').decode()
    source = source.replace('from .types import *', '').replace('list[Provider]', 'list')
    names = set(re.findall(r'\b([A-Z]\w+)\(', source)) - {'Decimal'}
    scope = {name: type(name, (Record,), {}) for name in names}
    exec(compile(source, 'data.py', 'exec'), scope)
    return scope['providers']


def kind(record):
    return type(record).__name__


def matches(clause, text):
    match kind(clause):
        case 'ClauseEquals':
            return text == clause.equals
        case 'ClauseStartsWith':
            return text.startswith(clause.starts_with)
        case 'ClauseEndsWith':
            return text.endswith(clause.ends_with)
        case 'ClauseContains':
            return clause.contains in text
        case 'ClauseRegex':
            return re.search(clause.regex, text) is not None
        case 'ClauseOr':
            return any(matches(each, text) for each in clause.or_)
        case 'ClauseAnd':
            return all(matches(each, text) for each in clause.and_)
    raise ValueError(kind(clause))


def spelled(clause, name):
    """Names that a clause spells out. Its looser parts are not names: they would match what does not exist."""
    match kind(clause):
        case 'ClauseEquals':
            return [clause.equals] if name == 'exact' else []
        case 'ClauseStartsWith':
            text = clause.starts_with
            return [text] if name == 'prefix' and re.fullmatch(r'.{4,}[A-Za-z0-9]', text) else []
        case 'ClauseOr':
            return [text for each in clause.or_ for text in spelled(each, name)]
    return []


def bedrock_names(model):
    """`regional.` is genai-prices' own word; some instrumentations leave the maker out, and the version."""
    if not model.startswith('regional.'):
        return []
    name = model.removeprefix('regional.')
    bare = name.removeprefix('anthropic.')
    return [name, bare, re.sub(r'-v\d(:\d)?$', '', bare)]


def number(value):
    """At most six decimals of a dollar per million tokens: whole pico-dollars per token."""
    text = format(value.quantize(Decimal('0.000001'), ROUND_HALF_EVEN).normalize(), 'f')
    return text


def rate_text(letter, base, tiers):
    return letter + number(base) + ''.join(f'>{start}:{number(price)}' for start, price in sorted(tiers))


def genai_rates(price):
    rates = {}
    for key, value in price.fields.items():
        letter = GENAI_RATES.get(key)
        if letter is None or value is None:
            continue
        if kind(value) == 'TieredPrices':
            rates[letter] = (value.base, [(tier.start, tier.price) for tier in value.tiers])
        else:
            rates[letter] = (value, [])
    return rates


def rates_text(rates):
    return ' '.join(rate_text(letter, *rates[letter]) for letter in ORDER if letter in rates)


def constraint_text(constraint):
    if constraint is None:
        return ''
    if kind(constraint) == 'StartDateConstraint':
        return f'@{constraint.start_date.isoformat()} '
    return f'@{constraint.start_time:%H:%M}-{constraint.end_time:%H:%M} '


def untold(price):
    return any(price.fields.get(key) not in (None, price.fields.get('output_mtok')) for key in UNTOLD)


def genai_price(model):
    """The text of a model's price and its present rates, or undefined when tokens alone don't make its cost."""
    periods = model.prices if isinstance(model.prices, list) else [Record(prices=model.prices)]
    if any(untold(period.prices) for period in periods):
        return None
    parts = []
    for period in periods:
        rates = genai_rates(period.prices)
        if 'i' not in rates and 'a' not in rates:
            return None
        parts.append(constraint_text(period.constraint) + rates_text(rates))
    text = ';'.join(parts)
    for variant in model.price_variants or []:
        (key, value), *more = variant.when.items()
        rates = genai_rates(variant.prices)
        if more or key not in ('service_tier', 'processing', 'speed') or not rates:
            continue
        text += f'|{value} {constraint_text(variant.constraint)}{rates_text(rates)}'
    return text, genai_rates(periods[-1].prices)


def litellm_rates(entry, suffix=''):
    rates = {}
    for key, letter in LITELLM_RATES.items():
        base = dollars(entry.get(key + suffix))
        if base is None:
            continue
        tiers = []
        for field, value in entry.items():
            found = re.fullmatch(re.escape(key) + r'_above_(\d+)k_tokens' + re.escape(suffix), field)
            if found and dollars(value) is not None:
                tiers.append((int(found[1]) * 1000, dollars(value)))
        rates[letter] = (base, tiers)
    return rates


def litellm_tiered(entry):
    """`tiered_pricing`: a price by range of the input's length."""
    rates = {}
    for step in entry['tiered_pricing']:
        for key, letter in LITELLM_RATES.items():
            price = dollars(step.get(key))
            if price is None:
                continue
            if letter in rates:
                rates[letter][1].append((int(step['range'][0]), price))
            elif step['range'][0] == 0:
                rates[letter] = (price, [])
    return rates


def dollars(value):
    return None if value is None else Decimal(str(value)) * 1_000_000


def litellm_price(entry):
    if entry.get('output_cost_per_image_token') not in (None, entry.get('output_cost_per_token')):
        return None
    rates = litellm_tiered(entry) if 'tiered_pricing' in entry else litellm_rates(entry)
    # Where nothing costs anything LiteLLM often just does not know.
    if 'i' not in rates or all(base == 0 and not tiers for base, tiers in rates.values()):
        return None
    if 'o' not in rates and entry.get('mode') not in ('embedding', 'rerank'):
        return None
    text = rates_text(rates)
    for suffix, tier in SERVICE_TIERS.items():
        variant = litellm_rates(entry, suffix)
        if 'i' in variant:
            text += f'|{tier} {rates_text(variant)}'
    return text, rates


def litellm_name(key, source):
    """The provider and the name as its API spells it; undefined for a key that no API knows."""
    provider = 'google' if source.startswith('vertex_ai') else PROVIDERS.get(source, source)
    prefixes = {source, 'vertex_ai', 'gemini', 'bedrock', 'azure', 'azure_ai'} if provider in FLAT_PROVIDERS else {source}
    head, _, rest = key.partition('/')
    name = rest if rest and head in prefixes else key
    if '/' in name and provider in FLAT_PROVIDERS:
        return None
    return provider, name


REFUSED = ['refused']


class Table:
    def __init__(self):
        self.rows, self.owners = [], {}

    def add(self, provider, price, names):
        free = [name for name in dict.fromkeys(names) if self.owner(provider, name) is None]
        if not free:
            return None
        row = [provider, price, *free]
        self.rows.append(row)
        for name in free:
            self.owners[provider, name.lower()] = row
        return row

    def refuse(self, provider, names):
        """The better source knows these, but no price by tokens: the other one must not give them one."""
        for name in names:
            self.owners.setdefault((provider, name.lower()), REFUSED)

    def name(self, row, name):
        if self.owner(row[0], name) is None:
            row.append(name)
            self.owners[row[0], name.lower()] = row

    def owner(self, provider, name):
        return self.owners.get((provider, name.lower()))


def add_genai(table, providers, skipped):
    known = {}
    for provider in providers:
        models = []
        for model in provider.models:
            price = genai_price(model)
            if price is None:
                skipped['genai-prices: not priced by tokens alone'] += 1
                table.refuse(provider.id, [model.id, *spelled(model.match, 'exact')])
                continue
            row = table.add(provider.id, price[0], [model.id, *spelled(model.match, 'exact'), *bedrock_names(model.id)])
            if row:
                models.append((model, row, price[1]))
        for model, row, _ in models:
            for name in spelled(model.match, 'prefix'):
                table.name(row, name)
        known[provider.id] = models
    return known


def add_litellm(table, entries, known, skipped):
    for key, entry in entries.items():
        source = entry.get('litellm_provider')
        place = litellm_name(key, source) if source and key != 'sample_spec' else None
        price = litellm_price(entry) if place and entry.get('mode') in TOKEN_MODES else None
        if price is None:
            skipped['LiteLLM: no name of an API, or not priced by tokens alone'] += 1
            continue
        provider, name = place
        if (row := table.owner(provider, name)) is not None:
            same = next((rates for _, owner, rates in known.get(provider, []) if owner is row), None)
            if same is not None and not agree(same, price[1]):
                skipped['both, with different prices (genai-prices kept)'] += 1
            continue
        # A name that genai-prices covers by a pattern gets its dates, but only where the two agree.
        covered = next((each for each in known.get(provider, []) if matches(each[0].match, name)), None)
        if covered and agree(covered[2], price[1]):
            table.name(covered[1], name)
        else:
            table.add(provider, price[0], [name])


def agree(a, b):
    return all(number(a[key][0]) == number(b[key][0]) for key in 'io' if key in a and key in b)


def version_of(wheel):
    return '-'.join(os.path.basename(wheel).split('-')[:2]).replace('_', '-')


def main():
    options = argparse.ArgumentParser()
    options.add_argument('--wheels', required=True)
    options.add_argument('--date', required=True, help='day on which the packages were the newest: the version of the table')
    arguments = options.parse_args()
    genai_wheel, litellm_wheel = (
        glob.glob(f'{arguments.wheels}/{name}-*.whl')[0] for name in ('genai_prices', 'litellm')
    )
    table, skipped = Table(), Counter()
    known = add_genai(table, genai_providers(genai_wheel), skipped)
    with zipfile.ZipFile(litellm_wheel) as archive:
        entries = json.loads(archive.read('litellm/model_prices_and_context_window_backup.json'))
    add_litellm(table, entries, known, skipped)
    rows = sorted(table.rows, key=lambda row: (row[0], row[2].lower()))
    for reason, count in skipped.items():
        print(f'{count:6} {reason}', file=sys.stderr)
    print(f'{len(rows):6} models, {sum(len(row) - 2 for row in rows)} names', file=sys.stderr)
    sources = [version_of(genai_wheel), version_of(litellm_wheel)]
    print('// Made by libs/prices/generate/generate.py: change nothing here.')
    print(f"export const TABLE_VERSION = '{arguments.date}';")
    print(f'export const TABLE_SOURCES = {json.dumps(sources)};')
    print('/** One model a line: provider, price, names; see parse-price.ts. */')
    print('export const TABLE_TEXT = String.raw`')
    for row in rows:
        line = '\t'.join(row)
        assert not re.search(r'[`\\]|\$\{|\n', line), line
        print(line)
    print('`;')


main()
