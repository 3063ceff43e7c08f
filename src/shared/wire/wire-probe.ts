// Checks messages of a probe and of the local server on arrival.
import type { SaidProblem } from '../base/problems';
import { figureUnits, quantities, quantityUnits, type RawFigure } from '../claims/claims';
import { methodIds } from '../claims/methods';
import { bounds } from '../base/data-schemas';
import type { FromHttpPeer } from './messages';
import { probeNotes, type ProbeAnswer } from '../claims/probes';
import type { Result } from '../base/result';
import { strategyKinds } from '../experiment/strategies';
import {
  columnsIn,
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
  words,
  type Raw,
} from './wire';

/** More than any probe starts, those that have ended included. */
const maxWorkers = 10_000;
const maxFigures = 10_000;

function figureOf(from: Raw): RawFigure {
  const quantity = oneOf(from, 'quantity', quantities);
  const unit = oneOf(from, 'unit', figureUnits);
  const wanted = quantityUnits[quantity];
  if (unit !== wanted)
    return refusePart('unit', `is ${unit}, but ${quantity} is given in ${wanted}.`);
  return {
    quantity,
    variant: nameIn(from, 'variant'),
    label: oneOf(from, 'label', methodIds),
    strategy: oneOf(from, 'strategy', strategyKinds),
    unit,
    ...optional(from, 'x', (raw, name) => numberIn(raw, name, bounds.figure)),
    values: Array.from(columnsIn(from, { values: kinds.figure }).values),
    ...optional(from, 'note', words),
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
      return 'code' in message
        ? { type: 'note', code: oneOf(message, 'code', probeNotes) }
        : { type: 'note', text: words(message, 'text') };
    case 'fault':
      return { type: 'fault', message: words(message, 'message') };
    case 'done':
      return { type: 'done' };
    default:
      return refusePart('type', 'is none that a probe says.');
  }
}

/** Returns what a probe says, or `bad-message` with what is wrong. */
export function parseProbeAnswer(message: unknown): Result<ProbeAnswer, SaidProblem> {
  return readMessage(message, readAnswer);
}

/** Returns where the local server listens: on loopback and nowhere else. */
export function parseFromHttpPeer(message: unknown): Result<FromHttpPeer, SaidProblem> {
  return readMessage(message, (raw) => {
    const url = raw['url'];
    const onLoopback = typeof url === 'string' && /^http:\/\/127\.0\.0\.1:\d{1,5}\/$/.test(url);
    if (raw['type'] !== 'listening' || !onLoopback) {
      return refusePart('url', 'is no address on loopback.');
    }
    return { type: 'listening', url };
  });
}
