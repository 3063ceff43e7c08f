// Checks messages of a probe and of the local server on arrival.
import type { MessageFault } from '../base/problem-schemas';
import {
  figureUnits,
  quantities,
  quantityUnits,
  workerThrows,
  type RawFigure,
  type WorkerEnd,
} from '../claims/claims';
import { methodIds, type MethodId } from '../claims/methods';
import { defined } from '../base/defined';
import { bounds } from '../base/data-schemas';
import type { FromHttpPeer } from './messages';
import { probeNotes, type ProbeAnswer, type ProbeSaid } from '../claims/probes';
import { probeFaults } from '../report/probe-failure';
import type { Result } from '../base/result';
import { strategyKinds } from '../experiment/strategies';
import {
  columnsIn,
  flag,
  identitiesIn,
  kinds,
  listIn,
  nameIn,
  numberIn,
  objectIn,
  oneOf,
  optional,
  readMessage,
  refusePart,
  wholeIn,
  words,
  type Raw,
} from './wire';

/** More than any probe starts, those that have ended included. */
const maxWorkers = 10_000;
const maxFigures = 10_000;

function methodOf(from: Raw): MethodId {
  const method = methodIds.find((id) => id === from['label']);
  return method ?? refusePart('label', 'no-method');
}

function figureOf(from: Raw): RawFigure {
  const quantity = oneOf(from, 'quantity', quantities);
  const unit = oneOf(from, 'unit', figureUnits);
  const wanted = quantityUnits[quantity];
  if (unit !== wanted) return refusePart('unit', { code: 'other-unit', unit, quantity, wanted });
  return {
    quantity,
    variant: nameIn(from, 'variant'),
    label: methodOf(from),
    strategy: oneOf(from, 'strategy', strategyKinds),
    unit,
    ...optional(from, 'x', (raw, name) => numberIn(raw, name, bounds.figure)),
    values: Array.from(columnsIn(from, { values: kinds.figure }).values),
    ...optional(from, 'worker', (raw, name) => workerOf(objectIn(raw, name))),
    ...optional(from, 'saw', nameIn),
  };
}

function noteOf(message: Raw): ProbeSaid {
  const code = oneOf(message, 'code', probeNotes);
  const bytes = code === 'no-shared-memory' ? wholeIn(message, 'bytes', bounds.exact) : undefined;
  return { type: 'note', code, ...defined({ bytes }) };
}

/** Windows has codes up to 2³². */
const exitCodes = { min: -(2 ** 31), max: 2 ** 32 } as const;

/** How a worker ended, with what its error said. */
function workerOf(from: Raw): WorkerEnd {
  return {
    ...optional(from, 'signal', nameIn),
    ...optional(from, 'exitCode', (raw, name) => wholeIn(raw, name, exitCodes)),
    ...optional(from, 'running', flag),
    ...optional(from, 'error', words),
    ...optional(from, 'threw', (raw, name) => oneOf(raw, name, workerThrows)),
  };
}

function readAnswer(message: Raw): ProbeAnswer {
  switch (message['type']) {
    case 'workers':
      return { type: 'workers', workers: identitiesIn(message, 'workers', maxWorkers) };
    case 'figures': {
      const figures = listIn(message, 'figures', maxFigures);
      return { type: 'figures', figures: figures.map((one) => figureOf(objectIn({ one }, 'one'))) };
    }
    case 'note':
      return noteOf(message);
    case 'fault':
      return {
        type: 'fault',
        message: words(message, 'message'),
        ...optional(message, 'reason', (from, name) => oneOf(from, name, probeFaults)),
      };
    case 'done':
      return { type: 'done' };
    default:
      return refusePart('type', 'no-probe-type');
  }
}

/** Returns what a probe says, or what is wrong with it. */
export function parseProbeAnswer(message: unknown): Result<ProbeAnswer, MessageFault> {
  return readMessage(message, readAnswer);
}

/** Returns where the local server listens: on loopback and nowhere else. */
export function parseFromHttpPeer(message: unknown): Result<FromHttpPeer, MessageFault> {
  return readMessage(message, (raw) => {
    const url = raw['url'];
    const onLoopback = typeof url === 'string' && /^http:\/\/127\.0\.0\.1:\d{1,5}\/$/.test(url);
    if (raw['type'] !== 'listening' || !onLoopback) {
      return refusePart('url', 'no-loopback');
    }
    return { type: 'listening', url };
  });
}
