/** How a report looks in a browser and on paper; colours and sizes are those of the visual language. */
import { fontFamilies } from '../../../figures/paint'
import { type ColorToken, colors, type Theme } from '../../../figures/tokens'

const USED = [
  'surface',
  'surface-2',
  'canvas',
  'line',
  'text',
  'muted',
  'accent',
  'error',
  'warning',
  'advice',
  'ok',
] as const satisfies readonly ColorToken[]

function variables(theme: Theme): string {
  return USED.map((token) => `--${token}:${colors[token][theme]}`).join(';')
}

/** The style sheet; `isWide` where the picture’s page lies. */
export function styleSheet(isWide: boolean): string {
  return [
    `:root{color-scheme:light dark;${variables('light')};--sans:${fontFamilies.sans.replace(
      'sans-serif',
      "system-ui,-apple-system,'Segoe UI',sans-serif",
    )};--mono:${fontFamilies.mono.replace('monospace', 'ui-monospace,Consolas,monospace')}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${variables('dark')}}}`,
    page,
    text,
    blocks,
    tables,
    picture,
    screens,
    print(isWide),
  ]
    .join('\n')
    .split('\n')
    .map((line) => line.trim())
    .join('')
}

const page = `
*{box-sizing:border-box}
html{scroll-padding-top:24px;-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:40px 40px 64px;max-width:1240px;background:var(--surface);color:var(--text);
font:400 14px/1.55 var(--sans);display:grid;grid-template-columns:208px minmax(0,1fr);column-gap:48px;
font-variant-numeric:tabular-nums}
.sprite{position:absolute;width:0;height:0}
.masthead{grid-column:1/-1;padding-bottom:24px;margin-bottom:32px;border-bottom:1px solid var(--line)}
.kicker{margin:0 0 4px;color:var(--muted);font-weight:600;font-size:13px}
.strip{display:flex;flex-wrap:wrap;gap:8px 32px;margin:16px 0 0}
.strip dt{color:var(--muted);font-size:12px}
.strip dd{margin:0}
nav{position:sticky;top:24px;align-self:start;font-size:13px;max-height:calc(100vh - 48px);overflow:auto}
.nav-title{margin:0 0 8px;padding:0 12px;color:var(--muted);font-size:12px;font-weight:600}
nav ol{list-style:none;margin:0;padding:0}
nav a{display:flex;justify-content:space-between;gap:8px;padding:5px 12px;border-radius:6px;color:var(--text);
text-decoration:none}
nav .count{align-self:flex-start}
nav a:hover{background:var(--surface-2)}
main{min-width:0}
section{margin-bottom:48px}
footer{grid-column:2;padding-top:16px;border-top:1px solid var(--line);color:var(--muted);font-size:12px}
`

const text = `
h1{margin:0;font-size:30px;line-height:1.2;font-weight:600;letter-spacing:-.01em;overflow-wrap:anywhere}
h2{display:flex;align-items:center;gap:10px;margin:0 0 16px;font-size:20px;line-height:1.3;font-weight:600}
h3{margin:0;font-size:16px;line-height:1.4;font-weight:600;overflow-wrap:anywhere}
h4,h5,h6{margin:0;font-size:14px;line-height:1.4;font-weight:600;overflow-wrap:anywhere}
p{margin:0 0 12px;max-width:76ch;overflow-wrap:anywhere}
a{color:var(--accent);text-underline-offset:2px}
a:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
code{font:400 12px/1.5 var(--mono);overflow-wrap:anywhere;font-variant-ligatures:none}
strong{font-weight:600}
.muted,.aside{color:var(--muted)}
.count{padding:0 8px;border-radius:10px;background:var(--surface-2);color:var(--muted);font-size:12px;line-height:20px;
font-weight:400}
.glyph{width:14px;height:14px;flex:none;vertical-align:-2px}
.sign .glyph{margin-right:5px}
.sign.tone-added,.sign.tone-removed,.sign.tone-changed{font-weight:600}
.tone-error .glyph,.tone-removed .glyph{color:var(--error)}
.tone-warning .glyph,.tone-changed .glyph{color:var(--warning)}
.tone-advice .glyph{color:var(--advice)}
.tone-ok .glyph,.tone-added .glyph{color:var(--ok)}
.tone-muted .glyph,.tone-moved .glyph,.tone-open .glyph{color:var(--muted)}
`

