// Filters: what does not fit is hidden, and the rest closes up by the rule of the drawn layout.
const fields = ["body", "section", "kind", "status", "gap"].map((name) => byId(`by-${name}`));
const columnOf = (n) => ({ body: 0, measure: 1, outcome: 3, target: 3 }[data.nodes[n].kind] ?? 2);
const place = data.boxes.map((box) => [...box]);
const columns = [[], [], [], []];
const lowered = {};
let visible = new Set(data.nodes.keys());
const isVisible = (n) => visible.has(n);
const { GAP_Y, GAP_GROUP, ANCHOR, TOP, MARGIN, CROWD } = data.shape;
const LONG = 1200, STUB = 16;

function fits(m) {
  const node = data.nodes[m];
  const [body, section, kind, state, gap] = fields.map((field) => field.value);
  return (!body || linked[m].includes(Number(body)))
    && (!section || node.within.includes(Number(section)))
    && (!kind || linked[m].some((n) => data.nodes[n].kind === kind))
    && (!state || node.note === state)
    && (!gap || node.gaps.includes(gap));
}

// The picture is of what the text shows: a report, or all.
const reportsOf = (n) => data.nodes[n].places.map(([report]) => report);
const isShown = (m) => titles.length < 2 || shown < 0 || !reportsOf(m).length || reportsOf(m)[0] === shown;

// Where a node is of other reports, the first of them is shown.
function reveal(n) {
  const own = reportsOf(n).length ? reportsOf(n) : linked[n].flatMap(reportsOf);
  if (own.length && !own.includes(shown)) showReport(own[0]);
}

function filter() {
  const all = fields.every((field) => !field.value);
  fields.forEach((field) => field.classList.toggle("on", field.value !== ""));
  const rows = headed(data.rows.filter(([m]) => isShown(m) && (all || fits(m))));
  visible = new Set(all && titles.length < 2 ? data.nodes.keys() : rows.flatMap(([m]) => [m, ...linked[m]]));
  const measures = new Set(rows.map(([m]) => m));
  nodes.forEach((node, n) => node.toggleAttribute("hidden", !visible.has(n)));
  data.edges.forEach(([a, b], i) => edges[i].toggleAttribute("hidden", !measures.has(a) && !measures.has(b)));
  marks.forEach((one) => one.classList.toggle("off", !one.dataset.m.split(",").some((n) => visible.has(Number(n)))));
  listOutcomes();
  arrange(rows);
  byId("picture").scrollTop = 0;
  count();
  if (chosen !== null && !visible.has(chosen)) clear();
  rove(chosen ?? columns.flat()[0]);
}

// A body that is filtered by heads its rows, in the order of the text.
function headed(rows) {
  if (!byId("by-body").value) return rows;
  const at = ([m]) => data.nodes[m].places[0] || [-1, 0];
  const order = (a, b) => at(a)[0] - at(b)[0] || at(a)[1] - at(b)[1];
  return rows.map(([m]) => [m, Number(byId("by-body").value)]).sort(order);
}

// A report with what fits comes into view: the one that is shown if it has any, else the first that does.
function showFitting() {
  const own = data.rows.map(([m]) => m).filter(fits).flatMap((m) => data.nodes[m].places.slice(0, 1));
  if (!own.length || fields.every((field) => !field.value)) return;
  const reports = own.map(([report]) => report);
  const report = reports.includes(shown) ? shown : Math.min(...reports);
  showReport(report);
  const first = Math.min(...own.filter(([r]) => r === report).map(([, start]) => start));
  const words = spans[report].find((span) => Number(span.dataset.s) === first);
  if (!words) return;
  unfold(words.closest("p"));
  words.scrollIntoView({ block: "center" });
}

// The table has the rows of the measures that fit, of the report that it is of or of all.
function listOutcomes() {
  const report = byId("by-report").value;
  outcomes.forEach((row) => { row.hidden = !fits(Number(row.dataset.o)) || (report !== "" && row.dataset.r !== report); });
  byId("outcomes").classList.toggle("one-report", report !== "" || titles.length < 2);
}

function outcomesOf(report) {
  byId("by-report").value = report < 0 ? "" : report;
  listOutcomes();
}

function clearFilters() {
  fields.forEach((field) => { field.value = ""; });
  filter();
}

function count() {
  const seen = data.rows.filter(([m]) => visible.has(m)).length;
  const all = data.rows.filter(([m]) => isShown(m)).length;
  byId("count").textContent = word("page-count").replace("{seen}", seen).replace("{all}", all);
}

// The same rule as the drawn picture: a body beside its measures, things in the row of their first measure, an outcome
// beside the thing that it counts, else below the things of its row.
function arrange(rows) {
  const heads = new Set(rows.map(([, head]) => head));
  rows.forEach(([m, head]) => { headOf[m] = head; });
  const placed = new Set();
  const stack = (list, column, y) => {
    for (const n of list) {
      if (placed.has(n) || columnOf(n) !== column) continue;
      placed.add(n);
      place[n][1] = y;
      place[n][3] = place[n][4];
      y += place[n][3] + GAP_Y;
    }
    return y;
  };
  const row = (m, y) => {
    let low = y, last = y;
    const own = linked[m].filter((n) => begins[n] === undefined);
    for (const thing of own) {
      const top = low;
      low = stack([thing], 2, low);
      if (!counts[thing]) continue;
      last = stack(counts[thing], 3, Math.max(last, top));
      low = Math.max(low, last);
    }
    return Math.max(stack([m], 1, y), low, stack(own, 3, Math.max(low, last)));
  };
  let y = TOP;
  for (let i = 0; i < rows.length;) {
    const top = y, head = rows[i][1], others = [];
    for (; i < rows.length && rows[i][1] === head; i++) {
      const m = rows[i][0];
      y = row(m, y);
      others.push(...linked[m].filter((n) => columnOf(n) === 0 && !heads.has(n) && !placed.has(n)));
    }
    let low = stack(others, 0, top);
    if (head >= 0) {
      const height = Math.max(place[head][4], y - GAP_Y - low);
      placed.add(head);
      place[head][1] = top;
      place[head][3] = height;
      new Set(others).forEach((n) => { place[n][1] += height + GAP_Y; });
      low += height + GAP_Y;
    }
    y = Math.max(y, low) + GAP_GROUP - GAP_Y;
  }
  const rest = [...visible].sort((a, b) => a - b);
  const low = Math.max(...[0, 1, 2, 3].map((column) => stack(rest, column, y)));
  let height = visible.size ? 0 : low;
  visible.forEach((n) => { height = Math.max(height, place[n][1] + place[n][3]); });
  move(height + MARGIN);
}

