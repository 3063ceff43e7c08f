// The window's code: styles, stores, the live feed, the app.
import { message } from '@present/messages/message';
import { errorText } from '@shared/base/error-text';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { api } from './stores/api';
import { connectFeed } from './live/feed';
import { useMachineStore } from './stores/machine';
import { useMessagesStore } from './stores/messages';
import { useSettingsStore } from './stores/settings';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';

/** Every typeface that is drawn with. */
const faces = [
  ...[300, 400, 500, 600].map((weight) => `${weight} 13px 'IBM Plex Sans'`),
  ...[300, 400, 500].map((weight) => `${weight} 12px 'IBM Plex Mono'`),
];

const app = createApp(App);
app.use(createPinia());

const messages = useMessagesStore();

function showBug(error: unknown): void {
  const detail = errorText(error);
  messages.showProblem({
    code: 'window-bug',
    message: message('window-bug', { detail }),
  });
}

app.config.errorHandler = (error) => window.reportError(error);
window.addEventListener('error', ({ error }: ErrorEvent) => {
  // The browser's own notices (a resize that took two rounds) come without an error.
  if (error instanceof Error) showBug(error);
});
window.addEventListener('unhandledrejection', ({ reason }) => showBug(reason));

const { ready } = useSettingsStore();
connectFeed(api);
const machine = useMachineStore();
void machine.readApp();
void machine.refresh();
// What is drawn first is drawn again when its typeface is there, and nothing changes its look later.
void Promise.all(faces.map((face) => document.fonts.load(face)));
// Where the texts of another language can't be had, English is spoken.
void ready.finally(() => app.mount('#app'));
