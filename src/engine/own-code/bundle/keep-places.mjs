// A plugin of the bundler by which every module knows the place it was written for. Plain JavaScript,
// since it also runs in another Node.js as it stands.
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, extname, isAbsolute, join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The `type` of a file's package. */
function packageType(file) {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) {
      try {
        return JSON.parse(readFileSync(manifest, 'utf8')).type;
      } catch {
        // Whoever loads the file says what is wrong with it.
        return undefined;
      }
    }
    if (folder === dirname(folder)) return undefined;
  }
}

const isTypeScript = (file) => /\.[cm]?tsx?$/i.test(file);

/** Calls `visit` with every node below `root`; what it returns false for is not entered. */
function walk(root, visit) {
  const stack = [root];
  while (stack.length > 0) {
    const node = stack.pop();
    if (typeof node.type === 'string' && visit(node) === false) continue;
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) {
        for (const one of value) if (typeof one === 'object' && one !== null) stack.push(one);
      } else if (typeof value === 'object' && value !== null) stack.push(value);
    }
  }
}

const moduleOnly = /^(?:Import|Export(?:Named|Default|All))Declaration$/;

/** Whether a text has what only ECMAScript modules have, as Node.js looks: syntax, not words. */
function hasModuleSyntax(program) {
  if (program.body.some(({ type }) => moduleOnly.test(type))) return true;
  let found = false;
  walk(program, (node) => {
    if (found) return false;
    if (node.type === 'MetaProperty' && node.meta.name === 'import') found = true;
    // An `await` outside of every function.
    if (node.type === 'AwaitExpression') found = true;
    if (node.type === 'ForOfStatement' && node.await) found = true;
    return !/Function|^(?:PropertyDefinition|StaticBlock)$/.test(node.type) || hasMeta(node);
  });
  return found;
}

/** Of a function only `import.meta` counts. */
function hasMeta(node) {
  let meta = false;
  walk(node, (inner) => {
    if (inner.type === 'MetaProperty' && inner.meta.name === 'import') meta = true;
    return !meta;
  });
  return meta;
}

/** Whether Node.js would load a file as CommonJS, by its own rule: ending, package, syntax. */
function isCommonJs(file, parse) {
  const ending = extname(file);
  if (ending === '.cjs' || ending === '.node') return true;
  if (ending !== '.js') return false;
  const type = packageType(file);
  if (type !== undefined) return type !== 'module';
  const program = parse(file, { lang: 'js', sourceType: 'unambiguous' });
  // Of a text that it does not understand, Node.js says what is wrong with it.
  return program !== undefined && !hasModuleSyntax(program);
}

/** The value of a node that is a plain text. */
function textOf(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'StringLiteral') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0].value.cooked;
  return undefined;
}

const names = { resolve: '__corelane_resolve', meta: '__corelane_meta' };

/** What stands at the end of a module that asks for more than its address: functions are there from its beginning. */
function helpers(file) {
  const url = JSON.stringify(pathToFileURL(file).href);
  const path = JSON.stringify(file);
  return `
import { createRequire as __corelane_require, isBuiltin as __corelane_builtin } from 'node:module';
import { pathToFileURL as __corelane_url } from 'node:url';
function ${names.resolve}(given) {
  const name = String(given);
  if (/^[a-z][a-z0-9+.-]+:/i.test(name)) return name;
  if (__corelane_builtin(name)) return 'node:' + name;
  if (/^\\.{0,2}\\//.test(name)) return new URL(name, ${url}).href;
  return __corelane_url(__corelane_require(${path}).resolve(name)).href;
}
function ${names.meta}() {
  return ${names.meta}.value ??= Object.assign(Object.create(null), {
    url: ${url}, filename: ${path}, dirname: ${JSON.stringify(dirname(file))}, main: false, resolve: ${names.resolve},
  });
}
`;
}

const [itself, address] = [(file) => file, (file) => pathToFileURL(file).href];
const places = { __proto__: null, url: address, filename: itself, dirname };

