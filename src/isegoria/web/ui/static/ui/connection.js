/* The connection test: the camera, the microphone and the sound, each tried at a press. */
const page = document.querySelector("[data-connection]");
const devices = navigator.mediaDevices;
const WHY = {
  NotAllowedError: "refused", SecurityError: "refused",
  NotFoundError: "absent", OverconstrainedError: "absent",
  NotReadableError: "busy", AbortError: "busy",
};
const streams = {};
const say = (what, word) => {
  page.querySelector(`[data-said="${what}"]`).textContent = page.dataset[word];
};
const stop = (what) => {
  streams[what]?.getTracks().forEach((track) => track.stop());
  delete streams[what];
};

async function opened(what, wanted) {
  if (!devices?.getUserMedia) { say(what, "unable"); return null; }
  stop(what);
  try {
    streams[what] = await devices.getUserMedia(wanted);
    return streams[what];
  } catch (refusal) {
    say(what, WHY[refusal.name] ?? "unable");
    return null;
  }
}

async function camera() {
  const stream = await opened("camera", { video: true });
  if (!stream) return;
  const view = page.querySelector("video");
  view.srcObject = stream;
  view.hidden = false;
  await view.play();
  say("camera", "seen");
}

async function microphone() {
  const stream = await opened("microphone", { audio: true });
  if (!stream) return;
  say("microphone", "listening");
  const level = page.querySelector("[data-level]");
  const meter = level.querySelector("meter");
  level.hidden = false;
  const context = new AudioContext();
  const ear = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(ear);
  const wave = new Uint8Array(ear.fftSize);
  let heard = false;
  const look = () => {
    if (streams.microphone !== stream) { context.close(); return; }
    ear.getByteTimeDomainData(wave);
    meter.value = Math.min(100, Math.max(...wave.map((one) => Math.abs(one - 128))) * 2);
    if (!heard && meter.value > 15) { heard = true; say("microphone", "heard"); }
    requestAnimationFrame(look);
  };
  look();
}

async function sound() {
  if (!window.AudioContext) { say("sound", "unable"); return; }
  const context = new AudioContext();
  [440, 554, 659].forEach((pitch, place) => {
    const note = context.createOscillator();
    const start = context.currentTime + place * 0.5;
    const loudness = context.createGain();
    loudness.gain.value = 0.2;
    note.frequency.value = pitch;
    note.connect(loudness).connect(context.destination);
    note.start(start);
    note.stop(start + 0.4);
  });
  say("sound", "played");
  setTimeout(() => context.close(), 2500);
}

const TRIALS = { camera, microphone, sound };
for (const one of page.querySelectorAll("[data-needs-script]")) {
  one.hidden = false;
  const button = one.querySelector("button");
  button.type = "button";
  button.addEventListener("click", TRIALS[button.value]);
}
page.querySelector("[data-no-script]").hidden = true;
addEventListener("pagehide", () => Object.keys(streams).forEach(stop));
