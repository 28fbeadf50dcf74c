/* Rows of [data-order] are dragged by a handle, with a finger, a pen or a mouse; dropping one sends the form of its own buttons. */
const EDGE = 70;
const canMove = (row) => row.querySelector("form.move");
const after = (row) => {
  let next = row.nextElementSibling;
  while (next && !canMove(next)) next = next.nextElementSibling;
  return next;
};
function send(row) {
  const form = canMove(row);
  const before = document.createElement("input");
  before.type = "hidden";
  before.name = "before";
  before.value = after(row)?.dataset.key ?? "last";
  form.append(before);
  form.submit();
}
function drag(list, row, start) {
  const home = row.nextElementSibling;
  start.preventDefault();
  row.classList.add("is-dragged");
  const follow = (event) => {
    if (event.pointerId !== start.pointerId) return;
    if (event.clientY < EDGE) scrollBy(0, -12);
    if (event.clientY > innerHeight - EDGE) scrollBy(0, 12);
    for (const other of list.children) {
      if (other === row || !canMove(other)) continue;
      const box = other.getBoundingClientRect();
      if (event.clientY < box.top || event.clientY > box.bottom) continue;
      list.insertBefore(row, event.clientY < box.top + box.height / 2 ? other : other.nextElementSibling);
    }
  };
  const stop = (event) => {
    if (event.pointerId !== start.pointerId) return;
    document.removeEventListener("pointermove", follow);
    for (const kind of ["pointerup", "pointercancel"]) document.removeEventListener(kind, stop);
    row.classList.remove("is-dragged");
    if (event.type === "pointercancel") list.insertBefore(row, home);
    else if (row.nextElementSibling !== home) send(row);
  };
  document.addEventListener("pointermove", follow); /* a row that moves in the page loses its pointer */
  for (const kind of ["pointerup", "pointercancel"]) document.addEventListener(kind, stop);
}
for (const list of document.querySelectorAll("[data-order]")) {
  for (const row of list.children) {
    if (!canMove(row)) continue;
    const handle = document.createElement("span");
    handle.className = "drag-handle";
    handle.title = list.dataset.orderSaid;
    handle.setAttribute("aria-hidden", "true"); /* the buttons say the same to whoever hears the page */
    handle.addEventListener("pointerdown", (event) => drag(list, row, event));
    row.append(handle);
  }
}
