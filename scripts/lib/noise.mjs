// Keeps Chromium's harmless complaints about missing buses and graphics cards away from the user's terminal.

/** `[pid:date/time:ERROR:file.cc(line)] text`, and newer ones with `file.cc:line`. */
const LOG_LINE = /^\[\d+(?::\d+)?:\d{4}\/\d{6}\.\d+:(ERROR|WARNING|VERBOSE\d*):([^\]]*)\]/;
const HARMLESS_SOURCE =
  /dbus|bus\.cc|object_proxy|gpu|gl_|gles|egl|angle|viz|vulkan|vaapi|command_buffer|ozone|x11|udev|display|sandbox_linux|network_service_instance|ssl_client_socket|atom_cache|cert_verify|cursor|wayland|nss_util|browser_main_loop|shared_image|skia/i;
const HARMLESS_TEXT =
  /^(?:libva (?:error|info):|MESA(?:-LOADER)?:|libGL error:|Gtk-(?:WARNING|Message)|\(electron:\d+\): (?:Gtk|Gdk|GLib|dconf)|.*dbind-WARNING)/;

/**
 * @param {string} line
 * @returns {boolean} whether nobody needs to see it; what isn't known is always shown
 */
export function isNoise(line) {
  const source = LOG_LINE.exec(line)?.[2];
  if (source !== undefined) return HARMLESS_SOURCE.test(source);
  return HARMLESS_TEXT.test(line);
}

/**
 * Cuts chunks into lines and passes on those that aren't noise.
 * @param {(text: string) => void} write
 * @returns {{ push: (chunk: string) => void, end: () => void }} `end` passes on a last line without its line feed
 */
export function noiseFilter(write) {
  let rest = '';
  return {
    push(chunk) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (!isNoise(line)) write(`${line}\n`);
    },
    end() {
      if (rest && !isNoise(rest)) write(rest);
      rest = '';
    },
  };
}
