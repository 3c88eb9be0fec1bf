"use strict";
const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId("data").textContent);
const graph = byId("graph");
const nodes = [...graph.querySelectorAll(".node")];
const edges = [...graph.querySelectorAll(".edge")];
const articles = [...document.querySelectorAll("article")];
const spans = articles.map((article) => [...article.querySelectorAll("span[data-s]")]);
const marks = [...document.querySelectorAll("#text span[data-m]")];
const outcomes = [...document.querySelectorAll("#outcomes tbody tr")];
const marksOf = data.nodes.map(() => []);
marks.forEach((mark) => mark.dataset.m.split(",").forEach((n) => marksOf[n].push(mark)));
const titles = [...byId("reports").options].filter((option) => option.value).map((option) => option.textContent);
const linked = data.nodes.map(() => []);
data.edges.forEach(([a, b]) => { linked[a].push(b); linked[b].push(a); });
const MOST_TOLD = 8;
let language = data.language;
let chosen = null;

const word = (key) => (data.labels[key] ? data.labels[key][language === "zh" ? 0 : 1] : key);
const isMeasure = (n) => data.nodes[n].kind === "measure";
// The report that text and picture are of; -1 where they are of all.
let shown = articles.findIndex((article) => !article.hidden);

// The English word for rise or fall; the Chinese one is among the outcome's own words.
const changeOf = (n) => (language === "en" && data.nodes[n].change ? word(data.nodes[n].change) : "");

function noteOf(n) {
  const { note, due } = data.nodes[n];
  const day = columnOf(n) === 3 ? note || "undated" : note;
  return [changeOf(n), day && word(day), due && word("due").replace("{day}", due)].filter(Boolean).join(", ");
}

const labelled = (n) => data.nodes[n].label + (noteOf(n) ? ` (${noteOf(n)})` : "");
const named = (n) => `${word(data.nodes[n].kind)}: ${labelled(n)}`;

// The report that a node's words stand in, or how many; nothing where the page has one report alone.
function reportOf(n) {
  const own = new Set(data.nodes[n].places.map(([report]) => report));
  if (titles.length < 2 || !own.size) return "";
  return own.size === 1 ? titles[[...own][0]] : severalReports(own.size);
}

const severalReports = (count) => word("several-reports").replace("{count}", count);

// What is linked by one kind of line, in the order of the text; how many there are where not all are told.
function linkedBy(how, ends) {
  const at = (n) => data.nodes[n].places[0] || [-1, 0];
  const order = (m, n) => at(m)[0] - at(n)[0] || at(m)[1] - at(n)[1] || m - n;
  const told = [...ends].sort(order).slice(0, MOST_TOLD).map(labelled).join(language === "zh" ? "、" : ", ");
  return [how, told + (ends.length > MOST_TOLD ? ` ${word("page-more").replace("{count}", ends.length)}` : "")];
}

function inWords(number) {
  const node = data.nodes[number];
  const before = new Map(), behind = new Map();
  for (const [a, b, kind, basis] of data.edges) {
    const how = `→(${word(kind)}${basis ? `, ${word(basis)}` : ""})`;
    if (b === number) before.set(how, [...(before.get(how) || []), a]);
    if (a === number) behind.set(how, [...(behind.get(how) || []), b]);
  }
  const doers = [...before].map(([how, ends]) => linkedBy(how, ends).reverse().join(" "));
  const reached = [...behind].map(([how, ends]) => linkedBy(how, ends).join(" "));
  const open = (node.gaps || []).map((gap) => `[${word(gap)}]`);
  const report = reportOf(number);
  return [...doers, named(number), ...reached, ...open, ...(report ? [`· ${report}`] : [])].join(" ");
}

// The line that tells what is chosen or found, in the language that it is mostly in.
function tell(words, ofReport = false) {
  byId("status").lang = ofReport || language === "zh" ? "zh-CN" : "en";
  byId("status").textContent = words;
}

const tellChosen = () => (chosen === null ? tell(word("nothing")) : tell(inWords(chosen), true));

function switchTo(index) {
  const changed = index !== shown;
  shown = index;
  articles.forEach((article, i) => { article.hidden = index >= 0 && i !== index; });
  byId("reports").value = index < 0 ? "" : index;
  if (changed) filter();
}

// Brings a report into view. Who has text, picture or table show all reports keeps them.
function showReport(index) {
  if (shown < 0) return;
  switchTo(index);
  if (byId("by-report").value !== "") outcomesOf(index);
}

