// Files dropped on the window: a report is shown, an experiment becomes the draft.
import { message } from '@present/messages/message';
import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';
import { cleanText } from '@shared/base/clean-text';
import { formatBytes } from '@present/locale/format';
import { api } from '../stores/api';
import { useDraftStore } from '../draft/draft';
import { useMessagesStore } from '../stores/messages';
import { usePlaceStore } from '../stores/place';
import { useReportStore } from '../stores/report';
import { useRunStore } from '../stores/run';
import { useRunsStore } from '../stores/runs';

/** What can be dropped, by the ends of names. */
const endings = ['.json', '.corelane'];

/** Larger files are neither reports nor experiments; main says how much it reads of each. */
const maxBytes = 300_000_000;

const longestName = 80;

/** Listens while the component lives; `hovering` is true while a file is over the window. */
export function useFileDrop(): { readonly hovering: Ref<boolean> } {
  const draft = useDraftStore();
  const messages = useMessagesStore();
  const place = usePlaceStore();
  const reports = useReportStore();
  const run = useRunStore();
  const runs = useRunsStore();
  const hovering = ref(false);

  async function take(file: File): Promise<void> {
    const name = cleanText(file.name, longestName);
    if (!endings.some((ending) => file.name.toLowerCase().endsWith(ending))) {
      refuse('not-json', message('drop-not-json', { name }));
      return;
    }
    if (file.size > maxBytes) {
      const most = formatBytes(maxBytes);
      refuse('too-large', message('drop-too-large', { name, most }));
      return;
    }
    const bytes = await bytesOf(file);
    if (bytes === undefined) {
      refuse('not-read', message('drop-not-read', { name }));
      return;
    }
    const waits = run.active;
    if (waits) messages.showNote(message('drop-waits', { name }));
    const read = messages.valueOf(await api.call('file:read', { name: file.name, bytes }));
    // The run may have ended meanwhile.
    if (waits) messages.dropNotes();
    if (read === undefined) return;
    if (read.kind === 'report') {
      reports.show(read.report);
      runs.listed = false;
      place.go('results');
    } else if (draft.loadText(read.text, file.name)) {
      place.go('lab');
    }
  }

  function refuse(code: string, message: string): void {
    messages.showProblem({ code, message });
  }

  /** Nothing where it is a folder, or can't be read. */
  async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | undefined> {
    try {
      return new Uint8Array(await file.arrayBuffer());
    } catch (error) {
      if (error instanceof DOMException) return undefined;
      throw error;
    }
  }

  function over(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    hovering.value = true;
  }

  function leave(event: DragEvent): void {
    if (event.relatedTarget === null) hovering.value = false;
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    hovering.value = false;
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) void take(file);
  }

  onMounted(() => {
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
  });
  onBeforeUnmount(() => {
    window.removeEventListener('dragover', over);
    window.removeEventListener('dragleave', leave);
    window.removeEventListener('drop', drop);
  });

  return { hovering };
}
