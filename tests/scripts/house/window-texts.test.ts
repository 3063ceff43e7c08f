// What counts as a text of the window outside the catalogue, and what does not.
import { expect, it } from 'vitest';
import {
  componentTexts,
  scriptTexts,
  windowTexts,
} from '../../../scripts/lib/house/window-texts.mjs';
import { readSources } from '../../../scripts/lib/house/sources.mjs';
import { ROOT } from '../../../scripts/lib/paths.mjs';

const template = (html: string): string[] => componentTexts(`<template>${html}</template>`);

it('are texts and attributes of a template', () => {
  expect(template('<p title="Save it">Not measured</p>')).toEqual(['Save it', 'Not measured']);
  expect(template('<p :title="`Trial ${n}`">{{ on ? "yes" : 1 }}</p>')).toEqual([
    'Trial \0',
    'yes',
  ]);
});

it('are literals of a script that read as sentences, or are given as a label', () => {
  expect(scriptTexts("const why = 'A run is under way.';")).toEqual(['A run is under way.']);
  expect(scriptTexts('const end = `about ${time} left`;')).toEqual(['about \0 left']);
  expect(scriptTexts("const one = { value: 'cold', label: 'cold' };")).toEqual(['cold']);
});

it('are no messages, ids, kinds, names, symbols, keys or errors', () => {
  expect(template(`<p class="note" :id="'row'">{{ message('export') }} · Corelane ×</p>`)).toEqual(
    [],
  );
  expect(
    template(`<p>{{ message('live-stop', { state: on ? 'stopping' : 'running' }) }}</p>`),
  ).toEqual([]);
  expect(template(`<p>{{ state === 'running' ? 1 : 2 }}</p>`)).toEqual([]);
  expect(scriptTexts("if (key === 'ArrowDown') throw new Error('This is a bug.');")).toEqual([]);
  expect(scriptTexts("import { one } from './One file';")).toEqual([]);
});

it('are not left', () => {
  expect(windowTexts(readSources(ROOT))).toEqual([]);
});