function clear() {
  chosen = null;
  dimEdges();
  document.querySelectorAll(".chosen, .near").forEach((e) => e.classList.remove("chosen", "near"));
  graph.querySelectorAll('[aria-pressed="true"]').forEach((e) => e.setAttribute("aria-pressed", "false"));
  graph.classList.remove("picking");
  tellChosen();
}

// The whole sentence is lit: the measures that the node belongs to, and all that belongs to these.
function light(number) {
  const measures = new Set([number, ...linked[number]].filter(isMeasure));
  const near = new Set([number, ...measures]);
  measures.forEach((m) => linked[m].forEach((n) => near.add(n)));
  near.delete(number);
  near.forEach((n) => nodes[n].classList.add("near"));
  data.edges.forEach(([a, b], i) => { if (measures.has(a) || measures.has(b)) lightEdge(i); });
  graph.classList.add("picking");
}

function mark(elements, scroll) {
  elements.forEach((element) => element.classList.add("chosen"));
  if (!scroll || !elements.length) return;
  const first = elements.find((element) => !element.closest("article").hidden) || elements[0];
  showReport(articles.indexOf(first.closest("article")));
  unfold(first.closest("p"));
  first.scrollIntoView({ block: "center" });
}

function choose(number, scrollText, scrollPicture) {
  reveal(number);
  if (!isVisible(number)) clearFilters();
  clear();
  chosen = number;
  light(number);
  nodes[number].classList.add("chosen");
  nodes[number].setAttribute("aria-pressed", "true");
  mark(marksOf[number], scrollText);
  const rows = outcomes.filter((row) => Number(row.dataset.n) === number || Number(row.dataset.o) === number);
  rows.forEach((row) => row.classList.add("chosen"));
  if (scrollPicture) {
    (nodes[number].querySelector("text") || nodes[number]).scrollIntoView({ block: "center", inline: "nearest" });
    if (rows.length) rows[0].scrollIntoView({ block: "nearest" });
  }
  rove(number);
  tellChosen();
}

function chooseSentence(report, start, end, kind = "sentence") {
  clear();
  mark(spans[report].filter((span) => Number(span.dataset.s) >= start && Number(span.dataset.s) < end), true);
  tell(`${word(kind)} [${start}, ${end})`);
}

function speak() {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.querySelectorAll("[data-word]").forEach((e) => {
    e.textContent = word(e.dataset.word);
    e.lang = (language === "zh") === (e.id !== "language") ? "zh-CN" : "en";
  });
  document.querySelectorAll("[data-more]").forEach((e) => {
    e.textContent = word("page-bodies").replace("{count}", e.dataset.more);
    e.lang = document.documentElement.lang;
  });
  document.querySelectorAll("[data-all]").forEach((e) => { e.textContent = `${word(e.dataset.all)}: ${word("page-all")}`; });
  document.querySelectorAll("[data-label]").forEach((e) => e.setAttribute("aria-label", word(e.dataset.label)));
  document.querySelectorAll("[data-placeholder]").forEach((e) => { e.placeholder = word(e.dataset.placeholder); });
  document.querySelectorAll(".fold").forEach((e) => e.setAttribute("aria-label", `${word("page-fold")}: ${headingOf(e)}`));
  graph.setAttribute("aria-label", word("graph"));
  nodes.forEach((node, n) => {
    node.setAttribute("aria-label", named(n));
    node.querySelector("title").textContent = named(n);
    const note = node.querySelector(".note");
    if (note && columnOf(n) === 3) note.textContent = changeOf(n);
  });
  data.edges.forEach(([a, b, kind, basis], i) => {
    const how = word(kind) + (basis ? ` · ${word(basis)}` : "");
    edges[i].querySelector("title").textContent = `${data.nodes[a].label} → ${data.nodes[b].label}: ${how}`;
  });
  const { several } = byId("title").dataset;
  if (several) document.title = byId("title").textContent = severalReports(several);
  count();
  tellChosen();
}

const headingOf = (fold) => fold.parentElement.querySelector("b").textContent.trim();

// Folding: what stands under a heading is hidden while the heading, or one above it, is folded.
function refold(article) {
  const above = [];
  for (const p of article.children) {
    const level = Number(p.dataset.l || 99);
    while (above.length && Number(above[above.length - 1].dataset.l) >= level) above.pop();
    p.above = [...above];
    p.hidden = above.some((h) => h.classList.contains("folded"));
    if (p.dataset.l) {
      above.push(p);
      p.querySelector(".fold").setAttribute("aria-expanded", String(!p.classList.contains("folded")));
    }
  }
}

function unfold(p) {
  if (![p, ...p.above].some((h) => h.classList.contains("folded"))) return;
  [p, ...p.above].forEach((h) => h.classList.remove("folded"));
  refold(p.parentElement);
}
