/* Dark and light: the system's choice until the reader makes one, which is kept where the browser allows it. */
const themeButton = document.getElementById("theme");
const systemDark = matchMedia("(prefers-color-scheme: dark)");

function kept(value) {
  try {
    if (value === undefined) return localStorage.getItem("zhenggai-theme");
    localStorage.setItem("zhenggai-theme", value);
  } catch {
    /* Storage may be closed to a page from a disk; the choice then lasts as long as the page. */
  }
  return value ?? null;
}

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : systemDark.matches;
}

function showTheme() {
  themeButton.setAttribute("aria-pressed", String(isDark()));
}

function toggleTheme() {
  document.documentElement.dataset.theme = kept(isDark() ? "light" : "dark");
  showTheme();
}

const before = kept();
if (before === "dark" || before === "light") document.documentElement.dataset.theme = before;
systemDark.addEventListener("change", showTheme);
showTheme();
