/* Ticks the clock of a session under way, and says when somebody else has moved it on. */
const stage = document.querySelector("[data-running]");
const words = stage.dataset;
const ahead = Date.parse(words.now) - Date.now();
const now = () => Date.now() + ahead;
const clock = stage.querySelector("[data-clock]");
const left = stage.querySelector("[data-left]");
const hour = new Intl.DateTimeFormat("en-GB", { timeZone: words.zone, hour: "numeric", minute: "2-digit" });
function tick() {
  const [h, m] = hour.format(now()).split(":");
  const shown = words.hour.replace("{h}", Number(h)).replace("{m}", m);
  if (clock.textContent !== shown) clock.textContent = shown;
  if (!left) return;
  const minutes = (Date.parse(words.due) - now()) / 60000;
  const shape = minutes > 0 ? words.left : minutes > -1 ? words.due0 : words.over;
  const said = shape.replace("{n}", minutes > 0 ? Math.ceil(minutes) : Math.floor(-minutes));
  if (left.textContent !== said) left.textContent = said;
  left.classList.toggle("is-over", minutes <= 0);
}
tick();
setInterval(tick, 1000);
const notes = document.querySelector("textarea[name=notes]");
const typed = notes ? notes.value : "";
async function look() {
  let page;
  try {
    const answer = await fetch(location.pathname);
    if (!answer.ok || answer.redirected) return;
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch { return; } /* no network: the clock goes on */
  const found = page.querySelector("[data-running]");
  if (!found || found.dataset.fingerprint === words.fingerprint) return;
  if (!notes || notes.value === typed) location.reload();
  else document.querySelector("[data-changed]").hidden = false;
}
setInterval(look, 20000);
