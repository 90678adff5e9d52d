/** The page before its script has run. Constant: nothing of a log is in it. */
const logo =
  '<svg viewBox="0 0 34 34" aria-hidden="true"><rect class="tile" width="34" height="34" rx="9"/><g class="veil" fill="none" stroke-width="2.4" stroke-linecap="round"><path d="M7 14c3 5 6.300 7 10 7s7-2 10-7"/><path d="M17 21v4M10.500 19.500 8.500 23M23.500 19.500l2 3.500"/></g></svg>';

const outcomeOptions = ['Any outcome', 'Masked', 'Nothing to mask', 'Refused', 'Ended in an error', 'Lineage fault']
  .map((text) => `<option>${text}</option>`)
  .join('');

export const shellBody = `<a class="skip" href="#list">Skip to the statements</a>
<header>
<div class="brand">${logo}<div><h1>pgveil audit report</h1><p id="about"></p></div></div>
<div id="chain" class="chain" role="status"></div>
<button id="theme" type="button">Theme: automatic</button>
</header>
<main>
<section id="overview" aria-label="Overview"><dl id="counts" class="counts"></dl><div id="activity"></div></section>
<details id="sessions-part"><summary id="sessions-title">Sessions</summary><div id="sessions" role="region" aria-label="Sessions" tabindex="0"></div></details>
<div class="work">
<section class="pane" aria-label="Statements">
<form id="filters" role="search" aria-label="Filter the statements" autocomplete="off">
<input id="filter-text" type="search" placeholder="Search SQL, tables, classes, rules" aria-label="Search" spellcheck="false">
<select id="filter-outcome" aria-label="Outcome">${outcomeOptions}</select>
<select id="filter-class" aria-label="Class"><option>Any class</option></select>
<select id="filter-table" aria-label="Table"><option>Any table</option></select>
<div id="filters-foot"><span id="shown" role="status">Reading the log</span><button id="filter-clear" type="button" hidden>Show all</button></div>
</form>
<div id="list" role="listbox" tabindex="0" aria-label="Statements"></div>
</section>
<article id="detail" tabindex="-1" aria-label="The chosen statement"></article>
</div>
<div id="paper"></div>
</main>
<footer><p id="keys">Keys: <kbd>/</kbd> search, <kbd>↑</kbd> <kbd>↓</kbd> choose, <kbd>Enter</kbd> read the statement, <kbd>Esc</kbd> back to the list.</p><p id="origin"></p></footer>
<noscript><p>This report needs JavaScript to show its records. <code>pgveil audit replay</code> shows them in a terminal.</p></noscript>`;
