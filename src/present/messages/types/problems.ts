// What each message of en/problems.ftl takes. Written by `npm run messages`.
import type { None } from '../none';

export interface ProblemsMessages {
  'problem-of': { of: string; problem: string };
  'file-fault': {
    code:
      | 'missing'
      | 'no-folder'
      | 'denied'
      | 'read-only'
      | 'full'
      | 'over-quota'
      | 'too-large'
      | 'device'
      | 'folder'
      | 'not-a-file'
      | 'no-folder-on-path'
      | 'long-name'
      | 'link-circle'
      | 'own-link'
      | 'dead-link'
      | 'not-executable'
      | 'not-there'
      | 'too-many-open'
      | 'nobody-reads'
      | 'running'
      | 'disconnected'
      | 'stale'
      | 'pipe-or-device'
      | 'socket'
      | 'disk'
      | 'no-links'
      | 'other';
    said: string;
  };
  'file-fault-at': { path: string; why: string };
  'problem-not-read': { path: string; why: string };
  'problem-too-large': { limit: string; name: string; unpacked: 'yes' | 'no' };
  'problem-not-text': {
    name: string;
    why: 'gzip' | 'damaged-gzip' | 'zeros' | 'utf-32' | 'utf-16' | 'damaged-utf-16';
  };
  'problem-not-utf-8': { byte: string; line: string; name: string; seems: 'binary' | 'one-byte' };
  'problem-save-as-utf-8': None;
  'problem-not-written': { path: string; why: string };
  'problem-file-exists': { path: string };
  'problem-not-set-aside': { path: string; why: string };
  'problem-not-removed': { path: string; why: string };
  'problem-not-replaced': { path: string; why: string };
  'problem-empty-file': { path: string };
  'problem-damaged-settings': { path: string };
  'problem-damaged-file': { path: string; why: string };
  'problem-newer-file': { path: string; why: string };
  'problem-damaged-measurements': { path: string };
  'problem-unread': { path: string; why: string };
  'journal-fault': {
    code: 'only-begun' | 'no-journal' | 'newer' | 'long-line';
    limit: string;
    newest: string;
    version: string;
  };
  'problem-empty-run': { path: string };
  'problem-lost-run': { why: string };
  'problem-no-such-run': { id: string; run: 'named' | 'unnamed' };
  'problem-running': { pid: string };
  'problem-run-taken': { by: 'known' | 'unknown'; pid: string };
  'problem-not-kept': None;
  'problem-link-left': { link: string; why: 'foreign' | 'folder' | 'file' };
  'problem-move-away': None;
  'problem-link-not-made': { link: string; why: string };
  'problem-no-temp-folder': { folder: string; why: string };
  'problem-text-not-kept': { path: string; why: string };
  'problem-relative-path': { path: string };
  'problem-remote-path': { path: string };
  'problem-cannot-run': { path: string; why: string };
  'problem-no-such-export': { export: string; exports: string; file: string };
  'problem-too-much-code': {
    most: string;
    name: string;
    source: 'program' | 'file';
    what: 'files' | 'arguments' | 'names';
  };
  'problem-content-not-read': { path: string; why: string };
  'problem-code-changed': { how: 'gone' | 'added' | 'changed'; path: string };
  'problem-code-unreadable': { why: string };
  'problem-not-whole-path': { path: string };
  'problem-not-runnable': { path: string };
  'problem-no-file': { path: string };
  'problem-not-readable': { path: string; why: string };
  'problem-bad-python': { file: string; line: 'known' | 'unknown'; number: string; said: string };
  'python-allow': None;
  'python-relative-folder': None;
  'python-in-current-folder': None;
  'python-in-folder': { folder: string };
  'python-not-used': { folder: string };
  'python-not-asked': { others: number };
  'python-too-old': { oldest: string; version: string };
  'python-ancient': { oldest: string };
  'python-untold': { how: 'unknown' | 'says-nothing' | 'endless' | 'no-answer' };
  'python-speaks-first': { said: string };
  'python-does-not-run': { why: string };
  'python-exited': { code: string };
  'python-killed': { signal: string };
  'reader-not-read': { errno: string; path: string; what: 'open' | 'read' };
  'reader-other-platform': { platform: string; what: 'runtime' | 'linux' };
  'reader-fault': {
    code: 'ended' | 'nul-path' | 'hidden' | 'no-figures' | 'from-runtime' | 'unknown';
  };
}
