"use strict";
// What is found of the table's rows: those with the words, whatever their case and width, and of the chosen kinds.
const byId = (id) => document.getElementById(id);
const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s/g, "");
const rows = [...document.querySelectorAll("tbody tr:not(.group)")];
// A measure that stands under several heads is one.
const measures = rows.map((row, i) => row.dataset.m ?? i);
const texts = rows.map((row) => plain(row.textContent));

function find() {
  const wanted = plain(byId("words").value), gap = byId("gap").value, state = byId("status").value;
  const found = new Set();
  rows.forEach((row, i) => {
    const fits = texts[i].includes(wanted) && (!gap || row.dataset.gap.split(" ").includes(gap)) && (!state || row.dataset.status === state);
    row.hidden = !fits;
    if (fits) found.add(measures[i]);
  });
  document.querySelectorAll("tbody").forEach((body) => { body.hidden = !body.querySelector("tr:not(.group, [hidden])"); });
  byId("count").textContent = byId("count").dataset.said.replace("{count}", found.size);
}

byId("find").hidden = false;
byId("find").addEventListener("input", find);
byId("find").addEventListener("submit", (event) => event.preventDefault());
find();
