// What each message of en/said.ftl takes. Written by `npm run messages`.
import type { None } from '../none';

export interface SaidMessages {
  'said-unreadable': None;
  'said-empty-text': None;
  'said-value': { value: string };
  'said-function': { is: 'named' | 'unnamed'; name: string };
  'said-object': { has: 'keys' | 'nothing'; keys: string; more: number; others: 'more' | 'none' };
  'said-no-message': { name: string };
  'said-more': { more: number; others: 'more' | 'none' };
  'said-inner': {
    because: string;
    cause: 'known' | 'unknown';
    holds: 'errors' | 'nothing';
    inner: string;
    more: number;
    others: 'more' | 'none';
    said: string;
  };
  'said-numbered': { number: number; said: string };
  'said-no-checksum': {
    at: 'place' | 'top';
    name: string;
    place: string;
    what: 'function' | 'symbol' | 'circle' | 'generator' | 'class' | 'instance';
  };
  'said-nested-too-deep': { levels: string };
  'said-no-such-export': { export: string; exports: string; file: string };
  'said-no-exports': None;
  'said-export-is-class': { class: string; export: string; file: string };
  'said-export-is-value': {
    export: string;
    file: string;
    what: 'number' | 'text' | 'boolean' | 'null' | 'list' | 'object' | 'other';
  };
  'said-backslash-in-path': { path: string };
  'said-program-not-started': { command: string; why: string };
  'program-fault': {
    code:
      | 'folder'
      | 'not-a-file'
      | 'not-executable'
      | 'windows-line-ends'
      | 'no-interpreter'
      | 'missing'
      | 'denied'
      | 'no-program'
      | 'damaged'
      | 'unknown'
      | 'long-arguments'
      | 'processes'
      | 'files'
      | 'system-files'
      | 'memory'
      | 'no-folder-on-path'
      | 'link-circle'
      | 'other';
    interpreter: string;
    said: string;
  };
  'said-tail': { said: string; told: 'text' | 'nothing' };
  'said-program-killed': {
    command: string;
    said: string;
    signal: string;
    told: 'text' | 'nothing';
  };
  'said-program-ended': {
    code: string;
    codes: string;
    command: string;
    said: string;
    told: 'text' | 'nothing';
  };
  'said-request-failed': { url: string; why: string };
  'request-status': { known: 'known' | 'unknown'; said: string; status: string };
  'request-length': { bytes: string; expected: string };
  'said-read-back': { path: string };
  'said-on-purpose': { task: string };
  'said-thread-ended': { code: string };
  'said-replaced': { file: string; name: string };
  'said-sets-then': { file: string };
}
