/* Keeps what is being typed in a form[data-draft] until it has been received. */
const KEY = "isegoria-draft:";
const SKIP = new Set(["csrfmiddlewaretoken", "once", "base"]);
const store = {
  read(key) { try { return JSON.parse(localStorage.getItem(key) || "null"); } catch { return null; } },
  write(key, value) { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* full or refused */ } },
  drop(key) { try { localStorage.removeItem(key); } catch { /* refused */ } },
};
const fields = (form) => [...form.elements].filter(
  (e) => e.name && !SKIP.has(e.name) && !["password", "file", "hidden", "submit", "button"].includes(e.type));
const isChoice = (e) => e.type === "checkbox" || e.type === "radio";
const valueOf = (e) => (isChoice(e) ? e.checked : e.value);
const idOf = (e) => (isChoice(e) ? `${e.name}=${e.value}` : e.name);
const snapshot = (form) => Object.fromEntries(fields(form).map((e) => [idOf(e), valueOf(e)]));
const restore = (form, kept) => fields(form).forEach((e) => {
  if (!(idOf(e) in kept)) return;
  if (isChoice(e)) e.checked = kept[idOf(e)]; else e.value = kept[idOf(e)];
});
function note(form, text, label, act) {
  const box = document.createElement("div");
  box.className = "draft-note";
  box.setAttribute("role", "status");
  const said = document.createElement("span");
  said.textContent = text;
  box.append(said);
  if (label) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-secondary button-small";
    button.textContent = label;
    button.addEventListener("click", () => { act(); box.remove(); });
    box.append(button);
  }
  form.prepend(box);
  return box;
}
for (const form of document.querySelectorAll("form[data-draft]")) {
  const key = KEY + location.pathname + "#" + form.dataset.draft;
  const words = form.dataset;
  const empty = snapshot(form);
  const kept = store.read(key);
  const sent = sessionStorage.getItem(key);
  if (sent) sessionStorage.removeItem(key);
  if (sent && document.querySelector("main > .notice[role=status]")) store.drop(key); /* received, and said to be */
  else if (kept && JSON.stringify(kept) !== JSON.stringify(empty)) {
    restore(form, kept);
    note(form, words.draftFound, words.draftDrop,
      () => { store.drop(key); restore(form, empty); });
  }
  let timer;
  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => store.write(key, snapshot(form)), 400); });
  form.addEventListener("submit", (event) => {
    store.write(key, snapshot(form));
    if (!navigator.onLine) {
      event.preventDefault();
      note(form, words.draftOffline);
      return;
    }
    sessionStorage.setItem(key, "1");
  });
}
/* Elsewhere: a form that was received leaves no draft behind; a refusal, or the way in again, keeps it. */
const refused = document.querySelector("script[data-refused]");
for (const key of Object.keys(sessionStorage)) {
  if (!key.startsWith(KEY) || key.startsWith(KEY + location.pathname + "#")) continue;
  sessionStorage.removeItem(key);
  if (!refused) store.drop(key);
}
