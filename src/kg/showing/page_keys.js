// Mouse and keys. One node and one mark are in the order of Tab; arrow keys move on from there.
let nodeStop = nodes[0] || null;
let stopMark = marks[0] || null;

function rove(number) {
  if (nodeStop) nodeStop.setAttribute("tabindex", "-1");
  nodeStop = nodes[number] || null;
  if (nodeStop) nodeStop.setAttribute("tabindex", "0");
}

function roveMark(one) {
  if (stopMark) stopMark.setAttribute("tabindex", "-1");
  stopMark = one || null;
  if (stopMark) stopMark.setAttribute("tabindex", "0");
}

function nextNode(n, key) {
  const column = columnOf(n), own = columns[column], at = own.indexOf(n);
  if (key === "Home") return own[0];
  if (key === "End") return own[own.length - 1];
  if (key === "ArrowUp" || key === "ArrowDown") return own[at + (key === "ArrowDown" ? 1 : -1)];
  const side = key === "ArrowRight" ? 1 : -1;
  const beside = (list) => list.filter((m) => isVisible(m) && (columnOf(m) - column) * side > 0);
  const away = (m) => Math.abs(columnOf(m) - column) * 1e6 + Math.abs(place[m][1] - place[n][1]);
  const near = beside([...linked[n], ...linked[n].filter(isMeasure).flatMap((m) => linked[m])]);
  return (near.length ? near : beside(columns.flat())).sort((a, b) => away(a) - away(b))[0];
}

function nextMark(one, key) {
  const seen = marks.filter((m) => m.offsetParent !== null);
  return seen[seen.indexOf(one) + (key === "ArrowDown" || key === "ArrowRight" ? 1 : -1)];
}

function chooseMark(one) {
  const numbers = one.dataset.m.split(",").map(Number).filter((n) => isVisible(n));
  const among = numbers.length ? numbers : one.dataset.m.split(",").map(Number);
  roveMark(one);
  choose(among[(among.indexOf(chosen) + 1) % among.length], false, true);
}

function toggleFold(button) {
  button.parentElement.classList.toggle("folded");
  refold(button.closest("article"));
}

function showTab(name) {
  for (const tab of byId("tabs").querySelectorAll('[role="tab"]')) {
    const on = tab.id === `tab-${name}`;
    tab.setAttribute("aria-selected", String(on));
    tab.setAttribute("tabindex", on ? "0" : "-1");
    byId(tab.getAttribute("aria-controls")).hidden = !on;
  }
}

// What a line that is cut leads to: of its two ends the one that is farther away.
function chooseFar(stub, y) {
  const away = (n) => { const { top, bottom } = nodes[n].getBoundingClientRect(); return Math.max(top - y, y - bottom); };
  const { a, b } = stub.dataset;
  choose(Number(away(a) > away(b) ? a : b), true, true);
}

function pressed(target) {
  const node = target.closest(".node"), one = target.closest("span[data-m]"), row = target.closest("tbody tr");
  if (node) choose(Number(node.dataset.n), true, false);
  else if (one) chooseMark(one);
  else if (row) choose(Number(row.dataset.n), true, false);
  else return false;
  return true;
}

document.querySelector("main").addEventListener("click", (event) => {
  if (event.target.matches(".fold")) toggleFold(event.target);
  else if (event.target.matches(".edge.stub")) chooseFar(event.target, event.clientY);
  else pressed(event.target);
});

document.addEventListener("keydown", (event) => {
  const target = event.target, typing = target.matches("input, select");
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    if (chosen === null && !input.value && !document.querySelector(".chosen")) clearFilters();
    input.value = "";
    search();
    clear();
  } else if (event.key === "/" && !typing) {
    event.preventDefault();
    input.focus();
    input.select();
  } else if ((event.key === "Enter" || event.key === " ") && target.matches(".node, span[data-m]")) {
    event.preventDefault();
    pressed(target);
  } else if (/^(Arrow|Home$|End$)/.test(event.key)) {
    moveOn(event, target);
  }
});

function moveOn(event, target) {
  let next = null;
  if (target.matches(".node")) {
    const n = nextNode(Number(target.dataset.n), event.key);
    if (n !== undefined) { rove(n); next = nodes[n]; }
  } else if (target.matches("span[data-m]") && event.key.startsWith("Arrow")) {
    next = nextMark(target, event.key);
    if (next) roveMark(next);
  } else if (target.matches('[role="tab"]') && event.key.startsWith("Arrow")) {
    next = byId("tab-picture") === target ? byId("tab-outcomes") : byId("tab-picture");
    showTab(next.id.slice(4));
  } else return;
  event.preventDefault();
  if (next) next.focus();
}

byId("tab-picture").addEventListener("click", () => showTab("picture"));
byId("tab-outcomes").addEventListener("click", () => showTab("outcomes"));
byId("fold-all").addEventListener("click", () => {
  const fold = byId("fold-all").getAttribute("aria-pressed") !== "true";
  byId("fold-all").setAttribute("aria-pressed", String(fold));
  document.querySelectorAll("article p[data-l]").forEach((p) => p.classList.toggle("folded", fold));
  articles.forEach(refold);
});
byId("reports").addEventListener("change", (event) => {
  const index = event.target.value === "" ? -1 : Number(event.target.value);
  switchTo(index);
  byId("text").scrollTop = 0;
  outcomesOf(index);
});
byId("reports").hidden = articles.length < 2;
byId("by-report").hidden = articles.length < 2;
byId("by-report").value = articles.length < 2 ? "" : String(Math.max(shown, 0));
byId("reports").value = String(Math.max(shown, 0));
byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("tabs").querySelector('[aria-selected="true"]').focus();
});
byId("language").addEventListener("click", () => { language = language === "zh" ? "en" : "zh"; speak(); });
window.addEventListener("hashchange", follow);

nodes.forEach((node) => { node.setAttribute("role", "button"); node.setAttribute("tabindex", "-1"); node.setAttribute("aria-pressed", "false"); });
marks.forEach((one) => one.setAttribute("tabindex", "-1"));
roveMark(marks[0]);
articles.forEach(refold);
filter();
speak();
follow();
