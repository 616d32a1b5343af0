import type { AgentTask } from './agent-trace.ts';
import type { ChatTurn } from './chat-trace.ts';
import { TOPICS } from './content/topics.ts';
import type { Random } from './random.ts';

export type PlannedTrace = ChatTurn | AgentTask;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAYS = 7;
const SESSIONS = 210;
const MOST_TURNS = 4;
const AGENT_TASKS = 110;
const USERS = 60;
/** The second prompt version gets a part of the traffic from here on, counted from the end. */
export const TRIAL_DAYS = 4;
const TRIAL_SHARE = 0.55;
/** An afternoon on which the provider of models refused much. */
const INCIDENT = { fromHours: 50, toHours: 46 };

const CHANNELS = ['web', 'web', 'web', 'app', 'app', 'e-mail'] as const;

/** A week of work of the shop, the same for one random source: busy by day, quiet by night. */
export function planTraffic(untilMs: number, random: Random): readonly PlannedTrace[] {
  const sessions = Array.from({ length: SESSIONS }, () => planSession(untilMs, random));
  const tasks = Array.from({ length: AGENT_TASKS }, () => planTask(untilMs, random));
  return [...sessions.flat(), ...tasks];
}

function planSession(untilMs: number, random: Random): readonly ChatTurn[] {
  const turns: ChatTurn[] = [];
  const beginMs = busyTime(untilMs, random);
  const ageMs = untilMs - beginMs;
  const promptVersion = ageMs < TRIAL_DAYS * DAY_MS && random.isTrue(TRIAL_SHARE) ? 2 : 1;
  const common = {
    kind: 'chat',
    promptVersion,
    userId: user(random),
    sessionId: `chat-${random.hex(8)}`,
    channel: random.pick(CHANNELS),
  } as const;
  const wanted = 1 + Math.floor(random.next() * MOST_TURNS);
  for (let startMs = beginMs; turns.length < wanted; startMs += random.between(20_000, 90_000)) {
    const outcome = chatOutcome(untilMs - startMs, random);
    turns.push({
      ...common,
      traceId: random.hex(32),
      startMs,
      topic: random.pick(TOPICS),
      history: turns.filter(({ outcome: earlier }) => earlier.startsWith('answered')),
      outcome,
      isMistaken: random.isTrue(promptVersion === 1 ? 0.24 : 0.07),
    });
    if (!outcome.startsWith('answered')) break;
  }
  return turns;
}

function planTask(untilMs: number, random: Random): AgentTask {
  const draw = random.next();
  return {
    kind: 'agent',
    traceId: random.hex(32),
    startMs: busyTime(untilMs, random),
    orderNumber: `TS-${Math.floor(random.between(10_000, 99_999))}`,
    userId: user(random),
    sessionId: `order-${random.hex(8)}`,
    outcome:
      draw < 0.06
        ? 'warehouse timed out'
        : draw < 0.16
          ? 'unknown order'
          : draw < 0.34
            ? 'done after a retry'
            : 'done',
  };
}

function chatOutcome(ageMs: number, random: Random): ChatTurn['outcome'] {
  const isIncident = ageMs < INCIDENT.fromHours * HOUR_MS && ageMs > INCIDENT.toHours * HOUR_MS;
  if (random.isTrue(isIncident ? 0.45 : 0.015)) return 'rate limited';
  if (random.isTrue(isIncident ? 0.3 : 0.03)) return 'answered after a retry';
  return random.isTrue(0.012) ? 'search timed out' : 'answered';
}

/** A moment of the week before `untilMs`: three in the afternoon has five times the traffic of three at night. */
function busyTime(untilMs: number, random: Random): number {
  for (;;) {
    const ms = untilMs - random.between(HOUR_MS / 4, DAYS * DAY_MS);
    const hour = (ms % DAY_MS) / HOUR_MS;
    if (random.isTrue(0.6 - 0.4 * Math.cos(((hour - 3) / 24) * 2 * Math.PI))) return ms;
  }
}

function user(random: Random): string {
  // Squared: a few customers come often.
  return `customer-${String(1 + Math.floor(random.next() ** 2 * USERS)).padStart(3, '0')}`;
}
