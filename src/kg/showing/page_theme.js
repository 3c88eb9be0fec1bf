"use strict";
// Light or dark: as the system says until the reader chooses. In the head, so that nothing is drawn in the other first.
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
const THEME = "kg-theme";

// A browser may refuse a page from disk to remember anything; the choice then lasts as long as the page is open.
function remembered() {
  try { return localStorage.getItem(THEME); } catch { return null; }
}

function remember(theme) {
  try { localStorage.setItem(THEME, theme); } catch { /* not remembered */ }
}

let theme = remembered();
const isDark = () => (theme === "dark" || theme === "light" ? theme === "dark" : systemIsDark.matches);

function paint() {
  document.documentElement.classList.toggle("dark", isDark());
  const button = document.getElementById("theme");
  if (button) button.setAttribute("aria-pressed", String(isDark()));
}

systemIsDark.addEventListener("change", paint);
document.addEventListener("DOMContentLoaded", () => {
  document.getElementById("theme").addEventListener("click", () => {
    theme = isDark() ? "light" : "dark";
    remember(theme);
    paint();
  });
  paint();
});
paint();
