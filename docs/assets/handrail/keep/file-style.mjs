// How the file looks: it carries its own style, because it may ask for nothing.

export const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; font: 1.0625rem/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1rem; }
h1, h2, h3, p { margin: 0 0 0.5rem; }
h2 { margin-top: 1.5rem; padding-bottom: 0.25rem; border-bottom: 2px solid; }
ul, ol { margin: 0 0 0.75rem; padding-inline-start: 1.5rem; }
li { margin-bottom: 0.5rem; overflow-wrap: anywhere; }
.services > li { margin-bottom: 1.5rem; }
.boxes { padding: 0; list-style: none; }
.boxes > li { display: flex; gap: 0.75rem; }
.boxes > li > div { flex: 1; }
.boxes p { margin-bottom: 0.125rem; }
.box { flex: none; font-size: 1.75rem; line-height: 1; }
.do { font-weight: 700; }
strong { font-weight: 700; }
.pair, .pair > span, .tip { display: block; }
.english { font-style: italic; }
h1 .english, h2 .english, h3 .english { font-weight: 400; }
@media (min-width: 40rem) { .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; } }
.address { display: block; font-size: 0.875rem; }
a { display: inline-block; padding-block: 0.25rem; }
blockquote { margin: 0 0 1rem; padding-inline-start: 1rem; border-inline-start: 4px solid; }
.foot { margin-top: 2rem; font-size: 0.875rem; }
@media print {
  @page { margin: 12mm; }
  :root { color-scheme: light; }
  body { font-size: 9.5pt; line-height: 1.2; color: #000; background: #fff; }
  .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 5mm; }
  h2 { margin-top: 3mm; }
  li, .services > li { margin-bottom: 1mm; }
  p { margin-bottom: 0.5mm; }
  .address { display: inline; }
  main { max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; }
  li, p { break-inside: avoid; }
  .services > li { break-inside: auto; }
  .box { font-size: 14pt; }
  a { padding: 0; color: inherit; }
}
`;
