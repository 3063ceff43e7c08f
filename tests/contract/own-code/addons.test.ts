// Add-ons and WebAssembly of own code, with real files: one that is built here, one of a package, one written by hand.
import { casesOf } from '../../helpers/every-case';
import { whyOf } from '../../helpers/failures';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ExperimentInput } from '@shared/experiment/experiment';
import { OwnFolder } from '../../helpers/own-code';
import { beginRun, experiment } from '../../helpers/run-experiment';

const own = new OwnFolder();
afterAll(() => own.remove());

/** What is loaded is loaded in `async` as in `serial`. */
const strategies: ExperimentInput['strategies'] = casesOf(
  [{ kind: 'serial' }, { kind: 'threads', workers: 2 }, { kind: 'processes', workers: 2 }],
  [{ kind: 'async', workers: 2 }],
);

async function outcomes(name: string, text: string) {
  const workload = own.workload(name, text);
  const { cells } = await beginRun(experiment({ workload, strategies, tasks: 3 })).report;
  return Object.fromEntries(
    cells.map(({ strategy, trials: [trial] }) => [
      strategy,
      whyOf(trial?.evidence)?.replace(/^Worker \d/, 'Worker') ?? trial?.status,
    ]),
  );
}

const everywhere = Object.fromEntries(strategies.map(({ kind }) => [kind, 'ok']));

/** Where this Node.js has its headers, if it does and there is a compiler. */
function findHeaders(): string | undefined {
  const headers = [
    join(dirname(dirname(process.execPath)), 'include/node'),
    '/usr/include/node',
  ].find((folder) => existsSync(join(folder, 'node.h')));
  try {
    execFileSync('g++', ['--version'], { stdio: 'ignore' });
    return headers;
  } catch {
    return undefined;
  }
}

const headers = findHeaders();

function build(name: string, source: string): void {
  const file = own.write(`${name}.cc`, source);
  const output = join(own.path, `${name}.node`);
  execFileSync('g++', ['-shared', '-fPIC', '-std=c++20', `-I${headers}`, file, '-o', output]);
}

const add = `static void Add(const v8::FunctionCallbackInfo<v8::Value>& args) {
  args.GetReturnValue().Set(args[0].As<v8::Int32>()->Value() + 1);
}
static void Init(v8::Local<v8::Object> exports) { NODE_SET_METHOD(exports, "add", Add); }
`;

const requiring = (file: string): string => `import { createRequire } from 'node:module';
const { add } = createRequire(import.meta.url)('./${file}');
export default (_, index) => add(index);`;

describe.skipIf(headers === undefined)('an add-on that is compiled here', () => {
  it('for one thread of a process is a reason against threads', async () => {
    build('once', `#include <node.h>\n${add}NODE_MODULE(once, Init)\n`);
    const told = await outcomes('once.mjs', requiring('once.node'));
    expect(told).toEqual({
      ...everywhere,
      threads: expect.stringMatching(
        /^Worker threw while its file was loaded: Module did not self-register: .*once\.node' \(once\.mjs:2\)\. The add-on can be loaded by one thread of a process only: threads can't share it; processes can each load it\.$/,
      ) as unknown,
    });
  });

  it('for any number of threads runs in every strategy', async () => {
    build('shared', `#include <node.h>\n${add}NODE_MODULE_INIT() { Init(exports); }\n`);
    expect(await outcomes('shared.mjs', requiring('shared.node'))).toEqual(everywhere);
    const typed = `import { createRequire } from 'node:module';
const { add }: { add(value: number): number } = createRequire(import.meta.url)('./shared.node');
export default (_: unknown, index: number): number => add(index);`;
    expect(await outcomes('typed.mts', typed)).toEqual(everywhere);
    const common = "const { add } = require('./shared.node');\nmodule.exports = (_, i) => add(i);";
    expect(await outcomes('common.cjs', common)).toEqual(everywhere);
  });

  it('of something else is told by its name', async () => {
    own.write('broken.node', 'no library');
    const told = await outcomes('broken.mjs', requiring('broken.node'));
    expect(new Set(Object.values(told)).size).toBe(1);
    expect(told['serial']).toMatch(/^Worker threw while its file was loaded: .*broken\.node/);
  });
});

it('the add-on of a package runs in every strategy', async () => {
  const text = `import { transform } from 'lightningcss';
export default (_, index) => transform({ filename: 'a.css', code: Buffer.from('a { top: ' + index + 'px }'), minify: true }).code.toString();`;
  expect(await outcomes('package.mjs', text)).toEqual(everywhere);
});

describe('WebAssembly', () => {
  // (func (export "add") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add)
  const bytes = Uint8Array.from([
    0, 97, 115, 109, 1, 0, 0, 0, 1, 7, 1, 96, 2, 127, 127, 1, 127, 3, 2, 1, 0, 7, 7, 1, 3, 97, 100,
    100, 0, 0, 10, 9, 1, 7, 0, 32, 0, 32, 1, 106, 11,
  ]);

  it.each(['load.mjs', 'load.mts'])('is read and started by %s in every strategy', async (name) => {
    own.write('add.wasm', bytes);
    const text = `import { readFile } from 'node:fs/promises';
const { instance } = await WebAssembly.instantiate(await readFile(new URL('./add.wasm', import.meta.url)));
const { add } = instance.exports${name.endsWith('.mts') ? ' as { add(one: number, other: number): number }' : ''};
export default (_${name.endsWith('.mts') ? ': unknown, index: number' : ', index'}) => add(index, 1);`;
    expect(await outcomes(name, text)).toEqual(everywhere);
  });

  it('that traps fails its task the same way everywhere', async () => {
    // (func (export "trap") unreachable)
    own.write(
      'trap.wasm',
      Uint8Array.from([
        0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112,
        0, 0, 10, 5, 1, 3, 0, 0, 11,
      ]),
    );
    const text = `import { readFileSync } from 'node:fs';
const { instance } = await WebAssembly.instantiate(readFileSync(new URL('./trap.wasm', import.meta.url)));
export default (_, index) => (index === 2 ? instance.exports.trap() : index);`;
    const told = await outcomes('trap.mjs', text);
    expect(new Set(Object.values(told)).size).toBe(1);
    expect(told['serial']).toMatch(/^Worker threw in task 2: unreachable/);
  });
});
