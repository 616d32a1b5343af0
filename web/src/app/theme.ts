import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const water: MantineColorsTuple = [
  '#e3fafc',
  '#c5f6fa',
  '#99e9f2',
  '#66d9e8',
  '#3bc9db',
  '#22b8cf',
  '#15aabf',
  '#1098ad',
  '#0b7285',
  '#085563',
];

/** Colours and sizes beyond Mantine's own are tokens of tokens.css. */
export const theme = createTheme({
  primaryColor: 'water',
  // White on it reaches 4.5:1 in both schemes.
  primaryShade: 8,
  colors: { water },
  autoContrast: true,
  defaultRadius: 'sm',
  fontFamily: 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  fontFamilyMonospace: '"JetBrains Mono", ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.25rem' }, h2: { fontSize: '1.05rem' }, h3: { fontSize: '0.95rem' } },
  },
  cursorType: 'pointer',
  components: {
    Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm' } },
    // Scrolled by keyboard where the window is narrow.
    TableScrollContainer: { defaultProps: { scrollAreaProps: { viewportProps: { tabIndex: 0 } } } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
  },
});

/** Mantine's own colours of text that don't reach 4.5:1. */
export const readableColors: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--text-soft)',
    '--mantine-color-placeholder': '#66717b',
    '--mantine-color-green-light-color': 'var(--state-ok)',
  },
  dark: {
    '--mantine-color-dimmed': 'var(--text-soft)',
    '--mantine-color-placeholder': '#9aa4ad',
  },
});
