// What each message of en/input.ftl takes. Written by `npm run messages`.
import type { None } from '../none';

export interface InputMessages {
  'input-plain': {
    code:
      | 'unknown-key'
      | 'empty-text'
      | 'no-json'
      | 'reserved-name'
      | 'half-character'
      | 'no-moment'
      | 'not-runnable'
      | 'uneven-columns'
      | 'more-rows'
      | 'two-cells'
      | 'no-range'
      | 'above-high'
      | 'before-start'
      | 'before-own-start'
      | 'no-break-even-cell'
      | 'is-report'
      | 'is-findings'
      | 'core-twice'
      | 'invalid';
  };
  'input-limit': { bound: 'most' | 'least'; limit: string };
  'input-text-length': { bound: 'most' | 'least'; characters: string; limit: string };
  'input-list-length': { bound: 'most' | 'least'; entries: string; limit: string };
  'input-number': { bound: 'most' | 'least'; limit: string; value: string };
  'input-missing': { choices: string };
  'input-wrong': { choices: string; value: string };
  'input-type': {
    name: string;
    type: 'int' | 'number' | 'string' | 'boolean' | 'array' | 'tuple' | 'object' | 'other';
  };
  'input-others': { others: number };
  'input-something': None;
  'input-value': { kind: 'list' | 'object' | 'function' };
  'input-library': { said: string };
  'input-no-json-number': { value: string };
  'input-many-values': { limit: number };
  'input-many-characters': { limit: number };
  'input-too-deep': { levels: string };
  'input-holds': { fault: string; place: string };
  'input-many-rows': { most: string; rows: string };
  'input-row': { max: string; min: string; value: string; wanted: string };
  'input-twice': { column: string; line: string };
  'input-odd-number': {
    oddity: 'too-large' | 'minus-zero' | 'tiny' | 'digits' | 'inexact';
    read: string;
    token: string;
  };
  'input-rate': { hz: string; least: string };
  'input-many-workers': { most: string; processes: string; workers: string };
  'input-many-programs': { most: string; programs: string };
  'input-no-parameter': { known: string; name: string };
  'input-given-parameter': { name: string };
  'input-bad-parameter': { name: string };
  'input-median': { median: string };
  'input-same-trial': { trial: string };
  'input-no-such-trial': { trial: string };
  'input-same-worker': { worker: string };
  'input-no-such-worker': { worker: string };
  'input-many-topology-workers': { most: string; workers: string };
  'input-other-workers': { all: string; workers: string };
  'input-worker-of-cell': { value: string; workers: string };
  'input-task-of-experiment': { task: string; tasks: string };
  'input-no-such-cell': { cell: string };
  'input-many-processes': { most: string };
  'input-other-rows': { first: string; length: string; rows: string };
  'input-other-cores': { cores: string; length: string };
  'json-fault': {
    code:
      | 'value'
      | 'trailing'
      | 'comment'
      | 'value-or-bracket'
      | 'value-after-colon'
      | 'comma-missing'
      | 'comma-extra'
      | 'digits'
      | 'double-quotes'
      | 'first-digit'
      | 'backslash'
      | 'open-text'
      | 'control'
      | 'name-or-brace'
      | 'colon';
  };
  'json-foreign': { word: 'True' | 'False' | 'None' | 'undefined' | 'NaN' | 'Infinity' };
  'json-quote-word': { word: string };
  'json-quote-name': { word: string };
  'json-close': { close: string };
  'json-close-first': { close: string };
  'problem-empty-experiment': None;
  'problem-json-mistake': { column: string; fault: string; line: string };
  'problem-json-said': { said: string };
  'problem-too-deep-at': { column: string; levels: string; line: string };
  'problem-too-deep': { column: string; levels: string; line: string; place: string };
  'input-whole': { what: 'file' | 'experiment' | 'findings' | 'other' };
  'problem-at-place': { fault: string; place: string };
  'problem-bad-report': { fault: string; place: string };
  'problem-bad-findings': { fault: string; place: string };
  'problem-not-a-report': { lacks: 'schema' | 'version' };
  'problem-newer-report': { newest: string; version: string };
  'message-none': None;
  'message-range': { max: string; min: string; part: string; value: string; wanted: string };
  'message-wrong-type': { part: string; value: string; wanted: string };
  'message-none-of': { known: string; part: string };
  'message-many-entries': { most: string; part: string };
  'message-other-rows': { length: string; part: string; rows: string };
  'message-worker-twice': { part: string; worker: string };
  'message-no-rows': { part: string; width: string };
  'message-other-unit': { part: string; quantity: string; unit: string; wanted: string };
  'message-part': {
    code:
      | 'no-text'
      | 'no-flag'
      | 'no-object'
      | 'no-list'
      | 'no-column'
      | 'many-rows'
      | 'no-worker'
      | 'before-start'
      | 'not-a-row-each'
      | 'no-number'
      | 'no-host-type'
      | 'no-sampler-type'
      | 'no-probe-type'
      | 'no-number-array'
      | 'no-cores'
      | 'no-loopback'
      | 'no-method'
      | 'no-reason';
    part: string;
  };
}
