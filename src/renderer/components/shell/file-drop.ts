// Files dropped on the window: a report is shown, an experiment becomes the draft.
import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';
import { useDraftStore } from '../../stores/draft';
import { useMessagesStore } from '../../stores/messages';
import { usePlaceStore } from '../../stores/place';
import { useReportStore } from '../../stores/report';

// A report's text begins with its schema; looking further would parse hundreds of megabytes twice.
const headLength = 4096;

/** Whether a file's text is meant to be a report: it names the schema early on. */
export function looksLikeReport(text: string): boolean {
  return /"schema"\s*:\s*"corelane\.report"/.test(text.slice(0, headLength));
}

/** Listens while the component lives; `hovering` is true while a file is over the window. */
export function useFileDrop(): { readonly hovering: Ref<boolean> } {
  const draft = useDraftStore();
  const messages = useMessagesStore();
  const place = usePlaceStore();
  const reports = useReportStore();
  const hovering = ref(false);

  async function take(file: File): Promise<void> {
    if (!file.name.endsWith('.json')) {
      messages.showProblem({
        code: 'not-json',
        message: `${file.name} is not a .json file. Drop a report or an experiment.`,
      });
      return;
    }
    const text = await file.text();
    if (looksLikeReport(text)) {
      if (await reports.read(text)) place.go('results');
    } else if (draft.loadText(text, file.name)) {
      place.go('lab');
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
