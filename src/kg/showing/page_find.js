// Search over names and sentences; quotes, spaces, case and width don't matter.
const MOST = 60;
const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s"'“”‘’《》<>]/g, "");
const input = byId("search"), list = byId("hits");
let places = null;
let hits = [];
let active = -1;
// Whether the status line tells how many were found.
let counted = false;

function searchable() {
  if (places) return places;
  places = data.nodes.map((node, n) => ({ text: node.label, kind: node.kind, report: () => reportOf(n), act: () => choose(n, true, true) }));
  data.sentences.forEach((sentences, report) => {
    const own = spans[report];
    let at = 0;
    for (const [start, end] of sentences) {
      let text = "";
      while (at < own.length && Number(own[at].dataset.s) < start) at++;
      for (let i = at; i < own.length && Number(own[i].dataset.s) < end; i++) text += own[i].textContent;
      places.push({ text, kind: "sentence", report: () => (titles.length > 1 ? titles[report] : ""), act: () => chooseSentence(report, start, end) });
    }
  });
  articles.forEach((article, report) => article.querySelectorAll("p.h b").forEach((heading) => {
    const own = [...heading.querySelectorAll("span[data-s]")].map((span) => Number(span.dataset.s));
    const act = () => { chooseSentence(report, own[0], own[own.length - 1] + 1, "section"); };
    places.push({ text: heading.textContent, kind: "section", report: () => (titles.length > 1 ? titles[report] : ""), act });
  }));
  places.forEach((one) => { one.plain = plain(one.text); });
  return places;
}

function search() {
  const wanted = plain(input.value);
  hits = wanted ? searchable().filter((one) => one.plain.includes(wanted)) : [];
  list.replaceChildren(...hits.slice(0, MOST).map((one, i) => {
    const item = document.createElement("li");
    const kind = document.createElement("small");
    item.id = `hit-${i}`;
    item.setAttribute("role", "option");
    item.lang = "zh-CN";
    kind.lang = document.documentElement.lang;
    kind.textContent = word(one.kind);
    item.append(kind, one.text);
    if (one.report()) {
      const of = document.createElement("small");
      of.className = "report";
      of.textContent = one.report();
      item.append(of);
    }
    item.addEventListener("mousedown", (event) => { event.preventDefault(); take(i); });
    return item;
  }));
  showHits(hits.length > 0);
  activate(-1);
  if (wanted) tell(hits.length ? `${hits.length} ${word(hits.length === 1 ? "page-hit" : "page-hits")}` : word("page-no-hit"));
  else if (counted) tellChosen();
  counted = Boolean(wanted);
}

function showHits(shown) {
  list.hidden = !shown;
  input.setAttribute("aria-expanded", String(shown));
}

function activate(index) {
  active = index;
  [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === index)));
  if (index >= 0) list.children[index].scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", index >= 0 ? `hit-${index}` : "");
}

function take(index) {
  showHits(false);
  if (!hits[index]) return;
  hits[index].act();
  counted = false;
}

input.addEventListener("input", search);
input.addEventListener("focus", () => showHits(hits.length > 0));
input.addEventListener("blur", () => showHits(false));
input.addEventListener("keydown", (event) => {
  const last = list.children.length - 1;
  if (event.key === "Enter") { event.preventDefault(); take(Math.max(active, 0)); return; }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  showHits(hits.length > 0);
  if (last >= 0) activate(event.key === "ArrowDown" ? Math.min(active + 1, last) : Math.max(active - 1, 0));
});

function decoded(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}

// #1584 or #1584@REPORT: the measure whose words stand there, else the sentence.
function follow() {
  const found = location.hash.match(/^#(\d+)(?:@(.+))?$/);
  if (!found) return;
  const at = Number(found[1]);
  const named = articles.findIndex((a) => found[2] === a.dataset.r || decoded(found[2]) === a.dataset.r);
  const report = found[2] ? named : Math.max(shown, 0);
  let best = null;
  data.nodes.forEach((node, n) => node.places.forEach(([r, start, end]) => {
    if (node.kind !== "measure" || r !== report || at < start || at >= end) return;
    const worth = [start === at ? 0 : 1, end - start];
    if (!best || worth[0] < best.worth[0] || (worth[0] === best.worth[0] && worth[1] < best.worth[1])) best = { n, worth };
  }));
  const sentence = (data.sentences[report] || []).find(([start, end]) => start <= at && at < end);
  if (best) choose(best.n, true, true);
  else if (sentence) chooseSentence(report, ...sentence);
  else tell(word("page-no-hit"));
}

// The table of outcomes sorts by a click on a heading, numbers as numbers; what has none comes last.
const heads = [...document.querySelectorAll("#outcomes th")];
const cell = (row, i) => row.cells[i].dataset.v ?? row.cells[i].textContent;

function sortBy(column) {
  const up = heads[column].getAttribute("aria-sort") !== "ascending";
  heads.forEach((head, i) => { if (i === column) head.setAttribute("aria-sort", up ? "ascending" : "descending"); else head.removeAttribute("aria-sort"); });
  const empty = (row) => cell(row, column) === "" || row.cells[column].querySelector(".open") !== null;
  const order = (a, b) => (column === 1 ? Number(cell(a, 1)) - Number(cell(b, 1)) : cell(a, column).localeCompare(cell(b, column), "zh"));
  outcomes.sort((a, b) => empty(a) - empty(b) || (up ? order(a, b) : order(b, a)));
  document.querySelector("#outcomes tbody").append(...outcomes);
}

heads.forEach((head, i) => head.querySelector("button").addEventListener("click", () => sortBy(i)));
