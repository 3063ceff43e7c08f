// The texts of the program: valid, used, typed as they are written, and the same set in every language.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { messageTypes, typesFile } from '../../../scripts/lib/message-types.mjs';

const src = join(import.meta.dirname, '../../../src');
const folder = join(src, 'present/messages');
const languages = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'types')
  .map(({ name }) => name);
const topics = readdirSync(join(folder, 'en'))
  .filter((file) => file.endsWith('.ftl'))
  .map((file) => basename(file, '.ftl'));

const textOf = (language: string, topic: string): string =>
  readFileSync(join(folder, language, `${topic}.ftl`), 'utf8');

const othersThan = (language: string, topic: string): readonly string[] =>
  topics.filter((other) => other !== topic).map((other) => textOf(language, other));

const idsOf = (language: string, topic: string): readonly string[] => [
  ...messageTypes(textOf(language, topic), othersThan(language, topic)).keys(),
];

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(
    (file) => /\.(ts|vue)$/.test(file) && !file.startsWith(join('present', 'messages', 'types')),
  )
  .map((file) => readFileSync(join(src, file), 'utf8'))
  .join('\n');

describe('the texts', () => {
  it.each(topics)('have current types: %s', async (topic) => {
    const file = join(folder, 'types', `${topic}.ts`);
    const options = { ...(await resolveConfig(file)), parser: 'typescript' };
    const types = await format(
      typesFile(topic, textOf('en', topic), othersThan('en', topic)),
      options,
    );
    // Where this fails: npm run messages.
    expect(readFileSync(file, 'utf8')).toBe(types);
  });

  it('have each id once', () => {
    const ids = topics.flatMap((topic) => idsOf('en', topic));
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('are all used', () => {
    const ids = topics.flatMap((topic) => idsOf('en', topic));
    const texts = topics.map((topic) => textOf('en', topic)).join('\n');
    const byKey = [...sources.matchAll(/\bmessage\(`([^`]+)`/g)].map(
      ([, id = '']) =>
        new RegExp(`^${id.replaceAll('.', '\\.').replaceAll(/\$\{\w+\}/g, '[\\w-]+')}$`),
    );
    const unused = ids.filter(
      (id) =>
        !sources.includes(`'${id}'`) &&
        !byKey.some((pattern) => pattern.test(id)) &&
        !new RegExp(`\\{ ${id.replace('.', '\\.')} \\}`).test(texts),
    );
    expect(unused).toEqual([]);
  });

  it.each(languages)('are the same set in %s', (language) => {
    for (const topic of topics) {
      expect(idsOf(language, topic).toSorted()).toEqual(idsOf('en', topic).toSorted());
    }
  });
});

describe('the types of a text', () => {
  it.each([
    ['a = nothing', 'None'],
    ['a = in { $where }', '{ where: string }'],
    ['a = { $n ->\n    [one] a task\n   *[other] { $n } tasks\n}', '{ n: number }'],
    ['a = { $n ->\n    [0] none\n   *[other] some\n}', '{ n: number }'],
    ['a = { $kind ->\n    [threads] t\n   *[processes] p\n}', "{ kind: 'threads' | 'processes' }"],
    ['a = { b } of { $x }\nb = { $y }', '{ x: string; y: string }'],
    ['a = { NUMBER($n, minimumFractionDigits: 1) }', '{ n: number }'],
  ])('%s', (text, type) => {
    expect(messageTypes(text).get('a')).toBe(type);
  });

  it('follows references into other topics', () => {
    expect(messageTypes('a = { b } of it', ['b = { $x }']).get('a')).toBe('{ x: string }');
    expect(() => messageTypes('a = { b } of it')).toThrow('there is no message b to refer to');
  });

  it('has attributes as messages of their own', () => {
    expect([...messageTypes('a = b\n    .advice = do { $what }')]).toEqual([
      ['a', 'None'],
      ['a.advice', '{ what: string }'],
    ]);
  });

  it('says where a text is no Fluent', () => {
    expect(() => messageTypes('a = b\nc d')).toThrow(/^line 2: /);
  });
});