const blocks = `
.callout{--tone:var(--muted);display:flex;gap:12px;margin:0 0 16px;padding:16px 20px;border:1px solid var(--line);
border-left:4px solid var(--tone);border-radius:8px;background:color-mix(in srgb,var(--tone) 6%,var(--surface))}
.callout.tone-error{--tone:var(--error)}
.callout.tone-warning{--tone:var(--warning)}
.callout.tone-advice{--tone:var(--advice)}
.callout.tone-ok{--tone:var(--ok)}
.callout>.glyph{width:20px;height:20px;margin-top:1px}
.callout p{margin:4px 0 0}
.callout a{color:inherit}
.callout .callout-title{margin:0;font-size:16px;font-weight:600;line-height:1.4}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(168px,1fr));gap:12px;margin:0;padding:0;list-style:none}
.tiles li>*{display:flex;flex-direction:column;height:100%;padding:12px 16px;border:1px solid var(--line);border-radius:8px;
color:var(--text);text-decoration:none}
.tiles a:hover{border-color:var(--accent)}
.tile-label,.tile-detail{color:var(--muted);font-size:12px}
.tile-value{display:flex;align-items:center;gap:8px;font-size:22px;line-height:1.4;font-weight:600}
.tile-value .glyph{width:16px;height:16px}
.part{margin:0 0 32px}
.part>.part-head{margin:0 0 12px}
.card{margin:0 0 12px;padding:16px 20px;border:1px solid var(--line);border-radius:8px}
.part-head .aside{margin:2px 0 0;font-size:13px}
.card>.part-head{margin-bottom:12px}
.card>:last-child{margin-bottom:0}
.facts{display:grid;gap:4px;margin:0 0 16px;font-size:13px}
.facts>div{display:grid;grid-template-columns:136px minmax(0,1fr);gap:12px}
.facts dt{color:var(--muted)}
.facts dd{margin:0;overflow-wrap:anywhere}
.comments{margin:0;padding:0;list-style:none}
.comments li+li{margin-top:12px;padding:12px 0 0 16px;border-top:1px solid var(--line)}
.comment-head{margin:0 0 2px;font-size:13px}
.comment-head time{color:var(--muted);font-size:12px;margin-left:4px}
.comment-text{margin:0;white-space:pre-wrap}
`

const tables = `
table{width:100%;margin:0 0 16px;border-collapse:collapse;table-layout:fixed;font-size:13px;line-height:1.5}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th{padding:6px 12px;border-bottom:1px solid var(--line);color:var(--muted);font-size:12px;font-weight:600;text-align:left;
vertical-align:bottom}
td{padding:7px 12px;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
th:first-child,td:first-child{padding-left:0}
th:last-child,td:last-child{padding-right:0}
.number{text-align:right}
.card>table:last-child tbody tr:last-child td{border-bottom:0}
.card>table:last-child{margin-bottom:-8px}
tr:has(+tr.continued) td:first-child{border-bottom-color:transparent}
tfoot td{border-bottom:0;font-weight:600}
`

const picture = `
figure{margin:0}
.picture{overflow:auto;border:1px solid var(--line);border-radius:8px;background:var(--canvas);text-align:center}
.picture>svg{display:block;margin:0 auto;width:auto;height:auto;max-width:100%;max-height:85vh}
.picture:target{max-height:90vh}
.picture:target>svg{max-width:none;max-height:none}
figcaption{margin-top:8px;color:var(--muted);font-size:12px}
.to-fit,.picture:target~figcaption .to-actual{display:none}
.picture:target~figcaption .to-fit{display:inline}
`

const screens = `
@media (max-width:960px){
body{display:block;padding:24px 20px 48px}
nav{position:static;max-height:none;margin-bottom:32px}
nav ol{display:flex;flex-wrap:wrap;gap:4px}
nav a,.nav-title{padding-left:8px;padding-right:8px}
nav a{border:1px solid var(--line)}
}
@media (max-width:600px){
.facts>div{grid-template-columns:1fr;gap:0}
td,th{padding-left:6px;padding-right:6px}
}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`

function print(isWide: boolean): string {
  return `
@page{margin:16mm 14mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif;color:#5B6675}}
${isWide ? '@page drawing{size:landscape}' : ''}
@media print{
body{display:block;max-width:none;padding:0;font-size:10pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
h1{font-size:22pt}
nav{position:static;max-height:none;overflow:visible;margin-bottom:24px;break-inside:avoid}
nav .nav-title{padding-left:0}
nav ol{columns:3;column-gap:32px}
nav li{break-inside:avoid}
nav a{padding:2px 0;border:0}
section{margin-bottom:32px}
h2,h3,h4,.part-head,thead{break-after:avoid}
tr,.callout,.part:not(:has(.card)),.tiles li,.comments li,.facts>div{break-inside:avoid}
thead{display:table-header-group}
tfoot{display:table-row-group}
table,.facts,.comments,.card .aside{font-size:9pt}
code{font-size:8pt}
.card{padding:10px 14px}
.tiles{grid-template-columns:repeat(4,1fr);gap:8px}
.tiles li>*{padding:8px 12px}
.tile-value{font-size:15pt}
p{orphans:3;widows:3}
#picture{break-before:page;break-after:page;page:drawing}
.picture,.picture:target{overflow:visible;max-height:none;background:none;border:0}
.picture>svg,.picture:target>svg{max-width:100%;max-height:${isWide ? '150mm' : '225mm'}}
figcaption a,.picture:target~figcaption a{display:none!important}
a{color:inherit;text-decoration:none}
footer{break-before:avoid}
}
`
}
