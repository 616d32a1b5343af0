// Writes what helm makes of each example of the chart, beside the example.
import { exampleNames, keep, renderExample } from '../../test/support/kubernetes/examples.ts';

for (const example of exampleNames()) keep(example, await renderExample(example));