/** Names of CommonJS that a TypeScript file may use as if it were that. */
const ownNames = { __proto__: null, __filename: itself, __dirname: dirname };

/** The names that a statement declares in its module; with `declare`, TypeScript says that others do. */
function declaredNames(statement) {
  const { declare, specifiers, declarations, id } = statement.declaration ?? statement;
  if (declare === true) return [];
  const names = [];
  const bound = specifiers?.map(({ local }) => local) ?? declarations?.map((one) => one.id) ?? [id];
  walk(bound, ({ type, name }) => type !== 'Identifier' || names.push(name));
  return names;
}

/** What is to be replaced in a module's text for it to know its place; undefined where nothing is. */
function placed(code, file, program) {
  const edits = [];
  const members = new Set();
  const used = new Set();
  const declared = new Set(program.body.flatMap(declaredNames));
  let wantsHelpers = false;
  walk(program, (node) => {
    if (node.type === 'MemberExpression' && !node.computed && node.object.type === 'MetaProperty') {
      const place = places[node.property.name];
      if (place !== undefined && node.object.meta.name === 'import') {
        edits.push([node.start, node.end, JSON.stringify(place(file))]);
        members.add(node.object);
      }
    } else if (node.type === 'MetaProperty' && node.meta.name === 'import' && !members.has(node)) {
      edits.push([node.start, node.end, `${names.meta}()`]);
      wantsHelpers = true;
    } else if (node.type === 'ImportExpression' && textOf(node.source) === undefined) {
      edits.push([node.source.start, node.source.start, `${names.resolve}(`]);
      edits.push([node.source.end, node.source.end, ')']);
      wantsHelpers = true;
    } else if (node.type === 'Identifier' && node.name in ownNames) used.add(node.name);
  });
  const missing = [...used].filter((name) => !declared.has(name));
  const ambient = ({ declare, declaration }) => (declare ?? declaration?.declare) === true;
  // The bundler's parser takes a name that is said to be elsewhere for one that is declared twice.
  for (const { start, end } of missing.length > 0 ? program.body.filter(ambient) : [])
    edits.push([start, end, code.slice(start, end).replace(/\S/g, ' ')]);
  if (edits.length === 0 && missing.length === 0) return undefined;
  let text = code;
  for (const [start, end, replacement] of edits.sort(([one], [other]) => one - other).reverse())
    text = text.slice(0, start) + replacement + text.slice(end);
  const own = missing
    .map((name) => `var ${name} = ${JSON.stringify(ownNames[name](file))};`)
    .join('');
  const first = text.startsWith('#!') ? text.indexOf('\n') + 1 : 0;
  return text.slice(0, first) + own + text.slice(first) + (wantsHelpers ? helpers(file) : '');
}

/** Stands for a file of CommonJS that a module imports. */
const required = '\0required:';

const langOf = (file) =>
  /x$/i.test(file) ? (isTypeScript(file) ? 'tsx' : 'jsx') : isTypeScript(file) ? 'ts' : 'js';

/**
 * What Node.js can load as it is stays where it lies and is loaded from there: CommonJS, add-ons and WebAssembly;
 * of ECMAScript what is a package's, where `native` says that this Node.js can. What has to be bundled is told
 * its own place instead of the bundle's.
 * @param {string} entry the file that is bundled
 * @param {{ native: boolean, modules: Set<string>, outside: Set<string> }} options filled with the whole paths of
 *   files: those that were read, and those that are loaded from where they lie
 */
