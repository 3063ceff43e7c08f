// Variables of the environment under which the children ran otherwise than without: debuggers, profilers, limits.
import type { EnvironmentEffect, Warning } from '@shared/report/warnings';
import type { RunFacts } from '../cells/records';
import { warn } from './warn';

type Effects = readonly (readonly [RegExp, EnvironmentEffect])[];

/** What an option of Node.js does to what is measured. */
const options: Effects = [
  [/^--inspect/, 'slower'],
  [/^--(?:cpu|heap)-prof|^--prof$|^--perf-/, 'slower'],
  [/^--jitless$|^--no-opt$|^--interpreted-frames-native-stack$|^--always-/, 'slower'],
  [/^--max-old-space-size|^--max-semi-space-size|^--stack-size/, 'memory-limit'],
  [/^--trace-/, 'slower'],
  [/^(?:--require|-r|--import|--loader|--experimental-loader)$/, 'more-code'],
];

/** Variables that by themselves slow down or change what runs. */
const variables: Effects = [
  [/^NODE_V8_COVERAGE$/, 'slower'],
  [/^VSCODE_INSPECTOR_OPTIONS$/, 'debugger'],
  [/^(?:LD_PRELOAD|DYLD_INSERT_LIBRARIES)$/, 'libraries'],
];

const pythonVariables: Effects = [
  [
    /^PYTHON(?:DEVMODE|TRACEMALLOC|MALLOC|PROFILEIMPORTTIME|FAULTHANDLER|DEBUG|VERBOSE|INSPECT|DONTWRITEBYTECODE)/,
    'slower-python',
  ],
];

/** The options in NODE_OPTIONS, without their values. */
export function nodeOptions(text: string): readonly string[] {
  return [...text.matchAll(/(?:^|\s)"?(--?[a-z][\w-]*)/gi)].map(([, name = '']) =>
    name.replaceAll('_', '-'),
  );
}

interface Found {
  readonly effect: EnvironmentEffect;
  readonly variable: string;
  readonly option?: string;
}

/** One warning for each effect, with all that has it. */
export function warnOfEnvironment({ machine, cells }: RunFacts): Warning[] {
  const given = Object.entries(machine.variables ?? {});
  const inPython = cells.some(({ python }) => python !== undefined);
  const known = inPython ? [...variables, ...pythonVariables] : variables;
  const found = given.flatMap(([variable, value]): readonly Found[] => {
    if (variable !== 'NODE_OPTIONS') {
      return effectOf(variable, known).map((effect) => ({ effect, variable }));
    }
    return [...new Set(nodeOptions(value))].flatMap((option) =>
      effectOf(option, options).map((effect) => ({ effect, variable, option })),
    );
  });
  return [...new Set(found.map(({ effect }) => effect))].map((effect) => {
    const settings = found
      .filter((one) => one.effect === effect)
      .map(({ effect: _, ...setting }) => setting);
    return warn({ kind: 'environment', effect, settings });
  });
}

function effectOf(name: string, known: Effects): readonly EnvironmentEffect[] {
  return known.flatMap(([pattern, effect]) => (pattern.test(name) ? [effect] : [])).slice(0, 1);
}
