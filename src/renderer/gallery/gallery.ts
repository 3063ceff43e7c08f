// The entry of the component gallery: every part of ui/ in its states, on one page.
import { createApp } from 'vue';
import { applyTheme } from '../styles/theme';
import '../styles/fonts.css';
import '../styles/tokens.css';
import '../styles/base.css';
import ComponentGallery from './ComponentGallery.vue';

const asked = new URLSearchParams(location.search).get('theme');
applyTheme(asked === 'dark' ? 'dark' : 'light');
createApp(ComponentGallery).mount('#app');
