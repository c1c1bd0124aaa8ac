// A signature drawn by finger, pen or mouse, kept as lines of points in a box of 600 by 200, each
// with its milliseconds since the first touch. Without this script the name is typed instead.
const WIDE = 600, HIGH = 200, MOST_POINTS = 4800, MOST_LINES = 190, STEP = 3;

for (const pad of document.querySelectorAll("[data-signature]")) begin(pad);

function begin(pad) {
  const kept = document.getElementById(pad.dataset.signature);
  if (!kept) return;
  const canvas = document.createElement("canvas");
  canvas.width = WIDE;
  canvas.height = HIGH;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", "Box to sign in. To sign with the keyboard, type the name below.");
  Object.assign(canvas.style, {
    width: "100%", maxWidth: `${WIDE}px`, boxSizing: "border-box", border: "2px solid currentColor",
    background: "#ffffff", touchAction: "none", cursor: "crosshair", display: "block",
  });
  const asks = made("p", "govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1");
  asks.textContent = "Sign here with a finger, a pen or the mouse";
  const clear = made("button", "hub-link-button"), said = made("span", "");
  clear.type = "button";
  clear.textContent = "Clear and sign again";
  said.setAttribute("aria-live", "polite");
  const below = made("p", "govuk-body hub-flush");
  below.append(clear, " ", said);
  pad.append(asks, canvas, below);
  pad.hidden = false;
  const pen = canvas.getContext("2d");
  Object.assign(pen, { lineWidth: 4, lineCap: "round", lineJoin: "round", strokeStyle: "#0b0c0c" });
  let lines = read(kept.value), line = null, since = 0;
  draw();

  canvas.addEventListener("pointerdown", (event) => {
    if (line || lines.length >= MOST_LINES || !event.isPrimary) return;
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    since ||= event.timeStamp;
    line = [point(event)];
    lines.push(line);
    draw();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!line || !event.isPrimary) return;
    const [x, y, at] = point(event), last = line[line.length - 1];
    const few = lines.reduce((sum, one) => sum + one.length, 0) < MOST_POINTS;
    if (!few || Math.abs(x - last[0]) + Math.abs(y - last[1]) < STEP) return;
    line.push([x, y, at]);
    draw();
  });
  for (const ends of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(ends, () => {
      line = null;
      keep("Signed.");
    });
  }
  clear.addEventListener("click", () => {
    lines = [];
    since = 0;
    draw();
    keep("Cleared.");
  });

  function point(event) {
    const box = canvas.getBoundingClientRect();
    const within = (value, most) => Math.round(Math.min(Math.max(value, 0), most));
    return [
      within(((event.clientX - box.left) / box.width) * WIDE, WIDE),
      within(((event.clientY - box.top) / box.height) * HIGH, HIGH),
      within(event.timeStamp - since, 3600000),
    ];
  }

  function draw() {
    pen.clearRect(0, 0, WIDE, HIGH);
    for (const points of lines) {
      pen.beginPath();
      pen.moveTo(points[0][0], points[0][1]);
      for (const [x, y] of points.length > 1 ? points.slice(1) : points) pen.lineTo(x, y);
      pen.stroke();
    }
  }

  function keep(words) {
    kept.value = lines.length ? JSON.stringify(lines) : "";
    said.textContent = words;
  }
}

function made(tag, classes) {
  const element = document.createElement(tag);
  element.className = classes;
  return element;
}

function read(text) {
  try {
    const given = JSON.parse(text || "[]");
    return Array.isArray(given) ? given.filter((one) => Array.isArray(one) && one.length) : [];
  } catch {
    return [];
  }
}
