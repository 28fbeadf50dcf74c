/* The screen of the room: asks whether something changed, and turns the pages when there are several.
   Without this script the page loads itself again. */
const EVERY = 4000;
const main = () => document.querySelector("[data-screen]");
let tag = "";
let shownSince = Date.now();
async function look(url) {
  const answer = await fetch(url, { headers: tag ? { "If-None-Match": tag } : {}, cache: "no-store" });
  if (answer.status === 304 || !answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("[data-screen]");
  if (!fresh) return;
  tag = answer.headers.get("ETag") || "";
  main().replaceWith(document.adoptNode(fresh));
}
async function turn() {
  const { next, pages, seconds } = main().dataset;
  const due = Number(pages) > 1 && Date.now() - shownSince >= Number(seconds) * 1000;
  try {
    if (due) { tag = ""; shownSince = Date.now(); history.replaceState(null, "", next); await look(next); }
    else await look(location.href);
  } catch { /* the network is away: what is shown stays */ }
  setTimeout(turn, EVERY);
}
setTimeout(turn, EVERY);
