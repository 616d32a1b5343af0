import { Page } from '../../../components/page.tsx';
import { Playground } from './playground.tsx';

/** The playground without a registered prompt. */
export function PlaygroundPage() {
  return (
    <Page title="Playground">
      <Playground />
    </Page>
  );
}