function keepPlaces(entry, { native, modules, outside }) {
  const own = realpathSync(entry);
  let context;
  let refused;
  /** Undefined where it fails: the bundler reads the same text next, and names the line and the reason. */
  const parse = (file, options, code) => {
    try {
      return context.parse(code ?? readFileSync(file, 'utf8'), options);
    } catch {
      return undefined;
    }
  };
  const kinds = new Map();
  const isCommon = (file) => {
    if (!kinds.has(file)) kinds.set(file, isCommonJs(file, parse));
    return kinds.get(file);
  };
  const stays = (file) => {
    if (extname(file) === '.json' || isTypeScript(file)) return false;
    if (extname(file) === '.wasm') return true;
    if (isCommon(file)) return true;
    return native && file.includes(`${sep}node_modules${sep}`);
  };

  return {
    name: 'keep-places',
    buildStart() {
      context = this;
      if (stays(own)) outside.add(own);
    },
    async resolveId(source, importer, { kind }) {
      // Before anything looks there: looking alone tells the other machine who asks.
      if (liesElsewhere(source)) {
        throw new Error(`${source} lies on another machine or a device, and is not loaded`);
      }
      if (importer === undefined) return { id: own };
      if (isBuiltin(source)) return null;
      const asked = source.startsWith('file:') ? fileURLToPath(source) : source;
      const found =
        asWritten(asked, importer) ??
        (kind === 'require-call' ? undefined : asAddress(asked, importer)) ??
        (await this.resolve(asked, importer, { kind, skipSelf: true })) ??
        (await this.resolve(typed(asked), importer, { kind, skipSelf: true }));
      if (found === null) {
        // What is asked for while it runs may be caught then.
        const later = kind === 'dynamic-import' || kind === 'require-call';
        return later ? { id: source, external: true } : null;
      }
      if (found.external || found.id === own || !isAbsolute(found.id)) return found;
      if (!stays(found.id)) return { id: found.id };
      outside.add(found.id);
      if (kind === 'require-call') return { id: found.id, external: true };
      // Names of CommonJS are found as it runs, as TypeScript expects it, not by how its text looks.
      if (isCommon(found.id) && kind === 'import-statement') return { id: required + found.id };
      return { id: pathToFileURL(found.id).href, external: true };
    },
    moduleParsed({ id }) {
      if (isAbsolute(id)) modules.add(id);
    },
    load(id) {
      if (id.startsWith(required)) {
        const path = JSON.stringify(id.slice(required.length));
        return { code: `module.exports = require(${path});`, moduleType: 'js' };
      }
      if (!isAbsolute(id)) return null;
      const ending = extname(id).slice(1).toLowerCase();
      if (ending === 'json') return { code: readJson(id), moduleType: 'json' };
      // The bundler takes what follows a question mark for no part of the name.
      const text = id.includes('?') || isScript(id) ? readFileSync(id, 'utf8') : undefined;
      // It knows no `#!` after a byte order mark, which Node.js does.
      const marked = text?.startsWith('\ufeff#!') === true;
      if (!marked && !id.includes('?')) return null;
      return { code: marked ? text.slice(1) : text, moduleType: langOf(id) };
    },
    /** Decorators and accessors of the standard are left as they are, and no Node.js knows them. */
    generateBundle(_, bundle) {
      const chunk = Object.values(bundle)[0];
      if (refused === undefined) return;
      let left = false;
      walk(this.parse(chunk.code), (node) => {
        left ||= unknownSyntax(node) !== undefined;
        return !left;
      });
      if (left) throw new Error(refused);
    },
    transform(code, id) {
      if (!isAbsolute(id) || !isScript(id)) return null;
      if (!/\bimport\b|__(?:file|dir)name\b|@|\baccessor\b/.test(code)) return null;
      const program = parse(id, { lang: langOf(id) }, code);
      if (program === undefined) return null;
      walk(program, (node) => {
        const { at, why } = unknownSyntax(node) ?? {};
        if (why !== undefined) refused ??= `${id}:${code.slice(0, at).split('\n').length}: ${why}`;
        return true;
      });
      const text = placed(code, id, program);
      return text === undefined ? null : { code: text, map: null };
    },
  };
}

/** A file that is named with its whole name, in a folder of any name; undefined for everything else. */
function asWritten(name, importer) {
  if (!/^(?:\.{1,2}[\\/]|[\\/]|[a-z]:[\\/])/i.test(name)) return undefined;
  const path = resolve(dirname(importer), name);
  return statSync(path, { throwIfNoEntry: false })?.isFile()
    ? { id: realpathSync(path) }
    : undefined;
}

