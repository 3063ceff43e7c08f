// Variables of the environment under which the children ran otherwise than without: debuggers, profilers, limits.
import { cleanText } from '@shared/base/clean-text';
import type { Warning } from '@shared/report/findings';
import type { RunFacts } from '../cells/records';
import { warn } from './words';

/** What an option of Node.js does to what is measured; each to continue "Children ran with …". */
const options: readonly (readonly [RegExp, string])[] = [
  [/^--inspect/, 'slower than without'],
  [/^--(?:cpu|heap)-prof|^--prof$|^--perf-/, 'slower than without'],
  [/^--jitless$|^--no-opt$|^--interpreted-frames-native-stack$|^--always-/, 'slower than without'],
  [/^--max-old-space-size|^--max-semi-space-size|^--stack-size/, 'it limits their memory'],
  [/^--trace-/, 'slower than without'],
  [
    /^(?:--require|-r|--import|--loader|--experimental-loader)$/,
    'it loads more than the code that is measured',
  ],
];

/** Variables that by themselves slow down or change what runs. */
const variables: readonly (readonly [RegExp, string])[] = [
  [/^NODE_V8_COVERAGE$/, 'slower than without'],
  [/^VSCODE_INSPECTOR_OPTIONS$/, 'it attaches a debugger: slower than without'],
  [/^(?:LD_PRELOAD|DYLD_INSERT_LIBRARIES)$/, 'it puts other libraries into every process'],
];

const pythonVariables: readonly (readonly [RegExp, string])[] = [
  [
    /^PYTHON(?:DEVMODE|TRACEMALLOC|MALLOC|PROFILEIMPORTTIME|FAULTHANDLER|DEBUG|VERBOSE|INSPECT|DONTWRITEBYTECODE)/,
    'it can make Python slower',
  ],
];

/** The options in NODE_OPTIONS, without their values. */
export function nodeOptions(text: string): readonly string[] {
  return [...text.matchAll(/(?:^|\s)"?(--?[a-z][\w-]*)/gi)].map(([, name = '']) =>
    name.replaceAll('_', '-'),
  );
}

/** One sentence for each effect, with all that has it. */
export function warnOfEnvironment({ machine, cells }: RunFacts): Warning[] {
  const given = Object.entries(machine.variables ?? {});
  const inPython = cells.some(({ python }) => python !== undefined);
  const known = inPython ? [...variables, ...pythonVariables] : variables;
  const found = given.flatMap(([name, value]) => {
    if (name === 'NODE_OPTIONS') {
      return nodeOptions(value).flatMap((option) =>
        effectsOf(option, options).map((effect) => [effect, `${option} (NODE_OPTIONS)`] as const),
      );
    }
    return effectsOf(name, known).map((effect) => [effect, name] as const);
  });
  const effects = [...new Set(found.map(([effect]) => effect))];
  return effects.map((effect) => {
    const names = [...new Set(found.filter(([one]) => one === effect).map(([, name]) => name))];
    const listed = cleanText(names.join(' and '), 300);
    const unset = [
      ...new Set(names.map((name) => (name.includes('NODE_OPTIONS') ? 'NODE_OPTIONS' : name))),
    ];
    return warn(
      'environment',
      `Children ran with ${listed}: ${effect}.`,
      `Run again without ${cleanText(unset.join(' and '), 300)}, from a terminal that sets none.`,
    );
  });
}

function effectsOf(name: string, known: readonly (readonly [RegExp, string])[]): readonly string[] {
  return known.flatMap(([pattern, effect]) => (pattern.test(name) ? [effect] : [])).slice(0, 1);
}
