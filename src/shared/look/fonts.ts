// The font stacks, once: the window's CSS, the canvases, the charts and the HTML page take them from here.

/** Behind the Latin faces: without them a Chinese text falls to whatever the system finds first. */
const cjk = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei"';

/** Text. */
export const sansFont = `"IBM Plex Sans", system-ui, "Segoe UI", "Noto Sans", ${cjk}, sans-serif`;

/** Figures, ids and code. */
export const monoFont = `"IBM Plex Mono", ui-monospace, Consolas, "DejaVu Sans Mono", ${cjk}, monospace`;
