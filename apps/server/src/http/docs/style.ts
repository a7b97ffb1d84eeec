/** One column that reads on a phone; colours follow the reader's system, since no script may ask for the choice made in the product. */
export const DOCS_STYLE = `
:root{color-scheme:light dark;--page:#f7f6f3;--surface:#fff;--line:#e8e5df;--edge:#8a857c;--ink:#1c1b19;--quiet:#57534c;--link:#3b4fd8}
@media(prefers-color-scheme:dark){:root{--page:#131316;--surface:#1a1a1e;--line:#2e2e35;--edge:#8d8981;--ink:#edebe7;--quiet:#b3afa8;--link:#8c9bff}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{font:15px/1.55 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1.5rem 1rem 4rem;color:var(--ink);background:var(--page);overflow-wrap:break-word}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,input:focus-visible,button:focus-visible{outline:2px solid var(--link);outline-offset:2px}
header{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:baseline;justify-content:space-between}
h1{margin:0;font-size:1.6rem}h2{font-size:1.1rem;margin:1.8rem 0 .5rem}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
form{display:flex;flex-wrap:wrap;gap:.5rem;margin:1.2rem 0 .6rem}
input,button{font:inherit;min-height:2.75rem;padding:.3rem .8rem;color:inherit;background:var(--surface);border:1px solid var(--edge);border-radius:6px}
input{flex:1 1 14rem;min-width:0}button{cursor:pointer}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1rem;margin:0;padding:0;list-style:none}nav a{display:inline-block;padding:.3rem 0}
details{background:var(--surface);border:1px solid var(--line);border-radius:6px;margin:.4rem 0;padding:.2rem .8rem}
summary{cursor:pointer;padding:.4rem 0}summary span,.quiet{color:var(--quiet)}
code{font-size:.9em;overflow-wrap:anywhere}.m{font-weight:700}
dl{display:grid;grid-template-columns:7rem 1fr;gap:.3rem;margin:.4rem 0 .8rem}dd{margin:0}
@media(max-width:480px){dl{grid-template-columns:1fr}dd{margin-bottom:.4rem}}`;
