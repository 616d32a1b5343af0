export { recordEvent } from './record-event.ts';
export {
  EVENT_TYPES,
  exampleEvent,
  isKnownToMlflow,
  type AlertData,
  type EventData,
  type EventType,
  type RegistryEvent,
} from './registry-event.ts';
