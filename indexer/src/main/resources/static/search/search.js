// Completes what is being typed. The page does without it.
const field = document.getElementById("q");
const list = document.getElementById("suggestions");
let asked = 0;

async function suggest() {
  const typed = field.value.trim();
  const turn = ++asked;
  if (typed.length < 2) {
    list.replaceChildren();
    return;
  }
  const answer = await fetch("/api/suggest?q=" + encodeURIComponent(typed.slice(0, 200)));
  if (!answer.ok || turn !== asked) {
    return;
  }
  const found = await answer.json();
  const words = [
    ...found.trades.map((trade) => trade.label),
    ...found.queries,
    ...found.resources.map((resource) => resource.title),
  ];
  list.replaceChildren(...[...new Set(words)].map((word) => new Option("", word)));
}

field?.addEventListener("input", () => suggest().catch(() => list.replaceChildren()));

// On a wide screen the filters stand beside what was found, open.
const filters = document.querySelector("details.filters");
if (filters && matchMedia("(min-width: 60rem)").matches) {
  filters.open = true;
}
