// The texts of the program: valid, used, typed as they are written, and the same set in every language.
import { FluentParser, FluentSerializer } from '@fluent/syntax';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

/** A topic that is not translated yet is English. */
function textOf(language: string, topic: string): string {
  const file = join(folder, language, `${topic}.ftl`);
  return readFileSync(existsSync(file) ? file : join(folder, 'en', `${topic}.ftl`), 'utf8');
}

const othersThan = (language: string, topic: string): readonly string[] =>
  topics.filter((other) => other !== topic).map((other) => textOf(language, other));

const known = new Map<string, ReadonlyMap<string, string>>();

/** The types of each message of a topic, worked out once. */
function typesOf(language: string, topic: string): ReadonlyMap<string, string> {
  const key = `${language}/${topic}`;
  const types =
    known.get(key) ?? messageTypes(textOf(language, topic), othersThan(language, topic));
  known.set(key, types);
  return types;
}

/** The values that a message takes, by name. */
const fieldsOf = (type: string): ReadonlyMap<string, string> =>
  new Map(
    [...type.matchAll(/(\w+): ([^;}]+?)(?=;| })/g)].map(([, name = '', of = '']) => [name, of]),
  );

/**
 * What a translated text takes otherwise than the English one. A number that only chose a plural may be missing, and
 * one that is only written counts as text.
 */
function differences(english: string | undefined, type: string): readonly string[] {
  if (english === undefined) return ['English has no such message'];
  const [expected, given] = [fieldsOf(english), fieldsOf(type)];
  return [...new Set([...expected.keys(), ...given.keys()])].filter((name) => {
    const wanted = expected.get(name);
    const has = given.get(name) ?? (wanted === 'number' ? 'number' : undefined);
    return wanted !== has && !(wanted === 'number' && has === 'string');
  });
}

/** The marks in each message's text, by its id. */
function marksOf(language: string, topic: string): ReadonlyMap<string, readonly string[]> {
  const { body } = new FluentParser().parse(textOf(language, topic));
  const serializer = new FluentSerializer();
  return new Map(
    body.flatMap((entry) => {
      if (entry.type !== 'Message') return [];
      const marks = serializer.serializeEntry(entry).matchAll(/<([a-z]+)>/g);
      return [[entry.id.name, [...new Set([...marks].map(([, mark = '']) => mark))].toSorted()]];
    }),
  );
}

/** Every translated topic. */
const translated = languages
  .filter((language) => language !== 'en')
  .flatMap((language) =>
    readdirSync(join(folder, language))
      .filter((file) => file.endsWith('.ftl'))
      .map((file) => [language, basename(file, '.ftl')] as const),
  );

const idsOf = (language: string, topic: string): readonly string[] => [
  ...typesOf(language, topic).keys(),
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
    const missing = topics.map((topic) => {
      const ids = new Set(typesOf(language, topic).keys());
      return [topic, idsOf('en', topic).filter((id) => !ids.has(id))];
    });
    expect(missing.filter(([, ids]) => ids?.length !== 0)).toEqual([]);
  });

  it.each(translated)('say what English says: %s/%s', (language, topic) => {
    const english = typesOf('en', topic);
    for (const [id, type] of typesOf(language, topic)) {
      expect(differences(english.get(id), type), id).toEqual([]);
    }
  });

  it.each(translated)('mark the same words: %s/%s', (language, topic) => {
    const english = marksOf('en', topic);
    for (const [id, marks] of marksOf(language, topic)) expect(marks, id).toEqual(english.get(id));
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
