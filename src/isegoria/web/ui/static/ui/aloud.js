/* A part of a page with data-aloud gets a button that reads it in the browser's own voice. */
const voice = window.speechSynthesis;
if (voice) {
  for (const part of document.querySelectorAll("[data-aloud]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-secondary button-small";
    const rest = () => { button.textContent = part.dataset.aloud; };
    rest();
    button.addEventListener("click", () => {
      const talking = button.textContent !== part.dataset.aloud;
      voice.cancel();
      if (talking) { rest(); return; }
      const said = new SpeechSynthesisUtterance(part.dataset.text || part.innerText);
      said.lang = part.closest("[lang]").lang;
      said.rate = 0.9;
      said.onend = said.onerror = rest;
      button.textContent = part.dataset.aloudStop;
      voice.speak(said);
    });
    part.before(button);
  }
  addEventListener("pagehide", () => voice.cancel());
}
