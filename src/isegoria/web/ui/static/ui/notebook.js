/* What is noted while the network is down is kept on this device, and sent later under the same
   number: the site keeps it once. A voice is recorded here too. Nothing here is needed to note. */
const form = document.querySelector("form[data-notebook]");
const box = document.querySelector("[data-queue]");
const words = form ? form.dataset : {};
const DB = "isegoria-notebook", STORE = "waiting";

/* The queue: one row for each form that could not be sent. */
const opened = new Promise((done, failed) => {
  const asked = indexedDB.open(DB, 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "once" });
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => failed(asked.error);
});
const run = async (mode, use) => {
  const store = (await opened).transaction(STORE, mode).objectStore(STORE);
  const asked = use(store);
  return new Promise((done, failed) => {
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
};
const waiting = () => run("readonly", (store) => store.getAll());
const keep = (row) => run("readwrite", (store) => store.put(row));
const drop = (once) => run("readwrite", (store) => store.delete(once));

/* What becomes of one form: "kept", "away" (try again), "sign-in", or "wrong" (to be looked at). */
async function send(row) {
  const body = new FormData();
  for (const [name, value] of row.fields) body.append(name, value);
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  try {
    const answer = await fetch(row.url, {
      method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual" });
    if (answer.status === 201) return "kept";
    if (answer.type === "opaqueredirect" || answer.status === 403) return "sign-in";
    return answer.status >= 500 ? "away" : "wrong";
  } catch { return "away"; }
}

let sending = false;
async function sendAll() {
  if (sending || !navigator.onLine) return;
  sending = true;
  try {
    for (const row of await waiting()) {
      if (row.problem === "wrong") continue;
      const became = await send(row);
      if (became === "kept") await drop(row.once);
      else if (became === "away") break;
      else await keep({ ...row, problem: became });
    }
  } finally { sending = false; }
  await show();
}

/* What waits is said, with what can be done about it. */
function line(row) {
  const item = document.createElement("li");
  const said = document.createElement("p");
  said.textContent = row.label;
  item.append(said);
  if (row.problem) {
    const why = document.createElement("p");
    why.className = "field-error";
    why.textContent = row.problem === "wrong" ? words.queueWrong : words.queueSignIn;
    item.append(why);
  }
  const away = document.createElement("button");
  away.type = "button";
  away.className = "button button-danger button-small";
  away.textContent = words.queueDrop;
  let asked = false;
  away.addEventListener("click", async () => {
    if (!asked) { asked = true; away.textContent = words.queueDropSure; return; }
    await drop(row.once);
    await show();
  });
  item.append(away);
  return item;
}
async function show() {
  const rows = await waiting();
  box.hidden = rows.length === 0;
  box.querySelector("ul").replaceChildren(...rows.map(line));
}

const labelOf = (data) => {
  const text = String(data.get("text") || data.get("alternative") || data.get("transcript") || "").slice(0, 120);
  const whose = data.get("table") ? `${words.queueTable} ${data.get("table")}` : String(data.get("group") || "");
  return [whose, text].filter(Boolean).join(" — ");
};
function freshNumber() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}
const DRAFT = `isegoria-draft:${location.pathname}#capture`; /* what drafts.js keeps of this form */

async function submit(event) {
  event.preventDefault();
  event.stopImmediatePropagation(); /* drafts.js need not say that the network is away */
  const data = new FormData(form);
  const row = { once: String(data.get("once")), url: location.pathname, label: labelOf(data),
    fields: [...data].filter(([name]) => name !== "csrfmiddlewaretoken") };
  await keep(row); /* before the network is asked: a cut loses nothing */
  const became = navigator.onLine ? await send(row) : "away";
  if (became === "kept") {
    await drop(row.once);
    sessionStorage.setItem(DRAFT, "1");
    const where = new URL(location.pathname, location.origin);
    where.searchParams.set("table", String(data.get("table") || ""));
    where.searchParams.set("groupe", String(data.get("group") || ""));
    where.searchParams.set("garde", "1");
    location.assign(where);
    return;
  }
  if (became === "wrong") { /* the site says why, on its own page */
    await drop(row.once);
    form.submit();
    return;
  }
  if (became === "sign-in") await keep({ ...row, problem: became });
  for (const name of ["text", "alternative", "transcript", "file"]) if (form.elements[name]) form.elements[name].value = "";
  form.elements.once.value = freshNumber();
  setTimeout(() => localStorage.removeItem(DRAFT), 600);
  await show();
  box.querySelector("h2").focus();
}

/* A voice, recorded here. */
function recorder() {
  const place = document.querySelector("[data-recorder]");
  if (!place || !window.MediaRecorder || !navigator.mediaDevices) return;
  const [start, said] = [place.querySelector("button"), place.querySelector("[role=status]")];
  const heard = place.querySelector("audio");
  let running = null;
  place.hidden = false;
  start.addEventListener("click", async () => {
    if (running) { running.stop(); return; }
    let stream;
    try { stream = await navigator.mediaDevices.getUserMedia({ audio: true }); }
    catch { said.textContent = place.dataset.refused; return; }
    const pieces = [];
    running = new MediaRecorder(stream);
    const limit = setTimeout(() => running && running.stop(), 10 * 60 * 1000 - 2000);
    running.addEventListener("dataavailable", (event) => pieces.push(event.data));
    running.addEventListener("stop", () => {
      clearTimeout(limit);
      stream.getTracks().forEach((track) => track.stop());
      const type = running.mimeType || "audio/webm";
      running = null;
      const name = type.includes("mp4") ? "voix.m4a" : type.includes("ogg") ? "voix.ogg" : "voix.webm";
      const file = new File(pieces, name, { type });
      const carried = new DataTransfer();
      carried.items.add(file);
      form.elements.file.files = carried.files;
      heard.src = URL.createObjectURL(file);
      heard.hidden = false;
      start.textContent = place.dataset.again;
      said.textContent = place.dataset.done;
    });
    running.start();
    start.textContent = place.dataset.stop;
    said.textContent = place.dataset.running;
  });
}

if (form && box) {
  form.addEventListener("submit", submit);
  recorder();
  show().then(sendAll).catch(() => form.removeEventListener("submit", submit));
  addEventListener("online", sendAll);
  setInterval(sendAll, 15000);
}
