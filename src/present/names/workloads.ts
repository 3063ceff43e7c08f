// What can be measured, by name: workloads and their parameters.
import { ownCodeKinds } from '@shared/experiment/own-code';
import {
  workloadKinds,
  workloadSpec,
  type ParameterId,
  type ParameterSpec,
  type ParameterUnit,
  type Workload,
} from '@shared/experiment/workloads';
import { groupDigits, unitSign, withUnit } from '../locale/format';
import { message } from '../messages/message';

type Kind = Workload['kind'];

/** `Matrix product`. */
export const workloadTitle = (kind: Kind): string => message(`workload-${kind}`);

/** The workload inside a text: `matmul`. */
export const workloadName = (kind: Kind): string => message(`workload-${kind}.name`);

/** The same of a kind that a file names; as it stands where there is no such workload. */
export function nameWorkload(kind: string): string {
  const known = [...workloadKinds, ...ownCodeKinds].find((one) => one === kind);
  return known === undefined ? kind : workloadName(known);
}

/** What one task does, in one short line. */
export const workloadSummary = (kind: Kind): string => message(`workload-${kind}.summary`);

/** The label of a parameter: `iterations`. */
export const parameterLabel = (id: ParameterId): string => message(`parameter-${id}`);

/** What the figure of a parameter says. */
export const parameterHelp = (id: ParameterId): string => message(`parameter-${id}.help`);

/** The label of a workload's parameter by its name in a file; that name where there is none. */
export function labelParameter(kind: Kind, name: string): string {
  const spec: ParameterSpec | undefined = workloadSpec(kind).params[name];
  return spec === undefined ? name : parameterLabel(spec.id);
}

/** What stands behind a parameter's field; empty where its label says what is counted. */
export function parameterUnit(unit: ParameterUnit): string {
  switch (unit) {
    case 'count':
      return '';
    case 'ms':
    case 'B':
      return unitSign(unit);
    default:
      return message('parameter-unit', { unit });
  }
}

/** Returns whether a figure with its unit says what it is by itself: `20,000,000 times`. */
export function isCounted(unit: ParameterUnit): boolean {
  return unit !== 'count' && unit !== 'ms' && unit !== 'B';
}

/** The figure of a parameter with its unit: `1 row`, `20 ms`, `7`. */
export function countUnit(count: number, unit: ParameterUnit): string {
  switch (unit) {
    case 'count':
      return groupDigits(count);
    case 'ms':
    case 'B':
      return withUnit(groupDigits(count), unit);
    default:
      return message(`parameter-${unit}`, { count });
  }
}
