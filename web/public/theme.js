// Before the first paint, so that nobody who chose dark sees a white flash. A file of its own: the page's policy allows
// no inline script.
(() => {
  const chosen = localStorage.getItem("theme");
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
})();
