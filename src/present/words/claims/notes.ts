// Notes of a finding in words: what could not be measured for a claim, or was disturbed, and why.
import { failureText } from '../engine/failures';
import { noteText } from '../engine/notes';
import { probeFailureText } from '../engine/probe-failure';
import { formatBytes, formatRatio, formatDecimals } from '../../locale/format';
import type { ClaimNote } from '@shared/claims/claim-notes';
import { labelOf } from '../../names/cells';
import { message } from '../../messages/message';
import { probeTitle } from './parts';
import { warningFactText } from '../warnings';

type NoteOf<K extends ClaimNote['kind']> = Extract<ClaimNote, { readonly kind: K }>;

function tooFastText({ label, ratio, serial }: NoteOf<'too-fast'>): string {
  const [from, to] = [serial?.low, serial?.high].map((one) => formatRatio(one ?? Number.NaN));
  const range = from === to ? `${from}` : message('claim-range', { from: `${from}`, to: `${to}` });
  return message('claim-note-too-fast', {
    label: labelOf(label),
    ratio: formatRatio(ratio),
    serial: serial === undefined ? 'unknown' : 'told',
    range,
  });
}

function probeDisturbedText({ title, cores, most }: NoteOf<'probe-disturbed'>): string {
  const values = { title: probeTitle(title), cores: formatDecimals(cores, 2) };
  if (most === undefined) return message('claim-note-probe-disturbed', values);
  const { name, pid } = most;
  return message('claim-note-probe-disturbed-by', { ...values, name, pid: String(pid) });
}

function probeFailedText({ title, failure, stderr }: NoteOf<'probe-failed'>): string {
  const values = { title: probeTitle(title), why: probeFailureText(failure) };
  return stderr === undefined
    ? message('claim-note-probe-failed', values)
    : message('claim-note-probe-failed-said', { ...values, said: stderr });
}

/** One note of a finding. */
export function claimNoteText(note: ClaimNote): string {
  switch (note.kind) {
    case 'no-python':
      return message('claim-note-no-python');
    case 'no-electron':
      return message('claim-note-no-electron');
    case 'no-display':
      return message('claim-note-no-display');
    case 'display-not-started':
      return message('claim-note-display-not-started');
    case 'one-core':
      return message('claim-note-one-core');
    case 'too-fast':
      return tooFastText(note);
    case 'messages-left-out': {
      const sizes = note.sizes.map(formatBytes).join(message('list-separator'));
      return message('claim-note-messages-left-out', { sizes, free: formatBytes(note.freeBytes) });
    }
    case 'search-ended':
      return message('claim-note-search-ended', { by: note.by });
    case 'noted':
      return noteText(note.note);
    case 'ended':
      return failureText(note.failure);
    case 'trial-failed': {
      const { cell, why } = note;
      const status = message('trial-status', { status: note.status });
      return why === undefined
        ? message('claim-note-trial-failed-unknown', { cell, status })
        : message('claim-note-trial-failed', { cell, status, why: failureText(why) });
    }
    case 'disturbed':
      return warningFactText(
        note.warning,
        note.cells.map(({ cell, label }) => ({ cell, label: labelOf(label) })),
      );
    case 'probe-disturbed':
      return probeDisturbedText(note);
    case 'frames-uneven':
      return message('claim-note-frames-uneven', { title: probeTitle(note.title) });
    case 'no-memory-limit':
      return message('claim-note-no-memory-limit', { title: probeTitle(note.title) });
    case 'no-shared-memory':
      return message('claim-note-no-shared-memory', {
        title: probeTitle(note.title),
        size: formatBytes(note.bytes),
      });
    case 'probe-said':
      return message('claim-note-probe-said', { title: probeTitle(note.title), said: note.said });
    case 'probe-failed':
      return probeFailedText(note);
    case 'text':
      return note.text;
  }
}