function move(height) {
  columns.forEach((column) => { column.length = 0; });
  visible.forEach((n) => {
    nodes[n].setAttribute("transform", `translate(0 ${place[n][1] - data.boxes[n][1]})`);
    if (columnOf(n) === 0) nodes[n].querySelector("rect").setAttribute("height", place[n][3]);
    columns[columnOf(n)].push(n);
  });
  columns.forEach((column) => column.sort((a, b) => place[a][1] - place[b][1]));
  data.edges.forEach((_, i) => {
    if (!edges[i].hasAttribute("hidden")) draw(i, edges[i].classList.contains("near"));
  });
  const [, , width] = graph.getAttribute("viewBox").split(" ");
  graph.setAttribute("viewBox", `0 ${data.shape.HEADROOM} ${width} ${height - data.shape.HEADROOM}`);
  keepNames();
}

// The thing that an outcome counts, and the outcomes that count a thing: there the edge begins.
const begins = {}, counts = {};
data.edges.forEach(([, b, , , via]) => { if (via !== undefined) { begins[b] = via; (counts[via] ||= []).push(b); } });

// The bodies of a measure, and the one whose box it stands beside.
const bodiesOf = {}, headOf = {};
data.edges.forEach(([a, b]) => { if (columnOf(a) === 0) (bodiesOf[b] ||= new Set()).add(a); });

// An edge that leaves the window tells nothing there and is slow to paint, and those from many bodies of one measure
// can't be told apart: their two ends are drawn until they are lit.
function draw(i, lit) {
  const [source, b, , , via] = data.edges[i], a = via ?? source;
  const cut = !lit && (isFar(a, b) || isCrowded(a, b));
  edges[i].classList.toggle("stub", cut);
  edges[i].setAttribute("d", curve(a, b, cut));
}

const lineOf = (a, b) => {
  const [, ya, , ha] = place[a], [, yb, , hb] = place[b];
  const y2 = yb + Math.min(ANCHOR, hb / 2), room = Math.min(ANCHOR, ha / 2);
  return [columnOf(a) === 0 ? Math.min(Math.max(y2, ya + room), ya + ha - room) : ya + room, y2];
};
const isCrowded = (a, b) => columnOf(a) === 0 && headOf[b] !== a && bodiesOf[b].size >= CROWD;
const isFar = (a, b) => { const [y1, y2] = lineOf(a, b); return Math.abs(y2 - y1) > LONG; };

function curve(a, b, cut) {
  const [y1, y2] = lineOf(a, b), x1 = place[a][0] + place[a][2], xb = place[b][0];
  const level = data.shape.STARTS[columnOf(a) + 1], bend = (x1 + level) / 2;
  const f = (number) => number.toFixed(1);
  if (cut) return `M${f(x1)} ${f(y1)}h${STUB}M${f(xb - STUB)} ${f(y2)}h${STUB}`;
  return `M${f(x1)} ${f(y1)}C${f(bend)} ${f(y1)} ${f(bend)} ${f(y2)} ${f(level)} ${f(y2)}${xb > level ? `H${f(xb)}` : ""}`;
}

function lightEdge(i) {
  edges[i].classList.add("near");
  draw(i, true);
}

function dimEdges() {
  edges.forEach((edge, i) => {
    if (!edge.classList.contains("near")) return;
    edge.classList.remove("near");
    draw(i, false);
  });
}

// A body's box may be higher than the window: its name stays in sight.
function keepNames() {
  const scale = graph.clientWidth / graph.viewBox.baseVal.width || 1;
  const top = byId("picture").scrollTop / scale + data.shape.HEADROOM + 6;
  columns[0].forEach((n) => {
    const [, y, , height, least] = place[n];
    const down = Math.max(0, Math.min(top - y, height - least));
    if (down === (lowered[n] ?? 0)) return;
    lowered[n] = down;
    nodes[n].querySelectorAll("text").forEach((text) => text.setAttribute("transform", `translate(0 ${down})`));
  });
}

fields.forEach((field) => field.addEventListener("change", () => { filter(); showFitting(); }));
byId("by-report").addEventListener("change", listOutcomes);
byId("by-section").addEventListener("change", (event) => {
  if (!event.target.value) return;
  const [report, start] = data.sections[event.target.value];
  const heading = spans[report].find((span) => Number(span.dataset.s) === start);
  showReport(report);
  if (heading) { unfold(heading.closest("p")); heading.scrollIntoView({ block: "start" }); }
});
byId("clear").addEventListener("click", () => { clearFilters(); byId("search").value = ""; search(); clear(); });
byId("filters").addEventListener("submit", (event) => event.preventDefault());
// Once the scrolling rests: a change in the picture while it moves would have all of it painted again.
let resting = 0;
byId("picture").addEventListener("scroll", () => { clearTimeout(resting); resting = setTimeout(keepNames, 60); });
window.addEventListener("resize", keepNames);