/**
 * The file that an ECMAScript import means as an address, as Node.js reads it: `%20` is a space, and what follows
 * `?` or `#` is no part of the name.
 */
function asAddress(name, importer) {
  if (!/^\.{0,2}\//.test(name) || !/[%?#]/.test(name)) return undefined;
  try {
    return asWritten(fileURLToPath(new URL(name, pathToFileURL(importer))), importer);
  } catch {
    // Not one that Node.js takes.
    return undefined;
  }
}

const isScript = (file) => /\.[cm]?[jt]sx?$/i.test(file);

/** A file of JSON, which may begin with a byte order mark. */
function readJson(file) {
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  try {
    JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: ${error.message}`);
  }
  return text;
}

/** Where a node has syntax that no Node.js knows, and what to do about it. */
function unknownSyntax({ type, start, decorators }) {
  const [decorator] = decorators ?? [];
  if (decorator !== undefined) {
    const why =
      'decorators are run here only as "experimentalDecorators" in tsconfig.json makes them';
    return { at: decorator.start, why };
  }
  if (type !== 'AccessorProperty') return undefined;
  return { at: start, why: '"accessor" is not known to Node.js. Write a getter and a setter' };
}

const liesElsewhere = (name) => /^(?:file:)?[\\/]{2}(?!\/)/.test(name);

/** TypeScript names a file by what becomes of it: `./a.js` may be `./a.ts`. */
const typed = (name) => name.replace(/\.([cm]?)js(x?)$/, '.$1ts$2');

/**
 * What a file and all it imports are.
 * @param {import('rolldown').OutputChunk} chunk
 * @param {{ entry: string, native: boolean, modules: Set<string>, outside: Set<string> }} options as they were given to the plugin
 */
function describeBundle({ code, exports, map }, { entry, native, modules: all, outside }) {
  const own = realpathSync(entry);
  const modules = [...all].filter((file) => !outside.has(file));
  const common = outside.has(own);
  // What this Node.js can load by itself is loaded by it, from where it lies.
  if (common || (native && !modules.some(isTypeScript))) {
    return {
      code: '',
      exports: common ? [] : exports,
      modules: [],
      outside: [...new Set([...outside, ...modules])].sort(),
    };
  }
  const sources = map.sources.map(
    (source) => pathToFileURL(isAbsolute(source) ? source : join(dirname(entry), source)).href,
  );
  const inline = Buffer.from(JSON.stringify({ ...map, sources })).toString('base64');
  return {
    code: `${code}\n//# sourceMappingURL=data:application/json;base64,${inline}\n`,
    exports,
    modules: modules.sort(),
    outside: [...outside].sort(),
  };
}

/**
 * Bundles a file and all it imports; rejects with the bundler's own words.
 * @param rolldown the bundler
 * @param {{ path: string, folder: string, native: boolean, node: string }} order `node`: the version of the Node.js
 *   that will run it; `native`: it loads plain JavaScript of every kind from where it lies
 */
export async function bundleFile(rolldown, { path, folder, native, node }) {
  const options = { entry: path, native, modules: new Set(), outside: new Set() };
  const bundle = await rolldown({
    input: path,
    cwd: folder,
    platform: 'node',
    logLevel: 'silent',
    // No path of a file stands in a comment: it may hold a line break.
    experimental: { attachDebugInfo: 'none' },
    // What this Node.js does not know yet is written in what it knows.
    transform: { target: `node${node}` },
    // Node's own rule: the other names are for bundlers of pages.
    resolve: { mainFields: ['main'] },
    plugins: [keepPlaces(path, options)],
  });
  try {
    const { output } = await bundle.generate({
      format: 'esm',
      // The places in its map are told from there.
      dir: folder,
      exports: 'named',
      sourcemap: 'hidden',
      codeSplitting: false,
    });
    return describeBundle(output[0], options);
  } finally {
    await bundle.close();
  }
}
