import { expect, it } from 'vitest';
import { namesOf } from './client-tests.ts';

const FILE = `import pytest

@pytest.mark.since("3.10.0")
@pytest.mark.parametrize(
    "value",
    [1],
)
def test_later(value):
    pass

@pytest.mark.parametrize("value", [1])
def test_any(value):
    pass

@pytest.mark.since("3.2")
def test_early():
    pass
`;

it('finds all tests, and those that a client has the feature for', () => {
  expect(namesOf(FILE)).toEqual(['test_later', 'test_any', 'test_early']);
  expect(namesOf(FILE, '3.9.1')).toEqual(['test_any', 'test_early']);
  expect(namesOf(FILE, '3.10.0')).toEqual(['test_later', 'test_any', 'test_early']);
  expect(namesOf(FILE, '3.1.4')).toEqual(['test_any']);
});

it('leaves out a file for a later client', () => {
  const file = `pytestmark = pytest.mark.since("3.4.0")\n${FILE}`;
  expect(namesOf(file, '3.3.9')).toEqual([]);
  expect(namesOf(file, '3.4.0')).toEqual(['test_any', 'test_early']);
});
