// The page's style: the tokens of both themes, and rules that use nothing else.
import { monoFont, sansFont } from '@shared/look/fonts';
import { palettes, type Palette } from '@shared/look/palette';
import { sheet } from './markup';
import { raceStyle } from './race';
import { strategyKinds } from '@shared/experiment/strategies';

function tokens({ strategies, ...colours }: Palette): string {
  const named = [...Object.entries(colours), ...Object.entries(strategies)];
  return named.map(([name, colour]) => `--${name}:${colour}`).join(';');
}

const hues = strategyKinds.map((kind) => `.${kind}{--hue:var(--${kind})}`).join('');

const rules = sheet`
*{box-sizing:border-box}
html{background:var(--ground);color:var(--ink);font:400 13px/20px ${sansFont};font-variant-numeric:tabular-nums}
body{margin:0}
main>*,footer>*{max-width:1180px}
b{font-weight:600}
h1,h2,h3,h4,p,ul,dl,dd,pre,article{margin:0;padding:0}
h2{font:600 15px/20px inherit;font-size:15px;font-weight:600;margin-bottom:12px}
h3{font-size:13px;font-weight:600}
h4{font-size:11px;line-height:16px;font-weight:500;color:var(--ink3);margin-top:8px}
.quiet{color:var(--ink3)}
p.quiet{font-size:12px;line-height:16px}
.mono,.number,pre,.middle,.end,.figure{font-family:${monoFont}}
header{display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px;padding:8px 32px;border-bottom:1px solid var(--hair);font-size:12px;line-height:24px;color:var(--ink2)}
header b{font-size:15px;color:var(--ink)}
header .title{color:var(--ink);font-weight:500}
header .run{padding-left:12px;border-left:1px solid var(--hair);overflow-wrap:anywhere}
header .machine{margin-left:auto}
.logo,.sign{fill:none;stroke:currentColor;flex:none}
.glyph{flex:none}
.logo{color:var(--ink)}
.glyph{color:var(--hue);vertical-align:-3px}
.defs{position:absolute}
.page{display:grid;grid-template-columns:minmax(0,1fr)}
main,aside,footer{padding:32px;display:grid;grid-template-columns:minmax(0,1fr);gap:32px;align-content:start;min-width:0}
aside{border-top:1px solid var(--hair);border-bottom:1px solid var(--hair);grid-template-columns:repeat(auto-fit,minmax(300px,1fr))}
@media(min-width:1520px){.page{grid-template-columns:minmax(0,1fr) 388px}aside{grid-template-columns:minmax(0,1fr);background:var(--surface);border-top:0;border-bottom:0;border-left:1px solid var(--hair);padding:24px;grid-column:2;grid-row:1/3}}
.verdict h1{font-size:32px;line-height:44px;font-weight:300;letter-spacing:-.01em;max-width:30em;overflow-wrap:anywhere;text-wrap:pretty}
.verdict h1 b{font-weight:500}
th .glyph{margin-right:4px}
.verdict .glyph{margin-right:12px}
.clause{border-bottom:1px solid var(--ink3)}
.clause sup{font-size:12px;line-height:0;color:var(--ink3);margin-left:2px}
.verdict .details{display:flex;flex-wrap:wrap;gap:4px 24px;font-size:12px;line-height:16px;color:var(--ink2)}
.verdict p{margin-top:12px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:12px;line-height:16px}
th,td{padding:6px 8px;text-align:left;font-weight:400;white-space:nowrap;border-bottom:1px solid var(--hair)}
th:first-child,td:first-child{padding-left:0}
thead th{color:var(--ink3);font-size:11px;vertical-align:bottom;border-bottom-color:var(--ink3)}
th.number,td.number{text-align:right}
thead th.number{font-family:inherit}
.results th,.results td{padding-top:0;padding-bottom:0;height:32px}
.results thead th{height:auto;padding-bottom:4px}
.results .best{background:var(--sunk)}
.results .best th,.results .best .number{font-weight:600}
h2 .note{font-size:12px;font-weight:400;color:var(--ink2);margin-left:4px}
.results .note{color:var(--ink2);font-size:11px}
.plot{display:block;overflow:visible}
@media screen and (max-width:1080px){.results .dots{display:none}}
svg text{font-size:11px;fill:var(--ink2)}
svg .quiet{fill:var(--ink3)}
svg .figure{font-size:12px;fill:var(--ink)}
svg .figure .quiet{fill:var(--ink3);font-size:11px}
.middle{text-anchor:middle}
.end{text-anchor:end}
.name{fill:var(--hue);font-weight:500;paint-order:stroke;stroke:var(--ground);stroke-width:3px}aside .name{stroke:var(--surface)}
.name.async{fill:var(--ink2)}
.label{fill:var(--ink)}
.grid{stroke:var(--grid);fill:none}
.axis,.cores{stroke:var(--ink2);fill:none}
.ideal{stroke:var(--ink3);stroke-dasharray:2 3;fill:none}
.beyond{fill:var(--sunk)}
.line{stroke:var(--hue);stroke-width:1.5;fill:none}
.dashed{stroke-dasharray:4 3}
.dot{fill:var(--hue)}
.faint{opacity:.45}
.band{fill:var(--hue);opacity:.25}
.ring{stroke:var(--ink);fill:none}
.rule{stroke:var(--hue);stroke-width:2}
.arrow{stroke:var(--hue);stroke-width:1.5;fill:none}
.solid{fill:var(--hue)}
.hatch{stroke:var(--hue);stroke-width:1.4}
.phase{stroke:var(--hue);fill:none}
.phase.ready{fill:var(--hue);fill-opacity:.3}
.phase.compute,.phase.run{fill:var(--hue);stroke:none}
.phase.collect{fill:var(--hue);fill-opacity:.6}
.idle{stroke:var(--hue);fill:none}
.warm{stroke:var(--ink3);fill:none}
.break{stroke:var(--ground);stroke-width:2.5;fill:none}
.chart{display:block;width:100%;height:auto}
.chart.phases{width:800px}
.speedups{max-width:360px}
.warnings{list-style:none;display:grid;gap:12px}
.warnings i{font-style:normal;color:var(--ink3)}
.warnings li{display:flex;gap:12px;font-size:12px;line-height:16px;color:var(--ink2);overflow-wrap:anywhere}
.failure{border:1px dashed var(--signal);border-radius:2px;padding:12px 16px;margin-top:12px;overflow-wrap:anywhere}
.failed,.cross{color:var(--signal)}
pre{font-size:11px;line-height:16px;white-space:pre-wrap;overflow-wrap:anywhere;color:var(--ink2)}
summary{cursor:pointer;font-weight:500}
summary:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
details table{margin-top:12px}
.run-facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(240px,1fr));gap:32px}
dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:4px 12px;font-size:12px;line-height:16px}
dt{color:var(--ink3)}
dd{overflow-wrap:anywhere}
.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media print{@page{size:A4 landscape;margin:12mm}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}header,main,aside,footer{padding-left:0;padding-right:0}.page{display:block}main,aside,footer{display:block;padding-top:0;padding-bottom:0}main>*,aside>*,footer>*{margin-top:20px}aside{border:0}section,tr,.failure{break-inside:avoid}.scroll{overflow:visible}}
`;

/** The whole style sheet; light on paper, on screens as the reader's system asks. */
export const style = [
  sheet`:root{color-scheme:light dark;${tokens(palettes.light)}}`,
  sheet`@media screen and (prefers-color-scheme:dark){:root{${tokens(palettes.dark)}}}`,
  hues,
  rules.trim(),
  raceStyle.trim(),
].join('\n');
