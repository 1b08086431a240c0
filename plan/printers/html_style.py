"""The style sheet of the HTML page: light, dark and print; contrast of 4.5:1 or more."""

STYLE = """
:root { color-scheme: light dark; --ink: #1b2430; --page: #fff; --strong: #1f3a5f;
  --grey: #4a5563; --line: #b8c4d2; --pale: #e4ebf3; --ground: #f3f6fa;
  --open: #6b4200; --open-ground: #fff1cc; --link: #174f8f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8edf3; --page: #12181f;
  --strong: #a9c8ee; --grey: #b3bdc9; --line: #48566a; --pale: #263343; --ground: #1a232e;
  --open: #ffd98a; --open-ground: #40310f; --link: #9cc4f5; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink);
  font: 1rem/1.55 Calibri, Carlito, "Segoe UI", system-ui, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
header { padding: 3rem 0 2rem; border-bottom: 3px solid var(--strong); margin-bottom: 2rem; }
header p { margin: .2rem 0; color: var(--grey); }
header .under { font-size: 1.15rem; }
h1, h2, h3, h4 { color: var(--strong); line-height: 1.2; margin: 2rem 0 .6rem;
  overflow-wrap: anywhere; }
h1 { font-size: 2.1rem; } h2 { font-size: 1.55rem; margin-top: 3rem; }
h3 { font-size: 1.2rem; } h4 { font-size: 1.02rem; }
header h1 { margin: .3rem 0 1rem; }
p, li { overflow-wrap: anywhere; max-width: 72ch; }
a { color: var(--link); } a:focus-visible, .scroll:focus-visible {
  outline: 3px solid var(--link); outline-offset: 2px; }
nav ul { list-style: none; padding: 0; } nav li { margin: .15rem 0; }
nav a { display: inline-block; min-height: 1.5rem; }
nav .l1 { font-weight: 600; margin-top: .5rem; } nav .l2 { padding-left: 1.2rem; }
.nav { font-size: 1.55rem; font-weight: 700; color: var(--strong); margin: 2rem 0 .5rem; }
.box, p.gap { padding: .6rem .8rem; border-left: 4px solid var(--strong);
  background: var(--ground); max-width: none; }
.gap { background: var(--open-ground); color: var(--open); font-weight: 700; }
p.gap { border-left-color: var(--open); }
td .gap { padding: .1rem .35rem; display: inline-block; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 4px solid var(--line);
  color: var(--grey); }
.scroll { overflow-x: auto; margin: 1rem 0 1.6rem; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
caption { text-align: left; color: var(--grey); padding: 0 0 .4rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .6rem;
  border-bottom: 1px solid var(--line); overflow-wrap: break-word; min-width: 3.2rem; }
thead th { background: var(--pale); color: var(--strong); }
tbody th { font-weight: 400; } th.group { font-weight: 700; color: var(--strong); }
.picture { width: 40%; vertical-align: middle; }
.bar, .track, .range { display: block; height: .8rem; }
.bar { background: var(--strong); }
.track { position: relative; background: var(--pale); }
.range { position: absolute; background: var(--line); min-width: 2px; }
.middle { position: absolute; top: -.2rem; width: .5rem; height: 1.2rem; margin-left: -.25rem;
  background: var(--strong); }
.n1 { background: var(--ground); } .n2, .n3 { background: var(--pale); }
.n2, .n3 { font-weight: 700; }
@page { size: A4; margin: 2cm 1.9cm; }
@page wide { size: A4 landscape; margin: 2cm 1.9cm; }
@media print {
  :root { --ink: #000; --page: #fff; --strong: #1f3a5f; --grey: #4a5563; --line: #b8c4d2;
    --pale: #e4ebf3; --ground: #f3f6fa; --open: #6b4200; --open-ground: #fff1cc;
    --link: #174f8f; }
  html { font-size: 10pt; } body { line-height: 1.35; } main { max-width: none; padding: 0; }
  p, li { max-width: none; margin-top: .3rem; margin-bottom: .5rem; }
  h1, h2, h3, h4 { margin: 1.2rem 0 .4rem; } .scroll { margin: .4rem 0 .9rem; }
  th, td { padding: .2rem .4rem; min-width: 0; } nav a { min-height: 0; }
  nav li { margin: 0; } header { padding-top: 16rem; }
  section + section { break-before: page; } section.wide { page: wide; }
  h1, h2, h3, h4, caption { break-after: avoid; } tr, .box, .gap { break-inside: avoid; }
  .box, thead { break-after: avoid; }
  thead { display: table-header-group; } .scroll { overflow: visible; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
