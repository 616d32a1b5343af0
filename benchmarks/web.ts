import { loadavg } from 'node:os';
import type { Browser } from 'playwright-core';
import { untilComplete } from '../test/support/api.ts';
import { openPage, startBrowser } from '../test/support/browser.ts';
import { makeSpan, newTraceId, sendSpans } from '../test/support/otlp.ts';
import { startStandalone } from '../test/support/standalone.ts';
import { saveResult } from './measure/save-result.ts';
import { initialJavascriptKb } from './web/initial-javascript.ts';

const ROUNDS = 5;
const SMALL = 20;
const LARGE = 50_000;
const SPANS_A_REQUEST = 2000;
const FAN_OUT = 10;

/** What a person waits for: the first paint, a trace, and a trace of 50,000 spans; each in a browser without a cache. */
async function main(): Promise<void> {
  const server = await startStandalone();
  const browser = await startBrowser();
  try {
    const small = await sendTrace(server.otlpUrl, SMALL);
    const large = await sendTrace(server.otlpUrl, LARGE);
    await untilComplete(server.url);
    const results = {
      initialJavascriptKb: initialJavascriptKb('dist/web'),
      firstContentfulPaintMs: await median(() => firstPaint(browser, `${server.url}/`)),
      traceDetailMs: await median(() => treePainted(browser, `${server.url}/experiments/0/traces/${small}`)),
      trace50kSpansMs: await median(() =>
        treePainted(browser, `${server.url}/experiments/0/traces/${large}`),
      ),
      rounds: ROUNDS,
      loadAverage: loadavg()[0],
    };
    saveResult('web', results);
    console.table(results);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function sendTrace(otlpUrl: string, count: number): Promise<string> {
  const traceId = newTraceId();
  const ids = Array.from({ length: count }, (_, index) => (index + 1).toString(16).padStart(16, '0'));
  for (let at = 0; at < count; at += SPANS_A_REQUEST) {
    const spans = ids.slice(at, at + SPANS_A_REQUEST).map((spanId, offset) => {
      const index = at + offset;
      const parentSpanId = index === 0 ? undefined : ids[Math.floor((index - 1) / FAN_OUT)];
      return makeSpan({ traceId, spanId, parentSpanId, name: `step ${index % FAN_OUT}` });
    });
    await sendSpans(otlpUrl, spans);
  }
  return traceId;
}

async function firstPaint(browser: Browser, url: string): Promise<number> {
  return onNewPage(browser, url, 'first-contentful-paint');
}

async function treePainted(browser: Browser, url: string): Promise<number> {
  return onNewPage(browser, url, 'trace-tree-painted');
}

/** Milliseconds from the start of the navigation to an entry of the page's own timeline. */
async function onNewPage(browser: Browser, url: string, entry: string): Promise<number> {
  const { page } = await openPage(browser);
  await page.goto(url);
  // Not waitForFunction: that needs eval, which the pages' policy refuses.
  let ms: number | undefined;
  while (ms === undefined) {
    ms = await page.evaluate((name) => performance.getEntriesByName(name)[0]?.startTime, entry);
  }
  await page.context().close();
  return ms;
}

async function median(measure: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await measure());
  return Math.round(times.sort((left, right) => left - right)[Math.floor(ROUNDS / 2)] ?? Number.NaN);
}

await main();
