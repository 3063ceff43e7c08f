// `corelane machine`: the machine as a run sees it.
import { message } from '@present/messages/message';
import { readMachine } from '@engine/machine/machine';
import { cleanText } from '@shared/base/clean-text';
import { findInterpreters } from '@engine/python/find-interpreters';
import type { MachineInfo } from '@shared/report/machine';
import type { FoundInterpreters } from '@shared/experiment/python';
import { defined } from '@shared/base/defined';
import { readerFaultText } from '@present/words/engine/reader-fault';
import { pythonFaultText } from '@present/words/engine/python-fault';
import { counterName, machineFacts } from '@present/words/machine-facts';
import { lockOf } from '@present/words/python-facts';
import { alignColumns } from './columns';

/** Resolves with what is known about this machine and its Pythons, as text or as JSON. */
export async function machineText(json: boolean): Promise<string> {
  const machine = readMachine();
  const pythons = await findInterpreters();
  return json
    ? `${JSON.stringify({ ...withNotes(machine), pythons: withReasons(pythons) }, undefined, 2)}\n`
    : `${writeMachine(machine)}\n${describePythons(pythons)}`;
}

/** With the notes of its counters as texts, for other programs. */
function withNotes({ counters, ...machine }: MachineInfo): object {
  return {
    ...machine,
    counters: counters.map(({ note, ...counter }) =>
      defined({ ...counter, note: note && readerFaultText(note) }),
    ),
  };
}

/** With the reasons as texts, for other programs. */
function withReasons({ usable, unusable }: FoundInterpreters): object {
  return {
    usable,
    unusable: unusable.map(({ path, why }) => ({ path, why: pythonFaultText(why) })),
  };
}

/** One line per interpreter: the usable ones, then why others are not. */
export function describePythons({ usable, unusable }: FoundInterpreters): string {
  if (usable.length + unusable.length === 0) return `${message('machine-no-python')}\n`;
  const rows = usable.map((python): string[] => [
    python.id,
    `${python.implementation} ${python.version}`,
    message('machine-python-lock', { lock: lockOf(python) }),
    python.path,
  ]);
  const others = unusable.map(({ path, why }): string[] => [
    '-',
    cleanText(path, 300),
    message('machine-python-unusable', { why: pythonFaultText(why) }),
  ]);
  const tables = [rows, others].filter((table) => table.length > 0).map(alignColumns);
  return `${message('machine-python')}\n${tables.join('\n')}\n`;
}

/** One line per fact, then the counters. */
export function writeMachine(machine: MachineInfo): string {
  const rows = machineFacts(machine).map(({ name, value }) => [name, value]);
  const counters = machine.counters.map(({ name, readable, note }): [string, string, string] => [
    counterName(name),
    message('machine-readable', { readable: readable ? 'yes' : 'no' }),
    note === undefined ? '' : readerFaultText(note),
  ]);
  return `${alignColumns(rows)}\n\n${message('machine-counters')}\n${alignColumns(counters)}\n`;
}
