// The filter hides what is known to be harmless, and nothing else.
import { expect, it } from 'vitest';
import { isNoise, noiseFilter } from '../../scripts/lib/noise.mjs';

it.each([
  '[8338:1122/150245.890634:ERROR:bus.cc(399)] Failed to connect to the bus: Failed to connect to socket',
  '[8338:1122/150245.890634:ERROR:object_proxy.cc(590)] Failed to call method: org.freedesktop.DBus',
  '[91:1122/150245.890634:ERROR:viz_main_impl.cc(186)] Exiting GPU process due to errors',
  '[91:1122/150245.890634:ERROR:command_buffer_proxy_impl.cc(141)] ContextResult::kTransientFailure',
  '[91:1122/150245.890634:WARNING:sandbox_linux.cc(393)] InitializeSandbox() called with multiple threads',
  '[12:0101/000000.000001:ERROR:dbus/bus.cc:408] Failed to connect to the bus',
  '[12:0101/000000.000001:ERROR:gl_surface_presentation_helper.cc(260)] GetVSyncParametersIfAvailable()',
  'libva error: vaGetDriverNameByIndex() failed',
])('hides %s', (line) => {
  expect(isNoise(line)).toBe(true);
});

it.each([
  'Error: the experiment is not valid',
  '[8338:1122/150219.869340:FATAL:electron_main_delegate.cc(294)] Running as root without --no-sandbox',
  '[8338:1122/150245.890634:INFO:CONSOLE(12)] "gpu", source: file:///index.js (12)',
  '[8338:1122/150245.890634:ERROR:CONSOLE(12)] "Uncaught TypeError", source: file:///display.js (12)',
  '[8338:1122/150245.890634:ERROR:node_bindings.cc(146)] Something new',
  '',
])('shows %s', (line) => {
  expect(isNoise(line)).toBe(false);
});

it('puts lines together that come in pieces, and keeps a last one without its line feed', () => {
  let shown = '';
  const filter = noiseFilter((text) => (shown += text));
  filter.push('first\n[8338:1122/150245.890634:ERR');
  filter.push('OR:bus.cc(399)] Failed\nsec');
  filter.push('ond\nlast');
  filter.end();
  expect(shown).toBe('first\nsecond\nlast');
});
