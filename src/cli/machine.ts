// `corelane machine`: the machine as a run sees it.
import { readMachine } from '@engine/machine/machine';
import { cleanText } from '@shared/base/clean-text';
import { findInterpreters } from '@engine/python/find-interpreters';
import type { MachineInfo } from '@shared/report/machine';
import type { FoundInterpreters } from '@shared/experiment/python';
import { machineFacts } from '@present/words/machine-facts';
import { alignColumns } from './columns';

/** What is known about this machine and its Pythons, as text or as JSON. */
export async function machineText(json: boolean): Promise<string> {
  const machine = readMachine();
  const pythons = await findInterpreters();
  return json
    ? `${JSON.stringify({ ...machine, pythons }, undefined, 2)}\n`
    : `${writeMachine(machine)}\n${describePythons(pythons)}`;
}

/** A line an interpreter: the usable ones, then why others are not. */
export function describePythons({ usable, unusable }: FoundInterpreters): string {
  if (usable.length + unusable.length === 0) return 'Python: none is found here\n';
  const rows = usable.map(({ id, implementation, version, freeThreaded, gil, path }): string[] => [
    id,
    `${implementation} ${version}`,
    freeThreaded ? `free-threaded, lock ${gil ? 'on' : 'off'}` : 'with a lock',
    path,
  ]);
  const others = unusable.map(({ path, why }): string[] => [
    '-',
    cleanText(path, 300),
    `can't be used: ${why}`,
  ]);
  const tables = [rows, others].filter((table) => table.length > 0).map(alignColumns);
  return `Python\n${tables.join('\n')}\n`;
}

/** One line a fact, then the counters. */
export function writeMachine(machine: MachineInfo): string {
  const rows = machineFacts(machine).map(({ name, value }) => [name, value]);
  const counters = machine.counters.map(({ name, readable, note }): [string, string, string] => [
    name,
    readable ? 'readable' : 'not readable',
    note ?? '',
  ]);
  return `${alignColumns(rows)}\n\ncounters\n${alignColumns(counters)}\n`;
}
