"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const status = document.getElementById("status");
const nodes = [...document.querySelectorAll("#graph .node")];
const edges = [...document.querySelectorAll("#graph .edge")];
const marks = [...document.querySelectorAll("#text span[data-m]")];
const articles = [...document.querySelectorAll("article")];
let language = data.language;
let chosen = null;

const word = (key) => (data.labels[key] ? data.labels[key][language === "zh" ? 0 : 1] : key);

function inWords(number) {
  const node = data.nodes[number];
  const parts = [`${word(node.kind)}: ${node.label}` + (node.note ? ` (${word(node.note)})` : "")];
  for (const [a, b, kind, basis] of data.edges) {
    const how = word(kind) + (basis ? `, ${word(basis)}` : "");
    if (b === number) parts.unshift(`${data.nodes[a].label} →(${how})`);
    if (a === number && parts.length < 12) parts.push(`→(${how}) ${data.nodes[b].label}` + (data.nodes[b].note ? ` (${data.nodes[b].note})` : ""));
  }
  return parts.join(" ");
}

function showReport(index) {
  articles.forEach((article, i) => { article.hidden = i !== index; });
  document.getElementById("reports").selectedIndex = index;
}

function clear() {
  chosen = null;
  document.querySelectorAll(".chosen, .dim").forEach((e) => e.classList.remove("chosen", "dim"));
  status.textContent = word("nothing");
}

function choose(number, scrollText, scrollPicture) {
  clear();
  chosen = number;
  const linked = new Set([number]);
  edges.forEach((edge) => {
    const a = Number(edge.dataset.a), b = Number(edge.dataset.b);
    if (a === number || b === number) { linked.add(a); linked.add(b); } else edge.classList.add("dim");
  });
  nodes.forEach((node) => {
    const n = Number(node.dataset.n);
    node.classList.toggle("dim", !linked.has(n));
    node.classList.toggle("chosen", n === number);
  });
  const own = marks.filter((mark) => mark.dataset.m.split(",").includes(String(number)));
  own.forEach((mark) => mark.classList.add("chosen"));
  if (scrollText && own.length) {
    showReport(articles.indexOf(own[0].closest("article")));
    own[0].scrollIntoView({ block: "center" });
  }
  if (scrollPicture) nodes[number].scrollIntoView({ block: "center", inline: "center" });
  status.textContent = inWords(number);
}

function pressed(element, act) {
  element.addEventListener("click", (event) => { event.stopPropagation(); act(); });
  element.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); act(); }
  });
}

nodes.forEach((node) => pressed(node, () => choose(Number(node.dataset.n), true, false)));
marks.filter((mark) => mark.dataset.m).forEach((mark) => pressed(mark, () => {
  const numbers = mark.dataset.m.split(",").map(Number);
  const next = numbers[(numbers.indexOf(chosen) + 1) % numbers.length];
  choose(next, false, true);
}));
document.addEventListener("keydown", (event) => { if (event.key === "Escape") clear(); });
document.getElementById("reports").addEventListener("change", (event) => showReport(event.target.selectedIndex));
document.getElementById("reports").hidden = articles.length < 2;
document.getElementById("language").addEventListener("click", () => {
  language = language === "zh" ? "en" : "zh";
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.getElementById("language").textContent = word("language");
  if (chosen === null) clear(); else status.textContent = inWords(chosen);
});
document.getElementById("language").textContent = word("language");
clear();
