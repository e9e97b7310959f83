"use strict";

const state = document.getElementById("state");
const copy = document.getElementById("copy");

function show(text, kind) {
  state.textContent = text;
  state.className = kind;
}

fetch("/v1/health")
  .then((answer) => (answer.ok ? show("En marcha", "ready") : show("Algo no está listo", "failed")))
  .catch(() => show("Sin respuesta", "failed"));

if (navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById("command").textContent);
    copy.textContent = "Copiado";
  });
}
