// Sentences of the facts that a verdict begins with: which strategy to use, against which others; or why nothing
// is decided.
import { natureLimitText } from '../engine/failures';
import { formatDuration } from '../../locale/format';
import type { FactOf } from '@shared/report/verdict';
import { nameCell, subjectsOf } from '../../names/cells';
import { list, listSome } from '../../messages/list';
import { message } from '../../messages/message';
import { joinSentences, sayClauses, type Sentence } from '../clauses';
import {
  evidenceAt,
  intervalDetail,
  memoryEvidence,
  memoryValues,
  nameWithTime,
  ratioText,
  type FindCell,
} from './cells';

/** `Use 2 threads: 1.91× faster than serial, 1.21 s instead of 2.31 s, cold.` */
export function sayFaster(fact: FactOf<'faster'>, find: FindCell): Sentence {
  const { cell, ratio, coldNs, overNs } = fact;
  return sayClauses(
    'verdict-faster',
    {
      cell: nameCell(find(cell)),
      ratio: ratioText(ratio),
      time: formatDuration(coldNs),
      serialTime: formatDuration(overNs),
    },
    { row: evidenceAt('row', cell, intervalDetail(ratio)) },
  );
}

/** `In comparison, 2 processes take 1.12× as long and 2.72× the memory.` */
export function sayRunnerUp(fact: FactOf<'runner-up'>, find: FindCell): Sentence {
  const { ratio, memory } = fact;
  const cell = find(fact.cell);
  return sayClauses(
    'verdict-runner-up',
    {
      cell: nameCell(cell),
      subjects: subjectsOf(cell),
      ratio: ratioText(ratio),
      ...memoryValues(memory),
    },
    {
      row: evidenceAt('row', cell.id, intervalDetail(ratio)),
      ...memoryEvidence(cell.id, memory),
    },
  );
}

/** `No difference was found between 2 threads and 2 processes.` */
export function sayEqual(fact: FactOf<'equal'>, find: FindCell): Sentence {
  const { ratio, memory, others } = fact;
  const first = find(others[0] ?? fact.cell);
  const name = nameCell(first);
  const detail = message('verdict-detail-of-cell', { cell: name, interval: intervalDetail(ratio) });
  return sayClauses(
    'verdict-equal',
    {
      cells: listSome([fact.cell, ...others].map((id) => nameCell(find(id)))),
      cell: name,
      subjects: subjectsOf(first),
      ...memoryValues(memory),
    },
    { row: evidenceAt('row', first.id, detail), ...memoryEvidence(first.id, memory) },
  );
}

/** `Use neither: serial takes 3.10 µs cold; 2 threads take 31 ms, 10,000× as long.` */
export function sayBeaten(fact: FactOf<'beaten'>, find: FindCell): Sentence {
  const others = fact.others.map(({ cell: id, coldNs, ratio }) => {
    const cell = find(id);
    return sayClauses(
      'verdict-beaten-other',
      {
        cell: nameCell(cell),
        subjects: subjectsOf(cell),
        time: formatDuration(coldNs),
        ratio: ratioText(ratio),
      },
      { row: evidenceAt('row', id, intervalDetail(ratio)) },
    );
  });
  return sayClauses('verdict-beaten', {
    answer: fact.neither ? 'neither' : 'serial',
    time: formatDuration(fact.coldNs),
    others: joinSentences(others, message('verdict-beaten-separator')),
  });
}

/** `No difference found between serial (2.31 s) and 2 threads (2.29 s), cold.` */
export function sayAlike({ cells }: FactOf<'alike'>, find: FindCell): Sentence {
  const named = cells.map(({ cell, coldNs }) => nameWithTime(find(cell), coldNs));
  return sayClauses('verdict-alike', { cells: listSome(named) });
}

/** `Against 2 threads, serial takes 1.01× as long and 0.50× the memory.` */
export function sayAgainst(fact: FactOf<'against'>, find: FindCell): Sentence {
  const { cell, over, ratio, memory } = fact;
  return sayClauses(
    'verdict-against',
    {
      cell: nameCell(find(cell)),
      over: nameCell(find(over)),
      ratio: ratioText(ratio),
      ...memoryValues(memory),
    },
    { row: evidenceAt('row', over, intervalDetail(ratio)), ...memoryEvidence(cell, memory) },
  );
}

/** `Not decided: only serial was measured, 1 s, cold. Add another strategy to compare it with.` */
export function sayOnlySerial({ coldNs, planned }: FactOf<'only-serial'>): Sentence {
  const others = planned ? 'planned' : 'none';
  return sayClauses('verdict-only-serial', { time: formatDuration(coldNs), others });
}

/** `Not decided: 2 threads came first, 1 s, cold. Add serial to the experiment to know what it gains.` */
export function sayNoSerial(fact: FactOf<'no-serial'>, find: FindCell): Sentence {
  return sayClauses('verdict-no-serial', {
    cell: nameCell(find(fact.cell)),
    time: formatDuration(fact.coldNs),
    serial: fact.planned ? 'planned' : 'none',
  });
}

/** `Not decided: this needs at least 3 trials of each strategy. Fastest so far: 2 threads (1 s), cold.` */
export function sayTooFew({ least, cells }: FactOf<'too-few'>, find: FindCell): Sentence {
  const named = cells.map(({ cell, coldNs }) => nameWithTime(find(cell), coldNs));
  return sayClauses('verdict-too-few', { least, cells: listSome(named) });
}

/** `Left out, with fewer than 3 trials: 2 processes.` */
export function sayLeftOut(fact: FactOf<'left-out'>, find: FindCell): Sentence {
  const { cells, least, most } = fact;
  const detail = message('verdict-detail-ended-well', {
    sort: cells.length === 1 ? 'all' : 'most',
    trials: message('count-trials', { count: most }),
  });
  return sayClauses(
    'verdict-left-out',
    { least, cells: listSome(cells.map((id) => nameCell(find(id)))) },
    { trials: evidenceAt('warnings', onlyOne(cells), detail) },
  );
}

/** `2 threads can't run this work. Threads can't change the current folder of their process; processes can.` */
export function sayUnfit({ cells, reason }: FactOf<'unfit'>, find: FindCell): Sentence {
  const detail = message('verdict-detail-unfit');
  return sayClauses(
    'verdict-unfit',
    { cells: list(cells.map((id) => nameCell(find(id)))), reason: natureLimitText(reason) },
    { trials: evidenceAt('warnings', onlyOne(cells), detail) },
  );
}

const onlyOne = (ids: readonly string[]): string | undefined =>
  ids.length === 1 ? ids[0] : undefined;
